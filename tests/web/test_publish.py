"""The publisher's desk: what the gate says, how it looks, what is built; and a preview that can reach nothing."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from l10n.project import Project
from l10n.text import segment_id
from tests.web.conftest import WITH_UYGHUR
from tests.web.running import Client
from tests.workflow.newsroom import ARTICLE, RUSSIAN, l10n, make, tree, type_in

SETTINGS = (
    WITH_UYGHUR.replace("[gate]", 'variants = ["ug-Cyrl"]\n[gate]').replace('"reviewed"', '"translated"')
    + '[people.dana]\nroles = ["publisher"]\n'
)
CARS = segment_id("p", "It takes 12 cars.")
UYGHUR = {
    "Ferry returns to the Ile river": "پاروم ئىلى دەرياسىغا قايتتى",
    "It takes 12 cars.": "ئۇ 12 ماشىنا ئالىدۇ.",
}
HOSTILE = """
<style>body { background: url(/desk/ru/ferry) url(https://evil.example/x) } * { --x: url(//evil.example/y) }</style>
<script>parent.postMessage({l10n: "segment", segment: "00000000"}, "*"); top.location = "/who"; fetch("/who")</script>
<img src="x" onerror="top.document.title = 'taken'"><svg onload="top.document.title = 'taken'"></svg>
<img name="querySelectorAll" src="https://evil.example/z.gif"><form name="addEventListener"></form>
<a id="away" href="/desk/ru/ferry" target="_top">away</a> <a id="js" href="javascript:top.document.title='taken'">js</a>
<form id="sends" action="/manner" method="post" target="_top"><input name="theme"><button>go</button></form>
<meta http-equiv="refresh" content="0;url=/who"><base href="https://evil.example/"><iframe src="/who"></iframe>
<link rel="stylesheet" href="/static/l10n.css"><object data="/who"></object><embed src="/who">
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A ferry and a well; the ferry is whole in Russian, and begun in Uyghur. dana publishes."""
    project = make(tmp_path, settings=SETTINGS)
    project.source.joinpath("2026").mkdir()
    project.source.joinpath("2026", "well.md").write_text("# The well\n\nIt is *dry*.\n", encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


@pytest.fixture
def dana(bench: str) -> Client:
    """A publisher."""
    return Client(bench).enter("dana")


def verdicts(said: str) -> dict[str, str]:
    """By variant, what the gate says of it."""
    rows = re.findall(r'data-variant="([^"]+)">(.*?)</tr>', said, re.DOTALL)
    return {tag: re.findall(r'class="verdict (\w+)', row)[0] for tag, row in rows}


def test_gate(aigul: Client) -> None:
    """Every variant has its verdict, and what is missed leads to the segments."""
    said = aigul.get("/publish/ug/ferry")

    assert verdicts(said.text) == {
        "en": "ready",
        "ru": "ready",
        "kk": "withheld",
        "ug": "withheld",
        "ug-Cyrl": "withheld",
    }
    missed = re.findall(r'data-miss="(\w+)">\s*<a href="/desk/ug/ferry\?segment=(\w+)"', said.text)
    assert len(missed) == 6
    assert all(one == other for one, other in missed)
    assert CARS not in dict(missed)
    assert verdicts(aigul.get("/publish/ferry").text) == verdicts(said.text)
    assert aigul.get("/publish/ru/2026/well").status == 200


def test_deadline(project: Project, aigul: Client) -> None:
    """Whoever publishes sees until when."""
    assert "due " not in aigul.get("/publish/ferry").text
    project.settings_file.write_text(f"{SETTINGS}[article.ferry]\ndeadline = 2026-12-20\n", encoding="utf-8")
    assert "due December 20, 2026" in aigul.get("/publish/ferry").text


def test_build(project: Project, dana: Client) -> None:
    """A publisher builds: what is ready is in build/, what is not is said."""
    dana.get("/publish/ferry")
    said = dana.post("/build/ferry", {"locale": ""})

    assert said.status == 200
    assert "build/ru/ferry.html" in said.text and "build/en/ferry.html" in said.text
    assert project.build.joinpath("ru", "ferry.html").exists()
    assert not project.build.joinpath("ug").exists()
    assert "6 sentences are not ready" in said.text


@pytest.mark.parametrize(("locale", "tags"), [("ru", ["ru"]), ("ug", ["ug", "ug-Cyrl"])])
def test_builds_their_own(project: Project, bench: str, locale: str, tags: list[str]) -> None:
    """A publisher of one locale builds it, with what is converted from it, and nothing else; the button says so."""
    limited = f'[people.erlan]\nroles = ["publisher"]\nlocales = ["{locale}"]\n'
    project.settings_file.write_text(SETTINGS + limited, encoding="utf-8")
    erlan = Client(bench).enter("erlan")
    assert f">Build {', '.join(tags)}</button>" in erlan.get("/publish/ferry").text
    said = erlan.post("/build/ferry", {"locale": locale}).text
    told = said.partition('class="built"')[2].partition("</section>")[0]

    assert re.findall(r"<b>([\w-]+)</b>", told) == tags and "stay as they are" in told
    assert sorted(project.build.glob("*/ferry.html")) == (
        [project.build / "ru" / "ferry.html"] if locale == "ru" else []
    )


def test_others_stay(project: Project, dana: Client, bench: str) -> None:
    """What is built of another locale stays, whatever changed in its texts meanwhile."""
    dana.get("/publish/ferry")
    dana.post("/build/ferry", {})
    limited = '[people.erlan]\nroles = ["publisher"]\nlocales = ["kk"]\n'
    project.settings_file.write_text(SETTINGS + limited, encoding="utf-8")
    type_in(project.catalog("ferry", "ru"), {"It takes 12 cars.": "Он берёт 12 легковых машин."})
    before = tree(project.build)
    erlan = Client(bench).enter("erlan")
    assert erlan.post("/build/ferry", {}).status == 200
    assert tree(project.build) == before
    dana.post("/build/ferry", {})
    assert "легковых" in project.build.joinpath("ru", "ferry.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("who", ["aigul", "timur"])
def test_who_builds(project: Project, bench: str, who: str) -> None:
    """Nobody else does, and is told who may."""
    other = Client(bench).enter(who)
    said = other.post("/build/ferry", {})

    assert said.status == 403 and "dana" in said.text
    assert not project.build.exists()
    assert "<button" not in other.get("/publish/ferry").text.partition("<main")[2].partition("</main>")[0]


def test_download(project: Project, dana: Client, bench: str) -> None:
    """It is what is in build/, byte for byte; of an article with two files, a ZIP file with both."""
    assert dana.get("/download/ru/ferry").status == 404
    type_in(project.catalog("2026/well", "ru"), {"The well": "Колодец", "It is <em1>dry</em1>.": "Он <em1>сух</em1>."})
    l10n(project.folder, "build")
    said = dana.get("/download/ru/ferry")

    assert said.text == project.build.joinpath("ru", "ferry.html").read_text(encoding="utf-8")
    assert said.headers["content-disposition"] == "attachment; filename*=UTF-8''ferry.html"
    assert said.headers["content-type"] == "application/octet-stream"
    made = dana.bytes("/download/ru/2026/well")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    places = ("ru/2026/well.html", "ru/2026/well.md")
    assert found == {place: project.build.joinpath(place).read_bytes() for place in places}


@pytest.mark.parametrize("place", ["../l10n.toml", "/etc/passwd", "ru/../../l10n.toml", "linked.html"])
def test_forged_manifest(project: Project, dana: Client, place: str) -> None:
    """A manifest that names another file gives none."""
    l10n(project.folder, "build")
    path = project.build / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"] = {place: manifest["files"]["ru/ferry.html"]}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    (project.build / "linked.html").symlink_to(project.folder / "l10n.toml")
    said = dana.get("/download/ru/ferry")

    assert said.status == 400 and "people" not in said.text


def test_preview(project: Project, aigul: Client) -> None:
    """It is a page of its own without an origin, and nothing is written for it."""
    before = tree(project.folder)
    said = aigul.get("/preview/ru/ferry")
    policy = said.headers["content-security-policy"]

    assert said.status == 200
    assert policy.startswith("sandbox allow-scripts; default-src 'none'; img-src 127.0.0.1:")
    assert "allow-same-origin" not in policy and "connect-src" not in policy
    assert f'<span data-segment="{CARS}">Он берёт 12 машин.</span>' in said.text
    assert tree(project.folder) == before
    assert aigul.get("/preview/ug/ferry").status == 404
    assert "پاروم ئىلى" in aigul.get("/preview/ug/ferry?drafts=1").text
    assert "У 12 машина алиду." in aigul.get("/preview/ug-Cyrl/ferry?drafts=1").text


@pytest.mark.parametrize(
    "path",
    ["/publish/nothing", "/publish/de/ferry", "/publish/glossary", "/publish/", "/preview/de/ferry", "/preview/ru/no",
     "/download/de/ferry", "/download/ru/../../l10n.toml", "/publish/ru/..%2F..%2Fl10n.toml"],
)  # fmt: skip
def test_what_is_not_there(dana: Client, path: str) -> None:
    """404, in words."""
    assert dana.get(path).status == 404


def served(client: Client) -> str:
    """Where the pictures of a preview are, with its slash."""
    found = re.search(
        r"img-src [^/ ]+(/asset/\w+/)", client.get("/preview/ru/ferry").headers["content-security-policy"]
    )
    assert found
    return found[1]


def test_picture(project: Project, aigul: Client, bench: str) -> None:
    """A picture needs no cookie, because the preview has none, but the key of the day; it can do nothing either."""
    said = Client(bench).bytes(served(aigul) + "img/ferry.jpg")
    assert said == project.source.joinpath("img", "ferry.jpg").read_bytes()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    project.source.joinpath("img", "map.svg").write_text(drawing, encoding="utf-8")
    answer = aigul.get(served(aigul) + "img/map.svg")

    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert aigul.get("/asset/0123456789abcdef0123456789abcdef/img/ferry.jpg").status == 404


@pytest.mark.parametrize(
    "path",
    ["../l10n.toml", "..%2fl10n.toml", "%2e%2e/l10n.toml", "img/%2e%2e/%2e%2e/l10n.toml", "/etc/passwd",
     "%2fetc%2fpasswd", "ferry.html", "link.png", "out/passwd.png", "img%5cferry.jpg", "img/ferry.jpg%00.png", "img",
     "", "img//ferry.jpg", "..%252fl10n.toml", "%ff.png"],
)  # fmt: skip
def test_no_picture(project: Project, aigul: Client, path: str) -> None:
    """Whatever else lies there, or is said to, is not there."""
    where = served(aigul)
    (project.source / "out").symlink_to("/etc")
    (project.source / "link.png").symlink_to(project.source / "img" / "ferry.jpg")

    assert aigul.get(where + path).status == 404


# --- in a browser


@pytest.mark.parametrize(("tag", "said"), [("ru", "Он берёт 12 машин."), ("ug", UYGHUR["It takes 12 cars."])])
def test_click(page: Page, tag: str, said: str) -> None:
    """A sentence that is clicked opens its segment on the desk."""
    page.goto(f"/publish/{tag}/ferry")
    page.locator("html[data-ready]").wait_for()
    if tag == "ug":
        page.get_by_role("link", name="See it with drafts").click()
        page.locator("html[data-ready]").wait_for()
    sentence = page.frame_locator("iframe.preview").get_by_text(said)
    assert sentence.evaluate("one => getComputedStyle(one).direction") == ("rtl" if tag == "ug" else "ltr")
    sentence.click()
    page.wait_for_url(f"**/desk/{tag}/ferry?segment={CARS}")
    page.locator(f"#s-{CARS}.open").wait_for()


def test_script_variant(page: Page) -> None:
    """The Cyrillic Uyghur is previewed, and leads to the catalog that it comes from; by keyboard as well."""
    page.goto("/publish/ug-Cyrl/ferry?drafts=1")
    page.locator("html[data-ready]").wait_for()
    sentence = page.frame_locator("iframe.preview").get_by_text("У 12 машина алиду.")
    expect(sentence).to_be_visible()
    sentence.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/desk/ug/ferry?segment={CARS}")


def test_picture_shown(project: Project, page: Page) -> None:
    """The pictures of the project are in it."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"/>'
    project.source.joinpath("img", "ferry.svg").write_text(drawing, encoding="utf-8")
    project.source.joinpath("ferry.html").write_text(ARTICLE.replace("ferry.jpg", "ferry.svg"), encoding="utf-8")
    page.goto("/publish/ru/ferry")
    picture = page.frame_locator("iframe.preview").locator("figure img")
    picture.wait_for(state="attached")
    expect(picture).to_have_js_property("naturalWidth", 7)


def test_missed_is_shown(page: Page) -> None:
    """What the gate misses is pointed out in the preview."""
    page.goto("/publish/ug/ferry?drafts=1")
    page.locator("html[data-ready]").wait_for()
    one = page.locator("[data-miss]").last
    segment = one.get_attribute("data-miss")
    page.frame_locator("iframe.preview").locator("h1").wait_for()
    one.hover()
    expect(page.frame_locator("iframe.preview").locator(f"[data-segment='{segment}']").last).to_have_attribute(
        "data-shown", ""
    )


def test_hostile(project: Project, page: Page) -> None:
    """An article with scripts, frames, forms and refreshes reaches neither the workbench nor the net."""
    project.source.joinpath("ferry.html").write_text(ARTICLE.replace("<h1>", f"{HOSTILE}<h1>"), encoding="utf-8")
    asked: list[str] = []
    page.context.route("**/*", lambda route: (asked.append(route.request.url), route.continue_()))
    page.goto("/publish/en/ferry")
    page.locator("html[data-ready]").wait_for()
    frame = page.frame_locator("iframe.preview")
    frame.locator("h1").wait_for()
    for name in ("#away", "#js", "#sends button"):
        frame.locator(name).click()
    frame.locator("#sends input").press("Enter")
    frame.locator("h1").hover()
    where = page.url
    inside = next(one for one in page.frames if "/preview/" in one.url)
    refused = inside.evaluate(
        """async () => {
        const tried = {
            dom: () => parent.document.title, cookie: () => document.cookie, storage: () => localStorage.length,
            top: () => { top.location = "/who"; }, net: () => fetch("/who"), open: () => open("/who").document.title,
        };
        const left = [];
        for (const [name, does] of Object.entries(tried)) {
            try { await does(); left.push(name); } catch { }
        }
        return left;
        }"""
    )

    assert refused == []
    assert page.url == where and page.title() != "taken"
    assert [url for url in asked if any(word in url for word in ("evil.example", "/who", "/desk/", "/manner"))] == []
    frame.locator("h1").click()
    page.wait_for_url("**/desk/en/ferry?segment=*")


def test_forged_message(page: Page) -> None:
    """The page listens to its own frame alone, and to nothing but ids of segments."""
    page.goto("/publish/ru/ferry")
    page.locator("html[data-ready]").wait_for()
    page.frame_locator("iframe.preview").locator("h1").wait_for()
    inside = next(one for one in page.frames if "/preview/" in one.url)
    told = ["'../who'", "null", "{l10n: 'segment', segment: '../../who'}", "{l10n: 'segment', segment: ['00000000']}"]
    for one in told:
        inside.evaluate(f"() => parent.postMessage({one}, '*')")
    page.evaluate("id => window.postMessage({l10n: 'segment', segment: id}, '*')", CARS)
    page.evaluate("() => new Promise((done) => { addEventListener('message', done); postMessage('last', '*'); })")

    assert page.url.endswith("/publish/ru/ferry")
