"""Typography: marks at the end, marks of quotation, brackets, commas, dashes and spaces as the language has them.

ITS 2.0 type: typographical.  Conventions: CLDR, and for Uyghur running text (« » opens with U+00AB; ، ؛ ؟).
Quiet on purpose: straight quotes, as typed; marks that the source leaves open, too, since a quotation goes on; full
stops of captions, headlines and cells; `?!`; hyphens between figures and, in Uyghur, between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.model import Finding

RULES = {
    "question": Rule("warning", "The source asks, and the target does not, or the reverse."),
    "end": Rule("warning", "The sentence of the source ends with a mark, and that of the target with none."),
    "quotes": Rule("warning", "Quotation marks are those of another language."),
    "order": Rule("error", "« and » were swapped: U+00AB opens, whatever it looks like."),
    "unpaired": Rule("warning", "A quotation mark or bracket opens and does not close, or the reverse."),
    "comma": Rule("warning", "Marks of Latin texts stand between Uyghur words: ، ؛ ؟ are meant."),
    "space": Rule("warning", "A space stands before a mark, or none behind a comma."),
    "dash": Rule("warning", "A hyphen stands between spaces where a dash is meant."),
    "repeated": Rule("warning", "A mark stands there twice, or an ellipsis has two or four points."),
}
_say = partial(finding, "typographical", RULES)

RUNNING = ("p", "blockquote", "deck", "description")
"""Kinds of units that are sentences."""

_ASKS = re.compile("[?؟]")
_CLOSING = " \u00a0\n\"'»”“’›)]\u2069\u200f\u200e"
_ENGLISH = re.compile("[“”]")
_PAIR = re.compile("“([^“”„«»]{1,400})”")
_ANGLE_PAIR = re.compile("«([^«»“”]{1,400})»")
_SWAPPED = re.compile(r"(?<![\w!?.؟،])»([^\W_][^«»]{0,400})«(?![\w])")
_LATIN_MARK = re.compile("(?<=[\u0620-\u06d5»)])[,;?](?=[\\s»)]|$)")
_UYGHUR = {",": "،", ";": "؛", "?": "؟"}
_SPACE_BEFORE = re.compile(r"(?<=[\w»”)])[ \u00a0]{1,5}[,.;!?؟،؛](?=\s|$)")
_NO_SPACE = re.compile(r"(?<=[^\W\d_]{2})[,،](?=[^\W\d_]{2})")
_HYPHEN = re.compile(r"(?<=[^\W\d_]|[»\")!?,]) - (?=[^\W\d_]|[«\"(])")
_REPEATED = re.compile(r"(?<!\.)(?<![?!])\.\.(?!\.)|(?<!\.)\.{4,}|([,;:،؛])\1+")
_MAY_BE = re.compile(r" [,.;!?؟،؛]|\w[,،]\w| - |\.\.|,,|;;|::|،،|؛؛")
_ITEM = re.compile(r"(?:^|[\s;])[\w*]{1,2}\)")
_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"), ("‹", "›"))


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    yield from _asks(pair)
    yield from _ends(pair)
    yield from _unpaired(pair)
    yield from check_source(pair.target, pair.kind)


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    language, bare = text.locale.partition("-")[0], text.bare
    yield from _quotes(text, language)
    if language == "ug":
        for match in _LATIN_MARK.finditer(bare):
            better = _UYGHUR[match[0]]
            yield _say("comma", f"`{match[0]}` is `{better}` in Uyghur", match.span(), None, better)
    if _MAY_BE.search(bare) is None:
        return
    for match in _SPACE_BEFORE.finditer(bare):
        mark = match[0][-1]
        if text.text[slice(*match.span())] == match[0]:
            yield _say("space", f"a space stands before `{mark}`", match.span(), None, mark)
    for match in _NO_SPACE.finditer(bare):
        yield _say("space", f"no space stands behind `{match[0]}`", match.span(), None, f"{match[0]} ")
    if language in ("ru", "kk"):
        dash = "\u00a0— " if language == "ru" else " – "
        for match in _HYPHEN.finditer(bare):
            if text.text[slice(*match.span())] == match[0]:
                yield _say("dash", "a hyphen stands where a dash is meant", match.span(), None, dash)
    for match in _REPEATED.finditer(bare):
        better = "…" if match[0][0] == "." else match[0][0]
        yield _say("repeated", f"`{match[0][:8]}` stands where `{better}` is meant", match.span(), None, better)


def _asks(pair: Pair) -> Iterator[Finding]:
    """A question mark on one side alone."""
    source, target = pair.source.bare, pair.target.bare
    asks, asked = _ASKS.search(source), _ASKS.search(target)
    if asks and not asked:
        yield _say("question", "the source asks, the target has no question mark", None, asks.span())
    elif asked and not asks:
        yield _say("question", "the target asks, the source does not", asked.span())


def _ends(pair: Pair) -> Iterator[Finding]:
    """A sentence without its full stop: something may be cut off."""
    if pair.kind not in RUNNING or (pair.source.bare.rstrip(_CLOSING) or " ")[-1] not in ".!?…":
        return
    target = pair.target.bare.rstrip(_CLOSING)
    if target and (target[-1].isalnum() or target[-1] in ",،-—–"):
        if _ASKS.search(pair.source.bare) and not _ASKS.search(target):
            return
        place = len(target) - 1
        yield _say("end", "the source ends with a mark, the target with none", (place, place + 1))


def _quotes(text: Text, language: str) -> Iterator[Finding]:
    body = text.text
    if language == "ug" and "»" in body:
        for match in _SWAPPED.finditer(body):
            yield _say("order", f"`{match[0]}`: « opens and » closes", match.span(), None, f"«{match[1]}»")
    if language == "en":
        if "«" in body:
            for match in _ANGLE_PAIR.finditer(body):
                yield _say("quotes", f"`{match[0]}` has marks of another language", match.span(), None, f"“{match[1]}”")
        return
    if _ENGLISH.search(body) is None:
        return
    opening, closing = text.language.quotes
    if opening == "“":
        return
    depth, behind = 0, 0
    for match in _PAIR.finditer(body):
        depth += body.count("«", behind, match.start()) - body.count("»", behind, match.start())
        if body.find("„", behind, match.start()) >= 0:
            return
        behind = match.start()
        if depth <= 0:
            better = f"{opening}{match[1]}{closing}"
            yield _say("quotes", f"`{match[0]}` has marks of another language", match.span(), None, better)


def _unpaired(pair: Pair) -> Iterator[Finding]:
    """What opens and does not close, where all is closed in the source."""
    source, target = pair.source.bare, pair.target.bare
    quotes_open = source.count("“") != source.count("”") or source.count("«") != source.count("»")
    quotes_open = quotes_open or source.count('"') % 2 == 1 or source.count("„") > source.count("“")
    for opening, closing in _PAIRS:
        more = target.count(opening) - target.count(closing)
        if not more or (opening in "«‹" and quotes_open):
            continue
        if opening == "(":
            more += len(_ITEM.findall(target)) if more < 0 else 0
        if more and source.count(opening) - source.count(closing) != more:
            mark = opening if more > 0 else closing
            place = target.rfind(mark) if more > 0 else target.find(mark)
            yield _say("unpaired", f"`{mark}` has no other half", (place, place + 1))
    if target.count('"') % 2 and not quotes_open and '"' not in source.replace('\\"', ""):
        place = target.rfind('"')
        yield _say("unpaired", '`"` has no other half', (place, place + 1))
