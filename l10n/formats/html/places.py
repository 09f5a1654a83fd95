"""Places: where the units of a page stand, in document order, and what is needed to write each of them back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from l10n import codes, markup
from l10n.formats.html import jsonld
from l10n.formats.html.page import Page
from l10n.formats.html.tokens import Token
from l10n.formats.html.white import edges, fold, has_words
from l10n.model import Unit

LEGEND = 200
"""How many characters of its markup say what a code stands for."""

_NAME = re.compile("[a-z]{1,12}")


class Place(NamedTuple):
    """A unit and its span: text[start:end]."""

    start: int
    end: int
    unit: Unit
    form: str = "text"
    """text, title, attribute or json: how it is written. Markup may stand in a text alone."""
    quote: str = ""
    """Around an attribute."""
    codes: Mapping[str, tuple[int, int]] = MappingProxyType({})
    """Where the markup of each code stands: of `<a1>`, of `</a1>`, of `<br2/>`."""
    notes: tuple[tuple[int, int], ...] = ()
    """Comments inside it, which move to its end when the text changes."""


def plain(page: Page, start: int, end: int, kind: str, id: str = "", form: str = "text") -> list[Place]:
    """The unit of a span of text without tags; none where it has no words."""
    start, end = edges(page.text, start, end)
    source = fold(markup.unescape(page.text[start:end])).strip()
    if not has_words(source):
        return []
    return [Place(start, end, Unit(kind, codes.escape(source), page.line(start), id), form)]


def marked(page: Page, tokens: list[Token], kind: str, id: str = "") -> list[Place]:
    """The unit of a group of tokens that is trimmed; none where it has no words."""
    text = page.text
    words: list[list[str]] = [[]]
    notes: list[tuple[int, int]] = []
    spans: dict[str, tuple[int, int]] = {}
    legend: list[tuple[str, str]] = []
    opened: list[str] = []
    for token in tokens:
        what, start, end = token.what, token.start, token.end
        if what == "text":
            words[-1].append(markup.unescape(text[start:end]))
        elif what == "note":
            notes.append((start, end))
        else:
            if what == "close":
                code = f"</{opened.pop()}>"
            else:
                label = f"{_short(token.name)}{len(legend) + 1}"
                legend.append((label, _shown(text[start:end])))
                code = f"<{label}/>" if what == "alone" else f"<{label}>"
                opened += [label] if what == "open" else []
            spans[code] = (start, end)
            words.append([])
    said = ["".join(pieces) for pieces in words]
    if not has_words("".join(said)):
        return []
    parts = zip(map(codes.escape, said), [*spans, ""], strict=True)
    source = fold("".join(chain.from_iterable(parts))).strip()
    first, last = tokens[0], tokens[-1]
    start = edges(text, first.start, first.end)[0] if first.what == "text" else first.start
    end = edges(text, last.start, last.end)[1] if last.what == "text" else last.end
    return [Place(start, end, Unit(kind, source, page.line(start), id, tuple(legend)), codes=spans, notes=tuple(notes))]


def _short(name: str) -> str:
    """What a code is called: the name of its tag, `x` where that is no plain word."""
    return name if _NAME.fullmatch(name) else "x"


def _shown(raw: str) -> str:
    raw = fold(raw)
    return raw if len(raw) <= LEGEND else raw[: LEGEND - 1] + "…"


_ATTRIBUTES = {"title": "title", "aria-label": "aria-label", "placeholder": "placeholder"}
_WITH_ALT = frozenset(["img", "area", "input"])


def of_tag(page: Page, name: str, start: int, end: int) -> list[Place]:
    """The units in the attributes of the start tag text[start:end]: alt, title, aria-label, placeholder."""
    tag = page.text[start:end].lower()
    if not ("title" in tag or "alt" in tag or "aria-label" in tag or "placeholder" in tag):
        return []
    found: list[Place] = []
    seen = set()
    for attribute in markup.attributes(page.text, start, end):
        kind = "alt" if attribute.name == "alt" and name in _WITH_ALT else _ATTRIBUTES.get(attribute.name)
        if kind and attribute.name not in seen:
            found += valued(page, attribute, kind)
        seen.add(attribute.name)
    return found


def valued(page: Page, attribute: markup.Attribute, kind: str) -> list[Place]:
    """The unit of the value of an attribute; none where it has no words."""
    source = fold(attribute.value).strip()
    if not has_words(source):
        return []
    start, end = attribute.value_start, attribute.value_end
    if attribute.quote:
        start, end = edges(page.text, start, end)
    return [Place(start, end, Unit(kind, codes.escape(source), page.line(start)), "attribute", attribute.quote)]


_METAS = {
    "description": "description",
    "og:title": "headline",
    "og:description": "description",
    "og:image:alt": "alt",
    "twitter:title": "headline",
    "twitter:description": "description",
    "twitter:image:alt": "alt",
    "dc.title": "headline",
    "dc.description": "description",
    "dcterms.title": "headline",
    "dcterms.description": "description",
    "headline": "headline",
    "alternativeheadline": "deck",
}
"""Kind by `name`, `property` or `itemprop` of a `<meta>`; the name of the site is none of them."""


def head(page: Page) -> Iterator[Place]:
    """What stands about the article in `<title>`, `<meta>` and JSON-LD, in no particular order."""
    text = page.text
    for start, end in page.metas:
        tag = text[start:end].lower()
        if "title" in tag or "description" in tag or ":alt" in tag or "headline" in tag:
            yield from _meta(page, markup.attributes(text, start, end))
    titled = False
    for name, start, end, stop in page.raws:
        if name == "title" and not titled:
            titled = True
            yield from plain(page, end, stop, "headline", form="title")
        elif name == "script" and "ld+json" in text[start:end]:
            yield from _json(page, end, stop)


def _meta(page: Page, found: list[markup.Attribute]) -> list[Place]:
    kinds = [_METAS.get(a.value.strip().lower()) for a in found if a.name in ("name", "property", "itemprop")]
    content = next((a for a in found if a.name == "content"), None)
    kind = next(filter(None, kinds), None)
    return valued(page, content, kind) if content and kind else []


def _json(page: Page, start: int, end: int) -> Iterator[Place]:
    text = page.text
    for kind, low, high in jsonld.texts(text[start:end]):
        low, high = edges(text, start + low, start + high)
        source = fold(jsonld.decoded(text[low:high])).strip()
        if has_words(source):
            yield Place(low, high, Unit(kind, codes.escape(source), page.line(low)), "json")
