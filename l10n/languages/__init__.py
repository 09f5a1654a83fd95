"""Languages: what the house knows of each, one file a language; `get` finds it by its BCP 47 tag.

The four of the newsroom are written down by hand, with their sources in their own files, because CLDR is
wrong or silent where it matters (Uyghur quotation marks and digits, sentences, plurals as gettext writes
them).  Any other language is neutral: names, months and separators from CLDR through Babel, no words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from l10n.errors import ProjectError
from l10n.phrases import phrase

KNOWN = ("en", "ru", "kk", "ug")
"""The languages with a file of their own."""

RTL_SCRIPTS = frozenset(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"])
"""ISO 15924 codes of the scripts in use that run from right to left (CLDR scriptMetadata)."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What ends a sentence and what does not. Words are in small letters; abbreviations lack their last point,
    and those of several parts have no spaces (`т.е`)."""

    terminators: str = ".!?…"
    never_final: frozenset[str] = frozenset()
    """Abbreviations with a word or a name after them: `mr`, `ул`. No sentence ends with one."""
    before_number: frozenset[str] = frozenset()
    """Abbreviations that end no sentence when a figure follows: `no`, `стр`."""
    after_number: frozenset[str] = frozenset()
    """Abbreviations with which a sentence may end after a figure only: the year in `2020 г.`, no town `г. Шу`."""
    seldom_final: frozenset[str] = frozenset()
    """Abbreviations that end a sentence only where one of `starters` follows: `inc`, `ж`."""
    maybe_final: frozenset[str] = frozenset()
    """Abbreviations that end a sentence where a capital or a figure follows: `etc`, `т.д`."""
    starters: frozenset[str] = frozenset()
    """Words that, with a capital, start sentences more often than names."""
    continues: frozenset[str] = frozenset()
    """Words that have a capital anyway and go on after `maybe_final`: `5 p.m. Monday`."""
    always_capital: frozenset[str] = frozenset()
    """Words whose capital proves nothing after `…`."""
    date_words: frozenset[str] = frozenset()
    """Words of a date at the start of a sentence, which no `after_number` ends: `В декабре 2019 г.`"""
    saying: frozenset[str] = frozenset()
    """Words of saying that carry a sentence on after a quotation: `asked`, `деді`, `دېدى`."""


@dataclass(frozen=True, slots=True)
class FactWords:
    """What states a fact. Words are lower case; a pattern matches a whole lower-case word."""

    negations: tuple[str, ...] = ()
    """Lines of words that deny; those of one line deny in one way: `not no cannot`, `never`."""
    negative: str = ""
    """Pattern of a word that carries its negation inside: `can't`, `айтпады`, `كەلمىدى`."""
    denies: str = ""
    """Pattern, in a text of small letters, of what denies beyond doubt; words that only look so, and idioms that other
    languages say without a denial (`not only`, `не менее`), are left out by the pattern itself."""
    lacks: str = ""
    """The same of what says that something is not there, which others may say without a denial: `without`, `без`."""
    may_deny: str = ""
    """The same of every word that may carry a denial: `refused`, `лишь`, `тек`, prefixes and suffixes."""
    answers: tuple[str, str] = ("", "")
    """Patterns of a whole answer: yes, no."""
    denied_verbs: str = ""
    """The same of denials each of which has a verb of its own: `did not`, `nobody`, `не` before a verb.  Those of group
    `once` share one: `no bus, no pharmacy`."""
    shares_denial: str = ""
    """The same of one denial at the end of several verbs or nouns: көрген де, естіген де жоқ."""
    wants_denial: str = ""
    """The same of words behind which the verb denies in every good sentence: `ешкім`, `ھېچكىم`."""
    absent: str = ""
    """Pattern of a whole word of `denies` that says the same as `lacks`: `nothing`."""
    turned: str = ""
    """The same of a denial with the words behind it for which other languages have a word of its own: `not easy`, hard;
    `did not survive`, died; `nobody was late`, all were in time."""
    exists: str = ""
    """The same of what says that something is there: `has`, `есть`, `бар`."""
    shades: Mapping[str, str] = field(default_factory=dict)
    """By meaning (`refuse`, `only`) the pattern of words of `may_deny` that have it: what both sides say with a word of
    one meaning denies nothing else there.  The meanings are the same in all languages."""
    negating_prefixes: tuple[str, ...] = ()
    """Beginnings that turn a word into its contrary: `un`, `не`."""
    numbers: Mapping[float, str] = field(default_factory=dict)
    """Pattern of each number's words; from a hundred up they multiply what stands before."""
    months: tuple[str, ...] = ()
    """Pattern of each month in every form; empty where the twelve names say it all."""
    weekdays: tuple[str, ...] = ()
    """Pattern of each weekday, Monday first."""
    days: tuple[str, ...] = ()
    """Patterns of words that place an event in time: `yesterday`."""
    sayings: tuple[str, ...] = ()
    """Patterns of verbs that attribute a statement, one for each meaning; the speaker stands beside them."""
    sources: str = ""
    """Pattern of words that attribute a statement to whoever is named after them: `according`, `словам`."""
    limits: tuple[str, ...] = ()
    """Patterns of words that bound or round the number after or before them: `over`, `under`."""
    units: tuple[str, ...] = ()
    """Patterns of what a number counts."""
    capital_dates: bool = False
    """Months and weekdays are written with a capital letter; in lower case they are other words: `may`."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language in one script."""

    tag: str
    """BCP 47, in canonical case."""
    name: str
    """In English."""
    own_name: str
    """In itself."""
    script: str
    """ISO 15924."""
    direction: str
    """"ltr" or "rtl"."""
    og_locale: str | None
    """Open Graph locale, `ru_RU`; None where Facebook's list has none."""
    plural_forms: str
    """Value of a PO header's Plural-Forms."""
    quotes: tuple[str, str] = ("“", "”")
    """Outer quotation marks, the opening one first."""
    inner_quotes: tuple[str, str] = ("‘", "’")
    decimal: str = "."
    group: str = ","
    """What stands between thousands."""
    months: tuple[str, ...] = ()
    """Twelve names, as they stand alone."""
    months_in_text: tuple[str, ...] = ()
    """Twelve names as they stand in a date after the day."""
    weekdays: tuple[str, ...] = ()
    """Seven names, Monday first."""
    sentences: Sentences = field(default_factory=Sentences)
    facts: FactWords = field(default_factory=FactWords)


def lexicon(*lists: str) -> frozenset[str]:
    """The words of lists that are written as lines."""
    return frozenset(word for text in lists for word in text.split())


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is written as one line."""
    return tuple(text.split())


def inflected(forms: str, ending: str) -> str:
    """A pattern of all forms (`бір|біреу`) with an ending; those of one letter share it, and its cost."""
    by_letter: dict[str, list[str]] = {}
    for form in forms.split("|"):
        by_letter.setdefault(form[0], []).append(form[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)}){ending}" for letter, rests in by_letter.items())


NOTHING: Mapping[str, Any] = MappingProxyType({})

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-(?P<private>x(?:-[a-z\d]{1,8})+))?",
    re.IGNORECASE | re.ASCII,
)
"""RFC 5646, langtag, without the registered exceptions and extended subtags."""

_IMPLIED = {
    ("kk", "CN"): "Arab",
    ("kk", "AF"): "Arab",
    ("kk", "IR"): "Arab",
    ("kk", "MN"): "Arab",
    ("ug", "KZ"): "Cyrl",
    ("ug", "MN"): "Cyrl",
}
"""The script that goes without saying in a region (CLDR likelySubtags)."""


@cache
def get(tag: str) -> Language:
    """The language of a BCP 47 tag: `ug`, `ug-Cyrl`, `kk-Arab`, `en-GB`.

    A script subtag changes script and direction and, where the language's file knows that script, its
    words; a region falls back to the language.  ProjectError for what is no tag.
    """
    parts = _TAG.fullmatch(tag)
    if parts is None:
        hint = phrase("write a BCP 47 tag such as `kk`, `ug-Cyrl` or `en-GB`")
        raise ProjectError(phrase("`{tag}` is no language tag", tag=tag), hint=hint)
    language = parts["language"].lower()
    script = (parts["script"] or "").title()
    region = (parts["region"] or "").upper()
    script = script or _IMPLIED.get((language, region), "")
    base = _known(language, script, parts["private"] or "") if language in KNOWN else _neutral(language, script)
    og_locale = f"{language}_{region}" if region and base.og_locale else base.og_locale
    return replace(base, tag=_canonical(tag), og_locale=og_locale)


def scripts(tag: str) -> tuple[str, ...]:
    """ISO 15924 codes of the scripts whose words are written down for the language of a tag, its usual one first;
    empty for a language without a file."""
    language = get(tag).tag.partition("-")[0]
    if language not in KNOWN:
        return ()
    module = import_module(f"l10n.languages.{language}")
    return (module.LANGUAGE.script, *getattr(module, "SCRIPTS", NOTHING))


def _canonical(tag: str) -> str:
    """Lower-case language, title-case script, upper-case region (RFC 5646, 2.1.1)."""
    subtags = tag.lower().split("-")
    for index, subtag in enumerate(subtags[1:], 1):
        if len(subtag) == 1:
            break
        if len(subtag) == 4 and subtag.isalpha():
            subtags[index] = subtag.title()
        elif len(subtag) == 2:
            subtags[index] = subtag.upper()
    return "-".join(subtags)


def _known(language: str, script: str, private: str) -> Language:
    module = import_module(f"l10n.languages.{language}")
    found: Language = module.LANGUAGE
    if script in ("", found.script):
        return found
    words = getattr(module, "SCRIPTS", NOTHING).get(script, NOTHING)
    words = {**words, **getattr(module, "SPELLINGS", NOTHING).get(f"{script}-{private.lower()}", NOTHING)}
    return replace(found, script=script, direction=_direction(script), **words)


def _direction(script: str) -> str:
    return "rtl" if script in RTL_SCRIPTS else "ltr"


def _neutral(language: str, script: str) -> Language:
    """What CLDR says, or next to nothing for a language that it does not know."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    _, usual, region = get_global("likely_subtags").get(language, "__").split("_")[:3]
    script = script or usual or "Latn"
    for name in (f"{language}_{script}", language):
        try:
            locale = Locale.parse(name)
            break
        except UnknownLocaleError:
            continue
    else:
        forms = "nplurals=2; plural=(n != 1);"
        return Language(language, language, language, script, _direction(script), None, forms)
    months, days = locale.months["format"]["wide"], locale.days["format"]["wide"]
    symbols = locale.number_symbols.get("latn", {})
    return Language(
        tag=language,
        name=locale.english_name or language,
        own_name=locale.display_name or language,
        script=script,
        direction=_direction(script),
        og_locale=f"{language}_{region}" if region else None,
        plural_forms=_plural_forms(language),
        decimal=symbols.get("decimal", "."),
        group=symbols.get("group", ","),
        months=tuple(months[number] for number in range(1, 13)),
        months_in_text=tuple(months[number] for number in range(1, 13)),
        weekdays=tuple(days[number] for number in range(7)),
    )


def _plural_forms(language: str) -> str:
    from babel.messages.plurals import get_plural

    return f"{get_plural(language).plural_forms.rstrip(';')};"
