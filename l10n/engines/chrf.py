"""chrF: how much of a text's letters, in runs of one to six, another text has.

As sacrebleu 2 defines it with its usual settings (order 6, beta 2, no word runs, white space left out, no smoothing):
precision and recall are averaged over the orders that both sides have, then joined; of a corpus, the counts are added
up before that.  Source: Popović, chrF: character n-gram F-score for automatic MT evaluation (2015).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

ORDER = 6
BETA = 2


def chrf(pairs: Iterable[tuple[str, str]]) -> float:
    """0–100 for drafts with their approved texts; 100 where all are the same, but for white space."""
    drafted, wanted, shared = [0] * ORDER, [0] * ORDER, [0] * ORDER
    for draft, approved in pairs:
        one, other = "".join(draft.split()), "".join(approved.split())
        for order in range(ORDER):
            runs, reference = _runs(one, order + 1), _runs(other, order + 1)
            wanted[order] += max(len(other) - order, 0)
            if reference:
                drafted[order] += max(len(one) - order, 0)
                shared[order] += sum(min(count, reference[run]) for run, count in runs.items() if run in reference)
    return _score(drafted, wanted, shared)


def _runs(text: str, length: int) -> Counter[str]:
    return Counter(text[place : place + length] for place in range(len(text) - length + 1))


def _score(drafted: list[int], wanted: list[int], shared: list[int]) -> float:
    orders = [order for order in range(ORDER) if drafted[order] and wanted[order]]
    if not orders:
        return 0.0
    precision = sum(shared[order] / drafted[order] for order in orders) / len(orders)
    recall = sum(shared[order] / wanted[order] for order in orders) / len(orders)
    if not precision + recall:
        return 0.0
    return 100 * (1 + BETA**2) * precision * recall / (BETA**2 * precision + recall)
