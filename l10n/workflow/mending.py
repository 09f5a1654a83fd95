"""check --fix: what checks offer in the place of wrong words, put there where it ends the finding and makes no other.

Texts in catalogs alone: what is wrong in an article, a person corrects there.  What an editor approved is left alone
unless it is asked for, because another text has no approval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from l10n import checks, codes, files
from l10n.ledger import Ledger
from l10n.model import Catalog, Finding, Key, Record, State
from l10n.project import Article, Project
from l10n.project.settings import OFF
from l10n.workflow import inspecting, mentions, naming, rules, spots, view, writing
from l10n.workflow.inspecting import Inspector, Options
from l10n.workflow.rules import Rules
from l10n.workflow.spots import Original, Spoken, Spot

ROUNDS = 5
"""One replacement may make room for the next; texts that are not at rest by then are left alone."""


Known = Collection[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text as it will be."""

    spot: Spot
    after: str
    codes: tuple[str, ...]
    """What was wrong: each check.rule."""
    approved: bool
    """An editor had approved it as it was."""


def mended(
    project: Project,
    articles: Sequence[Article],
    options: Options,
    known: Known = frozenset(),
    progress: Callable[[int], None] = lambda done: None,
) -> list[Mended]:
    """The texts of these articles that can be mended.

    known: findings that are left alone, by the digest of their text and their check.rule.
    """
    asked = replace(options, rules=_of_segments(options.rules))
    found: list[Mended] = []
    for number, article in enumerate(articles, 1):
        original = Original(view.source(project, article), naming.load(project))
        for locale in (original.source.locale, *original.source.targets):
            if not options.locales or locale in options.locales:
                found += _of_side(original, view.side(original.source, locale), asked, known)
        progress(number)
    return found


def write(project: Project, some: Sequence[Mended], *, by: str, when: str) -> int:
    """Write these texts, where the old ones still stand; how many were written. by: who stands for them."""
    by_catalog: dict[tuple[str, str], dict[Key, Mended]] = {}
    for one in some:
        by_catalog.setdefault((one.spot.article, one.spot.locale), {})[one.spot.key] = one
    with writing.alone(project):
        attempts = [partial(_attempt, project, *catalog, wanted, by, when) for catalog, wanted in by_catalog.items()]
        planned: list[tuple[int, writing.Pending]] = []
        try:
            for attempt in attempts:
                planned.append(writing.steadily(attempt))
            return sum(_put(one, attempt) for one, attempt in zip(planned, attempts, strict=True))
        except BaseException:
            for _, pending in planned:
                pending.drop()
            raise


def _of_segments(asked: Rules) -> Rules:
    """The same without the checks that read more than a segment: they offer nothing."""
    others = {part for one in (*checks.CATALOGS, *checks.ARTICLES) for part in rules.parts(one.name)}
    return replace(asked, skip=asked.skip | others)


def _of_side(original: Original, side: view.Side, options: Options, known: Known) -> Iterator[Mended]:
    inspector = inspecting.inspector(original.glossary, side, options.rules)
    keys = options.changed(original, side) if options.changed else None
    for one in spots.spoken(original, side, drafts=options.drafts):
        if one.spot.is_typed and options.means(one.spot, keys):
            found = mend(one, inspector, options.rules, known)
            if found is not None:
                yield Mended(one.spot, *found, side.status(one.spot.key).state >= State.REVIEWED)


def mend(one: Spoken, inspector: Inspector, asked: Rules, known: Known) -> tuple[str, tuple[str, ...]] | None:
    """The text with all that is offered in its place, and what was wrong; None where nothing is, or it is not safe."""
    before = text = one.spot.target
    first = there = list(_findings(one, text, inspector))
    wrong: list[str] = []
    for _ in range(ROUNDS):
        meant = [each for each in there if _is_meant(one.spot, each, asked, known)]
        if not meant:
            break
        text, done = replaced(text, meant)
        wrong += map(rules.code, done)
        there = list(_findings(one, text, inspector))
    else:
        return None
    new = Counter(map(rules.code, there)) - Counter(map(rules.code, first))
    broken = codes.fault(one.spot.source, text) and not codes.fault(one.spot.source, before)
    if text == before or not text.strip() or new or broken:
        return None
    return text, tuple(dict.fromkeys(wrong))


def replaced(text: str, found: Sequence[Finding]) -> tuple[str, list[Finding]]:
    """A text with what these findings offer, and those of which it was put there: of two that overlap, the first."""
    done: list[Finding] = []
    end = 0
    for one in sorted(found, key=lambda one: one.span or (0, 0)):
        assert one.span is not None and one.replacement is not None, "only what is offered somewhere is asked for"
        if one.span[0] >= end and not (done and one.span == done[-1].span):
            done.append(one)
            end = one.span[1]
    for one in reversed(done):
        start, end = one.span or (0, 0)
        text = text[:start] + (one.replacement or "") + text[end:]
    return text, done


def _findings(one: Spoken, text: str, inspector: Inspector) -> Iterator[Finding]:
    """What the checks say of a segment that has this target."""
    pair = replace(one.pair, target=replace(one.pair.target, text=text))
    now = replace(one, spot=replace(one.spot, target=text), pair=pair)
    return inspector.segment(now, inspector.read(now) if now.named else None)


def _is_meant(spot: Spot, finding: Finding, asked: Rules, known: Known) -> bool:
    offered = finding.span is not None and finding.replacement is not None
    if not offered or asked.severity(finding, spot.kind) == OFF:
        return False
    return rules.code(finding) not in dict(spot.waivers) and (spot.digest, rules.code(finding)) not in known


def _attempt(
    project: Project, article: str, locale: str, wanted: dict[Key, Mended], by: str, when: str
) -> tuple[int, writing.Pending]:
    """What has to be written of one catalog."""
    done: set[Key] = set()

    def fill(locale: str, catalog: Catalog, ledger: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        entries = []
        for entry in catalog.entries:
            one = wanted.get(entry.key) if not entry.obsolete else None
            if one is not None and entry.target == one.spot.target:
                done.add(entry.key)
                entry = entry.replace(targets=(one.after, *entry.targets[1:]))
            entries.append(entry)
        return catalog.replace(entries=tuple(entries)), ()

    source = mentions.source(project, project.article(article))
    aligned = view.aligned(source, locale, when=when)
    side = view.filled(replace(aligned, who=lambda entry: by), fill)
    return len(done), writing.plan(side)


def _put(one: tuple[int, writing.Pending], attempt: Callable[[], tuple[int, writing.Pending]]) -> int:
    """Write one catalog; read anew where another program saved it meanwhile."""

    def anew() -> int:
        number, pending = attempt()
        pending.put()
        return number

    try:
        one[1].put()
        return one[0]
    except files.Changed:
        return writing.steadily(anew)
