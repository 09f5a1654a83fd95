"""Steps that are taken back: what a saved edit changed, and how a replacement of many places is undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from starlette.responses import Response

from l10n import ledger, text
from l10n.model import Entry, State
from l10n.text import segment_id
from l10n.web.bench import Missing
from l10n.web.undoing import Change, Step
from l10n.web.visit import Visit
from l10n.workflow import view

TRIES = 5
"""How often a change of many texts begins anew because somebody saved meanwhile."""


def changes(side: view.Side, who: str, before: Iterable[Entry]) -> Iterator[Change]:
    """What is another now, of these entries."""
    for was in before:
        now = side.entries[was.key]
        if (was.targets, was.fuzzy, was.comments) != (now.targets, now.fuzzy, now.comments):
            digest = side.ledger.digest(now)
            mine = (one for one in side.records if (one.verb, one.who, one.digest) == ("translate", who, digest))
            yield Change(loose(was), now.targets, tuple(ledger.identity(one) for one in mine if not one.origin))


def reversed_(step: Step, side: view.Side, who: str, before: Iterable[Entry]) -> Step:
    """The step by which a step was taken back; before: the entries as they were until then."""
    some = (one._replace(is_back=not step.is_back) for one in changes(side, who, before))
    return Step(step.article, step.locale, tuple(some), step.is_loose)


def remember(visit: Visit, step: Step) -> None:
    """A step that took back can be taken back itself, and what is done again like any other."""
    if step.is_back:
        visit.bench.undid(visit.session, step)
    elif step.changes:
        visit.bench.did(visit.session, step, is_again=True)


def loose(entry: Entry) -> Entry:
    """The same entry without the file that it was read from, which need not be kept for it."""
    return Entry(
        entry.context, entry.source, entry.targets, entry.plural, *entry.notes[:3], entry.flags, entry.previous
    )


def back(visit: Visit, step: Step) -> Response:
    """Take back a step of many texts, text by text: what somebody changed since stays as it is."""
    taken, left = 0, 0
    here: list[str] = []
    ways: list[Step] = []
    for one in (step, *step.also):
        ids, others, way = _taken_back(visit, one)
        taken, left = taken + len(ids), left + others
        ways += way
        if one.article == visit.article.name:
            here = ids
    ways.sort(key=lambda one: one.article != visit.article.name)
    if ways:
        remember(visit, replace(ways[0], also=tuple(ways[1:])))
    side = visit.side
    told = {"segments": here, "done": done(side), "said": said(visit, left, is_again=step.is_back)}
    return visit.data(told | ({"segment": here[0]} if here else {}), 200 if taken else 409)


def done(side: view.Side) -> int:
    """How many segments of an article have no work for a translator."""
    return sum(side.status(one.key).state >= State.TRANSLATED for one in side.source.assembly.segments)


def put_back(visit: Visit, step: Step) -> tuple[int, int]:
    """The same for who asks elsewhere: how many texts are as they were, and how many are not.

    Where it reaches into locales of others, as an entry of the glossary does, these are left alone.
    """
    taken, left = 0, 0
    for one in (step, *step.also):
        if visit.may_write(one.locale):
            ids, others, _ = _taken_back(visit, one)
            taken, left = taken + len(ids), left + others
        else:
            left += _not_as_before(visit, one)
    return taken, left


def _not_as_before(visit: Visit, step: Step) -> int:
    """How many texts of others are not as they were: what followed from an entry often follows it back."""
    side = visit.bench.side(
        visit.bench.source(visit.project, visit.bench.article(visit.project, step.article)), step.locale
    )
    return sum(
        (now := side.entries.get(one.before.key)) is None
        or (now.targets, now.fuzzy) != (one.before.targets, one.before.fuzzy)
        for one in step.changes
    )


def said(visit: Visit, left: int, *, is_again: bool = False) -> str:
    """What became of it; left: how many texts are not as they were."""
    if is_again and left:
        return visit._("Done again, but for texts that somebody changed since ({number}).").format(number=left)
    if is_again:
        return visit._("Done again")
    if left:
        return visit._("Taken back, but for texts that somebody changed since ({number}).").format(number=left)
    return visit._("Taken back")


def _taken_back(visit: Visit, step: Step) -> tuple[list[str], int, list[Step]]:
    """The ids of the segments that are as they were, how many are not, and the step by which they are."""
    try:
        article = visit.bench.article(visit.project, step.article)
    except Missing:
        return [], len(step.changes), []
    for _ in range(TRIES):
        source = visit.bench.source(visit.project, article)
        side = visit.bench.side(source, step.locale)
        edits = [one.back(visit.who) for one in step.changes if _stands(side, one)]
        if not edits:
            break
        side, verdict, before = visit.bench.save(source, step.locale, edits[0].with_(edits[1:]))
        if verdict == "done":
            ids = [segment_id(*one.key) for one in edits]
            return ids, len(step.changes) - len(edits), [reversed_(step, side, visit.who, before)]
    return [], len(step.changes), []


def _stands(side: view.Side, change: Change) -> bool:
    entry = side.entries.get(change.before.key)
    return entry is not None and [*map(text.nfc, entry.targets)] == [*map(text.nfc, change.after)]
