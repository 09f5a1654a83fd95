"""Kinds of the blocks of a plain text, by their place and their shape.

headline: the first block that is no furniture, date, kicker or caption, when it is short and ends without a full stop.
kicker: a word or two above it. deck: the single sentence right under it, before the article goes on.
byline: `By …`, `Автор: …`, or names alone under the headline or at the very end. date: likewise, above the article.
credit: `Photo: …` or `Source: …` alone; figcaption: words and then `Photo: …`, or `Pictured: …`.
h2: short, without a mark at its end (or a question between long paragraphs), after a paragraph and before one.
li: bullets, and numbers or hyphens that follow one another. A single hyphen opens direct speech.
blockquote: a quotation over several paragraphs: it opens with a mark that a later paragraph closes.
furniture: rights, invitations to follow and share, error forms, embargoes and end marks, and what stands beside them
at the top and the end. A paragraph that opens with place and date is no deck.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from l10n.formats.text import words
from l10n.formats.text.lines import Block

HEADLINE, DECK, CAPTION, CREDIT, FURNITURE, SUBHEADING, KICKER, BYLINE, DATE = 200, 300, 300, 80, 200, 80, 25, 100, 40
"""How many characters a block of this kind has at most."""

QUESTION = 60
"""How many a sub-heading has that is a question."""

LONG = 100
"""From how many a paragraph is taken for one even without a full stop."""

QUOTED = 12
"""Over how many paragraphs a quotation goes on at most."""

BESIDE = 4
"""How many lines may stand together with furniture."""

_ASIDE = frozenset(["furniture", "date", "figcaption", "credit"])
_PROSE = frozenset(["p", "blockquote", "deck"])
_OPENING = re.compile(r"[“«„\"]")
_PAIRS = {"“": "”", "«": "»"}


def kinds(blocks: Sequence[Block], excluded: Collection[int]) -> list[str]:
    """The kind of each block. excluded: indexes of those that the project calls furniture."""
    found = [_by_itself(block, index in excluded) for index, block in enumerate(blocks)]
    _beside_furniture(blocks, found)
    _lists(blocks, found)
    start = _top(blocks, found)
    _quotations(blocks, found)
    _subheadings(blocks, found, start)
    _signature(blocks, found)
    return found


def _by_itself(block: Block, excluded: bool) -> str:
    text = block.text
    size = len(text)
    if excluded or (size <= FURNITURE and words.FURNITURE.search(text)):
        return "furniture"
    if size <= BYLINE and words.BYLINE.match(text) and not words.ENDS.search(text):
        return "byline"
    return _of_picture(text) if size <= CAPTION else "p"


def _of_picture(text: str) -> str:
    """credit or figcaption where the words say so, else p."""
    bare = text.lstrip("([")
    if len(text) <= CREDIT and words.SOURCE.match(bare):
        return "credit"
    if words.SHOWN.match(bare):
        return "figcaption"
    label = next(reversed(list(words.LABEL.finditer(text))), None)
    if label is None or len(text) - label.end() > CREDIT or (label.end() == len(text) and ":" in label[0]):
        return "p"
    before = text[: label.start()].rstrip()
    if not before.strip("(["):
        return "credit" if not words.NEXT_SENTENCE.search(text, label.end()) else "figcaption"
    set_off = before[-1] in '.!?…؟۔»”")]([|/—–' or (label[0][0].isupper() and ":" in label[0])
    return "figcaption" if set_off else "p"


def _beside_furniture(blocks: Sequence[Block], found: list[str]) -> None:
    """What stands with furniture in the first or the last lines is furniture."""
    if not blocks:
        return
    for chunk in {blocks[0].chunk, blocks[-1].chunk}:
        members = [index for index, block in enumerate(blocks) if block.chunk == chunk]
        if (
            len(members) <= BESIDE
            and len(members) < len(blocks)
            and any(found[index] == "furniture" for index in members)
        ):
            for index in members:
                if len(blocks[index].text) <= FURNITURE:
                    found[index] = "furniture"


def _lists(blocks: Sequence[Block], found: list[str]) -> None:
    """Items of lists; what only looks like one gets its marker back in `is_item`."""
    for index, block in enumerate(blocks):
        if block.marker and found[index] == "p" and is_item(blocks, index):
            found[index] = "li"


def is_item(blocks: Sequence[Block], index: int) -> bool:
    """A bullet is one by itself; a number or a hyphen beside another one."""
    marker = blocks[index].marker
    if not marker:
        return False
    if marker not in "-+*" and not marker[0].isdigit():
        return True
    around = [blocks[at].marker for at in (index - 1, index + 1) if 0 <= at < len(blocks)]
    return any(other[-1:] == marker[-1] and other[:1].isdigit() == marker[0].isdigit() for other in around)


def _top(blocks: Sequence[Block], found: list[str]) -> int:
    """Headline and what belongs to it; returns the index of the first block below."""
    places = [index for index, kind in enumerate(found) if kind not in _ASIDE]
    at = 0
    while at < len(places) and _is_date(blocks[places[at]].text):
        found[places[at]] = "date"
        at += 1
    plain = [blocks[place].text for place in places[at : at + 2] if found[place] == "p"]
    if len(plain) == 2 and _is_kicker(plain[0]) and _is_headline(plain[1]):
        found[places[at]] = "kicker"
        at += 1
    if at == len(places) or found[places[at]] != "p" or not _is_headline(blocks[places[at]].text):
        return places[at] if at < len(places) else len(blocks)
    found[places[at]] = "headline"
    return _below_headline(blocks, found, places[at + 1 :])


def _below_headline(blocks: Sequence[Block], found: list[str], places: Sequence[int]) -> int:
    """Date, byline and deck, in whatever order; returns the index of the first block below them."""
    last = max((index for index in places if found[index] == "p"), default=0)
    deck = False
    for index in places:
        text = blocks[index].text
        if found[index] == "byline":
            continue
        if found[index] != "p":
            return index
        if _is_date(text):
            found[index] = "date"
        elif index < last and _is_names(text):
            found[index] = "byline"
        elif index < last and not deck and _is_deck(text):
            found[index], deck = "deck", True
        else:
            return index
    return len(blocks)


def _is_headline(text: str) -> bool:
    if len(text) > HEADLINE or text[-1:] in ":;,،؛":
        return False
    return not text.endswith((".", "۔")) or text.endswith(("...", "[.]"))


def _is_kicker(text: str) -> bool:
    return len(text) <= KICKER and not words.STOPS.search(text) and len(text.split()) <= 2


def _is_date(text: str) -> bool:
    return len(text) <= DATE and words.DATE.match(text) is not None and not words.ENDS.search(text.rstrip("г."))


def _is_names(text: str) -> bool:
    return len(text) <= BYLINE and bool(words.NAMES.match(text) or words.ARABIC_NAMES.match(text))


def _is_deck(text: str) -> bool:
    return (
        len(text) <= DECK
        and not words.NEXT_SENTENCE.search(text)
        and not words.DATELINE.match(text)
        and not _OPENING.match(text)
        and text[:1] not in "—–-"
    )


def _quotations(blocks: Sequence[Block], found: list[str]) -> None:
    index = 0
    while index < len(blocks):
        end = _quotation_end(blocks, found, index)
        for place in range(index, end):
            if found[place] == "p":
                found[place] = "blockquote"
        index = max(end, index + 1)


def _quotation_end(blocks: Sequence[Block], found: Sequence[str], start: int) -> int:
    """Index after the last paragraph of a quotation that opens here and goes on below; `start` where there is none."""
    text = blocks[start].text
    if found[start] != "p" or not _OPENING.match(text) or not _stays_open(text, text[0]):
        return start
    for index in range(start + 1, min(start + QUOTED, len(blocks))):
        text_below = blocks[index].text
        if found[index] == "p" and _closes(text_below, text[0]):
            return index + 1
        if found[index] not in ("p", *_ASIDE):
            return start
    return start


def _stays_open(text: str, mark: str) -> bool:
    """More quotations open than close."""
    if mark == '"':
        return text.count(mark) % 2 == 1
    if mark == "„":
        return text.count("„") > text.count("“") + text.count("”")
    return text.count(mark) > text.count(_PAIRS[mark])


def _closes(text: str, mark: str) -> bool:
    """A quotation that opened in a paragraph above, or is opened anew in this one, ends here."""
    inner = text[1:] if text[:1] == mark else text
    if mark == '"':
        return inner.count(mark) % 2 == 1
    if mark == "„":
        return inner.count("“") + inner.count("”") > inner.count("„")
    return inner.count(_PAIRS[mark]) > inner.count(mark)


def _subheadings(blocks: Sequence[Block], found: list[str], start: int) -> None:
    places = [index for index in range(start, len(blocks)) if found[index] not in _ASIDE]
    for before, index, after in zip(places, places[1:], places[2:], strict=False):
        if found[index] != "p" or found[before] not in _PROSE | {"li"} or found[after] not in _PROSE:
            continue
        after_prose, before_prose = _is_prose(blocks[before].text), _is_prose(blocks[after].text)
        if before_prose and (after_prose or found[before] == "li") and _is_subheading(blocks[index].text, after_prose):
            found[index] = "h2"


def _is_prose(text: str) -> bool:
    return len(text) >= LONG or words.ENDS.search(text) is not None


def _is_subheading(text: str, after_prose: bool) -> bool:
    if len(text) > SUBHEADING or text[:1].islower() or _OPENING.match(text) or text[:1] in "—–-(":
        return False
    if text.endswith(("?", "؟")):
        return len(text) <= QUESTION and after_prose and not words.NEXT_SENTENCE.search(text)
    return not words.STOPS.search(text)


def _signature(blocks: Sequence[Block], found: list[str]) -> None:
    """Names alone below the article."""
    places = [index for index, kind in enumerate(found) if kind not in _ASIDE]
    if len(places) > 2 and found[places[-1]] == "p" and words.NAMES.match(blocks[places[-1]].text):
        found[places[-1]] = "byline"
