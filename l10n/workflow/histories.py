"""What the ledger knows of the steps of a text, for the check of the process."""

from __future__ import annotations

from collections.abc import Iterable

from l10n import ledger
from l10n.checks.articles import History
from l10n.ledger.records import PROGRAM
from l10n.ledger.states import is_draft
from l10n.model import Key, Record
from l10n.workflow.view import Side


def history(side: Side, key: Key, original: Side | None = None) -> History:
    """The steps of the text that stands in an entry. original: the catalog of the source's own language."""
    status = side.status(key)
    standing = list(side.ledger.standing(status.digest).values()) if status.digest else []
    drafts = side.ledger.drafts(status.digest) if status.digest else ()
    return History(
        state=status.state,
        translators=status.translators,
        reviewers=status.reviewers,
        origin=status.origin,
        drafted=min((one.when for one in drafts), default=""),
        typed=_newest(one for one in standing if _is_typed(one)),
        approved=min((one.when for one in standing if one.verb == "approve"), default=""),
        approved_before=_approved_before(side, key, status.digest),
        source_edited=_edited(original, key),
    )


def _is_typed(record: Record) -> bool:
    return record.verb == "translate" and not is_draft(record) and record.who not in ("", PROGRAM)


def _newest(records: Iterable[Record]) -> str:
    return max((one.when for one in records), default="")


def _approved_before(side: Side, key: Key, digest: str) -> str:
    """When another text was approved last for the very same source."""
    records = ledger.last_approved(side.ledger, key, withdrawn=True)
    if len(records) != 1 or (records[0].context, records[0].source) != key or records[0].digest == digest:
        return ""
    return records[0].when


def _edited(original: Side | None, key: Key) -> str:
    """When the copy edit of a segment of the original was typed."""
    if original is None or key not in original.entries or original.entries[key].empty:
        return ""
    digest = original.status(key).digest
    return _newest(one for one in original.ledger.standing(digest).values() if _is_typed(one))
