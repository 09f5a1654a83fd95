"""Candidates for the end of a sentence, and what decides of each: the language's data, made ready once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from l10n import languages

CLOSERS = "\"'»”“’›)]}"
"""Marks that belong to the sentence before; “ closes in Russian and German."""
SPACED_CLOSERS = "»”›"
"""Those that belong to it even behind a space: French and Uyghur typing."""
OPENERS = "\"'«“„‘‹([{¿¡*"
DASHES = "-–—―_‐‑"
"""Signs of direct speech; Uyghur typists also use the underscore."""
QUOTES = frozenset("\"'»”“’›")

PLAIN_MARKS = ("!", "?", "؟", "?!", "!!", "!!!", "...", "…", "۔")
"""Terminators before which no word needs a look."""
MARKER = 6
"""No number, numeral or letter of a list is longer: `viii`, `10.12`."""
ENDING, TAIL = 3, 4
"""Characters before a point that show at once that no abbreviation ends there; the longer look costs more."""
HEAD = 3
"""Characters of the next word that show at once that it is none of saying."""
DATE = 60
"""No date at the start of a sentence is longer."""
RUN = 40
"""Terminators and closing marks in one candidate; of a longer run the last ones count."""
REACH = 60
"""Characters before a point in which its abbreviation is looked for."""
WORDS_TO_VERB, WORDS_TO_LAST_VERB = 4, 10
"""How far a word of saying may stand from the quotation that it carries on: `“…?” Judge Marlow asked`; in a script
without capitals it must be the last word of its clause, and may stand farther off."""

NEVER, NUMBER, UNIT, SELDOM, MAYBE = range(5)
"""Kinds of abbreviations, in the order of languages.Sentences."""

_WORD = re.compile(r"[^\W_][\w'’-]*")
_ACRONYM = re.compile(r"\w(?:\.-?\w)+")
_MARKER = re.compile(r"[\W_]*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|\w)")
_CLAUSE_END = re.compile(r"\s*(?:[.,:;،؛–—-]|\Z)")
_SAID = re.compile(r"[^\W_]")
_YEAR = re.compile(r"\(\d{4}\)")
"""A year in brackets belongs to the title before it."""


class Rules:
    """What segmentation needs of one language, made ready for one pass over a text."""

    def __init__(self, data: languages.Sentences, exceptions: Sequence[str]) -> None:
        self.candidates = _candidates(data.terminators, f"[{re.escape(data.terminators)}]")
        self.points = _candidates(data.terminators, r"\.")
        self.other_marks = data.terminators.replace(".", "")
        classes = (data.never_final, data.before_number, data.after_number, data.seldom_final, data.maybe_final)
        self.kinds = {word: kind for kind, abbreviations in enumerate(classes) for word in abbreviations}
        self.starters = data.starters
        self.continues = data.continues
        self.date_words = data.date_words
        self.saying = data.saying
        self.always_capital = data.always_capital
        self.exceptions = tuple(word if word[-1] in data.terminators else f"{word}." for word in exceptions)
        words = (*self.kinds, *(word.rstrip(data.terminators) for word in self.exceptions))
        tails = {word[-TAIL:] for word in words}
        self.tails = tails | {tail.title() for tail in tails} | {tail.upper() for tail in tails}
        self.endings = {tail[-ENDING:] for tail in self.tails}
        self.heads = {word[:HEAD] for word in data.saying}
        self.plain_marks = frozenset() if self.exceptions else frozenset(PLAIN_MARKS)


def _candidates(terminators: str, first: str) -> Callable[..., Iterator[re.Match[str]]]:
    """The finder of candidates that begin with `first`.

    To them belong closing marks, further terminators, reference marks (`[4]`), and spaced terminators (`. . .`).
    Every repetition is bounded, so that a megabyte of points costs no more than one of words.
    """
    ends, closers = re.escape(terminators), re.escape(CLOSERS)
    notes, spaced = r"(?>(?:\s?\[\d{1,3}\]){0,9})", rf"(?>(?:\s[{ends}{SPACED_CLOSERS}]{{1,9}}+(?=\s)){{0,9}})"
    usual, seldom = rf"\s++(?![{ends}{SPACED_CLOSERS}\[]|\Z)", rf"{notes}{spaced}\s++(?!\Z)"
    return re.compile(rf"{first}[{ends}{closers}]{{0,{RUN}}}+(?:{usual}|{seldom})").finditer


@lru_cache(maxsize=64)
def rules_of(language: str, exceptions: tuple[str, ...]) -> Rules:
    """The rules of a language, made once."""
    trimmed = [word.strip() for word in exceptions]
    return Rules(languages.get(language).sentences, [word for word in trimmed if word])


def ends_plainly(rules: Rules, text: str, at: int, i: int, j: int) -> bool:
    """A quick look at candidates that `sentences` does not see through at once: short words, numbers, quotations."""
    mark = text[i : j - 1]
    if i <= at + MARKER or not (mark == "." or mark in rules.plain_marks or (len(mark) == 2 and mark[1] in QUOTES)):
        return False
    first = text[j]
    if first in OPENERS:
        first = text[j + 1 : j + 2]
    elif first in DASHES and mark == "." and text[j + 1 : j + 2] == " ":
        first = text[j + 2 : j + 3]
    elif not first.isupper() and text[j : j + HEAD] in rules.heads:
        return False
    if mark in rules.plain_marks:
        return first.isalpha() and not first.islower() and text[i - 1].isalnum()
    tail = text[i - TAIL : i].rpartition(" ")[2]
    if mark[0] != "." or len(tail) < 2 or tail in rules.tails or first.islower():
        return False
    return tail.isalpha() if text[j].isdigit() else first.isalpha() and (tail.isalnum() or tail[-1] in CLOSERS)


def ends(rules: Rules, text: str, at: int, i: int, j: int) -> bool:
    """Whether the sentence that starts at `at` ends with the candidate text[i:j]."""
    following = _WORD.search(text, j, j + REACH)
    if following is None or not (text[i - 1].isalnum() or _SAID.search(text, max(at, i - REACH), i)):
        return False
    mark = text[i:j].rstrip()
    if rules.exceptions and _is_exception(rules, text, at, i + len(mark.rstrip(CLOSERS))):
        return False
    first = text[following.start()]
    if first.islower() or (text[j] == "(" and _YEAR.match(text, j)):
        return False
    point = mark[0] == "."
    if not (point and first.isupper()) and _carried_on(rules, text, mark, j, following):
        return False
    if point and mark.strip(CLOSERS) == ".":
        return _ends_after_word(rules, text, at, i, mark, following)
    trailing = text[i - 1].isspace() and (point or mark[0] == "…")
    return not (trailing and following[0].lower() in rules.always_capital)


def _is_exception(rules: Rules, text: str, at: int, end: int) -> bool:
    """Whether the text up to `end` closes with one of the project's own abbreviations, as a word of its own."""
    for word in rules.exceptions:
        start = end - len(word)
        if start >= at and text.endswith(word, at, end) and not (start > at and text[start - 1].isalnum()):
            return True
    return False


def _carried_on(rules: Rules, text: str, mark: str, j: int, following: re.Match[str]) -> bool:
    """Whether a word of saying carries the sentence on: `«…؟» دەپ`, `– …? – Асан сұрады`, `“…?” Ms Park asked`."""
    word = following[0]
    if not word[0].isupper() and word in rules.saying:
        return True
    lead = text[j : following.start()]
    if mark[0] == "." or not (QUOTES.intersection(mark) or any(dash in lead for dash in DASHES)):
        return False
    if word.lower() in rules.starters:
        return False
    capital, said_by = word[0].isupper(), following.end()
    for count, match in enumerate(_WORD.finditer(text, following.start())):
        between = text[said_by : match.start()]
        if count == (WORDS_TO_VERB if capital else WORDS_TO_LAST_VERB) or (count and not between.isspace()):
            return False
        said_by = match.end()
        if match[0] in rules.saying and (capital or _CLAUSE_END.match(text, said_by)):
            return True
    return False


def _ends_after_word(rules: Rules, text: str, at: int, i: int, mark: str, following: re.Match[str]) -> bool:
    """The same where a lone point follows a word that may be an abbreviation, an initial or a number in a list."""
    if i <= at + MARKER and _MARKER.fullmatch(text, at, i):
        return False
    if text[i - 1].isupper() and (text[i - 2].isspace() or i - 1 == at):
        return _starts_sentence(rules, text, following)
    words = text[max(at, i - REACH) : i].split()
    last = words[-1].lstrip(OPENERS + DASHES)
    kind, counted = _kind(rules, words, last)
    if kind is None:
        initial = len(last) == 1 and last.isalpha() and not last.islower()
        return not (initial or _ACRONYM.fullmatch(last)) or _starts_sentence(rules, text, following)
    if ")" in mark or "]" in mark:
        return text[at] in "(["
    if kind == NEVER or (kind in (NUMBER, UNIT) and following[0][0].isdigit()):
        return False
    if kind == SELDOM or (kind == UNIT and not counted):
        return _starts_sentence(rules, text, following)
    if i - at < DATE and _only_date(rules, text[at:i].lower().split()):
        return kind == UNIT and _starts_sentence(rules, text, following)
    word = text[following.start() : following.start() + REACH].split()[0].lower()
    return kind == UNIT or word.rstrip(".,;:") not in rules.continues


def _kind(rules: Rules, words: list[str], last: str) -> tuple[int | None, bool]:
    """What kind of abbreviation ends the words, None for none; and whether a figure stands before it.

    An abbreviation of several parts may be written with spaces: `т. е.`, `б. з. б.`
    """
    kind = rules.kinds.get(last.lower())
    if kind is None and last[:1].isdigit():
        kind = rules.kinds.get(last.lower().lstrip("0123456789.,-–%"))
        return (kind if kind in (UNIT, MAYBE) else None), True
    key, before = last.lower(), ""
    for word in reversed(words[:-1]):
        before = before or word
        if not word.endswith(".") or len(word) > 4:
            break
        key = word.lower().lstrip(OPENERS) + key
        kind = rules.kinds.get(key, kind)
    return kind, any(char.isdigit() for char in before) or (before != "" and not before.strip("IVXLC-–"))


def _starts_sentence(rules: Rules, text: str, following: re.Match[str]) -> bool:
    """Whether the next word is one that starts sentences, and no initial (`В. И. Вернадский`)."""
    word = following[0]
    return word.lower() in rules.starters and not (len(word) == 1 and text.startswith(".", following.end()))


def _only_date(rules: Rules, words: list[str]) -> bool:
    """Whether nothing but a date has been said so far: `В декабре 2019 г.`"""
    return all(word.strip(".,(") in rules.date_words or any(char.isdigit() for char in word) for word in words)
