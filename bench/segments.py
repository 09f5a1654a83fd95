"""Segments of a translation memory, made of words that nobody uses; the same ones for the same seed.

Words are syllables by rank: the first ones as often as in running text (Zipf), most of them rare.  A word is followed,
more often than not, by one of a few words of its own, so that pairs of words repeat as they do in texts.  Some segments
are near duplicates of earlier ones.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate

EN = """
ba be bo ca ce co da de di fa fi ga go ha he in ka la le li ma me mi na ne no on pa pe po ra re ri ro sa se si so sta ta
te ti to tra un va ve vi wa we
"""
RU = """
ба бе бо ва ве ви во га го да де ди до жа за зе ка ке ко ла ле ли ло ма ме ми мо на не ни но о па пе по ра ре ри ро са
се си со ста та те ти то тра у фа ча ша
"""
SYLLABLES = {"en": EN.split(), "ru": RU.split()}
ENDINGS = {
    "en": ("", "", "", "s", "ed", "ing", "er", "ly", "ion"),
    "ru": ("а", "ы", "е", "у", "ой", "ам", "ами", "ах", "ов", "ть", "л", "ла", "ли", "ет", "ый", "ого", "ому", "ая"),
}
LEMMAS, FOLLOWERS, FOLLOWED, DUPLICATES = 40_000, 24, 0.6, 0.15
CHUNK = 1 << 16


class Segments:
    """Writes segments of one language."""

    def __init__(self, language: str, seed: int) -> None:
        made = random.Random(f"words of {language}")
        self.random = random.Random(f"{language} {seed}")
        self.lemmas = [self._lemma(made, language, rank) for rank in range(LEMMAS)]
        self.endings = ENDINGS[language]
        self._ranks = list(accumulate(1 / (rank + 8) for rank in range(LEMMAS)))
        self._starts = list(range(LEMMAS))
        self._chunk: list[int] = []

    @staticmethod
    def _lemma(made: random.Random, language: str, rank: int) -> str:
        """A short one among the first, which stand for particles."""
        size = 1 if rank < 40 else made.choice((2, 2, 3) if rank < 2000 else (2, 3, 3, 4))
        return "".join(made.choices(SYLLABLES[language], k=size))

    def word(self, before: int | None = None) -> tuple[int, str]:
        """A word and its rank: often one of those that follow the word before."""
        rnd = self.random
        if before is not None and rnd.random() < FOLLOWED:
            rank = (before * 7919 + int(FOLLOWERS * rnd.random() ** 2) * 104_729) % LEMMAS
            rank = rank * rank // LEMMAS // (1 + rank % 3)  # more often a frequent one
        else:
            if not self._chunk:
                self._chunk = rnd.choices(self._starts, cum_weights=self._ranks, k=CHUNK)
            rank = self._chunk.pop()
        return rank, self.lemmas[rank] + (rnd.choice(self.endings) if rank >= 40 else "")

    def segment(self) -> str:
        """One of 8 to 30 words; every tenth has a figure."""
        said, rank = [], None
        for _ in range(self.random.randint(8, 30)):
            rank, word = self.word(rank)
            said.append(word)
        if self.random.random() < 0.1:
            said[self.random.randrange(len(said))] = str(self.random.randrange(3000))
        return f"{' '.join(said).capitalize()}."

    def segments(self, count: int) -> list[str]:
        """So many, each another one; some are near duplicates."""
        found: list[str] = []
        seen: set[str] = set()
        while len(found) < count:
            near = found and self.random.random() < DUPLICATES
            text = (
                self.edited(self.random.choice(found), self.random.choice((0.05, 0.1, 0.2))) if near else self.segment()
            )
            if text not in seen:
                seen.add(text)
                found.append(text)
        return found

    def edited(self, text: str, share: float) -> str:
        """The text with this share of its words replaced, deleted, inserted, inflected or moved."""
        return self.changed(text, max(1, round(share * len(text.split(" ")))))

    def changed(self, text: str, edits: int) -> str:
        """The text with so many words replaced, deleted, inserted, inflected or moved."""
        said, rnd = text.split(" "), self.random
        for _ in range(edits):
            place, kind = rnd.randrange(len(said)), rnd.random()
            if kind < 0.45:
                said[place] = self.word()[1]
            elif kind < 0.6 and len(said) > 4:
                del said[place]
            elif kind < 0.75:
                said.insert(place, self.word()[1])
            elif kind < 0.9 and len(said[place]) > 4:
                said[place] = said[place][:-2] + rnd.choice(self.endings)
            else:
                other = rnd.randrange(len(said))
                said[place], said[other] = said[other], said[place]
        return " ".join(said)


def queries(segments: Sequence[str], language: str, seed: int, counts: dict[str, int]) -> list[tuple[str, str]]:
    """Kinds with texts to search for: exact, edited by this share of their words, or new; by a seed of their own."""
    writer = Segments(language, seed)
    found = []
    for kind, count in counts.items():
        for text in writer.random.sample(list(segments), count):
            if kind == "new":
                text = writer.segment()
            elif kind != "exact":
                text = writer.edited(text, float(kind.rstrip("%")) / 100)
            found.append((kind, text))
    writer.random.shuffle(found)
    return found
