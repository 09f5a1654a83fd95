"""What every page of names is made of: the glossary as it is now, and one locale of a name as a card.

A card shows the rendering with its state, the candidates beside it, its inflected forms, what else is admitted or
forbidden, and what an editor may do.  Every answer to a card is that card as it is now.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from l10n import glossary as book_of
from l10n.glossary import Glossary, Name
from l10n.ledger.status import EMPTY, Status
from l10n.model import KINDS, State
from l10n.phrases import phrase
from l10n.web import labels, speech
from l10n.web.bench import Missing
from l10n.web.visit import Visit
from l10n.web.words import N_
from l10n.workflow import naming, register, view
from l10n.workflow.register import Cell, Row

EDITOR = "editor"
CARD = "part/names_card.html"
FIRST = 4
"""Candidates that are seen at once; the others unfold."""


def book(visit: Visit) -> view.Source:
    """The glossary as it is on disk; Missing where there is none."""
    article = visit.project.glossary
    if article is None:
        raise Missing("source/glossary.toml")
    return visit.bench.source(visit.project, article)


def glossary(visit: Visit) -> Glossary:
    """Its names with their renderings."""
    return naming.load(visit.project)


def rows(visit: Visit) -> list[Row]:
    """Every name in the locales that it is rendered in."""
    source = book(visit)
    return register.rows(source, [visit.bench.side(source, locale) for locale in source.targets])


def row(visit: Visit) -> Row:
    """The name in the address; Missing where the glossary has none that is called so."""
    return row_of(visit, str(visit.request.path_params["ref"]))


def row_of(visit: Visit, ref: str) -> Row:
    """The name that is called so; Missing where the glossary has none."""
    source = book(visit)
    name = next((one for one in source.names if one.ref == ref), None)
    if name is None:
        raise Missing(ref)
    sides = [visit.bench.side(source, locale) for locale in source.targets]
    return Row(name, {side.locale: register.cell(side, ref) for side in sides})


def cell(visit: Visit, one: Row) -> Cell:
    """Its rendering in the locale of the address; Missing for the glossary's own language."""
    if visit.locale not in one.cells:
        raise Missing(visit.locale)
    return one.cells[visit.locale]


def state(visit: Visit, status: Status) -> str:
    """How far a rendering is settled, in words."""
    if status.resubmitted:
        return visit._("handed in again")
    if status.reason == EMPTY:
        return visit._("no rendering")
    return labels.state(status.reason or str(status.state), visit.tongue)


SEXES_SAID = {"female": N_("female"), "male": N_("male")}


def spoken(visit: Visit) -> dict[str, Any]:
    """What templates need to say states, kinds, cases, findings and people."""

    def all_of(some: Mapping[str, str]) -> dict[str, str]:
        return {key: visit._(message) for key, message in some.items()}

    return {
        "state": lambda status: state(visit, status),
        "kinds": {kind: labels.kind(kind, visit.tongue) for kind in KINDS},
        "severities": {one: labels.severity(one, visit.tongue) for one in labels.SEVERITIES},
        "sexes": all_of(SEXES_SAID),
        "cases": all_of(labels.CASES),
        "person": speech.of(visit)["person"],
        "REVIEWED": State.REVIEWED,
    }


def doubt(there: Cell, name: Name) -> str:
    """What is wrong with a rendering as it stands there, "" for nothing."""
    if there.form and (fault := book_of.fault(there.form)):
        what, remedy = fault
        return phrase("{what}: {remedy}", what=what, remedy=remedy)
    if there.form in (*name.forbidden(there.locale), *there.never):
        return phrase("`{form}` is forbidden", form=there.form)
    return ""


def about(visit: Visit, one: Row, locale: str) -> dict[str, Any]:
    """What a card shows."""
    there = one.cells[locale]
    return {
        "name": one.name,
        "cell": there,
        "locale": locale,
        "candidates": register.candidates(one, locale),
        "inflected": register.inflected(one.name, there.form, locale),
        "can_type": visit.may_write(locale),
        "can_judge": visit.may(EDITOR, locale),
        "typed": None,
        "theirs": None,
        "wrong": "",
        "said": "",
        "touched": None,
        "changed": None,
        "left": (),
        "moved": 0,
        "FIRST": FIRST,
        "old": "",
        "further": None,
        "doubt": doubt(there, one.name),
        **spoken(visit),
    }


def card(visit: Visit, status: int = 200, **more: Any) -> Response:
    """The card of the name and the locale in the address, as it is now. more: what just happened."""
    return visit.page(CARD, status, **{**about(visit, row(visit), visit.locale), **more})
