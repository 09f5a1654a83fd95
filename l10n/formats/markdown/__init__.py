"""Markdown: an article in CommonMark, with front matter, tables and footnotes.

Supported: headings of both forms, paragraphs (kinds p, li, blockquote, footnote, dd by what they stand in), tables of
GitHub Flavored Markdown (th, td), footnotes, front matter in YAML and TOML (see front_matter.py), definition lists
where `definition_lists` is set. The first heading of level 1 is the headline, as is the title of the front matter.
The words of links, emphasis, strikethrough and paired HTML tags stand between numbered codes; images, code spans,
line breaks, `<https://…>`, footnote references and other HTML tags are codes that stand alone; what wraps a whole
paragraph stays outside. The alternative text of an image is a unit (alt), as is the title of a link or image (title).
Soft line breaks are spaces. A paragraph that changes becomes one line, a hard line break in it stays one.
Blocks of HTML are read as HTML: `<figure>` and `<figcaption>`, say.
Unsupported, left as it stands: code blocks, blocks of HTML in lists and quotations, link definitions and the titles
in them, comments, attributes of HTML tags inside a paragraph, front matter in JSON.
Read as words: math, `^[inline notes]`, `{attributes}`, shortcodes.
Refused: more than LONGEST characters, blocks.DEEPEST levels, blocks.LOOKS looks at lines, or BRACKETS `[` in one
paragraph.
Laws: the answer `unit.source` changes no character; reading the result gives each answer as the source of its unit.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from l10n import codes, markup, matter
from l10n.edits import Edit
from l10n.errors import FormatError, NotReady
from l10n.formats import html
from l10n.formats.answer import HAS_WORDS, Translate, ask, plain
from l10n.formats.html.around import NOTHING, SAYS, said
from l10n.formats.markdown import blocks, front_matter, inline, writing
from l10n.formats.markdown.blocks import Block, Markup
from l10n.formats.markdown.inline import Piece
from l10n.formats.markdown.writing import Settings
from l10n.model import Unit
from l10n.phrases import phrase

LONGEST = 1_000_000
"""Characters of a document; a novel has 500,000. The parser keeps some 500 bytes for each mark of emphasis."""

BRACKETS = 2_000
"""`[` in one block; the parser follows each up to inline.NESTED levels deep."""

_FIRST_TAG = re.compile(rf" {{0,3}}(?:{markup.TAG.pattern})")
_ALONE = re.compile(rf"{_FIRST_TAG.pattern}[ \t]*(\r?\n|\r|\Z)")


def rewrite(
    text: str,
    translate: Translate,
    *,
    keys: Mapping[str, str] | None = None,
    definition_lists: bool = False,
    foreign_lang: str = "",
    foreign_dir: str = "",
    **others: object,
) -> str:
    """The document with translate's answer in the place of each unit.

    keys: more keys of the front matter and the kinds of their values; the kind "" leaves a key alone.
    definition_lists: a line `: text` below a paragraph makes it a term.
    foreign_lang, foreign_dir: language and direction of passages between `<foreign>` and `</foreign>`.
    others: settings of other formats, of no concern here.
    FormatError: the document is too long or too deep. NotReady: the codes of an answer are not those of its unit.
    """
    if len(text) > LONGEST:
        raise FormatError(
            phrase("the document has more than {most:,} characters", most=LONGEST),
            hint=phrase("split it in several articles"),
        )
    settings = Settings({}, definition_lists, foreign_lang, foreign_dir)
    data = matter.find(text)
    edits = list(front_matter.edits(text, data, keys or {}, lambda unit: ask(translate, unit)))
    headline = True
    for block in blocks.blocks(text, data.end, settings.env, definition_lists):
        if isinstance(block, Markup):
            edits.append(_html(text, block, translate, settings))
            continue
        kind = "headline" if headline and block.kind == "h1" else block.kind
        headline = headline and block.kind != "h1"
        edits.extend(_edits(block, kind, translate, settings))
    result = markup.splice(text, edits)
    if matter.find(result).form != data.form:
        raise NotReady(
            phrase("the text would read as front matter"),
            line=1,
            hint=phrase("put words before the colon, or a blank line above"),
        )
    return result


def language(text: str) -> str:
    """The language tag that the front matter states (`lang`, `language`, `locale`), or ""."""
    values = front_matter.values(text)
    return next((values[key] for key in front_matter.LANGUAGE_KEYS if values.get(key)), "")


def stated(text: str, units: Sequence[Unit], *, definition_lists: bool = False, **_: object) -> list[tuple[str, str]]:
    """For each unit the innermost element of a block of HTML around its line that states a language, and that."""
    if not SAYS.search(text):
        return [NOTHING] * len(units)
    settings = Settings({}, definition_lists, "", "")
    open_: list[tuple[int, str, str]] = []
    closed: list[tuple[int, int, str, str]] = []
    for block in blocks.blocks(text, matter.find(text).end, settings.env, definition_lists):
        source = text[block.start : block.end] if isinstance(block, Markup) else ""
        for tag in markup.tags(source):
            line = block.line + source.count("\n", 0, tag.start)
            if tag.closing:
                while any(name == tag.name for _, name, _ in open_):
                    first, name, lang = open_.pop()
                    closed.append((first, line, name, lang))
                    if name == tag.name:
                        break
            elif tag.name not in markup.VOID and tag.name[0] != "#":
                open_.append((line, tag.name, said(source[tag.start : tag.end])))
    spans = sorted([*closed, *((first, sys.maxsize, name, lang) for first, name, lang in open_)], reverse=True)
    spans = [span for span in spans if span[3]]
    return [
        next(((name, lang) for first, last, name, lang in spans if first <= unit.line <= last), NOTHING)
        for unit in units
    ]


def _html(text: str, block: Markup, translate: Translate, settings: Settings) -> Edit:
    """A block of HTML with the answers to its units. No answer may bring a blank line, which would end it."""

    def placed(unit: Unit) -> str:
        return inline.fold(translate(replace(unit, line=unit.line + block.line - 1)))

    manner = {"foreign_lang": settings.foreign_lang, "foreign_dir": settings.foreign_dir}
    source = text[block.start : block.end]
    try:
        result = html.rewrite(source, placed, whole_page=True, **manner)
    except NotReady as error:
        error.line += block.line - 1
        raise
    return block.start, block.end, result if result == source else _opened(source, result)


def _opened(source: str, result: str) -> str:
    """A block that is HTML because a tag stands alone in its first line, so that it is HTML again."""
    alone, tag = _ALONE.match(source), _FIRST_TAG.match(result)
    if not alone or not tag or _ALONE.match(result):
        return result
    return tag[0] + alone[2] + result[tag.end() :].lstrip(" ")


def _edits(block: Block, kind: str, translate: Translate, settings: Settings) -> list[Edit]:
    """What changes in the document by the answers to a block and to the texts inside its codes."""
    content = block.content
    if content.text.count("[") > BRACKETS:
        raise FormatError(
            phrase("one paragraph has more than {most:,} `[`", most=BRACKETS),
            line=block.line,
            hint=phrase("split the paragraph"),
        )
    found = inline.pieces(content, settings.env)
    start, end = writing.core(found)
    source = inline.spelled(found, start, end)
    answer = None
    if HAS_WORDS.search(codes.strip(source)):
        answer = ask(translate, Unit(kind, source, block.line, "", inline.legend(found, start, end)))
    inner = list(_inner_edits(block, found, translate, settings))
    if answer is None and inner and _in_label(found, inner):
        answer = source
    if answer is not None:
        return [(*content.span(0, len(content.text)), writing.write(block, found, answer, inner, settings))]
    return [(*content.span(at, to), _in_cell(new, block)) for at, to, new in inner]


def _inner_edits(block: Block, found: Sequence[Piece], translate: Translate, settings: Settings) -> Iterator[Edit]:
    """What changes in the content by the answers to alternative texts and titles."""
    line = block.line
    content = block.content
    for piece in found:
        for kind, place in (("alt", piece.alt), ("title", piece.title)):
            source = codes.escape(inline.tidy(place[2])) if place else ""
            if not place or not HAS_WORDS.search(source):
                continue
            line = block.line + content.text.count("\n", 0, place[0])
            answer = ask(translate, Unit(kind, source, line))
            if answer is None:
                continue
            words = plain(answer)
            if kind == "title":
                yield (*place[:2], writing.title(words, content.text[place[0]]))
            else:
                written = writing.alt(words, settings.env)
                yield (place[0], piece.end, f"{written}][{piece.label}]") if piece.label else (*place[:2], written)


def _in_label(found: Sequence[Piece], edits: Sequence[Edit]) -> bool:
    """An edit falls in the text of a link that names its definition, which must be written out then."""
    spans = [(piece.start - len(piece.label), piece.start) for piece in found if piece.role == "close" and piece.label]
    return any(start < at < end for start, end in spans for at, _, _ in edits)


def _in_cell(text: str, block: Block) -> str:
    return text.replace("|", "\\|") if "cell" in block.form else text
