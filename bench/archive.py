"""An archive: its first sync on all cores; then report, sync and build where nothing, or one article, changed.

Argument: how many articles (10,000 where none is given).
"""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import corpus
import measure
import updates
import work
from measure import Options, Report, figure

ARTICLES, FEW = 10_000, 640
"""Articles of the archive, and of the part on which executors are compared."""
WORKERS = 2
SECONDS = 1.0
"""What `l10n report` may take by the clock where nothing changed, start included."""
SPEED_UP = 1.6
"""How much sooner two workers have to be ready than one (of 2.0, on two cores that do nothing else)."""
WHEN = "2026-03-14T09:30:00Z"
NOT_READY = (0, 1)
"""Exit statuses of a build that withholds something."""


def run(options: Options) -> Report:
    """Executors first, then the whole archive."""
    report = Report("An archive")
    articles = int(str(options.paths[0])) if options.paths else options.of(ARTICLES, 2)
    _executors(report, options, min(options.of(FEW, 1), articles))
    _unchanged(report, options, articles)
    return report


# --- executors


def _executors(report: Report, options: Options, articles: int) -> None:
    """The first sync of a part, by one worker and by two."""
    folder = options.data / "executors"
    shutil.rmtree(folder, ignore_errors=True)
    corpus.archive(folder, articles)
    makers: dict[str, Callable[[], AbstractContextManager[Executor | None]]] = {
        "no executor": nullcontext,
        "ProcessPoolExecutor, 1 worker": lambda: ProcessPoolExecutor(1),
        f"ProcessPoolExecutor, {WORKERS} workers": lambda: ProcessPoolExecutor(WORKERS),
    }
    if options.peers and measure.installed("loky"):
        from loky import ProcessPoolExecutor as Loky

        makers |= {f"loky, {count} workers": lambda count=count: Loky(count) for count in (1, WORKERS)}
    seconds: dict[str, list[float]] = {name: [] for name in makers}
    digests = set()
    for _ in range(min(3, options.runs)):
        for name, maker in makers.items():
            shutil.rmtree(folder / "locales", ignore_errors=True)
            with maker() as executor:
                start = time.perf_counter()
                _sync(folder, executor)
                seconds[name].append(time.perf_counter() - start)
            digests.add(_digest(folder / "locales"))
    best = {name: min(times) for name, times in seconds.items()}
    rows = [
        [name, f"{figure(best[name])} s", f"{articles / best[name]:,.0f}", f"{best['no executor'] / best[name]:.2f}×"]
        for name in best
    ]
    text = f"First sync of {articles:,} articles in 4 locales by the clock, the best of {min(3, options.runs)}. "
    text += f"All made the same bytes: {'yes' if len(digests) == 1 else 'NO'}."
    report.table(text, ["executor", "seconds", "articles/s", "against none"], rows)
    for kind in ("ProcessPoolExecutor", "loky"):
        one, two = (next((n for n in best if n.startswith(f"{kind}, {count} ")), "") for count in (1, WORKERS))
        if one:
            report.aim(f"first sync, {kind}, 2 workers against 1", best[one] / best[two], SPEED_UP, unit="×")
    shutil.rmtree(folder)


def _sync(folder: Path, executor: Executor | None) -> None:
    from l10n import workflow
    from l10n.project import Project

    project = Project.load(folder)
    workflow.sync_articles(project, project.articles(), workflow.Options(when=WHEN), executor)


def _digest(folder: Path) -> str:
    """Of every file below a folder, names and bytes."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


# --- the whole


def _unchanged(report: Report, options: Options, articles: int) -> None:
    """Commands on the whole archive, translated, reported and built once."""
    folder = options.data / f"archive-{articles}"
    shutil.rmtree(folder, ignore_errors=True)
    corpus.archive(folder, articles)
    ours = [*measure.ours(), "-C", str(folder)]
    once: dict[str, tuple[float, float]] = {"the first `l10n sync`": measure.once([*ours, "sync"])}
    _translate(folder)
    once["`l10n sync` after everything was typed"] = measure.once([*ours, "sync"])
    once["the first `l10n report`"] = measure.once([*ours, "report"])
    once["the first `l10n build`"] = measure.once([*ours, "build"], statuses=NOT_READY)
    edited = folder / "source" / "000" / "article-00000.html"
    cases = {"`l10n report`, nothing changed": [*ours, "report"], "`l10n sync`, nothing changed": [*ours, "sync"]}
    timings = measure.commands(cases, options.runs)

    def edit() -> None:
        said = edited.read_text(encoding="utf-8")
        edited.write_text(said.replace("<h1>", "<h1>More: ", 1), encoding="utf-8")

    one = "`l10n report`, one article changed"
    timings |= measure.commands({one: cases["`l10n report`, nothing changed"]}, min(2, options.runs), {one: edit})
    built = "`l10n build`, nothing changed"
    timings |= measure.commands({built: [*ours, "build"]}, min(2, options.runs), statuses=NOT_READY)
    words = options.of(("report", "sync", "build"), ())
    memory = {word: measure.peak(work.cli, "-C", str(folder), word) for word in words}
    rows = [[name, f"{figure(wall)} s", f"{figure(cpu)} s", "once"] for name, (wall, cpu) in once.items()]
    for name, timing in timings.items():
        row = [name, f"{figure(timing.median_wall)} s", f"{figure(timing.median)} s", str(len(timing.cpu))]
        rows.append(row)
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    text = f"{articles:,} articles of 4 kB in 4 locales, {files:,} files. Whole processes with their workers."
    report.table(text, ["command", "median wall", "median cpu", "times"], rows)
    rows = [[f"l10n {word}", f"{mb:,.0f} MB", f"{mb * 1000 / articles:.1f} kB"] for word, mb in memory.items()]
    report.table("Peak memory of the first process.", ["command", "peak", "an article"], rows)
    seconds = timings["`l10n report`, nothing changed"].median_wall
    name = f"`l10n report`, {articles:,} articles, nothing changed"
    report.aim(name, seconds, SECONDS, least=False, unit=" s")
    shutil.rmtree(folder)


def _translate(folder: Path) -> None:
    """Type a target into every entry of every catalog but those of the source locale."""
    for locale in ("ru", "kk", "ug"):
        fill = partial(updates.fill, targets=corpus.Writer(locale).sentences(60))
        catalogs = sorted((folder / "locales" / locale).rglob("*.po"))
        with ProcessPoolExecutor(WORKERS) as executor:
            list(executor.map(fill, catalogs, chunksize=64))


if __name__ == "__main__":
    measure.main(run)
