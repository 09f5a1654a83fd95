"""The entries of a glossary, checked: each fault is refused with its line and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NoReturn

from l10n.errors import GlossaryError
from l10n.glossary import forms, origins
from l10n.glossary.scanning import KEPT, Place, decode, scan
from l10n.model import KINDS, SEXES
from l10n.phrases import alternatives, phrase
from l10n.text import nfc

KEYS = ("form", "kind", "id", "also", "former", "sex", "origin", "original", "note", "translate", "never")
"""What an entry may say, in the order in which it is written."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name or term of the newsroom, as the glossary has it."""

    form: str
    """English, as it is written at its first mention."""
    kind: str = "term"
    """One of model.KINDS."""
    id: str = ""
    """Tells namesakes apart; "" where nobody else is called so."""
    also: tuple[str, ...] = ()
    """Other English forms that are admitted: aliases, an acronym."""
    former: tuple[str, ...] = ()
    """Former spellings and names: found in a text, not written any more."""
    sex: str = ""
    """One of model.SEXES, or ""."""
    origin: str = ""
    """ISO 639-3 code of the language that the name comes from, or ""."""
    original: str = ""
    """The form in the script of that language."""
    note: str = ""
    translate: bool = True
    """False: it stands in every language as in English."""
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Forbidden forms by locale; those of "" are forbidden in every language."""
    line: int = 0
    """1-based line of its header; 0 for one that is not from a file."""

    @property
    def ref(self) -> str:
        """What names it among all entries: the form, and behind a `#` the id of one that has namesakes."""
        return f"{self.form} #{self.id}" if self.id else self.form

    def forbidden(self, locale: str) -> tuple[str, ...]:
        """The forms that must not stand for it in a text of this locale."""
        return (*self.never.get("", ()), *self.never.get(locale, ()))


def read(data: bytes, locales: Iterable[str] = ()) -> tuple[Name, ...]:
    """The entries of a file; GlossaryError with the line for what cannot be meant.

    locales: those that `never` may name; any, where none is given.
    """
    return parsed(decode(data), tuple(locales))


@lru_cache(maxsize=KEPT)
def parsed(text: str, locales: tuple[str, ...]) -> tuple[Name, ...]:
    """The same of a text."""
    places = scan(text)
    names = tuple(entry(place, locales) for place in places)
    check(names, places)
    return names


def about(name: Name, locale: str = "") -> tuple[str, ...]:
    """What a translator into this locale has to know of an entry, a line each."""
    person = ", ".join(
        part
        for part in (
            name.sex,
            name.origin and f"from {origins.said(name.origin)}",
            name.original and f"in its own script {name.original}",
        )
        if part
    )
    never = name.forbidden(locale)
    lines = [
        person,
        "" if name.translate else "not translated: it stands in every language as in English",
        name.also and f"also {', '.join(name.also)}",
        name.former and f"formerly {', '.join(name.former)}",
        never and f"never {', '.join(never)}",
        *(line.strip() for line in name.note.splitlines()),
    ]
    return tuple(line for line in lines if line)


def entry(place: Place, locales: tuple[str, ...]) -> Name:
    """What the values of one entry say; GlossaryError for what cannot be meant."""
    values = place.values
    for key in values:
        if key not in KEYS:
            close = get_close_matches(key, KEYS, 1)
            hint = (
                phrase("did you mean `{word}`?", word=close[0])
                if close
                else phrase("an entry has {words}", words=", ".join(KEYS))
            )
            _refuse(place, key, phrase("`{key}` is nothing that an entry says", key=key), hint)
    if not _string(place, "form"):
        _refuse(place, "form", phrase("an entry has no form"), phrase('write `form = "…"`, the name in English'))
    name = Name(
        form=_form(place, "form", values["form"]),
        kind=_choice(place, "kind", KINDS) or "term",
        id=_id(place),
        also=_forms(place, "also", values.get("also", [])),
        former=_forms(place, "former", values.get("former", [])),
        sex=_choice(place, "sex", SEXES),
        origin=_origin(place),
        original=_form(place, "original", values["original"]) if _string(place, "original") else "",
        note=_string(place, "note"),
        translate=_flag(place, "translate"),
        never=_never(place, locales),
        line=place.line,
    )
    _check_own(place, name)
    return name


def _check_own(place: Place, name: Name) -> None:
    """One entry must not contradict itself."""
    seen = {nfc(name.form): "form"}
    for key in ("also", "former"):
        for form in getattr(name, key):
            if nfc(form) in seen:
                what = phrase("`{form}` stands in `{key}` and is its form", form=form, key=key)
                if (other := seen[nfc(form)]) != "form":
                    what = phrase("`{form}` stands in `{key}` and is in `{other}`", form=form, key=key, other=other)
                _refuse(place, key, what, phrase("take it out of `{key}`", key=key))
            seen[nfc(form)] = key
    for form in (form for several in name.never.values() for form in several):
        if nfc(form) in seen and name.forbidden("en").count(form):
            what = phrase("`{form}` is forbidden, and its form", form=form)
            if (other := seen[nfc(form)]) != "form":
                what = phrase("`{form}` is forbidden, and in `{other}`", form=form, other=other)
            _refuse(place, "never", what, phrase("decide which it is"))


def check(names: Sequence[Name], places: Sequence[Place] = ()) -> None:
    """GlossaryError where two entries claim one form, or an alias leads in a circle."""
    forms_of: dict[str, Name] = {}
    refs: dict[str, Name] = {}
    for n, name in enumerate(names):
        twin = refs.setdefault(nfc(name.ref), name)
        if twin is not name:
            _two(name, places[n].at("form") if places else name.line, twin)
        forms_of.setdefault(nfc(name.form), name)
    claimed: dict[str, tuple[Name, str]] = {}
    for n, name in enumerate(names):
        for key in ("also", "former"):
            for form in getattr(name, key):
                line = places[n].at(key) if places else name.line
                _check_claim(name, key, form, line, forms_of.get(nfc(form)), claimed)


def _two(name: Name, line: int, twin: Name) -> NoReturn:
    what = phrase("`{form}` has two entries", form=name.form)
    if name.id:
        what = phrase("`{form}` has two entries with the id `{id}`", form=name.form, id=name.id)
    hint = phrase(
        "make one entry of both (the other stands in line {line}); for two persons of one name, "
        'give one of them an id: `id = "editor"`',
        line=twin.line,
    )
    raise GlossaryError(what, line=line, hint=hint)


def _check_claim(
    name: Name, key: str, form: str, line: int, owner: Name | None, claimed: dict[str, tuple[Name, str]]
) -> None:
    """An alias is that of one entry alone, and no form of another; namesakes share theirs."""
    if owner is not None and nfc(owner.form) != nfc(name.form):
        back = nfc(name.form) in map(nfc, (*owner.also, *owner.former))
        what = (
            phrase("`{form}` and `{other}` are aliases of one another", form=name.form, other=owner.form)
            if back
            else phrase(
                "`{form}` stands in `{key}` of `{other}` and has an entry of its own",
                form=form,
                key=key,
                other=name.form,
            )
        )
        raise GlossaryError(what, line=line, hint=phrase("keep one: the other stands in line {line}", line=owner.line))
    other, _ = claimed.setdefault(nfc(form), (name, key))
    if nfc(other.form) != nfc(name.form):
        what = phrase("`{form}` is claimed by `{one}` and by `{other}`", form=form, one=other.form, other=name.form)
        raise GlossaryError(
            what, line=line, hint=phrase("leave it to one of them: the other stands in line {line}", line=other.line)
        )


# one value


def _refuse(place: Place, key: str, what: str, hint: str) -> NoReturn:
    raise GlossaryError(what, line=place.at(key), hint=hint)


def _string(place: Place, key: str) -> str:
    value = place.values.get(key, "")
    if not isinstance(value, str):
        _refuse(
            place, key, phrase("`{key}` is {value}", key=key, value=repr(value)[:60]), phrase("give a text in quotes")
        )
    return value


def _form(place: Place, key: str, value: Any) -> str:
    if not isinstance(value, str):
        _refuse(
            place,
            key,
            phrase("`{key}` holds {value}", key=key, value=repr(value)[:60]),
            phrase("give a text in quotes"),
        )
    fault = forms.fault(value)
    if fault:
        _refuse(place, key, *fault)
    return value


def _forms(place: Place, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        _refuse(
            place,
            key,
            phrase("`{key}` is {value}", key=key, value=repr(value)[:60]),
            phrase('give a list of texts: `["…"]`'),
        )
    found = tuple(_form(place, key, one) for one in value)
    twice = next((form for n, form in enumerate(found) if nfc(form) in map(nfc, found[:n])), None)
    if twice is not None:
        _refuse(place, key, phrase("`{twice}` stands twice in `{key}`", twice=twice, key=key), phrase("once is enough"))
    return found


def _choice(place: Place, key: str, choices: Sequence[str]) -> str:
    value = _string(place, key)
    if value and value not in choices:
        close = get_close_matches(value, choices, 1)
        words = alternatives(f"`{one}`" for one in choices)
        hint = phrase("choose {words}", words=words)
        if close:
            hint = phrase("did you mean `{word}`? choose {words}", word=close[0], words=words)
        _refuse(place, key, phrase("`{key}` is `{value}`", key=key, value=value), hint)
    return value


def _flag(place: Place, key: str) -> bool:
    value = place.values.get(key, True)
    if not isinstance(value, bool):
        _refuse(
            place,
            key,
            phrase("`{key}` is {value}", key=key, value=repr(value)[:60]),
            phrase("write `true` or `false`, without quotes"),
        )
    return value


def _id(place: Place) -> str:
    value = _string(place, "id")
    if value and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", value):
        _refuse(
            place,
            "id",
            phrase("`{value}` is no id", value=value[:60]),
            phrase("use a few Latin letters and digits without spaces: `editor`"),
        )
    return value


def _origin(place: Place) -> str:
    value = _string(place, "origin")
    if value and not origins.is_known(value):
        _refuse(place, "origin", phrase("`origin` is `{value}`", value=value[:60]), origins.hint(value))
    return value


def _never(place: Place, locales: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Forbidden forms by locale."""
    value = place.values.get("never", [])
    if isinstance(value, list):
        found = _forms(place, "never", value)
        return {"": found} if found else {}
    if not isinstance(value, dict):
        _refuse(
            place,
            "never",
            phrase("`never` is {value}", value=repr(value)[:60]),
            phrase('give a list `["…"]`, or one a locale: `{example}`', example='{ru = ["…"]}'),
        )
    for locale in value:
        if locales and locale not in locales:
            hint = phrase("the project's locales are {locales}", locales=", ".join(locales))
            _refuse(place, "never", phrase("`never` names `{locale}`", locale=locale), hint)
    return {locale: _forms(place, "never", listed) for locale, listed in value.items()}
