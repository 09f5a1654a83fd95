"""Words of which a text says one or the other: spring or autumn, noon or midnight, the north or the south.

A native reader has still to confirm the Kazakh and Uyghur words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from l10n.text import small

_KK = r"(?:да|де|та|те|ғы|гі|қы|кі|дың|дің|тың|тің|дан|ден|тан|тен|ға|ге|ы|і|ында|інде|ына|іне|ынан|інен)?"
_UG = r"(?:دا|دە|تا|تە|لىق|لىك|لۈك|نىڭ|دىن|تىن|غا|گە|قا|كە|غىچە|گىچە|قىچە|كىچە|ى|ىدا|ىدە|ىدىن|ىغا|ىگە|ىنىڭ)?"

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "season spring": r"springs?|springtime",
        "season summer": r"summers?|summertime|midsummer",
        "season autumn": r"autumns?|autumnal",
        "season winter": r"winters?|wintry|wintertime|midwinter",
        "day morning": r"mornings?",
        "day evening": r"evenings?",
        "middle noon": r"noon|midday",
        "middle midnight": r"midnight",
        "edge start": r"early|beginning",
        "edge end": r"late|end",
        "turn last": r"last|previous",
        "turn next": r"next|following|coming|upcoming",
        "wind north": r"north\w*",
        "wind south": r"south\w*",
        "wind east": r"east(?:ern\w*|ward\w*)?",
        "wind west": r"west(?:ern\w*|ward\w*)?",
    },
    "ru": {
        "season spring": r"весн[аыеу]|весной|вёсны|весен\w+",
        "season summer": r"лето|лета|лету|летом|лете|летн(?:ий|яя|ее|его|ей|ем|им|ими|их|юю|ие)",
        "season autumn": r"осен\w+",
        "season winter": r"зим[аыеу]|зимой|зимою|зимн\w+|зимов\w+",
        "day morning": r"утр[аоуе]|утром|утрен\w+|поутру",
        "day evening": r"вечер|вечер[ауе]|вечером|вечерн\w+",
        "middle noon": r"полдень|полдн[яюе]|полуд(?:ень|ня|ню|не)|полднем|полуднем",
        "middle midnight": r"полноч\w+|полуноч\w+",
        "edge start": r"начал[аоеу]|началом",
        "edge end": r"кон(?:ец|ца|цу|цом|це)",
        "turn last": r"прошл\w+|минувш\w+|предыдущ\w+",
        "turn next": r"следующ\w+|будущ\w+|предстоящ\w+|грядущ\w+|ближайш\w+",
        "wind north": r"север\w*",
        "wind south": r"юг|юг[ауе]|югом|южн\w+|южанин\w*",
        "wind east": r"восток\w*|восточн\w+",
        "wind west": r"запад\w*",
    },
    "kk": {
        "season spring": r"көктем\w*",
        "season summer": r"жаз(?:да|ғы|дың|дан|ға|ы|ында|ына|ынан)?|жазғытұрым",
        "season autumn": rf"күз{_KK}",
        "season winter": r"қыс(?:та|қы|тың|тан|ы|ында|ына|ынан)?",
        "day morning": r"таң(?:да|ғы|нан|мен|ертең\w*)?|таңсәрі|ертеңгі\w*",
        "day evening": r"кеш(?:ке|кі|те|тен|тің|кілік|кісін|құрым)|бесін",
        "middle noon": r"түс(?:те|ке|кі)|талтүс\w*|түсінде",
        "middle midnight": r"түн",
        "edge start": r"бас(?:ында|ынан|ына|ындағы)|басталуы\w*",
        "edge end": r"соң(?:ында|ына|ынан|ындағы)|аяғ(?:ында|ына|ынан|ындағы)",
        "turn last": r"өткен|былтыр\w*|алдыңғы|откен",
        "turn next": r"келесі|келер|алдағы|келешек\w*",
        "wind north": r"солтүстік\w*|солтүстіг\w+|терістік\w*",
        "wind south": r"оңтүстік\w*|оңтүстіг\w+",
        "wind east": r"шығыс\w*",
        "wind west": r"батыс\w*",
    },
    "ug": {
        "season spring": rf"باھار{_UG}|ئەتىياز{_UG}|كۆكلەم{_UG}",
        "season summer": r"ياز(?:دا|لىق|نىڭ|دىن|غا|ى|ىدا|ىدىن)?",
        "season autumn": rf"كۈز{_UG}",
        "season winter": rf"قىش{_UG}",
        "day morning": r"ئەتىگەن\w*|سەھەر\w*",
        "day evening": r"كەچ(?:تە|كە|لىك|قۇرۇن|كىچە|تىن|كى)|ئاخشام\w*",
        "middle noon": r"چۈش(?:تە|كىچە|تىن|كە)|چۈشلۈك",
        "middle midnight": r"يېرىم",
        "edge start": r"بېشى\w{0,4}|باش",
        "edge end": r"ئاخىر\w*|ئايىغى\w*",
        "turn last": r"ئۆتكەن\w*|بۇلتۇر\w*|ئالدىنقى",
        "turn next": r"كېلەر\w*|كېلىدىغان|كېيىنكى|كېلەركى",
        "wind north": r"شىمال\w*",
        "wind south": r"جەنۇب\w*",
        "wind east": r"شەرق\w*",
        "wind west": r"غەرب\w*",
    },
}
"""By language: what a word says; of those that begin alike, a text says one or the other."""

_CROPS = r"(?! (?:wheat|barley|crops?|sowing|onions?|rolls?|garlic)\b)"

BESIDE: Mapping[str, str] = {
    "en season spring": _CROPS,
    "en season winter": _CROPS,
    "kk middle noon": r"(?! кейін| ауа)",
    "kk middle midnight": r"(?= ортас)",
    "ug middle noon": r"(?! كېيىن)",
    "ug middle midnight": r"(?= كېچ)",
    "ug edge start": r"(?! مىن)",
}
"""What follows, or does not, where a word says that."""

ALSO: Mapping[str, Mapping[str, str]] = {
    "en": {
        r"\ba\.?m\b": "day morning",
        r"\bp\.?m\b": "day evening",
        r"\bfall\b": "season autumn",
        r"\bend(?:s|ed|ing)?\b": "edge end",
        r"\b(?:start|begin|began|begun)\w*": "edge start",
        r"\bdawn\b": "day morning",
        r"\b(?:eve|dusk|tonight|night)\b": "day evening",
        r"\bpast\b": "turn last",
        r"\bfuture\b": "turn next",
        r"\b12:00": "middle noon",
        r"\b(?:0?0:00|24:00)": "middle midnight",
    },
}
"""What a text says in this way, too, though it may mean something else."""

RATES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "rate second": r"(?:per|a|each|every) second\b|m/s\b",
        "rate minute": r"(?:per|a|each|every) minute\b",
        "rate hour": r"(?:per|an|each|every) hour\b|hourly\b|km/h\b|mph\b",
        "rate day": r"(?:per|a|each|every) day\b|daily\b|a night\b",
        "rate week": r"(?:per|a|each|every) week\b|weekly\b",
        "rate month": r"(?:per|a|each|every) month\b|monthly\b",
        "rate year": r"(?:per|a|each|every) year\b|yearly\b|annual(?:ly)?\b|per annum\b",
    },
    "ru": {
        "rate second": r"(?:в|за|каждую) секунду\b|м/с\b",
        "rate minute": r"(?:в|за|каждую) минуту\b",
        "rate hour": r"(?:в|за|каждый) час\b|км/ч\b|почасов",
        "rate day": r"(?:в|за|каждый|каждые) (?:день|сутки)\b|ежедневн|ежесуточн|суточн",
        "rate week": r"(?:в|за|каждую) неделю\b|еженедельн",
        "rate month": r"(?:в|за|каждый) месяц\b|ежемесячн|месячн",
        "rate year": r"(?:в|за|каждый) год\b|ежегодн|годов",
    },
    "kk": {
        "rate second": r"секундына\b|м/с\b",
        "rate minute": r"минутына\b",
        "rate hour": r"сағатына\b|км/сағ",
        "rate day": r"тәулігіне\b|күніне\b|(?:күн|тәулік) сайын\b|күнделікті|тәуліктік|күндік",
        "rate week": r"аптасына\b|апта сайын\b|апталық",
        "rate month": r"айына\b|ай сайын\b|айлық",
        "rate year": r"жылына\b|жыл сайын\b|жылдық",
    },
    "ug": {
        "rate second": r"سېكۇنتىغا\b|سېكۇنتتا\b",
        "rate minute": r"مىنۇتىغا\b|مىنۇتتا\b",
        "rate hour": r"سائىتىگە\b|سائەتتە\b|سائەتلىك",
        "rate day": r"كۈنىگە\b|كۈندە\b|ھەر كۈن|كۈندىلىك|كۈنلۈك",
        "rate week": r"ھەپتىسىگە\b|ھەپتىدە\b|ھەر ھەپتە|ھەپتىلىك",
        "rate month": r"ئېيىغا\b|ئايدا\b|ھەر ئاي|ئايلىق",
        "rate year": r"يىلىغا\b|يىلدا\b|ھەر يىل|يىللىق",
    },
}
"""How often, or in what time: patterns in small letters."""

RATE_STEMS = {
    "en": ("second", "minute", "hour", "day", "daily", "night", "week", "month", "year", "annu", "m/s", "km/h", "mph"),
    "ru": ("секунд", "минут", "час", "день", "сут", "дневн", "недел", "месяц", "месячн", "год", "м/с", "км/ч"),
    "kk": ("секунд", "минут", "сағат", "тәулік", "тәуліг", "күн", "апта", "ай", "жыл", "м/с", "км/"),
    "ug": ("سېكۇنت", "مىنۇت", "سائ", "كۈن", "ھەپتى", "ھەپتە", "ئاي", "ئېي", "يىل"),
}
"""What a text has where one of them may be: a look that costs little."""

_BEFORE_NOON = re.compile(r"\d ?a\.?m\b")


def contraries(text: str, locale: str, words: Iterable[tuple[int, int, str]]) -> dict[str, tuple[int, int]]:
    """What a text says, and where first: `season spring`, `wind north` …

    words: start and end of those that say such a thing, and what.
    """
    language = locale.partition("-")[0]
    if language not in WORDS:
        return {}
    found: dict[str, tuple[int, int]] = {}
    for start, end, says in words:
        if says and ((beside := _beside(f"{language} {says}")) is None or beside.match(text, end)):
            found.setdefault(says, (start, end))
    lower = small(text)
    if any(stem in lower for stem in RATE_STEMS[language]):
        rates, names = _rates(language)
        for match in rates.finditer(lower):
            found.setdefault(names[(match.lastindex or 1) - 1], match.span())
    if language == "en" and (morning := _BEFORE_NOON.search(text)):
        found.setdefault("day morning", morning.span())
    return found


def may_say(text: str, locale: str) -> frozenset[str]:
    """What a text may say besides, so that the other side is no contrary."""
    table = ALSO.get(locale.partition("-")[0], {})
    return frozenset(said for pattern, said in table.items() if re.search(pattern, text, re.IGNORECASE))


def said(word: str, language: str) -> str:
    """What a word in small letters says."""
    if language not in WORDS:
        return ""
    pattern, names = _pattern(language)
    match = pattern.fullmatch(word)
    return names[match.lastindex - 1] if match and match.lastindex else ""


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    table = WORDS[language]
    return re.compile("|".join(f"({one})" for one in table.values())), tuple(table)


@cache
def _rates(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    table = RATES[language]
    return re.compile(rf"\b(?:{'|'.join(f'({one})' for one in table.values())})"), tuple(table)


@cache
def _beside(name: str) -> re.Pattern[str] | None:
    return re.compile(BESIDE[name]) if name in BESIDE else None
