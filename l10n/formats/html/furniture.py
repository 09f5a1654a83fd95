"""Furniture: what stands around an article and inside it without being part of it.

Navigation, asides, forms, share bars, related stories, sign-ups, tags and comments, known by element, role and the
words of class names and the like; and blocks without running text in which most of what is read are links. A block
that holds the page's `<h1>` or much of the running text is never furniture, unless it is named for comments alone; nor
is a pull quote.
Source: WAI-ARIA 1.2 (landmarks); class names of the news pages looked at, none of which names a site.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.formats.html import kinds
from l10n.formats.html.page import Element, Page, Run, attributes
from l10n.formats.html.weight import PROSE, Weights, read

MUCH = 0.4
"""Share of the page's running text that no furniture has, whatever its class says."""

MOSTLY = 0.5
"""Share of links from which a block without running text is a list of links."""

ALL = 0.9
"""Share of links from which a run is a link and nothing else; a full stop may stand after it."""

FEW = 20
"""Among how many elements inside a block of links a byline, a date or a credit is looked for that saves it."""

SHORT = 1000
"""Characters of markup below which a block of links may be a byline."""

_ELEMENTS = frozenset(["nav", "aside", "footer", "form", "dialog", "menu", "button", "select", "search", "fieldset"])

_ROLES = """
navigation complementary banner contentinfo search form menu menubar toolbar tablist dialog alertdialog tooltip button
"""

_WORDS = """
share sharing shares social related recommended recommendation recommendations recirculation onward teaser teasers
newsletter newsletters subscribe subscription subscriptions signup promo promos promotion promotions ad ads advert
adverts advertisement advertising sponsor sponsors sponsored sponsorship outbrain taboola comments comment commenting
disqus tags taglist tagcloud topics keywords breadcrumb breadcrumbs navigation nav navbar menu toolbar tooltip sidebar
footer cookie cookies consent gdpr paywall popup modal trending popular syndication pager pagination login donate
donation bookmark notification notifications feedback badge relatedposts relatedarticles sharedaddy sharethis addthis
addtoany yarpp
"""

_TOGETHER = """
read next, read more, read also, see also, most read, sign up, next article, next post, more stories, skip link, opt in
"""

_ABOUT_COMMENTS = "comments comment disqus respond section list area thread wrapper container block"

_NAMING = ("class", "id", "data-component", "data-testid", "data-test-id", "data-module", "data-type", "data-name")

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_LISTS = frozenset(["div", "section", "header", "center", "ul", "ol", "dl", "table"])
"""Elements that may be a list of links."""

_BARE = frozenset(["body", "main", "article", "section", "header", "div", "center"])
"""Elements in which text seldom stands without a paragraph around it."""

_roles = frozenset(_ROLES.split())
_words = frozenset(_WORDS.split())
_together = tuple(frozenset(words.split()) for words in _TOGETHER.split(","))
_about_comments = frozenset(_ABOUT_COMMENTS.split())


class Furniture:
    """What of a page is furniture."""

    def __init__(self, page: Page, weights: Weights) -> None:
        self.page = page
        self.weights = weights
        self.much = MUCH * weights.prose[page.root.first]

    def is_one(self, element: Element) -> bool:
        """An element does not belong to the article, by what it is and says."""
        if self.weights.prose[element.first] > self.much:
            return self._for_comments_alone(element)
        if element.name in _ELEMENTS:
            furniture = not _attributes_a_quotation(element)
        else:
            furniture = _says_so(element.tag(self.page.text))
        return furniture and not self._holds_headline(element) and not _is_pull_quote(element.tag(self.page.text))

    def is_list_of_links(self, element: Element) -> bool:
        """A block without running text in which most of what is read are links; links have been weighed."""
        weights, at = self.weights, element.first
        if weights.prose[at] or weights.linked[at] <= MOSTLY * weights.read[at]:
            return False
        if element.name not in _LISTS or self._holds_headline(element):
            return False
        inside = self.page.elements[element.first : min(element.last, element.first + FEW)]
        if any(kinds.stated(each.name, each.tag(self.page.text)) for each in inside):
            return False
        return not self._names_author(element.start, element.stop)

    def _names_author(self, start: int, stop: int) -> bool:
        """A short piece of the page links to an author."""
        return stop - start < SHORT and "author" in self.page.text[start:stop]

    def is_label(self, run: Run) -> bool:
        """A run directly in a block that is one link and no running text: "Comments", "Buy a licence"."""
        element = run.element
        if not run.linked or element.name not in _BARE or kinds.of(element, self.page) != "p":
            return False
        count = read(self.page.text, run)
        return ALL * count <= run.linked and count < PROSE and not self._names_author(run.start, run.end)

    def _for_comments_alone(self, element: Element) -> bool:
        said = attributes(element.tag(self.page.text))
        named = any(_names_comments(said[name]) for name in ("class", "id") if name in said)
        return named and not self._holds_headline(element)

    def _holds_headline(self, element: Element) -> bool:
        return self.page.has_headline(element.start, element.stop)


@lru_cache(maxsize=4096)
def _says_so(tag: str) -> bool:
    """A start tag says that its element is furniture, or not seen at all."""
    said = attributes(tag)
    if "hidden" in said or said.get("aria-hidden") == "true" or said.get("role") in _roles:
        return True
    if _HIDDEN.search(said.get("style", "")):
        return True
    return any(_names_furniture(said[name]) for name in _NAMING if name in said)


def _attributes_a_quotation(element: Element) -> bool:
    """`<footer>` of a quotation: who said it."""
    return element.parent is not None and element.parent.name in ("blockquote", "figure")


def _is_pull_quote(tag: str) -> bool:
    """Words of the article are shown large beside it, often in an `<aside>` that is hidden from screen readers."""
    if "quote" not in tag.lower():
        return False
    names = map(kinds.words, attributes(tag).get("class", "").split())
    return any("pullquote" in said or {"pull", "quote"} <= said for said in names)


def _names_furniture(names: str) -> bool:
    for name in names.split():
        said = kinds.words(name)
        if not _words.isdisjoint(said) or any(words <= said for words in _together):
            return True
    return False


def _names_comments(names: str) -> bool:
    return any("comments" in (said := kinds.words(name)) and said <= _about_comments for name in names.split())
