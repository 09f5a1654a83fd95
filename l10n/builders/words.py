"""The few words that pages of ours say for themselves, in the language of the page.

Dates are written as in running text: CLDR's long dates, but for Kazakh and Uyghur what newspapers print; any other
language gets the ISO date.
The Kazakh and Uyghur words wait for a native reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from l10n import languages


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    skip: str = "Skip to the article"
    languages: str = "Languages"
    notes: str = "Notes"
    articles: str = "Articles"
    withheld: str = "not published yet"
    stale: str = "older than its source"
    converted: str = "its letters were converted automatically"
    date: str = ""
    """Pattern with {day}, {month}, {year}; "" for an ISO date."""


_ENGLISH = Words(date="{month} {day}, {year}")

_BY_TAG: Mapping[str, Words] = {
    "en": _ENGLISH,
    "ru": Words(
        "К тексту статьи",
        "Языки",
        "Примечания",
        "Статьи",
        "ещё не опубликовано",
        "оригинал новее",
        "буквы заменены автоматически",
        "{day} {month} {year}\u202fг.",
    ),
    "kk": Words(
        "Мақалаға өту",
        "Тілдер",
        "Ескертпелер",
        "Мақалалар",
        "әлі жарияланған жоқ",
        "түпнұсқасы жаңарған",
        "әріптері автоматты түрде ауыстырылған",
        "{year} жылғы {day} {month}",
    ),
    "ug": Words(
        "ماقالىگە ئۆتۈش",
        "تىللار",
        "ئىزاھاتلار",
        "ماقالىلەر",
        "تېخى ئېلان قىلىنمىدى",
        "ئەسلىي تېكىستى يېڭىلانغان",
        "ھەرپلىرى ئاپتوماتىك ئالماشتۇرۇلغان",
        "{year}-يىلى {day}-{month}",
    ),
}


Convert = Callable[[str], str]
"""A text of one script in the letters of another."""


def of(tag: str) -> Words:
    """The words of a language in its usual script; English ones where none are written down."""
    return _BY_TAG.get(_spoken(tag), _ENGLISH)


def converted(tag: str, base: str, convert: Convert) -> Words:
    """The words of a script variant: its own where they are written down, else those of the locale it comes from."""
    if _spoken(tag) or not _spoken(base):
        return of(tag)
    found = of(base)
    said = {field.name: convert(getattr(found, field.name)) for field in fields(found) if field.name != "date"}
    return replace(found, **said)


def _spoken(tag: str) -> str:
    """The language of a tag, "" where its script is not the usual one."""
    language = tag.split("-")[0]
    usual = language in languages.KNOWN and languages.get(tag).script == languages.get(language).script
    return language if usual else ""


def name(tag: str) -> str:
    """What a language calls itself, as it stands in a list."""
    own = languages.get(tag).own_name
    return own[:1].upper() + own[1:]


def long_date(iso: str, tag: str) -> str:
    """ "2020-02-14" as the language writes it; the text itself where it is no ISO date or the language is not known."""
    language = languages.get(tag)
    pattern = of(tag).date if _spoken(tag) else ""
    parts = iso[:10].split("-")
    if not pattern or len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return iso
    year, month, day = map(int, parts)
    if not 1 <= month <= len(language.months_in_text):
        return iso
    return pattern.format(day=day, month=language.months_in_text[month - 1], year=year)
