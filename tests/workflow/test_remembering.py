"""The memory of a project holds what somebody stands for, follows every change, and is never needed to be kept."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n import files, ledger, po
from l10n.errors import MemoryFileError
from l10n.memory import Memory, Row
from l10n.model import JOINED, State
from l10n.project import Project
from l10n.workflow import Options, moving, remembering, sync_articles
from tests.workflow import killed
from tests.workflow.killed import listed, review, sync
from tests.workflow.newsroom import ARTICLE, LATER, RUSSIAN, WHEN, edit_source, make, type_in

HOUSE = Path(__file__).parents[2]
KAZAKH = {
    "It takes 12 cars.": "Оған 12 көлік сыяды.",
    "Tickets cost 500 tenge.": "Билет 500 теңге тұрады.",
}


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose Russian is approved."""
    return killed.approved(tmp_path_factory.mktemp("newsroom") / "project")


@pytest.fixture
def project(tmp_path: Path, approved: Path) -> Project:
    shutil.copytree(approved, tmp_path / "project")
    return Project.load(tmp_path / "project")


def held(project: Project) -> list[tuple[str, str, Row]]:
    """Everything in the memory, sorted."""
    with remembering.opened(project) as (memory, _):
        return sorted(memory.rows())


def places(memory: Memory) -> tuple[object, ...]:
    """What is in a memory, whatever the way on which it came there."""
    found = memory.stats()
    return found.places, found.sources, found.origins, found.states, sorted(memory.rows()), memory.stamps()


def targets(project: Project, locale: str = "ru") -> dict[str, str]:
    """Targets by source."""
    return {row.source: row.target for _, target, row in held(project) if target == locale}


def settle(project: Project, more: str) -> Project:
    """Add to the settings."""
    path = project.settings_file
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return Project.load(project.folder)


# --- what enters


def test_what_somebody_stands_for(project: Project) -> None:
    """Every approved text with its record, its place and its neighbours."""
    assert targets(project) == RUSSIAN

    row = next(row for _, _, row in held(project) if row.source == "It takes 12 cars.")
    assert (row.state, row.origin, row.who, row.when) == (State.REVIEWED, "catalog", "aigul", WHEN)
    assert (row.article, row.context) == ("ferry", "p")
    assert (row.before, row.after) == ("The ferry on its first day", "Tickets cost 500 tenge.")


def test_drafts_do_not_enter(project: Project) -> None:
    """Fuzzy, empty and obsolete texts, and those that wait for their translator, are none."""
    path = project.catalog("ferry", "ru")
    edit_source(project, "Tickets cost 500 tenge.", "Tickets cost 600 tenge.")
    type_in(path, {"A ferry": ""})
    sync(project.folder, LATER)
    listed(project.folder)
    review(ledger.send_back, LATER, reason="Wrong boat")(project.folder)

    assert targets(project) == {}


def test_a_program_that_takes_flags_makes_no_translation(project: Project) -> None:
    """Drafts that lost their flag all at once are claims, and no part of the memory."""
    path = project.catalog("ferry", "kk")
    draft = po.read(path)
    said = [one.replace(targets=("Кеме",)).flagged(True) for one in draft.entries]
    po.write(draft.replace(entries=tuple(said)), path)
    sync(project.folder)
    po.write(draft.replace(entries=tuple(one.flagged(False) for one in said)), path)
    sync(project.folder, LATER)

    assert targets(project, "kk") == {}


def test_a_sentence_said_in_the_one_before(project: Project) -> None:
    """Two sentences in one target are one source, codes numbered on."""
    first, second = "The ferry runs again after 15 months.", "Drivers waited <a1>on the bank</a1> since dawn."
    said = "Паром снова ходит после 15 месяцев, и водители ждали <a1>на берегу</a1> с рассвета."
    type_in(project.catalog("ferry", "ru"), {first: said, second: JOINED})
    sync(project.folder, LATER)

    found = targets(project)
    assert found[f"{first} {second}"] == said
    assert second not in found and JOINED not in found.values()


def test_neighbours_make_a_match_in_context(project: Project) -> None:
    """The same sentence between the same sentences."""
    with remembering.opened(project) as (memory, update):
        asked = {"before": "The ferry on its first day", "after": "Tickets cost 500 tenge."}
        (match,) = remembering.search(project, memory, "It takes 12 cars.", target="ru", limit=1, **asked)
        (other,) = remembering.search(project, memory, "It takes 12 cars.", target="ru", limit=1)

    assert (match.kind, other.kind) == ("in-context", "exact")
    assert update.warnings == ()


def test_a_text_that_stands_in_several_places(tmp_path: Path) -> None:
    """Between the neighbours of each of them it is in context; not where its target says another sentence, too."""
    twice = "<p>Buses wait. Tickets cost 500 tenge.</p><p>Children pay half. Tickets cost 500 tenge. It is cheap.</p>"
    project = make(tmp_path, ARTICLE.replace("</article>", f"{twice}</article>"))
    sync(tmp_path)
    path = project.catalog("ferry", "ru")
    type_in(path, RUSSIAN | {"Buses wait.": "Автобусы ждут.", "Children pay half.": "Дети платят половину.",
                             "It is cheap.": "Это дёшево."})  # fmt: skip
    sync(tmp_path, LATER)

    def kinds() -> list[str]:
        neighbours = (
            ("It takes 12 cars.", "Buses wait."),
            ("Buses wait.", "Children pay half."),
            ("Children pay half.", "It is cheap."),
            ("Children pay half.", "Buses wait."),
        )
        with remembering.opened(project) as (memory, _):
            asked = (remembering.search(project, memory, "Tickets cost 500 tenge.", before=before, after=after)[:1]
                     for before, after in neighbours)  # fmt: skip
            return [match.kind for matches in asked for match in matches]

    assert kinds() == ["in-context", "in-context", "in-context", "exact"]
    type_in(path, {"Tickets cost 500 tenge.": "Билет стоит 500 тенге, дёшево.", "Buses wait.": JOINED})
    sync(tmp_path, LATER)
    assert set(kinds()) == {"fuzzy"}


# --- what changed


CHANGES: dict[str, Callable[[Project], object]] = {
    "typed": lambda project: type_in(project.catalog("ferry", "kk"), KAZAKH),
    "typed anew": lambda project: type_in(project.catalog("ferry", "ru"), {"A ferry": "Паромище"}),
    "synced": lambda project: sync(project.folder, LATER),
    "edited": lambda project: edit_source(project, "It takes", "It now takes"),
    "another language": lambda project: edit_source(project, 'lang="en"', 'lang="kk"'),
    "moved": lambda project: moving.move(project, "ferry", "2026/ferry"),
    "gone": lambda project: project.catalog("ferry", "ru").unlink(),
    "no ledger": lambda project: project.ledger("ferry", "ru").unlink(),
    "no article": lambda project: (project.source / "ferry.html").unlink(),
    "settings": lambda project: settle(project, "[article.ferry]\nsource-locale = 'kk'\n"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_brought_up_to_date_is_made_anew(project: Project, name: str) -> None:
    """After each change the memory is what a new one would be; without one, nothing is read."""
    held(project)
    CHANGES[name](project)
    project = Project.load(project.folder)
    with remembering.opened(project) as (memory, _):
        followed = places(memory)
    with remembering.opened(project) as (_, update):
        assert (update.read, update.dropped) == (0, 0)
    shutil.rmtree(project.cache)

    with remembering.opened(project) as (memory, update):
        assert places(memory) == followed
        assert update.read == len([key for key in memory.stamps() if "\t" not in key])


def test_any_changes_in_any_order(project: Project) -> None:
    """The same after many changes, each seen or not seen by a memory in between."""
    dice = random.Random(20261126)
    names = ["typed", "typed anew", "synced", "edited", "synced"]
    for _ in range(6):
        name = dice.choice(names)
        if name != "edited" or "It takes" in (project.source / "ferry.html").read_text(encoding="utf-8"):
            CHANGES[name](project)
        if dice.random() < 0.5:
            held(project)
    with remembering.opened(project) as (memory, _):
        followed = places(memory)
    (project.cache / remembering.FILE).unlink()

    with remembering.opened(project) as (memory, _):
        assert places(memory) == followed


def test_only_what_changed_is_read(project: Project) -> None:
    """One catalog was typed in: one catalog is read; a touched one is not."""
    held(project)
    type_in(project.catalog("ferry", "kk"), KAZAKH)
    os.utime(project.catalog("ferry", "ru"), (1, 1))

    with remembering.opened(project) as (_, update):
        assert list(update.rows) == ["catalog locales/kk/ferry.po"]


def test_a_pipe_in_the_place_of_a_ledger(project: Project) -> None:
    """Nobody waits at it: it is told, and what was remembered stays."""
    before = held(project)
    path = project.ledger("ferry", "ru")
    path.unlink()
    os.mkfifo(path)

    with remembering.opened(project) as (memory, update):
        assert sorted(memory.rows()) == before
    assert [str(path) in said and "no file, but a pipe" in said for said in update.warnings] == [True]


def test_a_catalog_that_is_broken_keeps_what_was_remembered(project: Project) -> None:
    """One broken file is told each time, with its line, and takes nothing away; mended, it counts again."""
    before = held(project)
    path = project.catalog("ferry", "ru")
    good = path.read_bytes()
    path.write_bytes(good + b'\nmsgid "open\n')
    for _ in range(2):
        with remembering.opened(project) as (memory, update):
            assert sorted(memory.rows()) == before
            assert len(update.warnings) == 1 and "ferry.po` line" in update.warnings[0]
    path.write_bytes(good)

    with remembering.opened(project) as (_, update):
        assert update.warnings == ()


def test_an_article_that_is_gone_leaves_its_translations(project: Project) -> None:
    """Its catalogs say in which language it was."""
    before = held(project)
    assert all(source == "en" for source, _, _ in before)
    (project.source / "ferry.html").unlink()

    assert held(project) == before


# --- TMX files and other projects

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="EN-US"><seg>The bridge is closed.</seg></tuv><tuv xml:lang="ru-RU"><seg>Мост закрыт.</seg></tuv>
<tuv xml:lang="kk"><seg>Көпір жабық.</seg></tuv><tuv xml:lang="de"><seg>Die Brücke ist zu.</seg></tuv></tu>
<tu srclang="*all*"><tuv xml:lang="kk"><seg>Сәлем!</seg></tuv><tuv xml:lang="ru"><seg>Привет!</seg></tuv></tu>
</body></tmx>
"""


def test_tmx_files(project: Project) -> None:
    """Those in `memory/` and those that the settings name, in every pair of locales; gone, they are forgotten."""
    (project.folder / "memory" / "old").mkdir(parents=True)
    (project.folder / "memory" / "old" / "agency.tmx").write_text(TMX, encoding="utf-8")
    (project.folder.parent / "far.tmx").write_text(TMX.replace("bridge", "road"), encoding="utf-8")
    project = settle(project, '[memory]\ntmx = ["../far.tmx"]\npenalties = {tmx = 3}\n')

    rows = {(source, target, row.source): row for source, target, row in held(project) if row.origin == "tmx"}
    assert set(rows) == {
        ("en", "ru", "The bridge is closed."),
        ("en", "kk", "The bridge is closed."),
        ("en", "ru", "The road is closed."),
        ("en", "kk", "The road is closed."),
        ("kk", "ru", "Сәлем!"),
        ("ru", "kk", "Привет!"),
    }
    assert rows["en", "ru", "The road is closed."].article == "far.tmx"
    with remembering.opened(project) as (memory, _):
        (match,) = remembering.search(project, memory, "The road is closed.", target="kk", limit=1)
        assert (match.score, match.penalty, match.kind, match.state) == (97, 3, "exact", State.TRANSLATED)

    shutil.rmtree(project.folder / "memory")
    with remembering.opened(project) as (memory, update):
        assert (update.read, update.dropped) == (0, 1)
        assert "The bridge is closed." not in {row.source for _, _, row in memory.rows()}


def test_a_tmx_file_that_is_not_there_now(project: Project) -> None:
    """A disk of others may be away: what was read of it stays, and that is told; out of the settings it goes."""
    far = project.folder.parent / "far.tmx"
    far.write_text(TMX, encoding="utf-8")
    named = settle(project, '[memory]\ntmx = ["../far.tmx"]\n')
    before = held(named)
    far.unlink()

    with remembering.opened(named) as (memory, update):
        assert sorted(memory.rows()) == before
        assert update.warnings == (
            "`../far.tmx`, which the settings name, is not there; what is remembered of it stays",
        )
    assert len(held(project)) == len(before) - 4


BROKEN = {
    "cut": (TMX[: TMX.index('<tu srclang="*all*"')], 2, "the 1 units before that place"),
    "bomb": (TMX.replace("<tmx ", '<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx ', 1), 0, "stays"),
    "no text": (TMX.replace("<seg>Мост закрыт.</seg>", ""), 2, "without `<seg>`"),
    "no TMX": ("<html/>", 0, "stays"),
    "nothing": ("", 0, "stays"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_tmx_file(project: Project, name: str) -> None:
    """What stands before the fault enters, and the fault is told with its file."""
    text, least, said = BROKEN[name]
    project.memory.mkdir()
    (project.memory / "bad.tmx").write_text(text, encoding="utf-8")

    with remembering.opened(project) as (memory, update):
        found = [row for _, _, row in memory.rows() if row.origin == "tmx"]
    assert len(found) >= least and len(found) == len(set(found))
    assert any("bad.tmx" in one and said in one for one in update.warnings), update.warnings


def test_other_projects(project: Project, approved: Path) -> None:
    """Their catalogs enter with their ledgers, and say whose they are; one that cannot be read is told."""
    other = project.folder.parent / "sports"
    shutil.copytree(approved, other)
    type_in(project.catalog("ferry", "ru"), dict.fromkeys(RUSSIAN, ""))
    project = settle(project, '[memory]\nprojects = ["../sports"]\n')

    (match,) = _search(project, "A ferry")
    assert (match.target, match.origin, match.state) == ("Паром", "project", State.REVIEWED)
    assert match.article == "sports: ferry"

    (other / "l10n.toml").write_text("locales = 3", encoding="utf-8")
    with remembering.opened(project) as (_, update):
        assert "the project `../sports` cannot be read" in update.warnings[0]
    assert _search(project, "A ferry") == [match]
    assert _search(settle(Project.load(project.folder), ""), "A ferry") == [match]


def test_a_project_does_not_name_itself(project: Project) -> None:
    """It is told, and its own catalogs count once."""
    project = settle(project, '[memory]\nprojects = ["."]\n')

    with remembering.opened(project) as (_, update):
        assert "it is this project itself" in update.warnings[0]


def _search(project: Project, text: str) -> list[object]:
    with remembering.opened(project) as (memory, _):
        return [*remembering.search(project, memory, text, target="ru")]


# --- the file


@pytest.mark.parametrize("data", [b"no database at all, but a text" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_memory(project: Project, data: bytes) -> None:
    """One error, whose remedy is to delete the file; after that everything is there again."""
    before = held(project)
    for name in (remembering.FILE, f"{remembering.FILE}-wal", f"{remembering.FILE}-shm"):
        (project.cache / name).unlink(missing_ok=True)
    (project.cache / remembering.FILE).write_bytes(data)

    with pytest.raises(MemoryFileError) as caught:
        held(project)
    assert "delete `.l10n/memory.sqlite`" in caught.value.hint
    (project.cache / remembering.FILE).unlink()
    assert held(project) == before


@pytest.mark.parametrize("data", [b"", b"[1, 2]", b'{"catalog locales/ru/ferry.po": [0, "x", 3]}', b"{" * 100_000])
def test_odd_stamps_cost_nothing_but_time(project: Project, data: bytes) -> None:
    """The cache of stamps may hold anything."""
    before = held(project)
    (project.cache / remembering.STAMPS).write_bytes(data)

    assert held(project) == before


def many(folder: Path, count: int = 24) -> Project:
    """A project of many articles in Russian and Kazakh."""
    project = make(folder)
    page = (project.source / "ferry.html").read_text(encoding="utf-8")
    for number in range(count):
        own = page.replace("12 cars", f"{number + 13} cars")
        (project.source / f"ferry-{number}.html").write_text(own, encoding="utf-8")
    sync_articles(project, project.articles(), Options(when=WHEN))
    for article in project.articles():
        type_in(project.catalog(article.name, "ru"), lambda source: RUSSIAN.get(source, f"Он берёт: {source}"))
        type_in(project.catalog(article.name, "kk"), KAZAKH)
    sync_articles(project, project.articles(), Options(when=WHEN, by="aigul"))
    return project


def test_several_at_once(tmp_path: Path) -> None:
    """Processes that open a memory that is not there yet all get an answer; it is the one that one of them makes."""
    project = many(tmp_path / "project")
    code = """
import sys
from l10n.project import Project
from l10n.workflow import remembering
with remembering.opened(Project.load(sys.argv[1]), wait=sys.argv[2] == "wait") as (memory, update):
    found = remembering.search(Project.load(sys.argv[1]), memory, "Tickets cost 500 tenge.", target="ru")
    assert update.is_elsewhere or found, "up to date"
"""
    command = [sys.executable, "-c", code, str(project.folder)]
    runs = [
        subprocess.Popen([*command, how], stderr=subprocess.PIPE, text=True, cwd=HOUSE)
        for how in ("wait", "now", "wait", "now")
    ]
    told = [run.communicate()[1] for run in runs]

    assert [run.returncode for run in runs] == [0] * 4, told
    with remembering.opened(project) as (memory, update):
        together = places(memory)
        assert update.read == 0
    shutil.rmtree(project.cache)
    with remembering.opened(project) as (memory, _):
        assert places(memory) == together


def test_reading_while_another_one_writes(project: Project) -> None:
    """Who does not wait gets what is there."""
    before = held(project)
    type_in(project.catalog("ferry", "kk"), KAZAKH)
    with (
        files.lock(project.cache / remembering.LOCK),
        remembering.opened(project, wait=False) as (memory, update),
    ):
        assert update.is_elsewhere
        assert sorted(memory.rows()) == before

    assert len(held(project)) == len(before) + 2


def test_killed_midway(tmp_path: Path) -> None:
    """Whatever catalog it is at, and in the midst of one: what was finished stays, and the next one goes on."""
    project = many(tmp_path / "project", 8)
    code = """
import os, signal, sys
from l10n.project import Project
from l10n.workflow import feeding, remembering
left = int(sys.argv[2])
rows = feeding.catalog_rows
def deadly(*arguments):
    global left
    for row in rows(*arguments):
        yield row
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
feeding.catalog_rows = deadly
with remembering.opened(Project.load(sys.argv[1])): pass
"""
    read: Counter[int] = Counter()
    for moment in (1, 9, 20, 30):
        command = [sys.executable, "-c", code, str(project.folder), str(moment)]
        run = subprocess.run(command, check=False, capture_output=True, cwd=HOUSE)
        assert run.returncode == -9, run.stderr
        with Memory(project.cache / remembering.FILE) as memory:
            read[moment] = sum("\t" not in key for key in memory.stamps())
    with remembering.opened(project) as (memory, update):
        followed = places(memory)
    assert 0 < read[9] < read[30], "each went on where the one before had been killed"
    assert update.read == 27 - read[30]
    shutil.rmtree(project.cache)

    with remembering.opened(project) as (memory, _):
        assert places(memory) == followed


def test_progress(project: Project) -> None:
    """A counter goes up to what there is."""
    project.memory.mkdir()
    unit = "<tu><tuv xml:lang='en'><seg>Line {0}.</seg></tuv><tuv xml:lang='ru'><seg>Строка {0}.</seg></tuv></tu>\n"
    units = "".join(unit.format(number) for number in range(4_000))
    (project.memory / "big.tmx").write_text(TMX.replace("</body>", f"{units}</body>"), encoding="utf-8")
    steps: list[tuple[int, int]] = []
    with remembering.opened(project, lambda done, total: steps.append((done, total))):
        pass

    assert steps == sorted(steps) and len(steps) >= 2
    assert steps[-1][0] <= steps[-1][1]
