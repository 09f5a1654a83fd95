"""Segmentation: running text cut into sentences, a paragraph a call, in four languages. Beside sentencex and pysbd.

Arguments: your own texts, a paragraph a line, named `<language>.txt` or `….<language>.txt`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import corpus
import measure
from measure import MISSING, Options, Report, figure

LANGUAGES = ("en", "ru", "kk", "ug")
CHARACTERS, FEW = 600_000, 30_000
"""Of text in each language; pysbd, a thousand times slower, gets the few."""
OF_SENTENCEX, OF_PYSBD = 0.5, 100
"""Times as fast: what is aimed at."""
PYSBD = ("en", "ru", "kk")
"""Languages that pysbd has rules for."""


def run(options: Options) -> Report:
    """Every language."""
    report = Report("Segmentation")
    for language, paragraphs in _texts(options).items():
        _language(report, options, language, paragraphs)
    return report


def _texts(options: Options) -> dict[str, list[str]]:
    if not options.paths:
        size = options.of(CHARACTERS, 2000)
        return {language: list(corpus.paragraphs(language, size)) for language in LANGUAGES}
    found: dict[str, list[str]] = {}
    for path in options.paths:
        language = path.name.removesuffix(".txt").rpartition(".")[2]
        found.setdefault(language, []).extend(filter(None, path.read_text(encoding="utf-8").splitlines()))
    return found


def _language(report: Report, options: Options, language: str, paragraphs: Sequence[str]) -> None:
    from l10n.segmentation import sentences

    few = paragraphs[: max(1, len(paragraphs) * FEW // CHARACTERS)]
    cases: dict[str, Callable[[str], Sequence[str]]] = {"l10n": lambda text: sentences(text, language)}
    texts = {"l10n": paragraphs, "sentencex": paragraphs, "pysbd": few}
    if options.peers and measure.installed("sentencex"):
        from sentencex import segment

        cases["sentencex"] = lambda text: segment(language, text)
    if options.peers and measure.installed("pysbd") and language in PYSBD:
        from pysbd import Segmenter

        cases["pysbd"] = Segmenter(language=language, clean=False).segment
    timings = measure.rounds({name: _over(cases[name], texts[name]) for name in cases}, options.runs)
    bytes_of = {name: sum(len(text.encode()) for text in texts[name]) for name in cases}
    speed = {name: bytes_of[name] / timing.median / 1e6 for name, timing in timings.items()}
    rows = []
    for name, timing in timings.items():
        count = sum(len(cases[name](text)) for text in few)
        rows.append([name, figure(speed[name]), figure(bytes_of[name] / timing.least / 1e6)])
        rows[-1] += [f"{figure(speed['l10n'] / speed[name])}×", f"{count:,}"]
    if options.peers:
        rows += [[name, MISSING, "", "", ""] for name in ("sentencex", "pysbd") if not measure.installed(name)]
    text = f"{language}: {len(paragraphs):,} paragraphs, {bytes_of['l10n'] / 1e6:.1f} MB."
    columns = ["case", "median MB/s", "best MB/s", "l10n is as fast", f"sentences in {len(few):,} paragraphs"]
    report.table(text, columns, rows)
    if "sentencex" in speed:
        value = speed["l10n"] / speed["sentencex"]
        report.aim(f"segmentation, {language}, against sentencex", value, OF_SENTENCEX, unit="×")
    if "pysbd" in speed:
        value = speed["l10n"] / speed["pysbd"]
        report.aim(f"segmentation, {language}, against pysbd", value, OF_PYSBD, unit="×")


def _over(call: Callable[[str], object], texts: Sequence[str]) -> Callable[[], None]:
    def all_of_them() -> None:
        for text in texts:
            call(text)

    return all_of_them


if __name__ == "__main__":
    measure.main(run)
