"""Duplication: a word, a few words, a sentence or the whole text stands there twice.

ITS 2.0 type: duplication.  Quiet on purpose: words that a language doubles to say more of them (`тез тез`, چوڭ چوڭ,
`had had`), with a mark between them or without; numbers; words that are joined by a hyphen, as Kazakh and Uyghur write
what is done again and again (`жылап-жылап`); texts whose source doubles as often.

A native reader has still to confirm: DOUBLED for Kazakh and Uyghur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import eq

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.languages import lexicon
from l10n.model import Finding
from l10n.phrases import Phrase, phrase
from l10n.text import small

RULES = {
    "word": Rule("warning", "A word or a few words stand there twice, one after the other."),
    "sentence": Rule("error", "A sentence stands there twice."),
    "text": Rule("error", "The whole text stands there twice."),
}
_say = partial(finding, "duplication", RULES)

DOUBLED = {
    "en": lexicon(
        "had that is very many long far no ha bye tut so much really do her in on now there yes who it",
        "knock hear night so-so blah bla yeah ho hey wow again day more",
    ),
    "ru": lexicon(
        "да нет много давно далеко долго сильно ну вот ха хо тук так тихо скоро",
        "мало потом там тут",
    ),
    "kk": lexicon(
        "тез бара көре жүре айта қайта кейде ара көп жай әрең түрлі неше қат топ шоқ сөйлей күле жылай ойлай ойнай",
        "отыра тұра ұсақ ақырын баяу жиі иә жоқ ура қош шыр пәре быт",
        "түп",
    ),
    "ug": lexicon(
        "چوڭ كىچىك كۆپ ئاز تېز ئاستا باشقا تۈرلۈك خىلمۇ يېڭى قايتا ئىككى ئۈچ ئون يۈز مىڭ ئايرىم يىراق يېقىن ئۇزۇن",
        "ئېگىز پات دائىم ھەر كىم نېمە قەيەر قايسى قانداق توپ دۆۋە پارچە قاتار گۇرۇپپا بۆلەك يەككە قىزىق چىرايلىق ياخشى",
        "بارا كېلە كۆرە يۈرە ئويلاپ يىغلاپ قات يول ئۆز تىك تۈپتۈز ئىسسىق سوغۇق ھە ياق ياشا خوش رەڭمۇ گاھ بەزى",
        "بەزىدە ئارا غەرق پارە ئاق قارا توغرا جىق نەچچە",
    ),
}
"""Words that may stand twice, for emphasis or one to each."""

Token = re.Match[str]
_HYPHENED = re.compile(r"(?<![\w-])([^\W_]{1,30}(?:-[^\W_]{1,30}){1,3}) \1(?![\w-])")
"""A word with a hyphen, and the same again."""
_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|[^\w\s]")
_WORD = re.compile(r"[^\W_]+")
_DOUBLE = re.compile(r"(?<![\w-])([^\W_]{1,30})-\1(?![\w-])")
_GRAMMAR = frozenset({"had", "that"})
"""Words that English has twice for its grammar: other languages say them once."""
_JOINING = frozenset("-‑'’_")
_JOINERS = lexicon("and и да және мен пен бен or или ۋە و after by by за в к from от на")
_SENTENCE = re.compile(r"(?:^|(?<=[.!?…؟]))[^.!?…؟]++[.!?…؟]++")
_CLAUSE = re.compile(r"[^.,;:!?…؟،؛]+")
CLAUSE = 3
"""Words with which one clause ends, and of which the next one consists."""
LONGEST = 5
"""Words of a phrase that is looked for twice in a row."""
SENTENCE = 4
"""Words of a sentence that nobody says twice."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    found = list(check_source(pair.target, pair.kind))
    if not found and _may_be(pair.target.plain) and not any(_clauses(pair.source)):
        found = list(_clauses(pair.target))
    if found and len(found) + _joined(pair.target.plain) > _repeats(pair.source.plain):
        yield from found


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    body = text.plain
    if not _may_be(body):
        return
    middle = len(body) // 2
    if len(body) > 20 and len(body) % 2 == 0 and body[:middle] == body[middle:]:
        replacement = "" if "<" not in text.text else None
        yield _say("text", phrase("the whole text stands there twice"), (middle, len(body)), None, replacement)
        return
    tokens = list(_TOKEN.finditer(small(body)))
    said = [token[0] for token in tokens]
    words = [token for token in tokens if token[0][0].isalnum()]
    half = len(words) // 2
    if half > 1 and len(words) % 2 == 0 and _said(words[:half]) == _said(words[half:]):
        yield _whole(text, tokens, words[half].start())
        return
    if any(map(eq, said, said[1:])):
        yield from _words(text, tokens)
    yield from _phrases(text, tokens, said)
    for match in _HYPHENED.finditer(body) if "-" in body else ():
        if match[1].lower().partition("-")[0] != match[1].lower().rpartition("-")[2]:
            yield _say("word", _twice(match[1]), match.span(), None, match[1])
    yield from _sentences(text)


def _may_be(body: str) -> bool:
    """A quick look: words that stand there twice, in a row or at some distance."""
    words = body.lower().split()
    twice = len(words) - len(set(words))
    return (
        twice > 2
        or (twice > 1 and any(map(eq, words, words[2:])))
        or any(map(str.startswith, words[1:], words))
        or any(map(str.endswith, words, words[1:]))
        or body.find(body[:8], 8) > 0
    )


def _said(tokens: Sequence[Token]) -> list[str]:
    return [token[0] for token in tokens]


def _joined(body: str) -> int:
    """How often a word is doubled with a hyphen."""
    return len(_DOUBLE.findall(body.lower())) if "-" in body else 0


def _repeats(source: str) -> int:
    """How often the source itself says something twice in a row, whatever marks stand between."""
    words: list[str] = _WORD.findall(source.lower())
    count = sum(one == other and one.isalpha() and one not in _GRAMMAR for one, other in pairwise(words))
    half = len(words) // 2
    if half and len(words) % 2 == 0 and words[:half] == words[half:]:
        return count + 1
    sentences = (match[0].strip() for match in _SENTENCE.finditer(source.lower()))
    counted = Counter(one for one in sentences if one.count(" ") >= SENTENCE - 1)
    return count + sum(counted.values()) - len(counted)


def _whole(text: Text, tokens: Sequence[Token], middle: int) -> Finding:
    """The second half is what may go, where the marks of the halves are alike."""
    half = len(tokens) // 2
    alike = len(tokens) % 2 == 0 and _said(tokens[:half]) == _said(tokens[half:])
    start, end = (tokens[half - 1].end() if alike else middle), len(text.text.rstrip())
    certain = alike and "<" not in text.text[start:end]
    message = phrase("the whole text stands there twice")
    return _say("text", message, (start, end), replacement="" if certain else None)


def _twice(said: str) -> Phrase:
    return phrase("`{said}` stands there twice", said=said)


def _words(text: Text, tokens: Sequence[Token]) -> Iterator[Finding]:
    language, body = text.locale.partition("-")[0], text.text
    for before, after in pairwise(tokens):
        word = before[0]
        if word != after[0] or not word.isalpha() or word in DOUBLED.get(language, ()):
            continue
        start, end, between = before.start(), after.end(), body[before.end() : after.start()]
        first, second = body[start : before.end()], body[after.start() : end]
        joined = body[start - 1 : start] in _JOINING or body[end : end + 1] in _JOINING
        if joined or "<br" in between or "\n" in between or (len(word) == 1 and first.isupper()):
            continue
        if second != word and first == word:
            continue
        certain = between.isspace()
        yield _say("word", _twice(word), (start, end), None, first if certain else None)


def _phrases(text: Text, tokens: Sequence[Token], said: Sequence[str]) -> Iterator[Finding]:
    """Two to LONGEST words, and the same again."""
    for many in range(2, LONGEST + 1):
        run = 0
        for place, same in enumerate(map(eq, said, said[many:])):
            run = run + 1 if same and said[place][0].isalpha() else 0
            if run < many:
                continue
            first = place - many + 1
            words = said[first : place + 1]
            if len(set(words)) > 1 and not (many == 2 and _JOINERS.intersection(words)):
                start, end = tokens[first].start(), tokens[place + many].end()
                kept = text.text[start : tokens[place].end()]
                certain = "<" not in text.text[start:end]
                yield _say("word", _twice(" ".join(words)), (start, end), None, kept if certain else None)
                return


def _sentences(text: Text) -> Iterator[Finding]:
    known: set[str] = set()
    for match in _SENTENCE.finditer(text.plain):
        sentence = match[0].strip(' «»“”"')
        if sentence in known and sentence.count(" ") >= SENTENCE - 1:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield _say("sentence", _twice(sentence), (start, match.end()))
        known.add(sentence)


def _clauses(text: Text) -> Iterator[Finding]:
    """A clause that says again what the one before it ended with."""
    before: list[str] = []
    for match in _CLAUSE.finditer(small(text.plain)):
        words = _WORD.findall(match[0])
        if len(words) >= CLAUSE and before[-len(words) :] == words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield _say("word", _twice(" ".join(words)), (start, match.end()))
            return
        before = words or before
