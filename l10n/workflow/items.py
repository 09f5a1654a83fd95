"""One segment in one locale as people see it: its text and state, what was asked of it, what was approved before.

items = of_side(side)               every segment of an article, in document order
items = of_side(side, {key})        one
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from l10n import comments, ledger, sync, text
from l10n.comments import Exchange
from l10n.ledger import Status
from l10n.model import Entry, Finding, Key, Segment, State
from l10n.workflow import choosing, view


class Version(NamedTuple):
    """A text as an editor read it, with all its plural forms."""

    source: str
    plural: str | None
    targets: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "source": self.source,
            "target": self.targets[0],
            "plural": self.plural,
            "targets": list(self.targets),
        }


@dataclass(frozen=True, slots=True)
class Item:
    """One segment in one locale."""

    article: str
    locale: str
    source_locale: str
    segment: Segment
    entry: Entry
    status: Status
    before: Version | None = None
    """The text as it was last approved, where that is another."""
    displaced: tuple[str, ...] = ()
    """Texts somebody typed for it, for which the catalog had no entry."""
    fault: str = ""
    """What is wrong with the codes of its target; nobody may approve it so."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of its text, of one that is listed or approved; waived ones left out."""

    @property
    def claims(self) -> bool:
        """Whether it claims more than a record bears out, or nobody who is known stands for it."""
        status = self.status
        nobody = status.state is State.TRANSLATED and "" in status.translators
        return status.claim is not None or status.reason == "claim" or nobody

    @property
    def id(self) -> str:
        return text.segment_id(*self.segment.key)

    @property
    def target(self) -> str:
        """The text itself; in the source locale an empty target is the source."""
        return self.targets[0]

    @property
    def targets(self) -> tuple[str, ...]:
        """The same with all its plural forms."""
        if self.locale != self.source_locale or self.entry.target:
            return self.entry.targets or ("",)
        return (self.segment.source,) if self.entry.plural is None else (self.segment.source, self.entry.plural)

    @property
    def waits_for(self) -> str:
        """The role whose turn it is, or ""; an original that stands as its author wrote it waits for nobody."""
        as_written = self.locale == self.source_locale and self.entry.empty
        return "" if as_written else self.status.waits_for

    @property
    def changed(self) -> str:
        """The facts that changed in the source and that nobody looked at since: "number 80 → 90", or ""."""
        return sync.changed(self.entry)

    @property
    def questions(self) -> list[str]:
        """What its translator wrote beside it, and nobody answered."""
        return comments.questions(self.entry)

    @property
    def exchanges(self) -> list[Exchange]:
        """What was asked of it and answered."""
        return comments.exchanges(self.entry)

    @property
    def place(self) -> str:
        """ "p 12, sentence 2 of 4"."""
        return self.segment.places[0].said(self.segment.kind)

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "article": self.article,
            "locale": self.locale,
            "segment": self.id,
            "digest": self.status.digest,
            "place": self.place,
            "line": self.segment.places[0].line,
            "kind": self.segment.kind,
            "msgctxt": self.segment.context,
            "source": self.segment.source,
            "target": self.target,
            "plural": self.entry.plural,
            "targets": list(self.targets),
            "state": str(self.status.state),
            "reason": self.status.reason,
            "waits for": self.waits_for,
            "since": self.status.since,
            "translators": list(self.status.translators),
            "reviewers": list(self.status.reviewers),
            "note": self.status.note,
            "changed": self.changed,
            "origin": self.status.origin,
            "claim": str(self.status.claim) if self.status.claim is not None else "",
            "unchanged draft": self.status.unchanged_draft,
            "questions": self.questions,
            "displaced": list(self.displaced),
            "fault": self.fault,
            "findings": [one.as_json() for one in self.findings],
            "approved before": self.before and self.before.as_json(),
        }


def of_side(side: view.Side, keys: Collection[Key] | None = None) -> list[Item]:
    """Every segment of an article in one locale, or these, in document order."""
    source = side.source
    faults = choosing.faults(side, keys)
    return [
        Item(
            source.article.name,
            side.locale,
            source.locale,
            segment,
            side.entries[segment.key],
            side.status(segment.key),
            _before(side, segment),
            tuple(" ".join(record.targets or ()) for record in ledger.displaced(side.ledger, segment.key)),
            faults.get(segment.key, ""),
        )
        for segment in source.assembly.segments
        if keys is None or segment.key in keys
    ]


def _before(side: view.Side, segment: Segment) -> Version | None:
    """The text that was approved last, where it is not the one that stands there."""
    if side.status(segment.key).state >= State.REVIEWED:
        return None
    records = ledger.last_approved(side.ledger, segment.key, withdrawn=True)
    if not records:
        return None
    before = Version(records[0].source, records[0].plural, records[0].targets or ("",))
    if len(records) > 1:
        source = " ".join(record.source for record in records)
        before = Version(source, None, (" ".join(record.targets[0] for record in records if record.targets),))
    entry = side.entries[segment.key]
    return None if before == (segment.source, entry.plural, entry.targets or ("",)) else before
