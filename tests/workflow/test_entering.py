"""What a TMX file gives: the rows of all pairs of locales, parsed once."""

from __future__ import annotations

import random
from pathlib import Path

from l10n.memory import Row, tmx
from l10n.workflow.entering import TmxFile, unit_row

LOCALES = ("en", "ru", "kk")


def units() -> list[tmx.Unit]:
    """In two or three of five locales, one of them a region of another; with and without a language translated from."""
    chosen = random.Random(5)
    made = []
    for number in range(200):
        locales = chosen.sample(["en", "en-GB", "ru", "kk", "ug"], chosen.choice((2, 2, 3)))
        variants = [tmx.Variant(locale, f"{locale} <x{number + 1}/> {number}") for locale in locales]
        said = tmx.Said(change_id="anna", props=(("x-before", f"Before {number}."),))
        made.append(tmx.Unit(tuple(variants), chosen.choice(["", "en", locales[0]]), str(number), said))
    return made


def test_parsed_once(tmp_path: Path) -> None:
    """The rows of each pair stand in the order of the file, which is needed no more once the first part is read."""
    path, read = tmp_path / "all.tmx", 0

    def progress(count: int) -> None:
        nonlocal read
        read += count

    tmx.write(units(), path)
    size = path.stat().st_size
    file = TmxFile(path, LOCALES, progress)
    wanted: dict[tuple[str, str], list[Row]] = {}
    for unit in tmx.read(path):
        for source, target, one, other in TmxFile(path, LOCALES).pairs(unit):
            wanted.setdefault((source, target), []).append(unit_row(unit, one, other, path.name))
    found = {}
    for source, target, rows in file.parts():
        found[source, target] = list(rows)
        path.unlink(missing_ok=True)

    assert found == wanted
    assert len(found) == 6
    assert {row.who for rows in found.values() for row in rows} == {"anna"}
    assert (read, file.problems) == (size, [])
