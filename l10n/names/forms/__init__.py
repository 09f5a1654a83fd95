"""Inflected forms of names: found in running text, and made for a translator.

`find` and `Finder` (matching.py) know no language; what a language knows of its words stands in a module of its
own, behind the interface of `grammar.py`: `english`, `russian`, `kazakh`, `uyghur`; their other scripts are read by
way of these (`converted`).  Any other language is `plain`: its names are found as they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import cast

from l10n import languages
from l10n.errors import ProjectError
from l10n.model.names import Mention, Term
from l10n.names.forms import matching
from l10n.names.forms.grammar import CASES, Grammar, Name
from l10n.names.forms.letters import WORD
from l10n.phrases import phrase

GRAMMARS = {"en-Latn": "english", "kk-Cyrl": "kazakh", "ru-Cyrl": "russian", "ug-Arab": "uyghur"}
"""The languages with a grammar of names, by language and script, and its module."""

CONVERTED = {"kk-Arab": "kk-Cyrl", "kk-Latn": "kk-Cyrl", "ug-Cyrl": "ug-Arab", "ug-Latn": "ug-Arab"}
"""Other scripts of a language, and the one by which their words are read."""

KEPT = 8
"""How many Finders `find` keeps."""


def grammar(language: str) -> Grammar:
    """What is known of a BCP 47 tag's language in its script. ProjectError for what is no tag."""
    found = languages.get(language)
    script = f"{found.tag.partition('-')[0]}-{found.script}"
    if script in CONVERTED:
        inner = CONVERTED[script]
        return _converted(found.tag if "-x-" in found.tag else script, inner, cased=found.script != "Arab")
    return cast(Grammar, import_module(f"l10n.names.forms.{GRAMMARS.get(script, 'plain')}"))


def _converted(script: str, inner: str, *, cased: bool) -> Grammar:
    from l10n.names.forms.converted import Converted  # the tables of letters are read by those who need them

    return Converted(grammar(inner), script, inner, cased)


class Finder(matching.Finder):
    """Finds terms in texts of one language; built once for many texts.

    language: BCP 47. terms: plain strings, or Terms with what is known of them. known: terms of persons who may be
    mentioned by surname or given name from the start, because the whole name stood in an earlier segment.
    """

    def __init__(self, language: str, terms: Iterable[str | Term], known: Collection[str | Term] = ()) -> None:
        super().__init__(language, terms, grammar(language), known)


def find(text: str, language: str, terms: Iterable[str | Term]) -> list[Mention]:
    """The mentions of terms in a text, in the order of their places; they do not overlap.

    Terms are names as plain strings, or Terms. Inline codes are no words, a name may stand across them. Of two terms
    with one form the first is named and the other is among the analysis's `rivals`. Terms without a letter or a
    digit, and those of more than 400 characters, are not looked for.
    """
    return _finder(language, tuple(terms)).find(text)


@lru_cache(maxsize=KEPT)
def _finder(language: str, terms: tuple[str | Term, ...]) -> Finder:
    return Finder(language, terms)


def inflect(form: str, language: str, case: str, sex: str | None = None, *, kind: str = "") -> str | None:
    """A name of one or more words in a case; None where the right form is not certain.

    form: the nominative. case: one of CASES, or `prepositional` for the Russian locative; ProjectError for any other.
    sex: `female` or `male`, of a person; kind: one of model.KINDS, where it is known.
    """
    asked = "locative" if case == "prepositional" else case
    if asked not in CASES:
        raise ProjectError(
            phrase("`{case}` is no case", case=case), hint=phrase("use one of {cases}", cases=", ".join(CASES))
        )
    return _with_words(form, lambda words: grammar(language).inflect(words, asked, Name(kind, sex or "")))


def reinflect(
    form: str, language: str, features: Sequence[str], sex: str | None = None, *, kind: str = ""
) -> str | None:
    """A name with the endings that a mention of another had; None where the right form is not certain.

    features: as a mention's analysis says them, `("locative", "adjectival")`; () is the nominative.
    form, sex, kind: as for `inflect`.
    """
    return _with_words(form, lambda words: grammar(language).reinflect(words, tuple(features), Name(kind, sex or "")))


def _with_words(form: str, change: Callable[[list[str]], Sequence[str] | None]) -> str | None:
    """The form with its words changed, and what stands between them kept."""
    places = [match.span() for match in WORD.finditer(form)]
    words = [form[start:end] for start, end in places]
    made = change(words) if words else None
    if made is None:
        return None
    pieces, last = [], 0
    for (start, end), word in zip(places, made, strict=True):
        pieces += [form[last:start], word]
        last = end
    return "".join([*pieces, form[last:]])
