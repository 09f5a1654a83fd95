"""The checks: false alarms on correct segments, which planted errors they catch, and how fast; beside other checkers.

Without arguments, the pairs of `tests/checks/news/`; files of that kind may be given instead.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import measure
from measure import Options, Report, figure

sys.path.insert(0, str(measure.HERE.parent))

from l10n import checks, po
from l10n.checks.pairs import Pair, Text
from l10n.model import Catalog, Entry
from tests.checks import news
from tests.checks.news import News

ALARMS, CAUGHT = 0.1, 97
"""Per cent of the correct segments with a false alarm, at most; of the planted errors that are caught, at least."""
SEGMENTS = 100_000
TIMES_PEER = 5
CONFIDENCE = 0.95
PARTS = {
    "0": "by the authors of the checks",
    "1": "held out once, looked at now",
    "2": "held out once, looked at now, the second",
    "3": "held out once, looked at now, the third",
    "4": "held out once, looked at now, the fourth",
    "5": "held out once, looked at now, the fifth",
    "6": "held out once, looked at now, the sixth",
    "7": "held out once, looked at now, the seventh",
    "8": "held out once, looked at now, the eighth",
    "9": "held out",
}

Flags = dict[int, set[str]]
"""By number of a segment what a checker says of it."""


def run(options: Options) -> Report:
    """Quality by languages, by parts and by kinds, then speed."""
    report = Report("The checks")
    pairs = [one for path in options.paths for one in news.read(path)] if options.paths else list(news.news())
    pairs = pairs[:: options.of(1, 40)]
    checkers: dict[str, Callable[[Sequence[tuple[News, str]], Path], Flags]] = {"l10n": _ours}
    if options.peers:
        for name, checker in (("pofilter", _pofilter), ("l10n-lint", _l10n_lint), ("msgfmt", _msgfmt)):
            if measure.program(name):
                checkers[name] = checker
    options.data.mkdir(parents=True, exist_ok=True)
    _alarms(report, pairs, checkers, options)
    _planted(report, pairs, checkers, options)
    _speed(report, pairs, options)
    return report


# --- quality


def _alarms(report: Report, pairs: Sequence[News], checkers: dict, options: Options) -> None:
    """Correct segments of which a checker says something."""
    flags = {name: checker([(one, one.target) for one in pairs], options.data) for name, checker in checkers.items()}
    groups: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(pairs):
        groups[f"{one.source_locale} → {one.locale}"].append(number)
        groups[PARTS[one.part]].append(number)
        groups["all"].append(number)
    rows = []
    for name, numbers in groups.items():
        row = [name, f"{len(numbers):,}"]
        for checker in checkers:
            count = sum(number in flags[checker] for number in numbers)
            most = upper(count, len(numbers))
            row.append(f"{count} ({100 * count / len(numbers):.2f}%, at most {100 * most:.2f}%)")
        rows.append(row)
    report.table(
        f"Correct segments with a false alarm; in brackets the share, and the upper end of its {CONFIDENCE:.0%} "
        "interval (Clopper and Pearson, one-sided).",
        ["segments", "count", *checkers],
        rows,
    )
    report.aim("checks, false alarms", 100 * len(flags["l10n"]) / len(pairs), ALARMS, least=False, unit="%")


def _planted(report: Report, pairs: Sequence[News], checkers: dict, options: Options) -> None:
    """Errors of which a checker says something that it does not say of the correct segment."""
    planted = [(one, plant) for one in pairs for plant in one.plants]
    if not planted:
        return
    caught: dict[str, list[bool]] = {}
    for name, checker in checkers.items():
        before = checker([(one, one.target) for one, _ in planted], options.data)
        after = checker([(one, one.planted(plant)) for one, plant in planted], options.data)
        caught[name] = [bool(after.get(n, set()) - before.get(n, set())) for n in range(len(planted))]
    _by(report, "By kinds of errors.", "kind", [plant.kind for _, plant in planted], caught)
    _by(report, "By languages.", "direction", [f"{one.source_locale} → {one.locale}" for one, _ in planted], caught)
    total = sum(caught["l10n"])
    _by(report, "Together.", "part", [PARTS[one.part] for one, _ in planted], caught)
    report.aim("checks, planted errors caught", 100 * total / len(planted), CAUGHT, unit="%")


def _by(report: Report, text: str, column: str, names: Sequence[str], caught: dict[str, list[bool]]) -> None:
    counts = Counter(names)
    rows = []
    for name in sorted(counts):
        row = [name, str(counts[name])]
        for found in caught.values():
            share = sum(is_caught for is_caught, own in zip(found, names, strict=True) if own == name)
            row.append(f"{share} ({100 * share / counts[name]:.0f}%)")
        rows.append(row)
    report.table(f"Planted errors caught. {text}", [column, "planted", *caught], rows)


def upper(count: int, total: int) -> float:
    """The upper end of the one-sided interval of a share (Clopper and Pearson 1934)."""
    if count >= total:
        return 1.0
    low, high = count / total, 1.0
    for _ in range(60):
        share = (low + high) / 2
        chance = sum(
            math.exp(
                math.lgamma(total + 1)
                - math.lgamma(n + 1)
                - math.lgamma(total - n + 1)
                + n * math.log(share)
                + (total - n) * math.log1p(-share)
            )
            for n in range(count + 1)
        )
        low, high = (share, high) if chance > 1 - CONFIDENCE else (low, share)
    return high


# --- checkers: (pair, target) of each segment, and a folder for files


def _ours(segments: Sequence[tuple[News, str]], folder: Path) -> Flags:
    found = (
        (n, {f"{x.check}.{x.rule} {x.message}" for x in one.findings(said)}) for n, (one, said) in enumerate(segments)
    )
    return {n: said for n, said in found if said}


def _pofilter(segments: Sequence[tuple[News, str]], folder: Path) -> Flags:
    """The standard run of 46 tests."""
    found: Flags = {}
    for locale, path in _catalogs(segments, folder).items():
        out = folder / f"pofilter-{locale}.po"
        out.unlink(missing_ok=True)
        subprocess.run([measure.program("pofilter"), "--language", locale, path, out], capture_output=True, check=True)
        for entry in po.read(out).entries if out.exists() else ():
            said = {line.split(":")[0] for line in entry.comments if line.startswith("(pofilter)")}
            if said:
                found[int(entry.context or -1)] = said
    return found


def _l10n_lint(segments: Sequence[tuple[News, str]], folder: Path) -> Flags:
    found: Flags = defaultdict(set)
    for locale, path in _catalogs(segments, folder).items():
        lines = {entry.line: int(entry.context or -1) for entry in po.read(path).entries}
        starts = sorted(lines)
        command = [measure.program("l10n-lint"), "--format", "json", "--language", locale, path]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        for one in json.loads(done.stdout)["issues"]:
            if one["severity"] in news.SEVERE:
                found[lines[starts[bisect_right(starts, one["line"]) - 1]]].add(one["rule"])
    return dict(found)


def _msgfmt(segments: Sequence[tuple[News, str]], folder: Path) -> Flags:
    """It refuses a catalog as a whole; by its lines the segments are told."""
    found: Flags = defaultdict(set)
    for path in _catalogs(segments, folder).values():
        lines = {entry.line: int(entry.context or -1) for entry in po.read(path).entries}
        starts = sorted(lines)
        done = subprocess.run(
            [measure.program("msgfmt"), "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False
        )
        for line in done.stderr.splitlines():
            place = line.removeprefix(f"{path}:").split(":")[0]
            if line.startswith(f"{path}:") and place.isdecimal() and int(place) >= starts[0]:
                found[lines[starts[bisect_right(starts, int(place)) - 1]]].add(line.split(":", 2)[-1])
    return dict(found)


def _catalogs(segments: Sequence[tuple[News, str]], folder: Path) -> dict[str, Path]:
    """A catalog for each language of the targets; msgctxt is the number of the segment."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for number, (one, said) in enumerate(segments):
        if said.strip():
            entries[one.locale].append(Entry(str(number), one.source, (said,)))
    paths = {}
    for locale, some in entries.items():
        paths[locale] = folder / f"{locale}.po"
        catalog: Catalog = po.new(locale, plural_forms="nplurals=1; plural=0;").replace(entries=tuple(some))
        paths[locale].write_bytes(po.dumps(catalog))
    return paths


# --- speed


def _speed(report: Report, pairs: Sequence[News], options: Options) -> None:
    """All checks on many segments: the pairs, again and again, each text read anew."""
    count = options.of(SEGMENTS, 200)
    some = [pairs[n % len(pairs)] for n in range(count)]
    start = time.process_time()
    for one in some:
        for _ in checks.run(Pair(Text(one.source, one.source_locale), Text(one.target, one.locale), one.kind)):
            pass
    own = time.process_time() - start
    rows = [["l10n, all checks of a segment", f"{count:,}", f"{figure(own)} s", f"{figure(1e6 * own / count)} µs", ""]]
    if options.peers and measure.program("pofilter"):
        files = _catalogs([(one, one.target) for one in some], options.data)
        start = _of_children()
        for locale, path in files.items():
            command = [measure.program("pofilter"), "--language", locale, path, options.data / "out.po"]
            subprocess.run(command, capture_output=True, check=True)
        peer = _of_children() - start
        ratio = peer / own
        rows.append(["pofilter", f"{count:,}", f"{figure(peer)} s", f"{figure(1e6 * peer / count)} µs", figure(ratio)])
        report.aim("checks, times as fast as pofilter", ratio, TIMES_PEER)
    report.table("On one core.", ["checker", "segments", "time", "a segment", "times l10n's"], rows)


def _of_children() -> float:
    """Processor time of the commands that have ended, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    measure.main(run)
