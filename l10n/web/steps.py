"""Steps that are taken back: what a saved edit changed, and how a replacement of many places is undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from starlette.responses import Response

from l10n import text
from l10n.model import Entry, State
from l10n.text import segment_id
from l10n.web.bench import Change, Missing, Step
from l10n.web.visit import Visit
from l10n.workflow import view

TRIES = 5
"""How often a change of many texts begins anew because somebody saved meanwhile."""


def changes(side: view.Side, who: str, before: Iterable[Entry]) -> Iterator[Change]:
    """What is another now, of these entries."""
    from l10n import ledger

    for was in before:
        now = side.entries[was.key]
        if (was.targets, was.fuzzy, was.comments) != (now.targets, now.fuzzy, now.comments):
            digest = side.ledger.digest(now)
            mine = (one for one in side.records if (one.verb, one.who, one.digest) == ("translate", who, digest))
            yield Change(loose(was), now.targets, tuple(ledger.identity(one) for one in mine if not one.origin))


def loose(entry: Entry) -> Entry:
    """The same entry without the file that it was read from, which need not be kept for it."""
    return Entry(
        entry.context, entry.source, entry.targets, entry.plural, *entry.notes[:3], entry.flags, entry.previous
    )


def back(visit: Visit, step: Step) -> Response:
    """Take back a replacement, text by text: what somebody changed since stays as it is."""
    taken, left = 0, 0
    here: list[str] = []
    for one in (step, *step.also):
        ids, others = _taken_back(visit, one)
        taken, left = taken + len(ids), left + others
        if one.article == visit.article.name:
            here = ids
    side = visit.side
    done = sum(side.status(one.key).state >= State.TRANSLATED for one in side.source.assembly.segments)
    told = {"segments": here, "done": done, "said": said(visit, left)}
    return visit.data(told | ({"segment": here[0]} if here else {}), 200 if taken else 409)


def put_back(visit: Visit, step: Step) -> tuple[int, int]:
    """The same for who asks elsewhere: how many texts are as they were, and how many are not."""
    done = [_taken_back(visit, one) for one in (step, *step.also)]
    return sum(len(ids) for ids, _ in done), sum(left for _, left in done)


def said(visit: Visit, left: int) -> str:
    """What became of it; left: how many texts are not as they were."""
    if left:
        return visit._("Taken back, but for texts that somebody changed since ({number}).").format(number=left)
    return visit._("Taken back")


def _taken_back(visit: Visit, step: Step) -> tuple[list[str], int]:
    """The ids of the segments that are as they were, and how many are not."""
    try:
        article = visit.bench.article(visit.project, step.article)
    except Missing:
        return [], len(step.changes)
    for _ in range(TRIES):
        source = visit.bench.source(visit.project, article)
        side = visit.bench.side(source, step.locale)
        edits = [one.back(visit.who) for one in step.changes if _stands(side, one)]
        if not edits:
            break
        _, verdict, _ = visit.bench.save(source, step.locale, edits[0].with_(edits[1:]))
        if verdict == "done":
            return [segment_id(*one.key) for one in edits], len(step.changes) - len(edits)
    return [], len(step.changes)


def _stands(side: view.Side, change: Change) -> bool:
    entry = side.entries.get(change.before.key)
    return entry is not None and [*map(text.nfc, entry.targets)] == [*map(text.nfc, change.after)]
