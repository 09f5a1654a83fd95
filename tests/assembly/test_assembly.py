"""A unit falls into its segments and comes together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import assembly, codes
from l10n.model import JOINED, Unit


def sentences(text: str) -> list[str]:
    """A split that every reader can follow: after a full stop, its closing codes and its white space."""
    return re.findall(r".+?(?:\.(?:</\w+>)*\s+|\Z)", text, re.DOTALL)


WORDS = st.text(alphabet="абвгд қңәі ЕЖ. \u00a0\u06d5\u0649", min_size=1, max_size=12)


@st.composite
def coded(draw: st.DrawFn, depth: int = 0) -> str:
    """Text with nested pairs and stand-alone codes, every number still 0."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        shape = draw(st.sampled_from(["text", "pair", "alone"] if depth < 2 else ["text"]))
        if shape == "text":
            parts.append(draw(WORDS))
        elif shape == "alone":
            parts.append(f"<{draw(st.sampled_from(['br', 'img']))}0/>")
        else:
            name = draw(st.sampled_from(["a", "em"]))
            parts.append(f"<{name}0>{draw(coded(depth + 1))}</{name}0>")
    return "".join(parts)


def numbered(text: str) -> str:
    """The same text with codes numbered in opening order."""
    open_numbers: list[int] = []
    count = 0

    def number(match: re.Match[str]) -> str:
        nonlocal count
        if match[1]:
            return f"</{match[2]}{open_numbers.pop()}>"
        count += 1
        if not match[4]:
            open_numbers.append(count)
        return f"<{match[2]}{count}{match[4]}>"

    return codes.CODE.sub(number, text)


UNITS = coded().map(lambda text: numbered(text).strip()).filter(lambda text: re.search(r"[^\W_]", codes.strip(text)))


@given(UNITS)
def test_pieces_joined_are_the_unit(source: str) -> None:
    """No character is lost or added where a unit is cut."""
    assert "".join(piece.text for piece in assembly.cut(source, sentences)) == source


@given(UNITS)
def test_every_piece_is_balanced_and_has_words(source: str) -> None:
    """A piece has each of its codes whole, numbered from 1, and something to translate."""
    for piece in assembly.cut(source, sentences):
        assert codes.fault(piece.source, piece.source) == ""
        assert set(codes.numbers(piece.source)) == set(range(1, len(piece.numbers) + 1))
        assert re.search(r"[^\W_]", codes.strip(piece.source))
        assert piece.source == piece.source.strip()


@given(UNITS)
def test_sources_assemble_to_the_unit(source: str) -> None:
    """A catalog that repeats the sources gives the unit back."""
    pieces = assembly.cut(source, sentences)

    assert assembly.assemble(pieces, [piece.source for piece in pieces]) == source


@given(UNITS)
def test_an_unchanged_unit_keeps_its_cuts(source: str) -> None:
    """Rules that change do not recut a unit whose segments are all known."""
    unit = Unit("p", source)
    before = assembly.article([unit], sentences)

    after = assembly.article([unit], assembly.whole, known={"p": {s.source for s in before.segments}})

    assert "".join(piece.text for piece in after.pieces[0]) == source
    assert {s.source for s in after.segments} <= {s.source for s in before.segments} | {source}


def test_cuts_of_yesterday_are_found_under_codes() -> None:
    """A cut that the rules no longer make is kept where every piece is known."""
    unit = Unit("p", "Су <a1>г. Алматы</a1> келді. Мектеп <em2>жабық</em2>.")
    before = assembly.article([unit], sentences)
    assert [s.source for s in before.segments] == ["Су <a1>г. Алматы</a1> келді.", "Мектеп <em1>жабық</em1>."]

    after = assembly.article([unit], assembly.whole, known={"p": {s.source for s in before.segments}})

    assert after.segments == before.segments


def test_a_changed_unit_is_cut_by_the_rules_of_today() -> None:
    """Where one piece is new, the unit is cut afresh."""
    cut = assembly.article([Unit("p", "One. Two.")], assembly.whole, known={"p": {"One."}})

    assert [s.source for s in cut.segments] == ["One. Two."]


def test_the_order_of_known_sources_decides_nothing() -> None:
    """Where several cuts are made of known sources, the same one is found from run to run."""
    unit = Unit("p", "Су келді. Жол ашық. Мектеп жабық.")
    known = ("Су келді.", "Жол ашық.", "Мектеп жабық.", "Су келді. Жол ашық.", "Жол ашық. Мектеп жабық.")

    cuts = {assembly.article([unit], assembly.whole, known={"p": order}).keys for order in permutations(known)}

    assert len(cuts) == 1


def test_known_sources_are_indexed_once() -> None:
    """An article in which many units changed looks through its catalog once, not once for each of them."""

    class Looked(set[str]):
        times = 0

        def __iter__(self) -> Iterator[str]:
            self.times += 1
            return super().__iter__()

    known = Looked({"One.", "Two."})

    assembly.article([Unit("p", f"Changed {n}.") for n in range(50)], sentences, known={"p": known})

    assert known.times == 1


def test_no_cut_inside_a_pair() -> None:
    """A link over two sentences keeps them in one segment."""
    pieces = assembly.cut("<a1>One. Two.</a1> Three.", sentences)

    assert [piece.source for piece in pieces] == ["One. Two.", "Three."]
    assert [piece.before for piece in pieces] == ["<a1>", ""]


def test_a_pair_around_a_sentence_stays_outside() -> None:
    """The translator of a sentence in bold sees the sentence; the build puts the bold back."""
    pieces = assembly.cut("<b1>One.</b1> Two. <br2/>Three.", sentences)

    assert [piece.source for piece in pieces] == ["One.", "Two.", "Three."]
    assert assembly.assemble(pieces, ["Бір.", "Екі.", "Үш."]) == "<b1>Бір.</b1> Екі. <br2/>Үш."


def test_equal_sources_of_one_kind_are_one_segment() -> None:
    """A sentence that stands twice is translated once and knows both places."""
    cut = assembly.article([Unit("p", "Yes.", 3), Unit("li", "Yes.", 4), Unit("p", "Yes.", 5)], sentences)

    assert [s.key for s in cut.segments] == [("p", "Yes."), ("li", "Yes.")]
    assert [place.line for place in cut.segments[0].places] == [3, 5]
    assert [place.number for place in cut.segments[0].places] == [1, 2]


def test_ids_tell_twins_apart() -> None:
    """Equal sources under different element ids are segments of their own."""
    cut = assembly.article([Unit("p", "Yes.", id="a"), Unit("p", "Yes.", id="b"), Unit("p", "No.", id="c")], sentences)

    assert [s.context for s in cut.segments] == ["p #a", "p #b", "p"]


def test_twins_split_by_the_project_are_counted() -> None:
    """A split segment has one entry for each occurrence."""
    cut = assembly.article([Unit("p", "I was detained.")] * 3, sentences, twins=[("p", "I was detained.")])

    assert [s.context for s in cut.segments] == ["p", "p ~2", "p ~3"]


def test_joined_sentence() -> None:
    """`<joined/>` drops a sentence and the space before it; its codes move to the sentence that says it."""
    pieces = assembly.cut("One. <b1>Two</b1> here. Three.", sentences)

    assert assembly.assemble(pieces, ["Бір, <b1>екі</b1>.", JOINED, "Үш."]) == "Бір, <b1>екі</b1>. Үш."
    assert assembly.faults(pieces, ["Бір, <b1>екі</b1>.", JOINED, "Үш."]) == []
    assert assembly.faults(pieces, ["Бір, екі.", JOINED, "Үш."]) == [(0, "`<b1>` is missing")]
    assert assembly.faults(pieces, [JOINED, "<b1>а</b1>", "Үш."])[0][0] == 0


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("<a1>А</a1> <em2>б</em2>", ""),
        ("<em2>б</em2> <a1>А</a1>", ""),
        ("<a1>А</a1> б", "`<em2>` is missing"),
        ("<a1>А <em2>б</em2>", "`</a1>` is missing"),
        ("<a1>А</a1> <em2>б</em2> <br3/>", "`<br3/>` is not in the source"),
        ("<a1>А</a1> <a1>А</a1> <em2>б</em2>", "`<a1>` stands there 2 times, in the source 1"),
        ("<a1>А <em2>б</a1></em2>", "`<em2>` and `<a1>` cross: close the inner one first"),
        ("</a1>А<a1> <em2>б</em2>", "`</a1>` closes before `<a1>` opens"),
    ],
)
def test_code_faults(target: str, fault: str) -> None:
    """A target with broken, missing, doubled or crossed codes is told in words for a translator."""
    assert codes.fault("<a1>A</a1> <em2>b</em2>", target) == fault


@given(st.text(alphabet="<>/ab1&lt;mpjoined", max_size=30))
def test_escape_round_trip(text: str) -> None:
    """Any text survives the form in which it stands between codes, and never reads as a code there."""
    escaped = codes.escape(text)

    assert codes.unescape(escaped) == text
    assert not codes.CODE.search(escaped)
    assert JOINED not in escaped
