"""Behind nginx, with the lines of the README: who comes in, from where, and what is kept out."""

from __future__ import annotations

import gzip
import re
import socket
import ssl
import subprocess
import textwrap
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from l10n import po
from l10n.project import Project
from l10n.text import segment_id
from l10n.web.accounts import INVITATION, TOKEN, Accounts
from l10n.web.guard import LONGEST
from l10n.web.server import Door
from tests.programs import need
from tests.web import certificate
from tests.web.running import Client, running
from tests.web.test_desk import CARS
from tests.workflow.newsroom import SETTINGS, WHEN, l10n, make

README = Path(__file__).parents[2] / "README.md"
AROUND = """\
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
access_log off;
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{server}
}}
"""
"""What a distribution's own configuration says around a server, and nothing of it outside of a folder."""


class House(NamedTuple):
    """A newsroom behind a proxy."""

    project: Project
    accounts: Accounts
    address: str
    trusts: ssl.SSLContext

    def browser(self) -> Client:
        """One that has not been here."""
        return Client(self.address, trusts=self.trusts)


@pytest.fixture
def house(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """nginx on a port of its own, with a certificate, and behind it a workbench that knows of no port but its own."""
    nginx, folder = need("nginx"), tmp_path_factory.mktemp("nginx")
    project = make(tmp_path, settings=SETTINGS + '[people.dana]\nroles = ["publisher"]\n')
    l10n(tmp_path, "sync")
    accounts, made = Accounts.of(project), certificate.make(folder)
    accounts.give("timur", INVITATION, WHEN)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with running(project.folder, Door(names=(f"localhost:{port}",), is_proxied=True)) as behind:
        told = {"443": f"127.0.0.1:{port}", "chain.pem": str(made.cert), "key.pem": str(made.key)}
        server = _server({**told, "http://127.0.0.1:8010": behind, "news.example": "localhost"})
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, server=server), encoding="ascii")
        command = [nginx, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as proxy:
            try:
                _wait(port)
                yield House(project, accounts, f"https://localhost:{port}", made.trusting)
            finally:
                proxy.terminate()


def _server(instead: dict[str, str]) -> str:
    """The lines that the README recommends, with our places instead of theirs."""
    found = re.search(r"\n( +server \{\n.*?\n    \}\n)", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    lines = textwrap.dedent(found[1])
    for one, other in instead.items():
        assert one in lines
        lines = lines.replace(one, other)
    return lines


def _wait(port: int) -> None:
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            time.sleep(0.01)
        else:
            return
    raise AssertionError("nginx did not start")


def test_signed_in(house: House) -> None:
    """An invitation becomes a session in a cookie that goes over TLS alone; what is typed is saved."""
    client = house.browser()
    client.get("/sign-in")
    said = client.post("/sign-in", {"invitation": house.accounts.give("aigul", INVITATION, WHEN), "next": "/"})
    assert said.status == 200 and said.url == f"{house.address}/"
    (cookie,) = client.jar
    assert (cookie.name, cookie.secure) == ("__Host-l10n", True)
    fields = {"target": "Ол 12 көлік сыйғызады.", "seen": ""}
    here = {"Origin": house.address, "Sec-Fetch-Site": "same-origin"}
    assert client.post(f"/save/kk/{segment_id(*CARS)}/ferry", fields, **here).status == 200
    assert po.read(house.project.catalog("ferry", "kk")).by_key()[CARS].target == fields["target"]
    for origin in ("https://news.example", house.address.replace("https", "http"), house.address + "0"):
        assert client.post("/manner", {"theme": "dark"}, Origin=origin).status == 403


def test_from_where(house: House) -> None:
    """Attempts count for the address that the proxy saw, whatever a sender says to have come through."""
    guesses = [
        house.browser().get("/api/articles", **{"X-Forwarded-For": f"198.51.100.{n}", "Authorization": "Bearer x"})
        for n in range(11)
    ]
    assert [one.status for one in guesses] == [401] * 10 + [429]


def test_pushed(house: House) -> None:
    """A program pushes with a token, a slash in the name may be written `%2F`, and an ETag holds through gzip."""
    client, token = house.browser(), {"Authorization": f"Bearer {house.accounts.give('dana', TOKEN, WHEN)}"}
    text = "It snows on the pass. No car gets through.\n\n" * 100
    plain = token | {"Content-Type": "text/plain"}
    assert client.send("PUT", "/api/articles/2026%2Fsnow", text.encode(), **plain).status == 201
    request = urllib.request.Request(
        f"{house.address}/api/articles/2026/snow", headers=token | {"Accept-Encoding": "gzip"}
    )
    with urllib.request.urlopen(request, context=house.trusts) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        etag, back = answer.headers["etag"], gzip.decompress(answer.read())
    assert back == text.encode()
    again = client.send("PUT", "/api/articles/2026%2Fsnow", b"It thaws.\n", **plain, **{"If-Match": etag})
    assert again.status == 200
    refused = client.send("PUT", "/api/articles/long", b"x" * (LONGEST + 1), **plain)
    assert refused.status == 413 and refused.data["status"] == 413


def test_kept(house: House) -> None:
    """Styles are packed, and come once: a browser that has them hears that they are the same. Pages it never keeps."""
    client, packed = house.browser(), {"Accept-Encoding": "gzip"}
    first = client.get("/static/l10n.css", **packed)
    assert (first.headers["Content-Encoding"], first.headers["cache-control"]) == ("gzip", "no-cache")
    assert client.get("/static/l10n.css", **packed, **{"If-None-Match": first.headers["etag"]}).status == 304
    assert client.get("/sign-in").headers["cache-control"] == "no-store"


def test_under_its_name(house: House) -> None:
    """Under another one there is nothing."""
    assert house.browser().get("/sign-in", Host="evil.example").status == 421
