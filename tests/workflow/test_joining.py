"""Sentences that one target says together: no text is lost by joining them, nor by parting them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes, po
from l10n.model import JOINED, Key, State
from l10n.project import Project
from l10n.workflow import joining, mentions, saving, view
from l10n.workflow.joining import Typed
from tests.workflow.newsroom import ARTICLE, WHEN, make

ONE, TWO, THREE = "Boats left <a1>early</a1>.", "People waited <b1>long</b1>.", "Nobody spoke."
TEXT = (
    '<p>Boats left <a href="x">early</a>. People waited <b>long</b>. Nobody spoke.</p>'
    "<p>The end. Tickets sold out.</p><p>The end. Rain fell.</p>"
)
TICKETS = "<p>It takes 12 cars. Tickets cost 500 tenge.</p>"
P: tuple[Key, Key, Key] = (("p", ONE), ("p", TWO), ("p", THREE))
RUSSIAN = ("Лодки ушли <a1>рано</a1>.", "Люди <b1>долго</b1> ждали.", "Никто не говорил.")
TOGETHER = "Лодки ушли <a1>рано</a1>. Люди <b2>долго</b2> ждали."


class SIDE:
    """A side that laws are tried on; no file is written."""

    side: view.Side


@pytest.fixture(scope="module", autouse=True)
def in_memory(tmp_path_factory: pytest.TempPathFactory) -> None:
    newsroom = make(tmp_path_factory.mktemp("newsroom"), ARTICLE.replace(TICKETS, TEXT))
    SIDE.side = side_of(newsroom)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make(tmp_path, ARTICLE.replace(TICKETS, TEXT))


def side_of(project: Project) -> view.Side:
    return view.side(mentions.source(project, project.article("ferry")), "ru")


def write(project: Project, edit: saving.Edit | None) -> None:
    assert edit is not None
    assert saving.save(side_of(project).source, "ru", [edit], when=WHEN).done


def texts(project: Project, *keys: Key) -> list[str]:
    entries = po.read(project.catalog("ferry", "ru")).by_key()
    return [entries[key].target for key in keys]


def typed(project: Project, *said: str) -> None:
    for key, target in zip(P, said, strict=False):
        write(project, saving.Edit(key, target, "", "aigul"))


def test_joined_and_parted(project: Project) -> None:
    """Two texts become one, with their codes numbered on, and two again."""
    typed(project, *RUSSIAN)
    write(project, joining.join(side_of(project), P[1], "aigul"))
    assert texts(project, *P) == [TOGETHER, JOINED, RUSSIAN[2]]
    assert joining.run(side_of(project), P[0]) == P[:2]

    write(project, joining.join(side_of(project), P[2], "aigul"))
    assert texts(project, *P) == [f"{TOGETHER} {RUSSIAN[2]}", JOINED, JOINED]

    write(project, joining.part(side_of(project), P[1], "aigul"))
    assert texts(project, *P) == [RUSSIAN[0], "Люди <b1>долго</b1> ждали. Никто не говорил.", JOINED]
    write(project, joining.part(side_of(project), P[2], "aigul"))
    assert texts(project, *P) == list(RUSSIAN)


def test_what_cannot_be_cut(project: Project) -> None:
    """A text of another number of sentences stays whole with the first, as a draft; the other is open."""
    typed(project, RUSSIAN[0])
    write(project, joining.join(side_of(project), P[1], "aigul"))
    assert side_of(project).entries[P[0]].fuzzy
    said = "Лодки ушли <a1>рано</a1>, люди <b2>долго</b2> ждали."
    write(project, saving.Edit(P[0], said, RUSSIAN[0], "aigul"))
    assert not side_of(project).entries[P[0]].fuzzy

    write(project, joining.part(side_of(project), P[1], "aigul"))
    assert texts(project, *P[:2]) == [said, ""]
    assert side_of(project).entries[P[0]].fuzzy


WORDS = st.lists(
    st.sampled_from(["Лодки", "ушли", "рано.", "Дождь!", "500", "<a1>там</a1>", "<b1>тут</b1>", "&lt;a1>"]), max_size=6
)


def test_what_cannot_be_cut_says_nothing_behind_it(project: Project) -> None:
    """Where the middle one of three is parted from a text that cannot be cut, the third is open as well."""
    typed(project, *RUSSIAN)
    write(project, joining.as_one(side_of(project), P, "aigul"))
    said = "Лодки ушли <a1>рано</a1>, и люди <b2>долго</b2> ждали молча."
    write(project, saving.Edit(P[0], said, f"{TOGETHER} {RUSSIAN[2]}", "aigul"))
    write(project, joining.part(side_of(project), P[1], "aigul"))

    assert texts(project, *P) == [said, "", ""]
    assert [side_of(project).status(key).state for key in P] == [State.INITIAL] * 3


@given(st.lists(WORDS, min_size=3, max_size=3))
def test_no_word_is_lost(three: list[list[str]]) -> None:
    """Whatever stands in sentences, joined it stands in one, in its order; parted, nothing of it is gone."""
    side = fake(dict(zip(P, map(" ".join, three), strict=True)))
    edit = joining.as_one(side, P, "aigul")
    told = [word for some in three for word in some]
    assert words(edit.target) == words(" ".join(told))

    whole = fake({P[0]: edit.target, P[1]: JOINED, P[2]: JOINED})
    parted = joining.part(whole, P[1], "aigul")
    assert parted is not None
    assert words(" ".join(one.target for one in parted.parts)) == words(edit.target)


def fake(targets: dict[Key, str]) -> view.Side:
    """The side of the article in memory, with these targets."""
    side = SIDE.side
    entries = tuple(one.replace(targets=(targets.get(one.key, one.target),)) for one in side.catalog.entries)
    return replace(side, catalog=side.catalog.replace(entries=entries), _statuses={})


def words(said: str) -> list[str]:
    """The words of a text, without the numbers of its codes."""
    return codes.renumber(said, lambda number: 0).split()


def test_what_was_not_saved(project: Project) -> None:
    """The text in hand is joined as it was typed."""
    typed(project, RUSSIAN[0], "Люди ждали <b1>.</b1>")
    in_hand = Typed(P[1], RUSSIAN[1], "Люди ждали <b1>.</b1>")
    write(project, joining.join(side_of(project), P[1], "aigul", in_hand))
    assert texts(project, *P[:2]) == [TOGETHER, JOINED]


def test_all_or_nothing(project: Project) -> None:
    """Where one of the texts is another by now, neither is written."""
    typed(project, *RUSSIAN)
    edit = joining.join(side_of(project), P[1], "aigul")
    write(project, saving.Edit(P[0], "Лодки <a1>ушли</a1>.", RUSSIAN[0], "timur"))
    assert edit is not None
    saved = saving.save(side_of(project).source, "ru", [edit], when=WHEN)

    assert saved.stale == (edit,) and not saved.done
    assert texts(project, *P) == ["Лодки <a1>ушли</a1>.", *RUSSIAN[1:]]


def test_where_nothing_can_be_joined(project: Project) -> None:
    """The first sentence of a paragraph, and one that does not always follow the same."""
    side = side_of(project)
    assert joining.before(side, P[0]) is None
    assert joining.before(side, P[1]) == P[0]
    assert joining.before(side, ("p", "Rain fell.")) is None
    assert joining.join(side, ("p", "Rain fell."), "aigul") is None
    assert joining.part(side, P[1], "aigul") is None


def test_a_paragraph_as_one(project: Project) -> None:
    """Its sentences are said in the first."""
    side = side_of(project)
    assert joining.paragraph(side, P[1]) == P
    assert joining.paragraph(side, ("p", "Rain fell.")) == (("p", "Rain fell."),)
    typed(project, *RUSSIAN[:2])
    write(project, joining.as_one(side_of(project), P, "aigul"))

    assert texts(project, *P) == [TOGETHER, JOINED, JOINED]
    assert side_of(project).entries[P[0]].fuzzy, "the last sentence has yet to be said"
    assert joining.sources(P) == f"{ONE} People waited <b2>long</b2>. {THREE}"
