"""What is added is found: equal, between its neighbours, similar; the best first, and scored as by brute force."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from l10n.memory import Memory, Row, difference, similarity
from l10n.model import JOINED, State
from l10n.text import nfc

SCHOOL = "The old school by the river was closed in the autumn."
ШКОЛА = "Старую школу у реки закрыли осенью."
WORDS = [
    *(
        "river",
        "bridge",
        "council",
        "harvest",
        "мектеп",
        "кеңес",
        "өзен",
        "күз",
        "мұғалім",
        "школа",
        "осень",
        "учитель",
    ),
    *(
        "كۈز",
        "مەكتەپ",
        "12",
        "3,5",
        "<a1>link</a1>",
        "<br2/>",
        "“quoted”",
        "—",
        "naïve",
        "e\u0301t\u00e9",
        "İ",
        "ß",
        "🙂",
        "\u200d",
    ),
]
TEXTS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.text(max_size=40))


@pytest.fixture
def memory():
    with Memory(":memory:") as made:
        yield made


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=12))
def test_what_is_added_is_found_equal(pairs: list[tuple[str, str]]) -> None:
    """Every pair that says something is found with 100, whatever its characters; the others do not enter."""
    with Memory(":memory:") as memory:
        entered = [pair for pair in pairs if all(text and not text.isspace() for text in pair)]
        assert memory.add_many(pairs) == len(entered)
        for source, target in entered:
            found = memory.search(source, limit=50, least=100)
            assert nfc(target) in {match.target for match in found}
            assert all((match.score, match.kind, match.source) == (100, "exact", nfc(source)) for match in found)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=12), TEXTS)
def test_results_are_sorted_and_scored_as_by_brute_force(sources: list[str], asked: str) -> None:
    """The best first, each with the score of the strings themselves, none below the least."""
    with Memory(":memory:") as memory:
        memory.add_many((source, "…") for source in sources)
        found = memory.search(asked, limit=50, least=60, source="en")

        assert [match.rank for match in found] == sorted(match.rank for match in found)
        for match in found:
            assert match.score >= 60
            if match.kind != "adapted":
                assert match.score == similarity(match.source, asked)


@given(TEXTS, TEXTS)
def test_similarity_is_the_ratio_of_rapidfuzz(a: str, b: str) -> None:
    """Rounded down, and 100 for equal texts alone; where no inline code stands, it is that of the strings."""
    score = similarity(a, b)

    assert (score == 100) == (nfc(a) == nfc(b))
    if "<" not in a + b:
        assert abs(score - fuzz.ratio(nfc(a), nfc(b))) <= 1
    assert score == similarity(b, a)


def test_inline_code_is_one_character() -> None:
    """However long its name: `<strong12>` weighs no more than a letter."""
    assert similarity("abc<a1>", "abc<strong123456>") == similarity("abcx", "abcy") == 75
    assert similarity("<a1>", "<a1>") == 100


def test_edited_segments_are_found() -> None:
    """One word in six changed at random, the true source is the best match of all but very few."""
    rnd = random.Random(4)
    vocabulary = ["".join(rnd.choices("абвгдежзиклмнопрст", k=rnd.randint(2, 9))) for _ in range(3000)]
    sources = [" ".join(rnd.choices(vocabulary, k=rnd.randint(8, 20))) for _ in range(3000)]
    with Memory(":memory:") as memory:
        memory.add_many(((source, "x") for source in sources), "ru", "en")
        missed = 0
        for source in rnd.sample(sources, 300):
            said = source.split()
            for place in rnd.sample(range(len(said)), len(said) // 6):
                said[place] = rnd.choice(vocabulary)
            found = memory.search(" ".join(said), source="ru")
            missed += not found or found[0].source != source
    assert missed <= 1


def test_frequent_words_alone(memory: Memory) -> None:
    """To a text of words that thousands have, in no rare pair, something near is found by its length."""
    rnd = random.Random(5)
    memory.add_many(
        (" ".join(rnd.choices(["the", "of", "and", "to", "in", "a", "that"], k=14)), "x") for _ in range(6000)
    )
    asked = "the of and to in a that the of and to in a so"

    assert memory.search(asked, least=60)


def test_phrases_in_frequent_words() -> None:
    """In texts that are the same few words and phrases again and again, an edited one finds what it was."""
    rnd = random.Random(6)
    nouns = [f"{first}{second}" for first in ("road", "bank", "city", "farm", "vote") for second in ("man", "s", "ing")]
    verbs = ["closed", "opened", "rebuilt", "praised", "refused", "checked"]

    def sentence() -> str:
        one, two, three, four = rnd.choices(nouns, k=4)
        verb, other = rnd.choices(verbs, k=2)
        return f"The ministry said on Monday that the {one} of the {two} {verb} a {three}, and {other} the {four}."

    sources = list(dict.fromkeys(sentence() for _ in range(12_000)))
    with Memory(":memory:") as memory:
        memory.add_many(((source, "x") for source in sources), "en", "ru")
        missed = 0
        for source in rnd.sample(sources, 100):
            said = source.split()
            said[rnd.randrange(5, len(said))] = rnd.choice(nouns)
            best = int(max(fuzz.ratio(" ".join(said), one) for one in sources) + 1e-9)
            found = memory.search(" ".join(said), source="en", target="ru")
            missed += not found or found[0].score < best
    assert missed <= 2


def test_a_pair_the_other_way_round(memory: Memory) -> None:
    """A translation is offered with its source, marked, at a penalty and never in context, in its languages alone."""
    memory.add(SCHOOL, ШКОЛА, before="One.", after="Two.", article="first", state=State.REVIEWED)
    (match,) = memory.search(ШКОЛА, source="ru", target="en", before="One.", after="Two.")

    assert (match.source, match.target, match.is_reversed) == (ШКОЛА, SCHOOL, True)
    assert (match.source_locale, match.target_locale) == ("ru", "en")
    assert (match.score, match.kind, match.penalty) == (95, "exact", 5)
    assert (match.article, match.state, match.before, match.after) == ("first", State.REVIEWED, "", "")
    (near,) = memory.search(ШКОЛА.replace("осенью", "весной"), source="ru", penalties={"reversed": 9, "catalog": 1})
    assert (near.kind, near.penalty) == ("fuzzy", 10)
    assert near.score == similarity(ШКОЛА, ШКОЛА.replace("осенью", "весной")) - 10
    assert memory.search(ШКОЛА, source="ru", target="kk") == memory.search(ШКОЛА, source="en") == []


def test_what_was_translated_that_way_comes_first(memory: Memory) -> None:
    """Where a pair scores 100, none is turned round; the same pair both ways is one."""
    memory.add(SCHOOL, ШКОЛА)
    memory.add(ШКОЛА, "The old school was closed.", source_locale="ru", target_locale="en")
    memory.add("Школу закрыли весной.", "The school closed.", source_locale="ru", target_locale="en")
    memory.add("The school closed.", "Школу закрыли весной.")

    assert [match.is_reversed for match in memory.search(ШКОЛА, target="en")] == [False]
    near = memory.search("Школу закрыли весной!", source="ru", target="en")
    assert [(match.target, match.is_reversed) for match in near] == [("The school closed.", False)]


def test_slip_in_a_short_text(memory: Memory) -> None:
    """One letter left out at the beginning of the only word leaves its end to find it by."""
    memory.add("University", "Университет")

    assert [match.source for match in memory.search("Unversity")] == ["University"]


def test_in_context_outranks_exact(memory: Memory) -> None:
    """The same neighbours before and after make the match; one of them is not enough, none is none."""
    memory.add(SCHOOL, "А.", before="One.", after="Two.", article="first", state=State.REVIEWED)
    memory.add(SCHOOL, "Б.", before="Three.", after="Four.", article="second")

    kinds = [(match.kind, match.article) for match in memory.search(SCHOOL, before="Three.", after="Four.")]
    assert kinds == [("in-context", "second"), ("exact", "first")]
    assert {match.kind for match in memory.search(SCHOOL, before="Three.", after="Two.")} == {"exact"}
    assert {match.kind for match in memory.search(SCHOOL)} == {"exact"}
    first = next((match.kind, match.article) for match in memory.search(SCHOOL, before="One.", after="Two."))
    assert first == ("in-context", "first")


def test_neighbours_are_told(memory: Memory) -> None:
    """Their texts, where they are in the memory themselves."""
    memory.add_many([Row("One.", "Раз.", after=SCHOOL), Row(SCHOOL, ШКОЛА, before="One.", after="Nowhere.")])

    (match,) = memory.search(SCHOOL)
    assert (match.before, match.after) == ("One.", "")


def test_reviewed_outranks_unreviewed_and_penalties_take_off(memory: Memory) -> None:
    """At equal score the higher state comes first; an origin with a penalty comes after, and falls below the least."""
    memory.add(SCHOOL, "А.", state=State.TRANSLATED, origin="catalog")
    memory.add(SCHOOL, "Б.", state=State.FINAL, origin="tmx", who="someone", when="2024-05-05T10:00:00Z")

    assert [match.target for match in memory.search(SCHOOL)] == ["Б.", "А."]
    found = memory.search(SCHOOL, penalties={"tmx": 5})
    assert [(match.target, match.score, match.penalty) for match in found] == [("А.", 100, 0), ("Б.", 95, 5)]
    assert [match.target for match in memory.search(SCHOOL, least=96, penalties={"tmx": 5})] == ["А."]
    assert (found[1].who, found[1].when, found[1].state) == ("someone", "2024-05-05T10:00:00Z", State.FINAL)


def test_a_pair_is_one_whatever_its_places(memory: Memory) -> None:
    """Added again it has more places, and shows the best of them."""
    for article in ("a", "b", "b"):
        memory.add(SCHOOL, ШКОЛА, article=article)
    memory.add(SCHOOL, ШКОЛА, article="c", state=State.REVIEWED, when="yesterday")

    (match,) = memory.search(SCHOOL)
    assert (match.places, match.article, match.state, match.when) == (3, "c", State.REVIEWED, "yesterday")
    assert memory.stats().pairs == 1


def test_places_are_counted_between_any_neighbours(memory: Memory) -> None:
    """A match in context stands in as many as an exact one."""
    memory.add_many(Row(SCHOOL, ШКОЛА, article=str(number), before=f"{number}.") for number in range(3))

    found = [*memory.search(SCHOOL, before="1."), *memory.search(SCHOOL)]
    assert [(match.kind, match.places) for match in found] == [("in-context", 3), ("exact", 3)]


@pytest.mark.parametrize(
    ("source", "target", "meta"),
    [
        ("", "x", {}),
        ("x", "", {}),
        (" \n", "x", {}),
        ("x", "\u00a0", {}),
        ("x", JOINED, {}),
        ("x", "y", {"state": State.INITIAL}),
    ],
)
def test_what_does_not_enter(memory: Memory, source: str, target: str, meta: dict[str, State]) -> None:
    """Empty sides, sentences said in the one before, drafts."""
    assert not memory.add(source, target, **meta)
    assert memory.stats().places == 0


def test_locales_are_kept_apart(memory: Memory) -> None:
    """A region makes no other language, a script does; None means all."""
    memory.add("Hello there", "Сәлем", source_locale="en-GB", target_locale="kk-KZ")
    memory.add("Hello there", "Salem", source_locale="en", target_locale="kk-Latn")
    memory.add("Hello there", "Hallo", source_locale="nl", target_locale="de")

    assert [match.target for match in memory.search("Hello there", source="en-US", target="kk")] == ["Сәлем"]
    assert [match.target for match in memory.search("Hello there", target="kk-Latn")] == ["Salem"]
    assert len(memory.search("Hello there")) == 3
    assert memory.search("Hello there", source="fr") == memory.search("Hello there", target="fr") == []
    assert memory.stats().locales == {("en", "kk"): 1, ("en", "kk-Latn"): 1, ("nl", "de"): 1}


def test_difference_is_that_of_the_sources(memory: Memory) -> None:
    """From the source of the match to the text."""
    memory.add(SCHOOL, ШКОЛА)
    asked = SCHOOL.replace("old", "new")

    (match,) = memory.search(asked)
    assert [piece for piece in difference(match, asked) if piece[0] != "="] == [("-", "old"), ("+", "new")]


@pytest.mark.parametrize(
    "when", ["2020-01-02T03:04:05Z", "1969-12-31T23:59:59Z", "2020-1-2T3:4:5Z", "2020-01-02", "yesterday", ""]
)
def test_times_come_out_as_they_went_in(memory: Memory, when: str) -> None:
    """Though those that are written as we write them are kept as numbers."""
    memory.add(SCHOOL, ШКОЛА, when=when)

    assert memory.search(SCHOOL)[0].when == when


def test_rows_are_all_there_is(memory: Memory) -> None:
    """Every pair comes out as it went in; a memory made from them is the same."""
    rows = [
        Row(SCHOOL, ШКОЛА, State.REVIEWED, "tmx", "someone", "2020-01-02T03:04:05Z", "a", "p", "Before.", "After."),
        Row("Before.", "До.", after=SCHOOL),
        Row("After.", "После.", before=SCHOOL),
    ]
    memory.add_many(rows)

    assert [(source, target) for source, target, _ in memory.rows()] == [("en", "ru")] * 3
    assert [row for _, _, row in memory.rows("en", "ru")] == rows
    assert list(memory.rows("kk")) == []
