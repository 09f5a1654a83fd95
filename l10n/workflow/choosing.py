"""What a variant shows: the target of a segment, the text approved before it, or the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from l10n import assembly, builders, codes, ledger, text
from l10n.builders import Candidate, Decision
from l10n.model import JOINED, Key, Record, State
from l10n.phrases import phrase, word
from l10n.project import Gate
from l10n.workflow.view import Side

NOBODY = phrase(
    "its draft lost the fuzzy flag with all others, unchanged, and nobody stands for it: `l10n review --claims`"
)


Against = Callable[[Side, Collection[Key]], Mapping[Key, str]]
"""What findings stand against these segments of a side; those against which none does left out."""


def decide(side: Side, *, published: bool, against: Against = lambda side, keys: {}) -> Decision:
    """Publish or withhold a variant; the project's gate, with the last approved text as far as it still fits.

    against: asked of those segments alone that are ready otherwise.
    """
    return builders.decide(side.source.project.settings.gate, candidates(side, against), published=published)


SHOWING = Gate(state=State.TRANSLATED, share=0.0, fallback={builders.gate.DEFAULT: builders.gate.SOURCE})
"""The gate of a preview: everything passes, and what has no text shows the source."""


def show(side: Side) -> Decision:
    """What a preview shows: every text whose codes fit, drafts included, and the source where there is none."""
    seen = (
        replace(one, state=State.FINAL, reason="", four_eyes=True) if one.target.strip() else one
        for one in _candidates(side)
    )
    return builders.decide(SHOWING, list(seen))


def candidates(side: Side, against: Against = lambda side, keys: {}) -> list[Candidate]:
    """What the gate sees of each segment, in document order, each key once."""
    gate = side.source.project.settings.gate
    seen = _candidates(side)
    typed = [one for one in seen if one.target != JOINED and not side.entries[one.key].empty]
    ready = {one.key for one in typed if not builders.gate.objection(gate, one)}
    told = against(side, ready)
    seen = [_with_finding(side, one, told[one.key]) if one.key in told else one for one in seen]
    return [_original(side, one) for one in seen] if side.is_source else seen


def _with_finding(side: Side, seen: Candidate, finding: str) -> Candidate:
    """A candidate with a finding against it; the text approved last is one that says something else."""
    approved = seen.approved
    if approved == seen.target:
        records = side.ledger.standing
        texts = (
            record.targets[0]
            for name, record in reversed(side.ledger.by_key.get(seen.key, ()))
            if record.verb == "approve" and record.targets and name in records(record.digest)
        )
        fitting = (text for text in texts if text not in (seen.target, JOINED) and not codes.fault(seen.source, text))
        approved = next(fitting, None)
    return replace(seen, finding=finding, approved=approved)


def _candidates(side: Side) -> list[Candidate]:
    source = side.source
    last = _last(side)
    found: dict[Key, Candidate] = {}
    for pieces, keys in zip(source.assembly.pieces, source.assembly.keys, strict=True):
        targets = [target(side, key) for key in keys]
        faults = dict(assembly.faults(pieces, targets))
        older = _approved(pieces, [last[key] for key in keys], targets)
        for n, key in enumerate(keys):
            if key not in found:
                found[key] = _candidate(side, key, targets[n], faults.get(n, ""), older[n], keys[n - 1] if n else None)
    return list(found.values())


def faults(side: Side, asked: Collection[Key] | None = None) -> dict[Key, str]:
    """What is wrong with the codes of targets, by segment; a segment that repeats counts as it stands first.

    asked: the units of these segments alone are looked at.
    """
    found: dict[Key, str] = {}
    for pieces, keys in zip(side.source.assembly.pieces, side.source.assembly.keys, strict=True):
        if asked is not None and not any(key in asked for key in keys):
            continue
        targets = [target(side, key) for key in keys]
        wrong = dict(assembly.faults(pieces, targets))
        for n, key in enumerate(keys):
            found.setdefault(key, wrong.get(n, "") if targets[n].strip() else "")
    return {key: fault for key, fault in found.items() if fault}


def target(side: Side, key: Key) -> str:
    """The text in the catalog; in the source locale an empty one says: as in the source."""
    said = side.entries[key].target
    return said if said.strip() or not side.is_source else key[1]


def _candidate(side: Side, key: Key, said: str, fault: str, approved: str | None, before: Key | None) -> Candidate:
    status, segment = side.status(key), side.source.assembly.by_key[key]
    return Candidate(
        key=key,
        kind=segment.kind,
        line=segment.places[0].line,
        words=text.word_count(segment.source),
        source=segment.source,
        target=said,
        state=status.state,
        reason=NOBODY if status.reason == "claim" else word("state", status.reason) if status.reason else "",
        four_eyes=status.four_eyes,
        approved=approved,
        fault=fault if said.strip() else "",
        before=before,
    )


def _original(side: Side, seen: Candidate) -> Candidate:
    """The original passes the gate as its author wrote it; a copy edit shows once it passes like any target."""
    target = seen.source
    if not side.entries[seen.key].empty:
        against = builders.gate.objection(side.source.project.settings.gate, seen)
        target = seen.approved or seen.source if against else seen.target
    return replace(seen, target=target, state=State.FINAL, reason="", four_eyes=True, fault="", finding="")


def _last(side: Side) -> dict[Key, tuple[Record, ...]]:
    """For each segment the records of the last text that met the gate; none where another unit says that text, too.

    A paragraph that was cut in two became two segments which continue one text: neither can show it alone.
    """
    continued = _continued(side)
    last = {key: _stood_for(side, key, continued) or ledger.last_approved(side.ledger, key) for key in side.entries}
    users: dict[Record, set[Key]] = {}
    for unit in side.source.assembly.keys:
        for key in unit:
            for record in last[key]:
                if _key(record) != key:
                    users.setdefault(record, set()).add(key)
    for unit in side.source.assembly.keys:
        for key in unit:
            if any(_key(record) != key and not users[record].issubset(unit) for record in last[key]):
                last[key] = ()
    return last


def _key(record: Record) -> Key:
    return record.context, record.source


def _continued(side: Side) -> Counter[Key]:
    """How many segments of today continue each segment of before."""
    known = side.ledger.by_key
    keys = (segment.key for segment in side.source.assembly.segments)
    return Counter(
        before
        for key in keys
        for before in {one for _, r in known.get(key, ()) if r.verb == "follow" for one in r.after}
    )


def _stood_for(side: Side, key: Key, continued: Mapping[Key, int]) -> tuple[Record, ...]:
    """The translation that somebody stood for until its source changed, where the gate asks for no more than that."""
    entry = side.entries[key]
    before = entry.previous
    if side.source.project.settings.gate.state > State.TRANSLATED or not entry.fuzzy or not before or not before.source:
        return ()
    old = entry.replace(context=before.context, source=before.source, plural=before.plural)
    digest = side.ledger.digest(old)
    if side.ledger.granted(digest) < State.TRANSLATED or continued.get(old.key, 0) > 1:
        return ()
    return (Record("translate", "", "", *old.key, targets=entry.targets, digest=digest),)


def _approved(
    pieces: Sequence[assembly.Piece], records: Sequence[tuple[Record, ...]], targets: Sequence[str]
) -> list[str | None]:
    """For each segment of a unit the text of its records, where it says what this segment says and its codes fit.

    Sentences split from one that was approved as a whole say it together: the first gives the text, the others
    are joined to it, as long as none of them is shown by a target of its own.
    """
    texts: list[str | None] = []
    sharing: dict[tuple[Record, ...], list[int]] = {}
    for n, found in enumerate(records):
        if found:
            sharing.setdefault(found, []).append(n)
    for n, found in enumerate(records):
        said, (first, *others) = _said(found), sharing.get(found, [n])
        if said == JOINED and targets[n] != JOINED:
            said = None
        elif first < n:
            said = JOINED if targets[n] == JOINED else None
        elif not all(targets[m] == JOINED for m in others):
            said = None
        texts.append(said)
    for n, fault in assembly.faults(pieces, [said if said is not None else targets[n] for n, said in enumerate(texts)]):
        if fault:
            texts[n] = None
    return texts


def _said(records: Sequence[Record]) -> str | None:
    """The text of approvals, several of them joined by a space; None where there is none."""
    said = [record.targets[0] for record in records if record.targets and record.targets[0] != JOINED]
    if not records:
        return None
    return " ".join(said) if said else JOINED
