"""Who may speak to the workbench, and what its pages may do: below every handler, so that none can forget it.

host      another name than those it is served under is refused: a page elsewhere that rebinds its name gets nothing
size      a body is cut off at LONGEST, whatever its header promises
origin    what changes something comes from a page of ours (Sec-Fetch-Site, Origin) and bears the token of its session
headers   no script and no style but our own files, no frame around us, nothing remembered by a proxy

The cookie is signed, HttpOnly and SameSite=Strict (Starlette's sessions).
Source: OWASP cheat sheets on CSRF and DNS rebinding; Fetch Metadata (W3C); CSP Level 3.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST = 4_000_000
"""Bytes of a request: forty times the longest target."""
SAFE = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
TOKEN, FIELD = "x-csrf-token", "csrf"
"""The header that bears the token of a session, and the field of a form."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""Of every answer that does not say otherwise."""


class TooLong(Exception):
    """A body is longer than LONGEST."""


class Guard:
    """Wraps the whole application.

    hosts: names that it is served under, without port.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if without_port(headers.get("host", "")) not in self.hosts:
            await _refuse(send, 421, "this server is not called so: open the address that `l10n serve` printed")
            return
        if scope["method"] not in SAFE and not is_from_here(headers):
            await _refuse(send, 403, "the request came from another site, and nothing was changed")
            return
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                told = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    told.setdefault(name, value)
                told.setdefault("cache-control", "no-store")
            await send(message)

        try:
            await self.app(scope, _bounded(receive), sending)
        except TooLong:
            if not started:
                await _refuse(send, 413, f"more than {LONGEST:,} bytes were sent at once, and nothing was changed")


def _bounded(receive: Receive) -> Receive:
    """The body of a request, cut off where it grows too long."""
    left = LONGEST

    async def receiving() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise TooLong
        return message

    return receiving


def without_port(host: str) -> str:
    """The name in a Host header, in small letters."""
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower()


def is_from_here(headers: Headers) -> bool:
    """Whether a browser says that a page of ours sent it; what is no browser says nothing, and needs the token."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()


def token(session: dict[str, Any]) -> str:
    """The token of a session, made where it has none."""
    if not isinstance(session.get(FIELD), str):
        session[FIELD] = secrets.token_urlsafe(24)
    return str(session[FIELD])


def is_ours(request: Request, said: str) -> bool:
    """Whether a request that changes something bears the token of its session."""
    known = request.session.get(FIELD)
    given = request.headers.get(TOKEN) or said
    return isinstance(known, str) and hmac.compare_digest(known.encode(), given.encode("utf-8", "replace"))


async def _refuse(send: Send, status: int, why: str) -> None:
    body = f"{why}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
