"""Who may do what, and whose name that is.

A project without a table of people takes any ASCII id; with one, only those in it.  Empty roles or locales mean
every role or locale.  The program and machines are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from l10n import text
from l10n.errors import NotAllowed
from l10n.ledger.records import PROGRAM
from l10n.model import Person
from l10n.phrases import phrase, word

TRANSLATOR, EDITOR = "translator", "editor"

NOBODY = ("", PROGRAM, "machine")
"""Names that no person can have."""

_ID = re.compile(r"[a-z][a-z0-9._-]*")
_MAIL = re.compile(r"<?([^\s<>,;]+@[^\s<>,;]+)>?")


def identify(name: str, people: Iterable[Person]) -> str:
    """The id of the one person whom a name, a mail address or "Name <mail>" means; "" where none or several.

    A mail address decides before a name, as git and PO headers give both.  Case and spacing do not matter.
    """
    people = list(people)
    mail = _MAIL.search(name)
    if mail:
        found = _ids(people, mail[1], lambda person: person.mails)
        if found:
            return found[0] if len(found) == 1 else ""
        name = name.replace(mail[0], " ")
    found = _ids(people, name, lambda person: (person.id, *person.names))
    return found[0] if len(found) == 1 else ""


def may(who: str, people: Mapping[str, Person], role: str = "", locale: str = "") -> bool:
    """Whether this person has this role in this locale; "" asks for none in particular."""
    if who in NOBODY:
        return False
    person = people.get(who)
    if person is None:
        return not people and bool(_ID.fullmatch(who))
    in_role = not role or not person.roles or role in person.roles
    return in_role and (not locale or not person.locales or locale in person.locales)


def require(who: str, people: Mapping[str, Person], role: str = "", locale: str = "") -> None:
    """NotAllowed with the remedy, unless this person may."""
    if may(who, people, role, locale):
        return
    if who in NOBODY:
        raise NotAllowed(phrase("nobody is named who does this"), hint=phrase("say who you are: `--by ID`"))
    if not people:
        hint = phrase("use lower-case ASCII letters: `--by aigul`")
        raise NotAllowed(phrase("`{who}` is no id of a person", who=who), hint=hint)
    if who not in people:
        hint = phrase("known are: {people}", people=", ".join(sorted(people)))
        raise NotAllowed(phrase("`{who}` is nobody whom the settings name", who=who), hint=hint)
    others = ", ".join(sorted(name for name in people if may(name, people, role, locale))) or phrase("nobody yet")
    if not may(who, people, role):
        add = phrase(
            "add `{role}` to the roles of `people.{who}`; who may: {others}", role=role, who=who, others=others
        )
        raise NotAllowed(phrase("`{who}` is no {role}", who=who, role=word("role", role)), hint=add)
    add = phrase(
        "add `{locale}` to the locales of `people.{who}`; who may: {others}", locale=locale, who=who, others=others
    )
    raise NotAllowed(phrase("`{who}` does not work on `{locale}`", who=who, locale=locale), hint=add)


def may_write(who: str, people: Mapping[str, Person], locale: str = "") -> bool:
    """Whether this person translates or edits in this locale: nobody else types a target."""
    return may(who, people, TRANSLATOR, locale) or may(who, people, EDITOR, locale)


def require_writer(who: str, people: Mapping[str, Person], locale: str = "") -> None:
    """NotAllowed with the remedy, unless this person does."""
    if not may_write(who, people, locale):
        require(who, people, TRANSLATOR, locale)


def _ids(people: list[Person], name: str, of: Callable[[Person], Iterable[str]]) -> list[str]:
    wanted = _fold(name)
    return [person.id for person in people if wanted and wanted in map(_fold, of(person))]


def _fold(name: str) -> str:
    return " ".join(text.nfc(name).casefold().split())
