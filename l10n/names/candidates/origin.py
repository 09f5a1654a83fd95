"""Which language a name comes from, guessed from its letters: what is odd in English betrays the spelling of another.

Marks written by an editor from knowledge of the languages; no list was counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from l10n.languages import lexicon
from l10n.names.candidates.asking import Ask, base
from l10n.names.candidates.origin_marks import MARKS
from l10n.names.standards import pinyin
from l10n.phrases import phrase

LANGUAGES = {
    "eng": phrase("English"),
    "deu": phrase("German"),
    "nld": phrase("Dutch"),
    "swe": phrase("a Nordic language"),
    "fra": phrase("French"),
    "spa": phrase("Spanish"),
    "por": phrase("Portuguese"),
    "ita": phrase("Italian"),
    "ron": phrase("Romanian"),
    "ces": phrase("Czech or Slovak"),
    "pol": phrase("Polish"),
    "hbs": phrase("a South Slavic language"),
    "ukr": phrase("an East Slavic language or Bulgarian"),
    "hun": phrase("Hungarian"),
    "lit": phrase("a Baltic language"),
    "fin": phrase("Finnish or Estonian"),
    "tur": phrase("Turkish"),
    "ara": phrase("Arabic"),
    "fas": phrase("Persian"),
    "hin": phrase("a language of India"),
    "jpn": phrase("Japanese"),
    "kor": phrase("Korean"),
    "vie": phrase("Vietnamese"),
    "zho": phrase("Chinese"),
    "kaz": phrase("Kazakh"),
    "uig": phrase("Uyghur"),
    "rus": phrase("Russian"),
    "mul": phrase("no language in particular"),
    "fraaf": phrase("a language spelt as French"),
}
"""ISO 639-3 codes and what a reason says; `fraaf` is ours, for Africa's names in French spelling.  Where the letters do
not tell sisters apart, one stands for the family."""

USUAL = {"eng": 2.0, "mul": 2.5, "kaz": 3.5, "spa": 3.5, "deu": 4.0, "fra": 4.0, "ita": 4.0, "fraaf": 5.0}
"""What each is doubted by before a letter was read; others by RARE."""

WEIGHT = 1.6
"""How much the marks of a language weigh beside what a reading costs."""

SURE = 2.4
"""How much more the second likeliest origin must be doubted for a guess."""

RARE = 5.5
CERTAIN = 6.0
"""Less doubt than marks ever leave to another language."""

FAMILIES = {
    "kaz": "kir uzb tat bak tuk kaa kum nog alt xal mon tgk che", "uig": "", "rus": "",
    "swe": "nor nob nno dan isl fao",
    "ces": "slk", "hbs": "srp hrv bos slv mkd cnr sqi", "ukr": "bel bul", "lit": "lav", "fin": "est", "tur": "aze",
    "hin": "urd ben nep pan mar tam tel guj sin", "fas": "pus prs kur", "por": "glg", "spa": "cat eus", "deu": "ltz",
    "nld": "afr", "zho": "cmn yue", "mul": "msa ind jav swa som hau tha khm lao mya ell kat hye heb",
}  # fmt: skip
"""Languages whose names are read as those of another are, by the code of that one."""

SOURCES = {"de": "deu", "nl": "nld", "sv": "swe", "fr": "fra", "es": "spa", "pt": "por", "it": "ita", "ro": "ron",
           "cs": "ces", "pl": "pol", "hu": "hun", "tr": "tur", "az": "tur", "fi": "fin", "et": "fin", "lt": "lit",
           "lv": "lit", "vi": "vie", "kk": "kaz", "ug": "uig", "ru": "rus", "zh": "zho"}  # fmt: skip
"""The origin of a name in a text that is not English: the language of the text."""

SURNAMES = lexicon("""
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang
    deng han feng cao peng zeng xiao tian dong yuan pan cai jiang yu du ye cheng su wei lü lu ding ren shen yao
    cui zhong tan fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu hou yan xue lei long duan hao kong
    shao mao chang wan gu lai kang yin qian xi hua wen bo ling sheng hong mu mei mo nie pei qi qu rong ruan shu
""")
"""The commonest Chinese surnames in pinyin."""


RANKED = 10_000
"""Names whose origins are kept at hand: each target language asks for them."""

MADE = 3.0
"""How much less a name is doubted to be of Central Asia that has what Uyghur names are made of."""

MADE_OF = {
    "uig": re.compile(
        "^(?:to[kx]ht|tox?t[iy]|abli|ablim|memet|mamat|tursun|turgh?un|rebiya|rabiya|patigul|mihri|mekhri|rey?han|sadir|"
        "hashim|qurban|kurban|osman|dol[kq]un|imin|eziz|nijat|yasin|tohti|ghoja|khoja|dzhelil|jelil|dzhalil|semet|ghopur)"
        "|niyaz$|axun|akhun"
    ),
    "rus": re.compile(
        "(?:sk(?:iy|y|ii|i|aya|aia)|ts(?:kiy|ky)|enko|chuk|slav|[^aeiou]ina?|ovich|evich|ovna|evna)$"
        "|^(?:ale[xk]|vlad|serge|niko|mikh|dmit|ivan|andre)"
    ),
}
"""What Uyghur and Russian names are made of, as others of the same spelling are not."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A language of origin."""

    code: str
    """ISO 639-3."""
    reason: str
    """What a reason says of it: `Palladius; pinyin recognised`."""
    doubt: float = 0.0
    """How little speaks for it; 0 is no doubt."""


def of(ask: Ask) -> tuple[Origin, ...]:
    """The origins to try, likeliest first: the one that was given, where it is known, else those that are guessed."""
    for code in (ask.origin, *(one for one, sisters in FAMILIES.items() if ask.origin in sisters.split())):
        if code in LANGUAGES and not ask.guessed:
            return (Origin(code, phrase("origin given: {code}", code=ask.origin)),)
    return rank(ask.name, ask.source)


def guess(name: str, source: str) -> Origin:
    """The likeliest origin of a name; its code is "" where the letters say too little."""
    ranked = rank(name, source)
    if not ranked or (len(ranked) > 1 and ranked[1].doubt < SURE):
        return Origin("", phrase("origin not guessed"))
    return ranked[0]


@lru_cache(maxsize=RANKED)
def rank(name: str, source: str) -> tuple[Origin, ...]:
    """The likely origins of a name in Latin letters, likeliest first.

    A name from a text in another language than English is of that language.
    """
    code = SOURCES.get(base(source), "")
    if code:
        return (Origin(code, phrase("{language}, the language of the text", language=LANGUAGES[code])),)
    words = re.split(r"[ -]+", name.casefold())
    doubts = {code: USUAL.get(code, RARE) - _said(name.casefold(), words, code) for code in MARKS}
    if any(MADE_OF["uig"].search(word) for word in words):
        doubts["kaz"] -= MADE
    if is_pinyin(name):
        doubts["zho"] = min(doubts.values()) - CERTAIN
    ranked = sorted(doubts.items(), key=lambda one: (one[1], one[0]))
    least = ranked[0][1]
    return tuple(_origin(code, WEIGHT * (doubt - least), words) for code, doubt in ranked)


def _origin(code: str, doubt: float, words: list[str]) -> Origin:
    """With what a translator reads; names of the steppe are told apart by what they are made of."""
    if code == "zho":
        return Origin(code, phrase("pinyin recognised"), doubt)
    if code == "kaz":
        code = next((one for one, made in MADE_OF.items() if any(made.search(word) for word in words)), code)
        return Origin(code, phrase("{language} guessed", language=LANGUAGES[code]), doubt)
    if code == "mul":
        return Origin(code, phrase("letters read one by one, no origin guessed"), doubt)
    return Origin(code, phrase("sound of {language} guessed", language=LANGUAGES[code]), doubt)


def _said(name: str, words: list[str], code: str) -> float:
    """How much in the name speaks for the language."""
    whole, inner = _patterns()[code]
    said = sum(weight for pattern, weight in whole if pattern in name)
    return said + sum(weight for has, weight in inner if any(map(has, words)))


@cache
def _patterns() -> Mapping[str, tuple[list[tuple[str, float]], list[tuple[Callable[[str], object], float]]]]:
    """For each language, plain letters looked for in the whole name, and what is asked of each of its words."""
    found = {}
    for code, text in MARKS.items():
        parts = text.split()
        pairs = [(pattern, float(weight)) for pattern, weight in zip(parts[::2], parts[1::2], strict=True)]
        plain = [(pattern, weight) for pattern, weight in pairs if pattern.replace("-", "").isalpha()]
        rest = [(_asked(pattern), weight) for pattern, weight in pairs if (pattern, weight) not in plain]
        found[code] = (plain, rest)
    return found


def _asked(pattern: str) -> Callable[[str], object]:
    """Whether a word has a pattern; most are a plain beginning or end, for which no expression is compiled."""
    letters = pattern.strip("^$")
    if letters.isalpha() and pattern == f"^{letters}":
        return lambda word: word.startswith(letters)
    if letters.isalpha() and pattern == f"{letters}$":
        return lambda word: word.endswith(letters)
    return re.compile(pattern).search


def is_pinyin(name: str) -> bool:
    """The name can be read as Chinese in pinyin, and something beside says that it is.

    `Lima` could be read so, too: a surname with one or two syllables after it, or letters that only pinyin has.
    """
    words = name.casefold().replace("’", "'").split()
    parts = [pinyin.syllables(word) for word in words]
    if not words or not all(parts):
        return False
    if re.search(r"(?:^|[^aeiou])x|(?:^| |g|n)q[^u]|quan(?:$| )|zh", name.casefold()):
        return True
    if len(words) in (2, 3):
        return words[0] in SURNAMES and len(parts[0]) == 1 and sum(map(len, parts[1:])) <= 2
    return (
        len(words) == 1
        and bool(re.search(r"(?:zhou|jiang|shan|yang|guang|chang|cheng|ning|feng)$", words[0]))
        and len(parts[0]) == 2
    )
