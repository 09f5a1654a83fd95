"""Mojibake: UTF-8 that was read as Windows-1252 or Windows-1251, letters that became question marks or U+FFFD.

Source: the bytes of UTF-8 (RFC 3629) in the two code pages. Two bytes of Cyrillic are `Р` or `С` with a mark or
a letter of other Slavs behind it (`РџСЂ`), of Kazakh `Т` and `У`, of Arabic `Ш` and `Щ`; in Windows-1252 `Ð`, `Ñ`,
`Ø`, `Ù`, `Ã`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.pairs import Span

_HIGH_1251 = (
    "\u0402\u0403\u201a\u0453\u201e\u2026\u2020\u2021\u20ac\u2030\u0409\u2039\u040a\u040c\u040b\u040f\u0452\u2018\u2019"
    "\u201c\u201d\u2022\u2013\u2014\u2122\u0459\u203a\u045a\u045c\u045b\u045f\u00a0\u040e\u045e\u0408\u00a4\u0490\u00a6"
    "\u00a7\u0401\u00a9\u0404\u00ab\u00ac\u00ad\u00ae\u0407\u00b0\u00b1\u0406\u0456\u0491\u00b5\u00b6\u00b7\u0451\u2116"
    "\u0454\u00bb\u0458\u0405\u0455\u0457\u0098"
)
"""Windows-1251 from 0x80 to 0xBF: the second bytes."""
_RARE_1251 = (
    "\u0402\u0403\u0453\u2020\u2021\u2030\u0409\u040a\u040c\u040b\u040f\u0452\u0459\u045a\u045c\u045b"
    "\u045f\u0407\u0408\u00a4\u0490\u00a6\u00ac\u00b1\u0491\u00b5\u00b6\u0458\u0405\u0455"
)
"""Those of them that no word and no sentence has after a capital."""
_HIGH_1252 = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)

_CYRILLIC = "\u0400-\u052f"
_SMALL = "\u0430-\u045f\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb"
_SIGNS = "\u00a2-\u00a8\u00ac\u00ae\u00b1\u00b5\u00b6\u2020\u2021\u2030\u2122"
"""Signs that stand between no two letters."""
_HIGH_SIGNS = "\u201a\u201e\u2026\u2018-\u201d\u2039\u203a\u00ab\u00bb\u2116\u00a9"
"""Those that stand between a capital and a small letter in no word."""
_LOW = "\u00a9\u2039\u203a\u201a\u201e"
"""Those that begin no word after a capital, and end none."""
_LEADS = "РСТУШЩЪЫ"
_PATTERN = (
    "\ufffd+"
    f"|(?:[{_LEADS}][{_HIGH_1251}]){{2,200}}"
    f"|[РСТУШЩ][{_RARE_1251}]"
    f"|(?:[ÃÐÑØÙÛÚÒÓ][{_HIGH_1252}]){{1,200}}|\u00c2[\u00a0-\u00bf]|\u00e2\u20ac[{_HIGH_1252}]?|\u00e2\u0080[\u0080-\u00bf]|\u00ef\u00bb\u00bf"
    "|\u0432\u0402[\u201c\u201d\u0459\u045a\u045c\u00a6\u2122\u045b\u2018-\u201e]?"
    "|[\u0430-\u044f\u0451]\\?[\u0430-\u044f\u0451]|(?<=[^\\W\\d_])\\?{2,}+(?=[^\\W\\d_])"
    f"|(?<![{_CYRILLIC}])В«(?=\\S)|[{_CYRILLIC}][\u00b0\u00b4](?=[{_CYRILLIC}])"
    f"|[{_CYRILLIC}][{_SIGNS}](?=[{_CYRILLIC}])|(?<=[{_SMALL}])[\u0410-\u042f](?:[{_HIGH_SIGNS}](?=[{_SMALL}])|[{_LOW}])"
    f"|(?<![{_CYRILLIC}])[ГДРСТУ][{_LOW}](?=[{_SMALL}])|[\u00c0-\u00ff][\u00a2-\u00ff]{{3,200}}"
    f"|[\u00a2\u00a4-\u00a6\u00ac\u00b6](?=[{_SMALL}])|[\u2550-\u259f]+(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}])[\u2550-\u259f]+"
    f"|(?<![{_CYRILLIC}])[\u0430-\u044f][\u0410-\u042f]{{4,40}}(?![{_CYRILLIC}])|[РСТУ]\u20ac"
    f"|(?<![^\\s«(])\\?(?=[{_SMALL}])|(?<!\\S)\\?{{3,}}+(?!\\S)"
)
_MOJIBAKE = re.compile(f"(?:{_PATTERN})+")
_MAY_BE = re.compile(
    f"[\u00b0\u00a7\u00a9\u00ae\u00b1\u2020\u2021\u2030\u20ac{_HIGH_SIGNS}?\u0410-\u042f](?:(?<=[РСТУ][\u2020\u2021\u2030\u20ac])"
    f"|(?<=[\u0430-\u044f][\u0410-\u042f])(?=[\u0410-\u042f]{{3}})|(?<=[{_CYRILLIC}][\u00b0\u00a7\u00ae\u00b1])(?=[{_CYRILLIC}])"
    f"|(?<=[\u0410-\u042f][{_HIGH_SIGNS}])(?=[{_SMALL}])|(?<=[{_SMALL}][\u0410-\u042f][{_LOW}])"
    f"|(?<=\\?)(?=[{_SMALL}?])|(?<=В)(?=«))"
)
_ORDINARY_1251 = (
    "\u00a0\u00a7\u00a9\u00ab\u00ae\u00b0\u00b1\u00b7\u00bb\u0401\u0406\u0451\u0456\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2026\u2039\u203a\u2116"
)
_MAY_BE_1251 = re.compile(f"[{_LEADS}][{_ORDINARY_1251}][{_LEADS}][{_ORDINARY_1251}]")


def may_be(text: str) -> bool:
    """A quick look at a text of Cyrillic letters and marks: whether it is worth looking closely."""
    return _MAY_BE.search(text) is not None or _MAY_BE_1251.search(text) is not None


def found(text: str) -> Iterator[Span]:
    """Where the text is broken; pieces that hang together are one."""
    start, end = -1, -1
    for match in _MOJIBAKE.finditer(text):
        if start >= 0 and match.start() - end > 2:
            yield start, end
            start = -1
        start, end = match.start() if start < 0 else start, match.end()
    if start >= 0:
        yield start, end
