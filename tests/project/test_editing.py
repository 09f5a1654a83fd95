"""One setting changes, every other byte of the file stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import ProjectError
from l10n.project import Project
from l10n.project.editing import rename_articles, set_split

CASES = [
    ("l10n.toml", 'locales = ["en"] # all\n', 'locales = ["en"] # all\n\n[article."a/b"]\nsplit = ["12345678"]\n'),
    (
        "l10n.toml",
        '[article."a/b"]\n# twins\nsplit = ["0"]  # old\n[gate]\nshare = 1.0\n',
        '[article."a/b"]\n# twins\nsplit = ["12345678"]  # old\n[gate]\nshare = 1.0\n',
    ),
    (
        "pyproject.toml",
        "[tool.l10n]\n\n[tool.l10n.article.'a/b']\nselector = 'main'\n\n[tool.ruff]\nsplit = []\n",
        "[tool.l10n]\n\n[tool.l10n.article.'a/b']\n"
        "split = [\"12345678\"]\nselector = 'main'\n\n[tool.ruff]\nsplit = []\n",
    ),
]


@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_split_is_written(tmp_path: Path, name: str, before: str, after: str) -> None:
    """The twins to be told apart are added to the settings, comments and order kept."""
    (tmp_path / name).write_text(before, encoding="utf-8")
    if name == "pyproject.toml":
        before = before.replace("[tool.l10n]\n", "[tool.l10n]\nsegment = 'sentence'\n")
        after = after.replace("[tool.l10n]\n", "[tool.l10n]\nsegment = 'sentence'\n")
        (tmp_path / name).write_text(before, encoding="utf-8")

    set_split(Project.load(tmp_path), "a/b", ["12345678"])

    assert (tmp_path / name).read_text(encoding="utf-8") == after
    assert Project.load(tmp_path).named("a/b").split == ("12345678",)


@pytest.mark.parametrize("text", ['article = {"a/b" = {selector = "main"}}\n', '[article]\n"a/b".split = ["0"]\n'])
def test_what_cannot_be_spliced_is_left_alone(tmp_path: Path, text: str) -> None:
    """Settings in another shape are refused with the line to add by hand."""
    (tmp_path / "l10n.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ProjectError) as refused:
        set_split(Project.load(tmp_path), "a/b", ["12345678"])

    assert 'split = ["12345678"]' in refused.value.hint
    assert (tmp_path / "l10n.toml").read_text(encoding="utf-8") == text


def test_settings_follow_a_renamed_article(tmp_path: Path) -> None:
    """The tables of an article get its new name."""
    path = tmp_path / "l10n.toml"
    path.write_text('[article.old] \nselector = "main"\n[article.old.slugs]\nru = "a"\n', encoding="utf-8")

    assert rename_articles(Project.load(tmp_path), {"old": "2026/жаңа"})
    assert not rename_articles(Project.load(tmp_path), {"old": "x"})

    after = '[article."2026/жаңа"] \nselector = "main"\n[article."2026/жаңа".slugs]\nru = "a"\n'
    assert path.read_text(encoding="utf-8") == after
    assert Project.load(tmp_path).named("2026/жаңа").selector == "main"


def test_settings_follow_articles_into_the_place_of_another(tmp_path: Path) -> None:
    """A folder moves up: one article takes the name that another one gives up at the same time."""
    path = tmp_path / "l10n.toml"
    path.write_text("[article.'a/b/b/x']\nselector = 'main'\n[article.'a/b/x']\nselector = 'p'\n", encoding="utf-8")

    rename_articles(Project.load(tmp_path), {"a/b/b/x": "a/b/x", "a/b/x": "a/x"})

    assert path.read_text(encoding="utf-8") == (
        "[article.\"a/b/x\"]\nselector = 'main'\n[article.\"a/x\"]\nselector = 'p'\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('name = "News"\r\n', 'name = "News"\r\n\r\n[article."a/b"]\r\nsplit = ["12345678"]\r\n'),
        ('[article."a/b"]\r\n[gate]\r\n', '[article."a/b"]\r\nsplit = ["12345678"]\r\n[gate]\r\n'),
        ("\ufeff[gate]\n", '\ufeff[gate]\n\n[article."a/b"]\nsplit = ["12345678"]\n'),
        ('[article."a/b"]', '[article."a/b"]\nsplit = ["12345678"]'),
    ],
)
def test_line_ends_stay(tmp_path: Path, before: str, after: str) -> None:
    """Settings that were saved on Windows keep line ends and byte order mark; the new line ends as the others."""
    (tmp_path / "l10n.toml").write_bytes(before.encode())

    set_split(Project.load(tmp_path), "a/b", ["12345678"])

    assert (tmp_path / "l10n.toml").read_bytes() == after.encode()
