"""Articles by their paragraphs first, so that an error in one stays there.

Paragraphs, headlines and list items follow one another on both sides, and are aligned as sentences are; captions, which
a layout moves about, are paired by what they share; then the sentences inside each bead of paragraphs are aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.alignment.features import KIND, LITERAL, Features, features, joined
from l10n.alignment.model import Bead, Block
from l10n.alignment.path import path
from l10n.alignment.scoring import SKIPPED, Scorer
from l10n.alignment.trust import beads

FLOATING = frozenset({"figcaption", "credit", "alt", "title", "description", "label", "td", "th"})
"""Kinds that may stand in another place in the translation."""
LEAST = 2.0
"""What common features have to say of two captions that do not stand in one order."""
MARGIN = 4.0
"""Logarithm of odds by which beads across paragraphs must be likelier before paragraphs are let go."""
CROWD = 20
"""Captions that share a feature which pairs them; more share it by their kind."""


class _Side:
    """One article."""

    def __init__(self, blocks: Sequence[Block], locale: str) -> None:
        self.blocks = blocks
        self.starts = [0]
        self.sentences: list[Features] = []
        for block in blocks:
            extra: tuple[str, ...] = tuple(block.literals)
            for text in block.sentences:
                self.sentences.append(features(text, locale, extra if len(block.sentences) == 1 else ()))
            self.starts.append(len(self.sentences))
        self.wholes = [self._whole(number, locale) for number in range(len(blocks))]

    def _whole(self, number: int, locale: str) -> Features:
        """A block as one sentence, its kind among its features."""
        block = self.blocks[number]
        inside = self.sentences[self.starts[number] : self.starts[number + 1]]
        whole = joined(inside) if inside else features("", locale)
        extra = {f"{LITERAL}{one}" for one in block.literals} | ({f"{KIND}{block.kind}"} if block.kind else set())
        return whole._replace(keys=whole.keys | extra, firm=whole.firm | extra, sentences=1)

    def flow(self, *, floating: bool) -> list[int]:
        """The blocks that float, or those that do not, with sentences in them."""
        return [
            number
            for number, block in enumerate(self.blocks)
            if block.sentences and (block.kind in FLOATING) == floating
        ]

    def span(self, numbers: Sequence[int]) -> list[int]:
        """The sentences of some blocks."""
        return [place for number in numbers for place in range(self.starts[number], self.starts[number + 1])]


def align_units(source: Sequence[Block], target: Sequence[Block], source_locale: str, target_locale: str) -> list[Bead]:
    """The beads of two articles; sentences are counted through all blocks, each is in exactly one bead.

    In the order of the source; what the target alone has comes behind what stands before it there.
    """
    one, other = _Side(source, source_locale), _Side(target, target_locale)
    locales = (source_locale, target_locale)
    found = [*_flow(one, other, locales), *_captions(one, other, locales)]
    return _ordered(found)


def _flow(one: _Side, other: _Side, locales: tuple[str, str]) -> list[Bead]:
    """What follows one another: by paragraphs, unless they are cut in other places on the other side."""
    rows, columns = one.flow(floating=False), other.flow(floating=False)
    scorer = Scorer([one.wholes[n] for n in rows], [other.wholes[n] for n in columns], locales)
    way = path(scorer)
    pairs = [(rows[a:c], columns[b:d]) for (a, b), (c, d) in way]
    sentences = Scorer(one.sentences, other.sentences, locales)
    inside = [
        bead for left, right in _gathered(pairs) for bead in _inside(one.span(left), other.span(right), sentences)
    ]
    without = list(_inside(one.span(rows), other.span(columns), sentences))
    return without if _odds(without, sentences) > _odds(inside, sentences) + MARGIN else inside


def _odds(found: Sequence[Bead], scorer: Scorer) -> float:
    """The odds of some beads together."""
    return sum(
        scorer.bead([scorer.source[place] for place in bead.source], [scorer.target[place] for place in bead.target])
        if bead.source and bead.target
        else SKIPPED
        for bead in found
    )


def _gathered(pairs: Sequence[tuple[list[int], list[int]]]) -> Iterator[tuple[list[int], list[int]]]:
    """Blocks without a counterpart go together with the next ones without: one may have been put for the other."""
    held: tuple[list[int], list[int]] = ([], [])
    for left, right in pairs:
        if left and right:
            if held[0] or held[1]:
                yield held
            held = ([], [])
            yield left, right
        else:
            held = (held[0] + left, held[1] + right)
    if held[0] or held[1]:
        yield held


def _inside(rows: Sequence[int], columns: Sequence[int], scorer: Scorer) -> Iterator[Bead]:
    """The sentences of a bead of blocks."""
    part = scorer.part(rows, columns)
    for bead in beads(path(part), part):
        yield Bead(
            tuple(rows[place] for place in bead.source),
            tuple(columns[place] for place in bead.target),
            bead.score,
            bead.evidence,
        )


def _captions(one: _Side, other: _Side, locales: tuple[str, str]) -> Iterator[Bead]:
    """Captions of one kind: those that share most go together, the rest in their order."""
    rows, columns = one.flow(floating=True), other.flow(floating=True)
    scorer = Scorer(one.wholes, other.wholes, locales)
    sentences = Scorer(one.sentences, other.sentences, locales)
    pairs = dict(_shared(one, other, rows, columns, scorer))
    taken = set(pairs.values())
    left = [number for number in rows if number not in pairs]
    right = [number for number in columns if number not in taken]
    for row, column in pairs.items():
        yield from _inside(one.span([row]), other.span([column]), sentences)
    kinds = dict.fromkeys([*(one.blocks[n].kind for n in left), *(other.blocks[n].kind for n in right)])
    for kind in kinds:
        some = [number for number in left if one.blocks[number].kind == kind]
        others = [number for number in right if other.blocks[number].kind == kind]
        yield from _inside(one.span(some), other.span(others), sentences)


def _shared(
    one: _Side, other: _Side, rows: Sequence[int], columns: Sequence[int], scorer: Scorer
) -> Iterator[tuple[int, int]]:
    """Pairs of one kind that share rare features, the surest first."""
    places: dict[tuple[str, str], list[int]] = {}
    for column in columns:
        for key in scorer.target[column].keys:
            places.setdefault((other.blocks[column].kind, key), []).append(column)
    votes: dict[tuple[int, int], float] = {}
    for row in rows:
        for key in scorer.source[row].keys:
            near = places.get((one.blocks[row].kind, key), ())
            if len(near) <= CROWD:
                for column in near:
                    votes[row, column] = votes.get((row, column), 0.0) + scorer.weights[key]
    used: tuple[set[int], set[int]] = (set(), set())
    for (row, column), vote in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
        against = scorer.known(scorer.source[row], scorer.target[column])[1]
        if vote - against >= LEAST and row not in used[0] and column not in used[1]:
            used[0].add(row)
            used[1].add(column)
            yield row, column


def _ordered(found: Sequence[Bead]) -> list[Bead]:
    """In the order of the source; a bead without source behind that of the target sentence before its own."""
    behind = {place: bead.source[-1] for bead in found if bead.source for place in bead.target}
    last = -1
    keys: dict[int, tuple[int, int, int]] = {}
    for number in sorted(range(len(found)), key=lambda n: found[n].target[:1]):
        bead = found[number]
        if bead.source:
            last = behind[bead.target[0]] if bead.target else last
            keys[number] = (bead.source[0], 0, 0)
        else:
            keys[number] = (last, 1, bead.target[0])
    return [found[number] for number in sorted(keys, key=lambda n: keys[n])]
