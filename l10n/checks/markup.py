"""Markup: inline codes, addresses, placeholders and handles of the source stand in the target, unchanged.

ITS 2.0 type: markup.  Quiet on purpose: another order of codes, where pairs do not cross; an address that leads to the
target's language (`/en/` in its path, or as its first label); hashtags, which are words; a handle that repeats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from l10n import codes
from l10n.checks.pairs import Pair, Rule, Span, finding
from l10n.facts.literals import Literal
from l10n.model import Finding

RULES = {
    "code": Rule("error", "An inline code of the source is missing, doubled, not closed, or crosses another one."),
    "address": Rule("error", "A web address of the source is missing in the target, or another one."),
    "mail": Rule("error", "A mail address of the source is missing in the target, or another one."),
    "handle": Rule("warning", "The name of an account (`@name`) is missing in the target, or another one."),
    "placeholder": Rule("error", "A placeholder, which a program fills in, is missing, or not one of the source."),
    "tag": Rule("warning", "Markup was typed as text: readers will see it as it stands there."),
}
_say = partial(finding, "markup", RULES)

_NAMED = {
    "address": "address",
    "mail": "mail address",
    "handle": "account",
    "placeholder": "placeholder",
}
_TYPED = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?: [^<>]{0,200})?/?>|&(?:nbsp|quot|laquo|raquo|mdash|ndash|amp|#\d{2,5});"
)
_MAY_BE_TYPED = re.compile(r"[<&]")
_TAGS = "en|ru|kk|kz|ug|cn|zh|ky|uz|tg|tk|de|fr|tr"
_LANGUAGE = re.compile(
    rf"(?<=[/=])(?:{_TAGS})(?:[-_][A-Za-z]{{2,4}})?(?=[/?#&]|$)|^(?:{_TAGS})(?=\.)|(?<=\.)(?:{_TAGS})(?=\.html?)"
)
"""What tells the language of a page in its address: a step of the path, the first label, or what precedes `.html`."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.text, pair.target.text
    if "<" in source or "<" in target:
        fault = codes.fault(source, target)
        if fault:
            yield _say("code", fault, _place(target, fault), _place(source, fault))
    if pair.source.literals or pair.target.literals:
        for kind in _NAMED:
            yield from _literals(pair, kind)
    if _MAY_BE_TYPED.search(target):
        for match in _TYPED.finditer(target):
            if not codes.ANY.fullmatch(match[0]) and match[0] not in source:
                yield _say("tag", f"`{match[0]}` was typed as text; readers will see it", match.span())


def _place(text: str, fault: str) -> Span | None:
    """Where the code of which a fault speaks first stands last."""
    start = text.rfind(fault.split("`")[1])
    return (start, start + len(fault.split("`")[1])) if start >= 0 else None


def _literals(pair: Pair, kind: str) -> Iterator[Finding]:
    """What became of the literals of a kind; where one was changed, the finding is at what it became."""
    wanted = [one for one in pair.source.literals if one.kind == kind]
    there = [one for one in pair.target.literals if one.kind == kind]
    if not wanted and not there:
        return
    missing = _less(wanted, there, repeats=kind == "placeholder")
    added = _less(there, wanted, repeats=kind == "placeholder")
    for place, one in enumerate(missing):
        if place < len(added):
            other = added[place]
            message = f"the source has the {_NAMED[kind]} `{one.text}`, the target `{other.text}`"
            better = one.text if len(missing) == len(added) == 1 else None
            yield _say(kind, message, (other.start, other.end), (one.start, one.end), better)
        else:
            yield _say(kind, f"the {_NAMED[kind]} `{one.text}` is missing", None, (one.start, one.end))
    for other in added[len(missing) :]:
        yield _say(kind, f"the {_NAMED[kind]} `{other.text}` is not in the source", (other.start, other.end))


def _less(ones: list[Literal], others: list[Literal], *, repeats: bool) -> list[Literal]:
    """Those that are not among the others; repeats: each as often as it stands there."""
    left = Counter(_normal(one) for one in others)
    found = []
    for one in ones:
        key = _normal(one)
        if not left[key]:
            found.append(one)
        elif repeats:
            left[key] -= 1
    return found


def _normal(one: Literal) -> str:
    """What makes two of them one and the same."""
    if one.kind == "placeholder":
        return one.text
    text = one.text.casefold()
    if one.kind == "address":
        text = text.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        return _LANGUAGE.sub("", text).replace("//", "/").strip("/.")
    return text
