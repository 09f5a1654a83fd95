"""What becomes of each segment: which old entries it continues, and how.

In this order, best first: the same key; the same text of another kind; the same key among the retired; the
source that a draft was made for; the same text in other glyphs; a twin; then by place and likeness.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from l10n import codes
from l10n.model import Entry, Key, Segment
from l10n.sync import notes
from l10n.sync.align import Text, align, far, longest_rise
from l10n.sync.glyphs import fold

MANY = 16
"""So many matches prove the order of a file if half of them rise: in a random order far fewer would."""

KEPT = "kept"
RELABELLED = "relabelled"
REVIVED = "revived"
EDITED = "edited"
TWIN = "twin"
RESEMBLES = "resembles"
SPLIT = "split"
JOINS = "joins"
NEW = "new"


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a segment comes from."""

    how: str = NEW
    """KEPT: the same key.  RELABELLED: the same text, another context.  REVIVED: retired before under this key.
    EDITED: an old source that was edited.  TWIN: a copy of another segment with the same text.  RESEMBLES: a
    copy of a retired one.  SPLIT: one of several that an old one became.  JOINS: made of several.  NEW: none."""
    entries: tuple[Entry, ...] = ()
    """The old entries: one, or several for JOINS."""
    part: tuple[int, ...] = ()
    """SPLIT: indexes of all segments that the old one became."""


@dataclass(slots=True)
class Planner:
    """Matches segments with old entries; a fresh one for each sync.

    Entries with plural forms are of other programs: they continue in no segment but one that has their key.
    """

    segments: Sequence[Segment]
    active: Sequence[Entry]
    """Each key once; in the order of the file, and of the old article once the planner ran."""
    obsolete: Sequence[Entry]
    plans: list[Plan] = field(init=False)
    anchors: dict[int, int] = field(init=False, default_factory=dict)
    """Index of the segment → index of the active entry that it is."""
    revived: set[Key] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.plans = [Plan()] * len(self.segments)

    def run(self) -> list[Plan]:
        """A plan for each segment."""
        self._same_key()
        left = self._open()
        if left:
            if not self._is_in_order():
                self.active = notes.in_document_order(self.active)
                self._same_key()
            self._anchor(left, RELABELLED, lambda s: s.source, lambda e: e.source if not e.empty else None)
            self._revive()
            self._anchor(left, EDITED, lambda s: s.key, _made_for)
            self._anchor(left, RELABELLED, lambda s: s.source, lambda e: e.source)
            self._anchor(left, EDITED, lambda s: (s.kind, fold(s.source)), lambda e: (kind_of(e), fold(e.source)))
            self._twins()
            self._by_place()
            self._by_likeness()
        return self.plans

    def continued(self) -> set[int]:
        """Indexes of the active entries that live on in one segment."""
        return set(self.anchors.values())

    def _open(self) -> list[int]:
        return [n for n, plan in enumerate(self.plans) if plan.how == NEW]

    def _same_key(self) -> None:
        places = {entry.key: place for place, entry in enumerate(self.active)}
        for n, segment in enumerate(self.segments):
            place = places.get(segment.key)
            if place is not None:
                self.anchors[n] = place
                entry = self.active[place]
                self.plans[n] = Plan(KEPT if entry.plural is None else EDITED, (entry,))

    def _is_in_order(self) -> bool:
        """Whether the file lists what matched as the article does, or nearly so; a sorted file does not."""
        places = [self.anchors[n] for n in sorted(self.anchors)]
        return len(places) >= MANY and len(longest_rise(places)) * 2 >= len(places)

    def _anchor(
        self,
        left: Iterable[int],
        how: str,
        of_segment: Callable[[Segment], object],
        of_entry: Callable[[Entry], object | None],
    ) -> None:
        """Pair open segments with free entries by an equal value, those of one kind first, in order."""
        taken = set(self.anchors.values())
        waiting: dict[object, deque[int]] = defaultdict(deque)
        for place, entry in enumerate(self.active):
            if place not in taken and entry.plural is None and (value := of_entry(entry)) is not None:
                waiting[value].append(place)
        if not waiting:
            return
        for n in left:
            places = waiting.get(of_segment(self.segments[n])) if self.plans[n].how == NEW else None
            if places:
                kind = self.segments[n].kind
                place = next((one for one in places if kind_of(self.active[one]) == kind), places[0])
                places.remove(place)
                self.anchors[n] = place
                self.plans[n] = Plan(how, (self.active[place],))

    def _revive(self) -> None:
        retired = {entry.key: entry for entry in self.obsolete if entry.plural is None}
        for n in self._open():
            entry = retired.get(self.segments[n].key)
            if entry is not None:
                self.plans[n] = Plan(REVIVED, (entry,))
                self.revived.add(entry.key)

    def _twins(self) -> None:
        """A segment with the text of another of its kind: told apart since, or never translated twice."""
        wanted = {(self.segments[n].kind, self.segments[n].source) for n in self._open()}
        known: dict[Key, Entry] = {}
        for n, plan in enumerate(self.plans):
            twin = (self.segments[n].kind, self.segments[n].source)
            if plan.how in (KEPT, RELABELLED, REVIVED) and twin in wanted and not plan.entries[0].empty:
                known.setdefault(twin, plan.entries[0])
        for n in self._open() if known else ():
            entry = known.get((self.segments[n].kind, self.segments[n].source))
            if entry is not None:
                self.plans[n] = Plan(TWIN, (entry,))

    def _by_place(self) -> None:
        left = self._open()
        if not left:
            return
        taken = set(self.anchors.values())
        old = [
            None if place in taken or entry.plural is not None else _text(kind_of(entry), entry.source)
            for place, entry in enumerate(self.active)
        ]
        new: list[Text | None] = [None] * len(self.segments)
        for n in left:
            new[n] = _text(self.segments[n].kind, self.segments[n].source)
        for match in align(old, new, self.anchors):
            entries = tuple(self.active[place] for place in match.old)
            how = JOINS if len(entries) > 1 else SPLIT if len(match.new) > 1 else EDITED
            for n in match.new:
                self.plans[n] = Plan(how, entries, match.new if how == SPLIT else ())
            if how == EDITED:
                self.anchors[match.new[0]] = match.old[0]

    def _by_likeness(self) -> None:
        """Drafts from the retired; these stay, since they may be wanted for what they were."""
        left = self._open()
        pool = [entry for entry in self.obsolete if not entry.empty and entry.key not in self.revived]
        if not left or not pool:
            return
        old = {place: _text(kind_of(entry), entry.source) for place, entry in enumerate(pool)}
        new = {n: _text(self.segments[n].kind, self.segments[n].source) for n in left}
        for o, n in far(old, new):
            self.plans[n] = Plan(RESEMBLES, (pool[o],))


def kind_of(entry: Entry) -> str:
    """The kind that a msgctxt starts with: `p` of `p #intro`."""
    return (entry.context or "").partition(" ")[0]


def _made_for(entry: Entry) -> Key | None:
    """The key that the draft of a fuzzy entry was made for; None where it is its own."""
    if not entry.fuzzy or entry.previous is None or entry.previous.source is None:
        return None
    context = entry.context if entry.previous.context is None else entry.previous.context
    return (context or "", entry.previous.source)


def _text(kind: str, source: str) -> Text:
    return Text(kind, codes.CODE.sub("\ufffc", source))
