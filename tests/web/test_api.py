"""The API: what programs may do, and that its description says just that."""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from l10n import po
from l10n.project import Project
from l10n.text import segment_id
from l10n.web import api
from l10n.web.accounts import TOKEN, Accounts
from l10n.web.openapi import describe
from l10n.web.server import Door
from tests.web import certificate
from tests.web.running import Answer, Client, running
from tests.web.test_desk import CARS
from tests.workflow.newsroom import ARTICLE, RUSSIAN, SETTINGS, WHEN, edit_source, l10n, make, tree, type_in

NAMED = """
[people.dana]
roles = ["publisher"]
"""
PAGE = "<!doctype html><html lang='en'><head><title>Snow</title></head><body><article><p>{}</p></article></body></html>"
MARKDOWN = "# Жол жабылды\n\nАсуда қар жауды. Көлік өтпейді.\n"


ONE = f"/api/segment/{{}}/{segment_id(*CARS)}/ferry"
"""Where a segment is saved, by locale."""


@cache
def described() -> dict[str, Any]:
    return json.loads(json.dumps(describe(api.ROUTES)))  # type: ignore[no-any-return]


@pytest.fixture
def newsroom(tmp_path: Path) -> Project:
    """An article whose Russian is reviewed."""
    project = make(tmp_path, settings=SETTINGS.replace('locales = ["en", "ru", "kk"]', LOCALES) + NAMED)
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "-l", "ru")
    assert l10n(tmp_path, "review", "-l", "ru", "--approve", "--by", "timur").returncode == 0
    return project


LOCALES = 'locales = ["en", "ru", "kk"]\nvariants = ["kk-Latn"]'


class Program:
    """A program that speaks to the API in the name of a person, and holds every answer against the description."""

    def __init__(self, base: str, who: str) -> None:
        self.client = Client(base)
        self.who = who

    def __call__(self, method: str, path: str, body: Any = b"", **headers: str) -> Answer:
        said = self.client.send(method, path, body, **{"X-L10n-Person": self.who, **headers})
        check(method, path, said)
        return said


def check(method: str, path: str, said: Answer) -> None:
    """Status, type and content of an answer are those that the description names."""
    operation = operation_of(method, urllib.parse.urlsplit(path).path)
    responses = operation["responses"]
    assert str(said.status) in responses, f"{method} {path}: {said.status} is not described: {said.text}"
    if said.status == 304:
        assert said.text == ""
        return
    content = responses[str(said.status)]["content"]
    kind = said.headers["content-type"].partition(";")[0]
    assert kind in content
    assert (kind == "application/problem+json") == (said.status >= 400)
    if "json" in kind:
        schema = content[kind]["schema"] | {"components": described()["components"]}
        Draft202012Validator(schema).validate(said.data)


def operation_of(method: str, path: str) -> dict[str, Any]:
    for template, methods in described()["paths"].items():
        pattern = re.sub(r"{article}", ".+", re.sub(r"{(?!article)\w+}", "[^/]+", template))
        if re.fullmatch(pattern, path) and method.lower() in methods:
            return methods[method.lower()]  # type: ignore[no-any-return]
    raise AssertionError(f"{method} {path} is not described")


@pytest.fixture
def address(newsroom: Project) -> Iterator[str]:
    with running(newsroom.folder) as found:
        yield found


@pytest.fixture
def aigul(address: str) -> Program:
    return Program(address, "aigul")


@pytest.fixture
def timur(address: str) -> Program:
    return Program(address, "timur")


@pytest.fixture
def dana(address: str) -> Program:
    return Program(address, "dana")


# --- the description


def test_described() -> None:
    """It is OpenAPI 3.1, as a program says that nobody here wrote, and names just the routes that are."""
    validate(described())
    named = {(method.upper(), path) for path, methods in described()["paths"].items() for method in methods}
    there = {
        (method, route.path.replace(":path", ""))
        for route in api.ROUTES
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert named == there


def test_served(address: str) -> None:
    """It is there for everybody."""
    said = Client(address).get("/api/openapi.json")
    assert said.data == described()


def test_every_body_is_read(address: str, timur: Program) -> None:
    """What the schemas of bodies forbid, the routes refuse; what they ask for, they ask for."""
    schemas = described()["components"]["schemas"]
    where = {
        "Typed": ("PUT", ONE.format("ru")),
        "Verdict": ("POST", "/api/verdicts/approve/ru/ferry"),
    }
    bodies: list[Any] = [[], "x", None, {}, {"x": 1}, {"target": 1, "seen": ""}, {"target": "", "seen": "", "later": 1}]
    bodies += [{"segments": []}, {"segments": [1]}, {"segments": [{"segment": "a", "digest": "b"}]}, {"segments": {}}]
    bodies += [{"target": "a", "seen": "a", "more": ""}, {"segments": [{"segment": 1, "digest": 2}]}]
    for name, (method, path) in where.items():
        validator = Draft202012Validator(schemas[name] | {"components": described()["components"]})
        for body in bodies:
            assert validator.is_valid(body) is False
            assert timur(method, path, body).status == 400


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000, b'{"target": "\\ud800", "seen": ""}', b"{" * 9])
def test_what_is_no_json(aigul: Program, body: bytes) -> None:
    """It is refused, and nothing breaks."""
    assert aigul("PUT", ONE.format("ru"), body).status == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("DELETE", "/api/articles/ferry", 405),
        ("GET", "/api/verdicts/approve/ru/ferry", 405),
    ],
)
def test_what_is_not_there(address: str, method: str, path: str, status: int) -> None:
    """Where no operation is, the refusal is of the same form."""
    said = Client(address).send(method, path)
    assert said.headers["content-type"] == "application/problem+json"
    assert said.status == said.data["status"] == status


def test_refused_at_the_door(address: str) -> None:
    """So is that of another host, and of what is too long."""
    said = Client(address).get("/api/articles", Host="news.example")
    assert (said.headers["content-type"], said.data["status"]) == ("application/problem+json", 421)
    said = Client(address).send("PUT", "/api/articles/snow", b"x" * 4_000_001, **{"X-L10n-Person": "dana"})
    assert (said.headers["content-type"], said.data["status"]) == ("application/problem+json", 413)


# --- who


def test_who(address: str) -> None:
    """On this machine a header says who it is; without, and for somebody whom nobody names, 401."""
    for headers in ({}, {"X-L10n-Person": "nobody"}, {"X-L10n-Person": ""}, {"Authorization": "Bearer x"}):
        said = Client(address).get("/api/articles", **headers)
        check("GET", "/api/articles", said)
        assert said.status == 401 and "X-L10n-Person" in said.data["detail"]


def test_no_cookie_opens_it(address: str) -> None:
    """Somebody who is signed in to the pages is nobody here: nothing of the API can be forged."""
    client = Client(address).enter("timur")
    assert client.get("/api/articles").status == 401
    assert client.send("OPTIONS", "/api/articles", b"", Origin="http://news.example").status == 405


def test_with_a_token(newsroom: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Beyond this machine a token of an account says who it is, and the header says nothing."""
    accounts = Accounts.of(newsroom)
    token = accounts.give("dana", TOKEN, WHEN)
    made = certificate.make(tmp_path_factory.mktemp("certificate"))
    with running(newsroom.folder, Door(cert=made.cert, key=made.key, accounts=accounts.path)) as address:
        client = Client(address, trusts=made.trusting)
        for said in ("Bearer", "Bearer  ", f"Basic {token}", token, f"Bearer {token[:-1]}"):
            assert client.get("/api/articles", Authorization=said).status == 401
        assert client.get("/api/articles", **{"X-L10n-Person": "dana"}).status == 401
        told = {"Authorization": f"bearer {token}"}
        assert client.get("/api/articles", **told).status == 200
        done = client.send("PUT", "/api/articles/snow", PAGE.format("It snows.").encode(), **told, **HTML)
        assert done.status == 201
        accounts.revoke("dana", WHEN)
        assert client.get("/api/articles", **told).status == 401


HTML = {"Content-Type": "text/html; charset=utf-8"}

# --- articles


def test_listed(newsroom: Project, aigul: Program) -> None:
    """The rows are those of the report."""
    (one,) = aigul("GET", "/api/articles").data["articles"]
    report = json.loads(l10n(newsroom.folder, "report", "--json").stdout)
    told = [row | {"overdue": False} for row in report["rows"]]
    assert one["rows"] == told
    (one,) = aigul("GET", "/api/articles?locale=ru").data["articles"]
    assert [row["locale"] for row in one["rows"]] == ["ru"]
    assert aigul("GET", "/api/articles?locale=de").status == 404


def test_by_pages(newsroom: Project, aigul: Program) -> None:
    """Page by page, each article once."""
    for n in range(7):
        (newsroom.source / f"a{n}.txt").write_text(f"Text {n}.\n", encoding="utf-8")
    found, after = [], ""
    for _ in range(4):
        said = aigul("GET", f"/api/articles?limit=3&after={after}").data
        found += [one["name"] for one in said["articles"]]
        after = said["next"]
        if not after:
            break
    assert found == [*(f"a{n}" for n in range(7)), "ferry"]
    for limit in ("0", "-1", "1001", "x", "1e3", "٣"):
        assert aigul("GET", f"/api/articles?limit={urllib.parse.quote(limit)}").status == 400


def test_pushed(newsroom: Project, dana: Program) -> None:
    """A new article is in the project, synced, and comes back as it was."""
    data = PAGE.format("It snows on the pass. No car gets through.").encode()
    said = dana("PUT", "/api/articles/2026%2Fsnow", data, **HTML)
    assert said.status == 201 and said.headers["etag"] == said.data["etag"]
    assert (newsroom.source / "2026" / "snow.html").read_bytes() == data
    assert {entry.source for entry in po.read(newsroom.catalog("2026/snow", "kk")).entries} == {
        "Snow",
        "It snows on the pass.",
        "No car gets through.",
    }
    back = dana("GET", "/api/articles/2026/snow")
    assert (back.text.encode(), back.headers["etag"]) == (data, said.data["etag"])
    assert "sandbox" in back.headers["content-security-policy"]
    assert back.headers["content-disposition"] == "attachment"


def test_pushed_in_another_format(newsroom: Project, dana: Program) -> None:
    """By media type or by name; the source locale is what settings and article say."""
    settings = newsroom.settings_file.read_text(encoding="utf-8")
    newsroom.settings_file.write_text(settings + '[article.road]\nsource-locale = "kk"\n', encoding="utf-8")
    said = dana("PUT", "/api/articles/road", MARKDOWN.encode(), **{"Content-Type": "text/markdown"})
    assert (said.status, said.data["file"]) == (201, "source/road.md")
    said = dana("PUT", "/api/articles/note?format=text", b"It snows.\n")
    assert (said.status, said.data["format"]) == (201, "text")


def test_pushed_again(newsroom: Project, dana: Program) -> None:
    """A version takes the place of exactly the one that the sender knew; approvals go the way of every edit."""
    etag = dana("GET", "/api/articles/ferry").headers["etag"]
    new = ARTICLE.replace("12 cars", "14 cars").encode()
    said = dana("PUT", "/api/articles/ferry", new, **HTML, **{"If-Match": etag})
    assert said.status == 200
    changes = {one["locale"]: one["changes"] for one in said.data["synced"]}
    assert any("number" in change["reason"] for change in changes["ru"])

    before = tree(newsroom.folder)
    said = dana("PUT", "/api/articles/ferry", ARTICLE.encode(), **HTML, **{"If-Match": etag})
    assert said.status == 412 and said.data["etag"] == dana("GET", "/api/articles/ferry").headers["etag"]
    assert dana("PUT", "/api/articles/ferry", ARTICLE.encode(), **HTML).status == 428
    assert dana("PUT", "/api/articles/ferry", ARTICLE.encode(), **HTML, **{"If-None-Match": "*"}).status == 412
    assert dana("PUT", "/api/articles/snow", ARTICLE.encode(), **HTML, **{"If-Match": etag}).status == 412
    assert tree(newsroom.folder) == before

    said = dana("PUT", "/api/articles/snow", ARTICLE.encode(), **HTML, **{"If-Match": "*"})
    assert (said.status, said.data["title"], said.data["etag"]) == (412, "there is no such article", "")
    now = dana("GET", "/api/articles/ferry").headers["etag"]
    for named in (f'"{"0" * 64}", W/{now}', "*"):
        assert dana("PUT", "/api/articles/ferry", new, **HTML, **{"If-Match": named}).status == 200

    said = dana("PUT", "/api/articles/ferry", ARTICLE.encode(), **HTML)
    edit_source(newsroom, "14 cars", "15 cars")  # somebody else, under the open page
    etag = said.data["etag"]
    assert dana("PUT", "/api/articles/ferry", ARTICLE.encode(), **HTML, **{"If-Match": etag}).status == 412


def test_pushed_twice_at_once(newsroom: Project, dana: Program) -> None:
    """Of many that push one new article at the same moment one is the first, and the others hear so."""
    bodies = [PAGE.format(f"Version {n}.").encode() for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        said = list(pool.map(lambda body: dana("PUT", "/api/articles/snow", body, **HTML), bodies))
    assert sorted(one.status for one in said) == [201] + [428] * 5
    (first,) = [body for body, one in zip(bodies, said, strict=True) if one.status == 201]
    assert (newsroom.source / "snow.html").read_bytes() == first


@pytest.mark.parametrize(
    ("name", "data", "kind", "status"),
    [
        ("snow", b"\xff\xfe\xff", "text/plain", 409),
        ("snow", b"", "text/html", 409),
        ("snow", b"It snows.\0", "text/plain", 409),
        ("snow", PAGE.replace("'en'", "'de'").encode(), "text/html", 409),
        ("snow", b"It snows.", "application/pdf", 400),
        ("snow", b"It snows.", "", 400),
        ("ferry", b"It snows.", "text/plain", 400),
        ("Ferry", PAGE.encode(), "text/html", 400),
        ("glossary", b"It snows.", "text/plain", 400),
        ("../snow", b"It snows.", "text/plain", 400),
        ("a/../../snow", b"It snows.", "text/plain", 400),
        (".hidden", b"It snows.", "text/plain", 400),
        ("a/.git/hooks", b"It snows.", "text/plain", 400),
        ("/etc/snow", b"It snows.", "text/plain", 400),
        ("a//b", b"It snows.", "text/plain", 400),
        ("a\\b", b"It snows.", "text/plain", 400),
        ("a\0b", b"It snows.", "text/plain", 400),
        ("\ufffd", b"It snows.", "text/plain", 400),
        ("a\u202eb", b"It snows.", "text/plain", 400),
        (" a", b"It snows.", "text/plain", 400),
        ("a" * 300, b"It snows.", "text/plain", 400),
        ("a/" * 600 + "b", b"It snows.", "text/plain", 400),
        ("ferry.html/a", b"It snows.", "text/plain", 400),
        ("img/ferry.jpg/a", b"It snows.", "text/plain", 400),
    ],
)
def test_what_is_not_taken(newsroom: Project, dana: Program, name: str, data: bytes, kind: str, status: int) -> None:
    """It is refused with the reason, and nothing is there that was not before."""
    before = tree(newsroom.folder)
    headers = {"Content-Type": kind} if kind else {"Content-Type": "application/octet-stream"}
    said = dana("PUT", f"/api/articles/{urllib.parse.quote(name, safe='')}", data, **headers)
    assert (said.status, said.data["status"]) == (status, status), said.text
    assert str(newsroom.folder) not in said.text
    assert tree(newsroom.folder) == before


def test_through_no_link(newsroom: Project, dana: Program, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link that leads out of the project takes nothing there."""
    outside = tmp_path_factory.mktemp("outside")
    (newsroom.source / "out").symlink_to(outside)
    said = dana("PUT", "/api/articles/out%2Fsnow", b"It snows.", **{"Content-Type": "text/plain"})
    assert said.status == 400 and list(outside.iterdir()) == []


def test_catalogs_that_cannot_follow(newsroom: Project, dana: Program) -> None:
    """Where a catalog cannot be read, the article stays as it is, too."""
    newsroom.catalog("ferry", "kk").write_text('msgid "a\n', encoding="utf-8")
    etag = dana("GET", "/api/articles/ferry").headers["etag"]
    before = tree(newsroom.folder)
    said = dana("PUT", "/api/articles/ferry", ARTICLE.replace("12", "14").encode(), **HTML, **{"If-Match": etag})
    assert said.status == 409 and "locales/kk/ferry.po" in said.text
    assert tree(newsroom.folder) == before


# --- variants


def test_fetched(newsroom: Project, dana: Program) -> None:
    """A variant is, byte for byte, what a build writes; nothing is written for it."""
    before = tree(newsroom.folder)
    said = dana("GET", "/api/variants/ru/ferry")
    assert said.status == 200 and "Он берёт 12 машин." in said.text
    assert tree(newsroom.folder) == before
    l10n(newsroom.folder, "build")
    assert said.text == (newsroom.build / "ru" / "ferry.html").read_text(encoding="utf-8")
    assert dana("GET", "/api/variants/en/ferry").status == 200


def test_fetched_again(newsroom: Project, dana: Program) -> None:
    """Who has it hears just that; after a change it comes."""
    etags = {path: dana("GET", path).headers["etag"] for path in ("/api/articles/ferry", "/api/variants/en/ferry")}
    for path, etag in etags.items():
        for named in (etag, f"W/{etag}", f'"x", {etag}', "*"):
            assert dana("GET", path, **{"If-None-Match": named}).status == 304
    edit_source(newsroom, "12 cars", "14 cars")
    for path, etag in etags.items():
        assert dana("GET", path, **{"If-None-Match": etag}).status == 200


@pytest.mark.parametrize(
    "path",
    ["/api/variants/ru/ferry?as=x", "/api/findings/ru/ferry?drafts=yes", "/api/segments/ru/ferry?state=new"],
)
def test_words_of_addresses(dana: Program, path: str) -> None:
    """What the description does not name is refused, and what it does is said."""
    said = dana("GET", path)
    assert said.status == 400 and "is one of: " in said.data["title"]


def test_not_ready(newsroom: Project, dana: Program) -> None:
    """Below the gate: what is missing, segment by segment; of a script variant, too."""
    for tag in ("kk", "kk-Latn"):
        said = dana("GET", f"/api/variants/{tag}/ferry")
        assert said.status == 409 and said.data["share"] == 0
        assert segment_id(*CARS) in [one["segment"] for one in said.data["missing"]]
        assert {one["why"] for one in said.data["missing"]} == {"empty"}
    assert dana("GET", "/api/variants/de/ferry").status == 404


def test_a_page_of_markdown(newsroom: Project, dana: Program) -> None:
    """An article in Markdown is there in Markdown, and as a page."""
    dana("PUT", "/api/articles/note", b"# Snow\n\nIt snows.\n", **{"Content-Type": "text/markdown"})
    own = dana("GET", "/api/variants/en/note")
    assert own.headers["content-type"].startswith("text/markdown") and own.text.endswith("# Snow\n\nIt snows.\n")
    page = dana("GET", "/api/variants/en/note?as=page")
    assert page.headers["content-type"].startswith("text/html") and "<p>It snows.</p>" in page.text


# --- segments


def test_segments(aigul: Program) -> None:
    """Every segment with its text and state; those of one state where it is asked for."""
    found = aigul("GET", "/api/segments/ru/ferry").data["segments"]
    assert {one["source"]: one["target"] for one in found} == RUSSIAN
    assert {one["state"] for one in found} == {"reviewed"}
    assert aigul("GET", "/api/segments/ru/ferry?state=initial").data["segments"] == []
    assert aigul("GET", "/api/segments/ru/ferry?state=done").status == 400
    assert aigul("GET", "/api/segments/de/ferry").status == 404


def test_saved(newsroom: Project, aigul: Program, timur: Program) -> None:
    """What is typed is in the catalog, in the name of its writer; over another text it is not."""
    path = ONE.format("kk")
    said = aigul("PUT", path, {"target": "Ол 12 көлік сыйғызады.", "seen": ""})
    assert said.status == 200
    assert (said.data["state"], said.data["translators"]) == ("translated", ["aigul"])
    stale = timur("PUT", path, {"target": "Оған 12 көлік сыяды.", "seen": ""})
    assert stale.status == 409
    assert stale.data["segment"]["target"] == "Ол 12 көлік сыйғызады."
    assert stale.data["yours"] == "Оған 12 көлік сыяды."
    assert po.read(newsroom.catalog("ferry", "kk")).by_key()[CARS].target == "Ол 12 көлік сыйғызады."
    later = aigul("PUT", path, {"target": "Оған", "seen": "Ол 12 көлік сыйғызады.", "later": True})
    assert (later.status, later.data["state"]) == (200, "initial")
    assert aigul("PUT", "/api/segment/kk/00000000/ferry", {"target": "а", "seen": ""}).status == 404
    assert aigul("PUT", path, {"target": "а\x07", "seen": "Оған"}).status == 400


def judge(who: Program, verb: str, *texts: dict[str, Any], locale: str = "kk", **more: str) -> Answer:
    """Say something of texts as they were read."""
    named = [{"segment": one["segment"], "digest": one["digest"] or "0" * 12} for one in texts]
    return who("POST", f"/api/verdicts/{verb}/{locale}/ferry", {"segments": named, **more})


def standing(who: Program, locale: str = "kk") -> dict[str, dict[str, Any]]:
    """The segments as they are now, by id."""
    return {one["segment"]: one for one in who("GET", f"/api/segments/{locale}/ferry").data["segments"]}


def test_approved(newsroom: Project, aigul: Program, timur: Program) -> None:
    """The editor approves exactly the text that was read, and nobody else approves."""
    path = ONE.format("kk")
    read = aigul("PUT", path, {"target": "Ол 12 көлік сыйғызады.", "seen": ""}).data
    assert judge(aigul, "approve", read).status == 403
    aigul("PUT", path, {"target": "Оған 12 көлік сыяды.", "seen": "Ол 12 көлік сыйғызады."})
    stale = judge(timur, "approve", read)
    assert stale.status == 409 and [one["segment"] for one in stale.data["skipped"]] == [read["segment"]]

    now = standing(timur)
    empty = next(one for one in now.values() if not one["target"])
    said = judge(timur, "approve", now[read["segment"]], empty)
    assert said.status == 200
    assert said.data["done"] == [read["segment"]]
    assert [one["segment"] for one in said.data["skipped"]] == [empty["segment"]]
    one = standing(timur)[read["segment"]]
    assert (one["state"], one["reviewers"]) == ("reviewed", ["timur"])
    assert judge(timur, "final", one).status == 200
    assert standing(timur)[read["segment"]]["state"] == "final"


def test_sent_back(newsroom: Project, aigul: Program, timur: Program) -> None:
    """With a reason alone; what was said is taken back by whoever said it, and by any editor."""
    one = aigul("PUT", ONE.format("kk"), {"target": "Ол 12 көлік сыйғызады.", "seen": ""}).data
    assert judge(timur, "send-back", one).status == judge(timur, "send-back", one, reason=" ").status == 400
    assert judge(aigul, "send-back", one, reason="Which ferry?").status == 403
    assert judge(timur, "send-back", one, reason="Which ferry?").data["done"] == [one["segment"]]
    now = standing(timur)[one["segment"]]
    assert (now["state"], now["reason"], now["note"]) == ("initial", "sent back", "Which ferry?")
    assert judge(aigul, "withdraw", now).status == 409
    assert judge(timur, "withdraw", now).status == 200
    assert standing(timur)[one["segment"]]["state"] == "translated"


def test_accepted(newsroom: Project, aigul: Program, timur: Program) -> None:
    """What nobody stands for is somebody's from then on; what claims nothing is skipped."""
    type_in(newsroom.catalog("ferry", "kk"), {CARS[1]: "Ол 12 көлік сыйғызады."})
    (one,) = [one for one in standing(aigul).values() if one["target"]]
    assert judge(timur, "accept", one).data["done"] == [one["segment"]]
    assert standing(timur)[one["segment"]]["translators"] == ["timur"]
    assert judge(timur, "accept", one).status == 409


def test_waived(newsroom: Project, aigul: Program, timur: Program) -> None:
    """A finding of exactly one text, with a reason; and it counts again."""
    path = ONE.format("ru")
    one = aigul("PUT", path, {"target": "Он берёт 13 машин.", "seen": "Он берёт 12 машин."}).data

    def found() -> set[str]:
        told = aigul("GET", "/api/findings/ru/ferry").data["findings"]
        return {f"{one['check']}.{one['rule']}" for one in told}

    (code,) = {code for code in found() if code.startswith("numbers.")}
    assert judge(timur, "waive", one, locale="ru", finding=code).status == 400
    assert judge(timur, "waive", one, locale="ru", reason="A detour.").status == 400
    assert judge(timur, "waive", one, locale="ru", finding="x.y", reason="A detour.").status == 400
    assert judge(timur, "approve", one, locale="ru", finding=code).status == 400
    assert judge(aigul, "waive", one, locale="ru", finding=code, reason="A detour.").status == 403
    assert judge(timur, "waive", one | {"digest": "0" * 12}, locale="ru", finding=code, reason="No.").status == 409
    others = [other for other in standing(timur, "ru").values() if other["segment"] != one["segment"]]
    assert judge(timur, "waive", one, others[0], locale="ru", finding=code, reason="A detour.").status == 400
    assert code in found()
    assert judge(timur, "waive", one, locale="ru", finding=code, reason="A detour.").data["done"] == [one["segment"]]
    assert code not in found()
    assert judge(timur, "unwaive", one, locale="ru", finding=code).status == 200
    assert code in found()


@pytest.mark.parametrize("verb", ["praise", "-", "Approve"])
def test_no_such_verb(timur: Program, verb: str) -> None:
    """404, as for every address of nothing."""
    assert judge(timur, verb, {"segment": segment_id(*CARS), "digest": "0" * 12}).status == 404


def test_findings(newsroom: Project, aigul: Program) -> None:
    """They are those of `l10n check`."""
    path = ONE.format("ru")
    aigul("PUT", path, {"target": "Он берёт 13 машин.", "seen": "Он берёт 12 машин."})
    said = aigul("GET", "/api/findings/ru/ferry").data
    told = json.loads(l10n(newsroom.folder, "check", "-l", "ru", "--json").stdout)
    assert said["findings"] == told["findings"] and said["texts"] == told["counts"]["texts"]
    assert "numbers" in {one["check"] for one in said["findings"]}


def test_memory(newsroom: Project, aigul: Program) -> None:
    """Matches are those of `l10n memory search`."""
    text = "It takes 14 cars."
    said = aigul("GET", f"/api/memory?target=ru&text={urllib.parse.quote(text)}")
    told = json.loads(l10n(newsroom.folder, "memory", "search", text, "-l", "ru", "--json").stdout)
    assert said.data["matches"] == told and told[0]["target"] == "Он берёт 14 машин."
    assert aigul("GET", "/api/memory").status == 400
    assert aigul("GET", f"/api/memory?text={'a' * 5_001}").status == 400
