"""The names of the newsroom: the glossary as a table across locales, and one name with everything about it.

table    a row a name, its renderings with their states; searched, filtered, sorted, paged
one      a name: its entry, its rendering in each locale with candidates, and where it is used
uses     every segment that names it, and what disagrees with the glossary
entry    the entry changed in the glossary's file
add      a new entry
remove   an entry goes, once its uses were shown

Renderings are written by `renderings`, what articles name and nobody knows is found by `newnames`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup
from starlette.responses import Response
from starlette.routing import Route

from l10n.errors import GlossaryError
from l10n.glossary import Name
from l10n.model import KINDS, SEXES
from l10n.web import namecard, namesteps, newnames, renderings
from l10n.web.templating import address
from l10n.web.visit import Visit, page
from l10n.workflow import entries, register, usage
from l10n.workflow.entries import Stale
from l10n.workflow.register import Asked, Row
from l10n.workflow.syncing import Options
from l10n.workflow.usage import Use

SIZE = 50
"""Names on a page of the table."""
SEGMENTS = 25
"""Segments after which a list of uses stops, until more are asked for."""
LONGEST_WORDS = 200
"""Characters that are searched for."""


# --- the table


@page()
def table(visit: Visit) -> Response:
    """The glossary, as it is asked for."""
    asked = _asked(visit)
    has_glossary = visit.project.glossary is not None
    every = namecard.rows(visit) if has_glossary else []
    found = register.asked(every, asked, namecard.glossary(visit)) if has_glossary else []
    start = SIZE * max(0, visit.asked_number("page", 1) - 1)
    locales = [tag for tag in (every[0].cells if every else ()) if asked.locale in ("", tag)]
    return visit.page(
        "names.html",
        asked=asked,
        rows=found[start : start + SIZE],
        near=register.near(every, asked.words) if asked.words.strip() and not found else [],
        count=len(found),
        total=len(every),
        start=start,
        size=SIZE,
        locales=locales,
        every_locale=list(every[0].cells) if every else [],
        open_counts=_open_counts(every, asked.locale),
        kind_counts={kind: sum(row.name.kind == kind for row in every) for kind in KINDS},
        link=lambda **changed: _link(asked, **changed),
        can_type=visit.may_write(),
        wrong="",
        new=None,
        done=visit.asked("done"),
        **namecard.spoken(visit),
    )


def _asked(visit: Visit) -> Asked:
    """Which rows; what makes no sense asks for nothing."""
    targets = namecard.book(visit).targets if visit.project.glossary is not None else ()
    locale, kind, what, sort = (visit.asked(name) for name in ("locale", "kind", "open", "sort"))
    return Asked(
        visit.asked("words")[:LONGEST_WORDS],
        kind if kind in KINDS else "",
        locale if locale in targets else "",
        what if what in ("any", *register.OPEN) else "",
        sort if sort.removeprefix("-") in ("form", "kind", *targets) else "",
    )


def _link(asked: Asked, **changed: str) -> str:
    """The table, asked for otherwise; from its first page, where no other is named."""
    told = {key: getattr(asked, key) for key in ("words", "kind", "locale", "open", "sort")}
    return address("names", **{**told, **changed})


def _open_counts(every: list[Row], locale: str) -> dict[str, int]:
    cells = [cell for row in every for tag, cell in row.cells.items() if locale in ("", tag)]
    return {what: sum(cell.is_open(what) for cell in cells) for what in register.OPEN}


@page()
def add(visit: Visit) -> Response:
    """A new entry at the end of the file."""
    visit.require_writer()
    kind = visit.form.get("kind", "")
    name = Name(" ".join(visit.form.get("form", "").split()), kind if kind in KINDS else "term")
    try:
        new = entries.add(visit.project, name, Options(when=visit.bench.now()))
    except GlossaryError as error:
        return visit.page("names_add.html", 400, new=name, wrong=error, **namecard.spoken(visit))
    namesteps.entered(visit, None, new)
    return visit.go(address("names", new.ref, done="added"))


# --- one name


@page()
def one(visit: Visit) -> Response:
    """A name with everything about it."""
    return _page(visit)


def _page(visit: Visit, status: int = 200, **more: Any) -> Response:
    """The page of the name in the address. more: what just happened."""
    row = namecard.row(visit)
    names = [name.ref for name in namecard.book(visit).names]
    place = names.index(row.name.ref)
    return visit.page(
        "names_one.html",
        status,
        **{
            **namecard.spoken(visit),
            "row": row,
            "name": row.name,
            "cards": [Markup(visit.render(namecard.CARD, **namecard.about(visit, row, tag))) for tag in row.cells],
            "before": names[place - 1] if place else "",
            "after": names[place + 1] if place + 1 < len(names) else "",
            "number": place + 1,
            "total": len(names),
            "done": visit.asked("done"),
            "stamp": entries.digest(row.name),
            "can_type": visit.may_write(),
            "locales": visit.project.settings.locales,
            "sexes_known": SEXES,
            "mine": row.name,
            "wrong": "",
            "theirs": {},
            **more,
        },
    )


@page()
def entry(visit: Visit) -> Response:
    """Change the entry in the glossary's file; every other byte of it stays."""
    visit.require_writer()
    was = namecard.row(visit)
    before = was.name
    values = _values(visit.form, before, visit.project.settings.locales)
    mine = _as_typed(before, values)
    try:
        options = Options(when=visit.bench.now())
        new = entries.change(visit.project, before.ref, values, visit.form.get("seen", ""), options)
    except Stale as stale:
        wrong = visit._("Somebody else changed this entry while you were typing. Nothing was overwritten: choose.")
        theirs = _differences(visit, mine, stale.now) if stale.now else {}
        return _page(visit, 409, mine=mine, wrong=wrong, theirs=theirs)
    except GlossaryError as error:
        return _page(visit, 400, mine=mine, wrong=visit.told(error.what, error.hint))
    namesteps.entered(visit, was, new)
    return visit.go(address("names", new.ref, done="changed"))


def _values(form: Mapping[str, str], before: Name, locales: tuple[str, ...]) -> dict[str, Any]:
    """What a form says of an entry; what it does not speak of stays."""
    values: dict[str, Any] = {}
    for key in ("form", "original", "origin", "sex", "kind"):
        if key in form:
            values[key] = " ".join(form[key].split())
    for key in ("also", "former"):
        if key in form:
            values[key] = entries.forms(form[key])
    if "note" in form:
        values["note"] = entries.note(form["note"])
    if "is-whole" in form:
        values["translate"] = form.get("keep") != "1"
    said = {tag: entries.forms(form[f"never-{tag}"]) for tag in ("", *locales) if f"never-{tag}" in form}
    if said:
        others = {tag: some for tag, some in before.never.items() if tag not in said}
        values["never"] = {**others, **{tag: some for tag, some in said.items() if some}}
    return values


def _as_typed(before: Name, values: Mapping[str, Any]) -> Name:
    """The entry as its writer would have it, be it right or wrong."""
    return Name(**{key: values.get(key, getattr(before, key)) for key in entries.FIELDS})


def _differences(visit: Visit, mine: Name, theirs: Name) -> dict[str, str]:
    """What stands there by now, of the fields that differ."""
    values = {key: getattr(theirs, key) for key in entries.FIELDS if getattr(mine, key) != getattr(theirs, key)}
    return {key: _said(visit, key, value) for key, value in values.items()}


def _said(visit: Visit, key: str, value: Any) -> str:
    if key == "translate":
        return visit._("no") if value else visit._("yes")
    if key in ("kind", "sex"):
        spoken = namecard.spoken(visit)
        return str(spoken["kinds" if key == "kind" else "sexes"].get(value, ""))
    if isinstance(value, Mapping):
        return "; ".join(f"{tag}: {', '.join(forms)}" if tag else ", ".join(forms) for tag, forms in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)


@page()
def show_removal(visit: Visit) -> Response:
    """What goes with an entry, and where it is used, before it is taken out."""
    return _removal(visit)


def _removal(visit: Visit, status: int = 200, wrong: str = "") -> Response:
    row = namecard.row(visit)
    return visit.page(
        "names_remove.html",
        status,
        row=row,
        name=row.name,
        stamp=entries.digest(row.name),
        can_type=visit.may_write(),
        wrong=wrong,
        **namecard.spoken(visit),
    )


@page()
def remove(visit: Visit) -> Response:
    """Take an entry out of the glossary's file, where it is the one that was shown."""
    visit.require_writer()
    ref = namecard.row(visit).name.ref
    try:
        cut = entries.remove(visit.project, ref, visit.form.get("seen", ""), Options(when=visit.bench.now()))
    except Stale:
        return _removal(visit, 409, visit._("Somebody changed this entry meanwhile: look at it again."))
    except GlossaryError as error:
        return _removal(visit, 400, visit.told(error.what, error.hint))
    namesteps.removed(visit, cut)
    return visit.go(address("names", done="removed"))


# --- where it is used


@page()
def uses(visit: Visit) -> Response:
    """The segments that name it, from an article on (`?from=`); those that disagree alone, with `?only=wrong`."""
    name = namecard.row(visit).name
    only = visit.asked("only")
    locale = visit.asked("locale")
    start = visit.asked_number("from", 0)
    segments: list[list[Use]] = []
    more, disagree = 0, 0
    for number, some in _articles(visit, name, locale, start):
        wrong = [group for group in some if any(use.findings for use in group)]
        disagree += len(wrong)
        segments += wrong if only else some
        if len(segments) >= SEGMENTS:
            more = number + 1
            break
    return visit.page(
        "part/names_uses.html",
        name=name,
        segments=segments,
        more=more,
        first=start == 0,
        disagree=disagree,
        only=only,
        locale=locale,
        marked=marked,
        **namecard.spoken(visit),
    )


def _articles(visit: Visit, name: Name, locale: str, start: int) -> Iterator[tuple[int, list[list[Use]]]]:
    """The uses in each article that may have some, by its number among these; a list a segment."""
    known = namecard.glossary(visit)
    for number, article in enumerate(usage.likely(visit.project.articles(), known, name.ref)):
        if number < start:
            continue
        source = visit.bench.source(visit.project, article)
        own = usage.named(source, name.ref, known)
        if not own:
            continue
        sides = [visit.bench.side(source, tag) for tag in source.targets if locale in ("", tag)]
        by_key: dict[Any, list[Use]] = {}
        for use in usage.uses(source, own, sides, known):
            by_key.setdefault(use.key, []).append(use)
        yield number, list(by_key.values())


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """A text in pieces, and of each whether it is what is meant."""
    pieces, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            pieces += [(text[last:start], False), (text[start:end], True)]
            last = end
    return [(piece, is_it) for piece, is_it in (*pieces, (text[last:], False)) if piece]


ROUTES = (
    Route("/names", table),
    Route("/names/-/add", add, methods=["POST"]),
    Route("/names/-/entry/{ref:path}", entry, methods=["POST"]),
    Route("/names/-/remove/{ref:path}", show_removal),
    Route("/names/-/remove/{ref:path}", remove, methods=["POST"]),
    Route("/names/-/uses/{ref:path}", uses),
    *renderings.ROUTES,
    *newnames.ROUTES,
    *namesteps.ROUTES,
    Route("/names/{ref:path}", one),
)
