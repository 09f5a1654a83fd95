"""Bring the texts of a file that lost its contexts back onto a catalog.

Some programs drop msgctxt on the way (XLIFF and back, po4a-updatepo): what comes back is matched by its source
alone, and equal sources in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from l10n import codes
from l10n.model import Catalog, Entry


def onto(own: Catalog, brought: Catalog) -> tuple[Catalog, tuple[str, ...]]:
    """The catalog with the targets that were brought, and those targets for which it has no place.

    A target that is the same changes nothing, flags included.  One that another program emptied keeps the text
    that was there.  Where inline codes were lost on the way, a target that differs is a draft.
    """
    entries = list(own.entries)
    exact: dict[str, list[int]] = defaultdict(list)
    bare: dict[str, list[int]] = defaultdict(list)
    for n, entry in enumerate(entries):
        if not entry.obsolete:
            exact[entry.source].append(n)
            bare[codes.strip(entry.source)].append(n)
    by_source: dict[str, list[Entry]] = defaultdict(list)
    for entry in brought.entries:
        if not entry.obsolete:
            by_source[entry.source].append(entry)
    left: list[str] = []
    for source, group in by_source.items():
        is_exact = source in exact
        places = exact[source] if is_exact else bare.get(codes.strip(source), [])
        left += _place(entries, places, group, is_exact)
    changed = any(a is not b for a, b in zip(entries, own.entries, strict=True))
    return (own.replace(entries=tuple(entries)) if changed else own), tuple(left)


def _place(entries: list[Entry], places: Sequence[int], group: Sequence[Entry], is_exact: bool) -> list[str]:
    """Put the targets of one source where they belong; those that belong nowhere are returned."""
    texts = [entry for entry in group if not entry.empty]
    known = {entry.context for entry in group if entry.context is not None}
    pairs: list[tuple[Entry, list[int]]] = []
    if known & {entries[n].context for n in places}:
        pairs = [(entry, [n for n in places if entries[n].context == entry.context]) for entry in texts]
    elif len(group) == len(places):
        pairs = [(entry, [n]) for entry, n in zip(group, places, strict=True) if not entry.empty]
    else:
        said = {_said(entries[n], is_exact) for n in places}
        free = [n for n in places if entries[n].empty] or (list(places) if len(texts) == 1 else [])
        pairs = [(entry, [] if _said(entry, is_exact) in said else free) for entry in texts]
    left: list[str] = []
    for entry, chosen in pairs:
        if not chosen and _said(entry, is_exact) not in {_said(entries[n], is_exact) for n in places}:
            left += entry.targets
        for n in chosen:
            entries[n] = _brought(entries[n], entry, is_exact)
    return left


def _said(entry: Entry, is_exact: bool) -> tuple[str, ...]:
    return entry.targets if is_exact else tuple(codes.strip(target) for target in entry.targets)


def _brought(own: Entry, entry: Entry, is_exact: bool) -> Entry:
    """The entry with the target that was brought, its own comments and the new ones."""
    comments = (*own.comments, *(line for line in entry.comments if line not in own.comments))
    if _said(own, is_exact) == _said(entry, is_exact):
        return own if comments == own.comments else own.replace(comments=comments)
    fuzzy = entry.fuzzy or not is_exact
    previous = own.previous if fuzzy else None
    new = own.replace(targets=entry.targets, plural=entry.plural, previous=previous, comments=comments)
    return new.flagged(fuzzy)
