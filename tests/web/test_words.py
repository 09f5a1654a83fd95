"""The workbench speaks: its catalogs are up to date, their letters are their languages', figures and dates are written
as each writes them."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from l10n import po
from l10n.project import Project
from l10n.web import labels, words
from l10n.web.templating import environment
from l10n.workflow import inspecting
from l10n.workflow.rules import Rules
from tests.web.running import Client

HOME = Path(__file__).parents[2]
LETTERS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ug": "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
}
"""Alphabets: CLDR's exemplar letters, for Uyghur the 32 with the hemze."""
LATIN = {
    *("aigul", "Alt", "Azure", "Ctrl", "Debian", "Enter", "Esc", "ID", "Markdown"),
    *("MB", "Tab", "UTF", "Z", "attribute", "build", "class", "deep", "false"),
    *("final", "fuzzy", "git", "html", "id", "initial", "json", "l", "manifest"),
    *("md", "msgctxt", "msgid", "msgstr", "n", "plural", "reviewed", "translated", "true"),
    *("txt", "value", "Үрімші", "ئ"),
}
"""Words that stay as they are: keys, names, and what is typed; and so do capitals that the English has, too."""
NOT_WORDS = re.compile(
    r"%\(\w+\)[sd]|\{\w*(?::[^{}]*)?\}|U\+(?:\{[^}]*\}|[0-9A-F]+)|`[^`]*`|<[^>]*>|--?[a-z-]+|https?:\S+"
)


def script() -> ModuleType:
    """.ci/words.py."""
    spec = spec_from_file_location("words_script", HOME / ".ci" / "words.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_up_to_date() -> None:
    """Whoever adds, changes or translates a word runs `python .ci/words.py`."""
    assert script().stale() == []


def test_stale(tmp_path: Path) -> None:
    """A word that no catalog has is noticed, extracted, and compiled once it is translated."""
    module = script()
    web = tmp_path / "l10n" / "web"
    (web / "templates").mkdir(parents=True)
    (web / "words").mkdir()
    (tmp_path / "locales").mkdir()
    (tmp_path / "l10n.toml").write_text('locales = ["en", "ru"]\ncatalogs = ["workbench"]\n', encoding="utf-8")
    page = "<p>{{ _('Save') }}{% trans num=n %}\n {{ num }} word\n{% pluralize %}{{ num }} words{% endtrans %}"
    (web / "templates" / "a.html").write_text(page, encoding="utf-8")
    (web / "b.py").write_text('said = visit._("Hello, {name}")\nNC_("state", "draft")\n', encoding="utf-8")
    room = 'DAY = word("weekday", "Monday")\nwhy = phrase("it is {day}", day=DAY)\nfor word in ("a", "b"):\n    pass\n'
    (web.parent / "room.py").write_text(room, encoding="utf-8")
    module.renew(tmp_path)
    template = po.read(tmp_path / "locales" / "workbench.pot")

    assert [(e.context, e.source, e.plural, e.flags) for e in template.entries] == [
        (None, "Hello, {name}", None, ("python-brace-format",)),
        ("state", "draft", None, ()),
        (None, "Save", None, ()),
        (None, "%(num)s word", "%(num)s words", ("python-format",)),
        ("weekday", "Monday", None, ()),
        (None, "it is {day}", None, ("python-brace-format",)),
    ]
    assert module.stale(tmp_path) == []
    path = tmp_path / "locales" / "ru" / "workbench.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"Save"\nmsgstr ""', '"Save"\nmsgstr "Сохранить"'), "utf-8"
    )
    assert module.stale(tmp_path) == ["locales/ru/workbench.po", "l10n/web/words/ru.mo"]
    (web / "b.py").write_text('said = visit._("Bye")\n', encoding="utf-8")
    assert "locales/workbench.pot" in module.stale(tmp_path)


@pytest.mark.parametrize("locale", LETTERS)
def test_letters(locale: str) -> None:
    """Every word is written in the letters of its language, code point for code point."""
    wrong = []
    for entry in po.read(HOME / "locales" / locale / "workbench.po").entries:
        for target in entry.targets:
            for word in re.findall(r"[^\W\d_]+", NOT_WORDS.sub(" ", target)):
                stays = word in LATIN or (word.isupper() and word in entry.source)
                if not stays and not set(word.lower()) <= set(LETTERS[locale]):
                    wrong.append((entry.source, word))
    assert wrong == []


def test_checked() -> None:
    """Our own checks find no error in them: placeholders, plural forms, white space, look-alike letters."""
    project = Project.load(HOME)
    found = inspecting.check(project, project.chosen(["workbench"]), inspecting.Options(Rules.of(project))).open

    assert [(one.spot.locale, one.spot.source, one.code) for one in found if one.finding.severity == "error"] == []


@pytest.mark.parametrize("tongue", words.TONGUES)
def test_every_label_has_a_name(tongue: str) -> None:
    """States, roles, kinds and severities; what is not known stays as it is."""
    environment(tongue)
    for call, names in ((labels.state, labels.STATES), (labels.role, labels.ROLES), (labels.kind, labels.KINDS)):
        for word, english in names.items():
            said = call(word, tongue)
            assert said == english if tongue == "en" else said != english
    assert labels.kind("x-other", tongue) == "x-other"


@pytest.mark.parametrize(
    ("tongue", "number", "percent", "date"),
    [
        ("en", "12,345.6", "46%", "November 2, 2026"),
        ("ru", "12\u00a0345,6", "46\u00a0%", "2 ноября 2026\u202fг."),
        ("kk", "12\u00a0345,6", "46%", "2026 жылғы 2 қараша"),
        ("ug", "12,345.6", "46%", "2026-يىلى 2-نويابىر"),
    ],
)
def test_figures_and_dates(tongue: str, number: str, percent: str, date: str) -> None:
    """As the language writes them; 100% and 0% are never nearly so."""
    assert words.number(12345.6, tongue, 1) == number
    assert words.percent(0.46, tongue) == percent
    assert words.percent(0.999, tongue).startswith("99")
    assert words.percent(0.001, tongue).startswith("1")
    assert words.date("2026-11-02T07:30:00Z", tongue) == date
    assert words.date("", tongue) == ""


@pytest.mark.parametrize(
    ("tongue", "said"),
    [("en", "for 21 days"), ("ru", "21 день"), ("kk", "21 күннен бері"), ("ug", "21 كۈندىن بېرى")],
)
def test_spans_of_time(tongue: str, said: str) -> None:
    """In days, in the form that the number asks for."""
    now = "2026-11-22T08:00:00Z"

    assert words.waiting("2026-11-01", tongue, now) == said
    assert words.waiting("2026-11-22T01:00:00Z", tongue, now) == words.translations(tongue).gettext("since today")
    assert words.waiting("2026-11-21T23:59:00Z", tongue, now) == words.waiting("2026-11-21", tongue, now)


@pytest.mark.parametrize(
    ("tongue", "names"),
    [
        ("en", ["Kazakh", "Uyghur (Cyrillic)"]),
        ("ru", ["Казахский", "Уйгурский (кириллица)"]),
        ("kk", ["Қазақ тілі", "Ұйғыр тілі (кирилл жазуы)"]),
        ("ug", ["قازاقچە", "ئۇيغۇرچە (كىرىل)"]),
    ],
)
def test_names_of_languages(tongue: str, names: list[str]) -> None:
    """With their script where a tag names it."""
    assert [words.language(tag, tongue) for tag in ("kk", "ug-Cyrl")] == names


def test_filters(bench: str) -> None:
    """Templates call them by name, in the language of the page; plural forms come with the number."""
    template = environment("ru").from_string(
        "{{ 0.5|percent }} {{ 'sent back'|state }} {{ 'p'|kind }} {{ 'kk'|language }} "
        "{{ '2026-11-21'|waiting('2026-11-22') }}"
        " {{ 'editor'|role }} {{ 'error'|severity }} {{ 1000|number }}"
    )

    assert template.render() == ("50\u00a0% возвращено абзац Казахский 1 день редактор ошибка 1\u00a0000")


@pytest.mark.parametrize("tongue", words.TONGUES)
def test_pages_speak(bench: str, tongue: str) -> None:
    """As the browser asks, until somebody chooses another language."""
    client = Client(bench)
    page = client.get("/who", **{"accept-language": f"xx, {tongue};q=0.8, en;q=0.2"}).text

    assert f'<html lang="{tongue}" dir="{words.direction(tongue)}"' in page
    assert words.translations(tongue).gettext("Who are you?") in page
    client.post("/manner", {"tongue": "ug", "next": "/who"})
    assert '<html lang="ug" dir="rtl"' in client.get("/who", **{"accept-language": tongue}).text
