"""TMX: translation memories read and written as a stream; peak memory. Beside Translate Toolkit and lxml.

Arguments: your own TMX files, instead of the generated one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
import measure
import work
from measure import Options, Report, figure

if TYPE_CHECKING:
    from l10n.memory.tmx import Unit

UNITS, FEW = 1_000_000, 50_000
"""Units that are read; units for Translate Toolkit, which holds the whole file in memory."""
PEAK = 64
"""Megabytes above an interpreter that does nothing."""
LANGUAGES = ("en", "ru", "kk")


def units(number: int) -> Iterator[Unit]:
    """Units as an export of a newsroom has them: two languages or three, who and when, one in ten with inline codes."""
    from l10n.memory import tmx

    writers = [corpus.Writer(name) for name in LANGUAGES]
    said = tmx.Said("2024-03-05T10:15:30Z", "aigul", "2024-03-06T10:15:30Z", "anna", 2, props=(("article", "dam"),))
    for place in range(number):
        texts = [writer.sentence() for writer in writers[: 2 + (place % 4 == 0)]]
        if place % 10 == 0:
            texts = [f"<a1>{text}</a1>" for text in texts]
        variants = [tmx.Variant(name, text) for name, text in zip(LANGUAGES, texts, strict=False)]
        yield tmx.Unit(tuple(variants), "en", str(place), said)


def made(options: Options, number: int) -> Path:
    """A file of so many units."""
    from l10n.memory import tmx

    path = options.data / f"memory-{number}.tmx"
    options.data.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        tmx.write(units(number), path, source="en", when="2024-06-01T00:00:00Z")
    return path


def run(options: Options) -> Report:
    """Speed and memory of whole processes."""
    report = Report("TMX")
    paths = options.paths or [made(options, options.of(UNITS, 200))]
    few = paths if options.paths else [made(options, options.of(FEW, 100))]
    rows = []
    for path in paths:
        megabytes = path.stat().st_size / 1e6
        cases = {
            "l10n read": measure.call(work.read_tmx, path),
            "l10n read and write": measure.call(work.copy_tmx, path, options.data / "copy.tmx"),
            "lxml.iterparse, texts alone": measure.call(work.read_tmx_lxml, path),
        }
        timings = measure.commands(cases, min(3, options.runs))
        idle = measure.peak(work.no_tmx)
        for name, timing in timings.items():
            function = {"l10n read": work.read_tmx, "lxml.iterparse, texts alone": work.read_tmx_lxml}.get(name)
            peak = f"{measure.peak(function, path) - idle:.0f} MB" if function else ""
            rows.append(
                [f"{name}, {megabytes:.0f} MB", f"{timing.median:.1f} s", figure(megabytes / timing.median), peak]
            )
        report.aim(
            "peak memory above an idle process, read",
            measure.peak(work.read_tmx, path) - idle,
            PEAK,
            least=False,
            unit=" MB",
        )
    if options.peers and measure.installed("translate"):
        rows += _toolkit(few[0], min(2, options.runs))
    report.table(
        f"A file of {options.of(UNITS, 200):,} units. Whole processes; Translate Toolkit on {options.of(FEW, 100):,}, "
        "because it holds the file in memory.",
        ["case", "median cpu", "MB/s", "peak above idle"],
        rows,
    )
    return report


def _toolkit(path: Path, runs: int) -> list[list[str]]:
    megabytes = path.stat().st_size / 1e6
    idle = measure.peak(work.no_tmx)
    cases = {
        "l10n read": (work.read_tmx, path),
        "Translate Toolkit read": (work.read_tmx_toolkit, path),
    }
    timings = measure.commands({name: measure.call(*case) for name, case in cases.items()}, runs)
    return [
        [
            f"{name}, {megabytes:.0f} MB",
            f"{timing.median:.1f} s",
            figure(megabytes / timing.median),
            f"{measure.peak(*cases[name]) - idle:.0f} MB",
        ]
        for name, timing in timings.items()
    ]


if __name__ == "__main__":
    measure.main(run)
