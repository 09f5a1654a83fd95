"""The glossary as a table: a row a name, a cell for what each locale calls it; searched, filtered and sorted.

A search finds a name by any part of any of its forms, in any script, and in any inflected form of any language.
Where it finds none, the names that are spelt nearly so can be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import codes, comments, glossary, names, text
from l10n.glossary import Glossary, Name
from l10n.ledger import Status
from l10n.model import Entry, Key, State
from l10n.names.forms.grammar import CASES
from l10n.text import segment_id
from l10n.workflow import mentions, prefilling, view

if TYPE_CHECKING:
    from l10n.names import Candidate, Finder

NEAR, NEARLY = 5, 75
"""How many names that are spelt nearly so are shown, and how near they are, of 100: one letter of five is another."""
_HYPHENS = re.compile("[-\u2010-\u2014]")
OPEN = ("translator", "editor", "empty")
"""What may be open: a name waits for one of these, or has no rendering."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a name is called in one locale."""

    locale: str
    key: Key
    entry: Entry
    status: Status

    @property
    def id(self) -> str:
        """Of its segment."""
        return segment_id(*self.key)

    @property
    def form(self) -> str:
        """The rendering, "" where there is none."""
        return codes.unescape(self.entry.target).strip()

    @property
    def also(self) -> tuple[str, ...]:
        """Further forms that are admitted in this locale."""
        return comments.also(self.entry)

    @property
    def never(self) -> tuple[str, ...]:
        """Forms that are forbidden in this locale."""
        return comments.never(self.entry)

    @property
    def is_draft(self) -> bool:
        """Something stands there that nobody stands for."""
        return bool(self.form) and self.status.state < State.TRANSLATED

    def is_open(self, what: str) -> bool:
        """Whether it waits for this role, or ("empty") has no rendering."""
        return not self.form if what == "empty" else self.status.waits_for == what


@dataclass(frozen=True, slots=True)
class Row:
    """A name in all its locales."""

    name: Name
    cells: Mapping[str, Cell]

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that it is called, or was, or must not be."""
        name = self.name
        never = (form for some in name.never.values() for form in some)
        own = (name.form, name.original, *name.also, *name.former, *never)
        return (*own, *(form for cell in self.cells.values() for form in (cell.form, *cell.also, *cell.never)))


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows, and in which order."""

    words: str = ""
    kind: str = ""
    locale: str = ""
    """What is open is asked of this locale alone."""
    open: str = ""
    """One of OPEN, or "any"."""
    sort: str = ""
    """`form`, `kind`, or a locale; with `-` before it, from the end. "" is the order of the file."""


def cell(side: view.Side, ref: str) -> Cell:
    """What a name of the glossary is called in one locale."""
    key = side.source.key_of[ref]
    return Cell(side.locale, key, side.entries[key], side.status(key))


def rows(source: view.Source, sides: Sequence[view.Side]) -> list[Row]:
    """Every name in the order of the file.  sides: of the glossary."""
    return [Row(name, {side.locale: cell(side, name.ref) for side in sides}) for name in source.names]


def candidates(row: Row, locale: str) -> list[Candidate]:
    """What a name may be called in a locale, best first, from what somebody stands for in the others.

    Forms that are forbidden there are no candidates.
    """
    known = {
        tag: cell.form for tag, cell in row.cells.items() if tag != locale and cell.status.state >= State.TRANSLATED
    }
    own = glossary.tag(row.name.origin)
    if row.name.original and own:
        known = {own: row.name.original, **known}
    every = prefilling.offered(row.name, locale, known) if row.name.translate else []
    return [one for one in every if one.text not in (*row.name.forbidden(locale), *row.cells[locale].never)]


def inflected(name: Name, form: str, locale: str) -> list[tuple[str, str]]:
    """The forms of a rendering that are certain, each with its case."""
    made = ((case, names.inflect(form, locale, case, name.sex or None, kind=name.kind)) for case in CASES)
    return [(case, one) for case, one in made if one] if form else []


def asked(every: Sequence[Row], wanted: Asked, known: Glossary) -> list[Row]:
    """The rows that are asked for, in the order that is."""
    found = [row for row in every if not wanted.kind or row.name.kind == wanted.kind]
    if wanted.open:
        found = [row for row in found if _is_open(row, wanted)]
    if wanted.words.strip():
        refs = search(every, wanted.words, known)
        found = [row for row in found if row.name.ref in refs]
    return _sorted(found, wanted.sort)


def _is_open(row: Row, wanted: Asked) -> bool:
    meant = [cell for tag, cell in row.cells.items() if wanted.locale in ("", tag)]
    return any(cell.is_open(what) for cell in meant for what in (OPEN if wanted.open == "any" else (wanted.open,)))


def _sorted(found: list[Row], sort: str) -> list[Row]:
    by = sort.removeprefix("-")
    if not by:
        return found
    keyed = [(_folded(_said(row, by)), row) for row in found]
    with_one = sorted((one for one in keyed if one[0]), key=lambda one: one[0], reverse=sort.startswith("-"))
    return [row for _, row in with_one] + [row for said, row in keyed if not said]


def _said(row: Row, by: str) -> str:
    """What a row is sorted by."""
    if by in ("form", "kind"):
        return str(getattr(row.name, by))
    return row.cells[by].form if by in row.cells else ""


def _folded(said: str) -> str:
    return text.unmarked(said).casefold()


def search(every: Sequence[Row], words: str, known: Glossary) -> set[str]:
    """The refs of the names that these words mean."""
    wanted = _sought(words)
    found = {row.name.ref for row in every if any(wanted in _sought(form) for form in row.forms)}
    for locale in (glossary.LOCALE, *(tag for tag in known.renderings if tag != glossary.LOCALE)):
        for mention in _finder(known, locale).find(words):
            found |= {
                one.id for one in (mentions.term_of(mention), *mention.analysis.rivals) if not isinstance(one, str)
            }
    return found


def near(every: Sequence[Row], words: str) -> list[Row]:
    """The names of which a form, or a word of one, is spelt nearly so, the nearest first; at most NEAR."""
    from rapidfuzz.fuzz import ratio

    wanted = _sought(words)
    nearest: list[tuple[float, int]] = []
    for number, row in enumerate(every):
        forms = {_sought(form) for form in row.forms if form}
        said = forms.union(*(form.split() for form in forms))
        score = max((ratio(wanted, one, score_cutoff=NEARLY) for one in said), default=0)
        if score:
            nearest.append((-score, number))
    return [every[number] for _, number in sorted(nearest)[:NEAR]]


def _sought(said: str) -> str:
    """A form as it is searched for: hyphens and spaces are one."""
    return " ".join(_HYPHENS.sub(" ", _folded(said)).split())


@dataclass
class _Kept:
    """The finders of the glossary that was searched last; drafts are found by them, too."""

    glossary: Glossary = field(default_factory=Glossary)
    finders: dict[str, Finder] = field(default_factory=dict)


_latest = _Kept()


def _finder(known: Glossary, locale: str) -> Finder:
    global _latest
    kept = _latest
    if kept.glossary is not known:
        kept = _latest = _Kept(known)
    if locale not in kept.finders:
        terms = known.terms(locale)
        kept.finders[locale] = names.Finder(locale, terms, known=terms)
    return kept.finders[locale]
