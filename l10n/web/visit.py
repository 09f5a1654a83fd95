"""One request: who asks, in which language, and the page that answers.

    @page("translator")
    def save(visit: Visit) -> Response: …

A handler is a plain function of a Visit, run in a thread of its own.  What it raises becomes a page, or for a fragment
a line, that says what is wrong: nothing is there (404), not allowed (403), wrong (400), could not be read (409), and
for what nobody expected that it was written down (500).  No answer tells where on the disk anything lies.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from l10n import __version__, files, phrases
from l10n.errors import L10nError, NotAllowed, ProjectError
from l10n.ledger import people
from l10n.project import Article, Project
from l10n.web import accounts, guard, words
from l10n.web.bench import Bench, Missing
from l10n.web.templating import environment
from l10n.workflow import view

WHO, TICKET, TONGUE, THEME = "who", "ticket", "tongue", "theme"
"""What a session holds: an id of a person, or where there are accounts its secret; a language of the interface,
`light` or `dark`."""
NOBODY = "nobody"
"""The role of a page that is for everybody who comes."""
FIELDS = 2_000
"""Fields of a form, at most."""


class Refused(Exception):
    """Somebody may not do that; str() says why."""


class Wrong(Exception):
    """What was sent makes no sense; str() says what."""


@dataclass
class Visit:
    """A request, as handlers see it."""

    request: Request
    bench: Bench
    project: Project
    form: Mapping[str, str]
    """What was sent; empty for a GET."""

    # --- who

    @cached_property
    def who(self) -> str:
        """The id of the person, "" for nobody yet."""
        said = self._said()
        return said if people.may(said, self.project.settings.people) else ""

    def _said(self) -> str:
        if self.bench.accounts is None:
            return str(self.request.session.get(WHO, ""))
        try:
            ticket = str(self.request.session.get(TICKET, ""))
            return self.bench.accounts.who(ticket, accounts.SESSION, self.bench.now()) if ticket else ""
        except ProjectError:  # the accounts cannot be read: nobody is anybody, and signing in says why
            return ""

    @cached_property
    def session(self) -> str:
        """What tells this browser from all others; no secret that opens anything."""
        import hashlib

        return hashlib.sha256(guard.token(self.request.session).encode()).hexdigest()[:16]

    def may(self, role: str, locale: str = "") -> bool:
        """Whether the person has a role."""
        return bool(self.who) and people.may(self.who, self.project.settings.people, role, locale)

    def may_write(self, locale: str = "") -> bool:
        """Whether the person translates or edits."""
        return people.may_write(self.who, self.project.settings.people, locale)

    def require_writer(self, locale: str = "") -> None:
        """NotAllowed with the remedy for somebody who neither translates nor edits, in this locale."""
        people.require_writer(self.who, self.project.settings.people, locale)

    def require(self, role: str, locale: str = "") -> None:
        """ProjectError with the remedy, unless the person has a role."""
        people.require(self.who, self.project.settings.people, role, locale)

    # --- in which language

    @cached_property
    def tongue(self) -> str:
        """The language of the interface."""
        chosen = self.request.session.get(TONGUE)
        return words.preferred(self.request.headers.get("accept-language", ""), [chosen] if chosen else [])

    def _(self, message: str) -> str:
        """A message in that language."""
        return words.translations(self.tongue).gettext(message)

    def again(self, message: str) -> str:
        """What a room below says, in that language, and without the way to the project on this disk."""
        return inside(phrases.again(message, words.translations(self.tongue)), self.project.folder)

    def told(self, *messages: str) -> str:
        """The same as one line without markup."""
        return ": ".join(words.plainly(self.again(one), self.tongue) for one in messages if one)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form for a number; `%(num)s` in it is the number as the language writes it."""
        said = words.translations(self.tongue).ngettext(one, many, n)
        return said % {"num": words.number(n, self.tongue)}

    # --- what for

    @property
    def is_part(self) -> bool:
        """A part of a page is asked for, by htmx or a script."""
        return self.request.headers.get("hx-request") == "true" or "json" in self.request.headers.get("accept", "")

    @cached_property
    def locale(self) -> str:
        """The locale in the address; Missing where the project has none of that name."""
        tag = str(self.request.path_params["locale"])
        if tag not in self.project.settings.locales:
            raise Missing(tag)
        return tag

    @cached_property
    def article(self) -> Article:
        """The article in the address."""
        return self.bench.article(self.project, str(self.request.path_params["article"]))

    @cached_property
    def source(self) -> view.Source:
        """The article as it is on disk now."""
        return self.bench.source(self.project, self.article)

    @property
    def side(self) -> view.Side:
        """Its locale as it is on disk now."""
        return self.bench.side(self.source, self.locale)

    def asked(self, name: str, default: str = "") -> str:
        """A parameter of the address."""
        return self.request.query_params.get(name, default)

    def asked_number(self, name: str, usual: int) -> int:
        """A whole number of the address, of six digits at most; the usual one for what is none."""
        said = self.asked(name)
        return int(said[:6]) if said.isdecimal() else usual

    # --- the answer

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A template of the workbench, filled in."""
        return HTMLResponse(self.render(template, **values), status)

    def render(self, template: str, **values: Any) -> str:
        """A template as text."""
        given = {
            "visit": self,
            "project": self.project,
            "tongue": self.tongue,
            "direction": words.direction(self.tongue),
            "tongues": words.NAMES,
            "theme": self.request.session.get(THEME, ""),
            "csrf": guard.token(self.request.session),
            "version": __version__,
        }
        return environment(self.tongue).get_template(template).render({**given, **values})

    def data(self, value: Any, status: int = 200) -> JSONResponse:
        """JSON."""
        return JSONResponse(value, status)

    def go(self, address: str) -> Response:
        """Another page; where a part was asked for, the browser is told to leave this one."""
        if self.is_part:
            return Response(status_code=204, headers={"hx-redirect": quote(address, safe=_AS_IS)})
        return RedirectResponse(address, 303)


Handler = Callable[[Visit], Response]


def page(role: str = "") -> Callable[[Handler], Callable[[Request], Awaitable[Response]]]:
    """Make an endpoint of a handler.

    role: who may call it, in the locale of its address where it has one; anybody who said who they are, where it is "",
    and everybody, where it is NOBODY.
    """

    def made(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        @functools.wraps(handler)
        async def endpoint(request: Request) -> Response:
            form = {} if request.method in guard.SAFE else await _form(request)
            return await run_in_threadpool(_answer, handler, request, form, role)

        endpoint.role = role  # type: ignore[attr-defined]
        return endpoint

    return made


async def _form(request: Request) -> dict[str, str] | None:
    """What was sent, as text: a form, or a JSON object of texts.  None for what is neither, or no UTF-8."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        said = (await request.body()).decode("utf-8")
        if kind == "application/json":
            data = json.loads(said)
            found = {str(name): str(value) for name, value in data.items()}
            if len(found) > FIELDS:
                return None
            json.dumps(found, ensure_ascii=False).encode("utf-8")  # no halves of characters
            return found
        if kind == "multipart/form-data":
            async with request.form(max_files=0, max_fields=FIELDS, max_part_size=guard.LONGEST) as form:
                return {name: value for name, value in form.items() if isinstance(value, str)}
        return dict(parse_qsl(said, keep_blank_values=True, errors="strict", max_num_fields=FIELDS))
    except (ValueError, AttributeError, RecursionError, HTTPException):
        return None


def _answer(handler: Handler, request: Request, form: Mapping[str, str] | None, role: str) -> Response:
    bench: Bench = request.app.state.bench
    try:
        project = bench.project()
    except L10nError as error:
        return _sorry(Visit(request, bench, bench.last_project(), {}), error)
    visit = Visit(request, bench, project, form or {})
    try:
        if request.method not in guard.SAFE and not guard.is_ours(request, visit.form.get(guard.FIELD, "")):
            raise Refused(visit._("The page is too old, or the request came from elsewhere. Load the page again."))
        if form is None:
            raise Wrong(visit._("What was sent cannot be read: it is no form, too long, or not UTF-8."))
        if not visit.who and role != NOBODY:
            door = "/who" if bench.accounts is None else "/sign-in"
            return visit.go(f"{door}?next={quote(quote(request.url.path))}")
        if role not in ("", NOBODY):
            locale = visit.locale if "locale" in request.path_params else ""
            visit.require(role, locale)
        return handler(visit)
    except Exception as error:
        return _sorry(visit, error)


def fault(visit: Visit, error: Exception) -> tuple[int, str, str]:
    """Status, sentence and remedy of what a handler raised."""
    match error:
        case Missing():
            return 404, visit._("There is no such thing here: {name}").format(name=error), ""
        case Refused():
            return 403, str(error), ""
        case Wrong():
            return 400, str(error), ""
        case L10nError():
            status = 403 if isinstance(error, NotAllowed) else 400 if isinstance(error, ProjectError) else 409
            return status, visit.again(error.sentence), visit.again(error.hint)
        case files.Changed():
            return 409, visit.again(error.said), ""
        case OSError():
            return (
                503,
                visit._("The disk refuses: {why}").format(why=error.strerror or ""),
                visit.again(files.remedy(error)),
            )
    reference = guard.failed(error, visit.request.method, visit.request.url.path)
    said = visit._("Something went wrong here. What was saved is saved.")
    return 500, said, visit._("It was written down as {number}.").format(number=reference)


_OUTSIDE = re.compile(r"`/[^`\n]*/([^`/\n]+)`")


def inside(said: str, folder: Path) -> str:
    """A sentence about files, without the way to them: paths begin in the folder of the project."""
    return _OUTSIDE.sub(r"`…/\1`", said.replace(f"{folder}/", "").replace(f"`{folder}`", "`.`"))


def _sorry(visit: Visit, error: Exception) -> Response:
    """A page, a part or data that says what is wrong."""
    status, what, hint = fault(visit, error)
    return _told(visit, status, what, hint)


def _told(visit: Visit, status: int, what: str, hint: str = "") -> Response:
    if "application/json" in visit.request.headers.get("accept", ""):
        return guard.problem(status, what, hint)
    return visit.page("part/sorry.html" if visit.is_part else "sorry.html", status, what=what, hint=hint)


async def nothing(request: Request, error: Exception) -> Response:
    """What to say where no page answers: nothing is at this address, or it does not take that."""
    assert isinstance(error, HTTPException)
    bench: Bench = request.app.state.bench
    if guard.wants_data(request.headers, request.url.path):
        return guard.problem(error.status_code, error.detail, headers=error.headers)
    visit = Visit(request, bench, bench.last_project(), {})
    sentences = {404: visit._("There is nothing at this address."), 405: visit._("This address does not take that.")}
    said = sentences.get(error.status_code, error.detail)
    answer = await run_in_threadpool(_told, visit, error.status_code, said)
    answer.headers.update(error.headers or {})
    return answer


_AS_IS = ":/%#?=@[]!$&'()*+,;"
"""What an address in a header holds as it is."""
