"""A workbench that runs, in a thread or a process of its own, and clients that speak to it."""

from __future__ import annotations

import http.cookiejar
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from l10n.web import application
from tests.workflow.newsroom import WHEN


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of a workbench on the project in a folder; its clock stands at WHEN."""
    config = uvicorn.Config(application(folder, now=lambda: WHEN), port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the workbench did not start"
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def process(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address and the process of `l10n serve`, which a test may kill."""
    command = [sys.executable, "-m", "l10n", "-C", str(folder), "serve", "--port", "0"]
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


@dataclass
class Client:
    """A browser without a screen: cookies, forms, the token of the session."""

    base: str
    csrf: str = ""
    _opener: urllib.request.OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies)

    def get(self, path: str, **headers: str) -> Answer:
        """A page, after its redirections."""
        return self._ask(urllib.request.Request(self.base + path, headers=headers))

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        """Send a form, with the token of the page that was read last."""
        told = {"X-CSRF-Token": self.csrf, **headers}
        return self._ask(
            urllib.request.Request(self.base + path, urllib.parse.urlencode(fields).encode(), told, method="POST")
        )

    def enter(self, who: str) -> Client:
        """Say who this is."""
        self.get("/who")
        assert self.post("/who", {"who": who, "next": "/"}).status == 200
        return self

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=30) as answer:
                said = Answer(answer.status, answer.read().decode(), dict(answer.headers), answer.url)
        except urllib.error.HTTPError as error:
            said = Answer(error.code, error.read().decode(), dict(error.headers), error.url)
        if token := re.search(r'data-csrf="([^"]+)"', said.text):
            self.csrf = token[1]
        return said
