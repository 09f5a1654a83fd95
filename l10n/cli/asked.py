"""What the options of `l10n review` ask for: which segments, and what to do with them."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from l10n import ledger
from l10n.model import State
from l10n.workflow.reviewing import Filter, Verb


def choice(given: dict[str, Any]) -> tuple[Filter, dict[str, str]]:
    """The segments that are meant, and the digests that stand behind `ID@DIGEST`."""
    acts = any(given[name] for name in ("approve", "final", "send_back", "withdraw", "accept_claims"))
    narrow = any(given[name] for name in ("segments", "kinds", "states", "waits_for", "only_claims", "questions"))
    waits_for = given["waits_for"] or ("" if acts or narrow or given["everything"] else "editor")
    ids = [one.partition("@") for one in given["segments"]]
    wanted = Filter(
        locales=given["locales"],
        segments=tuple(name for name, _, _ in ids),
        kinds=given["kinds"],
        states=tuple(State.parse(state) for state in given["states"]),
        waits_for=waits_for,
        claims=given["only_claims"] or given["accept_claims"],
        questions=given["questions"],
    )
    bound = {name: digest for name, at, digest in ids if at}
    if not all(name for name, _, _ in ids):
        raise click.UsageError("--segment takes an id, or its beginning")
    if bound and len(bound) < len(ids):
        raise click.UsageError("give every segment as ID@DIGEST, or none")
    return wanted, bound


def verb(given: dict[str, Any]) -> Verb | None:
    """What to do with the segments; None for listing them."""
    if given["final"] and not given["approve"]:
        raise click.UsageError("--final goes with --approve")
    if given["send_back"] is not None and not given["send_back"].strip():
        raise click.UsageError("--send-back takes a reason: what is wrong, in one sentence")
    verbs = [name for name in ("approve", "send_back", "withdraw", "accept_claims") if given[name]]
    if len(verbs) > 1:
        raise click.UsageError("one verb at a time: --approve, --send-back, --withdraw or --accept-claims")
    if not verbs:
        return None
    note = given["note"]
    acts: dict[str, Verb] = {
        "approve": partial(ledger.approve, final=given["final"], note=note),
        "send_back": partial(ledger.send_back, reason=given["send_back"]),
        "withdraw": partial(ledger.withdraw, note=note),
        "accept_claims": ledger.accept_claims,
    }
    return acts[verbs[0]]


def past(given: dict[str, Any]) -> str:
    """What the verb did to segments, in one word."""
    words = {"send_back": "sent back", "withdraw": "taken back", "accept_claims": "accepted"}
    said = next((word for name, word in words.items() if given[name]), "approved")
    return f"{said} as final" if given["final"] else said
