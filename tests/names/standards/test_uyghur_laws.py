"""Nothing is lost between the Uyghur scripts: words made by the rules of syllables, and words of a newsroom."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from l10n.names.standards import transliterate
from l10n.names.standards.uyghur import VOWELS, _remembered, mend, read

CONSONANTS = "بپتجچخدرزژسشغفقكگڭلمنھۋي"
OTHER = ["ug-Latn", "ug-Cyrl", "ug-Latn-x-yeziq"]
NEWS = """
شىنجاڭ ئۇيغۇر ئاپتونوم رايونىدىكى مەكتەپلەردە ئانا تىل دەرسلىرى قىسقارتىلدى خەلقئارا جەمئىيەت مەسئۇل
خادىملارنى جازالاشنى تەلەپ قىلدى ئەنگلىيە پارلامېنتى قارار ئالدى قازاقىستاننىڭ ئالمۇتا شەھىرىدە
ژۇرنالىستلار يىغىنى ئۆتكۈزۈلدى ئىسھاق ئەپەندى سۆز قىلدى گۈزەل سەنئەت كۆرگەزمىسى ئېچىلغان كۈنى
تائامخانا ۋە دۇكانلار تاقالغان ئىدى مەزھەپ ئىنئام قۇرئان ياۋروپا ئىتتىپاقى تەنھەرىكەت ئۆيى ئاياللار
بايرىمى سوئال سائەت دائىم مۇئەللىم شائىر فائىز سىچۈەن گۇاڭجۇ يۈننەن شاڭخەي بىلىنگەن تونۇلغان
ئويلانغان يېڭىگۈل تەڭھۆركەش
"""


@st.composite
def words(draw: st.DrawFn) -> str:
    """One to five syllables, each a vowel with up to one consonant before and two after it."""
    written = ""
    for number in range(draw(st.integers(1, 5))):
        onset = draw(st.sampled_from([*CONSONANTS, *CONSONANTS, ""]))
        vowel = draw(st.sampled_from(sorted(VOWELS)))
        coda = draw(st.text(CONSONANTS, max_size=2))
        hemze = not onset and (number == 0 or written[-1] in VOWELS or draw(st.booleans()))
        written += onset + ("ئ" if hemze else "") + vowel + coda
    return written


def misspelt(word: str) -> bool:
    """It begins as a word of the list does, without that word's hemze; or has ي beside no vowel."""
    sounds = read(word, "ug-Arab")
    return not _remembered(sounds.letters) <= sounds.hemze


@pytest.mark.parametrize("tag", OTHER)
@settings(max_examples=60)
@given(words())
def test_nothing_is_lost(tag: str, word: str) -> None:
    """Arabic letters come back from Latin, Cyrillic and Yëziq, for every well-formed word."""
    assume(mend(word, thorough=False) == word)
    assume(tag != "ug-Cyrl" or not misspelt(word))

    assert transliterate(transliterate(word, "ug", tag), tag, "ug") == word


@pytest.mark.parametrize("source", OTHER)
@pytest.mark.parametrize("target", OTHER)
@settings(max_examples=60)
@given(words())
def test_the_way_between_two_others_is_the_way_over_arabic(source: str, target: str, word: str) -> None:
    """No pair of scripts knows more than another."""
    there = transliterate(word, "ug", source)

    assert transliterate(there, source, target) == transliterate(transliterate(there, source, "ug"), "ug", target)


@pytest.mark.parametrize("tag", OTHER)
def test_news(tag: str) -> None:
    """The words of news come back as they were, and no Arabic letter is left on the way."""
    for word in NEWS.split():
        there = transliterate(word, "ug", tag)

        assert transliterate(there, tag, "ug") == word
        assert not set(there) & set(CONSONANTS) | set(there) & VOWELS


@pytest.mark.parametrize("tag", OTHER)
@settings(max_examples=60)
@given(words(), st.sampled_from([str.upper, str.title, str.lower]))
def test_capitals_are_the_only_loss_the_other_way(tag: str, word: str, case: object) -> None:
    """A word in capitals comes back in small letters."""
    there = transliterate(word, "ug", tag)
    back = transliterate(transliterate(case(there), tag, "ug"), "ug", tag)

    assert back == there or tag == "ug-Cyrl"
