"""A built page as it is shown in a frame: its sentences marked, and nothing in it that acts.

A text is marked with letters of a private plane, before the page is written: OPEN of its number, the text, CLOSE.  On
the page they become `<span data-segment="…">` where a reader sees text, `data-segment` of a picture whose `alt` they
stand in, and nothing anywhere else.  Taken out is what loads, frames or sends: scripts, style sheets of their own,
frames, objects, `<base>`, `<meta http-equiv>`; what is left of that kind, the policy of the frame forbids.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote

from l10n import markup
from l10n.builders import references
from l10n.builders.links import Archive, Links
from l10n.builders.site import SAFE_IN_PATH
from l10n.edits import Edit
from l10n.markup import Tag

FIRST, MOST = 0xF0000, 0xFFFD
"""The private letter of the first mark, and how many there are."""
CLOSE = "\U0010fffd"
MARK = re.compile(f"[{chr(FIRST)}-{chr(FIRST + MOST - 1)}{CLOSE}]")
_SPELT = re.compile(r"&#([0-9]{6,7});")
"""A private letter in a page whose encoding has none."""

_ACTS = markup.element_names("script iframe frame frameset object embed applet portal base link")


_PLAIN = markup.FOREIGN | {"select", "datalist"}
"""Elements whose text no element of ours can stand in."""


def mark(number: int) -> str:
    """The private letter of a number; of the last one, CLOSE."""
    return chr(FIRST + number) if number < MOST else CLOSE


def number(letter: str) -> int:
    """The number of a private letter."""
    return min(ord(letter) - FIRST, MOST)


def is_free(text: str) -> bool:
    """No letter of the marks stands in a text already."""
    return not MARK.search(_letters(text))


def marked(text: str, at: int) -> str:
    """A text between its marks; at: its number, below MOST."""
    return f"{mark(at)}{text}{CLOSE}"


def unmarked(text: str) -> str:
    """A text without marks."""
    return MARK.sub("", text)


@dataclass(frozen=True)
class Assets(Links):
    """The references of a page that lead to files beside the articles lead to where these are served."""

    assets: Container[str] = frozenset()
    """Paths under source/."""
    served: str = ""
    """The address below which they are, with its slash."""

    def move(self, reference: str, locale: str = "") -> str:
        """The address of an asset; any other reference as it is."""
        path = re.split("[?#]", reference.strip(" \t\n\f\r"), maxsplit=1)[0]
        _, absolute = self._absolute(path) if path else ("", "")
        inside = unquote(absolute[len(self._root) :]) if absolute.startswith(self._root) else ""
        return self.served + quote(inside, safe=SAFE_IN_PATH) if inside in self.assets else reference


def assets_of(archive: Archive, place: str, locale: str, assets: Container[str], served: str) -> Assets:
    """For the page at a place of a build."""
    return Assets(archive, place, place, locale, assets=assets, served=served)


def same(one: str, other: str) -> bool:
    """Two pages say the same under the same tags, marks left aside."""
    return list(_said(one)) == list(_said(other))


def _said(text: str) -> Iterator[str]:
    text = _letters(text)
    for tag, before in _walk(text, list(markup.tags(text))):
        said = " ".join(unmarked(unescape(before)).split())
        yield said
        if tag is not None:
            yield ("/" if tag.closing else "") + tag.name


def page(text: str, names: Sequence[str], assets: Assets) -> str:
    """The page. names: what `data-segment` says of each mark, by its number; empty where there are none."""
    text = _letters(text) if names else text
    moved = references.edits(text, list(markup.tags(text)), assets)
    text = markup.splice(text, sorted(moved))
    return markup.splice(text, sorted(_edits(text, names)))


def _edits(text: str, names: Sequence[str]) -> Iterator[Edit]:
    drawn = 0
    at = 0
    for tag in markup.tags(text):
        yield from _in_text(text, at, tag.start, names, shown=not drawn)
        if tag.name in _PLAIN and not markup.is_empty(text, tag.start, tag.end):
            drawn = max(0, drawn + (-1 if tag.closing else 1))
        at = max(at, tag.content_end)
        if _is_taken_out(text, tag):
            yield tag.start, tag.content_end, ""
            continue
        yield from _in_tag(text, tag, names)
        yield from _in_text(text, tag.end, tag.content_end, names, shown=False)
    yield from _in_text(text, at, len(text), names, shown=not drawn)


def _in_text(text: str, start: int, stop: int, names: Sequence[str], *, shown: bool) -> Iterator[Edit]:
    if not names:
        return
    for match in MARK.finditer(text, start, stop):
        new = "</span>" if match[0] == CLOSE else f'<span data-segment="{names[number(match[0])]}">'
        yield match.start(), match.end(), new if shown else ""


def _in_tag(text: str, tag: Tag, names: Sequence[str]) -> Iterator[Edit]:
    """Marks in attributes; a picture that has them bears the first."""
    marks = list(MARK.finditer(text, tag.start, tag.end)) if names else []
    yield from ((match.start(), match.end(), "") for match in marks)
    if marks and tag.name == "img" and marks[0][0] != CLOSE:
        place = tag.start + 1 + len(tag.name)
        yield place, place, f' data-segment="{names[number(marks[0][0])]}"'


def _is_taken_out(text: str, tag: Tag) -> bool:
    if tag.name == "meta":
        return markup.attribute(text, tag, "http-equiv") is not None
    return tag.name in _ACTS


def _walk(text: str, tags: Sequence[Tag]) -> Iterator[tuple[Tag | None, str]]:
    """Each tag with the text before it; the text after the last with None. Scripts say nothing."""
    at = 0
    for tag in tags:
        yield tag, text[at : tag.start]
        at = tag.content_end if tag.name == "script" else tag.end
    yield None, text[at:]


def _letters(text: str) -> str:
    """Marks that were written as character references, as letters."""

    def letter(match: re.Match[str]) -> str:
        spelt = chr(min(int(match[1]), 0x10FFFF))
        return spelt if MARK.match(spelt) else match[0]

    return _SPELT.sub(letter, text) if "&#" in text else text
