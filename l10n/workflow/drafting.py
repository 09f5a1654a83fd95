"""The drafts of one locale of an article: each empty segment by the first way that has something for it.

A text that was met before in the run gets the draft that it got there, and nobody is asked twice; only an equal text in
the memory is nearer, since it may be one between the same neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from l10n import origins, text
from l10n.glossary import Glossary
from l10n.model import Key, Match, Mention
from l10n.workflow import leverage, mentions, remembering, view
from l10n.workflow.leverage import Leverage
from l10n.workflow.recalling import Recall, Recalled

if TYPE_CHECKING:
    from l10n.engines import Pair, Text
    from l10n.workflow.consulting import Answer, Desk, Unused

TOLD = 3
"""Matches that an engine is told of."""


class Made(NamedTuple):
    """A draft, whichever segment it is for."""

    target: str
    """"" where it has yet to be asked for, in a dry run."""
    origin: str
    """As `origins` has it."""
    made_for: str = ""
    """The source of the match, where that is another one."""
    is_bare: bool = False
    """It lacks inline codes of its source: a person places them."""

    @property
    def maker(self) -> str:
        """The kind of its origin: `memory`, `names and figures`, `engine google`."""
        maker = origins.parsed(self.origin).maker
        return maker if maker == origins.MEMORY else self.origin


@dataclass(frozen=True, slots=True)
class Gap:
    """A segment without a target."""

    key: Key
    source: str
    """With the sentences that are said in its target, too."""
    before: str
    after: str
    words: int
    matches: Sequence[Match] = ()
    recalled: Recalled | None = None

    @property
    def band(self) -> str:
        """By the match that can be its draft."""
        one = self.recalled
        return leverage.band(one.match.kind, one.match.score) if one else leverage.NOTHING


@dataclass(frozen=True, slots=True)
class Shelf:
    """What all articles of a run share."""

    glossary: Glossary
    recall: Recall | None = None
    """None where the memory is not asked."""
    desk: Desk | None = None
    """None where no engine is asked."""
    dry_run: bool = False
    known: dict[tuple[str, str, str], Made | None] = field(default_factory=dict)
    """By source locale, target locale and text: the draft of each text that was met; None for one without."""
    wanted: dict[tuple[str, str], list[Text]] = field(default_factory=dict)
    """In a dry run, by source and target locale: what engines would be asked for, each text once."""

    def pairs(self, locales: tuple[str, str]) -> tuple[Pair, ...]:
        """The glossary, for engines that can be told of it."""
        from l10n.engines import Pair

        here, there = (mentions.terms(self.glossary, locale) for locale in locales)
        return tuple(Pair(term.form, there[name].form) for name, term in here.items() if name in there)


@dataclass
class Drafter:
    """Drafts what is empty in one locale of an article."""

    shelf: Shelf
    source: view.Source
    side: view.Side
    counted: Leverage
    drafts: dict[Key, Made] = field(default_factory=dict)
    left: list[Key] = field(default_factory=list)
    """What stays empty."""
    unused: list[tuple[Key, Unused]] = field(default_factory=list)
    """What engines said that is no draft."""
    asked: int = 0
    """In a dry run: segments that engines would be asked for."""

    @property
    def locales(self) -> tuple[str, str]:
        return self.source.locale, self.side.locale

    def run(self) -> None:
        """Draft every empty segment; count all segments."""
        waiting: dict[str, list[tuple[Gap, str]]] = {}
        for gap in self._gaps():
            known = (*self.locales, gap.source)
            if gap.recalled and gap.band in (leverage.IN_CONTEXT, leverage.EXACT) and not gap.recalled.is_bare:
                self._put(gap, gap.band, _recalled(gap.recalled))
            elif known in self.shelf.known:
                self._put(gap, leverage.REPEATED, self.shelf.known[known])
            elif gap.source in waiting:
                waiting[gap.source].append((gap, leverage.REPEATED))
            elif made := self._at_hand(gap):
                self.shelf.known[known] = made
                self._put(gap, gap.band, made)
            else:
                waiting[gap.source] = [(gap, gap.band)]
        if waiting:
            self._consult([gaps[0][0] for gaps in waiting.values()], waiting)

    def _gaps(self) -> Iterator[Gap]:
        """The segments without a target, in document order; the others are counted."""
        recall, counted = self.shelf.recall, self.counted
        for entry, place in remembering.around(self.side.catalog.entries):
            words = text.word_count(entry.source)
            if not entry.empty:
                if entry.fuzzy:
                    counted.drafts = counted.drafts.plus(words)
                else:
                    counted.typed = counted.typed.plus(words)
                continue
            matches = recall.matches(*place, self.locales) if recall else []
            best = recall.best(place.source, matches) if recall else None
            yield Gap(entry.key, *place, words, matches, best)

    def _put(self, gap: Gap, band: str, made: Made | None) -> None:
        """Keep the draft of a segment, and count it."""
        self.counted.met(band, gap.words, made.maker if made else "")
        if made is None:
            self.left.append(gap.key)
        elif made.target:
            self.drafts[gap.key] = made
        else:
            self.asked += 1

    def _at_hand(self, gap: Gap) -> Made | None:
        """The draft for which nobody has to be asked."""
        if gap.recalled and not gap.recalled.is_bare:
            return _recalled(gap.recalled)
        from l10n.workflow import wordless  # where the memory has everything, nothing of it is needed

        terms = mentions.terms(self.shelf.glossary, self.side.locale)
        said = wordless.rendered(gap.source, self._mentions(gap), terms, self.locales)
        return Made(said, origins.NAMES) if said else None

    # --- engines

    def _consult(self, gaps: Sequence[Gap], waiting: Mapping[str, list[tuple[Gap, str]]]) -> None:
        """Ask the engines for texts, and put what comes; where nothing does, what the memory had without its codes."""
        for gap, answer in zip(gaps, self._answers(gaps), strict=True):
            made = answer
            if made is None and gap.recalled:
                made = _recalled(gap.recalled)
            self.shelf.known[(*self.locales, gap.source)] = made
            for one, band in waiting[gap.source]:
                self._put(one, band, made)

    def _answers(self, gaps: Sequence[Gap]) -> list[Made | None]:
        desk = self.shelf.desk
        first = next(desk.serving(*self.locales), None) if desk else None
        if desk is None or first is None:
            return [None] * len(gaps)
        texts = [self._text(gap) for gap in gaps]
        if self.shelf.dry_run:
            self.shelf.wanted.setdefault(self.locales, []).extend(texts)
            return [Made("", origins.engine(first.name))] * len(gaps)
        told = self.shelf.pairs(self.locales) if desk.reads_context(*self.locales) else ()
        answers = desk.ask(texts, *self.locales, told)
        for gap, answer in zip(gaps, answers, strict=True):
            self.unused += ((gap.key, one) for one in answer.unused)
        return [_answered(answer) for answer in answers]

    def _text(self, gap: Gap) -> Text:
        """What an engine is told of a segment."""
        from l10n.engines import Pair, Text
        from l10n.workflow import wordless

        terms = mentions.terms(self.shelf.glossary, self.side.locale)
        return Text(
            gap.source,
            tuple(wordless.marked(gap.source, self._mentions(gap), terms)),
            (gap.before,) if gap.before else (),
            (gap.after,) if gap.after else (),
            tuple(Pair(one.source, one.target) for one in gap.matches[:TOLD]),
        )

    def _mentions(self, gap: Gap) -> tuple[Mention, ...]:
        """The names in a segment; none where several are said in one target."""
        return self._named.get(gap.key, ()) if gap.source == gap.key[1] else ()

    @cached_property
    def _named(self) -> Mapping[Key, tuple[Mention, ...]]:
        return mentions.named(self.source, self.shelf.glossary)


def _recalled(one: Recalled) -> Made:
    similar = one.match.source if one.match.kind in ("adapted", "fuzzy") else ""
    return Made(one.target, one.origin, similar, one.is_bare)


def _answered(answer: Answer) -> Made | None:
    return Made(answer.target, origins.engine(answer.engine)) if answer.target else None
