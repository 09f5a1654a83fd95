"""Words for states, kinds, people and places, in the language of who reads the page."""

from __future__ import annotations

from typing import Any

from l10n.ledger.records import PROGRAM
from l10n.model import Place
from l10n.web import words
from l10n.web.reasons import N_
from l10n.web.visit import Visit

STATES = {
    "empty": N_("empty"),
    "draft": N_("draft"),
    "source changed": N_("source changed"),
    "sent back": N_("sent back"),
    "claim": N_("nobody stands for it"),
    "translated": N_("translated"),
    "reviewed": N_("reviewed"),
    "final": N_("final"),
}
KINDS = {
    "headline": N_("headline"),
    "deck": N_("deck"),
    "byline": N_("byline"),
    "p": N_("paragraph"),
    "li": N_("list item"),
    "h2": N_("heading"),
    "h3": N_("heading"),
    "figcaption": N_("caption"),
    "credit": N_("credit"),
    "blockquote": N_("quotation"),
    "td": N_("cell"),
    "th": N_("cell"),
    "alt": N_("alternative text"),
    "title": N_("page title"),
    "description": N_("description"),
    "caption": N_("caption"),
    "dd": N_("explanation"),
    "footnote": N_("footnote"),
    "person": N_("person"),
    "place": N_("place"),
    "organisation": N_("organisation"),
    "work": N_("work"),
    "term": N_("term"),
}
SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}


def of(visit: Visit) -> dict[str, Any]:
    """The words as functions, for templates."""

    def person(who: str) -> str:
        known = visit.project.settings.people.get(who)
        if known and known.names:
            return known.names[0]
        return who if who not in ("", PROGRAM) else visit._("the program") if who else visit._("somebody unknown")

    def place(kind: str, one: Place) -> str:
        unit = f"{kind_of(kind)} {one.number}"
        if one.of == 1:
            return unit
        return visit._("{unit}, sentence {number} of {all}").format(unit=unit, number=one.sentence, all=one.of)

    def kind_of(kind: str) -> str:
        return visit._(KINDS[kind]) if kind in KINDS else kind

    return {
        "person": person,
        "people": lambda some: ", ".join(map(person, some)),
        "place_of": place,
        "kind_of": kind_of,
        "state_of": lambda status: visit._(STATES[status.reason or str(status.state)]),
        "severity_of": lambda severity: visit._(SEVERITIES[severity]),
        "day_of": lambda when: when[:10],
        "time_of": lambda when: when[11:16],
    }


def count(visit: Visit, one: str, many: str, number: int) -> str:
    """A sentence with a number in it, `{n}`, in the plural form of the reader's language."""
    return words.translations(visit.tongue).ngettext(one, many, number).format(n=number)
