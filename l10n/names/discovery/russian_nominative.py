"""The nominative of a Russian name that stands in another case.

Each word has readings: what its nominative may be, and in which cases it then stands.  Words that OpenCorpora
(pymorphy3) has are read as it says; of others the endings say it, where they leave one answer.  The readings of all
words of a name must agree with one another and with the words before the name (`russian_cases`); the likeliest wins.
Behind the noun of an organisation its words stay as they are (`Банка Шотландии`).

Left alone: what may as well be the nominative, and what is never declined (`Тохти`, `Помпео`, `Актау`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Any, NamedTuple

from l10n.names.discovery import adjectives, russian_cases
from l10n.names.discovery.russian_cases import (
    ACCUSATIVE,
    ANY,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    LOCATIVE,
    NOMINATIVE,
)


class Reading(NamedTuple):
    """What one word may be."""

    nominative: str
    case: str
    """One of the cases; "" for a word that is the same in all of them."""
    gender: str
    """`masc`, `femn`, `neut`, `plur`; "" where it is not known."""
    likely: float


_CYRILLIC = re.compile("[А-ЯЁа-яё-]+")
MOST = 256
"""Combinations of readings that are tried for one name."""
GUESSED = 0.3
"""How likely a reading by the ending alone is, beside one of the dictionary."""
NO_NAME = 0.05
"""The share of a reading as an ordinary noun, where the dictionary has the word as a name too."""

_SURE = (
    (re.compile("(.+(?:[оеё]в|[иы]н))ым$"), r"\1", INSTRUMENTAL, "masc"),
    (re.compile("(.+(?:[оеё]в|[иы]н))ой$"), r"\1а", "", "femn"),
    (re.compile("(.+(?:[оеё]в|[иы]н))у$"), r"\1", DATIVE, "masc"),
    (re.compile("(.+(?:[оеё]в|[иы]н))у$"), r"\1а", ACCUSATIVE, "femn"),
    (re.compile("(.+(?:[оеё]в|[иы]н))е$"), r"\1", LOCATIVE, "masc"),
    (re.compile("(.+(?:[оеё]в|ин))а$"), r"\1", GENITIVE, "masc"),
    (re.compile("(.+(?:[оеё]в|ин))а$"), r"\1", ACCUSATIVE, "masc"),
    (re.compile("(.+[сц]к)ого$"), r"\1ий", GENITIVE, "masc"),
    (re.compile("(.+[сц]к)ого$"), r"\1ий", ACCUSATIVE, "masc"),
    (re.compile("(.+[сц]к)ому$"), r"\1ий", DATIVE, "masc"),
    (re.compile("(.+[сц]к)им$"), r"\1ий", INSTRUMENTAL, "masc"),
    (re.compile("(.+[сц]к)ом$"), r"\1ий", LOCATIVE, "masc"),
    (re.compile("(.+[сц]к)ой$"), r"\1ая", "", "femn"),
    (re.compile("(.+[сц]к)ую$"), r"\1ая", ACCUSATIVE, "femn"),
    (re.compile("(.+[оеь]вич|.+[иь]ич)а$"), r"\1", GENITIVE, "masc"),
    (re.compile("(.+[оеь]вич|.+[иь]ич)а$"), r"\1", ACCUSATIVE, "masc"),
    (re.compile("(.+[оеь]вич|.+[иь]ич)у$"), r"\1", DATIVE, "masc"),
    (re.compile("(.+[оеь]вич|.+[иь]ич)ем$"), r"\1", INSTRUMENTAL, "masc"),
    (re.compile("(.+[оеь]вич|.+[иь]ич)е$"), r"\1", LOCATIVE, "masc"),
    (re.compile("(.+[оеи]вн|.+ичн)ы$"), r"\1а", GENITIVE, "femn"),
    (re.compile("(.+[оеи]вн|.+ичн)е$"), r"\1а", "", "femn"),
    (re.compile("(.+[оеи]вн|.+ичн)у$"), r"\1а", ACCUSATIVE, "femn"),
    (re.compile("(.+[оеи]вн|.+ичн)ой$"), r"\1а", INSTRUMENTAL, "femn"),
)
"""Endings of surnames and patronymics, which say what stands before them."""

_HARD = "[бвгдзклмнпрстфх]"
_HUSH = "[жчшщц]"
_LOOSE = (
    (re.compile("(..+и)и$"), r"\1я", "", "femn"),
    (re.compile("(..+и)ю$"), r"\1я", ACCUSATIVE, "femn"),
    (re.compile("(..+и)ей$"), r"\1я", INSTRUMENTAL, "femn"),
    (re.compile(f"(..+{_HARD}|..{_HUSH})ом$"), r"\1", INSTRUMENTAL, "masc"),
    (re.compile(f"(..+{_HUSH})ем$"), r"\1", INSTRUMENTAL, "masc"),
    (re.compile("(..+[аеиоуыэюя])ем$"), r"\1й", INSTRUMENTAL, "masc"),
    (re.compile("(..+[аеиоуыэюя])я$"), r"\1й", GENITIVE, "masc"),
    (re.compile("(..+[аеиоуыэюя])ю$"), r"\1й", DATIVE, "masc"),
    (re.compile("(..+л)я$"), r"\1ь", GENITIVE, "masc"),
    (re.compile("(..+л)ю$"), r"\1ь", DATIVE, "masc"),
    (re.compile("(..+л)ем$"), r"\1ь", INSTRUMENTAL, "masc"),
    (re.compile(f"(..+(?:{_HARD}|{_HUSH}))а$"), r"\1", GENITIVE, "masc"),
    (re.compile(f"(..+(?:{_HARD}|{_HUSH}))у$"), r"\1", DATIVE, "masc"),
    (re.compile("(..+[бвдзклмнпрстфгх]к)е$"), r"\1а", LOCATIVE, "femn"),
    (re.compile(f"(..+(?:{_HARD}|{_HUSH}))е$"), r"\1", LOCATIVE, "masc"),
    (re.compile("(..+[бвдзлмнпрстф])ы$"), r"\1а", GENITIVE, "femn"),
    (re.compile("(..+[бвдзклмнпрстфгх])у$"), r"\1а", ACCUSATIVE, "femn"),
    (re.compile("(..+[бвдзклмнпрстфгх])ой$"), r"\1а", INSTRUMENTAL, "femn"),
)
"""Endings of other names, the likelier first: `Прайса`, `Дуная`, `Моравию`. They need a word before the name that
asks for the case."""


def of(words: Sequence[str], kind: str, near: Sequence[tuple[str, ...]]) -> str:
    """The nominative of a name; "" where it stands in it already or nothing is sure.

    near: for each mention of this form the words before it, in small letters.
    """
    asked = [russian_cases.after(before[-1]) if before else ANY for before in near] or [ANY]
    allowed = frozenset[str].union(*asked)
    bound = ANY not in asked
    head = _head(words, kind)
    sought = _Sought(
        kind, bound or (kind == "person" and len(words) > 1), len(words) == 1 or adjectives.is_one(words[0])
    )
    options = [_readings(word, sought) if at <= head else (_fixed(word),) for at, word in enumerate(words)]
    best: tuple[float, str] = (0.0, "")
    for choice in islice(product(*options), MOST):
        case = _case(choice, allowed)
        if case is None or not _one_gender(choice, kind):
            continue
        likely = 1.0
        for reading in choice:
            likely *= reading.likely
        if case == NOMINATIVE and not bound:
            likely *= 2
        best = max(best, (likely, " ".join(reading.nominative for reading in choice)), key=lambda pair: pair[0])
    return "" if best[1] == " ".join(words) else best[1]


class _Sought(NamedTuple):
    """What is known of the name whose words are read."""

    kind: str
    asked: bool
    """The words around ask for a case, so that an ending alone is enough."""
    ordinary: bool
    """It may be made of ordinary nouns: `Октябрьской революции`."""


def _head(words: Sequence[str], kind: str) -> int:
    """The place of the last word that is declined: of a person all are, of others the first noun."""
    if kind == "person" or len(words) == 1:
        return len(words) - 1
    for at, word in enumerate(words):
        if not adjectives.is_before(word) and not _is_guessed_adjective(word):
            return at
    return len(words) - 1


def _is_guessed_adjective(word: str) -> bool:
    return adjectives.is_one(word) and not _known(word.lower())


def _fixed(word: str) -> Reading:
    return Reading(word, "", "", 1.0)


def _case(choice: Sequence[Reading], allowed: frozenset[str]) -> str | None:
    """The one case of all words; None where they contradict one another or the context."""
    cases = {reading.case for reading in choice if reading.case}
    if len(cases) > 1:
        return None
    case = cases.pop() if cases else ""
    return case if not case or case in allowed else None


def _one_gender(choice: Sequence[Reading], kind: str) -> bool:
    return len({reading.gender for reading in choice if reading.gender}) < 2


@lru_cache(maxsize=65_536)
def _readings(word: str, sought: _Sought) -> tuple[Reading, ...]:
    """What a word may be, the likelier first."""
    if not _CYRILLIC.fullmatch(word) or len(word) < 3 or any(part[1:] != part[1:].lower() for part in word.split("-")):
        return (_fixed(word),)
    head, hyphen, last = word.rpartition("-")
    if hyphen and not _known(word.lower()):
        return tuple(one._replace(nominative=f"{head}-{one.nominative}") for one in _readings(last, sought))
    known = tuple(_from_dictionary(word, sought))
    if any(one.likely >= GUESSED for one in known):
        return known
    sure = tuple(_by_endings(word, _SURE, GUESSED))
    loose = tuple(_by_endings(word, _LOOSE, GUESSED)) if sought.asked and not sure else ()
    nominative = Reading(word, NOMINATIVE, "", GUESSED * (1.5 if not sure else 0.9))
    return (*sure, *loose, nominative, *known) if sure or loose else (_fixed(word), *known)


def _by_endings(word: str, table: Sequence[tuple[re.Pattern[str], str, str, str]], likely: float) -> Iterator[Reading]:
    for place, (pattern, nominative, case, gender) in enumerate(table):
        if pattern.match(word):
            base = pattern.sub(nominative, word)
            cases = (GENITIVE, DATIVE, INSTRUMENTAL, LOCATIVE) if not case else (case,)
            yield from (Reading(base, one, gender, likely - place * 0.001) for one in cases)


def _from_dictionary(word: str, sought: _Sought) -> Iterator[Reading]:
    """The readings of OpenCorpora; as what the name is not they count less."""
    readings = [one for one in _known(word.lower()) if one.tag.case]
    named = any(_fits(one.tag, sought.kind) for one in readings)
    for one in readings:
        tag = one.tag
        ordinary = not _fits(tag, "")
        if tag.POS not in ("NOUN", "ADJF", "PRTF") or "Abbr" in tag or (ordinary and not sought.ordinary):
            continue
        if tag.number == "plur" and not ordinary and "Geox" not in tag:
            continue
        form = one.inflect({"nomn", tag.number}) if tag.number else one
        if form is None:
            continue
        likely = 1.0 if not named or _fits(tag, sought.kind) else NO_NAME
        case = {"gen2": GENITIVE, "loc2": LOCATIVE, "acc2": ACCUSATIVE, "voct": NOMINATIVE}.get(tag.case, str(tag.case))
        gender = "plur" if tag.number == "plur" else str(tag.gender or "")
        fixed = "Fixd" in tag
        yield Reading(_cased(form.word, word), "" if fixed else case, gender, likely * (0.5 + one.score))
        if ordinary and not named and not sought.asked and word[-1] in "ая":
            yield Reading(word, NOMINATIVE, "", 1.0)


def _fits(tag: Any, kind: str) -> bool:
    """Whether a reading is of a name of this kind."""
    wanted = {"person": ("Name", "Surn", "Patr"), "place": ("Geox",)}.get(
        kind, ("Name", "Surn", "Patr", "Geox", "Orgn")
    )
    return any(one in tag for one in wanted)


def _cased(form: str, like: str) -> str:
    """With the capitals of the article's word, and its е for ё."""
    form = form if "ё" in like else form.replace("ё", "е")
    return form if like[0].islower() else "-".join(part[:1].upper() + part[1:] for part in form.split("-"))


def _known(word: str) -> tuple[Any, ...]:
    from l10n.names.forms import russian_words

    return russian_words.known(word)
