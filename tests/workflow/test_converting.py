"""A unit in other letters: what is in no words of the locale is held back and stands in its place again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes, languages
from l10n.model import Term, Unit
from l10n.names import convert
from l10n.workflow.converting import Converter

NOWHERE = ("", "")
SPAN = (("span1", '<span lang="ru">'),)
ALONE = (("span1", '<span translate="no">Acme</span>'), ("code2", "`kod`"), ("br3", "<br>"), ("fn4", "[^1]"))
UNITS = [
    ("ug", "ug-Latn", "<span1/> كەلدى.", ALONE, NOWHERE, "<span1/> keldi."),
    ("ug", "ug-Latn", "<code2/> كەلدى.", ALONE, NOWHERE, "<code2/> keldi."),
    ("ug", "ug-Latn", "<br3/> كەلدى.<fn4/> ئۇ", ALONE, NOWHERE, "<br3/> Keldi.<fn4/> U"),
    (
        "kk",
        "kk-Arab",
        "Ол <span1>Паром снова ходит</span1> деді.",
        SPAN,
        NOWHERE,
        "ول <span1>Паром снова ходит</span1> دەدى.",
    ),
    ("kk", "kk-Latn", "<span1>Паром</span1> атты кеме", SPAN, NOWHERE, "<span1>Паром</span1> atty keme"),
    ("ug", "ug-Latn", "<foreign>The ferry</foreign> كەلدى.", (), NOWHERE, "<foreign>The ferry</foreign> keldi."),
    ("kk", "kk-Latn", "Ол <em1>сөз</em1>.", (("em1", '<em lang="en">'),), NOWHERE, "Ol <em1>söz</em1>."),
    ("kk", "kk-Latn", "Ол <em1>слово</em1>.", (("em1", '<em lang="ru">'),), NOWHERE, "Ol <em1>слово</em1>."),
    (
        "kk",
        "kk-Latn",
        "<a1>Сайт</a1> бар",
        (("a1", '<a hreflang="en" lang="en" href="x">'),),
        NOWHERE,
        "<a1>Сайт</a1> bar",
    ),
    ("kk", "kk-Latn", "<a1>Су</a1> бар", (("a1", '<a hreflang="en" lang="en" href="x">'),), NOWHERE, "<a1>Su</a1> bar"),
    ("kk", "kk-Latn", "<a1>Сайт</a1> бар", (("a1", '<a hreflang="en" href="x">'),), NOWHERE, "<a1>Sait</a1> bar"),
    ("kk", "kk-Arab", "<kbd1>Ә</kbd1> пернесі", (("kbd1", "<kbd>"),), NOWHERE, "<kbd1>Ә</kbd1> پەرنەسى"),
    ("kk", "kk-Arab", "<b1>су</b1>", (("b1", "**…**"),), NOWHERE, "<b1>سۋ</b1>"),
    ("kk", "kk-Arab", "Цитата", (), ("blockquote", "ru"), "Цитата"),
    ("kk", "kk-Arab", "Су", (), ("p", "en"), "سۋ"),
    ("kk", "kk-Arab", "Water", (), ("span", "en"), "Water"),
    (
        "kk",
        "kk-Arab",
        "Су &lt;a1> &amp;lt; BBC, CNN",
        (),
        NOWHERE,
        "سۋ &lt;\u2068a1\u2069> &amp;\u2068lt\u2069؛ \u2068BBC\u2069، \u2068CNN\u2069",
    ),
    ("kk", "kk-Arab", "Су \ue000 бар", (), NOWHERE, "سۋ \ue000 بار"),
    ("ug", "ug-Latn", "\u2068BBC\u2069 خەۋەرلىرى\u200f", (), NOWHERE, "BBC xewerliri"),
]


@pytest.mark.parametrize(("base", "locale", "text", "legend", "around", "said"), UNITS)
def test_units(
    base: str, locale: str, text: str, legend: tuple[tuple[str, str], ...], around: tuple[str, str], said: str
) -> None:
    """Passages and blocks in another language than the article's and the page's, code and entities stay."""
    unit = Unit("p", "See <a1>Сайт</a1>", codes=legend)

    assert Converter(base, locale).unit(text, unit, around, "en") == said


def test_names_have_capitals() -> None:
    """Names of the glossary have capitals where the locale's script has none; so have people who sign."""
    terms = (Term("گۈلنار ئىسمايىلوۋا", "person"), Term("ئۇيغۇر", "term"))
    converter = Converter("ug", "ug-Latn", terms)

    assert (
        converter.words("كېچە گۈلنار ئىسمايىلوۋا كەلدى، ئۇيغۇر تىلىدا.")
        == "Kéche Gülnar Ismayilowa keldi, uyghur tilida."
    )
    assert converter.name("ئايگۈل سابىتوۋا") == "Aygül Sabitowa"
    assert converter.name("Aygül S.") == "Aygül S."
    assert converter.phrase("ئىنگلىزچە") == "in'glizche"


def test_a_person_named_in_full_is_known_from_then_on() -> None:
    """A surname alone has its capital in later units; each unit starts a sentence, and none sees the end of another."""
    converter = Converter("ug", "ug-Latn", (Term("گۈلنار ئىسمايىلوۋا", "person"),))
    texts = ["ناۋايخانا", "بۈگۈن ئىسمايىلوۋا", "گۈلنار ئىسمايىلوۋا كەلدى", "Текст", "كېچە \ue001 ئىسمايىلوۋا كەتتى"]
    around = [NOWHERE, NOWHERE, NOWHERE, ("p", "ru"), NOWHERE]

    said = converter.units(texts, [Unit("p", "")] * 5, around, "en")
    assert said == [
        "Nawayxana",
        "Bügün ismayilowa",
        "Gülnar Ismayilowa keldi",
        "Текст",
        "Kéche \ue001 Ismayilowa ketti",
    ]


def test_templates_keep_their_fields() -> None:
    """Fields of a credit are no words."""
    assert Converter("kk", "kk-Arab").template("Аударған: {translator}.") == "اۋدارعان: {translator}."
    assert Converter("ug", "ug-Cyrl").template("") == ""


VARIANTS = [
    f"{base}-{script}"
    for base in ("kk", "ug")
    for script in languages.scripts(base)
    if script != languages.get(base).script
]


@pytest.mark.parametrize("tag", [*VARIANTS, "ug-Latn-x-yeziq"])
def test_every_variant_of_the_settings_can_be_converted(tag: str) -> None:
    """What the settings admit has a table of letters, a name for it, the months of the language's file."""
    base, own = languages.get(tag[:2]), languages.get(tag)
    converter = Converter(base.tag, tag)

    assert converter.standard
    assert [converter.phrase(month) for month in base.months] == list(own.months)
    assert [converter.phrase(day) for day in base.weekdays] == list(own.weekdays)
    assert converter.phrase(base.own_name) == own.own_name


PIECES = [
    "су",
    "Қала",
    "«",
    "»",
    ", ",
    ". ",
    "BBC",
    "<b1>",
    "</b1>",
    "<br2/>",
    "&lt;",
    "\ue000",
    " ",
    "12",
    "<foreign>Text</foreign>",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(["kk-Arab", "kk-Latn"]))
def test_codes_stay(text: str, locale: str) -> None:
    """Whatever the text, its codes stand in it in their order, and what is held back comes back."""
    said = Converter("kk", locale).unit(text, Unit("p", ""), NOWHERE, "en")

    kept = re.compile(rf"{codes.CODE.pattern}|<foreign>Text</foreign>|&lt;|\ue000")
    assert [match[0] for match in kept.finditer(said)] == [match[0] for match in kept.finditer(text)]
    assert convert(text, "kk", "kk") == text
