"""`l10n check`: what it reads, what it says, and how it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.project import Project
from tests.workflow.newsroom import RUSSIAN, Done, edit_source, l10n, make, segment_id, translated, type_in

TWELVE, TICKETS = "It takes 12 cars.", "Tickets cost 500 tenge."
DOUBLE, LINK = "Он берёт  12 машин.", "Водители ждали на берегу с рассвета."


@pytest.fixture
def news(tmp_path: Path) -> Project:
    """A project with a Russian translation that has nothing wrong."""
    return translated(tmp_path)


def typed(project: Project, **targets: str) -> None:
    """Type Russian targets, by the first word of their source, and sync."""
    by_source = {source: text for source in RUSSIAN for word, text in targets.items() if source.startswith(word)}
    assert len(by_source) == len(targets)
    type_in(project.catalog("ferry", "ru"), by_source)
    l10n(project.folder, "sync", "--by", "aigul")


def checked(project: Project, *arguments: str) -> tuple[Done, list[dict], dict]:
    """What `l10n check --json` says."""
    done = l10n(project.folder, "check", "--json", *arguments)
    said = json.loads(done.stdout)
    return done, said["findings"], said["counts"]


def test_nothing_is_wrong(news: Project) -> None:
    """No finding, exit status 0; empty targets are not read, originals are."""
    done, findings, counts = checked(news)

    assert (done.returncode, findings) == (0, [])
    assert counts == {"error": 0, "warning": 0, "note": 0, "waived": 0, "baseline": 0, "texts": 16}
    assert l10n(news.folder, "check").stdout == ""


def test_a_finding_in_its_place(news: Project) -> None:
    """Check, rule, severity, segment, both texts and where they stand; a warning does not fail."""
    typed(news, It=DOUBLE)
    done, (one,), counts = checked(news)

    assert done.returncode == 0
    assert counts["warning"] == 1
    lines = news.catalog("ferry", "ru").read_text(encoding="utf-8").splitlines()
    assert lines[one["line"] - 1][one["column"] - 1 :] == '  12 машин."'
    assert one["file"] == "locales/ru/ferry.po"
    assert (one["check"], one["rule"], one["type"]) == ("whitespace", "double", "whitespace")
    assert (one["article"], one["locale"], one["place"]) == ("ferry", "ru", "p 2, sentence 1 of 2")
    assert one["segment"] == segment_id(news.catalog("ferry", "ru"), TWELVE)
    assert (one["source"], one["target"]) == (TWELVE, DOUBLE)
    assert DOUBLE[slice(*one["span"])] == "  " and one["replacement"] == " "
    assert one["waived"] is None


def test_a_target_of_spaces(news: Project) -> None:
    """It claims to be a translation, and has no word; where nothing is written, nothing is said."""
    typed(news, It=" ", Tickets="")
    _, findings, _ = checked(news)

    assert [(one["check"], one["rule"], one["source"], one["target"]) for one in findings] == [
        ("omission", "empty", TWELVE, " ")
    ]


def test_an_error_fails(news: Project) -> None:
    """Exit status 1; on a terminal the text stands below its message, with a caret under the span."""
    typed(news, Drivers=LINK, It=DOUBLE)
    done = l10n(news.folder, "check", "ferry", "-l", "ru")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "1 error, 1 warning in 8 texts"
    lines = done.stdout.splitlines()
    assert lines[0] == "ferry · ru"
    at = next(n for n, line in enumerate(lines) if line.endswith(DOUBLE))
    assert lines[at + 1].index("^^") == lines[at].index("  12")


def test_what_is_asked_for(news: Project) -> None:
    """--only, --skip, by check and by rule; --segment; a locale without translations."""
    typed(news, Drivers=LINK, It=DOUBLE)

    assert [one["check"] for one in checked(news, "--only", "whitespace")[1]] == ["whitespace"]
    assert [one["check"] for one in checked(news, "--skip", "whitespace.double")[1]] == ["markup"]
    assert checked(news, "--only", "markup.code", "--skip", "markup")[1] == []
    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    assert [one["segment"] for one in checked(news, "-s", name[:5])[1]] == [name]
    assert checked(news, "-l", "kk")[1] == []


@pytest.mark.parametrize(("word", "meant"), [("whitespce", "`whitespace`"), ("markup.cod", "`markup.code`")])
def test_a_check_that_is_none(news: Project, word: str, meant: str) -> None:
    """Wrong usage, and the word that was meant."""
    done = l10n(news.folder, "check", "--only", word)

    assert done.returncode == 2
    assert f"`{word}`; did you mean {meant}?" in done.stderr


def test_drafts_are_asked_for_apart(news: Project) -> None:
    """A fuzzy target is nobody's word yet."""
    path = news.catalog("ferry", "ru")
    typed(news, It=DOUBLE)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'msgctxt "p"\nmsgid "{TWELVE}"', f'#, fuzzy\nmsgctxt "p"\nmsgid "{TWELVE}"'))
    assert "#, fuzzy" in path.read_text(encoding="utf-8")

    assert checked(news)[1] == []
    (one,) = checked(news, "--drafts")[1]
    assert one["draft"]


def test_the_original_and_its_copy_edits(news: Project) -> None:
    """What is wrong in the article is told once, at its line in the article; a copy edit stands for it."""
    edit_source(news, "It takes", "It&nbsp; takes")
    l10n(news.folder, "sync")
    (one,) = checked(news, "-l", "en")[1]
    page = (news.source / "ferry.html").read_text(encoding="utf-8").splitlines()
    assert (one["locale"], one["file"], one["target"]) == ("en", "source/ferry.html", "It\u00a0 takes 12 cars.")
    assert "It&nbsp; takes" in page[one["line"] - 1]

    type_in(news.catalog("ferry", "en"), {"It\u00a0 takes 12 cars.": "It takes 12 cars."})
    assert checked(news, "-l", "en")[1] == []
    type_in(news.catalog("ferry", "en"), {"It\u00a0 takes 12 cars.": "It took 12  cars."})
    (one,) = checked(news, "-l", "en")[1]
    assert (one["file"], one["target"]) == ("locales/en/ferry.po", "It took 12  cars.")


def test_a_joined_target_is_read_with_both_sources(news: Project) -> None:
    """`<joined/>` is no target; the one before it has to say what both sources say."""
    typed(news, It="Он берёт  12 машин, билет стоит 500 тенге.", Tickets="<joined/>")
    (one,) = checked(news)[1]

    assert one["source"] == f"{TWELVE} {TICKETS}"


def test_severities_of_the_settings(news: Project) -> None:
    """By check, by rule, by kind of unit; the nearer word holds. `fail` says what fails."""
    typed(news, It=DOUBLE, Ferry="Паром  вернулся на реку Или")
    settings = news.folder / "l10n.toml"
    text = settings.read_text(encoding="utf-8")

    def told(said: str) -> tuple[int, list[str]]:
        settings.write_text(f"{text}\n[checks]\n{said}\n", encoding="utf-8")
        done, findings, _ = checked(news)
        return done.returncode, [one["severity"] for one in findings]

    assert told("") == (0, ["warning", "warning"])
    assert told('fail = "warning"') == (1, ["warning", "warning"])
    assert told('severity = {whitespace = "error"}') == (1, ["error", "error"])
    assert told('severity = {whitespace = "error", "whitespace.double" = "note"}') == (0, ["note", "note"])
    assert told('severity = {whitespace = "error"}\nfail = "none"') == (0, ["error", "error"])
    assert told('severity = {whitespace = "off"}') == (0, [])
    assert told('kinds = {headline = {"whitespace.double" = "error"}}') == (1, ["error", "warning"])
    assert told('kinds = {headline = {whitespace = "off"}}\nseverity = {"whitespace.double" = "note"}') == (0, ["note"])


@pytest.mark.parametrize(
    ("said", "what", "hint"),
    [
        ('severty = {}', "`severty` is no setting in `[checks]`", "did you mean `severity`?"),
        ('fail = "fatal"', "`fail` is 'fatal'", "`error` or `warning` or `note` or `none`"),
        ('severity = {whitespace = "of"}', "`whitespace` is 'of'", "`off`"),
        ('severity = {whitespac = "off"}', "there is no check `whitespac`", "did you mean `whitespace`?"),
        ('severity = {"markup.cde" = "off"}', "there is no check `markup.cde`", "did you mean `markup.code`?"),
        ('severity = {markup.code = "off"}', "`markup` is no severity", '`"markup.code" = …`'),
        ('kinds = {p = {whitespac = "off"}}', "there is no check `whitespac`", "did you mean `whitespace`?"),
        ("limits = {title = 0}", "`title` is 0", "`title = 70`"),
        ("limits = {title = true}", "`title` is True", "`title = 70`"),
        ('limits = 3', "`limits` is no table", "[limits]"),
    ],
)  # fmt: skip
def test_settings_that_are_none(news: Project, said: str, what: str, hint: str) -> None:
    """A wrong word is refused with its line, and the word that was meant."""
    settings = news.folder / "l10n.toml"
    text = f"{settings.read_text(encoding='utf-8')}\n[checks]\n{said}\n"
    settings.write_text(text, encoding="utf-8")
    done = l10n(news.folder, "check")

    assert done.returncode == 2
    error, told = done.stderr.splitlines()
    assert what in error and f"line {len(text.splitlines())}" in error
    assert hint in told


def test_the_same_words_whatever_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process or several give the same findings in the same order."""
    from concurrent.futures import ProcessPoolExecutor

    from l10n.workflow import inspecting

    project = make(tmp_path)
    text = (project.source / "ferry.html").read_text(encoding="utf-8")
    for number in range(1, 5):
        (project.source / f"ferry-{number}.html").write_text(text.replace("Ferry", f"Ferry {number}"))
    l10n(tmp_path, "sync")
    for article in project.articles():
        ticket = "Проезд" if article.name == "ferry" else "Билет"
        type_in(project.catalog(article.name, "ru"), {TWELVE: DOUBLE, TICKETS: f"{ticket} стоит 500 тенге."})
    monkeypatch.setattr(inspecting, "BATCH", 1)
    alone = inspecting.check(project, project.articles(), inspecting.Options())
    with ProcessPoolExecutor(2) as executor:
        together = inspecting.check(project, project.articles(), inspecting.Options(), executor)

    assert together == alone
    assert {one.code for one in alone.found} == {"whitespace.double", "inconsistency.targets"}


def test_limits_of_the_settings(news: Project) -> None:
    """The most characters of a text, by kind of unit."""
    with (news.folder / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write("[checks]\nlimits = {headline = 20}\n")
    (one,) = checked(news, "-l", "ru")[1]

    assert (one["check"], one["rule"], one["kind"]) == ("length", "limit", "headline")
