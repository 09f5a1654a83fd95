"""Kazakh names: found in their inflected forms, and inflected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model.names import Term
from l10n.names import find, inflect, reinflect
from l10n.names.forms import kazakh

FORMS = [
    ("Қазақстан", "Қазақстанның", ("genitive",)),
    ("Алматы", "Алматыға", ("dative",)),
    ("Алматы", "Алматыдағы", ("locative", "adjectival")),
    ("Алматы", "Алматыдағылардың", ("locative", "adjectival", "plural", "genitive")),
    ("Чейни", "Чейнидің", ("genitive",)),
    ("Медведев", "Медведевтің", ("genitive",)),
    ("Қасым-Жомарт Тоқаев", "Қасым-Жомарт Тоқаевтың", ("genitive",)),
    ("Чжан Сяо", "Чжан Сяомен", ("instrumental",)),
    ("Помпео", "Помпеоның", ("genitive",)),
    ("АҚШ", "АҚШ-пен", ("instrumental",)),
    ("АҚШ", "АҚШ-тағы", ("locative", "adjectival")),
    ("Facebook", "Facebook-тің", ("genitive",)),
    ("Facebook", "Facebook’тегі", ("locative", "adjectival")),
    ("Гонконг", "Гонконгте", ("locative",)),
    ("Гонконг", "Гонконгта", ("locative",)),
    ("Париж", "Парижбен", ("instrumental",)),
    ("Абай", "Абайымыздың", ("possessive 1pl", "genitive")),
    ("Абай", "Абайдікі", ("belonging",)),
    ("Абай", "Абайдай", ("likeness",)),
    ("Тараз", "Таразсыз", ("abessive",)),
    ("Ақтау", "Ақтаудан", ("ablative",)),
    ("кітап", "кітабымызда", ("possessive 1pl", "locative")),
    ("халық", "халқына", ("possessive 3", "dative")),
    ("ерін", "ерні", ("possessive 3",)),
    ("Ұйғыр автономиялық ауданы", "Ұйғыр автономиялық ауданында", ("locative",)),
    ("Дүниежүзілік ұйғыр конгресі", "Дүниежүзілік ұйғыр конгресіне", ("dative",)),
    ("Нұр-Сұлтан", "НҰР-СҰЛТАНДА", ("locative",)),
    ("Серік", "Cеріктің", ("genitive",)),
]


@pytest.mark.parametrize(("lemma", "form", "features"), FORMS)
def test_forms(lemma: str, form: str, features: tuple[str, ...]) -> None:
    """The endings belong to the mention, and what they say is known."""
    text = f"Бүгін {form} туралы жазылды."
    (mention,) = find(text, "kk", [lemma])

    assert (text[slice(*mention.span)], mention.analysis.features) == (form, features)


@pytest.mark.parametrize(
    ("lemma", "text", "admitted"),
    [
        ("Алма", "Алматы мен Алмалы ауданы", []),
        ("Қазақ", "Қазақстан халқы", []),
        ("Асан", "Асанов пен Асанова келді", []),
        ("Ер", "Ерлан мен Ернар", []),
        ("Орал", "Оралман отбасылары", []),
        ("Иран", "Ирандар, Иранта", ["Ирандар"]),
        ("Шу", "Шуақ көшесі", []),
        ("Еркін", "Еркінбай, Еркінбек, Еркіндік", []),
        ("Қасым-Жомарт Тоқаев", "Қасым-Жомарттың Тоқаевы", []),
        ("ат", "аттап, атқарды, атанды", []),
        ("балық", "балықшы, балықты", ["балықты"]),
        ("қан", "қанден, қанның", ["қанның"]),
        ("Айгүл", "айгүлдер", []),
        ("ШЫҰ", "Шыңғыс", []),
    ],
)
def test_false_friends(lemma: str, text: str, admitted: list[str]) -> None:
    """A word that only begins like a name, or has endings against the rules of its sounds, is no mention of it."""
    assert [text[slice(*mention.span)] for mention in find(text, "kk", [lemma])] == admitted


@pytest.mark.parametrize(("kind", "expected"), [("place", ["алматылықтар", "Алматылық"]), ("person", []), ("", [])])
def test_derived_from_places(kind: str, expected: list[str]) -> None:
    """Who lives in a place is written with a small letter; small letters and a case ending are a mistake."""
    text = "Жиынға алматылықтар мен алматыдағы журналистер келді. Алматылық оқырман жазады."

    assert [text[slice(*one.span)] for one in find(text, "kk", [Term("Алматы", kind)])] == expected


def test_persons() -> None:
    """The whole name, then the surname alone; initials; the case stands on the last word."""
    text = "Қасым-Жомарт Тоқаевқа хат келді. Тоқаевтың жауабын Қ.Тоқаевтан күтті. А.Тоқаев келмеді. Тоқаев Қасым-Жомарт"
    found = find(text, "kk", [Term("Қасым-Жомарт Тоқаев", "person")])

    assert [(text[slice(*one.span)], one.analysis.part, one.analysis.features) for one in found] == [
        ("Қасым-Жомарт Тоқаевқа", "whole", ("dative",)),
        ("Тоқаевтың", "surname", ("genitive",)),
        ("Қ.Тоқаевтан", "initials", ("ablative",)),
        ("Тоқаев Қасым-Жомарт", "reversed", ()),
    ]


@pytest.mark.parametrize(
    "text", ["«Егемен Қазақстан» мен радио", "«Егемен Қазақстан»ның", "«Егемен Қазақстан»-ның", "Егемен Қазақстан мен"]
)
def test_what_stands_outside(text: str) -> None:
    """Quotation marks and the endings after them, and words that only look like endings."""
    (mention,) = find(text, "kk", ["Егемен Қазақстан"])

    assert (text[slice(*mention.span)], mention.analysis.features) == ("Егемен Қазақстан", ())


def test_longest_name_wins() -> None:
    """An article's sentence: each place is one mention."""
    text = "Тоқаевтың айтуынша, Шыңжаң-Ұйғыр автономиялық ауданындағы қазақтар Қазақстанға АҚШ-тан бұрын жүгінген."
    terms = ["Тоқаев", "Шыңжаң", "Ұйғыр", "Шыңжаң-Ұйғыр автономиялық ауданы", "Қазақстан", "АҚШ"]

    assert [(text[slice(*one.span)], one.term) for one in find(text, "kk", terms)] == [
        ("Тоқаевтың", "Тоқаев"),
        ("Шыңжаң-Ұйғыр автономиялық ауданындағы", "Шыңжаң-Ұйғыр автономиялық ауданы"),
        ("Қазақстанға", "Қазақстан"),
        ("АҚШ-тан", "АҚШ"),
    ]


CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")


@pytest.mark.parametrize(
    ("form", "kind", "expected"),
    [
        ("Алматы", "place", "Алматының Алматыға Алматыны Алматыда Алматыдан Алматымен"),
        ("Шыңжаң", "place", "Шыңжаңның Шыңжаңға Шыңжаңды Шыңжаңда Шыңжаңнан Шыңжаңмен"),
        ("Тоқаев", "person", "Тоқаевтың Тоқаевқа Тоқаевты Тоқаевта Тоқаевтан Тоқаевпен"),
        ("Медведев", "person", "Медведевтің Медведевке Медведевті Медведевте Медведевтен Медведевпен"),
        ("Әуезов", "person", "Әуезовтің Әуезовке Әуезовті Әуезовте Әуезовтен Әуезовпен"),
        ("Жәлилова", "person", "Жәлилованың Жәлиловаға Жәлилованы Жәлиловада Жәлиловадан Жәлиловамен"),
        ("Тохти", "person", "Тохтидің Тохтиге Тохтиді Тохтиде Тохтиден Тохтимен"),
        ("Париж", "place", "Париждің Парижге Парижді Парижде Парижден Парижбен"),
        ("Атырау", "place", "Атыраудың Атырауға Атырауды Атырауда Атыраудан Атыраумен"),
        ("Түркия", "place", "Түркияның Түркияға Түркияны Түркияда Түркиядан Түркиямен"),
        ("АҚШ", "place", "АҚШ-тың АҚШ-қа АҚШ-ты АҚШ-та АҚШ-тан АҚШ-пен"),
        ("НАТО", "organisation", "НАТО-ның НАТО-ға НАТО-ны НАТО-да НАТО-дан НАТО-мен"),
        ("ТМД", "organisation", "- - - - - -"),
        ("Facebook", "organisation", "- - - - - -"),
        ("Гонконг", "place", "- - - - - Гонконгпен"),
        ("Баку", "place", "- - - - - Бакумен"),
        ("Чехов", "person", "- - - - - Чеховпен"),
    ],
)
def test_inflect(form: str, kind: str, expected: str) -> None:
    """By last sound and last vowel; nothing where writers differ or the spelling does not say how it is spoken."""
    made = [inflect(form, "kk", case, kind=kind) for case in CASES]

    assert [one or "-" for one in made] == expected.split()


@pytest.mark.parametrize(
    ("form", "kind", "case", "expected"),
    [
        ("Қасым-Жомарт Тоқаев", "person", "genitive", "Қасым-Жомарт Тоқаевтың"),
        ("Қаһарман Қожамберді", "person", "dative", "Қаһарман Қожамбердіге"),
        ("Ұйғыр автономиялық ауданы", "place", "dative", "Ұйғыр автономиялық ауданына"),
        ("Ұйғыр автономиялық ауданы", "place", "locative", "Ұйғыр автономиялық ауданында"),
        ("Ұйғыр автономиялық ауданы", "place", "genitive", "Ұйғыр автономиялық ауданының"),
        ("Достық Үйі", "organisation", "dative", None),
        ("Достық Үйі", "organisation", "genitive", "Достық Үйінің"),
        ("бас елші", "term", "dative", "бас елшіге"),
        ("Астана", "place", "nominative", "Астана"),
        ("ҚАЗАҚСТАН", "place", "dative", "ҚАЗАҚСТАНҒА"),
    ],
)
def test_inflect_long_names(form: str, kind: str, case: str, expected: str | None) -> None:
    """The last word alone; after a possessive the endings of the third person."""
    assert inflect(form, "kk", case, kind=kind) == expected


@pytest.mark.parametrize(
    ("form", "kind", "features", "expected"),
    [
        ("Алматы", "place", ("locative", "adjectival"), "Алматыдағы"),
        ("Нұр-Сұлтан", "place", ("locative", "adjectival", "plural", "dative"), "Нұр-Сұлтандағыларға"),
        ("АҚШ", "place", ("locative", "adjectival"), "АҚШ-тағы"),
        ("Ұйғыр автономиялық ауданы", "place", ("locative", "adjectival"), "Ұйғыр автономиялық ауданындағы"),
        ("Тоқаев", "person", ("plural", "possessive 1pl", "genitive"), "Тоқаевтарымыздың"),
        ("Әуезов", "person", ("equative",), "Әуезовше"),
        ("Абай", "person", (), "Абай"),
        ("Ұйғыр ауданы", "place", ("plural",), None),
        ("Тараз", "place", ("derived",), None),
        ("Ирак", "place", ("possessive 1pl",), None),
        ("Facebook", "organisation", ("locative", "adjectival"), None),
        ("Абай", "person", ("nonsense",), None),
    ],
)
def test_reinflect(form: str, kind: str, features: tuple[str, ...], expected: str | None) -> None:
    """The endings of one name for another; none where they do not say which, or the stem may change."""
    assert reinflect(form, "kk", features, kind=kind) == expected


def test_odd_names() -> None:
    """A name of ten thousand letters, of one, of figures: a form or none, never a crash."""
    for name in ("ы" * 10_000, "Қ", "ь", "ЬЬ", "737", "!", "Қ-", "Абай 2"):
        for case in CASES:
            made = inflect(name, "kk", case)
            assert made is None or made.startswith(name)


NAMES = ["Қазақстан", "Тоқаев", "Әуезов", "Жәлилова", "Ресей", "Париж", "АҚШ", "Ұйғыр ауданы", "Тараз", "Гүлмира"]


@given(st.sampled_from(NAMES), st.sampled_from(CASES))
def test_what_is_inflected_is_found(name: str, case: str) -> None:
    """find∘inflect: the mention is the whole form, and its feature is the case that was asked for."""
    form = inflect(name, "kk", case, kind="person" if name in ("Тоқаев", "Әуезов") else "")
    assert form is not None
    (mention,) = find(f"{form} бар.", "kk", [Term(name)])

    assert (mention.span, mention.analysis.features) == ((0, len(form)), (case,))


@given(st.text("абқйғндтыіеөпс-", max_size=12), st.text("абқйғндтыіеөпс", min_size=1, max_size=6))
def test_no_word_is_too_odd(word: str, base: str) -> None:
    """Every form begins with one of the keys of its base."""
    for how in (kazakh.NAME, kazakh.PLACE, kazakh.WORD, kazakh.ACRONYM, kazakh.POSSESSED):
        if kazakh.readings(word, base, how):
            assert word.startswith(kazakh.keys(base, how))
