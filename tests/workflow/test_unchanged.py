"""Drafts that nobody revised: the report counts them; where the settings bar them, no way of approving takes one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n import po, text
from l10n.model import Entry
from l10n.project import Project
from tests.engines.server import Service, serving
from tests.workflow.newsroom import edit_source, l10n, segment_id, type_in
from tests.workflow.test_pretranslating import ENGINE, NOBODY, OLD, entries, newsroom, says

BARRED = "[pretranslate]\nbar-unchanged-drafts = true\n"
IN_HTML = "Nobody has seen <b>such</b> a thing before."
REVISED = "Такого <b1>никто</b1> раньше не видел."
REFUSED = "is an unchanged draft (engine libre); the settings bar those"


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(says) as running:
        yield running


def drafted(folder: Path, service: Service, more: str = BARRED) -> Project:
    """A newsroom in which an engine has drafted one sentence of `second`."""
    project = newsroom(folder, ENGINE.format(url=service.url, more="") + more)
    l10n(folder, "pretranslate", "second", "-l", "ru")
    return project


def change(project: Project, new: Callable[[Entry], Entry], *words: str) -> None:
    """Change the entries in whose source these words stand, as a program would."""
    path = project.catalog("second", "ru")
    catalog = po.read(path)
    changed = [new(one) if any(word in one.source for word in words) else one for one in catalog.entries]
    po.write(catalog.replace(entries=tuple(changed)), path)


def hand_in(project: Project, *words: str) -> None:
    """Let the drafts stand in whose source these words stand, and sync."""
    change(project, lambda entry: entry.flagged(False), *words)
    l10n(project.folder, "sync", "--by", "aigul")


def approve(project: Project, *how: str) -> str:
    """What review says when an editor lists and approves."""
    l10n(project.folder, "review", "second", "-l", "ru")
    return l10n(project.folder, "review", "second", "-l", "ru", *(how or ("--approve",)), "--by", "timur").stdout


# --- ways of approving


def test_one_segment(tmp_path: Path, service: Service) -> None:
    """By its id, by its id and digest, and as the last word."""
    project = drafted(tmp_path, service)
    hand_in(project, "Nobody")
    name = segment_id(project.catalog("second", "ru"), NOBODY)
    exactly = f"{name}@{text.digest('p', NOBODY, None, entries(project)[NOBODY].targets)[:12]}"

    assert REFUSED in approve(project, "--approve", "-s", name)
    assert REFUSED in approve(project, "--approve", "--final")
    assert REFUSED in l10n(tmp_path, "review", "-s", exactly, "--approve", "--by", "timur").stdout


def test_before_it_is_synced(tmp_path: Path, service: Service) -> None:
    """The flag was taken off a moment ago."""
    project = drafted(tmp_path, service)
    change(project, lambda entry: entry.flagged(False), "Nobody")

    assert REFUSED in approve(project)


def test_sent_back_and_handed_in_again(tmp_path: Path, service: Service) -> None:
    """An approval would answer the reason; the text is the machine's all the same."""
    project = drafted(tmp_path, service)
    hand_in(project, "Nobody")
    approve(project, "--send-back", "Not Russian.")
    hand_in(project, "Nobody")

    assert REFUSED in approve(project)


def test_a_file_that_says_it_is_approved(tmp_path: Path, service: Service) -> None:
    """A catalog from elsewhere with a state in its comments: a claim, accepted under the same rule."""
    project = drafted(tmp_path, service)

    def claimed(entry: Entry) -> Entry:
        digest = text.digest(entry.context, entry.source, entry.plural, entry.targets)
        return entry.replace(comments=(f"l10n: reviewed {digest[:12]}",)).flagged(False)

    change(project, claimed, "Nobody")
    assert REFUSED in approve(project, "--accept-claims")


def test_a_program_that_writes_no_flags(tmp_path: Path, service: Service) -> None:
    """All drafts lost theirs, and their origins: an editor who stands for them all does not approve them by that."""
    project = drafted(tmp_path, service)
    change(project, lambda entry: entry.replace(comments=()).flagged(False), "")
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "second", "-l", "ru", "--claims")
    l10n(tmp_path, "review", "second", "-l", "ru", "--accept-claims", "--by", "aigul")

    assert REFUSED in approve(project)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (IN_HTML, IN_HTML.replace("a thing", "a\u00a0thing"), "obody has"),
        (IN_HTML, IN_HTML.replace("has seen", "has ever seen"), "obody has"),
        (f"cars. {IN_HTML}", f"cars, and {IN_HTML.replace('N', 'n', 1)}", "and nobody has"),
        (IN_HTML, IN_HTML.replace(" a thing before.", " a thing. It is not new."), "obody has"),
    ],
    ids=["layout", "wording", "joined", "split"],
)
@pytest.mark.parametrize("handed_in", [False, True], ids=["a draft", "handed in"])
def test_its_source_was_edited(
    tmp_path: Path, service: Service, old: str, new: str, words: str, handed_in: bool
) -> None:
    """An edit of the article does not make the text of a machine somebody's own."""
    project = drafted(tmp_path, service)
    if handed_in:
        hand_in(project, "Nobody", "12 old")
    edit_source(project, old, new, "second.html")
    l10n(tmp_path, "sync")
    hand_in(project, words)

    assert "is an unchanged draft (" in approve(project)
    assert not [one for one in entries(project).values() if "l10n: reviewed" in str(one.comments)]


@pytest.mark.parametrize("flag", [False, True], ids=["typed", "typed under the flag first"])
def test_what_was_revised_is_approved(tmp_path: Path, service: Service, flag: bool) -> None:
    """Also where the flag, and the line that says what made the draft, stayed for a while."""
    project = drafted(tmp_path, service)
    if flag:
        change(project, lambda entry: entry.replace(targets=(REVISED,)), "Nobody")
        l10n(tmp_path, "sync", "--by", "aigul")
        hand_in(project, "Nobody")
    else:
        type_in(project.catalog("second", "ru"), {NOBODY: REVISED})
        l10n(tmp_path, "sync", "--by", "aigul")

    assert "1 segment approved" in approve(project)
    assert report(tmp_path)["unchanged drafts"] == 0


# --- the report


def report(folder: Path) -> dict[str, object]:
    (row,) = json.loads(l10n(folder, "report", "second", "-l", "ru", "--json").stdout)["rows"]
    assert isinstance(row, dict)
    return row


def test_the_report(tmp_path: Path, service: Service) -> None:
    """Counted when somebody stands for them, and still when they are approved; a revised one is not."""
    project = drafted(tmp_path, service, more="")
    assert report(tmp_path)["unchanged drafts"] == 0
    assert "unchanged" not in l10n(tmp_path, "report", "second").stdout

    hand_in(project, "Nobody", "A ferry", "12 old")
    type_in(project.catalog("second", "ru"), {OLD: "Он берёт 12 старых машин."})
    l10n(tmp_path, "sync", "--by", "aigul")
    assert report(tmp_path)["unchanged drafts"] == 2
    approve(project)
    page = tmp_path / "report.html"
    (line,) = csv.DictReader(io.StringIO(l10n(tmp_path, "report", "second", "-l", "ru", "--csv").stdout))
    table = l10n(tmp_path, "report", "second", "-l", "ru", "--html", str(page)).stdout
    table = table or l10n(tmp_path, "report", "second", "-l", "ru").stdout

    assert report(tmp_path)["unchanged drafts"] == 2
    assert line["unchanged drafts"] == "2"
    assert "unchanged" in table.splitlines()[0].split()
    assert "; 2 unchanged drafts<" in page.read_text(encoding="utf-8")
    assert "Unchanged drafts</th>" in page.read_text(encoding="utf-8")
    effort = json.loads(l10n(tmp_path, "report", "second", "--effort", "--json").stdout)
    assert sum(row["unchanged"] for row in effort) == 2


def test_no_way_round_by_the_memory(tmp_path: Path, service: Service) -> None:
    """Let stand in one article, an engine's text comes to another as a match below 100, and is barred there, too."""
    project = drafted(tmp_path, service)
    hand_in(project, NOBODY)
    (project.source / "third.html").write_text(f"<p>{IN_HTML}</p>\n", encoding="utf-8")
    l10n(tmp_path, "pretranslate", "third", "-l", "ru", "--no-engine")
    catalog = project.catalog("third", "ru")
    assert "# l10n-origin: memory 99\n" in catalog.read_text(encoding="utf-8")

    read = po.read(catalog)
    po.write(read.replace(entries=tuple(one.flagged(False) for one in read.entries)), catalog)
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "third", "-l", "ru", "--all")
    l10n(tmp_path, "review", "third", "-l", "ru", "--accept-claims", "--by", "aigul")
    l10n(tmp_path, "review", "third", "-l", "ru", "--all")
    said = l10n(tmp_path, "review", "third", "-l", "ru", "--approve", "--by", "timur").stdout

    assert "is an unchanged draft (memory 99); the settings bar those" in said
