"""The check of names and terms: false alarms on correct segments, and which planted errors it catches; how fast.

Without arguments, the pairs of `tests/checks/pairs/`; a folder with tables of that kind may be given instead.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter

import corpus
import measure
from measure import Options, Report, figure

sys.path.insert(0, str(measure.HERE.parent))

from tests.checks import pairs

ALARMS, CAUGHT = 5, 95
"""False alarms per thousand correct segments, at most; per cent of the planted errors, at least."""
NAMES, ARTICLES, SEGMENTS = 1000, 1000, 100
"""The glossary and the archive on which the speed is measured."""
SECONDS = 60
"""What `l10n names --consistency` may take there, by the clock."""


def run(options: Options) -> Report:
    """Quality by languages and by kinds, then speed."""
    report = Report("The check of names and terms")
    if options.paths:
        pairs.FOLDER = options.paths[0]
    _quality(report)
    _speed(report, options)
    return report


def _quality(report: Report) -> None:
    told: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    planted: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    offered = right = 0
    for pair in pairs.pairs():
        languages = f"{pair.source_locale} → {pair.locale}"
        told[languages] += 1
        alarms[languages] += bool(pairs.findings(pair, pair.target))
        for plant in pair.plants:
            target, _ = pair.planted(plant)
            found = pairs.findings(pair, target)
            for key in ((languages, ""), ("", plant.kind)):
                planted[key] += 1
                caught[key] += bool(found)
            for one in found[:1]:
                if one.replacement is not None and one.span is not None:
                    put = target[: one.span[0]] + one.replacement + target[one.span[1] :]
                    offered += 1
                    right += put.replace("ё", "е") == pair.target.replace("ё", "е")
    rows = [
        [name, str(count), str(alarms[name]), f"{caught[name, '']} of {planted[name, '']}"]
        for name, count in told.items()
    ]
    report.table("By languages.", ["direction", "correct segments", "false alarms", "planted errors caught"], rows)
    kinds = sorted(kind for name, kind in planted if not name)
    rows = [
        [kind, f"{caught['', kind]} of {planted['', kind]}", _share(caught["", kind], planted["", kind])]
        for kind in kinds
    ]
    report.table("By kinds of errors.", ["kind", "caught", "per cent"], rows)
    total, all_caught = sum(told.values()), sum(caught["", kind] for kind in kinds)
    all_planted = sum(planted["", kind] for kind in kinds)
    text = f"A replacement was offered for {offered} of the errors; {right} of them were right."
    report.table(
        text,
        ["segments", "false alarms per thousand", "caught, per cent"],
        [[str(total), figure(1000 * sum(alarms.values()) / total), _share(all_caught, all_planted)]],
    )
    report.aim("names and terms, false alarms per thousand", 1000 * sum(alarms.values()) / total, ALARMS, least=False)
    report.aim("names and terms, planted errors caught", 100 * all_caught / all_planted, CAUGHT, unit="%")


def _share(part: int, whole: int) -> str:
    return figure(100 * part / whole)


# --- speed


def _speed(report: Report, options: Options) -> None:
    """`l10n names --consistency` on an archive where every third segment names somebody."""
    articles, names = options.of(ARTICLES, 2), options.of(NAMES, 20)
    rows = []
    for count in (articles // 4, articles) if articles >= 8 else (articles,):
        folder = options.data / f"terminology-{count}"
        shutil.rmtree(folder, ignore_errors=True)
        corpus.newsroom(folder, count, options.of(SEGMENTS, 6), names)
        start = time.perf_counter()
        measure.once([*measure.ours(), "-C", str(folder), "names", "--consistency"], statuses=(0, 1))
        seconds = time.perf_counter() - start
        rows.append([f"{count:,}", f"{names:,}", f"{figure(seconds)} s", f"{figure(1000 * seconds / count)} ms"])
        shutil.rmtree(folder)
    report.table(
        f"`l10n names --consistency`, {options.of(SEGMENTS, 6)} segments an article, one locale; by the clock.",
        ["articles", "names", "seconds", "an article"],
        rows,
    )
    if articles == ARTICLES:
        report.aim(f"`l10n names --consistency`, {ARTICLES:,} articles", seconds, SECONDS, least=False, unit=" s")


if __name__ == "__main__":
    measure.main(run)
