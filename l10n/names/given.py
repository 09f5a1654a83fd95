"""Given names that readers know, and words that may be names: what tells `Марат Искаков` from `президент Искаков`.

Sources: the lists of names of the candidates (`people.txt`, Kazakh and Uyghur names), the titles of discovery.
"""

from __future__ import annotations

import re
from functools import cache

from l10n import languages
from l10n.names.candidates import fixed, kazakh_names, kazakh_press, people, uyghur_names
from l10n.names.discovery import lexicon
from l10n.names.forms import grammar
from l10n.names.forms.patterns import is_patronymic as is_between
from l10n.names.standards import transliterate

_ENDINGS = ("", "а", "я", "ь", "й")
"""What Russian names have in the place of their endings."""
_LONGEST = 2
"""Letters of the longest ending of a Russian given name: `Маратом`."""


def is_cased(language: str) -> bool:
    """Its script has capital letters."""
    return grammar(language).CASED


def is_given(word: str, language: str) -> bool:
    """The word is a given name of the lists, in Russian in any case."""
    tag = languages.get(language).tag.partition("-")[0]
    known = _known(tag)
    if word.casefold() in known:
        return True
    if tag != "ru" or not word[:1].isupper():
        return False
    small = word.casefold()
    stems = (small[:-length] for length in range(1, _LONGEST + 1) if len(small) - length >= 3)
    return any(stem + ending in known for stem in stems for ending in _ENDINGS)


def may_be_name(word: str, language: str) -> bool:
    """A word with a capital in the midst of a sentence: no title, and no word that the dictionary knows."""
    own = grammar(language)
    if not own.CASED or not word[:1].isupper():
        return False
    small = word.casefold()
    titles = lexicon.of(languages.get(language).tag.partition("-")[0]).titles
    return not any(small.startswith(title) for title in titles) and not (
        languages.get(language).tag.startswith("ru") and own.is_ordinary(small)
    )


def is_patronymic(word: str) -> bool:
    """The word is made of a father's name: `Сергеевной`, `Қайратұлы`."""
    return is_between(f" {word} ")


@cache
def _known(tag: str) -> frozenset[str]:
    """The given names of a language in small letters."""
    listed = {name for word in _listed(tag) if re.fullmatch(r"[^\W\d_-]+(?:-[^\W\d_]+)*", name := word.casefold())}
    return frozenset(listed)


def _listed(tag: str) -> list[str]:
    if tag == "kk":
        return [*kazakh_names.COMMON, *kazakh_names.WOMEN, *kazakh_names.MEN, *_russian()]
    if tag == "ru":
        return _russian()
    if tag == "ug":
        lists = (uyghur_names.MALE, uyghur_names.FEMALE, uyghur_names.NEIGHBOURS)
        return [transliterate(name, "ug-Latn", "ug") for names in lists for name in names if name.isalpha()]
    return []


def _russian() -> list[str]:
    single = [form for entry in fixed.entries(people.FILE) if len(entry) > 1 for form in entry[1] if " " not in form]
    return [*single, *kazakh_press.GIVEN]
