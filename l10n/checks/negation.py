"""Negation: a source that denies has a target that denies somehow, and the reverse.

ITS 2.0 type: mistranslation.  Presence is held against complete absence: polarity moves about (`remain free`, не
арестован), so every word that may carry a denial counts, prefixes, refusals, exceptions and bans too.  Quiet on
purpose: `not only`, не менее, numbers after `No.`; headlines, which are worded anew.

A native reader has still to confirm: DENYING for Kazakh and Uyghur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from l10n.checks.pairs import Pair, Rule, Span, Text, finding
from l10n.facts.spans import meaning
from l10n.languages import lexicon, words
from l10n.model import Finding
from l10n.text import small

RULES = {
    "lost": Rule("warning", "The source denies something, and no word of the target does."),
    "gained": Rule("warning", "The target denies something, and no word of the source does."),
}
_say = partial(finding, "negation", RULES)

STRONG = {
    "en": lexicon("not never nobody nothing cannot no"),
    "ru": lexicon("не нет нельзя никогда никто никого никому ничего"),
}
"""Words that deny beyond doubt; in Kazakh and Uyghur every verb and word that the language's facts call a negation."""

_PLAIN = {"kk": ("емес", "жоқ", "ешкім", "ештеңе", "ешқ"), "ug": ("ئەمەس", "يوق", "ھېچ", "ھەرگىز")}
_VERBS = {
    "kk": re.compile(
        r"\w{2,}(?:ма|ме|ба|бе|па|пе)(?:ды|ді|дық|дік|дым|дім|йды|йді|ймын|ймін|ймыз|йміз|ған|ген|ғаны|гені|пты|пті|с)"
    ),
    "ug": re.compile(r"\w{2,}(?:مى(?:دى|دۇق|غان|گەن)|ماي(?:دۇ|ۋات\w+)|مەي(?:دۇ|ۋات\w+)|ما?سلىق|مەسلىك)\w{0,8}"),
}
"""Forms of verbs that deny; the language's facts know more of them, and take some nouns for them."""

_NO_DENIAL = {
    "en": re.compile(
        r"not (?:only|just|least|to mention|necessarily)|no (?:doubt|sooner|less|more|one but|\d)|no\.|nothing but"
    ),
    "ru": re.compile(
        r"не (?:только|менее|более|меньше|больше|раз|просто|считая|говоря|столько|прочь|один|одна|одно|одну|иначе)\b"
        r"|не (?:сколько|кто|иной|совсем|хуже|позднее|позже|ранее|раньше|выше|ниже)\b|не (?:может|мог\w*) не\b"
        r"|нет сомнени\w+|не бе[сз]\w+"
    ),
}
DENYING = {
    "en": words(
        "un inab inac incap incorr incomp indep ineligib inad ineff insuff invis innoc imposs improb immun irre"
        " dis non mis without lack refus den fail only except until hardly against ban prohibit prevent reject"
        " stop miss absen empt free closed avoid rather instead few less least neither nor no not withdr remain"
        " still withheld boycott strip depriv oppos resist halt suspend cancel never barely rarely seldom unless"
        " beyond far yet impossible illegal doubt quiet silent alone zero void loss lost quit drop skip forb"
        " contrary unlike acquit abolish scrap drop cut off"
    ),
    "ru": words(
        "не ни без бес отказ отриц опроверг лиш запре кроме только пока прекра отсутств едва против отклон отверг"
        " избе мало наоборот воздерж сомн нет вряд вне остал остан свобод пуст закры потер утрат утер исключ"
        " вместо помим еще ещё молч удерж предотвра промолч смолч далек скорее откл бойкот отмен приостан оправд"
        " чужд снят хватит перест редк"
    ),
    "kk": words(
        "жоғ үнде үзіл өшір емес жоқ еш тыйым қарсы тек ғана тыс басқа қиын жоғал айыр тоқта кері аз әлі бей тыйыл"
        " бөлек орнына ақта бос жабы қал артық болдырма сақтан тарт жалғыз қажетсіз әрең зорға"
    ),
    "ug": words(
        "توختى ئۈزۈل كېسىل ئەمەس يوق ھېچ رەت چەكل قارشى پەقەت باشقا توختا ئىنكار ئاز تېخى مەنئى ئورنىغا سىرت بوش"
        " ئەركىن تاقا قال ھەرگىز قىيىن مەھرۇم ئاران غەيرى قۇرۇق ئايرى ساقلان ۋاز بىكار بىھۇدە نا"
    ),
}
"""How words begin that may carry a denial."""
_NOT_DENYING = {
    "en": words("under unit union uni until discuss district distanc display distribut discover disp mission")
}
"""How words begin that look so."""
_ENDINGS = {
    "en": ("n't", "n’t", "less", "free"),
    "ru": (),
    "kk": ("сыз", "сіз", "мас", "мес", "пас", "пес", "май", "мей", "бай", "бей", "пай", "пей"),
    "ug": ("سىز", "ماي", "مەي", "ماس", "مەس", "مىغان", "مىگەن", "مايدۇ", "مەيدۇ", "مىدى"),
}
_IN_KAZAKH = re.compile(
    r"\w{2,}(?:ма|ме|ба|бе|па|пе)(?:й|ды|ді|ған|ген|с|у|п|са|се|ң|қ|к)\w*|\w+(?:сыз|сіз)\w*|\w{2,}(?:ма|ме|ба|бе|па|пе)"
)
_IN_UYGHUR = re.compile(r"\w{2,}(?:ما|مە|مى)(?:ي|دى|غان|گەن|س|پ|ڭ|ۋا|سۇن|سا|سە)\w*|\w+سىز\w*")
FEW = 3
"""Words of a text that says something."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    if pair.kind in ("headline", "title", "h2", "credit", "byline", "td", "th", "alt"):
        return
    denied, denies = _strong(pair.source), _strong(pair.target)
    if denied is not None and denies is None and not _may_deny(pair.target):
        word = pair.source.text[slice(*denied)]
        yield _say("lost", f"the source denies (`{word}`), and no word of the target does", None, denied)
    elif denies is not None and denied is None and not _may_deny(pair.source):
        word = pair.target.text[slice(*denies)]
        yield _say("gained", f"the target denies (`{word}`), and no word of the source does", denies)


def _strong(text: Text) -> Span | None:
    """The first word that denies beyond doubt."""
    language = text.locale.partition("-")[0]
    said = text.words
    if len(said) < FEW:
        return None
    body = small(text.bare)
    for word in said:
        is_name = word.text[0].isupper() and (word.start > 0 or language == "kk")
        if not is_name and _denies(word.text.lower(), language):
            usual = _NO_DENIAL.get(language)
            if usual is None or usual.match(body, word.start) is None:
                return word.start, word.end
    return None


@lru_cache(maxsize=1 << 15)
def _denies(word: str, language: str) -> bool:
    if language not in DENYING:
        return False
    if language in STRONG:
        return word in STRONG[language] or (language == "en" and word.endswith(("n't", "n’t")))
    return word.startswith(_PLAIN.get(language, ("\0",))) or _VERBS[language].fullmatch(word) is not None


def _may_deny(text: Text) -> bool:
    language = text.locale.partition("-")[0]
    return any(_may(word.text.lower(), language) for word in text.words)


@lru_cache(maxsize=1 << 15)
def _may(word: str, language: str) -> bool:
    if language not in DENYING:
        return True
    looks_so = word.startswith(_NOT_DENYING.get(language, ("\0",)))
    if (word.startswith(DENYING[language]) and not looks_so) or word.endswith(_ENDINGS[language] or ("\0",)):
        return True
    if meaning(word, language)[0] == "negation":
        return True
    pattern = {"kk": _IN_KAZAKH, "ug": _IN_UYGHUR}.get(language)
    return pattern is not None and pattern.fullmatch(word) is not None
