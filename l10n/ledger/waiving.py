"""Waivers: a person says, with a reason, that findings of a rule in exactly this text are none.

A waiver is bound to the digest of the text that was checked, so it ends by itself when the text changes, and counts
again when the text is back.  It gives no state, and says nothing of other rules.
"""

from __future__ import annotations

from collections.abc import Collection

from l10n.errors import ProjectError
from l10n.ledger.people import EDITOR, may, require
from l10n.ledger.review import Reviewer, one_line
from l10n.ledger.states import Ledger
from l10n.model import Record
from l10n.phrases import phrase


def waivers(ledger: Ledger, digest: str) -> dict[str, Record]:
    """The standing waivers of exactly this text, by check.rule; of several, the first."""
    found: dict[str, Record] = {}
    for record in ledger.standing(digest, "waive").values():
        if record.finding:
            found.setdefault(record.finding, record)
    return found


def waive(ledger: Ledger, by: Reviewer, digest: str, findings: Collection[str], reason: str) -> tuple[Record, ...]:
    """The records that end these findings (check.rule) for the text of this digest.

    ProjectError for a person who is no editor here, and where no reason is given.
    """
    require(by.who, by.people, EDITOR, by.locale)
    note = one_line(reason)
    if not note:
        raise ProjectError(
            phrase("a finding is waived with a reason"),
            hint=phrase('say why it is none, in one sentence: `--note "…"`'),
        )
    new = (Record("waive", by.who, by.when, digest=digest, note=note, finding=one) for one in sorted(set(findings)))
    return tuple(map(ledger.fresh, new))


def unwaive(ledger: Ledger, by: Reviewer, digest: str, findings: Collection[str], note: str = "") -> tuple[Record, ...]:
    """The record that ends the waivers of these findings for the text of this digest; none where there are none.

    An editor may take back everybody's waiver, everybody else their own.  ProjectError for nobody, and for somebody
    else's waiver.
    """
    require(by.who, by.people)
    standing = {name: one for name, one in ledger.standing(digest, "waive").items() if one.finding in findings}
    if not standing:
        return ()
    if any(one.who != by.who for one in standing.values()) and not may(by.who, by.people, EDITOR, by.locale):
        raise ProjectError(
            phrase("only an editor may take back the waiver of somebody else"), hint=phrase("ask whoever gave it")
        )
    record = Record("withdraw", by.who, by.when, digest=digest, note=one_line(note), ends=tuple(sorted(standing)))
    return (ledger.fresh(record),)
