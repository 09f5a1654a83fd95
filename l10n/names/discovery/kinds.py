"""What a capitalised sequence names: titles are taken off, neighbours that only stand together are parted, and each
part is a person, a place, an organisation, a work, or a term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from l10n.languages import lexicon
from l10n.names.discovery.lexicon import PARTICLES, Around
from l10n.names.discovery.sequences import Sequence, bare, heads

IsPlace = Callable[[str], bool]
"""Whether a whole name is that of a place which every atlas has."""
IsPeople = Callable[[str], bool]
"""Whether a word is the name of a people, a language or a faith, or the adjective of a country."""

_PERSON = re.compile(
    r"(?:[oe]v|[oe]va|yeva?|in(?:a|sky|skaya)?|ski[iy]?|skaya|b[ae][iy]|bek|bekov[a]?|gul|g[uü]l|jan|zhan|khan"
    r"|qizi|kyzy|uly|ogly|vich|[oe]vna|shvili|ian|yan|enko|chuk"
    r"|[ое]ва?|ина?|ск(?:ий|ая)|бай|бек|гуль?|гүл|жан|хан|қызы|кызы|ұлы|улы|оглы|вич|вна|швили|ян|енко|чук)$",
    re.IGNORECASE,
)
"""Endings of family and given names, Slavic, Turkic, Caucasian."""

_PLACE = re.compile(
    r"(?:stan|abad|grad|gorod|burg|polis|ville|town|sk|land|стан|абад|град|бург|ск|тау|көл)$", re.IGNORECASE
)

_FINAL = r"(?:i?a(?:ng?|o|i)?|u(?:ang?|an|ai|i|n|o)?|i(?:u|e|ng?|ong)?|e(?:i|ng?|r)?|o(?:u|ng)?|ü[en]?)"
_PINYIN = re.compile(rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}){{1,2}}", re.IGNORECASE)
_CHINESE_SURNAMES = lexicon(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han",
    "feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lü ding ren yao shen zhong cui",
    "tan fan wen xi hua",
)
"""The commonest family names of China in pinyin: one of them stands first in a name of two words."""


class Part(NamedTuple):
    """One name of a sequence."""

    words: tuple[str, ...]
    start: int
    """Offset in the text of its first word."""
    end: int
    kind: str
    """One of names.KINDS; "" where nothing tells."""
    why: str

    @property
    def form(self) -> str:
        return " ".join(self.words)


def parts(text: str, sequence: Sequence, around: Around, is_place: IsPlace, is_people: IsPeople) -> Iterator[Part]:
    """The names of a sequence, in order."""
    words, before = sequence.words, sequence.before
    spans = _spans(text, sequence)
    title, cut = _title(words, before, around)
    if not cut and len(words) > 1 and _is_acronym(words[0]):  # `US Secretary of State`
        title, cut = _title(words[1:], (), around)
        cut += bool(cut)
    words, spans, before = words[cut:], spans[cut:], () if cut else before
    while len(words) > 1 and is_people(words[0]) and not _has_head(words, around):
        yield Part(words[:1], *spans[0], "term", "people or language")
        words, spans = words[1:], spans[1:]
    while place := _leading_place(words, around, is_place, before):
        yield Part(words[:place], spans[0][0], spans[place - 1][1], "place", "known place")
        title = title or next((word for word in before if _is_title(word, around)), "")
        words, spans, before = words[place:], spans[place:], ()
    stop = _inner_place(words, around, is_place)
    if words[:stop] and not (stop == 1 and _is_generic(words[0], around)):
        after = sequence.after if stop == len(words) else ()
        kind, why = _kind(words[:stop], before, after, title, around, is_place, is_people)
        yield Part(words[:stop], spans[0][0], spans[stop - 1][1], kind, why)
    for word, span in zip(words[stop:], spans[stop:], strict=True):
        if is_place(word):
            yield Part((word,), *span, "place", "known place")


def _spans(text: str, sequence: Sequence) -> list[tuple[int, int]]:
    found, at = [], sequence.start
    for word in sequence.words:
        at = text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def _title(words: tuple[str, ...], before: tuple[str, ...], around: Around) -> tuple[str, int]:
    """The title that a sequence begins with or follows, and how many of its words belong to it."""
    cut, title = 0, ""
    for size in range(min(3, len(words)), 0, -1):
        own = [bare(word).lower().rstrip(".") for word in words[:size]]
        for taken in (2, 1, 0):
            if " ".join([*before[len(before) - taken :], *own]) in around.titles and taken <= len(before):
                cut, title = size, " ".join(words[:size])
                break
        if cut:
            break
    if cut and cut < len(words):
        more, further = _title(words[cut:], (), around)
        return (more or title), cut + further
    if not cut and before and _is_title(before[-1], around):
        return before[-1], 0
    return title, cut


def _is_title(word: str, around: Around) -> bool:
    return word.rstrip(".") in around.titles or (around.declined and heads(word, around.titles, around))


def _is_acronym(word: str) -> bool:
    letters = word.replace("-", "").replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _is_generic(word: str, around: Around) -> bool:
    """A noun of organisations or places alone names nothing: `outside School`."""
    return not _is_acronym(word) and (heads(word, around.organisations, around) or heads(word, around.places, around))


def _has_head(words: tuple[str, ...], around: Around) -> bool:
    return any(heads(word, around.organisations, around) or heads(word, around.places, around) for word in words)


def _leading_place(words: tuple[str, ...], around: Around, is_place: IsPlace, before: tuple[str, ...]) -> int:
    """How many words at the beginning are a place that only stands beside the name: `of Kazakhstan Zhang Xiao`."""
    if len(words) < 2 + (not around.declined) or _has_head(words, around) or is_place(" ".join(words)):
        return 0
    if not around.declined and (not before or before[-1] not in around.into | around.joints):
        return 0
    return next((size for size in (3, 2, 1) if size < len(words) and is_place(" ".join(words[:size]))), 0)


def _inner_place(words: tuple[str, ...], around: Around, is_place: IsPlace) -> int:
    """Where a place begins that only stands behind the name, with its ending: `Ерлан Сәрсенбаев Алматыда`."""
    if not around.declined or _has_head(words, around):
        return len(words)
    return next((at for at in range(1, len(words)) if is_place(words[at])), len(words))


def _kind(
    words: tuple[str, ...],
    before: tuple[str, ...],
    after: tuple[str, ...],
    title: str,
    around: Around,
    is_place: IsPlace,
    is_people: IsPeople,
) -> tuple[str, str]:
    """The kind of a name and what tells it; ("", "") where nothing does."""
    form, near = " ".join(words), before[-1] if before else ""
    follows = after[0] if after else ""
    if is_place(form):
        return "place", "known place"
    noun = next((word for word in words if heads(word, around.organisations, around)), "")
    place = next((word for word in words if heads(word, around.places, around)), "")
    if place and not noun and len(words) > 1:
        return "place", f"`{place}`"
    if noun and len(words) > 1:
        return "organisation", f"`{noun}`"
    if any(heads(word, around.works, around) for word in words) and len(words) > 1:
        return "work", "the name of a work"
    if title:
        return "person", f"title `{title}`"
    if len(words) == 1 and is_people(form):
        return "term", "people or language"
    award = next((word for word in after if heads(word, around.works, around)), "")
    if award and len(words) > 1:
        return "person", f"`{award}` follows"
    if near == "the" and len(words) > 1:
        return "organisation", "`the` before it"
    if follows in around.saying:
        return "person", f"`{follows}` follows"
    if (
        _is_chinese(words)
        or any(word[:-1].isalpha() and word.endswith(".") for word in words)
        or PARTICLES & set(words)
    ):
        return "person", "pattern of a personal name"
    if follows and heads(follows, around.places, around):
        return "place", f"`{follows}` follows"
    if len(words) == 1:
        return _single(form, near, around)
    if len(words) <= 4 and not any(word.isupper() and len(word) > 1 for word in words):
        return "person", "words with capitals"
    return "", ""


def _single(word: str, near: str, around: Around) -> tuple[str, str]:
    """The kind of a name of one word that nothing beside it tells."""
    if _is_acronym(word):
        return "organisation", "acronym"
    if any(letter.isupper() for letter in word[1:]) and "-" not in word:
        return "organisation", "capital inside: a brand"
    if _PLACE.search(word) or near in around.into:
        return "place", f"`{near}` before it" if near in around.into else "ending of a place"
    if _PERSON.search(word):
        return "person", "ending of a personal name"
    return "", ""


def _is_chinese(words: tuple[str, ...]) -> bool:
    """Family name and given name in pinyin: `Zhang Xiao`, `Xi Jinping`."""
    return (
        len(words) == 2
        and words[0].lower() in _CHINESE_SURNAMES
        and all(len(word) <= 9 and _PINYIN.fullmatch(word) for word in words)
    )
