"""The pairs of `pairs/*.toml` as the workflow reads them: an article of a few segments with a glossary of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from l10n.glossary import LOCALE, Glossary, Name, Rendering
from l10n.model import Finding, Mention, State
from l10n.workflow import checking, mentions

FOLDER = Path(__file__).with_name("pairs")


@dataclass(frozen=True)
class Plant:
    """An error that takes the place of right words."""

    kind: str
    right: str
    wrong: str


@dataclass(frozen=True)
class Pair:
    """A correct segment, and the errors that may be planted in it."""

    source_locale: str
    locale: str
    how: str
    source: str
    target: str
    earlier: tuple[tuple[str, str], ...]
    plants: tuple[Plant, ...]

    def planted(self, plant: Plant) -> tuple[str, tuple[int, int]]:
        """The target with an error, and where it stands."""
        assert self.target.count(plant.right) == 1, f"{self.how}: `{plant.right}` does not stand there once"
        start = self.target.index(plant.right)
        return self.target.replace(plant.right, plant.wrong), (start, start + len(plant.wrong))


@cache
def pairs() -> tuple[Pair, ...]:
    """All of them, file by file."""
    return tuple(pair for path in sorted(FOLDER.glob("*-*.toml")) for pair in _pairs(path))


def _pairs(path: Path) -> Iterator[Pair]:
    source, _, target = path.stem.partition("-")
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
        earlier = tuple((one, other) for one, other in row.get("earlier", ()))
        plants = tuple(Plant(*plant) for plant in row.get("plants", ()))
        yield Pair(source, target, row["how"], row["source"], row["target"], earlier, plants)


@cache
def glossary() -> Glossary:
    """The glossary of the pairs, each rendering approved."""
    return glossary_of(tomllib.loads((FOLDER / "glossary.toml").read_text(encoding="utf-8"))["name"], State.REVIEWED)


def glossary_of(rows: Sequence[Mapping[str, Any]], state: State) -> Glossary:
    """The glossary of a table, its renderings in a state."""
    names = tuple(
        Name(
            row["id"],
            row["kind"],
            also=tuple(row.get("also", ())),
            sex=row.get("sex", ""),
            origin=row.get("origin", ""),
            translate=row.get("translate", True),
        )
        for row in rows
    )
    renderings = {
        locale: {
            row["id"]: Rendering(
                row[locale],
                state,
                tuple(row.get("admit", {}).get(locale, ())),
                tuple(row.get("never", {}).get(locale, ())),
            )
            for row in rows
            if locale in row
        }
        for locale in ("ru", "kk", "ug")
    }
    return Glossary(names, renderings | {LOCALE: {}})


@cache
def _named(pair: Pair) -> tuple[tuple[Mention, ...], ...]:
    find = mentions.finder(glossary(), pair.source_locale).find
    return tuple(mentions.sure([find(source) for source in (*(one for one, _ in pair.earlier), pair.source)]))


def findings(pair: Pair, target: str) -> list[Finding]:
    """What the checks say of a target for the pair's source."""
    checker = checking.checker(glossary(), pair.locale)
    rows = [*pair.earlier, (pair.source, target)]
    texts = [checker.read(*row, named) for row, named in zip(rows, _named(pair), strict=True)]
    last = len(texts) - 1
    spellings = [finding for number, finding in checking.two_spellings(texts) if number == last]
    return [*checker.check(texts[last]), *spellings]
