"""Findings as comments in catalogs, so that a translator reads them in whatever program they work.

`# l10n-check: [5fc100] numbers.missing: …` names the text that is meant by its digest: sync takes the line away once
another text stands there.  Waived findings and those about an original that nobody edited have no line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from l10n import comments
from l10n.model import Entry, Key
from l10n.project import Article, Project
from l10n.workflow import mentions, view
from l10n.workflow.inspecting import Found
from l10n.workflow.writing import Pending, alone, plan, steadily

Lines = Mapping[Key, Sequence[str]]
"""The comment lines of the findings of a catalog, by segment."""


def remark(
    project: Project, articles: Sequence[Article], found: Iterable[Found], when: str, locales: Sequence[str] = ()
) -> list[tuple[str, str, int]]:
    """Write these findings into the catalogs of these articles, and take away the lines of all others.

    when: UTC. locales: those that were checked; all, where none is named. Without findings all lines go.
    Gives (article, locale, entries that changed) for every catalog that changed.
    """
    lines: dict[tuple[str, str], dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        if one.waiver is None and one.spot.is_typed:
            said = comments.check_lines(f"{one.code}: {one.finding.message}", one.spot.digest)
            lines[one.spot.article, one.spot.locale][one.spot.key] += said
    done = []
    with alone(project):
        for article in articles:
            source = mentions.source(project, article)
            for locale in locales or project.settings.locales:
                wanted = lines.get((article.name, locale), {})
                if count := steadily(partial(_write, source, locale, wanted, when)):
                    done.append((article.name, locale, count))
    return done


def _write(source: view.Source, locale: str, lines: Lines, when: str) -> int:
    """How many entries changed in one catalog, which is written."""
    side = view.side(source, locale, when=when)
    entries = tuple(one if one.obsolete else _remarked(one, lines.get(one.key, ())) for one in side.catalog.entries)
    changed = sum(one is not other for one, other in zip(entries, side.catalog.entries, strict=True))
    if changed:
        pending: Pending = plan(replace(side, catalog=side.catalog.replace(entries=entries)))
        pending.put()
    return changed


def _remarked(entry: Entry, lines: Sequence[str]) -> Entry:
    """An entry with these lines of findings, and no other ones; the same object where nothing changes."""
    kept = tuple(line for line in entry.comments if not comments.is_check(line))
    new = (*kept, *lines)
    return entry if new == entry.comments else entry.replace(comments=new)
