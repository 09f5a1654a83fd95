"""Sentences: where a text may be cut, by rules over the data of its language (languages/).

Laws: the pieces, joined, are the text; white space stays with the piece before it.

A candidate is a run of terminators with its closing quotes, brackets and reference marks, and white space
after it.  Most candidates end a sentence, so one regular expression finds them, and only a doubtful one is
looked at closely: the word before (abbreviation, initial, list number), the character after (small letter,
dash, quotation mark) and the word after (of saying, or one that starts sentences).  In doubt two sentences
stay together: a translator splits with less harm than joins.  A blank line always ends a sentence, a single
line break never does.

Inline codes are looked through: the text is cut as if they were not there, closing ones stay with the
sentence before, opening ones go with the next, and `<br…/>` counts as a line break.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from l10n import codes, languages

CLOSERS = "\"'»”“’›)]}"
"""Marks that belong to the sentence before; “ closes in Russian and German."""
SPACED_CLOSERS = "»”›"
"""Those that belong to it even behind a space: French and Uyghur typing."""
OPENERS = "\"'«“„‘‹([{¿¡*"
DASHES = "-–—―_‐‑"
"""Signs of direct speech; Uyghur typists also use the underscore."""
QUOTES = frozenset("\"'»”“’›")

MARKER = 6
"""No number, numeral or letter of a list is longer: `viii`, `10.12`."""
ENDING, TAIL = 3, 4
"""Characters before a point that show at once that no abbreviation ends there; the longer look costs more."""
HEAD = 3
"""Characters of the next word that show at once that it is none of saying."""
DATE = 10
"""No date at the start of a sentence has more words."""
REACH = 60
"""Characters before a point in which its abbreviation is looked for."""
WORDS_TO_VERB = 4
"""How far a word of saying may stand from the quotation that it carries on: `«…?» the old man asked`."""

NEVER, NUMBER, UNIT, SELDOM, MAYBE = range(5)
"""Kinds of abbreviations, in the order of languages.Sentences."""

_WORD = re.compile(r"[^\W_][\w'’-]*")
_ACRONYM = re.compile(r"\w(?:\.\s?-?\w)+", re.UNICODE)
_MARKER = re.compile(r"[\W_]*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|\w)", re.UNICODE)
_DOTTED = re.compile(r"[\w.]+")
_CLAUSE_END = re.compile(r"\s*(?:[.,:;،؛–—-]|\Z)")
_SAID = re.compile(r"[^\W_]")
_YEAR = re.compile(r"\(\d{4}\)")
"""A year in brackets belongs to the title before it."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NOTE = r"(?<=[.!?…»”\"؟۔])(?:<[a-z]+\d+>)+\[?\d{1,3}\]?(?:</[a-z]+\d+>)+"
"""A reference mark in codes, `<sup1>4</sup1>`: no word of the text."""
_SKIPPED = re.compile(f"{_NOTE}|{codes.CODE.pattern}")


def sentences(text: str, language: str, exceptions: Sequence[str] = ()) -> list[str]:
    """The sentences of a text; joined, they are the text. [] for "".

    language: BCP 47 tag; ProjectError for what is none.
    exceptions: the project's own abbreviations, with or without the last point: none of them ends a sentence.
    """
    if not text:
        return []
    rules = _rules(language, tuple(exceptions))
    if "<" in text:
        return _between_codes(rules, text)
    if "\n" in text:
        return _between_blank_lines(rules, text)
    return _in_block(rules, text)


class _Rules:
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
        self.exceptions = tuple(word if word[-1] in data.terminators else f"{word}." for word in exceptions if word)
        words = (*self.kinds, *(word.rstrip(data.terminators) for word in self.exceptions))
        tails = {word[-TAIL:] for word in words}
        self.tails = tails | {tail.title() for tail in tails} | {tail.upper() for tail in tails}
        self.endings = {tail[-ENDING:] for tail in self.tails}
        self.heads = {word[:HEAD] for word in data.saying}
        self.plain_marks = "" if self.exceptions else self.other_marks.replace("…", "")


def _candidates(terminators: str, first: str) -> Callable[..., Iterator[re.Match[str]]]:
    """The finder of candidates that begin with `first`.

    To them belong closing marks, further terminators, reference marks (`[4]`), and spaced terminators (`. . .`).
    """
    ends, closers = re.escape(terminators), re.escape(CLOSERS)
    seldom = rf"(?:\s?\[\d{{1,3}}\])*+(?:\s[{ends}{SPACED_CLOSERS}]+(?=\s))*+\s+(?=\S)"
    return re.compile(rf"{first}[{ends}{closers}]*+(?:\s++(?![{ends}{SPACED_CLOSERS}\[]|\Z)|{seldom})").finditer


@lru_cache(maxsize=64)
def _rules(language: str, exceptions: tuple[str, ...]) -> _Rules:
    return _Rules(languages.get(language).sentences, exceptions)


def _between_blank_lines(rules: _Rules, text: str) -> list[str]:
    """The sentences of a text in which blank lines may stand."""
    pieces: list[str] = []
    at = 0
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() > at and not text[at : blank.start()].isspace():
            pieces += _in_block(rules, text[at : blank.end()])
            at = blank.end()
    return pieces + _in_block(rules, text[at:]) if at < len(text) else pieces


def _in_block(rules: _Rules, text: str) -> list[str]:
    """The sentences between two blank lines. Plain cases are decided here, doubtful ones by _ends."""
    pieces: list[str] = []
    at, endings, heads = 0, rules.endings, rules.heads
    scan = rules.points
    for mark in rules.other_marks:
        if mark in text:
            scan = rules.candidates
    for match in scan(text):
        i, j = match.span()
        first = text[j]
        if j == i + 2 and (
            first.isupper() or (first.isalpha() and not first.islower() and text[j : j + HEAD] not in heads)
        ):
            ending = text[i - ENDING : i]
            if ending.isalpha() and ending not in endings and i > at + MARKER:
                pieces.append(text[at:j])
                at = j
                continue
        if not first.islower() and (_ends_plainly(rules, text, at, i, j) or _ends(rules, text, at, i, j)):
            pieces.append(text[at:j])
            at = j
    pieces.append(text[at:])
    return pieces


def _ends_plainly(rules: _Rules, text: str, at: int, i: int, j: int) -> bool:
    """The same quick look as in _starts_in_block, at short words, numbers, quotations and other terminators."""
    point = text[i] == "."
    if i <= at + MARKER or not (j == i + 2 or (point and j == i + 3 and text[i + 1] in QUOTES)):
        return False
    first = text[j]
    if first in OPENERS:
        first = text[j + 1 : j + 2]
    elif first in DASHES and point and text[j + 1 : j + 2] == " ":
        first = text[j + 2 : j + 3]
    elif not first.isupper() and text[j : j + HEAD] in rules.heads:
        return False
    if not first.isalpha() or first.islower():
        return False
    if not point:
        return text[i] in rules.plain_marks
    tail = text[i - TAIL : i].rpartition(" ")[2]
    return tail not in rules.tails and len(tail) > 1 and (tail.isalpha() or tail.isdigit() or tail[-1] in CLOSERS)


def _ends(rules: _Rules, text: str, at: int, i: int, j: int) -> bool:
    """Whether the sentence that starts at `at` ends with the candidate text[i:j]."""
    following = _WORD.search(text, j)
    if following is None or not (text[i - 1].isalnum() or _SAID.search(text, at, i)):
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


def _is_exception(rules: _Rules, text: str, at: int, end: int) -> bool:
    """Whether the text up to `end` closes with one of the project's own abbreviations, as a word of its own."""
    for word in rules.exceptions:
        start = end - len(word)
        if start >= at and text.endswith(word, at, end) and not (start > at and text[start - 1].isalnum()):
            return True
    return False


def _carried_on(rules: _Rules, text: str, mark: str, j: int, following: re.Match[str]) -> bool:
    """Whether a word of saying carries the sentence on: `«…؟» دەپ`, `– …? – Асан сұрады`, `“…?” Ms Park asked`."""
    word = following[0]
    if not word[0].isupper() and word in rules.saying:
        return True
    lead = text[j : following.start()]
    if mark[0] == "." or not (QUOTES.intersection(mark) or any(dash in lead for dash in DASHES)):
        return False
    if word.lower() in rules.starters:
        return False
    said_by = following.end()
    for count, match in enumerate(_WORD.finditer(text, following.start())):
        if count == WORDS_TO_VERB or (count and not text[said_by : match.start()].isspace()):
            return False
        said_by = match.end()
        if match[0] in rules.saying:
            return word[0].isupper() or count == 0 or _CLAUSE_END.match(text, said_by) is not None
    return False


def _ends_after_word(rules: _Rules, text: str, at: int, i: int, mark: str, following: re.Match[str]) -> bool:
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
        return kind == SELDOM and _starts_sentence(rules, text, following)
    if text.count(" ", at, i) < DATE and _only_date(rules, text[at:i].lower().split()):
        return kind == UNIT and _starts_sentence(rules, text, following)
    return kind == UNIT or _dotted(text, following.start()) not in rules.continues


def _kind(rules: _Rules, words: list[str], last: str) -> tuple[int | None, bool]:
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


def _starts_sentence(rules: _Rules, text: str, following: re.Match[str]) -> bool:
    """Whether the next word is one that starts sentences, and no initial (`В. И. Вернадский`)."""
    word = following[0]
    return word.lower() in rules.starters and not (len(word) == 1 and text.startswith(".", following.end()))


def _dotted(text: str, at: int) -> str:
    """The word there, in small letters, points inside it kept: `p.d.t`."""
    return "".join(_DOTTED.findall(text, at, at + REACH)[:1]).lower().rstrip(".")


def _only_date(rules: _Rules, words: list[str]) -> bool:
    """Whether nothing but a date has been said so far: `В декабре 2019 г.`"""
    return all(word.strip(".,(") in rules.date_words or any(char.isdigit() for char in word) for word in words)


def _between_codes(rules: _Rules, text: str) -> list[str]:
    """The sentences of a text with inline codes: its plain text is cut, and the cuts are carried back."""
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    length = at = 0
    for match in _SKIPPED.finditer(text):
        plain.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[0].startswith("<br"):
            plain.append("\n")
            length += 1
        places.append((length, at))
    plain.append(text[at:])
    pieces: list[str] = []
    offset = at = 0
    for sentence in _between_blank_lines(rules, "".join(plain))[:-1]:
        offset += len(sentence)
        start = _before_its_codes(text, _origin(places, offset))
        pieces.append(text[at:start])
        at = start
    return [*pieces, text[at:]]


def _origin(places: list[tuple[int, int]], offset: int) -> int:
    """The place in the text with codes of an offset in its plain text, behind codes that stand there."""
    last = bisect_right(places, (offset, sys.maxsize)) - 1
    if last < 0:
        return offset
    plain, full = places[last]
    return full + offset - plain


def _before_its_codes(text: str, start: int) -> int:
    """Where the sentence starts whose first letter is at `start`: the codes that open before it are its own.

    So is one that stands alone and touches it (an icon), unless it is a line break.
    """
    while start:
        end = start
        while end and text[end - 1].isspace():
            end -= 1
        code = codes.CODE.fullmatch(text, text.rfind("<", 0, end), end) if text[end - 1 : end] == ">" else None
        if code is None or code[1]:
            break
        touches = end == start and text[code.start() - 1 : code.start()].isspace()
        if code[4] and (code[2] == "br" or not touches):
            break
        start = code.start()
    return start
