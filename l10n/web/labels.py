"""The names of states, roles, kinds and severities, for people: a page shows words, and no codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from l10n.web import words

if TYPE_CHECKING:
    from l10n.workflow.reviewing import Item


def N_(context: str, message: str) -> str:  # noqa: N802  # what gettext calls it
    """Mark a message for the catalogs."""
    return message


STATES: Mapping[str, str] = {
    "empty": N_("state", "empty"),
    "draft": N_("state", "draft"),
    "source changed": N_("state", "source changed"),
    "sent back": N_("state", "sent back"),
    "claim": N_("state", "unconfirmed"),
    "initial": N_("state", "not translated"),
    "translated": N_("state", "translated"),
    "reviewed": N_("state", "approved"),
    "final": N_("state", "final"),
    "published": N_("state", "published"),
    "stale": N_("state", "older than its source"),
    "never": N_("state", "not a page"),
}
"""What the ledger and reports say of a segment or an article."""

ROLES: Mapping[str, str] = {
    "translator": N_("role", "translator"),
    "editor": N_("role", "editor"),
    "publisher": N_("role", "publisher"),
}

KINDS: Mapping[str, str] = {
    "headline": N_("kind", "headline"),
    "kicker": N_("kind", "kicker"),
    "deck": N_("kind", "standfirst"),
    "byline": N_("kind", "byline"),
    "date": N_("kind", "date"),
    "credit": N_("kind", "photo credit"),
    "p": N_("kind", "paragraph"),
    "h2": N_("kind", "heading"),
    "h3": N_("kind", "heading"),
    "h4": N_("kind", "heading"),
    "h5": N_("kind", "heading"),
    "h6": N_("kind", "heading"),
    "li": N_("kind", "list item"),
    "td": N_("kind", "table cell"),
    "th": N_("kind", "table heading"),
    "dt": N_("kind", "term explained"),
    "dd": N_("kind", "explanation"),
    "figcaption": N_("kind", "caption"),
    "caption": N_("kind", "caption"),
    "blockquote": N_("kind", "quotation"),
    "alt": N_("kind", "picture description"),
    "title": N_("kind", "page title"),
    "description": N_("kind", "page description"),
    "message": N_("kind", "message"),
    "person": N_("kind", "person"),
    "place": N_("kind", "place"),
    "organisation": N_("kind", "organisation"),
    "work": N_("kind", "work"),
    "term": N_("kind", "term"),
}
"""Kinds of units, and of names."""

SEVERITIES: Mapping[str, str] = {
    "error": N_("severity", "error"),
    "warning": N_("severity", "warning"),
    "note": N_("severity", "note"),
}


def state(word: object, tongue: str) -> str:
    """A state, or the reason why a text has not come far."""
    return _named("state", STATES, str(word), tongue)


def role(word: str, tongue: str) -> str:
    """A role."""
    return _named("role", ROLES, word, tongue)


def kind(word: str, tongue: str) -> str:
    """A kind of unit, or of name; one that has no name here stays as it is."""
    return _named("kind", KINDS, word, tongue)


def severity(word: str, tongue: str) -> str:
    """How bad a finding is."""
    return _named("severity", SEVERITIES, word, tongue)


def status(item: Item, tongue: str) -> str:
    """How far a segment is: the reason where it is not far, else the state."""
    return state(item.status.reason or item.status.state, tongue)


def place(item: Item, tongue: str) -> str:
    """Where a segment stands: "paragraph 12, sentence 2 of 4"."""
    _ = words.translations(tongue).gettext
    where, name = item.segment.places[0], kind(item.segment.kind, tongue)
    if where.of == 1:
        return _("%(kind)s %(number)s") % {"kind": name, "number": where.number}
    told = {"kind": name, "number": where.number, "sentence": where.sentence, "of": where.of}
    return _("%(kind)s %(number)s, sentence %(sentence)s of %(of)s") % told


def _named(context: str, names: Mapping[str, str], word: str, tongue: str) -> str:
    name = names.get(word)
    return words.translations(tongue).pgettext(context, name) if name else word


FILTERS: dict[str, Callable[..., str]] = {
    "state": state,
    "role": role,
    "kind": kind,
    "severity": severity,
    "status": status,
    "place": place,
}
"""By the name that templates call them; each takes the language last."""
