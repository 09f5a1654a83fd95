"""JSON-LD of a page: its language and its addresses, spliced, so that every other byte stays.

Articles stand at the top, in a list at the top, or in `@graph`; what they mention keeps its language.
Source: schema.org/inLanguage; JSON per RFC 8259, read with offsets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from l10n.edits import Edit

URL_KEYS = frozenset({"url", "image", "thumbnailUrl", "contentUrl", "embedUrl", "logo", "mainEntityOfPage"})
"""Properties whose texts are addresses; in `mainEntityOfPage` the `@id` is one too."""

_ARTICLE = re.compile(r"(?:Article|Posting|Report)\Z")
_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")

_STRING = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a JSON text: text[start:end]."""

    start: int
    end: int
    value: str | None = None
    """Of a string."""
    members: tuple[tuple[str, int, Node], ...] = ()
    """Of an object: key, where the key starts, value."""
    items: tuple[Node, ...] = ()
    """Of a list."""

    def get(self, key: str) -> Node | None:
        return next((node for name, _, node in self.members if name == key), None)


def edits(
    text: str, lang: str, move: Callable[[str], str], keeps: Callable[[str], bool] = lambda stated: False
) -> list[Edit]:
    """What to replace, in order: (start, end, JSON). Nothing where the text is no JSON.

    keeps: whether a language that is stated already is the right one.
    """
    try:
        root, end = _node(text, _skip(text, 0))
    except (ValueError, RecursionError):
        return []
    if _skip(text, end) != len(text):
        return []
    found: list[Edit] = []
    for node in _main(root):
        if any(_ARTICLE.search(name) for name in _types(node)):
            found += _language(text, node, lang, keeps, insert=True)
        elif "WebPage" in _types(node):
            found += _language(text, node, lang, keeps, insert=False)
    for string in _addresses(root, ""):
        moved = move(string.value or "")
        if moved != string.value:
            found.append((string.start, string.end, _json(moved)))
    return sorted(found)


def _main(root: Node) -> Iterator[Node]:
    """The objects that speak of this page."""
    for node in (root, *root.items):
        yield node
        graph = node.get("@graph")
        yield from graph.items if graph else ()


def _types(node: Node) -> list[str]:
    kind = node.get("@type")
    return [one.value for one in (kind, *kind.items) if one.value] if kind else []


def _language(text: str, node: Node, lang: str, keeps: Callable[[str], bool], *, insert: bool) -> list[Edit]:
    stated = node.get("inLanguage")
    if stated:
        return [] if stated.value == lang or keeps(stated.value or "") else [(stated.start, stated.end, _json(lang))]
    if not insert:
        return []
    _, key, value = next(member for member in node.members if member[0] == "@type")
    space = text[len(text[:key].rstrip(" \t\n\r")) : key]
    return [(value.end, value.end, f',{space}"inLanguage": {_json(lang)}')]


def _addresses(node: Node, key: str) -> Iterator[Node]:
    """The strings that are addresses."""
    if node.value and key in URL_KEYS and not re.search(r"\s", node.value):
        yield node
    for name, _, member in node.members:
        if name == "@id" and key != "mainEntityOfPage":
            continue
        yield from _addresses(member, key if name == "@id" else name)
    for item in node.items:
        yield from _addresses(item, key)


def _json(value: str) -> str:
    """A JSON string that ends no script."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "\\u003c!--")


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _node(text: str, at: int) -> tuple[Node, int]:
    """The value that starts at an offset, and where it ends; ValueError where none does."""
    sign = text[at : at + 1]
    if sign == '"':
        value, end = _STRING.raw_decode(text, at)
        return Node(at, end, value), end
    if sign == "{":
        return _object(text, at)
    if sign == "[":
        return _list(text, at)
    match = _SCALAR.match(text, at)
    if not match:
        raise ValueError(at)
    return Node(at, match.end()), match.end()


def _object(text: str, start: int) -> tuple[Node, int]:
    members: list[tuple[str, int, Node]] = []
    at = _skip(text, start + 1)
    if text[at : at + 1] == "}":
        return Node(start, at + 1), at + 1
    while True:
        if text[at : at + 1] != '"':
            raise ValueError(at)
        key, end = _STRING.raw_decode(text, at)
        colon = _skip(text, end)
        if text[colon : colon + 1] != ":":
            raise ValueError(colon)
        value, end = _node(text, _skip(text, colon + 1))
        members.append((key, at, value))
        at = _skip(text, end)
        if text[at : at + 1] == "}":
            return Node(start, at + 1, members=tuple(members)), at + 1
        if text[at : at + 1] != ",":
            raise ValueError(at)
        at = _skip(text, at + 1)


def _list(text: str, start: int) -> tuple[Node, int]:
    items: list[Node] = []
    at = _skip(text, start + 1)
    if text[at : at + 1] == "]":
        return Node(start, at + 1), at + 1
    while True:
        value, end = _node(text, at)
        items.append(value)
        at = _skip(text, end)
        if text[at : at + 1] == "]":
            return Node(start, at + 1, items=tuple(items)), at + 1
        if text[at : at + 1] != ",":
            raise ValueError(at)
        at = _skip(text, at + 1)
