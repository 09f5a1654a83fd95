"""save: what people typed in segments of one catalog, written at once, and never over what somebody else typed.

    saved = saving.save(source, "ru", [Edit(key, "Гульнар Асетова уехала.", seen="", who="aigul")], when=now)

An edit names the text that its writer saw.  Where another stands there now, from another window or another program,
nothing is written for that segment: both texts are given back, and the writer chooses.  A text that is handed in loses
its fuzzy flag and is `translated` by whoever handed it in, one that is kept for later stays a draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n import comments, languages, ledger, text
from l10n.errors import ProjectError
from l10n.ledger import Ledger
from l10n.ledger.review import one_line
from l10n.model import JOINED, Catalog, Entry, Key, Record, State
from l10n.workflow import view, writing
from l10n.workflow.writing import steadily

VERDICTS = ("done", "stale", "gone")
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
    who: str
    for_later: bool = False
    """It is no translation yet: it stays a draft."""
    questions: tuple[str, ...] | None = None
    """The translator's own comment lines, as they shall be; None: as they are."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of edits."""

    side: view.Side
    """As it is on disk now."""
    done: tuple[Edit, ...] = ()
    stale: tuple[Edit, ...] = ()
    """Where another text stands now than their writer saw: nothing was written there."""
    gone: tuple[Edit, ...] = ()
    """Of segments that the article has no more."""
    were: tuple[Entry, ...] = ()
    """For each that is done, the entry as it was."""

    def before(self, edit: Edit) -> Entry | None:
        """The entry as it was before exactly this edit; None where it was not done."""
        return next((entry for one, entry in zip(self.done, self.were, strict=True) if one is edit), None)

    def verdict(self, edit: Edit) -> str:
        """`done`, `stale` or `gone`: what became of exactly this edit."""
        return next(
            word for word, some in zip(VERDICTS, (self.done, self.stale, self.gone), strict=True)
            if any(one is edit for one in some)
        )  # fmt: skip


@dataclass
class _Fill:
    """Puts edits, one after the other, into a catalog that was brought up to date."""

    edits: Sequence[Edit]
    when: str
    done: list[Edit] = field(default_factory=list)
    stale: list[Edit] = field(default_factory=list)
    were: list[Entry] = field(default_factory=list)

    def __call__(self, locale: str, catalog: Catalog, known: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        self.done, self.stale, self.were = [], [], []  # asked again where another program saved meanwhile
        entries = list(catalog.entries)
        places = {entry.key: place for place, entry in enumerate(entries) if not entry.obsolete}
        records: list[Record] = []
        for edit in self.edits:
            place = places.get(edit.key)
            if place is None:
                continue
            entry = entries[place]
            if text.nfc(edit.seen) != text.nfc(entry.target) != cleaned(edit.target):
                self.stale.append(edit)
                continue
            entries[place] = typed(entry, edit)
            records += stood_for(entries[place], known.plus(records), edit.who, self.when)
            self.done.append(edit)
            self.were.append(entry)
        return catalog.replace(entries=tuple(entries)), tuple(records)


def save(source: view.Source, locale: str, edits: Sequence[Edit], *, when: str) -> Saved:
    """Write edits into the catalog of a locale, which is brought up to date by the way.

    ProjectError for somebody who may not, and for a text that no catalog can hold; nothing is written then.
    """
    project = source.project
    for edit in edits:
        check(source, locale, edit)
    fill = _Fill(edits, when)

    def attempt() -> view.Side:
        side = view.side(source, locale, when=when, fill=fill)
        if fill.done:
            writing.plan(side).put()
        return side

    with writing.locked(project):
        side = steadily(attempt)
    gone = tuple(edit for edit in edits if edit.key not in side.entries)
    return Saved(side, tuple(fill.done), tuple(fill.stale), gone, tuple(fill.were))


def check(source: view.Source, locale: str, edit: Edit) -> None:
    """ProjectError where an edit cannot be written, or its writer may not."""
    ledger.require(edit.who, source.project.settings.people, locale=locale)
    cleaned(edit.target)
    entry = source.template.by_key().get(edit.key) if source.article.is_catalog else None
    if entry and entry.plural is not None and not languages.get(locale).plural_forms.startswith("nplurals=1;"):
        raise ProjectError("the text has several plural forms", hint="type them in a PO editor, such as Poedit")


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
    target = cleaned(edit.target)
    new = entry.replace(targets=(target, *entry.targets[1:]))
    if target and not edit.for_later and new.previous is not None:
        new = new.replace(previous=None)
    new = new.flagged(bool(target) and edit.for_later)
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


def joined(key: Key, seen: str, who: str) -> Edit:
    """The edit by which a segment is said in the one before."""
    return Edit(key, JOINED, seen, who)
