"""Sync: one sentence in ten of an article has another word; its catalogs follow. Beside msgmerge and pot2po.

`l10n sync` reads the article, cuts it in sentences, aligns them with the catalogs of two locales, keeps the records,
and writes the catalogs and the template. The peers get the finished template and write one catalog; so does "one
catalog", which reads and cuts the article besides, but keeps no records.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import corpus
import measure
import work
from measure import Options, Report, Timing

SIZES = (200, 5_000, 10_000, 20_000, 40_000)
"""Sentences of the article."""
OF_MSGMERGE = {200: 5, 5_000: 3, 20_000: 1}
"""Sizes at which msgmerge is timed, and how often: it takes a minute or two for the largest."""
OF_POT2PO = (200, 5_000)
AIM, AT = 30, 20_000
"""Times as fast as msgmerge, by processor time."""
SHORT, SECONDS = 200, 0.5
ONE = "l10n, one catalog"
QUADRATIC = 3.0
"""A doubled article may take so many times as long; a quadratic method takes four times."""


def run(options: Options) -> Report:
    """Every size, ours beside the peers."""
    report = Report("Sync with 10 % edited")
    sizes = options.of(SIZES, (20,))
    found: dict[int, dict[str, Timing]] = {}
    for size in sizes:
        found[size] = _size(options, size)
        shutil.rmtree(options.data / f"sync-{size}")
    names = dict.fromkeys(name for timings in found.values() for name in timings)
    for what in ("cpu", "wall"):
        rows = [[name, *(_shown(found[size].get(name), what) for size in sizes)] for name in names]
        clock = {"cpu": "processor time, of all cores together", "wall": "by the clock"}[what]
        columns = ["whole process", *(f"{size:,}" for size in sizes)]
        report.table(f"Sentences in the article: seconds {clock}, medians.", columns, rows)
    _aims(report, found)
    return report


def _shown(timing: Timing | None, what: str) -> str:
    if timing is None:
        return "–"
    return f"{timing.median if what == 'cpu' else timing.median_wall:.2f} s"


def _aims(report: Report, found: dict[int, dict[str, Timing]]) -> None:
    if AT in found and "msgmerge" in found[AT]:
        value = found[AT]["msgmerge"].median / found[AT]["l10n sync"].median
        report.aim(f"sync, {AT:,} entries, 10 % edited, against msgmerge, by processor time", value, AIM, unit="×")
        value = found[AT]["msgmerge"].median / found[AT][ONE].median
        report.aim("the same, one catalog beside one catalog", value, AIM, unit="×")
        value = found[AT]["msgmerge"].median_wall / found[AT]["l10n sync"].median_wall
        report.aim("`l10n sync` against msgmerge by the clock (msgmerge uses all cores)", value, AIM, unit="×")
    if SHORT in found:
        seconds = found[SHORT]["l10n sync"].median_wall
        report.aim(f"sync, {SHORT} entries, start included", seconds, SECONDS, least=False, unit=" s")
    sizes = [size for size in found if size >= SIZES[1]]
    for half, size in pairwise(sizes):
        grown = found[size]["l10n sync"].median / found[half]["l10n sync"].median
        report.aim(f"sync, {size:,} entries against {half:,}", grown, QUADRATIC, least=False, unit="×")


def _size(options: Options, size: int) -> dict[str, Timing]:
    """The timings at one size."""
    folder = options.data / f"sync-{size}"
    before, now = folder / "before", folder / "now"
    sources = corpus.Writer("en").sentences(size)
    _project(before, sources)
    changed = corpus.short_page(0, corpus.edited(sources))

    def restore() -> None:
        shutil.rmtree(now, ignore_errors=True)
        shutil.copytree(before, now)
        (now / "source" / "article.html").write_text(changed, encoding="utf-8")

    runs = options.runs if size <= SIZES[1] else min(3, options.runs)
    ours = {
        "l10n sync": [*measure.ours(), "-C", str(now), "sync"],
        ONE: measure.call(work.one_catalog, now, "article", "ru"),
    }
    first = dict.fromkeys(ours, restore)
    others = _peers(options, size, before / "locales" / "ru" / "article.po", now / "locales" / "article.pot", folder)
    if not others:
        return measure.commands(ours, runs, first)
    timings: dict[str, Timing] = {}
    measure.commands({"l10n sync": ours["l10n sync"]}, 1, first)
    template = folder / "new.pot"
    shutil.copy(now / "locales" / "article.pot", template)
    cases = ours | {name: [str(template) if part == "POT" else part for part in case] for name, case in others.items()}
    few = min(OF_MSGMERGE.get(size, runs), runs)
    timings |= measure.commands(cases, few, first)
    return timings


def _peers(options: Options, size: int, catalog: Path, template: Path, folder: Path) -> dict[str, list[str]]:
    """Commands of the peers at a size; `POT` stands for the new template."""
    found: dict[str, list[str]] = {}
    if not options.peers:
        return found
    made = str(folder / "made.po")
    if size in OF_MSGMERGE and (msgmerge := measure.program("msgmerge")):
        found["msgmerge"] = [msgmerge, "-q", "-o", made, str(catalog), "POT"]
    if size in OF_POT2PO and (pot2po := measure.program("pot2po")):
        found["pot2po"] = [pot2po, "--progress=none", "-t", str(catalog), "POT", made]
    return found


def _project(folder: Path, sources: Sequence[str]) -> None:
    """A project with one article whose Russian catalog is full, and synced."""
    corpus.archive(folder, 0, ("en", "ru"))
    (folder / "source" / "article.html").write_text(corpus.short_page(0, sources), encoding="utf-8")
    command = [*measure.ours(), "-C", str(folder), "sync"]
    measure.once(command)
    fill(folder / "locales" / "ru" / "article.po", corpus.Writer("ru").sentences(len(sources)))
    measure.once(command)


def fill(path: Path, targets: Sequence[str]) -> None:
    """Type these texts into the catalog, one after the other."""
    from l10n import po

    catalog = po.read(path)
    entries = [
        entry.replace(targets=(targets[n % len(targets)],)) if not entry.obsolete else entry
        for n, entry in enumerate(catalog.entries)
    ]
    po.write(catalog.replace(entries=tuple(entries)), path)


if __name__ == "__main__":
    measure.main(run)
