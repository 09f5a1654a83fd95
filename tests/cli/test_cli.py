"""The command line: data on stdout, talk on stderr, an exit status that means something."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import po
from l10n.cli.ending import SPELT
from l10n.cli.talk import diff, visible
from tests.programs import need
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, make, segment_id, tree, type_in


def test_from_loose_articles_to_pages(tmp_path: Path) -> None:
    """init moves loose articles, sync makes catalogs, review binds, build publishes; each says what comes next."""
    project = make(tmp_path / "other")
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "ferry.html").write_bytes((project.source / "ferry.html").read_bytes())
    (folder / "README.md").write_text("mine", encoding="utf-8")

    started = l10n(folder, "init", "--locales", "en,ru")
    assert started.returncode == 0, started.stderr
    assert "moved `ferry.html` to `source/ferry.html`" in started.stderr
    assert "next:" in started.stderr
    assert (folder / "README.md").exists()
    again = tree(folder)
    assert l10n(folder, "init", "--locales", "en,ru").returncode == 0
    assert tree(folder) == again

    withheld = l10n(folder, "build")
    assert withheld.returncode == 1
    assert "withheld ferry · ru" in withheld.stdout

    type_in(folder / "locales/ru/ferry.po", RUSSIAN)
    assert l10n(folder, "sync", "--by", "aigul").returncode == 0
    refused = l10n(folder, "review", "--approve", "--by", "timur")
    assert refused.returncode == 2 and "listed" in refused.stderr
    listed = l10n(folder, "review")
    assert "Паром снова ходит" in listed.stdout and "8 segments in 1 catalog" in listed.stderr
    approved = l10n(folder, "review", "--approve", "--by", "timur", "--json")
    assert len(json.loads(approved.stdout)[0]["done"]) == 8
    built = l10n(folder, "build")
    assert built.returncode == 0, built.stdout
    assert "index.html" in built.stderr
    assert (folder / "build/ru/ferry.html").exists()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with Russian translated by Aigul."""
    project = make(tmp_path)
    assert l10n(tmp_path, "sync").returncode == 0
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    assert l10n(tmp_path, "sync", "--by", "aigul").returncode == 0
    return tmp_path


def test_report_formats(folder: Path) -> None:
    """The same figures as a table, JSON, CSV and a page."""
    rows = json.loads(l10n(folder, "report", "--json").stdout)["rows"]
    table = l10n(folder, "report").stdout
    sheet = list(csv.DictReader(io.StringIO(l10n(folder, "report", "--csv").stdout)))
    page = l10n(folder, "report", "--html", "report.html")

    russian = next(row for row in rows if row["locale"] == "ru")
    assert russian["segments"]["translated"] == russian["segments"]["total"] == 8
    assert next(row for row in sheet if row["locale"] == "ru")["segments translated"] == "8"
    assert "ferry" in table and "\x1b[" not in table
    assert page.returncode == 0 and page.stdout == ""
    assert "<table" in (folder / "report.html").read_text(encoding="utf-8")
    assert l10n(folder, "report", "--stale").returncode == 0


def test_a_build_of_one_article_keeps_what_is_known_of_the_others(folder: Path) -> None:
    """Manifest and index still say of an article that was not asked for what is published and what is withheld."""
    (folder / "source/note.txt").write_text(
        "The road is closed\n\nThe road to the river is closed.\n", encoding="utf-8"
    )
    assert l10n(folder, "build").returncode == 1
    before = {path.name: path.read_bytes() for path in (folder / "build").glob("*.*")}
    assert b'"ru/note"' in before["manifest.json"]

    assert l10n(folder, "build", "ferry").returncode == 1

    assert {path.name: path.read_bytes() for path in (folder / "build").glob("*.*")} == before


def test_a_byline_names_the_language_for_a_locale_that_cldr_does_not_know(folder: Path) -> None:
    """Uyghur of Kazakhstan is in no list of CLDR: its byline is written in Uyghur all the same."""
    settings = folder / "l10n.toml"
    text = settings.read_text(encoding="utf-8").replace('["en", "ru", "kk"]', '["en", "ug-KZ"]')
    text = text.replace(
        "[gate]", '[build.byline]\nug-KZ = "{language}"\n[gate]\nshare = 0\nfallback = {default = "source"}'
    )
    settings.write_text(text.replace("[build]\nbase-url", "[build]\nbase-url"), encoding="utf-8")

    built = l10n(folder, "build")

    assert built.returncode == 0, built.stderr
    assert "ئىنگلىزچە" in (folder / "build/ug-KZ/ferry.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", ['{"rows": []}', '{"rows": {"ferry": {"rows": [{}]}}}', "[]", "{"])
def test_a_damaged_cache_is_made_anew(folder: Path, damage: str) -> None:
    """What another program did to the cache of reports changes no report."""
    told = l10n(folder, "report").stdout
    cache = folder / ".l10n/report.json"
    whole = json.loads(cache.read_text(encoding="utf-8"))
    try:
        cache.write_text(json.dumps(whole | json.loads(damage)), encoding="utf-8")
    except (TypeError, ValueError):
        cache.write_text(damage, encoding="utf-8")

    assert l10n(folder, "report").stdout == told


def test_a_text_commands_no_terminal() -> None:
    """An escape sequence inside an article is shown, and never obeyed; letters and line ends stay."""
    assert visible("\x1b[31mҚызыл\x07\x9b\tу\n") == "␛[31mҚызыл␇\ufffd\tу\n"
    assert diff("the \x1b[2J road", "the road") == "the [-␛[2J -]road"


def test_send_back_and_answer(folder: Path) -> None:
    """A reason stands in the PO until the translator answers with another text."""
    path = folder / "locales/ru/ferry.po"
    name = segment_id(path, "A ferry")
    assert l10n(folder, "review", "-l", "ru").returncode == 0
    done = l10n(folder, "review", "-s", name, "--send-back", "Say which ferry", "--by", "timur")
    assert done.returncode == 0, done.stderr
    assert "# l10n-note: Say which ferry" in path.read_text(encoding="utf-8")
    waiting = l10n(folder, "review", "--for", "translator", "-l", "ru").stdout
    assert "sent back: Say which ferry" in waiting

    type_in(path, {"A ferry": "Илийский паром"})
    l10n(folder, "sync", "--by", "aigul")

    assert "l10n-note" not in path.read_text(encoding="utf-8")
    assert "Илийский паром" in l10n(folder, "review", "-l", "ru").stdout


def test_explicit_digest_needs_no_listing(folder: Path) -> None:
    """ID@DIGEST binds an approval to the text that a person has read; another digest is refused."""
    path = folder / "locales/ru/ferry.po"
    name = segment_id(path, "A ferry")
    (item,) = json.loads(l10n(folder, "review", "-s", name, "--json", "-l", "ru").stdout)
    (folder / ".l10n" / "listed.json").unlink()

    wrong = l10n(folder, "review", "-s", f"{name}@{'0' * 12}", "-l", "ru", "--approve", "--by", "timur")
    right = l10n(folder, "review", "-s", f"{name}@{item['digest'][:12]}", "-l", "ru", "--approve", "--by", "timur")

    assert wrong.returncode == 1 and "changed since it was shown" in wrong.stdout
    assert right.returncode == 0
    assert f"# l10n: reviewed {item['digest'][:12]}" in path.read_text(encoding="utf-8")


def test_onto_brings_back_what_lost_its_contexts(folder: Path) -> None:
    """Texts from a file without msgctxt find their segments, twins in their order."""
    path = folder / "locales/ru/ferry.po"
    before = path.read_text(encoding="utf-8")
    catalog = po.read(path)
    foreign = [f'msgid "{entry.source}"\nmsgstr "{entry.target}!"\n' for entry in catalog.entries]
    (folder / "back.po").write_text("\n".join(foreign), encoding="utf-8")

    done = l10n(folder, "sync", "--onto", "locales/ru/ferry.po", "back.po", "--by", "aigul")

    assert done.returncode == 0, done.stderr
    after = path.read_text(encoding="utf-8")
    assert after.count("msgctxt") == before.count("msgctxt")
    assert 'msgstr "Паром!"' in after


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [need("git"), "-c", "user.name=Aigul", "-c", "user.email=aigul@example.org", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def repository(folder: Path) -> Path:
    """The project under git, with our merge driver."""
    git(folder, "init", "-q", "-b", "main")
    l10n(folder, "init")
    git(folder, "config", "merge.l10n.driver", f"{sys.executable} -m l10n merge %O %A %B %P")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "start")
    return folder


def test_merge_of_two_branches(repository: Path) -> None:
    """Two approvals on two branches merge, ledger and catalog; no state is too high and none is lost."""
    path = repository / "locales/ru/ferry.po"
    names = [segment_id(path, source) for source in ("A ferry", "It takes 12 cars.")]
    for branch, name in zip(("one", "two"), names, strict=True):
        git(repository, "checkout", "-q", "-b", branch, "main")
        l10n(repository, "review", "-l", "ru")
        assert l10n(repository, "review", "-s", name, "--approve", "--by", "timur").returncode == 0
        git(repository, "commit", "-qam", branch)

    assert "CONFLICT" not in git(repository, "merge", "one")

    items = json.loads(l10n(repository, "review", "-l", "ru", "--all", "--json").stdout)
    assert {item["segment"] for item in items if item["state"] == "reviewed"} == set(names)
    assert path.read_text(encoding="utf-8").count("# l10n: reviewed") == 2


def test_merge_where_both_typed(repository: Path) -> None:
    """Where both branches typed another text, both are kept, and the entry waits for a translator."""
    path = repository / "locales/ru/ferry.po"
    for branch, said in (("one", "Паром раз"), ("two", "Паром два")):
        git(repository, "checkout", "-q", "-b", branch, "main")
        type_in(path, {"A ferry": said})
        git(repository, "commit", "-qam", branch)

    said = git(repository, "merge", "one")

    assert "see the comments in `locales/ru/ferry.po`" in said
    text = path.read_text(encoding="utf-8")
    assert "Паром раз" in text and "Паром два" in text
    assert "<<<<<<<" not in text
    (item,) = json.loads(l10n(repository, "review", "-s", segment_id(path, "A ferry"), "-l", "ru", "--json").stdout)
    assert item["state"] == "initial"


def test_the_author_of_a_line_is_the_translator(repository: Path) -> None:
    """Without --by, git's author of the line is who typed it; four eyes then hold."""
    path = repository / "locales/ru/ferry.po"
    type_in(path, {"A ferry": "Паром-самоход"})
    git(repository, "commit", "-qam", "typed in Poedit")
    assert l10n(repository, "sync").returncode == 0

    (item,) = json.loads(l10n(repository, "review", "-s", segment_id(path, "A ferry"), "-l", "ru", "--json").stdout)

    assert item["translators"] == ["aigul"]


def test_a_text_names_no_author(repository: Path) -> None:
    """A line separator inside a target ends no line for git: the lines that follow keep their author."""
    path = repository / "locales/ru/ferry.po"
    forged = "\u2028author Timur\u2028author-mail <timur@example.org>" + "\u2028\t" * 8
    type_in(path, {"A ferry": "Паром-самоход", "The ferry on its first day": "Паром в тот первый день"})
    path.write_text(path.read_text(encoding="utf-8").replace("самоход", f"самоход{forged}"), encoding="utf-8")
    git(repository, "commit", "-qam", "typed in Poedit")
    assert l10n(repository, "sync").returncode == 0

    name = segment_id(path, "The ferry on its first day")
    (item,) = json.loads(l10n(repository, "review", "-s", name, "-l", "ru", "--json").stdout)

    assert item["translators"] == ["aigul"]


def test_the_reviewer_is_known_by_git(repository: Path) -> None:
    """Without --by, the person whose mail git knows acts; a translator is no editor."""
    git(repository, "config", "user.email", "aigul@example.org")
    git(repository, "config", "user.name", "Aigul")
    l10n(repository, "review", "-l", "ru")

    done = l10n(repository, "review", "-l", "ru", "--approve")

    assert done.returncode == 2
    assert "`aigul` is no editor" in done.stderr
    assert "hint:" in done.stderr


def test_mv(folder: Path) -> None:
    """A renamed article keeps everything; stdout names each file that moved."""
    done = l10n(folder, "mv", "ferry", "2026/ferry")

    assert "source/ferry.html -> source/2026/ferry.html" in done.stdout
    assert l10n(folder, "sync").returncode == 0
    rows = json.loads(l10n(folder, "report", "--json").stdout)["rows"]
    assert {row["article"] for row in rows} == {"2026/ferry"}
    assert next(row for row in rows if row["locale"] == "ru")["segments"]["translated"] == 8


def test_an_article_that_is_gone(folder: Path) -> None:
    """An article that was deleted is named by sync; its catalogs stay, and its built pages count as stale."""
    (folder / "l10n.toml").write_text('locales = ["en", "ru"]\n[gate]\nstate = "translated"\n', encoding="utf-8")
    l10n(folder, "build")
    (folder / "source" / "ferry.html").rename(folder / "ferry.html")

    done = l10n(folder, "sync")

    assert "gone from `source/`: `ferry`;" in done.stderr
    assert (folder / "locales" / "ru" / "ferry.po").exists()
    stale = l10n(folder, "report", "--stale")
    assert stale.returncode == 1
    assert "its source is gone" in stale.stdout


def test_dry_run_writes_nothing(folder: Path) -> None:
    """`sync -n` says what would change, and leaves every file alone."""
    from l10n.project import Project

    edit_source(Project.load(folder), "12 cars", "20 cars")
    before = tree(folder)

    done = l10n(folder, "sync", "-n")

    assert "12 → 20" in done.stdout
    assert tree(folder) == before


def test_init_refuses_before_it_writes(tmp_path: Path) -> None:
    """An article that cannot be read, or a link out of the folder, is refused while everything lies where it lay."""
    article = make(tmp_path / "other").source / "ferry.html"
    folder = tmp_path / "news"
    (folder / "2026").mkdir(parents=True)
    (folder / "ferry.html").write_bytes(article.read_bytes())
    (folder / "2026" / "bad.html").write_bytes(b"<p>\xff\xff</p>")
    before = tree(folder)

    loose = l10n(folder, "init")
    assert loose.returncode == 2 and "`2026/bad.html` line 1: byte 3 is not UTF-8" in loose.stderr, loose.stderr
    assert tree(folder) == before and not (folder / "source").exists()

    (folder / "2026" / "bad.html").unlink()
    (folder / ".gitignore").symlink_to(article)
    linked = l10n(folder, "init")
    assert linked.returncode == 2 and "leads out of the project" in linked.stderr
    assert (folder / "ferry.html").exists()

    (folder / ".gitignore").unlink()
    assert l10n(folder, "init").returncode == 0


def test_init_beside_an_odd_pyproject(tmp_path: Path) -> None:
    """Settings that could not be read back are not written."""
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.l10n]\n", encoding="utf-8")

    done = l10n(tmp_path, "init")

    assert done.returncode == 2 and "hint: " in done.stderr
    assert path.read_text(encoding="utf-8") == "[tool.l10n]\n"


def test_without_a_command(tmp_path: Path) -> None:
    """`l10n` alone shows its help as talk, and no error."""
    done = l10n(tmp_path)

    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("Usage: l10n") and "error" not in done.stderr


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("python -m l10n --help >/dev/full", 1, ""),
        ("python -m l10n --version | :; exit ${PIPESTATUS[0]}", 1, ""),
        ("python -m l10n report >&-", 0, ""),
        ("python -m l10n build >&- 2>&-", 1, ""),
        ("python -m l10n frobnicate 2>&-", 2, ""),
        ("python -m l10n report --html", 2, "error: Option '--html' requires an argument.\nhint: see `l10n --help`\n"),
    ],
)
def test_streams_that_take_nothing(folder: Path, command: str, status: int, said: str) -> None:
    """Where a shell closed a stream, or its reader left, a command still does its work and ends in order."""
    command = command.replace("python", sys.executable)
    house = str(Path(__file__).parents[2])
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": house}
    )

    assert (done.returncode, done.stderr) == (status, said)


def test_letters_that_a_terminal_lacks() -> None:
    """They are spelt as JSON spells them, beyond U+FFFF as well."""
    assert json.loads(f'"{"Қ😀".encode("latin-1", SPELT).decode("latin-1")}"') == "Қ😀"


def test_shell_completion(tmp_path: Path) -> None:
    """Click's completion works under the name that the documentation of Click gives."""
    done = subprocess.run(
        [sys.executable, "-m", "l10n"],
        capture_output=True,
        text=True,
        check=False,
        env={
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "_L10N_COMPLETE": "bash_complete",
            "COMP_WORDS": "l10n review --sta",
            "COMP_CWORD": "2",
        },
    )

    assert (done.returncode, done.stdout) == (0, "plain,--state\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report"], "no project here"),
        (["-C", "nowhere", "report"], "no project"),
        (["init", "missing"], "no such folder"),
    ],
)
def test_errors_have_a_remedy(tmp_path: Path, arguments: list[str], said: str) -> None:
    """An error names what, where and the remedy, and leaves with status 2."""
    done = l10n(tmp_path, *arguments)

    assert done.returncode == 2
    assert said in done.stderr and "hint:" in done.stderr and "Traceback" not in done.stderr


def test_unknown_article(folder: Path) -> None:
    """A name that is no article is refused with the ones there are."""
    done = l10n(folder, "build", "fery")

    assert done.returncode == 2
    assert "`ferry`" in done.stderr


def test_init_repeats_no_line(folder: Path) -> None:
    """What git ignores already, in whichever spelling, is not written to .gitignore again."""
    ignored = "*.bak\n.l10n/\nbuild\n.l10n-*\n"
    (folder / ".gitignore").write_text(ignored, encoding="utf-8")

    assert l10n(folder, "init").returncode == 0

    assert (folder / ".gitignore").read_text(encoding="utf-8") == ignored


@pytest.mark.parametrize("command", [["init"], ["sync"]], ids=" ".join)
def test_a_long_step_shows_progress_on_a_terminal(command: list[str], tmp_path: Path) -> None:
    """Twenty articles are counted while they are worked on, where somebody looks; nothing is counted in a pipe."""
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n.toml").write_text('locales = ["en", "ru"]\n', encoding="utf-8")
    for number in range(20):
        (tmp_path / "source" / f"{number}.txt").write_text(f"Ferry {number} stopped\n", encoding="utf-8")
    run = [sys.executable, "-m", "l10n", *command]
    ours, terminal = os.openpty()

    piped = subprocess.run(run, cwd=tmp_path, capture_output=True, check=True)
    subprocess.run(run, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=terminal, check=True)
    said = os.read(ours, 65536)
    os.close(terminal)
    os.close(ours)

    assert b"\rsynced 1/20" in said
    assert b"\rsynced 20/20" in said
    assert b"/20" not in piped.stderr
