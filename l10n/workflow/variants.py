"""The variants of one article: what the gate says of each, what it still misses, and what is built of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from l10n import builders, files
from l10n.builders import Manifest
from l10n.errors import ProjectError
from l10n.model import Key
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.workflow import building, view
from l10n.workflow.building import Variant
from l10n.workflow.rendering import Plan


@dataclass(frozen=True, slots=True)
class Miss:
    """A segment that does not say what it should, and why."""

    key: Key
    kind: str
    line: int
    """1-based, in the article."""
    why: str
    way: str = ""
    """What the variant shows instead: "approved", an older text, or "source"; "" where it is withheld for it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A variant by the gate, as the next build would have it."""

    variant: Variant
    plan: Plan
    misses: tuple[Miss, ...]
    """In document order."""
    places: tuple[str, ...]
    """Its files in build/, sorted."""
    behind: bool
    """What is in build/ was made from another article or catalog than there is now."""

    @property
    def locale(self) -> str:
        return self.variant.locale


def of_article(source: view.Source, side: Callable[[str], view.Side]) -> list[Standing]:
    """Every variant, in the order of the settings.  side: a locale of the article as it is on disk."""
    manifest = builders.read_manifest(source.project.build)
    return [_standing(plan, manifest) for plan in building.plans(source, side)]


def _standing(plan: Plan, manifest: Manifest) -> Standing:
    places = _places(manifest, plan.name, plan.locale)
    path = plan.side.path
    now = (plan.side.source.digest, builders.digest(files.read(path)[0]) if path.exists() else "")
    entries = [manifest.files[place] for place in places]
    then = {(entry.get("source_digest"), entry.get("catalog_digest")) for entry in entries}
    return Standing(building.variant(plan), plan, tuple(_misses(plan)), places, bool(then) and then != {now})


def _misses(plan: Plan) -> Iterator[Miss]:
    """What the gate says stands against it, and what it publishes all the same in another text."""
    decision = plan.decision
    blocked = {one.key: one for one in decision.blocked}
    for segment in plan.side.source.assembly.segments:
        choice, told = decision.choices.get(segment.key), blocked.get(segment.key)
        way = choice.way if choice and choice.way != builders.gate.TARGET else ""
        if told:
            yield Miss(told.key, told.kind, told.line, told.why, way)
        elif way:
            status = plan.side.status(segment.key)
            why = status.reason or f"`{status.state}`"
            yield Miss(segment.key, segment.kind, segment.places[0].line, why, way)


def _places(manifest: Manifest, article: str, locale: str) -> tuple[str, ...]:
    named = ((place, one.get("article"), one.get("locale")) for place, one in manifest.files.items())
    return tuple(sorted(place for place, *of in named if of == [article, locale]))


def built(project: Project, article: Article, locale: str) -> dict[str, bytes]:
    """The files of a variant as they are in build/, by place; empty where it is not built.

    ProjectError where the manifest names a place that is none inside build/, or a link stands there.
    """
    found = {}
    for place in _places(builders.read_manifest(project.build), article.name, locale):
        path = project.build / builders.folder.checked(place)
        steps = (path, *path.parents[: place.count("/") + 1])
        if any(one.is_symlink() for one in steps):
            raise ProjectError(phrase("it is a link"), where=str(path), hint=phrase("build again"))
        found[place] = files.read(path)[0]
    return found
