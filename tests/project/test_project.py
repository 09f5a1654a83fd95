"""Settings are checked word by word, and articles are found where they lie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from l10n.errors import ProjectError
from l10n.model import State
from l10n.project import Project, settings

REFUSED = [
    ("locale = ['en']", "`locale` is no setting", "did you mean `locales`?"),
    ("locales = 'en'", "`locales` is 'en'", "give a list of texts"),
    ("locales = []", "`locales` is empty", "name each locale once"),
    ("locales = ['en', 'e n']", "`e n`", ""),
    ("source-locale = 'de'", "`source-locale` is `de`", "add it there"),
    ("variants = ['ug-Latn', 'ug-latn']", "`ug-Latn` stands twice", "name it once"),
    ("locales = ['en', 'kk', 'kk-Arab']\nvariants = ['kk-Arab']", "`kk-Arab` stands among `locales`", "name it once"),
    ("variants = ['tt-Latn']", "`tt-Latn` has no locale", "`kk-Arab`"),
    ("variants = ['kk-Cyrl']", "`kk-Cyrl` is written in the script of `kk`", "`kk-Latn`"),
    ("variants = ['ru-Latn']", "no letters are known to write `ru` as `ru-Latn`", "`ug-Cyrl`"),
    ("locales = ['en', 'ru']\nvariants = ['ru-Latn']", "no letters are known", "no locale here has letters"),
    ("locales = ['en', 'ug-Latn']\nvariants = ['ug']", "`ug` cannot be converted from `ug-Latn`", "as its variant"),
    ("variants = 'ug-Latn'", "`variants` is 'ug-Latn'", "give a list of texts"),
    ("variants = ['u g']", "`u g` is no language tag", "`ug-Cyrl`"),
    ("segment = 'word'", "`segment` is 'word'", "`sentence` or `paragraph`"),
    ("[gate]\nshare = 90", "`share` is 90", "between 0 and 1"),
    ("[gate]\nstate = 'done'", "`done` is no state", "choose one of these"),
    ("[gate]\nfallback = {p = 'english'}", "`p` is 'english'", "`approved` or `source` or `none`"),
    ("[build]\nbase-url = 'example.org'", "`base-url` is `example.org`", "https://example.org/"),
    ("[build]\nbyline = {ur = 'x'}", "`byline` names `ur`, which is not among", "correct it"),
    ("[article.a]\nslugs = {uk = 'x'}", "`slugs` names `uk`, which is not among", "correct it"),
    ("[build]\nx-default = 'fr'", "`x-default` is `fr`", "name one"),
    ("[text]\nfurniture = ['(']", "`(` is no regular expression", "correct the pattern"),
    ("[memory]\npenalties = {tmx = 101}", "`tmx` is 101", "a whole number from 0 to 100"),
    ("[memory]\npenalties = {engine = 5}", "`engine` is 'engine'", "`alignment`"),
    ("[memory]\nleast = 0.7", "`least` is 0.7", "a whole number from 0 to 100"),
    ("[memory]\ntmx = ['']", "`tmx` names no path", "from the folder of the project"),
    ("[memory]\nprojects = '../desk'", "`projects` is '../desk'", "give a list of texts"),
    ("[people.Aigul]\nroles = []", "`Aigul` is no id", "lower-case"),
    ("[people.aigul]\nroles = ['boss']", "`roles` is 'boss'", "`editor`"),
    ("[article.border]\ndeadline = '2026-12-01'", "deadline of `border` is no date", "write it bare"),
    ("[article.border]\nslugs = {ru = '../up'}", "`../up` is no slug", "one path segment"),
    ("[article.border]\nslugs = {ru = 'a\u202eb'}", "is no slug", "one path segment"),
    ("[article.border]\nslugs = {de = 'grenze'}", "`slugs` names `de`", "add it there"),
    ("[abbreviations]\nkz = ['т.б.']", "`abbreviations` names `kz`", "add it there"),
    ("[build]\ntemplate = '../page.html'", "`../page.html` leads out", "name a file in it"),
    ("[build]\ntemplate = '/etc/passwd'", "`/etc/passwd` leads out", "name a file in it"),
    ("[build]\nbase-url = 'https://example.org/?a=1'", "`base-url` is", "https://example.org/"),
    ("[build]\nbase-url = 'https://example.org/\"><b>'", "`base-url` is", "https://example.org/"),
    ("[build]\nbase-url = 'https://me:word@example.org/'", "`base-url` is", "https://example.org/"),
    ("html = 3", "`html` is no table", "[html]"),
    ("locales = ['en'", "cannot be read", "correct the TOML"),
]


def make(folder: Path, settings: str = "", **articles: str) -> Path:
    (folder / "l10n.toml").write_text(settings, encoding="utf-8")
    (folder / "source").mkdir()
    return folder


@pytest.mark.parametrize(("settings", "what", "hint"), REFUSED, ids=[row[1] for row in REFUSED])
def test_wrong_settings_are_refused(tmp_path: Path, settings: str, what: str, hint: str) -> None:
    """A wrong word in the settings is refused with file, place and remedy."""
    make(tmp_path, settings)

    with pytest.raises(ProjectError) as refused:
        Project.load(tmp_path)

    assert what in refused.value.what
    assert hint in refused.value.hint
    assert refused.value.where.endswith("l10n.toml")


def test_the_line_is_named(tmp_path: Path) -> None:
    """A refusal names the line of the wrong key."""
    make(tmp_path, "locales = ['en']\n\n[gate]\nstat = 'final'\n")

    with pytest.raises(ProjectError) as refused:
        Project.load(tmp_path)

    assert refused.value.line == 4


def test_settings(tmp_path: Path) -> None:
    """Every setting reaches its place, from pyproject.toml too, and from a folder below."""
    (tmp_path / "source" / "2026").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(
        """
        [tool.l10n]
        source-locale = "ru"
        locales = ["ru", "ug-cyrl"]
        [tool.l10n.gate]
        state = "final"
        four-eyes = true
        [tool.l10n.build]
        base-url = "https://example.org"
        [tool.l10n.memory]
        tmx = ["a.tmx", "a.tmx"]
        penalties = {tmx = 2}
        [tool.l10n.people.aigul]
        mails = ["aigul@example.org"]
        [tool.l10n.article."2026/border"]
        deadline = 2026-12-01
        """,
        encoding="utf-8",
    )

    project = Project.load(tmp_path / "source" / "2026")

    assert project.folder == tmp_path.resolve()
    assert project.settings.locales == ("ru", "ug-Cyrl")
    assert (project.settings.gate.state, project.settings.gate.four_eyes) == (State.FINAL, True)
    assert project.settings.publishing.base_url == "https://example.org/"
    assert project.settings.memory.tmx == ("a.tmx",)
    assert project.settings.memory.penalties == {
        "catalog": 0,
        "project": 0,
        "tmx": 2,
        "alignment": 5,
        "reversed": 5,
        "draft": 1,
    }
    assert project.settings.people["aigul"].mails == ("aigul@example.org",)
    assert project.named("2026/border").deadline == date(2026, 12, 1)
    assert project.named("other").deadline is None


def test_variants_follow_their_locale(tmp_path: Path) -> None:
    """A variant belongs to the first locale of its language, and what is said by locale can be said of it, too."""
    make(
        tmp_path,
        """
        locales = ["en", "ug", "kk", "kk-CN"]
        variants = ["kk-latn", "ug-Cyrl", "kk-Arab"]
        [build]
        x-default = "ug-Cyrl"
        byline = {ug-Cyrl = "Тәрҗимә: {translator}"}
        [article.border]
        slugs = {kk-Latn = "shekara"}
        correction = {date = 2026-12-02, ug-Cyrl = "…"}
        """,
    )

    found = Project.load(tmp_path).settings
    assert found.variants == {"kk-Latn": "kk", "ug-Cyrl": "ug", "kk-Arab": "kk"}
    assert found.tags == ("en", "ug", "ug-Cyrl", "kk", "kk-Latn", "kk-Arab", "kk-CN")
    assert found.publishing.byline == {"ug-Cyrl": "Тәрҗимә: {translator}"}
    assert found.articles["border"].slugs == {"kk-Latn": "shekara"}


def test_no_project(tmp_path: Path) -> None:
    """Outside a project the way to one is named."""
    with pytest.raises(ProjectError) as refused:
        Project.load(tmp_path)

    assert "l10n init" in refused.value.hint


def test_articles_and_assets(tmp_path: Path) -> None:
    """Articles are files of a known format in any folder, and the glossary; hidden files are nothing, others assets."""
    source = make(tmp_path) / "source"
    for name in ("b.html", "2026/a.MD", "2026/a.png", "note.txt", ".hidden.html", "glossary.toml"):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text("x", encoding="utf-8")
    project = Project.load(tmp_path)

    assert [(article.name, article.format) for article in project.articles()] == [
        ("2026/a", "markdown"),
        ("b", "html"),
        ("glossary", "glossary"),
        ("note", "text"),
    ]
    assert project.assets() == ("2026/a.png",)
    assert project.article(str(source / "b.html")).name == "b"
    assert project.article("source/b.html").name == "b"


@pytest.mark.parametrize("name", ["../../etc/passwd", "c", ""])
def test_an_unknown_article_is_refused(tmp_path: Path, name: str) -> None:
    """A name that is no article, or climbs out of the project, is refused and the known ones are named."""
    (make(tmp_path) / "source" / "b.html").write_text("x", encoding="utf-8")

    with pytest.raises(ProjectError) as refused:
        Project.load(tmp_path).article(name)

    assert "`b`" in refused.value.hint


@pytest.mark.parametrize(
    "names",
    [
        ("a.html", "a.md"),
        ("glossary.txt",),
        ("Glossary.md",),
        ("Glossary.toml",),
        ("A.html", "a.html"),
        ("Й.md", "И\u0306.md"),
    ],
)
def test_names_that_clash(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Two files of one name, and the reserved name, are refused."""
    for name in names:
        source = make(tmp_path) / "source" if not (tmp_path / "source").exists() else tmp_path / "source"
        (source / name).write_text("x", encoding="utf-8")

    with pytest.raises(ProjectError):
        Project.load(tmp_path).articles()


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    """A symbolic link cannot smuggle a file of somewhere else into a build."""
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.html").write_text("x", encoding="utf-8")
    (make(project) / "source" / "a.html").symlink_to(tmp_path / "secret.html")

    with pytest.raises(ProjectError, match="leads out"):
        Project.load(project).articles()


def test_orphans(tmp_path: Path) -> None:
    """A catalog without its article is named, so that a rename can be seen."""
    make(tmp_path)
    for path in ("locales/old.pot", "locales/ru/old.po", "locales/ru/2026/x.po"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", encoding="utf-8")

    assert Project.load(tmp_path).orphans() == ("2026/x", "old")


def test_every_setting_stands_in_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of the README are accepted, and none that is read is missing there."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = next(
        text for text in re.findall(r"^```toml\n(.*?)^```", readme, re.DOTALL | re.MULTILINE) if "[gate]" in text
    )
    (tmp_path / "l10n.toml").write_text(shown, encoding="utf-8")
    missing: dict[str, set[str]] = {}

    def compare(_: object, table: Mapping[str, object], name: str, known: Iterable[str]) -> None:
        missing[name] = set(known) ^ set(table)

    monkeypatch.setattr(settings._Reader, "only", compare)
    found = Project.load(tmp_path)

    assert missing.pop("correction") == {*found.settings.tags} - {"ru"}, "locales that were not corrected"
    assert not any(missing.values()), missing
    assert {"", "html", "markdown", "text", "gate", "build", "people.aigul"} < set(missing)
