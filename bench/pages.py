"""HTML: extract every unit, rebuild the page with another text in each place. Beside po4a, OmegaT, html2po + po2html.

Arguments: your own pages, instead of the generated ones.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

import corpus
import measure
import work
from measure import Options, Report, Timing, figure, milliseconds

PAGES, FEW = 20, 2
"""Pages for those who take many at once, and for po4a, which takes one to two seconds a page."""
SIZE = 200_000
"""Characters of a page of a news site."""
AIM = 150
"""Pages of that size a second."""
GROWTH = (2, 4, 8, 16, 32)
"""Sizes of a page, times the usual one, at which memory and time are taken."""
LINEAR = 1.25
"""Times the growth of the page by which memory and time may grow."""

OMEGAT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>ru</target_lang><sentence_seg>true</sentence_seg>
</project></omegat>
"""


def extract(pages: Sequence[bytes]) -> int:
    """The units of all pages."""
    from l10n import formats

    return sum(len(formats.units(page, "html")) for page in pages)


def rebuild(pages: Sequence[bytes]) -> None:
    """Every page with another text in the place of each unit."""
    from l10n import formats

    for page in pages:
        formats.rewrite(page, "html", lambda unit: f"{unit.source} ·")


def both(pages: Sequence[bytes]) -> None:
    """Extract each page, then rebuild it."""
    for page in pages:
        extract([page])
        rebuild([page])


def identity(pages: Sequence[bytes]) -> bool:
    """Whether every page rebuilt with its own text is the page, byte for byte."""
    from l10n import formats

    return all(formats.rewrite(page, "html", lambda unit: unit.source) == page for page in pages)


def run(options: Options) -> Report:
    """Speed beside peers, then memory by the size of a page."""
    report = Report("HTML")
    folder = options.data / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    if options.paths:
        for path in options.paths:
            shutil.copy(path, folder / path.name)
    else:
        for n in range(options.of(PAGES, 2)):
            text = corpus.page(n, options.of(SIZE, 20_000))
            (folder / f"page-{n:02d}.html").write_text(text, encoding="utf-8")
    _speed(report, options, folder)
    _growth(report, options)
    return report


def _speed(report: Report, options: Options, folder: Path) -> None:
    pages = [path.read_bytes() for path in sorted(folder.iterdir())]
    size = sum(map(len, pages)) / len(pages)
    inside: dict[str, Callable[[], object]] = {
        "l10n extract": lambda: extract(pages),
        "l10n rebuild": lambda: rebuild(pages),
        "l10n extract + rebuild": lambda: both(pages),
        "lxml parse + serialise": lambda: _lxml(pages),
    }
    timings = measure.rounds(inside, options.runs)
    counts = dict.fromkeys(timings, len(pages))
    outside = {
        "l10n extract + rebuild, whole process": measure.call(work.convert, folder, _fresh(options.data / "made"))
    }
    counts |= dict.fromkeys(outside, len(pages))
    timings |= measure.commands(outside, options.runs)
    if options.peers:
        for name, (peer, number) in _peers(options, folder).items():
            timings[name], counts[name] = peer, number
    base = timings["l10n extract + rebuild"].median / len(pages)
    rows = []
    for name, timing in timings.items():
        each, least = timing.median / counts[name], timing.least / counts[name]
        rows.append([name, milliseconds(each), milliseconds(least), figure(1 / each), f"{figure(each / base)}×"])
    text = (
        f"{len(pages)} pages of {size / 1000:.0f} kB with {extract(pages) / len(pages):.0f} units each. "
        "Peers: whole processes on a folder of pages, start included; po4a: two processes a page.\n"
        f"Rebuilt with its own text, each page is the same byte for byte: {'yes' if identity(pages) else 'NO'}."
    )
    report.table(text, ["case", "median cpu a page", "least", "pages/s", "against l10n"], rows)
    scale = size / SIZE
    report.aim("HTML extract + rebuild, pages of 200 kB a second", scale / base, AIM)
    for name in ("po4a", "OmegaT", "html2po + po2html"):
        if name in timings:
            report.aim(f"times as fast as {name}", timings[name].median / counts[name] / base, 1, unit="×")


def _lxml(pages: Sequence[bytes]) -> None:
    from lxml import etree, html

    for page in pages:
        tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
        etree.tostring(tree, method="html", encoding="utf-8")


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


# --- peers


def _peers(options: Options, folder: Path) -> dict[str, tuple[Timing, int]]:
    """What is installed: its timing, and how many pages it took."""
    runs, found = min(2, options.runs), {}
    paths = sorted(folder.iterdir())
    if measure.program("po4a-updatepo"):
        few = paths[:FEW]
        commands = [_po4a(options.data, path) for path in few]
        each = [measure.commands({"update": update}, runs)["update"] for update, _ in commands]
        each += [measure.commands({"translate": translate}, runs)["translate"] for _, translate in commands]
        found["po4a"] = (_sum(each), len(few))
    if measure.program("omegat"):
        found["OmegaT"] = (measure.commands({"omegat": _omegat(options.data, folder)}, runs)["omegat"], len(paths))
    html2po, po2html = measure.program("html2po"), measure.program("po2html")
    if html2po and po2html:
        catalogs, made = _fresh(options.data / "html2po"), _fresh(options.data / "po2html")
        steps = measure.commands(
            {
                "out": [html2po, "--progress=none", str(folder), str(catalogs)],
                "in": [po2html, "--progress=none", "-t", str(folder), str(catalogs), str(made)],
            },
            runs,
        )
        found["html2po + po2html"] = (_sum(list(steps.values())), len(paths))
    return found


def _sum(steps: Sequence[Timing]) -> Timing:
    """Steps that follow one another, as one."""
    wall = [sum(values) for values in zip(*(step.wall for step in steps), strict=False)]
    return Timing(wall, [sum(values) for values in zip(*(step.cpu for step in steps), strict=False)])


def _po4a(data: Path, page: Path) -> tuple[list[str], list[str]]:
    folder = data / "po4a"
    folder.mkdir(exist_ok=True)
    catalog, made = folder / f"{page.stem}.po", folder / page.name
    common = ["-f", "xhtml", "-M", "utf-8", "-m", str(page), "-p", str(catalog)]
    update, translate = measure.program("po4a-updatepo"), measure.program("po4a-translate")
    return [str(update), *common], [str(translate), *common, "-L", "utf-8", "-k", "0", "-l", str(made)]


def _omegat(data: Path, folder: Path) -> list[str]:
    project = _fresh(data / "omegat")
    for name in ("target", "tm", "glossary", "dictionary", "omegat"):
        (project / name).mkdir()
    (project / "omegat.project").write_text(OMEGAT, encoding="utf-8")
    shutil.copytree(folder, project / "source")
    return [str(measure.program("omegat")), str(project), "--mode=console-translate"]


# --- growth


def _growth(report: Report, options: Options) -> None:
    """Memory of one page that becomes larger; time of as many pages of each size as have the same text together.

    A process that read nothing has some megabytes to spare, which small pages fill. So what counts is what each further
    megabyte of page takes.
    """
    growth: Sequence[int] = options.of(GROWTH, GROWTH[:3])
    sizes, memory, cases = [], [], {}
    idle = statistics.median(measure.peak(work.nothing) for _ in range(min(3, options.runs)))
    for times in growth:
        characters = options.of(SIZE, 20_000) * times
        pages = [corpus.page(n, characters).encode() for n in range(1, 1 + growth[-1] // times)]
        path = options.data / f"growing-{times}.html"
        path.write_bytes(pages[0])
        sizes.append(len(pages[0]) / 1e6)
        memory.append(statistics.median(measure.peak(work.visit, path) for _ in range(min(3, options.runs))) - idle)
        cases[times] = pages
    calls: dict[str, Callable[[], object]] = {str(n): lambda pages=pages: both(pages) for n, pages in cases.items()}
    timings = measure.rounds(calls, options.runs)
    seconds = [timings[str(n)].least / (sum(map(len, pages)) / 1e6) for n, pages in cases.items()]
    rows = [
        [f"{size:.1f} MB", f"{held:.1f} MB", str(len(pages)), milliseconds(second)]
        for size, held, pages, second in zip(sizes, memory, cases.values(), seconds, strict=True)
    ]
    text = f"Larger and larger pages, extracted and rebuilt. Above the {idle:.0f} MB of a process that read nothing."
    report.table(text, ["page", "peak memory of one", "pages timed", "least cpu a MB"], rows)
    further = [(memory[n] - memory[n - 1]) / (sizes[n] - sizes[n - 1]) for n in (-2, -1)]
    report.aim("memory grows as the page does", further[1] / max(further[0], 0.1), LINEAR, least=False)
    report.aim("time grows as the page does", seconds[-1] / seconds[-3], LINEAR, least=False)


if __name__ == "__main__":
    measure.main(run)
