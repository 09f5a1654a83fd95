"""A catalog without an article follows its template, which an extractor wrote from the words of a program.

The template says order, places, flags and `#.` lines, as for `msgmerge`; plural forms stay plural forms.  What is gone
is kept as obsolete, what is back is revived, and a text that was reworded keeps its target as a draft with `#|` lines.

Laws: every non-empty target of the old catalog is in the new one, active or obsolete, or in a `displace` record; a
second time changes nothing and records nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from l10n import comments
from l10n.model import Catalog, Entry, Key, Record
from l10n.sync import Synced, retired
from l10n.sync.align import Text, far
from l10n.sync.make import Change, previous_of, record_of

_FORMS = re.compile(r"^Plural-Forms:.*?nplurals\s*=\s*(\d{1,2})", re.MULTILINE | re.IGNORECASE)


def follow(template: Catalog, old: Catalog, *, when: str) -> Synced:
    """Bring a catalog up to date with its template. when: UTC, for the records."""
    follower = _Follower(template, old, when)
    new = tuple(follower.entries())
    same = len(new) == len(old.entries) and all(a is b for a, b in zip(new, old.entries, strict=True))
    return Synced(old if same else old.replace(entries=new), tuple(follower.records), tuple(follower.changes))


@dataclass
class _Follower:
    template: Catalog
    old: Catalog
    when: str
    records: list[Record] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    active: dict[Key, Entry] = field(default_factory=dict)
    obsolete: dict[Key, Entry] = field(default_factory=dict)
    doubles: list[Entry] = field(default_factory=list)
    """Entries whose key another one had before them."""

    def __post_init__(self) -> None:
        for entry in self.old.entries:
            own = self.obsolete if entry.obsolete else self.active
            if own.setdefault(entry.key, entry) is not entry:
                self.doubles.append(entry)

    def entries(self) -> list[Entry]:
        """Those of the template in its order, then what is obsolete."""
        wanted = list(self.template.by_key().values())
        reworded = self._reworded(wanted)
        used = set(map(id, reworded.values()))
        found = [self._entry(one, reworded.get(one.key)) for one in wanted]
        keys = {one.key for one in wanted}
        left: dict[Key, Entry] = {}
        for entry in self.old.entries:
            if entry.obsolete and entry.key not in keys:
                self._keep(left, entry, entry)
            elif not entry.obsolete and entry.key not in keys and id(entry) not in used:
                self._retire(left, entry)
        self._displace([one for one in (*self.doubles, *self.obsolete.values()) if one.key in keys], found)
        return [*found, *left.values()]

    def _reworded(self, wanted: list[Entry]) -> dict[Key, Entry]:
        """By the key of a new text the old entry that resembles it, and that nothing else continues."""
        keys = {one.key for one in wanted}
        fresh = [one for one in wanted if one.key not in self.active and one.key not in self.obsolete]
        gone = [one for key, one in self.active.items() if key not in keys and not one.empty]
        pairs = far(dict(enumerate(map(_text, gone))), dict(enumerate(map(_text, fresh))))
        return {fresh[n].key: gone[o] for o, n in pairs}

    def _entry(self, wanted: Entry, like: Entry | None) -> Entry:
        """The entry of a text of the template. like: an old one that was reworded."""
        own = self.active.get(wanted.key)
        if own is not None and own.plural == wanted.plural:
            self._changed("kept", wanted, own)
            return _placed(own, wanted)
        if own is not None or like is not None:
            return self._draft(wanted, own or like)  # type: ignore[arg-type]  # one of both is there
        back = self.obsolete.get(wanted.key)
        if back is not None and back.plural == wanted.plural:
            self._changed("revived", wanted, back)
            return _placed(back.replace(obsolete=False), wanted)
        self._changed("added", wanted)
        return self._fresh(wanted)

    def _fresh(self, wanted: Entry) -> Entry:
        """An entry in which nothing is typed."""
        return Entry(
            wanted.context,
            wanted.source,
            ("",) * self._forms if wanted.plural is not None else ("",),
            wanted.plural,
            extracted=wanted.extracted,
            references=wanted.references,
            flags=_flags(wanted),
        )

    def _draft(self, wanted: Entry, old: Entry) -> Entry:
        """The old target, to be looked at: fuzzy, with the source that it was made for."""
        if old.empty:
            self._changed("added", wanted)
            return self._fresh(wanted)
        count = self._forms if wanted.plural is not None else 1
        said = old.targets if len(old.targets) == count else (old.target, *[""] * (count - 1))
        new = old.replace(
            context=wanted.context,
            source=wanted.source,
            plural=wanted.plural,
            targets=said,
            comments=comments.without_state(old.comments),
            references=wanted.references,
            extracted=wanted.extracted,
            flags=("fuzzy", *_flags(wanted)),
            previous=old.previous if old.fuzzy and old.previous is not None else previous_of(old),
        )
        self._record("follow", new, after=(old.key,))
        self._changed("drafted", wanted, old)
        return new

    def _retire(self, left: dict[Key, Entry], entry: Entry) -> None:
        """Keep what somebody typed under a key that is gone."""
        if not entry.empty or any(map(comments.is_of_people, entry.comments)):
            self._keep(left, entry, retired(entry))
        self.changes.append(Change("retired", entry.key, (entry.key,)))

    def _keep(self, left: dict[Key, Entry], entry: Entry, as_obsolete: Entry) -> None:
        holder = left.setdefault(entry.key, as_obsolete)
        if holder is not as_obsolete:
            self._lose(entry, holder)

    def _displace(self, entries: list[Entry], found: list[Entry]) -> None:
        """What has a key of the template and no place in the catalog."""
        places = {entry.key: entry for entry in found}
        for entry in entries:
            self._lose(entry, places[entry.key])

    def _lose(self, entry: Entry, holder: Entry) -> None:
        """The ledger keeps a target that no entry holds."""
        if not entry.empty and holder.targets != entry.targets:
            self._record("displace", entry)
            self.changes.append(Change("displaced", entry.key, (entry.key,)))

    @property
    def _forms(self) -> int:
        """How many plural forms the header of the catalog names."""
        found = _FORMS.search(self.old.header.target if self.old.header else "")
        return int(found[1]) if found else 2

    def _changed(self, verb: str, wanted: Entry, *before: Entry) -> None:
        self.changes.append(Change(verb, wanted.key, tuple(entry.key for entry in before)))

    def _record(self, verb: str, entry: Entry, after: tuple[Key, ...] = ()) -> None:
        self.records.append(record_of(verb, entry, self.when, after=after))


def _text(entry: Entry) -> Text:
    return Text(entry.context or "", entry.source)


def _flags(wanted: Entry) -> tuple[str, ...]:
    return tuple(flag for flag in wanted.flags if flag != "fuzzy")


def _placed(entry: Entry, wanted: Entry) -> Entry:
    """The entry with its place brought up to date; the same object where that is right."""
    flags = (*(("fuzzy",) if entry.fuzzy else ()), *_flags(wanted))
    now = (wanted.references, wanted.extracted, flags)
    if now == (entry.references, entry.extracted, entry.flags):
        return entry
    return entry.replace(references=wanted.references, extracted=wanted.extracted, flags=flags)
