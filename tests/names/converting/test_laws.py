"""What no conversion may do: lose a code, a figure, a Latin word or a space, leave a letter, change its own work."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import codes
from l10n.model import Term
from l10n.names import convert
from l10n.names.standards.scripts import script

PAIRS = [
    ("ug", "ug-Cyrl"),
    ("ug", "ug-Latn"),
    ("ug", "ug-Latn-x-yeziq"),
    ("ug-Cyrl", "ug"),
    ("ug-Cyrl", "ug-Latn"),
    ("kk", "kk-Latn"),
    ("kk", "kk-Arab"),
    ("kk-Arab", "kk"),
    ("kk-Arab", "kk-Latn"),
]
WORDS = {
    "ug": "مەكتەپ ئائىلە ئۇيغۇر شىنجاڭ خەلقئارا دەپ ئۇ ئالمۇتاغا گۈلنارە قىلىنغان ياش يۇرت ئىيۇن فىلىم",
    "ug-Cyrl": "мәктәп Аилә уйғур Шинҗаң хәлқара яш Юрт июнь қойуп Тоқаев БДТОО",
    "kk": "мектеп Үрімжі тілі Әлем қазақша Иса Іле Тоқаевтың цирк полиция НҰРЛАН",
    "kk-Arab": "مەكتەپ ءتىلى قازاقشا توقايەۆتىڭ جۇمىس سەرىك پوليتسيا ءۇرىمجى",
}
SCRIPT = {"ug": "Arab", "kk-Arab": "Arab", "ug-Cyrl": "Cyrl", "kk": "Cyrl"}
KEPT = ["CABAR", "WhatsApp", "UNESCO", "2019", "25,000", "15%", "<br2/>", "<a1>", "</a1>", "https://a.example/x?y"]
MARKS = [".", "،", ",", "؟", "?", ":", "«", "»", "–", "(", ")", "…"]
NAMES = (Term("گۈلنارە", "person"),)


@st.composite
def texts(draw: st.DrawFn, source: str) -> str:
    """Words, what is kept, and marks, with spaces between them."""
    pieces = draw(st.lists(st.sampled_from([*WORDS[source].split(), *KEPT, *MARKS]), max_size=12))
    spaces = draw(
        st.lists(st.sampled_from([" ", "  ", "\n", "\u00a0", "\t"]), min_size=len(pieces), max_size=len(pieces))
    )
    return "".join(piece + space for piece, space in zip(pieces, spaces, strict=True))


@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=30)
@given(data=st.data())
def test_laws(source: str, target: str, data: st.DataObject) -> None:
    """Codes, figures, Latin words and spaces survive; no letter of the source is left; twice is once."""
    text = data.draw(texts(source))
    written = convert(text, source, target, NAMES)

    assert codes.CODE.findall(written) == codes.CODE.findall(text)
    assert re.findall(r"\d[\d,]*", written) == re.findall(r"\d[\d,]*", text)
    assert re.findall(r"\s", written) == re.findall(r"\s", text)
    assert all(written.count(word) >= text.count(word) for word in KEPT)
    assert SCRIPT[source] not in {script(sign) for sign in written}
    assert convert(written, source, target, NAMES) == written


@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=30)
@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text(source: str, target: str, text: str) -> None:
    """Whatever people type is converted, and its own result stays as it is."""
    written = convert(text, source, target)

    assert convert(written, source, target) == written
