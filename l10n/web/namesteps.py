"""Steps of the names pages: what was saved of a name, taken back the last first.

    a rendering       with the segments that it was put into
    Admitted          forms that are admitted or forbidden beside it
    Entered           an entry, added or changed
    Removed           an entry that was taken out

Each is a step of `bench` on the glossary.  What somebody changed since stays as it is; of an entry that was added,
that is whatever somebody stands for in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import Route

from l10n.errors import GlossaryError
from l10n.glossary import Cut, Name
from l10n.model import Entry, Key, State
from l10n.project import RESERVED
from l10n.web import namecard, steps
from l10n.web.templating import address
from l10n.web.undoing import Change, Step
from l10n.web.visit import Visit, page
from l10n.workflow import admitting, entries
from l10n.workflow.admitting import Forms
from l10n.workflow.entries import Stale
from l10n.workflow.register import Row
from l10n.workflow.respelling import Respelt
from l10n.workflow.syncing import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Step):
    """What was done with a name."""

    ref: str
    """What it is called since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Named):
    """Its forms in one locale; the step is of none, for the desk has no hand in it."""

    tag: str
    key: Key
    before: Forms
    after: Forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered(Named):
    """Its entry."""

    before: Name | None
    """None where it was added."""
    after: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Named):
    """Its entry, which is gone."""

    cut: Cut


# --- what was done


def rendered(visit: Visit, ref: str, changes: Iterable[Change], respelt: Mapping[Respelt, Entry]) -> None:
    """Remember that a rendering was saved, and put into segments."""
    by_article: dict[str, list[Change]] = {}
    for one, was in respelt.items():
        by_article.setdefault(one.article, []).append(Change(steps.loose(was), (one.after or "",)))
    also = tuple(Step(name, visit.locale, tuple(some), is_loose=True) for name, some in by_article.items())
    own = tuple(changes)
    if own or also:
        visit.bench.did(visit.session, Named(RESERVED, visit.locale, own, is_loose=True, also=also, ref=ref))


def admitted(visit: Visit, ref: str, key: Key, before: Forms, after: Forms) -> None:
    """Remember that forms were admitted or forbidden."""
    if before != after:
        step = Admitted(RESERVED, "", (), ref=ref, tag=visit.locale, key=key, before=before, after=after)
        visit.bench.did(visit.session, step)


def entered(visit: Visit, before: Row | None, after: Name) -> None:
    """Remember that an entry was added or changed, and how its renderings were: another form makes drafts of them."""
    also = () if before is None else tuple(_moved(visit, before, after.ref))
    was = None if before is None else before.name
    if was is None or entries.digest(was) != entries.digest(after):
        visit.bench.did(visit.session, Entered(RESERVED, "", (), also=also, ref=after.ref, before=was, after=after))


def removed(visit: Visit, cut: Cut) -> None:
    """Remember that an entry was taken out."""
    visit.bench.did(visit.session, Removed(RESERVED, "", (), ref=cut.name.ref, cut=cut))


def _moved(visit: Visit, before: Row, ref: str) -> Iterable[Step]:
    now = namecard.row_of(visit, ref)
    for tag, cell in before.cells.items():
        was, new = cell.entry, now.cells[tag].entry
        if (was.key, was.target, was.fuzzy, was.comments) != (new.key, new.target, new.fuzzy, new.comments):
            yield Step(RESERVED, tag, (Change(steps.loose(was), new.targets),), is_loose=True)


# --- taken back


@page()
def undo(visit: Visit) -> Response:
    """Take back the last thing this person did with names, where it still stands."""
    visit.require_writer()
    step = visit.bench.take(visit.session, RESERVED, None)
    if step is None:
        return visit.data({"said": visit._("There is nothing to undo.")}, 404)
    try:
        if isinstance(step, Entered):
            return _entry(visit, step)
        if isinstance(step, Removed):
            entries.put_back(visit.project, step.cut, Options(when=visit.bench.now()))
            return _told(visit, step.ref, "")
        if isinstance(step, Admitted):
            return _forms(visit, step)
    except Stale:
        return _stays(visit)
    except GlossaryError as error:
        return visit.data({"said": visit.told(error.what, error.hint)}, 409)
    return _texts(visit, step)


def _texts(visit: Visit, step: Step) -> Response:
    visit.require_writer(step.locale)
    taken, left = steps.put_back(visit, step)
    if not taken:
        return _stays(visit)
    ref = step.ref if isinstance(step, Named) else _ref(visit, step.changes[0].before.key)
    return _told(visit, ref, step.locale, left)


def _ref(visit: Visit, key: Key) -> str:
    return next((ref for ref, one in namecard.book(visit).key_of.items() if one == key), "")


def _forms(visit: Visit, step: Admitted) -> Response:
    book, when = namecard.book(visit), visit.bench.now()
    done = admitting.admit(book, step.tag, step.key, step.after, step.before, who=visit.who, when=when)
    return _told(visit, step.ref, step.tag) if done else _stays(visit)


def _entry(visit: Visit, step: Entered) -> Response:
    options, seen = Options(when=visit.bench.now()), entries.digest(step.after)
    if step.before is None:
        if _is_stood_for(visit, step.ref):
            return visit.data({"said": visit._("Somebody works with this name by now: it stays.")}, 409)
        entries.remove(visit.project, step.ref, seen, options)
        return _told(visit, "", "")
    values = {key: getattr(step.before, key) for key in entries.FIELDS}
    entries.change(visit.project, step.ref, values, seen, options)
    _, left = steps.put_back(visit, step)
    return _told(visit, step.before.ref, "", left)


def _is_stood_for(visit: Visit, ref: str) -> bool:
    """Whether somebody said of an entry what no sync would say again."""
    known = {name.ref for name in namecard.book(visit).names}
    cells = namecard.row_of(visit, ref).cells.values() if ref in known else ()
    return any(one.status.state >= State.TRANSLATED or one.status.note or one.also or one.never for one in cells)


def _stays(visit: Visit) -> Response:
    return visit.data({"said": visit._("Somebody changed that text since: it stays as it is.")}, 409)


def _told(visit: Visit, ref: str, locale: str, left: int = 0) -> Response:
    """What was taken back, and where it is to be seen."""
    said = steps.said(visit, left)
    where = address("names", *([ref] if ref else []), done="back")
    return visit.data(
        {"said": " · ".join(filter(None, (said, ref, locale))), "to": where, "name": ref, "locale": locale}
    )


ROUTES = (Route("/names/-/undo", undo, methods=["POST"]),)
