"""Facts: what a sentence states that must not change by accident, as spans.

Kinds: number (figures, number words, what bounds them, what they count), date (months, weekdays, yesterday),
name (capitalised words), negation, quotation, attribution (a word of saying with its speaker), question,
exclamation.  The words are data of `l10n.languages`; a language without such data has figures, names,
quotations and marks alone.  Uyghur in Arabic script has no capitals: names there come from the caller.

Everything is found by form, so a fact may be missed or seen twice; two texts with the same words have the
same facts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from l10n import codes, languages

KINDS = ("number", "date", "name", "negation", "quotation", "attribution", "question", "exclamation")

FIGURE = (
    r"(?:(?<![\w.,])[-\u2212\u2013])?"
    r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,:/]\d+)*)"
)
"""A figure with its sign, groups of thousands, decimals; also 14:30 and 02.02.2020."""

WORD = r"(?:[aApP]\.[mM](?![^\W_])|[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*)"
"""Letters, with apostrophes inside; and `p.m`, for the half of the day is a fact."""

_TOKEN = re.compile(f"({WORD})|{FIGURE}")
_WORD_GROUP = 1
_CALENDAR = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_MONEY = "$€£¥₸₽₺₹"
_DOUBLE = re.compile('["“”„‟]')
_ANGLE = re.compile("[«»]")
_MARK = re.compile("[?؟!]")
_SINGLE_OPENS = re.compile(r"(?<!\w)[‘'‹](?=\S)")
_SINGLE_CLOSES = re.compile(r"(?<=\S)[’'›](?!\w)")
_SINGLE_STOPS = re.compile("[‘‹›]")
_SENTENCE_START = re.compile(r"(?:^|[.!?…؟:][\"»”’)\]]*\s)[\s\"«“„‘(\[\u2014\u2013-]*$|[\"«“„‘‹]$")
_POSSESSIVE = re.compile(r"['’]s$")
_BESIDE = re.compile(r"[ \u00a0\u202f-]{0,2}")
"""What may stand between two words of one number."""


class Fact(NamedTuple):
    """One fact of a text."""

    kind: str
    """One of KINDS."""
    value: str
    """Normal form; equal facts have equal values: "25000", "--02-17", "Tokayev", "not", "said officials"."""
    start: int
    end: int


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    """number, calendar, month, weekday, day, negation, saying, source, limit, unit, or "" for a plain word."""
    value: str
    """Its normal form, or the label of its kind."""


def facts(text: str, language: str, *, names: Collection[str] = ()) -> tuple[Fact, ...]:
    """The facts of a text in order of their places; offsets are those of the text, inline codes included.

    names: further words that are names, as they stand in the text.
    """
    plain = codes.CODE.sub(lambda match: " " * len(match[0]), text)
    tokens = _tokens(plain, language)
    found = [
        *_numbers(plain, tokens),
        *_dates(plain, tokens),
        *_names(plain, tokens, language, frozenset(names)),
        *(Fact("negation", token.value, token.start, token.end) for token in tokens if token.kind == "negation"),
        *quotations(plain),
        *_attributions(plain, tokens),
        *_marks(plain),
    ]
    return tuple(sorted(set(found), key=lambda fact: (fact.start, fact.end, KINDS.index(fact.kind), fact.value)))


def words(text: str) -> list[str]:
    """Words and figures of a text in small letters: what it says, marks and spaces left out."""
    return [match[0].replace("\u2019", "'").lower() for match in _TOKEN.finditer(text)]


def _tokens(plain: str, language: str) -> list[_Token]:
    decimal = languages.get(language).decimal
    found = []
    for match in _TOKEN.finditer(plain):
        text = match[0]
        kind, value = meaning(text, language) if match.lastindex == _WORD_GROUP else _figure(text, decimal)
        found.append(_Token(*match.span(), text, kind, value))
    return found


def _figure(figure: str, decimal: str) -> tuple[str, str]:
    """Kind and normal form of a figure: `25 000`, `25,000` (en) are 25000; `3,5` (ru) is 3.5."""
    figure = re.sub(r"\s", "", figure).replace("\u2212", "-").replace("\u2013", "-")
    if date := _CALENDAR.fullmatch(figure):
        return "calendar", f"{date[3]}-{date[2]:>02}-{date[1]:>02}"
    if ":" in figure or "/" in figure:
        return "number", figure
    if decimal == ",":
        figure = re.sub(r"\.(?=\d{3}(?!\d))", "", figure).replace(",", ".")
    else:
        figure = re.sub(r",(?=\d{3}(?!\d))", "", figure)
    return "number", figure


@lru_cache(maxsize=1 << 15)
def meaning(word: str, language: str) -> tuple[str, str]:
    """What kind of fact a word states, and its label; ("", "") for most words.

    Kinds: number, month, weekday, day, negation, saying, source, limit, unit.
    """
    known = word.replace("’", "'").replace("ʼ", "'").lower()
    rows, literals = _lexicon(language)
    number = literals.get(known, len(rows))
    for letter in (known[:1], ""):
        pattern, numbers = _patterns(language, letter)
        if (match := pattern.fullmatch(known)) and match.lastindex:
            number = min(number, numbers[match.lastindex - 1])
    if number == len(rows):
        return "", ""
    kind, label = rows[number][:2]
    if kind in ("month", "weekday") and languages.get(language).facts.capital_dates and not word[0].isupper():
        return "", ""
    return kind, label


@cache
def _lexicon(language: str) -> tuple[list[tuple[str, str, list[str]]], dict[str, int]]:
    """Kind, label and patterns of everything that matters, the first of two that fit first; and the row of each plain
    word: a look-up costs less than a pattern."""
    known = languages.get(language)
    data = known.facts
    months = data.months or tuple(re.escape(name.lower()) for name in known.months_in_text)
    weekdays = data.weekdays or tuple(re.escape(name.lower()) for name in known.weekdays)
    rows = [("number", str(value), pattern) for value, pattern in data.numbers.items()]
    rows += [("month", f"--{number:02}", pattern) for number, pattern in enumerate(months, 1)]
    rows += [("weekday", f"weekday {number}", pattern) for number, pattern in enumerate(weekdays, 1)]
    rows += [("negation", line.split()[0], "|".join(line.split())) for line in data.negations]
    for kind, patterns in (
        ("day", data.days),
        ("saying", data.sayings),
        ("limit", data.limits),
        ("unit", data.units),
        ("source", (data.sources,)),
    ):
        rows += [(kind, _label(pattern), pattern) for pattern in patterns if pattern]
    if data.negative:
        rows.append(("negation", data.negations[0].split()[0], data.negative))
    split = [(kind, label, _alternatives(pattern)) for kind, label, pattern in rows]
    literals: dict[str, int] = {}
    for number, (_, _, pieces) in enumerate(split):
        for piece in pieces:
            if piece.isalpha():
                literals.setdefault(piece, number)
    return split, literals


@cache
def _patterns(language: str, letter: str) -> tuple[re.Pattern[str], list[int]]:
    """The patterns of words that start with this letter in one, or with any letter where it is ""; and the row of each
    of its groups."""
    groups, numbers = [], []
    for number, (_, _, pieces) in enumerate(_lexicon(language)[0]):
        fitting = [piece for piece in pieces if not piece.isalpha() and _first_letter(piece) == letter]
        if fitting:
            groups.append(f"({'|'.join(fitting)})")
            numbers.append(number)
    return re.compile("|".join(groups) or "(?!)"), numbers


def _first_letter(pattern: str) -> str:
    """The letter with which every word of a pattern starts, "" where there is none."""
    return pattern[0] if pattern[:1].isalpha() and pattern[1:2] not in ("?", "*", "{") else ""


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars of a pattern, those in brackets left alone."""
    pieces, depth = [""], 0
    for char in pattern:
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += char
    return pieces


def _label(pattern: str) -> str:
    """The letters with which a pattern starts: a name for what it matches."""
    match = re.match(WORD, pattern)
    return match[0] if match else pattern


def _numbers(plain: str, tokens: list[_Token]) -> Iterator[Fact]:
    """Figures and number words; words of one number count as one: `two hundred thousand`, `25 мың`."""
    at = 0
    while at < len(tokens):
        if tokens[at].kind != "number":
            at += 1
            continue
        first = at
        while at + 1 < len(tokens) and tokens[at + 1].kind == "number" and _one_number(plain, tokens, at):
            at += 1
        yield _number(plain, tokens[first : at + 1])
        yield from _about(tokens, first, at)
        at += 1


def _one_number(plain: str, tokens: list[_Token], at: int) -> bool:
    """The next token carries this number on: a word after a word, or a multiplier after a figure."""
    here, following = tokens[at], tokens[at + 1]
    if not _BESIDE.fullmatch(plain, here.end, following.start) or following.text[0].isdigit():
        return False
    return not here.text[-1].isdigit() or Decimal(following.value) >= _THOUSAND


_HUNDRED, _THOUSAND = 100, 1000


def _number(plain: str, tokens: list[_Token]) -> Fact:
    start, end = tokens[0].start, tokens[-1].end
    value = _value(tokens)
    if start and (plain[start - 1] in _MONEY):
        value, start = plain[start - 1] + value, start - 1
    if sign := re.compile(rf"\s?([%٪{_MONEY}])").match(plain, end):
        value, end = value + sign[1].replace("٪", "%"), sign.end()
    return Fact("number", value, start, end)


def _value(tokens: list[_Token]) -> str:
    """`twenty five thousand` is 25000."""
    if len(tokens) == 1:
        return tokens[0].value
    try:
        values = [(Decimal(token.value), not token.text[0].isdigit()) for token in tokens]
    except InvalidOperation:
        return " ".join(token.value for token in tokens)
    return f"{total(values).normalize():f}"


Number = TypeVar("Number", Decimal, Fraction)


def total(values: Sequence[tuple[Number, bool]]) -> Number:
    """What adjacent numbers say together; with each, whether it may multiply what stands before it.

    Tens add up, a hundred multiplies the ones, a thousand all before it.
    """
    zero = values[0][0] * 0
    whole = current = zero
    for value, multiplies in values:
        if value >= _THOUSAND and multiplies:
            whole, current = whole + (current or 1) * value, zero
        elif value == _HUNDRED and 0 < current < _HUNDRED // 10:
            current *= value
        else:
            current += value
    return whole + current


def _about(tokens: list[_Token], first: int, last: int) -> Iterator[Fact]:
    """What bounds a number, up to two words away, and the unit right after it."""
    for token in (*tokens[max(0, first - 2) : first], *tokens[last + 1 : last + 3]):
        if token.kind == "limit":
            yield Fact("number", f"limit {token.value}", token.start, token.end)
    if last + 1 < len(tokens) and tokens[last + 1].kind == "unit":
        yield Fact("number", f"unit {tokens[last + 1].value}", tokens[last + 1].start, tokens[last + 1].end)


def _dates(plain: str, tokens: list[_Token]) -> Iterator[Fact]:
    """Months with the day beside them, weekdays, yesterday, and dates in figures."""
    for at, token in enumerate(tokens):
        if token.kind in ("weekday", "calendar", "day"):
            yield Fact("date", token.value, token.start, token.end)
        elif token.kind == "month":
            sides = [tokens[n] for n in (at - 1, at + 1) if 0 <= n < len(tokens)]
            day = next((side for side in sides if _is_day(plain, token, side)), None)
            value = f"{token.value}-{day.value:>02}" if day else token.value
            yield Fact("date", value, token.start, token.end)


def _is_day(plain: str, month: _Token, side: _Token) -> bool:
    between = plain[side.end : month.start] if side.start < month.start else plain[month.end : side.start]
    return side.text.isdecimal() and 0 < int(side.text) <= 31 and len(between) <= 2


def _names(plain: str, tokens: list[_Token], language: str, names: frozenset[str]) -> Iterator[Fact]:
    """Capitalised words inside a sentence, titles (`Ms.`) and acronyms anywhere, and the names given."""
    abbreviations = languages.get(language).sentences.never_final
    for at, token in enumerate(tokens):
        word = token.text
        if word.islower() and word not in names:
            continue
        word = _POSSESSIVE.sub("", word)
        if token.kind in ("number", "month", "weekday", "calendar") and word not in names:
            continue
        title = word.lower() in abbreviations and plain.startswith(".", token.end)
        inside = title or not _starts_sentence(plain, tokens, at, abbreviations)
        inside = inside and word[0].isupper() and word not in _NO_NAMES
        if inside or word in names or not (word[1:].islower() or word[1:] == word[1:].lower()):
            yield Fact("name", word, token.start, token.end)


_NO_NAMES = frozenset(["I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll"])
"""English words with a capital that are no names."""


def _starts_sentence(plain: str, tokens: list[_Token], at: int, abbreviations: Collection[str]) -> bool:
    """A word after a full stop starts a sentence unless the stop belongs to `Mr.` or to an initial."""
    if at == 0:
        return True
    before = tokens[at - 1]
    between = plain[before.end : tokens[at].start]
    if not _SENTENCE_START.search("a" + between):
        return False
    abbreviated = len(before.text) == 1 or before.text.lower() in abbreviations
    return not (abbreviated and between.strip() == ".")


def quotations(plain: str) -> list[Fact]:
    """What stands between quotation marks, as its words in small letters; a dash that opens speech."""
    found = []
    for family in (_ANGLE, _DOUBLE):
        places = [match.start() for match in family.finditer(plain)]
        for opening, closing in zip(places[::2], places[1::2], strict=False):
            found.append(Fact("quotation", " ".join(words(plain[opening + 1 : closing])), opening, closing + 1))
        if len(places) % 2:
            found.append(Fact("quotation", f"half: {' '.join(words(plain[places[-1] :])[:3])}", places[-1], len(plain)))
    for start, end in _in_single_marks(plain):
        found.append(Fact("quotation", " ".join(words(plain[start + 1 : end - 1])), start, end))
    if speech := re.match(r"\s*[-\u2013\u2014]\s", plain):
        found.append(Fact("quotation", "\u2014", 0, speech.end()))
    return found


def _in_single_marks(plain: str) -> Iterator[tuple[int, int]]:
    """From each single opening mark to the closing one that follows, unless another quotation opens or ends between."""
    closes = [match.start() for match in _SINGLE_CLOSES.finditer(plain)]
    stops = [match.start() for match in _SINGLE_STOPS.finditer(plain)]
    behind = 0
    for match in _SINGLE_OPENS.finditer(plain):
        start = match.start()
        place = bisect_left(closes, start + 2)
        if start < behind or place == len(closes):
            continue
        stop = bisect_left(stops, start + 1)
        if stop == len(stops) or stops[stop] >= closes[place]:
            behind = closes[place] + 1
            yield start, behind


def _attributions(plain: str, tokens: list[_Token]) -> Iterator[Fact]:
    """A word of saying with the word beside it that names the speaker: the span has both."""
    for at, token in enumerate(tokens):
        if token.kind not in ("saying", "source"):
            continue
        before = tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after and token.kind == "source" and after.text == "to" and at + 2 < len(tokens):
            after = tokens[at + 2]
        beside = before and token.kind == "saying" and plain[before.end : token.start].isspace()
        speaker = before if beside else after
        if speaker is None:
            yield Fact("attribution", token.value, token.start, token.end)
        else:
            start, end = min(token.start, speaker.start), max(token.end, speaker.end)
            yield Fact("attribution", f"{token.value} {speaker.text.lower()}", start, end)


def _marks(plain: str) -> Iterator[Fact]:
    for match in _MARK.finditer(plain):
        kind, value = ("exclamation", "!") if match[0] == "!" else ("question", "?")
        yield Fact(kind, value, match.start(), match.end())
