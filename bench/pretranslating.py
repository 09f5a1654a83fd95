"""Drafts: an article of 200 segments from a memory of a million, start of the program included.

The memory comes from one TMX file, read before anything is timed. A fifth of the segments is in it as they are, three
fifths are edited, a fifth is new. Nobody is asked; the catalog, its ledger and its template are written.
"""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

import corpus
import measure
import segments
from measure import Options, Report, figure, milliseconds

UNITS = 1_000_000
ASKED = {"exact": 40, "6%": 60, "15%": 60, "new": 40}
AIM_S = 1.0
SETTINGS = 'source-locale = "en"\nlocales = ["en", "ru"]\n'


def run(options: Options) -> Report:
    """One table: the whole command, a dry run, and what was found."""
    count = int(str(options.paths[0])) if options.paths else options.of(UNITS, 300)
    asked = options.of(ASKED, dict.fromkeys(ASKED, 2))
    folder = options.data / f"pretranslate-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    read = _project(folder, count, asked)
    command = [*measure.ours(), "-C", str(folder), "pretranslate", "--no-engine"]
    rows, walls = [], {}
    for name, more in (("drafts written", []), ("dry run", ["--dry-run"])):
        timed = []
        for _ in range(options.runs):
            shutil.rmtree(folder / "locales", ignore_errors=True)
            timed.append(measure.once([*command, *more]))
        walls[name] = statistics.median(wall for wall, _ in timed)
        rows.append([name, milliseconds(walls[name]), milliseconds(statistics.median(cpu for _, cpu in timed))])
    report = Report("Drafts")
    title = f"{sum(asked.values())} segments, a memory of {count:,} from TMX, which is read in {figure(read)} s"
    report.table(f"{title}; whole processes", ["what", "by the clock", "processor time"], rows)
    report.table("Words by band", ["band", "words"], _bands(command))
    if count == UNITS:
        report.aim(
            "an article of 200 segments drafted, by the clock", walls["drafts written"], AIM_S, least=False, unit=" s"
        )
    shutil.rmtree(folder)
    return report


def _project(folder: Path, count: int, asked: dict[str, int]) -> float:
    """A project with its memory up to date; how long that took."""
    from l10n.memory import tmx

    sources, targets = (segments.Segments(name, 1).segments(count) for name in ("en", "ru"))
    (folder / "memory").mkdir(parents=True)
    (folder / "source").mkdir()
    (folder / "l10n.toml").write_text(SETTINGS, encoding="utf-8")
    tmx.write(_units(sources, targets), folder / "memory" / "archive.tmx", source="en", when="2024-06-01T00:00:00Z")  # type: ignore[arg-type]
    said = [text for _, text in segments.queries(sources, "en", 20_261, asked)]
    (folder / "source" / "article.html").write_text(corpus.short_page(0, said), encoding="utf-8")
    wall, _ = measure.once([*measure.ours(), "-C", str(folder), "memory", "stats"])
    return wall


def _units(sources: Sequence[str], targets: Sequence[str]) -> Iterator[object]:
    from l10n.memory import tmx

    for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
        yield tmx.Unit((tmx.Variant("en", source), tmx.Variant("ru", target)), "en", str(number), tmx.Said())


def _bands(command: Sequence[str]) -> list[list[str]]:
    import subprocess

    done = subprocess.run([*command, "--dry-run", "--json"], capture_output=True, encoding="utf-8", check=True)
    bands = json.loads(done.stdout)["leverage"]["ru"]["before"]["bands"]
    return [[name, str(one["words"])] for name, one in bands.items() if one["words"]]


if __name__ == "__main__":
    measure.main(run)
