"""The newsroom: the figures of `l10n report`, each of which opens to the segments counted."""

from __future__ import annotations

import html
import json
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from l10n.project import Project
from l10n.reports import STATES
from l10n.text import segment_id
from l10n.web import tally, words
from l10n.web.newsroom import ARTICLES
from l10n.workflow import seen
from tests.web.conftest import WITH_UYGHUR
from tests.web.running import Client
from tests.workflow.newsroom import RUSSIAN, l10n, make, type_in

SETTINGS = (
    WITH_UYGHUR.replace("[gate]", 'variants = ["ug-Cyrl"]\n[gate]')
    + '[article.ferry]\ndeadline = 2026-11-20\n[article."2026/well"]\ndeadline = 2026-12-20\n'
)
WRONG = RUSSIAN | {"The ferry runs again after 15 months.": "Паром снова ходит после 16 месяцев перерыва."}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A ferry, overdue and translated into Russian with a wrong number; a well, begun in Uyghur; and a glossary."""
    project = make(tmp_path, settings=SETTINGS)
    project.source.joinpath("2026").mkdir()
    project.source.joinpath("2026", "well.txt").write_text("The well\n\nIt is dry. It is <deep>.\n", encoding="utf-8")
    project.source.joinpath("glossary.toml").write_text('[[name]]\nform = "Ile"\nkind = "place"\n', encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), WRONG)
    type_in(project.catalog("2026/well", "ug"), {"It is dry.": "ئۇ قۇرۇق."})
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "-l", "ru", "ferry")
    named = segment_id("alt", "A ferry")
    assert l10n(tmp_path, "review", "-l", "ru", "-s", named, "--approve", "--by", "timur").returncode == 0
    return project


def rows_of(said: str) -> dict[tuple[str, str], str]:
    """The rows of the page, by article and locale."""
    found = re.findall(r'<tr data-row="([^"]+) ([^" ]+)">(.*?)</tr>', said, re.DOTALL)
    return {(article, locale): row for article, locale, row in found}


def numbers(row: str) -> dict[str, tuple[int, str]]:
    """The numbers of a row that are links, by what they count, with where they lead."""
    links = re.findall(r'<a [^>]*href="([^"]*number=[^"]*)"[^>]*>(.*?)</a>', row, re.DOTALL)
    told = {}
    for href, said in links:
        address = html.unescape(href)
        figure = re.sub(r"<[^>]+>|\D", "", said)
        told[re.findall(r"number=([^&]+)", address)[0].replace("%20", " ")] = (int(figure or 0), address)
    return told


def test_as_reported(project: Project, aigul: Client) -> None:
    """Row by row and in all totals, the numbers are those of `l10n report --json`."""
    reported = json.loads(l10n(project.folder, "report", "--json").stdout)
    said = aigul.get("/").text
    rows = rows_of(said)
    translated = [row for row in reported["rows"] if not row["converted from"]]

    assert set(rows) == {(row["article"], row["locale"]) for row in translated}
    for row in translated:
        shown = numbers(rows[row["article"], row["locale"]])
        expected = {name: count for name, count in row["segments"].items() if count and name != "total"}
        expected |= {role: count for role, count in row["waits"].items() if count}
        assert {name: count for name, (count, _) in shown.items() if name in {*STATES, *row["waits"]}} == expected
        assert shown["all"][0] == row["words"]["total"]
        assert f">{words.percent(row['share'], 'en')}<" in rows[row["article"], row["locale"]]
        assert ("overdue" in rows[row["article"], row["locale"]]) == row["overdue"]
        assert not row["waiting since"] or f'datetime="{row["waiting since"]}"' in rows[row["article"], row["locale"]]
    totals = dict(re.findall(r'<tr data-total="([^"]+)">(.*?)</tr>', said, re.DOTALL))
    for row in reported["totals"]:
        if row["converted from"]:
            assert row["locale"] in totals[row["converted from"]]
            continue
        shown = numbers(totals[row["locale"]])
        assert {role: shown[role][0] for role, count in row["waits"].items() if count} == {
            role: count for role, count in row["waits"].items() if count
        }
        assert shown["all"][0] == row["words"]["total"]


def test_every_number_opens(aigul: Client) -> None:
    """Each leads to as many segments as it says, and each of these to its place on the desk."""
    said = aigul.get("/").text
    totals = dict(re.findall(r'<tr data-total="([^"]+)">(.*?)</tr>', said, re.DOTALL))
    opened = 0
    for part in (*rows_of(said).values(), *totals.values()):
        for name, (count, address) in numbers(part).items():
            listed = aigul.get(address)
            links = re.findall(r'class="to" href="(/desk/[^"]+\?segment=\w{8})"', listed.text)
            assert listed.status == 200
            assert len(links) == len(set(links))
            assert name == "all" or len(links) == count, address
            opened += 1
    assert opened > 30
    assert aigul.get(links[0]).status == 200


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("locale=ru", {("ferry", "ru"), ("2026/well", "ru"), ("glossary", "ru")}),
        ("waits=editor", {("ferry", "ru"), ("2026/well", "ug")}),
        ("waits=editor&locale=ug", {("2026/well", "ug")}),
        ("overdue=1", {("ferry", "ru"), ("ferry", "kk"), ("ferry", "ug")}),
        ("folder=2026", {("2026/well", "ru"), ("2026/well", "kk"), ("2026/well", "ug")}),
        ("state=reviewed", {("ferry", "ru")}),
        ("q=WELL&locale=kk", {("2026/well", "kk")}),
        ("q=%25", set()),
        ("published=published", set()),
    ],
)
def test_filters(aigul: Client, asked: str, found: set[tuple[str, str]]) -> None:
    """They are links, and leave what fits all of them."""
    said = aigul.get(f"/?{asked}")

    assert said.status == 200
    assert set(rows_of(said.text)) == found


@pytest.mark.parametrize("asked", ["", "&locale=ru", "&folder=2026", "&q=ferry"])
def test_sums(aigul: Client, asked: str) -> None:
    """A filter says how many segments it would leave."""
    said = aigul.get(f"/?{asked}").text
    for name in ("waits=editor", "waits=translator", "state=empty"):
        told = re.search(rf'href="/[^"]*{name}[^"]*">[^<]*<b>(\d+)</b>', said)
        rows = rows_of(said).values()
        shown = [numbers(row).get(name.partition("=")[2], (0, ""))[0] for row in rows]
        assert (int(told[1]) if told else 0) == sum(shown)


@pytest.mark.parametrize(
    ("sort", "first"),
    [("", "2026/well"), ("-name", "glossary"), ("deadline", "ferry"), ("-deadline", "2026/well"), ("words", "ferry"),
     ("-words", "glossary"), ("editor", "ferry"), ("since", "2026/well"), ("done", "2026/well")],
)  # fmt: skip
def test_order(aigul: Client, sort: str, first: str) -> None:
    """By the name, unless another order is asked for."""
    assert next(iter(rows_of(aigul.get(f"/?sort={sort}").text)))[0] == first


def counted(client: Client, path: str) -> str:
    """A page that needs all findings, once they are counted."""
    end = time.monotonic() + 60
    while "counted so far" in (said := client.get(path).text):
        assert time.monotonic() < end
        time.sleep(0.05)
    return said


def test_by_findings(project: Project, aigul: Client) -> None:
    """The worst is first; as long as not everything is counted the page says so, and what is not counted is last."""
    first = aigul.get("/?sort=findings").text
    assert "of 9 texts are counted so far" in first and len(rows_of(first)) == 9
    said = counted(aigul, "/?sort=findings")
    assert next(iter(rows_of(said))) == ("ferry", "kk") and "2 errors" in rows_of(said)["ferry", "ru"]
    assert list(rows_of(counted(aigul, "/?sort=-findings")))[-1][0] == "ferry"
    assert set(rows_of(counted(aigul, "/?found=1&locale=ru"))) == {("ferry", "ru")}

    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    again = aigul.get("/?sort=findings").text
    assert "counted so far" in again and "hx-get" in rows_of(again)["ferry", "ru"]
    assert "2 errors" not in rows_of(counted(aigul, "/?sort=findings"))["ferry", "ru"]


@pytest.mark.parametrize("path", ["/", "/review"])
def test_what_cannot_be_read(project: Project, aigul: Client, timur: Client, path: str) -> None:
    """A broken catalog of one article is told at the head of the page, with its line; all other articles are there."""
    project.catalog("ferry", "ru").write_bytes(b'msgid "')
    said = (aigul if path == "/" else timur).get(path)

    assert said.status == 200 and "1 article cannot be read" in said.text
    assert "locales/ru/ferry.po" in said.text and str(project.folder) not in said.text
    assert path != "/" or ("2026/well", "ru") in rows_of(said.text)


def test_findings_that_cannot_be_counted(project: Project, aigul: Client) -> None:
    """One article that cannot be read keeps no other from being counted."""
    counted(aigul, "/?sort=findings")
    known = tally.of(project)
    places = [(article, locale) for article in project.articles() for locale in project.settings.locales]
    for one in ("ferry.html", "2026/well.txt"):
        (project.source / one).touch()
    project.source.joinpath("ferry.html").write_bytes(b"\xff")
    looked = {
        article.name: seen.stamps_of(seen.paths_of(project, article, project.settings.locales)) for article, _ in places
    }
    end = time.monotonic() + 60
    while len(found := known.of(places, looked)) < 8:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert {name for name, _ in found} == {"2026/well", "glossary"}


@pytest.mark.parametrize(
    "path",
    ["/?locale=de", "/?waits=nobody", "/?sort=x", "/?found=x", "/?page=-1", "/?page=1e9", "/?state=%00",
     "/newsroom/segments?number=x", "/newsroom/segments?findings=x&locale=ru&article=ferry",
     "/newsroom/segments?findings=any&article=ferry"],
)  # fmt: skip
def test_wrong(aigul: Client, path: str) -> None:
    """What stands for nothing is said to."""
    assert aigul.get(path).status == 400


@pytest.mark.parametrize(
    "path",
    ["/newsroom/segments?article=no", "/newsroom/findings/de/ferry", "/newsroom/findings/ru/no",
     "/newsroom/segments?findings=any&locale=ru&article=../l10n"],
)  # fmt: skip
def test_what_is_not_there(aigul: Client, path: str) -> None:
    """404, in words."""
    assert aigul.get(path).status == 404


def test_findings(project: Project, aigul: Client) -> None:
    """They are those of `l10n check`; asked for apart, known from then on, until a file changes."""
    checked = json.loads(l10n(project.folder, "check", "ferry", "-l", "ru", "--json").stdout)
    errors = [one for one in checked["findings"] if one["severity"] == "error"]
    assert errors
    assert 'hx-get="/newsroom/findings/ru/ferry"' in aigul.get("/").text

    said = aigul.get("/newsroom/findings/ru/ferry").text
    assert f"{len(errors)} error" in said
    row = rows_of(aigul.get("/").text)["ferry", "ru"]
    assert "hx-get" not in row and f"{len(errors)} error" in row
    listed = aigul.get("/newsroom/segments?article=ferry&locale=ru&findings=error").text
    assert listed.count('<p class="finding error">') == len(errors)

    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    assert "hx-get" in rows_of(aigul.get("/").text)["ferry", "ru"]
    assert "error" not in aigul.get("/newsroom/findings/ru/ferry").text


def test_published(project: Project, aigul: Client) -> None:
    """What is in build/ is published; once its source changes it is stale."""
    (project.folder / "l10n.toml").write_text(SETTINGS.replace('"reviewed"', '"translated"\nfindings = "none"'))
    l10n(project.folder, "build", "ferry")
    assert 'class="out"' in rows_of(aigul.get("/").text)["ferry", "ru"]
    assert set(rows_of(aigul.get("/?published=published").text)) == {("ferry", "ru")}

    path = project.source / "ferry.html"
    path.write_text(path.read_text(encoding="utf-8").replace("500 tenge", "600 tenge"), encoding="utf-8")
    assert 'class="stale"' in rows_of(aigul.get("/").text)["ferry", "ru"]


def test_pages(project: Project, aigul: Client) -> None:
    """Many articles are shown page by page, each once."""
    for n in range(70):
        project.source.joinpath(f"note-{n:02d}.txt").write_text(f"Note {n}\n", encoding="utf-8")
    names: list[str] = []
    for number in (1, 2, 3):
        rows = rows_of(aigul.get(f"/?page={number}&locale=kk").text)
        assert len(rows) <= ARTICLES
        names += [article for article, _ in rows]

    assert len(names) == len(set(names)) == 73
    assert rows_of(aigul.get("/?page=99").text)


def test_text_is_data(project: Project, aigul: Client) -> None:
    """What stands in an article or an address is shown, and never markup."""
    assert "&lt;deep&gt;" in aigul.get("/newsroom/segments?article=2026/well&locale=ru").text
    assert "<b>x" not in aigul.get("/?q=%3Cb%3Ex").text


# --- in a browser


@pytest.mark.parametrize(("locale", "direction"), [("ru", "ltr"), ("ug", "rtl")])
def test_down_to_a_segment(page: Page, locale: str, direction: str) -> None:
    """From a number to the segments, from a segment to its place on the desk."""
    name = "ferry" if locale == "ru" else "2026/well"
    page.locator(f'tr[data-row="{name} {locale}"] a', has_text="editor").click()
    one = page.locator(".behind li").first
    assert one.locator(".target").evaluate("one => getComputedStyle(one).direction") == direction
    words = one.locator(".target").inner_text()
    one.locator("a.to").click()
    expect(page.locator(".segment.open .editor")).to_have_text(words)


def test_findings_come(page: Page) -> None:
    """They are there a moment after the page, without a click."""
    page.locator("html[data-ready]").wait_for()
    expect(page.locator('tr[data-row="ferry ru"] .findings')).to_contain_text("2 errors")
    page.locator("tbody tr").last.scroll_into_view_if_needed()
    expect(page.locator("[hx-get]")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1024, 1920])
def test_widths(page: Page, width: int) -> None:
    """Nothing sticks out to the side, and by keyboard a filter is a link away."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    page.locator("html[data-ready]").wait_for()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="editor").filter(has_text="editor").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("=editor"))
