"""White space: doubled spaces, spaces at the ends of a target where its source has none, spaces inside quotation marks
and brackets, tabs and spaces of other widths.

ITS 2.0 type: whitespace.  Quiet on purpose: spaces beside inline codes, which may stand for a line break or a picture;
line breaks, which the format folds; ends that are like those of the source; a no-break space wherever one space may
stand; dots in brackets (`[ … ]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.model import Finding
from l10n.phrases import phrase

RULES = {
    "double": Rule("warning", "Two or more spaces stand where one is meant."),
    "ends": Rule("warning", "The target begins or ends with a space, and its source does not."),
    "inside": Rule("warning", "A space stands inside quotation marks or brackets, beside the mark."),
    "odd": Rule("warning", "A tab or a space of an unusual width stands where a space is meant."),
}
_say = partial(finding, "whitespace", RULES)

SPACES = " \u00a0\u202f\u2009"
_DOUBLE = re.compile(f"(?<![>\\n{SPACES}])[{SPACES}]{{2,}}(?![<\\n])")
_INSIDE = re.compile(f"[«„‹(\\[][{SPACES}]+(?=[^\\W_]|№)|(?<=[\\w.!?,؟،»%])[{SPACES}]+[»”›)\\]](?!\\w|<(?!/))")
_ODD = re.compile("[\t\u1680\u2000-\u2008\u200a\u2028\u2029\u205f\u3000\u0085]+")
_SEEN = "\t\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085"
_MAY_BE = re.compile(f"[{_SEEN}«„‹(\\[»”›)\\]](?:(?<=[{_SEEN}])|(?<=[«„‹(\\[])(?= )|(?<= [»”›)\\]]))")


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    yield from check_source(pair.target, pair.kind)
    source, target = pair.source.text, pair.target.text
    if not (target[:1] in SPACES or target[-1:] in SPACES):
        return
    start, end = len(target) - len(target.lstrip(SPACES)), len(target.rstrip(SPACES))
    if start and source[:1] not in SPACES:
        yield _say("ends", phrase("a space stands at the beginning"), (0, start), replacement="")
    if end < len(target) and source[-1:] not in SPACES:
        yield _say("ends", phrase("a space stands at the end"), (end, len(target)), replacement="")


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    if "  " not in text.text and _MAY_BE.search(text.text) is None:
        return
    body = text.text.rstrip(SPACES)
    start = len(body) - len(body.lstrip(SPACES))
    for match in _DOUBLE.finditer(body, start):
        spaces = match[0]
        kept = next((one for one in spaces if one != " "), " ")
        message = phrase("spaces where one is meant: {n}", n=len(spaces))
        yield _say("double", message, match.span(), replacement=kept)
    for match in _INSIDE.finditer(body, start):
        mark = match[0].strip(SPACES)
        opens = match[0][0] == mark
        message = (
            phrase("a space stands after `{mark}`", mark=mark)
            if opens
            else phrase("a space stands before `{mark}`", mark=mark)
        )
        yield _say("inside", message, match.span(), replacement=mark)
    for match in _ODD.finditer(body, start):
        code = f"U+{ord(match[0][0]):04X}"
        message = (
            phrase("a tab stands where a space is meant")
            if "\t" in match[0]
            else phrase("{code} stands where a space is meant", code=code)
        )
        yield _say("odd", message, match.span(), replacement=" ")
