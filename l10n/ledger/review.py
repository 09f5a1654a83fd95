"""What an editor does: approve, send back, withdraw, take back, accept.

Each verb takes the entries of one catalog and its ledger and returns an Outcome: records to append, entries to
put in the place of those with the same key, and what was skipped with the reason.  Nothing is written here.

Bound to what was read: `listed` maps keys to the digests that were shown (12 or more hex digits).  Only those
entries are touched, and one whose text is another one now is skipped.  Without `listed` every entry is meant as
it stands, which is right only for a caller that has just read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from l10n.errors import ProjectError
from l10n.ledger.marks import mark
from l10n.ledger.people import EDITOR, may, require
from l10n.ledger.records import identity
from l10n.ledger.states import Ledger
from l10n.ledger.status import CLAIM, EMPTY, Status
from l10n.model import Entry, Key, Person, Record, State
from l10n.origins import is_machine_made
from l10n.phrases import phrase
from l10n.text import SHORT_DIGEST

GONE = phrase("it is no longer in the catalog")
CHANGED = phrase("its text changed since it was shown: read it anew")


class Skipped(NamedTuple):
    """A segment that a verb left alone."""

    key: Key
    why: str


class Outcome(NamedTuple):
    """What a verb did."""

    records: tuple[Record, ...]
    """To append to the ledger, before the catalog is written."""
    entries: tuple[Entry, ...]
    """The entries that changed, in the order of the catalog."""
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, kw_only=True)
class Reviewer:
    """Who acts, when, where, and under which rules; the verbs raise ProjectError where that person may not."""

    who: str
    """Id of a person."""
    when: str
    """UTC, "2026-11-22T07:30:00Z"."""
    locale: str = ""
    people: Mapping[str, Person] = field(default_factory=dict)
    """The table of the settings; empty where the project has none, and then anybody may."""
    four_eyes: bool = False
    """Refuse an approval by somebody who translated the text, or of one whose translator is unknown."""
    bar_drafts: bool = False
    """Refuse an approval of a text that is letter for letter what a machine drafted."""
    faults: Mapping[Key, str] = field(default_factory=dict)
    """What is wrong with the codes of a text; no page can show it, and nobody may approve it."""


def approve(
    entries: Iterable[Entry],
    ledger: Ledger,
    by: Reviewer,
    listed: Mapping[Key, str] | None = None,
    *,
    final: bool = False,
    note: str = "",
) -> Outcome:
    """`reviewed`, or `final`, for exactly these texts.

    A fuzzy draft is refused: first a person must stand for it.  A text that was sent back may be approved as it
    is: that answers the reason and takes the flag away.
    """
    require(by.who, by.people, EDITOR, by.locale)
    wanted = State.FINAL if final else State.REVIEWED
    work = _Work(ledger, by)
    for entry, status in work.chosen(entries, listed):
        why = _not_to_approve(entry, status, work, wanted)
        if why:
            work.skip(entry, why)
            continue
        sent_back = ledger.standing(status.digest, "send back")
        work.record("approve", status, entry, state=wanted, note=one_line(note), ends=sent_back)
        work.change(entry.flagged(False) if sent_back else entry)
    return work.outcome()


def objections(entries: Iterable[Entry], ledger: Ledger, by: Reviewer, *, final: bool = False) -> dict[Key, str]:
    """Of those of these texts that this person must not approve now, why.

    ProjectError for somebody who may approve nothing here.
    """
    require(by.who, by.people, EDITOR, by.locale)
    wanted = State.FINAL if final else State.REVIEWED
    work = _Work(ledger, by)
    told = ((entry.key, _not_to_approve(entry, status, work, wanted)) for entry, status in work.chosen(entries, None))
    return {key: why for key, why in told if why}


def send_back(
    entries: Iterable[Entry], ledger: Ledger, by: Reviewer, listed: Mapping[Key, str] | None = None, *, reason: str
) -> Outcome:
    """`initial` for exactly these texts, with the reason and a fuzzy flag in the catalog; ends their approvals."""
    require(by.who, by.people, EDITOR, by.locale)
    reason = one_line(reason)
    if not reason:
        raise ProjectError(
            phrase("a text is sent back with a reason"), hint=phrase("say what is wrong with it, in one sentence")
        )
    work = _Work(ledger, by)
    for entry, status in work.chosen(entries, listed):
        standing = ledger.standing(status.digest, "approve", "carry", "send back")
        if status.reason == EMPTY:
            work.skip(entry, phrase("it is empty"))
        elif entry.fuzzy and not standing:
            work.skip(entry, phrase("it is a draft that nobody handed in"))
        elif entry.fuzzy and any(one.verb == "send back" and one.note == reason for one in standing.values()):
            work.skip(entry, phrase("it was sent back for that reason already"))
        else:
            work.record("send back", status, entry, note=reason, ends=standing)
            work.change(entry.flagged(True))
    return work.outcome()


def withdraw(
    entries: Iterable[Entry], ledger: Ledger, by: Reviewer, listed: Mapping[Key, str] | None = None, *, note: str = ""
) -> Outcome:
    """Take back what review said of exactly these texts: approvals, or the sending back with flag and reason.

    An editor may take back everybody's word, everybody else their own.
    """
    require(by.who, by.people)
    is_editor = may(by.who, by.people, EDITOR, by.locale)
    work = _Work(ledger, by)
    for entry, status in work.chosen(entries, listed):
        standing = ledger.standing(status.digest, "approve", "carry", "send back")
        if not standing:
            work.skip(entry, phrase("nobody approved it or sent it back"))
        elif not is_editor and any(record.who != by.who for record in standing.values()):
            work.skip(entry, phrase("only an editor may take back what somebody else said"))
        else:
            work.record("withdraw", status, note=one_line(note), ends=standing)
            sent_back = any(record.verb == "send back" for record in standing.values())
            work.change(entry.flagged(False) if sent_back else entry)
    return work.outcome()


def take_back(
    entries: Iterable[Entry], ledger: Ledger, by: Reviewer, listed: Mapping[Key, str] | None = None
) -> Outcome:
    """End this person's own last word on exactly these texts; what that word had ended stands again, whoever said it.

    A flag that a translator had cleared before an approval stays away: the text waits for the editor, as it did.
    """
    require(by.who, by.people)
    work = _Work(ledger, by)
    for entry, status in work.chosen(entries, listed):
        standing = ledger.standing(status.digest, "approve", "send back")
        mine = {name: record for name, record in standing.items() if record.who == by.who}
        if not mine:
            work.skip(entry, phrase("you neither approved it nor sent it back"))
            continue
        last = max(mine, key=lambda name: (mine[name].when, mine[name].state or State.INITIAL, name))
        before = _ended_alone(ledger, mine[last])
        work.record("withdraw", status, ends=(last,))
        work.again(before)
        was_sent_back = any(one.verb == "send back" for one in before)
        work.change(entry if was_sent_back or mine[last].verb == "approve" else entry.flagged(False))
    return work.outcome()


def accept_claims(
    entries: Iterable[Entry], ledger: Ledger, by: Reviewer, listed: Mapping[Key, str] | None = None
) -> Outcome:
    """Stand for what nobody stands for: drafts whose flag is gone, texts of somebody unknown, state comments.

    The first two become `translated` by this person, and an unknown translator is one no longer.  The comments, which
    came with the file, become what they say, which only an editor may do, under the same rules as an approval.
    """
    require(by.who, by.people, locale=by.locale)
    is_editor = may(by.who, by.people, EDITOR, by.locale)
    work = _Work(ledger, by)
    for entry, status in work.chosen(entries, listed):
        if status.claim:
            why: str = phrase("only an editor may accept it")
            if is_editor:
                why = _not_to_approve(entry, status, work, status.claim)
            if why:
                work.skip(entry, why)
                continue
            work.record("approve", status, entry, state=status.claim, note="claim accepted")
        elif status.reason == CLAIM:
            work.record("translate", status)
        elif "" in status.translators and status.state is State.TRANSLATED:
            unknown = {name: one for name, one in ledger.standing(status.digest, "translate").items() if not one.who}
            work.record("translate", status, ends=unknown)
        else:
            if listed is not None:
                work.skip(entry, phrase("it claims nothing"))
            continue
        work.change(entry)
    return work.outcome()


class _Work:
    """Records, changed entries and skipped ones of one verb, as they come."""

    def __init__(self, ledger: Ledger, by: Reviewer) -> None:
        self.ledger = ledger
        self.by = by
        self.records: list[Record] = []
        self.changed: list[Entry] = []
        self.skipped: list[Skipped] = []

    def chosen(self, entries: Iterable[Entry], listed: Mapping[Key, str] | None) -> Iterator[tuple[Entry, Status]]:
        """The entries that are meant and still hold the text that was listed, in the order given."""
        missing = set(listed or ())
        for entry in entries:
            if entry.obsolete or (listed is not None and entry.key not in missing):
                continue
            missing.discard(entry.key)
            status = self.ledger.status(entry)
            if listed is not None and not _is_same(listed[entry.key], status.digest):
                self.skip(entry, CHANGED)
            else:
                yield entry, status
        for key in sorted(missing):
            self.skipped.append(Skipped(key, GONE))

    def skip(self, entry: Entry, why: str) -> None:
        self.skipped.append(Skipped(entry.key, why))

    def record(self, verb: str, status: Status, entry: Entry | None = None, **fields: Any) -> None:
        """One record by this person; with the texts where an entry is given."""
        fields["ends"] = tuple(sorted(fields.get("ends", ())))
        if entry is not None:
            fields |= {"context": entry.context or "", "source": entry.source}
            fields |= {"plural": entry.plural, "targets": entry.targets}
        record = Record(verb, self.by.who, self.by.when, digest=status.digest, **fields)
        self.records.append(self.ledger.fresh(record))

    def again(self, records: Iterable[Record]) -> None:
        """What was ended stands as it was said, in the name and at the time of whoever said it."""
        said = {identity(record): record for record in map(self.ledger.fresh, records)}
        self.records += said.values()

    def change(self, entry: Entry) -> None:
        """What the entry becomes; its comments are brought up to date at the end."""
        self.changed.append(entry)

    def outcome(self) -> Outcome:
        after = self.ledger.plus(self.records)
        return Outcome(tuple(self.records), tuple(mark(entry, after) for entry in self.changed), tuple(self.skipped))


def _ended_alone(ledger: Ledger, record: Record) -> list[Record]:
    """What review had said and this record alone ended, however often it was said."""
    words = replace(record, ends=())
    found = []
    for name in record.ends:
        said = ledger.records.get(name)
        if said is not None and said.verb in ("approve", "carry", "send back"):
            endings = [one for one in ledger.records.values() if name in one.ends]
            found += [said] if all(replace(one, ends=()) == words for one in endings) else []
    return found


def _not_to_approve(entry: Entry, status: Status, work: _Work, wanted: State) -> str:
    """Why this text must not be approved now; "" where it may."""
    who = work.by.who
    sent_back = work.ledger.standing(status.digest, "send back")
    approvals = work.ledger.standing(status.digest, "approve").values()
    if status.reason == EMPTY:
        return phrase("it is empty")
    if entry.key in work.by.faults:
        return phrase("its codes are broken: {fault}", fault=work.by.faults[entry.key])
    if entry.fuzzy and not sent_back:
        return phrase("it is a draft: translate it, or clear its fuzzy flag, first")
    if work.by.bar_drafts and is_machine_made(status.origin):
        return phrase(
            "it is an unchanged draft ({origin}); the settings bar those: its translator revises it first",
            origin=status.origin,
        )
    if work.by.four_eyes and who in status.translators:
        return phrase("you translated it: four eyes need another editor")
    if work.by.four_eyes and (not status.translators or "" in status.translators):
        return phrase("four eyes are asked for, and its translator is unknown: whoever it is accepts the claim first")
    if not sent_back and any(one.who == who and (one.state or State.INITIAL) >= wanted for one in approvals):
        return phrase("you approved it already")
    return ""


def _is_same(listed: str, digest: str) -> bool:
    return listed == digest or (len(listed) >= SHORT_DIGEST and digest.startswith(listed))


def one_line(note: str) -> str:
    """A note as the ledger and the catalog hold it: one line, single spaces."""
    return " ".join(note.split())
