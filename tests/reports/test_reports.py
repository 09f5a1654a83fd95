"""A report counts every segment once, and says the same in every form."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import reports
from l10n.model import State
from l10n.reports import STATES, Counted, Row, width_of
from tests.programs import need

PEOPLE = st.sampled_from(["", "aigul", "marat", "l10n"])
WHEN = st.sampled_from(["", "2026-11-20T08:00:00Z", "2026-11-21T09:30:00Z", "2026-11-22T07:00:00Z"])
NAMES = ("border", "2026/қысқа-хабар", "очерк/ветер", "خەۋەر-ئالمۇتا", "新闻")


def counted(state: State, reason: str, words: int, claim: bool, again: bool, since: str, who: str) -> Counted:
    initial = state is State.INITIAL
    again = again and initial and reason == "sent back"
    kept = not initial and words % 3 == 0
    return Counted(words, state, reason if initial else "", claim, again, words % 7 == 0, kept, since, who)


SEGMENTS = st.lists(
    st.builds(
        counted,
        st.sampled_from(State),
        st.sampled_from(STATES[:5]),
        st.integers(0, 60),
        st.booleans(),
        st.booleans(),
        WHEN,
        PEOPLE,
    ),
    max_size=30,
)
ROWS = st.dictionaries(st.tuples(st.sampled_from(NAMES), st.sampled_from(["en", "ru", "kk", "ug"])), SEGMENTS)


def rows_of(table: dict[tuple[str, str], list[Counted]]) -> list[Row]:
    return [reports.tally(article, locale, segments) for (article, locale), segments in table.items()]


def example(**more: object) -> reports.Report:
    """Two articles in two locales, one of them late."""
    done = [Counted(12, State.REVIEWED, since="2026-11-20T08:00:00Z", who="aigul")] * 5
    open_ = [
        Counted(9, State.INITIAL, "empty"),
        Counted(8, State.INITIAL, "draft", since="2026-11-19T08:00:00Z", who="l10n"),
        Counted(7, State.INITIAL, "source changed", since="2026-11-18T08:00:00Z", who="marat"),
        Counted(6, State.INITIAL, "sent back", question=True, since="2026-11-21T08:00:00Z", who="aigul"),
        Counted(5, State.TRANSLATED, claim=True, since="2026-11-17T08:00:00Z", who="marat"),
        Counted(4, State.TRANSLATED, since="2026-11-16T08:00:00Z", who="marat"),
        Counted(3, State.FINAL, since="2026-11-15T08:00:00Z", who="aigul"),
    ]
    rows = [
        reports.tally("border", "kk", open_),
        reports.tally("border", "en", done),
        reports.tally("2026/خەۋەر", "ug", done + open_[:1]),
        reports.tally("2026/خەۋەر", "kk", []),
    ]
    return reports.report(rows, deadlines={"border": "2026-11-20"}, today="2026-11-22", **more)  # type: ignore[arg-type]


@settings(max_examples=30)
@given(ROWS)
def test_sums(table: dict[tuple[str, str], list[Counted]]) -> None:
    """Segments and words by state add up, in rows and totals, and each waits for exactly one person."""
    report = reports.report(rows_of(table))

    for row in report.rows:
        segments = table[row.article, row.locale]
        assert row.segment_count == len(segments) == sum(row.waits().values())
        assert row.word_count == sum(segment.words for segment in segments)
        assert row.claimed_segments <= row.segment_count and row.claimed_words <= row.word_count
        assert row.waits()["editor"] == sum(s.state is State.TRANSLATED or s.resubmitted for s in segments)
        assert row.questions == sum(segment.question for segment in segments)
        assert row.unchanged == sum(segment.unchanged for segment in segments)
    for total in report.totals:
        rows = [row for row in report.rows if row.locale == total.locale]
        assert total.segment_count == sum(row.segment_count for row in rows)
        for place in range(len(STATES)):
            assert total.words[place] == sum(row.words[place] for row in rows)
            assert total.segments[place] == sum(row.segments[place] for row in rows)
        assert total.unchanged == sum(row.unchanged for row in rows)
        assert total.waits() == {role: sum(row.waits()[role] for row in rows) for role in total.waits()}
    assert {total.locale for total in report.totals} == {row.locale for row in report.rows}


@settings(max_examples=30)
@given(ROWS, st.sampled_from(State))
def test_forms_agree(table: dict[tuple[str, str], list[Counted]], least: State) -> None:
    """JSON and CSV hold the figures of the rows, in the same order."""
    report = reports.report(rows_of(table), least=least)
    as_json = json.loads(reports.as_json(report))
    as_csv = list(csv.DictReader(io.StringIO(reports.as_csv(report))))

    assert len(as_json["rows"]) == len(as_csv) == len(report.rows)
    for row, told, line in zip(report.rows, as_json["rows"], as_csv, strict=True):
        assert (told["article"], told["locale"]) == (row.article, row.locale) == (line["article"], line["locale"])
        for place, state in enumerate(STATES):
            assert told["words"][state] == row.words[place] == int(line[f"words {state}"])
            assert told["segments"][state] == row.segments[place] == int(line[f"segments {state}"])
        assert told["words"]["total"] == int(line["words"]) == row.word_count
        assert told["unchanged drafts"] == int(line["unchanged drafts"]) == row.unchanged
        assert 0 <= told["share"] <= 1


@settings(max_examples=30)
@given(ROWS, st.sampled_from([None, 40, 60, 80, 120, 200]), st.booleans())
def test_table_is_aligned(table: dict[tuple[str, str], list[Counted]], width: int | None, colour: bool) -> None:
    """Every line of the table starts its second column at the same place, whatever the script of the names."""
    report = reports.report(rows_of(table))
    text = reports.as_table(report, width, colour)
    lines = re.sub(r"\x1b\[\d*m", "", text).split("\n\n")[0].splitlines()
    if not report.rows:
        assert text == ""
        return
    starts = set()
    for line in lines:
        if not line.startswith("─"):
            before, _ = re.split(r"  (?=(?:locale|en|ru|kk|ug)  )", line, maxsplit=1)
            starts.add(width_of(before))
    assert len(starts) == 1
    if width and width >= 80:
        assert max(map(width_of, lines)) <= width


@pytest.mark.parametrize(
    ("text", "width"),
    [("border", 6), ("шекара", 6), ("خەۋەر", 5), ("新闻", 4), ("e\u0301", 1), ("a\u200db", 2), ("", 0)],
)
def test_width(text: str, width: int) -> None:
    """A text takes as many columns as a terminal gives it."""
    assert width_of(text) == width


def test_what_a_row_says() -> None:
    """A row knows the latest record, the oldest text that waits for an editor, and whether it is late."""
    report = example()
    row = next(row for row in report.rows if (row.article, row.locale) == ("border", "kk"))

    assert row.words == (9, 8, 7, 6, 0, 9, 0, 3)
    assert row.waits() == {"translator": 4, "editor": 2, "publisher": 1}
    assert (row.since, row.who) == ("2026-11-21T08:00:00Z", "aigul")
    assert row.waiting_since == "2026-11-16T08:00:00Z"
    assert (row.claimed_segments, row.claimed_words, row.questions) == (1, 5, 1)
    assert report.is_overdue(row)
    assert not report.is_overdue(next(row for row in report.rows if (row.article, row.locale) == ("border", "en")))


def test_share() -> None:
    """The share is of words; where there are none it is of segments, and nothing is wholly done."""
    row = reports.tally("a", "kk", [Counted(30, State.REVIEWED), Counted(10, State.TRANSLATED)])
    wordless = reports.tally("a", "kk", [Counted(0, State.REVIEWED), Counted(0, State.INITIAL, "empty")])

    assert row.share(State.REVIEWED) == 0.75
    assert row.share(State.TRANSLATED) == 1
    assert wordless.share(State.REVIEWED) == 0.5
    assert reports.tally("a", "kk", []).share(State.FINAL) == 1


def test_initial_needs_a_reason() -> None:
    """An initial segment without one of the known reasons cannot be counted."""
    with pytest.raises(ValueError, match="reasons are empty, draft, source changed, sent back, claim"):
        reports.tally("a", "kk", [Counted(3, State.INITIAL)])


def test_narrow_terminal() -> None:
    """A narrow terminal keeps the article, the locale, the share and whom it waits for."""
    line = reports.as_table(example(), 60).splitlines()[0]

    assert line.split() == ["article", "locale", "done", "waits", "for"]


def test_colour_adds_nothing() -> None:
    """Without its colours the coloured table is the plain one."""
    assert re.sub(r"\x1b\[\d*m", "", reports.as_table(example(), 200, True)) == reports.as_table(example(), 200)


def test_csv_is_no_formula() -> None:
    """An article that is named like a formula stays a text in a spreadsheet."""
    report = reports.report([reports.tally("=cmd", "en", [])])

    assert reports.as_csv(report).splitlines()[1].startswith("'=cmd,en,")


MANIFEST = {
    "kk/a.html": {"article": "a", "locale": "kk", "source_digest": "1", "stale": False},
    "ru/a.html": {"article": "a", "locale": "ru", "source_digest": "1", "stale": True},
    "kk/b.html": {"article": "b", "locale": "kk", "source_digest": "1", "stale": False},
    "kk/c.html": {"article": "c", "locale": "kk", "source_digest": "1", "stale": False},
    "img/map.png": {"source": "img/map.png"},
}


def test_stale() -> None:
    """Stale are the variants that keep an older text, whose source changed since, or whose source is gone."""
    rows = reports.stale(MANIFEST, {"a": "1", "b": "2"})

    assert [(row.file, row.why) for row in rows] == [
        ("kk/b.html", "its source changed after the build"),
        ("kk/c.html", "its source is gone"),
        ("ru/a.html", "its source changed; it shows an older text"),
    ]
    assert len(reports.stale_as_table(rows, 80).splitlines()) == 4
    assert json.loads(reports.stale_as_json(rows))[0]["article"] == "b"
    assert reports.stale_as_csv(rows).splitlines()[0] == "article,locale,file,why"
    assert reports.stale_as_table(()) == ""


def pages() -> dict[str, str]:
    """The report as a page, with rows and without, by name."""
    return {
        "counted": reports.as_html(example(), names={"kk": "Kazakh"}),
        "uncounted": reports.as_html(reports.report([])),
    }


def test_page_escapes() -> None:
    """A name that looks like markup stays a name."""
    report = reports.report([reports.tally("<script>alert(1)</script>", "en", [])])

    assert "<script>alert" not in reports.as_html(report)


CLICK = """<script>
var heads = document.querySelectorAll("thead button");
function done(row) { return parseInt(row.cells[2].textContent); }
function order() { return Array.from(document.querySelectorAll("tbody tr"), done).join(" "); }
heads[2].focus(); heads[2].click();
var up = order(); heads[2].click();
var sorts = document.querySelectorAll("[aria-sort]");
document.body.innerHTML = "<p>" + [up, order(), sorts.length, sorts[0].getAttribute("aria-sort")].join("|") + "</p>";
</script></body>"""


def in_chromium(page: str, folder: Path) -> str:
    """What the first paragraph of a page says once its scripts ran."""
    chromium = need("chromium")
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    run = subprocess.run(
        [chromium, *options, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
    )
    found = re.search(r"<p>(.*?)</p>", run.stdout)
    assert found, run.stderr
    return found[1]


def test_page_sorts(tmp_path: Path) -> None:
    """A heading is a button that sorts its column up, then down, and says so."""
    said = in_chromium(reports.as_html(example()).replace("</body>", CLICK), tmp_path)

    up, down, count, sort = said.split("|")
    shares = [int(share) for share in up.split()]
    assert shares == sorted(shares) and len(set(shares)) > 1
    assert [int(share) for share in down.split()] == shares[::-1]
    assert (count, sort) == ("1", "descending")


EMPTY = Counted(3, State.INITIAL, "empty")


def headings(page: str) -> list[str]:
    return [re.sub("<.*?>", "", one) for one in re.findall(r'<th scope="col".*?>(.*?)</th>', page)]


def test_page_shows_who_and_when_first() -> None:
    """What waits for whom, until when and since when stands left of the figures; no column is empty in every row."""
    columns = headings(reports.as_html(example()))
    assert columns[:5] == ["Article", "Locale", "Done", "By state", "Waits for"]
    assert columns.index("Since") < columns.index("Words") < columns.index("Empty")

    bare = reports.report([reports.tally("ferry", "ru", [EMPTY])], deadlines={"ferry": "2026-12-01"})
    assert headings(reports.as_html(bare)) == [
        *("Article", "Locale", "Done", "By state", "Waits for", "Deadline", "Words", "Empty")
    ]


ORDER = """<script>
var buttons = document.querySelectorAll("thead button");
var deadline = Array.from(buttons).find(function (one) { return one.textContent === "Deadline"; });
function name(row) { return row.cells[0].textContent; }
function order() { return Array.from(document.querySelectorAll("tbody tr"), name).join(""); }
deadline.click(); var up = order(); deadline.click();
document.body.innerHTML = "<p>" + up + " " + order() + "</p>";
</script></body>"""


def test_page_sorts_what_is_empty_last(tmp_path: Path) -> None:
    """Rows without a deadline follow those with one, whichever way the column is sorted."""
    rows = [reports.tally(name, "ru", [EMPTY]) for name in "abc"]
    page = reports.as_html(reports.report(rows, deadlines={"b": "2026-12-02", "c": "2026-12-01"}))

    assert in_chromium(page.replace("</body>", ORDER), tmp_path) == "cba bca"
