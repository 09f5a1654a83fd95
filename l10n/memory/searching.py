"""Searching: what in a memory resembles a text.

Equal texts are found by their hash, those of one skeleton by its hash, similar ones by their features: the rarest first
within a budget, weighed by how rare they are; the best are compared.  Where that yields little, features of many texts
are asked for those of nearly the same length, the rarest first again.  Where a text was translated into the language
of what is searched for, it is found by the stems of that, and offered the other way round.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress, islice
from typing import TYPE_CHECKING, NamedTuple

from l10n.memory import adapting, features, postings, scoring
from l10n.memory.alphabets import REST, Alphabets
from l10n.memory.rows import SOURCE, TARGET, date_read, neighbour_hash, seed, text_hash
from l10n.model import Match, State
from l10n.model.matches import EXACT

if TYPE_CHECKING:
    import sqlite3

ADAPTED = 99
"""The score of an adapted pair: the field counts texts that differ in figures alone among its 95 to 99."""
BUDGET = 1_500
"""Numbers of postings that are weighed."""
RARE = (32, 8)
"""A feature of no more texts counts once more, and once more again."""
COMPARED = 32
"""Texts that are compared, at least."""


class Effort(NamedTuple):
    """What is done where the rare features of a text yield little."""

    sure: int
    """With a similar text that scores this, features of many texts are not asked."""
    budget: int
    """Numbers of postings that are weighed, those of rare features among them."""
    compared: int
    """Texts that are compared, at least."""


SOME, GREAT = Effort(85, 5_000, COMPARED), Effort(90, 12_000, 256)
"""Great for a text of which most features are those of many texts: phrases that everybody writes, in frequent words."""
HEAVIEST = 255
"""Weight that is told from a greater one no more."""
FEATURES = 192
"""Of a text, at most: those of a longer one are taken from all over it."""
MANY = 48
"""How many features of many texts are asked."""
NEARBY, FARTHER = 1, 2
"""Classes of length that they are asked for on both sides of that of the text; farther, while half of the budget is
left."""
PLACES = 200
"""Of one pair, that are looked at."""
REVERSED, PENALTY = "reversed", 5
"""What penalties call a pair that was translated the other way round, and its points where they do not: it is never
taken for the same, since a translation says less, or more, than its source."""
SKELETONS = 20
"""Texts of one skeleton that are looked at, the newest first."""


class Asked(NamedTuple):
    """What is searched for: a text in normal form."""

    text: str
    least: int
    limit: int
    targets: frozenset[int] | None
    """Numbers of target locales; None for all."""
    before: str
    after: str
    penalties: Mapping[str, int]


_NOTHING = Asked("", 0, 0, None, "", "", {})


class Held(NamedTuple):
    """A text of the memory that resembles the one asked for."""

    id: int
    score: int
    text: str


class Searcher:
    """Searches one memory."""

    def __init__(self, db: sqlite3.Connection, alphabets: Alphabets, tags: Mapping[int, str]) -> None:
        self._db, self._alphabets, self._tags = db, alphabets, tags

    def search(self, asked: Asked, locale: int) -> list[Match]:
        """Matches among the texts of one source locale, in no order."""
        equal = self._equal(asked.text, locale)
        found = [match for held in equal for match in self._matches(held, locale, asked)]
        known = {held.id for held in equal}
        adapted = list(self._adapted(asked, locale, known))
        done = {(match.source, match.target_locale) for match in adapted}
        for held in self._similar(asked, locale):
            if held.id not in known:
                found += (
                    match
                    for match in self._matches(held, locale, asked)
                    if (match.source, match.target_locale) not in done
                )
        return [match for match in found + adapted if match.score >= asked.least]

    def reversed(self, asked: Asked, locale: int) -> Iterator[Match]:
        """Pairs that were translated into this locale from one that is asked for, the other way round, in no order.

        They are found by the stems that the concordance needs: to keep pairs of stems of the targets, too, would make
        the memory a sixth larger.  So they are never adapted or in context, and fewer of them are found.
        """
        origins = self._db.execute("SELECT source FROM directions WHERE target = ?", (locale,)).fetchall()
        if not any(asked.targets is None or origin in asked.targets for (origin,) in origins):
            return
        for held in self._similar(asked, locale, TARGET):
            origin, *kept = self._db.execute(_ORIGIN, (held.id,)).fetchone()
            if asked.targets is None or origin in asked.targets:
                match = self._turned(held, self._alphabets.of(origin).read(*kept), (origin, locale), asked)
                if match.score >= asked.least:
                    yield match

    # --- texts

    def _equal(self, text: str, locale: int) -> list[Held]:
        rows = self._db.execute(
            "SELECT id, text, raw FROM sources WHERE hash = ? AND locale = ?", (text_hash(text, locale), locale)
        )
        held = [Held(number, EXACT, self._alphabets.of(locale).read(*kept)) for number, *kept in rows]
        return [one for one in held if one.text == text]

    def _similar(self, asked: Asked, locale: int, side: int = SOURCE) -> list[Held]:
        """The texts of a side most similar to the one asked for, the best first."""
        data = self._alphabets.of(locale).encode(asked.text)
        if not data or len(data) > features.LONGEST:
            return []
        first, last = features.window(len(data), asked.least)
        low, high = first << postings.ID_BITS, (last + 1) << postings.ID_BITS
        stems, pairs = features.asked(asked.text, seed(locale, side))
        if side == TARGET:
            pairs = set()  # they are kept of sources alone
        rows = postings.whole_rows(self._db, _some([*pairs, *stems]))
        lists = [postings.numbers(ids) for _, ids in rows if ids]
        count = max(COMPARED, 4 * asked.limit)
        held = self._compared(_heaviest(_counted(lists, BUDGET), low, high, count), data, locale, asked, side)
        effort = SOME if 2 * len(lists) > len(rows) else GREAT
        if len(rows) > len(lists) and not any(one.score >= effort.sure for one in held):
            many = sorted((bucket for bucket, ids in rows if not ids), reverse=True)[:MANY]  # pairs first
            lists += self._nearest(many, features.length_class(len(data)), (first, last), effort.budget)
            count = max(count, effort.compared)
            weights = _counted(lists, effort.budget)
            held = self._compared(_heaviest(weights, low, high, count), data, locale, asked, side)
        return held

    def _nearest(self, buckets: list[int], middle: int, window: tuple[int, int], budget: int) -> Iterator[array[int]]:
        """The texts of nearly the same length that have features of many texts, the rarest features first."""
        left = budget
        for bucket in postings.by_rarity(self._db, buckets, middle):
            near = FARTHER if 2 * left > budget else NEARBY
            found = postings.between(self._db, bucket, max(window[0], middle - near), min(window[1], middle + near))
            yield found
            left -= len(found)
            if left < 0:
                break

    def _compared(self, chosen: list[int], data: bytes, locale: int, asked: Asked, side: int) -> list[Held]:
        """Those of these texts that are similar enough, the most similar first."""
        ids = postings.padded(chosen)
        rows = self._db.execute(
            f"SELECT id, text, raw FROM {_TABLES[side]} WHERE id IN ({','.join('?' * len(ids))}) AND locale = ?",
            (*ids, locale),  # a feature of another locale may have the same number
        ).fetchall()
        alphabet, held = self._alphabets.of(locale), []
        for place, score in scoring.near(data, (row[1] for row in rows), asked.least):
            number, kept, raw = rows[place]
            text = alphabet.read(kept, raw)
            if REST in kept and REST in data:
                score = scoring.similarity(asked.text, text)  # the last byte stands for several characters
            if asked.least <= score:
                held.append(Held(number, score, text))
        return sorted(held, key=lambda one: (-one.score, -one.id))

    # --- pairs

    def _matches(self, held: Held, locale: int, asked: Asked) -> Iterator[Match]:
        kind = "exact" if held.text == asked.text else "fuzzy"
        score = held.score if kind == "exact" else min(held.score, EXACT - 1)
        for number, target_locale, kept, raw in self._pairs(held.id, asked.targets):
            target = self._alphabets.of(target_locale).read(kept, raw)
            yield self.match(number, held.text, target, score, kind, (locale, target_locale), asked)

    def _pairs(self, source: int, targets: frozenset[int] | None) -> list[tuple[int, int, bytes, bytes]]:
        rows = self._db.execute("SELECT id, locale, text, raw FROM pairs WHERE source = ?", (source,))
        return [row for row in rows if targets is None or row[1] in targets]

    def match(
        self, pair: int, source: str, target: str, score: int, kind: str, locales: tuple[int, int], asked: Asked
    ) -> Match:
        """A pair with the best of its places: between the same neighbours, least penalty, reviewed, newest."""
        around = (neighbour_hash(asked.before, locales[0]), neighbour_hash(asked.after, locales[0]))
        rows = self._db.execute(_PLACES, (pair, PLACES)).fetchall()
        places = len(rows)
        if kind == "exact" and any(around):
            if places == PLACES:
                rows += self._db.execute(_PLACES_BETWEEN, (pair, *around)).fetchall()
            rows = [row for row in rows if row[:2] == around] or rows
            if rows[0][:2] == around:
                kind = "in-context"
        penalties = asked.penalties

        def worth(row: tuple[int, int, int | str | None, int, str, str, str, str]) -> tuple[int, int, str]:
            return -penalties.get(row[4], 0), row[3], date_read(row[2])

        best = max(rows, key=worth) if len(rows) > 1 else rows[0]
        before, after, date, state, origin, who, article, context = best
        penalty = penalties.get(origin, 0)
        return Match(
            source=source,
            target=target,
            score=max(0, score - penalty),
            kind=kind,
            state=State(state),
            origin=origin,
            who=who,
            when=date_read(date),
            article=article,
            context=context,
            before=self.neighbour(before, locales[0]),
            after=self.neighbour(after, locales[0]),
            source_locale=self._tags[locales[0]],
            target_locale=self._tags[locales[1]],
            penalty=penalty,
            places=places,
        )

    def best(self, pair: int, source: str, target: str, locales: tuple[int, int]) -> Match:
        """A pair as it stands, with the best of its places."""
        return self.match(pair, source, target, EXACT, "exact", locales, _NOTHING)

    def neighbour(self, hashed: int, locale: int) -> str:
        """The text of a neighbour; "" where there is none, or where it is not in the memory."""
        if not hashed:
            return ""
        row = self._db.execute("SELECT text, raw FROM sources WHERE hash = ?", (hashed,)).fetchone()
        return self._alphabets.of(locale).read(*row) if row else ""

    def _turned(self, held: Held, source: str, locales: tuple[int, int], asked: Asked) -> Match:
        """A pair whose target is what was asked for."""
        points = asked.penalties.get(REVERSED, PENALTY)
        kind = "exact" if held.text == asked.text else "fuzzy"
        score = max(0, (EXACT if kind == "exact" else min(held.score, EXACT - 1)) - points)
        as_it_stands = asked._replace(before="", after="")
        one = self.match(held.id, source, held.text, score, kind, locales, as_it_stands)
        return replace(
            one, source=one.target, target=one.source, source_locale=one.target_locale, target_locale=one.source_locale,
            before="", after="", penalty=one.penalty + points, is_reversed=True,
        )  # fmt: skip

    def _adapted(self, asked: Asked, locale: int, known: set[int]) -> Iterator[Match]:
        """Pairs that are right but for figures and dates."""
        tag = self._tags[locale]
        hashed = adapting.skeleton_hash(asked.text, tag)
        if hashed is None or asked.least > ADAPTED:
            return
        rows = self._db.execute(
            "SELECT id, text, raw FROM sources WHERE skeleton = ? AND locale = ? ORDER BY id DESC LIMIT ?",
            (hashed, locale, SKELETONS),
        ).fetchall()
        for number, *kept in rows:
            if number in known:
                continue
            source = self._alphabets.of(locale).read(*kept)
            for pair, target_locale, data, raw in self._pairs(number, asked.targets):
                target = self._alphabets.of(target_locale).read(data, raw)
                said = adapting.adapted((source, target), asked.text, (tag, self._tags[target_locale]))
                if said is not None:
                    yield self.match(pair, source, said, ADAPTED, "adapted", (locale, target_locale), asked)


_ORIGIN = (
    "SELECT sources.locale, sources.text, sources.raw FROM pairs JOIN sources ON sources.id = source WHERE pairs.id = ?"
)
_TABLES = {SOURCE: "sources", TARGET: "pairs"}
_NOTE = "before, after, date, state, origin, who, article, context FROM places JOIN notes ON notes.id = note"
_PLACES = f"SELECT {_NOTE} WHERE pair = ? LIMIT ?"
_PLACES_BETWEEN = f"SELECT {_NOTE} WHERE pair = ? AND before = ? AND after = ? LIMIT 1"


def _some(buckets: Sequence[int]) -> Sequence[int]:
    """So many of them that a question stays short."""
    return buckets if len(buckets) <= FEATURES else buckets[:: -(-len(buckets) // FEATURES)]


def _counted(lists: Iterable[Sequence[int]], left: int) -> Counter[int]:
    """How often each number is in these lists, the shortest first within the budget; in a short one it counts more."""
    gathered = array(postings.TYPE)
    for ids in sorted(lists, key=len):
        left -= len(ids)
        if left < 0 and gathered:
            break
        for _ in range(1 + sum(len(ids) <= size for size in RARE)):
            gathered.extend(ids)
    return Counter(gathered)


def _heaviest(weights: Counter[int], low: int, high: int, count: int) -> list[int]:
    """Ids of the texts with the greatest weights, of those whose numbers are between these two."""
    values = _in_bytes(weights)
    left, bar = 2 * count, 1
    for weight in range(max(values, default=0), 0, -1):
        left -= values.count(weight)
        if left < 0:
            bar = weight
            break
    over = [one for one in compress(weights, values.translate(_MORE_THAN[bar])) if low <= one < high]
    if len(over) < count:
        level = (one for one in compress(weights, values.translate(_AS_MUCH_AS[bar])) if low <= one < high)
        over += islice(level, count - len(over))
    else:
        over = sorted(over, key=weights.__getitem__, reverse=True)[:count]
    return [number & postings.LAST_ID for number in over]


def _in_bytes(weights: Counter[int]) -> bytes:
    """A byte for each weight: what is counted and compared so takes a third of the time."""
    try:
        return bytes(weights.values())
    except ValueError:
        return bytes(min(weight, HEAVIEST) for weight in weights.values())


_MORE_THAN = [bytes(weight > bar for weight in range(256)) for bar in range(256)]
_AS_MUCH_AS = [bytes(weight == bar for weight in range(256)) for bar in range(256)]
"""By weight, the weights that are more, and as much."""
