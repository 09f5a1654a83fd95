"""Typography: marks at the end, marks of quotation, brackets, commas, dashes and spaces as the language has them.

ITS 2.0 type: typographical.  Conventions: CLDR, and for Uyghur running text (« » opens with U+00AB; ، ؛ ؟).
Quiet on purpose: straight quotes, as typed; marks that the source leaves open, too, since a quotation goes on; full
stops of captions, headlines and cells; `?!`; exclamations that the target alone has; hyphens between figures, those
that open an item in the source, too, and, in Uyghur, between words; ‹ › in Uyghur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.model import Finding
from l10n.phrases import Phrase, phrase

RULES = {
    "question": Rule("warning", "The source asks, and the target does not, or the reverse."),
    "exclamation": Rule("warning", "The source has more exclamation marks than the target."),
    "end": Rule(
        "warning", "The sentence of the source ends with a mark, and that of the target with none, or a comma."
    ),
    "quotes": Rule("warning", "Quotation marks are those of another language."),
    "order": Rule("error", "« and » were swapped: U+00AB opens, whatever it looks like."),
    "unpaired": Rule(
        "warning", "A quotation mark or bracket opens and does not close, or the reverse, or holds nothing."
    ),
    "comma": Rule("warning", "Marks of Latin texts stand between Uyghur words, or ، ؛ ؟ between others."),
    "space": Rule("warning", "A space stands before a mark, or none behind a comma."),
    "dash": Rule("warning", "A hyphen stands where a dash is meant, or a dash has a space on one side alone."),
    "repeated": Rule("warning", "A mark stands there twice, or an ellipsis has two or four points."),
}
_say = partial(finding, "typographical", RULES)

RUNNING = ("p", "blockquote", "description")
"""Kinds of units that are sentences."""

_ASKING = re.compile("[?؟][?؟!]*+")
_EXCLAIMS = re.compile("![!?؟]*+")
_CLOSING = " \u00a0\n\"'»”“’›)]\u2069\u200f\u200e"
_FOREIGN = re.compile("[“”„‘‹]")
_PAIR = re.compile(
    r"“([^“”„«»]{1,400})[”„]|„([^“”„]{1,400})[“”]|(?<![\w.!?,…])”([^“”„«»]{1,400})”|(?<!\w)‘([^‘’«»“”„]{1,400})’(?!\w)"
    "|‹([^‹›«»]{1,400})›"
)
_TYPED = re.compile("<<(?! )[^<>]{1,200}>>|(?<!\\w),,(?! )[^,']{1,200}(?:''|[“”\"])")
_ANGLE_PAIR = re.compile("«([^«»“”]{1,400})»")
_SWAPPED = re.compile(r"(?<![\w!?.؟،])»([^\W_][^«»]{0,400})«(?![\w])")
_LATIN_MARK = re.compile("(?<=[\u0620-\u06d5»)])[,;?](?=[\\s»)]|$)|(?<=[\\d% ])[,;?](?= [\u0620-\u06d5])")
ODD = frozenset("،؛؟《》「」")
_EASTERN = re.compile("[،؛؟《》「」]")
_LATIN = {"،": ",", "؛": ";", "؟": "?"}
_FIGURE_BEHIND = re.compile(r"(?<=\w) [-–](?=\d)")
_MINUS = re.compile(r"(?<!\w)[-−–]\d")
_UYGHUR = {",": "،", ";": "؛", "?": "؟"}
_SPACE_BEFORE = re.compile(
    r"(?<=[\w»”)%])(?:[ \u00a0]{1,5}[,.;!?؟،؛](?=\s|$)| [,،:;؛](?=[^\W\d_]))"
    r"|(?<=[^\W\d_»)]) :(?= |«)|(?<=[^\W\d_]\") ,(?= )"
)
_SMALL = "\u0430-\u045f\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb"
_LARGE = "\u0410-\u042f\u0401\u04d8\u0492\u049a\u04a2\u04e8\u04b0\u04ae\u0406"
_NO_SPACE = re.compile(
    r"(?<=[^\W\d_]{2})[,،;؛:](?=[^\W\d_]{2}|«|[^\W\d_] )|(?<=[^\W\d_A-Za-z]{2})[!?؟](?=[^\W\d_]{2})"
    rf"|(?<=[{_SMALL}]{{3}})\.(?=[{_LARGE}][{_SMALL}])|(?<=[\u0620-\u06d5]{{3}})\.(?=[\u0620-\u06d5]{{3}})"
)
_GLUED = re.compile(
    rf"[«»(](?:(?<=[^\W\d_][^\W\d_]«)(?=\w)|(?<=[^\s(]»)(?=[{_LARGE}][{_SMALL}])"
    rf"|(?<=[{_SMALL}][{_SMALL}]\()(?=[{_LARGE}]|\d|[{_SMALL}]{{5}}|[{_SMALL}]{{1,4}} ))"
)
_GLUED_RUSSIAN = re.compile(r"»(?<=[^\s(]»)(?=[а-яё]{2})")
_HYPHEN = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[»\")!?,.…%]))[ \u00a0]-{1,2} (?=[\w«\"(])|(?<=\d)[ \u00a0]-{1,2} (?=[^\W\d_]|[«\"(])"
)
_OPENING_HYPHEN = re.compile(r"- (?=[^\W\d_]|[«\"])")
_ONE_SIDE = re.compile(
    r"(?<=[\w»,.)%?!…]) (?:[–—](?=[^\W\d_]{2}|[«\"])|—(?=\d))|(?<=[\w»,.)%?!…])[–—] (?=[^\W\d_]|[«\"])"
    r"|(?<=[^\W\d_]|[»,)%])[–—] (?=\d)"
)
_HYPHEN_ONE_SIDE = re.compile(
    r"(?<=[^\W\d_]|[»,.)%!?…]) -(?=[^\W\d_]{2}|[«\"])|(?<=\d) -(?=[^\W\d_]{3})"
    r"|(?:(?<=[^\W\d_]{2})|(?<=[»,)!?…]))- (?=[\w«])"
    r"(?!(?:и|а|к|или|да|до|мен|пен|бен|және|не|немесе|яки|ал|ни|либо|но|та)\b)"
)
_REPEATED = re.compile(r"(?<!\.)(?<![?!])\.\.(?!\.)|(?<!\.)\.{4,}|([,;:،؛])\1+")
_MAY_BE = re.compile(
    r"[-,.:;!?؟،؛–—](?:((?<=\.)\.|(?<=,),|(?<=;);|(?<=:):|(?<=،)،|(?<=؛)؛)"
    "|((?<=[ \u00a0][^-–—]))|((?<=[^\\W\\d_][^-–—])(?=[^\\W\\d_]|«))"
    "|((?<=[ \u00a0]-)|(?<=[^\\W\\d_]-)(?= )|(?<=[»,)!?…]-)(?= )"
    '|(?<=[–—])(?:(?<=[ ].)(?=\\w|[«"])|(?<=[\\w»,.)%?!…].)(?= ))))'
)
"""A quick look: a space before a mark, a comma between letters, a hyphen or dash with one space, a mark twice."""
_TWICE, _BEFORE, _COMMA, _DASH = range(1, 5)
_ITEM = re.compile(rf"(?:^|[\s;])(?:\d{{1,2}}|[\w*]|[a-z{_SMALL}]{{2}})\)")
_ENDS = re.compile(f"[.!?…][{re.escape(_CLOSING)}]*+\\Z")
_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"), ("‹", "›"))


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.bare, pair.target.bare
    if "!" in source or "?" in source or "?" in target or "؟" in target or "؟" in source:
        yield from _asks(pair)
    if _ENDS.search(source) and not _ENDS.search(target):
        yield from _ends(pair)
    yield from _unpaired(pair)
    if pair.target.text.startswith("- ") and not pair.source.text.startswith(("-", "<")):
        yield from _opening(pair.target)
    if (" -" in target or " –" in target) and pair.target.locale[:2] != "en" and not _MINUS.search(source):
        for match in _FIGURE_BEHIND.finditer(target):
            yield _say("dash", phrase("`{mark}` has a space on one side alone", mark=match[0][1]), match.span())
    yield from check_source(pair.target, pair.kind)


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    language, bare = text.locale.partition("-")[0], text.bare
    yield from _quotes(text, language)
    if language == "ug" and ("," in bare or ";" in bare or "?" in bare):
        for match in _LATIN_MARK.finditer(bare):
            better = _UYGHUR[match[0]]
            if text.text[match.start() - 1] == " ":
                continue
            message = phrase("`{said}` is `{better}` in Uyghur", said=match[0], better=better)
            yield _say("comma", message, match.span(), None, better)
    if language in ("ru", "kk"):
        yield from _eastern(text)
    seen = {match.lastindex for match in _MAY_BE.finditer(bare)}
    for match in _SPACE_BEFORE.finditer(bare) if _BEFORE in seen else ():
        mark = match[0][-1]
        better = f"{mark} " if bare[match.end() : match.end() + 1].isalpha() else mark
        if text.text[slice(*match.span())] == match[0]:
            yield _say("space", phrase("a space stands before `{mark}`", mark=mark), match.span(), None, better)
    for match in _NO_SPACE.finditer(bare) if _COMMA in seen else ():
        yield _say("space", _no_space(match[0], behind=True), match.span(), None, f"{match[0]} ")
    if "«" in bare or "(" in bare:
        yield from _glued(bare, language)
    if language in ("ru", "kk") and _DASH in seen and '"' not in bare:  # as typed, all of it
        yield from _dashes(text, "\u00a0— " if language == "ru" else " – ")
    for match in _REPEATED.finditer(bare) if _TWICE in seen else ():
        better = "…" if match[0][0] == "." else match[0][0]
        message = phrase("`{said}` stands where `{better}` is meant", said=match[0][:8], better=better)
        yield _say("repeated", message, match.span(), None, better)


def _eastern(text: Text) -> Iterator[Finding]:
    """Marks of Arabic and Chinese texts, and dashes that stand twice."""
    if not ODD.isdisjoint(text.bare):
        for match in _EASTERN.finditer(text.bare):
            better = _LATIN.get(match[0])
            said = match[0]
            if better:
                message = phrase("`{said}` is `{better}` here", said=said, better=better)
            else:
                message = phrase("`{said}` is a mark of another language", said=said)
            yield _say("comma" if better else "quotes", message, match.span(), None, better)
    if "– –" in text.bare or "— —" in text.bare:
        place = max(text.bare.find("– –"), text.bare.find("— —"))
        yield _say("repeated", phrase("a dash stands twice"), (place, place + 3), None, text.bare[place])


def _glued(bare: str, language: str) -> Iterator[Finding]:
    """Words without a space before what opens or behind what closes."""
    for pattern in (_GLUED, _GLUED_RUSSIAN) if language == "ru" else (_GLUED,):
        for match in pattern.finditer(bare):
            behind = match[0] == "»"
            better = f"{match[0]} " if behind else f" {match[0]}"
            yield _say("space", _no_space(match[0], behind=behind), match.span(), None, better)


def _no_space(mark: str, *, behind: bool) -> Phrase:
    if behind:
        return phrase("no space stands behind `{mark}`", mark=mark)
    return phrase("no space stands before `{mark}`", mark=mark)


def _opening(text: Text) -> Iterator[Finding]:
    """A hyphen before what somebody says."""
    if text.locale.partition("-")[0] in ("ru", "kk") and _OPENING_HYPHEN.match(text.text):
        yield _say("dash", _HYPHEN_FOR_DASH, (0, 1), None, "—" if text.locale[:2] == "ru" else "–")


_HYPHEN_FOR_DASH = phrase("a hyphen stands where a dash is meant")


def _dashes(text: Text, dash: str) -> Iterator[Finding]:
    for match in _HYPHEN.finditer(text.bare):
        if text.text[slice(*match.span())] == match[0]:
            yield _say("dash", _HYPHEN_FOR_DASH, match.span(), None, dash)
    for match in _ONE_SIDE.finditer(text.bare):
        if text.text[slice(*match.span())] == match[0]:
            yield _say("dash", phrase("a dash has a space on one side alone"), match.span(), None, dash)
    for match in _HYPHEN_ONE_SIDE.finditer(text.bare):
        if text.text[slice(*match.span())] == match[0]:
            message = phrase("a hyphen has a space on one side: a dash is meant, or no space")
            yield _say("dash", message, match.span())


def _asks(pair: Pair) -> Iterator[Finding]:
    """A question mark on one side alone."""
    source, target = pair.source.bare, pair.target.bare
    if "!" in source and len(_EXCLAIMS.findall(source)) > len(_EXCLAIMS.findall(target)):
        place = source.rindex("!")
        message = phrase("an exclamation mark of the source is missing")
        yield _say("exclamation", message, None, (place, place + 1))
    asks, asked = ([match.span() for match in _ASKING.finditer(text)] for text in (source, target))
    if len(asks) > len(asked):
        message = (
            phrase("questions in the source: {source}, in the target: {target}", source=len(asks), target=len(asked))
            if asked
            else phrase("the source asks, the target has no question mark")
        )
        yield _say("question", message, None, asks[len(asked)])
    elif asked and not asks and not _ASKED.search(source):
        yield _say("question", phrase("the target asks, the source does not"), asked[0])


_ASKED = re.compile(
    r"(?i)\b(?:wh(?:y|at|o|ere|en|ich|ether)|how|need|почему|зачем|кто|что|где|когда|куда|как\w{0,2}|сколько|чей|ли)\b"
)
"""Words with which a text asks without a question mark: `Why the lake is shrinking`."""


def _ends(pair: Pair) -> Iterator[Finding]:
    """A sentence without its full stop: something may be cut off."""
    source = pair.source.bare
    target = pair.target.bare.rstrip(_CLOSING)
    if not target:
        return
    if target[-1] in ",،" or (pair.kind in RUNNING and (target[-1].isalnum() or target[-1] in "-—–")):
        if any(mark in source and mark not in target for mark in "!?"):
            return
        place = len(target) - 1
        yield _say("end", phrase("the source ends with a mark, the target with none"), (place, place + 1))


def _quotes(text: Text, language: str) -> Iterator[Finding]:
    body = text.text
    if language != "en" and "»" in body:
        for match in _SWAPPED.finditer(text.plain):
            message = phrase("`{said}`: « opens and » closes", said=match[0])
            yield _say("order", message, match.span(), None, f"«{match[1]}»")
    if language == "en":
        if "«" in body:
            for match in _ANGLE_PAIR.finditer(body):
                yield _say("quotes", _foreign(match[0]), match.span(), None, f"“{match[1]}”")
        return
    if "<<" in body or ",," in body:
        for match in _TYPED.finditer(body):
            yield _say("quotes", _foreign(match[0]), match.span())
    if _FOREIGN.search(body) is None:
        return
    opening, closing = text.language.quotes
    if opening == "“":
        return
    depth, behind = 0, 0
    for match in _PAIR.finditer(body):
        depth += body.count("«", behind, match.start()) - body.count("»", behind, match.start())
        behind = match.start()
        if depth <= 0 and not (match[5] and language == "ug"):
            better = f"{opening}{match[match.lastindex or 1]}{closing}"
            certain = None if "«" in match[0] else better
            yield _say("quotes", _foreign(match[0]), match.span(), None, certain)


def _foreign(said: str) -> Phrase:
    return phrase("`{said}` has marks of another language", said=said)


def _unpaired(pair: Pair) -> Iterator[Finding]:
    """What opens and does not close, where all is closed in the source."""
    target = pair.target.bare
    count = target.count
    if "()" in target and "()" not in pair.source.bare:
        place = target.index("()")
        yield _say("unpaired", phrase("nothing stands between the brackets"), (place, place + 2))
    uneven = [(one, two) for one, two in _PAIRS if count(one) != count(two)]
    if not uneven and not count('"') % 2:
        return
    source = pair.source.bare
    quotes_open = source.count("“") != source.count("”") or source.count("«") != source.count("»")
    quotes_open = quotes_open or source.count('"') % 2 == 1 or source.count("„") > source.count("“")
    for opening, closing in uneven:
        more = count(opening) - count(closing)
        if opening in "«‹" and quotes_open:
            continue
        if opening == "(":
            more += len(_ITEM.findall(target)) if more < 0 else 0
        if more and source.count(opening) - source.count(closing) != more:
            mark = opening if more > 0 else closing
            place = target.rfind(mark) if more > 0 else target.find(mark)
            yield _say("unpaired", phrase("`{mark}` has no other half", mark=mark), (place, place + 1))
    if count('"') % 2 and not quotes_open:
        place = target.rfind('"')
        yield _say("unpaired", phrase("`{mark}` has no other half", mark='"'), (place, place + 1))
