"""Markup: inline codes, addresses, placeholders and handles of the source stand in the target, unchanged.

ITS 2.0 type: markup.  Quiet on purpose: another order of codes, where pairs do not cross; an address that leads to the
target's language (`/en/` in its path, or as its first label); hashtags, which are words; a handle that repeats; sites
by which a newsroom is called (`Vlast.kz`), where the target has no other one.
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
    "handle": Rule(
        "warning",
        "The name of an account (`@name`), or the figure of a hashtag, is missing in the target, or another one.",
    ),
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
_EMPTY = re.compile(r"<(\w{1,20})></\1>")
_TORN = re.compile(r"(?<!\w)www(?![\w.-])[^\w\s<]?|(?<!\w)www\.(?![A-Za-z0-9])")
_HASHTAG = re.compile(r"(?<![\w&])#\w{1,100}")
_NUMBER = re.compile(r"\d+")
_LONE_PERCENT = re.compile("(?<!%)%(?!%)")
_MAY_BE_TYPED = re.compile(r"[<&]")
_TAGS = "en|ru|kk|kz|ug|cn|zh|ky|uz|tg|tk|de|fr|tr"
_FIRST_LABEL = re.compile(rf"^(?:{_TAGS})\.(?=[^./]+\.)")
_LANGUAGE = re.compile(rf"(?<=[/=])(?:{_TAGS})(?:[-_][A-Za-z]{{2,4}})?(?=[/?#&]|$)|(?<=\.)(?:{_TAGS})(?=\.html?)")
"""What tells the language of a page in its address: the first label, a step of the path, or what precedes `.html`."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.text, pair.target.text
    if "<" in source or "<" in target:
        fault = codes.fault(source, target)
        if fault:
            yield _say("code", fault, _place(target, fault), _place(source, fault))
        elif "></" in target:
            for match in _EMPTY.finditer(target):
                if match[0] not in source:
                    yield _say("code", f"`{match[0]}` holds nothing, in the source it does", match.span())
    if pair.source.literals or pair.target.literals:
        for kind in _NAMED:
            yield from _literals(pair, kind)
    if "www" in target and "www" in source:
        yield from _torn(pair)
    if "#" in source and "#" in target:
        yield from _hashtags(pair)
    if "%%" in source and "%" in source.replace("%%", ""):
        yield from _percent(pair)
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
    kinds = (kind, "site") if kind == "address" else (kind,)
    wanted = [one for one in pair.source.literals if one.kind in kinds]
    there = [one for one in pair.target.literals if one.kind in kinds]
    if not wanted and not there:
        return
    missing = _less(wanted, there, repeats=kind == "placeholder")
    added = _less(there, wanted, repeats=kind == "placeholder")
    if kind == "address" and missing and added:
        led = {_normal(one).replace("/*", "") for one in added}
        missing = [one for one in missing if _normal(one) not in led]
        if not missing:
            return
    for place, one in enumerate(missing):
        if place < len(added):
            other = added[place]
            message = f"the source has the {_NAMED[kind]} `{one.text}`, the target `{other.text}`"
            better = one.text if len(missing) == len(added) == 1 else None
            yield _say(kind, message, (other.start, other.end), (one.start, one.end), better)
        elif one.kind != "site" or not (one.text[0].isupper() or _called(one.text, pair.target.plain)):
            yield _say(kind, f"the {_NAMED[kind]} `{one.text}` is missing", None, (one.start, one.end))
    for other in (one for one in added[len(missing) :] if one.kind != "site"):
        yield _say(kind, f"the {_NAMED[kind]} `{other.text}` is not in the source", (other.start, other.end))


def _called(site: str, text: str) -> bool:
    """The longest label of a site is a word of the text, and no piece of another address."""
    label = max(site.partition("/")[0].split(".")[:-1], key=len)
    return (
        re.search(rf"(?<![\w.]){re.escape(label)}(?! ?[.,] ?[A-Za-z0-9]|[A-Za-z0-9])", text, re.IGNORECASE) is not None
    )


def _torn(pair: Pair) -> Iterator[Finding]:
    """`www` with a comma or a space behind it."""
    if not _TORN.search(pair.source.text):
        for match in _TORN.finditer(pair.target.text):
            yield _say("address", f"`{match[0]}` begins no address", match.span())


def _hashtags(pair: Pair) -> Iterator[Finding]:
    """Hashtags are words, but their figures stay."""
    wanted = Counter(number for match in _HASHTAG.finditer(pair.source.bare) for number in _NUMBER.findall(match[0]))
    tags = [(match, _NUMBER.findall(match[0])) for match in _HASHTAG.finditer(pair.target.bare)]
    for match, numbers in tags:
        if wanted and numbers and any(number not in wanted for number in numbers):
            yield _say("handle", f"no hashtag of the source has the figure of `{match[0]}`", match.span())


def _percent(pair: Pair) -> Iterator[Finding]:
    """A percent sign that a program would read as the beginning of a directive: `%%` of the source became `%`."""
    for match in _LONE_PERCENT.finditer(pair.target.bare):
        message = "the source has `%%`, and the target `%`, which begins a directive"
        yield _say("placeholder", message, match.span(), None, "%%")


def _less(ones: list[Literal], others: list[Literal], *, repeats: bool) -> list[Literal]:
    """Those that are not among the others; repeats: each as often as it stands there."""
    left = Counter(map(_normal, others))
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
    if one.kind in ("address", "site"):
        text = text.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        text = _FIRST_LABEL.sub("", text)
        return _LANGUAGE.sub("*", text)
    return text
