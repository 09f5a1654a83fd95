"""Who may come in, as what, and for how long."""

from __future__ import annotations

import json
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.routing import Mount, Route

from l10n import po
from l10n.errors import ProjectError
from l10n.project import Project
from l10n.text import segment_id
from l10n.web.accounts import INVITATION, SESSION, TOKEN, Accounts, listing
from l10n.web.app import ROUTES
from l10n.web.server import Door
from tests.web import certificate
from tests.web.running import Answer, Client, raw, running
from tests.web.test_desk import CARS
from tests.workflow.newsroom import LATER, SETTINGS, WHEN, Done, l10n, make, tree

OPEN = "nobody"
"""For everybody who comes."""
ANY = ""
"""For everybody who said who they are; what a person may write, the workflow asks."""
ROLES = {
    "GET /": ANY,
    "GET /who": OPEN,
    "POST /who": OPEN,
    "GET /sign-in": OPEN,
    "POST /sign-in": OPEN,
    "POST /sign-out": OPEN,
    "POST /manner": OPEN,
    "GET /desk/{locale}/{article:path}": ANY,
    "GET /segment/{locale}/{segment}/{article:path}": ANY,
    "POST /save/{locale}/{segment}/{article:path}": ANY,
    "POST /join/{locale}/{segment}/{article:path}": ANY,
    "POST /part/{locale}/{segment}/{article:path}": ANY,
    "POST /undo/{locale}/{article:path}": ANY,
    "POST /redo/{locale}/{article:path}": ANY,
    "GET /mentions/{locale}/{segment}/{article:path}": ANY,
    "GET /cases/{locale}/{segment}/{article:path}": ANY,
    "GET /matches/{locale}/{segment}/{article:path}": ANY,
    "POST /draft/{locale}/{segment}/{article:path}": ANY,
    "GET /past/{locale}/{segment}/{article:path}": ANY,
    "POST /presence/{locale}/{article:path}": ANY,
    "POST /check/{locale}/{segment}/{article:path}": ANY,
    "GET /findings/{locale}/{article:path}": ANY,
    "GET /concordance": ANY,
    "GET /replace/{locale}/{article:path}": ANY,
    "POST /replace/{locale}/{article:path}": ANY,
    "POST /places/{locale}/{article:path}": ANY,
    "GET /review": "editor",
    "GET /review/{locale}/{article:path}": "editor",
    "POST /review/{verb}/{locale}/{segment}/{article:path}": ANY,
    "GET /history/{locale}/{article:path}": ANY,
    "GET /newsroom/segments": ANY,
    "GET /newsroom/findings/{locale}/{article:path}": ANY,
    "GET /publish/{path:path}": ANY,
    "POST /build/{article:path}": "publisher",
    "GET /download/{locale}/{article:path}": ANY,
    "GET /preview/{locale}/{article:path}": ANY,
    "GET /asset/{key}/{place:path}": OPEN,
    "GET /names": ANY,
    "GET /names/{ref:path}": ANY,
    "GET /names/-/uses/{ref:path}": ANY,
    "GET /names/-/remove/{ref:path}": ANY,
    "POST /names/-/remove/{ref:path}": ANY,
    "GET /names/-/card/{locale}/{ref:path}": ANY,
    "GET /names/-/new": ANY,
    "POST /names/-/new": ANY,
    "POST /names/-/again": ANY,
    "POST /names/-/add": ANY,
    "POST /names/-/entry/{ref:path}": ANY,
    "POST /names/-/rendering/{locale}/{ref:path}": ANY,
    "POST /names/-/spell/{locale}/{ref:path}": ANY,
    "POST /names/-/forms/{locale}/{ref:path}": ANY,
    "POST /names/-/undo": ANY,
    "POST /names/-/verdict/{locale}/{ref:path}": "editor",
    "GET /api/openapi.json": OPEN,
    "GET /api/articles": ANY,
    "GET /api/articles/{article:path}": ANY,
    "PUT /api/articles/{article:path}": "publisher",
    "GET /api/variants/{locale}/{article:path}": ANY,
    "GET /api/segments/{locale}/{article:path}": ANY,
    "PUT /api/segment/{locale}/{segment}/{article:path}": ANY,
    "POST /api/verdicts/{verb}/{locale}/{article:path}": ANY,
    "GET /api/findings/{locale}/{article:path}": ANY,
    "GET /api/memory": ANY,
}
"""Of every way into the workbench, whose it is: a new one without a decision fails."""

NAMED = """
[people.dana]
names = ["Dana K."]
roles = ["publisher"]
[people.erlan]
roles = ["translator", "editor"]
locales = ["kk"]
"""
GOOD = {"verb": "approve", "locale": "ru", "article": "ferry", "segment": segment_id(*CARS)}


def routes() -> list[tuple[str, str, str]]:
    """Method, path and role of every route."""
    found = []
    for route in ROUTES:
        if isinstance(route, Mount):
            assert route.path == "/static", "what is mounted asks nobody who they are"
            continue
        assert isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}:
            found.append((method, route.path, getattr(route.endpoint, "role", "no decision")))
    return sorted(found)


def test_every_route_has_its_role() -> None:
    """The table above is what the routes ask for."""
    assert {f"{method} {path}": role for method, path, role in routes()} == ROLES


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> certificate.Certificate:
    return certificate.make(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def newsroom(tmp_path: Path) -> Project:
    """A newsroom of four people."""
    project = make(tmp_path, settings=SETTINGS + NAMED)
    l10n(tmp_path, "sync")
    return project


@pytest.fixture
def house(newsroom: Project, certified: certificate.Certificate) -> Iterator[tuple[Project, Accounts, Client]]:
    """A workbench with accounts and TLS, and a browser at its door."""
    accounts = Accounts.of(newsroom)
    accounts.give("timur", INVITATION, WHEN)
    door = Door(cert=certified.cert, key=certified.key, accounts=accounts.path)
    with running(newsroom.folder, door) as address:
        yield newsroom, accounts, Client(address, trusts=certified.trusting)


def another(client: Client) -> Client:
    """Another browser."""
    return Client(client.base, trusts=client.trusts)


def sign_in(client: Client, invitation: str, after: str = "/") -> Answer:
    client.get("/sign-in")
    return client.post("/sign-in", {"invitation": invitation, "next": after})


# --- the door


@pytest.mark.parametrize(
    ("door", "says"),
    [
        (Door(host="0.0.0.0"), "under which name"),
        (Door(host="::"), "under which name"),
        (Door(host="192.0.2.7"), "speaks TLS, or not at all"),
        (Door(host="0.0.0.0", names=("news.example",)), "speaks TLS, or not at all"),
        (Door(names=("news.example",)), "speaks TLS, or not at all"),
        (Door(is_proxied=True), "under which name"),
        (Door(is_proxied=True, names=("news.example",)), "no accounts"),
        (Door(host="192.0.2.7", cert=Path("cert.pem")), "no accounts"),
        (Door(key=Path("key.pem")), "certificate"),
        (Door(names=("https://news.example",), is_proxied=True), "no name of a host"),
        (Door(names=("жаңалық.example",), is_proxied=True), "no name of a host"),
        (Door(names=("",), is_proxied=True), "no name of a host"),
        (Door(accounts=Path("/nowhere/accounts.json")), "no accounts"),
    ],
    ids=str,
)
def test_what_must_not_be_opened(newsroom: Project, door: Door, says: str) -> None:
    """Beyond this machine nothing is served without accounts, TLS and a name."""
    with pytest.raises(ProjectError, match=says) as caught:
        door.require(newsroom)
    assert caught.value.hint


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.53"])
def test_on_this_machine(newsroom: Project, host: str) -> None:
    """On loopback it needs nothing."""
    door = Door(host=host)
    assert not door.is_beyond and door.require(newsroom) is None
    assert set(door.hosts) == {"127.0.0.1", "localhost", "[::1]"}


@pytest.mark.parametrize(
    ("door", "hosts", "address"),
    [
        (Door(), ("127.0.0.1", "localhost", "[::1]"), "http://127.0.0.1:8010/"),
        (Door(host="::1"), ("127.0.0.1", "localhost", "[::1]"), "http://[::1]:8010/"),
        (Door("192.0.2.7", 443, cert=Path("c")), ("192.0.2.7",), "https://192.0.2.7:443/"),
        (Door("0.0.0.0", 8443, ("news.example",), Path("c")), ("news.example",), "https://news.example:8443/"),
        (Door(names=("news.example",), is_proxied=True), ("news.example",), "https://news.example/"),
        (Door(names=("news.example:9000",), is_proxied=True), ("news.example",), "https://news.example:9000/"),
    ],
    ids=str,
)
def test_names(door: Door, hosts: tuple[str, ...], address: str) -> None:
    """What the Host header may say, and what people type."""
    assert (door.hosts, door.address()) == (hosts, address)


@pytest.mark.parametrize(
    "options",
    [["--host", "0.0.0.0"], ["--behind-proxy"], ["--host", "192.0.2.7", "--cert", "no.pem"], ["--invite", "nobody"]],
)
def test_refused_in_two_lines(newsroom: Project, options: list[str]) -> None:
    """The command says what is missing and what to do, and leaves with 2."""
    done = l10n(newsroom.folder, "serve", *options)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ") and "\nhint: " in done.stderr


def test_certificates_that_are_none(newsroom: Project, certified: certificate.Certificate) -> None:
    """They are refused before anything listens."""
    Accounts.of(newsroom).give("timur", INVITATION, WHEN)
    (newsroom.folder / "bad.pem").write_text("-----BEGIN CERTIFICATE-----\n", encoding="ascii")
    for cert, key in (("bad.pem", certified.key), (certified.cert, "bad.pem"), ("none.pem", certified.key)):
        done = l10n(newsroom.folder, "serve", "--host", "192.0.2.7", "--cert", str(cert), "--key", str(key))
        assert done.returncode == 2 and "the certificate cannot be used" in done.stderr


def test_accounts_are_not_committed(newsroom: Project) -> None:
    """The file lies where git does not look, readable by its owner alone; another place in the project is refused."""
    l10n(newsroom.folder, "serve", "--invite", "aigul")
    path = newsroom.cache / "accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    subprocess.run(["git", "init", "-q"], cwd=newsroom.folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=newsroom.folder, check=True)
    added = subprocess.run(["git", "ls-files"], cwd=newsroom.folder, check=True, capture_output=True, text=True).stdout
    assert ".l10n" not in added

    done = l10n(newsroom.folder, "serve", "--invite", "aigul", "--accounts", "accounts.json")
    assert done.returncode == 2 and "would be committed" in done.stderr
    elsewhere = newsroom.folder.parent / "kept" / "accounts.json"
    assert l10n(newsroom.folder, "serve", "--invite", "aigul", "--accounts", str(elsewhere)).returncode == 0
    assert "aigul" in json.loads(elsewhere.read_bytes())["accounts"]


def invitation(done: Done) -> str:
    assert done.returncode == 0
    return done.stdout.strip().rpartition("#")[2]


def test_commands(newsroom: Project) -> None:
    """Invite, list, make a token, revoke; no secret stands in the file."""
    folder = newsroom.folder
    link = l10n(folder, "serve", "--invite", "aigul", "--name", "news.example", "--behind-proxy")
    assert re.fullmatch(r"https://news\.example/sign-in#[\w-]{43}\n", link.stdout)
    assert re.fullmatch(r"[\w-]{43}\n", l10n(folder, "serve", "--invite", "timur").stdout)
    token = l10n(folder, "serve", "--token", "dana").stdout.strip()
    kept = (newsroom.cache / "accounts.json").read_text(encoding="ascii")
    assert token not in kept and invitation(link) not in kept

    listed = l10n(folder, "serve", "--people").stdout.splitlines()
    assert [line.partition(":")[0] for line in listed] == ["aigul", "dana", "erlan", "timur"]
    assert "translator, every locale; invited until " in listed[0] and "tokens: 1" in listed[1]
    assert listed[2] == "erlan: translator, editor, kk; no account"

    assert l10n(folder, "serve", "--revoke", "dana").returncode == 0
    assert l10n(folder, "serve", "--revoke", "dana").returncode == 1
    assert l10n(folder, "serve", "--invite", "dana", "--people").returncode == 2


def test_an_account_that_nobody_names(newsroom: Project) -> None:
    """Who is no longer in the settings comes in nowhere, whatever they were given."""
    accounts = Accounts.of(newsroom)
    accounts.give("gone", TOKEN, WHEN)
    assert [one.who for one in listing(accounts, newsroom, WHEN) if one.person is None] == ["gone"]
    assert "they come in nowhere" in l10n(newsroom.folder, "serve", "--people").stdout


# --- accounts


def test_what_was_given(tmp_path: Path) -> None:
    """A secret is good for its kind and until its end; an invitation once; none after it was taken back."""
    accounts = Accounts(tmp_path / "accounts.json")
    said = accounts.give("aigul", INVITATION, WHEN)
    assert accounts.who(said, INVITATION, WHEN) == "aigul"
    assert accounts.who(said, SESSION, WHEN) == accounts.who(said[:-1], INVITATION, WHEN) == ""
    assert accounts.who(said, INVITATION, "2026-11-29T07:30:00Z") == "aigul"
    assert accounts.who(said, INVITATION, "2026-11-29T07:30:01Z") == ""

    who, session = accounts.enter(said, LATER)
    assert who == "aigul" and accounts.enter(said, LATER) == ("", "")
    assert accounts.who(session, SESSION, LATER) == "aigul"
    accounts.leave(session, LATER)
    assert accounts.who(session, SESSION, LATER) == ""

    token = accounts.give("aigul", TOKEN, LATER)
    assert accounts.revoke("aigul", LATER) and not accounts.who(token, TOKEN, LATER)


def test_an_invitation_is_good_once(tmp_path: Path) -> None:
    """However many take it at the same moment."""
    accounts = Accounts(tmp_path / "accounts.json")
    said = accounts.give("aigul", INVITATION, WHEN)
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: accounts.enter(said, WHEN)[0], range(8)))
    assert sorted(got) == [""] * 7 + ["aigul"]


def test_a_new_invitation_replaces_the_old(tmp_path: Path) -> None:
    """One is open at a time, and sessions are not without end."""
    accounts = Accounts(tmp_path / "accounts.json")
    old = accounts.give("aigul", INVITATION, WHEN)
    accounts.give("aigul", INVITATION, WHEN)
    assert accounts.who(old, INVITATION, WHEN) == ""
    given = [accounts.give("aigul", SESSION, WHEN) for _ in range(25)]
    assert [bool(accounts.who(one, SESSION, WHEN)) for one in given] == [False] * 5 + [True] * 20


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        '{"version": 2, "accounts": {}}',
        '{"version": 1, "accounts": {"a": 3}}',
        '{"version": 1, "accounts": {"a": [{"kind": "session", "digest": "\\u00e9", "until": "9999"}]}}',
        '{"version": 1, "accounts": {"a": [{"kind": "key", "digest": "%s", "until": "9999"}]}}' % ("0" * 64),
    ],
)
def test_accounts_that_cannot_be_read(tmp_path: Path, said: str) -> None:
    """They open nothing."""
    path = tmp_path / "accounts.json"
    path.write_text(said, encoding="ascii")
    with pytest.raises(ProjectError, match="cannot be read"):
        Accounts(path).who("x", SESSION, WHEN)


# --- signing in


def test_signed_in(house: tuple[Project, Accounts, Client]) -> None:
    """An invitation becomes a session; the page leads on; what is typed is in the name of the account."""
    project, accounts, client = house
    said = client.get("/desk/kk/ferry")
    assert said.url.endswith("/sign-in?next=/desk/kk/ferry")
    said = sign_in(client, accounts.give("aigul", INVITATION, WHEN), "/desk/kk/ferry")
    assert said.status == 200 and said.url.endswith("/desk/kk/ferry")

    fields = {"target": "Ол 12 көлік сыйғызады.", "seen": ""}
    assert client.post(f"/save/kk/{segment_id(*CARS)}/ferry", fields).status == 200
    assert '"who":"aigul"' in project.ledger("ferry", "kk").read_text(encoding="utf-8").replace('": "', '":"')
    (cookie,) = client.jar
    assert (cookie.name, cookie.secure, cookie.path, cookie.domain_specified) == ("__Host-l10n", True, "/", False)


def test_nobody_says_who_they_are(house: tuple[Project, Accounts, Client]) -> None:
    """Where there are accounts nobody comes in by a name."""
    _, _, client = house
    client.get("/sign-in")
    assert client.post("/who", {"who": "timur"}).status == 403
    assert client.get("/").url.endswith("/sign-in?next=/")
    assert client.get("/api/articles", **{"X-L10n-Person": "timur"}).status == 401


def test_good_once(house: tuple[Project, Accounts, Client]) -> None:
    """The second who has the link is refused, with a sentence."""
    _, accounts, client = house
    said = accounts.give("aigul", INVITATION, WHEN)
    assert sign_in(client, said).status == 200
    refused = sign_in(another(client), said)
    assert refused.status == 403 and "not good, or no more" in refused.text


def test_another_session(house: tuple[Project, Accounts, Client]) -> None:
    """Signing in makes everything anew: a cookie that somebody planted is worth nothing."""
    _, accounts, client = house
    client.get("/sign-in")
    planted, csrf = [cookie.value for cookie in client.jar], client.csrf
    sign_in(client, accounts.give("aigul", INVITATION, WHEN))
    assert [cookie.value for cookie in client.jar] != planted and client.csrf != csrf


def test_out_at_once(house: tuple[Project, Accounts, Client]) -> None:
    """A revoked account is out with the next request; so is one that the settings no longer name."""
    project, accounts, client = house
    sign_in(client, accounts.give("aigul", INVITATION, WHEN))
    erlan = another(client)
    sign_in(erlan, accounts.give("erlan", INVITATION, WHEN))
    assert client.get("/desk/kk/ferry").url.endswith("/desk/kk/ferry")
    accounts.revoke("aigul", WHEN)
    before = tree(project.folder)
    assert "/sign-in" in client.get("/desk/kk/ferry").url
    client.post(f"/save/kk/{segment_id(*CARS)}/ferry", {"target": "а", "seen": ""})
    assert tree(project.folder) == before

    settings = project.settings_file.read_text(encoding="utf-8")
    project.settings_file.write_text(settings.partition("[people.erlan]")[0], encoding="utf-8")
    assert "/sign-in" in erlan.get("/").url


def test_signed_out(house: tuple[Project, Accounts, Client]) -> None:
    """Signed out is signed out: a copy of the cookie opens nothing."""
    _, accounts, client = house
    sign_in(client, accounts.give("aigul", INVITATION, WHEN))
    thief = another(client)
    for cookie in client.jar:
        thief.jar.set_cookie(cookie)
    assert "Sign out" in thief.get("/who").text
    assert client.post("/sign-out", {}).url.endswith("/sign-in")
    assert thief.get("/").url.endswith("/sign-in?next=/")


def test_a_session_ends(newsroom: Project, certified: certificate.Certificate) -> None:
    """After a month nobody is signed in."""
    accounts, clock = Accounts.of(newsroom), [WHEN]
    said = accounts.give("aigul", INVITATION, WHEN)
    door = Door(cert=certified.cert, key=certified.key, accounts=accounts.path)
    with running(newsroom.folder, door, lambda: clock[0]) as address:
        client = Client(address, trusts=certified.trusting)
        assert sign_in(client, said).url.endswith("/")
        clock[0] = "2026-12-23T00:00:00Z"
        assert client.get("/").url.endswith("/sign-in?next=/")


def test_too_many_attempts(house: tuple[Project, Accounts, Client]) -> None:
    """Who guesses has to wait; a good invitation does not count."""
    _, accounts, client = house
    assert sign_in(client, accounts.give("aigul", INVITATION, WHEN)).status == 200
    guesser = another(client)
    statuses = [sign_in(guesser, f"guess {n}").status for n in range(12)]
    assert statuses == [403] * 10 + [429] * 2
    refused = sign_in(guesser, accounts.give("aigul", INVITATION, WHEN))
    assert refused.status == 429 and int(refused.headers["retry-after"]) > 0
    token = {"Authorization": f"Bearer {accounts.give('dana', TOKEN, WHEN)}"}
    assert guesser.get("/api/articles", **token).status == 200
    assert guesser.get("/api/articles", Authorization="Bearer guess").status == 429


@pytest.mark.parametrize("path", ["/who/", "/static", "/names/"])
def test_never_sent_on_without_tls(newsroom: Project, path: str) -> None:
    """Behind a proxy that does TLS no answer leads to an address without."""
    Accounts.of(newsroom).give("timur", INVITATION, WHEN)
    with running(newsroom.folder, Door(is_proxied=True, names=("news.example",))) as address:
        said = Client(address, stays=True).get(path, Host="news.example")
    assert "http:" not in said.headers.get("location", "")


def test_behind_a_proxy(newsroom: Project) -> None:
    """The last address that the proxy names is that of the guesser; what they made up before it does not help."""
    accounts = Accounts.of(newsroom)
    accounts.give("timur", INVITATION, WHEN)
    with running(newsroom.folder, Door(names=("news.example",), is_proxied=True)) as address:

        def guess(forwarded: str) -> int:
            lines = ("GET /api/articles HTTP/1.1", "Host: news.example", f"X-Forwarded-For: {forwarded}")
            told = "\r\n".join((*lines, "Authorization: Bearer x", "Connection: close", "", ""))
            return int(raw(address, told.encode()).split()[1])

        assert [guess(f"198.51.100.{n}, 192.0.2.1") for n in range(11)] == [401] * 10 + [429]
        assert guess("192.0.2.1, 192.0.2.2") == 401
        assert [guess(f"2001:db8:0:1::{n:x}") for n in range(11)] == [401] * 10 + [429]
        assert [guess(f"192.0.2.3:{n}") for n in (1024, 65_000)] == [401] * 2 and guess("192.0.2.1:7") == 429
        assert guess("[2001:db8:0:1::1]:443") == 429
        page = (
            raw(address, b"GET /sign-in HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n").decode().lower()
        )
        assert "set-cookie: __host-l10n=" in page and "; secure" in page
        assert b" 421 " in raw(address, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")


def test_accounts_that_break(house: tuple[Project, Accounts, Client]) -> None:
    """Accounts that cannot be read open nothing, and the page says why without saying where."""
    project, accounts, client = house
    sign_in(client, accounts.give("aigul", INVITATION, WHEN))
    accounts.path.write_text("{", encoding="ascii")
    assert "/sign-in" in client.get("/desk/kk/ferry").url
    said = sign_in(client, "x")
    assert said.status == 400 and "accounts cannot be read" in said.text and str(project.folder) not in said.text


# --- roles


@pytest.mark.parametrize(("method", "path", "role"), routes(), ids=lambda one: str(one))
def test_nobody_comes_in(strangers: Client, method: str, path: str, role: str) -> None:
    """What is not for everybody leads to the door, or says 401 to a program."""
    where = re.sub(r"{(\w+)(?::path)?}", lambda match: GOOD.get(match[1], "x"), path)
    strangers.get("/sign-in")
    headers = {"X-CSRF-Token": strangers.csrf, "Content-Type": "application/json"}
    said = strangers.send(method, where, b"{}" if method != "GET" else b"", **headers)
    if role == OPEN:
        assert said.status in (200, 303, 403, 404)
    elif path.startswith("/api/"):
        assert said.status == 401 and said.headers["www-authenticate"].startswith("Bearer")
    else:
        assert said.status == 303 and said.headers["location"].startswith("/sign-in?next=/")


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory, certified: certificate.Certificate) -> Iterator[Client]:
    """Somebody who has no account, at the door of a newsroom that asks for one."""
    project = make(tmp_path_factory.mktemp("newsroom"), settings=SETTINGS)
    l10n(project.folder, "sync")
    accounts = Accounts.of(project)
    accounts.give("timur", INVITATION, WHEN)
    door = Door(cert=certified.cert, key=certified.key, accounts=accounts.path)
    with running(project.folder, door) as address:
        yield Client(address, trusts=certified.trusting, stays=True)


@pytest.mark.parametrize(("method", "path", "role"), [one for one in routes() if one[2] not in (OPEN, ANY)], ids=str)
def test_only_with_the_role(house: tuple[Project, Accounts, Client], method: str, path: str, role: str) -> None:
    """Who has another role, or this one in another locale, is told who may; nothing is changed."""
    project, accounts, client = house
    where = re.sub(r"{(\w+)(?::path)?}", lambda match: GOOD.get(match[1], "x"), path)
    others = [who for who, person in project.settings.people.items() if role not in person.roles]
    others += ["erlan"] * (role == "editor" and "{locale}" in path)
    assert others
    before = tree(project.folder)
    for who in others:
        if path.startswith("/api/"):
            token = accounts.give(who, TOKEN, WHEN)
            told = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
            said = client.send(method, where, b"{}", **told)
        else:
            one = another(client)
            sign_in(one, accounts.give(who, INVITATION, WHEN))
            said = one.send(method, where, b"", **{"X-CSRF-Token": one.csrf})
        assert said.status == 403 and "who may" in said.text
    assert tree(project.folder) == before


def test_only_in_their_locales(house: tuple[Project, Accounts, Client]) -> None:
    """Somebody of another locale reads, and writes nothing."""
    project, accounts, client = house
    sign_in(client, accounts.give("erlan", INVITATION, WHEN))
    assert client.get("/desk/ru/ferry").status == 200
    said = client.post(f"/save/ru/{segment_id(*CARS)}/ferry", {"target": "Он берёт 12 машин.", "seen": ""})
    assert said.status == 403 and "does not work on" in said.text
    assert po.read(project.catalog("ferry", "ru")).by_key()[CARS].target == ""


def test_publishers_type_nothing(house: tuple[Project, Accounts, Client]) -> None:
    """Whoever neither translates nor edits reads the desk; its text is no editor, and what they send is refused."""
    project, accounts, client = house
    sign_in(client, accounts.give("dana", INVITATION, WHEN))
    where = f"/{segment_id(*CARS)}/ferry"
    assert 'contenteditable="false"' in client.get(f"/segment/ru{where}").text
    token = {"Authorization": f"Bearer {accounts.give('dana', TOKEN, WHEN)}", "Content-Type": "application/json"}
    before = tree(project.folder)
    fields = {"target": "Он берёт 12 машин.", "seen": "", "find": "машин", "put": "авто"}
    for path in (f"/save/ru{where}", f"/draft/ru{where}", "/replace/ru/ferry"):
        assert client.post(path, fields).status == 403, path
    body = json.dumps({"target": "Он берёт 12 машин.", "seen": ""}).encode()
    assert client.send("PUT", f"/api/segment/ru{where}", body, **token).status == 403
    assert tree(project.folder) == before


# --- the real thing


def test_with_a_browser(
    newsroom: Project, certified: certificate.Certificate, browser: Browser, tmp_path: Path
) -> None:
    """The command over TLS, in a process of its own: a link brings the invitation, out of sight of every log."""
    folder = newsroom.folder
    tls = ["--host", "127.0.0.1", "--name", "localhost", "--accounts", str(newsroom.cache / "accounts.json")]
    tls += ["--cert", str(certified.cert), "--key", str(certified.key), "--port", "0"]
    said = invitation(l10n(folder, "serve", "--invite", "aigul", *tls))
    command = [sys.executable, "-m", "l10n", "-C", str(folder), "serve", *tls]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stderr is not None
            found = re.search(r"https://localhost:\d+/", serving.stderr.readline())
            assert found
            with browser.new_context(ignore_https_errors=True, locale="en-US") as context:
                page = context.new_page()
                page.goto(f"{found[0]}sign-in#{said}")
                page.locator("html[data-ready]").wait_for()
                assert "#" not in page.url and page.locator("#invitation").input_value() == said
                page.click("button.main")
                page.wait_for_url(found[0])
                page.goto(f"{found[0]}who")
                assert page.locator("h1").inner_text() == "Aigul S."
                page.get_by_role("button", name="Sign out").click()
                page.wait_for_url("**/sign-in")
        finally:
            serving.terminate()
            heard = serving.communicate(timeout=20)[1]
    assert said not in heard and "Traceback" not in heard
