"""`l10n check --waive`: a person, a reason, exactly this text; `--unwaive` takes it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.project import Project
from tests.workflow.newsroom import RUSSIAN, Done, l10n, make, segment_id, type_in

TWELVE, TICKETS = "It takes 12 cars.", "Tickets cost 500 tenge."
DOUBLE = "Он берёт  12 машин."
WHY = "The author asked for it."


@pytest.fixture
def news(tmp_path: Path) -> Project:
    """A project with one doubled space, which the settings call an error."""
    project = make(tmp_path)
    with (tmp_path / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('[checks]\nseverity = {whitespace = "error"}\n')
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), {**RUSSIAN, TWELVE: DOUBLE})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def waive(project: Project, *more: str, by: str = "timur", word: str = "whitespace.double", note: str = WHY) -> Done:
    name = segment_id(project.catalog("ferry", "ru"), TWELVE)
    return l10n(project.folder, "check", "--waive", word, "-s", name, "--note", note, "--by", by, "-l", "ru", *more)


def found(project: Project, *arguments: str) -> tuple[int, list[dict], dict]:
    done = l10n(project.folder, "check", "--json", *arguments)
    said = json.loads(done.stdout)
    return done.returncode, said["findings"], said["counts"]


def test_bound_to_exactly_this_text(news: Project) -> None:
    """It fails no more, is counted apart and shown on request; another text fails, the same one is waived again."""
    assert found(news)[0] == 1
    done = waive(news, word="whitespace")
    assert done.returncode == 0, done.stderr
    assert "whitespace.double waived" in done.stdout

    status, findings, counts = found(news)
    assert (status, findings, counts["error"], counts["waived"]) == (0, [], 0, 1)
    (one,) = found(news, "--waived")[1]
    assert (one["waived"]["by"], one["waived"]["note"]) == ("timur", WHY)
    assert f"waived by timur on {one['waived']['when'][:10]}: {WHY}" in l10n(news.folder, "check", "--waived").stdout
    (suppressed,) = json.loads(l10n(news.folder, "check", "--waived", "--format", "sarif").stdout)["runs"][0]["results"]
    assert suppressed["suppressions"][0]["justification"] == WHY

    type_in(news.catalog("ferry", "ru"), {TWELVE: "Он возит  12 машин."})
    assert found(news)[0] == 1
    type_in(news.catalog("ferry", "ru"), {TWELVE: DOUBLE})
    assert found(news)[0] == 0


def test_taken_back(news: Project) -> None:
    """The finding is open again; a second time there is nothing to take back."""
    waive(news)
    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    back = ("check", "--unwaive", "whitespace.double", "-s", name, "-l", "ru", "--by", "timur")

    assert l10n(news.folder, *back).returncode == 0
    assert found(news)[0] == 1
    assert l10n(news.folder, *back).returncode == 1
    assert waive(news).returncode == 0
    assert found(news)[0] == 0


def test_a_waiver_changes_no_state_and_no_catalog(news: Project) -> None:
    """The ledger has one more line; what waits for whom is as it was."""
    path, ledger = news.catalog("ferry", "ru"), news.ledger("ferry", "ru")
    before, states = path.read_bytes(), l10n(news.folder, "report", "--json").stdout
    lines = ledger.read_text(encoding="utf-8").splitlines()
    waive(news)

    assert path.read_bytes() == before
    assert l10n(news.folder, "report", "--json").stdout == states
    (new,) = set(ledger.read_text(encoding="utf-8").splitlines()) - set(lines)
    record = json.loads(new)
    assert (record["verb"], record["finding"], record["note"]) == ("waive", "whitespace.double", WHY)


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"by": "aigul"}, "`aigul` is no editor"),
        ({"by": "nobody"}, "nobody whom the settings name"),
        ({"note": " "}, "--note"),
        ({"word": "whitespac"}, "did you mean `whitespace`?"),
    ],
)
def test_refused(news: Project, given: dict[str, str], what: str) -> None:
    """Wrong usage, and no record."""
    before = news.ledger("ferry", "ru").read_bytes()
    done = waive(news, **given)

    assert done.returncode == 2
    assert what in done.stderr
    assert news.ledger("ferry", "ru").read_bytes() == before


def test_nothing_to_waive(news: Project) -> None:
    """No such finding is open there: exit status 1, and no record that would hide a later one."""
    before = news.ledger("ferry", "ru").read_bytes()

    assert waive(news, word="markup").returncode == 1
    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    other = f"{name}@{'0' * 12}"
    ask = ("check", "--waive", "whitespace", "-s", other, "--note", WHY, "--by", "timur")
    assert l10n(news.folder, *ask).returncode == 1
    assert news.ledger("ferry", "ru").read_bytes() == before


def test_several_texts_are_refused(news: Project) -> None:
    """A segment without a locale may mean two texts; each is waived by itself."""
    type_in(news.catalog("ferry", "kk"), {TWELVE: "Ол  12 көлік сыйғызады."})
    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    ask = ("check", "--waive", "whitespace", "-s", name, "--note", WHY, "--by", "timur")
    done = l10n(news.folder, *ask)

    assert done.returncode == 2
    assert "several texts are meant" in done.stderr and "-l TAG" in done.stderr
    assert l10n(news.folder, *ask, "-l", "kk").returncode == 0


def test_a_waived_finding_passes_the_gate(news: Project) -> None:
    """The build counts open ones."""
    settings = news.folder / "l10n.toml"
    text = settings.read_text(encoding="utf-8").replace('"reviewed"', '"translated"')
    settings.write_text(text, encoding="utf-8")

    def is_published() -> bool:
        rows = json.loads(l10n(news.folder, "build", "--json").stdout)
        return next(one["published"] for one in rows if one["locale"] == "ru")

    assert not is_published()
    waive(news)
    assert is_published()


def test_an_original_is_waived_as_well(news: Project) -> None:
    """In the ledger of its own locale; an edited article asks again."""
    page = news.source / "ferry.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("It takes 12", "It takes&nbsp; 12"), encoding="utf-8")
    l10n(news.folder, "sync")
    (one,) = found(news, "-l", "en")[1]
    ask = ("check", "--waive", "whitespace", "-s", one["segment"], "-l", "en", "--note", WHY, "--by", "timur")

    assert l10n(news.folder, *ask).returncode == 0
    assert found(news, "-l", "en")[0] == 0
    page.write_text(text.replace("It takes 12", "It takes&nbsp; 13"), encoding="utf-8")
    assert found(news, "-l", "en")[0] == 1


def test_review_says_what_is_open(news: Project) -> None:
    """Below the listed text; approving is allowed, and tells; what was waived is not open."""
    shown = l10n(news.folder, "review", "-l", "ru")
    assert "    error whitespace.double: spaces where one is meant: 2; better ` `" in shown.stdout.splitlines()
    listed = json.loads(l10n(news.folder, "review", "-l", "ru", "--json").stdout)
    assert [one["rule"] for item in listed for one in item["findings"]] == ["double"]

    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    done = l10n(news.folder, "review", "-l", "ru", "-s", name, "--approve", "--by", "timur")
    assert done.returncode == 0
    assert f"  {name} has 1 open finding: whitespace.double" in done.stdout
    waive(news)
    assert "whitespace" not in l10n(news.folder, "review", "-l", "ru", "--all").stdout
