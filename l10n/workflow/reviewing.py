"""review: what waits for whom, and the verbs of an editor, bound to exactly the texts that were listed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial

from l10n import files, ledger, text
from l10n.errors import ProjectError
from l10n.ledger import Outcome, Reviewer
from l10n.model import Entry, Key, State
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.workflow import mentions, view, writing
from l10n.workflow.items import Item, of_side
from l10n.workflow.writing import Pending, alone, steadily

LISTED = "listed.json"
"""Under `.l10n/`: the texts that the last listing showed, so that a verb touches no other."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which segments are meant; every part that is given must fit."""

    locales: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    """Ids or their beginnings."""
    kinds: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    waits_for: str = ""
    """translator or editor."""
    claims: bool = False
    questions: bool = False

    def fits(self, item: Item) -> bool:
        """Whether a segment is meant."""
        return (
            (not self.segments or any(item.id.startswith(one) for one in self.segments))
            and (not self.kinds or item.segment.kind in self.kinds)
            and (not self.states or item.status.state in self.states)
            and (not self.waits_for or item.waits_for == self.waits_for)
            and (not self.claims or item.claims)
            and (not self.questions or bool(item.questions))
        )


def items(project: Project, articles: Iterable[Article], wanted: Filter) -> list[Item]:
    """The segments that fit, in document order; of an original nobody asked for, its copy edits alone."""
    found: list[Item] = []
    for article in articles:
        source = mentions.source(project, article)
        for locale in wanted.locales or project.settings.locales:
            side = view.side(source, locale, authors=True)
            asked = bool(wanted.locales) or not side.is_source
            fitting = [item for item in of_side(side) if (asked or not item.entry.empty) and wanted.fits(item)]
            found += _checked(project, side, fitting)
    return found


def _checked(project: Project, side: view.Side, listed: list[Item]) -> list[Item]:
    """The items with what the checks say of each."""
    if not listed:
        return listed
    from l10n.workflow import against  # who lists nothing, or sends back, needs no check
    from l10n.workflow.rules import Rules

    told = against.findings(side, {item.segment.key for item in listed}, Rules.of(project))
    return [
        replace(item, findings=tuple(one.finding for one in told.get(item.segment.key, ()) if one.waiver is None))
        for item in listed
    ]


def require(project: Project, articles: Iterable[Article], segments: Sequence[str]) -> None:
    """ProjectError for an id that no segment of these articles has."""
    ids = {text.segment_id(*one.key) for a in articles for one in mentions.source(project, a).assembly.segments}
    for name in segments:
        if not any(one.startswith(name) for one in ids):
            raise ProjectError(
                phrase("no segment is called `{name}`", name=name),
                hint=phrase("`l10n review --all` lists the segments with their ids"),
            )


def remember(project: Project, listed: Sequence[Item]) -> None:
    """Keep which texts were shown."""
    rows = {_name(item): item.status.digest for item in listed}
    files.replace(project.cache / LISTED, json.dumps(rows, indent=0, sort_keys=True).encode("utf-8"))


def has_listed(project: Project) -> bool:
    """Whether there was a listing, be it an empty one."""
    return (project.cache / LISTED).exists()


def remembered(project: Project) -> dict[str, str]:
    """The texts that the last listing showed, by segment; empty where nothing was listed."""
    try:
        data, _ = files.read(project.cache / LISTED)
        rows = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}


def _name(item: Item) -> str:
    return f"{item.article}\t{item.locale}\t{item.id}"


def listing(article: str, locale: str, digests: Mapping[str, str]) -> dict[str, str]:
    """The texts that a page showed of an article, by id of segment, as `act` takes them."""
    return {f"{article}\t{locale}\t{segment}": digest for segment, digest in digests.items()}


def bind(project: Project, articles: Iterable[Article], wanted: Filter, digests: Mapping[str, str]) -> dict[str, str]:
    """What to act on where a person gave each segment with its digest, and so has read exactly that text.

    One segment has several texts, a locale each: that one is meant whose digest it is, and none where it is no more.
    """
    meant = [
        (item, next(one for one in wanted.segments if item.id.startswith(one)))
        for item in items(project, articles, wanted)
    ]
    there = {name for item, name in meant if item.status.digest.startswith(digests[name])}
    return {
        _name(item): digests[name]
        for item, name in meant
        if name not in there or item.status.digest.startswith(digests[name])
    }


Verb = Callable[[Iterable[Entry], ledger.Ledger, Reviewer, Mapping[Key, str]], Outcome]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a verb did in one catalog."""

    article: str
    locale: str
    done: tuple[Item, ...]
    skipped: tuple[tuple[Item | None, str], ...]


def reviewer(project: Project, locale: str, *, who: str, when: str) -> Reviewer:
    """A person in a locale, under the rules of a project."""
    settings = project.settings
    return Reviewer(
        who=who,
        when=when,
        locale=locale,
        people=settings.people,
        four_eyes=settings.gate.four_eyes,
        bar_drafts=settings.pretranslating.bar_unchanged_drafts,
    )


def objections(side: view.Side, chosen: Iterable[Item], by: Reviewer) -> dict[Key, str]:
    """Of those of these segments that this person must not approve now, not even as final, why.

    ProjectError for somebody who may approve nothing here.
    """
    chosen = list(chosen)
    by = replace(by, faults={item.segment.key: item.fault for item in chosen if item.fault})
    return ledger.objections([item.entry for item in chosen], side.ledger, by, final=True)


def act(
    project: Project,
    articles: Sequence[Article],
    wanted: Filter,
    verb: Verb,
    *,
    who: str,
    when: str,
    listed: Mapping[str, str],
    source_of: Callable[[Project, Article], view.Source] = mentions.source,
    check: bool = True,
    hold: Callable[[Project], AbstractContextManager[object]] = alone,
) -> list[Reviewed]:
    """Do a verb to the segments that fit and that were listed; what changed since is skipped and said.

    Everything is planned before anything is written: what is refused leaves every file as it was.
    source_of: gives an article as it is on disk.  check: tell what the checks say of what was approved.
    hold: keeps others from writing; `writing.locked` for many short verbs of one run.
    """
    planned: list[tuple[Reviewed, Pending | None]] = []
    attempts = []
    with hold(project):
        try:
            for article in articles:
                source = source_of(project, article)
                for locale in wanted.locales or project.settings.locales:
                    by = reviewer(project, locale, who=who, when=when)
                    attempts.append(partial(_plan, source, locale, wanted, verb, by, listed, check=check))
                    planned.append(steadily(attempts[-1]))
            results = [_put(*one, attempt) for one, attempt in zip(planned, attempts, strict=True)]
        except BaseException:
            for _, pending in planned:
                if pending is not None:
                    pending.drop()
            raise
    return [result for result in results if result.done or result.skipped]


def _plan(
    source: view.Source,
    locale: str,
    wanted: Filter,
    verb: Verb,
    by: Reviewer,
    listed: Mapping[str, str],
    *,
    check: bool = True,
) -> tuple[Reviewed, Pending | None]:
    """What the verb does in one catalog, and what has to be written."""
    side = view.side(source, locale, when=by.when, authors=True)
    chosen = [item for item in of_side(side) if wanted.fits(item) and _name(item) in listed]
    digests = {item.segment.key: listed[_name(item)] for item in chosen}
    by = replace(by, faults={item.segment.key: item.fault for item in chosen if item.fault})
    outcome = verb([item.entry for item in chosen], side.ledger, by, digests)
    by_key = {item.segment.key: item for item in chosen}
    skipped = tuple((by_key.get(one.key), one.why) for one in outcome.skipped)
    left = {one.key for one in outcome.skipped}
    done = [item for item in chosen if item.segment.key not in left]
    if check and any(record.verb == "approve" for record in outcome.records):
        done = _checked(source.project, side, done)
    pending = writing.plan(_after(side, outcome)) if outcome.records else None
    return Reviewed(source.article.name, locale, tuple(done), skipped), pending


def _after(side: view.Side, outcome: Outcome) -> view.Side:
    """The side with what the verb changed."""
    changed = {entry.key: entry for entry in outcome.entries}
    entries = tuple(entry if entry.obsolete else changed.get(entry.key, entry) for entry in side.catalog.entries)
    return replace(
        side, catalog=side.catalog.replace(entries=entries), records=(*side.records, *outcome.records), _statuses={}
    )


def _put(
    reviewed: Reviewed, pending: Pending | None, attempt: Callable[[], tuple[Reviewed, Pending | None]]
) -> Reviewed:
    """Write one catalog; read anew where another program saved it meanwhile."""

    def anew() -> Reviewed:
        result, waiting = attempt()
        if waiting is not None:
            waiting.put()
        return result

    try:
        if pending is not None:
            pending.put()
        return reviewed
    except files.Changed:
        return steadily(anew)


def person(project: Project, by: str, git_identity: str) -> str:
    """Who reviews: the id that is given, or the person whom git's settings mean; ProjectError for nobody."""
    if by:
        return by
    known = ledger.identify(git_identity, project.settings.people.values()) if git_identity else ""
    if known:
        return known
    raise ProjectError(
        phrase("nobody is named who does this"),
        hint=phrase("say `--by ID`, or give your mail address in git's settings to a person in `[people]`"),
    )
