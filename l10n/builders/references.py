"""The references of a page.

Attributes that hold an address: HTML Standard, index of attributes; `data-src` and `data-srcset` as pages that load
their pictures late use them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from l10n import markup
from l10n.builders import links
from l10n.builders.links import Links
from l10n.edits import Edit, set_value
from l10n.markup import Attribute, Tag

_ADDRESSES = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "link": ("href", "imagesrcset"),
    "script": ("src",),
    "img": ("src", "srcset", "longdesc"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "object": ("data",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "form": ("action",),
    "blockquote": ("cite",),
    "q": ("cite",),
    "ins": ("cite",),
    "del": ("cite",),
    "body": ("background",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
_ANYWHERE = ("style", "data-src", "data-srcset", "itemid")
_SETS = frozenset({"srcset", "imagesrcset", "data-srcset"})
_META = frozenset(
    ["og:image", "og:image:url", "og:image:secure_url", "og:video", "og:audio", "twitter:image", "twitter:player"]
) | frozenset(["thumbnail", "image", "url", "contenturl", "thumbnailurl", "logo", "mainentityofpage"])
"""Names of `<meta>` whose content is an address: Open Graph, Twitter, microdata."""

_REFRESH = re.compile(r"(\s*+[\d.]*+\s*+[;,]?\s*+url\s*+=\s*+[\"']?)([^\"']+)", re.IGNORECASE)


def edits(text: str, tags: Sequence[Tag], moving: Links) -> list[Edit]:
    """References that move with the page."""
    moving, found = based(text, tags, moving)
    for tag in tags:
        if tag.closing or tag.name[0] == "#" or tag.name in ("html", "base"):
            continue
        if tag.name in ("style", "noscript"):
            found += _content(text, tag, moving)
        if tag.name not in _ADDRESSES and tag.name != "meta" and not _may_hold(text[tag.start : tag.end].lower()):
            continue
        found += _moved(tag, markup.attributes(text, tag.start, tag.end), moving)
    return found


def _may_hold(raw: str) -> bool:
    """Whether a tag may have one of the attributes that stand anywhere; most have not."""
    return "style" in raw or "data-src" in raw or "itemid" in raw


def based(text: str, tags: Sequence[Tag], moving: Links) -> tuple[Links, list[Edit]]:
    """The links as `<base href>` has them resolve; the base itself moves, so what is relative to it stays."""
    for tag in tags:
        href = markup.attribute(text, tag, "href") if tag.name == "base" and not tag.closing else None
        if href and href.value.strip():
            kept = replace(moving, archive=replace(moving.archive, articles={}))
            return moving.based(href.value), set_value(href, kept.move(href.value))
    return moving, []


def _content(text: str, tag: Tag, moving: Links) -> Iterator[Edit]:
    """What a raw element holds: a style sheet, or the markup for browsers without scripts."""
    content = text[tag.end : tag.content_end]
    if tag.name == "style":
        moved = links.css(content, moving.move)
        if moved != content:
            yield (tag.end, tag.content_end, moved)
        return
    inner = edits(content, list(markup.tags(content)), moving)
    yield from ((tag.end + start, tag.end + end, new) for start, end, new in inner)


def _moved(tag: Tag, attributes: Sequence[Attribute], moving: Links) -> Iterator[Edit]:
    if tag.name == "meta":
        yield from _meta(attributes, moving)
        return
    names = _ADDRESSES.get(tag.name, ())
    seen: set[str] = set()
    language = next((one.value for one in attributes if one.name == "hreflang"), "")
    for one in attributes:
        if one.name in seen or not (one.name in names or one.name in _ANYWHERE):
            continue
        seen.add(one.name)
        yield from set_value(one, _value(one, moving, language))


def _value(one: Attribute, moving: Links, language: str) -> str:
    """The value of an attribute in the new place."""
    move: Callable[[str], str] = moving.move
    if one.name in _SETS:
        return links.srcset(one.value, move)
    if one.name == "style":
        return links.css(one.value, move)
    return moving.move(one.value, language)


def _meta(attributes: Sequence[Attribute], moving: Links) -> Iterator[Edit]:
    by_name = {one.name: one for one in reversed(attributes)}
    content = by_name.get("content")
    if content is None:
        return
    names = {by_name[key].value.strip().lower() for key in ("property", "name", "itemprop") if key in by_name}
    if names & _META:
        yield from set_value(content, moving.move(content.value))
    elif "http-equiv" in by_name and by_name["http-equiv"].value.strip().lower() == "refresh":
        match = _REFRESH.match(content.value)
        if match:
            tail = content.value[match.end() :]
            yield from set_value(content, match[1] + moving.move(match[2]) + tail)
