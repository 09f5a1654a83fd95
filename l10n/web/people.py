"""Who is there, and how they like to read: asked once, and kept in a cookie."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from l10n.ledger import people
from l10n.web import words
from l10n.web.visit import THEME, TONGUE, WHO, Visit, Wrong, page

THEMES = ("", "light", "dark")


@page("nobody")
def ask(visit: Visit) -> Response:
    """Who are you?"""
    return visit.page("who.html", next=_next(visit.asked("next")), known=visit.project.settings.people, wrong="")


@page("nobody")
def answer(visit: Visit) -> Response:
    """Keep who somebody is."""
    who = visit.form.get("who", "").strip().lower()
    if not people.may(who, visit.project.settings.people):
        wrong = visit._("Nobody here is called so: a name has small Latin letters and digits, such as aigul.")
        known = visit.project.settings.people
        return visit.page("who.html", 400, next=_next(visit.form.get("next", "")), known=known, wrong=wrong)
    visit.request.session[WHO] = who
    return visit.go(_next(visit.form.get("next", "")))


@page("nobody")
def manner(visit: Visit) -> Response:
    """Keep the language or the colours of the interface."""
    tongue, theme = visit.form.get("tongue"), visit.form.get("theme")
    if tongue is not None:
        if tongue not in words.TONGUES:
            raise Wrong(visit._("The workbench does not speak that language."))
        visit.request.session[TONGUE] = tongue
    if theme is not None:
        visit.request.session[THEME] = theme if theme in THEMES else ""
    return visit.go(_next(visit.form.get("next", "")))


def _next(said: str) -> str:
    """A path of the workbench, and no other site."""
    return said if said.startswith("/") and not said.startswith(("//", "/\\")) else "/"


ROUTES = (
    Route("/who", ask),
    Route("/who", answer, methods=["POST"]),
    Route("/manner", manner, methods=["POST"]),
)
