"""The memory on phrases that everybody writes, in frequent words: searches a second and recall, beside brute force.

Segments of `newsroom.py`, one to four words of them replaced, deleted, inserted, inflected or moved.  Then the other
way round: the targets of the memory are searched for.
"""

from __future__ import annotations

import measure
import memory as bench
from measure import Options, Report, figure
from newsroom import Newsroom

SEGMENTS = 1_000_000
EDITS = (1, 2, 3, 4)
ASKED = 60
"""Texts for each number of edits."""
SPEED, RECALL = 700, 0.99


def run(options: Options) -> Report:
    """English and Russian, each with numbers as targets; then each as the target."""
    report = Report("A translation memory of phrases in frequent words")
    count = int(str(options.paths[0])) if options.paths else options.of(SEGMENTS, 300)
    for language in ("en", "ru"):
        _one(report, options, language, count)
    return report


def _one(report: Report, options: Options, language: str, count: int) -> None:
    from l10n.memory import Memory

    texts = Newsroom(language, 1).segments(count)
    writer, asked = Newsroom(language, 20_261), options.of(ASKED, 2)
    queries = [(str(edits), writer.changed(text, edits)) for edits in EDITS
               for text in writer.random.sample(texts, asked)]  # fmt: skip
    truth = [bench.scan(texts, query) for _, query in queries]
    rows = []
    for way in ("as it was translated", "the other way round"):
        path = options.data / f"recall-{language}.sqlite"
        path.unlink(missing_ok=True)
        numbers = map(str, range(count))
        is_turned = way != "as it was translated"
        with Memory(path) as memory:
            if is_turned:
                memory.add_many(zip(numbers, texts, strict=True), "kk", language)
            else:
                memory.add_many(zip(texts, numbers, strict=True), language, "kk")

            def best(query: str, memory: Memory = memory) -> int:
                found = memory.search(query, source=language, target="kk", penalties={"reversed": 0})
                return found[0].score if found else 0

            speed, scores = bench.speed(best, queries)
        path.unlink()
        kinds = [tuple(map(str, EDITS)), *((str(edits),) for edits in EDITS)]
        shares = [bench.recall(kind, queries, truth, scores) for kind in kinds]
        rows.append([way, figure(speed), *map(bench.share, shares)])
        if count == SEGMENTS and not is_turned:
            report.aim(f"searches a second, {language}", speed, SPEED)
            report.aim(f"recall of edited segments, {language}", shares[0] or 0, RECALL)
    title = f"{count:,} segments ({language}), {len(queries)} searches, one thread"
    report.table(title, ["pairs", "searches/s", "recall", *(f"{edits} edited" for edits in EDITS)], rows)


if __name__ == "__main__":
    measure.main(run)
