"""save: what a person typed in segments of one catalog, written at once, and never over what somebody else typed.

    saved = saving.save(source, "ru", [Edit(key, "Гульнар Асетова уехала.", seen="")], who="aigul", when=now)

An edit names the text that its writer saw.  Where another stands there now, from another window or another program,
nothing is written for that segment: both texts are given back, and the writer chooses.  A text that is handed in loses
its fuzzy flag and is `translated` by whoever handed it in, one that is kept for later stays a draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from l10n import comments, languages, ledger, text
from l10n.errors import ProjectError
from l10n.ledger import Ledger
from l10n.ledger.review import one_line
from l10n.model import JOINED, Catalog, Entry, Key, Record, State
from l10n.workflow import view, writing
from l10n.workflow.writing import steadily

LONGEST = 100_000
"""Characters of a target: no sentence and no paragraph has as many."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Control characters and halves of characters, which no catalog holds."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person typed in one segment."""

    key: Key
    target: str
    seen: str
    """The target that stood there when they began."""
    for_later: bool = False
    """It is no translation yet: it stays a draft."""
    questions: tuple[str, ...] | None = None
    """The translator's own comment lines, as they shall be; None: as they are."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of edits."""

    side: view.Side
    """As it is on disk now."""
    done: tuple[Key, ...] = ()
    stale: tuple[Key, ...] = ()
    """Where another text stands now than their writer saw: nothing was written there."""
    gone: tuple[Key, ...] = ()
    """Segments that the article has no more."""


@dataclass
class _Fill:
    """Puts edits into a catalog that was brought up to date."""

    edits: Sequence[Edit]
    who: str
    when: str
    done: list[Key] = field(default_factory=list)
    stale: list[Key] = field(default_factory=list)

    def __call__(self, locale: str, catalog: Catalog, known: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        self.done, self.stale = [], []  # asked again where another program saved meanwhile
        wanted = {edit.key: edit for edit in self.edits}
        entries: list[Entry] = []
        records: list[Record] = []
        for entry in catalog.entries:
            edit = None if entry.obsolete else wanted.get(entry.key)
            if edit is None:
                entries.append(entry)
            elif entry.target != edit.seen and not _is_there(entry, edit):
                self.stale.append(entry.key)
                entries.append(entry)
            else:
                new = typed(entry, edit)
                records += stood_for(new, known, self.who, self.when)
                entries.append(new)
                self.done.append(entry.key)
        return catalog.replace(entries=tuple(entries)), tuple(records)


def save(source: view.Source, locale: str, edits: Sequence[Edit], *, who: str, when: str) -> Saved:
    """Write edits into the catalog of a locale, which is brought up to date by the way.

    ProjectError for somebody who may not, and for a text that no catalog can hold; nothing is written then.
    """
    project = source.project
    ledger.require(who, project.settings.people, locale=locale)
    _refuse_forms(source, locale, edits)
    checked = [replace(edit, target=cleaned(edit.target), seen=text.nfc(edit.seen)) for edit in edits]
    fill = _Fill(checked, who, when)

    def attempt() -> view.Side:
        side = view.side(source, locale, when=when, fill=fill)
        if fill.done:
            writing.plan(side).put()
        return side

    with writing.locked(project):
        side = steadily(attempt)
    gone = tuple(edit.key for edit in edits if edit.key not in side.entries)
    return Saved(side, tuple(fill.done), tuple(fill.stale), gone)


def cleaned(target: str) -> str:
    """A target as a catalog holds it: NFC, one kind of line end, no space around it; ProjectError where it cannot."""
    said = text.nfc(target.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if found := _UNFIT.search(said):
        raise ProjectError(
            f"the text holds the control character U+{ord(found[0]):04X}", hint="take it out: no page can show it"
        )
    if len(said) > LONGEST:
        raise ProjectError(
            f"the text has {len(said):,} characters, more than {LONGEST:,}", hint="a segment is a sentence"
        )
    return said


def typed(entry: Entry, edit: Edit) -> Entry:
    """The entry with what was typed."""
    new = entry.replace(targets=(edit.target, *entry.targets[1:]))
    if edit.target and not edit.for_later:
        new = new.replace(previous=None) if new.previous is not None else new
    new = new.flagged(bool(edit.target) and edit.for_later)
    if edit.questions is not None:
        ours = [line for line in entry.comments if line not in comments.questions(entry)]
        asked = (one_line(line) for line in edit.questions)
        new = new.replace(comments=(*filter(None, asked), *ours))
    return new


def stood_for(entry: Entry, known: Ledger, who: str, when: str) -> list[Record]:
    """The record that somebody stands for exactly this text; none where they do already, or for a draft."""
    status = known.status(entry)
    if entry.fuzzy or not status.digest or status.state >= State.REVIEWED or status.resubmitted:
        return []
    standing = known.standing(status.digest, "translate")
    if any(one.who == who and not one.origin for one in standing.values()):
        return []
    people = [one for one in status.translators if one]
    if people and status.state is State.TRANSLATED:
        return []  # somebody else typed it, and this person changed nothing
    nobody = tuple(sorted(name for name, one in standing.items() if not one.who))
    return [known.fresh(Record("translate", who, when, digest=status.digest, ends=nobody))]


def joined(key: Key, seen: str) -> Edit:
    """The edit by which a segment is said in the one before."""
    return Edit(key, JOINED, seen)


def _is_there(entry: Entry, edit: Edit) -> bool:
    """Somebody else typed the very same meanwhile."""
    return entry.target == edit.target


def _refuse_forms(source: view.Source, locale: str, edits: Sequence[Edit]) -> None:
    """ProjectError for one text where a catalog without an article has several plural forms."""
    if source.article.is_catalog and not languages.get(locale).plural_forms.startswith("nplurals=1;"):
        known = source.template.by_key()
        if any(edit.key in known and known[edit.key].plural is not None for edit in edits):
            raise ProjectError("the text has several plural forms", hint="type them in a PO editor, such as Poedit")
