"""What `l10n memory` prints."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.marking import MARKS
from l10n.cli.printing import isolated
from l10n.cli.talk import count, diff, say, visible

if TYPE_CHECKING:
    from l10n.memory import Memory, Passage
    from l10n.model import Match
    from l10n.workflow.aligning import Aligned, Drafting, Proposal
    from l10n.workflow.remembering import Update


def _json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def shared(found: Sequence[Sequence[Passage]], limit: int) -> list[Passage]:
    """So many passages of several locales, of each locale as many as of another, as far as it has them."""
    in_turn = (one for row in zip_longest(*found) for one in row if one is not None)
    return list(islice(dict.fromkeys(in_turn), limit))


def print_matches(found: Sequence[Match], text: str, as_json: bool) -> None:
    """Matches in this order: score, kind and where each comes from, the difference of the sources, the target."""
    from l10n.workflow import telling

    if as_json:
        _json([telling.match(one, text) for one in found])
        return
    for one in found:
        origin = f"{one.origin}, reversed" if one.is_reversed else one.origin
        lowered = f"{origin} −{one.penalty}" if one.penalty else origin
        click.echo(f"{one.score:>3} {_told([one.kind, str(one.state), lowered], one)}")
        click.echo(f"    {one.source_locale}  {isolated(diff(one.source, text))}")
        click.echo(f"    {one.target_locale}  {isolated(visible(one.target))}")


def _told(said: Sequence[str], one: Match | Passage) -> str:
    """What is known of a pair in one line, what nobody knows left out."""
    others = count(one.places - 1, "more place") if one.places > 1 else ""
    where = f"{visible(one.article)} ({visible(one.context)})" if one.context and one.article else visible(one.article)
    return " · ".join(part for part in (*said, where, visible(one.who), one.when[:10], others) if part)


def print_passages(found: Sequence[Passage], as_json: bool) -> None:
    """Pairs in which words stand, with marks around them."""
    from l10n.workflow import telling

    if as_json:
        _json([{**telling.pair(one), "side": one.side, "spans": [list(span) for span in one.spans]} for one in found])
        return
    for one in found:
        source, target = one.source, one.target
        if one.side == "source":
            source = _with_marks(source, one.spans)
        else:
            target = _with_marks(target, one.spans)
        click.echo(_told([str(one.state), one.origin], one))
        click.echo(f"    {one.source_locale}  {isolated(visible(source))}")
        click.echo(f"    {one.target_locale}  {isolated(visible(target))}")


def _with_marks(text: str, spans: Sequence[tuple[int, int]]) -> str:
    said, at = [], 0
    for start, end in spans:
        said += [text[at:start], MARKS[0], text[start:end], MARKS[1]]
        at = end
    return "".join([*said, text[at:]])


def print_stats(memory: Memory, done: Update, as_json: bool) -> None:
    """What is in a memory."""
    from l10n.workflow.remembering import kinds

    found = memory.stats()
    feeds = kinds(memory)
    locales = sorted(found.locales.items())
    if as_json:
        pairs = [{"source": source, "target": target, "pairs": number} for (source, target), number in locales]
        about = {"path": memory.path, "bytes": found.size, "sources": found.sources, "pairs": found.pairs}
        rest = {"places": found.places, "files": feeds.total(), "origins": found.origins, "states": found.states}
        _json({**about, **rest, "locales": pairs, "read": done.read, "dropped": done.dropped})
        return
    for (source, target), number in locales:
        click.echo(f"{source} > {target}: {count(number, 'pair')}")
    for name, counts in (("origin", found.origins), ("state", found.states)):
        for word, number in sorted(counts.items()):
            click.echo(f"{name} {word}: {count(number, 'place')}")
    by_kind = ", ".join(
        count(feeds[kind], said)
        for kind, said in (("catalog", "catalog"), ("project", "catalog of other projects"), ("tmx", "TMX file"))
        if kind in feeds
    )
    click.echo(f"from: {by_kind or 'nothing yet'}")
    click.echo(f"size: {found.size / 1e6:.1f} MB, {count(found.sources, 'source')}")
    changed = f"{count(done.read, 'file')} read anew, {done.dropped} forgotten"
    say(changed if done.read or done.dropped else "it was up to date")


def print_aligned(found: Aligned, drafting: Drafting | None, as_json: bool) -> None:
    """What an alignment proposes, what became of it in the catalog, and what is alone."""
    outcome = drafting.outcome if drafting else {}
    if as_json:
        rows = [_proposal(one, outcome.get(n, "")) for n, one in enumerate(found.proposals)]
        weak = [_proposal(one, "not trusted") for one in found.weak]
        _json({
            "article": found.source.name, "source locale": found.source.locale, "target locale": found.target.locale,
            "proposals": rows, "weak": weak, "alone": {"source": found.alone[0], "target": found.alone[1]},
        })  # fmt: skip
        return
    for number, one in enumerate(found.proposals):
        click.echo(" · ".join(filter(None, (f"{one.score:>3}", outcome.get(number, ""), one.fault))))
        click.echo(f"    {found.source.locale}  {isolated(visible(one.source))}")
        click.echo(f"    {found.target.locale}  {isolated(visible(one.target))}")
    counted = [f"{number} {word}" for word, number in Counter(outcome.values()).items()]
    said = [count(len(found.proposals), "proposal"), *counted, f"{len(found.weak)} not trusted"]
    broken = sum(bool(one.fault) for one in found.proposals)
    say(", ".join([*said, f"{broken} without a code of the source"] if broken else said))
    say(f"without a counterpart: {count(found.alone[0], 'sentence')} of the article, {found.alone[1]} of the other")


def _proposal(one: Proposal, outcome: str) -> dict[str, Any]:
    from l10n.text import segment_id

    return {
        "segments": [segment_id(*key) for key in one.keys],
        "source": one.source,
        "target": one.target,
        "trust": one.score,
        "outcome": outcome,
        "fault": one.fault,
        "evidence": [{"kind": kind, "what": what, "weight": weight} for kind, what, weight in one.evidence],
    }
