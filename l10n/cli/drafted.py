"""What `l10n pretranslate` and `l10n report --effort` print."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.talk import count, say, visible
from l10n.text import no_formula, segment_id
from l10n.workflow.leverage import BANDS, NONE

if TYPE_CHECKING:
    from l10n.errors import EngineError
    from l10n.workflow.effort import Worth
    from l10n.workflow.leverage import Leverage
    from l10n.workflow.pretranslating import Done, Pretranslated

MOST_REASONS = 8
"""Texts of engines that are no drafts, told one by one; `--json` names all."""


def print_pretranslated(done: Pretranslated, missing: Mapping[str, EngineError], *, dry_run: bool) -> None:
    """A line for each catalog, a table for each locale, and what engines did not do."""
    for one in done.done:
        if line := _line(one):
            click.echo(f"{one.article} · {one.locale}: {line}")
    for locale, counted in done.leverage.items():
        for line in _table(locale, counted, dry_run=dry_run):
            click.echo(line)
    for bill in done.bills:
        ceiling = f", ceiling {bill.ceiling:,}" if bill.ceiling else ", no ceiling"
        over = f", {bill.over:,} beyond it" if bill.over else ""
        more = [
            *([f"{count(bill.cached, 'text')} answered before"] if bill.cached else []),
            *([f"{count(bill.impossible, 'text')} that cannot be sent"] if bill.impossible else []),
        ]
        said = f"{count(bill.texts, 'text')}, {bill.characters:,} characters{ceiling}{over}"
        click.echo(f"{bill.engine} · {bill.locale}: {'; '.join([said, *more])}")
    for engine, characters in done.sent.items():
        if characters:
            say(f"`{engine}` was asked about {characters:,} characters")
    _tell_unused(done)
    _tell_engines(done, missing)
    if not any(one.drafts or one.left or one.asked for one in done.done):
        say("nothing is empty")


def _line(one: Done) -> str:
    """What was drafted in one catalog."""
    made = Counter(draft.origin for draft in one.drafts.values())
    said = [f"{number} {origin}" for origin, number in sorted(made.items(), key=lambda each: (-each[1], each[0]))]
    parts = [
        *([f"{count(len(one.drafts), 'draft')} ({', '.join(said)})"] if said else []),
        *([f"{one.asked} to ask for"] if one.asked else []),
        *([f"{len(one.left)} left empty"] if one.left else []),
    ]
    bare = sum(draft.is_bare for draft in one.drafts.values())
    if bare:
        parts.append(f"inline codes to be placed in {count(bare, 'draft')}")
    return ", ".join(parts)


def _table(locale: str, counted: Leverage, *, dry_run: bool) -> list[str]:
    """The leverage of a locale: words by band, before and after."""
    before, after = counted.before, counted.after
    if not before.segments:
        return []
    rows = [(band, counted.bands[band], counted.left[band]) for band in BANDS if counted.bands[band] != NONE]
    rows.append(("all", before, after))
    cells = [
        (name, f"{one.segments:,}", f"{one.words:,}", _share(one.words, before.words), f"{left.words:,}")
        for name, one, left in rows
    ]
    lines = [f"{locale}: empty before {'and after, if engines answer' if dry_run else 'and after'}"]
    lines += (f"  {line}" for line in _lines(("", "segments", "words", "", "after"), cells, named=1))
    made = ", ".join(f"{origin} {count(one.words, 'word')}" for origin, one in counted.origins.items())
    if made:
        lines.append(f"  drafted: {made}")
    return lines


def _lines(head: Sequence[str], rows: Sequence[Sequence[str]], *, named: int) -> list[str]:
    """A table as lines: so many columns of names, then figures."""
    from l10n.reports.table import Column, aligned

    columns = [Column(name, [row[n] for row in rows], right=n >= named) for n, name in enumerate(head)]
    return aligned(columns, None).splitlines()


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else ""


def _tell_unused(done: Pretranslated) -> None:
    """What engines said that is no draft."""
    told = [(one, key, unused) for one in done.done for key, unused in one.unused]
    for one, key, unused in told[:MOST_REASONS]:
        place = f"{one.article} · {one.locale} {segment_id(*key)}"
        say(f"not used, {place}: `{unused.engine}`: {visible(unused.reason)}", "yellow")
    if len(told) > MOST_REASONS:
        say(f"not used: {len(told) - MOST_REASONS} more; `--json` names all", "yellow")


def _tell_engines(done: Pretranslated, missing: Mapping[str, EngineError]) -> None:
    """Which engines did not do what they were asked for, and what helps."""
    for warning in done.warnings:
        say(f"warning: {visible(warning)}", "yellow")
    for name, error in missing.items():
        say(f"`{name}` was left out: {visible(str(error))}", "yellow")
    for (name, locale), why in done.refused.items():
        say(f"`{name}` refuses {locale}: {visible(str(why))}", "yellow")
    for name, number in done.at_ceiling.items():
        say(f"`{name}` was not sent {count(number, 'text')}: its ceiling is reached", "yellow")
    for name, error in done.given_up.items():
        say(f"`{name}` broke down: {visible(str(error))}; what was finished is written", "yellow")
    errors = (*missing.values(), *done.refused.values(), *done.given_up.values())
    for hint in dict.fromkeys(error.hint for error in errors if error.hint):
        say(f"hint: {visible(hint)}")


def print_json(done: Pretranslated, missing: Mapping[str, EngineError]) -> None:
    """Everything, for other programs."""
    data = {
        "articles": [_as_json(one) for one in done.done],
        "leverage": {locale: one.as_json() for locale, one in done.leverage.items()},
        "would be sent": [asdict(one) for one in done.bills],
        "sent": dict(done.sent),
        "warnings": list(done.warnings),
        "engines": [
            *({"engine": name, "what": "left out", "why": str(error)} for name, error in missing.items()),
            *(
                {"engine": name, "locale": tag, "what": "refused", "why": str(why)}
                for (name, tag), why in done.refused.items()
            ),
            *({"engine": name, "what": "ceiling", "texts": number} for name, number in done.at_ceiling.items()),
            *({"engine": name, "what": "broke down", "why": str(error)} for name, error in done.given_up.items()),
        ],
    }
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _as_json(one: Done) -> dict[str, Any]:
    return {
        "article": one.article,
        "locale": one.locale,
        "drafts": [
            {
                "segment": segment_id(*key),
                "source": key[1],
                "target": draft.target,
                "origin": draft.origin,
                "made for": draft.made_for or key[1],
                "lacks codes": draft.is_bare,
            }
            for key, draft in one.drafts.items()
        ],
        "left": [segment_id(*key) for key in one.left],
        "to ask for": one.asked,
        "not used": [
            {"segment": segment_id(*key), "engine": unused.engine, "why": unused.reason} for key, unused in one.unused
        ],
    }


HEAD = ("origin", "locale", "drafts", "done", "approved", "unchanged", "words", "chrF", "TER")


def print_efforts(found: Sequence[Worth], *, as_json: bool, as_csv: bool) -> None:
    """What drafts were worth."""
    rows = [one.as_json() for one in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if as_csv:
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(["" if row[name] is None else no_formula(str(row[name])) for name in HEAD] for row in rows)
        click.echo(table.getvalue(), nl=False)
        return
    if not rows:
        say("no draft is known: `l10n pretranslate` makes them")
        return
    for line in _lines(HEAD, [[_cell(row, name) for name in HEAD] for row in rows], named=2):
        click.echo(line)
    say("chrF: letters, 100 is the draft itself; TER: words of a hundred that were changed, 0 is the draft itself")


def _cell(row: Mapping[str, Any], name: str) -> str:
    value = row[name]
    if name == "unchanged" and row["done"]:
        return f"{value} ({value / row['done']:.0%})"
    return "–" if value is None else f"{value:,}" if isinstance(value, int) else str(value)
