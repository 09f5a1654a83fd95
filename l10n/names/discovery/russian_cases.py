"""In which cases a Russian name may stand, by the words before it.

A preposition says it surely.  Without one: beside an office or a calling the case of that noun (`президента Оспанова`);
behind a noun of things no nominative (`слова Оспанова`); behind a verb of the past in the feminine the nominative of a
woman's name (`сказала Оспанова`).  Otherwise nothing is known, and the nominative is as likely as any.
"""

from __future__ import annotations

from functools import lru_cache

from l10n.languages import lexicon

NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE = "nomn", "gent", "datv", "accs", "ablt", "loct"
"""In the words of OpenCorpora."""

ANY = frozenset([NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE])

_GOVERNED = {
    lexicon(
        "из от до для без у возле около против кроме среди вокруг после ради вместо внутри вне изо ото вдоль мимо",
        "насчет насчёт напротив накануне помимо из-за из-под близ ввиду относительно посреди",
    ): {GENITIVE},
    lexicon("к ко благодаря согласно вопреки навстречу"): {DATIVE},
    lexicon("по"): {DATIVE, LOCATIVE},
    lexicon("в во на"): {LOCATIVE, ACCUSATIVE},
    lexicon("о об обо при"): {LOCATIVE},
    lexicon("про через сквозь"): {ACCUSATIVE},
    lexicon("над перед между надо передо"): {INSTRUMENTAL},
    lexicon("за под подо"): {INSTRUMENTAL, ACCUSATIVE},
    lexicon("с со"): {INSTRUMENTAL, GENITIVE},
}
"""Prepositions and the cases behind them. Source: Rosental, Handbook of Spelling and Style, §§ 198-199."""

GOVERNED = {word: frozenset(cases) for words, cases in _GOVERNED.items() for word in words}


@lru_cache(maxsize=16_384)
def after(word: str) -> frozenset[str]:
    """The cases of a name behind this word, in small letters; ANY where it says nothing."""
    if word in GOVERNED:
        return GOVERNED[word]
    from l10n.names.forms import russian_words

    readings = russian_words.known(word)
    if not readings:
        return ANY
    tag = readings[0].tag
    if tag.POS == "NOUN":
        animate = tag.animacy == "anim"
        cases = {str(one.tag.case) for one in readings if one.tag.POS == "NOUN" and one.tag.number == tag.number}
        return frozenset(cases & ANY | {GENITIVE} if animate else {GENITIVE, DATIVE, INSTRUMENTAL})
    if tag.POS == "VERB" and tag.gender == "femn" and tag.tense == "past":
        return frozenset({NOMINATIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL})
    return ANY
