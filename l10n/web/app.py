"""The application: which address leads where, and the server that runs it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from l10n.project import Project
from l10n.web import desk, history, newsroom, people, review, verdicts
from l10n.web.bench import Bench
from l10n.web.guard import LOOPBACK, Guard

STATIC = Path(__file__).parent / "static"
COOKIE = "l10n"
MONTH_S = 30 * 24 * 3600

PAGES = (newsroom, people, desk, review, verdicts, history)
"""Each brings the addresses under which it answers, in `ROUTES`."""

ROUTES: tuple[BaseRoute, ...] = (
    *(route for one in PAGES for route in one.ROUTES),
    Mount("/static", StaticFiles(directory=STATIC)),
)


def utc_now() -> str:
    """The time, as records have it."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def application(folder: Path, hosts: Collection[str] = LOOPBACK, now: Callable[[], str] = utc_now) -> Starlette:
    """The workbench of the project in a folder, as an ASGI application. ProjectError where there is none.

    hosts: names under which it is served; now: UTC, for records.
    """
    bench = Bench(Project.load(folder).folder, now)
    session = Middleware(
        SessionMiddleware, secret_key=bench.key(), session_cookie=COOKIE, max_age=MONTH_S, same_site="strict"
    )
    app = Starlette(routes=ROUTES, middleware=[Middleware(Guard, hosts=hosts), session])
    app.state.bench = bench
    return app


def serve(folder: Path, port: int, started: Callable[[str], None]) -> None:
    """Run it on 127.0.0.1 until somebody stops it. started: told the address, once it answers."""
    import socket

    import uvicorn

    with socket.create_server(("127.0.0.1", port)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        config = uvicorn.Config(application(folder), log_level="warning", access_log=False, server_header=False)
        started(address)
        uvicorn.Server(config).run(sockets=[listening])
