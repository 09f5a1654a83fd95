"""What `l10n names` prints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.printing import headed, isolated
from l10n.cli.talk import count, diff, say, visible
from l10n.model.findings import SEVERITIES

if TYPE_CHECKING:
    from l10n.names import Candidate
    from l10n.workflow.consistency import Located
    from l10n.workflow.discovering import Listed, Listing
    from l10n.workflow.exchanging import Imported
    from l10n.workflow.respelling import Respelt


def _json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def print_listing(listing: Listing, names: Sequence[Listed], as_json: bool) -> None:
    """These names of a listing, and all its spellings that disagree."""
    if as_json:
        _json({**listing.as_json(), "names": [one.as_json() for one in names]})
        return
    from l10n.cli.named import print_names

    print_names(listing, names)


def print_consistency(found: Sequence[Located], as_json: bool, nothing: str) -> None:
    """What is written against the glossary, article by article. nothing: what is said where there is no finding."""
    if as_json:
        _json([one.as_json() for one in found])
        return
    for one in headed(found):
        segment = f"  {one.segment}" if one.segment else ""
        click.echo(f"  {one.finding.severity}: {visible(one.finding.message)}  ({one.place}{segment})")
        if one.target:
            click.echo(f"    {isolated(visible(one.target))}")
    kinds = ", ".join(
        count(number, severity)
        for severity in SEVERITIES
        if (number := sum(one.finding.severity == severity for one in found))
    )
    say(kinds or nothing)
    if any(one.finding.rule in ("spelling", "forbidden") for one in found):
        say(
            "hint: after a change in the glossary `l10n names --rewrite` puts the new form in; "
            "an old one that was never approved is told by `--was REF=FORM`"
        )


def print_respelt(rows: Sequence[Respelt], as_json: bool) -> None:
    """Every segment that has an old form, with the difference; those where a person has to type it say so."""
    if as_json:
        _json([one.as_json() for one in rows])
        return
    for one in headed(rows):
        changes = "; ".join(f"{old} → {new}" for old, new in one.names)
        click.echo(f"  {one.id}  {isolated(visible(changes))}  ({one.place})")
        if one.after is None:
            click.echo(f"    {isolated(visible(one.before))}")
            click.echo("    by hand: the right form is not certain here")
        else:
            click.echo(f"    {isolated(diff(one.before, one.after))}")


def print_candidates(names: Sequence[tuple[str, Sequence[Candidate]]], as_json: bool) -> None:
    """What each name may be called, best first, with the standard and the reason."""
    if as_json:
        rows = [
            {
                "name": name,
                "candidates": [{"form": one.text, "standard": one.standard, "reason": one.reason} for one in found],
            }
            for name, found in names
        ]
        _json(rows)
        return
    for name, found in names:
        if not found:
            say(f"`{visible(name)}`: no candidate", "yellow")
        for one in found:
            head = f"{isolated(visible(name))}\t" if len(names) > 1 else ""
            click.echo(f"{head}{isolated(visible(one.text))}\t{one.standard}\t{visible(one.reason)}")


def print_imported(done: Imported) -> None:
    """What an import did, and every conflict."""
    for ref in done.added:
        click.echo(f"new: {visible(ref)}")
    for ref in done.changed:
        click.echo(f"says more: {visible(ref)}")
    for locale, number in sorted(done.drafts.items()):
        click.echo(f"{locale}: {count(number, 'draft')}")
    for one in done.conflicts:
        click.echo(
            f"line {one.line}: {visible(one.ref)}, {one.what}: the table says `{visible(one.offered)}`, "
            f"the project `{visible(one.kept)}`, which stays"
        )
    if done.ignored:
        say(f"columns that say nothing here: {', '.join(f'`{visible(one)}`' for one in done.ignored)}", "yellow")
    if not (done.added or done.changed or done.drafts or done.conflicts):
        say("the project has all of it")
