"""The server: where a workbench listens, to whom its door is open, and how long it waits for whom.

On this machine alone it needs nothing.  Beyond it, it needs accounts, and TLS or a proxy that does it: without, it does
not start.
"""

from __future__ import annotations

import asyncio
import gc
import ipaddress
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from l10n.errors import ProjectError
from l10n.project import Project
from l10n.web.accounts import SESSION, Accounts
from l10n.web.app import application, utc_now
from l10n.web.guard import LOOPBACK, without_port

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette

PORT = 8010
CONNECTIONS = 1_000
"""At once: fifty people with six of a browser each, thrice."""
ENDING_S = 5
"""Seconds that a request which is being answered may take when the server is stopped."""
_HOST = re.compile(r"([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")
_ANY = ("0.0.0.0", "::", "")


@dataclass(frozen=True, slots=True)
class Door:
    """Where a workbench listens, and to whom it is open."""

    host: str = "127.0.0.1"
    """A name or an address of this machine."""
    port: int = PORT
    """0: any that is free."""
    names: tuple[str, ...] = ()
    """Under which it is reached, where that is not `host`; with the port, where people type one."""
    cert: Path | None = None
    key: Path | None = None
    is_proxied: bool = False
    accounts: Path | None = None

    @property
    def is_beyond(self) -> bool:
        """Whether anybody but this machine reaches it."""
        return self.is_proxied or not all(map(_is_here, (self.host, *self.names)))

    @property
    def secure(self) -> bool:
        """Whether people reach it over TLS."""
        return self.is_proxied or self.cert is not None

    @property
    def hosts(self) -> tuple[str, ...]:
        """What the Host header may say."""
        own: tuple[str, ...] = LOOPBACK if _is_here(self.host) else (_bracketed(self.host),)
        if self.is_proxied or self.host in _ANY:
            own = ()
        return tuple(dict.fromkeys((*map(without_port, self.names), *own)))

    def address(self, port: int = 0) -> str:
        """What people type. port: the one that it got."""
        scheme = "https" if self.secure else "http"
        name = self.names[0] if self.names else _bracketed(self.host)
        has_port = self.is_proxied or without_port(name) != name
        return f"{scheme}://{name}/" if has_port else f"{scheme}://{name}:{port or self.port}/"

    def require(self, project: Project) -> Accounts | None:
        """The accounts of those who may come in; ProjectError, with what is missing, where it must not be opened so."""
        if self.key and not self.cert:
            raise ProjectError("`--key` is the key of a certificate, and none is named", hint="add `--cert FILE`")
        for name in self.names:
            if not _HOST.fullmatch(name):
                hint = "write it as browsers send it: `news.example`, `news.example:8443`, `xn--80ab.example`"
                raise ProjectError(f"`{name}` is no name of a host", hint=hint)
        if (self.is_proxied or self.host in _ANY) and not self.names:
            hint = "add `--name news.example`: a page elsewhere must not reach the workbench under a name of its own"
            raise ProjectError("nobody said under which name people reach the workbench", hint=hint)
        if self.is_beyond and not self.secure:
            hint = "add `--cert FILE --key FILE`, or `--behind-proxy` where a proxy in front of it does TLS"
            raise ProjectError("beyond this machine the workbench speaks TLS, or not at all", hint=hint)
        if not self.is_beyond and self.accounts is None:
            return None
        accounts = Accounts.of(project, self.accounts)
        if not accounts.read():
            raise ProjectError("there are no accounts, and so nobody could come in", hint=_invite(project))
        return accounts


def _invite(project: Project) -> str:
    known = ", ".join(sorted(project.settings.people))
    return f"`l10n serve --invite ID` makes one of: {known}" if known else "name your people in `[people]` first"


def _is_here(name: str) -> bool:
    for bare in (name, without_port(name)):
        try:
            return ipaddress.ip_address(bare.strip("[]")).is_loopback
        except ValueError:
            continue
    return without_port(name) == "localhost"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


class Patient(H11Protocol):
    """HTTP/1.1 with a patience that ends: who sends, and has not come to the end of a head by then, is hung up on."""

    head_s = 20.0
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait()
        else:
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.head_s, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def configured(app: Starlette, door: Door) -> uvicorn.Config:
    """A server for an application, without a word of what is asked in any log.

    ProjectError where certificate and key are none.
    """
    import uvicorn

    tls: dict[str, Any] = {}
    if door.cert:
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(door.cert, door.key, lambda: "")
        except (OSError, ssl.SSLError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            hint = "name a certificate with its chain, and its key, as PEM without a password"
            raise ProjectError(f"the certificate cannot be used: {why}", where=str(door.cert), hint=hint) from None
        tls = {"ssl_certfile": door.cert, "ssl_keyfile": door.key}
    return uvicorn.Config(
        app,
        http=Patient,
        ws="none",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=ENDING_S,
        **tls,
    )


COLLECTED = 5_000
"""New objects between two searches for circles."""


def serve(folder: Path, door: Door, started: Callable[[str], None]) -> None:
    """Run it until somebody stops it. started: told the address, once it answers."""
    import socket

    import uvicorn

    gc.set_threshold(COLLECTED)  # a command ends before its circles weigh anything; a server has a long day
    accounts = door.require(Project.load(folder))
    app = application(folder, door.hosts, utc_now, accounts=accounts, secure=door.secure, is_proxied=door.is_proxied)
    config = configured(app, door)
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    with socket.create_server((door.host.strip("[]"), door.port), family=family) as listening:
        # Accepted sockets inherit it; asyncio sets it only where it made the socket. Without it answers wait 40 ms.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        started(door.address(listening.getsockname()[1]))
        uvicorn.Server(config).run(sockets=[listening])


def invite(project: Project, accounts: Accounts, who: str, kind: str, now: str) -> str:
    """A new invitation, or token, for somebody whom the settings name; ProjectError for anybody else."""
    assert kind != SESSION
    if who not in project.settings.people:
        hint = f'add `[people.{who}]` with `roles = ["translator"]` and `locales = ["ru"]`, as far as they go'
        where = project.settings_file.name
        raise ProjectError(f"`{who}` is nobody whom the settings name", where=where, hint=hint)
    return accounts.give(who, kind, now)
