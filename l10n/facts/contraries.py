"""Words of which a text says one or the other: spring or autumn, the north or the south, more or less, bought or sold.

Data: `contraries.toml`, which says how it is read.  A native reader has still to confirm its Kazakh and Uyghur columns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from l10n.languages import get
from l10n.text import small

Span = tuple[int, int]

_TABLES = ("turned", "families", "endings", "nothing", "rates", "denials")
"""What stands in the file besides the groups."""
_SPACE = r"[ \u00a0\u202f-]{1,2}"
"""Between the words of a phrase."""
_WRITTEN = re.compile(r"([^_+]*)(.*)")
_KEY = 2
"""Letters by which words are looked up."""
_SIGNS = {"*": r"\w*", "#": r"\d", "_": _SPACE, "+": _SPACE}
_SIGN = re.compile(r"[*#_+]|\((?!\?)")
_LETTERS = re.compile(r"[^\W\d_]*")
_IN_THE_VERB = ("kk", "ug")
"""Languages that deny by a suffix."""
_BEFORE_NOON = re.compile(r"\d ?a\.?m\b")
_PAUSE = re.compile(r"[,،;؛:.!?؟—–…]\s")


class Reading(NamedTuple):
    """What a word says."""

    sides: tuple[str, ...]
    """`season spring`, `wind north` …; none where it says nothing in a phrase."""
    behind: re.Pattern[str] | None = None
    """What must stand behind it: the rest of a phrase."""


def contraries(text: str, locale: str, words: Iterable[tuple[int, int, tuple[Reading, ...]]]) -> dict[str, list[Span]]:
    """What a text says, and where: `season spring`, `wind north` …

    words: start and end of those that say such a thing, and their readings.
    """
    language = locale.partition("-")[0]
    found: dict[str, list[Span]] = {}
    if language not in _file()["rates"]:
        return found
    taken = 0
    for start, end, readings in words:
        if start < taken:
            continue
        for sides, behind in readings:
            if behind is not None:
                if (rest := behind.match(text, end)) is None:
                    continue
                end = rest.end()
            taken = end
            for side in sides:
                found.setdefault(side, []).append((start, end))
            break
    lower = small(text)
    stems, rates, names = _rates(language)
    if any(stem in lower for stem in stems):
        for match in rates.finditer(lower):
            found.setdefault(names[(match.lastindex or 1) - 1], []).append(match.span())
    if language == "en" and (morning := _BEFORE_NOON.search(text)):
        found.setdefault("day morning", []).append(morning.span())
    return found


def said(word: str, language: str) -> tuple[Reading, ...]:
    """The readings of a word in small letters, the longest phrase first."""
    table = _words(language)
    keys = dict.fromkeys((word[:_KEY], word[:1], ""))
    found: dict[str, tuple[re.Pattern[str] | None, list[str]]] = {}
    for one in sorted((one for key in keys for one in table.get(key, ())), key=lambda one: -len(one.rest)):
        if one.word.fullmatch(word):
            sides = found.setdefault(one.rest, (one.behind, []))[1]
            sides += [one.side] if one.side and one.side not in sides else []
    return tuple(Reading(tuple(sides), behind) for behind, sides in found.values())


def may_say(text: str, locale: str, side: str, wide: bool = False) -> bool:
    """Whether some word of a text may say this side.

    wide: or what is like it.
    """
    pattern = _may(locale.partition("-")[0], side, wide)
    return pattern is not None and pattern.search(small(text)) is not None


def is_turned(group: str) -> bool:
    """Whether a denial makes another side of one."""
    return group in _file()["turned"]


def denied(text: str, locale: str, span: Span) -> bool:
    """Whether something is denied in the clause of a word."""
    start, end = 0, len(text)
    for pause in _PAUSE.finditer(text):
        if pause.end() <= span[0]:
            start = pause.end()
        elif pause.start() >= span[1]:
            end = pause.start()
            break
    return _denials(locale).search(small(text), start, end) is not None


def families() -> Iterator[tuple[str, ...]]:
    """Groups whose sides stand for each other."""
    yield from map(tuple, _file()["families"])


class _Entry(NamedTuple):
    """A word or the first of a phrase."""

    word: re.Pattern[str]
    rest: str
    """Of a phrase, as it is written in the file."""
    behind: re.Pattern[str] | None
    side: str


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _sides() -> Mapping[str, Mapping[str, Any]]:
    groups = ((name, group) for name, group in _file().items() if name not in _TABLES)
    return {f"{name} {side}": columns for name, group in groups for side, columns in group.items()}


@cache
def _words(language: str) -> Mapping[str, list[_Entry]]:
    """The words that say something for sure by their first letters."""
    table: dict[str, list[_Entry]] = {}
    columns = [("", _file()["nothing"]), *_sides().items()]
    for side, column in columns:
        for written in column.get(language, "").split():
            first, rest = _WRITTEN.findall(written)[0]
            entry = _Entry(re.compile(_pattern(first, language)), rest, _behind(rest, language), side)
            table.setdefault(_key(first), []).append(entry)
    return table


def _behind(rest: str, language: str) -> re.Pattern[str] | None:
    if not rest:
        return None
    pattern = rf"{_SPACE}{_pattern(rest[1:], language)}\b"
    return re.compile(f"(?={pattern})" if rest[0] == "+" else pattern, re.IGNORECASE)


def _key(written: str) -> str:
    """The letters with which every form of a word begins."""
    letters = _LETTERS.match(written)
    sure = letters[0] if letters else ""
    if written[len(sure) : len(sure) + 1] == "?":
        sure = sure[:-1]
    return sure[:_KEY]


def _pattern(written: str, language: str) -> str:
    written = written.replace("<>", _file()["endings"].get(language, ""))
    return _SIGN.sub(lambda sign: _SIGNS.get(sign[0], "(?:"), written)


@cache
def _may(language: str, side: str, wide: bool) -> re.Pattern[str] | None:
    group = side.partition(" ")[0]
    columns = _sides()[side] if group != "rate" else {}
    words = columns.get("may", {}).get(language, "").split()
    if wide:
        words += columns.get(language, "").split()
        for other in columns.get("like", ()):
            also = _sides()[other.replace(".", " ")]
            words += [*also.get(language, "").split(), *also.get("may", {}).get(language, "").split()]
    return re.compile(rf"\b(?:{'|'.join(_pattern(one, language) for one in words)})\b") if words else None


@cache
def _rates(language: str) -> tuple[tuple[str, ...], re.Pattern[str], tuple[str, ...]]:
    """What a text has where one of them may be, a look that costs little; the patterns; what each says."""
    table = _file()["rates"][language]
    rates = {name: one for name, one in table.items() if name != "stems"}
    return (
        tuple(table["stems"]),
        re.compile(rf"\b(?:{'|'.join(f'({one})' for one in rates.values())})"),
        tuple(f"rate {name}" for name in rates),
    )


@cache
def _denials(locale: str) -> re.Pattern[str]:
    language = locale.partition("-")[0]
    words = [_pattern(one, language) for one in _file()["denials"].get(language, "").split()]
    words += [get(locale).facts.negative] if language in _IN_THE_VERB else []
    return re.compile(rf"\b(?:{'|'.join(filter(None, words))})\b")
