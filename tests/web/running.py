"""A workbench that runs, in a thread or a process of its own, and clients that speak to it."""

from __future__ import annotations

import http.cookiejar
import json
import re
import socket
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from l10n.project import Project
from l10n.web import application
from l10n.web.server import Door, configured
from tests.workflow.newsroom import WHEN


@contextmanager
def running(folder: Path, door: Door | None = None, now: Callable[[], str] = lambda: WHEN) -> Iterator[str]:
    """The address of a workbench on the project in a folder; its clock stands at WHEN.

    door: to whom it is open; it listens on 127.0.0.1 all the same, where the test is.
    """
    door = door or Door()
    accounts = door.require(Project.load(folder))
    app = application(folder, door.hosts, now, accounts=accounts, secure=door.secure, is_proxied=door.is_proxied)
    config = configured(app, door)
    config.port = 0
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the workbench did not start"
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"{'https' if door.cert else 'http'}://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def process(folder: Path, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address and the process of `l10n serve`, which a test may kill."""
    command = [sys.executable, "-m", "l10n", "-C", str(folder), "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        line = running.stderr.readline()
        found = re.search(r"http://\S+:\d+", line)
        assert found, line + running.stderr.read()
        try:
            yield found[0], running
        finally:
            running.kill()


@dataclass
class Answer:
    """What the workbench said."""

    status: int
    text: str
    headers: Mapping[str, str]
    url: str

    @property
    def data(self) -> Any:
        """It as JSON."""
        return json.loads(self.text)


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *about: Any) -> None:
        return None


@dataclass
class Client:
    """A browser without a screen: cookies, forms, the token of the session."""

    base: str
    csrf: str = ""
    trusts: ssl.SSLContext | None = None
    stays: bool = False
    """It does not follow redirections."""
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)
    _opener: urllib.request.OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        ways: list[urllib.request.BaseHandler] = [urllib.request.HTTPCookieProcessor(self.jar)]
        ways += [urllib.request.HTTPSHandler(context=self.trusts)] if self.trusts else []
        ways += [_Stays()] if self.stays else []
        self._opener = urllib.request.build_opener(*ways)

    def get(self, path: str, **headers: str) -> Answer:
        """A page, after its redirections."""
        return self._ask(urllib.request.Request(self.base + path, headers=headers))

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        """Send a form, with the token of the page that was read last."""
        told = {"X-CSRF-Token": self.csrf, **headers}
        return self._ask(
            urllib.request.Request(self.base + path, urllib.parse.urlencode(fields).encode(), told, method="POST")
        )

    def send(self, method: str, path: str, body: bytes | Any = b"", **headers: str) -> Answer:
        """Any request: bytes as they are, another value as JSON."""
        told = dict(headers)
        if not isinstance(body, bytes):
            body, told = json.dumps(body).encode(), {"Content-Type": "application/json", **headers}
        return self._ask(urllib.request.Request(self.base + path, body or None, told, method=method))

    def enter(self, who: str) -> Client:
        """Say who this is."""
        self.get("/who")
        assert self.post("/who", {"who": who, "next": "/"}).status == 200
        return self

    def bytes(self, path: str) -> bytes:
        """What lies at an address, as it is."""
        with self._opener.open(self.base + path, timeout=30) as answer:
            found: bytes = answer.read()
        return found

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=30) as answer:
                said = Answer(answer.status, answer.read().decode("utf-8", "replace"), dict(answer.headers), answer.url)
        except urllib.error.HTTPError as error:
            said = Answer(error.code, error.read().decode("utf-8", "replace"), dict(error.headers), error.url)
        if token := re.search(r'data-csrf="([^"]+)"', said.text):
            self.csrf = token[1]
        return said


def raw(base: str, said: bytes, *, wait_s: float = 10) -> bytes:
    """What a server answers to these bytes, until it hangs up or nothing more comes."""
    address = urllib.parse.urlsplit(base)
    assert address.hostname
    with socket.create_connection((address.hostname, address.port or 80), timeout=wait_s) as line:
        line.sendall(said)
        heard = b""
        while piece := line.recv(65536):
            heard += piece
        return heard
