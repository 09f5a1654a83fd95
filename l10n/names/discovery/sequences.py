"""Capitalised sequences: where names may stand in a text of a script with capitals.

A capital in the middle of a sentence is a name, but for titles, days and the like.  At the beginning, and in a headline
with capitals throughout, it is one when the word is in no dictionary, or has a capital elsewhere in the middle of a
sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from l10n import codes, dictionaries
from l10n.names import forms
from l10n.names.discovery import adjectives, endings, knowledge
from l10n.names.discovery.lexicon import ARTICLE, PARTICLES, Around
from l10n.names.discovery.listing import Passage

LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:{LETTER}\.[ \u00a0]?)(?={LETTER}[\w.])"  # an initial before another, or before a name
    rf"|(?:[A-Z]\.){{2,}}"  # U.S.
    rf"|{LETTER}[\w\u0300-\u036f]*(?:[-\u2010\u2011'’ʼ]{LETTER}[\w\u0300-\u036f]*)*"
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b(?:/\S*)?|[#@]\w+|(?<!\w)\w+\+\w+"
)
"""Addresses, handles and keys (`Ctrl+Enter`): no names."""
_STARTS = re.compile(r"(?:^|[.!?…:;]|\n)[\s\"“”„«»‘’'(\[\])\u2013\u2014-]*$|[\"“„«‘][\s…\[\].]*$|…\][\s]*$")
"""What stands before a word that has a capital anyway."""
_CAPITAL_ARTICLE = re.compile(rf"{ARTICLE}(?=\w)", re.IGNORECASE)
_ENDING = re.compile(
    r"['’ʼ]s?$|(?<=[А-ЯӘҒҚҢӨҰҮҺІ]{2})-[а-яәғқңөұүһі]{1,6}$"
    r"|-(?:based|born|led|backed|run|style|wide|owned|controlled|speaking|language|era|only|compatible|made|held)$"
)
_INITIAL = re.compile(rf"{LETTER}\.[ \u00a0]?")
_NUMBER = re.compile(r"[ \u00a0]*(No\.|№|#)[ \u00a0]?(\d{1,4})\b")
"""What numbers a school, a colony, a mine."""
ROMAN = re.compile("[IVXLC]+")

SMALL_WORDS = 2
"""How many small words may follow one another inside a name: `de la`, `of the`."""
LONG = 4
"""Letters of a word that has a capital in a headline with capitals throughout."""
LONG_ACRONYM = 6
"""Letters of an acronym that is a word as well; a longer one is a word in capitals."""
HEADLINES = frozenset(["headline", "title", "deck", "h1", "h2", "h3", "h4", "h5", "h6", "link"])
"""Kinds of units that may be written so."""
TITLE_CASE = 0.6
"""The share of long words with a capital that makes such a headline."""


class Token(NamedTuple):
    """One word of a text."""

    text: str
    start: int
    end: int
    opens: bool
    """It has a capital anyway: at the beginning of a sentence, a quotation, a line."""

    @property
    def capital(self) -> bool:
        """It begins with a capital, an article before it set aside: `al-Assad`."""
        head = self.text[:1]
        if head.isupper():
            return True
        article = _CAPITAL_ARTICLE.match(self.text)
        return article is not None and self.text[article.end() : article.end() + 1].isupper()

    @property
    def initial(self) -> bool:
        """A letter with its point."""
        return _INITIAL.fullmatch(self.text) is not None


class Sequence(NamedTuple):
    """Words with capitals that stand together, small words between them included."""

    words: tuple[str, ...]
    start: int
    end: int
    before: tuple[str, ...]
    """Up to three words before it, in small letters, the nearest last; "," and the like where a mark stands between."""
    after: tuple[str, ...]
    """Up to two words after it."""

    @property
    def form(self) -> str:
        """Its words, one space apart."""
        return " ".join(self.words)


def tokens(text: str) -> list[Token]:
    """The words of a text, inline codes, addresses and handles left out."""
    plain = codes.ANY.sub(lambda match: " " * len(match[0]), text)
    plain = _URL.sub(lambda match: "\x01" * len(match[0]), plain)
    return [
        Token(match[0].rstrip(" \u00a0"), match.start(), match.start() + len(match[0].rstrip(" \u00a0")), opens)
        for match in _WORD.finditer(plain)
        for opens in [_STARTS.search(plain, max(0, match.start() - 12), match.start()) is not None]
    ]


def is_title_case(kind: str, words: Iterable[Token]) -> bool:
    """Whether this is a headline in which nearly every long word has a capital, or a line in capitals."""
    long = [word.text for word in words if len(word.text) >= LONG]
    if len(long) > 1 and all(map(str.isupper, long)):
        return True
    capital = sum(word[0].isupper() for word in long)
    return kind in HEADLINES and len(long) >= LONG and capital >= TITLE_CASE * len(long)


class Evidence:
    """How the words of an article are written in the middle of its sentences."""

    def __init__(self, passages: Iterable[Passage], language: str) -> None:
        self.knowledge = knowledge.of(language)
        self.around = self.knowledge.around
        self.capital: Counter[str] = Counter()
        self.small: Counter[str] = Counter()
        self.is_ordinary = forms.grammar(language).is_ordinary if dictionaries.of(language) else None
        for passage in passages:
            words = tokens(passage.text)
            if is_title_case(passage.kind, words):
                continue
            for word in words:
                if not word.capital:
                    self.small[bare(word.text).lower()] += 1
                elif not word.opens:
                    self.capital[bare(word.text).lower()] += 1

    def is_name(self, word: Token, free: bool) -> bool:
        """Whether a word with a capital is one because it is a name. free: other words here have capitals, too."""
        text = bare(word.text)
        small = text.lower().replace("’", "'")
        if (
            (word.opens and small in self.around.openers)
            or small in self.around.never
            or (word.text.endswith("s") and small[:-1] in self.around.never)
        ):
            return False
        if text.isupper() and self.is_ordinary and not word.initial and self._is_shouted(text):
            return False
        if not (word.opens or free) or word.initial or (text.isupper() and len(small) > 1 and not free):
            return True
        if self.capital[small] > self.small[small]:
            return True
        if self.small[small]:
            return False
        if self.knowledge.is_place(small) or self.knowledge.is_organisation(text):
            return True
        if self.is_ordinary is None:
            return self._is_heard_of(text)
        return not all(map(self.is_ordinary, re.split("[-\u2010\u2011]", small.replace("’", "'"))))

    def _is_shouted(self, word: str) -> bool:
        """Whether a word in capitals is an ordinary one: a crosshead, `IDENTIFIED`."""
        if len(word) < LONG or self.knowledge.is_listed(word) or self.knowledge.is_organisation(word):
            return False
        small = word.lower()
        return self.knowledge.is_word(small) and (len(word) > LONG_ACRONYM or self.small[small] > 0)

    def _is_heard_of(self, word: str) -> bool:
        """Whether a word that begins a sentence is known as a name, in a language without a dictionary."""
        known = self.knowledge
        return not self.around.cases or any(
            ask(form)
            for form in (word, *endings.without(word, self.around.cases))
            for ask in (known.is_given, known.is_listed, known.is_people, known.is_organisation, endings.is_personal)
        )

    def may_open(self, word: Token) -> bool:
        """Whether a word that has a capital anyway may be the first of an organisation's name."""
        small = word.text.lower()
        return word.opens and not {small} & (
            self.around.openers | self.around.never | self.around.titles | self.around.peoples
        )


def bare(word: str) -> str:
    """A word without what is added to a name: `China's`, `Hughes'`, `Almaty-based`, `БҰҰ-ға`."""
    return _ENDING.sub("", word)


def sequences(passage: Passage, evidence: Evidence) -> Iterator[Sequence]:
    """The capitalised sequences of a text, in order."""
    text, words = passage.text, tokens(passage.text)
    free = is_title_case(passage.kind, words)
    at = 0
    while at < len(words):
        if not words[at].capital or not _begins(text, words, at, evidence, free):
            at += 1
            continue
        if at and not free and words[at - 1].capital and _opens_organisation(text, words, at, evidence):
            at -= 1
        end = at + 1
        while end < len(words) and not _ends(words[end - 1]):
            step = _joined(text, words, at, end, evidence, free)
            if not step:
                break
            end += step
        end += _small_noun(text, words, at, end, evidence.around)
        if not all(word.initial or ROMAN.fullmatch(word.text) for word in words[at:end]):
            yield _sequence(text, words, at, end)
        at = end


def _begins(text: str, words: list[Token], at: int, evidence: Evidence, free: bool) -> bool:
    """Whether a name begins here; before another capital, the first word of a sentence is one without a list."""
    word, known = words[at], evidence.around
    if word.opens and at + 1 < len(words) and evidence.knowledge.is_listed(f"{word.text} {words[at + 1].text}"):
        return _touches(text, word, words[at + 1])
    if evidence.is_name(word, free and (at > 0 or word.text.isupper())):
        return True
    if heads(word.text, known.organisations, known) and _NUMBER.match(text, word.end):
        return True
    if free or not word.opens or at + 1 == len(words):
        return False
    if evidence.is_ordinary and not evidence.knowledge.is_given(word.text):
        return False
    small, after = bare(word.text).lower(), words[at + 1]
    return (
        small not in known.openers | known.never
        and word.text == bare(word.text)
        and not evidence.small[small]
        and after.capital
        and _touches(text, word, after)
        and evidence.is_name(after, False)
    )


def _opens_organisation(text: str, words: list[Token], at: int, evidence: Evidence) -> bool:
    """Whether the word before, at the beginning of a sentence, belongs to the name: `Human Rights Watch`."""
    if not evidence.may_open(words[at - 1]) or not _touches(text, words[at - 1], words[at]):
        return False
    end = at + 1
    while end < len(words) and words[end].capital and _touches(text, words[end - 1], words[end]):
        end += 1
    return not words[at - 1].text.endswith("ly") and any(
        heads(word.text, evidence.around.organisations, evidence.around) for word in words[at:end]
    )


def _small_noun(text: str, words: list[Token], at: int, end: int, around: Around) -> int:
    """How many words in small letters belong to an adjective: `Всемирный уйгурский конгресс`, `Алматинская область`."""
    if not around.declined or end - at != 1 or not adjectives.is_one(words[at].text):
        return 0
    for stop in range(end, min(end + SMALL_WORDS + 1, len(words))):
        if words[stop].capital or not _touches(text, words[stop - 1], words[stop]):
            break
        noun = words[stop].text
        if heads(noun, around.organisations, around) or heads(noun, around.places, around):
            return stop - end + 1
    after = words[end] if end < len(words) else None
    if after is None or after.capital or not _touches(text, words[at], after):
        return 0
    return int(adjectives.agree(words[at].text, after.text))


def _ends(word: Token) -> bool:
    """A possessive ends a name."""
    return word.text != bare(word.text)


def _joined(text: str, words: list[Token], start: int, at: int, evidence: Evidence, free: bool) -> int:
    """How many words from `at` belong to the sequence that begins at `start`: a name, or small words and a name."""
    if not _touches(text, words[at - 1], words[at]):
        return 0
    word, around = words[at], evidence.around
    if word.capital and words[at - 1].initial:
        return 1
    if word.capital:
        return int(evidence.is_name(word, free))
    stop = at + 1
    while stop < len(words) and stop - at < SMALL_WORDS and not words[stop].capital:
        stop += 1
    small = {word.text.lower() for word in words[at:stop]}
    if stop == len(words) or not words[stop].capital or not _together(text, words[at : stop + 1]):
        return 0
    if words[stop].text.lower() in around.openers:
        return 0
    fits = small <= PARTICLES or (small <= around.joints and _takes_joint(words[start:at], around))
    if fits and small <= around.links and heads(words[at - 1].text, around.organisations, around):
        return 0  # two that are listed: `Steppe Ltd and Valley Ltd`
    return stop - at + 1 if fits else 0


def _takes_joint(words: list[Token], around: Around) -> bool:
    """Whether a name goes on after a small word: `Bureau for …`, `Republic of …`, but not `Region of …`."""
    if heads(words[0].text, around.places, around):
        return len(words) == 1
    return any(heads(word.text, around.organisations, around) for word in words)


def heads(word: str, nouns: frozenset[str], around: Around) -> bool:
    """Whether a word is one of these nouns; where nouns are declined, or is one but for its ending."""
    small = bare(word).lower()
    if small in nouns:
        return True
    return around.declined and len(small) >= LONG and _is_declined(small, nouns)


@lru_cache(maxsize=65_536)
def _is_declined(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of these nouns but for its ending."""
    return any(word[:cut] in nouns for cut in range(len(word) - 1, max(3, len(word) - 6), -1)) or any(
        len(noun) > LONG and word.startswith(noun[:-1]) and len(word) <= len(noun) + 2 for noun in nouns
    )


def _touches(text: str, word: Token, other: Token) -> bool:
    """Only spaces and inline codes stand between two words."""
    return not codes.ANY.sub("", text[word.end : other.start]).strip(" \u00a0\u202f")


def _together(text: str, words: list[Token]) -> bool:
    return all(_touches(text, *pair) for pair in pairwise(words))


def _sequence(text: str, words: list[Token], start: int, end: int) -> Sequence:
    inside = (*(word.text for word in words[start : end - 1]), bare(words[end - 1].text))
    before: list[str] = []
    for at in range(start, max(0, start - 3), -1):
        if at == 0 or not _touches(text, words[at - 1], words[at]):
            before.insert(0, ",")
            break
        before.insert(0, words[at - 1].text.lower())
    after = tuple(word.text.lower() for word in words[end : end + 2])
    if end < len(words) and not _touches(text, words[end - 1], words[end]):
        after = (",", *after)[:2]
    last = words[end - 1]
    stop = last.start + len(bare(last.text))
    number = _NUMBER.match(text, stop)
    if number:
        inside, stop = (*inside, number[1], number[2]), number.end()
    return Sequence(inside, words[start].start, stop, tuple(before), after)
