"""A changed rendering in every form in which the old one stands: cases, parts of a name, families, codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n import po
from l10n.model import State
from l10n.project import Project
from l10n.workflow import Options, naming, respelling
from tests.workflow.newsroom import WHEN, l10n, make, tree, type_in

GLOSSARY = """\
[[name]]
form = "Gulnar Asetova"
kind = "person"
sex = "female"

[[name]]
form = "Daulet Serikov"
kind = "person"
sex = "male"

[[name]]
form = "Ile"
kind = "place"
"""

RENDERINGS = {
    "ru": {"Gulnar Asetova": "Гульнар Асетова", "Daulet Serikov": "Даулет Сериков", "Ile": "Иле"},
    "kk": {"Gulnar Asetova": "Гүлнар Әсетова", "Daulet Serikov": "Дәулет Сериков", "Ile": "Или"},
}
CHANGED = {
    "ru": {"Gulnar Asetova": "Гульнара Осетова", "Daulet Serikov": "Даулет Серыков", "Ile": "Или"},
    "kk": {"Gulnar Asetova": "Гүлнәр Асетова", "Daulet Serikov": "Дәулет Серіков", "Ile": "Іле"},
}

SEGMENTS = {
    "ru": [
        ("Gulnar Asetova waited.", "Гульнар Асетова ждала.", "Гульнара Осетова ждала."),
        ("They saw Gulnar Asetova.", "Видели Гульнар Асетову.", "Видели Гульнару Осетову."),
        ("A talk with Gulnar Asetova.", "Разговор с Гульнар Асетовой.", None),
        ("Asetova is silent.", "Асетова молчит.", "Осетова молчит."),
        ("A letter to Daulet Serikov.", "Письмо Даулету Серикову.", "Письмо Даулету Серыкову."),
        ("Of Serikov and Asetova.", "О Серикове и об Асетовой.", "О Серыкове и об Осетовой."),
        ("D. Serikov signed.", "Подписал Д. Сериков.", "Подписал Д. Серыков."),
        ("The Serikovs left.", "Сериковы уехали.", None),
        ("<b>Daulet Serikov</b> left.", "<b>Даулет Сериков</b> уехал.", "<b>Даулет Серыков</b> уехал."),
        ("Daulet <b>Serikov</b> came.", "Приехал Даулет <b>Сериков</b>.", None),
        ("Nobody came.", "Никто не приехал.", ""),
    ],
    "kk": [
        ("Gulnar Asetova waited.", "Гүлнар Әсетова күтті.", "Гүлнәр Асетова күтті."),
        ("A letter to Daulet Serikov.", "Дәулет Сериковке хат.", "Дәулет Серіковке хат."),
        ("The Ile flows.", "Или өзені ағады.", "Іле өзені ағады."),
        ("In the Ile.", "Илиде балық бар.", "Іледе балық бар."),
        ("The banks of the Ile.", "Илидің жағасы.", "Іленің жағасы."),
        ("Nobody came.", "Ешкім келген жоқ.", ""),
    ],
}
"""English; the target with the old names; the one with the new names, None where a person has to type it, "" for one
that has none."""


def newsroom(folder: Path, locale: str) -> Project:
    """An article of these segments, translated and approved with the old names."""
    body = "\n".join(f"<p>{source}</p>" for source, *_ in SEGMENTS[locale])
    project = make(folder, f"<html lang=en><body>\n<h1>Gulnar Asetova, Daulet Serikov</h1>\n{body}\n</body></html>\n")
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    l10n(folder, "sync")
    type_in(project.catalog("glossary", locale), RENDERINGS[locale])
    sources = {entry.source: entry.source for entry in po.read(project.catalog("ferry", locale)).entries}
    targets = {_code(source, sources): _code(target, sources) for source, target, _ in SEGMENTS[locale]}
    type_in(project.catalog("ferry", locale), targets)
    l10n(folder, "sync", "--by", "aigul")
    l10n(folder, "review", "-l", locale)
    assert l10n(folder, "review", "-l", locale, "--approve", "--by", "timur").returncode == 0
    return project


def _code(text: str, sources: dict[str, str]) -> str:
    """The text with inline codes as the catalog has them."""
    return text.replace("<b>", "<b1>").replace("</b>", "</b1>") if text not in sources else text


@pytest.mark.parametrize("locale", ["ru", "kk"])
def test_every_form_of_a_name(tmp_path: Path, locale: str) -> None:
    """What is certain is rewritten as a draft that nobody approved; all else stays, and is listed for a person."""
    project = newsroom(tmp_path, locale)
    was = (project.ledger("ferry", locale)).read_bytes()
    type_in(project.catalog("glossary", locale), CHANGED[locale])
    listed = {one["source"]: one for one in json.loads(l10n(tmp_path, "names", "--rewrite", "-n", "--json").stdout)}
    wanted = {_code(source, {}): after and _code(after, {}) for source, _, after in SEGMENTS[locale]}

    assert {source: one["after"] for source, one in listed.items()} == {
        source: after for source, after in wanted.items() if after != ""
    }
    assert l10n(tmp_path, "names", "--rewrite", "--yes", "--by", "aigul").returncode == 0
    entries = {entry.source: entry for entry in po.read(project.catalog("ferry", locale)).entries}
    for source, target, _ in SEGMENTS[locale]:
        after = wanted[_code(source, {})]
        entry = entries[_code(source, {})]
        assert (entry.target, entry.fuzzy) == (after or _code(target, {}), bool(after))
        assert any(line.startswith("l10n: reviewed") for line in entry.comments) == (not after)
    assert (project.ledger("ferry", locale)).read_bytes().startswith(was)


def test_what_would_be_touched(tmp_path: Path) -> None:
    """Before a rendering is written, the segments that have the old one say how they would read, and their states."""
    project = newsroom(tmp_path, "ru")
    known = respelling.with_rendering(naming.load(project), "Gulnar Asetova", "ru", "Гульнара Асетова")
    was = {"Gulnar Asetova": ["Гульнар Асетова"]}
    before = tree(tmp_path)
    rows = respelling.respelt(project, project.articles(), ["ru"], was, glossary=known, only=["Gulnar Asetova"])

    assert [(one.before, one.after) for one in rows] == [
        ("Гульнар Асетова ждала.", "Гульнара Асетова ждала."),
        ("Видели Гульнар Асетову.", "Видели Гульнару Асетову."),
        ("Разговор с Гульнар Асетовой.", None),
    ]
    assert {one.state for one in rows} == {State.REVIEWED}
    assert tree(tmp_path) == before


def test_what_was_written(tmp_path: Path) -> None:
    """Those that were written are told; one that changed since is not among them, and stays."""
    project = newsroom(tmp_path, "ru")
    type_in(project.catalog("glossary", "ru"), {"Ile": "Илле", "Daulet Serikov": "Даулет Серыков"})
    l10n(tmp_path, "sync", "--by", "aigul")
    rows = [one for one in respelling.respelt(project, project.articles(), ["ru"]) if one.after is not None]
    type_in(project.catalog("ferry", "ru"), {"A letter to Daulet Serikov.": "Письмо Серикову."})
    done = respelling.rewrite(project, rows, Options(when=WHEN))

    assert len(done) == len(rows) - 1
    assert "A letter to Daulet Serikov." not in {one.key[1] for one in done}
