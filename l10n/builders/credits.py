"""The byline of a translation and the note of a correction, from templates of the settings.

A template is plain text with fields in braces: `Translated by {translator}`.  Fields that are links become
links in HTML and Markdown.  A template whose field has no value says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from unicodedata import bidirectional

from l10n import markup
from l10n.errors import ProjectError
from l10n.phrases import phrase

FIELDS = ("translator", "editor", "language", "original", "source", "date", "text")
"""translator, editor: names; language: of the source, in the reader's words; original: a link to the original;
source: the name of the newsroom; date: of a correction; text: what was corrected."""

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")


@dataclass(frozen=True, slots=True)
class Link:
    """A value that leads somewhere."""

    text: str
    url: str
    lang: str = ""
    """Language of the text, and of what it leads to."""


Value = str | Link


@dataclass(frozen=True, slots=True)
class Note:
    """A line that the build adds to a variant."""

    kind: str
    """"byline" or "correction"."""
    template: str
    values: Mapping[str, Value]

    def html(self) -> str:
        """As the content of an element, "" where it says nothing."""
        line = _directions(_FIELD.sub("", self.template))
        return fill(self.template, self.values, markup.escape, partial(_html, line=line))

    def markdown(self) -> str:
        """As a paragraph of Markdown."""
        return fill(self.template, self.values, _markdown, _markdown)

    def text(self) -> str:
        """As plain text; a link gives its text and its address."""
        return fill(self.template, self.values, str, _plain)


def _directions(text: str) -> set[bool]:
    """Whether its letters run from right to left; of each kind that there is."""
    return {kind != "L" for kind in map(bidirectional, text) if kind in ("L", "R", "AL")}


def _html(value: Value, line: set[bool]) -> str:
    """line: directions of the words around; a Latin name in Uyghur stands apart, and the marks beside it keep their
    side."""
    if isinstance(value, str):
        text = markup.escape(value)
        return f"<bdi>{text}</bdi>" if len(line | _directions(value)) > 1 else text
    text, tag = markup.escape(value.text), markup.escape_attribute(value.lang)
    lang = f' lang="{tag}" dir="auto"' if tag else ""
    if not value.url:
        return f"<span{lang}>{text}</span>" if tag else text
    href = f' href="{markup.escape_attribute(value.url)}"' + (f' hreflang="{tag}"' if tag else "")
    return f"<a{href}{lang}>{text}</a>"


def _markdown(value: Value) -> str:
    text = _MARKDOWN.sub(r"\\\1", value if isinstance(value, str) else value.text)
    return f"[{text}](<{value.url}>)" if isinstance(value, Link) and value.url else text


def _plain(value: Value) -> str:
    if isinstance(value, str):
        return value
    return f"{value.text} ({value.url})" if value.url else value.text


def check(template: str) -> None:
    """ProjectError for a template that cannot be filled."""
    fill(template, {}, str, str)


def fill(
    template: str, values: Mapping[str, Value], escape: Callable[[str], str], shown: Callable[[Value], str]
) -> str:
    """The template with its fields filled in; "" where a field has no value.

    escape: for the words of the template.  shown: for a value.
    ProjectError for a field that no template has, or a brace that is not closed.
    """
    pieces: list[str] = []
    at, silent = 0, False
    for match in _FIELD.finditer(template):
        pieces.append(escape(template[at : match.start()]))
        at = match.end()
        if match[0] in ("{{", "}}"):
            pieces.append(escape(match[0][0]))
            continue
        name = match[1]
        if name not in FIELDS:
            what = (
                phrase("`{field}` in `{template}` is no field", field=match[0], template=template)
                if name
                else phrase("a brace is not closed in `{template}`", template=template)
            )
            raise ProjectError(
                what, hint=phrase("fields are {fields}", fields=", ".join(f"`{{{field}}}`" for field in FIELDS))
            )
        value = values.get(name, "")
        silent = silent or not value
        pieces.append(shown(value))
    return "" if silent else "".join([*pieces, escape(template[at:])])
