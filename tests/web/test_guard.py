"""Who may speak to the workbench: hosts, tokens, sizes, times; and that nothing anybody sends breaks it."""

from __future__ import annotations

import json
import logging
import re
import socket
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Mount, Route

from l10n.project import Project
from l10n.text import segment_id
from l10n.web import bench as benches
from l10n.web import guard, undoing
from l10n.web.app import ROUTES
from l10n.web.bench import Bench
from l10n.web.guard import LONGEST, POLICY, without_port
from l10n.web.limits import Limit
from l10n.web.server import Patient
from l10n.web.visit import FIELDS, inside
from tests.web.running import Client, raw, running
from tests.web.test_desk import CARS
from tests.workflow.newsroom import RUSSIAN, WHEN, l10n, make, tree, type_in

SAVE = f"/save/kk/{segment_id(*CARS)}/ferry"
FORM = {"target": "Ол 12 көлік сыйғызады.", "seen": ""}


@pytest.mark.parametrize(
    "host",
    ["news.example", "127.0.0.1.nip.io", "", "localhost.evil:80", "[::2]:80", "127.0.0.1:99999", "127.0.0.1:8x", "::1"],
)
def test_host(aigul: Client, host: str) -> None:
    """A page elsewhere whose name leads here gets nothing."""
    assert aigul.get("/", Host=host).status == 421


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("127.0.0.1:8010", "127.0.0.1"),
        ("LOCALHOST", "localhost"),
        ("[::1]:8010", "[::1]"),
        ("[::1]", "[::1]"),
        ("localhost:9000", "localhost"),
    ],
)
def test_own_names(aigul: Client, host: str, name: str) -> None:
    """It answers to its own names, whatever port a tunnel gave it."""
    assert without_port(host) == name
    assert aigul.get("/who", Host=host).status == 200


def test_two_hosts(bench: str) -> None:
    """A request with two names is none."""
    said = raw(bench, b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: news.example\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "headers",
    [
        {"X-CSRF-Token": ""},
        {"X-CSRF-Token": "forged"},
        {"X-CSRF-Token": "þ"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://news.example"},
        {"Origin": "null"},
        {"Origin": "https://{host}"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_forged(project: Project, aigul: Client, headers: dict[str, str]) -> None:
    """What does not come from a page of this session changes nothing."""
    before = tree(project.folder)
    told = {name: value.replace("{host}", aigul.base.partition("://")[2]) for name, value in headers.items()}
    assert aigul.post(SAVE, FORM, **told).status == 403
    assert tree(project.folder) == before


def test_of_another_session(project: Project, aigul: Client, timur: Client) -> None:
    """The token of one session opens no other."""
    aigul.csrf = timur.csrf
    assert aigul.post(SAVE, FORM).status == 403


def test_replayed(project: Project, aigul: Client) -> None:
    """A request that comes again when another text stands there changes nothing."""
    assert aigul.post(SAVE, FORM).status == 200
    assert aigul.post(SAVE, {"target": "Басқа мәтін.", "seen": FORM["target"]}).status == 200
    before = tree(project.folder)

    assert aigul.post(SAVE, FORM).status == 409
    assert tree(project.folder) == before


def test_nobody(bench: str) -> None:
    """Who did not say who they are is asked."""
    stranger = Client(bench)
    assert stranger.get("/desk/ru/ferry").url.endswith("/who?next=/desk/ru/ferry")
    assert stranger.post(SAVE, FORM).status == 200  # sent on to the question
    assert "Who are you?" in stranger.post(SAVE, FORM).text


def test_too_long(aigul: Client) -> None:
    """A body that grows too long is not kept; who sends it hears why, however much too long it is."""
    assert aigul.post(SAVE, {"target": "x" * LONGEST, "seen": ""}).status == 413
    assert aigul.post(SAVE, {"target": "x" * 10 * LONGEST, "seen": ""}).status == 413


def test_endless(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not come to its end is hung up on."""
    monkeypatch.setattr(guard, "PASSED_BY", 1_000_000)
    with running(project.folder) as address, pytest.raises(OSError):
        head = b"POST /who HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999999\r\n\r\n"
        raw(address, head + b"x" * 20 * LONGEST)


def test_too_much_together(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodies of all who send at once have an end, too; what was answered counts no more."""
    monkeypatch.setattr(guard, "TOGETHER", 100)
    with running(project.folder) as address:
        client = Client(address)
        assert client.post("/who", {"who": "x" * 200}).status == 503
        assert [client.post("/who", {"who": "x" * 60}).status for _ in range(3)] == [
            403,
            400,
            400,
        ]  # no token yet, then no such name


def test_too_slow(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that does not come is not waited for."""
    monkeypatch.setattr(guard.Guard.__init__, "__defaults__", (False, 0.2))
    with running(project.folder) as address:
        said = raw(address, b"POST /who HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nwho=")
    assert said.startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-"])
def test_head_too_slow(project: Project, monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    """Nor is the head of a request, on a new line or on one that has served before."""
    monkeypatch.setattr(Patient, "head_s", 0.2)
    with running(project.folder) as address:
        assert raw(address, said) == b""
        served = b"GET /static/l10n.css HTTP/1.1\r\nHost: localhost\r\n\r\n"
        assert raw(address, served + b"GET / HT").count(b"HTTP/1.1") == 1


def test_drips(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor who sends a byte now and then, to a request that was answered long ago."""
    monkeypatch.setattr(Patient, "head_s", 0.2)
    with running(project.folder) as address:
        where = urllib.parse.urlsplit(address)
        with socket.create_connection((where.hostname, where.port), timeout=10) as line:
            line.sendall(b"GET /static/l10n.css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n")
            assert line.recv(12) == b"HTTP/1.1 200"
            line.settimeout(0.05)
            for _ in range(100):
                try:
                    line.sendall(b"x")
                    if not line.recv(65536):
                        break
                except TimeoutError:
                    continue
                except OSError:
                    break
            else:
                pytest.fail("it was waited for")


def test_headers(aigul: Client) -> None:
    """No page loads a script, a style or a frame from elsewhere."""
    said = aigul.get("/")
    assert said.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert "set-cookie" in Client(aigul.base).get("/who").headers
    cookie = Client(aigul.base).get("/who").headers["set-cookie"].lower()
    assert "samesite=strict" in cookie and "httponly" in cookie


@pytest.mark.parametrize("path", ["/who", "/nothing", "/static/nothing.js", "/desk/ru/nothing"])
def test_refusals_are_guarded(bench: str, path: str) -> None:
    """A page that says no is as guarded as any other."""
    said = Client(bench).get(path)
    assert said.headers["content-security-policy"] == POLICY
    assert said.headers["x-content-type-options"] == "nosniff"


# --- what can be sent

BODIES = {
    "no UTF-8": (b"target=%FF%FE&seen=", "application/x-www-form-urlencoded"),
    "raw, no UTF-8": (b"target=\xff&seen=", "application/x-www-form-urlencoded"),
    "too many fields": (b"&".join(b"a%d=1" % n for n in range(FIELDS + 1)), "application/x-www-form-urlencoded"),
    "deep JSON": (b"[" * 100_000 + b"]" * 100_000, "application/json"),
    "deep object": (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "application/json"),
    "too many names": (json.dumps({f"a{n}": "1" for n in range(FIELDS + 1)}).encode(), "application/json"),
    "no object": (b'["target", "seen"]', "application/json"),
    "half a character": (b'{"target": "\\ud800", "seen": ""}', "application/json"),
    "a long number": (b'{"target": ' + b"9" * 10_000 + b"}", "application/json"),
    "broken JSON": (b'{"target": ', "application/json"),
    "no boundary": (b"--x\r\n", "multipart/form-data"),
    "broken parts": (b"--x\r\nContent-Disposition: form-data\r\n\r\n", "multipart/form-data; boundary=x"),
    "a file": (
        b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nb\r\n--x--\r\n',
        "multipart/form-data; boundary=x",
    ),
    "another charset": (
        b'--x\r\nContent-Disposition: form-data; name="target"\r\n\r\n\xcf\xf0\r\n--x--\r\n',
        "multipart/form-data; boundary=x; charset=windows-1251",
    ),
}


@pytest.mark.parametrize("body", BODIES)
def test_what_is_no_form(project: Project, aigul: Client, body: str) -> None:
    """It is refused with a sentence, and nothing is changed."""
    before = tree(project.folder)
    data, kind = BODIES[body]
    said = aigul.send("POST", SAVE, data, **{"Content-Type": kind, "X-CSRF-Token": aigul.csrf})

    assert said.status == 400 and "cannot be read" in said.text
    assert tree(project.folder) == before


TEXTS = st.one_of(st.text(max_size=20), st.sampled_from(["ru", "ferry", "..", "", "%", "\0", "api", "desk", "static"]))


@given(
    method=st.sampled_from(["GET", "POST", "PUT", "HEAD", "OPTIONS", "TRACE", "X"]),
    parts=st.lists(TEXTS, max_size=5),
    query=st.dictionaries(TEXTS, TEXTS, max_size=3),
    headers=st.dictionaries(
        st.sampled_from(["Cookie", "Accept", "Accept-Language", "Content-Type", "X-L10n-Person", "If-Match", "Range"]),
        st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=30),
    ),
    body=st.binary(max_size=60),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_request(
    open_to_all: tuple[Project, str],
    method: str,
    parts: list[str],
    query: dict[str, str],
    headers: dict[str, str],
    body: bytes,
) -> None:
    """Whatever comes is answered, and never with a 500."""
    path = "/" + "/".join(urllib.parse.quote(part, safe="", errors="replace") for part in parts)
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"{method} {path}?{urllib.parse.urlencode(query, errors='replace')} HTTP/1.1\r\nHost: localhost\r\n{told}"
    end = f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    said = raw(open_to_all[1], (head + end).encode("latin-1") + body)
    assert said.startswith(b"HTTP/1.1 ") and int(said[9:12]) < 500, said


NASTY = [
    "..",
    "../../l10n.toml",
    "..%2f..%2fl10n",
    "%2e%2e/%2e%2e/l10n",
    "..%5c..%5cl10n",
    "ferry%00",
    "ferry%00.html",
    "%c0%ae%c0%ae/l10n",
    "%ef%bc%8e%ef%bc%8e/l10n",
    "%ff%fe",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    ".l10n/workbench.key",
    "ferry/",
    "ferry.html",
    "source/ferry",
    "FERRY",
    "%E2%80%AEyrref",
    "a" * 2_000,
    "a/" * 600 + "a",
    "ferry%0d%0aSet-Cookie:%20a=b",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "ru",
    "ferry",
    "__proto__",
    "%20",
    "glossary",
]


@pytest.fixture(scope="module")
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, str]]:
    """A newsroom whose every page is asked for with everything."""
    project = make(tmp_path_factory.mktemp("newsroom"), settings=SETTINGS)
    l10n(project.folder, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    l10n(project.folder, "sync", "--by", "aigul")
    with running(project.folder) as address:
        yield project, address


SETTINGS = 'locales = ["en", "ru", "kk"]\n'
"""Nobody is named: everybody may do everything."""
PATHS = sorted({route.path for route in ROUTES if isinstance(route, Route | Mount)})


@pytest.mark.parametrize("path", PATHS)
def test_nothing_breaks(open_to_all: tuple[Project, str], path: str) -> None:
    """Whatever stands in an address, or is sent there: never a 500, and no word of where files lie."""
    project, address = open_to_all
    client = Client(address, stays=True)
    client.get("/who")
    client.post("/who", {"who": "aigul"})
    client.get("/who")
    names = re.findall(r"{(\w+)(?::path)?}", path)
    good = {"locale": "ru", "article": "ferry", "segment": segment_id(*CARS)}
    asked = [re.sub(r"{(\w+)(?::path)?}", lambda match: good.get(match[1], "x"), path)]
    for name in names:
        for nasty in NASTY:
            said = good | {name: nasty}
            asked.append(re.sub(r"{(\w+)(?::path)?}", lambda match, said=said: said.get(match[1], "x"), path))
    asked += [f"{path}/{nasty}" for nasty in NASTY] if path == "/static" else []
    query = "?" + "&".join(f"{name}=%00%ff%0d%0a" for name in ("segment", "next", "after", "limit", "text", "locale"))
    asked += [asked[0] + "?" + "&".join(f"{name}={'9' * 5_000}" for name in ("page", "from", "limit"))]
    asked += [asked[0] + query, asked[0] + "?limit=99999999999&text=a&state=x&as=x&closed=1&sort=x&page=-1"]
    for one in asked:
        for headers in ({}, {"HX-Request": "true"}, {"Accept": "application/json", "X-L10n-Person": "aigul"}):
            _is_calm(client.get(_escaped(one), **headers), project)
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        for data, kind in [*BODIES.values(), (b"{}", "application/json"), (b"a=b", "text/html")]:
            headers = {"Content-Type": kind, "X-CSRF-Token": client.csrf, "X-L10n-Person": "aigul"}
            _is_calm(client.send(method, asked[0], data, **headers), project)
    for one in asked[1:]:
        _is_calm(client.post(_escaped(one), {"target": "a", "seen": "b"}), project)


def _escaped(path: str) -> str:
    return urllib.parse.quote(path, safe="/%?=&;:@.")


def _is_calm(said: object, project: Project) -> None:
    assert said.status < 500, said  # type: ignore[attr-defined]
    assert "Traceback" not in said.text and str(project.folder) not in said.text  # type: ignore[attr-defined]
    assert "a=b" not in said.headers.get("set-cookie", "")  # type: ignore[attr-defined]


@pytest.mark.parametrize("nasty", NASTY)
def test_only_articles(open_to_all: tuple[Project, str], nasty: str) -> None:
    """No way leads to a file that is no article of the project."""
    project, address = open_to_all
    client = Client(address)
    said = client.get(_escaped(f"/api/articles/{nasty}"), **{"X-L10n-Person": "aigul"})
    if said.status == 200:
        assert nasty == "ferry"
        assert said.text == (project.source / "ferry.html").read_text(encoding="utf-8")
    else:
        assert said.status in (400, 404)


@pytest.mark.parametrize(
    "after",
    [
        "//news.example",
        "/\\news.example",
        "https://news.example",
        "/\t/news.example",
        "/\n/news.example",
        "\\/news.example",
        "javascript:alert(1)",
        "/ok\r\nSet-Cookie: a=b",
        "",
    ],
)
def test_redirects_stay_here(bench: str, after: str) -> None:
    """`next` leads to a page of the workbench, and nowhere else."""
    client = Client(bench, stays=True)
    client.get("/who")
    said = client.post("/who", {"who": "aigul", "next": after})
    assert (said.status, said.headers["location"]) == (303, "/")
    client.get("/who")
    said = client.post("/manner", {"theme": "dark", "next": after}, **{"HX-Request": "true"})
    assert (said.status, said.headers["hx-redirect"]) == (204, "/")


def test_redirects_in_any_script(bench: str) -> None:
    """An address in a header is ASCII, whatever the article is called."""
    client = Client(bench, stays=True)
    client.get("/who")
    said = client.post("/who", {"who": "aigul", "next": "/desk/kk/қайық"}, **{"HX-Request": "true"})
    assert said.headers["hx-redirect"] == "/desk/kk/%D2%9B%D0%B0%D0%B9%D1%8B%D2%9B"


def test_another_person_is_another_session(bench: str) -> None:
    """The token that was known before somebody said who they are opens nothing afterwards."""
    client = Client(bench)
    client.get("/who")
    old = client.csrf
    client.enter("aigul")
    assert client.csrf != old
    client.csrf = old
    assert client.post(SAVE, FORM).status == 403


# --- what goes wrong inside

PRIVATE = "/home/aigul/notes: what somebody typed"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}, {"Accept": "application/json"}])
def test_calm(
    aigul: Client, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What nobody expected is a page with a number, and under the number a line in the log, without what was typed."""

    def fails(*about: object, **named: object) -> None:
        raise RuntimeError(PRIVATE)

    monkeypatch.setattr(benches.saving, "save", fails)
    with caplog.at_level(logging.ERROR, "l10n.web"):
        said = aigul.post(SAVE, FORM, **headers)
    assert said.status == 500
    number = re.search(r"written down as (\w{8})", said.text)
    assert number and number[1] in caplog.text and "RuntimeError" in caplog.text
    for text in (said.text, caplog.text):
        assert PRIVATE not in text and FORM["target"] not in text and aigul.csrf not in caplog.text
    assert "Traceback" not in said.text


def test_below_every_page(aigul: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Even where the page that says so fails."""

    def fails(*about: object, **named: object) -> None:
        raise RuntimeError(PRIVATE)

    monkeypatch.setattr("l10n.web.visit.environment", fails)
    with caplog.at_level(logging.ERROR, "l10n.web"):
        said = aigul.get("/who")
    assert said.status == 500 and "something went wrong" in said.text and PRIVATE not in said.text + caplog.text


def test_settings_that_break(project: Project, aigul: Client) -> None:
    """Settings that somebody breaks under a running workbench are told on the page, and mended there is mended here."""
    good = project.settings_file.read_text(encoding="utf-8")
    project.settings_file.write_text("locales = [", encoding="utf-8")
    said = aigul.get("/desk/ru/ferry")
    assert said.status == 400 and "l10n.toml" in said.text and str(project.folder) not in said.text
    assert aigul.get("/asset/x/img/ferry.jpg").status == 404
    project.settings_file.write_text(good, encoding="utf-8")
    assert aigul.get("/desk/ru/ferry").status == 200


def test_no_way_is_told() -> None:
    """Of a path no more is said than what lies in the project."""
    folder = Path("/srv/news")
    assert inside("`/srv/news/locales/ru/a.po` line 3: no", folder) == "`locales/ru/a.po` line 3: no"
    assert inside("`/home/aigul/memory.tmx`: no", folder) == "`…/memory.tmx`: no"


def test_errors_as_data(aigul: Client) -> None:
    """A script that asks for JSON gets problem details (RFC 9457)."""
    said = aigul.get("/desk/ru/nothing", Accept="application/json")
    assert said.headers["content-type"].startswith("application/problem+json")
    assert json.loads(said.text)["status"] == said.status == 404
    assert json.loads(aigul.get("/nothing", Accept="application/json").text)["status"] == 404


# --- what is remembered


class Did(NamedTuple):
    """A step of any kind."""

    article: str
    locale: str
    text: str


def test_memory_stays_level(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presence and undo of ever more sessions take no more room."""
    for name, most in (("SESSIONS", 3), ("PLACES", 3), ("SEATS", 3)):
        monkeypatch.setattr(benches, name, most)
    for name, most in (("UNDONE", 4), ("LONGEST_UNDONE", 650)):
        monkeypatch.setattr(undoing, name, most)
    bench = Bench(project.folder, lambda: WHEN)
    for n in range(50):
        bench.sit(f"article {n}", "ru", f"{n}", "aigul", "5fc10046")
        bench.sit("ferry", "ru", f"{n}", "aigul", "5fc10046")
        bench.did(f"{n}", Did("ferry", "ru", "y" * 30))
        bench.did(f"{n}", Did("ferry", "kk", "y" * 600))
    assert len(bench._seats) == len(bench._seats["ferry", "ru"]) == len(bench._steps) == 3
    assert {seat.who for seat in bench.others("ferry", "ru", "49")} == {"aigul"}
    assert len(bench._steps["49"].kept) == 1
    assert bench.take("49", "ferry", "kk") and not bench.take("49", "ferry", "kk")
    assert (bench._steps["49"].size, bench.take("49", "ferry", "ru"), bench.take("0", "ferry", "kk")) == (0, None, None)
    for _ in range(9):
        bench.did("49", Did("ferry", "ru", ""))
    assert len(bench._steps["49"].kept) == 4


def test_limit() -> None:
    """So many from one address, so many from all, and in time again; what is remembered does not grow."""
    now = [0.0]
    limit = Limit(often=3, together=5, span_s=60, clock=lambda: now[0])
    assert [limit.take("a") for _ in range(4)] == [0, 0, 0, 61]
    assert [limit.take("b"), limit.take("c"), limit.take("d")] == [0, 0, 61]
    now[0] = 60
    assert limit.take("a") == 0
    limit.forget("a")
    assert [limit.take("a") for _ in range(4)] == [0, 0, 0, 61]


def test_limit_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses that tried longest ago are forgotten."""
    monkeypatch.setattr("l10n.web.limits.KEPT", 10)
    limit = Limit(together=1_000)
    for n in range(100):
        limit.take(f"{n}")
    assert len(limit._of) == 10
