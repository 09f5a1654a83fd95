"""Markup: the tags of an HTML page as spans of its text, in one pass, in linear time, whatever the page holds.

Nothing is parsed into a tree and nothing is repaired; who needs an edit asks for the spans and splices.
Tags end where the tokeniser of the HTML Standard ends them: quotes count only after `=`, `<script>` and its like run to
their end tag, `<!-->` is a whole comment, an unclosed comment or tag runs to the end of the page.
A text that begins with `<?xml` is read as XML: `<p/>` is empty, CDATA sections are text.
Source: HTML Standard §13.2.5 (tokenization), §13.2.6.5 (foreign content), XML 1.0.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape as _unescape
from html.entities import html5
from typing import NamedTuple

_W = r"\t\n\f\r "
"""White space of HTML, for a class; other Unicode spaces are text."""

_ATTRIBUTE = (
    rf"[{_W}/]*+([^{_W}/>=]++|=[^{_W}/>=]*+)"
    rf"(?:[{_W}]*+=[{_W}]*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^{_W}\"'>][^{_W}>]*+))?)?"
)
_ANY_ATTRIBUTES = rf"(?>(?:{_ATTRIBUTE.replace('(', '(?:').replace('(?:?:', '(?:')})*)[{_W}/]*+(?:>|\Z)"
_USUAL_ATTRIBUTES = r"(?>(?:[^\"'>=]++(?<=[\w-])=\"[^\"]*+\")*)[^\"'>=]*+>"
_COMMENT = r"!--(?:-?>|[^-]*+(?>(?:-(?!-!?>)[^-]*+)*)(?:--!?>|\Z))"
_BOGUS = r"(?:[!?]|/(?=[^a-zA-Z]))[^>]*+(?:>|\Z)"
_CDATA = r"!\[CDATA\[[^\]]*+(?>(?:\](?!\]>)[^\]]*+)*)(?:\]\]>|\Z)"
_TAG = rf"(/?[a-zA-Z][^{_W}/>]*+)(?:>|{_USUAL_ATTRIBUTES}|{_ANY_ATTRIBUTES})"

TAG = re.compile(f"<(?:{_TAG}|{_COMMENT}|{_BOGUS})")
"""A tag, whose group 1 is its name, after a slash in an end tag; or a comment, doctype or processing instruction."""

XML_TAG = re.compile(f"<(?:{_TAG}|{_CDATA}|{_COMMENT}|{_BOGUS})")
"""The same where CDATA sections are known: in XML and inside `<svg>` and `<math>`."""

_SHAPES = (
    "animate|animatetransform|circle|clippath|defs|desc|ellipse|filter|g|image|line|lineargradient|marker|mask|path"
    "|pattern|polygon|polyline|radialgradient|rect|stop|style|symbol|text|title|tspan|use|fe[a-z]+"
)
_DRAWN = rf"[^<]*+(?>(?:</?(?i:{_SHAPES})(?=[{_W}/>])(?:>|{_USUAL_ATTRIBUTES})[^<]*+)*)</(?i:svg)[{_W}]*+>"
"""The content and end tag of most drawings: none of these tags nests an `<svg>` or leaves it."""

_DRAWING = re.compile(_DRAWN)
_SVG = rf"svg(?:>|(?=[{_W}]){_USUAL_ATTRIBUTES}(?<!/>)){_DRAWN}"

TAG_OR_DRAWING = re.compile(rf"<(?:{_SVG}|{_TAG}|{_COMMENT}|{_BOGUS})")
"""TAG, but most drawings are one match from `<svg>` to `</svg>`, without a name as comments are."""

_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)


def element_names(*lines: str) -> frozenset[str]:
    """The names of elements in these lines."""
    return frozenset(" ".join(lines).split())


RAW = element_names("script style textarea title xmp iframe noembed noframes noscript plaintext")
"""Elements whose content is no markup: it runs to their end tag."""

FOREIGN = element_names("svg math")
"""Elements of other vocabularies, with rules of their own inside."""

VOID = element_names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements that have no end tag."""

_BREAKS_OUT = element_names("""
    b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr
    ol p pre ruby s small span strong strike sub sup table tt u ul var
""")
"""Start tags that end foreign content, outside an integration point."""

_ENDS_AROUND = _BREAKS_OUT | element_names(
    "article aside figcaption figure footer form header label main section td th tr"
)
"""End tags of what may stand around foreign content that lacks its own: they end it."""

_INTEGRATES = element_names("foreignobject desc title annotation-xml mi mo mn ms mtext")


class Tag(NamedTuple):
    """A tag, comment, doctype or CDATA section: text[start:end]."""

    start: int
    end: int
    name: str
    """Lower case; "#comment" (bogus ones and processing instructions too), "#doctype", "#cdata"."""
    closing: bool
    """An end tag."""
    content_end: int
    """Start tag of a raw element (RAW): where its content, text[end:content_end], ends. Otherwise `end`."""


class Attribute(NamedTuple):
    """An attribute of a start tag: text[start:end]."""

    name: str
    """Lower case."""
    value: str
    """Decoded; "" where there is none."""
    start: int
    end: int
    value_start: int
    """The value without quotes is text[value_start:value_end]; both are `end` where there is no value."""
    value_end: int
    quote: str
    """'"' or "'", "" for a value without quotes or no value."""


def is_xml(text: str) -> bool:
    """The page says that it is XML."""
    return text.startswith("<?xml")


def tags(text: str, names: Collection[str] | None = None) -> Iterator[Tag]:
    """The tags of a page in order; only those of these names, where names are given."""
    xml = is_xml(text)
    pattern = XML_TAG if xml else TAG
    at, stop = 0, len(text)
    while at < stop:
        for match in pattern.finditer(text, at):
            start, end = match.span()
            tag = _tag(text, match[1], start, end, xml)
            if not tag.closing and tag.name in RAW and not (xml and is_empty(text, start, end)):
                tag = tag._replace(content_end=raw_end(text, tag.name, end))
            if names is None or tag.name in names:
                yield tag
            if tag.closing:
                continue
            if tag.content_end != end:
                at = tag.content_end
                break
            if tag.name in FOREIGN and not xml:
                at = foreign_end(text, tag.name, start, end)
                yield from _inside(text, names, end, at)
                break
        else:
            return


def _inside(text: str, names: Collection[str] | None, at: int, stop: int) -> Iterator[Tag]:
    """The tags of foreign content."""
    for match in XML_TAG.finditer(text, at, stop):
        tag = _tag(text, match[1], *match.span(), True)
        if names is None or tag.name in names:
            yield tag


def _tag(text: str, name: str | None, start: int, end: int, xml: bool) -> Tag:
    if name is None:
        mark = text[start + 2 : start + 9].upper()
        name = "#doctype" if mark == "DOCTYPE" else "#cdata" if xml and mark == "[CDATA[" else "#comment"
        return Tag(start, end, name, False, end)
    name = name.lower()
    if name[0] == "/":
        return Tag(start, end, name[1:], True, end)
    return Tag(start, end, name, False, end)


def whole_element(name: str, without: Iterable[str]) -> re.Pattern[str]:
    """What follows the start tag of such an element, its end tag included, in one match.

    Where it holds another of its name, one of those others, or raw elements of a rare kind, there is no match.
    """
    scripts = "|".join(
        rf"{raw}(?:>|(?=[{_W}]){_USUAL_ATTRIBUTES})[^<]*+(?>(?:<(?!/(?i:{raw})|!--)[^<]*+)*)</{raw}[{_W}]*+>"
        for raw in ("script", "style", "noscript", "iframe")
    )
    others = "|".join({name, *without, *RAW, *FOREIGN})
    tag = _TAG.replace("(/?", "(?:/?", 1)
    inside = (
        rf"[^<]++|<(?:{_SVG}|{scripts}|(?!/?(?i:{others})(?=[{_W}/>]))(?:{tag}|{_COMMENT}|{_BOGUS})|(?![a-zA-Z/!?]))"
    )
    return re.compile(rf"(?>(?:{inside})*)</(?i:{name})[{_W}]*+>")


def raw_end(text: str, name: str, at: int) -> int:
    """Where the content of a raw element ends that starts at this offset: at its end tag or the end of the page."""
    if name == "plaintext":
        return len(text)
    match = _END[name].search(text, at)
    if name == "script" and text.find("<!--", at, match.start() if match else len(text)) >= 0:
        return _script_end(text, at)
    return match.start() if match else len(text)


_END = {name: re.compile(rf"</(?i:{name})(?=[{_W}/>])") for name in RAW}

_IN_SCRIPT = re.compile(rf"<!--|-->|<(/?)(?i:script)(?=[{_W}/>])")


def _script_end(text: str, at: int) -> int:
    """The end of a script that holds `<!--`: from there to `-->`, a `<script>` hides one `</script>`."""
    escaped = hidden = False
    match = _IN_SCRIPT.search(text, at)
    while match:
        at = match.end()
        if match[0] == "<!--":
            escaped = True
            at -= 2  # `<!-->` opens and closes
        elif match[0] == "-->":
            escaped = hidden = False
        elif match[1] and not hidden:
            return match.start()
        elif match[1]:
            hidden = False
        else:
            hidden = escaped
        match = _IN_SCRIPT.search(text, at)
    return len(text)


def foreign_end(text: str, name: str, start: int, end: int) -> int:
    """Where an `<svg>` or `<math>` ends whose start tag is text[start:end]: after its end tag, before a tag of HTML
    that breaks out of it or ends what is around it, or at the end of the page."""
    if is_empty(text, start, end):
        return end
    drawing = _DRAWING.match(text, end) if name == "svg" else None
    if drawing:
        return drawing.end()
    depth, integrated = 1, 0
    for match in XML_TAG.finditer(text, end):
        inner = match[1]
        if inner is None:
            continue
        inner = inner.lower()
        if inner == name:
            depth += not is_empty(text, *match.span())
        elif inner[0] == "/":
            if inner[1:] == name:
                depth -= 1
                if not depth:
                    return match.end()
            elif inner[1:] in _INTEGRATES:
                integrated = max(0, integrated - 1)
            elif inner[1:] in _ENDS_AROUND and not integrated:
                return match.start()
        elif inner in _INTEGRATES:
            integrated += not is_empty(text, *match.span())
        elif inner in _BREAKS_OUT and not integrated:
            return match.start()
    return len(text)


def is_empty(text: str, start: int, end: int) -> bool:
    """A start tag ends with a slash that is no part of a value. It means something in XML and foreign content."""
    if text[end - 2 : end] != "/>":
        return False
    found = attributes(text, start, end)
    return not found or found[-1].end < end - 1


def attributes(text: str, start: int, end: int) -> list[Attribute]:
    """The attributes of the start tag text[start:end], repeated names included: the first of a name counts."""
    found: list[Attribute] = []
    name = _NAME.match(text, start, end)
    at = name.end() if name else end
    while match := _ONE_ATTRIBUTE.match(text, at, end):
        group = match.lastindex or 1
        at = match.end()
        value_start, value_end = match.span(group) if group > 1 else (at, at)
        value = unescape_attribute(text[value_start:value_end])
        quote = ("", "", '"', "'", "")[group]
        found.append(Attribute(match[1].lower(), value, match.start(1), at, value_start, value_end, quote))
    return found


_NAME = re.compile(rf"<[a-zA-Z][^{_W}/>]*+")


def attribute(text: str, tag: Tag, name: str) -> Attribute | None:
    """The attribute of that lower-case name in a start tag."""
    return next((found for found in attributes(text, tag.start, tag.end) if found.name == name), None)


def unescape(text: str) -> str:
    """Character references decoded as in the text of a page: `&amp;`, `&amp`, `&#38;`, `&#x26;`."""
    if "&" not in text:
        return text
    return _unescape(_LONG.sub(_shorten, text))


_LONG = re.compile(r"&#(?:(\d{8,})|[xX]([0-9a-fA-F]{8,}));?")


def _shorten(match: re.Match[str]) -> str:
    """A numeric reference without leading zeros; the replacement character where it is beyond Unicode."""
    digits = (match[1] or match[2]).lstrip("0") or "0"
    if len(digits) > 7:
        return "\ufffd"
    return f"&#{digits};" if match[1] else f"&#x{digits};"


def unescape_attribute(text: str) -> str:
    """Character references decoded as in an attribute: in `?a=1&copy=2` there is none."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(_in_attribute, text)


_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|([a-zA-Z][a-zA-Z0-9]*+(?:;|(?!=))))")


def _in_attribute(match: re.Match[str]) -> str:
    """A named reference must be a name as it stands; no shorter one is found inside it."""
    return html5.get(match[1], match[0]) if match[1] else unescape(match[0])


def escape(text: str) -> str:
    """Text as it can stand between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str, quote: str = '"') -> str:
    """Text as it can stand between these quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text.replace('"', "&quot;") if quote == '"' else text.replace("'", "&#39;")


def splice(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with text[start:end] replaced for each (start, end, replacement).

    Edits come in order and do not overlap; ValueError otherwise.
    """
    pieces: list[str] = []
    at = 0
    for start, end, replacement in edits:
        if not at <= start <= end:
            raise ValueError(f"edit {start}:{end} overlaps the one that ends at {at}")
        pieces.append(text[at:start])
        pieces.append(replacement)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
