"""Inline markup: a run of a page becomes groups of tokens, each a unit to be.

A pair of tags with text inside stays a pair. What holds no text stands alone: `<br>`, an image, an empty anchor, a
script, a tag without its partner; and so does an element with `translate="no"`, words and all. Tags that wrap the
whole text, and what stands alone at its edges, are left outside. `<br><br>` ends a unit as the end of a paragraph
does, and so does a credit inside a caption.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from l10n import markup
from l10n.errors import FormatError
from l10n.formats.html import kinds
from l10n.formats.html.page import IN_RUNS, Element, Run
from l10n.formats.html.white import edges

LeftOut = Callable[[Element], bool]
"""Whether the project excludes an element."""


TOO_MANY = 20_000
"""Inline tags and comments from which a text is no text that somebody wrote."""


class Token:
    """A piece of a run."""

    __slots__ = ("before", "end", "high", "low", "name", "partner", "place", "solid", "start", "tag", "what")

    def __init__(self, what: str, start: int, end: int, name: str = "") -> None:
        self.what = what
        """text, open, close, alone or note (a comment)."""
        self.start = self.low = start
        self.end = self.high = end
        """A text without the white space at its edges is text[low:high]."""
        self.name = name
        self.solid = False
        """Something of it is read: it is neither blank text nor a mere tag."""
        self.before = 0
        """How many solid tokens stand before it."""
        self.partner: Token | None = None
        self.place = 0
        """Among the tokens of the run."""
        self.tag = ""
        """A start tag that has attributes."""


Group = tuple[list[Token], str]
"""The tokens of a unit, and the kind that an element around all of them states, or ""."""


def read(text: str, run: Run, in_caption: bool, left_out: LeftOut | None) -> tuple[list[Group], list[Token]]:
    """The groups of a run, and those of its start tags with attributes that translators may see."""
    scan = _Scan(text, run)
    if scan.plain and left_out is None:
        kept, tags = scan.tokens, [token for token in scan.tokens if token.tag]
    else:
        kept, tags = _merged(scan.tokens, run, left_out)
    inside, around = _trimmed(kept)
    if scan.breaks < 2 and not in_caption:
        return [(inside, around)] if inside else [], tags
    groups = []
    for group, kind in _groups(inside, in_caption):
        trimmed, stated = _trimmed(group)
        if trimmed:
            groups.append((trimmed, kind or stated or around))
    return groups, tags


def words_end(text: str, run: Run) -> int:
    """Where the words of a run end that holds no tags, but for one comment after them; 0 for other runs."""
    if not run.marked:
        return run.end
    mark = text.find("<", run.start, run.end)
    comment = markup.TAG.match(text, mark) if text.startswith("<!--", mark) else None
    return mark if comment and comment.end() == run.end else 0


class _Scan:
    """The tokens of a run, start and end tags paired.

    A tag without a partner, or whose pair would cross another, stands alone.
    """

    def __init__(self, text: str, run: Run) -> None:
        self.text = text
        self.xml = markup.is_xml(text)
        self.tokens: list[Token] = []
        self.plain = True
        """No pair is without text, and nothing is not for translators."""
        self.breaks = 0
        """How many `<br>` there are."""
        self._solid = 0
        self._waiting: list[Token] = []
        self._open: dict[str, int] = {}
        self._scan(run)

    def _scan(self, run: Run) -> None:
        text, at, end = self.text, run.start, run.end
        pattern = markup.XML_TAG if self.xml else markup.TAG
        while match := pattern.search(text, at, end):
            start, stop = match.span()
            if start > at:
                self._add_text(at, start)
            token = _tag(text, match[1], start, stop, self.xml)
            self._add(token)
            at = token.end
            if len(self.tokens) > TOO_MANY:
                line = text.count("\n", 0, run.start) + 1
                what = f"a text with more than {TOO_MANY} tags in it"
                raise FormatError(what, line=line, hint="close the blocks of the page, or exclude this part of it")
        if at < end:
            self._add_text(at, end)
        for opened in self._waiting:
            opened.what = "alone"

    def _add_text(self, start: int, end: int) -> None:
        token = Token("text", start, end)
        token.low, token.high = low, high = edges(self.text, start, end)
        if low < high and (self.text.find("&", low, high) < 0 or markup.unescape(self.text[low:high]).strip()):
            token.solid = True
        self._add(token)
        self._solid += token.solid

    def _add(self, token: Token) -> None:
        token.place, token.before = len(self.tokens), self._solid
        self.tokens.append(token)
        if token.what == "open":
            self._waiting.append(token)
            self._open[token.name] = self._open.get(token.name, 0) + 1
        elif token.what == "close" and not self._open.get(token.name):
            token.what = "alone"
        elif token.what == "close":
            self._pair(token)
        elif token.name == "br":
            self.breaks += 1
        if token.tag and kinds.said(token.tag) in ("no", "skip"):
            self.plain = False

    def _pair(self, token: Token) -> None:
        while (opened := self._waiting.pop()).name != token.name:
            self._open[opened.name] -= 1
            opened.what = "alone"
        self._open[token.name] -= 1
        opened.partner, token.partner = token, opened
        if opened.before == token.before:
            self.plain = False


def _tag(text: str, name: str | None, start: int, end: int, xml: bool) -> Token:
    if name is None:
        note = text.startswith("<!--", start) and not text.startswith(("<!--[", "<!--<!["), start)
        return Token("note" if note else "alone", start, end, "x")
    name = name.lower()
    if name[0] == "/":
        return Token("close", start, end, name[1:])
    token = Token("open", start, end, name)
    if end - start > len(name) + 2:
        token.tag = text[start:end]
    if name in markup.VOID or (xml and markup.is_empty(text, start, end)):
        token.what = "alone"
    elif name in IN_RUNS:
        stop = markup.raw_end(text, name, end)
        close = markup.TAG.match(text, stop)
        token.what, token.end = "alone", close.end() if close else stop
    elif name in markup.FOREIGN:
        token.what, token.end = "alone", markup.foreign_end(text, name, start, end)
    token.high = token.end
    return token


def _merged(tokens: list[Token], run: Run, left_out: LeftOut | None) -> tuple[list[Token], list[Token]]:
    """Pairs without text, or without text for translators, stand alone; and the start tags that translators may see."""
    kept: list[Token] = []
    tags: list[Token] = []
    at = seen = 0
    while at < len(tokens):
        token = tokens[at]
        stop = token.partner.place if token.what == "open" and token.partner else at
        out = silent = False
        if token.tag or left_out is not None:
            out = _is_left_out(token, run, left_out)
            silent = out or kinds.said(token.tag) == "no"
            if token.tag and not silent:
                tags.append(token)
        if at >= seen and token.what == "open" and (silent or tokens[stop].before == token.before):
            whole = Token("alone", token.start, tokens[stop].end, token.name)
            whole.solid = not out and tokens[stop].before > token.before
            kept.append(whole)
            seen = stop + 1
        elif at >= seen:
            kept.append(token)
        at = stop + 1 if silent else at + 1
    return kept, tags


def _is_left_out(token: Token, run: Run, left_out: LeftOut | None) -> bool:
    if token.what not in ("open", "alone"):
        return False
    if kinds.said(token.tag) == "skip":
        return True
    return left_out is not None and left_out(Element(token.name, token.start, token.end, run.element))


def _trimmed(tokens: list[Token]) -> tuple[list[Token], str]:
    """The tokens without blank ones at the edges and pairs around all of them; the kind that such a pair states."""
    low, high, kind = 0, len(tokens), ""
    while low < high:
        first, last = tokens[low], tokens[high - 1]
        if not first.solid and first.what in ("text", "alone", "note"):
            low += 1
        elif not last.solid and last.what in ("text", "alone", "note"):
            high -= 1
        elif first.partner is last:
            kind = kind or _stated(first)
            low, high = low + 1, high - 1
        else:
            break
    return tokens[low:high], kind


def _stated(token: Token) -> str:
    return kinds.stated(token.name, token.tag) if token.tag else ""


def _groups(tokens: list[Token], in_caption: bool) -> Iterator[Group]:
    """The tokens cut at `<br><br>`, and in a caption before and after a credit."""
    group: list[Token] = []
    depth = breaks = 0
    credit: Token | None = None
    for token in tokens:
        if depth == 0 and in_caption and token.what == "open" and _stated(token) == "credit":
            yield group, ""
            group, credit = [], token
        group.append(token)
        depth += (token.what == "open") - (token.what == "close")
        if token.what == "alone" and token.name == "br":
            breaks += 1
        elif token.solid or token.what in ("open", "close"):
            breaks = 0
        if (breaks > 1 and depth == 0) or (credit is not None and token.partner is credit):
            yield group, "credit" if credit else ""
            group, credit = [], None
    yield group, ""
