"""index.html of a build: every article with its variants, for whoever opens the folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.builders import words
from l10n.builders.page import environment

TEMPLATE = Path(__file__).with_name("listing.html")


@dataclass(frozen=True, slots=True)
class ListedVariant:
    """One article in one locale."""

    locale: str
    dir: str
    title: str
    """Its headline; not shown where it is withheld."""
    href: str
    """From the root of the build; "" where it is withheld."""
    stale: bool = False
    share: float = 1.0
    """Words that are ready, 0–1."""
    converted: bool = False
    """A script variant, which nobody translated."""

    @property
    def name(self) -> str:
        return words.name(self.locale)

    @property
    def percent(self) -> str:
        """Of a variant that is not complete."""
        return f"{int(self.share * 100)}%"


@dataclass(frozen=True, slots=True)
class Listed:
    """An article with its variants, in the order of the project's locales."""

    name: str
    variants: tuple[ListedVariant, ...]


def render(articles: Sequence[Listed], *, lang: str = "en", dir: str = "ltr", title: str = "") -> str:
    """The page, in the language of the newsroom."""
    spoken = words.of(lang)
    page = environment(TEMPLATE.parent).get_template(TEMPLATE.name)
    return page.render(articles=articles, lang=lang, dir=dir, words=spoken, title=title or spoken.articles)
