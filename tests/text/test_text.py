"""Plain text: what names it, what it differs in, how many words it has."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import text

TEXT = st.text(alphabet="ab йқ́ .,!<>/1\u00a0", max_size=30)


@given(TEXT)
def test_a_digest_names_a_text_in_either_normal_form(said: str) -> None:
    """A text typed on a Mac is the text typed elsewhere."""
    names = {text.digest("p", unicodedata.normalize(form, said), None, [said]) for form in ("NFC", "NFD")}

    assert len(names) == 1


def test_a_digest_keeps_its_parts_apart() -> None:
    """What moves from one part of an entry to another makes another text; what is absent is empty."""
    parts = [("a", "b", None, ["c"]), ("", "ab", None, ["c"]), ("a", "b", "c", [""]), ("a", "b", None, ["", "c"])]

    assert len({text.digest(*part) for part in parts}) == len(parts)
    assert text.digest(None, "a", None, [""]) == text.digest("", "a", "", [""])


@given(TEXT, TEXT)
def test_word_diff_leads_from_old_to_new(old: str, new: str) -> None:
    """What is kept and deleted is the old text, what is kept and inserted the new one."""
    pieces = text.word_diff(old, new)

    assert "".join(piece for sign, piece in pieces if sign != "+") == old
    assert "".join(piece for sign, piece in pieces if sign != "-") == new


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("", 0),
        ("— … !", 0),
        ("The driver’s two-year-old boat", 4),
        ("<a1>Open</a1> the<br2/>door", 3),
        ("Use the <b> tag", 4),
        ("<joined/>", 0),
        ("<foreign>Open</foreign> door", 2),
        ("<a\u0661>", 1),
        ("Бағасы 3,5 млн теңге", 5),
        ("ئۇ 2024-يىلى كەلدى", 3),
        ("et al. 3.14", 3),
        ("старый за\u0301мок", 2),
        (unicodedata.normalize("NFD", "йод қой"), 2),
        ("مَدرَسَة", 1),
    ],
)
def test_word_count(said: str, count: int) -> None:
    """Letters and digits make words, joined by apostrophe, hyphen and point; inline codes are none."""
    assert text.word_count(said) == count


def test_segment_ids_are_short_and_stable() -> None:
    """People name segments by eight hexadecimal digits, the same on every machine."""
    assert text.segment_id("p", "One.") == text.segment_id("p", "One.") != text.segment_id("li", "One.")
    assert len(text.segment_id(None, "Ә")) == text.ID_LENGTH
