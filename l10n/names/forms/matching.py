"""Finder: the terms of a glossary in running text, in whatever form they stand there.

Each different word of a text is looked at once in the life of a Finder: a word that begins no term costs as much as
a look into a set, so that archives are read at the speed of splitting them into words.  The longest mention wins,
mentions never overlap; of terms with one form the first as given is named, and the others are its `rivals`.

A capital letter is asked for where the script has capitals and the term is written with one: `Надежда` is no
`надежда`, but stands at the start of a sentence and in a line of capitals.  A name in small letters is found
where no ordinary word is written so (`путин`): it is an error, and errors are to be seen.

A surname or a given name alone counts after the whole name was mentioned in the same text (`known` says which
persons a reader knows already), a surname with fitting initials always, with other initials never.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n import codes
from l10n.model.names import Analysis, Mention, Term
from l10n.names.forms import patterns as _patterns
from l10n.names.forms.grammar import Features, Grammar, Readings
from l10n.names.forms.letters import WORD, between, fold, places
from l10n.names.forms.patterns import Pattern, Words, is_patronymic

REMEMBERED = 1_000_000
"""Different words that a Finder remembers before it forgets all of them: about 150 MB."""

LONGEST_WORD = 100
"""Code points; a longer run of letters is no word of any language."""

LONG_ACRONYM = 3
"""Letters; a shorter one in small letters is another word of some language: `un`."""

CLOSING = tuple("»”“›’\"'")
"""Quotation marks that close; German and Russian inner ones close with “."""

_ALONE = re.compile(r"<(?:[a-z][a-z0-9]{0,15}?[0-9]{1,6}/|joined/)>")
"""A code that parts what stands before and after it; the others stand inside words."""
_INITIALS = r"(?:[^\W\d_]{1,2}(?:\.[ \u00a0-]?|-(?=[^\W\d_]{1,2}\.))){1,4}"
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}\.")
_BEFORE = re.compile(rf"(?<![^\W_])({_INITIALS})[ \u00a0]?\Z")
_AFTER = re.compile(rf",?[ \u00a0]({_INITIALS})(?![^\W_])")
_LETTER = re.compile(r"[^\W\d_]+")
_APART = re.compile(rf"[ \u00a0\u200c]({WORD.pattern})")
"""Between a name and an ending that stands apart; after a quotation mark the ending is left outside of the mention."""

_PARTS = ("whole", "initials", "reversed", "surname", "given name")


class Hit(NamedTuple):
    """What one word of a text may be."""

    words: Mapping[int, Readings]
    """By number of a term's word."""
    mixed: tuple[str, ...]


NOTHING = Hit({}, ())


class Token(NamedTuple):
    """One word in its place."""

    start: int
    end: int
    hit: Hit


class Found(NamedTuple):
    """A pattern in its place, before it is known whether another one wins."""

    start: int
    end: int
    pattern: Pattern
    features: Features
    part: str
    mixed: tuple[str, ...]

    def rank(self, since: int) -> tuple[int, int, int, int, int]:
        """Less is better, for one and the same place. since: less where a person was named more lately."""
        pattern = self.pattern
        return (pattern.forbidden, _PARTS.index(self.part), len(self.features), since, pattern.term)


class Finder:
    """Finds terms in texts of one language; built once for many texts."""

    def __init__(
        self, language: str, terms: Iterable[str | Term], grammar: Grammar, known: Collection[str | Term] = ()
    ) -> None:
        self.language = language
        self.terms = tuple(terms)
        self.grammar = grammar
        self.known = frozenset(known)
        self._words = Words(grammar)
        self._ones: dict[int, list[Pattern]] = {}
        self._pairs: dict[int, dict[int, list[Pattern]]] = {}
        self._weak: dict[int, list[Pattern]] = {}
        for pattern in _patterns.patterns(self.terms, self._words):
            self._file(pattern)
        self._known = {number for number, term in enumerate(self.terms) if term in self.known} if self.known else set()
        self._index: dict[str, list[int]] = {}
        for number, base in enumerate(self._words.base):
            for key in grammar.keys(base, self._words.how[number]):
                self._index.setdefault(key, []).append(number)
        self._lengths = sorted({len(key) for key in self._index})
        self._by_base: dict[str, list[int]] = {}
        for number, base in enumerate(self._words.base):
            self._by_base.setdefault(base, []).append(number)
        self._hits: dict[str, Hit] = {}
        self._dull: set[str] = set()

    def _file(self, pattern: Pattern) -> None:
        """Put a pattern where its first word, or its first two, lead to it."""
        first, *others = pattern.words
        if pattern.weak:
            self._weak.setdefault(first, []).append(pattern)
        elif others:
            self._pairs.setdefault(first, {}).setdefault(others[0], []).append(pattern)
        else:
            self._ones.setdefault(first, []).append(pattern)

    def find(self, text: str) -> list[Mention]:
        """The mentions in a text (a segment, with its inline codes) in the order of their places."""
        if "<" in text:
            plain, stood = _without_codes(text)
            return [
                Mention((stood[mention.span[0]], stood[mention.span[1] - 1] + 1), mention.term, mention.analysis)
                for mention in self._find(plain)
            ]
        return self._find(text)

    def _find(self, text: str) -> list[Mention]:
        words = set(WORD.findall(text))
        words -= self._dull
        if not words:
            return []
        keen: dict[str, Hit] = {}
        for word in words:
            hit = self._hits.get(word)
            if hit is not None or (self._is_keen(word) and (hit := self._hits[word])):
                keen[word] = hit
            else:
                self._dull.add(word)
        return self._chosen(self._candidates(text, keen)) if keen and self._is_promising(keen, text) else []

    def _is_promising(self, keen: Mapping[str, Hit], text: str) -> bool:
        """These words, in whatever order, may make a mention: a name of one word, two that stand in a pair."""
        present: set[int] = set()
        for hit in keen.values():
            if not hit.words or not self._ones.keys().isdisjoint(hit.words):
                return True
            present.update(hit.words)
        if not all(present.isdisjoint(self._pairs.get(number, ())) for number in present):
            return True
        return not self._weak.keys().isdisjoint(present) and (bool(self._known) or bool(_INITIAL.search(text)))

    def _is_keen(self, word: str) -> bool:
        """The word, or a part of the compound, may be a word of a term; remembered."""
        if len(self._hits) + len(self._dull) > REMEMBERED:
            self._hits.clear()
            self._dull.clear()
        hit = self._look_up(word)
        if not hit.words and not any(self._look_up(part).words for part in _parts(word)):
            return False
        self._hits[word] = hit
        return True

    def _look_up(self, raw: str) -> Hit:
        """What a word of a text may be."""
        if len(raw) > LONGEST_WORD:
            return NOTHING
        grammar, words = self.grammar, self._words
        folded, mixed = fold(raw, grammar.LOOKALIKES, grammar.EQUALS)
        found: dict[int, Readings] = {}
        for length in self._lengths:
            if length > len(folded):
                break
            for number in self._index.get(folded[:length], ()):
                if number not in found and (said := grammar.readings(folded, words.base[number], words.how[number])):
                    found[number] = said
        stem, hyphen, suffix = folded.rpartition("-")
        if not hyphen:
            stem, hyphen, suffix = folded.rpartition("'")
        if hyphen:
            for number in self._by_base.get(stem, ()):
                if number not in found and (said := grammar.ending(suffix, stem)):
                    found[number] = said
        return Hit({number: fit for number, said in found.items() if (fit := self._fitting(raw, number, said))}, mixed)

    def _fitting(self, word: str, number: int, said: Readings) -> Readings:
        """The readings that the capitals of a word admit."""
        if self._fits(word, self._words.raw[number]):
            return said
        how = self._words.how[number]
        return tuple(features for features in said if self.grammar.loses_capital(how, features))

    def _fits(self, word: str, raw: str) -> bool:
        """The capitals of the word are those of the term's word, or prove nothing."""
        if not self.grammar.CASED or not raw[0].isupper():
            return True
        if _is_humped(word) and not _is_humped(raw) and not word.isupper():
            return False
        acronym = len(raw) > 1 and raw.isupper()
        if word[0].isupper() and (not acronym or word.isupper() or word[: len(raw) - 1].isupper()):
            return True
        return not (acronym and len(raw) < LONG_ACRONYM) and not self.grammar.is_ordinary(word.lower())

    def _tokens(self, text: str, keen: Mapping[str, Hit]) -> list[Token]:
        """The words of a text that may be words of terms; a compound that is none counts as its parts."""
        tokens = []
        for word, hit in keen.items():
            for start in places(text, word):
                if hit.words:
                    tokens.append(Token(start, start + len(word), hit))
                else:
                    tokens += self._split(word, start)
        return sorted(tokens, key=lambda token: token.start)

    def _split(self, word: str, start: int) -> list[Token]:
        """The parts of a compound. In a name of capitals (`Нью-Йорк`) no part is a name by itself, unless all are."""
        parts = list(re.finditer("[^-\u2010\u2011]+", word))
        hits = [self._look_up(match[0]) for match in parts]
        if self.grammar.CASED and not all(
            match[0][0].islower() or any(number in self._ones for number in hit.words)
            for match, hit in zip(parts, hits, strict=True)
        ):
            return []
        return [
            Token(start + match.start(), start + match.end(), hit)
            for match, hit in zip(parts, hits, strict=True)
            if hit.words
        ]

    def _candidates(self, text: str, keen: Mapping[str, Hit]) -> list[Found]:
        tokens = self._tokens(text, keen)
        found = [
            one
            for index, token in enumerate(tokens)
            for pattern in self._strong(text, tokens, index, token)
            if (one := self._at(text, tokens, index, pattern)) and not _is_weak(one)
        ]
        known = self._known.union(one.pattern.term for one in found) if self._weak else self._known
        if known:
            sure = _undisputed(found)
            for index, token in enumerate(tokens):
                if any(start <= token.start and token.end <= end for start, end in sure):
                    continue
                alike: dict[tuple[int, ...], Found | None] = {}
                initials = _is_near_initials(text, token)
                for number in token.hit.words:
                    for pattern in self._weak.get(number, ()):
                        if pattern.term not in known:
                            continue
                        if initials:
                            one = self._at(text, tokens, index, pattern)
                        elif pattern.words in alike:
                            one = alike[pattern.words]
                        else:
                            one = alike[pattern.words] = self._at(text, tokens, index, pattern)
                        if one and _is_weak(one):
                            found.append(one if one.pattern is pattern else _of(one, pattern))
        return found

    def _strong(self, text: str, tokens: list[Token], index: int, token: Token) -> Iterator[Pattern]:
        """Patterns that may stand at a word; surnames alone where a full stop is near, which may end an initial."""
        following = tokens[index + 1].hit.words if index + 1 < len(tokens) else {}
        initials = _is_near_initials(text, token)
        for number in token.hit.words:
            yield from self._ones.get(number, ())
            if following and (pairs := self._pairs.get(number)):
                for second in following:
                    yield from pairs.get(second, ())
            if initials:
                yield from self._weak.get(number, ())

    def _at(self, text: str, tokens: list[Token], index: int, pattern: Pattern) -> Found | None:
        """The pattern if it stands at this word."""
        count = len(pattern.words)
        if index + count > len(tokens):
            return None
        those = tokens[index : index + count]
        readings = []
        for token, number in zip(those, pattern.words, strict=True):
            said = token.hit.words.get(number)
            if said is None:
                return None
            readings.append(said)
        for first, second, sep in zip(those, those[1:], pattern.seps, strict=False):
            gap = text[first.end : second.start]
            if gap != sep and between(gap) != sep and not (pattern.person and is_patronymic(gap)):
                return None
        start, end = those[0].start, those[-1].end
        if pattern.head and not text.endswith(pattern.head, 0, start):
            return None
        if pattern.tail and not text.startswith(pattern.tail, end):
            return None
        start, end = start - len(pattern.head), end + len(pattern.tail)
        if pattern.quoted and text[end : end + 1] in CLOSING:
            end += 1
        features = self.grammar.agree(readings)
        if features is None:
            return None
        mixed = tuple(dict.fromkeys(letter for token in those for letter in token.hit.mixed))
        if not features:
            features, end = self._apart(text, end, self._words.base[pattern.words[-1]])
        if pattern.part == "surname":
            return _with_initials(text, Found(start, end, pattern, features, pattern.part, mixed), self)
        return Found(start, end, pattern, features, pattern.part, mixed)

    def _apart(self, text: str, end: int, base: str) -> tuple[Features, int]:
        """The features and end of a mention whose ending is written apart; none and the same end where none is."""
        if self.grammar.apart(base) and (following := _APART.match(text, end)):
            suffix = self._words.fold(following[1])
            if said := self.grammar.ending(suffix, base):
                return said[0], following.end()
        return (), end

    def _chosen(self, found: list[Found]) -> list[Mention]:
        """The longest ones, without overlaps; parts of persons' names only where the person is known."""
        named: dict[int, list[int]] = {}
        for one in found:
            if not _is_weak(one):
                named.setdefault(one.pattern.term, []).append(one.start)
        for starts in named.values():
            starts.sort()
        ranked = []
        for one in found:
            starts = named.get(one.pattern.term, [])
            before = bisect_left(starts, one.start) - 1
            lately = starts[before] if before >= 0 else -1
            if lately >= 0 or not _is_weak(one) or one.pattern.term in self._known:
                ranked.append((one.start - one.end, one.start, one.rank(-lately if _is_weak(one) else 0), one))
        chosen: dict[tuple[int, int], list[Found]] = {}
        taken: set[int] = set()
        for *_, one in sorted(ranked, key=lambda entry: entry[:3]):
            span = (one.start, one.end)
            if span in chosen:
                chosen[span].append(one)
            elif taken.isdisjoint(range(one.start, one.end)):
                taken.update(range(one.start, one.end))
                chosen[span] = [one]
        return [self._mention(span, those) for span, those in sorted(chosen.items())]

    def _mention(self, span: tuple[int, int], those: list[Found]) -> Mention:
        best = those[0]
        term = self.terms[best.pattern.term]
        rivals = dict.fromkeys(self.terms[one.pattern.term] for one in those)
        analysis = Analysis(
            best.pattern.form,
            best.part,
            best.features,
            best.pattern.forbidden,
            best.mixed,
            tuple(rival for rival in rivals if rival != term),
        )
        return Mention(span, term, analysis)


def _is_near_initials(text: str, token: Token) -> bool:
    """A full stop is so near that it may end an initial; without one, namesakes are mentioned alike."""
    return "." in text[max(0, token.start - 3) : token.start] or "." in text[token.end : token.end + 5]


def _undisputed(found: Sequence[Found]) -> list[tuple[int, int]]:
    """The places of whole names of several words that no other mention meets: no part of a name will win there."""
    spans = sorted({(one.start, one.end) for one in found})
    several = {(one.start, one.end) for one in found if len(one.pattern.words) > 1}
    apart = (
        span
        for number, span in enumerate(spans)
        if (not number or max(end for _, end in spans[:number]) <= span[0])
        and (number + 1 == len(spans) or spans[number + 1][0] >= span[1])
    )
    return [span for span in apart if span in several]


def _of(one: Found, pattern: Pattern) -> Found:
    """The same words as the mention of a namesake."""
    return Found(one.start, one.end, pattern, one.features, pattern.part, one.mixed)


def _is_weak(one: Found) -> bool:
    return one.pattern.weak and one.part != "initials"


def _is_humped(word: str) -> bool:
    """A capital stands after a small letter (`НоМа`): it is a name of its own."""
    return any(first.islower() and second.isupper() for first, second in pairwise(word))


def _parts(word: str) -> Iterator[str]:
    """The parts of a compound; nothing for another word."""
    parts = re.split("[-\u2010\u2011]", word)
    if len(parts) > 1:
        yield from filter(None, parts)


def _with_initials(text: str, one: Found, finder: Finder) -> Found | None:
    """A surname with the initials beside it; None where they are another person's."""
    before = _BEFORE.search(text, max(0, one.start - 20), one.start)
    after = None if before else _AFTER.match(text, one.end)
    beside = before or after
    if beside is None:
        return one
    letters = [finder._words.fold(letter) for letter in _LETTER.findall(beside[1])]
    if not _are_initials(letters, one.pattern.given):
        return None if before else one
    start, end = (
        (beside.start(1), one.end) if before else (one.start, beside.start(1) + len(beside[1].rstrip(" \u00a0-")))
    )
    return one._replace(start=start, end=end, part="initials")


def _are_initials(letters: list[str], given: tuple[str, ...]) -> bool:
    """The first letters of the given names in their order; later ones may be left out.

    The last may be that of a patronymic, where the name has none.
    """
    if not letters or not given or not given[0].startswith(letters[0]):
        return False
    rest = list(given[1:])
    for place, letter in enumerate(letters[1:], 2):
        at = next((n for n, name in enumerate(rest) if name.startswith(letter)), None)
        if at is None:
            return place == len(letters) and not any(is_patronymic(f" {name.title()} ") for name in given)
        del rest[: at + 1]
    return True


def _without_codes(text: str) -> tuple[str, list[int]]:
    """The text without its inline codes, and where each of its characters stood; codes that stand alone are a space."""
    pieces: list[str] = []
    stood: list[int] = []
    last = 0
    for match in codes.ANY.finditer(text):
        pieces.append(text[last : match.start()])
        stood += range(last, match.start())
        if _ALONE.fullmatch(match[0]):
            pieces.append(" ")
            stood.append(match.start())
        last = match.end()
    pieces.append(text[last:])
    stood += range(last, len(text))
    return "".join(pieces), stood
