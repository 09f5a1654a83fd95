"""What `l10n memory` prints and how it leaves, in a real project."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from l10n import po
from l10n.cli import main
from l10n.project import Project
from tests.workflow import killed
from tests.workflow.newsroom import RUSSIAN, l10n, tree, type_in
from tests.workflow.test_aligning import translated
from tests.workflow.test_remembering import KAZAKH, TMX

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose Russian is approved; Kazakh waits."""
    return killed.approved(tmp_path_factory.mktemp("newsroom") / "project")


@pytest.fixture
def folder(tmp_path: Path, newsroom: Path) -> Path:
    shutil.copytree(newsroom, tmp_path / "project")
    return tmp_path / "project"


def test_search(folder: Path) -> None:
    """Score, kind, state, origin, place, who and when; the difference of the sources; the target."""
    done = l10n(folder, "memory", "search", "Tickets cost 600 tenge.", "-l", "ru")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        " 99 adapted · reviewed · catalog · ferry (p) · aigul · 2026-11-22",
        "    en  Tickets cost [-500-]{+600+} tenge.",
        "    ru  Билет стоит 600 тенге.",
    ]


def test_search_as_json(folder: Path) -> None:
    """The same for programs, with all that is known."""
    (found,) = json.loads(l10n(folder, "memory", "search", "Tickets cost 600 tenge.", "--json", "--limit", "1").stdout)

    assert (found["score"], found["kind"], found["penalty"]) == (99, "adapted", 0)
    assert (found["source"], found["target"]) == ("Tickets cost 500 tenge.", "Билет стоит 600 тенге.")
    assert (found["source locale"], found["target locale"]) == ("en", "ru")
    assert (found["state"], found["origin"], found["who"], found["article"]) == (
        "reviewed",
        "catalog",
        "aigul",
        "ferry",
    )
    assert (found["before"], found["msgctxt"], found["places"]) == ("It takes 12 cars.", "p", 1)
    assert "".join(text for sign, text in found["difference"] if sign != "-") == "Tickets cost 600 tenge."


def test_best_first_and_least(folder: Path) -> None:
    """Scores fall, none is below the least; the settings say which that is."""
    scores = [one["score"] for one in found(folder, "The ferry runs again", "--least", "30")]
    assert scores == sorted(scores, reverse=True) and 30 <= scores[-1] < 70
    assert all(one["score"] >= 70 for one in found(folder, "The ferry runs again"))

    settings = folder / "l10n.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "[memory]\nleast = 30\n", encoding="utf-8")
    assert [one["score"] for one in found(folder, "The ferry runs again")] == scores


def test_as_many_as_asked_for(folder: Path) -> None:
    """The best of all languages together, whichever are named, and however often."""
    type_in(folder / "locales" / "kk" / "ferry.po", KAZAKH)
    text = "Tickets cost 500 tenge."

    assert len(found(folder, text, "-l", "ru", "-l", "kk")) == 2
    assert len(found(folder, text, "-l", "ru", "-l", "kk", "--limit", "1")) == 1
    assert len(found(folder, text, "-l", "ru", "-l", "ru")) == 1


def found(folder: Path, text: str, *options: str) -> list[dict[str, int]]:
    return list(json.loads(l10n(folder, "memory", "search", text, "--json", *options).stdout))


def test_nothing_like_it(folder: Path) -> None:
    """It is said, and the exit status tells."""
    done = l10n(folder, "memory", "search", "Parliament met.", "-l", "ru")

    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing like it is in the memory" in done.stderr


def test_concordance(folder: Path) -> None:
    """A word in another form, on either side, with marks around it."""
    done = l10n(folder, "memory", "search", "--concordance", "паромом")
    assert (done.returncode, done.stderr) == (0, "")
    assert "    ru  ⟦Паром⟧ вернулся на реку Или" in done.stdout.splitlines()

    done = l10n(folder, "memory", "search", "--concordance", "drivers waited", "--json")
    (passage,) = json.loads(done.stdout)
    assert passage["side"] == "source"
    assert [passage["source"][start:end] for start, end in passage["spans"]] == ["Drivers waited"]


def test_passages_of_several_languages(folder: Path) -> None:
    """Each language that is named has its share of the limit, and takes what another leaves."""
    type_in(folder / "locales" / "kk" / "ferry.po", KAZAKH | {"A ferry": "Паром"})

    def locales(limit: int) -> list[str]:
        asked = ("--concordance", "-l", "ru", "-l", "kk", "--limit", str(limit))
        return [str(one["target locale"]) for one in found(folder, "ferry", *asked)]

    assert locales(2) == ["ru", "kk"]
    assert locales(4) == ["ru", "kk", "ru", "ru"]


def test_what_a_text_cannot_do_to_a_terminal(folder: Path) -> None:
    """Control characters are shown, right-to-left text is isolated, colours are for terminals."""
    type_in(folder / "locales" / "ru" / "ferry.po", {"A ferry": "Паром \x1b[31m قايىق"})
    done = l10n(folder, "memory", "search", "A ferry", "-l", "ru", "--limit", "1")

    assert "\x1b" not in done.stdout
    assert "\u2068Паром ␛[31m قايىق\u2069" in done.stdout


def test_colours_on_a_terminal(folder: Path) -> None:
    """What is gone is red and what came is green, and neither by colour alone; NO_COLOR is obeyed."""
    command = [sys.executable, "-m", "l10n", "-C", str(folder), "memory", "search", "Tickets cost 600 tenge."]
    shown = []
    for more in ({}, {"NO_COLOR": "1"}):
        ours, theirs = pty.openpty()
        environment = {**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **more}
        subprocess.run(command, stdout=theirs, stderr=subprocess.DEVNULL, check=True, cwd=HOUSE, env=environment)
        os.close(theirs)
        shown.append(os.read(ours, 10_000).decode())
        os.close(ours)

    assert "\x1b[31m[-500-]\x1b[0m\x1b[32m{+600+}\x1b[0m" in shown[0]
    assert "[-500-]{+600+}" in shown[1] and "\x1b" not in shown[1]


def test_stats(folder: Path) -> None:
    """By locales, origin and state; and what was read."""
    done = l10n(folder, "memory", "stats")
    assert "en > ru: 7 pairs" in done.stdout and "state reviewed: 8 places" in done.stdout
    assert "from: 3 catalogs\n" in done.stdout
    assert "3 files read anew" in done.stderr
    assert "it was up to date" in l10n(folder, "memory", "stats").stderr

    data = json.loads(l10n(folder, "memory", "stats", "--json").stdout)
    assert data["locales"] == [{"source": "en", "target": "ru", "pairs": 7}]
    assert (data["files"], data["places"], data["read"]) == (3, 8, 0)


def test_import_and_export(folder: Path) -> None:
    """A file of an agency enters; what goes out has both."""
    (folder / "agency.tmx").write_text(TMX, encoding="utf-8")
    done = l10n(folder, "memory", "import", "agency.tmx")
    assert done.returncode == 0
    assert done.stdout == "en > kk: 1 pair\nen > ru: 1 pair\nkk > ru: 1 pair\nru > kk: 1 pair\n"
    assert "`memory/agency.tmx` is a part of the memory\n" in done.stderr
    assert "already" in l10n(folder, "memory", "import", "agency.tmx").stderr
    assert "Мост закрыт." in l10n(folder, "memory", "search", "The bridge is closed.").stdout

    done = l10n(folder, "memory", "export", "out.tmx", "-l", "ru")
    assert (done.returncode, done.stdout) == (0, "")
    text = (folder / "out.tmx").read_text(encoding="utf-8")
    assert "Мост закрыт." in text and "Билет стоит 500 тенге." in text and "Көпір" not in text


def test_import_of_a_file_that_is_cut_off(folder: Path) -> None:
    """What could be read enters, the place is told, and the exit status says that it was not all."""
    (folder / "cut.tmx").write_text(TMX[: TMX.index('<tu srclang="*all*"')], encoding="utf-8")
    done = l10n(folder, "memory", "import", "cut.tmx")

    assert done.returncode == 1
    assert "`memory/cut.tmx` line" in done.stderr and "the 1 units before that place" in done.stderr
    assert "en > ru: 1 pair" in done.stdout


def test_align(folder: Path) -> None:
    """Proposals with what became of them; the drafts are in the catalog, and no part of the memory."""
    type_in(folder / "locales" / "ru" / "ferry.po", dict.fromkeys(RUSSIAN, ""))
    translated(folder)
    before = tree(folder)
    done = l10n(folder, "memory", "align", "ferry", "ru", "old.html", "-n")
    assert done.returncode == 0 and "nothing was written" in done.stderr
    assert tree(folder) == before

    done = l10n(folder, "memory", "align", "ferry", "ru", "old.html", "--by", "aigul")
    assert done.returncode == 0
    assert " 99 · drafted\n    en  Tickets cost 500 tenge.\n    ru  Билет стоит 500 тенге.\n" in done.stdout
    assert "without a counterpart: 0 sentences of the article, 0 of the other" in done.stderr
    drafts = [one for one in po.read(folder / "locales" / "ru" / "ferry.po").entries if one.fuzzy]
    assert len(drafts) >= 4
    assert l10n(folder, "memory", "search", "Tickets cost 500 tenge.", "-l", "ru").returncode == 1


def test_align_into_the_memory(folder: Path) -> None:
    """The pairs lie in the project, enter the memory at a penalty, and are told as JSON with their evidence."""
    type_in(folder / "locales" / "ru" / "ferry.po", dict.fromkeys(RUSSIAN, ""))
    translated(folder)
    done = l10n(folder, "memory", "align", "ferry", "ru", "old.html", "--memory", "--json")
    data = json.loads(done.stdout)

    assert "wrote `memory/aligned/ferry.ru.tmx`" in done.stderr
    (one,) = [one for one in data["proposals"] if one["source"] == "It takes 12 cars."]
    assert one["trust"] >= 90 and {"number", "length"} <= {reason["kind"] for reason in one["evidence"]}
    shown = l10n(folder, "memory", "search", "It takes 12 cars.", "-l", "ru").stdout
    assert shown.startswith(" 95 exact · translated · alignment −5 · ferry (p)\n")


def test_align_with_nothing(folder: Path) -> None:
    """A page without a sentence in common."""
    (folder / "old.html").write_text("<p></p>", encoding="utf-8")

    assert l10n(folder, "memory", "align", "ferry", "ru", "old.html").returncode == 1


def test_a_damaged_memory(folder: Path) -> None:
    """One error with its remedy, which works."""
    path = folder / ".l10n" / "memory.sqlite"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"it was a memory once" * 300)
    done = l10n(folder, "memory", "search", "A ferry")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "error: `.l10n/memory.sqlite`: the file is no translation memory",
        "hint: delete `.l10n/memory.sqlite`: the next command makes it anew, nothing is lost by that",
    ]
    path.unlink()
    assert l10n(folder, "memory", "search", "A ferry").returncode == 0


WRONG = [
    (["search", " "], "TEXT is empty"),
    (["search", "x", "-l", "de"], "`de` is not among the project's locales"),
    (["search", "x", "-l", "kk-Latn"], "`kk-Latn` is converted from `kk` and has no catalog"),
    (["search", "x", "--concordance", "--least", "50"], "--least does not go with --concordance"),
    (["search", "x", "--least", "101"], "101"),
    (["align", "ferry", "xx", "old.html"], "`xx` is not among"),
    (["align", "nowhere", "ru", "old.html"], "there is no article `nowhere`"),
    (["align", "ferry", "ru", "gone.html"], "cannot be read"),
    (["import", "gone.tmx"], "there is no such file"),
    (["export", "no/where/out.tmx"], "it cannot be written"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_use(folder: Path, arguments: list[str], said: str) -> None:
    """Exit status 2, what was wrong, and a hint."""
    settings = folder / "l10n.toml"
    settings.write_text('variants = ["kk-Latn"]\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    done = l10n(folder, "memory", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and "hint: " in done.stderr


def test_git_ignores_the_memory(folder: Path) -> None:
    """`l10n init` lets git ignore it; what enters it from other programs is under version control."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    assert l10n(folder, "init").returncode == 0
    (folder / "agency.tmx").write_text(TMX, encoding="utf-8")
    l10n(folder, "memory", "import", "agency.tmx")
    command = ["git", "-C", str(folder), "status", "--porcelain", "--untracked-files=all"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert "memory/agency.tmx" in shown and ".l10n" not in shown.replace(".l10n.toml", "")


@pytest.mark.parametrize("name", ["search", "stats", "import", "export", "align"])
def test_help(name: str) -> None:
    """Every command explains itself and its options."""
    command = main.commands["memory"].commands[name]  # type: ignore[attr-defined]

    assert command.help
    assert all(param.help for param in command.params if isinstance(param, click.Option))


def test_nothing_is_read_where_nothing_changed(folder: Path) -> None:
    """A second search looks at stamps alone."""
    l10n(folder, "memory", "search", "A ferry")
    project = Project.load(folder)
    for path in (project.catalog("ferry", "ru"), project.ledger("ferry", "ru"), project.source / "ferry.html"):
        os.utime(path, (1, 1))
    l10n(folder, "memory", "search", "A ferry")
    stamp = project.catalog("ferry", "ru").stat()
    project.catalog("ferry", "ru").write_bytes(b"x" * stamp.st_size)
    os.utime(project.catalog("ferry", "ru"), (1, 1))

    assert l10n(folder, "memory", "search", "A ferry").stderr == ""
