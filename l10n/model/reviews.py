"""Who says what of a text: records of a ledger, and the people of the newsroom."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.articles import Key, State


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a ledger; what each verb means stands in ledger.py.

    `digest` names exactly one text: `text.digest(context, source, plural, targets)`, 64 hex digits.
    """

    verb: str
    """translate, approve, send back, withdraw, carry, follow, waive, displace."""
    who: str
    """ASCII id of a person, `l10n` for the program itself, "" for unknown."""
    when: str
    """UTC, "2026-11-22T07:30:00Z"."""
    context: str = ""
    source: str = ""
    plural: str | None = None
    targets: tuple[str, ...] | None = None
    """The texts; None where the record holds the digest alone."""
    digest: str = ""
    state: State | None = None
    """What approve and carry give."""
    note: str = ""
    ends: tuple[str, ...] = ()
    """Ids of the records that this one ends."""
    after: tuple[Key, ...] = ()
    """follow: the keys (msgctxt, msgid) of the segments that this one continues."""
    origin: str = ""
    """translate: "machine", "memory 92", … where no person typed it."""
    finding: str = ""
    """waive: the check and the rule whose findings end, "numbers.missing"."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the newsroom, as the settings name them."""

    id: str
    """Lower-case ASCII; what records and PO comments carry."""
    names: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """translator, editor, publisher; empty means any."""
    locales: tuple[str, ...] = ()
    """Empty means every locale."""
