"""The names of an article are found with their kinds; what disagrees is said."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import segmentation
from l10n.model import Analysis, Mention, Term
from l10n.names import Finder
from l10n.names.discovery import Discovery, Passage, discover

ARTICLES = tomllib.loads(Path(__file__).with_name("articles.toml").read_text(encoding="utf-8"))["article"]


def passages(article: dict[str, str]) -> list[Passage]:
    headline = [Passage(article["headline"], "a.txt:1", "headline")] if "headline" in article else []
    lines = [line for line in article["text"].splitlines() if line]
    return headline + [
        Passage(sentence.strip(), f"a.txt:{number}")
        for number, line in enumerate(lines, 2)
        for sentence in segmentation.sentences(line, article["language"])
    ]


def found(text: str, language: str = "en") -> Discovery:
    return discover([Passage(text, "a.txt:1")], language)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["about"])
def test_articles(article: dict) -> None:
    """Each article of the table gives the names, the kinds and the disagreements that it says."""
    done = discover(passages(article), article["language"])
    kinds = {name.form: name.kind for name in done.names}

    assert {form: kinds.get(form) for form in article["names"]} == article["names"]
    if article.get("exactly"):
        assert kinds.keys() == article["names"].keys()
    assert not kinds.keys() & set(article.get("not", []))
    assert sorted([one.forms[0], one.better] for one in done.disagreements) == sorted(article.get("disagree", []))


def test_mentions_are_counted_with_their_places() -> None:
    """A surname alone counts for the person, and each place is named once."""
    texts = ["Aidos Serikbayev spoke. Serikbayev left.", "Serikbayev's office is closed."]
    done = discover([Passage(text, f"a.txt:{number}") for number, text in enumerate(texts, 1)], "en")

    assert [(name.form, name.count, name.places, name.forms) for name in done.names] == [
        ("Aidos Serikbayev", 3, ("a.txt:1", "a.txt:2"), ("Serikbayev",))
    ]


def test_a_known_name_is_the_glossary_s() -> None:
    """What the glossary knows is listed with its entry, and is no unknown name a second time."""
    term = Term("Ilham Tohti", "person", "Ilham Tohti", also=("Ilkham Tokhti",))

    def known(text: str) -> list[Mention]:
        start = text.find("Ilkham Tokhti")
        return [Mention((start, start + 13), term, Analysis("Ilkham Tokhti"))] if start >= 0 else []

    done = discover([Passage("The economist Ilkham Tokhti was sentenced.", "a.txt:1")], "en", known)

    assert [(name.form, name.term, name.forms) for name in done.names] == [("Ilham Tohti", term, ("Ilkham Tokhti",))]


def test_a_forbidden_form_disagrees() -> None:
    """A form that the glossary forbids is said, with what to write instead."""
    term = Term("Xinjiang", "place", "Xinjiang", never=("Sinkiang",))
    mention = Mention((3, 11), term, Analysis("Sinkiang", forbidden=True))
    done = discover([Passage("In Sinkiang it rains.", "a.txt:1")], "en", lambda text: [mention])

    assert [(one.forms, one.better) for one in done.disagreements] == [(("Sinkiang", "Xinjiang"), "Xinjiang")]


def test_letters_of_two_scripts() -> None:
    """A Latin letter in a Cyrillic name is said."""
    done = found("Приехал Cерик Нургалиев.", "ru")

    assert any("two scripts" in one.reason for one in done.disagreements)


def test_uyghur_has_no_capitals() -> None:
    """Names in Uyghur are found beside titles and by the endings of family names."""
    done = found("پروفېسسور دىلمۇرات ئەخمەتوۋ ئالمۇتاغا كەلدى.", "ug")

    assert {name.form: name.kind for name in done.names} == {"دىلمۇرات ئەخمەتوۋ": "person", "ئالمۇتا": "place"}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("Aa Bб Жж. ,-'’“”<b1></b1>\u200f\u202eئابО\n1")), max_size=60))
def test_any_text(text: str) -> None:
    """Whatever a text holds, names are found in it or not, and each has a form and a place."""
    for language in ("en", "ru", "kk", "ug"):
        for name in found(text, language).names:
            assert name.form.strip()
            assert name.count >= 1
            assert name.places


def test_ten_thousand_letters() -> None:
    """Each of three thousand names is listed once, and so is one of ten thousand letters."""
    many = " ".join(f"Name{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} came." for n in range(3000))

    assert len(found("A" + "b" * 10_000 + " came. " + many).names) == 3001


KNOWN = (
    Term("Ilham Saqtaghan", "person", "Ilham Saqtaghan"),
    Term("Andrei Belov", "person", "Andrei Belov"),
    Term("Li Wenming", "person", "Li Wenming"),
    Term("SteppeNews", "organisation", "SteppeNews"),
    Term("Steppe Rights Watch", "organisation", "Steppe Rights Watch"),
    Term("Yarkand", "place", "Yarkand"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ilham Saqtaghan met Andrei Belov, Li Wenming and Belov's son in Yarkand.", set()),
        ("ILHAM SAQTAGHAN WROTE TO STEPPENEWS", set()),
        ("Ilkham Saktagan wrote.", {("Ilkham", "Ilham"), ("Saktagan", "Saqtaghan")}),
        ("It was ILKHAM SAKTAGHAN who wrote.", {("ILKHAM", "Ilham"), ("SAKTAGHAN", "Saqtaghan")}),
        ("It was Andrey Belov who wrote.", {("Andrey", "Andrei")}),
        ("It was Andrey Karimov who wrote to Ilkham Aliyev.", set()),
        ("It was Li Wenmin who wrote.", {("Wenmin", "Wenming")}),
        ("It was in Steppenews today.", {("Steppenews", "SteppeNews")}),
        ("Steppe Right Watch wrote.", {("Steppe Right Watch", "Steppe Rights Watch")}),
        ("People of Yarkund and Yarkamd wait.", {("Yarkund", "Yarkand"), ("Yarkamd", "Yarkand")}),
    ],
)
def test_what_is_near_to_a_name_of_the_glossary(text: str, told: set[tuple[str, str]]) -> None:
    """Each doubtful word once, beside the known one; another person with a like name is not doubtful."""
    finder = Finder("en", KNOWN)
    done = discover([Passage(text, "a:1", "p")], "en", finder.find, KNOWN)

    assert {(one.forms[0], one.better) for one in done.disagreements} == told
