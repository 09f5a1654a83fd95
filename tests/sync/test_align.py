"""Which old sources became which new ones."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.sync import align as module
from l10n.sync.align import Match, Text, align, longest_rise
from l10n.sync.near import BUDGET, CANDIDATES, POSTINGS, Index

LETTERS = "bcdfghjklmnprstvwzaeiouy"


def sentences(count: int, seed: int) -> list[Text]:
    """Sentences of random letters, none like another."""
    random = Random(seed)
    words = ["".join(random.choices(LETTERS, k=random.randint(4, 9))) for _ in range(3000)]
    return [Text("p", " ".join(random.choices(words, k=12))) for _ in range(count)]


def edited(text: Text, word: str) -> Text:
    """The sentence with another word in the middle."""
    words = text.text.split()
    return Text(text.kind, " ".join([*words[:6], word, *words[7:]]))


@pytest.mark.parametrize("count", [1, 30, 400])
def test_every_sentence_edited(count: int) -> None:
    """An edited sentence finds its own old one, in a small gap and in a large one."""
    old = sentences(count, 1)
    new = [edited(text, "new") for text in old]

    assert sorted(align(old, new, {})) == [Match((n,), (n,)) for n in range(count)]


def test_place_beats_likeness() -> None:
    """Between its neighbours an edited sentence is paired with the one in its place, not with its twin elsewhere."""
    a, b, c = sentences(3, 2)
    old = [a, None, edited(a, "far")]
    new = [edited(a, "near"), None, b, c]

    assert align(old, new, {1: 1}) == [Match((0,), (0,))]


def test_moved_far() -> None:
    """What left its gap is found by its rare words."""
    old = sentences(50, 3)
    new: list[Text | None] = [*[None] * 49, edited(old[0], "moved")]
    free: list[Text | None] = [old[0], *[None] * 49]

    assert align(free, new, {n: n + 1 for n in range(49)}) == [Match((0,), (49,))]


def test_split_and_joined() -> None:
    """A source that is the sum of several is matched with them all."""
    one, two, three = sentences(3, 4)
    whole = Text("p", f"{one.text}, {two.text}. {three.text}")

    assert align([whole], [one, two, three], {}) == [Match((0,), (0, 1, 2))]
    assert align([one, two, three], [whole], {}) == [Match((0, 1, 2), (0,))]


def test_strangers_stay_apart() -> None:
    """Sentences that have nothing in common are no match, nor are short ones that look alike by chance."""
    old, new = sentences(20, 5), sentences(20, 6)

    assert align(old, new, {}) == []
    assert align([Text("credit", "Photo: AP")], [Text("credit", "Video: RT")], {}) == []


def test_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the sentences cost about four times the comparisons, also where nothing matches."""
    calls = 0
    plain = module.alike

    def counted(a: Text, b: Text, least: float) -> float:
        nonlocal calls
        calls += 1
        return plain(a, b, least)

    monkeypatch.setattr(module, "alike", counted)
    spent = []
    for count in (300, 1200):
        calls = 0
        align(sentences(count, 7), sentences(count, 8), {})
        align(sentences(count, 9), [edited(text, "x") for text in sentences(count, 9)], {})
        spent.append(calls)

    assert spent[1] < 5 * spent[0]


@given(st.lists(st.integers(0, 30), max_size=40, unique=True))
def test_longest_rise(values: list[int]) -> None:
    """The run rises, and no longer one exists."""
    rise = longest_rise(values)

    picked = [values[place] for place in rise]
    assert picked == sorted(picked) and rise == sorted(rise)
    best = [1] * len(values)
    for at, value in enumerate(values):
        best[at] += max((best[n] for n in range(at) if values[n] < value), default=0)
    assert len(rise) == max(best, default=0)


def test_common_words_are_not_followed_up() -> None:
    """A text of common words alone gives no more candidates than the budget allows."""
    index = Index(["of the and to"] * (POSTINGS * 10) + ["of the rare and to"])

    assert index.candidates("rare of the")[0] == POSTINGS * 10
    assert len(index.candidates("of the and")) <= CANDIDATES
    assert index.candidates("nothing else") == []
    assert BUDGET > POSTINGS
