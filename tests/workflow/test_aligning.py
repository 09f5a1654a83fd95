"""A published translation becomes drafts to confirm, or a part of the memory; nothing that is there is touched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from l10n import codes, comments, po
from l10n.alignment.fitting import Text, fitted
from l10n.errors import FormatError, L10nError, ProjectError
from l10n.model import JOINED, State
from l10n.project import Project
from l10n.workflow import Options, aligning, moving, remembering, view
from l10n.workflow.aligning import DRAFTED, OTHER, SAME, WAITS
from tests.workflow import killed
from tests.workflow.newsroom import ARTICLE, LATER, RUSSIAN, WHEN, edit_source, make, tree, type_in


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with empty catalogs."""
    folder = tmp_path_factory.mktemp("newsroom") / "project"
    make(folder)
    killed.sync(folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, synced: Path) -> Project:
    shutil.copytree(synced, tmp_path / "project")
    return Project.load(tmp_path / "project")


def translated(folder: Path, targets: Mapping[str, str] = RUSSIAN, name: str = "old.html", lang: str = "ru") -> Path:
    """The page as it was published, with other addresses."""
    page = ARTICLE
    for source, target in targets.items():
        native = source.replace("<a1>", '<a href="timetable.html">').replace("</a1>", "</a>")
        assert native in page
        said = target.replace("<a1>", '<a class="x" href="/ru/timetable.html">').replace("</a1>", "</a>")
        page = page.replace(native, said)
    path = folder / name
    path.write_text(page.replace('lang="en"', f'lang="{lang}"'), encoding="utf-8")
    return path


def read(project: Project, file: Path, **how: object) -> aligning.Aligned:
    return aligning.read(project, project.article("ferry"), "ru", file, **how)  # type: ignore[arg-type]


def drafts(project: Project) -> dict[str, tuple[str, str]]:
    """Target and origin of each draft, by source; running text alone."""
    entries = po.read(project.catalog("ferry", "ru")).entries
    return {one.source: (one.target, comments.origin(one)) for one in entries if one.fuzzy and one.context == "p"}


def test_drafts(project: Project) -> None:
    """Each sentence finds its translation, with the codes of the source; fuzzy, with how sure it is."""
    aligned = read(project, translated(project.folder))
    done = aligning.draft(project, project.article("ferry"), aligned, Options(when=WHEN, by="aigul"))

    found = drafts(project)
    assert set(found) == {source for source in RUSSIAN if source.endswith(".")}
    for source, (target, origin) in found.items():
        assert target == RUSSIAN[source]
        assert re.fullmatch(r"alignment \d\d\d?", origin)
        assert codes.fault(source, target) == ""
    assert done.count(DRAFTED) == len(aligned.proposals)
    side = view.side(view.source(project, project.article("ferry")), "ru")
    assert {side.status(key).state for key in side.entries} == {State.INITIAL}


def test_a_second_time_changes_nothing(project: Project) -> None:
    """The same again finds its own drafts."""
    aligned = read(project, translated(project.folder))
    for _ in range(2):
        done = aligning.draft(project, project.article("ferry"), aligned, Options(when=WHEN))
        files = tree(project.folder)
    assert set(done.outcome.values()) == {SAME}

    aligning.draft(project, project.article("ferry"), aligned, Options(when=LATER))
    assert tree(project.folder) == files


def test_nothing_that_is_there_is_touched(project: Project) -> None:
    """A text that somebody typed, and a draft that waits, stay as they are."""
    path = project.catalog("ferry", "ru")
    type_in(path, {"It takes 12 cars.": "Вмещает 12 машин.", "Tickets cost 500 tenge.": "Билет стоит 500 тенге."})
    entries = po.read(path).entries
    waiting = [one.replace(targets=("Ждут.",)).flagged(True) if one.source[:7] == "Drivers" else one for one in entries]
    po.write(po.read(path).replace(entries=tuple(waiting)), path)

    aligned = read(project, translated(project.folder))
    done = aligning.draft(project, project.article("ferry"), aligned, Options(when=WHEN, by="aigul"))

    by_source = {aligned.proposals[number].source: outcome for number, outcome in done.outcome.items()}
    assert by_source["It takes 12 cars."] == OTHER
    assert by_source["Tickets cost 500 tenge."] == SAME
    assert by_source["Drivers waited <a1>on the bank</a1> since dawn."] == WAITS
    found = {one.source: one for one in po.read(path).entries}
    assert found["It takes 12 cars."].target == "Вмещает 12 машин." and not found["It takes 12 cars."].fuzzy
    assert found["Drivers waited <a1>on the bank</a1> since dawn."].target == "Ждут."


def test_sentences_joined_and_cut(project: Project) -> None:
    """Two sentences said in one are `<joined/>`; one said in two is one target."""
    file = translated(project.folder)
    page = file.read_text(encoding="utf-8")
    page = page.replace("12 машин. Билет", "12 машин, а билет")
    page = page.replace("снова ходит после 15 месяцев перерыва.", "снова ходит. Перерыв длился 15 месяцев.")
    file.write_text(page, encoding="utf-8")
    aligned = read(project, file, least=20)
    aligning.draft(project, project.article("ferry"), aligned, Options(when=WHEN))

    found = drafts(project)
    assert found["It takes 12 cars."][0] == "Он берёт 12 машин, а билет стоит 500 тенге."
    assert found["Tickets cost 500 tenge."][0] == JOINED
    assert found["The ferry runs again after 15 months."][0] == "Паром снова ходит. Перерыв длился 15 месяцев."


def test_markdown_and_text(project: Project) -> None:
    """The published page may be of another format."""
    lines = [RUSSIAN[source] for source in RUSSIAN if source.endswith(".")]
    title = RUSSIAN["Ferry returns to the Ile river"]
    body = " ".join(lines[:2]).replace("<a1>на берегу</a1>", "{}") + "\n\n" + " ".join(lines[2:]) + "\n"
    (project.folder / "old.md").write_text(f"# {title}\n\n{body.format('[на берегу](/t)')}", encoding="utf-8")
    (project.folder / "old.txt").write_text(f"{title}\n\n{body.format('на берегу')}", encoding="utf-8")

    found = {one.source: one for one in read(project, project.folder / "old.md").proposals}
    plain = {one.source: one for one in read(project, project.folder / "old.txt").proposals}
    linked = "Drivers waited <a1>on the bank</a1> since dawn."
    assert found[linked].target == RUSSIAN[linked] and not found[linked].fault
    assert plain[linked].target == "Водители ждали на берегу с рассвета."
    assert plain[linked].fault == "`<a1>` is missing"


def test_what_the_archive_lost(project: Project) -> None:
    """A paragraph that the translation lacks, and one that it has of its own, are alone."""
    file = translated(project.folder)
    page = file.read_text(encoding="utf-8")
    page = page.replace("<p>Он берёт 12 машин. Билет стоит 500 тенге.</p>", "<p>Подпишитесь на наш канал!</p>")
    file.write_text(page, encoding="utf-8")

    aligned = read(project, file)
    assert "It takes 12 cars." not in {one.source for one in aligned.proposals}
    assert len(aligned.weak) + sum(aligned.alone) >= 2


def test_into_the_memory(project: Project) -> None:
    """The pairs are a file of the project, whose origin says what they are; the cache may go."""
    path = aligning.keep(project, read(project, translated(project.folder)), WHEN)
    assert path == project.folder / "memory" / "aligned" / "ferry.ru.tmx"
    for _ in range(2):
        with remembering.opened(project) as (memory, _):
            (match,) = remembering.search(project, memory, "Tickets cost 500 tenge.", target="ru", limit=1)
        assert (match.target, match.origin, match.score) == ("Билет стоит 500 тенге.", "alignment", 95)
        assert (match.article, match.before, match.state) == ("ferry", "It takes 12 cars.", State.TRANSLATED)
        shutil.rmtree(project.cache)


def test_an_article_that_moves_takes_it_along(project: Project) -> None:
    """The file and the name in it follow, and what is remembered with them; no empty folder stays."""
    for old, new in (("ferry", "2026/ferry & bridge"), ("2026", "archive/2026"), ("archive/2026/ferry & bridge", "b")):
        if old == "ferry":
            aligning.keep(project, read(project, translated(project.folder)), WHEN)
        moves = moving.move(project, old, new)
        with remembering.opened(project) as (memory, update):
            (match,) = remembering.search(project, memory, "Tickets cost 500 tenge.", target="ru", limit=1)
        (article,) = (one.name for one in project.articles())
        path = f"memory/aligned/{article}.ru.tmx"

        assert path in dict(moves).values()
        assert (match.article, match.origin, update.warnings) == (article, "alignment", ())
        assert [str(one.relative_to(project.folder)) for one in project.memory.rglob("*") if one.is_file()] == [path]
    assert [one.name for one in (project.memory / "aligned").iterdir()] == ["b.ru.tmx"]


def test_a_move_that_was_killed_is_ended_by_the_same(project: Project) -> None:
    """The name inside the file is brought along where the file has moved already."""
    path = aligning.keep(project, read(project, translated(project.folder)), WHEN)
    said = path.read_bytes()
    moving.move(project, "ferry", "boat")
    moved = project.aligned("boat", "ru")
    moved.write_bytes(said)

    moving.move(project, "ferry", "boat")

    assert moved.read_bytes() == said.replace(b">ferry<", b">boat<") != said


def test_files_that_are_no_articles(project: Project) -> None:
    """An archive beside the project, its source in the language that it states."""
    (project.folder / "source" / "ferry.html").rename(project.folder / "archive.html")
    found = aligning.read(project, project.folder / "archive.html", "ru", translated(project.folder))

    assert (found.source.name, found.source.locale) == ("archive", "en")
    assert {one.source for one in found.proposals} >= {source for source in RUSSIAN if source.endswith(".")}


def test_an_article_that_changed_meanwhile(project: Project) -> None:
    """Catalogs are brought up to date at once: the draft is for the sentence as it is now."""
    edit_source(project, "Tickets cost 500 tenge.", "Tickets cost 500 tenge today.")
    aligned = read(project, translated(project.folder, {k: v for k, v in RUSSIAN.items() if k[:7] != "Tickets"}))
    aligning.draft(project, project.article("ferry"), aligned, Options(when=WHEN))

    sources = {one.source for one in po.read(project.catalog("ferry", "ru")).entries if not one.obsolete}
    assert "Tickets cost 500 tenge today." in sources and "Tickets cost 500 tenge." not in sources


REFUSED = {
    "no file": ("gone.html", None, FormatError),
    "no article": ("old.pdf", b"%PDF", FormatError),
    "no text": ("old.html", b"\xff\xfe\x00\xd8\x00\xd8", FormatError),
    "same language": ("old.html", b"<p>Hello.</p>", ProjectError),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_aligned(project: Project, name: str) -> None:
    """One error with the file or the remedy, and nothing is written."""
    file, data, kind = REFUSED[name]
    if data is not None:
        (project.folder / file).write_bytes(data)
    before = tree(project.folder)
    locale = "en" if name == "same language" else "ru"

    with pytest.raises(L10nError) as caught:
        aligning.read(project, project.article("ferry"), locale, project.folder / file)
    assert isinstance(caught.value, kind) and (caught.value.where or caught.value.hint)
    assert tree(project.folder) == before


@pytest.mark.parametrize("data", ["", "<p></p>", "<p>" + "a" * 200_000 + "</p>", "<p>" + "<b>x</b> " * 4_000 + "</p>"])
def test_odd_pages(project: Project, data: str) -> None:
    """Nothing, or nothing but one endless sentence, is aligned in no time with nothing, or with little."""
    (project.folder / "odd.html").write_text(data, encoding="utf-8")

    assert len(read(project, project.folder / "odd.html").proposals) <= 1


def test_another_language_is_told(project: Project) -> None:
    """The page says what it is."""
    assert "says that it is in `kk`" in read(project, translated(project.folder, lang="kk")).warnings[0]


LINK, OTHER_LINK, BOLD, PICTURE = '<a href="/x">', '<a href="/y">', "<b>", '<img src="z.jpg">'
FITTED = [
    (("<a1>One</a1>.", LINK), ("<a1>Один</a1>.", LINK), "<a1>Один</a1>."),
    (
        ("<a1>One</a1> <a2>two</a2>.", LINK, OTHER_LINK),
        ("<a1>Два</a1> <a2>один</a2>.", OTHER_LINK, LINK),
        "<a2>Два</a2> <a1>один</a1>.",
    ),
    (("<b1>One</b1> <img2/>.", BOLD, PICTURE), ("<img1/> <b2>Один</b2>.", PICTURE, BOLD), "<img2/> <b1>Один</b1>."),
    (("<b1>One</b1>.", BOLD), ("<strong1>Один</strong1>.", "**…**"), "<b1>Один</b1>."),
    (("One.",), ("<a1>Один</a1> <img2/>.", LINK, PICTURE), "Один ."),
    (("<a1>One</a1>.", LINK), ("<b1>Один</b1>.", BOLD), "Один."),
    (("<a1>One</a1>.", LINK), ("Один.",), "Один."),
]


@pytest.mark.parametrize(("source", "target", "wanted"), FITTED)
def test_codes_of_the_source(source: tuple[str, ...], target: tuple[str, ...], wanted: str) -> None:
    """What stands for one piece of markup has one number; what is left is dropped, its words stay."""
    assert fitted(Text(source[0], source[1:]), Text(target[0], target[1:])) == wanted
