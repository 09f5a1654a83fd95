"""Uyghur names: found in their inflected forms, and inflected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model.names import Term
from l10n.names import find, inflect, reinflect
from l10n.names.forms import uyghur

FORMS = [
    ("شىنجاڭ", "شىنجاڭنىڭ", ("genitive",)),
    ("قەشقەر", "قەشقەردىن", ("ablative",)),
    ("قەشقەر", "قەشقەردىكى", ("adjectival",)),
    ("قەشقەر", "قەشقەرگىچە", ("limit",)),
    ("تۈركىيە", "تۈركىيىدە", ("locative",)),
    ("تۈركىيە", "تۈركىيەدە", ("locative",)),
    ("ئالمۇتا", "ئالمۇتىدا", ("locative",)),
    ("ئالمۇتا", "ئالمۇتىدىمۇ", ("locative", "clitic")),
    ("ئالمۇتا", "ئالمۇتىغىمۇ", ("dative", "clitic")),
    ("بالا", "بالىلىرىغا", ("plural", "possessive 3", "dative")),
    ("بالا", "بالام", ("possessive 1sg",)),
    ("ئانا", "ئاناڭلارنىڭ", ("possessive 2pl", "genitive")),
    ("نەزەر", "نەزىرى", ("possessive 3",)),
    ("باش", "بېشىدا", ("possessive 3", "locative")),
    ("ساراي", "سارىيى", ("possessive 3",)),
    ("شەھەر", "شەھىرىنى", ("possessive 3", "accusative")),
    ("مەكتەپ", "مەكتىپى", ("possessive 3",)),
    ("مەكتەپ", "مەكتىبى", ("possessive 3",)),
    ("يۈرەك", "يۈرىكى", ("possessive 3",)),
    ("سىناق", "سىنىغى", ("possessive 3",)),
    ("ئوغۇل", "ئوغلى", ("possessive 3",)),
    ("كۆڭۈل", "كۆڭلۈمدە", ("possessive 1sg", "locative")),
    ("دۇنيا", "دۇنيايىمىزدا", ("possessive 1pl", "locative")),
    ("سۇ", "سۈيىنى", ("possessive 3", "accusative")),
    ("ئالاھىدىلىك", "ئالاھىدىلىككە", ("dative",)),
    ("ھەق", "ھەققى", ("possessive 3",)),
    ("ئىلھام توختى", "ئىلھام توختىدەك", ("likeness",)),
    ("ئۇيغۇر", "ئۇيغۇرچە", ("equative",)),
    ("ئۇيغۇر", "ئۇيغۇرنىڭكى", ("belonging",)),
    ("UNESCO", "UNESCO نىڭ", ("genitive",)),
    ("UNESCO", "UNESCO-دىن", ("ablative",)),
    ("UNESCO", "UNESCO\u200cغا", ("dative",)),
    ("ئاپتونوم رايونى", "ئاپتونوم رايونىدا", ("locative",)),
    ("تۈركىيە", "تۈركىيىده", ("locative",)),
    ("كەنت", "کەنتتە", ("locative",)),
    ("شىنجاڭ", "شينجاڭدا", ("locative",)),
    ("ئالمۇتا", "\u064a\u0654المۇتىدا", ("locative",)),
]


@pytest.mark.parametrize(("lemma", "form", "features"), FORMS)
def test_forms(lemma: str, form: str, features: tuple[str, ...]) -> None:
    """The endings belong to the mention, those that stand apart too, and what they say is known."""
    text = f"بۈگۈن {form} دەپ يېزىلدى."
    (mention,) = find(text, "ug", [lemma])

    assert (text[slice(*mention.span)], mention.analysis.features) == (form, features)


@pytest.mark.parametrize(
    ("name", "form", "features"),
    [
        ("قەشقەر", "قەشقەرلىكلەر", ("derived", "plural")),
        ("ئالمۇتا", "ئالمۇتىلىق", ("derived",)),
        ("ئالمۇتا", "ئالمۇتىلىقىم", ("derived", "possessive 1sg")),
        ("ئۇيغۇر", "ئۇيغۇرمەن", ("predicative",)),
        ("قەشقەر", "قەشقەرسىز", ("abessive",)),
    ],
)
def test_derived_from_names(name: str, form: str, features: tuple[str, ...]) -> None:
    """A name is in the words that are made of it; of a common noun they are other words."""
    (mention,) = find(f"ئۇ {form} ئىدى.", "ug", [Term(name, "place")])

    assert mention.analysis.features == features
    assert find(f"ئۇ {form} ئىدى.", "ug", [Term(name, "term")]) == []


def test_derivations_that_are_other_words() -> None:
    """Freedom is no word of a man called Erkin, and `قاتارلىق`, and such, is none of Qatar's."""
    assert find("ئەركىنلىك، قەشقەر قاتارلىق", "ug", [Term("ئەركىن", "person"), Term("قاتار", "place")]) == []
    assert len(find("ئەركىننىڭ سۆزى، قاتارغا بارغان", "ug", [Term("ئەركىن", "person"), Term("قاتار", "place")])) == 2


@pytest.mark.parametrize(
    ("lemma", "text", "admitted"),
    [
        ("ئال", "ئالما، ئالدى، ئالتۇن، ئالەم", []),
        ("ئات", "ئاتتى، ئاتا، ئاتىلار ئاتىغان", []),
        ("قەشقە", "قەشقەر شەھىرى، قەشقەرگە", []),
        ("تۈرك", "تۈركىيە، تۈركىيىدە", []),
        ("باش", "باشلىق باشلاندى باشقا", ["باشقا"]),
        ("بول", "بولغىنى بولدى بولۇپ", []),
        ("بولۇق", "بولغىنى", []),
        ("شەھەر", "شەھىرغا شەھەرغا شەھىت", []),
        ("سۇ", "سۈيەك سۈيۈنۈپ سۈيقەست", []),
        ("كىتاب", "كىتابخانا", []),
        ("ئاي", "ئايال ئايرىم ئايىغى", []),
        ("سۇ", "سۇلايمان سۇلتان", []),
        ("ئىلھام توختى", "ئىلھامنىڭ توختىسى", []),
        ("ئۇيغۇر", "ئۇيغۇر-خەنزۇچە سىز", ["ئۇيغۇر"]),
    ],
)
def test_false_friends(lemma: str, text: str, admitted: list[str]) -> None:
    """What follows the stem must be a whole chain of endings that fits its sounds and its vowels."""
    assert [text[slice(*mention.span)] for mention in find(text, "ug", [lemma])] == admitted


def test_persons() -> None:
    """The whole name, then one of its words alone."""
    text = "ئىلھام توختىغا مۇكاپات بېرىلدى. توختىنىڭ قىزى كەلدى، ئىلھامنى كۆرمىدى."
    found = find(text, "ug", [Term("ئىلھام توختى", "person")])

    assert [(text[slice(*one.span)], one.analysis.part, one.analysis.features) for one in found] == [
        ("ئىلھام توختىغا", "whole", ("dative",)),
        ("توختىنىڭ", "surname", ("genitive",)),
        ("ئىلھامنى", "given name", ("accusative",)),
    ]


@pytest.mark.parametrize("text", ["«ئانا يۇرت» نى ئوقۇدۇم", "«ئانا يۇرت»نىڭ", "ئانا يۇرت نى", "«UNESCO» نىڭ"])
def test_what_stands_outside(text: str) -> None:
    """Quotation marks and the endings after them; after Uyghur letters no ending stands apart."""
    (mention,) = find(text, "ug", ["ئانا يۇرت", "UNESCO"])

    assert (mention.term, mention.analysis.features) == (text[slice(*mention.span)], ())


def test_longest_name_wins() -> None:
    """An article's sentence: each place is one mention."""
    text = "ئۇيغۇرلار شىنجاڭ ئۇيغۇر ئاپتونوم رايونىدىن قازاقىستانغا ۋە تۈركىيىگە كەلگەن، دېدى گۈلباھار جېلىلوۋا."
    terms = ["ئۇيغۇر", "شىنجاڭ", "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى", "قازاقىستان", "تۈركىيە", "گۈلباھار جېلىلوۋا"]

    assert [(text[slice(*one.span)], one.term) for one in find(text, "ug", terms)] == [
        ("ئۇيغۇرلار", "ئۇيغۇر"),
        ("شىنجاڭ ئۇيغۇر ئاپتونوم رايونىدىن", "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى"),
        ("قازاقىستانغا", "قازاقىستان"),
        ("تۈركىيىگە", "تۈركىيە"),
        ("گۈلباھار جېلىلوۋا", "گۈلباھار جېلىلوۋا"),
    ]


CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")


@pytest.mark.parametrize(
    ("form", "kind", "expected"),
    [
        ("شىنجاڭ", "place", "شىنجاڭنىڭ شىنجاڭغا شىنجاڭنى شىنجاڭدا شىنجاڭدىن -"),
        ("قەشقەر", "place", "قەشقەرنىڭ قەشقەرگە قەشقەرنى قەشقەردە قەشقەردىن -"),
        ("بىشكەك", "place", "بىشكەكنىڭ بىشكەككە بىشكەكنى بىشكەكتە بىشكەكتىن -"),
        ("تۈركىيە", "place", "تۈركىيىنىڭ تۈركىيىگە تۈركىيىنى تۈركىيىدە تۈركىيىدىن -"),
        ("ئالمۇتا", "place", "ئالمۇتىنىڭ ئالمۇتىغا ئالمۇتىنى ئالمۇتىدا ئالمۇتىدىن -"),
        ("ئاسىيا", "place", "- - - - - -"),
        ("نيۇ-يورك", "place", "نيۇ-يوركنىڭ نيۇ-يوركقا نيۇ-يوركنى نيۇ-يوركتا نيۇ-يوركتىن -"),
        ("سىيۇنىك", "place", "سىيۇنىكنىڭ - سىيۇنىكنى - سىيۇنىكتىن -"),
        ("سان-تومې", "place", "سان-تومېنىڭ - سان-تومېنى - سان-تومېدىن -"),
        ("كىشىلىك", "term", "كىشىلىكنىڭ كىشىلىككە كىشىلىكنى كىشىلىكتە كىشىلىكتىن -"),
        ("جېلىلوۋا", "person", "- - - - - -"),
        ("توختى", "person", "توختىنىڭ توختىغا توختىنى توختىدا توختىدىن -"),
        ("توقايېۋ", "person", "توقايېۋنىڭ - توقايېۋنى - - -"),
        ("بېيجىڭ", "place", "بېيجىڭنىڭ - بېيجىڭنى - بېيجىڭدىن -"),
    ],
)
def test_inflect(form: str, kind: str, expected: str) -> None:
    """By last sound and last vowel that decides; nothing where writers differ."""
    made = [inflect(form, "ug", case, kind=kind) for case in CASES]

    assert [one or "-" for one in made] == expected.split()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("سارىيى", "c v c v c v"), ("دۇنيا", "c v c c v"), ("يىل", "c v c"), ("شەھىي", "c v c v c"), ("ئاي", "c v c")],
)
def test_vowel_or_consonant(word: str, expected: str) -> None:
    """One letter is the vowel i and the consonant y; what stands beside it decides."""
    folded = word.replace("ي", "ى")

    assert ["c v"[2 * uyghur.endings.is_vowel(folded, place)] for place in range(len(word))] == expected.split()


@pytest.mark.parametrize(
    ("form", "kind", "features", "expected"),
    [
        ("شىنجاڭ", "place", ("adjectival",), "شىنجاڭدىكى"),
        ("تۈركىيە", "place", ("adjectival", "plural", "genitive"), "تۈركىيىدىكىلەرنىڭ"),
        ("ئۈرۈمچى", "place", ("limit",), "ئۈرۈمچىگىچە"),
        ("توختى", "person", ("plural", "possessive 1pl", "accusative"), "توختىلىرىمىزنى"),
        ("ئۇيغۇر", "term", ("plural", "dative"), "ئۇيغۇرلارغا"),
        ("قەشقەر", "place", (), "قەشقەر"),
        ("قەشقەر", "place", ("possessive 3",), None),
        ("قەشقەر", "place", ("dative", "clitic"), None),
        ("جېلىلوۋا", "person", ("adjectival",), None),
        ("UNESCO", "organisation", ("adjectival",), None),
    ],
)
def test_reinflect(form: str, kind: str, features: tuple[str, ...], expected: str | None) -> None:
    """The endings of one name for another; none where they do not say which, or the stem may change."""
    assert reinflect(form, "ug", features, kind=kind) == expected


def test_odd_names() -> None:
    """A name of ten thousand letters, of one, of figures: a form or none, never a crash."""
    for name in ("ى" * 10_000, "ي", "ئ", "737", "!", "قەشقەر 2"):
        for case in CASES:
            made = inflect(name, "ug", case)
            assert made is None or made.startswith(name)


def test_inflect_long_and_foreign_names() -> None:
    """The last word alone; after Latin letters the ending stands apart."""
    assert inflect("ئۇيغۇر ئاپتونوم رايونى", "ug", "dative") == "ئۇيغۇر ئاپتونوم رايونىغا"
    assert inflect("UNESCO", "ug", "genitive") == "UNESCO نىڭ"
    assert inflect("UNESCO", "ug", "dative") is None


NAMES = ["شىنجاڭ", "قەشقەر", "بىشكەك", "تۈركىيە", "ئالمۇتا", "ئۈرۈمچى", "خوتەن", "UNESCO", "ئاپتونوم رايونى"]


@given(st.sampled_from(NAMES), st.sampled_from(CASES))
def test_what_is_inflected_is_found(name: str, case: str) -> None:
    """find∘inflect: the mention is the whole form, and its feature is the case that was asked for."""
    form = inflect(name, "ug", case)
    if form is None:
        assert case == "instrumental" or name == "UNESCO"
        return
    (mention,) = find(f"{form} بار.", "ug", [Term(name)])

    assert (mention.span, mention.analysis.features) == ((0, len(form)), (case,))


@given(st.text("ابەىندغقكلرۇ-", max_size=12), st.text("ابەىندغقكلرۇ", min_size=1, max_size=6))
def test_no_word_is_too_odd(word: str, base: str) -> None:
    """Every form begins with one of the keys of its base."""
    for how in (uyghur.NAME, uyghur.PLACE, uyghur.WORD):
        if uyghur.readings(word, base, how):
            assert word.startswith(uyghur.keys(base, how))
