"""Names in English: as Kazakhstan writes its own names, with every habit that its press, pages and passports differ in.

No rule fixes them: Tokayev and Tokaev, Mussin and Musin, Zhomart and Jomart, Kassymkhan and Qasymhan are all in use.  A
name is written by the press form, and by every other choice that its letters leave open, the usual ones first; one
name follows one habit throughout.  A Kazakh name starts from its Russian form where that is known.
Source of the habits: names on English pages of Kazakhstan's state bodies and newsrooms, as an editor remembers them;
the order of the habits is judged, not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from itertools import islice, product

from l10n.errors import TransliterationError
from l10n.names.candidates import origin, people, uyghur_chinese
from l10n.names.candidates.asking import Ask, Candidate, base, cased, in_cyrillic, split
from l10n.names.candidates.readings import Rule, Table
from l10n.names.standards import STANDARDS, transliterate
from l10n.phrases import phrase

PRESS = phrase("Kazakhstan's press usage")

RUSSIAN = """
а=a; б=b; в=v; г=g; д=d; ж=ZH; з=z; и=i; й=Y; к=k; л=l; м=m; н=n; о=o; п=p; р=r; с=s; т=t; у=u; ф=f; х=KH; ц=ts; ч=ch
ш=sh; щ=shch; ъ=-; ы=y; ь=-; э=e; ю=yu; я=ya; е=e; ^<е>=YE; V<е>=AYE; ь<е>=ye; ъ<е>=ye; ё=yo; V<с>V=S; дж=DJ; кс=X
V<ий>$=iy; <ий>$=IY; <ый>$=YY; <ия>$=IYA; ие=IYE; V<евич>$=EVICH; V<евна>$=EVNA; и<евич>$=evich; и<евна>$=evna; ья=YA
"""
KAZAKH = """
а=a; ә=AE; б=b; в=v; г=g; ғ=GH; д=d; е=e; ^<е>=YE; V<е>=AYE; ё=yo; ж=ZH; з=z; и=i; й=Y; к=k; қ=Q; л=l; м=m; н=n; ң=NG
о=o; ө=OE; п=p; р=r; с=s; V<с>V=S; т=t; у=u; V<у>V=W; ұ=u; ү=UE; ф=f; х=KHX; һ=H; ц=ts; ч=ch; ш=sh; щ=shch; ъ=-; ы=YH
і=II; ь=-; э=e; ю=YU; я=ya; ия=IYA; кс=X; дж=DJ; <ий>$=IY; <ый>$=YY; ие=IYE; ья=YA
"""
UYGHUR = """
а=a; ә=EE; б=b; в=WV; г=g; ғ=GHG; д=d; е=e; ё=yo; ж=zh; җ=j; з=z; и=i; й=y; к=k; қ=QK; л=l; м=m; н=n; ң=ng; о=o
ө=OE; п=p; р=r; с=s; т=t; у=u; ү=UE; ф=f; х=XK; һ=h; ч=ch; ш=sh; э=e; ю=yu; я=ya; ъ=-; ь=-
"""
FOLDED = str.maketrans("әғқңөұүһі", "агкноуухи")
"""Kazakh letters as the Russian form of the name has them."""

CHOICES: Mapping[str, tuple[tuple[str, float], ...]] = {
    "ZH": (("zh", 0), ("j", 1.2)),
    "KH": (("kh", 0), ("h", 0.8)),
    "HKH": (("h", 0), ("kh", 0.3)),
    "KHX": (("kh", 0), ("h", 0.7), ("x", 1.4)),
    "Y": (("y", 0), ("i", 0.7)),
    "YE": (("ye", 0), ("e", 0.9)),
    "AYE": (("ye", 0), ("e", 0.8)),
    "EVICH": (("evich", 0), ("yevich", 0.9)),
    "EVNA": (("evna", 0), ("yevna", 0.9)),
    "S": (("s", 0), ("ss", 0.75)),
    "DJ": (("j", 0), ("dzh", 0.9), ("zh", 2)),
    "X": (("x", 0), ("ks", 0.6)),
    "IY": (("iy", 0), ("y", 0.6), ("i", 1.4)),
    "YY": (("yy", 0), ("y", 0.2), ("iy", 0.5), ("i", 1.4)),
    "IYA": (("iya", 0), ("ia", 0.7)),
    "IYE": (("iye", 0), ("ie", 0.1)),
    "YA": (("ya", 0), ("ia", 0.8)),
    "AE": (("a", 0), ("ä", 3), ("e", 1.5)),
    "GH": (("g", 0), ("gh", 1.3), ("ğ", 3)),
    "Q": (("k", 0), ("q", 1.2), ("kh", 2)),
    "NG": (("n", 0), ("ng", 0.4), ("ñ", 3)),
    "OE": (("o", 0), ("ö", 3), ("u", 2)),
    "UE": (("u", 0), ("ü", 3)),
    "H": (("kh", 0), ("h", 0.3)),
    "YH": (("y", 0), ("i", 1.3)),
    "II": (("i", 0), ("y", 1.5)),
    "W": (("u", 0), ("w", 1.0)),
    "EE": (("e", 0), ("a", 0.7)),
    "WV": (("w", 0), ("v", 0.9)),
    "GHG": (("gh", 0), ("g", 0.9)),
    "QK": (("q", 0), ("k", 0.8)),
    "XK": (("kh", 0), ("x", 0.4), ("h", 0.6)),
    "YU": (("yu", 0), ("iu", 1.5)),
}
"""What a letter may be written as, with what each choice costs: together with AYE, -аев is Tokayev, else Tokaev."""

ALPHABETS = {"ru": RUSSIAN, "kk": KAZAKH, "ug": UYGHUR}

PATRONYMIC = re.compile("(?:вич|вна|улы|кызы)$")
"""In patronymics х is h on most pages, in other names kh: HKH."""

MOST = 14
"""Spellings that are made: more than are shown, since some fall together."""

LISTED = 2
"""Spellings of a word that are taken from the list of people's names."""

COMBINATIONS = 2000
"""Combinations of habits that are weighed: a name of a dozen open letters would have millions."""


def propose(ask: Ask) -> Iterator[Candidate]:
    """English renderings, best first."""
    source = base(ask.source)
    if source in ("ru", "kk"):
        yield from _pinyin(ask)
    russian = ask.known.get("ru", "")
    if russian and source != "ru":
        reason = phrase("as Kazakhstan's press writes it, from the Russian form {form}", form=russian)
        yield from _spellings(russian, RUSSIAN, reason)
    if source in ALPHABETS:
        yield from _spellings(in_cyrillic(ask), ALPHABETS[source], phrase("as Kazakhstan's press writes it"))
    for standard in STANDARDS:
        with suppress(TransliterationError):
            form = transliterate(ask.name, ask.source, "en", standard.name)
            yield Candidate(form, standard.name, phrase("written by the letters"))
    if source == "ug":
        with suppress(TransliterationError):
            form = transliterate(ask.name, ask.source, "ug-Latn")
            yield Candidate(form.title(), phrase("Uyghur Latin (ULY)"), phrase("written by the letters"))


def _pinyin(ask: Ask) -> Iterator[Candidate]:
    """A Chinese name as China writes it in Latin letters, where the Russian form is one of Palladius."""
    sure = ask.origin == "zho"
    read = re.sub("'(?![aeo])", "", uyghur_chinese.romanised({"ru": ask.name}, sure=True))
    words, read_words = split(ask.name)[0], read.split()
    if len(words) == len(read_words) and read:
        name = " ".join(cased(form, word) for form, word in zip(read_words, words, strict=True))
        marked = len(words) > 1 or re.search("цз|чж|нь", ask.name.casefold())
        if sure or (marked and origin.is_pinyin(name)):
            reason = phrase("back from Palladius; Chinese guessed")
            if sure:
                reason = phrase("back from Palladius; origin given")
            yield Candidate(name, phrase("pinyin"), reason)


def _spellings(name: str, table: str, reason: str) -> Iterator[Candidate]:
    """The name by every combination of habits, the usual ones first; words of the list of people as they are there."""
    words, gaps = split(name)
    slots = [_slots(word.casefold(), table) for word in words]
    if not words or not all(slots):
        return
    fixed = [people.forms(word.casefold().translate(FOLDED), "ru", "en") for word in words]
    seen: set[str] = set()
    for spelt in _habits(slots):
        for way in product(*map(_usual, fixed, map(cased, spelt, words))):
            text = way[0] + "".join(gap + form for gap, form in zip(gaps, way[1:], strict=True))
            if text not in seen:
                seen.add(text)
                yield Candidate(text, PRESS, reason)
            if len(seen) == MOST:
                return


def _usual(listed: Sequence[str], spelt: str) -> Sequence[str]:
    """The usual spellings of a word: first as it is spelt by habit where that is one of those listed."""
    if not listed:
        return (spelt,)
    return ([spelt] if spelt in listed else []) + [form for form in listed if form != spelt][:LISTED]


def _habits(words: list[list[str]]) -> Iterator[list[str]]:
    """The words spelt by one combination of CHOICES after the other, the cheapest first."""
    open_choices = sorted({part for word in words for part in word if part in CHOICES})
    ways = []
    for choice in islice(product(*(CHOICES[one] for one in open_choices)), COMBINATIONS):
        chosen = {slot: written for slot, (written, _) in zip(open_choices, choice, strict=True)}
        spelt = ["".join(chosen.get(part, part) for part in word) for word in words]
        ways.append((sum(price for _, price in choice), spelt))
    return (spelt for _, spelt in sorted(ways))


def _slots(word: str, table: str) -> list[str]:
    """The word in pieces: letters, or names of CHOICES."""
    rules = _rules(table)
    found, place = [], 0
    while place < len(word):
        rule = next((one for one in rules.get(word[place], ()) if one.pattern.match(word, place)), None)
        if rule is None:
            return []
        found.append(rule.written[0][0])
        place += rule.length
    return ["HKH" if slot == "KH" and PATRONYMIC.search(word) else slot for slot in found]


@cache
def _rules(table: str) -> Mapping[str, list[Rule]]:
    return Table(table, "аеёиоуыэюяәөұүі").rules
