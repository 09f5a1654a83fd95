"""Places that Uyghur names in its own way, and well-known ones whose spelling is settled: `uyghur_places.txt`.

What a rule finds anyway is not there.

Source: general knowledge of Uyghur newspapers, dictionaries and atlases, written by hand, not taken from a list;
no form was copied from CLDR, whose names come through Babel.
A native reader must still confirm: the second forms, which of two is meant for which readers (`گائاگا` after the
Russian, `ھاگا` after the English), and the places outside Central Asia and China.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from l10n.names.candidates import fixed
from l10n.names.candidates.asking import Ask, Candidate, base
from l10n.phrases import phrase

FILE = "uyghur_places.txt"
STANDARD = phrase("Uyghur place names")

READERS = {
    "جۇڭگو": phrase("so China's press and CLDR; `خىتاي` is the word of Uyghur media abroad (RFA, VOA)"),
    "خىتاي": phrase("so Uyghur media abroad (RFA, VOA); `جۇڭگو` is the word of China's press and CLDR"),
    "تىبەت": phrase("so Uyghur media abroad; China's press writes `شىزاڭ`"),
    "شىزاڭ": phrase("so China's press; Uyghur media abroad write `تىبەت`"),
    "شەرقىي تۈركىستان": phrase("a political name; China's press does not write it"),
    "ئالمۇتا": phrase("the common form; `ئالماتا` is also seen"),
}
"""Forms between which a newsroom chooses once for all its articles, and who writes which."""


@dataclass(frozen=True, slots=True)
class Place:
    """The forms of one place, of each language the usual one first."""

    en: tuple[str, ...]
    ru: tuple[str, ...]
    kk: tuple[str, ...]
    """Empty where Kazakh has the Russian form."""
    ug: tuple[str, ...]


PLACES = tuple(Place(*(tuple(filter(None, forms)) for forms in columns)) for columns in fixed.entries(FILE))


def folded(name: str) -> str:
    """A name as it is looked up: small letters without marks, spaces, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("й", "\0").replace("ё", "е"))
    return "".join(letter for letter in plain.replace("\0", "й") if letter.isalnum() or letter == "й")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place in PLACES:
        for name in (*place.en, *place.ru, *place.kk):
            found.setdefault(folded(name), place.ug)
    return found


def of(name: str) -> tuple[str, ...]:
    """The Uyghur forms of a place, the best first; none for a name that is not in the tables."""
    return _forms().get(folded(name), ())


def propose(ask: Ask) -> Iterator[Candidate]:
    """What a place is called in Uyghur, or one with this Uyghur name elsewhere, where the tables say it."""
    if ask.target == "ug":
        for form in of(ask.name):
            yield Candidate(form, STANDARD, READERS.get(form, phrase("a place that Uyghur has a form of")))
    if base(ask.source) != "ug":
        return
    for place in PLACES:
        if ask.name in place.ug:
            named = {"en": place.en, "ru": place.ru, "kk": place.kk or place.ru}.get(ask.target, ())
            for form in named[:1]:
                yield Candidate(form, STANDARD, phrase("a place whose Uyghur name is `{name}`", name=ask.name))
