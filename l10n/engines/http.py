"""The one door to the network: a request, its answer in full, within its time.

Nothing is followed to another place, no certificate is waved through, no answer is read beyond MOST octets, and a
server that drips is left when the time is over.  A proxy of the environment is used, but not for this machine.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from l10n.engines.contract import Garbled, Passing
from l10n.engines.keys import Key, quoted
from l10n.engines.worker import late, within
from l10n.errors import EngineError, ProjectError, Refused, Unavailable
from l10n.phrases import phrase

if TYPE_CHECKING:
    import ssl
    from http.client import HTTPResponse
    from urllib.request import OpenerDirector

MOST = 16 << 20
"""Octets of an answer: a hundred times what a full batch needs."""
_CHUNK = 1 << 16
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}\"?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)

_UNUSABLE = frozenset([400, 413, 422])
"""What a server says to one text that it cannot take, in a batch of others."""
_REDIRECTS = frozenset([300, 301, 302, 303, 305, 307, 308])


@dataclass(frozen=True, slots=True)
class Question:
    """A request over HTTP."""

    who: str
    """Name of the engine, for messages."""
    url: str
    seconds: float
    body: bytes | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    key: Key | None = None
    """Hidden wherever it turns up."""
    most: int = MOST
    """Octets of the answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back with a status of 2xx."""

    body: bytes
    charset: str
    """As the server says; UTF-8 where it says nothing."""

    @property
    def text(self) -> str:
        """Decoded; UnicodeError or LookupError where the server has not told the truth."""
        return self.body.decode(self.charset)


def checked(url: str, who: str) -> str:
    """An address from the settings, without its last slash; ProjectError for what is none, or holds a password."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or not parts.path.isascii() or any(one <= " " for one in url):
        raise ProjectError(
            phrase("`url` of the engine `{who}` is no address", who=who), hint=phrase("write `https://…` or `http://…`")
        )
    if parts.username is not None or parts.password is not None:
        raise ProjectError(
            phrase("`url` of the engine `{who}` holds a user or a password", who=who),
            hint=phrase("name a variable with `key` instead"),
        )
    if parts.query or parts.fragment:
        raise ProjectError(
            phrase("`url` of the engine `{who}` has a query", who=who), hint=phrase("write the address up to its path")
        )
    return url.rstrip("/")


def ask_json(question: Question, payload: object = None) -> Any:
    """What a JSON service answers; payload goes as JSON where there is one."""
    headers = {"Accept": "application/json", **question.headers}
    body = None
    if payload is not None:
        headers["Content-Type"] = "application/json; charset=utf-8"
        body = dumped(payload)
    answer = ask(replace(question, body=body, headers=headers))
    return read_json(answer.body, question.who)


def dumped(payload: object) -> bytes:
    """JSON in UTF-8; half a character goes as `?`."""
    return json.dumps(payload, ensure_ascii=False).encode("utf-8", "replace")


def read_json(body: bytes, who: str) -> Any:
    """JSON in UTF-8, no key twice, no number that is none; Garbled for anything else."""
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise Garbled(phrase("`{who}` answered in another encoding than UTF-8", who=who)) from None
    except (ValueError, RecursionError):
        what = phrase("`{who}` answered with something that is no JSON", who=who)
        if body.lstrip()[:1] == b"<":
            what = phrase("`{who}` answered with a page instead of data", who=who)
        raise Garbled(what, hint=phrase("see whether `url` is that of the service")) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _no_number(said: str) -> None:
    raise ValueError(f"{said} is no number of JSON")


def ask(question: Question) -> Answer:
    """The answer to a question; EngineError where there is none that can be used."""
    parts = urlsplit(question.url)
    if question.key is not None and parts.scheme != "https" and not _near(parts.hostname or ""):
        raise Refused(
            phrase("the key for `{who}` would go through the net unencrypted", who=question.who),
            hint=phrase("write `https://` in `url`"),
        )
    if question.seconds <= 0:
        raise late(question.who, 0)
    try:
        return within(question.seconds, partial(_exchange, question), question.who)
    except EngineError:
        raise
    except Exception as error:  # whatever the layers below raise, and they raise much
        raise _translated(error, question) from None


def _near(host: str) -> bool:
    """This machine, or one beside it: no key is read on the way there."""
    import ipaddress

    try:
        address = ipaddress.ip_address(host)
        return (getattr(address, "ipv4_mapped", None) or address).is_private
    except ValueError:
        if host[:1].isdigit() and "." not in host:
            return False  # `134744072` is 8.8.8.8
        return "." not in host or host.endswith((".local", ".localhost", ".internal"))


def _here(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.") or host.endswith(".localhost")


def _opener(host: str) -> OpenerDirector:
    """What opens http and https and nothing else, and follows no redirect."""
    from urllib import request

    made = request.OpenerDirector()
    if not _here(host):
        made.add_handler(request.ProxyHandler())
    made.add_handler(request.HTTPHandler())
    made.add_handler(request.HTTPSHandler(context=_trust()))
    made.add_handler(request.HTTPDefaultErrorHandler())
    made.add_handler(request.HTTPErrorProcessor())
    return made


@cache
def _trust() -> ssl.SSLContext:
    import ssl

    return ssl.create_default_context()


def _exchange(question: Question) -> Answer:
    from urllib.error import HTTPError
    from urllib.request import Request

    headers = {"User-Agent": "l10n", **question.headers}
    request = Request(question.url, question.body, headers)
    until = time.monotonic() + question.seconds
    try:
        with _opener(urlsplit(question.url).hostname or "").open(request, timeout=question.seconds) as response:
            body = _body(response, question, until)
            said = _CHARSET.search(response.headers.get("Content-Type", ""))
            if response.headers.get("Content-Encoding", "identity").lower() != "identity":
                raise Garbled(
                    phrase("`{who}` answered in a compressed form that it was not asked for", who=question.who)
                )
            return Answer(body, said[1] if said else "utf-8")
    except HTTPError as error:
        with error:
            raise _said_no(error, question, until) from None


def _body(response: HTTPResponse, question: Question, until: float) -> bytes:
    """The whole answer; Garbled for one that is too large or breaks off, TimeoutError for one that drips too long."""
    size = 0
    chunks = []
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > question.most:
            raise Garbled(phrase("`{who}` answered more than {most} MB", who=question.who, most=question.most >> 20))
        if time.monotonic() > until:
            raise TimeoutError
        chunks.append(chunk)
    if response.length:
        raise Garbled(phrase("the answer of `{who}` breaks off", who=question.who))
    return b"".join(chunks)


def _said_no(error: Any, question: Question, until: float) -> EngineError:
    """The error for a status that is not 2xx."""
    who, status = question.who, error.code
    if status in _REDIRECTS:
        other = quoted(_place(error.headers.get("Location", "")), question.key)
        return Refused(
            phrase("`{who}` sends us to another address, `{other}`", who=who, other=other),
            hint=phrase("write that as `url`, if you trust it"),
        )
    try:
        reason = quoted(_message(_body(error, question, until)), question.key)
    except (EngineError, OSError, ValueError, RecursionError):
        reason = ""
    said, hint = _meaning(status, who)
    what = phrase("{what} ({status})", what=said, status=status)
    if reason:
        what = phrase("{what} ({status}): {reason}", what=said, status=status, reason=reason)
    if status == 429 or status >= 500:
        return Passing(what, hint=hint, after_s=_after(error.headers))
    return Garbled(what, hint=hint) if status in _UNUSABLE else Refused(what, hint=hint)


def _meaning(status: int, who: str) -> tuple[str, str]:
    """What a status that is not 2xx says, and the remedy."""
    match status:
        case 401:
            hint = phrase("see whether the key is right and still valid")
            return phrase("`{who}` does not accept the key", who=who), hint
        case 402:
            return phrase("`{who}` wants to be paid first", who=who), phrase("see the account there")
        case 403:
            hint = phrase("see whether the key is right, and what it may do")
            return phrase("`{who}` refuses access", who=who), hint
        case 404:
            hint = phrase("see `url` and, where one is named, `model`")
            return phrase("`{who}` has nothing at this address", who=who), hint
        case 456:  # DeepL's
            return phrase("`{who}` says that the quota is used up", who=who), phrase("see the account there")
        case 429:
            return phrase("`{who}` has too many requests", who=who), phrase("try later")
        case _ if status >= 500:
            return phrase("`{who}` has trouble of its own", who=who), phrase("try later")
        case _ if status in _UNUSABLE:
            return phrase("`{who}` does not take the request", who=who), ""
    return phrase("`{who}` refuses", who=who), phrase("see what it says")


def _place(location: str) -> str:
    """An address without its query, which may hold anything."""
    try:
        place = urlsplit(location)
    except ValueError:
        return ""
    return urlunsplit((place.scheme, place.netloc, place.path, "", ""))


def _message(body: bytes) -> str:
    """What a server says in JSON, as DeepL, LibreTranslate and OpenAI write it; nothing of a page."""
    said = json.loads(body)
    for name in ("error", "message", "detail"):
        if isinstance(said, dict) and name in said:
            said = said[name]
    return said if isinstance(said, str) else ""


def _after(headers: Any) -> float | None:
    """Seconds of Retry-After; a date there is compared with the server's own."""
    from email.utils import parsedate_to_datetime

    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        wait = parsedate_to_datetime(said) - parsedate_to_datetime(headers.get("Date", ""))
        return max(wait.total_seconds(), 0.0)
    except (TypeError, ValueError, OverflowError):
        return None


def _translated(error: Exception, question: Question) -> EngineError:
    """The error of our tree for one of the layers below."""
    import ssl
    from http.client import HTTPException, RemoteDisconnected

    reason = getattr(error, "reason", error)
    reason = reason if isinstance(reason, Exception) else error
    who, host = question.who, urlsplit(question.url).netloc
    if isinstance(reason, ssl.SSLCertVerificationError):
        why = quoted(reason.verify_message, question.key)
        hint = phrase("nothing was sent; where it is a server of your own, name its authority in `SSL_CERT_FILE`")
        return Refused(phrase("the certificate of `{host}` is not trusted: {why}", host=host, why=why), hint=hint)
    if isinstance(reason, TimeoutError):
        return late(who, question.seconds)
    if isinstance(reason, ssl.SSLError):
        return Refused(
            phrase("`{host}` speaks no TLS that can be trusted", host=host), hint=phrase("see `url` of the engine")
        )
    if isinstance(reason, RemoteDisconnected | ConnectionError):
        return Passing(
            phrase("`{who}` at `{host}` closes the connection", who=who, host=host),
            hint=phrase("see whether it runs, and try later"),
        )
    if isinstance(reason, OSError):
        return Unavailable(
            phrase("`{who}` at `{host}` cannot be reached", who=who, host=host),
            hint=phrase("see the network, and `url`"),
        )
    if isinstance(reason, HTTPException | ValueError):
        return Garbled(
            phrase("`{who}` at `{host}` does not answer as HTTP does", who=who, host=host),
            hint=phrase("see `url` of the engine"),
        )
    return EngineError(phrase("`{who}` failed in an unknown way: {error}", who=who, error=type(reason).__name__))
