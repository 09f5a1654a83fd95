"""Names in running text: how many of the inflected ones are found, how many hits are wrong, and how fast.

Beside them: what finds a prefix, or the word as it is; pymorphy3, which is asked for the lemma of each Russian word;
for speed ahocorasick_rs, Translate Toolkit's terminology matcher and a trie in Python, none of which knows an ending.

Arguments: annotated sentences, one JSON object a line: `lang`, `text`, and `names`, a list of `lemma`, `form` as in the
text and `start` in characters.  Without any, a few sentences of our own show the tables; their figures say nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import corpus
import measure
from measure import Options, Report, figure

from l10n.names import Finder
from l10n.text import words

OWN = [
    ("ru", "В Алматы говорили о Синьцзяне.", [("Алматы", "Алматы"), ("Синьцзян", "Синьцзяне")]),
    ("kk", "Алматыда Шыңжаңнан келгендер жиналды.", [("Алматы", "Алматыда"), ("Шыңжаң", "Шыңжаңнан")]),
    ("ug", "ئالمۇتىدا شىنجاڭدىن كەلگەنلەر يىغىلدى.", [("ئالمۇتا", "ئالمۇتىدا"), ("شىنجاڭ", "شىنجاڭدىن")]),
]
INFLECTED = {"ru": 98, "kk": 99.5, "ug": 97}
"""Per cent of the inflected names to be found."""
WRONG, EXTRA = 1, 3
"""Hits with another lemma, and hits where there is no name, per hundred sentences."""
TERMS, SEGMENTS, SEGMENT = 5000, 100_000, 100
"""A large glossary, a large archive, and the characters of one of its segments."""
SECONDS = 10
"""What is aimed at for all of them."""
FEW = 200
"""Paragraphs that slow peers get."""

Span = tuple[int, int]
Search = Callable[[str], Mapping[Span, str]]


@dataclass
class Sentence:
    """A sentence and the names in it: the lemma of each place."""

    text: str
    names: dict[Span, str]


@dataclass
class Score:
    """What one way of searching found."""

    names: int = 0
    found: int = 0
    inflected: int = 0
    found_inflected: int = 0
    wrong: int = 0
    extra: int = 0

    def add(self, sentence: Sentence, hits: Mapping[Span, str]) -> None:
        """Count the names and hits of a sentence."""
        for (start, end), lemma in sentence.names.items():
            right, inflected = hits.get((start, end)) == lemma, sentence.text[start:end] != lemma
            self.names += 1
            self.found += right
            self.inflected += inflected
            self.found_inflected += right and inflected
            self.wrong += (start, end) in hits and not right
        self.extra += sum(span not in sentence.names for span in hits)


def run(options: Options) -> Report:
    """Every language of the sentences; speed on generated text."""
    report = Report("Names in running text")
    for language, sentences in _sentences(options).items():
        _quality(report, language, sentences, aimed=bool(options.paths))
    beside: list[list[str]] = []
    rows = [_speed(report, options, language, beside) for language in INFLECTED]
    report.table(
        f"{options.of(TERMS, 50):,} terms, a hundred of them in the text; its different words are looked at once.",
        ["language", "build", f"first time, {SEGMENTS:,} segments", "again"],
        rows,
    )
    columns = ["case", "segments/s", "l10n is as fast", "hits in a segment"]
    report.table("The same terms and text; all but l10n find them only as they are written.", columns, beside)
    return report


def _sentences(options: Options) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for row in _rows(options):
        names = {(name["start"], name["start"] + len(name["form"])): name["lemma"] for name in row["names"]}
        found.setdefault(row["lang"], []).append(Sentence(row["text"], names))
    return found


def _rows(options: Options) -> Iterator[dict[str, Any]]:
    if not options.paths:
        for language, text, names in OWN:
            places = [{"lemma": lemma, "form": form, "start": text.index(form)} for lemma, form in names]
            yield {"lang": language, "text": text, "names": places}
    for path in options.paths:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _quality(report: Report, language: str, sentences: Sequence[Sentence], *, aimed: bool) -> None:
    lemmas = sorted({lemma for sentence in sentences for lemma in sentence.names.values()})
    rows = []
    searches = {"l10n": _l10n, "prefix": _prefix, "exact": _exact} | (
        {"pymorphy3": _lemmas} if language == "ru" else {}
    )
    for name, search_for in searches.items():
        every = search_for(language, lemmas)
        own, of_all = Score(), Score()
        for sentence in sentences:
            own.add(sentence, search_for(language, sorted(set(sentence.names.values())))(sentence.text))
            of_all.add(sentence, every(sentence.text))
        rows += [_row(f"{name}, the sentence's names", own, len(sentences))]
        rows += [_row(f"{name}, all names of the sample", of_all, len(sentences))]
        if name == "l10n" and aimed:
            _aims(report, language, own, len(sentences))
    report.table(
        f"{language}: {len(sentences):,} sentences, {len(lemmas):,} different names.",
        ["case", "found", "inflected ones found", "wrong per 100 sentences", "extra per 100"],
        rows,
    )


def _row(name: str, score: Score, sentences: int) -> list[str]:
    inflected = f"{score.found_inflected:,} of {score.inflected:,}"
    rates = (100 * score.found / max(1, score.names), 100 * score.wrong / sentences, 100 * score.extra / sentences)
    return [name, f"{figure(rates[0])}%", inflected, figure(rates[1]), figure(rates[2])]


def _aims(report: Report, language: str, score: Score, sentences: int) -> None:
    if language in INFLECTED:
        value = 100 * score.found_inflected / max(1, score.inflected)
        report.aim(f"names, {language}, inflected ones found", value, INFLECTED[language], unit="%")
    report.aim(f"names, {language}, wrong per 100 sentences", 100 * score.wrong / sentences, WRONG, least=False)
    report.aim(f"names, {language}, extra per 100 sentences", 100 * score.extra / sentences, EXTRA, least=False)


def _l10n(language: str, lemmas: Iterable[str]) -> Search:
    finder = Finder(language, lemmas)
    return lambda text: {mention.span: str(mention.term) for mention in finder.find(text)}


def _prefix(language: str, lemmas: Iterable[str]) -> Search:
    known, longest = frozenset(lemmas), max(map(len, lemmas), default=0)

    def search(text: str) -> dict[Span, str]:
        found = {}
        for span in _spans(text):
            word = text[slice(*span)]
            stems = (word[:size] for size in range(min(longest, len(word)), 0, -1))
            if stem := next((stem for stem in stems if stem in known), ""):
                found[span] = stem
        return found

    return search


def _exact(language: str, lemmas: Iterable[str]) -> Search:
    known = frozenset(lemmas)
    return lambda text: {span: text[slice(*span)] for span in _spans(text) if text[slice(*span)] in known}


def _lemmas(language: str, lemmas: Iterable[str]) -> Search:
    """Every word with a capital whose lemma, by any reading of pymorphy3, is a name of the list."""
    known = {lemma.lower().replace("ё", "е"): lemma for lemma in lemmas}

    def search(text: str) -> dict[Span, str]:
        found = {}
        for span in _spans(text):
            word = text[slice(*span)]
            forms = [reading.normal_form.replace("ё", "е") for reading in _morphology().parse(word)]
            if word[0].isupper() and (lemma := next((known[form] for form in forms if form in known), "")):
                found[span] = lemma
        return found

    return search


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _spans(text: str) -> Iterator[Span]:
    place = 0
    for word in words(text):
        start = text.index(word, place)
        place = start + len(word)
        yield start, place


def _speed(report: Report, options: Options, language: str, beside: list[list[str]]) -> list[str]:
    characters = options.of(1_000_000, 2000)
    text = list(corpus.paragraphs(language, characters))
    known = sorted({word.capitalize() for paragraph in text for word in words(paragraph) if len(word) > 4})
    others = (f"{first[:4]}{second[-4:]}" for first in known for second in known[:: len(known) // 50 or 1])
    terms = list(islice(dict.fromkeys([*known[:: len(known) // 100 or 1], *others]), options.of(TERMS, 50)))
    made: list[Finder] = []

    def find() -> None:
        for paragraph in text:
            made[-1].find(paragraph)

    build = measure.rounds({"build": lambda: made.append(Finder(language, terms))}, 1)["build"]
    first = measure.rounds({"first": find}, 1)["first"]
    again = measure.rounds({"again": find}, options.runs)["again"]
    beside += _beside(options, language, made[-1], terms, text)
    share = SEGMENTS * SEGMENT / sum(map(len, text))
    report.aim(f"names, {language}, {SEGMENTS:,} segments", first.median * share, SECONDS, least=False, unit=" s")
    return [
        language,
        measure.milliseconds(build.median),
        f"{figure(first.median * share)} s",
        f"{figure(again.median * share)} s",
    ]


def _beside(options: Options, language: str, finder: Finder, terms: list[str], text: list[str]) -> list[list[str]]:
    few = text[:FEW]
    searches: dict[str, tuple[Callable[[str], int], list[str]]] = {
        "l10n": (lambda paragraph: len(finder.find(paragraph)), text),
        "trie in Python": (_trie(terms), few),
    }
    if options.peers and measure.installed("ahocorasick_rs"):
        searches["ahocorasick_rs"] = (_automaton(terms), text)
    if options.peers and measure.installed("translate"):
        searches["Translate Toolkit"] = (_terminology(terms), few)
    hits: dict[str, int] = {}

    def over(name: str) -> Callable[[], None]:
        search, paragraphs = searches[name]
        return lambda: hits.update({name: sum(map(search, paragraphs))})

    timings = measure.rounds({name: over(name) for name in searches}, options.runs)
    sizes = {name: sum(map(len, paragraphs)) / SEGMENT for name, (_, paragraphs) in searches.items()}
    rate = {name: sizes[name] / timing.median for name, timing in timings.items()}
    return [
        [
            f"{language}, {name}",
            f"{rate[name]:,.0f}",
            f"{figure(rate['l10n'] / rate[name])}×",
            figure(hits[name] / size),
        ]
        for name, size in sizes.items()
    ]


def _is_word(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def _automaton(terms: list[str]) -> Callable[[str], int]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    found = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)
    return lambda text: sum(_is_word(text, start, end) for _, start, end in found.find_matches_as_indexes(text))


def _terminology(terms: list[str]) -> Callable[[str], int]:
    from translate.search.match import terminologymatcher
    from translate.storage.base import TranslationStore, TranslationUnit

    store = TranslationStore()
    for term in terms:
        unit = TranslationUnit(term)
        unit.target = term
        store.units.append(unit)
    matcher = terminologymatcher(store)
    return lambda text: len(matcher.matches(text))


def _trie(terms: list[str]) -> Callable[[str], int]:
    """Letter by letter from each start of a word, the longest term: what an Aho-Corasick automaton does in Python."""
    root: dict[str, Any] = {}
    for term in terms:
        node = root
        for letter in term:
            node = node.setdefault(letter, {})
        node[""] = term

    def search(text: str) -> int:
        found, place = 0, 0
        while place < len(text):
            node, last = root, 0
            if not place or not text[place - 1].isalnum():
                for end in range(place, len(text)):
                    if (node := node.get(text[end])) is None:
                        break
                    if "" in node and _is_word(text, place, end + 1):
                        last = end + 1
            found += bool(last)
            place = last or place + 1
        return found

    return search


if __name__ == "__main__":
    measure.main(run)
