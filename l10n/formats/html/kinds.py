"""Kinds: what a block of text is, by its element, its `itemprop` and the words in its `class`.

A paragraph in a quotation is `blockquote`, one in a caption `figcaption`; one in a list item or a cell stays `p`,
because whole articles stand in the cells of old pages. Text directly in a `div` has the kind of what is around it, in
a `<figure>` that of a caption. `itemprop=description` and classes such as `standfirst` or `lede` make a `deck`, as long
as they sit on something short: the class of a container of the whole article says nothing about its paragraphs.
Source: schema.org (NewsArticle, ImageObject), class names of the news pages looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.formats.html.page import Element, Page, attributes

_OWN = {
    "h1": "headline",
    **{name: name for name in ("h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "figcaption", "blockquote")},
    **{name: name for name in ("caption", "summary", "legend", "label", "button", "option")},
    "figure": "figcaption",
}

_KEPT_IN_P = frozenset(["figcaption", "blockquote", "deck", "byline", "credit", "date", "headline", "h2", "h3", "h4"])
"""Kinds that a paragraph takes over from what it stands in."""

GENERAL = frozenset(["p", "li", "td", "th", "dd", "figcaption", "h2", "h3", "h4"])
"""Kinds that give way to what an inline element around all of the text states."""

_PROPERTIES = {
    "headline": "headline",
    "alternativeheadline": "deck",
    "description": "deck",
    "abstract": "deck",
    "author": "byline",
    "datepublished": "date",
    "datemodified": "date",
    "copyrightholder": "credit",
    "credittext": "credit",
    "caption": "figcaption",
}

_SAID = {
    "deck": "deck dek standfirst excerpt subtitle subhead subheadline lead lede summary",
    "byline": "byline author authors submitted",
    "credit": "credit credits copyright",
    "date": "date dateline timestamp pubdate",
    "figcaption": "caption captions",
}
_WORDS = {word: kind for kind, said in _SAID.items() for word in said.split()}

_OTHERWISE = frozenset(["image", "img", "media", "figure", "photo", "video", "gallery", "story", "bio", "avatar"])
_AMBIGUOUS = frozenset(["lead", "lede", "summary", "excerpt", "author", "authors", "date"])
"""Words beside which some words speak of something else: `lead-image`, `author-bio`; `photo-credit` is a credit, and
so is `caption-credit`."""

_SHORT = {"headline": 2, "deck": 3, "byline": 8, "credit": 4, "date": 3, "figcaption": 4}
"""How many runs of text an element may hold to have this kind by its class or itemprop."""

NEAR = 6
"""Through how many elements a subheading looks for the `<header>` around it."""

_SKIP = "data-l10n-skip"
"""Attribute of an element that is left alone, whatever `translate` says inside it."""

_SPLIT = re.compile(r"[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])")


def of(element: Element, page: Page) -> str:
    """The kind of text that stands directly in an element."""
    waiting = []
    here: Element | None = element
    while here is not None and not here.kind:
        waiting.append(here)
        here = here.parent
    kind = here.kind if here else "p"
    for here in reversed(waiting):
        kind = here.kind = _step(here, kind, page)
    return kind


def _step(element: Element, around: str, page: Page) -> str:
    own = _OWN.get(element.name)
    if own == "headline":
        return own
    tag = element.tag(page.text)
    said = stated(element.name, tag) if tag else ""
    if said and page.count_runs(element) <= _SHORT[said]:
        return said
    if element.name in ("h2", "h3", "p") and _under_headline(element, page):
        return "deck"
    if element.name == "p":
        return around if around in _KEPT_IN_P else "p"
    return around if own in ("li", "td", "th") and around in _KEPT_IN_P else own or around


def _under_headline(element: Element, page: Page) -> bool:
    """A subheading: it follows the `<h1>` inside a `<hgroup>`, or as a heading inside a `<header>`."""
    here = element.parent
    for _ in range(1 if element.name == "p" else NEAR):
        if here is None or here.name in ("article", "main", "body"):
            return False
        if here.name == "hgroup" or (here.name == "header" and element.name != "p"):
            return page.has_headline(here.start, element.start)
        here = here.parent
    return False


@lru_cache(maxsize=4096)
def stated(name: str, tag: str) -> str:
    """The kind that a start tag states by `itemprop`, `rel`, `class`, `id` or what it links to; otherwise ""."""
    said = attributes(tag)
    for word in said.get("itemprop", "").lower().split():
        if word in _PROPERTIES:
            return _PROPERTIES[word]
    if name == "time":
        return "date"
    if said.get("rel", "").lower() == "author" or _OF_AUTHOR.search(said.get("href", "")):
        return "byline"
    return _by_name(f"{said.get('class', '')} {said.get('id', '')}")


_OF_AUTHOR = re.compile(r"/(?:authors?|profiles?)/")


def _by_name(names: str) -> str:
    for name in names.split():
        said = words(name)
        if "sub" in said and not said.isdisjoint(("title", "head", "heading", "headline")):
            return "deck"
        if "meta" in said and not said.isdisjoint(("entry", "post", "article")):
            return "byline"
        for word in sorted(said, key=lambda word: (_WORDS.get(word) == "figcaption", word)):
            kind = _WORDS.get(word)
            if kind and (word not in _AMBIGUOUS or _OTHERWISE.isdisjoint(said)):
                return kind
    return ""


@lru_cache(maxsize=4096)
def said(tag: str) -> str:
    """What a start tag says about translation: "skip", "no", "yes", or ""."""
    low = tag.lower()
    if "l10n-skip" in low and _SKIP in attributes(tag):
        return "skip"
    if "translate" not in low:
        return ""
    value = attributes(tag).get("translate", "?").lower()
    if value in ("no", "yes", ""):
        return value or "yes"
    return "no" if "notranslate" in attributes(tag).get("class", "").split() else ""


def words(name: str) -> frozenset[str]:
    """The lower-case words of a class name or id; `articleBody`, `article-body` and `article__body` have the same."""
    return frozenset(word.lower() for word in _SPLIT.split(name) if word)
