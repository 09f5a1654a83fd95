"""Published variants that are older than their source."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from l10n.reports.table import Column, aligned
from l10n.text import no_formula


@dataclass(frozen=True, slots=True)
class Stale:
    """A published file that does not say what its source says now."""

    article: str
    locale: str
    file: str
    """Its path under build/."""
    why: str


def stale(files: Mapping[str, Mapping[str, object]], sources: Mapping[str, str]) -> tuple[Stale, ...]:
    """The published files that are behind, by path.

    files: `files` of a build's manifest.  sources: digests of the articles as they are now, by article;
    an article that is missing there was taken out of the project.
    """
    found = []
    for path, entry in files.items():
        article, locale = entry.get("article"), entry.get("locale")
        if isinstance(article, str) and isinstance(locale, str) and (why := _why(entry, sources.get(article))):
            found.append(Stale(article, locale, path, why))
    return tuple(sorted(found, key=lambda one: one.file))


def _why(entry: Mapping[str, object], now: str | None) -> str:
    if now is None:
        return "its source is gone"
    if entry.get("source_digest") != now:
        return "its source changed after the build"
    if entry.get("stale"):
        return "its source changed; it shows an older text"
    return ""


def stale_as_json(rows: Iterable[Stale]) -> str:
    """A list of objects, one a line."""
    return "[\n" + ",\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows) + "\n]\n"


def stale_as_csv(rows: Iterable[Stale]) -> str:
    """A header, then one line for each variant."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["article", "locale", "file", "why"])
    writer.writerows([no_formula(row.article), row.locale, no_formula(row.file), row.why] for row in rows)
    return out.getvalue()


def stale_as_table(rows: Iterable[Stale], width: int | None = None) -> str:
    """Aligned columns; "" where nothing is stale."""
    rows = list(rows)
    columns = [
        Column("article", [row.article for row in rows], elastic=True),
        Column("locale", [row.locale for row in rows]),
        Column("file", [row.file for row in rows], elastic=True),
        Column("why", [row.why for row in rows]),
    ]
    return aligned(columns, width) if rows else ""
