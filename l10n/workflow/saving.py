"""save: what people typed in segments of one catalog, written at once, and never over what somebody else typed.

    saved = saving.save(source, "ru", [Edit(key, "Гульнар Асетова уехала.", seen="", who="aigul")], when=now)

An edit names the text that its writer saw.  Where another stands there now, from another window or another program,
nothing is written for that segment: both texts are given back, and the writer chooses.  A text that is handed in loses
its fuzzy flag and is `translated` by whoever handed it in, one that is kept for later stays a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from l10n import comments, languages, ledger, text
from l10n.errors import ProjectError
from l10n.ledger import Ledger
from l10n.ledger.review import one_line
from l10n.model import Catalog, Entry, Key, Record, State
from l10n.phrases import phrase
from l10n.workflow import view, writing
from l10n.workflow.writing import steadily

VERDICTS = ("done", "stale", "gone")
LONGEST = 100_000
"""Characters of a target: no sentence and no paragraph has as many."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Control characters and halves of characters, which no catalog holds."""


@dataclass(frozen=True, slots=True)
class Back:
    """How an entry was before somebody typed in it."""

    entry: Entry
    ends: tuple[str, ...] = ()
    """Ids of the records that were made by the typing."""
    is_forth: bool = False
    """It had been taken back, and is said again: who typed it stands for it as before."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person typed in one segment."""

    key: Key
    target: str
    seen: str
    """The target that stood there when they began."""
    who: str
    forms: tuple[str, ...] = ()
    """The plural forms behind the first, which is `target`."""
    seen_forms: tuple[str, ...] = ()
    """Those that stood there when they began."""
    for_later: bool = False
    """It is no translation yet: it stays a draft."""
    questions: tuple[str, ...] | None = None
    """The translator's own comment lines, as they shall be; None: as they are."""
    made: tuple[str, str] | None = None
    """A draft that was taken over before anything was typed: its text, and what made it."""
    back: Back | None = None
    """What is taken back: the entry is as it was, its flag, origin and previous source included."""
    also: tuple[Edit, ...] = ()
    """Edits of other segments that are written with this one, or not at all."""

    @property
    def targets(self) -> tuple[str, ...]:
        """Every form, as a catalog holds it; ProjectError where it cannot."""
        return tuple(map(cleaned, (self.target, *self.forms)))

    @property
    def seen_targets(self) -> tuple[str, ...]:
        """Every form that stood there when they began."""
        return (self.seen, *self.seen_forms)

    @property
    def parts(self) -> tuple[Edit, ...]:
        """This edit and those that go with it."""
        return (self, *self.also)

    def with_(self, others: Iterable[Edit]) -> Edit:
        """The same edit, with which others go."""
        return replace(self, also=(*self.also, *others))


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
    were: tuple[tuple[Entry, ...], ...] = ()
    """For each that is done, the entries of its parts as they were."""

    def before(self, edit: Edit) -> tuple[Entry, ...]:
        """The entries as they were before exactly this edit, one for each of its parts; () where it was not done."""
        return next((were for one, were in zip(self.done, self.were, strict=True) if one is edit), ())

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
    were: list[tuple[Entry, ...]] = field(default_factory=list)

    def __call__(self, locale: str, catalog: Catalog, known: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        self.done, self.stale, self.were = [], [], []  # asked again where another program saved meanwhile
        entries = list(catalog.entries)
        places = {entry.key: place for place, entry in enumerate(entries) if not entry.obsolete}
        records: list[Record] = []
        for edit in self.edits:
            if not all(one.key in places for one in edit.parts):
                continue
            if any(_is_stale(entries[places[one.key]], one) for one in edit.parts):
                self.stale.append(edit)
                continue
            self.were.append(tuple(entries[places[one.key]] for one in edit.parts))
            for one in edit.parts:
                place = places[one.key]
                records += taken_over(entries[place], one, known.plus(records), self.when)
                entries[place] = typed(entries[place], one)
                records += stood_for(entries[place], one, known.plus(records), self.when)
            self.done.append(edit)
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
    gone = tuple(edit for edit in edits if any(one.key not in side.entries for one in edit.parts))
    return Saved(side, tuple(fill.done), tuple(fill.stale), gone, tuple(fill.were))


def check(source: view.Source, locale: str, edit: Edit) -> None:
    """ProjectError where an edit cannot be written, or its writer may not."""
    known = source.template.by_key() if source.article.is_catalog else {}
    for one in edit.parts:
        is_plural = one.key in known and known[one.key].plural is not None
        if is_plural and not one.forms and not languages.get(locale).plural_forms.startswith("nplurals=1;"):
            raise ProjectError(
                phrase("the text has several plural forms"), hint=phrase("say each: the desk of `l10n serve` can")
            )
        if one.forms and not is_plural:
            raise ProjectError(phrase("the text has no plural forms"), hint=phrase("say it in one text"))
        ledger.require_writer(one.who, source.project.settings.people, locale)
        for said in (one.target, *one.forms):
            cleaned(said)
        for line in one.questions or ():
            if (asked := one_line(cleaned(line))) and not comments.is_question(asked):
                raise ProjectError(
                    phrase("`{asked}` is how a program begins a comment", asked=asked),
                    hint=phrase("begin yours with another word than `l10n`"),
                )


def cleaned(target: str) -> str:
    """A target as a catalog holds it: NFC, one kind of line end, no space around it; ProjectError where it cannot."""
    said = normal(target)
    if found := _UNFIT.search(said):
        raise ProjectError(
            phrase("the text holds the control character U+{code:04X}", code=ord(found[0])),
            hint=phrase("take it out: no page can show it"),
        )
    if len(said) > LONGEST:
        raise ProjectError(
            phrase("the text has {n:,} characters, more than {most:,}", n=len(said), most=LONGEST),
            hint=phrase("a segment is a sentence"),
        )
    return said


def normal(target: str) -> str:
    """NFC, one kind of line end, no space around it."""
    return text.nfc(target.replace("\r\n", "\n").replace("\r", "\n")).strip()


def typed(entry: Entry, edit: Edit) -> Entry:
    """The entry with what was typed, or as it was before."""
    if edit.back is not None:
        return _as_before(entry, edit.back.entry)
    said = edit.targets
    new = entry.replace(targets=(*said, *entry.targets[len(said) :]))
    if any(said) and not edit.for_later and new.previous is not None:
        new = new.replace(previous=None)
    new = new.flagged(any(said) and edit.for_later)
    if edit.made is not None and new.fuzzy:
        new = new.replace(comments=comments.with_origin(new.comments, one_line(edit.made[1])))
    if edit.questions is not None:
        asked = (one_line(cleaned(line)) for line in edit.questions)
        new = new.replace(comments=comments.asking(new.comments, filter(None, asked)))
    return new


def _as_before(entry: Entry, was: Entry) -> Entry:
    """The entry as it was; lines that others wrote meanwhile stay."""
    kept = [line for line in entry.comments if not line.startswith(comments.ORIGIN)]
    lines = (*comments.origin_lines(was.comments), *comments.asking(kept, comments.questions(was)))
    told = {"previous": was.previous, "extracted": was.extracted}
    return entry.replace(targets=was.targets, comments=lines, **told).flagged(was.fuzzy)


def _is_stale(entry: Entry, edit: Edit) -> bool:
    """Another text stands there than its writer saw, and it is not the very same that they typed."""
    there = _said(entry.targets if edit.forms else (entry.target,))
    return _said(edit.seen_targets) != there != _said(edit.targets)


def _said(forms: Iterable[str]) -> tuple[str, ...]:
    """Every form, those at the end left out in which nothing is: a form that is not there says nothing."""
    some = [text.nfc(one) for one in forms]
    while some and not some[-1]:
        some.pop()
    return tuple(some)


def taken_over(entry: Entry, edit: Edit, known: Ledger, when: str) -> list[Record]:
    """The record of a draft that somebody took over: a machine wrote it, whoever hands it in.

    None of a text with plural forms, for which nothing has a draft.
    """
    if edit.made is None or entry.plural is not None or not (target := cleaned(edit.made[0])):
        return []
    lines = comments.with_origin(entry.comments, one_line(edit.made[1]))
    record = ledger.drafted(entry.replace(targets=(target,), comments=lines).flagged(True), known, when)
    return [record] if record else []


def stood_for(entry: Entry, edit: Edit, known: Ledger, when: str) -> list[Record]:
    """The record that somebody stands for exactly this text; none where they do already, or for a draft.

    Of what is taken back: the record that they no longer do.
    """
    if edit.back is not None and not edit.back.is_forth:
        ends = tuple(name for name in edit.back.ends if name in known.records and name not in known.ended)
        return [known.fresh(Record("withdraw", edit.who, when, ends=ends))] if ends else []
    status = known.status(entry)
    if entry.fuzzy or not status.digest or status.state >= State.REVIEWED or status.resubmitted:
        return []
    standing = known.standing(status.digest, "translate")
    if any(one.who == edit.who and not one.origin for one in standing.values()):
        return []
    people = [one for one in status.translators if one]
    if people and status.state is State.TRANSLATED:
        return []  # somebody else typed it, and this person changed nothing
    nobody = tuple(sorted(name for name, one in standing.items() if not one.who))
    return [known.fresh(Record("translate", edit.who, when, digest=status.digest, ends=nobody))]
