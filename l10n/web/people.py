"""Who is there, and how they like to read.

On this machine alone, who somebody is is asked once and kept in a cookie.  Beyond it there are accounts: an invitation
is exchanged for a session, which ends at sign-out, when the account is revoked, or after a month.
"""

from __future__ import annotations

import re

from starlette.responses import Response
from starlette.routing import Route

from l10n.ledger import people
from l10n.web import guard, words
from l10n.web.visit import NOBODY, THEME, TICKET, TONGUE, WHO, Refused, Visit, Wrong, page

THEMES = ("", "light", "dark")
MANNERS = (TONGUE, THEME)
"""What a session keeps when somebody else comes."""
_HERE = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]{0,2000}")


@page(NOBODY)
def ask(visit: Visit) -> Response:
    """Who are you? Where there are accounts: this is who you are."""
    if visit.bench.accounts is not None and not visit.who:
        return visit.go("/sign-in")
    return _asked(visit, visit.asked("next"))


def _asked(visit: Visit, after: str, wrong: str = "") -> Response:
    known = visit.project.settings.people
    has_accounts = visit.bench.accounts is not None
    me = known.get(visit.who)
    status = 400 if wrong else 200
    return visit.page("who.html", status, next=_next(after), known=known, wrong=wrong, has_accounts=has_accounts, me=me)


@page(NOBODY)
def answer(visit: Visit) -> Response:
    """Keep who somebody is, where that is taken on trust."""
    if visit.bench.accounts is not None:
        raise Refused(visit._("Who you are is known by your invitation here. Sign in."))
    who, after = visit.form.get("who", "").strip().lower(), visit.form.get("next", "")
    if not people.may(who, visit.project.settings.people):
        wrong = visit._("Nobody here is called so: a name has small Latin letters and digits, such as aigul.")
        return _asked(visit, after, wrong)
    if who != visit.who:
        guard.renew(visit.request.session, MANNERS)
        visit.request.session[WHO] = who
    return visit.go(_next(after))


@page(NOBODY)
def door(visit: Visit) -> Response:
    """The page on which an invitation is exchanged; a link to it brings the invitation behind `#`, out of all logs."""
    if visit.bench.accounts is None:
        return visit.go("/who")
    return visit.page("sign-in.html", next=_next(visit.asked("next")), wrong="")


@page(NOBODY)
def enter(visit: Visit) -> Response:
    """Exchange an invitation for a session."""
    accounts, after = visit.bench.accounts, _next(visit.form.get("next", ""))
    if accounts is None:
        return visit.go("/who")
    address = guard.peer(visit.request, is_proxied=visit.bench.is_proxied)
    if wait := visit.bench.attempts.take(address):
        wrong = visit._("Too many attempts. Try again in a few minutes.")
        refused = visit.page("sign-in.html", 429, next=after, wrong=wrong)
        refused.headers["retry-after"] = str(wait)
        return refused
    who, ticket = accounts.enter(visit.form.get("invitation", "").strip(), visit.bench.now())
    if not people.may(who, visit.project.settings.people):
        wrong = visit._("This invitation is not good, or no more: each is good once, and for a week. Ask for another.")
        return visit.page("sign-in.html", 403, next=after, wrong=wrong)
    visit.bench.attempts.forget(address)
    guard.renew(visit.request.session, MANNERS)
    visit.request.session[TICKET] = ticket
    return visit.go(after)


@page(NOBODY)
def leave(visit: Visit) -> Response:
    """End the session, here and in every copy of its cookie."""
    session = visit.request.session
    if visit.bench.accounts is not None and session.get(TICKET):
        visit.bench.accounts.leave(session[TICKET], visit.bench.now())
    guard.renew(session, MANNERS)
    return visit.go("/who" if visit.bench.accounts is None else "/sign-in")


@page(NOBODY)
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
    """A path of the workbench, and no other site: browsers take `\\` for `/`, and pass over tabs and line ends."""
    return said if _HERE.fullmatch(said) else "/"


ROUTES = (
    Route("/who", ask),
    Route("/who", answer, methods=["POST"]),
    Route("/sign-in", door),
    Route("/sign-in", enter, methods=["POST"]),
    Route("/sign-out", leave, methods=["POST"]),
    Route("/manner", manner, methods=["POST"]),
)
