"""What is offered to whoever translates one segment: names, matches of the memory, what needs no words, engines.

naming     the names of the glossary in its source, with their renderings and, on request, their cases
matching   what the memory has, with the difference to the source
wordless   a draft of nothing but names and figures
engines    which may be asked for it; asking, on request alone, sends it to one
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import names, origins, text
from l10n.glossary import Glossary
from l10n.memory import Memory
from l10n.model import Key, Match, Mention, State, Term
from l10n.names.forms.grammar import CASES
from l10n.phrases import phrase, together
from l10n.project.tables import PROJECT
from l10n.workflow import joining, mentions, naming, recalling, remembering, view
from l10n.workflow.drafting import TOLD, Made, Shelf
from l10n.workflow.entering import Around, around

if TYPE_CHECKING:
    from l10n.workflow.consulting import Answer, Desk

LIMIT = 9
"""Matches that are shown: one for each digit."""
LOOKED = 3 * LIMIT
"""Matches that are looked at, because some of them are no help there."""
ENGINES = "engines.sqlite"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a source, and what it is called in a locale."""

    name: Term
    """In the language of the source."""
    term: Term | None
    """In the locale; None where nobody has rendered it."""
    is_draft: bool = False
    """Nobody stands for the rendering yet."""
    features: tuple[str, ...] = ()
    """What the ending of its first mention says."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A match, as it can be put into the segment."""

    match: Match
    target: str
    """With the codes of the segment, or without any (`is_bare`)."""
    is_bare: bool
    diff: tuple[tuple[str, str], ...]
    """From the source of the match to that of the segment, as `text.word_diff`."""

    @property
    def origin(self) -> str:
        """What made a text that is taken over from it."""
        return origins.memory(self.match.kind, self.match.score)


def place(side: view.Side, key: Key) -> Around:
    """A segment between its neighbours, with the sentences that are said in its target; a plural entry has none."""
    found = (place for entry, place in around(side.catalog.entries) if entry.key == key)
    return next(found, Around(key[1], "", ""))


# --- names


def named(found: Iterable[Mention], glossary: Glossary, locale: str) -> list[Named]:
    """The names that were found in a source, each once, in their order."""
    known = mentions.terms(glossary, locale)
    told: dict[str, Named] = {}
    for mention in found:
        name = mentions.term_of(mention)
        term = known.get(name.id)
        is_draft = term is not None and glossary.state(name.id, locale) < State.TRANSLATED
        entry = glossary.by_ref.get(name.id)
        note = entry.note if entry else ""
        told.setdefault(name.id, Named(name, term, is_draft, mention.analysis.features, note))
    return list(told.values())


def cases(term: Term, locale: str) -> list[tuple[str, str]]:
    """A rendering in the cases in which its form is certain, forms that are equal once: ("dative", "Гульнаре …")."""
    made = ((case, names.inflect(term.form, locale, case, term.sex or None, kind=term.kind)) for case in CASES[1:])
    told: dict[str, str] = {}
    for case, form in made:
        if form and form != term.form:
            told.setdefault(form, case)
    return [(case, form) for form, case in told.items()]


def as_mentioned(one: Named, locale: str) -> str:
    """The rendering with the endings that the name has in the source; "" where that is the plain form, or unsure."""
    if one.term is None or not one.features:
        return ""
    form = names.reinflect(one.term.form, locale, one.features, one.term.sex or None, kind=one.term.kind)
    return form if form and form != one.term.form else ""


# --- drafts


def matching(side: view.Side, key: Key, memory: Memory) -> list[Offer]:
    """What the memory has for a segment, the best first; for an article nothing that a program of the project says."""
    source, about = side.source, place(side, key)
    project = source.project
    found = remembering.search(
        project,
        memory,
        about.source,
        limit=LOOKED,
        source=source.locale,
        target=side.locale,
        before=about.before,
        after=about.after,
    )
    mine = (source.article.name, key[0], about.source, side.entries[key].target)
    others = [one for one in found if (one.article, one.context, one.source, one.target) != mine or one.places > 1]
    if not source.article.is_catalog:
        others = [one for one in others if one.article not in project.settings.catalogs or one.origin == PROJECT]
    return [_offer(one, about.source) for one in others[:LIMIT]]


def _offer(match: Match, source: str) -> Offer:
    target = recalling.fitted(source, match.target)
    diff = tuple(text.word_diff(match.source, source)) if match.source != source else ()
    return Offer(match, target or recalling.bare(source, match.target), not target, diff)


def wordless(side: view.Side, key: Key, found: tuple[Mention, ...], glossary: Glossary) -> Made | None:
    """The draft of a segment that needs no translator's words."""
    from l10n.workflow import wordless

    if len(joining.run(side, key)) > 1:
        return None
    said = wordless.rendered(key[1], found, mentions.terms(glossary, side.locale), (side.source.locale, side.locale))
    return Made(said, origins.NAMES) if said else None


# --- engines


def engines(side: view.Side, environ: Mapping[str, str] = os.environ) -> list[str]:
    """The engines of the settings that may be asked for this locale, in their order; nobody is asked yet."""
    return [one.name for one in _desk(side, environ).serving(side.source.locale, side.locale)]


def _desk(side: view.Side, environ: Mapping[str, str]) -> Desk:
    from l10n.workflow import consulting

    if not side.source.project.settings.engines:
        return consulting.Desk(())
    return consulting.Desk(consulting.services(side.source.project, "", environ)[0])


def asking(
    side: view.Side,
    key: Key,
    found: tuple[Mention, ...],
    matches: Iterable[Match] = (),
    environ: Mapping[str, str] = os.environ,
) -> tuple[Answer, str]:
    """What the first engine that can says of a segment, and why none can, or ""."""
    from l10n.engines import Cache, Pair, Text
    from l10n.workflow import wordless

    project, about = side.source.project, place(side, key)
    glossary, locales = naming.load(project), (side.source.locale, side.locale)
    terms = mentions.terms(glossary, side.locale)
    asked = Text(
        about.source,
        tuple(wordless.marked(about.source, found if about.source == key[1] else (), terms)),
        (about.before,) if about.before else (),
        (about.after,) if about.after else (),
        tuple(Pair(one.source, one.target) for one in matches)[:TOLD],
    )
    desk = _desk(side, environ)
    told = Shelf(glossary).pairs(locales) if desk.reads_context(*locales) else ()
    with Cache(project.inside(project.cache / ENGINES)) as desk.cache:
        (answer,) = desk.ask([asked], *locales, told)
    none = [(name, error.sentence) for name, error in desk.given_up.items()]
    none += [(name, error.sentence) for (name, _), error in desk.refused.items()]
    none += [(one.engine, one.reason) for one in answer.unused]
    why = [phrase("{engine}: {why}", engine=engine, why=one) for engine, one in none]
    return answer, together(why) if why else ""
