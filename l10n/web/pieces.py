"""Texts as a page shows them: words and codes in turn, with the names in them; plural forms, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from l10n import codes, text
from l10n.languages import plurals
from l10n.model import Catalog, Entry, Mention
from l10n.workflow.mentions import term_of


class Piece(NamedTuple):
    """A code, or words of one kind."""

    text: str
    """As a catalog has it, escapes included."""
    name: str = ""
    """The ref of the name that it is a part of."""

    @property
    def is_code(self) -> bool:
        return bool(codes.ANY.fullmatch(self.text))


class Form(NamedTuple):
    """A plural form, as it is shown and typed."""

    target: str
    numbers: tuple[int, ...]
    """Some for which it stands; () where nobody knows, and where there is one form for all."""
    source: str
    """What it is a translation of: the text for one thing, or that for many."""


def of_entry(entry: Entry, catalog: Catalog) -> list[Form]:
    """The plural forms of an entry, as many as the header of its catalog names; [] for an entry without."""
    if entry.plural is None:
        return []
    known = plurals.of(catalog.header.target if catalog.header else "")
    count = max(len(entry.targets), known.forms if known else 1)
    targets = (*entry.targets, *[""] * (count - len(entry.targets)))
    served = known.examples if known and known.forms > 1 else ()
    numbers = (*served, *[()] * (count - len(served)))
    return [Form(*one, _source(entry, one[1])) for one in zip(targets, numbers, strict=True)]


def _source(entry: Entry, numbers: tuple[int, ...]) -> str:
    """English has a text of its own for one thing, which serves a form for one, and one like 1, 21 and 31."""
    return entry.source if numbers[:1] == (1,) else entry.plural or ""


def forms(told: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The plural forms behind the first, as a page sends them: `target-1`, `target-2`, …"""
    found: list[str] = []
    while (said := told.get(f"{name}-{len(found) + 1}")) is not None:
        found.append(said)
    return tuple(found)


def changed(
    old: Iterable[str], new: Iterable[str], forms: Sequence[Form] = ()
) -> Iterator[tuple[Form | None, list[tuple[str, str]]]]:
    """Of each plural form that is another now, which it is, and the way from the one to the other."""
    for n, (one, other) in enumerate(zip_longest(old, new, fillvalue="")):
        if one != other:
            yield (forms[n] if n < len(forms) else None), text.word_diff(one, other)


def of_source(source: str, found: Iterable[Mention]) -> list[Piece]:
    """A text with the names that were found in it; a name across a code is several pieces."""
    return _of(source, [(*mention.span, term_of(mention).id) for mention in found])


def marked(words: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """A text with what was found in it, under the name `found`."""
    return _of(words, sorted((*span, "found") for span in spans))


def _of(words: str, spans: Sequence[tuple[int, int, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for token in codes.parted(words):
        if codes.ANY.fullmatch(token):
            pieces.append(Piece(token))
        else:
            pieces += _cut(token, at, spans)
        at += len(token)
    return pieces


def _cut(token: str, at: int, spans: Iterable[tuple[int, int, str]]) -> Iterable[Piece]:
    """Words that stand at an offset, cut where a name begins or ends."""
    last = 0
    for start, end, name in spans:
        one, other = max(start - at, last), min(end - at, len(token))
        if one < other:
            if last < one:
                yield Piece(token[last:one])
            yield Piece(token[one:other], name)
            last = other
    if last < len(token):
        yield Piece(token[last:])
