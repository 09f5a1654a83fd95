"""check --waive: an editor says, with a reason, that findings in exactly this text are none; and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from l10n import ledger
from l10n.errors import ProjectError
from l10n.ledger import Ledger, Reviewer
from l10n.model import Record
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.workflow import inspecting, mentions, naming, rules, spots, view, writing
from l10n.workflow.inspecting import Options
from l10n.workflow.spots import Original, Spot

Verb = Callable[[Ledger, Reviewer, str, Collection[str]], tuple[Record, ...]]
"""(ledger, by whom, digest of a text, check.rules) ▸ the records."""


@dataclass(frozen=True, slots=True)
class Waived:
    """What was waived of a text, or taken back."""

    spot: Spot
    codes: tuple[str, ...]
    """Each check.rule."""


def waive(
    project: Project, articles: Sequence[Article], options: Options, word: str, *, who: str, when: str, note: str
) -> list[Waived]:
    """Waive the open findings of a check, or check.rule, in the segments that the options name.

    ProjectError for somebody who may not, without a reason, and where several texts are meant.
    """
    codes, wanted = rules.parts(word), dict[Spot, tuple[str, ...]]()
    for one in inspecting.check(project, articles, options).open:
        if one.code in codes and one.code not in wanted.get(one.spot, ()):
            wanted[one.spot] = (*wanted.get(one.spot, ()), one.code)
    _one_text(wanted)
    return _put(project, wanted, partial(ledger.waive, reason=note), who, when)


def unwaive(
    project: Project, articles: Sequence[Article], options: Options, word: str, *, who: str, when: str, note: str
) -> list[Waived]:
    """Take back the waivers of a check, or check.rule, in the segments that the options name."""
    codes, wanted = rules.parts(word), dict[Spot, tuple[str, ...]]()
    for article in articles:
        for spot in _spots(project, article, options):
            if found := tuple(code for code, _ in spot.waivers if code in codes):
                wanted[spot] = found
    _one_text(wanted)
    return _put(project, wanted, partial(ledger.unwaive, note=note), who, when)


def _spots(project: Project, article: Article, options: Options) -> Iterator[Spot]:
    original = Original(view.source(project, article), naming.load(project))
    for locale in (original.source.locale, *original.source.targets):
        if not options.locales or locale in options.locales:
            for one in spots.spoken(original, view.side(original.source, locale), drafts=options.drafts):
                if options.means(one.spot, None):
                    yield one.spot


def _one_text(wanted: Mapping[Spot, object]) -> None:
    """ProjectError where more than one text is meant: each is waived by itself."""
    where = [f"`{one.id}` in {one.article} · {one.locale}" for one in wanted]
    if len({(one.locale, one.digest) for one in wanted}) > 1:
        shown = ", ".join(where[:4]) + (" …" if len(where) > 4 else "")
        raise ProjectError(
            phrase("several texts are meant: {shown}", shown=shown),
            hint=phrase("name one, by article, `-s ID` and `-l TAG`"),
        )


def _put(project: Project, wanted: Mapping[Spot, tuple[str, ...]], verb: Verb, who: str, when: str) -> list[Waived]:
    done = []
    with writing.alone(project):
        for spot, codes in wanted.items():
            if writing.steadily(partial(_attempt, project, spot, codes, verb, who, when)):
                done.append(Waived(spot, codes))
    return done


def _attempt(project: Project, spot: Spot, codes: tuple[str, ...], verb: Verb, who: str, when: str) -> bool:
    """Write the records of one text; False where it is no longer that text."""
    settings = project.settings
    original = Original(mentions.source(project, project.article(spot.article)), naming.load(project))
    side = view.side(original.source, spot.locale, when=when)
    if not any(one.spot.digest == spot.digest for one in spots.spoken(original, side, drafts=True)):
        return False
    by = Reviewer(who=who, when=when, locale=spot.locale, people=settings.people)
    records = verb(side.ledger, by, spot.digest, codes)
    pending = writing.plan(replace(side, records=(*side.records, *records)))
    pending.put()
    return bool(records)
