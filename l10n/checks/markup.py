"""Markup: inline codes, addresses, placeholders and handles of the source stand in the target, unchanged.

ITS 2.0 type: markup.  Quiet on purpose: another order of codes, where pairs do not cross; an address that leads to the
target's language (`/en/` in its path, or as its first label); hashtags, which are words, where they are not cut; a
handle that repeats; sites by which a newsroom is called (`Vlast.kz`), where the target has no other one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice

from l10n import codes
from l10n.checks.pairs import Pair, Rule, Span, finding
from l10n.facts.literals import Literal
from l10n.model import Finding
from l10n.phrases import Phrase, phrase, word

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
    "address": word("literal", "address"),
    "mail": word("literal", "mail address"),
    "handle": word("literal", "account"),
    "placeholder": word("literal", "placeholder"),
}
_SITE_NAME, _HASHTAG_NAME = word("literal", "site"), word("literal", "hashtag")
_TYPED = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?: [^<>]{0,200})?/?>|&(?:nbsp|quot|laquo|raquo|mdash|ndash|amp|#\d{2,5});"
)
_EMPTY = re.compile(r"<(\w{1,20})></\1>")
_TORN = re.compile(r"(?<!\w)www(?![\w.-])[^\w\s<]?|(?<!\w)www\.(?![A-Za-z0-9])")
_ONE_SLASH = re.compile(r"(?<!\w)https?:/(?![/\s])[^\s<>]{0,60}")
_SITE = re.compile(r"(?<![\w./@#=-])[A-Za-z][A-Za-z0-9-]{1,40}\.[a-z]{2,12}(?![\w@/-]|\.\w)")
"""A site by its name in running text, whatever its domain: `Cabar.asia`."""
_HASHTAG = re.compile(r"(?<![\w&])#\w{1,100}")
_NUMBER = re.compile(r"\d+")
_LONE_PERCENT = re.compile("(?<!%)%(?!%)")
_MAY_BE_TYPED = re.compile(r"[<&]")
_TAGS = "en|ru|kk|kz|ug|cn|zh|ky|uz|tg|tk|de|fr|tr"
OWN = {"en": ("en",), "ru": ("ru",), "kk": ("kk", "kz"), "ug": ("ug",)}
"""By language what tells it in an address."""
MANY = 50
"""Hashtags that are looked at; no real segment has so many."""
SHORT = 4
"""Characters of a hashtag that says too little to be a piece of another one."""
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
                    message = phrase("`{code}` holds nothing, in the source it does", code=match[0])
                    yield _say("code", message, match.span())
    has_some = bool(pair.source.literals or pair.target.literals)
    said = [one for kind in _NAMED for one in _literals(pair, kind)] if has_some else []
    yield from said
    if "www" in target and "www" in source:
        yield from _torn(pair)
    is_said = any(one.rule == "address" for one in said)
    if not is_said and ":/" in target and _ONE_SLASH.search(source) is None:
        for match in _ONE_SLASH.finditer(target):
            message = phrase("`{said}` has one stroke where an address has two", said=match[0])
            yield _say("address", message, match.span())
    if not is_said and pair.target.language.script != "Latn" and _SITE.search(pair.source.bare):
        yield from _sites(pair)
    if "#" in source and "#" in target:
        yield from _hashtags(pair)
    if "%%" in source and "%" in source.replace("%%", ""):
        yield from _percent(pair)
    if _MAY_BE_TYPED.search(target):
        for match in _TYPED.finditer(target):
            if not codes.ANY.fullmatch(match[0]) and match[0] not in source:
                message = phrase("`{code}` was typed as text; readers will see it", code=match[0])
                yield _say("tag", message, match.span())


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
    if kind == "address" and not missing and not added:
        yield from _of_language(pair, wanted, there)
    for place, one in enumerate(missing):
        if place < len(added):
            other = added[place]
            message = _another(_NAMED[kind], one.text, other.text)
            better = one.text if len(missing) == len(added) == 1 else None
            yield _say(kind, message, (other.start, other.end), (one.start, one.end), better)
        elif one.kind != "site" or not (one.text[0].isupper() or _called(one.text, pair.target.plain)):
            message = phrase("the {kind} `{said}` is missing", kind=_NAMED[kind], said=one.text)
            yield _say(kind, message, None, (one.start, one.end))
    for other in (one for one in added[len(missing) :] if one.kind != "site"):
        message = phrase("the {kind} `{said}` is not in the source", kind=_NAMED[kind], said=other.text)
        yield _say(kind, message, (other.start, other.end))


def _another(kind: Phrase, one: str, other: str) -> Phrase:
    return phrase("the source has the {kind} `{said}`, the target `{here}`", kind=kind, said=one, here=other)


def _of_language(pair: Pair, wanted: list[Literal], there: list[Literal]) -> Iterator[Finding]:
    """An address that leads to the target's language in the source, and to another one in the target."""
    own = frozenset(OWN.get(pair.target.locale.partition("-")[0], ()))
    texts = {one.text.casefold() for one in there}
    by_normal = {_normal(one): one for one in there}
    for one in wanted:
        if one.text.casefold() not in texts and own.intersection(_LANGUAGE.findall(one.text.casefold())):
            other = by_normal[_normal(one)]
            if own.isdisjoint(_LANGUAGE.findall(other.text.casefold())):
                message = _another(_NAMED["address"], one.text, other.text)
                yield _say("address", message, (other.start, other.end), (one.start, one.end), one.text)


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
            yield _say("address", phrase("`{said}` begins no address", said=match[0]), match.span())


def _sites(pair: Pair) -> Iterator[Finding]:
    """A name of a site in letters of its own, of which a part is another one; a text of words has none by chance."""
    wanted = {match[0].lower(): match for match in _SITE.finditer(pair.source.bare)}
    there = {match[0].lower(): match for match in _SITE.finditer(pair.target.plain)}
    parts = {part: name for name in wanted if name not in there for part in _parts(name)}
    for name, match in there.items():
        known = next((parts[part] for part in _parts(name) if part in parts), None)
        if name not in wanted and known is not None:
            one = wanted[known]
            message = _another(_SITE_NAME, one[0], match[0])
            yield _say("address", message, match.span(), one.span(), one[0])


def _parts(site: str) -> tuple[str, str]:
    """The name of a site with its point, and its domain with it."""
    name, _, domain = site.partition(".")
    return f"{name}.", f".{domain}"


def _hashtags(pair: Pair) -> Iterator[Finding]:
    """Hashtags are words, but their figures stay, and one that stays in Latin letters is whole."""
    own = {match[0] for match in _HASHTAG.finditer(pair.source.bare)}
    there = {match[0]: match for match in _HASHTAG.finditer(pair.target.bare)}
    lost = [tag for tag in own if tag not in there and tag.isascii()][:MANY]
    for tag, match in islice(there.items(), MANY):
        whole = next((one for one in lost if tag not in own and (one.startswith(tag) or tag.startswith(one))), None)
        if whole is not None and tag.isascii() and len(tag) > SHORT:
            yield _say("handle", _another(_HASHTAG_NAME, whole, tag), match.span())
            return
    wanted = Counter(number for match in _HASHTAG.finditer(pair.source.bare) for number in _NUMBER.findall(match[0]))
    tags = [(match, _NUMBER.findall(match[0])) for match in _HASHTAG.finditer(pair.target.bare)]
    for match, numbers in tags:
        if wanted and numbers and any(number not in wanted for number in numbers):
            message = phrase("no hashtag of the source has the figure of `{said}`", said=match[0])
            yield _say("handle", message, match.span())


def _percent(pair: Pair) -> Iterator[Finding]:
    """A percent sign that a program would read as the beginning of a directive: `%%` of the source became `%`."""
    for match in _LONE_PERCENT.finditer(pair.target.bare):
        message = phrase("the source has `%%`, and the target `%`, which begins a directive")
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
