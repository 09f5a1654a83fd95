"""Texts that nobody writes: enormous ones, only codes, every script at once; time stays in proportion."""

from __future__ import annotations

import pytest

from l10n.memory import Memory, features
from l10n.memory.alphabets import Alphabet


@pytest.fixture
def memory():
    with Memory(":memory:") as made:
        yield made


def test_a_million_characters(memory: Memory) -> None:
    """They are found equal, and compared with nothing."""
    enormous = "word after word " * 62_500
    for text in (enormous, "x" * 1_000_000, "5 " * 500_000, "<a1>" * 250_000):
        memory.add(text, text)
        assert [match.score for match in memory.search(text)] == [100]
        assert memory.search(text + "!") == []


def test_search_of_long_texts(memory: Memory) -> None:
    """A text of some thousand characters is compared."""
    text = " ".join(f"word{number} stands" for number in range(300))
    memory.add(text, "x")

    assert memory.search(text.replace("word7 ", "words "))[0].score == 99


@pytest.mark.parametrize("text", ["<a1></a1>", "<br1/>", "…", "—", "5", "🙂", "\0", "\ufffe\uffff", "\ud800x", "ی"])
def test_without_words(memory: Memory, text: str) -> None:
    """Codes, marks, figures, noncharacters and lone surrogates are found equal, and as they were."""
    memory.add(text, text)

    (match,) = memory.search(text)
    assert (match.score, match.source, match.target) == (100, text, text)


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_found_for_nothing(memory: Memory, text: str) -> None:
    """And nothing fails."""
    memory.add("x", "y")

    assert memory.search(text) == memory.concordance(text) == []


def test_more_characters_than_bytes(memory: Memory) -> None:
    """A thousand characters in one alphabet: texts come back as they were, scores are those of the real strings."""
    texts = ["".join(chr(0x4E00 + number * 20 + step) for step in range(20)) for number in range(60)]
    memory.add_many((text, text) for text in texts)
    for text in texts:
        assert memory.search(text, least=100)[0].source == text
    changed = texts[-1][:-5] + texts[-2][:5]
    assert [match.score for match in memory.search(changed, source="en")] == [75]


def test_many_inline_codes(memory: Memory) -> None:
    """More kinds of codes than bytes."""
    texts = [f"Text with <x{number}>code</x{number}> in it" for number in range(300)]
    memory.add_many((text, text) for text in texts)

    assert all(memory.search(text)[0].source == text for text in texts)
    assert memory.search("Text with <y1>code</y1> in it")[0].score == 90


def test_alphabet_of_one_text_is_no_other() -> None:
    """What is kept comes back, whatever was learned before."""
    alphabet = Alphabet()
    for text in ("", "abc", "\ud801<a1>", "<a1>\ud8ff", "".join(map(chr, range(0x400, 0x600)))):
        assert alphabet.read(*alphabet.keep(text)) == text


def test_features_that_share_their_numbers(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of all locales and of both sides fall together: what is found is the same."""
    monkeypatch.setattr(features, "BUCKETS", 4)
    monkeypatch.setattr(features, "PAIR_BUCKETS", 2)
    for number in range(300):
        memory.add(f"The bridge {number} was closed", f"Мост {number} закрыли")
        memory.add(f"مەكتەپ {number} ئېچىلدى", f"Мектеп {number} ашылды", source_locale="ug", target_locale="kk")
    memory.drop_origin("none")

    assert memory.search("The bridge 7 was closed!", source="en")[0].source == "The bridge 7 was closed"
    assert {match.source_locale for match in memory.search("مەكتەپ 7 ئېچىلدى!")} == {"ug"}
    assert len(memory.concordance("мектеп", limit=1000)) == 300
    assert len(memory.concordance("bridges", limit=1000)) == 300


def test_same_text_in_two_normal_forms(memory: Memory) -> None:
    """They are one."""
    memory.add("Café", "x")

    assert memory.search("Cafe\u0301")[0].kind == "exact"


def test_frequent_pair(memory: Memory) -> None:
    """One text with a thousand places, a thousand targets of one text."""
    memory.add_many(("Photo: archive", f"Фото {number}") for number in range(1000))
    for number in range(300):
        memory.add("Read also", "Читайте также", article=str(number), before=f"{number}.")

    assert len(memory.search("Photo: archive")) == 5
    (match,) = memory.search("Read also", before="299.")
    assert (match.kind, match.article) == ("in-context", "299")
