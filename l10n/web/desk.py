"""The translator's desk: source and target side by side in the flow of the article, one segment opened up.

show      the page: every paragraph, each sentence closed
segment   one sentence, opened up or closed again
save      what was typed is in the catalog, or both texts are shown and the writer chooses
join      a sentence is said in the one before, or a paragraph in one; part undoes it
undo      the last thing that this person did here, taken back; redo does it again
presence  who else is in a segment, and whether files changed under the page

What stands beside an opened segment (names, matches, its past) is in panels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from l10n import origins, text
from l10n.ledger import Status
from l10n.model import JOINED, Entry, Key, State
from l10n.text import segment_id
from l10n.web import checking, pieces, speech, steps
from l10n.web.bench import Missing, key_of
from l10n.web.undoing import Step
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import joining, view
from l10n.workflow.items import Item, of_side
from l10n.workflow.saving import Edit

Fits = Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the article as the desk shows it."""

    kind: str
    items: tuple[Item, ...]
    """Its segments; those that stood before in the article are left out."""


def units(side: view.Side) -> Iterator[tuple[str, list[Key]]]:
    """The article unit by unit: its kind, and its segments, which are given where they stand first."""
    shown: set[Key] = set()
    for unit, keys in zip(side.source.assembly.units, side.source.assembly.keys, strict=True):
        yield unit.kind, [key for key in dict.fromkeys(keys) if key not in shown]
        shown.update(keys)


def blocks(side: view.Side, items: Iterable[Item], fits: Fits) -> list[Block]:
    """The article unit by unit, what does not fit left out."""
    wanted = {item.segment.key: item for item in items if fits(item)}
    some = [Block(kind, tuple(wanted[key] for key in keys if key in wanted)) for kind, keys in units(side)]
    return [one for one in some if one.items]


def is_done(item: Item) -> bool:
    """Its translator has nothing to do there."""
    return item.status.state >= State.TRANSLATED


def filters(visit: Visit) -> dict[str, tuple[str, Fits]]:
    """What can be shown alone, by the word in the address: what it is called, and which segments fit."""
    found = cache(partial(checking.every, visit))
    return {
        "": (visit._("All"), lambda item: True),
        "open": (visit._("Open"), lambda item: not is_done(item)),
        "sent-back": (visit._("Sent back"), lambda item: item.status.reason == "sent back"),
        "changed": (visit._("Source changed"), lambda item: bool(item.changed or previous(item))),
        "findings": (visit._("Findings"), lambda item: item.segment.key in found()),
        "questions": (visit._("Questions"), lambda item: bool(item.questions)),
        "mine": (visit._("Mine"), lambda item: visit.who in item.status.translators),
    }


def item_of(side: view.Side, key: Key) -> Item:
    """One segment as the desk shows it."""
    return of_side(side, {key})[0]


@page()
def show(visit: Visit) -> Response:
    """The page."""
    side = visit.side
    items = of_side(side)
    known = filters(visit)
    chosen = visit.asked("filter") if visit.asked("filter") in known else ""
    found = blocks(side, items, known[chosen][1])
    return visit.page(
        "desk.html",
        **_every(visit, side),
        blocks=found,
        filters={word: name for word, (name, _) in known.items()},
        chosen=chosen,
        done=sum(map(is_done, items)),
        total=len(items),
        opened=visit.asked("segment"),
    )


def _every(visit: Visit, side: view.Side) -> dict[str, Any]:
    """What every template of the desk is told."""
    return {
        "source": side.source,
        "side": side,
        "locale": side.locale,
        "article": side.source.article,
        "word_of": word_of,
        "forms_of": lambda entry: pieces.of_entry(entry, side.catalog),
        **speech.of(visit),
    }


@page()
def segment(visit: Visit) -> Response:
    """One segment: opened up, or closed (`?closed=1`)."""
    side, key = visit.side, key_of(visit.source, str(visit.request.path_params["segment"]))
    if visit.asked("closed"):
        return closed(visit, side, key)
    return visit.page("part/open.html", **about(visit, side, key))


def about(visit: Visit, side: view.Side, key: Key) -> dict[str, Any]:
    """What an opened segment shows."""
    item, run = item_of(side, key), joining.run(side, key)
    before = joining.before(side, key)
    said = joining.sources(run)
    named = side.source.named() if side.source.named is not None else {}
    old = previous(item)
    return {
        **_every(visit, side),
        "item": item,
        "said": said,
        "pieces": pieces.of_source(said, named.get(key, ()) if len(run) == 1 else ()),
        "old": old,
        "old_diff": text.word_diff(old, item.segment.source) if old else (),
        "old_targets": item.before.targets if item.before and item.before.targets != item.targets else (),
        "is_joined": item.entry.target == JOINED,
        "head": segment_id(*joining.head(side, key)),
        "can_type": visit.may_write(side.locale),
        "can_join": before is not None and item.entry.target != JOINED,
        "can_be_one": len(joining.paragraph(side, key)) > len(run),
        "run": len(run),
    }


def previous(item: Item) -> str:
    """The source that the text in the catalog was made for, or was approved for last, where it is another."""
    entry = item.entry.previous
    if entry is not None and entry.source and entry.source != item.segment.source:
        return entry.source
    return item.before.source if item.before and item.before.source != item.segment.source else ""


def closed(visit: Visit, side: view.Side, key: Key, *, said: str = "") -> Response:
    """A segment as it is now, closed. said: what just happened, for those who listen."""
    done = steps.done(side) if said else None
    return visit.page("part/closed.html", **_every(visit, side), item=item_of(side, key), said=said, done=done)


# --- writing


@page()
def save(visit: Visit) -> Response:
    """Put what was typed into the catalog."""
    key = key_of(visit.source, str(visit.request.path_params["segment"]))
    if "target" not in visit.form or "seen" not in visit.form:
        raise Wrong(visit._("The request says no text."))
    forms = pieces.forms(visit.form, "target")
    if visit.article.is_catalog and len(forms) + 1 != (
        len(pieces.of_entry(visit.side.entries[key], visit.side.catalog)) or 1
    ):
        raise Wrong(visit._("The request has not as many plural forms as the text."))
    edit = Edit(
        key,
        visit.form["target"],
        visit.form["seen"],
        visit.who,
        forms,
        pieces.forms(visit.form, "seen"),
        for_later=visit.form.get("later") == "1",
        questions=_asked(visit),
        made=_taken_over(visit),
    )
    side, verdict = write(visit, edit)
    if verdict == "stale":
        return visit.page("part/stale.html", 409, **_two(visit, side, edit), **about(visit, side, key))
    return closed(visit, side, key, said=visit._("Saved"))


def _two(visit: Visit, side: view.Side, edit: Edit) -> dict[str, Any]:
    """What was typed, beside what stands there by now."""
    entry = side.entries[edit.key]
    theirs = () if entry.target == JOINED else entry.targets
    differences = pieces.changed(edit.targets, theirs, pieces.of_entry(entry, side.catalog)) if any(theirs) else ()
    return {"mine": edit.targets, "differences": list(differences), "questions": visit.form.get("questions")}


def _asked(visit: Visit) -> tuple[str, ...] | None:
    """What is asked beside the text, a line each; None where nothing of it was changed."""
    return tuple(visit.form["questions"].splitlines()) if "questions" in visit.form else None


def _taken_over(visit: Visit) -> tuple[str, str] | None:
    """The draft from which somebody began, and what made it."""
    made, origin = visit.form.get("made", ""), visit.form.get("origin", "")
    if not made:
        return None
    if origin != origins.NAMES and origins.parsed(origin).maker not in (origins.MEMORY, origins.ENGINE):
        raise Wrong(visit._("The request does not say what made the draft."))
    return made, origin


def write(visit: Visit, edit: Edit) -> tuple[view.Side, str]:
    """Put an edit into the catalog, and remember how everything was; the side as it is now, `done` or `stale`."""
    side, verdict, before = visit.bench.save(visit.source, visit.locale, edit)
    if verdict == "gone":
        raise Missing(segment_id(*edit.key))
    changed = tuple(steps.changes(side, visit.who, before))
    if changed and edit.back is None:
        visit.bench.did(visit.session, Step(visit.article.name, visit.locale, changed))
    return side, verdict


@page()
def join(visit: Visit) -> Response:
    """Say a sentence in the one before, or (`whole`) a paragraph in its first one, with what is typed in it now."""
    side, key = visit.side, key_of(visit.source, str(visit.request.path_params["segment"]))
    typed = joining.Typed(key, visit.form.get("target", ""), visit.form.get("seen", ""), _asked(visit))
    if visit.form.get("whole"):
        keys = joining.paragraph(side, key)
        edit = joining.as_one(side, keys, visit.who, typed) if len(keys) > 1 else None
    else:
        edit = joining.join(side, key, visit.who, typed)
    if edit is None:
        raise Wrong(visit._("This sentence cannot be joined: it begins a paragraph, or stands in several places."))
    return _together(visit, edit, edit.key, visit._("Joined"))


@page()
def part(visit: Visit) -> Response:
    """Give a joined sentence a target of its own again."""
    side, key = visit.side, key_of(visit.source, str(visit.request.path_params["segment"]))
    edit = joining.part(side, key, visit.who)
    if edit is None:
        raise Wrong(visit._("This sentence is not joined to another."))
    return _together(visit, edit, key, visit._("Parted"))


def _together(visit: Visit, edit: Edit, opened: Key, said: str) -> Response:
    """Write an edit of several segments; which a page has to show anew, and which to open."""
    side, verdict = write(visit, edit)
    if verdict == "stale":
        said = visit._("Somebody changed one of these sentences meanwhile: nothing was joined or parted.")
        return visit.data({"said": said}, 409)
    changed = [segment_id(*one.key) for one in edit.parts]
    return visit.data({"segments": changed, "open": segment_id(*opened), "done": steps.done(side), "said": said})


@page()
def undo(visit: Visit) -> Response:
    """Take back the last thing this person did here, where it still stands."""
    step = visit.bench.take(visit.session, visit.article.name, visit.locale)
    if step is None:
        return visit.data({"said": visit._("There is nothing to undo.")}, 404)
    return _back(visit, step)


@page()
def redo(visit: Visit) -> Response:
    """Do again what this person took back here last, where nothing was done since."""
    step = visit.bench.take_undone(visit.session, visit.article.name, visit.locale)
    if step is None:
        return visit.data({"said": visit._("There is nothing to do again.")}, 404)
    return _back(visit, step)


def _back(visit: Visit, step: Step) -> Response:
    """Take a step back, be it one that took another back."""
    if step.is_loose:
        return steps.back(visit, step)
    edits = [one.back(visit.who) for one in step.changes]
    side, verdict, before = visit.bench.save(visit.source, visit.locale, edits[0].with_(edits[1:]))
    if verdict != "done":
        return visit.data({"said": visit._("Somebody changed that text since: it stays as it is.")}, 409)
    steps.remember(visit, steps.reversed_(step, side, visit.who, before))
    changed = [segment_id(*one.key) for one in edits]
    told = {"segments": changed, "segment": changed[0], "done": steps.done(side)}
    return visit.data(told | {"said": steps.said(visit, 0, is_again=step.is_back)})


# --- others


@page()
def presence(visit: Visit) -> Response:
    """Say where this person is; hear who else is here, and whether the files are others than the page's."""
    where = (visit.article.name, visit.locale)
    visit.bench.sit(*where, visit.session, visit.who, visit.form.get("segment", "")[:16])
    others = [{"who": seat.who, "segment": seat.segment} for seat in visit.bench.others(*where, visit.session)]
    words = stamp(visit.side)
    told: dict[str, Any] = {"others": others, "mark": mark_of(words)}
    if told["mark"] != visit.form.get("mark"):
        told["stamp"] = words
    return visit.data(told)


def stamp(side: view.Side) -> dict[str, str]:
    """Of every segment, what a page shows of it: another word where it has to be shown anew."""
    keys = (one.key for one in side.source.assembly.segments)
    return {segment_id(*key): word_of(side.status(key), side.entries[key]) for key in keys}


def mark_of(stamp: Mapping[str, str]) -> str:
    """A mark of them all: who knows it need not be told them again."""
    return hashlib.sha256(repr(stamp).encode()).hexdigest()[:16]


def word_of(status: Status, entry: Entry) -> str:
    """What a page shows of a segment, so short that it can be compared."""
    return f"{status.digest[:12]}{int(status.state)}{status.reason[:2].strip()}{int(entry.fuzzy)}"


ROUTES = (
    Route("/desk/{locale}/{article:path}", show),
    Route("/segment/{locale}/{segment}/{article:path}", segment),
    Route("/save/{locale}/{segment}/{article:path}", save, methods=["POST"]),
    Route("/join/{locale}/{segment}/{article:path}", join, methods=["POST"]),
    Route("/part/{locale}/{segment}/{article:path}", part, methods=["POST"]),
    Route("/undo/{locale}/{article:path}", undo, methods=["POST"]),
    Route("/redo/{locale}/{article:path}", redo, methods=["POST"]),
    Route("/presence/{locale}/{article:path}", presence, methods=["POST"]),
)
