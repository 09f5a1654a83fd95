"""Chains of endings: a table of rows, read and written."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.names.forms import kazakh_endings, uyghur_endings
from l10n.names.forms.chains import ANY, BACK, FRONT, endings, reader, writer

TABLE = endings(
    [
        ("stem many", "dative", "V ga/ge; T ka/ke", "end"),
        ("stem", "plural", "* lar/ler", "many"),
        ("stem", "like", "* dai day", "end"),
        ("stem", "", "* s", "bound"),
        ("bound", "owned", "* in", "end"),
    ]
)


def sound(text: str) -> str:
    return "V" if text[-1] in "aei" else "T"


READ, WRITE = reader(TABLE, sound, frozenset(["bound"])), writer(TABLE, sound, frozenset(["bound"]))


@pytest.mark.parametrize(
    ("rest", "sounds", "vowels", "expected"),
    [
        ("", "V", BACK, ((),)),
        ("ga", "V", BACK, (("dative",),)),
        ("ge", "V", BACK, ()),
        ("ka", "V", BACK, ()),
        ("ka", "VT", ANY, (("dative",),)),
        ("larka", "V", BACK, (("plural", "dative"),)),
        ("larke", "V", ANY, ()),
        ("lerke", "V", ANY, (("plural", "dative"),)),
        ("s", "V", ANY, ()),
        ("sin", "V", ANY, (("owned",),)),
        ("gaga", "V", ANY, ()),
    ],
)
def test_read(rest: str, sounds: str, vowels: str, expected: tuple[tuple[str, ...], ...]) -> None:
    """Each ending after its sounds, one kind of vowels in a chain, none where the word must go on."""
    assert READ(rest, "stem", sounds, vowels) == expected


@pytest.mark.parametrize(
    ("features", "sounds", "vowels", "expected"),
    [
        (("dative",), "V", BACK, "ga"),
        (("dative",), "T", FRONT, "ke"),
        (("dative",), "V", ANY, None),
        (("dative",), "VT", BACK, None),
        (("plural", "dative"), "V", FRONT, "lerke"),
        (("like",), "V", BACK, None),
        (("dative", "plural"), "V", BACK, None),
        ((), "V", BACK, ""),
    ],
)
def test_write(features: tuple[str, ...], sounds: str, vowels: str, expected: str | None) -> None:
    """The one chain that says it; none where there are two."""
    assert WRITE(features, "stem", sounds, vowels) == expected


@pytest.mark.parametrize("language", [kazakh_endings, uyghur_endings], ids=["kk", "ug"])
@given(data=st.data(), vowels=st.sampled_from([BACK, FRONT]), first=st.sampled_from("VT"))
def test_what_a_table_makes_is_read(language: ModuleType, data: st.DataObject, vowels: str, first: str) -> None:
    """A walk through the slots gives a remainder with the features of the walk; if it is written, it is a reading."""
    slot, sounds, text, features = "stem", first, "", ()
    for _ in range(data.draw(st.integers(1, 4))):
        open_to = [
            end
            for end in language.TABLE.get(slot, ())
            if vowels in end.vowels and (not end.sounds or set(end.sounds) & set(sounds))
        ]
        if not open_to:
            break
        end = data.draw(st.sampled_from(open_to))
        slot, sounds, text, features = end.slot, language.sounds(end.text), text + end.text, (*features, end.feature)
    if slot not in language.UNFINISHED:
        assert features in language.read_word(text, "stem", first, vowels)
        written = language.write(features, "stem", first, vowels)
        assert written is None or features in language.read_word(written, "stem", first, vowels)
