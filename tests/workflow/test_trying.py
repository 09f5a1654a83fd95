"""A text that is typed is checked as it will be once it stands in the catalog."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.errors import ProjectError
from l10n.model import JOINED, Key
from l10n.project import Project
from l10n.workflow import against, joining, mentions, naming, saving, view
from l10n.workflow.rules import Rules
from l10n.workflow.saving import Edit
from l10n.workflow.spots import Original
from l10n.workflow.trying import Trial
from tests.workflow.newsroom import ARTICLE, RUSSIAN, SETTINGS, WHEN, l10n, make, tree, type_in

GLOSSARY = """
[[name]]
form = "Gulnar Asetova"
kind = "person"
sex = "female"
"""
MORE = """<p>Gulnar Asetova waited. She spoke of <b>12 cars</b>. Gulnar Asetova left.</p>
<h2>It takes 12 cars.</h2>
</article>"""
WAITED: Key = ("p", "Gulnar Asetova waited.")
LEFT: Key = ("p", "Gulnar Asetova left.")
SPOKE: Key = ("p", "She spoke of <b1>12 cars</b1>.")
CARS: Key = ("p", "It takes 12 cars.")
TICKETS: Key = ("p", "Tickets cost 500 tenge.")
TARGETS = RUSSIAN | {WAITED[1]: "Гульнар Асетова ждала.", SPOKE[1]: "Она говорила о <b1>12 машинах</b1>."}
TEXTS = (
    "Он берёт 14 машин.",
    "Он берёт  12 машин .",
    "Гульнар Асетова ждала.",
    "Гульнара Асетова ушла.",
    "Асетова сказала: <b1>12 машин",
    "Она говорила о <b1>12 машинах</b1>.",
    "It takes 12 cars.",
    "Билет стоит 500 тенге.",
    "Он берёт 12 машин.",
    "%s 12 cars",
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    settings = SETTINGS.replace('["en", "ru", "kk"]', '["en", "ru", "kk", "ug"]')
    project = make(tmp_path, ARTICLE.replace("</article>", MORE), settings)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), TARGETS)
    type_in(project.catalog("glossary", "ru"), {"Gulnar Asetova": "Гульнар Асетова"})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def side_of(project: Project, locale: str = "ru") -> view.Side:
    return view.side(mentions.source(project, project.article("ferry")), locale)


def trial_of(side: view.Side) -> Trial:
    project = side.source.project
    return Trial(Original(side.source, naming.load(project)), side, Rules.of(project))


def stands(project: Project, key: Key, target: str, locale: str = "ru") -> set[tuple[object, ...]]:
    """What is found once the text is saved."""
    side = side_of(project, locale)
    edit = Edit(key, target, side.entries[key].target, "aigul")
    saved = saving.save(side.source, locale, [edit], when=WHEN).side
    return {told(one) for one in against.findings(saved, {key}, Rules.of(project)).get(key, ())}


def told(one: against.Found) -> tuple[object, ...]:
    return one.finding, one.spot.digest, one.waiver


@pytest.mark.parametrize("key", [WAITED, LEFT, SPOKE, CARS, TICKETS])
@pytest.mark.parametrize("target", TEXTS)
def test_as_saved(project: Project, key: Key, target: str) -> None:
    """What is found in a text before it is saved is what is found after; nothing is written by trying."""
    before = tree(project.folder)
    tried = {told(one) for one in trial_of(side_of(project))(key, target)}
    assert tree(project.folder) == before
    assert tried == stands(project, key, target)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(target=st.text(st.sampled_from("АсетоваГульнр 12 4<b1>/.,«»\u200c\u064aقش"), max_size=40).map(str.strip))
def test_any_text(project: Project, target: str) -> None:
    """So it is for whatever anybody types."""
    tried = {told(one) for one in trial_of(side_of(project))(SPOKE, target)}
    assert tried == stands(project, SPOKE, target)


def test_every(project: Project) -> None:
    """All texts of an article at once, and again after one of them changed: the same as when all are checked."""
    for target in ("Он берёт 14 машин.", "Он берёт 12 машин."):
        stands(project, CARS, target)
        for locale in ("ru", "kk", "en"):
            trial = trial_of(side_of(project, locale))
            expected = against.findings(trial.side, set(trial.side.entries), Rules.of(project))
            assert trial.every() == expected
            assert Trial(trial.original, trial.side, trial.rules, trial.known).every() == expected


def test_joined(project: Project) -> None:
    """A text that says two sentences is checked against both."""
    side = side_of(project)
    edit = joining.join(side, LEFT, "aigul")
    assert edit is not None
    saved = saving.save(side.source, "ru", [edit], when=WHEN).side
    assert saved.entries[LEFT].target == JOINED
    said = "Она говорила о <b1>12 машинах</b1>. Гульнар Асетова ушла."
    assert not trial_of(saved)(SPOKE, said)
    (found,) = trial_of(saved)(SPOKE, said.replace("<b1>", "").replace("</b1>", ""))
    assert (found.code, found.spot.source) == ("markup.code", f"{SPOKE[1]} {LEFT[1]}")
    assert trial_of(saved)(LEFT, JOINED) == ()


def test_waived(project: Project) -> None:
    """A finding that somebody waived of exactly this text is known as waived."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 14 машин."})
    l10n(project.folder, "sync", "--by", "aigul")
    (found,) = [one for one in trial_of(side_of(project))(CARS, "Он берёт 14 машин.") if one.finding.check == "numbers"]
    assert found.waiver is None
    l10n(
        project.folder, "check", "ferry", "-l", "ru", "--waive", found.code, "--segment", found.spot.id,
        "--note", "The newer boat.", "--by", "timur",
    )  # fmt: skip
    codes = {one.code: one.waiver for one in trial_of(side_of(project))(CARS, "Он берёт 14 машин.")}
    assert codes[found.code] is not None
    assert trial_of(side_of(project))(CARS, "Он берёт 15 машин.")[0].waiver is None


def test_empty_and_unfit(project: Project) -> None:
    """Nothing is found in nothing; what no catalog holds is refused."""
    assert trial_of(side_of(project))(CARS, " ") == ()
    for target in ("a\0b", "x" * 100_001):
        with pytest.raises(ProjectError):
            trial_of(side_of(project))(CARS, target)
