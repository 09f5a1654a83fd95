"""The state that follows from the records.

| verb | what it gives exactly this text |
| --- | --- |
| `translate` | a person typed it or stands for it: `translated`; with an origin: a draft that no person typed |
| `approve` | `reviewed` or `final` |
| `send back` | `initial`, until a later record ends it |
| `withdraw` | ends the records it names |
| `carry` | the state that the text before still has: no carry lifts a text above the approvals behind it |
| `follow` | no state: this segment continues others; with a digest: the draft that it got from them |
| `displace` | no state: a target for which the catalog has no entry |
| `waive` | no state: one finding ends for exactly this text |

A record counts unless any record names it in `ends`.  Records are a set: order, repeats and clocks decide nothing.
Fuzzy beats approvals: the flag says that somebody doubts the text, and the approval counts again once it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from l10n import text
from l10n.ledger import comments
from l10n.ledger.records import PROGRAM, identity
from l10n.model import Entry, Record, State

Key = tuple[str, str]
"""(msgctxt, msgid)"""

EMPTY = "empty"
DRAFT = "draft"
SOURCE_CHANGED = "source changed"
SENT_BACK = "sent back"
CLAIM = "claim"
OBSOLETE = "obsolete"
REASONS = (EMPTY, DRAFT, SOURCE_CHANGED, SENT_BACK, CLAIM, OBSOLETE)
"""Why a segment is `initial`."""

UNFLAGGED = "unflagged"
"""Origin in the record of a draft whose flag a program took away."""

UNKNOWN_DRAFT = "draft"
"""Origin in the record of a draft that came without one."""


_REVIEW = ("approve", "carry", "send back")
"""What backs a state line, or did: with any of these the line is no claim but a copy, perhaps an old one."""


@dataclass(frozen=True, slots=True)
class Status:
    """What is true of one entry by its ledger."""

    state: State
    digest: str = ""
    """Of exactly this text, 64 hex digits; "" for an empty or obsolete entry."""
    reason: str = ""
    """Why it is `initial`, one of REASONS; "" for any other state."""
    translators: tuple[str, ...] = ()
    """Everybody who typed this text or stood for it, sorted; "" among them is somebody unknown."""
    reviewers: tuple[str, ...] = ()
    """Whose approvals count, sorted."""
    since: str = ""
    """When the first record was made that gives this state; "" where none does."""
    note: str = ""
    """Why it was sent back."""
    origin: str = ""
    """"machine", "memory 92" …: what made the draft that this text is, or was."""
    claim: State | None = None
    """What a comment says without any record."""
    unchanged_draft: bool = False
    """The text is a draft, letter for letter, which a person let stand."""
    resubmitted: bool = False
    """Sent back, and handed in again unchanged: the editor decides."""
    four_eyes: bool = False
    """Approved by another person than everyone who translated it; an unknown translator fails."""

    @property
    def who(self) -> str:
        """The last person in the chain that is known: a reviewer, else a translator, else ""."""
        return next((name for name in (*self.reviewers, *self.translators) if name), "")

    @property
    def waits_for(self) -> str:
        """The role whose turn it is: translator, editor, or "" (reviewed, final, obsolete)."""
        if self.state >= State.REVIEWED or self.reason == OBSOLETE:
            return ""
        return "editor" if self.state == State.TRANSLATED or self.resubmitted else "translator"


@dataclass(frozen=True)
class Ledger:
    """The records of one article in one locale, by id."""

    records: Mapping[str, Record] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    """What was found odd on reading, each a sentence with file and line."""
    of_source: bool = False
    """Of the catalog of the source locale, where an empty target says: as in the source."""

    @classmethod
    def of(cls, records: Iterable[Record], *, of_source: bool = False) -> Ledger:
        """A ledger of these records."""
        return cls({identity(record): record for record in records}, of_source=of_source)

    def plus(self, records: Iterable[Record]) -> Ledger:
        """The same ledger with more records; nothing is written."""
        return replace(self, records={**self.records, **{identity(record): record for record in records}})

    def fresh(self, record: Record) -> Record:
        """The same record, or one that also ends what ended it: the same words said again within a second count."""
        while (name := identity(record)) in self.ended:
            over = {other for other, one in self.records.items() if name in one.ends}
            record = replace(record, ends=tuple(sorted({*record.ends, *over})))
        return record

    @cached_property
    def ended(self) -> frozenset[str]:
        """Ids of the records that another one ends."""
        return frozenset(name for record in self.records.values() for name in record.ends)

    @cached_property
    def _by_digest(self) -> dict[str, list[tuple[str, Record]]]:
        index: dict[str, list[tuple[str, Record]]] = {}
        for name, record in self.records.items():
            if record.digest:
                index.setdefault(record.digest, []).append((name, record))
        for found in index.values():
            found.sort(key=_order)
        return index

    @cached_property
    def by_key(self) -> dict[Key, list[tuple[str, Record]]]:
        """The records that hold their source, by (msgctxt, msgid), oldest first."""
        index: dict[Key, list[tuple[str, Record]]] = {}
        for name, record in self.records.items():
            if record.source:
                index.setdefault((record.context, record.source), []).append((name, record))
        for found in index.values():
            found.sort(key=_order)
        return index

    @cached_property
    def sent_lines(self) -> frozenset[str]:
        """Every comment line that a `send back` put into the catalog, answered or not."""
        reasons = {record.note for record in self.records.values() if record.verb == "send back"}
        return frozenset(line for reason in reasons for line in comments.note_lines(reason))

    def about(self, digest: str) -> list[tuple[str, Record]]:
        """Every record of exactly this text with its id, ended ones included."""
        return self._by_digest.get(digest, [])

    def standing(self, digest: str, *verbs: str) -> dict[str, Record]:
        """The records of exactly this text that nothing ended, by id; only these verbs, where some are named."""
        found = self._by_digest.get(digest)
        if not found:
            return {}
        return {n: r for n, r in found if n not in self.ended and (not verbs or r.verb in verbs)}

    def granted(self, digest: str) -> State:
        """The highest state that records give exactly this text, whatever flags the entry bears."""
        return max((state for state, _ in self.grants(digest)), default=State.INITIAL)

    def grants(self, digest: str) -> list[tuple[State, Record]]:
        """The approvals and translations behind a text, each with the state that it gives here.

        A carry passes on what the texts before it still have, never more than it says itself.
        """
        given: dict[int, tuple[State, Record]] = {}
        for least in (State.FINAL, State.REVIEWED, State.TRANSLATED):
            for behind in self._behind(digest, least):
                for record in self.standing(behind, "approve", "translate").values():
                    if not record.origin and (record.state or State.TRANSLATED) >= least:
                        given.setdefault(id(record), (least, record))
        return list(given.values())

    def _behind(self, digest: str, least: State) -> list[str]:
        """This text and those whose state it may take over, through carries of at least this state."""
        found: dict[str, None] = {}
        waiting = [digest]
        while waiting:
            one = waiting.pop()
            if one in found or one not in self._by_digest or self.standing(one, "send back"):
                continue
            found[one] = None
            for record in self.standing(one, "carry").values():
                if (record.state or State.INITIAL) >= least:
                    waiting += digests_before(record)
        return list(found)

    def translators(self, digest: str) -> tuple[str, ...]:
        """Everybody who typed this text or stood for it, sorted; "" among them is somebody unknown.

        A person whose record was ended still typed it.
        """
        names: set[str] = set()
        seen: set[str] = set()
        waiting = [digest]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            for name, record in self.about(one):
                if record.verb == "translate" and not record.origin and (record.who or name not in self.ended):
                    names.add("" if record.who == PROGRAM else record.who)
                elif record.verb == "carry":
                    waiting += digests_before(record)
        return tuple(sorted(names))

    def status(self, entry: Entry) -> Status:
        """What is true of an entry."""
        if entry.obsolete:
            return Status(State.INITIAL, reason=OBSOLETE)
        if entry.empty and not self.of_source:
            return Status(State.INITIAL, reason=EMPTY)
        digest = text.digest(entry.context, entry.source, entry.plural, entry.targets)
        about = self._by_digest.get(digest)
        claim = None
        if entry.comments and not entry.fuzzy and not any(r.verb in _REVIEW for _, r in about or ()):
            claim = comments.claimed(entry, digest)
        if not about:
            if not entry.fuzzy:
                return Status(State.TRANSLATED, digest, claim=claim)
            origin = comments.origin(entry)
            changed = entry.previous is not None and not origin
            return Status(State.INITIAL, digest, SOURCE_CHANGED if changed else DRAFT, origin=origin)
        return self._recorded(entry, digest, about, claim)

    def _recorded(self, entry: Entry, digest: str, about: list[tuple[str, Record]], claim: State | None) -> Status:
        """The status of a text that the ledger knows."""
        standing = [record for name, record in about if name not in self.ended]
        sent_back = [record for record in standing if record.verb == "send back"]
        drafts = [record for _, record in about if is_draft(record)]
        origin = next((r.origin for r in drafts if r.origin not in ("", UNFLAGGED, UNKNOWN_DRAFT)), "")
        status = Status(
            State.INITIAL,
            digest,
            translators=self.translators(digest),
            origin=origin or (comments.origin(entry) if entry.fuzzy else ""),
            claim=claim,
        )
        if sent_back:
            notes = " ".join(dict.fromkeys(record.note for record in sent_back))
            again = not entry.fuzzy
            return replace(status, reason=SENT_BACK, note=notes, since=sent_back[0].when, resubmitted=again)
        if entry.fuzzy:
            carried = entry.previous is not None or any(record.verb == "follow" for record in drafts)
            reason = SOURCE_CHANGED if carried and not status.origin else DRAFT
            return replace(status, reason=reason, since=_first(drafts))
        grants = self.grants(digest)
        state = max((state for state, _ in grants), default=State.INITIAL)
        if state == State.INITIAL and drafts:
            return replace(status, reason=CLAIM, since=_first(drafts))
        approvals = [(given, record) for given, record in grants if record.verb == "approve"]
        reviewers = tuple(sorted({r.who for given, r in approvals if given >= State.REVIEWED}))
        known = bool(status.translators) and "" not in status.translators
        return replace(
            status,
            state=max(state, State.TRANSLATED),
            reviewers=reviewers,
            since=_first(record for given, record in grants if given == state),
            unchanged_draft=bool(drafts),
            four_eyes=known and not set(reviewers) <= set(status.translators),
        )


def is_draft(record: Record) -> bool:
    """A record that says: no person typed this text."""
    return (record.verb == "translate" and bool(record.origin)) or (record.verb == "follow" and bool(record.digest))


def digests_before(record: Record) -> list[str]:
    """The texts whose state a carry passes on: the same target under the keys that it continues."""
    targets = record.targets or ()
    return [text.digest(context, source, record.plural, targets) for context, source in record.after]


def _order(pair: tuple[str, Record]) -> tuple[str, str]:
    """Oldest first, for people who read; nothing depends on it."""
    return (pair[1].when, pair[0])


def _first(records: Iterable[Record]) -> str:
    return min((record.when for record in records), default="")
