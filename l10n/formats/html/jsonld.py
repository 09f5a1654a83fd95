"""JSON-LD: the texts about an article that its `<script type="application/ld+json">` holds, as spans.

`headline`, `alternativeHeadline`, `description` and `caption` of articles, pages, images and videos; not of the site,
its publisher, its authors, of lists and comments, nor of another work that the article names. `@graph` and arrays are
followed. What is no valid JSON is left alone. Everything but the strings themselves stays as it is.
Source: schema.org 28 (Article and its subtypes), RFC 8259.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from l10n import markup

KINDS = {"headline": "headline", "alternativeHeadline": "deck", "description": "description", "caption": "caption"}
"""Kind of the unit by key."""

_TYPES = frozenset(
    word
    for words in (
        "Article AdvertiserContentArticle NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle",
        "OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report SatiricalArticle ScholarlyArticle",
        "MedicalScholarlyArticle SocialMediaPosting BlogPosting LiveBlogPosting DiscussionForumPosting TechArticle",
        "WebPage ItemPage AboutPage FAQPage ImageObject Photograph VideoObject AudioObject MediaObject",
    )
    for word in words.split()
)
"""What may speak of the article; an object without `@type`, such as one around `@graph`, lets those inside speak."""

_OF_OTHERS = frozenset(
    word
    for words in (
        "about mentions citation isBasedOn isPartOf hasPart subjectOf translationOfWork workTranslation relatedLink",
        "comment review publisher author creator sourceOrganization",
    )
    for word in words.split()
)
"""Keys whose objects speak of something else."""

_TOKEN = re.compile(r'"[^"\\]*+(?>(?:\\.[^"\\]*+)*)"|[{}\[\]:,]')


@dataclass(slots=True)
class _Open:
    """An object or array that is not closed yet."""

    key: str
    """The key under which it stands; an array hands it on."""
    types: list[str] | None
    """What `@type` says; None for an array."""
    now: str | None
    """The key whose value comes next; None where a key comes next."""
    own: list[tuple[str, int, int]] = field(default_factory=list)
    inside: list[tuple[str, int, int]] = field(default_factory=list)
    """Texts of its own, and of the objects inside it."""


def texts(source: str) -> list[tuple[str, int, int]]:
    """Kind, start and end of each translatable string, between its quotes, in order."""
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return []
    return sorted(_walk(source), key=lambda found: found[1])


def _walk(source: str) -> list[tuple[str, int, int]]:
    stack = [_Open("", [], "")]
    for match in _TOKEN.finditer(source):
        mark, here = match[0], stack[-1]
        if mark == "{":
            stack.append(_Open(here.now or "", [], None))
        elif mark == "[":
            stack.append(_Open(here.now or "", None, here.now))
        elif mark == "}" or mark == "]":
            _close(stack.pop(), stack[-1])
        elif mark == ",":
            here.now = here.now if here.types is None else None
        elif mark != ":":
            _string(source, match.start() + 1, match.end() - 1, stack)
    return stack[0].inside


def _string(source: str, start: int, end: int, stack: list[_Open]) -> None:
    """A key, a type, or a text that may be one of ours."""
    here = stack[-1]
    if here.now is None:
        here.now = source[start:end]
    elif here.now == "@type":
        owner = here if here.types is not None else stack[-2]
        if owner.types is not None:
            owner.types.append(re.split("[/:#]", source[start:end])[-1])
    elif here.now in KINDS:
        here.own.append((KINDS[here.now], start, end))


def _close(closed: _Open, around: _Open) -> None:
    """What an object says about the article, and what those inside it say, is heard outside it."""
    if closed.types is None:
        around.own += closed.own
        around.inside += closed.inside
    elif closed.key not in _OF_OTHERS and (not closed.types or _TYPES.intersection(closed.types)):
        around.inside += closed.inside
        if closed.types:
            around.inside += closed.own


def decoded(raw: str) -> str:
    """The text of a string, given without its quotes; "" for one that no file can hold.

    Character references are decoded: many sites escape their texts for HTML before they become JSON.
    """
    text = markup.unescape(str(json.loads(f'"{raw}"', strict=False)))
    return "" if "\0" in text or _LONE.search(text) else text


_LONE = re.compile("[\ud800-\udfff]")


def encoded(text: str, ascii_only: bool) -> str:
    """A text as it can stand between the quotes of a string inside a `<script>`."""
    if markup.unescape(text) != text:
        text = text.replace("&", "&amp;")
    raw = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
    return raw.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
