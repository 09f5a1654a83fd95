"""Languages: found by tag, true to the tables, light to import."""

from __future__ import annotations

import contextlib
import gettext
import itertools
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import ProjectError
from l10n.languages import KNOWN, Language, get, scripts

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
ALL = [*KNOWN, "kk-Arab", "kk-Latn", "ug-Cyrl", "ug-Latn"]

TAGS = [
    # asked, tag, script, direction, og_locale
    ("en", "en", "Latn", "ltr", "en_US"),
    ("en-GB", "en-GB", "Latn", "ltr", "en_GB"),
    ("EN-gb", "en-GB", "Latn", "ltr", "en_GB"),
    ("ru", "ru", "Cyrl", "ltr", "ru_RU"),
    ("ru-KZ", "ru-KZ", "Cyrl", "ltr", "ru_KZ"),
    ("kk", "kk", "Cyrl", "ltr", "kk_KZ"),
    ("kk-Arab", "kk-Arab", "Arab", "rtl", "kk_KZ"),
    ("kk-CN", "kk-CN", "Arab", "rtl", "kk_CN"),
    ("kk-Latn", "kk-Latn", "Latn", "ltr", "kk_KZ"),
    ("ug", "ug", "Arab", "rtl", None),
    ("ug-CN", "ug-CN", "Arab", "rtl", None),
    ("ug-cyrl", "ug-Cyrl", "Cyrl", "ltr", None),
    ("ug-KZ", "ug-KZ", "Cyrl", "ltr", None),
    ("ug-Cyrl-KZ", "ug-Cyrl-KZ", "Cyrl", "ltr", None),
    ("ug-Latn", "ug-Latn", "Latn", "ltr", None),
    ("fr", "fr", "Latn", "ltr", "fr_FR"),
    ("ar", "ar", "Arab", "rtl", "ar_EG"),
    ("he", "he", "Hebr", "rtl", "he_IL"),
    ("uz-Cyrl", "uz-Cyrl", "Cyrl", "ltr", "uz_UZ"),
    ("zh-Hant-TW", "zh-Hant-TW", "Hant", "ltr", "zh_TW"),
    ("tlh", "tlh", "Latn", "ltr", None),
    ("en-x-newsroom", "en-x-newsroom", "Latn", "ltr", "en_US"),
]


@pytest.mark.parametrize(("asked", "tag", "script", "direction", "og_locale"), TAGS)
def test_tags(asked: str, tag: str, script: str, direction: str, og_locale: str | None) -> None:
    """A tag finds its language; script and region change script, direction and Open Graph locale."""
    language = get(asked)

    assert (language.tag, language.script, language.direction, language.og_locale) == (
        tag,
        script,
        direction,
        og_locale,
    )


def test_scripts() -> None:
    """The scripts of a language are those it has words for, the usual one first, whatever the tag asks for."""
    assert scripts("kk-Latn") == ("Cyrl", "Arab", "Latn")
    assert scripts("ug") == ("Arab", "Cyrl", "Latn")
    assert (scripts("ru"), scripts("tt")) == (("Cyrl",), ())


@pytest.mark.parametrize("tag", ["", "e", "en_US", "en-", "-en", "../kk", "english language", "kk-Cyrl-", "ұқ", "en\n"])
def test_what_is_no_tag(tag: str) -> None:
    """A malformed tag is refused, with a remedy."""
    with pytest.raises(ProjectError) as refused:
        get(tag)

    assert "ug-Cyrl" in refused.value.hint


@given(st.text(max_size=8))
def test_any_text_is_a_language_or_refused(tag: str) -> None:
    """Whatever is asked for, the answer is a Language or a ProjectError."""
    with contextlib.suppress(ProjectError):
        assert isinstance(get(tag), Language)


@pytest.mark.parametrize("tag", NAMES)
def test_names_of_months_and_weekdays(tag: str) -> None:
    """Months and weekdays are those of the table."""
    language = get(tag)

    assert list(language.months) == NAMES[tag]["months"]
    assert list(language.months_in_text) == NAMES[tag]["months_in_text"]
    assert list(language.weekdays) == NAMES[tag]["weekdays"]


@pytest.mark.parametrize("tag", ["fr", "ky", "de", "tr", "uz", "zh"])
def test_other_languages_keep_their_own_months(tag: str) -> None:
    """A language from CLDR has twelve months and seven weekdays of its own, whichever was read before it."""
    get("ug"), get("ar")
    language = get(tag)

    assert len(set(language.months)) == 12
    assert len(set(language.weekdays)) == 7
    assert not set(language.months) & set(get("ug").months)


@pytest.mark.parametrize("tag", ALL)
def test_every_language_is_complete(tag: str) -> None:
    """Each known language, in each script, has all its names, once each."""
    language = get(tag)

    assert all((language.name, language.own_name, language.plural_forms))
    assert len(set(language.months)) == len(set(language.months_in_text)) == 12
    assert len(set(language.weekdays)) == 7
    assert language.decimal != language.group


TYPOGRAPHY = [
    # tag, outer, inner, decimal, group
    ("en", "“”", "‘’", ".", ","),
    ("ru", "«»", "„“", ",", "\u00a0"),
    ("kk", "«»", "“”", ",", "\u00a0"),
    ("kk-Arab", "«»", "“”", ".", ","),
    ("ug", "«»", "‹›", ".", ","),
    ("ug-Cyrl", "«»", "‹›", ".", ","),
]


@pytest.mark.parametrize(("tag", "outer", "inner", "decimal", "group"), TYPOGRAPHY)
def test_typography(tag: str, outer: str, inner: str, decimal: str, group: str) -> None:
    """Quotation marks stand in the order of the text: Uyghur opens with U+00AB too, against CLDR."""
    language = get(tag)

    assert ("".join(language.quotes), "".join(language.inner_quotes)) == (outer, inner)
    assert (language.decimal, language.group) == (decimal, group)


PLURALS = [
    # tag, how many forms, the form of 0 1 2 5 11 21 22 25 111 121
    ("en", 2, [1, 0, 1, 1, 1, 1, 1, 1, 1, 1]),
    ("ru", 3, [2, 0, 1, 2, 2, 0, 1, 2, 2, 0]),
    ("kk", 1, [0] * 10),
    ("ug", 1, [0] * 10),
]


@pytest.mark.parametrize(("tag", "count", "forms"), PLURALS)
def test_plural_forms(tag: str, count: int, forms: list[int]) -> None:
    """Plural-Forms is a header that gettext reads, and gives each number its form."""
    number, expression = get(tag).plural_forms.rstrip(";").split("; plural=")
    form = gettext.c2py(expression)

    assert number == f"nplurals={count}"
    assert [form(n) for n in (0, 1, 2, 5, 11, 21, 22, 25, 111, 121)] == forms


@pytest.mark.parametrize("tag", [*KNOWN, "fr", "ar", "sr", "tlh"])
def test_plural_forms_never_leave_their_range(tag: str) -> None:
    """Every number from 0 to 200 has one of the forms that the header counts."""
    number, expression = get(tag).plural_forms.rstrip(";").split("; plural=")
    form = gettext.c2py(expression)

    assert {form(n) for n in range(201)} <= set(range(int(number.removeprefix("nplurals="))))


LISTS = ("never_final", "before_number", "after_number", "seldom_final", "maybe_final")


@pytest.mark.parametrize("tag", KNOWN)
def test_abbreviations_are_of_one_kind(tag: str) -> None:
    """No abbreviation stands in two lists; all are small letters without spaces and without their last point."""
    data = get(tag).sentences
    lists = [getattr(data, name) for name in LISTS]

    for one, other in itertools.combinations(lists, 2):
        assert not one & other
    for word in frozenset().union(*lists, data.starters, data.continues, data.date_words):
        assert word == word.lower() and not word.endswith(".")


def test_import_is_light() -> None:
    """The package brings in no Babel, and no language before it is asked for."""
    code = "import sys, l10n.languages; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "l10n.languages" in modules
    assert not {"babel", "l10n.languages.ug", "l10n.languages.en"} & set(modules)
