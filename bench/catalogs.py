"""Catalogs: read, written with a few entries touched, counted; peak memory. Beside polib, Babel and gettext."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import measure
import work
from measure import MISSING, Options, Report, milliseconds

ENTRIES, MANY = 10_000, 100_000
TOUCHED = 10
"""Entries that get another target before the catalog is written."""
READ, WRITE, COUNT = 3, 25, 20
"""Times as fast as polib, polib, msgfmt: what is aimed at."""

OURS_READ = "l10n po.read"
OURS_USED = "l10n po.read, key, targets and flags used"
OURS_ALL = "l10n po.read, every field used once"
POLIB = "polib"


def run(options: Options) -> Report:
    """Everything about catalogs."""
    report = Report("Catalogs")
    path = options.data / f"catalog-{options.of(ENTRIES, 50)}.po"
    texts = corpus.pairs(options.of(MANY, 80))
    path.write_text(corpus.catalog(texts[: options.of(ENTRIES, 50)]), encoding="utf-8")
    many = options.data / "catalog-many.po"
    many.write_text(corpus.catalog(texts), encoding="utf-8")
    for number, one in enumerate(options.paths or [path]):
        suffix = f": `{one.name}`" if options.paths else ""
        _read(report, options, one, suffix, aims=number == 0)
        _write(report, options, one, suffix, aims=number == 0)
        _count(report, options, one, suffix, aims=number == 0)
    _memory(report, options, many)
    return report


def _rows(timings: dict[str, measure.Timing], entries: int, peer: str) -> list[list[str]]:
    base = timings[peer].median if peer in timings else 0
    rows = []
    for name, timing in timings.items():
        ratio = f"{measure.figure(base / timing.median)}×" if base else MISSING
        rows.append([name, milliseconds(timing.median), milliseconds(timing.least)])
        rows[-1] += [f"{entries / timing.median:,.0f}", ratio]
    return rows


def _columns(peer: str) -> list[str]:
    return ["case", "median cpu", "least cpu", "entries/s", f"against {peer}"]


def _read(report: Report, options: Options, path: Path, suffix: str, *, aims: bool) -> None:
    from l10n import po

    cases: dict[str, Callable[[], object]] = {
        OURS_READ: lambda: po.read(path),
        OURS_USED: lambda: work.use(po.read(path)),
        OURS_ALL: lambda: work.use_all(po.read(path)),
    }
    if options.peers and measure.installed("polib"):
        cases[POLIB] = lambda: work.hold_polib(str(path))
    if options.peers and measure.installed("babel"):
        cases["Babel read_po"] = lambda: _babel(path)
    entries = len(po.read(path).entries)
    timings = measure.rounds(cases, options.runs)
    size = path.stat().st_size / 1e6
    text = f"Read {entries:,} entries, {size:.1f} MB{suffix}. polib decodes every field on reading."
    report.table(text, _columns(POLIB), _rows(timings, entries, POLIB))
    if POLIB in timings and aims:
        base = timings[POLIB].median
        report.aim("catalog read, the objects we use, against polib", base / timings[OURS_USED].median, READ, unit="×")
        report.aim("catalog read, every field used, against polib", base / timings[OURS_ALL].median, READ, unit="×")


def _babel(path: Path) -> None:
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        read_po(file)


def _write(report: Report, options: Options, path: Path, suffix: str, *, aims: bool) -> None:
    from l10n import po

    made: dict[str, Any] = {}

    def touch() -> None:
        catalog = po.read(path)
        work.use(catalog)
        entries = list(catalog.entries)
        for n in range(0, len(entries), max(1, len(entries) // TOUCHED)):
            if entries[n].plural is None:
                entries[n] = entries[n].replace(targets=(f"{entries[n].target} Иә.",))
        made["ours"] = catalog.replace(entries=tuple(entries))

    ours = "l10n po.dumps"
    cases: dict[str, Callable[[], object]] = {ours: lambda: po.dumps(made["ours"])}
    before: dict[str, Callable[[], object]] = {ours: touch}
    if options.peers and measure.installed("polib"):
        import polib

        def touch_polib() -> None:
            made["polib"] = polib.pofile(str(path))
            for entry in made["polib"][:: max(1, len(made["polib"]) // TOUCHED)]:
                entry.msgstr += " Иә."

        cases[POLIB] = lambda: str(made["polib"]).encode("utf-8")
        before[POLIB] = touch_polib
    timings = measure.rounds(cases, options.runs, before)
    entries = len(po.read(path).entries)
    text = f"Write {entries:,} entries of which {TOUCHED} have another target, into bytes{suffix}."
    report.table(text, _columns(POLIB), _rows(timings, entries, POLIB))
    if POLIB in timings and aims:
        value = timings[POLIB].median / timings[ours].median
        report.aim("catalog write, few entries touched, against polib", value, WRITE, unit="×")


def _count(report: Report, options: Options, path: Path, suffix: str, *, aims: bool) -> None:
    from l10n import po

    data = path.read_bytes()
    inside = "l10n po.counts, entries and words"
    cases: dict[str, Callable[[], object]] = {inside: lambda: po.counts(data)}
    if options.peers and measure.installed("polib"):
        cases[POLIB] = lambda: _polib_counts(path)
    timings = measure.rounds(cases, options.runs)
    outside, peer = (
        {"l10n po.counts, whole process": measure.call(work.count, path)},
        "msgfmt --statistics, whole process",
    )
    msgfmt = measure.program("msgfmt") if options.peers else None
    if msgfmt:
        outside[peer] = [msgfmt, "--statistics", "-o", "/dev/null", str(path)]
    timings |= measure.commands(outside, options.runs)
    entries = len(po.read(path).entries)
    text = f"Count {entries:,} entries by what became of them{suffix}. The peers count no words."
    report.table(text, _columns("msgfmt"), _rows(timings, entries, peer))
    if peer in timings and aims:
        value = timings[peer].median / timings[inside].median
        report.aim("counting states and words against `msgfmt --statistics`", value, COUNT, unit="×")


def _polib_counts(path: Path) -> tuple[int, int, int]:
    import polib

    catalog = polib.pofile(str(path))
    return len(catalog.translated_entries()), len(catalog.fuzzy_entries()), len(catalog.untranslated_entries())


def _memory(report: Report, options: Options, path: Path) -> None:
    used, every = "l10n, key, targets and flags used", "l10n, every field used"
    cases: dict[str, tuple[Callable[..., object], list[object]]] = {
        used: (work.hold, [path]),
        every: (work.hold_all, [path]),
    }
    if options.peers and measure.installed("polib"):
        cases[POLIB] = (work.hold_polib, [path])
    found = measure.peaks(cases, min(3, options.runs))
    base = found.get(POLIB)
    rows = [[name, f"{mb:,.0f} MB", f"{mb / base:.2f}×" if base else MISSING] for name, mb in found.items()]
    size = path.stat().st_size / 1e6
    report.table(f"Peak memory, a catalog of {size:.0f} MB read and held.", ["case", "peak", "against polib"], rows)
    if base:
        value = found[every] / base
        report.aim("peak memory at 100,000 entries, every field used, against polib", value, 1, least=False, unit="×")


if __name__ == "__main__":
    measure.main(run)
