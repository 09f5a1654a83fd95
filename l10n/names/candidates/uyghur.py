"""Uyghur forms of a name, in Arabic letters.

    name ─┬─ places: a form that Uyghur has of its own, or that is settled
          ├─ words of kind and direction: translated, the name between them rendered
          ├─ Chinese names: pinyin, syllable by syllable
          ├─ foreign names as they sound: by the letters of their likeliest Russian form
          └─ words ─┬─ a given name or surname, found by its sounds
                    └─ letters, from every form that is known: Russian, Kazakh, English; their ways are weighed
                       together, so that what two forms agree on comes first

Every form is well-formed: hemze stands before each vowel that has no consonant before it.
A native reader must still confirm: the tables named in `uyghur_places`, `uyghur_names` and `uyghur_letters`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, islice

from l10n import text
from l10n.errors import TransliterationError
from l10n.names.candidates import cldr, gazetteer, generic, kazakh, origin, russian
from l10n.names.candidates import people as given
from l10n.names.candidates import uyghur_chinese as chinese
from l10n.names.candidates import uyghur_people as people
from l10n.names.candidates import uyghur_places as places
from l10n.names.candidates import uyghur_spelling as spelling
from l10n.names.candidates.asking import APOSTROPHES, Ask, Candidate, base
from l10n.names.standards import transliterate
from l10n.phrases import phrase

MOST = 7
"""Candidates that are made by rule."""

ACRONYM = 6
"""Letters of the longest word in capitals that is no name but stands for one: IWPR."""

TRANSLATED = 3
"""Candidates in which a word of kind or direction is translated."""

BEFORE_HEARD = 2
"""Candidates by letters that stand before the one by sound; none where the name is a person's."""

BESIDE_SYLLABLES = 2
"""Candidates by letters for a name that is read as pinyin: in case it is not."""

PER_WORD, PER_NAME = 8, 40
"""Spellings of a word, and of the words so far, that are carried on."""

TURKIC = frozenset({"uig", "kaz", "uzb", "kir", "tat", "tuk", "tur", "aze", "ara", "fas", "pes", "tgk", "bak", "kaa"})
"""Languages whose names are written by their own sounds: q and k, gh and g, e and a differ."""

PEOPLE = frozenset({"kaz", "uig"})
"""Origins that are guessed for names of several words, which people have: places follow the letters."""

STEPPE = frozenset({"kaz", "kir"})
RESTORED = 2
"""Kazakh forms that are started from where the name is Kazakh or Kyrgyz and only its Russian or English form known."""

NATIVE = 0.75
"""How much of the weight goes to a name's own sounds where its language is one of TURKIC."""

KAZAKH = frozenset("әғқңөұүһі")
KAZAKH_FORM = 0.2
"""How much a word without these letters counts as Kazakh: foreign names have their Russian form in Kazakh."""

ALONE = 0.3
"""What a given name found counts in a name of one word: that may be a place, `Samara`."""

JOINED = {" ": 0.35, "-": 0.5}
"""How often the two parts of a foreign place stand the other way, joined by a hyphen or apart: `بوئا-ۋىستا`."""

REJOINED = 2
"""Forms that are offered the other way too."""

FOREIGN_WEIGHTS = {"en": 1.0, "ru": 0.3, "kk": 0.1}
"""How much the forms of a foreign name count: most names of places that Uyghur software has follow the English."""

NATIVE_WEIGHTS = {"kk": 1.0, "ru": 0.6, "en": 0.5}
"""The same for names of Turkic and Muslim languages: Kazakh tells k from q, English and Russian do not."""

LANGUAGES = {"ru": origin.LANGUAGES["rus"], "kk": origin.LANGUAGES["kaz"], "en": origin.LANGUAGES["eng"]}
AND = {"en": "and", "ru": "и", "kk": "және"}
"""Translated between the parts of a name: ۋە."""

LATIN = str.maketrans(dict(zip("æßłđþðıœə", ("e", "ss", "l", "d", "t", "d", "i", "ö", "e"), strict=True)))
KEPT = {"ö", "ü", "é", "ø", "й", "ё"}
"""Letters with marks that have ways of their own; of others only the letter counts."""
GAP = re.compile(r"[\s\-–‑]+")


@dataclass(frozen=True, slots=True)
class Start:
    """A form of the name in a language from which its Uyghur form is made."""

    form: str
    language: str
    weight: float
    """How much it counts beside the other starts."""
    native: bool
    """The name is written by the sounds of a Turkic or Muslim language."""

    @property
    def standard(self) -> str:
        """What is followed from there."""
        return phrase("Uyghur practical spelling from {language}", language=LANGUAGES[self.language])


def propose(ask: Ask) -> Iterator[Candidate]:
    """Uyghur forms, best first; none for a name that holds a letter which no table knows."""
    ask = _guessed(_readable(ask))
    yield from _rewritten(ask)
    yield from places.propose(ask)
    if ask.name.isupper() and 1 < len(ask.name) <= ACRONYM:
        return
    starts = _starts(ask)
    yield from _translated(ask, starts)
    yield from (syllables := list(_chinese(ask, starts)))
    letters = list(_by_rule([start for start in starts if not generic.is_meant(start.form, start.language, "ug")]))
    if syllables:
        yield from letters[:BESIDE_SYLLABLES]
    elif letters:
        before = 0 if _is_person(ask) else BEFORE_HEARD
        yield from chain(letters[:before], _heard(ask, starts), letters[before:])


def _readable(ask: Ask) -> Ask:
    """The name in letters that the tables read: Kazakh in Cyrillic; pinyin is Chinese in English."""
    if base(ask.source) == "zh":
        return replace(ask, source="en", origin="zho")
    if base(ask.source) == "kk" and ask.source != "kk":
        with suppress(TransliterationError):
            return replace(ask, name=transliterate(ask.name, ask.source, "kk-Cyrl"), source="kk")
    return ask


def _guessed(ask: Ask) -> Ask:
    """With the origin, where none was given and the English letters say enough."""
    code = "" if ask.origin or base(ask.source) != "en" else origin.guess(ask.name, ask.source).code
    told = code == "zho" or (code in PEOPLE and len(GAP.split(ask.name)) > 1)
    return replace(ask, origin=code, guessed=True) if told else ask


def _rewritten(ask: Ask) -> Iterator[Candidate]:
    """The name, or an approved form, where it is Uyghur in another script."""
    for tag, form in (*ask.known.items(), (ask.source, ask.name)):
        if base(tag) == "ug" and tag != "ug":
            with suppress(TransliterationError):
                written = transliterate(form, tag, "ug-Arab")
                reason = phrase("`{form}` in `{tag}`, in Arabic letters", form=form, tag=tag)
                yield Candidate(written, phrase("Uyghur letters"), reason)


def _translated(ask: Ask, starts: list[Start]) -> Iterator[Candidate]:
    """The name between words of kind and direction, as the name of a place, and these words translated."""
    for start in starts:
        parts = generic.parted(start.form, start.language, "ug")
        if parts and not (start.language == "ru" and parts.name.casefold().endswith(generic.ADJECTIVES)):
            alone = replace(ask, name=parts.name, source=start.language, known={})
            inner = _starts(alone)
            named = chain(cldr.places(alone), places.propose(alone), _chinese(alone, inner), _by_rule(inner))
            words = "`, `".join(part for part in (parts.before, parts.after) if part)
            for one in islice(named, TRANSLATED):
                reason = phrase("{reason}; `{words}` by its meaning", reason=one.reason, words=words)
                yield Candidate(parts.whole(one.text), one.standard, reason)
            return


def _starts(ask: Ask) -> list[Start]:
    """The forms to start from: the name, what is known, and what a well-known place is called elsewhere."""
    native = ask.origin in TURKIC
    source = base(ask.source)
    forms = {source: ask.name} | {tag: form for tag, form in ask.known.items() if tag in LANGUAGES}
    forms |= {tag: form for tag in LANGUAGES if tag not in forms and (form := _called(ask, source, tag))}
    weights = NATIVE_WEIGHTS if native else FOREIGN_WEIGHTS
    starts = [Start(form, tag, weights[tag], native) for tag, form in forms.items() if tag in weights]
    if ask.origin in STEPPE and "kk" not in forms:
        restored = islice(kazakh.propose(replace(ask, target="kk")), RESTORED)
        starts += [Start(one.text, "kk", weights["kk"] / 2**place, native) for place, one in enumerate(restored, 1)]
    return starts


def _called(ask: Ask, source: str, tag: str) -> str:
    """What a well-known place of this name is called in another language; a Kazakh name may be the Russian one."""
    named = gazetteer.forms(ask.name, source, tag) or (gazetteer.forms(ask.name, "ru", tag) if source == "kk" else ())
    listed = (one.text for one in cldr.places(replace(ask, target=tag)))
    return named[0] if named else next(listed, "")


def _chinese(ask: Ask, starts: list[Start]) -> Iterator[Candidate]:
    """A Chinese name, syllable by syllable."""
    name = chinese.romanised({start.language: start.form for start in reversed(starts)}, ask.origin == "zho")
    for form in chinese.written(name):
        reason = phrase("Chinese by its letters, `{name}`", name=name)
        if ask.origin:
            reason = phrase("Chinese, pinyin `{name}`", name=name)
        if ask.origin and ask.guessed:
            reason = phrase("Chinese guessed, pinyin `{name}`", name=name)
        yield Candidate(form, phrase("pinyin → Uyghur"), reason)


def _is_person(ask: Ask) -> bool:
    """The first word is a given name of the world's, and a word follows."""
    words = ask.name.split()
    return len(words) > 1 and bool(given.forms(words[0], base(ask.source), "ru"))


def _heard(ask: Ask, starts: list[Start]) -> Iterator[Candidate]:
    """A foreign name as it sounds: from the Russian form that is likeliest, where none is known."""
    if base(ask.source) != "en" or ask.origin in TURKIC or any(start.language == "ru" for start in starts):
        return
    for one in islice(russian.propose(replace(ask, target="ru")), 1):
        yield from islice(_by_rule([Start(one.text, "ru", 1.0, native=False)]), 1)


def _by_rule(starts: list[Start]) -> Iterator[Candidate]:
    """The likeliest forms that the starts lead to, each with the start that speaks most for it."""
    together: dict[str, float] = {}
    why: dict[str, tuple[float, str, str]] = {}
    for start in starts:
        for form, (weight, reason, standard) in _name(start).items():
            together[form] = together.get(form, 0.0) + weight * start.weight
            why[form] = max(why.get(form, (0.0, "", "")), (weight * start.weight, reason, standard))
    formed = {form: weight for form, weight in together.items() if _is_well_formed(form)}
    for form, _ in _top(formed, MOST):
        _, reason, standard = why[form]
        yield Candidate(form, standard, reason)


def _name(start: Start) -> dict[str, tuple[float, str, str]]:
    """Forms of the whole name, each with its weight, reason and standard."""
    words = [word for word in GAP.split(start.form) if word]
    gaps = GAP.findall(start.form.strip(" -–‑"))
    world = [people.worldly(small(word)) for word in words]
    sure = [{} if world[place] else people.named(small(word), like=False) for place, word in enumerate(words)]
    native = start.native or (len(words) > 1 and any(sure))
    found = [sure[place] or world[place] or people.named(small(word), like=native) for place, word in enumerate(words)]
    forms = {"": 1.0}
    for place, word in enumerate(words):
        ways = _word(word, start.language, found[place], native, alone=len(words) == 1 and not start.native)
        if place and word.casefold() == AND.get(start.language):
            ways = {"ۋە": 1.0}
        gap = "" if not place else "-" if gaps[place - 1] in "-–‑" else " "
        forms = dict(_top({head + gap + way: a * b for head, a in forms.items() for way, b in ways.items()}, PER_NAME))
    if gaps in ([" "], ["-"]) and not native and not any(found):
        swap = str.maketrans(" -", "- ")
        forms |= {form.translate(swap): weight * JOINED[gaps[0]] for form, weight in _top(forms, REJOINED)}
    known = {spelt for names in found for spelt in names}
    return {form: (weight, *_reason(form, start, known)) for form, weight in forms.items()}


def _reason(form: str, start: Start, known: set[str]) -> tuple[str, str]:
    named = [word for word in GAP.split(form) if word in known]
    if named:
        names = "`, `".join(named)
        reason = phrase("from `{form}`: `{names}` by the sounds of names", form=start.form, names=names)
        return reason, phrase("Uyghur given names")
    language = LANGUAGES[start.language]
    return phrase("from the {language} `{form}` by letters", language=language, form=start.form), start.standard


def _word(word: str, language: str, named: Mapping[str, float], native: bool, alone: bool) -> dict[str, float]:
    """Spellings of a word; an initial keeps its point."""
    letters = small(word.rstrip("."))
    spelt: dict[str, float] = {}
    for table, part in _tables(letters, language, native):
        for form, weight in spelling.spell(letters, table).items():
            spelt[form] = spelt.get(form, 0.0) + weight * part
    share = (ALONE if alone else 1.0) / max(1.0, sum(named.values()))
    left = 1 - share * sum(named.values())
    spelt = {form: weight * left for form, weight in spelt.items()}
    for form, weight in named.items():
        spelt[form] = spelt.get(form, 0.0) + weight * share
    point = "." if word.endswith(".") else ""
    return {form + point: weight for form, weight in _top(spelt, PER_WORD)}


def _tables(letters: str, language: str, native: bool) -> list[tuple[str, float]]:
    """The tables by which a word is spelt, and how much each counts."""
    if language == "kk":
        own = native or not KAZAKH.isdisjoint(letters)
        return [("kk", 1.0)] if own else [("ru", 1 - KAZAKH_FORM), ("kk", KAZAKH_FORM)]
    return [(language, 1 - NATIVE), (f"{language}-turkic", NATIVE)] if native else [(language, 1.0)]


def _is_well_formed(form: str) -> bool:
    return all(spelling.is_well_formed(word.rstrip(".")) for word in GAP.split(form))


def _top(forms: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    return sorted(forms.items(), key=lambda one: (-one[1], one[0]))[:most]


def small(word: str) -> str:
    """A word in small letters as the tables have them: marks that they do not know are left away."""
    plain = APOSTROPHES.sub("'", word.lower()).translate(LATIN)
    return "".join(
        letter if letter in KEPT or "CYRILLIC" in unicodedata.name(letter, "") else text.unmarked(letter)
        for letter in plain
    )
