"""Names in Russian: back to the name's own language first, and from there by its practical transcription.

The words of a name are read by the tables of its likely origins, one origin for the whole name.  Readings are weighed
by the letters of Russian names, with pymorphy3's dictionary and the list of people's names as witnesses, and joined
again: with spaces as the names of people are, with hyphens as those of places are (San Juan, Сан-Хуан).  Chinese names
go by Palladius, Kazakh and Uyghur ones letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from l10n import dictionaries
from l10n.errors import TransliterationError
from l10n.languages import lexicon
from l10n.names.candidates import gazetteer, origin, people, practical_east, practical_near, practical_west
from l10n.names.candidates.asking import Ask, Candidate, cased, in_cyrillic, split
from l10n.names.candidates.letters import russian
from l10n.names.candidates.origin import Origin
from l10n.names.candidates.readings import Table
from l10n.names.standards import transliterate
from l10n.names.standards.scripts import script
from l10n.phrases import phrase, together

STANDARD = phrase("practical transcription")
PALLADIUS = phrase("Palladius")
WAY_BACK = phrase("way back to its own letters")

NEAR = ("kaz", "uig", "rus")
"""Origins whose English spelling is a way through Russian or Kazakh letters: one table leads back."""

TABLES = {
    **dict.fromkeys(NEAR, Table(practical_near.STEPPE)),
    "eng": Table(practical_west.ENGLISH),
    "deu": Table(practical_west.GERMAN),
    "nld": Table(practical_west.DUTCH),
    "swe": Table(practical_west.NORDIC),
    "fra": Table(practical_west.FRENCH),
    "fraaf": Table(practical_west.FRANCOPHONE),
    "spa": Table(practical_west.SPANISH),
    "por": Table(practical_west.PORTUGUESE),
    "ita": Table(practical_west.ITALIAN),
    "ron": Table(practical_east.ROMANIAN),
    "ces": Table(practical_east.CZECH),
    "pol": Table(practical_east.POLISH),
    "hbs": Table(practical_east.SOUTHSLAV),
    "ukr": Table(practical_east.EASTSLAV),
    "hun": Table(practical_east.HUNGARIAN),
    "lit": Table(practical_east.BALTIC),
    "fin": Table(practical_east.FINNIC),
    "tur": Table(practical_east.TURKISH),
    "ara": Table(practical_east.ARABIC),
    "fas": Table(practical_east.PERSIAN),
    "hin": Table(practical_east.INDIC),
    "jpn": Table(practical_east.JAPANESE),
    "kor": Table(practical_east.KOREAN),
    "vie": Table(practical_east.VIETNAMESE),
    "mul": Table(practical_east.PLAIN),
}
"""The table of each origin that `origin` knows, Chinese aside."""

CYRILLIC = Table(practical_near.CYRILLIC, "аәеёиоөуұүыіэюя")
"""Kazakh and Uyghur letters."""

PLACES = frozenset(
    re.findall(r"\^<(\w+)>\$=", "".join((practical_west.ENGLISH, practical_west.SPANISH, practical_east.ARABIC)))
) | lexicon("santa santo santiago saint sainte port porto puerto villa vila grand grande ville bad nova novo novi")
"""Words of places: those that the tables read as whole words, and more."""

NAMES = frozenset(["Geox", "Name", "Surn", "Patr"])
"""OpenCorpora's grammemes of names."""

CACHED = 10_000
"""Words whose readings are kept at hand: Kazakh and Uyghur forms are made from Russian ones, and words come again."""

ASKED = 4
"""Origins that are tried: more cost time and add nonsense."""

DOUBTED = 4.0
"""An origin that is doubted by more than the likeliest one is not tried."""

WITNESSED = 4.0
"""How much cheaper a reading is that is a name in pymorphy3's dictionary, or one of the list of people's names."""

LISTED = 2.0
"""How much cheaper than all readings a part of a name is that is a well-known place."""

COMBINED = 4
"""Readings of each word that are combined with those of the others."""

FAR = 8.0
"""How much more than the cheapest a reading may cost: what costs more is nonsense."""

WAYS = 8
"""Readings of the whole name from each origin."""


@dataclass(frozen=True, slots=True)
class Way:
    """A reading of the whole name."""

    cost: float
    words: tuple[str, ...]
    origin: Origin
    person: bool
    """The first word is a given name or an initial, or the origin one of NEAR."""


def propose(ask: Ask) -> Iterator[Candidate]:
    """Russian renderings, best first."""
    origins = origin.of(ask)
    if origins and origins[0].code == "zho":
        with suppress(TransliterationError):
            yield Candidate(
                transliterate(ask.name, "zh-Latn", "ru"), PALLADIUS, together((PALLADIUS, origins[0].reason))
            )
    words, gaps = split(in_cyrillic(ask))
    tried = [one for one in origins[:ASKED] if one.doubt <= DOUBTED and one.code in TABLES]
    ways = sorted((way for one in tried for way in _ways(words, one)), key=lambda way: (way.cost, way.words))
    ways = [way for way in ways if way.cost <= ways[0].cost + FAR]
    for way in _cheapest(ways):
        yield from _joined(way, words, gaps)


def _cheapest(ways: Sequence[Way]) -> Iterator[Way]:
    """Each reading once, from the origin by which it is cheapest."""
    first: dict[tuple[str, ...], Way] = {}
    for way in ways:
        first.setdefault(way.words, way)
    return iter(first.values())


def _joined(way: Way, words: Sequence[str], gaps: Sequence[str]) -> Iterator[Candidate]:
    """The words together: as a person's name and, where it may be one, as a place's; first as what it looks like."""
    text = way.words[0] + "".join(gap + word for gap, word in zip(gaps, way.words[1:], strict=True))
    standard = WAY_BACK if way.origin.code in NEAR else STANDARD
    person = Candidate(text, standard, together((standard, way.origin.reason)))
    if " " not in text or way.person:
        yield person
        return
    reason = together((standard, way.origin.reason, phrase("joined as a place")))
    place = Candidate(text.replace(" ", "-"), standard, reason)
    looks_like_a_place = any(word.casefold() in PLACES for word in words)
    yield from (place, person) if looks_like_a_place else (person, place)


def _ways(words: Sequence[str], one: Origin) -> Iterator[Way]:
    """The cheapest readings of a name from one origin."""
    reader = _readings if len(words) == 1 else _part
    readings = [reader(word.casefold(), one.code)[:COMBINED] for word in words]
    person = one.code in NEAR or words[0].endswith(".") or bool(people.forms(words[0], "en", "ru"))
    found: list[tuple[float, tuple[str, ...]]] = [(one.doubt, ())]
    for reading in readings:
        longer = ((cost + price, (*before, read)) for cost, before in found for read, price in reading)
        found = nsmallest(WAYS, longer)
    for cost, read in found:
        written = tuple(cased(form, word) for form, word in zip(read, words, strict=True))
        yield Way(cost, written, one, person or _is_name(read[0], "Name"))


@lru_cache(maxsize=CACHED)
def _readings(word: str, code: str) -> tuple[tuple[str, float], ...]:
    """Readings of a word in small letters from one origin with their costs, the cheapest first."""
    table = CYRILLIC if script(word[0]) == "Cyrl" else TABLES[code]
    read = table.read(word, russian())
    costs = {one: cost - WITNESSED * _is_name(one) for one, cost in read}
    least = min(costs.values(), default=0.0)
    for place, form in enumerate(people.PARTICLES.get(word) or people.forms(word, "en", "ru")):
        costs[form.casefold()] = least - WITNESSED + place
    return tuple(sorted(costs.items(), key=lambda one: (one[1], one[0])))


@lru_cache(maxsize=CACHED)
def _part(word: str, code: str) -> tuple[tuple[str, float], ...]:
    """The same for a word of several, which may be a place of its own: Alto Paraguay."""
    readings = _readings(word, code)
    least = readings[0][1] if readings else 0.0
    listed = [form.casefold() for form in gazetteer.forms(word, "en", "ru") if " " not in form]
    places = tuple((form, least - LISTED + place) for place, form in enumerate(listed))
    return places + tuple(one for one in readings if one[0] not in listed)


@lru_cache(maxsize=CACHED)
def _is_name(word: str, *kinds: str) -> bool:
    """pymorphy3's dictionary has it as the nominative of a name, of one of these kinds or of any."""
    russian_words = dictionaries.of("ru")
    assert isinstance(russian_words, dictionaries.Russian)
    morph = russian_words.words
    if not morph.word_is_known(word):
        return False
    wanted = frozenset(kinds) or NAMES
    return any("nomn" in tag.grammemes and wanted & tag.grammemes for tag in morph.tag(word))
