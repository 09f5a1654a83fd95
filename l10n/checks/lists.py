"""Lists: how many items the longest enumeration of a text has, by its commas and the word that joins the last item.

`rice, flour and sugar`: the items between two separators are short; what stands before the first one and behind the
last one belongs to the sentence, and may be long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n.checks.pairs import Text
from l10n.languages import lexicon

JOINERS = {
    "en": "and|or|as well as",
    "ru": "и|или|а также",
    "kk": "және|мен|бен|пен|әрі|немесе|әлде",
    "ug": "ۋە|بىلەن|ھەم|ياكى|ھەمدە",
}
"""Words before the last item."""
OPENERS = {
    "en": (
        "who which that where when while but and or if as on in at from by with for to of mostly including then also is"
        " are was were has have had will would says said he she it they we i not than so because however too only even"
        " both all some about nearly almost whether neither whose even still"
    ),
    "ru": (
        "что кто чей чья чьё чьи которые который которая которое чтобы где когда если как но а и или в во на"
        " с со из от по за для к у о об при до после под без не это он она они мы я также потом затем лишь"
        " только хотя однако там их его её полтора почти около говорит говорят сказал сказала рассказал"
    ),
    "kk": ("бірақ ал және ол олар оның соның яғни сондай-ақ сондықтан деп дейді деді кейін содан бұл онда бар"),
    "ug": "لېكىن ئەمما ئۇ ئۇلار بۇ دەپ دېدى شۇڭا يەنى كېيىن بار",
}
"""Words with which a clause or an addition begins, and no item of a list."""
AGO = lexicon("later ago earlier before far away long спустя назад")
"""Words with which an adverbial ends."""
COUNTS = {
    "en": lexicon("one two three four five six seven eight nine ten"),
    "ru": lexicon("один одна одно одну два две три четыре пять шесть семь восемь девять десять"),
}
"""Numbers that begin an item where what they count stands behind them, and else an addition: `one and a half`."""
LEADS = {
    "en": lexicon(
        "in on at for after before when if as while since during from by with under over because although though",
        "despite until without among between to of instead according thanks unlike besides apart following like",
        "today yesterday tomorrow now then later meanwhile however still earlier recently finally also usually",
        "as more not so far long years days hours outside inside overall nowadays elsewhere abroad altogether together",
        "sometimes often once here there last this next every each that these those",
    ),
    "ru": lexicon(
        "в во на с со после до при по за если когда как из для без у к от под над среди между хотя вместо",
        "кроме благодаря согласно помимо вопреки сегодня вчера завтра теперь потом позже позднее ранее также однако",
        "осенью зимой весной летом утром вечером ночью днём днем пока кстати например видимо увы вообще правда итак",
        "впрочем наконец конечно сейчас тогда там здесь раньше недавно обычно иногда часто каждый каждую каждое",
    ),
}
"""Words with which an adverbial begins a sentence, which a comma may end."""
SIMPLE = {
    "en": lexicon("in on at by from to of with under over between outside inside today yesterday tomorrow"),
    "ru": lexicon(
        "в во на с со до при за из для без у к от под над среди между сегодня вчера завтра осенью зимой весной летом",
        "утром вечером ночью днём днем ранее раньше недавно обычно иногда часто каждый каждую каждое сейчас тогда",
    ),
}
"""Those of them behind which the main clause may go on without a comma; in Russian it does as a rule."""
ASIDE = lexicon(
    "отличие отличии связи частности целом общем взгляд сожалению счастью слову стороны словам мнению данным том",
    "исключением случае результате итоге соответствии зависимости примеру удивлению",
)
"""Russian words behind one of those, which a comma may follow all the same."""
BEGINS = lexicon("the a an its his her their our my he she it they we you i this these those")
"""English words with which a main clause begins behind an adverbial …"""
HELD = lexicon(
    "in on at by from to of with under over between outside inside and or for as than into onto through about around",
    "near behind all both half after before since until during against within without along not only even",
)
"""… where none of these stands before them."""
RELATIVE = lexicon("that which who whom whose where when while if because as")
"""English words behind which another clause begins."""
MAIN = {
    "en": lexicon("so but and yet he she it they we i you there"),
    "ru": lexicon("но а и он она оно они мы я вы там"),
}
"""Words with which a clause of its own begins behind a comma."""
CLAUSES = {"en": lexicon("and but so yet"), "ru": lexicon("и но а")}
"""Words that join a clause to another behind a comma."""
PASTS = (
    "was were had did got went came took gave made said told saw left ran sat stood fell wrote read sang spoke brought"
    " bought sold built broke drove flew rode found held kept lost met paid put sent set shot slept threw wore won"
    " began drank ate fled hid led lay rose taught caught cut beat dug fought became"
)
"""English verbs of the past, besides those in -ed: what Kazakh and Uyghur say in converbs, which no mark parts."""
SHORT, LOOSE = 4, 5
"""Words of an item between two others: in a list beyond doubt, and in what may be one."""
NEAR = 120
"""Characters before a first comma that are read."""
LONGEST_WORD = 30
LEAST = 3
"""Items of an enumeration."""
_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
_NO_JOINER = {"ru": (r"(?<!\bтак )(?<!\bда )(?<!\bкак )(?<!\bвот )", r"(?! не\b)")}
"""What stands beside a word that looks like a joining one and joins nothing: `так и не обсудив`."""
_SEPARATORS = {
    language: re.compile(
        r"(?<!\d),|,(?!\d)|،|(?:(?<=\s){}(?:{})(?=\s){})|(?<=\s)[—–](?=\s)".format(
            _NO_JOINER.get(language, ("", ""))[0], words, _NO_JOINER.get(language, ("", ""))[1]
        )
    )
    for language, words in JOINERS.items()
}
_MARKS = {
    language: re.compile(rf"(?<!\d)[,،]|[,،](?!\d)|[;؛:—–(]|(?:(?<=\s)(?:{words})(?=\s))")
    for language, words in JOINERS.items()
}
_OPENERS = {language: frozenset(words.split()) for language, words in OPENERS.items()}
_DENIES = frozenset(["not", "не", "емес", "ئەمەس"])
_DIGIT = re.compile(r"\d")
_APPOSITION = re.compile(r"\s*(?:[^\s,،]+\s){0,3}[^\s,،]*[,،]")
"""The Iskakovs, Marat and Saule, …"""
_NAMING = frozenset(":—–")
"""Before or behind a row that stands alone."""
_PARTICIPLE = re.compile(
    "(?:вш|[ую]щ|[ая]щ|енн|анн)(?:ий|ая|ее|ие|его|ей|их|им|ему|ую|ими|ый|ое|ые|ого|ой|ых|ым|ыми)(?:ся)?$"
)
_ADVERBIAL = re.compile(
    r"^\s*[a-z]{2,}(?:ing|ly)\s|^\s*(?:only|slowly|quickly|mostly|partly|finally|suddenly)\s*$"
    r"|\b([a-z]+) by \1\b|\bone (?:by|after|behind|above|beside) (?:one|another|the other)\b"
)
"""What a comma parts from the rest of an English sentence without being an item: `little by little`."""
_QUOTES = frozenset('«“„"‹')
_STRONG = re.compile(r"[.!?؟:;؛…](?=\s|$)|\s[—–]\s|$")
_BREAK = re.compile(r"[.!?؟:;؛](?=\s)|[()«»“”\"]")


_DEED = {
    "en": re.compile(rf"(?:,|\b(?:and|or))\s+(?:\w{{2,}}ed|{PASTS.replace(' ', '|')})\b"),
    "ru": re.compile(
        r"(?:,|\bи)\s+\w{2,}(?:л|ла|ли|лся|лась|лись)\b|[аяуюеи](?:ет|ют)(?:ся)?\s+и\b|(?:[еи]т|[юя]т)ся\s+и\b"
    ),
}
"""Verbs with which items begin, or that stand before `и`, which may be `also` there."""


class Enumeration(NamedTuple):
    """A list in its place."""

    items: int
    start: int
    end: int
    """From the first separator to the last one."""


def enumerations(text: Text) -> Iterator[Enumeration]:
    """Those that end with a joining word, and have only short items between the separators."""
    pattern = _SEPARATORS.get(text.locale.partition("-")[0])
    if pattern is None:
        return
    bare = text.bare
    first = bare.find("،" if text.locale.startswith("ug") else ",")
    if first < 0:
        return
    is_english = text.language.script == "Latn"
    commas = start = end = 0
    for match in pattern.finditer(bare, first):
        if match[0] in "—–":
            commas = 0
            continue
        is_joiner = match[0].isalpha() or " " in match[0]
        is_serial = is_joiner and commas > 1 and is_english and not bare[end : match.start()].strip()
        if is_serial:
            commas -= 1
        elif commas and not _is_item(bare[end : match.start()], text.locale):
            commas = 0
            if not is_joiner and _is_aside(bare, end, text.locale):
                end = match.end()
                continue
        if not commas:
            start = match.start()
        end = match.end()
        if is_joiner:
            is_led = commas == 1 and _opens(bare, start, text.locale)
            behind = _WORD.search(bare, end, end + LONGEST_WORD)
            if behind is not None:
                is_led = is_led or behind[0].lower() in LEADS.get(text.locale[:2], ())
                is_led = is_led or (is_serial and behind[0].lower() in _OPENERS["en"])
            is_led = is_led or _is_paired(bare, start, text.locale)
            if commas and not is_led and not _is_apposition(bare, end, text.locale):
                yield Enumeration(commas + 2, start, end)
            commas = 0
        else:
            commas += 1
    if any(mark in bare for mark in _NAMING):
        yield from _bare_rows(text)


def _bare_rows(text: Text) -> Iterator[Enumeration]:
    """Short items with nothing but commas between them, from or to a colon or a dash."""
    start = 0
    for match in _STRONG.finditer(text.bare):
        row = text.bare[start : match.start()]
        items = row.replace("،", ",").split(",")
        ahead = text.bare[max(0, start - 2) : start].strip()[-1:]
        if (
            len(items) >= LEAST
            and (ahead in _NAMING or (match[0].strip() in _NAMING and not _speaks(text.bare, match.end(), items)))
            and all(_is_item(one, text.locale) for one in items)
        ):
            yield Enumeration(len(items), start, match.start())
        start = match.end()


def _speaks(text: str, end: int, items: Sequence[str]) -> bool:
    """No row but the words before a speech: `The editor, Marat Seitov, added:`."""
    is_named = items[1].strip()[:1].isupper() and not items[-1].strip()[:1].isupper()
    return is_named or text[end : end + 2].strip()[:1] in _QUOTES


def tells(text: Text, row: Enumeration) -> bool:
    """An enumeration is of what somebody did one thing after another."""
    pattern = _DEED.get(text.locale.partition("-")[0])
    return pattern is not None and pattern.search(text.bare, row.start, row.end + LONGEST_WORD) is not None


def most(text: Text) -> int:
    """The items of the longest row of which the inner ones are not long, joined in whatever way."""
    pattern = _SEPARATORS[text.locale.partition("-")[0]]
    bare = text.bare
    longest = run = end = 0
    for match in pattern.finditer(bare):
        if match[0] in "—–":
            continue
        run = run + 1 if run and _words(bare, end, match.start()) <= LOOSE else 1
        longest, end = max(longest, run), match.end()
    return longest + 1


def joined(text: Text) -> int:
    """The items of the longest row that a joining word ends, whatever its items are; 0 where no word joins."""
    language = text.locale.partition("-")[0]
    bare = text.bare
    longest = run = end = 0
    for match in _SEPARATORS[language].finditer(bare):
        if match[0] in "—–":
            continue
        first = _WORD.search(bare, end, min(match.start(), end + LONGEST_WORD))
        opens = first is not None and first[0].lower() in _OPENERS[language]
        run = run + 1 if run and not opens and _words(bare, end, match.start()) <= LOOSE else 1
        end = match.end()
        if match[0] not in ",،":
            longest, run = max(longest, run + 1), 0
    return longest


def marks(text: Text) -> int:
    """How many marks and joining words part what a text says."""
    pattern = _MARKS.get(text.locale.partition("-")[0])
    return len(pattern.findall(text.bare)) if pattern else 0


def _is_aside(text: str, start: int, locale: str) -> bool:
    """What stands behind a first comma is an aside, which the next one closes: no clause with a subject of its own."""
    first = _WORD.search(text, start, start + LONGEST_WORD)
    return first is None or first[0].lower() not in MAIN.get(locale.partition("-")[0], ())


def _is_apposition(text: str, end: int, locale: str) -> bool:
    """A comma closes what follows a joining word, and no other clause is joined there."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return False
    behind = _WORD.search(text, match.end(), match.end() + LONGEST_WORD)
    return behind is None or behind[0].lower() not in CLAUSES.get(locale.partition("-")[0], ())


def _opens(text: str, comma: int, locale: str) -> bool:
    """What stands before the first comma of a sentence begins as an adverbial does: `In the autumn of 2016, …`."""
    ends = (match.end() for match in _STRONG.finditer(text, max(0, comma - NEAR), comma))
    strong = [end for end in ends if end < comma]
    first = _WORD.search(text, strong[-1] if strong else max(0, comma - NEAR), comma)
    if first is None or text.find(",", first.end(), comma) >= 0:
        return False
    word = first[0].lower()
    language = locale.partition("-")[0]
    if word in LEADS.get(language, ()) or word.endswith(("ing", "ed", "ly")):
        return word not in SIMPLE.get(language, ()) or not _goes_on(text[first.end() : comma], language)
    return text[max(0, comma - LONGEST_WORD) : comma].rpartition(" ")[2] in AGO


def _goes_on(words: str, language: str) -> bool:
    """Behind a simple adverbial the main clause begins before the comma: `On Saturday the boys will visit …`."""
    found = _WORD.findall(words.lower())
    if language == "ru":
        return ASIDE.isdisjoint(found)
    if not RELATIVE.isdisjoint(found):
        return False
    return any(word in BEGINS and before not in HELD and not before.endswith("ing") for before, word in pairwise(found))


def _is_paired(text: str, comma: int, locale: str) -> bool:
    """A joining word stands before the first comma: `there and back, summer and winter`, two pairs and no row."""
    pattern = _SEPARATORS[locale.partition("-")[0]]
    joiners = [match.end() for match in pattern.finditer(text, max(0, comma - LONGEST_WORD), comma)]
    return bool(joiners) and _words(text, joiners[-1], comma) < LEAST


def _is_item(words: str, locale: str) -> bool:
    """A few words without a figure, which do not open a clause."""
    if _BREAK.search(words) or _DIGIT.search(words):
        return False
    found = _WORD.findall(words.lower())
    language = locale.partition("-")[0]
    openers = _OPENERS[language]
    if not 0 < len(found) <= SHORT or found[0] in openers or not _DENIES.isdisjoint(found):
        return False
    if language == "ru" and _PARTICIPLE.search(found[0]):
        return False
    if language == "en" and (_ADVERBIAL.search(words) or found[0] in LEADS["en"]):
        return False
    return found[0] not in COUNTS.get(language, ()) or (len(found) > 1 and found[1] not in openers)


def _words(text: str, start: int, end: int) -> int:
    """How many words stand there; many where the sentence ends there."""
    if _BREAK.search(text, start, end):
        return LOOSE + 1
    return len(_WORD.findall(text, start, min(end, start + 200)))
