"""A service on this machine, for as long as a test lasts."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Asked:
    """A request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Said:
    """An answer: status, body (text, bytes, or what goes as JSON) and headers; or a function that writes it all."""

    body: Any = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: Callable[[Any], None] | None = None

    def octets(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


@dataclass
class Service:
    """A server that is running."""

    url: str
    asked: list[Asked]


@contextlib.contextmanager
def serving(answer: Callable[[Asked], Said | Any], wrap: Callable[[Any], Any] | None = None) -> Iterator[Service]:
    """A server that answers each request with what the function says; all that came in is written down."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked.append(Asked(self.command, parts.path, query, headers, body))
            said = answer(asked[-1])
            said = said if isinstance(said, Said) else Said(said)
            with contextlib.suppress(ConnectionError):
                if said.raw:
                    said.raw(self.wfile)
                    self.close_connection = True
                    return
                octets = said.octets()
                self.send_response_only(said.status)
                for name, value in {"Content-Length": str(len(octets)), **said.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(octets)

        do_POST = do_GET  # noqa: N815 - as http.server calls it

        def log_message(self, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, address: object) -> None:
            """A client that hangs up is part of the tests."""

    server = Quiet(("127.0.0.1", 0), Handler)
    scheme = "http"
    if wrap:
        server.socket, scheme = wrap(server.socket), "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Service(f"{scheme}://127.0.0.1:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


_WORD = re.compile(r"<[^<>]*>|XQ\d+Q|[^\W\d_]+")


def russian(wire: str) -> str:
    """Every word becomes `слово`, marks stay."""
    return _WORD.sub(lambda match: match[0] if match[0][0] in "<X" else "слово", wire)


class FakeClock:
    """Time that passes when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
