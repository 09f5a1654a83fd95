"""Find and replace: every place shown with what it would be, and those that are chosen changed at one stroke.

show      the panel, with what to look for
places    the preview; nothing is written
replace   the chosen places are changed, where the text that was shown still stands
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from l10n.project import Article
from l10n.text import segment_id
from l10n.web import speech
from l10n.web.steps import TRIES, changes
from l10n.web.undoing import Step
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import replacing, saving, view
from l10n.workflow.replacing import Chosen, Place, Wanted

SHOWN = 300
"""Places of one preview."""
PATIENCE_S = 5.0
"""Seconds after which a search of all articles says how far it came, and can go on from there."""


@dataclass
class Preview:
    """What was found."""

    places: list[Place] = field(default_factory=list)
    looked: int = 0
    """Articles that were looked at."""
    after: str = ""
    """The article from which to go on, or "" where all were looked at."""
    is_cut: bool = False
    """There are more places than are shown."""


@page()
def show(visit: Visit) -> Response:
    """The panel."""
    return visit.page("part/replace.html", **_about(visit), find=visit.asked("q")[: replacing.LONGEST])


def _about(visit: Visit) -> dict[str, Any]:
    return {
        "locale": visit.locale,
        "article": visit.article,
        "source": visit.source,
        "place_of": speech.of(visit)["place_of"],
        "can_type": visit.may_write(visit.locale),
    }


def wanted(visit: Visit) -> Wanted:
    """What a form asks for. Wrong where it asks for nothing that can be found."""
    form = visit.form
    asked = Wanted(
        form.get("find", ""),
        form.get("with", ""),
        whole=form.get("whole") == "1",
        case=form.get("case") == "1",
        in_sources=form.get("where") == "sources",
    )
    fault = replacing.fault(asked)
    if fault == "empty":
        raise Wrong(visit._("Say what to look for."))
    if fault == "long":
        raise Wrong(visit._("That is too long to be looked for: a few words are enough."))
    if fault == "lines":
        raise Wrong(visit._("What is looked for, and what is put in its place, is one line."))
    saving.cleaned(asked.replacement)
    return asked


# --- the preview


@page()
def places(visit: Visit) -> Response:
    """Every place, with the text as it is and as it would be."""
    asked = wanted(visit)
    found = _every(visit, asked) if visit.form.get("all") == "1" else _here(visit, asked)
    return visit.page(
        "part/replace-places.html",
        **_about(visit),
        wanted=asked,
        found=found,
        approved=sum(one.is_approved for one in found.places),
        is_all=visit.form.get("all") == "1",
    )


def _here(visit: Visit, asked: Wanted) -> Preview:
    preview = Preview(looked=1)
    _look(preview, visit.side, asked)
    return preview


def _look(preview: Preview, side: view.Side, asked: Wanted) -> None:
    for place in replacing.places(side, asked):
        if len(preview.places) >= SHOWN:
            preview.is_cut = True
            return
        preview.places.append(place)


def _every(visit: Visit, asked: Wanted) -> Preview:
    """In all articles of the locale, this one first; from where the search before came to its end."""
    here, start = visit.article.name, visit.form.get("after", "")
    articles = [one for one in visit.project.articles() if not one.is_glossary]
    articles.sort(key=lambda one: (one.name != here, one.name))
    names = [one.name for one in articles]
    preview, began = Preview(), time.monotonic()
    for article in articles[names.index(start) if start in names else 0 :]:
        if preview.is_cut or len(preview.places) >= SHOWN or time.monotonic() - began > PATIENCE_S:
            preview.after = article.name
            break
        preview.looked += 1
        if replacing.may_have(visit.project, article, visit.locale, asked):
            source = visit.bench.source(visit.project, article)
            _look(preview, visit.bench.side(source, visit.locale), asked)
    return preview


# --- the change


@dataclass
class Done:
    """What became of a replacement."""

    places: int = 0
    segments: list[tuple[str, str]] = field(default_factory=list)
    """Article and id of each that was changed."""
    stale: list[tuple[str, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@page()
def replace(visit: Visit) -> Response:
    """Change the chosen places."""
    asked = wanted(visit)
    visit.require_writer(visit.locale)
    if asked.in_sources:
        raise Wrong(visit._("Sources are found, not changed."))
    chosen = _chosen(visit)
    if not chosen:
        raise Wrong(visit._("No place is chosen."))
    meant = [(visit.bench.article(visit.project, name), some) for name, some in chosen.items()]  # all, or nothing
    done = Done()
    try:
        for article, some in meant:
            _change(visit, article, asked, some, done)
    finally:
        _remember(visit, done.steps)  # what was changed before the disk refused can be taken back
    here = [segment for name, segment in done.segments if name == visit.article.name]
    return visit.page("part/replace-done.html", **_about(visit), done=done, here=here)


def _chosen(visit: Visit) -> dict[str, dict[str, Chosen]]:
    """By article and segment: lines of `segment stamp number article`, as the preview has them. Wrong for others."""
    found: dict[str, dict[str, Chosen]] = {}
    for line in visit.form.get("chosen", "").splitlines()[: 2 * SHOWN]:
        segment, stamp, number, name = (*line.split(" ", 3), "", "", "", "")[:4]
        if not (number.isascii() and number.isdigit() and len(number) < 6 and stamp and name):
            raise Wrong(visit._("The request does not say which places are meant."))
        some = found.setdefault(name, {})
        before = some.setdefault(segment, Chosen(stamp, set()))
        some[segment] = Chosen(stamp, {*before.numbers, int(number)})
    return found


def _change(visit: Visit, article: Article, asked: Wanted, chosen: Mapping[str, Chosen], done: Done) -> None:
    """Write what was chosen in one article, all at once; what others changed since it was shown is left alone."""
    for _ in range(TRIES):
        source = visit.bench.source(visit.project, article)
        side = visit.bench.side(source, visit.locale)
        told = replacing.edits(side, asked, chosen, visit.who)
        if not told.edits:
            break
        side, verdict, before = visit.bench.save(source, visit.locale, told.edits[0].with_(told.edits[1:]))
        if verdict == "done":
            done.places += told.places
            done.segments += [(article.name, segment_id(*one.key)) for one in told.edits]
            changed = tuple(changes(side, visit.who, before))
            done.steps.append(Step(article.name, visit.locale, changed, is_loose=True))
            break
    else:
        told = replacing.Told((), 0, tuple(chosen))
    done.stale += [(article.name, segment) for segment in told.stale]


def _remember(visit: Visit, steps: Iterable[Step]) -> None:
    """One step of undo, at the desk from which it was done."""
    some = list(steps)
    if some:
        here = [one for one in some if one.article == visit.article.name]
        first = here[0] if here else Step(visit.article.name, visit.locale, (), is_loose=True)
        also = tuple(one for one in some if one is not first)
        visit.bench.did(visit.session, Step(first.article, first.locale, first.changes, is_loose=True, also=also))


ROUTES = (
    Route("/replace/{locale}/{article:path}", show),
    Route("/replace/{locale}/{article:path}", replace, methods=["POST"]),
    Route("/places/{locale}/{article:path}", places, methods=["POST"]),
)
