"""What drafts were worth: by origin and locale how many were kept as they were, and how far the others were moved.

The ledger keeps the text of every draft but those of names. It is compared with what an editor or a translator stands
for now; where nobody does, or the sentence is gone, with the text that was approved last. One that has neither waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from l10n import ledger, origins
from l10n.engines.effort import Effort, effort
from l10n.ledger.records import PROGRAM
from l10n.model import JOINED, Key, Record, State
from l10n.project import Article, Project
from l10n.workflow import leverage, view


@dataclass(frozen=True, slots=True)
class Worth:
    """The drafts of one origin in one locale."""

    origin: str
    """`engine google`, `names and figures`, `memory 85–94`."""
    locale: str
    drafts: int
    """All that were made, each text of a segment once."""
    measured: Effort
    """Of those that have become a text."""
    approved: int
    """How many of these an editor approved."""

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        one = self.measured
        return {
            "origin": self.origin,
            "locale": self.locale,
            "drafts": self.drafts,
            "done": one.drafts,
            "approved": self.approved,
            "unchanged": one.unchanged,
            "words": one.words,
            "chrF": round(one.chrf, 1) if one.drafts else None,
            "TER": round(one.ter, 1) if one.drafts else None,
        }


@dataclass(frozen=True, slots=True)
class _Pair:
    draft: str
    text: str
    """"" where it waits."""
    approved: bool


def efforts(
    project: Project,
    articles: Sequence[Article],
    locales: Sequence[str] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> list[Worth]:
    """What the drafts of these articles were worth, by origin, then by locale, in the order of the project."""
    found: dict[tuple[str, str], list[_Pair]] = {}
    for number, article in enumerate(articles):
        progress(number)
        for locale in project.settings.locales:
            if (not locales or locale in locales) and project.ledger(article.name, locale).is_file():
                for origin, pair in _pairs(project, article, locale):
                    found.setdefault((origin, locale), []).append(pair)
    return [_worth(origin, locale, found[origin, locale]) for origin, locale in sorted(found, key=_order(project))]


def _order(project: Project) -> Callable[[tuple[str, str]], tuple[str, int, int]]:
    """By origin, the memory from near to far, then by locale."""

    def key(one: tuple[str, str]) -> tuple[str, int, int]:
        origin, locale = one
        word, _, in_band = origin.partition(" ")
        if word == origins.MEMORY and in_band in leverage.BANDS:
            return word, leverage.BANDS.index(in_band), project.settings.locales.index(locale)
        return origin, 0, project.settings.locales.index(locale)

    return key


def _worth(origin: str, locale: str, pairs: Sequence[_Pair]) -> Worth:
    done = [one for one in pairs if one.text]
    measured = effort((one.draft, one.text) for one in done)
    return Worth(origin, locale, len(pairs), measured, sum(one.approved for one in done))


def _pairs(project: Project, article: Article, locale: str) -> Iterator[tuple[str, _Pair]]:
    """Each draft of a catalog whose text is known, the last one of a segment, with what became of it."""
    records = ledger.read(project.inside(project.ledger(article.name, locale)))
    latest: dict[Key, Record] = {}
    for key, known in records.by_key.items():
        for _, record in known:
            if record.verb == "translate" and record.who == PROGRAM and record.origin and record.targets:
                latest[key] = record
    if not latest:
        return
    side = view.side(view.source(project, article), locale)
    for key, record in latest.items():
        said, approved = _became(side, key)
        yield kind(record.origin), _Pair(" ".join(record.targets or ()), said, approved)


def _became(side: view.Side, key: Key) -> tuple[str, bool]:
    """What stands for a segment now, and whether an editor approved it; ("", False) where nothing does."""
    entry = side.entries.get(key)
    if entry is not None and not entry.fuzzy and not entry.empty and entry.target != JOINED:
        state = side.status(key).state
        if state >= State.TRANSLATED:
            return entry.target, state >= State.REVIEWED
    approvals = [
        record
        for name, record in side.ledger.by_key.get(key, ())
        if record.verb == "approve" and record.targets not in (None, (), (JOINED,)) and name not in side.ledger.ended
    ]
    return ((approvals[-1].targets or ("",))[0], True) if approvals else ("", False)


def kind(origin: str) -> str:
    """The drafts that are counted together: matches by their band, all others by their origin."""
    one = origins.parsed(origin)
    if one.maker == origins.ALIGNMENT:
        return one.maker
    return origin if one.score is None else f"{one.maker} {leverage.band(one.kind, one.score)}"
