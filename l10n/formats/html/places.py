"""Places: where the units of a page stand, in document order, and what is needed to write each of them back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    source = _Source(text)
    for token in tokens:
        source.add(token)
    source.flush()
    if not source.words:
        return []
    start, end = tokens[0].low, tokens[-1].high
    unit = Unit(kind, "".join(source.parts).strip(), page.line(start), id, tuple(source.legend))
    return [Place(start, end, unit, codes=source.codes, notes=tuple(source.notes))]


class _Source:
    """The source of a unit as it grows, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.words = False
        self.codes: dict[str, tuple[int, int]] = {}
        self.legend: list[tuple[str, str]] = []
        self.notes: list[tuple[int, int]] = []
        self._waiting: list[str] = []
        self._labels: dict[int, str] = {}

    def add(self, token: Token) -> None:
        if token.what == "text":
            self._waiting.append(markup.unescape(self.text[token.start : token.end]))
        elif token.what == "note":
            self.notes.append((token.start, token.end))
        else:
            self.flush()
            code = self._code(token)
            self.parts.append(code)
            self.codes[code] = (token.start, token.end)

    def flush(self) -> None:
        """Text up to here is complete: comments inside it do not part it."""
        if self._waiting:
            text = "".join(self._waiting)
            self._waiting.clear()
            self.words = self.words or has_words(text)
            self.parts.append(codes.escape(fold(text)))

    def _code(self, token: Token) -> str:
        if token.what == "close" and token.partner:
            return f"</{self._labels.pop(token.partner.place)}>"
        label = f"{_short(token.name)}{len(self.legend) + 1}"
        self.legend.append((label, _shown(self.text[token.start : token.end])))
        if token.what == "open":
            self._labels[token.place] = label
            return f"<{label}>"
        return f"<{label}/>"


def _short(name: str) -> str:
    """What a code is called: the name of its tag, `x` where that is no plain word."""
    return name if _NAME.fullmatch(name) else "x"


def _shown(raw: str) -> str:
    raw = fold(raw)
    return raw if len(raw) <= LEGEND else raw[: LEGEND - 1] + "…"


_ATTRIBUTES = {"title": "title", "aria-label": "aria-label", "placeholder": "placeholder"}
_WITH_ALT = frozenset(["img", "area", "input"])


def of_tag(page: Page, name: str, start: int, end: int) -> Iterator[Place]:
    """The units in the attributes of the start tag text[start:end]: alt, title, aria-label, placeholder."""
    tag = page.text[start:end].lower()
    if not ("title" in tag or "alt" in tag or "aria-label" in tag or "placeholder" in tag):
        return
    seen = set()
    for attribute in markup.attributes(page.text, start, end):
        kind = "alt" if attribute.name == "alt" and name in _WITH_ALT else _ATTRIBUTES.get(attribute.name)
        if kind and attribute.name not in seen:
            yield from valued(page, attribute, kind)
        seen.add(attribute.name)


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
