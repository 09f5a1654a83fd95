"""Three versions of a catalog ▸ one, entry by entry.

Laws: what one side alone changed, is so; a text that somebody typed is in the result, as the target or in a note
beside it; a target stands only with the source and the plural with which it stood on one side; the state comment
(`# l10n: reviewed 5fc100462ce4`) stays only with exactly its text; where two typed texts meet, the result is fuzzy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from l10n.comments import KEPT_OUT, ORIGIN, stated
from l10n.model import Catalog, Entry, State
from l10n.po.header import changed, fields_of
from l10n.po.rendering import escaped, unescaped
from l10n.text import digest

Key = tuple[str | None, str]
Value = TypeVar("Value")


def merge(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Catalog:
    """Both sides' changes since base; None where no common ancestor is known: every entry then counts as added.

    Both changed one text: ours stays, fuzzy, and theirs is kept in a comment (KEPT_OUT). One side dropped an entry
    in which the other typed: it stays, obsolete. Order of ours; what theirs added follows what it followed there.
    """
    was, mine, yours = _by_key(base), _by_key(ours), _by_key(theirs)
    merged = (_merged(was.get(key), mine.get(key), yours.get(key)) for key in _order(mine, yours))
    entries = [entry for entry in merged if entry is not None]
    if _obsolete_last(ours) and _obsolete_last(theirs):
        entries.sort(key=lambda entry: entry.obsolete)
    return ours.replace(
        entries=tuple(entries), header=_header(base.header if base else None, ours.header, theirs.header)
    )


def kept_out(entry: Entry) -> tuple[str, ...]:
    """The texts that a merge kept in the comments of an entry."""
    found = (line.removeprefix(KEPT_OUT) for line in entry.comments if line.startswith(KEPT_OUT))
    return tuple(unescaped(quoted[1:-1]) for quoted in found)


def _by_key(catalog: Catalog | None) -> dict[Key, Entry]:
    """Every entry, obsolete ones too: gettext allows one for each context and source."""
    return {(entry.context, entry.source): entry for entry in catalog.entries} if catalog else {}


def _order(mine: Iterable[Key], yours: Iterable[Key]) -> Iterator[Key]:
    """All keys, in the order of mine; one that only yours has follows its neighbour there."""
    follows: dict[Key | None, Key | None] = {}
    last: Key | None = None
    for key in mine:
        follows[last] = last = key
    follows[last] = None
    before: Key | None = None
    for key in yours:
        if key not in follows:
            follows[key] = follows[before]
            follows[before] = key
        before = key
    place = follows[None]
    while place is not None:
        yield place
        place = follows[place]


def _obsolete_last(catalog: Catalog) -> bool:
    """Whether obsolete entries stand behind all others, as in most catalogs."""
    marks = [entry.obsolete for entry in catalog.entries]
    return marks == sorted(marks)


def _merged(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Entry | None:
    """One entry of three; None where it is dropped."""
    if ours is None or theirs is None:
        return _one_sided(base, ours or theirs)
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    start = base or Entry(ours.context, ours.source)
    chosen, fuzzy, notes = _text(start, ours, theirs)
    flags = _united([_other(start), _other(ours), _other(theirs)])
    if fuzzy:
        flags.insert(0, "fuzzy")
    result = ours.replace(
        targets=chosen.targets,
        plural=chosen.plural,
        previous=chosen.previous,
        flags=ours.flags if {*ours.flags} == {*flags} else tuple(flags),
        extracted=_changed(start.extracted, ours.extracted, theirs.extracted),
        references=_changed(start.references, ours.references, theirs.references),
        obsolete=_changed(base.obsolete if base else True, ours.obsolete, theirs.obsolete),
    )
    comments = _united([start.comments, ours.comments, theirs.comments])
    return result.replace(comments=_fitting([*comments, *notes], result, chosen))


def _one_sided(base: Entry | None, entry: Entry | None) -> Entry | None:
    """An entry that one side lacks: new, or dropped there."""
    if entry is None or base is None:
        return entry
    typed = entry.targets != base.targets or not {*entry.comments} <= {*base.comments}
    return entry.replace(obsolete=True) if typed and (not entry.empty or entry.comments) else None


def _text(base: Entry, ours: Entry, theirs: Entry) -> tuple[Entry, bool, list[str]]:
    """The side whose plural, targets and previous source are taken; whether it is fuzzy; notes of what is not taken."""
    if _typed(ours) == _typed(theirs):
        return (theirs if ours.previous == base.previous else ours), _changed(base.fuzzy, ours.fuzzy, theirs.fuzzy), []
    if _typed(theirs) == _typed(base) or theirs.empty:
        return ours, ours.fuzzy, []
    if _typed(ours) == _typed(base) or ours.empty:
        return theirs, theirs.fuzzy, []
    kept = (*ours.targets, *kept_out(ours))
    lost = [text for text in theirs.targets if text.strip() and text not in kept]
    return ours, True, [f'{KEPT_OUT}"{escaped(text)}"' for text in lost]


def _typed(entry: Entry) -> tuple[str | None, tuple[str, ...]]:
    return (entry.plural, entry.targets)


def _other(entry: Entry) -> tuple[str, ...]:
    """The flags but fuzzy."""
    return tuple(flag for flag in entry.flags if flag != "fuzzy")


def _united(versions: Sequence[Sequence[str]]) -> list[str]:
    """Lines of base, ours, theirs: those of ours that theirs did not drop, then those that theirs added."""
    base, ours, theirs = versions
    kept = [line for line in ours if line in theirs or line not in base]
    return kept + [line for line in theirs if line not in base and line not in ours]


def _changed(base: Value, ours: Value, theirs: Value) -> Value:
    """The value of the side that changed it; ours where both did."""
    return theirs if ours == base else ours


def _fitting(comments: Iterable[str], result: Entry, chosen: Entry) -> tuple[str, ...]:
    """The comments that are true of the merged entry: its origin, and the highest state given to exactly its text."""
    name = digest(result.context, result.source, result.plural, result.targets)
    kept: list[str] = []
    states: dict[str, State] = {}
    for line in comments:
        said = stated(line)
        if said is not None:
            if said.state is None or not name.startswith(said.digits):
                continue
            states[line] = said.state
        elif line.startswith(ORIGIN) and line not in chosen.comments:
            continue
        kept.append(line)
    highest = max(states.values(), default=None)
    return tuple(line for line in kept if line not in states or states[line] == highest)


def _header(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Entry | None:
    """The header of three, field by field; where both changed a field, that of the later PO-Revision-Date."""
    if ours is None or theirs is None or theirs in (ours, base):
        return ours or theirs
    start = base or Entry(None, "")
    was, mine, yours = fields_of(start), fields_of(ours), fields_of(theirs)
    newer = yours.get("PO-Revision-Date", "") > mine.get("PO-Revision-Date", "")
    changes = {}
    for name in {**mine, **yours}:
        old, left, right = was.get(name), mine.get(name), yours.get(name)
        if right != left and right != old and (left == old or newer):
            changes[name] = right
    return changed(ours, changes).replace(
        comments=tuple(_united([start.comments, ours.comments, theirs.comments])),
        flags=tuple(_united([start.flags, ours.flags, theirs.flags])),
    )
