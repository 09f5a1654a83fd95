"""A page for an article that is not HTML itself, through the default template or one of the site.

A template is Jinja2 and sees: `page` (variant.Page: lang, dir, url, alternates, og_locale, og_alternates), `document`
(Document: title, deck, description, byline, date, marked), `body` (HTML), `has_headline` (the body has one),
`variants` (Reading: the published ones, for a language switcher), `notes` (kind and HTML of each credit), `words`
(words.Words), `date` (as the language writes it), `data` (JSON-LD).  Everything but HTML is escaped.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.builders.variant import Page
from l10n.errors import ProjectError
from l10n.phrases import phrase

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE = Path(__file__).with_name("template.html")
_SEEN = "`page`, `document`, `body`, `has_headline`, `variants`, `notes`, `words`, `date` and `data`"


@dataclass(frozen=True, slots=True)
class Document:
    """What a page shows of an article."""

    title: str
    body: str
    """HTML."""
    deck: str = ""
    description: str = ""
    byline: str = ""
    date: str = ""
    """ISO date."""
    marked: Mapping[str, str] = field(default_factory=dict)
    """HTML of headline, deck and byline where they, or a part of them, are left in the source language."""

    @classmethod
    def of_matter(cls, matter: Mapping[str, str], title: str, body: str) -> Document:
        """A document with what the front matter of an article says; `title` where it names none."""
        return cls(
            matter.get("title") or matter.get("headline") or title,
            body,
            _first(matter, "deck", "standfirst", "subtitle", "lead", "lede", "summary"),
            _first(matter, "description", "summary"),
            _first(matter, "byline", "author"),
            _first(matter, "date"),
        )


def _first(matter: Mapping[str, str], *keys: str) -> str:
    return next((matter[key] for key in keys if matter.get(key)), "")


@dataclass(frozen=True, slots=True)
class Reading:
    """A published variant, as a language switcher links to it."""

    locale: str
    name: str
    """What the language calls itself."""
    dir: str
    href: str


def render(document: Document, page: Page, variants: Sequence[Reading] = (), template: Path | None = None) -> str:
    """The page. ProjectError: the site's template cannot be used."""
    from markupsafe import Markup

    path = template or TEMPLATE
    try:
        return (
            environment(path.parent)
            .get_template(path.name)
            .render(
                page=page,
                document=document,
                body=Markup(document.body),
                has_headline="<h1" in document.body,
                variants=variants,
                notes=[(note.kind, Markup(note.html())) for note in page.notes if note.html()],
                words=page.words,
                date=page.long_date(document.date) if document.date else "",
                data=_data(document, page),
            )
        )
    except Exception as error:  # a template is code of the site, and may fail in every way
        line = getattr(error, "lineno", 0) or _line_in(path, error)
        what = phrase("the template cannot be used: {why}", why=str(error or error.__class__.__name__))
        raise ProjectError(
            what,
            where=str(path),
            line=line,
            hint=phrase("it sees {names}; begin with a copy of `{template}`", names=_SEEN, template=str(TEMPLATE)),
        ) from error


def _line_in(template: Path, error: Exception) -> int:
    """The line of a template at which it failed, 0 where it did not come so far."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == str(template)), 0)


@cache
def environment(folder: Path) -> Environment:
    """Templates of a folder; a name that nothing defines is an error, and none reaches beyond what it is given."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    found = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    found.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    return found


def _data(document: Document, page: Page) -> dict[str, Any]:
    """JSON-LD (schema.org/NewsArticle), without what is not known."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": document.title,
        "description": document.description or document.deck,
        "inLanguage": page.lang,
        "url": page.url,
        "datePublished": document.date,
    }
    if document.byline:
        found["author"] = {"@type": "Person", "name": document.byline}
    return {key: value for key, value in found.items() if value}
