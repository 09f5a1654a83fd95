"""What the verbs print."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeVar

import click

from l10n.cli.marking import ISOLATE, told
from l10n.cli.talk import count, diff, from_here, has_colour, say, visible, width
from l10n.ledger.status import CLAIM
from l10n.text import SHORT_DIGEST, segment_id

if TYPE_CHECKING:
    from l10n.model import Finding
    from l10n.project import Project
    from l10n.workflow.building import Built, Variant
    from l10n.workflow.consistency import Located
    from l10n.workflow.items import Item
    from l10n.workflow.respelling import Respelt
    from l10n.workflow.reviewing import Reviewed
    from l10n.workflow.syncing import Synced


Row = TypeVar("Row", "Item", "Located", "Respelt")
"""What is printed of a catalog."""


def print_synced(done: Sequence[Synced], as_json: bool = False) -> None:
    """What sync did: a line for each catalog in which something happened, the changed facts below it."""
    for one in done:
        for warning in one.warnings:
            say(f"warning: {from_here(warning)}", "yellow")
    if as_json:
        click.echo(json.dumps([one.as_json() for one in done], ensure_ascii=False, indent=1))
        return
    for one in done:
        if told := one.told():
            click.echo(f"{one.article} · {one.locale}: {told}")
            for fact in one.facts():
                click.echo(f"  {visible(fact)}")
    if any(one.unflagged for one in done):
        say("hint: `l10n review --claims` shows what lost its flag; who read it says so with `--accept-claims`")
    if any(one.merged for one in done):
        say("hint: `git add` the merged catalogs; in this clone, `l10n init` lets git merge them by itself")
    if any(one.gone for one in done):
        say(
            "hint: OmegaT leaves out what is fuzzy; "
            "`l10n sync --onto CATALOG FILE` takes what it wrote, and keeps the drafts"
        )
    if any("" in one.typists for one in done):
        say(
            "hint: who typed it is told by `--by ID`, or by git once it is committed; "
            "`l10n review --claims` shows what nobody known stands for"
        )
    written = sum(one.wrote for one in done)
    say(f"{count(len(done), 'catalog')}, {written} written")


def headed(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows; each catalog is named above its first one."""
    catalog = None
    for row in rows:
        if catalog != (row.article, row.locale):
            catalog = (row.article, row.locale)
            click.echo(f"{row.article} · {row.locale}")
        yield row


def print_items(items: Sequence[Item], as_json: bool) -> None:
    """Segments for an editor: what it says, what it said when it was approved last, and what was asked."""
    if as_json:
        click.echo(json.dumps([item.as_json() for item in items], ensure_ascii=False, indent=1))
        return
    for item in headed(items):
        print_item(item)
    where = len({(item.article, item.locale) for item in items})
    say(f"{count(len(items), 'segment')} in {count(where, 'catalog')}" if items else "nothing waits here")


def print_item(item: Item) -> None:
    """One segment."""
    status = item.status
    reason = "nobody stands for it" if status.reason == CLAIM else status.reason
    state = f"{status.state} ({reason})" if reason else str(status.state)
    digest = f"@{status.digest[:SHORT_DIGEST]}" if status.digest else ""
    by = ", ".join(name or "somebody unknown" for name in status.translators)
    read = ", ".join(status.reviewers)
    origin = status.origin and f"from {status.origin}"
    draft = "unchanged draft" if status.unchanged_draft else ""
    told = [state, status.since[:10], by and f"typed by {by}", read and f"approved by {read}", origin, draft]
    click.echo(f"  {item.id}{digest}  {item.place} · " + ", ".join(part for part in told if part))
    for said in (item.segment.source, *filter(None, [item.entry.plural])):
        click.echo(f"    {item.source_locale}  {isolated(visible(said))}")
    for said in () if item.entry.empty else item.targets:
        click.echo(f"    {item.locale}  {isolated(visible(said))}")
    for finding in item.findings:
        click.echo(f"    {finding.severity} {finding.check}.{finding.rule}: {_told(finding)}")
    if item.changed:
        click.echo(f"    changed: {isolated(visible(item.changed))}")
    if item.before:
        click.echo(f"    since the text approved last: {isolated(diff(item.before.source, item.segment.source))}")
        if item.before.targets == item.targets:
            click.echo("                                  the target is the same")
        for old, new in zip_longest(item.before.targets, item.targets, fillvalue=""):
            if old != new:
                click.echo(f"                                  {isolated(diff(old, new))}")
    if status.note:
        click.echo(f"    sent back: {visible(status.note)}")
    if status.claim is not None:
        click.echo(f"    claims to be {status.claim}, without a record")
    if item.fault:
        click.echo(f"    its codes are broken: {item.fault}")
    for text in item.displaced:
        click.echo(f"    typed before, and kept: {isolated(visible(text))}")
    for question in item.questions:
        click.echo(f"    asks: {isolated(visible(question))}")


def _told(finding: Finding) -> str:
    """What a check says, and what to write instead, where that is certain."""
    better = finding.replacement
    if better is None:
        return told(finding.message)
    return told(f"{finding.message}; better {f'`{better}`' if better else 'without it'}")


def isolated(text: str) -> str:
    """A text that cannot reorder its line: isolated where it holds right-to-left letters."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return ISOLATE.format(text)
    return text


def print_reviewed(done: Sequence[Reviewed], past: str, as_json: bool) -> None:
    """What a verb did, its past tense given, and what it left alone."""
    if as_json:
        rows = [
            {
                "article": one.article,
                "locale": one.locale,
                "done": [item.id for item in one.done],
                "findings": {
                    item.id: [found.as_json() for found in item.findings] for item in one.done if item.findings
                },
                "skipped": [{"segment": item.id if item else "", "why": why} for item, why in one.skipped],
            }
            for one in done
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in done:
        click.echo(f"{one.article} · {one.locale}: {count(len(one.done), 'segment')} {past}")
        for each in one.done:
            if each.findings:
                kinds = ", ".join(dict.fromkeys(f"{found.check}.{found.rule}" for found in each.findings))
                click.echo(f"  {each.id} has {count(len(each.findings), 'open finding')}: {kinds}")
        for item, why in one.skipped:
            click.echo(f"  skipped {item.id if item else 'a segment'}: {why}")


MOST_REASONS = 8
"""How many segments of a withheld variant are named on the terminal; `--json` names all."""


def print_built(project: Project, built: Built, as_json: bool) -> None:
    """The completion table, what is withheld and why, and where to look."""
    if as_json:
        click.echo(json.dumps([_built(one) for one in built.variants], ensure_ascii=False, indent=1))
        return
    from l10n import reports

    click.echo(reports.as_table(built.report, width(), has_colour(sys.stdout)), nl=False)
    for one in built.withheld:
        if one.converted_from:
            click.echo(f"withheld {one.article} · {one.locale}: as {one.converted_from}, from which it is converted")
            continue
        click.echo(f"withheld {one.article} · {one.locale}: {one.share:.0%} of its words are ready")
        _print_reasons(one)
    for one in built.variants:
        if one.publish and not one.converted_from and (one.stale or one.fallbacks.get("source")):
            click.echo(f"{'stale ' if one.stale else ''}{one.article} · {one.locale}: {_shown(one)}")
            _print_reasons(one)
    if built.unsynced:
        shown = ", ".join(f"`{path}`" for path in built.unsynced[:3])
        more = f" and {len(built.unsynced) - 3} more" if len(built.unsynced) > 3 else ""
        say(f"hint: {shown}{more} would change: run `l10n sync`")
    published = sum(one.publish for one in built.variants)
    say(f"{count(published, 'variant')} published, {len(built.withheld)} withheld: open `{project.build}/index.html`")


def _shown(one: Variant) -> str:
    """What stands where the target is not ready."""
    older, left = one.fallbacks.get("approved", 0), one.fallbacks.get("source", 0)
    said = [f"{count(older, 'segment')} as before the change"] if older else []
    return ", ".join([*said, f"{count(left, 'segment')} in the source language"] if left else said)


def _print_reasons(one: Variant) -> None:
    """The segments responsible; where they are many, how many for each reason, and one to start with."""
    if len(one.blocked) <= MOST_REASONS:
        for blocked in one.blocked:
            click.echo(f"  {one.file}:{blocked.line}  {segment_id(*blocked.key)} {blocked.kind}: {blocked.why}")
        return
    for why, number in Counter(blocked.why for blocked in one.blocked).most_common():
        first = next(blocked for blocked in one.blocked if blocked.why == why)
        click.echo(f"  {count(number, 'segment')}: {why}; the first is {one.file}:{first.line}")
    click.echo(f"  see them all: `l10n review {one.article} -l {one.locale} --all`")


def _built(one: Variant) -> dict[str, Any]:
    return {
        "article": one.article,
        "locale": one.locale,
        "published": one.publish,
        "stale": one.stale,
        "converted from": one.converted_from,
        "share": round(one.share, 4),
        "files": list(one.places),
        "fallbacks": dict(one.fallbacks),
        "blocked": [
            {"segment": segment_id(*blocked.key), "kind": blocked.kind, "line": blocked.line, "why": blocked.why}
            for blocked in one.blocked
        ],
    }
