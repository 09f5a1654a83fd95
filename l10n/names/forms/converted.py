"""A language in another of its scripts: words are converted to the script whose endings are known, and read there.

Supported: Uyghur in Cyrillic, Latin and Yëngi Yëziq by the Arabic script; Kazakh in Latin (2021) and Arabic script by
the Cyrillic one.  Both the word and the name are converted by one table, so that what a table loses is lost in both.
Source: the tables of `standards`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from l10n.errors import TransliterationError
from l10n.names.forms.chains import MEMORY
from l10n.names.forms.grammar import FIXED, Features, Grammar, Name, Readings, last_says
from l10n.names.standards import transliterate

VOWELS = frozenset("aäeéëiıíoöuüūyəɵаәеёиоөуүұыіэюяاەوۇۆۈېى")
"""Letters of vowels in all these scripts, small ones."""
APOSTROPHE = "'"
"""Parts two letters that would be read as one: `qazaqistan'gha`."""
HEMZE = "ئ"
"""Stands before a vowel that starts a word; an ending has none."""


@dataclass(frozen=True)
class Converted:
    """The grammar of a language in one script by its grammar in another."""

    inner: Grammar
    script: str
    """BCP 47 with script, of the words that are given."""
    known: str
    """BCP 47 with script, of the inner grammar."""
    CASED: bool
    LOOKALIKES: Mapping[int, str] = field(default_factory=dict)
    EQUALS: Mapping[int, str] = field(default_factory=dict)

    def plan(self, words: Sequence[str], name: Name) -> tuple[str, ...]:
        """As in the known script."""
        return self.inner.plan(self._cased([self._known(word) or word for word in words], name), name)

    def keys(self, base: str, how: str) -> tuple[str, ...]:
        """The word before its last vowel: what changes before endings comes later."""
        last = max((place for place, letter in enumerate(base) if letter in VOWELS), default=len(base))
        return (base,) if how == FIXED else (base[:last] or base[:1],)

    def readings(self, word: str, base: str, how: str) -> Readings:
        """Of the whole word, and of the name with the rest of the word converted by itself."""
        if word == base:
            return ((),)
        name = self._folded(base)
        if how == FIXED or not name:
            return ()
        found = list(self.inner.readings(self._folded(word), name, how))
        if word.startswith(base) and (rest := self._folded(word[len(base) :].lstrip(APOSTROPHE))):
            found += self.inner.readings(name + rest.removeprefix(HEMZE), name, how)
        return tuple(dict.fromkeys(found))

    def ending(self, suffix: str, base: str) -> Readings:
        """As in the known script."""
        return self.inner.ending(self._folded(suffix).removeprefix(HEMZE), self._folded(base))

    def apart(self, base: str) -> bool:
        """As in the known script."""
        return bool(name := self._folded(base)) and self.inner.apart(name)

    def loses_capital(self, how: str, features: Features) -> bool:
        """As in the known script."""
        return self.inner.loses_capital(how, features)

    def agree(self, readings: Sequence[Readings]) -> Features | None:
        """The last word says it."""
        return last_says(readings)

    def is_ordinary(self, word: str) -> bool:
        """As in the known script."""
        return self.inner.is_ordinary(self._known(word) or word)

    def is_person(self, words: Sequence[str]) -> bool:
        """As in the known script."""
        return self.inner.is_person([self._known(word) or word for word in words])

    def inflect(self, words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
        """As in the known script; None where the name would not come back from there as it is written."""
        return words if case == "nominative" else self.reinflect(words, (case,), name)

    def reinflect(self, words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
        """As in the known script; None as for `inflect`."""
        if not features:
            return words
        known = [self._known(word) for word in words]
        last = words[-1]
        if not all(known) or _convert(known[-1], self.known, self.script).lower() != last.lower():
            return None
        made = self.inner.reinflect(self._cased(known, name), features, name)
        if made is None:
            return None
        written = _convert(made[-1] if self.CASED else made[-1].lower(), self.known, self.script)
        return [*words[:-1], _capitals(written, last)] if written else None

    def _cased(self, words: list[str], name: Name) -> list[str]:
        """With the capitals that a name of one word, or a person's, has where the script has any."""
        if self.CASED or (len(words) > 1 and name.kind != "person"):
            return words
        return [word.capitalize() for word in words]

    def _known(self, word: str) -> str:
        """The word in the known script; "" for one that cannot be written there."""
        return _convert(word, self.script, self.known)

    def _folded(self, word: str) -> str:
        return self._known(word).lower().translate(self.inner.EQUALS)


@lru_cache(maxsize=MEMORY)
def _convert(word: str, source: str, target: str) -> str:
    try:
        return transliterate(word, source, target)
    except TransliterationError:
        return ""


def _capitals(written: str, model: str) -> str:
    """The first letters as the model has them, the endings in small ones."""
    return "".join(
        letter.upper() if place < len(model) and model[place].isupper() else letter
        for place, letter in enumerate(written)
    )
