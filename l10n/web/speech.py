"""Words for states, kinds, people and places, in the language of who reads the page."""

from __future__ import annotations

from typing import Any

from l10n.ledger.records import PROGRAM
from l10n.web import labels, words
from l10n.web.visit import Visit


def of(visit: Visit) -> dict[str, Any]:
    """The words as functions, for templates."""

    def person(who: str) -> str:
        known = visit.project.settings.people.get(who)
        if known and known.names:
            return known.names[0]
        return who if who not in ("", PROGRAM) else visit._("the program") if who else visit._("somebody unknown")

    return {
        "person": person,
        "people": lambda some: ", ".join(map(person, some)),
        "place_of": lambda kind, one: labels.place_of(kind, one, visit.tongue),
        "kind_of": lambda kind: labels.kind(kind, visit.tongue),
        "state_of": lambda status: labels.state(status.reason or status.state, visit.tongue),
        "severity_of": lambda severity: labels.severity(severity, visit.tongue),
        "day_of": lambda when: words.date(when, visit.tongue),
        "time_of": lambda when: when[11:16],
    }


def count(visit: Visit, one: str, many: str, number: int) -> str:
    """A sentence with a number in it, `{n}`, in the plural form of the reader's language."""
    return words.translations(visit.tongue).ngettext(one, many, number).format(n=number)
