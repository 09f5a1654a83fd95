"""A translation memory: built, opened, added to, searched, asked for a word, beside others; recall by brute force.

Segments are made of words that nobody uses, those to search for by another seed than those in the memory.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import measure
import segments
from measure import Options, Report, figure, milliseconds

if TYPE_CHECKING:
    from l10n.memory import Memory, Passage

SEGMENTS = 1_000_000
ASKED = {"exact": 20, "6%": 60, "15%": 60, "25%": 60, "new": 50}
"""How many of each kind; a share is that of the words that were edited."""
EDITED = ("6%", "15%", "25%")
LEAST = 75
"""Score of the best match, for which recall is counted."""
SECONDS = 20.0
"""After which a method searches no further."""
SPEED, RECALL, OPENED_MS, ADDED_MS, BUILT_S, DISK = 700, 0.99, 10, 1, 120, 2
LANGUAGES = (("ru", "en"), ("en", "ru"))

Search = Callable[[str], int]
"""The score of the best match of a text."""


def run(options: Options) -> Report:
    """Each language, with the other as target."""
    report = Report("A translation memory")
    count = int(str(options.paths[0])) if options.paths else options.of(SEGMENTS, 300)
    made = {language: segments.Segments(language, 1).segments(count) for language in ("ru", "en")}
    asked = options.of(ASKED, dict.fromkeys(ASKED, 2))
    for source, target in LANGUAGES:
        _one(report, options, made[source], made[target], source, target, asked)
    return report


def _one(
    report: Report, options: Options, sources: list[str], targets: list[str], source: str, target: str,
    asked: dict[str, int],
) -> None:  # fmt: skip
    from l10n.memory import Memory

    path = options.data / f"memory-{source}.sqlite"
    path.unlink(missing_ok=True)
    with Memory(path) as memory:
        built = _spent(lambda: memory.add_many(zip(sources, targets, strict=True), source, target))
    text = sum(len(said.encode()) for said in (*sources, *targets))
    start = time.perf_counter()
    memory = Memory(path)
    opened = time.perf_counter() - start
    queries = segments.queries(sources, source, 20_261, asked)
    methods: dict[str, Search] = {"l10n": lambda query: _best(memory, query, source, target)}
    if options.peers:
        methods |= _peers(sources)
    truth = [scan(sources, query) for _, query in queries]
    rows, ours = [], 0.0
    for name, search in methods.items():
        per_second, scores = speed(search, queries)
        ours = ours or per_second
        shares = [recall(kinds, queries, truth, scores) for kinds in (EDITED, tuple(ASKED))]
        if name == "l10n":
            reached = shares[0]
        rows.append([name, figure(per_second), f"{figure(ours / per_second)}×", *map(share, shares), str(len(scores))])
    title = f"{len(sources):,} segments ({source}); searches a second of processor time, one thread"
    report.table(title, ["method", "searches/s", "l10n is", "recall, edited", "recall, all", "searches"], rows)
    added = _added(memory, source, target)
    passages, taken = _concordance(memory, targets, target)
    memory.close()
    disk = path.stat().st_size
    report.table(
        "The same memory",
        ["what", "measured"],
        [
            ["built", f"{figure(built)} s"],
            ["opened", milliseconds(opened)],
            ["one pair added", milliseconds(added)],
            [f"concordance of a target word, {passages} passages", milliseconds(taken)],
            ["disk, against the text of both sides", f"{figure(disk / 1e6)} MB, {figure(disk / text)}×"],
        ],
    )
    if len(sources) == SEGMENTS:
        report.aim(f"searches a second, {source}", ours, SPEED)
        report.aim(f"recall of edited segments, {source}", reached or 0, RECALL)
        report.aim(f"opened, {source}", opened * 1000, OPENED_MS, least=False, unit=" ms")
        report.aim(f"one pair added, {source}", added * 1000, ADDED_MS, least=False, unit=" ms")
        report.aim(f"built, {source}", built, BUILT_S, least=False, unit=" s")
        report.aim(f"disk against text, {source}", disk / text, DISK, least=False, unit="×")
    path.unlink()


def _spent(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _best(memory: Memory, query: str, source: str, target: str) -> int:
    found = memory.search(query, source=source, target=target)
    return found[0].score if found else 0


def speed(search: Search, queries: Sequence[tuple[str, str]]) -> tuple[float, list[int]]:
    """Searches a second of processor time, and what they found; the first search is not counted."""
    search(queries[0][1])
    start, began = time.process_time(), time.perf_counter()
    scores = []
    for _, query in queries:
        scores.append(search(query))
        if time.perf_counter() - began > SECONDS:
            break
    return len(scores) / max(1e-9, time.process_time() - start), scores


def recall(
    kinds: Sequence[str], queries: Sequence[tuple[str, str]], truth: Sequence[int], scores: Sequence[int]
) -> float | None:
    """Of the searches with a true best of at least so much, how many found it."""
    found = [
        score >= best
        for (kind, _), best, score in zip(queries, truth, scores, strict=False)
        if kind in kinds and best >= LEAST
    ]
    return sum(found) / len(found) if found else None


def share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def scan(sources: list[str], query: str) -> int:
    """The best score by brute force."""
    from rapidfuzz import fuzz, process

    data, encoded = _encoded(sources)
    found = process.extractOne(data(query), encoded, scorer=fuzz.ratio, score_cutoff=70)
    return int(found[1] + 1e-9) if found else 0


_held: dict[int, tuple[Callable[[str], bytes], list[bytes]]] = {}


def _encoded(sources: list[str]) -> tuple[Callable[[str], bytes], list[bytes]]:
    """The segments with one byte a character, in which RapidFuzz is quicker."""
    if id(sources) not in _held:
        _held.clear()
        frequent = Counter(sign for text in sources[:20_000] for sign in text).most_common(255)
        table = {ord(sign): chr(number) for number, (sign, _) in enumerate(frequent)}

        def encode(text: str) -> bytes:
            return text.translate(table).encode("latin-1", "replace")

        _held[id(sources)] = encode, [encode(text) for text in sources]
    return _held[id(sources)]


# --- peers


def _peers(sources: list[str]) -> dict[str, Search]:
    peers: dict[str, Search] = {
        "FTS5, six rarest words, RapidFuzz": _fts(sources),
        "RapidFuzz, one-byte text": lambda query: scan(sources, query),
        "RapidFuzz `extractOne`": lambda query: _extract(sources, query),
    }
    if measure.installed("translate"):
        peers["Translate Toolkit matcher"] = _toolkit(sources)
    return peers


def _extract(sources: list[str], query: str) -> int:
    from rapidfuzz import fuzz, process

    found = process.extractOne(query, sources, scorer=fuzz.ratio, score_cutoff=70)
    return int(found[1] + 1e-9) if found else 0


def _fts(sources: list[str]) -> Search:
    import re
    import sqlite3

    from rapidfuzz import fuzz, process

    word, db = re.compile(r"\w+"), sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE t USING fts5(s, tokenize='unicode61 remove_diacritics 0', content='', detail=none)"
    )
    db.executemany("INSERT INTO t(rowid, s) VALUES (?, ?)", enumerate(sources))
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, row)")
    frequency: dict[str, int] = dict(db.execute("SELECT term, doc FROM v"))

    def search(query: str) -> int:
        encode, encoded = _encoded(sources)
        said = sorted({one for one in word.findall(query.lower()) if one in frequency}, key=frequency.__getitem__)[:6]
        while len(said) > 1 and sum(frequency[one] for one in said) > 5000:
            said.pop()
        match = " OR ".join(f'"{one}"' for one in said)
        rows = db.execute("SELECT rowid FROM t WHERE t MATCH ?", (match,)).fetchall() if said else []
        near = [encoded[number] for (number,) in rows]
        found = process.extractOne(encode(query), near, scorer=fuzz.ratio, score_cutoff=70)
        return int(found[1] + 1e-9) if found else 0

    return search


def _toolkit(sources: list[str]) -> Search:
    """Its own score is another one; what it returns is scored as the others are."""
    from rapidfuzz import fuzz
    from translate.search import match
    from translate.storage import base

    store = base.TranslationStore()
    for text in sources:
        unit = base.TranslationUnit(text)
        unit.target = "x"
        store.units.append(unit)
    matcher = match.matcher(store, max_candidates=1, min_similarity=70, max_length=1000)

    def search(query: str) -> int:
        found = matcher.matches(query)
        return int(fuzz.ratio(query, found[0].source) + 1e-9) if found else 0

    return search


# --- the rest


def _added(memory: Memory, source: str, target: str) -> float:
    """Median seconds of processor time in which one pair enters, on the disk."""
    writer = segments.Segments(source, 3)
    said = [writer.segment() for _ in range(101)]
    taken = sorted(
        _spent(lambda text=text: memory.add(text, text, source_locale=source, target_locale=target))  # type: ignore[misc]
        for text in said
    )
    return taken[len(taken) // 2]


def _concordance(memory: Memory, targets: Sequence[str], target: str) -> tuple[int, float]:
    """A word of the target that a few hundred segments have; seconds of processor time of the second time."""
    counted = Counter(word for text in targets[:20_000] for word in text.split() if len(word) > 6)
    word = counted.most_common(400)[-1][0]
    found: list[list[Passage]] = []
    for _ in range(2):
        taken = _spent(lambda: found.append(memory.concordance(word, target=target)))
    return len(found[-1]), taken


if __name__ == "__main__":
    measure.main(run)
