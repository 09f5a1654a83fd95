"""The glossary file: what it says, and what is refused in it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from l10n import glossary
from l10n.errors import GlossaryError
from l10n.glossary import Name
from l10n.model import State

FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))["fault"]
LOCALES = ("en", "ru", "kk", "ug")

FULL = """\
# the names of the sports desk
[[name]]
form = "Dilnoza Qodirova"  # as on her passport
kind = "person"
also = ["Dilnoza Kadirova"]
former = ["D. Kadyrova"]
sex = "female"
origin = "uzb"
original = 'Dilnoza Qodirova'
note = \"\"\"
A wrestler.
Ask her before you shorten it.\"\"\"
[name.never]
ru = ["Дильноза Кадырова"]

[[name]]
form = "Steppe News"
kind = "organisation"
translate = false
never = ["Степные новости"]

[[name]]
form = "Aset Omarov"
kind = "person"

[[name]]
form = "Aset Omarov"
kind = "person"
id = "poet"
"""


def test_what_an_entry_says() -> None:
    """Every key is read; the line is that of the header."""
    first, second, third, poet = glossary.read(FULL.encode(), LOCALES)

    assert first == Name(
        form="Dilnoza Qodirova",
        kind="person",
        also=("Dilnoza Kadirova",),
        former=("D. Kadyrova",),
        sex="female",
        origin="uzb",
        original="Dilnoza Qodirova",
        note="A wrestler.\nAsk her before you shorten it.",
        never={"ru": ("Дильноза Кадырова",)},
        line=2,
    )
    assert (second.translate, second.forbidden("ru"), second.line) == (False, ("Степные новости",), 16)
    assert (third.ref, poet.ref) == ("Aset Omarov", "Aset Omarov #poet")


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing yet\n"])
def test_an_empty_glossary_is_fine(text: str) -> None:
    """A file without entries holds none."""
    assert glossary.read(text.encode()) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["what"])
def test_faults(fault: dict[str, str]) -> None:
    """What cannot be meant is refused with its line and the remedy."""
    with pytest.raises(GlossaryError) as refused:
        glossary.read(fault["text"].encode(), LOCALES)

    assert refused.value.line == fault["line"]
    assert fault["what"] in refused.value.what
    assert fault["hint"] in refused.value.hint


def test_ten_thousand_letters_are_refused() -> None:
    """A form as long as an article is no name; the message stays short."""
    with pytest.raises(GlossaryError, match="10,000 characters") as refused:
        glossary.read(f'[[name]]\nform = "{"ы" * 10_000}"\n'.encode())

    assert len(refused.value.what) < 100


def test_bytes_that_are_no_text_are_refused() -> None:
    """The line of the first byte that is no UTF-8 is named."""
    with pytest.raises(GlossaryError) as refused:
        glossary.read('[[name]]\nform = "Алматы"\n'.encode("cp1251"))

    assert refused.value.line == 2


@pytest.mark.parametrize(
    "form", ["КазТрансОйл", "КазTransГаз", "J. K. Rowling", "Wi-Fi-сеть", "B2B", "Ürümqi", "8 March"]
)
def test_forms_that_are_none_the_worse_for_it(form: str) -> None:
    """Two alphabets in one word are refused only where letters of one pass for those of the other."""
    assert glossary.read(f'[[name]]\nform = "{form}"\n'.encode())[0].form == form


def test_what_a_translator_has_to_know() -> None:
    """A line for what it is, one for its other forms, what is forbidden in this language, and each line of the note."""
    first, second, *_ = glossary.read(FULL.encode(), LOCALES)

    assert glossary.about(first, "ru") == (
        "female, from Uzbek (uzb), in its own script Dilnoza Qodirova",
        "also Dilnoza Kadirova",
        "formerly D. Kadyrova",
        "never Дильноза Кадырова",
        "A wrestler.",
        "Ask her before you shorten it.",
    )
    assert "never Дильноза Кадырова" not in glossary.about(first, "kk")
    assert glossary.about(second)[0].startswith("not translated")


def test_terms() -> None:
    """A name in a language is its rendering, with what the catalog and the file admit and forbid there."""
    names = glossary.read(FULL.encode(), LOCALES)
    russian = {
        "Dilnoza Qodirova": glossary.Rendering("Дилноза Кодирова", State.REVIEWED, ("Дилноза",), ("Дилноза Кадирова",)),
        "Aset Omarov #poet": glossary.Rendering("Асет Омаров"),
    }
    found = glossary.Glossary(names, {"ru": russian})
    wrestler, paper, poet = found.terms("ru")

    assert (wrestler.form, wrestler.sex, wrestler.id) == ("Дилноза Кодирова", "female", "Dilnoza Qodirova")
    assert (wrestler.also, wrestler.never) == (("Дилноза",), ("Дильноза Кадырова", "Дилноза Кадирова"))
    assert (paper.form, paper.translate, paper.never) == ("Steppe News", False, ("Степные новости",))
    assert (poet.form, poet.id, found.state(poet.id, "ru")) == ("Асет Омаров", "Aset Omarov #poet", State.INITIAL)
    assert [term.form for term in found.terms("ru", State.TRANSLATED)] == ["Дилноза Кодирова", "Steppe News"]
    assert [term.form for term in found.terms("ug")] == ["Steppe News"]


def test_english_terms() -> None:
    """In English a name is its form; former spellings are found, too."""
    wrestler, *_ = glossary.Glossary(glossary.read(FULL.encode())).terms("en")

    assert (wrestler.form, wrestler.also) == ("Dilnoza Qodirova", ("Dilnoza Kadirova", "D. Kadyrova"))
