"""A report for other programs: JSON and CSV, every figure, nothing rounded away."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from l10n.reports.counts import STATES, Report, Row
from l10n.text import no_formula


def as_json(report: Report) -> str:
    """{"done": state, "today": date, "rows": [...], "totals": [...]}, one row a line."""
    head = f'"done": {json.dumps(str(report.least))},\n"today": {json.dumps(report.today)}'
    parts = [
        f'"{name}": [\n' + ",\n".join(json.dumps(row_as_data(report, row), ensure_ascii=False) for row in rows) + "\n]"
        for name, rows in (("rows", report.rows), ("totals", report.totals))
    ]
    return "{\n" + ",\n".join([head, *parts]) + "\n}\n"


def row_as_data(report: Report, row: Row) -> dict[str, Any]:
    """A row as JSON has it."""
    named = {"article": row.article} if row.article else {}
    return {
        **named,
        "locale": row.locale,
        "segments": {"total": row.segment_count, **dict(zip(STATES, row.segments, strict=True))},
        "words": {"total": row.word_count, **dict(zip(STATES, row.words, strict=True))},
        "claims": {"segments": row.claimed_segments, "words": row.claimed_words},
        "share": round(row.share(report.least), 4),
        "waits": row.waits(),
        "waiting since": row.waiting_since,
        "questions": row.questions,
        "unchanged drafts": row.unchanged,
        "since": row.since,
        "by": row.who,
        "deadline": row.deadline,
        "overdue": report.is_overdue(row),
        "published": row.published,
        "converted from": row.converted_from,
    }


def as_csv(report: Report) -> str:
    """One line for each article and locale, a header first; totals are left to the reader's spreadsheet.

    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            *("article", "locale", "segments", *(f"segments {state}" for state in STATES)),
            *("words", *(f"words {state}" for state in STATES), "claimed segments", "claimed words", "share"),
            *("waits for translator", "waits for editor", "waits for publisher", "waiting since"),
            *("questions", "unchanged drafts", "since", "by", "deadline", "overdue", "published", "converted from"),
        ]
    )
    for row in report.rows:
        writer.writerow(
            [
                *(no_formula(row.article), row.locale, row.segment_count, *row.segments),
                *(row.word_count, *row.words, row.claimed_segments, row.claimed_words),
                *(f"{row.share(report.least):.4f}", *row.waits().values(), row.waiting_since),
                *(row.questions, row.unchanged, row.since, no_formula(row.who), row.deadline),
                *("yes" if report.is_overdue(row) else "no", row.published or "no", row.converted_from),
            ]
        )
    return out.getvalue()
