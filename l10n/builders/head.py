"""The head of a page: canonical address, its variants in other languages, Open Graph, stated language.

A canonical address that the source page states would be untrue in a translation: it is replaced, and taken out where
the site's base URL is not known.  Alternates are replaced where it is known.
Source: HTML Standard §4.6.7 (rel=alternate, canonical); ogp.me; Google Search Central, localized versions.
"""

from __future__ import annotations

from collections.abc import Sequence

from l10n import markup
from l10n.builders.variant import Page
from l10n.edits import Edit, indent, newline, removal, set_attributes, set_value
from l10n.markup import Attribute, Tag

_ADDRESS = frozenset({"og:url", "twitter:url"})
Attributes = dict[str, Attribute]


def edits(text: str, tags: Sequence[Tag], page: Page) -> tuple[list[Edit], set[int]]:
    """The edits of the head, and where the tags start that nobody else should edit."""
    links, metas = _found(text, tags)
    has_graph = any(_name(attributes).startswith("og:") for _, attributes in metas)
    done: list[Edit] = []
    additions: list[str] = []
    handled: set[int] = set()
    for found in (
        _canonical(text, links, page),
        _alternates(text, links, page),
        _addresses(text, metas, page),
        _locales(text, metas, page, has_graph),
        _stated(metas, page),
    ):
        done += found[0]
        additions += found[1]
        handled |= found[2]
    if additions:
        done.append(_insertion(text, tags, additions))
    return done, handled


Part = tuple[list[Edit], list[str], set[int]]
"""Edits, tags to be added, starts of the tags dealt with."""


def _found(text: str, tags: Sequence[Tag]) -> tuple[list[tuple[Tag, Attributes]], list[tuple[Tag, Attributes]]]:
    """The `<link>` and `<meta>` tags with their attributes."""
    links: list[tuple[Tag, Attributes]] = []
    metas: list[tuple[Tag, Attributes]] = []
    for tag in tags:
        if tag.name in ("link", "meta") and not tag.closing:
            attributes = {one.name: one for one in reversed(markup.attributes(text, tag.start, tag.end))}
            (links if tag.name == "link" else metas).append((tag, attributes))
    return links, metas


def _value(attributes: Attributes, name: str) -> str:
    return attributes[name].value.strip() if name in attributes else ""


def addresses(text: str, tags: Sequence[Tag]) -> frozenset[str]:
    """What the page states as its own address."""
    links, metas = _found(text, tags)
    stated = [_value(one, "href") for _, one in links if "canonical" in _rel(one)]
    return frozenset([*stated, *(_value(one, "content") for _, one in metas if _name(one) in _ADDRESS)]) - {""}


def _name(attributes: Attributes) -> str:
    return (_value(attributes, "property") or _value(attributes, "name")).lower()


def _rel(attributes: Attributes) -> list[str]:
    return _value(attributes, "rel").lower().split()


def _canonical(text: str, links: Sequence[tuple[Tag, Attributes]], page: Page) -> Part:
    ours = [(tag, attributes) for tag, attributes in links if "canonical" in _rel(attributes)]
    if page.url:
        set_ = [edit for tag, _ in ours for edit in set_attributes(text, tag, {"href": page.url})]
        added = [] if ours else [_tag(text, "link", rel="canonical", href=page.url)]
        return set_, added, {tag.start for tag, _ in ours}
    if page.translated:
        return [removal(text, tag) for tag, _ in ours], [], {tag.start for tag, _ in ours}
    return [], [], set()


def _alternates(text: str, links: Sequence[tuple[Tag, Attributes]], page: Page) -> Part:
    ours = [(tag, one) for tag, one in links if "alternate" in _rel(one) and "hreflang" in one]
    if not page.alternates:
        return [], [], set()
    handled = {tag.start for tag, _ in ours}
    if [(_value(one, "hreflang"), _value(one, "href")) for _, one in ours] == list(page.alternates):
        return [], [], handled
    wanted = [_tag(text, "link", rel="alternate", hreflang=lang, href=url) for lang, url in page.alternates]
    if ours:
        return _replaced(text, [tag for tag, _ in ours], wanted), [], handled
    after = next((tag for tag, one in links if "canonical" in _rel(one)), None)
    if not after:
        return [], wanted, handled
    line = newline(text) + indent(text, after.start)
    return [(after.end, after.end, "".join(line + one for one in wanted))], [], handled


def _replaced(text: str, tags: Sequence[Tag], wanted: Sequence[str]) -> list[Edit]:
    """The tags taken out and the wanted ones put in the place of the first."""
    first, *rest = tags
    block = (newline(text) + indent(text, first.start)).join(wanted)
    return [(first.start, first.end, block), *(removal(text, tag) for tag in rest)]


def _addresses(text: str, metas: Sequence[tuple[Tag, Attributes]], page: Page) -> Part:
    ours = [(tag, one) for tag, one in metas if _name(one) in _ADDRESS]
    handled = {tag.start for tag, _ in ours}
    if page.url:
        return [edit for tag, _ in ours for edit in set_attributes(text, tag, {"content": page.url})], [], handled
    if page.translated:
        return [removal(text, tag) for tag, _ in ours], [], handled
    return [], [], set()


def _locales(text: str, metas: Sequence[tuple[Tag, Attributes]], page: Page, has_graph: bool) -> Part:
    """og:locale and its alternates; added to pages that have an Open Graph at all."""
    own = [(tag, one) for tag, one in metas if _name(one) == "og:locale"]
    others = [(tag, one) for tag, one in metas if _name(one) == "og:locale:alternate"]
    done: list[Edit] = []
    added: list[str] = []
    if page.og_locale:
        ours = [tag for tag, one in own if not page.keeps(_value(one, "content"))]
        done += [edit for tag in ours for edit in set_attributes(text, tag, {"content": page.og_locale})]
        if not own and has_graph:
            added.append(_tag(text, "meta", property="og:locale", content=page.og_locale))
    elif page.translated:
        done += [removal(text, tag) for tag, _ in own]
    if [_value(one, "content") for _, one in others] != list(page.og_alternates):
        wanted = [_tag(text, "meta", property="og:locale:alternate", content=one) for one in page.og_alternates]
        if others and wanted:
            done += _replaced(text, [tag for tag, _ in others], wanted)
        elif others:
            done += [removal(text, tag) for tag, _ in others]
        elif has_graph:
            added += wanted
    return done, added, {tag.start for tag, _ in (*own, *others)}


def _stated(metas: Sequence[tuple[Tag, Attributes]], page: Page) -> Part:
    """`content-language` and microdata `inLanguage`."""
    done: list[Edit] = []
    for _, one in metas:
        stated = _value(one, "http-equiv").lower() == "content-language" or _value(one, "itemprop") == "inLanguage"
        if stated and "content" in one and not page.keeps(one["content"].value):
            done += set_value(one["content"], page.lang)
    return done, [], set()


def _tag(text: str, name: str, **attributes: str) -> str:
    written = "".join(f' {key}="{markup.escape_attribute(value)}"' for key, value in attributes.items())
    return f"<{name}{written}{' />' if markup.is_xml(text) else '>'}"


def _insertion(text: str, tags: Sequence[Tag], additions: Sequence[str]) -> Edit:
    """The new tags, a line each: before `</head>`, else after the title, `<head>`, `<html>` or the doctype."""
    closing = next((tag for tag in tags if tag.name == "head" and tag.closing), None)
    line_end = newline(text)
    title = next((tag for tag in tags if tag.name == "title" and not tag.closing), None)
    margin = indent(text, title.start) if title else ""
    if closing:
        at = closing.start - len(indent(text, closing.start))
        before = "" if at == 0 or text[at - 1] in "\r\n" else line_end
        return (at, at, before + "".join(margin + one + line_end for one in additions))
    for name, wants_closing in (("title", True), ("head", False), ("html", False), ("#doctype", False)):
        tag = next((one for one in tags if one.name == name and one.closing == wants_closing), None)
        if tag:
            return (tag.end, tag.end, "".join(line_end + margin + one for one in additions))
    first = next(tag for tag in tags if tag.name != "#comment")
    return (first.start, first.start, "".join(one + line_end for one in additions))
