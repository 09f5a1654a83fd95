"""What the settings say, as values; `settings` reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from l10n.model import Person, State
from l10n.model.findings import SEVERITIES

CATALOG, PROJECT, TMX, ALIGNMENT, DRAFT = "catalog", "project", "tmx", "alignment", "draft"
"""Where a pair of the memory comes from: a catalog of this project, one of another, a TMX file, an alignment nobody
confirmed, a machine's draft that somebody let stand and no editor has read."""
REVERSED = "reversed"
"""What a pair is that was translated the other way round, wherever it comes from."""
PENALTIES: Mapping[str, int] = MappingProxyType({CATALOG: 0, PROJECT: 0, TMX: 0, ALIGNMENT: 5, DRAFT: 1, REVERSED: 5})
"""Points off the score of a match by its origin, and for its direction: what nobody has confirmed yet, or nobody has
translated that way, is never taken for the same."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What a variant must show before it is published."""

    state: State = State.REVIEWED
    share: float = 1.0
    """Least share of words at that state or above, 0–1."""
    four_eyes: bool = False
    """Count an approval only where another person than the translator gave it."""
    withdraw_stale: bool = False
    """Take a published variant down when its source has moved on, instead of keeping the last approved text."""
    fallback: Mapping[str, str] = field(default_factory=dict)
    """By kind of unit, or "default": "approved", "source" or "none"."""
    findings: str = SEVERITIES[0]
    """An open finding of this severity or worse keeps a segment from being ready; "none"."""


@dataclass(frozen=True, slots=True)
class Checks:
    """How bad it is what checks find. Which checks there are, the room of checks knows."""

    fail: str = SEVERITIES[0]
    """`l10n check` leaves with 1 on an open finding of this severity or worse; "none"."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """By check, or check.rule: "error", "warning", "note" or "off"."""
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The same by kind of unit, before what holds for all."""
    limits: Mapping[str, int] = field(default_factory=dict)
    """Most characters of a text, by kind of unit."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """How variants are laid out and dressed."""

    base_url: str = ""
    layout: str = "{locale}/{path}"
    x_default: str = ""
    template: str = ""
    byline: Mapping[str, str] = field(default_factory=dict)
    correction: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected after publication; shown through the template of the locale."""

    date: date
    texts: Mapping[str, str]
    """By locale."""


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """What the settings say of one article."""

    source_locale: str = ""
    selector: str = ""
    deadline: date | None = None
    slugs: Mapping[str, str] = field(default_factory=dict)
    split: tuple[str, ...] = ()
    """Ids of segments whose twins are told apart."""
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the translation memory holds besides the catalogs, and what it offers."""

    tmx: tuple[str, ...] = ()
    """TMX files, those in `memory/` left aside: paths from the folder of the project, or absolute ones."""
    projects: tuple[str, ...] = ()
    """Folders of other projects, in the same way."""
    penalties: Mapping[str, int] = field(default_factory=lambda: dict(PENALTIES))
    """Points off the score, by origin."""
    least: int = 70
    """The score of the last match that is offered."""


@dataclass(frozen=True, slots=True)
class Pretranslating:
    """How drafts are made, and what becomes of them."""

    least: int = 75
    """The score of the worst match that is written as a draft."""
    bar_unchanged_drafts: bool = False
    """Refuse the approval of a text that is letter for letter what an engine, or a match below 100, drafted."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `[tool.l10n]`."""

    name: str = ""
    """Of the newsroom."""
    source_locale: str = "en"
    locales: tuple[str, ...] = ("en", "ru", "kk", "ug")
    variants: Mapping[str, str] = field(default_factory=dict)
    """By tag of a script variant, the locale that it is converted from."""
    segment: str = "sentence"
    catalogs: tuple[str, ...] = ()
    """Names of the catalogs without an article."""
    formats: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By format, keyword arguments of its `rewrite`."""
    abbreviations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gate: Gate = field(default_factory=Gate)
    checks: Checks = field(default_factory=Checks)
    publishing: Publishing = field(default_factory=Publishing)
    memory: Remembered = field(default_factory=Remembered)
    pretranslating: Pretranslating = field(default_factory=Pretranslating)
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Tables by the name of an engine; the room of engines reads them. A key is no part of them, only where it is."""
    people: Mapping[str, Person] = field(default_factory=dict)
    articles: Mapping[str, ArticleSettings] = field(default_factory=dict)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag that a build writes pages in: the locales, each with what is converted from it after it."""
        return tuple(
            tag
            for locale in self.locales
            for tag in (locale, *(one for one, base in self.variants.items() if base == locale))
        )
