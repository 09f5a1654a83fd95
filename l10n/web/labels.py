"""The names of states, roles, kinds and severities, for people: a page shows words, and no codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from l10n import origins
from l10n.web import words
from l10n.web.words import N_, NC_

if TYPE_CHECKING:
    from l10n.model import Place


STATES: Mapping[str, str] = {
    "empty": NC_("state", "empty"),
    "draft": NC_("state", "draft"),
    "source changed": NC_("state", "source changed"),
    "sent back": NC_("state", "sent back"),
    "claim": NC_("state", "unconfirmed"),
    "initial": NC_("state", "not translated"),
    "translated": NC_("state", "translated"),
    "reviewed": NC_("state", "reviewed"),
    "final": NC_("state", "final"),
}
"""What the ledger says of a segment."""

ROLES: Mapping[str, str] = {
    "translator": NC_("role", "translator"),
    "editor": NC_("role", "editor"),
    "publisher": NC_("role", "publisher"),
}

KINDS: Mapping[str, str] = {
    "headline": NC_("kind", "headline"),
    "kicker": NC_("kind", "kicker"),
    "deck": NC_("kind", "standfirst"),
    "byline": NC_("kind", "byline"),
    "date": NC_("kind", "date"),
    "credit": NC_("kind", "photo credit"),
    "p": NC_("kind", "paragraph"),
    "furniture": NC_("kind", "words around the text"),
    "h2": NC_("kind", "heading"),
    "h3": NC_("kind", "heading"),
    "h4": NC_("kind", "heading"),
    "h5": NC_("kind", "heading"),
    "h6": NC_("kind", "heading"),
    "li": NC_("kind", "list item"),
    "td": NC_("kind", "table cell"),
    "th": NC_("kind", "table heading"),
    "dt": NC_("kind", "term explained"),
    "dd": NC_("kind", "explanation"),
    "figcaption": NC_("kind", "caption"),
    "caption": NC_("kind", "caption"),
    "blockquote": NC_("kind", "quotation"),
    "alt": NC_("kind", "picture description"),
    "title": NC_("kind", "page title"),
    "description": NC_("kind", "page description"),
    "footnote": NC_("kind", "footnote"),
    "message": NC_("kind", "message"),
    "person": NC_("kind", "person"),
    "place": NC_("kind", "place"),
    "organisation": NC_("kind", "organisation"),
    "work": NC_("kind", "work"),
    "term": NC_("kind", "term"),
}
"""Kinds of units, and of names."""

SEVERITIES: Mapping[str, str] = {
    "error": NC_("severity", "error"),
    "warning": NC_("severity", "warning"),
    "note": NC_("severity", "note"),
}

CASES: Mapping[str, str] = {
    "nominative": N_("nominative"),
    "genitive": N_("genitive"),
    "dative": N_("dative"),
    "accusative": N_("accusative"),
    "instrumental": N_("instrumental"),
    "locative": N_("locative"),
    "ablative": N_("ablative"),
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


def origin(said: str, tongue: str) -> str:
    """What made a draft, as `l10n.origins` writes it; a sentence for people stays as it is."""
    _ = words.translations(tongue).gettext
    maker, _kind, score = origins.parsed(said)
    if score is not None:
        told = _("memory, {score}") if maker == origins.MEMORY else _("aligned, {score}")
        return told.format(score=score)
    if maker in origins.MACHINES:
        engine = said.partition(" ")[2]
        return _("machine translation by {engine}").format(engine=engine) if engine else _("machine translation")
    return _("names and figures") if said == origins.NAMES else said


def place_of(called: str, where: Place, tongue: str) -> str:
    """A place of a segment of this kind: "paragraph 12, sentence 2 of 4"."""
    _ = words.translations(tongue).gettext
    name = kind(called, tongue)
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
    "origin": origin,
}
"""By the name that templates call them; each takes the language last."""
