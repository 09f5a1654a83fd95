"""The engines of a project at work: who is asked for a locale, in which order, and what each has left undone.

The settings name them; their order is the order in which they are asked, and one gets only what those before it could
not draft.  One that breaks down is not asked again in the run: what it finished stays, and the rest goes to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from l10n import engines
from l10n.engines import Cache, Pair, Request, Service, Text
from l10n.errors import EngineError, L10nError, ProjectError, Refused
from l10n.phrases import phrase
from l10n.project import Project


@dataclass(frozen=True, slots=True)
class Unused:
    """What an engine said of a text, and why it is no draft."""

    engine: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engines together have for a text."""

    target: str = ""
    """"" where none has a draft."""
    engine: str = ""
    unused: tuple[Unused, ...] = ()


@dataclass(frozen=True, slots=True)
class Bill:
    """What one engine would be sent for one locale."""

    engine: str
    locale: str
    texts: int
    """Sent, equal ones once."""
    characters: int
    cached: int
    """Texts that it has answered before: they are not sent."""
    impossible: int
    """Texts that cannot be sent."""
    ceiling: int
    """Characters in one run; 0: none."""
    over: int
    """Characters beyond it, those for the locales before this one counted in."""


def services(project: Project, only: str, environ: Mapping[str, str]) -> tuple[list[Service], dict[str, EngineError]]:
    """The engines that the settings name, and those that cannot be asked, because their key is missing.

    only: this one alone; ProjectError where the settings do not name it, EngineError where it cannot be asked.
    """
    tables = project.settings.engines
    if only and only not in tables:
        known = ", ".join(f"`{name}`" for name in tables)
        hint = (
            phrase("they name {names}", names=known)
            if known
            else phrase("write `[engines.{engine}]` there, with the `locales` that it serves", engine=only)
        )
        raise ProjectError(
            phrase("the settings name no engine `{engine}`", engine=only), where=str(project.settings_file), hint=hint
        )
    found: list[Service] = []
    missing: dict[str, EngineError] = {}
    for name, table in tables.items():
        if only and name != only:
            continue
        try:
            found += engines.configured({name: table}, environ)
        except EngineError as error:
            if only:
                raise
            missing[name] = error
        except L10nError as error:
            error.where = error.where or str(project.settings_file)
            raise
    return found, missing


@dataclass
class Desk:
    """The engines of a run."""

    services: Sequence[Service]
    cache: Cache | None = None
    progress: Callable[[int, int], None] = lambda done, total: None
    given_up: dict[str, EngineError] = field(default_factory=dict)
    """Engines that broke down, and how."""
    refused: dict[tuple[str, str], EngineError] = field(default_factory=dict)
    """By engine and locale: the service does not have it, or says no to whoever asks."""
    at_ceiling: dict[str, int] = field(default_factory=dict)
    """How many texts an engine was not sent because its ceiling was reached."""
    sent: dict[str, int] = field(default_factory=dict)
    """Characters, by engine."""

    def serving(self, source: str, target: str) -> Iterator[Service]:
        """Those that may be asked for a locale, in their order."""
        for service in self.services:
            name = service.name
            if name in self.given_up or (name, target) in self.refused or not service.serves(target):
                continue
            try:
                service.engine.route(source, target)
            except Refused as error:
                self.refused[name, target] = error
            else:
                yield service

    def reads_context(self, source: str, target: str) -> bool:
        """Whether any of them is told of neighbours and matches."""
        return any(one.engine.reads_context for one in self.serving(source, target))

    def ask(self, texts: Sequence[Text], source: str, target: str, glossary: tuple[Pair, ...] = ()) -> list[Answer]:
        """An answer for each text; what is finished stays when an engine breaks down."""
        answers = [Answer() for _ in texts]
        open_ones = list(range(len(texts)))
        for service in self.serving(source, target):
            if not open_ones:
                break
            request = Request(tuple(texts[n] for n in open_ones), source, target, glossary)
            reply = engines.translate(service, request, self.cache, progress=self.progress)
            self.sent[service.name] = self.sent.get(service.name, 0) + reply.characters
            if isinstance(reply.error, Refused):
                self.refused[service.name, target] = reply.error
            elif reply.error is not None:
                self.given_up[service.name] = reply.error
            for n, draft in zip(open_ones, reply.results, strict=True):
                if draft:
                    answers[n] = Answer(draft.text, service.name, answers[n].unused)
                elif not draft.left:
                    answers[n] = Answer(unused=(*answers[n].unused, Unused(service.name, draft.reason)))
            short = sum(draft.left == engines.CEILING for draft in reply.results)
            if short:
                self.at_ceiling[service.name] = self.at_ceiling.get(service.name, 0) + short
            open_ones = [n for n in open_ones if not answers[n].target]
        return answers

    def bills(
        self, wanted: Mapping[tuple[str, str], Sequence[Text]], glossary: Mapping[tuple[str, str], tuple[Pair, ...]]
    ) -> list[Bill]:
        """What the first engine of each locale would be sent. wanted: texts by source and target locale."""
        found: list[Bill] = []
        spent: dict[str, int] = {}
        for (source, target), texts in wanted.items():
            service = next(self.serving(source, target), None)
            if service is None or not texts:
                continue
            request = Request(tuple(texts), source, target, glossary.get((source, target), ()))
            cost = engines.cost(service, request, self.cache)
            before = spent.get(service.name, 0)
            spent[service.name] = before + cost.characters
            ceiling = service.policy.ceiling
            over = max(0, spent[service.name] - max(ceiling, before)) if ceiling else 0
            found.append(
                Bill(
                    service.name,
                    target,
                    cost.texts,
                    cost.characters,
                    cost.cached,
                    cost.impossible,
                    ceiling,
                    over,
                )
            )
        return found
