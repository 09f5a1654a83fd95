"""Kazakh renderings, in Cyrillic, of a name that is given in Russian, English or Uyghur.

    name ─ words ─┬─ traditional names of places: Россия Ресей, Северный Солтүстік
                  ├─ restored: known Kazakh parts and single letters, by `kazakh_reading`
                  └─ press form: the Russian spelling, kept

A Kazakh name has letters that Russian and English do not write: Нурсултан is Нұрсұлтан.  Other names are in Kazakh
what they are in Russian, letter by letter (Чжан Сяо, Майкл Помпео).  Which of the two it is, costs decide: whichever
lexicon explains the word better, with the origin of the name, where it is known, in the scale.  Both are offered.

Source: general knowledge (see the modules of names, places and spellings); no row of any corpus.
A native reader must still confirm: names whose vowels the lexicon does not know (у for ұ, ү or у; и for и, ы or і),
and whether Uyghur persons keep the Russian form, as the press mostly has it (Ильхам Тохти).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from l10n.names.candidates import cldr, gazetteer, generic, russian
from l10n.names.candidates.asking import APOSTROPHES, Ask, Candidate, base
from l10n.names.candidates.kazakh_lexicon import kazakh, press
from l10n.names.candidates.kazakh_places import TRADITIONAL
from l10n.names.candidates.kazakh_spellings import (
    ENGLISH,
    ENGLISH_PRESS,
    RUSSIAN,
    UYGHUR,
    UYGHUR_PRESS,
    Spelling,
    Spellings,
)
from l10n.names.candidates.origin import guess
from l10n.names.standards.uyghur import mend
from l10n.phrases import phrase, together

STEMS = phrase("Kazakh name stems")
LETTERS = phrase("Kazakh letters by vowel harmony")
KEPT = phrase("press form (Russian spelling kept)")
USAGE = phrase("Kazakh usage")
"""What a candidate follows."""

CACHED = 10_000
"""Words whose renderings are kept at hand."""

READ = 6
"""Readings of one word that are weighed."""

MOST = 8
"""Candidates that are offered."""

WORDS = 7
"""Words of the longest name of a place in which words of kind are translated, one after the other."""

INNER = 2
"""Forms of the name within a translated one that are offered."""

PROMISED = 3
"""Both a restored and a kept form are among so many."""

UNKNOWN = 3.5
"""Cost of a restored word of which no part, or not the whole, is known."""

RENDERINGS = 4
"""Russian renderings that are followed."""

LISTED = 5.0
"""Cost of a form that is kept from the Russian name of a well-known place."""

FROM_RUSSIAN = 4.0
"""Cost of a form that is kept from a Russian rendering, for what English spelling leaves open."""

LATER = 2.5
"""Cost of each place that a Russian rendering stands behind the first."""

AGREED = 4.0
"""What a form costs less that a Russian rendering and the letters themselves lead to."""

ORIGINS = {"kaz": -4.0, "kir": -1.0, "uig": 0.0, "uzb": 0.0, "tat": 0.0, "ara": 0.0, "fas": 0.0, "": 0.0}
"""Cost of restoring the Kazakh letters of a name by its origin (ISO 639-3); of all other names it is FOREIGN."""

CHINESE = "zho"
"""Names in pinyin are read by syllables, not by letters: only their Russian form leads to the Kazakh one."""

FOREIGN = 6.0
GUESSED = 0.25
"""Share of that cost where the origin was only guessed."""

VARIANT = 2.5
"""Cost of a kept word that is spelt more simply than in Russian, or joined by a hyphen."""

SIMPLER = [
    (re.compile("ль(?=[бвгджзкмнпрстфхцчшщ])"), "л"),
    (re.compile(r"([бвгджзклмнпрстфх])\1"), r"\1"),
    (re.compile("эй"), "ей"),
    (re.compile("аи"), "ай"),
    (re.compile("ь$"), ""),
    (re.compile("ье"), "ие"),
    (re.compile("ья"), "ия"),
    (re.compile("ё"), "е"),
]
"""What Kazakh papers spell more simply than Russian ones."""

AND = re.compile(" (?:и|and) ")
RESTORED: Mapping[str, Spellings] = {"ru": RUSSIAN, "en": ENGLISH, "ug": UYGHUR}
PRESS: Mapping[str, Spellings] = {"en": ENGLISH_PRESS, "ug": UYGHUR_PRESS}
"""How a language spells the letters of a name that Kazakh restores, and of one that it keeps as Russian has it."""

SIGNS = {sign for table in (*RESTORED.values(), *PRESS.values()) for way in table.ways for sign in way.spelt}
"""Letters that the tables know, with their marks."""

JOINT = re.compile(r"([\s\-‑–.,()·]+)")
"""What stands between the words of a name."""


@dataclass(frozen=True, slots=True)
class _Option:
    cost: float
    text: str
    standard: str
    reason: str
    start: str = ""
    """The language of the form that it was made from."""


def propose(ask: Ask) -> Iterator[Candidate]:
    """Kazakh renderings, best first; nothing where the name holds a letter that its language does not have."""
    yield from _translated(ask)
    kept = ask.name if base(ask.source) == "ru" else ask.known.get("ru", "")
    for option in _both(_agreed(_options(ask)), kept)[:MOST]:
        yield Candidate(option.text, option.standard, option.reason)


def _agreed(options: Iterable[_Option]) -> list[_Option]:
    """The cheapest option of each text, cheaper still where a Russian rendering and the letters agree on it."""
    texts: dict[str, list[_Option]] = {}
    for option in options:
        texts.setdefault(option.text, []).append(option)
    best = (min(same, key=lambda option: option.cost) for same in texts.values())
    agreed = (
        replace(one, cost=one.cost - AGREED * (len({other.start for other in texts[one.text]}) - 1)) for one in best
    )
    return sorted(agreed, key=lambda option: (option.cost, option.text))


def _translated(ask: Ask) -> Iterator[Candidate]:
    """A place with words of kind or direction, which are translated, around a name that is known or rendered."""
    source, name = ("ru", ask.known["ru"]) if "ru" in ask.known else (base(ask.source), ask.name)
    parts = generic.parted(name, source, "kk")
    if parts is None or name.count(" ") >= WORDS:
        return
    alone = generic.bases(parts.name) if source == "ru" else [parts.name]
    inner = [replace(ask, name=one, source=source, known={}) for one in alone]
    forms = next((found for one in inner if (found := list(_called(one)))), None)
    for one in (forms or list(propose(inner[0])))[:INNER]:
        reason = phrase("{reason}; the words around it translated", reason=one.reason)
        yield Candidate(parts.whole(one.text), one.standard, reason)


def _called(ask: Ask) -> Iterator[Candidate]:
    """What a well-known place is called."""
    yield from cldr.places(ask)
    yield from gazetteer.propose(ask)
    yield from (Candidate(text, USAGE, _named(ask.name)) for text in TRADITIONAL.get(ask.name, ()))


def _named(name: str) -> str:
    return phrase("Kazakh name of {name}", name=name)


def _options(ask: Ask) -> Iterator[_Option]:
    """Renderings of the whole name, from each form of it that is at hand."""
    written = ask.name if base(ask.source) == "ru" else ask.known.get("ru", "")
    if written:
        yield from _rendered(written, "ru", ask)
    else:
        for place, form in enumerate(gazetteer.forms(ask.name, base(ask.source), "ru")):
            yield _Option(LISTED + place, form, KEPT, phrase("well-known place, {form} in Russian", form=form), "ru")
        for place, candidate in enumerate(_russian(ask)):
            yield from _kept_from(candidate, place, ask)
    if not written and base(ask.source) == "en" and CHINESE not in (ask.origin, guess(ask.name, "en").code):
        yield from _rendered(ask.name, "en", ask)
    if "ug" in ask.known or base(ask.source) == "ug":
        yield from _rendered(ask.known.get("ug", ask.name), "ug", ask)


def _russian(ask: Ask) -> Iterator[Candidate]:
    """Russian renderings of the name, best first."""
    return islice(russian.propose(replace(ask, target="ru")), RENDERINGS)


def _kept_from(candidate: Candidate, place: int, ask: Ask) -> Iterator[_Option]:
    """The Russian rendering with what Kazakh names otherwise than Russian."""
    for option in _rendered(candidate.text, "ru", ask, restored=False):
        if option.standard in (KEPT, USAGE):
            reason = phrase(
                "{reason}, after {form} ({standard})",
                reason=option.reason,
                form=candidate.text,
                standard=candidate.standard,
            )
            yield _Option(option.cost + FROM_RUSSIAN + LATER * place, option.text, option.standard, reason, "ru")


def _rendered(name: str, source: str, ask: Ask, *, restored: bool = True) -> Iterator[_Option]:
    """Renderings of a name in one language, word by word, with and without Kazakh letters."""
    usual = TRADITIONAL.get(name, ())
    if source == "ru" and usual:
        for place, text in enumerate(usual):
            yield _Option(float(place), text, USAGE, _named(name))
    whole, bias = [_Option(0.0, "", "", "")], _bias(ask)
    for piece in JOINT.split(APOSTROPHES.sub("'", AND.sub(" және ", name))):
        if piece == "және" or not piece or JOINT.fullmatch(piece):
            whole = [replace(option, text=option.text + piece) for option in whole]
        else:
            words = [*_kept(piece, source)]
            if restored:
                words += [replace(one, cost=one.cost + bias) for one in _restored(piece, source)]
            pairs = ((before.cost + word.cost, before, word) for before in whole for word in words)
            cheapest = sorted(pairs, key=itemgetter(0))[: 2 * MOST]
            whole = [_joined(before, word) for _, before, word in cheapest]
    yield from (option for option in whole if option.standard)
    if source == "en" and " " in name:
        joined = (option for option in whole if option.standard == KEPT)
        yield from (replace(one, cost=one.cost + VARIANT, text=one.text.replace(" ", "-")) for one in joined)
    if source == "ru":
        cost = sum(_copied(word.lower()) for word in JOINT.split(name))
        yield _Option(cost, name, KEPT, phrase("Russian spelling kept"))
        if " " in name:
            yield _Option(cost + VARIANT, name.replace(" ", "-"), KEPT, phrase("Russian spelling, with a hyphen"))


def _joined(before: _Option, word: _Option) -> _Option:
    standards = dict.fromkeys(one for one in (before.standard, word.standard) if one)
    standard = STEMS if STEMS in standards else next(iter(standards))
    reason = together(dict.fromkeys(one for one in (before.reason, word.reason) if one))
    return _Option(before.cost + word.cost, before.text + word.text, standard, reason)


@lru_cache(maxsize=CACHED)
def _restored(word: str, source: str) -> tuple[_Option, ...]:
    """One word with the letters that Kazakh has, in the capitals that it has; kept, since words come again."""
    return tuple(
        _Option(
            reading.cost + (0.0 if "".join(reading.parts) == reading.text else UNKNOWN),
            _cased(reading.text, word),
            STEMS if reading.parts else LETTERS,
            phrase("stems {stems}", stems=" + ".join(reading.parts))
            if reading.parts
            else phrase("letters by vowel harmony"),
        )
        for reading in kazakh().read(_spelt(word), RESTORED[source], READ)
    )


@lru_cache(maxsize=CACHED)
def _kept(word: str, source: str) -> tuple[_Option, ...]:
    """One word as Kazakh names it otherwise than Russian, and as it is in Russian."""
    small = _spelt(word)
    if source != "ru":
        readings = press().read(small, PRESS[source], READ)
        return tuple(_Option(one.cost, _cased(one.text, word), KEPT, phrase("spelt as in Russian")) for one in readings)
    cost = _copied(small)
    usual = enumerate(TRADITIONAL.get(word, ()))
    simpler = dict.fromkeys(pattern.sub(simple, word) for pattern, simple in SIMPLER)
    return (
        *(_Option(float(place), text, USAGE, _named(word)) for place, text in usual),
        _Option(cost, word, KEPT, phrase("Russian spelling kept")),
        *(
            _Option(cost + VARIANT, text, KEPT, phrase("Russian spelling, simplified"))
            for text in simpler
            if text != word
        ),
    )


def _spelt(word: str) -> str:
    """The word as the tables spell it: small, without marks that they do not know, without the ئ of Uyghur."""
    bare = (letter if letter in SIGNS else unicodedata.normalize("NFD", letter)[0] for letter in word.lower())
    return mend("".join(bare)).replace("ئ", "")


@lru_cache(maxsize=CACHED)
def _copied(word: str) -> float:
    """Cost of a word that is kept: how well it goes with the names that the press takes over."""
    readings = press().read(word, Spellings(Spelling(letter, letter, 0.0) for letter in set(word)), 1)
    return readings[0].cost if readings else 0.0


def _bias(ask: Ask) -> float:
    """Cost of restoring Kazakh letters, by the origin that was given or, of English names, is guessed."""
    if ask.origin:
        return ORIGINS.get(ask.origin, FOREIGN)
    guessed = guess(ask.name, ask.source).code if base(ask.source) == "en" else ""
    return GUESSED * ORIGINS.get(guessed, FOREIGN)


def _cased(text: str, like: str) -> str:
    """The text with the capitals of the word that it renders; a script without capitals gives a first one."""
    if len(like) > 1 and like.isupper():
        return text.upper()
    return text if like[:1].islower() else text[:1].upper() + text[1:]


def _both(options: Iterable[_Option], kept: str) -> list[_Option]:
    """No text twice; the kept form, and the best one that is not it, among the first PROMISED."""
    different: dict[str, _Option] = {}
    for option in options:
        different.setdefault(option.text, option)
    listed = list(different.values())
    for wanted in (True, False):
        fit = [option for option in listed if (option.text == kept or (not kept and option.standard == KEPT)) is wanted]
        if fit and fit[0] not in listed[:PROMISED]:
            listed.remove(fit[0])
            listed.insert(PROMISED - 1, fit[0])
    return listed
