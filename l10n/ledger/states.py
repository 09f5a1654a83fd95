"""The state that follows from the records.

| verb | what it gives exactly this text |
| --- | --- |
| `translate` | a person typed it or stands for it: `translated`; with an origin: a draft that no person typed |
| `approve` | `reviewed` or `final` |
| `send back` | `initial`, until a later record ends it |
| `withdraw` | ends the records it names |
| `carry` | the state that the text before still has: no carry lifts a text above the approvals behind it |
| `follow` | no state: this segment continues others; with a digest: the draft that it got from them, with its origin |
| `displace` | no state: a target for which the catalog has no entry |
| `waive` | no state: one finding ends for exactly this text |

A record counts unless any record names it in `ends`.  Records are a set: order, repeats and clocks decide nothing.
Fuzzy beats approvals: the flag says that somebody doubts the text, and the approval counts again once it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, TypeVar

from l10n import comments, text
from l10n.ledger.records import PROGRAM, identity
from l10n.ledger.status import CLAIM, DRAFT, EMPTY, OBSOLETE, SENT_BACK, SOURCE_CHANGED, Status
from l10n.model import Entry, Key, Record, State

UNFLAGGED = "unflagged"
"""Origin in the record of a draft whose flag a program took away."""

UNKNOWN_DRAFT = "draft"
"""Origin in the record of a draft that came without one."""

_K = TypeVar("_K")

_Text = tuple[str | None, str, str | None, tuple[str, ...]]
"""msgctxt, msgid, msgid_plural, msgstr[0] …"""


@dataclass(frozen=True)
class Ledger:
    """The records of one article in one locale, by id."""

    records: Mapping[str, Record] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    """What was found odd on reading, each a sentence with file and line."""
    of_source: bool = False
    """Of the catalog of the source locale, where an empty target says: as in the source."""
    _digests: dict[_Text, str] = field(default_factory=dict, compare=False, repr=False)
    """Of texts met before; shared by the ledgers that are made from this one."""

    @classmethod
    def of(cls, records: Iterable[Record], *, of_source: bool = False) -> Ledger:
        """A ledger of these records."""
        return cls({identity(record): record for record in records}, of_source=of_source)

    def plus(self, records: Iterable[Record]) -> Ledger:
        """The same ledger with more records; nothing is written."""
        new = {identity(record): record for record in records}
        return replace(self, records={**self.records, **new}) if new else self

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
    def reviewed(self) -> bool:
        """Whether review has spoken of any text, ever: if not, no entry needs a line of ours."""
        return any(record.verb in _REVIEW for record in self.records.values())

    @cached_property
    def _by_digest(self) -> dict[str, list[tuple[str, Record]]]:
        index: dict[str, list[tuple[str, Record]]] = {}
        for name, record in self.records.items():
            if record.digest:
                index.setdefault(record.digest, []).append((name, record))
        return _oldest_first(index)

    @cached_property
    def _said(self) -> dict[str, Said]:
        return {}

    @cached_property
    def by_key(self) -> dict[Key, list[tuple[str, Record]]]:
        """The records that hold their source, by (msgctxt, msgid), oldest first."""
        index: dict[Key, list[tuple[str, Record]]] = {}
        for name, record in self.records.items():
            if record.source:
                index.setdefault((record.context, record.source), []).append((name, record))
        return _oldest_first(index)

    @cached_property
    def reasons(self) -> dict[str, set[tuple[str, ...] | None]]:
        """Every comment line that a `send back` put into the catalog, with the targets for which it still stands."""
        found: dict[str, set[tuple[str, ...] | None]] = {}
        for name, record in self.records.items():
            if record.verb == "send back":
                for line in comments.note_lines(record.note):
                    found.setdefault(line, set()).update(() if name in self.ended else (record.targets,))
        return found

    def about(self, digest: str) -> list[tuple[str, Record]]:
        """Every record of exactly this text with its id, oldest first, ended ones included."""
        return self._by_digest.get(digest, [])

    def standing(self, digest: str, *verbs: str) -> dict[str, Record]:
        """The records of exactly this text that nothing ended, by id; only these verbs, where some are named."""
        ended = self.ended
        return {n: r for n, r in self.about(digest) if n not in ended and (not verbs or r.verb in verbs)}

    def said(self, digest: str) -> Said:
        """The records of exactly this text, sorted by what they say."""
        found = self._said.get(digest)
        if found is None:
            found = self._said[digest] = _sorted(self.about(digest), self.ended)
        return found

    def granted(self, digest: str) -> State:
        """The highest state that records give exactly this text, whatever flags the entry bears."""
        return max((state for state, _ in self.grants(digest)), default=State.INITIAL)

    def grants(self, digest: str) -> list[tuple[State, Record]]:
        """The approvals and translations behind a text, each with the state that it gives here.

        A carry passes on what the texts before it still have, never more than it says itself.
        """
        said = self.said(digest)
        if said.sent_back:
            return []
        if not said.carries:
            return [(record.state or State.TRANSLATED, record) for record in said.words]
        given: dict[int, tuple[State, Record]] = {}
        for least in (State.FINAL, State.REVIEWED, State.TRANSLATED):
            for behind in self._behind(digest, least):
                for record in self.said(behind).words:
                    if (record.state or State.TRANSLATED) >= least:
                        given.setdefault(id(record), (least, record))
        return list(given.values())

    def _behind(self, digest: str, least: State) -> list[str]:
        """This text and those whose state it may take over, through carries of at least this state."""
        found: dict[str, None] = {}
        waiting = [digest]
        while waiting:
            one = waiting.pop()
            if one not in found and not self.said(one).sent_back:
                found[one] = None
                for record in self.said(one).carries:
                    if (record.state or State.INITIAL) >= least:
                        waiting += digests_before(record)
        return list(found)

    def translators(self, digest: str) -> tuple[str, ...]:
        """Everybody who typed this text or stood for it, sorted; "" among them is somebody unknown.

        A person whose record was ended still typed it, and so did those of the text that a carry passed on.
        """
        if not self.said(digest).carried:
            return self.said(digest).people
        return tuple(sorted({name for one in self._same_target(digest) for name in self.said(one).people}))

    def drafts(self, digest: str) -> tuple[Record, ...]:
        """The records that say that no person typed this target, those of the texts that a carry passed on included."""
        if not self.said(digest).carried:
            return self.said(digest).drafts
        return tuple(record for one in self._same_target(digest) for record in self.said(one).drafts)

    def origin(self, entry: Entry) -> str:
        """What made the text of an entry, letter for letter; "" where a person typed it, or nobody knows."""
        return _origin(self.drafts(self.digest(entry)))

    def _same_target(self, digest: str) -> list[str]:
        """This text and those before it whose target a carry passed on."""
        seen: dict[str, None] = {}
        waiting = [digest]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen[one] = None
                for record in self.said(one).carried:
                    waiting += digests_before(record)
        return list(seen)

    def digest(self, entry: Entry) -> str:
        """What names the text of an entry, 64 hex digits; worked out once for each text."""
        text_of = (entry.context, entry.source, entry.plural, entry.targets)
        found = self._digests.get(text_of)
        if found is None:
            found = self._digests[text_of] = text.digest(*text_of)
        return found

    def status(self, entry: Entry) -> Status:
        """What is true of an entry."""
        if entry.obsolete:
            return Status(State.INITIAL, reason=OBSOLETE)
        if entry.empty and not self.of_source:
            return Status(State.INITIAL, reason=EMPTY)
        digest = self.digest(entry)
        said = self.said(digest)
        if said.sent_back:
            return self._sent_back(entry, digest, said)
        if entry.fuzzy:
            return self._draft(entry, digest, said)
        claim = None if said.backed else comments.claimed(entry, digest)
        people = self.translators(digest)
        grants = self.grants(digest)
        if said.drafts and not grants:
            since = _first(said.drafts)
            return Status(State.INITIAL, digest, CLAIM, people, since=since, origin=_origin(said.drafts), claim=claim)
        state = max((state for state, _ in grants), default=State.TRANSLATED)
        reviewers = {one.who for given, one in grants if given >= State.REVIEWED}
        drafts = self.drafts(digest)
        return Status(
            state,
            digest,
            translators=people,
            reviewers=tuple(sorted(reviewers)),
            since=_first(one for given, one in grants if given == state),
            origin=_origin(drafts),
            claim=claim,
            unchanged_draft=bool(drafts) and state == State.TRANSLATED,
            four_eyes=bool(people) and "" not in people and not reviewers.issubset(people),
        )

    def _sent_back(self, entry: Entry, digest: str, said: Said) -> Status:
        return Status(
            State.INITIAL,
            digest,
            SENT_BACK,
            self.translators(digest),
            since=_first(said.sent_back),
            note=" ".join(dict.fromkeys(record.note for record in said.sent_back)),
            origin=_origin(self.drafts(digest)),
            resubmitted=not entry.fuzzy,
        )

    def _draft(self, entry: Entry, digest: str, said: Said) -> Status:
        origin = _origin(said.drafts) or comments.origin(entry)
        carried = any(record.verb == "follow" for record in said.drafts)
        why = SOURCE_CHANGED if carried or (entry.previous is not None and not origin) else DRAFT
        return Status(State.INITIAL, digest, why, self.translators(digest), since=_first(said.drafts), origin=origin)


class Said(NamedTuple):
    """What the records of exactly one text say, sorted."""

    people: tuple[str, ...] = ()
    """Who typed it or stood for it."""
    words: tuple[Record, ...] = ()
    """Standing approvals, and standing translations by persons."""
    sent_back: tuple[Record, ...] = ()
    """Standing."""
    carries: tuple[Record, ...] = ()
    """Standing."""
    carried: tuple[Record, ...] = ()
    """Ended ones too."""
    drafts: tuple[Record, ...] = ()
    """Ended ones too: that no person typed the text stays true."""
    backed: bool = False
    """Review has spoken of it, ever: a state line is a copy, perhaps an old one, and no claim."""


_SILENCE = Said()


def _sorted(about: list[tuple[str, Record]], ended: frozenset[str]) -> Said:
    """The records of one text by what they say."""
    if not about:
        return _SILENCE
    people: set[str] = set()
    words, sent_back, carries, carried, drafts = [], [], [], [], []
    for name, record in about:
        stands = name not in ended
        if is_draft(record):
            drafts.append(record)
        elif record.verb == "translate":
            if record.who or stands:
                people.add("" if record.who == PROGRAM else record.who)
            if stands:
                words.append(record)
        elif record.verb == "carry":
            carried.append(record)
            if stands:
                carries.append(record)
        elif stands and record.verb == "approve":
            words.append(record)
        elif stands and record.verb == "send back":
            sent_back.append(record)
    return Said(
        tuple(sorted(people)),
        tuple(words),
        tuple(sent_back),
        tuple(carries),
        tuple(carried),
        tuple(drafts),
        any(record.verb in _REVIEW for _, record in about),
    )


_REVIEW = ("approve", "carry", "send back")
"""The verbs that back a state line, or did."""


def is_draft(record: Record) -> bool:
    """A record that says: no person typed this text."""
    return (record.verb == "translate" and bool(record.origin)) or (record.verb == "follow" and bool(record.digest))


def digests_before(record: Record) -> list[str]:
    """The texts whose state a carry passes on: the same target under the keys that it continues."""
    targets = record.targets or ()
    return [text.digest(context, source, record.plural, targets) for context, source in record.after]


def _oldest_first(index: dict[_K, list[tuple[str, Record]]]) -> dict[_K, list[tuple[str, Record]]]:
    """For people who read; no state depends on it."""
    for found in index.values():
        if len(found) > 1:
            found.sort(key=lambda pair: (pair[1].when, pair[0]))
    return index


def _origin(drafts: Iterable[Record]) -> str:
    """What made a draft, by the first record that knows it; "" where none does."""
    return next((r.origin for r in drafts if r.origin not in ("", UNFLAGGED, UNKNOWN_DRAFT)), "")


def _first(records: Iterable[Record]) -> str:
    return min((record.when for record in records), default="")
