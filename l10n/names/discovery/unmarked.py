"""Names in Uyghur in Arabic script, which has no capitals: family names by their endings, words after titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n import codes
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.lexicon import UYGHUR

_WORD = re.compile(r"[\u0620-\u064a\u0670-\u06d3\u06d5\u06fa-\u06ff]+(?:-[\u0620-\u06ff]+)*")
_CASE = r"(?:نىڭ|نى|غا|گە|قا|كە|دا|دە|دىن|تىن|مۇ)?$"
_FAMILY_NAME = re.compile(rf"(?:[وې](?:ف|ۋ)|[وې]ۋا|وۋىچ|وۋنا){_CASE}")
"""-ov, -ev, -ova, -eva with a case ending."""
_GIVEN_NAME = re.compile(rf"(?:گۈل|جان|باي|خان|بەك|ئاخۇن|نىياز|قارى|بۇۋى){_CASE}")
"""Elements that end given names."""


def parts(text: str) -> Iterator[Part]:
    """The names of a text, in order; what tells nothing is not found."""
    plain = codes.ANY.sub(lambda match: " " * len(match[0]), text)
    words = list(_WORD.finditer(plain))
    at = 0
    while at < len(words):
        word = words[at][0]
        previous = words[at - 1][0] if at and not plain[words[at - 1].end() : words[at].start()].strip() else ""
        follows = at + 1 < len(words) and not plain[words[at].end() : words[at + 1].start()].strip()
        if follows and _FAMILY_NAME.search(words[at + 1][0]) and len(words[at + 1][0]) > 4:
            yield _part(plain, words[at].start(), words[at + 1].end(), "given name and family name")
            at += 2
            continue
        if previous in UYGHUR.titles and word not in UYGHUR.titles and follows:
            yield _part(plain, words[at].start(), words[at + 1].end(), f"title `{previous}`")
            at += 2
            continue
        if len(word) > 5 and (_GIVEN_NAME.search(word) or _FAMILY_NAME.search(word)):
            yield _part(plain, words[at].start(), words[at].end(), "ending of a personal name")
        at += 1


def _part(text: str, start: int, end: int, why: str) -> Part:
    return Part(tuple(text[start:end].split()), start, end, "person", why)
