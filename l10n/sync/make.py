"""The entries of the new catalog, with a record for every approval that is carried and every draft that is made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from l10n import comments, text
from l10n.model import Entry, Key, Previous, Record, Segment, State
from l10n.sync import notes, parts, plan
from l10n.sync.plan import Plan
from l10n.sync.triage import Edit, triage

WHO = "l10n"
"""Who makes the records: the program, never a person."""


@dataclass(frozen=True, slots=True)
class Change:
    """What sync did with one segment, or with one old entry."""

    verb: str
    """kept       nothing changed but its place
    carried    a layout edit: the target stays, with its state
    drafted    the target is a draft now, made for another source
    split      it is one of several that an old source became
    joined     it is made of several old ones
    relabelled the same text of another kind: the target stays, with its state
    revived    the target was retired, and is wanted again
    added      nothing was translated yet
    retired    the segment is gone; its target is kept as obsolete
    displaced  its target has no place in the catalog and went to the ledger"""
    key: Key
    """(msgctxt, msgid) of the segment; of the old entry for retired and displaced."""
    before: tuple[Key, ...] = ()
    """The old entries that it continues."""
    edit: Edit | None = None
    """How the source was edited; None where it was not, or where there is no one old source."""


@dataclass(slots=True)
class Maker:
    """Makes entries by plan; collects records and changes."""

    segments: Sequence[Segment]
    file: str
    language: str
    state: Callable[[Entry], State]
    granted: Callable[[str], State]
    sentences: Callable[[str], Sequence[str]]
    names: Collection[str]
    when: str
    about: notes.About
    lines: Sequence[notes.Lines] = field(init=False)
    """What each segment says of its place, and of itself."""
    by_key: dict[Key, notes.Lines] = field(init=False)
    records: list[Record] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    """One for each segment, in their order."""

    def __post_init__(self) -> None:
        self.lines = notes.lines(self.segments, self.file, self.about)
        self.by_key = {segment.key: one for segment, one in zip(self.segments, self.lines, strict=True)}

    def make(self, n: int, done: Plan) -> Entry:
        """The entry of a segment."""
        segment = self.segments[n]
        if done.how == plan.KEPT:
            key = segment.key
            self.changes.append(Change("kept", key, (key,)))
            return self._placed(done.entries[0], n)
        if done.how == plan.NEW:
            self._change("added", segment, done)
            return self._fresh(segment)
        if done.how == plan.REVIVED:
            self._change("revived", segment, done)
            return self._placed(done.entries[0].replace(obsolete=False), n)
        if done.how == plan.RELABELLED:
            return self._same(segment, done, "relabelled", None)
        if done.how == plan.EDITED:
            return self._edited(segment, done)
        if done.how == plan.SPLIT:
            return self._split(n, segment, done)
        if done.how == plan.JOINS:
            return self._joined(segment, done)
        return self._copied(segment, done)

    def displace(self, entry: Entry) -> Change:
        """Keep a target for which the catalog has no entry."""
        self._record("displace", entry)
        return Change("displaced", entry.key, (entry.key,))

    # --- the ways of a target

    def _edited(self, segment: Segment, done: Plan) -> Entry:
        entry = done.entries[0]
        if entry.plural is not None:
            return self._singular(segment, done)
        base = made_for(entry)
        edit = self._triage(base.source or "", segment)
        if entry.empty:
            return self._empty(segment, done, edit)
        if edit is not None and edit.kind != "layout":
            return self._draft(segment, done, entry.target, base, edit)
        if entry.fuzzy:
            return self._restored(segment, done, base, edit)
        return self._same(segment, done, "carried", edit)

    def _singular(self, segment: Segment, done: Plan) -> Entry:
        """An entry with plural forms that has the key of a segment: its first form is a draft."""
        entry = done.entries[0]
        if entry.target.strip():
            return self._draft(segment, done, entry.target, previous_of(entry), None)
        self._change("added", segment, done)
        return self._fresh(segment)

    def _restored(self, segment: Segment, done: Plan, base: Previous, edit: Edit | None) -> Entry:
        """A draft whose first source is back: the target that stood there, where the ledger knows it as more."""
        entry = done.entries[0]
        digest = text.digest(base.context, base.source or "", None, entry.targets)
        state = self.granted(digest) if entry.previous is not None else State.INITIAL
        if state < State.TRANSLATED:
            of_itself = (base.context or "", base.source) == segment.key or entry.previous is None
            return self._draft(segment, done, entry.target, None if of_itself else base, edit)
        new = self._moved(segment, entry, fuzzy=False)
        if digest != text.digest(new.context, new.source, None, new.targets):
            self._record("carry", new, state=state, after=((base.context or "", base.source or ""),))
        self._change("carried", segment, done, edit)
        return new

    def _same(self, segment: Segment, done: Plan, verb: str, edit: Edit | None) -> Entry:
        """The text reads the same: the target stays, with the state that it had."""
        entry = done.entries[0]
        state = self.state(entry)
        if state >= State.TRANSLATED:
            new = self._moved(segment, entry, said=redigested(entry, segment))
            self._record("carry", new, state=state, after=(entry.key,))
        elif entry.empty:
            return self._empty(segment, done, edit, verb)
        else:
            new = self._moved(segment, entry, fuzzy=True, previous=entry.previous)
            self._record("follow", new, after=(entry.key,))
        self._change(verb, segment, done, edit)
        return new

    def _empty(self, segment: Segment, done: Plan, edit: Edit | None, verb: str = "added") -> Entry:
        """Nothing was typed; where an empty target means the source itself, its review continues."""
        entry = done.entries[0]
        new = self._moved(segment, entry, fuzzy=False)
        state = self.state(entry)
        if state >= State.TRANSLATED and (edit is None or edit.kind == "layout"):
            self._record("carry", new, state=state, after=(entry.key,))
        elif state >= State.TRANSLATED:
            self._record("follow", new.replace(targets=()), after=(entry.key,))
        self._change(verb, segment, done, edit)
        return new

    def _draft(self, segment: Segment, done: Plan, target: str, base: Previous | None, edit: Edit | None) -> Entry:
        """The old target, to be looked at: fuzzy, with the source that it was made for."""
        entry = done.entries[0]
        new = self._moved(segment, entry, fuzzy=True, previous=base, targets=(target,), edit=edit)
        self._record("follow", new, after=(entry.key,))
        self._change("drafted", segment, done, edit)
        return new

    def _copied(self, segment: Segment, done: Plan) -> Entry:
        """A draft from an entry that stays what it is."""
        entry = done.entries[0]
        if not entry.target.strip():
            self._change("added", segment, Plan())
            return self._fresh(segment)
        edit = self._triage(made_for(entry).source or "", segment)
        origin = comments.origin_lines(entry.comments)
        new = self._fresh(segment, entry.target, made_for(entry), origin, edit)
        self._record("follow", new, after=(entry.key,))
        self._change("drafted", segment, done, edit)
        return new

    def _split(self, n: int, segment: Segment, done: Plan) -> Entry:
        entry = done.entries[0]
        self._change("split", segment, done)
        if entry.empty:
            return self._fresh(segment)
        whole = [self.segments[one] for one in done.part]
        target = parts.split(entry, whole, self.sentences)[done.part.index(n)]
        first = n == done.part[0]
        kept = comments.without_state(entry.comments) if first else comments.origin_lines(entry.comments)
        if not target:
            return self._fresh(segment)
        new = self._fresh(segment, target, made_for(entry), kept)
        self._record("follow", new, after=(entry.key,))
        return new

    def _joined(self, segment: Segment, done: Plan) -> Entry:
        self._change("joined", segment, done)
        source, target = parts.join(done.entries, [made_for(entry).source or "" for entry in done.entries])
        lines = comments.without_state(line for entry in done.entries for line in entry.comments)
        kept = tuple(dict.fromkeys(lines))
        if not target:
            return self._fresh(segment).replace(comments=kept)
        base = Previous(made_for(done.entries[0]).context, source)
        new = self._fresh(segment, target, base, kept)
        self._record("follow", new, after=tuple(entry.key for entry in done.entries))
        return new

    # --- pieces

    def _triage(self, base: str, segment: Segment) -> Edit | None:
        if base == segment.source:
            return None
        return triage(base, segment.source, self.language, names=self.names)

    def _placed(self, entry: Entry, n: int) -> Entry:
        """The entry with its place brought up to date; the same object where that is right."""
        references, ours = self.lines[n]
        extracted = notes.with_ours(entry.extracted, ours, keep_changed=entry.fuzzy)
        if references == entry.references and extracted == entry.extracted:
            return entry
        return entry.replace(references=references, extracted=extracted)

    def _moved(
        self,
        segment: Segment,
        entry: Entry,
        *,
        fuzzy: bool = False,
        previous: Previous | None = None,
        targets: tuple[str, ...] | None = None,
        said: tuple[str, ...] | None = None,
        edit: Edit | None = None,
    ) -> Entry:
        """An old entry that becomes the entry of this segment; with these comments, or its own but the state."""
        new = entry.replace(
            context=segment.context,
            source=segment.source,
            plural=None,
            targets=entry.targets if targets is None else targets,
            comments=comments.without_state(entry.comments) if said is None else said,
            references=self.by_key[segment.key].references,
            extracted=(*self.by_key[segment.key].extracted, *changed_line(edit), *notes.foreign(entry.extracted)),
            previous=previous if fuzzy else None,
            obsolete=False,
        )
        return new.flagged(fuzzy)

    def _fresh(
        self,
        segment: Segment,
        target: str = "",
        base: Previous | None = None,
        said: tuple[str, ...] = (),
        edit: Edit | None = None,
    ) -> Entry:
        """An entry that no old one becomes; fuzzy where it has a target."""
        return Entry(
            segment.context,
            segment.source,
            (target,),
            comments=said,
            extracted=(*self.by_key[segment.key].extracted, *changed_line(edit)),
            references=self.by_key[segment.key].references,
            flags=("fuzzy",) if target else (),
            previous=base,
        )

    def _change(self, verb: str, segment: Segment, done: Plan, edit: Edit | None = None) -> None:
        self.changes.append(Change(verb, segment.key, tuple(entry.key for entry in done.entries), edit))

    def _record(self, verb: str, entry: Entry, *, state: State | None = None, after: tuple[Key, ...] = ()) -> None:
        self.records.append(record_of(verb, entry, self.when, state=state, after=after))


def record_of(verb: str, entry: Entry, when: str, *, state: State | None = None, after: tuple[Key, ...] = ()) -> Record:
    """A record of an entry as it is now; of one without targets, of its key alone."""
    full = verb in ("carry", "displace")
    digest = text.digest(entry.context, entry.source, entry.plural, entry.targets) if entry.targets else ""
    return Record(
        verb,
        WHO,
        when,
        context=entry.context or "",
        source=entry.source,
        plural=entry.plural,
        targets=entry.targets if full else None,
        digest=digest,
        state=state,
        after=after,
    )


def previous_of(entry: Entry) -> Previous:
    """The source of an entry in the form of `#|` lines."""
    return Previous(entry.context, entry.source, entry.plural)


def made_for(entry: Entry) -> Previous:
    """The source that its target was made for: that of its `#|` lines while it is a draft, else its own."""
    if not entry.fuzzy or entry.previous is None or entry.previous.source is None:
        return previous_of(entry)
    context = entry.context if entry.previous.context is None else entry.previous.context
    return Previous(context, entry.previous.source, entry.previous.plural)


def redigested(entry: Entry, segment: Segment) -> tuple[str, ...]:
    """The comments, with a state line that was true of the old text made true of the new one."""
    if not any(line.startswith(comments.STATE) for line in entry.comments):
        return entry.comments
    old = text.digest(entry.context, entry.source, entry.plural, entry.targets)
    new = text.digest(segment.context, segment.source, None, entry.targets)
    said = [comments.stated(line) for line in entry.comments]
    return tuple(
        comments.state_line(one.state, new) if one and one.state is not None and old.startswith(one.digits) else line
        for one, line in zip(said, entry.comments, strict=True)
    )


def changed_line(edit: Edit | None) -> tuple[str, ...]:
    """The `#.` line that names a changed fact."""
    return (f"{notes.CHANGED}{edit.reason}",) if edit is not None and edit.kind == "fact" else ()
