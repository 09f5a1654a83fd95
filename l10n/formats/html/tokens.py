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
from l10n.phrases import phrase

LeftOut = Callable[[Element], bool]
"""Whether the project excludes an element."""


TOO_MANY = 20_000
"""Inline tags and comments from which a text is no text that somebody wrote."""


class Token:
    """A piece of a run."""

    __slots__ = ("end", "name", "partner", "place", "solid", "start", "tag", "what")

    def __init__(self, what: str, start: int, end: int, place: int, name: str = "", tag: str = "") -> None:
        self.what = what
        """text, open, close, alone or note (a comment)."""
        self.start = start
        self.end = end
        self.place = place
        """Among the tokens of the run."""
        self.name = name
        self.tag = tag
        """A start tag that has attributes."""
        self.solid = False
        """Something of it is read: it is neither blank text nor a mere tag; of a tag that opens: inside its pair."""
        self.partner: Token | None = None


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


_SELDOM = markup.VOID | IN_RUNS | markup.FOREIGN
"""Elements that are no pair of tags with text inside."""


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
        """How many tokens so far are solid."""
        self._waiting: list[tuple[Token, int]] = []
        """Tags that are open, and how many solid tokens stand before each."""
        self._open: dict[str, int] = {}
        """How many of them have a name."""
        self._scan(run)

    def _scan(self, run: Run) -> None:
        text, tokens, at, end = self.text, self.tokens, run.start, run.end
        search = (markup.XML_TAG if self.xml else markup.TAG).search
        while match := search(text, at, end):
            start, stop = match.span()
            if start > at:
                self._add_text(at, start)
            name = match[1]
            token = self._tag(name.lower(), start, stop) if name else self._nameless(start, stop)
            tokens.append(token)
            at = token.end
            if token.place >= TOO_MANY:
                line = text.count("\n", 0, run.start) + 1
                what = phrase("a text with more than {most} tags in it", most=TOO_MANY)
                raise FormatError(
                    what, line=line, hint=phrase("close the blocks of the page, or exclude this part of it")
                )
        if at < end:
            self._add_text(at, end)
        for opened, _ in self._waiting:
            opened.what = "alone"

    def _add_text(self, start: int, end: int) -> None:
        token = Token("text", start, end, len(self.tokens))
        if markup.unescape(self.text[start:end]).strip():
            token.solid = True
            self._solid += 1
        self.tokens.append(token)

    def _nameless(self, start: int, end: int) -> Token:
        """A comment; what is like one, or is meant for one browser, stands alone."""
        note = self.text.startswith("<!--", start) and not self.text.startswith(("<!--[", "<!--<!["), start)
        return Token("note" if note else "alone", start, end, len(self.tokens), "x")

    def _tag(self, name: str, start: int, end: int) -> Token:
        if name[0] == "/":
            token = Token("close", start, end, len(self.tokens), name[1:])
            self._pair(token)
            return token
        tag = self.text[start:end] if end - start > len(name) + 2 else ""
        token = Token("open", start, end, len(self.tokens), name, tag)
        if tag and kinds.said(tag) in ("no", "skip"):
            self.plain = False
        if stop := self._empty_to(name, start, end) if name in _SELDOM or self.xml else 0:
            token.what, token.end = "alone", stop
            self.breaks += name == "br"
        else:
            self._waiting.append((token, self._solid))
            self._open[name] = self._open.get(name, 0) + 1
        return token

    def _empty_to(self, name: str, start: int, end: int) -> int:
        """Where a start tag ends together with what is no text inside it; 0 where it may have a partner."""
        if name in markup.VOID or (self.xml and markup.is_empty(self.text, start, end)):
            return end
        if name in IN_RUNS:
            stop = markup.raw_end(self.text, name, end)
            close = markup.TAG.match(self.text, stop)
            return close.end() if close else stop
        return markup.foreign_end(self.text, name, start, end) if name in markup.FOREIGN else 0

    def _pair(self, token: Token) -> None:
        """The innermost open tag of its name is the partner of an end tag; those inside that are open have none."""
        if not self._open.get(token.name):
            token.what = "alone"
            return
        opened, before = self._waiting.pop()
        while opened.name != token.name:
            self._open[opened.name] -= 1
            opened.what = "alone"
            opened, before = self._waiting.pop()
        self._open[token.name] -= 1
        opened.partner, token.partner = token, opened
        opened.solid = self._solid > before
        self.plain = self.plain and opened.solid


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
        if at >= seen and token.what == "open" and (silent or not token.solid):
            whole = Token("alone", token.start, tokens[stop].end, token.place, token.name)
            whole.solid = token.solid and not out
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
