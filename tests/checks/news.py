"""The pairs of `news/*.toml`: correct segments, and errors that may be planted in them.

The number at the end of a file's name is its part: 0 was written by the authors of the checks, the others by people
who had not seen them.  Parts 1 to 8 were held out one after the other, and are looked at while the checks are mended;
9 is held out still.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n import checks
from l10n.checks.pairs import Pair, Text
from l10n.model import Finding

FOLDER = Path(__file__).with_name("news")
SEVERE = ("error", "warning")
"""A note is no alarm."""


@dataclass(frozen=True)
class Plant:
    """An error that takes the place of right words."""

    kind: str
    right: str
    wrong: str


@dataclass(frozen=True)
class News:
    """A correct segment."""

    part: str
    """0 to 9: held out."""
    source_locale: str
    locale: str
    kind: str
    """Of its unit."""
    source: str
    target: str
    plants: tuple[Plant, ...] = ()

    def planted(self, plant: Plant) -> str:
        """The target with an error."""
        return self.target.replace(plant.right, plant.wrong, 1)

    def findings(self, target: str | None = None) -> list[Finding]:
        """What the checks say of its target, or of another one; notes left out."""
        said = self.target if target is None else target
        pair = Pair(Text(self.source, self.source_locale), Text(said, self.locale), self.kind)
        return [one for one in checks.run(pair) if one.severity in SEVERE]

    def catches(self, plant: Plant) -> bool:
        """Whether the checks say something of an error that they do not say of the correct segment."""
        before = {(one.check, one.rule, one.message) for one in self.findings()}
        return any((one.check, one.rule, one.message) not in before for one in self.findings(self.planted(plant)))


@cache
def news(part: str = "") -> tuple[News, ...]:
    """All pairs, or those of one part, file by file."""
    return tuple(pair for path in sorted(FOLDER.glob("*-*-*.toml")) if path.stem.endswith(part) for pair in read(path))


def read(path: Path) -> tuple[News, ...]:
    """The pairs of a file; its name says their languages and their part: `en-ru-1.toml`."""
    source, target, part = path.stem.split("-")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return tuple(
        News(
            part,
            source,
            target,
            row.get("kind", "p"),
            row["source"],
            row["target"],
            tuple(Plant(*plant) for plant in row.get("plants", ())),
        )
        for row in rows
    )
