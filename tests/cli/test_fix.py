"""`l10n check --fix`: looked at first, then written, once; and what is known or unchanged is left out."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import po
from l10n.model import Finding
from l10n.project import Project
from l10n.workflow.mending import replaced
from tests.programs import need
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, make, segment_id, tree, type_in

TWELVE, TICKETS = "It takes 12 cars.", "Tickets cost 500 tenge."
DOUBLE, MENDED = "Он берёт  12  машин. ", "Он берёт 12 машин."


@pytest.fixture
def news(tmp_path: Path) -> Project:
    """A project with a target that can be mended in three places."""
    project = make(tmp_path / "news")
    l10n(project.folder, "sync")
    type_in(project.catalog("ferry", "ru"), {**RUSSIAN, TWELVE: DOUBLE})
    l10n(project.folder, "sync", "--by", "aigul")
    return project


def target(project: Project, source: str = TWELVE, locale: str = "ru") -> str:
    (entry,) = [one for one in po.read(project.catalog("ferry", locale)).entries if one.source == source]
    return entry.target


def codes(project: Project, *arguments: str) -> list[str]:
    found = json.loads(l10n(project.folder, "check", "--json", *arguments).stdout)["findings"]
    return [f"{one['check']}.{one['rule']}" for one in found]


def test_shown_first(news: Project) -> None:
    """Without --yes, and where nobody can be asked, the difference is shown and nothing is written."""
    before = tree(news.folder)
    done = l10n(news.folder, "check", "--fix")

    assert "Он берёт[-  -]{+ +}12[-  -]{+ +}машин.[- -]" in done.stdout
    assert "nothing was written: say --yes" in done.stderr
    assert tree(news.folder) == before


def test_written_once(news: Project) -> None:
    """All replacements of a text; who stands for it is recorded, msgfmt takes the file, nothing is left to do."""
    done = l10n(news.folder, "check", "--fix", "--yes", "--by", "timur")
    assert done.returncode == 0, done.stderr
    assert target(news) == MENDED
    assert codes(news) == []
    path = news.catalog("ferry", "ru")
    subprocess.run([need("msgfmt"), "-c", "-o", "/dev/null", str(path)], check=True)
    listed = json.loads(l10n(news.folder, "review", "-l", "ru", "-s", segment_id(path, TWELVE), "--json").stdout)
    assert listed[0]["translators"] == ["timur"]

    before = tree(news.folder)
    l10n(news.folder, "check", "--fix", "--yes", "--by", "timur")
    assert tree(news.folder) == before
    l10n(news.folder, "sync", "--by", "aigul")
    assert tree(news.folder) == before


def test_what_another_typed_meanwhile_stays_theirs(news: Project) -> None:
    """--by stands for what is mended, and for nothing else."""
    type_in(news.catalog("ferry", "ru"), {TICKETS: "Билет: 500 тенге."})
    l10n(news.folder, "check", "--fix", "--yes", "--by", "timur")

    name = segment_id(news.catalog("ferry", "ru"), TICKETS)
    (item,) = json.loads(l10n(news.folder, "review", "-l", "ru", "-s", name, "--json").stdout)
    assert item["translators"] == [""]


def test_approved_text_is_left_alone(news: Project) -> None:
    """Unless it is asked for; then it waits for an editor again."""
    l10n(news.folder, "review", "-l", "ru")
    assert l10n(news.folder, "review", "-l", "ru", "--approve", "--by", "timur").returncode == 0
    done = l10n(news.folder, "check", "--fix", "--yes", "--by", "aigul")
    assert "1 approved text could be mended, too" in done.stderr
    assert target(news) == DOUBLE

    done = l10n(news.folder, "check", "--fix", "--yes", "--by", "aigul", "--approved")
    assert "1 approval ended by it" in done.stderr
    assert target(news) == MENDED
    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    (item,) = json.loads(l10n(news.folder, "review", "-l", "ru", "-s", name, "--json").stdout)
    assert item["state"] == "translated"
    assert f"# l10n: reviewed {item['digest'][:12]}" not in news.catalog("ferry", "ru").read_text(encoding="utf-8")


def test_what_is_asked_for_and_what_is_waived(news: Project) -> None:
    """--only, --skip and waivers hold for mending as for finding; originals are mended by whoever wrote them."""
    l10n(news.folder, "check", "--fix", "--yes", "--only", "whitespace.ends", "--by", "aigul")
    assert target(news) == "Он берёт  12  машин."
    name = segment_id(news.catalog("ferry", "ru"), TWELVE)
    l10n(news.folder, "check", "--waive", "whitespace", "-s", name, "-l", "ru", "--note", "So it is.", "--by", "timur")
    l10n(news.folder, "check", "--fix", "--yes", "--by", "aigul")
    assert target(news) == "Он берёт  12  машин."

    edit_source(news, "It takes", "It&nbsp; takes")
    before = (news.source / "ferry.html").read_bytes()
    l10n(news.folder, "check", "--fix", "--yes", "--by", "aigul")
    assert (news.source / "ferry.html").read_bytes() == before


@pytest.mark.parametrize(("answer", "written"), [("y", MENDED), ("n", DOUBLE)])
def test_asked_on_a_terminal(news: Project, answer: str, written: str) -> None:
    """There, and only there, a person is asked; what is shown before is in colour."""
    person, terminal = pty.openpty()
    try:
        os.write(person, f"{answer}\n".encode())
        ask = [sys.executable, "-m", "l10n", "check", "--fix", "--by", "aigul"]
        env = {**os.environ, "TERM": "xterm", "PYTHONPATH": os.pathsep.join(sys.path)}
        env.pop("NO_COLOR", None)
        done = subprocess.Popen(ask, cwd=news.folder, stdin=terminal, stdout=terminal, stderr=terminal, env=env)
        os.close(terminal)
        said = b""
        with suppress(OSError):  # the other side is closed: it has ended
            while data := os.read(person, 10_000):
                said += data
        done.wait(timeout=60)
    finally:
        os.close(person)
    text = said.decode("utf-8")

    assert "write 1 text?" in text
    assert target(news) == written
    assert "\x1b[31m[-  -]\x1b[0m" in text


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 5), st.sampled_from(["", " ", "ab"]))


@given(st.text("abc ", min_size=12, max_size=20), st.lists(SPANS, max_size=5))
def test_replaced(text: str, spans: list[tuple[int, int, str]]) -> None:
    """What was put there stands there, between pieces of the text that nobody touched; none overlaps another."""
    found = [
        Finding("whitespace", "double", "note", "", (start, min(start + length, len(text))), None, new)
        for start, length, new in spans
        if start <= len(text)
    ]
    after, done = replaced(text, found)

    assert bool(done) == bool(found)
    pieces, last = [], 0
    for one in done:
        assert one.span is not None and one.span[0] >= last
        pieces += [text[last : one.span[0]], one.replacement or ""]
        last = one.span[1]
    assert after == "".join([*pieces, text[last:]])


def test_a_baseline(news: Project) -> None:
    """What it lists is left out and counted, wherever its line is; another text of the segment is new."""
    known = news.folder / "known.txt"
    assert l10n(news.folder, "check", "--write-baseline", "known.txt").returncode == 0
    lines = known.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3 and lines == sorted(lines)
    assert codes(news, "--baseline", "known.txt") == []
    assert "3 in the baseline" in l10n(news.folder, "check", "--baseline", "known.txt").stderr

    edit_source(news, "<h1>", "<!-- a line\n more --><h1>")
    type_in(news.catalog("ferry", "ru"), {TICKETS: "Билет  стоит 500 тенге."})
    l10n(news.folder, "sync", "--by", "aigul")
    assert codes(news, "--baseline", "known.txt") == ["whitespace.double"]
    known.write_text("".join(f"{line}\n" for line in reversed([*lines, *lines])), encoding="utf-8")
    assert codes(news, "--baseline", "known.txt") == ["whitespace.double"]
    type_in(news.catalog("ferry", "ru"), {TWELVE: "Он возит  12 машин."})
    assert codes(news, "--baseline", "known.txt") == ["whitespace.double"] * 2


def test_a_baseline_is_not_mended(news: Project) -> None:
    """What is known is left as it is."""
    l10n(news.folder, "check", "--write-baseline", "known.txt")
    l10n(news.folder, "check", "--fix", "--yes", "--by", "aigul", "--baseline", "known.txt")

    assert target(news) == DOUBLE


@pytest.mark.parametrize(
    ("text", "what"),
    [(None, "cannot be read"), ("hello\n", "line 1"), ("<<<<<<< ours\n", "delete git's marks"), ("\udcff", "UTF-8")],
)
def test_a_baseline_that_is_none(news: Project, text: str | None, what: str) -> None:
    """It is refused with the line and a remedy."""
    if text is not None:
        (news.folder / "known.txt").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = l10n(news.folder, "check", "--baseline", "known.txt")

    assert done.returncode == 2
    assert what in done.stderr and "hint: " in done.stderr


def git(folder: Path, *arguments: str) -> None:
    own = ["-c", "user.name=Aigul", "-c", "user.email=aigul@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([need("git"), *own, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(news: Project) -> Project:
    """The project in a folder of a repository, its first findings committed."""
    top = news.folder.parent
    (top / ".gitignore").write_text(".l10n/\n", encoding="utf-8")
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "start")
    return news


def test_only_what_changed(repository: Project) -> None:
    """Typed since, committed or not; what was there before is left out."""
    assert codes(repository) and codes(repository, "--changed", "main") == []
    type_in(repository.catalog("ferry", "ru"), {TICKETS: "Билет  стоит 500 тенге."})
    assert codes(repository, "--changed", "main") == ["whitespace.double"]
    git(repository.folder, "commit", "-qam", "tickets")
    assert codes(repository, "--changed", "HEAD") == []
    assert codes(repository, "--changed", "HEAD~1") == ["whitespace.double"]


def test_a_changed_original(repository: Project) -> None:
    """Its new segments, though no catalog was synced yet; a new article counts wholly."""
    edit_source(repository, "Tickets cost", "Tickets&nbsp; cost")
    assert codes(repository, "--changed", "main") == ["whitespace.double"]
    (repository.source / "note.txt").write_text("A note\n\nThe road is\u00a0 closed.\n", encoding="utf-8")
    found = json.loads(l10n(repository.folder, "check", "--json", "--changed", "main").stdout)["findings"]
    assert [one["article"] for one in found] == ["ferry", "note"]


def test_a_sentence_that_is_said_in_the_one_before(repository: Project) -> None:
    """The target that says both is read again where the second one changed."""
    path = repository.catalog("ferry", "ru")
    type_in(path, {TWELVE: "Он берёт  12 машин, билет стоит 500 тенге.", TICKETS: "<joined/>"})
    git(repository.folder, "commit", "-qam", "joined")
    catalog = po.read(path)
    entries = [one.flagged(False) if one.source != TICKETS else one.flagged(True) for one in catalog.entries]
    po.write(catalog.replace(entries=tuple(entries)), path)

    assert codes(repository, "--changed", "HEAD") == ["whitespace.double"]


@pytest.mark.parametrize("base", ["nothing", "--output=x", "main:news", ""])
def test_a_commit_that_is_none(repository: Project, base: str) -> None:
    """It is refused with a remedy; no word is an option of git."""
    before = tree(repository.folder)
    done = l10n(repository.folder, "check", f"--changed={base}")

    assert done.returncode == 2
    assert f"git knows no commit `{base}`" in done.stderr and "hint: " in done.stderr
    assert tree(repository.folder) == before


def test_no_repository(news: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """--changed needs one, and says so."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(news.folder.parent))
    done = l10n(news.folder, "check", "--changed", "main")

    assert done.returncode == 2
    assert "no git repository" in done.stderr


def test_places_from_the_top_of_the_repository(repository: Project) -> None:
    """GitHub, code scanning and Checkstyle name files from there."""
    for form in ("github", "sarif", "checkstyle"):
        assert "news/locales/ru/ferry.po" in l10n(repository.folder, "check", "--format", form).stdout
    assert "news/locales" not in l10n(repository.folder, "check").stdout


def test_what_does_not_go_together(news: Project) -> None:
    """What would be ignored is refused."""
    for arguments in (["--yes"], ["--fix", "--json"], ["--fix", "--list"], ["--waive", "markup"], ["-s", "@12"]):
        assert l10n(news.folder, "check", *arguments).returncode == 2, arguments
    assert l10n(news.folder, "check", "--json", "--format", "sarif").returncode == 2


def test_every_check_is_explained(news: Project) -> None:
    """In its own words, with its rules as they are set here; the list names each."""
    with (news.folder / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('[checks]\nseverity = {"whitespace.double" = "off"}\n')
    listed = json.loads(l10n(news.folder, "check", "--list", "--json").stdout)
    table = l10n(news.folder, "check", "--list").stdout
    for one in listed:
        done = l10n(news.folder, "check", "--explain", one["check"])
        assert done.returncode == 0, done.stderr
        assert f"ITS 2.0: {one['type']}" in done.stdout
        assert all(rule in done.stdout for rule in one["rules"])
        assert one["about"] and one["check"] in table
    said = l10n(news.folder, "check", "--explain", "whitespace").stdout
    assert "off      Two or more spaces" in said and "Without the settings: warning." in said
    assert "passes:" in said and "fails:" in said and "    ^" in said
