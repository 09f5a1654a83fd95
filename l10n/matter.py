"""Front matter: where the data stands before a Markdown article, between `---` lines (YAML) or `+++` lines (TOML)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENING = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
}
_FIRST_LINE = re.compile(r"(?>(?:[ \t]*(?:#[^\n]*)?\r?\n)*)([^\n]*)")
_IS_KEY = re.compile(r"(['\"]?)[\w.-]+\1[ \t]*:(?:\s|\Z)|\{")


@dataclass(frozen=True, slots=True)
class Matter:
    """document[start:stop] is the data, document[end:] the article."""

    form: str = ""
    """"---", "+++" or "" where there is none."""
    start: int = 0
    stop: int = 0
    end: int = 0


def find(text: str) -> Matter:
    """The front matter of a document. A line of hyphens above and below plain paragraphs is none."""
    opening = _OPENING.match(text)
    closing = _CLOSING[opening[1]].search(text, opening.end()) if opening else None
    if not opening or not closing:
        return Matter()
    first = _FIRST_LINE.match(text, opening.end(), closing.start())
    if opening[1] == "---" and first and first[1].strip() and not _IS_KEY.match(first[1]):
        return Matter()
    return Matter(opening[1], opening.end(), closing.start(), closing.end())
