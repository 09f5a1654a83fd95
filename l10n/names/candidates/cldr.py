"""Names that CLDR knows, through Babel: countries and other territories, cities of time zones, languages, scripts.

Only the whole name counts, as CLDR writes it in the language of the source, capitals aside.
A city without a name of its own in CLDR's English is named as its time zone is: `America/New_York`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from l10n.names.candidates.asking import Ask, Candidate, base
from l10n.phrases import phrase

CORRECTED = {
    ("ug", "CN"): (("جۇڭگو", phrase("official")), ("خىتاي", phrase("usual outside China"))),
    ("kk", "Asia/Urumqi"): (("Үрімжі", phrase("as the press writes it; CLDR has Үрімші")),),
    ("ug", "Asia/Almaty"): (("ئالمۇتا", phrase("as GNOME and KDE write it")), ("ئالماتا", phrase("also seen"))),
    ("ru", "Asia/Urumqi"): (("Урумчи", phrase("traditional")),),
}
"""What stands in CLDR's place, with the reason: where the press of a language writes otherwise, or where two forms
live side by side and the newsroom must choose."""

ALSO = {
    "turkey": "TR", "burma": "MM", "uk": "GB", "great britain": "GB", "britain": "GB", "usa": "US", "us": "US",
    "united states of america": "US", "uae": "AE", "russian federation": "RU", "czech republic": "CZ", "vatican": "VA",
    "ivory coast": "CI", "cape verde": "CV", "macedonia": "MK", "east timor": "TL", "holland": "NL", "swaziland": "SZ",
    "people's republic of china": "CN", "prc": "CN", "south korea": "KR", "north korea": "KP",
}  # fmt: skip
"""Names of countries in English news that are not CLDR's, in small letters."""

UNIONS = frozenset(["UN", "EU", "EZ"])
"""Codes of CLDR's territories that are organisations."""

Names = Mapping[str, tuple[str, str]]
"""What is named (`country`, `city`, `language`, `script`) and its code, by the name in small letters."""


def places(ask: Ask) -> Iterator[Candidate]:
    """CLDR's countries, territories and cities of this name."""
    return _of(ask, ("country", "city"))


def languages(ask: Ask) -> Iterator[Candidate]:
    """CLDR's languages and scripts of this name. In Russian they are adjectives in small letters."""
    return _of(ask, ("language", "script"))


def _of(ask: Ask, kinds: tuple[str, ...]) -> Iterator[Candidate]:
    source, target = base(ask.source), base(ask.target)
    for kind in kinds:
        code = _codes(source, kind).get(ask.name.casefold())
        if code is None:
            continue
        corrected = CORRECTED.get((target, code))
        if corrected:
            for form, why in corrected:
                reason = phrase("CLDR city {code}: {why}", code=code, why=why)
                if kind == "country":
                    reason = phrase("CLDR country {code}: {why}", code=code, why=why)
                yield Candidate(form, phrase("press form"), reason)
        elif name := _names(target, kind).get(code):
            yield Candidate(_short(name), _standard(), _reason(kind, code))


@cache
def place_names(language: str) -> frozenset[str]:
    """Names of countries, territories and cities in a language, in small letters; `myanmar` of Myanmar (Burma)."""
    names = (
        name.casefold()
        for kind in ("country", "city")
        for code, name in _names(base(language), kind).items()
        if code not in UNIONS
    )
    also = ALSO if base(language) == "en" else {}
    return frozenset(form for name in names if name for form in (name, _short(name))).union(also)


@cache
def language_names(language: str) -> frozenset[str]:
    """Names of languages in a language, in small letters."""
    return frozenset(name.casefold() for name in _names(base(language), "language").values())


@cache
def _codes(language: str, kind: str) -> Mapping[str, str]:
    """Code by name in small letters; a name that two codes share is the first one's."""
    codes: dict[str, str] = {}
    for code, name in _names(language, kind).items():
        for form in (name, _short(name)):
            codes.setdefault(form.casefold(), code)
    return {**(ALSO if (language, kind) == ("en", "country") else {}), **codes}


def _short(name: str) -> str:
    """`Myanmar` of `Myanmar (Burma)`."""
    return name.partition(" (")[0]


@cache
def _names(language: str, kind: str) -> Mapping[str, str]:
    """Name by code; empty for a language that Babel does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    if kind == "country":
        return dict(locale.territories)
    if kind == "language":
        return dict(locale.languages)
    if kind == "script":
        return dict(locale.scripts)
    zones = [str(zone) for zone in Locale.parse("ru").time_zones]
    return {
        zone: str((locale.time_zones.get(zone) or {}).get("city") or (_city(zone) if language == "en" else ""))
        for zone in zones
        if "/" in zone and not zone.startswith("Etc/")
    }


def _city(zone: str) -> str:
    """`New York` of `America/New_York`."""
    return zone.rpartition("/")[2].replace("_", " ")


def _reason(kind: str, code: str) -> str:
    standard = _standard()
    match kind:
        case "country":
            return phrase("{standard} country, {code}", standard=standard, code=code)
        case "city":
            return phrase("{standard} city, {code}", standard=standard, code=code)
        case "language":
            return phrase("{standard} language, {code}", standard=standard, code=code)
    return phrase("{standard} script, {code}", standard=standard, code=code)


@cache
def _standard() -> str:
    """`CLDR 47`: with the version that Babel holds, where it says so (2.18 does)."""
    from babel import core

    version = getattr(core, "get_cldr_version", None)
    return f"CLDR {version()}" if version else "CLDR"
