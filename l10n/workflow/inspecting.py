"""check: what the checks say of articles, in every locale, in document order, whatever works on them at once.

article ─► texts in their places ─► checks of segments, of names, of catalogs ─┐
                        all of them ─► checks that read many segments together ─┴─► severities, waivers ─► findings
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from l10n import checks
from l10n.checks.articles import Row
from l10n.checks.pairs import Pair, Text
from l10n.checks.texts import Texts
from l10n.glossary import Glossary
from l10n.model import Finding, Key, Record
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.project.settings import OFF
from l10n.workflow import histories, naming, rules, spots, view
from l10n.workflow.rules import Rules
from l10n.workflow.spots import Original, Spoken, Spot

BATCH = 4
"""Articles in one task of an executor: some 10,000 segments, so that a counter moves and a core never waits long."""

OF_MESSAGES = ("untranslated", "length", "markup", "typographical", "characters", "whitespace")
"""What is asked of the words of a program, besides the checks of catalogs: labels and short sentences."""

OF_GLOSSARY = ("markup", "characters", "whitespace", "format")
"""What is asked of names by themselves: they are no sentences."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to check."""

    rules: Rules = field(default_factory=Rules)
    locales: tuple[str, ...] = ()
    """All, where none is named."""
    drafts: bool = False
    """Fuzzy targets, too."""
    segments: tuple[str, ...] = ()
    """Ids, or their beginnings, or ID@DIGEST; all, where none is named."""
    changed: Callable[[Original, view.Side], Collection[Key]] | None = None
    """The segments of an article in a locale that are meant; all, where it is None."""

    def means(self, spot: Spot, keys: Collection[Key] | None) -> bool:
        """Whether what is found there is told."""
        named = (one.partition("@") for one in self.segments)
        asked = any(spot.id.startswith(name) and spot.digest.startswith(digest) for name, _, digest in named)
        return (asked or not self.segments) and (keys is None or spot.key in keys)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in its place."""

    spot: Spot
    finding: Finding
    """With the severity that the settings give it."""
    waiver: Record | None = None

    @property
    def code(self) -> str:
        """`numbers.missing`."""
        return rules.code(self.finding)

    @property
    def its(self) -> str:
        """ITS 2.0 type."""
        return rules.ITS.get(self.finding.check, "other")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    found: tuple[Found, ...]
    """In document order, waived ones included."""
    texts: int
    """How many were checked."""

    @property
    def open(self) -> tuple[Found, ...]:
        """Those that nobody waived."""
        return tuple(one for one in self.found if one.waiver is None)


class Said(NamedTuple):
    """What was found in one locale of an article."""

    spots: tuple[Spot, ...]
    found: tuple[tuple[int, Finding], ...]
    """By the number of the spot; severities are those of the checks."""
    rows: tuple[Row, ...]
    """Of a target locale: one for each spot, for the checks that read many."""
    meant: frozenset[int]
    """Numbers of the spots of which findings are told."""


def check(
    project: Project,
    articles: Sequence[Article],
    options: Options,
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Checked:
    """What the checks say of these articles; the same whatever the executor."""
    batches = [articles[n : n + BATCH] for n in range(0, len(articles), BATCH)]
    run = map if executor is None or len(batches) < 2 else executor.map
    said: list[Said] = []
    done = 0
    for batch, some in zip(batches, run(partial(_batch, project, options), batches), strict=True):
        said += some
        done += len(batch)
        progress(done)
    return together(said, options.rules)


def together(said: Sequence[Said], asked: Rules) -> Checked:
    """The findings of several locales and articles, with those of the checks that read them all."""
    places = [(one, number) for one in said for number in range(len(one.rows))]
    more: dict[int, list[tuple[int, Finding]]] = {}
    rows = [row for one in said for row in one.rows]
    for name in asked.asked(checks.ARTICLES):
        for place, finding in rules.module(name).check_article(rows):
            one, number = places[place]
            more.setdefault(id(one), []).append((number, finding))
    found: list[Found] = []
    for one in said:
        for number, finding in sorted((*one.found, *more.get(id(one), ())), key=_in_order):
            if number in one.meant:
                found += _located(one.spots[number], finding, asked)
    return Checked(tuple(found), sum(len(one.meant) for one in said))


def _in_order(one: tuple[int, Finding]) -> tuple[int, int, int]:
    number, finding = one
    return number, (finding.span or (0, 0))[0], rules.ORDER.get(finding.check, 0)


def _located(spot: Spot, finding: Finding, asked: Rules) -> Iterator[Found]:
    severity = asked.severity(finding, spot.kind)
    if severity != OFF:
        finding = finding if severity == finding.severity else replace(finding, severity=severity)
        yield Found(spot, finding, dict(spot.waivers).get(rules.code(finding)))


def _batch(project: Project, options: Options, articles: Iterable[Article]) -> list[Said]:
    return [one for article in articles for one in of_article(project, article, options)]


def of_article(project: Project, article: Article, options: Options) -> Iterator[Said]:
    """What the checks of segments and catalogs say of an article, its own locale first."""
    original = Original(view.source(project, article), naming.load(project))
    source = original.source
    for locale in (source.locale, *source.targets):
        if not options.locales or locale in options.locales:
            side = original.side if locale == source.locale else view.side(source, locale)
            yield of_side(original, side, options)


def of_locale(source: view.Source, side: view.Side, asked: Rules) -> Checked:
    """What they say of one locale of an article, where it alone is asked about."""
    said = of_side(Original(source, naming.load(source.project)), side, Options(asked))
    return together([said], asked)


def of_side(original: Original, side: view.Side, options: Options) -> Said:
    """What they say of one locale."""
    spoken = tuple(spots.spoken(original, side, drafts=options.drafts))
    keys = options.changed(original, side) if options.changed else None
    meant = frozenset(number for number, one in enumerate(spoken) if options.means(one.spot, keys))
    asked = inspector(original.glossary, side, options.rules)
    texts = {number: asked.read(one) for number, one in enumerate(spoken) if one.named}
    found: list[tuple[int, Finding]] = []
    for number in sorted(meant):
        found += ((number, finding) for finding in asked.segment(spoken[number], texts.get(number)))
    numbers = {one.spot.key: number for number, one in enumerate(spoken)}
    found += ((numbers[key], finding) for key, finding in asked.catalog() if key in numbers)
    found += asked.names(texts)
    found += asked.originals(spoken)
    rows: tuple[Row, ...] = ()
    if not side.is_source and side.source.article.is_page and options.rules.asked(checks.ARTICLES):
        rows = tuple(_row(original, side, one) for one in spoken)
    return Said(tuple(one.spot for one in spoken), tuple(found), rows, meant)


def _row(original: Original, side: view.Side, one: Spoken) -> Row:
    """A row as another process gets it: with the texts, and nothing that was read in them."""
    pair = one.pair
    source, target = Text(pair.source.text, pair.source.locale), Text(pair.target.text, pair.target.locale)
    bare = Pair(source, target, pair.kind, pair.approved, pair.limit)
    return Row(one.spot.article, bare, histories.history(side, one.spot.key, original.side))


@dataclass(frozen=True)
class Inspector:
    """The checks that are asked of one locale of an article."""

    glossary: Glossary
    side: view.Side
    segments: tuple[str, ...]
    """Names of checks of segments."""
    with_names: bool
    with_originals: bool
    catalogs: tuple[str, ...]

    def read(self, one: Spoken) -> Texts:
        """A text with the names in its source and its target."""
        from l10n.workflow import checking  # where there are no names, none of its tables is needed

        return checking.checker(self.glossary, self.side.locale).read(one.spot.source, one.spot.target, one.named)

    def segment(self, one: Spoken, texts: Texts | None) -> Iterator[Finding]:
        """What the checks of segments, and that of names, say of a text. texts: with the names in it."""
        pair = one.pair
        if self.side.is_source:
            if self.segments:
                yield from checks.run_source(pair.target, pair.kind, self.segments)
            return
        if self.segments:
            yield from checks.run(pair, self.segments)
            yield from self._forms(one)
        if texts is not None and self.with_names:
            from l10n.workflow import checking

            yield from checking.checker(self.glossary, self.side.locale).check(texts)

    def _forms(self, one: Spoken) -> Iterator[Finding]:
        """What the checks of segments say of the plural forms behind the first; a span would be in another text."""
        plural = one.entry.plural
        for number, form in enumerate(one.entry.targets[1:] if plural is not None else (), 1):
            pair = replace(
                one.pair, source=Text(plural or "", self.side.source.locale), target=Text(form, self.side.locale)
            )
            for said in checks.run(pair, self.segments) if form else ():
                message = phrase("plural form {number}: {said}", number=number, said=said.message)
                yield replace(said, span=None, source_span=None, replacement=None, message=message)

    def names(self, texts: Mapping[int, Texts]) -> Iterator[tuple[int, Finding]]:
        """What the check of names says of all texts together, by their numbers."""
        if texts and self.with_names:
            from l10n.workflow import checking

            numbers = tuple(texts)
            for place, finding in checking.two_spellings(texts.values()):
                yield numbers[place], finding

    def originals(self, spoken: Sequence[Spoken]) -> Iterator[tuple[int, Finding]]:
        """What is said of all texts of an original together, by their numbers."""
        if self.with_originals:
            from l10n.workflow import entities

            texts = [(one.spot.target, one.spot.kind) for one in spoken]
            yield from entities.findings(texts, self.side.locale, self.glossary)

    def catalog(self) -> Iterator[tuple[Key, Finding]]:
        """What the checks of catalogs say of the entries."""
        for name in self.catalogs:
            for entry, finding in rules.module(name).check_catalog(self.side.catalog):
                yield entry.key, finding


def inspector(glossary: Glossary, side: view.Side, asked: Rules) -> Inspector:
    """The checks that the settings and options ask for, as far as they are any of this locale."""
    segments, catalogs = asked.asked(checks.CHECKS), asked.asked(checks.CATALOGS)
    names = bool(asked.asked(checks.NAMES)) and not side.is_source
    originals = bool(asked.asked(checks.ORIGINALS)) and side.is_source
    if side.source.article.is_catalog:
        segments, names, originals = tuple(name for name in segments if name in OF_MESSAGES), False, False
    if side.source.article.is_glossary:
        segments, names, originals = tuple(name for name in segments if name in OF_GLOSSARY), False, False
    return Inspector(glossary, side, segments, names, originals, catalogs)
