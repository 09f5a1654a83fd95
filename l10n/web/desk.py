"""The translator's desk: source and target side by side in the flow of the article, one segment opened up.

show      the page: every paragraph, each sentence closed
segment   one sentence, opened up or closed again
save      what was typed is in the catalog, or both texts are shown and the writer chooses
undo      the last thing that this person typed here, taken back
presence  who else is in a segment, and whether files changed under the page
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from l10n.model import JOINED, Key
from l10n.text import segment_id
from l10n.web.bench import Missing, Step, key_of
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import reviewing, saving, view
from l10n.workflow.reviewing import Item
from l10n.workflow.saving import Edit


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the article as the desk shows it."""

    kind: str
    items: tuple[Item, ...]
    """Its segments; those that stood before in the article are left out."""
    again: int = 0
    """How many were left out."""


def blocks(side: view.Side) -> list[Block]:
    """The article unit by unit."""
    items = {item.segment.key: item for item in reviewing.of_side(side)}
    shown: set[Key] = set()
    found = []
    for unit, keys in zip(side.source.assembly.units, side.source.assembly.keys, strict=True):
        new = tuple(items[key] for key in dict.fromkeys(keys) if key not in shown)
        shown.update(keys)
        if new:
            found.append(Block(unit.kind, new, len(keys) - len(new)))
    return found


def item_of(side: view.Side, key: Key) -> Item:
    """One segment as the desk shows it."""
    return reviewing.of_side(side, {key})[0]


def neighbours(side: view.Side, key: Key) -> tuple[Key | None, Key | None]:
    """The segments before and after one, in document order."""
    keys = [segment.key for segment in side.source.assembly.segments]
    place = keys.index(key)
    return keys[place - 1] if place else None, keys[place + 1] if place + 1 < len(keys) else None


@page()
def show(visit: Visit) -> Response:
    """The page."""
    side = visit.side
    found = blocks(side)
    return visit.page(
        "desk.html",
        source=visit.source,
        side=side,
        locale=visit.locale,
        article=visit.article,
        blocks=found,
        items=[item for block in found for item in block.items],
        opened=visit.asked("segment"),
        stamp=stamp(side),
    )


@page()
def segment(visit: Visit) -> Response:
    """One segment: opened up, or closed (`?closed=1`)."""
    side, key = visit.side, key_of(visit.source, str(visit.request.path_params["segment"]))
    if visit.asked("closed"):
        return closed(visit, side, key)
    return visit.page("part/open.html", **_about(visit, side, key))


def _about(visit: Visit, side: view.Side, key: Key) -> dict[str, Any]:
    """What an opened segment shows."""
    before, after = neighbours(side, key)
    return {
        "source": side.source,
        "side": side,
        "item": item_of(side, key),
        "locale": side.locale,
        "article": side.source.article,
        "can_type": visit.may("", side.locale),
        "can_join": before is not None and side.entries[before].target != JOINED,
        "after": after,
    }


def closed(visit: Visit, side: view.Side, key: Key, *, said: str = "") -> Response:
    """A segment as it is now, closed. said: what just happened, for those who listen."""
    return visit.page(
        "part/closed.html",
        item=item_of(side, key),
        source=side.source,
        side=side,
        locale=side.locale,
        article=side.source.article,
        said=said,
    )


@page()
def save(visit: Visit) -> Response:
    """Put what was typed into the catalog."""
    key = key_of(visit.source, str(visit.request.path_params["segment"]))
    if "target" not in visit.form or "seen" not in visit.form:
        raise Wrong(visit._("The request says no text."))
    edit = Edit(key, visit.form["target"], visit.form["seen"], visit.who, for_later=visit.form.get("later") == "1")
    side, verdict, before = visit.bench.save(visit.source, visit.locale, edit)
    if verdict == "stale":
        mine = saving.cleaned(edit.target)
        about = _about(visit, side, key)
        return visit.page("part/stale.html", 409, mine=mine, **about)
    if verdict == "gone":
        raise Missing(segment_id(*key))
    now = side.entries[key]
    if before is not None and (before.target, before.fuzzy) != (now.target, now.fuzzy):
        step = Step(visit.article.name, visit.locale, key, before.target, now.target, before.fuzzy)
        visit.bench.did(visit.session, step)
    return closed(visit, side, key, said=visit._("Saved"))


@page()
def undo(visit: Visit) -> Response:
    """Take back the last thing this person typed here, where it still stands."""
    step = visit.bench.last(visit.session, visit.article.name, visit.locale)
    if step is None:
        return visit.data({"said": visit._("There is nothing to undo.")}, 404)
    edit = Edit(step.key, step.before, step.after, visit.who, for_later=step.was_draft)
    _, verdict, _ = visit.bench.save(visit.source, visit.locale, edit)
    if verdict != "done":
        return visit.data({"said": visit._("Somebody changed that text since: it stays as it is.")}, 409)
    return visit.data({"segment": segment_id(*step.key), "said": visit._("Taken back")})


@page()
def presence(visit: Visit) -> Response:
    """Say where this person is; hear who else is here, and whether the files are others than the page's."""
    where = (visit.article.name, visit.locale)
    visit.bench.sit(*where, visit.session, visit.who, visit.form.get("segment", "")[:16])
    others = [{"who": seat.who, "segment": seat.segment} for seat in visit.bench.others(*where, visit.session)]
    return visit.data({"others": others, "stamp": stamp(visit.side)})


def stamp(side: view.Side) -> dict[str, str]:
    """Of every segment, what a page shows of it: another word where it has to be shown anew."""
    return {segment_id(*key): word for key, word in _words(side)}


def _words(side: view.Side) -> Iterator[tuple[Key, str]]:
    for one in side.source.assembly.segments:
        status = side.status(one.key)
        yield one.key, f"{status.digest[:12]}{int(status.state)}{status.reason[:2]}{int(side.entries[one.key].fuzzy)}"


ROUTES = (
    Route("/desk/{locale}/{article:path}", show),
    Route("/segment/{locale}/{segment}/{article:path}", segment),
    Route("/save/{locale}/{segment}/{article:path}", save, methods=["POST"]),
    Route("/undo/{locale}/{article:path}", undo, methods=["POST"]),
    Route("/presence/{locale}/{article:path}", presence, methods=["POST"]),
)
