"""Markdown: a built article in its own format, and as the body of an HTML page.

In its own format it is spliced: the language in the front matter, references, credits at the end; all else stays.
References inside code or front matter are left alone, and so is `<https://…>`.
Source: CommonMark 0.31.2 §4.7, §6.1, §6.3.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from l10n import markup
from l10n.builders import matter, references
from l10n.builders.links import Links
from l10n.builders.variant import Page
from l10n.edits import SECTIONS, Edit, follow, newline
from l10n.markup import Tag

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Move = Callable[[str], str]

_DESTINATION = r"(<[^<>\n]*>|[^\s()<]+(?:\([^\s()]*\)[^\s()]*)*)"
_LINK = re.compile(rf"\]\(\s*{_DESTINATION}")
_DEFINITION = re.compile(rf"^ {{0,3}}\[(?!\^)(?:[^\[\]\\\n]|\\.)+\]:[ \t]*\n?[ \t]*{_DESTINATION}", re.MULTILINE)
_TICKS = re.compile(r"(?<!`)(`+)(?!`)")
_CODE_BLOCKS = ("fence", "code_block")


def dress(text: str, page: Page) -> str:
    """The article in its own format for its locale."""
    text = matter.state_language(text, page.lang)
    if page.links:
        begin = matter.end(text)
        edits = sorted(set(_edits(text[begin:], page, page.links)))
        text = text[:begin] + markup.splice(text[begin:], edits)
    notes = [note.markdown() for note in page.notes]
    if any(notes):
        line = newline(text)
        text = text.rstrip("\r\n") + "".join(2 * line + note for note in notes if note) + line
    return text


def _edits(text: str, page: Page, moving: Links) -> Iterator[Edit]:
    """What is to be replaced in the text below the front matter."""
    tokens = _parser(False).parse(text)
    starts = [0, *(match.end() for match in re.finditer(r"\n", text)), len(text)]
    taken = [False] * len(starts)
    for kind, first, last in _leaves(tokens):
        for number in range(first, min(last, len(taken))):
            taken[number] = True
        start, end = starts[first], starts[min(last, len(starts) - 1)]
        if kind in _CODE_BLOCKS:
            continue
        block = text[start:end]
        code = [] if kind == "html_block" else list(_code(block))
        found = [] if kind == "html_block" else list(_destinations(_LINK, block, moving.move))
        tags = list(markup.tags(block))
        found += [*references.edits(block, tags, moving), *_spoken(block, tags, page)]
        yield from ((start + a, start + b, new) for a, b, new in found if not _within(code, a))
    for start, end, new in _destinations(_DEFINITION, text, moving.move):
        if not taken[bisect_right(starts, start) - 1]:
            yield start, end, new


def _leaves(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """(kind, first line, line after the last) of the blocks that hold text; a cell of a table has those of its row."""
    row = None
    for token in tokens:
        if token.type == "tr_open":
            row = token.map
        if token.type in ("inline", "html_block", *_CODE_BLOCKS):
            lines = token.map or row
            if lines:
                yield token.type, lines[0], lines[1]


def _code(block: str) -> Iterator[tuple[int, int]]:
    """Code spans: a run of backticks up to the next run of the same length."""
    runs = [match.span(1) for match in _TICKS.finditer(block)]
    nearest: dict[int, int] = {}
    closing: dict[int, int] = {}
    for start, end in reversed(runs):
        if end - start in nearest:
            closing[start] = nearest[end - start]
        nearest[end - start] = end
    at = 0
    for start, _ in runs:
        if start >= at and start in closing and not (start and block[start - 1] == "\\"):
            at = closing[start]
            yield start, at


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    before = bisect_right(spans, (at, at + 1)) - 1
    return before >= 0 and spans[before][0] <= at < spans[before][1]


def _destinations(pattern: re.Pattern[str], text: str, move: Move) -> Iterator[Edit]:
    """The destinations of links that change."""
    from markdown_it.common.utils import unescapeAll

    for match in pattern.finditer(text):
        raw = match[1]
        plain = unescapeAll(raw[1:-1] if raw[0] == "<" else raw)
        moved = move(plain)
        if moved != plain:
            bracketed = raw[0] == "<" or re.search(r"[\s()<>]", moved)
            yield match.start(1), match.end(1), f"<{moved}>" if bracketed else moved


def body(text: str, page: Page, *, definition_lists: bool = False) -> str:
    """The article as HTML: the body alone, its references moved."""
    env = {"notes": page.words.notes, "source_dir": page.source_dir}
    html = str(_parser(definition_lists).render(text[matter.end(text) :], env))
    tags = list(markup.tags(html))
    moved = references.edits(html, tags, page.links) if page.links else []
    return markup.splice(html, sorted([*moved, *_spoken(html, tags, page)]))


def _spoken(text: str, tags: Sequence[Tag], page: Page) -> Iterator[Edit]:
    """Language and direction of the elements that say those of the source."""
    source, target = (page.source_lang, page.source_dir), (page.lang, page.dir)
    for tag in tags if page.translated else ():
        if not tag.closing and tag.name[0] != "#":
            yield from follow(text, tag, source, target, worded=tag.name in SECTIONS)


@cache
def _parser(definition_lists: bool) -> MarkdownIt:
    """CommonMark with tables, strikethrough and footnotes; pictures that stand alone become figures.

    HTML of the article passes through: it is the newsroom's own, and what translators type was escaped.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"xhtmlOut": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    if definition_lists:
        parser.use(deflist_plugin)
    parser.core.ruler.push("figures", _figures)
    parser.core.ruler.push("columns", _columns)
    parser.add_render_rule("table_open", lambda *_: '<div class="table" tabindex="0"><table>\n')
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    parser.add_render_rule("footnote_block_open", _notes_open)
    return parser


def _notes_open(_renderer: Any, _tokens: Any, _number: int, _options: Any, env: Any) -> str:
    label = markup.escape_attribute(env.get("notes", ""))
    return f'<section class="footnotes" aria-label="{label}">\n<ol class="footnotes-list">\n'


def _columns(state: Any) -> None:
    """A column set to the left is set to where lines start, a table of the other direction is its mirror image."""
    left, right = ("start", "end") if state.env.get("source_dir") != "rtl" else ("end", "start")
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and token.attrs.get("style") in _SIDES:
            token.attrs["style"] = "text-align:" + (left if token.attrs["style"] == _SIDES[0] else right)


_SIDES = ("text-align:left", "text-align:right")


def _figures(state: Any) -> None:
    """A paragraph that holds one picture alone is a figure; the picture's title is its caption."""
    tokens = state.tokens
    for before, inline, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.type != "paragraph_open" or before.hidden or len(inline.children or ()) != 1:
            continue
        picture = inline.children[0]
        if picture.type != "image":
            continue
        before.tag = after.tag = "figure"
        title = picture.attrs.pop("title", "")
        if title:
            caption = type(picture)("html_inline", "", 0)
            caption.content = f"<figcaption>{markup.escape(str(title))}</figcaption>"
            inline.children.append(caption)
