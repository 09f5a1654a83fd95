"""Asking an engine: every text of a request comes back as a draft or with a reason, whatever happens.

    protect ─► look into the cache ─► count, up to the ceiling ─► batches ─► ask, again where it passes
        ─► keep at once ─► restore ─► judge

A batch that comes back garbled is halved until the text is found that spoils it.  What is unavailable or refused ends
the work: the rest has that reason, what is finished stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.engines.cache import Cache
from l10n.engines.contract import (
    CEILING,
    ERROR,
    Draft,
    Engine,
    Garbled,
    Pair,
    Piece,
    Policy,
    Reply,
    Request,
    Route,
    Service,
    Text,
)
from l10n.engines.judging import LONGER, SLACK, fault
from l10n.engines.protection import Protected, protect
from l10n.engines.restoring import restore
from l10n.engines.retrying import Clock, over, persist
from l10n.errors import EngineError
from l10n.phrases import phrase

NOTHING = Draft(reason=phrase("the engine gave nothing"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A text of the request on its way."""

    protected: Protected
    questions: tuple[str, ...]
    """Of its pieces."""


@dataclass(slots=True)
class Work:
    """What is known so far, by question."""

    answers: dict[str, str] = field(default_factory=dict)
    none: dict[str, Draft] = field(default_factory=dict)
    """What has no answer, and why."""
    sent: set[str] = field(default_factory=set)
    error: EngineError | None = None
    requests: int = 0
    characters: int = 0
    garbled: int = 0
    """In a row, over all requests of the run."""
    spoilt: set[str] = field(default_factory=set)
    """The texts that came back garbled by themselves in this row: where it does not end, that was not their fault."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What it would take to draft a request."""

    texts: int = 0
    """Sent, equal ones once."""
    characters: int = 0
    """Sent, protected parts included."""
    cached: int = 0
    """Texts for which nothing has to be asked."""
    impossible: int = 0
    """Texts that cannot be sent."""


def translate(
    service: Service,
    request: Request,
    cache: Cache | None = None,
    clock: Clock | None = None,
    progress: Callable[[int, int], None] = lambda done, every: None,
) -> Reply:
    """Drafts of a request by a service of the project, in its order, never more and never fewer.

    progress: told after each batch how many texts were dealt with, of how many that had to be sent.
    """
    engine, clock = service.engine, clock or Clock()
    try:
        route = engine.route(request.source, request.target)
    except EngineError as error:
        return Reply((Draft(reason=error.what, left=ERROR),) * len(request.texts), error)
    asked, pieces = _prepared(engine, request, route)
    work = Work(answers=cache.find(pieces) if cache else {}, garbled=service.meter.garbled)
    open_ones = _affordable({one: piece for one, piece in pieces.items() if one not in work.answers}, service, work)
    _Run(engine, route, service.policy, clock, cache, work).all(list(open_ones.items()), progress)
    _give_back(service, open_ones, work)
    service.meter.garbled = work.garbled
    results = tuple(_draft(engine, one, work, route) for one in asked)
    if cache and not engine.steady:
        cache.forget(_useless(asked, results))
    return Reply(results, work.error, work.requests, work.characters)


def cost(service: Service, request: Request, cache: Cache | None = None) -> Cost:
    """What would be sent; nothing is. EngineError where the service does not have the languages."""
    engine = service.engine
    route = engine.route(request.source, request.target)
    asked, pieces = _prepared(engine, request, route)
    known = cache.find(pieces) if cache else {}
    sent = [piece for one, piece in pieces.items() if one not in known]
    return Cost(
        texts=len(sent),
        characters=sum(len(piece.wire) for piece in sent),
        cached=sum(1 for one in asked if not one.protected.reason and all(q in known for q in one.questions)),
        impossible=sum(1 for one in asked if one.protected.reason),
    )


def _prepared(engine: Engine, request: Request, route: Route) -> tuple[list[Asked], dict[str, Piece]]:
    """The texts as they may be sent, and their pieces by question, equal ones once."""
    asked = []
    pieces: dict[str, Piece] = {}
    glossary = _Glossary(request.glossary) if engine.reads_context else None
    for text in request.texts:
        held = protect(text, route, markup=engine.markup, shows=engine.shows, longest=engine.limits.characters)
        terms = glossary.of(text) if glossary else ()
        questions = []
        for wire in held.pieces if not held.reason else ():
            piece = Piece(wire, text, terms)
            questions.append(engine.identity(piece, route))
            pieces.setdefault(questions[-1], piece)
        asked.append(Asked(held, tuple(questions)))
    return asked, pieces


class _Glossary:
    """Which entries a text has: those whose first word, or its beginning, stands in it."""

    def __init__(self, entries: Sequence[Pair]) -> None:
        self.entries = [(entry, entry.source[:_STEM].casefold()) for entry in entries if entry.source and entry.target]

    def of(self, text: Text) -> tuple[Pair, ...]:
        source = text.source.casefold()
        named = tuple(Pair(text.source[one.start : one.end], one.rendering) for one in text.names)
        return tuple(dict.fromkeys((*named, *(entry for entry, stem in self.entries if stem in source))))


_STEM = 5
"""Letters of an entry that stay in all its forms, more often than not; one too many in a prompt does no harm."""


def _affordable(pieces: dict[str, Piece], service: Service, work: Work) -> dict[str, Piece]:
    """The pieces up to the ceiling; the others have that as their reason."""
    taken = {}
    ceiling = service.policy.ceiling
    for one, piece in pieces.items():
        if service.meter.take(len(piece.wire), ceiling):
            taken[one] = piece
        else:
            work.none[one] = Draft(
                reason=phrase(
                    "the ceiling of {ceiling} characters for `{service}` is reached",
                    ceiling=ceiling,
                    service=service.name,
                ),
                left=CEILING,
            )
    return taken


def _give_back(service: Service, pieces: dict[str, Piece], work: Work) -> None:
    """Count what was sent, and not what might have been."""
    for one, piece in pieces.items():
        if one in work.sent:
            work.characters += len(piece.wire)
        else:
            service.meter.give_back(len(piece.wire))


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of an engine over what is open."""

    engine: Engine
    route: Route
    policy: Policy
    clock: Clock
    cache: Cache | None
    work: Work

    def all(self, todo: Sequence[tuple[str, Piece]], progress: Callable[[int, int], None]) -> None:
        """Ask for all of it, until it is done or the work has its error."""
        until = self.clock.now() + self.policy.deadline_s
        done = 0
        try:
            for batch in batches(todo, self.engine):
                self._some(batch, until)
                done += len(batch)
                progress(done, len(todo))
        except EngineError as error:
            self.work.error = error
            none = Draft(reason=error.what, left=ERROR)
            for one, _ in todo:
                if one not in self.work.answers and (one not in self.work.none or one in self.work.spoilt):
                    self.work.none[one] = none

    def _some(self, batch: Sequence[tuple[str, Piece]], until: float) -> None:
        """Ask for a batch, and for its halves where it comes back garbled."""
        if self.clock.now() >= until:
            raise over(self.engine.name, self.policy)
        pieces = [piece for _, piece in batch]
        self.work.sent.update(one for one, _ in batch)
        try:
            answers = persist(
                lambda seconds: self._send(pieces, seconds), self.policy, until, self.clock, self.engine.name
            )
        except Garbled as error:
            self.work.garbled += 1
            if self.work.garbled >= self.engine.patience:
                raise
            if len(batch) == 1:
                self.work.none[batch[0][0]] = Draft(reason=error.what)
                self.work.spoilt.add(batch[0][0])
                return
            half = len(batch) // 2
            self._some(batch[:half], until)
            self._some(batch[half:], until)
            return
        self.work.garbled = 0
        self.work.spoilt.clear()
        fresh = {}
        for (one, piece), answer in zip(batch, answers, strict=True):
            if answer is None or not answer.strip():
                self.work.none[one] = NOTHING
            elif self.engine.key is not None and self.engine.key.is_in(answer):
                self.work.none[one] = Draft(reason=phrase("the engine put in the key that it is asked with"))
            else:
                fresh[one] = answer[: most(piece)]
        self.work.answers.update(fresh)
        if self.cache:
            self.cache.keep(fresh)

    def _send(self, pieces: Sequence[Piece], seconds: float) -> Sequence[str | None]:
        self.work.requests += 1
        answers = self.engine.send(pieces, self.route, seconds)
        if len(answers) != len(pieces):
            raise Garbled(
                phrase(
                    "`{name}` answered {given} texts for {asked}",
                    name=self.engine.name,
                    given=len(answers),
                    asked=len(pieces),
                )
            )
        return answers


def most(piece: Piece) -> int:
    """Characters of an answer that are looked at and kept: more of them make no draft, and only fill the disk."""
    return 2 * LONGER * max(len(piece.wire), len(piece.text.source)) + 10 * SLACK


def batches(todo: Sequence[tuple[str, Piece]], engine: Engine) -> Iterator[list[tuple[str, Piece]]]:
    """The pieces in their order, as many at once as the service takes."""
    batch: list[tuple[str, Piece]] = []
    size = 0
    for one, piece in todo:
        length = len(piece.wire)
        if batch and (len(batch) >= engine.limits.texts or size + length > engine.limits.characters):
            yield batch
            batch, size = [], 0
        batch.append((one, piece))
        size += length
    if batch:
        yield batch


def _draft(engine: Engine, asked: Asked, work: Work, route: Route) -> Draft:
    """The result for one text."""
    held = asked.protected
    if held.reason:
        return Draft(reason=held.reason)
    if not held.text.source.strip():
        return Draft(reason=phrase("there is nothing to translate"))
    for one in asked.questions:
        if one not in work.answers:
            return work.none.get(one, NOTHING)
    restored = restore(held, [work.answers[one] for one in asked.questions])
    translated = engine.translates and bool(asked.questions)
    reason = fault(held, restored, route, shows=engine.shows, translated=translated)
    return Draft(reason=reason) if reason else Draft(restored.text)


def _useless(asked: Sequence[Asked], results: Sequence[Draft]) -> list[str]:
    """The questions whose answers made no draft: an engine of moods may do better next time."""
    return [one for text, draft in zip(asked, results, strict=True) if not draft for one in text.questions]
