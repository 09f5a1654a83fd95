"""Who may speak to the workbench, and what its pages may do: below every handler, so that none can forget it.

host      another name than those it is served under is refused: a page elsewhere that rebinds its name gets nothing
size      a body is kept up to LONGEST, whatever its header promises, and waited for up to BODY_S, however it trickles
origin    what changes something comes from a page of ours (Sec-Fetch-Site, Origin) and bears the token of its session
headers   no script and no style but our own files, no frame around us, nothing remembered by a proxy
failure   what nobody expected is a calm answer, and a line in the log that holds no word of what was sent

The cookie is signed, HttpOnly and SameSite=Strict (Starlette's sessions), and Secure where there is TLS.
Source: OWASP cheat sheets on CSRF and DNS rebinding; Fetch Metadata (W3C); CSP Level 3; RFC 9457 for errors as data.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import secrets
import traceback
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST, TOGETHER = 4_000_000, 200_000_000
"""Bytes of a request, forty times the longest target, and of all that are being answered."""
PASSED_BY = 64_000_000
"""Bytes behind LONGEST that are let go by, read and forgotten: who is hung up on while sending hears no answer."""
BODY_S = 60.0
"""Seconds in which a body has to be there: what a desk sends is a few kilobytes, and an article seldom a megabyte."""
SAFE = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
TOKEN, FIELD = "x-csrf-token", "csrf"
"""The header that bears the token of a session, and the field of a form."""
API = "/api/"
"""Below it answers are data, and so are refusals."""

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

_log = logging.getLogger("l10n.web")


class TooLong(Exception):
    """A body is longer than LONGEST."""


class TooSlow(Exception):
    """A body was not there in time."""


class TooMuch(Exception):
    """All bodies together are longer than TOGETHER."""


class Guard:
    """Wraps the whole application.

    hosts: names that it is served under, without port.  secure: it is reached over TLS.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], secure: bool = False, body_s: float = BODY_S) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.scheme = "https" if secure else "http"
        self.body_s = body_s
        self.held = 0
        """Bytes of bodies that were read, and are not answered yet."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no page of ours opens a socket
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

        answer = self._against(scope)
        if answer is None:
            answer = await self._inner(scope, receive, sending)
        if answer is not None and not started:
            answer.headers["connection"] = "close"
            await answer(scope, receive, sending)

    def _against(self, scope: Scope) -> Response | None:
        """The refusal of a request that has no business here, before anything of it is read."""
        headers = Headers(scope=scope)
        if without_port(headers.get("host", "")) not in self.hosts:
            return _refusal(scope, 421, "this server is not called so: open the address that `l10n serve` printed")
        if scope["method"] not in SAFE and not is_from_here(headers, self.scheme):
            return _refusal(scope, 403, "the request came from another site, and nothing was changed")
        return None

    async def _inner(self, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """Hand a request on; what to say where that failed."""
        body = _Body(self, receive)
        try:
            await self.app(scope, body.receive, send)
        except TooLong:
            await body.pass_by()
            return _refusal(scope, 413, f"more than {LONGEST:,} bytes were sent at once, and nothing was changed")
        except TooSlow:
            return _refusal(scope, 408, "the request did not come to its end in time, and nothing was changed")
        except TooMuch:
            return _refusal(scope, 503, "too much is being sent by all at once; try again in a moment")
        except ClientDisconnect:
            return None
        except Exception as error:  # what no handler expected: the last net
            reference = failed(error, scope["method"], scope["path"])
            return _refusal(scope, 500, f"something went wrong here, and it was written down as {reference}")
        finally:
            self.held -= body.size
        return None


class _Body:
    """The body of a request, cut off where it grows too long or takes too long."""

    def __init__(self, guard: Guard, receive: Receive) -> None:
        self.guard, self._receive = guard, receive
        self.end = asyncio.get_running_loop().time() + guard.body_s
        self.size, self.more = 0, True

    async def receive(self) -> Message:
        """The next piece; after the last one, what comes of the line."""
        if not self.more:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self.end):
                message = await self._receive()
        except TimeoutError:
            raise TooSlow from None
        self.more = bool(message.get("more_body"))
        size = len(message.get("body", b""))
        self.size += size
        self.guard.held += size
        if self.size > LONGEST:
            raise TooLong
        if self.guard.held > TOGETHER:
            raise TooMuch
        return message

    async def pass_by(self) -> None:
        """Let the rest come, as far as it is not endless."""
        left = PASSED_BY
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self.end):
                while self.more and left > 0:
                    message = await self._receive()
                    self.more = bool(message.get("more_body"))
                    left -= len(message.get("body", b""))


def without_port(host: str) -> str:
    """The name in a Host header, in small letters."""
    name, colon, port = host.lower().rpartition(":")
    is_port = port.isascii() and port.isdecimal() and len(port) <= 5
    return name if colon and is_port and int(port) < 65_536 else host.lower()


def is_from_here(headers: Headers, scheme: str = "http") -> bool:
    """Whether a browser says that a page of ours sent it; what is no browser says nothing, and needs the token."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.lower() == f"{scheme}://{headers.get('host', '')}".lower()


def token(session: dict[str, Any]) -> str:
    """The token of a session, made where it has none."""
    if not isinstance(session.get(FIELD), str):
        session[FIELD] = secrets.token_urlsafe(24)
    return str(session[FIELD])


def renew(session: dict[str, Any], keep: Collection[str]) -> None:
    """Another session, of which nobody knew anything before: nothing but `keep` is taken over."""
    kept = {name: session[name] for name in keep if name in session}
    session.clear()
    session.update(kept)
    token(session)


def is_ours(request: Request, said: str) -> bool:
    """Whether a request that changes something bears the token of its session."""
    known = request.session.get(FIELD)
    given = request.headers.get(TOKEN) or said
    return isinstance(known, str) and hmac.compare_digest(known.encode(), given.encode("utf-8", "replace"))


def peer(request: Request, *, is_proxied: bool) -> str:
    """Who sends a request, for limits: an address, of IPv6 the half that a provider gives to one house.

    Behind a proxy it is the last one that `X-Forwarded-For` names: those before it, the sender may have made up.
    Some proxies name its port as well.
    """
    import ipaddress

    said = request.client.host if request.client else ""
    if is_proxied:
        said = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip() or said
    has_port = said.startswith("[") or said.count(":") == 1
    try:
        address = ipaddress.ip_address(without_port(said).strip("[]") if has_port else said)
    except ValueError:
        return "unknown"
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False))


def failed(error: BaseException, method: str, path: str) -> str:
    """Log what nobody expected, without a word of what was sent or said; the number under which it stands there."""
    reference = secrets.token_hex(4)
    told = traceback.TracebackException.from_exception(error, lookup_lines=True)
    lines = "".join(told.stack.format())
    where = path.encode("ascii", "backslashreplace").decode()[:200]
    _log.error("%s: %s %r failed with %s\n%s", reference, method, where, type(error).__name__, lines)
    return reference


def problem(
    status: int, title: str, detail: str = "", headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """What is wrong, as data (RFC 9457)."""
    said = {"type": "about:blank", "title": title, "status": status} | ({"detail": detail} if detail else {}) | more
    text = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return Response(text, status, headers, media_type="application/problem+json")


def wants_data(headers: Headers, path: str) -> bool:
    """Whether a refusal is read by a program."""
    return path.startswith(API) or "json" in headers.get("accept", "")


def _refusal(scope: Scope, status: int, why: str) -> Response:
    if wants_data(Headers(scope=scope), scope["path"]):
        return problem(status, why)
    return PlainTextResponse(f"{why}\n", status)
