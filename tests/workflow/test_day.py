"""A day of a translator and of an editor: what the commands do to their files, and what they say."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from l10n import po
from l10n.cli.talk import from_here
from l10n.project import Project
from tests.programs import need
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, make, segment_id, tree, type_in

TWINS = """<article><h1>Three on the ferry</h1>
<p>Dana was nineteen. She had no ticket.</p>
<p>I waited.</p>
<p>Marat came with a truck. It was full.</p>
<p>I waited.</p>
</article>
"""


@pytest.fixture
def twins(tmp_path: Path) -> Project:
    """Two people say the same sentence."""
    project = make(tmp_path, TWINS)
    assert l10n(project.folder, "sync").returncode == 0
    return project


@pytest.fixture
def typed(tmp_path: Path) -> Project:
    """Everything is typed in Russian."""
    project = make(tmp_path)
    l10n(project.folder, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    l10n(project.folder, "sync", "--by", "aigul")
    return project


def test_a_dry_run_of_a_split_writes_nothing(twins: Project) -> None:
    """`--split` with `--dry-run` says what it would do, and the settings stay."""
    before = tree(twins.folder)
    name = segment_id(twins.template("ferry"), "I waited.")

    done = l10n(twins.folder, "sync", "--split", name, "--dry-run")

    assert "ferry · ru: 1 new" in done.stdout
    assert "nothing was written" in done.stderr
    assert tree(twins.folder) == before


def test_a_dry_run_of_onto_writes_nothing(typed: Project, tmp_path: Path) -> None:
    """`--onto` with `--dry-run` brings nothing back yet."""
    catalog = typed.catalog("ferry", "ru")
    foreign = tmp_path / "returned.po"
    foreign.write_bytes(catalog.read_bytes().replace("Он берёт".encode(), "Он вмещает".encode()))
    before = tree(typed.folder)

    done = l10n(typed.folder, "sync", "--onto", str(catalog), str(foreign), "--dry-run", "--by", "aigul")

    assert "1 typed" in done.stdout
    assert "nothing was written" in done.stderr
    assert tree(typed.folder) == before


@pytest.fixture
def repository(typed: Project) -> Project:
    """The same under git, everything committed by the editor."""
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "first"]):
        git(typed.folder, "timur", *words)
    return typed


def git(folder: Path, who: str, *words: str) -> str:
    """git, as a person of the newsroom."""
    person = ["-c", f"user.name={who}", "-c", f"user.email={who}@example.org"]
    done = subprocess.run(
        [need("git"), *person, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


def russian(project: Project, source: str, *more: str) -> dict[str, Any]:
    """What review says of one Russian segment."""
    name = segment_id(project.catalog("ferry", "ru"), source)
    listed = l10n(project.folder, "review", "-l", "ru", "-s", name, "--json", *more).stdout
    (item,) = json.loads(listed)
    return dict(item)


def test_sync_says_who_typed(repository: Project) -> None:
    """Who typed what is new stands in the line; where nobody knows, a hint says what to do."""
    type_in(repository.catalog("ferry", "ru"), {"A ferry": "Паром у берега"})
    unknown = l10n(repository.folder, "sync")
    type_in(repository.catalog("ferry", "ru"), {"A ferry": "Паром на реке"})
    known = l10n(repository.folder, "sync", "--by", "aigul")

    assert "ferry · ru: 1 typed by somebody unknown\n" in unknown.stdout
    assert "hint: who typed it is told by `--by ID`" in unknown.stderr
    assert "ferry · ru: 1 typed by aigul\n" in known.stdout
    assert "hint" not in known.stderr


def test_whoever_commits_later_is_known_to_review(repository: Project) -> None:
    """A text that was synced before it was committed gets its translator from git, and four eyes count."""
    type_in(repository.catalog("ferry", "ru"), {"A ferry": "Паром у берега"})
    l10n(repository.folder, "sync")
    assert russian(repository, "A ferry")["translators"] == [""]
    git(repository.folder, "aigul", "commit", "-qam", "the caption")

    assert russian(repository, "A ferry")["translators"] == ["aigul"]
    assert l10n(repository.folder, "review", "-l", "ru", "--approve", "--by", "timur").returncode == 0
    l10n(repository.folder, "sync")
    item = russian(repository, "A ferry")
    assert (item["translators"], item["reviewers"]) == (["aigul"], ["timur"])
    assert '"verb":"translate"' in repository.ledger("ferry", "ru").read_text(encoding="utf-8").splitlines()[-2]


def test_review_tells_translators_from_editors(typed: Project) -> None:
    """Who typed a text and who approved it are two things."""
    l10n(typed.folder, "review", "-l", "ru")
    done = l10n(typed.folder, "review", "-l", "ru", "--approve", "--by", "timur")

    assert done.stdout == "ferry · ru: 8 segments approved\n"
    listed = l10n(typed.folder, "review", "-l", "ru", "--all").stdout
    assert listed.count(", typed by aigul, approved by timur") == 8


def test_an_original_waits_for_nobody(typed: Project) -> None:
    """An editor of the language of the original sees its copy edits, not the original; asked for, that too."""
    assert l10n(typed.folder, "review", "-l", "en").stderr == "nothing waits here\n"
    assert len(l10n(typed.folder, "review", "-l", "en", "--all").stdout.splitlines()) == 1 + 2 * 8
    type_in(typed.catalog("ferry", "en"), {"A ferry": "A ferry on the river"})
    assert "A ferry on the river" in l10n(typed.folder, "review").stdout
    done = l10n(typed.folder, "review", "ferry", "--approve", "--by", "timur")
    assert "ferry · en: 1 segment approved\n" in done.stdout


def test_an_empty_listing_was_a_listing(typed: Project) -> None:
    """A verb after a listing with nothing in it says that nothing fits, not that nothing was listed."""
    never = l10n(typed.folder, "review", "-l", "kk", "--approve", "--by", "timur")
    l10n(typed.folder, "review", "-l", "kk")
    empty = l10n(typed.folder, "review", "-l", "kk", "--approve", "--by", "timur")

    assert (never.returncode, empty.returncode) == (2, 1)
    assert "nothing was listed yet" in never.stderr
    assert "nothing that was listed fits" in empty.stderr


def test_a_reason_stays_until_the_answer_is_handed_in(typed: Project) -> None:
    """A translator who works on a text that was sent back, and leaves it fuzzy, still sees the reason."""
    catalog = typed.catalog("ferry", "ru")
    l10n(typed.folder, "review", "-l", "ru", "-k", "alt", "--all")
    l10n(typed.folder, "review", "-l", "ru", "-k", "alt", "--send-back", "Чей паром?", "--by", "timur")
    halfway = catalog.read_text(encoding="utf-8").replace('msgstr "Паром"', 'msgstr "Паром кооператива?"')
    catalog.write_text(halfway, encoding="utf-8")
    l10n(typed.folder, "sync", "--by", "aigul")
    assert "# l10n-note: Чей паром?" in catalog.read_text(encoding="utf-8")

    type_in(catalog, {"A ferry": "Паром кооператива"})
    l10n(typed.folder, "sync", "--by", "aigul")
    assert "l10n-note" not in catalog.read_text(encoding="utf-8")


def test_a_changed_fact_stands_in_the_review(typed: Project) -> None:
    """The fact that changed is named beside the text, and an unchanged target is not shown twice."""
    l10n(typed.folder, "review", "-l", "ru")
    l10n(typed.folder, "review", "-l", "ru", "--approve", "--by", "timur")
    edit_source(typed, "12 cars", "20 cars")
    assert "ferry · ru: 1 source changed\n" in l10n(typed.folder, "sync").stdout

    said = l10n(typed.folder, "review", "-l", "ru", "--for", "translator").stdout

    assert "    changed: number 12 → 20\n" in said
    assert "the target is the same\n" in said
    assert said.count("Он берёт 12 машин.") == 1
    assert russian(typed, "It takes 20 cars.")["changed"] == "number 12 → 20"


def test_approvals_that_came_back_fuzzy_are_counted(typed: Project) -> None:
    """Another program flagged approved texts: sync says how many, once."""
    l10n(typed.folder, "review", "-l", "ru")
    l10n(typed.folder, "review", "-l", "ru", "--approve", "--by", "timur")
    catalog = typed.catalog("ferry", "ru")
    read = po.read(catalog)
    po.write(read.replace(entries=tuple(entry.flagged(True) for entry in read.entries)), catalog)

    assert "ferry · ru: 8 approved, flagged fuzzy\n" in l10n(typed.folder, "sync").stdout
    assert l10n(typed.folder, "sync").stdout == ""


def test_a_conflict_that_sync_merged_is_told(typed: Project) -> None:
    """A catalog with git's marks is merged, which sync says, with what remains to be done."""
    catalog = typed.catalog("ferry", "ru")
    ours, theirs = 'msgstr "Паром"\n', 'msgstr "Паром у берега"\n'
    text = catalog.read_text(encoding="utf-8")
    assert ours in text
    catalog.write_text(text.replace(ours, f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> b\n"), encoding="utf-8")

    done = l10n(typed.folder, "sync")

    assert "ferry · ru: both sides of a git conflict merged" in done.stdout
    assert "hint: `git add` the merged catalogs" in done.stderr


def in_folder(project: Project) -> Path:
    """A second article, a picture and the first in a folder of their own; everything synced and typed."""
    l10n(project.folder, "mv", "ferry", "2026/ferry")
    (project.source / "2026/tides.txt").write_text("Tides\n\nThe river rose by a metre.\n", encoding="utf-8")
    (project.source / "2026/river.jpg").write_bytes(b"\xff\xd8 no picture")
    with (project.folder / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('[article."2026/tides"]\ndeadline = 2026-12-01\n')
    l10n(project.folder, "sync", "2026")
    type_in(project.catalog("2026/tides", "ru"), {"Tides": "Приливы"})
    l10n(project.folder, "sync", "--by", "aigul")
    return project.folder


def test_a_folder_moves_with_all_that_is_in_it(typed: Project) -> None:
    """`l10n mv` takes a folder: articles, pictures, catalogs, ledgers, settings; no empty folder stays behind."""
    folder = in_folder(typed)

    done = l10n(folder, "mv", "2026", "archive/2026")

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "source/2026 -> source/archive/2026"
    assert l10n(folder, "sync").stderr == "6 catalogs, 6 written\n"
    assert (folder / "source/archive/2026/river.jpg").exists()
    assert '[article."archive/2026/tides"]' in (folder / "l10n.toml").read_text(encoding="utf-8")
    assert not (folder / "locales/ru/2026").exists() and not (folder / "locales/2026").exists()
    rows = json.loads(l10n(folder, "report", "archive", "-l", "ru", "--json").stdout)["rows"]
    assert [(row["article"], row["segments"]["translated"]) for row in rows] == [
        ("archive/2026/ferry", 8),
        ("archive/2026/tides", 1),
    ]


def test_a_folder_moved_by_hand_is_noticed_as_one(typed: Project) -> None:
    """Sync proposes one move for a folder that was renamed, and that move brings everything along."""
    folder = in_folder(typed)
    (folder / "source/2026").rename(folder / "source/old")

    said = l10n(folder, "sync").stderr

    assert said.count("hint:") == 1
    assert "`l10n mv 2026 old` keeps its translations" in said
    assert l10n(folder, "mv", "2026", "old").returncode == 0
    row = json.loads(l10n(folder, "report", "old/tides", "-l", "ru", "--json").stdout)["rows"][0]
    assert (row["segments"]["translated"], row["deadline"]) == (1, "2026-12-01")
    assert "hint" not in l10n(folder, "sync").stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2026", "2026/old", "cannot move into itself"),
        ("2025", "old", "no folder of articles"),
        ("2026", "taken", "is in the way"),
    ],
)
def test_a_folder_that_cannot_move_stays(typed: Project, old: str, new: str, said: str) -> None:
    """What is refused leaves every file as it was, and says why."""
    folder = in_folder(typed)
    (folder / "source/taken").mkdir()
    before = tree(folder)

    done = l10n(folder, "mv", old, new)

    assert done.returncode == 2
    assert said in done.stderr and "hint: " in done.stderr
    assert tree(folder) == before


def test_twins_are_shown_with_what_is_read_before_them(twins: Project) -> None:
    """The neighbours stand in `#.` where they help: with one sentence that two people say, split or not."""
    catalog = twins.catalog("ferry", "ru")
    both = ("p 2; p 4", "p 2 after: She had no ticket.", "p 4 after: It was full.")
    assert po.read(catalog).by_key()["p", "I waited."].extracted == both
    assert po.read(catalog).by_key()["p", "It was full."].extracted == ("p 3, sentence 2 of 2",)

    l10n(twins.folder, "sync", "--split", segment_id(catalog, "I waited."))

    entries = po.read(catalog).by_key()
    assert entries["p", "I waited."].extracted == ("p 2", both[1])
    assert entries["p ~2", "I waited."].extracted == ("p 4", both[2])
    assert l10n(twins.folder, "sync").stderr == "3 catalogs, 0 written\n"


def test_cutting_anew_shows_its_cost(typed: Project) -> None:
    """`--resegment` says how many approvals it takes, before it does; cutting as before gives them back."""
    l10n(typed.folder, "review", "-l", "ru")
    l10n(typed.folder, "review", "-l", "ru", "--approve", "--by", "timur")
    settings = typed.folder / "l10n.toml"
    settings.write_text('segment = "paragraph"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert l10n(typed.folder, "sync").stdout == ""

    dry = l10n(typed.folder, "sync", "--resegment", "--dry-run").stdout
    assert "ferry · ru: 2 joined, 4 approved no longer\n" in dry
    assert l10n(typed.folder, "sync", "--resegment").stdout == dry

    settings.write_text(settings.read_text(encoding="utf-8").replace("paragraph", "sentence"), encoding="utf-8")
    assert "ferry · ru: 4 back, 2 gone\n" in l10n(typed.folder, "sync", "--resegment").stdout
    assert russian(typed, "Tickets cost 500 tenge.")["state"] == "reviewed"


def test_a_catalog_of_the_original_says_what_it_is_for(typed: Project) -> None:
    """Whoever opens the catalog of the source locale reads that nothing has to be translated there."""
    assert typed.catalog("ferry", "en").read_text(encoding="utf-8").startswith("# The language of the article itself")
    assert typed.catalog("ferry", "ru").read_text(encoding="utf-8").startswith('msgid ""\n')


def emptied(catalog: Path, source: str) -> None:
    """Write a draft as OmegaT does: without its text and its flag, with its `#|` lines."""
    read = po.read(catalog)
    entries = tuple(
        entry.flagged(False).replace(targets=("",)) if entry.source == source else entry for entry in read.entries
    )
    po.write(read.replace(entries=entries), catalog)


def test_drafts_that_a_program_emptied_are_put_back(typed: Project) -> None:
    """A draft made from an approved text comes back as it was, fuzzy, from the ledger, byte for byte."""
    l10n(typed.folder, "review", "-l", "ru")
    l10n(typed.folder, "review", "-l", "ru", "--approve", "--by", "timur")
    edit_source(typed, "12 cars. Tickets cost 500 tenge.", "20 cars. Tickets cost 500 tenge today.")
    l10n(typed.folder, "sync")
    catalog = typed.catalog("ferry", "ru")
    before = catalog.read_bytes()
    emptied(catalog, "It takes 20 cars.")
    assert catalog.read_bytes() != before

    done = l10n(typed.folder, "sync")

    assert done.stdout == "ferry · ru: 1 emptied by another program, put back\n"
    assert catalog.read_bytes() == before
    assert l10n(typed.folder, "sync").stdout == ""


def test_drafts_that_nobody_can_put_back_are_counted(typed: Project) -> None:
    """Nobody approved what the draft was made from: sync says that it is gone, and how to keep the others."""
    edit_source(typed, "12 cars", "20 cars")
    l10n(typed.folder, "sync")
    emptied(typed.catalog("ferry", "ru"), "It takes 20 cars.")

    done = l10n(typed.folder, "sync")

    assert done.stdout == "ferry · ru: 1 emptied by another program\n"
    assert "hint: OmegaT leaves out what is fuzzy" in done.stderr


def test_an_approved_text_keeps_the_translator_it_was_approved_with(repository: Project) -> None:
    """What an editor approved from somebody unknown names nobody afterwards: that would be another statement."""
    type_in(repository.catalog("ferry", "ru"), {"A ferry": "Паром у берега"})
    l10n(repository.folder, "sync")
    l10n(repository.folder, "review", "-l", "ru")
    l10n(repository.folder, "review", "-l", "ru", "--approve", "--by", "timur")
    git(repository.folder, "timur", "commit", "-qam", "approved")

    assert russian(repository, "A ferry", "--all")["translators"] == [""]


def test_an_error_names_files_as_a_person_would(typed: Project) -> None:
    """Paths of files below the working directory are said from there, in the error and in its remedy."""
    catalog = typed.catalog("ferry", "ru")
    catalog.write_text(catalog.read_text(encoding="utf-8").replace('"Паром"', '"Паром'), encoding="utf-8")

    done = l10n(typed.folder, "sync")

    first, second = done.stderr.splitlines()
    assert done.returncode == 2
    assert first.startswith("error: `locales/ru/ferry.po` line ")
    assert "`msgfmt -c locales/ru/ferry.po`" in second


def test_a_folder_of_the_same_name_elsewhere_keeps_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a path that begins with the working directory is said from there."""
    monkeypatch.chdir(tmp_path)

    assert from_here(f"`{tmp_path}/a.po`, `/mnt{tmp_path}/b.po`") == f"`a.po`, `/mnt{tmp_path}/b.po`"


@pytest.mark.parametrize("left", [False, True])
def test_a_folder_is_proposed_where_nothing_stayed_in_it(tmp_path: Path, left: bool) -> None:
    """The hint after articles were moved by hand is a command that works: of the folder, or of each article."""
    project = make(tmp_path)
    for name in ("a", "b", *["c"] * left):
        page = project.source / "2025" / f"{name}.html"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            f"<h1>Pier {name}</h1><p>Boat {name} leaves. It comes back to pier {name}.</p>", encoding="utf-8"
        )
    l10n(project.folder, "sync")
    (project.source / "archive").mkdir()
    for name in ("a", "b"):
        (project.source / "2025" / f"{name}.html").rename(project.source / "archive" / f"{name}.html")

    told = l10n(project.folder, "sync").stderr

    hints = re.findall(r"`l10n mv (\S+) (\S+)`", told)
    assert hints == ([("2025/a", "archive/a"), ("2025/b", "archive/b")] if left else [("2025", "archive")])
    for hint in hints:
        assert l10n(project.folder, "mv", *hint).returncode == 0
    assert not re.search("hint: .*gone", l10n(project.folder, "sync").stderr)


def test_a_split_said_twice_is_one(twins: Project) -> None:
    """Twins that are told apart already may be named again: nothing happens, and nothing is refused."""
    name = segment_id(twins.template("ferry"), "I waited.")
    l10n(twins.folder, "sync", "--split", name)
    before = tree(twins.folder)

    again = l10n(twins.folder, "sync", "--split", name)

    assert (again.returncode, again.stderr) == (0, "3 catalogs, 0 written\n")
    assert tree(twins.folder) == before
