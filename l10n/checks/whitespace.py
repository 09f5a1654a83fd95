"""White space: doubled spaces, and spaces at the ends of a target where its source has none.

ITS 2.0 type: whitespace.  Quiet on purpose: spaces beside inline codes, which may stand for a line break or a picture;
line breaks, which the format folds; ends that are like those of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.model import Finding

RULES = {
    "double": Rule("warning", "Two or more spaces stand where one is meant."),
    "ends": Rule("warning", "The target begins or ends with a space, and its source does not."),
}
_say = partial(finding, "whitespace", RULES)

SPACES = " \u00a0\u202f\u2009"
_DOUBLE = re.compile(f"(?<![>\\n{SPACES}])[{SPACES}]{{2,}}(?![<\\n])")


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    yield from check_source(pair.target, pair.kind)
    source, target = pair.source.text, pair.target.text
    start, end = len(target) - len(target.lstrip(SPACES)), len(target.rstrip(SPACES))
    if start and source[:1] not in SPACES:
        yield _say("ends", "a space stands at the beginning", (0, start), replacement="")
    if end < len(target) and source[-1:] not in SPACES:
        yield _say("ends", "a space stands at the end", (end, len(target)), replacement="")


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    if "  " not in text.text and text.text.isascii():
        return
    body = text.text.rstrip(SPACES)
    for match in _DOUBLE.finditer(body, len(body) - len(body.lstrip(SPACES))):
        spaces = match[0]
        kept = next((one for one in spaces if one != " "), " ")
        yield _say("double", f"{len(spaces)} spaces stand here", match.span(), replacement=kept)
