"""Reports: how far each article is in each locale, what waits for whom, and what is out of date.

    segments ── tally ──► Row per article and locale ── report ──► Report ──► table · JSON · CSV · HTML

Law: segments and words by state add up to their totals, in every row and in every total.
"""

from __future__ import annotations

from l10n.reports.counts import STATES, Counted, Report, Row, bucket, report, tally
from l10n.reports.data import as_csv, as_json, row_as_data
from l10n.reports.page import as_html
from l10n.reports.stale import Stale, stale, stale_as_csv, stale_as_json, stale_as_table
from l10n.reports.table import as_table, width_of

__all__ = [
    "STATES",
    "Counted",
    "Report",
    "Row",
    "Stale",
    "as_csv",
    "as_html",
    "as_json",
    "as_table",
    "bucket",
    "report",
    "row_as_data",
    "stale",
    "stale_as_csv",
    "stale_as_json",
    "stale_as_table",
    "tally",
    "width_of",
]
