"""Effort: chrF and TER as sacrebleu counts them, and what was kept."""

from __future__ import annotations

import importlib
import random
import time

import pytest

from l10n.engines.chrf import chrf
from l10n.engines.effort import Effort, effort, is_unchanged
from l10n.engines.ter import ter
from tests.programs import need

LONG = " ".join(f"w{n % 17}" for n in range(60)), " ".join(f"w{n * 7 % 17}" for n in range(55))
PAIRS = [
    ("The school is closed today.", "The school is closed today.", 100.0, 0.0),
    ("abcdefg", "hijklmnop", 0.0, 100.0),
    ("a", "ab", 55.55555555555556, 100.0),
    ("", "Snow fell in the night.", 0.0, 100.0),
    ("Snow fell in the night.", "", 0.0, 100.0),
    ("aaaa bbbb cccc dddd", "bbbb aaaa cccc dddd", 62.091242091242094, 25.0),
    (
        "today the school is closed in the old town",
        "the school in the old town is closed today",
        77.92756893180976,
        22.22222222222222,
    ),
    (
        "Министр сказал, что школа закрыта с понедельника.",
        "Школу, по словам министра, закрыли в понедельник.",
        40.40734959298562,
        100.0,
    ),
    (
        "Мектеп дүйсенбіден бастап жабық деді министр.",
        "Министр мектептің дүйсенбіден бастап жабылғанын айтты.",
        55.86404683696682,
        83.33333333333334,
    ),
    (
        "مىنىستىر مەكتەپ دۈشەنبىدىن باشلاپ تاقالدى دېدى.",
        "مىنىستىر دۈشەنبىدىن باشلاپ مەكتەپنىڭ تاقالغانلىقىنى ئېيتتى.",
        52.11531838208086,
        66.66666666666666,
    ),
    ("a b c d e f g h i j k l", "g h i j k l a b c d e f", 69.35786435786436, 8.333333333333332),
    ("x a b c y d e f z", "a b c d e f", 34.32667841064787, 50.0),
    ("The The the THE", "the", 51.86170212765958, 300.0),
    ("w50", " ".join(f"w{n}" for n in range(120)), 0.675982924138617, 99.16666666666667),
    (*LONG, 47.713151127121954, 89.0909090909091),
]
"""Draft, approved text, and what sacrebleu 2.6.0 gives: CHRF() and TER() of the corpus of one."""
FIRST_NINE = 55.57331255998002, 71.05263157894737
"""The same of the first nine together."""


@pytest.mark.parametrize(("draft", "approved", "letters", "words"), PAIRS)
def test_as_sacrebleu(draft: str, approved: str, letters: float, words: float) -> None:
    """To the last digit that a report could show."""
    assert chrf([(draft, approved)]) == pytest.approx(letters, abs=1e-9)
    assert ter([(draft, approved)]) == pytest.approx(words, abs=1e-9)


def test_of_a_corpus() -> None:
    """Counts are added up, and not scores averaged."""
    pairs = [(draft, approved) for draft, approved, _, _ in PAIRS[:9]]

    assert (chrf(pairs), ter(pairs)) == pytest.approx(FIRST_NINE, abs=1e-9)


def test_beside_sacrebleu_itself() -> None:
    """Two hundred edited texts of up to sixty words, where it is installed."""
    need("sacrebleu")
    metrics = importlib.import_module("sacrebleu.metrics")
    chance = random.Random(11)
    for _ in range(200):
        words = [f"w{n}" for n in range(chance.choice([3, 8, 30]))]
        approved = [chance.choice(words) for _ in range(chance.choice([1, 5, 12, 30, 60]))]
        draft = list(approved)
        for _ in range(chance.randrange(5)):
            start, length = chance.randrange(len(draft) + 1), chance.randint(0, 5)
            block = draft[start : start + length]
            del draft[start : start + length]
            place = chance.randint(0, len(draft))
            draft[place:place] = block if chance.random() < 0.6 else [chance.choice(words)]
        one, other = " ".join(draft), " ".join(approved)
        assert ter([(one, other)]) == pytest.approx(metrics.TER().corpus_score([one], [[other]]).score)
        assert chrf([(one, other)]) == pytest.approx(metrics.CHRF().corpus_score([one], [[other]]).score)


def test_effort() -> None:
    """Inline codes are no words; a kept draft is kept whatever white space stands at its edges."""
    pairs = [
        ("Выпал <a1>снег</a1>. ", "Выпал <a1>снег</a1>."),
        ("Школа закрыта.", "Школу закрыли."),
    ]
    found = effort(pairs)

    assert (found.drafts, found.unchanged, found.words) == (2, 1, 4)
    assert found.ter == pytest.approx(40.0)
    assert 50 < found.chrf < 100
    assert effort([]) == Effort()
    assert is_unchanged("й", "и\u0306")
    assert not is_unchanged("Школа закрыта.", "Школа закрыта")


@pytest.mark.parametrize(
    ("draft", "approved"),
    [
        ("a " * 500, "a b " * 500),
        ("word " * 3_000, "other " * 3_000),
        ("a" * 100_000, "b" * 100_000),
        (" ".join(f"w{n}" for n in range(500)), " ".join(f"w{n}" for n in range(499, -1, -1))),
    ],
    ids=["repeats", "long", "one word", "reversed"],
)
def test_hostile_texts(draft: str, approved: str) -> None:
    """Long and repetitive texts end in time."""
    start = time.process_time()
    effort([(draft, approved)])

    assert time.process_time() - start < 10
