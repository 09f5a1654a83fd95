"""Dress an HTML page for its locale: language, direction, addresses, references, credits.

The page is the source page with its text already replaced; it is spliced, never written anew, so every byte outside
these edits stays, and a dressed page, dressed again, stays as it is.

Supported: whole pages, pages with omitted `<html>` or `<head>` tags, fragments (their outermost elements get `lang` and
`dir`, their references move), JSON-LD, Open Graph, `<base>`, `srcset`, style sheets inside the page.
Unsupported: addresses made by scripts, style sheets in files of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from l10n import markup
from l10n.builders import head, jsonld, references
from l10n.builders.variant import Page
from l10n.edits import Edit, indent, newline, set_attributes
from l10n.markup import Tag


def dress(text: str, page: Page) -> str:
    """The page as a browser, a search engine and a reader of that locale expect it."""
    tags = list(markup.tags(text))
    edits: list[Edit] = []
    handled: set[int] = set()
    if is_page(tags):
        edits += _root(text, tags, page)
        in_head, handled = head.edits(text, tags, page)
        edits += in_head
    else:
        edits += _outermost(text, tags, page)
    if page.links:
        edits += references.edits(text, [tag for tag in tags if tag.start not in handled], page.links)
    edits += _data(text, tags, page)
    notes = _notes(text, tags, page)
    outside = [one for one in edits if not any(start < one[1] and one[0] < end for start, end, _ in notes)]
    return markup.splice(text, sorted({*outside, *notes}))


def is_page(tags: Sequence[Tag]) -> bool:
    """A whole page, not a fragment of one."""
    if any(tag.name in ("#doctype", "html", "head", "body") for tag in tags):
        return True
    first = next((tag for tag in tags if tag.name[0] != "#"), None)
    return first is not None and first.name in ("title", "meta", "link", "base")


def _root(text: str, tags: Sequence[Tag], page: Page) -> list[Edit]:
    """`lang` and `dir` of `<html>`, which is written where it was left out."""
    root = next((tag for tag in tags if tag.name == "html" and not tag.closing), None)
    if root:
        said = {one.name: one.value for one in reversed(markup.attributes(text, root.start, root.end))}
        names = ["lang", "xml:lang"] if markup.is_xml(text) or "xml:lang" in said else ["lang"]
        wanted = {name: page.lang for name in names if not page.keeps(said.get(name, ""))}
        return set_attributes(text, root, wanted | {"dir": page.dir})
    start = f'<html lang="{page.lang}" dir="{page.dir}">'
    doctype = next((tag for tag in tags if tag.name == "#doctype"), None)
    if doctype:
        return [(doctype.end, doctype.end, newline(text) + start)]
    first = next(tag for tag in tags if tag.name != "#comment")
    return [(first.start, first.start, start + newline(text))]


_CLOSED_BY_ITS_LIKE = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})


def _outermost(text: str, tags: Sequence[Tag], page: Page) -> list[Edit]:
    """`lang` and `dir` of the elements of a fragment that stand in no other and state no language of their own."""
    edits: list[Edit] = []
    inside: list[str] = []
    count: Counter[str] = Counter()
    for tag in tags:
        if tag.name[0] == "#":
            continue
        if tag.closing:
            while count[tag.name]:
                closed = inside.pop()
                count[closed] -= 1
                if closed == tag.name:
                    break
            continue
        if inside and inside[-1] == tag.name and tag.name in _CLOSED_BY_ITS_LIKE:
            count[inside.pop()] -= 1
        if not inside and tag.name not in ("script", "style", "br", "hr", "svg"):
            stated = markup.attribute(text, tag, "lang")
            if stated is None or stated.value == page.lang:
                edits += set_attributes(text, tag, {"lang": page.lang, "dir": page.dir})
        if tag.name not in markup.VOID and not markup.is_empty(text, tag.start, tag.end):
            inside.append(tag.name)
            count[tag.name] += 1
    return edits


def _data(text: str, tags: Sequence[Tag], page: Page) -> list[Edit]:
    """JSON-LD; an address that the page stated as its own becomes that of the variant."""
    edits: list[Edit] = []
    move = references.based(text, tags, page.links)[0].move if page.links else str
    own = head.addresses(text, tags) if page.url else frozenset()
    for tag in tags:
        if tag.name == "script" and not tag.closing:
            kind = markup.attribute(text, tag, "type")
            if kind and kind.value.strip().lower() == "application/ld+json":
                found = jsonld.edits(
                    text[tag.end : tag.content_end],
                    page.lang,
                    lambda url: page.url if url in own else move(url),
                    page.keeps,
                )
                edits += [(tag.end + start, tag.end + end, new) for start, end, new in found]
    return edits


def _notes(text: str, tags: Sequence[Tag], page: Page) -> list[Edit]:
    """The notes, where they stood in a page that was dressed before, else at the end of the article."""
    edits: list[Edit] = []
    at = _end_of_article(text, tags)
    spoken = "" if is_page(tags) else f' lang="{page.lang}" dir="{page.dir}"'
    for note in page.notes:
        name = f"l10n-{note.kind}"
        content = note.html()
        written = f'<p class="{name}"{spoken}>{content}</p>' if content else ""
        written = written.encode(page.encoding, "xmlcharrefreplace").decode(page.encoding)
        start, end = _standing(text, tags, f'class="{name}"')
        if end:
            edits += [(start, end, written)] if text[start:end] != written else []
        elif written:
            edits.append((at, at, written + newline(text) + indent(text, at)))
    return edits


def _standing(text: str, tags: Sequence[Tag], mark: str) -> tuple[int, int]:
    """The paragraph with that attribute; (0, 0) where there is none."""
    if mark not in text:
        return 0, 0
    paragraphs = [tag for tag in tags if tag.name == "p"]
    for number, tag in enumerate(paragraphs):
        if not tag.closing and mark in text[tag.start : tag.end]:
            return tag.start, next((one.end for one in paragraphs[number:] if one.closing), tag.end)
    return 0, 0


def _end_of_article(text: str, tags: Sequence[Tag]) -> int:
    """Before the end tag of the `<article>`, `<main>`, `<body>` or `<html>`, whichever there is; else the end.

    Of several `<article>` elements the one that is longer than all others together, teasers say; else it is none.
    """
    for name in ("article", "main"):
        found = _outermost_of(name, tags)
        longest = max(found, key=lambda span: span[1] - span[0], default=(0, 0))
        if 2 * (longest[1] - longest[0]) > sum(stop - start for start, stop in found):
            return longest[1]
    for name in ("body", "html"):
        end = next((tag.start for tag in tags if tag.name == name and tag.closing), None)
        if end is not None:
            return end
    last = tags[-1] if tags else None
    unclosed = last and last.content_end == len(text) and (_is_raw(last) or text[-1] != ">")
    return last.start if last and unclosed else len(text)


def _outermost_of(name: str, tags: Sequence[Tag]) -> list[tuple[int, int]]:
    """Where the content of each closed element of that name begins and ends that stands in no other of it."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for tag in tags:
        if tag.name != name:
            continue
        if not tag.closing:
            start = start if depth else tag.end
            depth += 1
        elif depth:
            depth -= 1
            found += [] if depth else [(start, tag.start)]
    return found


def _is_raw(tag: Tag) -> bool:
    return tag.name in markup.RAW and not tag.closing
