"""Names in Uyghur in Arabic script, which has no capitals: by lists of names and places, by endings, by titles.

A place of the lists is a name wherever it stands.  A given name of the lists is one where another name follows it, a
title stands before it or a verb of saying behind it; alone only where it is no ordinary word (`ئالىم` is a scholar).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from l10n import codes
from l10n.languages import lexicon
from l10n.model import Term
from l10n.names.discovery import knowledge
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.lexicon import UYGHUR
from l10n.names.forms import Finder
from l10n.phrases import phrase

_WORD = re.compile(r"[\u0620-\u064a\u0670-\u06d3\u06d5\u06fa-\u06ff]+(?:-[\u0620-\u06ff]+)*")
_CASE = r"(?:نىڭ|نى|غا|گە|قا|كە|دا|دە|دىن|تىن|مۇ)?$"
_FAMILY_NAME = re.compile(rf"..(?:[وې](?:ف|ۋ)|[وې]ۋا|وۋىچ|وۋنا){_CASE}")
"""-ov, -ev, -ova, -eva with a case ending."""
_GIVEN_NAME = re.compile(rf"...(?:گۈل|جان|نىياز|ئاخۇن|قىز|نىسا){_CASE}")
"""Elements that end given names."""

SHORTEST = 4
"""Letters of a place or a person's name that is looked for."""

ORDINARY = lexicon(
    "alim erkin bahar batur azat arzu polat tash tömür",
    "dölet tursun turdi arslan bughra yolwas dolqun küresh güzel gül",
    "chimen tarim oghuz uyghur qanat baqi rozi sultan imam haji hajim molla xoja mirza erdem senem salamet hörmet",
    "ibadet intizar muhabbet muhebbet juma jüme héyt islam",
    "xalis qudret gheyret shöhret hidayet nijat nejat salih sadiq",
    "qari qadir kérim kerem rehim esqer almas aqida arman",
    "ayim bayan bilal jahangir jewher nur roza söyüm tash yultuz",
    "sahil samal shahit sherqi türkel tewekkül hürriyet lale",
    "oghulqiz güli gülistan izzet saadet ömer hawa humar ghunche",
    "nazaket reyhan rizwan shirin shérin ziya dina rena abay",
    "malik nebi memet zahir talip qeyser awut kamal jamal adil",
    "aziz ezim eziz hekim hékim hapiz ghazi mehsum damolla roshen rushen reshit hashim qasimi pasha yalqun qurban aq",
    "küreş imin emin xelil hakim hamit isa eset raxman",
    "rahman ehed nadir qutluq tirim türk hoshur turghun ziba shahzat",
    "turghan qarlighach munewwer jür'et ilham ötkür zumret",
    "shamil örkesh ezimet mihriban méhriban qehriman uyghur sherqi",
    "marjan tengritagh intizar zulmet ümid ümit ghalip hemit",
    "ismet semet selim nazugum chöl arzugül muqeddes muhterem",
    "ferqet almire tumaris uyghurjan nisagul perwin perizat parizat baqit saule laura asqar aslan bolat marat serik",
)
"""Names of the lists that are ordinary words as well, in Uyghur Latin letters; a native reader has still to confirm."""

ORDINARY_PLACES = lexicon(
    "دۇنيا چۆچەك قاتار ئارال شۇ چۇ ئورال چىن لوپ ئوردا ئالا قوش بۇلاق تاغ ئاقسۇ كۆل ئەرەب ئوتتۇرا سارى باي ساي ئۈچ"
)
"""Places that are ordinary words as well: they are not looked for."""

NO_NAMES = lexicon("ھاياجان بىجان")
"""Words that only end as given names do."""

CASES = frozenset(["genitive", "accusative", "dative", "locative", "ablative", "adjectival"])
"""Endings of a name that is used as one; what is owned or many is no name."""

ADDRESS = lexicon("ئەپەندى ئەپەندىم خانىم ئاكا ئاچا ھاجى")
"""Words of respect behind a name."""

SAYING = lexicon("دېدى دەيدۇ دېگەن ئېيتتى بىلدۈردى ئەسكەرتتى سۆزلىدى ئېيتىشىچە دېيىشىچە قەيت")


class _Word(NamedTuple):
    """One word of a text."""

    text: str
    start: int
    end: int
    follows: bool
    """Only a space stands between the word before and this one."""


def parts(text: str) -> Iterator[Part]:
    """The names of a text, in order, places and organisations in the nominative; what tells nothing is not found."""
    plain = codes.ANY.sub(lambda match: " " * len(match[0]), text)
    words = list(_words(plain))
    listed = {hit.span[0]: hit for hit in _listed().find(plain) if CASES.issuperset(hit.analysis.features)}
    at = 0
    while at < len(words):
        known = listed.get(words[at].start)
        if known is not None and isinstance(known.term, Term):
            kind = known.term.kind
            told = phrase("known place") if kind == "place" else phrase("known organisation")
            yield Part(tuple(known.term.form.split()), *known.span, kind, told)
            at = next((after for after in range(at, len(words)) if words[after].start >= known.span[1]), len(words))
            continue
        size, why = _person(words, at)
        if size:
            last = words[at + size - 1]
            form = (*(word.text for word in words[at : at + size - 1]), _bare(last.text))
            yield Part(form, words[at].start, last.end, "person", why)
        at += size or 1


def _words(plain: str) -> Iterator[_Word]:
    end = 0
    for match in _WORD.finditer(plain):
        yield _Word(match[0], match.start(), match.end(), bool(end) and not plain[end : match.start()].strip())
        end = match.end()


def _person(words: list[_Word], at: int) -> tuple[int, str]:
    """How many words from here are a person's name, and what tells it."""
    word = words[at].text
    before = words[at - 1].text if at and words[at].follows else ""
    after = words[at + 1].text if at + 1 < len(words) and words[at + 1].follows else ""
    listed, titled = _base(word), before in UYGHUR.titles
    if word in UYGHUR.titles:
        return 0, ""
    follows = _base(after) if after else None
    sure = titled or not {listed, follows} <= _ordinary()
    if after and sure and (listed == word or titled or _GIVEN_NAME.search(word)) and (follows or _is_family(after)):
        return 2, phrase("given name and family name")
    if titled and after and before in SURE_TITLES and not listed:
        return 2, phrase("title `{title}`", title=before)
    if listed and (titled or after in SAYING | ADDRESS or listed not in _ordinary()):
        return 1, phrase("given name")
    if word not in NO_NAMES and len(word) > SHORTEST + 1 and (_GIVEN_NAME.search(word) or _FAMILY_NAME.search(word)):
        return 1, phrase("ending of a personal name")
    return 0, ""


def _is_family(word: str) -> bool:
    return len(word) > SHORTEST and _FAMILY_NAME.search(word) is not None


SURE_TITLES = lexicon("پروفېسسور دوكتور پرېزىدېنت زۇڭتۇڭ")
"""Titles behind which a name of two words stands, in whatever form."""


def _base(word: str) -> str | None:
    """The name of the lists that this word is, in any case; None for another word."""
    if word in _people():
        return word
    for hit in _finder().find(word):
        if hit.span == (0, len(word)) and isinstance(hit.term, Term) and CASES.issuperset(hit.analysis.features):
            return hit.term.form
    return None


def _bare(word: str) -> str:
    """A name without its case, where a list says what it is, or its ending does."""
    base = _base(word)
    if base:
        return base
    for pattern in (_FAMILY_NAME, _GIVEN_NAME):
        match = pattern.search(word)
        if match:
            return re.sub(_CASE, "", word) or word
    return word


@cache
def _people() -> Mapping[str, str]:
    """Given names and surnames in Arabic letters, and the same in Latin ones."""
    from l10n.names.candidates import uyghur_names as names
    from l10n.names.standards import transliterate

    listed = names.MALE + names.FEMALE + names.NEIGHBOURS
    latin = [name for name in listed if len(name) >= SHORTEST and "-" not in name]
    return {transliterate(name, "ug-Latn", "ug"): name.lower() for name in latin}


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(form for form, latin in _people().items() if latin in ORDINARY)


@cache
def _finder() -> Finder:
    return Finder("ug", [Term(form, "person") for form in _people()])


@cache
def _listed() -> Finder:
    """Places and organisations of the lists."""
    places = sorted(form for form in knowledge.listed_places("ug") if len(form) >= SHORTEST)
    organisations = sorted(form for form in knowledge.organisations("ug") if _WORD.match(form) and " " in form)
    return Finder(
        "ug",
        [Term(form, "organisation", form) for form in organisations]
        + [Term(form, "place", form) for form in places if form not in ORDINARY_PLACES],
    )
