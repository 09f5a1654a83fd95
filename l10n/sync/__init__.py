"""The article changed: its catalogs follow, and nothing that a translator typed is lost.

    segments + old catalog ── plan: which old entry does each segment continue ──►
             make: keep · carry · draft · revive, records for the ledger ──► new catalog

Laws: every non-empty target of the old catalog is in the new one, active or obsolete, or in a `displace`
record; a second sync changes nothing and records nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from l10n import comments
from l10n.model import JOINED, Catalog, Entry, Key, Record, Segment, State
from l10n.sync import notes, saidbefore
from l10n.sync.make import Change, Maker
from l10n.sync.notes import ABOUT, NAME, changed
from l10n.sync.onto import onto
from l10n.sync.plan import EDITED, KEPT, RELABELLED, REVIVED, Planner
from l10n.sync.triage import Edit, triage

__all__ = ["ABOUT", "NAME", "Change", "Edit", "Synced", "changed", "onto", "sync", "template", "triage"]

NOTHING: notes.About = MappingProxyType({})
SAID_BEFORE = Edit("wording", "a sentence that is said together with it is another one now")


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync gives."""

    catalog: Catalog
    """Entries in document order, then the obsolete ones; an entry that did not change is the same object."""
    records: tuple[Record, ...]
    """carry, follow and displace, to be appended to the ledger before the catalog is written."""
    changes: tuple[Change, ...]
    """One for each segment in document order, `kept` ones included; then what was retired or displaced."""


def _nothing_granted(digest: str) -> State:
    return State.INITIAL


def _whole(text: str) -> Sequence[str]:
    return [text]


def sync(
    segments: Sequence[Segment],
    old: Catalog,
    *,
    file: str,
    language: str,
    state: Callable[[Entry], State],
    when: str,
    granted: Callable[[str], State] = _nothing_granted,
    sentences: Callable[[str], Sequence[str]] = _whole,
    names: Collection[str] = (),
    about: notes.About = NOTHING,
) -> Synced:
    """Bring a catalog up to date with its article.

    segments: of the article as it is now, in document order.  file: the article's path for `#:` lines.
    language: BCP 47 tag of the source.  state: of an entry of the old catalog, by its ledger.
    granted: the state that records give the text of a digest, so that a draft is the target again that it was
    when an edit is taken back.  sentences: of a target, for the draft of a sentence that was split.
    names: words of the source language known to be names.  when: UTC, for the records.
    about: what a translator has to know of segments, for `#.` lines.
    """
    active, doubles = _active(old)
    obsolete = [entry for entry in old.entries if entry.obsolete]
    planner = Planner(segments, active, obsolete)
    plans = planner.run()
    maker = Maker(segments, file, language, state, granted, sentences, names, when, about)
    new = [maker.make(n, plan) for n, plan in enumerate(plans)]
    if any(JOINED in entry.targets for entry in chain(planner.active, new)):
        _doubt(segments, new, planner, maker)
    retired = _retire(planner, doubles, new, maker)
    return Synced(_with(old, (*new, *retired)), tuple(maker.records), tuple(maker.changes))


def _doubt(segments: Sequence[Segment], new: list[Entry], planner: Planner, maker: Maker) -> None:
    """Make a draft of every target that says, or is said by, another sentence than before."""
    kept = [
        plan.entries[0].key if plan.how in _KEEPS and _same_target(plan.entries[0], entry) else None
        for plan, entry in zip(planner.plans, new, strict=True)
    ]
    for n in saidbefore.doubtful(segments, new, kept, planner.active):
        if not new[n].fuzzy and not new[n].empty:
            new[n] = new[n].flagged(True)
            maker.changes[n] = Change("drafted", segments[n].key, maker.changes[n].before, SAID_BEFORE)


_KEEPS = (KEPT, RELABELLED, EDITED, REVIVED)


def _same_target(old: Entry, new: Entry) -> bool:
    """The target stays as it was, and is no draft that it was not."""
    return old is new or (old.targets == new.targets and old.fuzzy == new.fuzzy)


def _active(old: Catalog) -> tuple[list[Entry], list[Entry]]:
    """The active entries in file order, each key once; and those that had a key a second time."""
    by_key: dict[Key, Entry] = {}
    doubles = []
    for entry in old.entries:
        if entry.obsolete:
            continue
        if entry.key in by_key:
            doubles.append(entry)
        else:
            by_key[entry.key] = entry
    return list(by_key.values()), doubles


def _retire(planner: Planner, doubles: Sequence[Entry], new: Sequence[Entry], maker: Maker) -> list[Entry]:
    """The obsolete entries of the new catalog; what has no place among them is displaced."""
    continued = planner.continued()
    in_parts = {entry.key for plan in planner.plans if len(plan.entries) > 1 or plan.part for entry in plan.entries}
    places = {entry.key: entry for entry in new}
    found: list[Entry] = []
    gone = [(entry, entry) for entry in planner.obsolete if entry.key not in planner.revived]
    for n, entry in enumerate(planner.active):
        if n in continued and entry.plural is None:
            continue
        if not entry.empty or any(map(comments.is_of_people, entry.comments)):
            gone.append((entry, retired(entry)))
        if entry.key not in in_parts and n not in continued:
            maker.changes.append(Change("retired", entry.key, (entry.key,)))
    for entry, as_obsolete in (*gone, *((entry, retired(entry)) for entry in doubles)):
        holder = places.setdefault(entry.key, as_obsolete)
        if holder is as_obsolete:
            found.append(as_obsolete)
        elif not entry.empty and holder.targets != entry.targets:
            maker.changes.append(maker.displace(entry))
    return found


def retired(entry: Entry) -> Entry:
    """An active entry as an obsolete one: it keeps its target, its comments, its flags and what it was made for."""
    return entry.replace(obsolete=True, references=(), extracted=notes.foreign(entry.extracted))


def template(segments: Sequence[Segment], old: Catalog, *, file: str, about: notes.About = NOTHING) -> Catalog:
    """The POT of an article: every segment with an empty target; the header of the old one stays."""
    known = old.by_key()
    entries = []
    for segment, (references, extracted) in zip(segments, notes.lines(segments, file, about), strict=True):
        entry = known.get(segment.key)
        if entry is None or not entry.empty or entry.fuzzy or entry.plural is not None:
            entry = Entry(segment.context, segment.source, extracted=extracted, references=references)
        elif (entry.references, entry.extracted) != (references, extracted):
            entry = entry.replace(references=references, extracted=extracted)
        entries.append(entry)
    return _with(old, tuple(entries))


def _with(old: Catalog, entries: tuple[Entry, ...]) -> Catalog:
    """The catalog with these entries; the same object where they are its own."""
    same = len(entries) == len(old.entries) and all(a is b for a, b in zip(entries, old.entries, strict=True))
    return old if same else old.replace(entries=entries)
