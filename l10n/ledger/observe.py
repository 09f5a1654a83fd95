"""What happened to a catalog since the ledger last looked: who typed what, and which drafts are there.

Call it with the catalog as it was read, before anything is aligned, and again with the catalog that will be
written: the second call knows the drafts that were just made.  Both are idempotent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from l10n import comments
from l10n.ledger.records import PROGRAM
from l10n.ledger.states import UNFLAGGED, UNKNOWN_DRAFT, Ledger, is_draft
from l10n.model import Catalog, Entry, Key, Record, State
from l10n.origins import is_machine_made

_KNOWN = ("translate", "approve", "carry", "follow")
"""Verbs whose records already say where a text comes from."""


def observe(
    catalog: Catalog,
    ledger: Ledger,
    *,
    who: Callable[[Entry], str],
    when: str,
    named: Callable[[Entry], str] | None = None,
    seen: Catalog | None = None,
) -> tuple[Record, ...]:
    """The `translate` records that are missing.

    who: the translator of an entry, an id of a person or "" for unknown; asked for new texts alone.
    named: the same for texts that somebody unknown typed and that no editor approved yet, in case it is known by
    now; not asked where it is None.
    seen: the catalog as it was observed before; of entries that are the same objects nothing is asked again.

    - A text that no record knows and that is not fuzzy: somebody typed it.
    - A text that somebody unknown typed, whom `named` knows: that person did.
    - A fuzzy text: a draft of its origin; a person's own text under the flag is doubted, and not translated
      until somebody stands for it again.
    - A draft that lost its flag and kept its text: a person let it stand.  When all drafts of the file lost it
      at once (one may be all) and none was changed, that was a program: OmegaT writes no fuzzy. They are claims.
    """
    known = {id(entry) for entry in seen.entries} if seen else ()
    texts = _texts((entry for entry in catalog.entries if id(entry) not in known), ledger)
    found: dict[str, Record] = {}
    cleared = []
    for digest, entry in texts.items():
        about = ledger.about(digest)
        if entry.fuzzy:
            record = _draft(digest, partial(_seen_origin, entry, ledger), ledger, when)
            if record:
                found[digest] = record
        elif not any(record.verb in _KNOWN for _, record in about):
            found[digest] = Record("translate", who(entry), when, digest=digest)
        elif named and _waits_unnamed(digest, ledger) and (name := named(entry)):
            nobody = tuple(sorted(n for n, one in ledger.standing(digest, "translate").items() if not one.who))
            found[digest] = Record("translate", name, when, digest=digest, ends=nobody)
        if not entry.fuzzy and any(is_draft(record) for _, record in about) and _waits(digest, ledger):
            cleared.append(digest)
    if cleared:
        by_program = _all_at_once(_texts(catalog.entries, ledger), ledger)
        for digest in cleared:
            found[digest] = (
                Record("translate", PROGRAM, when, digest=digest, origin=UNFLAGGED)
                if by_program
                else Record("translate", who(texts[digest]), when, digest=digest)
            )
    return tuple(map(ledger.fresh, found.values()))


def _texts(entries: Iterable[Entry], ledger: Ledger) -> Mapping[str, Entry]:
    """The entries that hold a text, by digest."""
    return {ledger.digest(entry): entry for entry in entries if not entry.obsolete and not entry.empty}


def _seen_origin(entry: Entry, ledger: Ledger) -> str:
    """What made a fuzzy text that the ledger does not know, by its comment; "" where that made another text.

    Then a person has revised the draft, and left its flag and its comment.
    """
    origin = comments.origin(entry)
    known = (one for _, one in ledger.by_key.get(entry.key, ()) if one.verb == "translate" and one.origin == origin)
    return "" if any(one.targets for one in known) else origin


def _draft(digest: str, origin: Callable[[], str], ledger: Ledger, when: str) -> Record | None:
    """The record of a draft; None where the ledger knows it, or knows why the flag is there."""
    standing = ledger.standing(digest)
    if any(record.verb in ("send back", "approve", "carry") for record in standing.values()):
        return None
    over = [n for n, r in standing.items() if r.verb == "translate" and (not r.origin or r.origin == UNFLAGGED)]
    if not over and any(is_draft(record) for record in standing.values()):
        return None
    ends = tuple(sorted(over))
    return Record("translate", PROGRAM, when, digest=digest, ends=ends, origin=origin() or UNKNOWN_DRAFT)


def traced(records: Iterable[Record], before: Iterable[Entry], ledger: Ledger) -> tuple[Record, ...]:
    """The records of sync; those of drafts that continue other texts say what made these.

    before: the entries that are continued. So the text of a machine stays one, however its source is edited.
    """
    known = tuple(records)
    if not any(_is_continued(record) for record in known):
        return known
    made = {entry.key: origin for entry in before if (origin := ledger.origin(entry))}
    return tuple(replace(one, origin=_origin_of(one, made)) if _is_continued(one) else one for one in known)


def _is_continued(record: Record) -> bool:
    return record.verb == "follow" and bool(record.digest)


def _origin_of(record: Record, made: Mapping[Key, str]) -> str:
    """What made a draft that joins several texts: a machine, where one of them is of a machine."""
    found = [made[key] for key in record.after if key in made]
    return next(filter(is_machine_made, found), found[0] if found else "")


def drafted(entry: Entry, ledger: Ledger, when: str) -> Record | None:
    """The record of a draft that is made now, with its text: what becomes of it is compared with that one day.

    None where the ledger knows the text, or knows why the flag is there.
    """
    record = _draft(ledger.digest(entry), partial(comments.origin, entry), ledger, when)
    if record is None:
        return None
    said = replace(record, context=entry.context or "", source=entry.source, plural=entry.plural, targets=entry.targets)
    return ledger.fresh(said)


def _waits_unnamed(digest: str, ledger: Ledger) -> bool:
    """Somebody unknown typed it, and it waits for an editor; later an editor's commits may have moved its lines."""
    return ledger.translators(digest) == ("",) and ledger.granted(digest) == State.TRANSLATED


def _waits(digest: str, ledger: Ledger) -> bool:
    """A draft that nobody stood for yet, and of which no program is known to have taken the flag."""
    standing = ledger.standing(digest)
    if any(r.verb in ("approve", "carry", "send back") for r in standing.values()):
        return False
    translations = [record for record in standing.values() if record.verb == "translate"]
    if any(not record.origin or record.origin == UNFLAGGED for record in translations):
        return False
    return any(is_draft(record) for record in standing.values())


def _all_at_once(texts: Mapping[str, Entry], ledger: Ledger) -> bool:
    """No draft kept its flag, and none was changed."""
    if any(entry.fuzzy for entry in texts.values()):
        return False
    return not any(_reworked(digest, entry, ledger) for digest, entry in texts.items())


def _reworked(digest: str, entry: Entry, ledger: Ledger) -> bool:
    """A text that a person made from a draft, new to the ledger."""
    if ledger.about(digest):
        return False
    return bool(comments.origin(entry)) or _had_draft(entry.key, ledger)


def _had_draft(key: Key, ledger: Ledger) -> bool:
    records = ledger.by_key.get(key, ())
    return any(record.verb == "follow" and name not in ledger.ended for name, record in records)
