"""Transliteration by named standard: tables of letters with their sources, each usable by itself.

A pair of languages may have several standards; the first in STANDARDS is taken where none is named.  A pair for
which there is none goes over the main script of each language: `kk-Arab` to `kk-Latn` over `kk-Cyrl`, pinyin to
`ug-Latn` over `ug-Arab`.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from l10n.errors import TransliterationError
from l10n.languages import get
from l10n.names.standards import english, kazakh, kazakh_arabic, pinyin, russian, uyghur
from l10n.names.standards.scripts import WORD, clean, script, scripts
from l10n.names.standards.table import Standard
from l10n.phrases import phrase

STANDARDS: tuple[Standard, ...] = (
    *russian.STANDARDS,
    *kazakh.STANDARDS,
    *kazakh_arabic.STANDARDS,
    *uyghur.STANDARDS,
    *pinyin.STANDARDS,
    *english.STANDARDS,
)
"""Every standard; of a pair, the usual one first."""

_SCRIPTED = {"kk": "kk-Cyrl", "ug": "ug-Arab", "zh": "zh-Latn"}
"""Languages of several scripts, with the one that goes without saying; `zh` is pinyin here."""


@cache
def system(tag: str) -> str:
    """The tag by which tables name a language in a script: `kk` is `kk-Cyrl`, `ru-RU` is `ru`, `zh` is pinyin."""
    found = get(tag)
    language = found.tag.split("-")[0]
    if language == "ug" and found.tag.lower().endswith("-x-yeziq"):
        return "ug-Latn-x-yeziq"
    if language == "zh":
        return _SCRIPTED["zh"]
    if language in _SCRIPTED:
        return f"{language}-{found.script}"
    return "ru-Latn" if language == "ru" and found.script == "Latn" else language


def transliterate(name: str, source: str, target: str, standard: str | None = None) -> str:
    """A name of the source, written in the target: by the standard named, else by the usual one of that pair.

    source, target: BCP 47 with script: `ru`, `en`, `kk-Cyrl`, `kk-Latn`, `kk-Arab`, `ug-Arab`, `ug-Latn`, `ug-Cyrl`,
    `ug-Latn-x-yeziq`, `zh-Latn` (pinyin).  Capitals are kept where both scripts have them; bidi marks, stress marks
    and other signs that nobody sees are dropped; a word that is in the target's script already stays.
    TransliterationError for a pair or a standard that there is not, for a control character, and for a letter that
    the table does not know and that is not the target's.
    """
    start, end = system(source), system(target)
    clear = clean(name)
    if any(unicodedata.category(sign) == "Cc" for sign in clear):
        raise TransliterationError(
            phrase("the name `{name}` has a control character in it", name=_shown(name)),
            hint=phrase("type the name anew"),
        )
    if start == end:
        return clear
    steps = way(start, end, standard)
    _check_source(clear, start, end)
    for step in steps:
        clear = step.apply(clear)
    _check_target(clear, name, start, end)
    return unicodedata.normalize("NFC", clear)


@cache
def way(start: str, end: str, standard: str | None = None) -> tuple[Standard, ...]:
    """The standards to apply, one after the other, from one system to another. TransliterationError for none."""
    stations = [start, _SCRIPTED.get(start[:2], start), _SCRIPTED.get(end[:2], end), end]
    between = [one for place, one in enumerate(stations) if place == 0 or one != stations[place - 1]]
    routes = [[start, end], between]
    for route in routes:
        steps = [_of(pair, standard) for pair in pairwise(route)]
        if all(steps) and (standard is None or any(one.name == standard for found in steps for one in found[:1])):
            return tuple(found[0] for found in steps)
    names = sorted({one.name for route in routes for pair in pairwise(route) for one in _of(pair, None)})
    if standard is not None and names:
        hint = phrase("there is {names}", names=", ".join(f"`{one}`" for one in names))
        raise TransliterationError(
            phrase("no standard `{standard}` writes `{start}` in `{end}`", standard=standard, start=start, end=end),
            hint=hint,
        )
    pairs = sorted({f"{a} → {b}" for one in STANDARDS for a, b in one.pairs})
    raise TransliterationError(
        phrase("no table writes `{start}` in `{end}`", start=start, end=end),
        hint=phrase("there is {names}", names=", ".join(pairs)),
    )


def _of(pair: tuple[str, str], standard: str | None = None) -> list[Standard]:
    """The standards of a pair, the one that was named first."""
    return sorted((one for one in STANDARDS if pair in one.pairs), key=lambda one: one.name != standard)


SHOWN = 40
"""Characters of a name that an error shows."""


def _shown(name: str) -> str:
    """A name for a line of a terminal: control characters escaped, its beginning if it is long."""
    printable = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name[: SHOWN + 1])
    return printable if len(name) <= SHOWN else f"{printable[:SHOWN]}…"


_SCRIPT = {"ru": "Cyrl", "en": "Latn"}


def _script(tag: str) -> str:
    return _SCRIPT.get(tag) or tag[3:7]


def _check_source(name: str, start: str, end: str) -> None:
    """No word mixes letters of both scripts: `Cерік` with a Latin C."""
    if _script(start) == _script(end):
        return
    for found in WORD.finditer(name):
        if {_script(start), _script(end)} <= scripts(found[0]):
            strange = next(one for one in found[0] if script(one) == _script(end))
            what = phrase(
                "`{word}` mixes two scripts: `{letter}` is {name}",
                word=_shown(found[0]),
                letter=strange,
                name=unicodedata.name(strange).lower(),
            )
            raise TransliterationError(what, hint=phrase("type the word anew in one script"))


def _check_target(written: str, name: str, start: str, end: str) -> None:
    """Every letter belongs to the target's script."""
    for sign in written:
        if script(sign) not in ("", _script(end)) or unicodedata.category(sign) == "Mn":
            what = phrase(
                "the table of `{start}` to `{end}` has no `{sign}` (in `{name}`)",
                start=start,
                end=end,
                sign=sign,
                name=_shown(name),
            )
            raise TransliterationError(what, hint=phrase("name the language that the name is written in"))
