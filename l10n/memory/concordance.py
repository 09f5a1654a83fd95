"""Concordance: where a word stands in a memory, in source or target, in all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING
from unicodedata import name

from l10n.memory import features, postings
from l10n.memory.alphabets import Alphabets
from l10n.memory.inflection import Form, forms
from l10n.memory.rows import SOURCE, TARGET, seed
from l10n.memory.searching import Searcher
from l10n.model import State
from l10n.text import nfc, small

if TYPE_CHECKING:
    import sqlite3

SIDES = ("source", "target")
LOOKED_AT = 20_000
"""Texts that are read, at most, for one question."""
_STEP = 256
"""Texts that are read at once."""
SHORTEST = 3
"""Letters of a beginning that is completed in every way; a shorter word is found as it is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A pair in which a word stands."""

    source: str
    target: str
    side: str
    """source or target: where it was found."""
    spans: tuple[tuple[int, int], ...]
    """Where it stands there, in code points."""
    source_locale: str
    target_locale: str
    state: State
    origin: str
    who: str
    when: str
    article: str
    context: str
    before: str
    """The source before this one where it stands, or ""."""
    after: str
    """The source after this one, or ""."""
    places: int
    """In how many places the pair stands, 200 at most."""


class Concordance:
    """Asks one memory."""

    def __init__(
        self, db: sqlite3.Connection, alphabets: Alphabets, tags: Mapping[int, str], searcher: Searcher
    ) -> None:
        self._db, self._alphabets, self._tags, self._searcher = db, alphabets, tags, searcher

    def find(self, words: str, locale: int, side: int, others: frozenset[int] | None) -> Iterator[Passage]:
        """Passages with these words, one behind the other, in texts of a locale on one side.

        others: numbers of the locales of the other side; None for all.
        """
        said = features.words(nfc(words))
        if not said:
            return
        asked = [forms(word, self._tags[locale]) for word in said]
        between = r"[^\w]+"
        pattern = re.compile(rf"(?<![^\W_]){between.join(form.pattern for form in asked)}(?![^\W_])")
        rarest = max(asked, key=lambda form: min(map(len, form.prefixes)))
        read = self._sources if side == SOURCE else self._targets
        ids = islice(self._ids(rarest, locale, side), LOOKED_AT)
        while chunk := list(islice(ids, _STEP)):
            for number, text in read(chunk, locale):
                if spans := tuple(match.span() for match in pattern.finditer(small(text))):
                    yield from self._passages(number, text, spans, side, others)

    def _ids(self, form: Form, locale: int, side: int) -> Iterator[int]:
        """Texts with a word that begins as one of the forms does, each once."""
        seen: set[int] = set()
        for bucket in dict.fromkeys(self._buckets(form, locale, side)):
            for number in postings.every(self._db, bucket):
                if number not in seen:
                    seen.add(number)
                    yield number

    def _buckets(self, form: Form, locale: int, side: int) -> list[int]:
        """The features of all stems that begin as one of the forms does, as far as they are in the memory."""
        stems = {prefix[: features.STEM] for prefix in form.prefixes}
        for prefix in form.prefixes:
            if SHORTEST <= len(prefix) < features.STEM:
                letters = self._letters(prefix, locale)
                for more in range(1, features.STEM - len(prefix) + 1):
                    stems.update(prefix + "".join(tail) for tail in product(letters, repeat=more))
        buckets = sorted(set(features.stem_buckets(stems, seed(locale, side))))
        return postings.present(self._db, buckets)

    def _letters(self, prefix: str, locale: int) -> list[str]:
        """Small letters of the script of a beginning that occur in a locale."""
        script = name(prefix[0], "").partition(" ")[0]
        tokens = {small(token) for token in self._alphabets.of(locale).tokens if len(token) == 1 and token.isalnum()}
        return sorted(token for token in tokens if name(token, "").startswith((script, "DIGIT")))

    def _sources(self, ids: list[int], locale: int) -> list[tuple[int, str]]:
        return self._texts("SELECT id, text, raw FROM sources WHERE id IN", ids, locale)

    def _targets(self, ids: list[int], locale: int) -> list[tuple[int, str]]:
        return self._texts("SELECT id, text, raw FROM pairs WHERE id IN", ids, locale)

    def _texts(self, question: str, ids: list[int], locale: int) -> list[tuple[int, str]]:
        alphabet = self._alphabets.of(locale)
        rows = self._db.execute(f"{question} ({','.join('?' * len(ids))}) AND locale = ?", (*ids, locale)).fetchall()
        return [(number, alphabet.read(*kept)) for number, *kept in rows]

    def _passages(
        self, number: int, text: str, spans: tuple[tuple[int, int], ...], side: int, others: frozenset[int] | None
    ) -> Iterator[Passage]:
        column = "source" if side == SOURCE else "pairs.id"
        rows = self._db.execute(
            "SELECT pairs.id, sources.locale, pairs.locale, sources.text, sources.raw, pairs.text, pairs.raw"
            f" FROM pairs JOIN sources ON sources.id = source WHERE {column} = ?",
            (number,),
        ).fetchall()
        for pair, source_locale, target_locale, source_data, source_raw, target_data, target_raw in rows:
            if others is not None and (target_locale if side == SOURCE else source_locale) not in others:
                continue
            source = text if side == SOURCE else self._alphabets.of(source_locale).read(source_data, source_raw)
            target = text if side == TARGET else self._alphabets.of(target_locale).read(target_data, target_raw)
            found = self._searcher.best(pair, source, target, (source_locale, target_locale))
            yield Passage(
                source, target, SIDES[side], spans, found.source_locale, found.target_locale, found.state, found.origin,
                found.who, found.when, found.article, found.context, found.before, found.after, found.places,
            )  # fmt: skip
