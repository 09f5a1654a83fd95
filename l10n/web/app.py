"""The application: which address leads where."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Collection
from importlib import import_module
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from l10n.project import Project
from l10n.web import (
    api,
    checking,
    concordance,
    desk,
    history,
    names,
    newsroom,
    panels,
    people,
    publish,
    replacing,
    review,
    verdicts,
)
from l10n.web.accounts import LIVES, SESSION, Accounts
from l10n.web.bench import Bench
from l10n.web.guard import LOOPBACK, Guard
from l10n.web.visit import nothing

STATIC = Path(__file__).parent / "static"
COOKIE = "l10n"

WHOLE = (
    *("rapidfuzz.process", "rapidfuzz.fuzz", "rapidfuzz.distance", "rapidfuzz.distance.OSA"),
    *("babel.messages.plurals", "markdown_it", "pymorphy3", "spellchecker"),
)
"""Libraries that the house imports at their first use, and that fail where two threads import them at once."""

PAGES = (
    newsroom,
    people,
    desk,
    panels,
    checking,
    concordance,
    replacing,
    review,
    verdicts,
    history,
    publish,
    names,
    api,
)
"""Each brings the addresses under which it answers, in `ROUTES`."""


class Own(StaticFiles):
    """Scripts and styles of the workbench: a browser keeps them, and asks at each page whether they are the same."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """A file, or 304."""
        answer = super().file_response(*args, **kwargs)
        answer.headers["cache-control"] = "no-cache"
        return answer


ROUTES: tuple[BaseRoute, ...] = (
    *(route for one in PAGES for route in one.ROUTES),
    Mount("/static", Own(directory=STATIC)),
)


def utc_now() -> str:
    """The time, as records have it."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def application(
    folder: Path,
    hosts: Collection[str] = LOOPBACK,
    now: Callable[[], str] = utc_now,
    *,
    accounts: Accounts | None = None,
    secure: bool = False,
    is_proxied: bool = False,
) -> Starlette:
    """The workbench of the project in a folder, as an ASGI application. ProjectError where there is none.

    hosts: names under which it is served; now: UTC, for records; accounts: who may come in, where that is not everybody
    on this machine; secure: it is reached over TLS; is_proxied: through a proxy, which says from whom.
    """
    for library in WHOLE:
        import_module(library)
    bench = Bench(Project.load(folder).folder, now, accounts, is_proxied)
    session = Middleware(
        SessionMiddleware,
        secret_key=bench.key,
        session_cookie=cookie(bench.folder, secure=secure),
        max_age=int(LIVES[SESSION].total_seconds()),
        same_site="strict",
        https_only=secure,
    )
    guard = Middleware(Guard, hosts=hosts, secure=secure)
    app = Starlette(routes=ROUTES, middleware=[guard, session], exception_handlers={HTTPException: nothing})
    app.router.redirect_slashes = False  # to an address in full, which behind a proxy begins with http://
    app.state.bench = bench
    return app


def cookie(folder: Path, *, secure: bool) -> str:
    """The name of the cookie: bound to the host where there is TLS (RFC 6265bis), else to the project, because a
    browser gives the cookies of one port of this machine to all."""
    if secure:
        return f"__Host-{COOKIE}"
    return f"{COOKIE}-{hashlib.sha256(str(folder).encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
