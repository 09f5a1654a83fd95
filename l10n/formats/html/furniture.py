"""Furniture: what stands around an article and inside it without being part of it.

Navigation, asides, forms, share bars, related stories, sign-ups, tags and comments, known by element, role and the
words of class names and the like; and blocks without running text in which most of what is read are links. A block
that holds the page's `<h1>` or much of the running text is never furniture, unless it is named for comments alone.
Source: WAI-ARIA 1.2 (landmarks); class names of the news pages looked at, none of which names a site.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from l10n.formats.html import kinds
from l10n.formats.html.page import Element, Page, Run
from l10n.formats.html.weight import PROSE, measured

MUCH = 0.4
"""Share of the page's running text that no furniture has, whatever its class says."""

MOSTLY = 0.5
"""Share of links from which a block without running text is a list of links."""

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
donation bookmark notification notifications feedback badge
"""

_TOGETHER = """
read next, read more, read also, see also, most read, sign up, next article, next post, more stories, skip link, opt in
"""

_ABOUT_COMMENTS = "comments comment disqus respond section list area thread wrapper container block"

_NAMING = ("class", "id", "data-component", "data-testid", "data-test-id", "data-module", "data-type", "data-name")

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_NO_LISTS = frozenset(["p", "li", "td", "th", "figure", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Blocks that stay although what is read in them is a link."""

_roles = frozenset(_ROLES.split())
_words = frozenset(_WORDS.split())
_together = tuple(frozenset(words.split()) for words in _TOGETHER.split(","))
_about_comments = frozenset(_ABOUT_COMMENTS.split())


class Furniture:
    """What of a page is furniture; its running text has been weighed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.much = MUCH * page.root.prose
        self.headlines = [element.start for element in page.elements if element.name == "h1"]

    def is_one(self, element: Element) -> bool:
        """An element does not belong to the article, by what it is and says."""
        if element.prose > self.much:
            return self._for_comments_alone(element)
        if element.name in _ELEMENTS:
            return not self._holds_headline(element) and not _attributes_a_quotation(element)
        return self._says_so(element) and not self._holds_headline(element)

    def is_list_of_links(self, element: Element) -> bool:
        """A block without running text in which most of what is read are links; links have been weighed."""
        if element.prose or not element.read or element.linked <= MOSTLY * element.read:
            return False
        if element.name in _NO_LISTS:
            return False
        return not kinds.stated(element.name, element.attributes(self.page.text)) and not self._holds_headline(element)

    def is_label(self, run: Run) -> bool:
        """A run directly in a block that is one link and no running text: "Comments", "Buy a licence"."""
        element = run.element
        if not run.links or element.name in _NO_LISTS or kinds.of(element, self.page) != "p":
            return False
        text = self.page.text
        read, linked = measured(text, run)
        return linked == read < PROSE and "author" not in text[run.start : run.end]

    def _says_so(self, element: Element) -> bool:
        attributes = element.attributes(self.page.text)
        if not attributes:
            return False
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _roles:
            return True
        if _HIDDEN.search(attributes.get("style", "")):
            return True
        return any(_names_furniture(attributes[name]) for name in _NAMING if name in attributes)

    def _for_comments_alone(self, element: Element) -> bool:
        attributes = element.attributes(self.page.text)
        named = any(_names_comments(attributes[name]) for name in ("class", "id") if name in attributes)
        return named and not self._holds_headline(element)

    def _holds_headline(self, element: Element) -> bool:
        at = bisect_right(self.headlines, element.start - 1)
        return at < len(self.headlines) and self.headlines[at] < element.stop


def _attributes_a_quotation(element: Element) -> bool:
    """`<footer>` of a quotation: who said it."""
    return element.parent is not None and element.parent.name in ("blockquote", "figure")


@lru_cache(maxsize=4096)
def _names_furniture(names: str) -> bool:
    for name in names.split():
        said = kinds.words(name)
        if not _words.isdisjoint(said) or any(words <= said for words in _together):
            return True
    return False


@lru_cache(maxsize=4096)
def _names_comments(names: str) -> bool:
    return any("comments" in (said := kinds.words(name)) and said <= _about_comments for name in names.split())
