"""Writing: answers become markup again and are spliced into the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n import codes, markup
from l10n.edits import Edit, Language
from l10n.formats.answer import FOREIGN, plain
from l10n.formats.html import jsonld
from l10n.formats.html.places import Place


@dataclass(frozen=True, slots=True)
class Manner:
    """How texts are written."""

    encoding: str = "utf-8"
    """Codec of the page; what it cannot hold is written as a character reference."""
    foreign_lang: str = ""
    foreign_dir: str = ""
    """Language and direction of what is left in the language of the source."""
    lang: str = ""
    dir: str = ""
    """Language and direction of the answers."""

    @property
    def source(self) -> Language:
        return self.foreign_lang, self.foreign_dir

    @property
    def target(self) -> Language:
        return self.lang, self.dir

    @property
    def foreign(self) -> tuple[str, str]:
        """The tags around such a passage."""
        pairs = (("lang", self.foreign_lang), ("dir", self.foreign_dir))
        said = "".join(f' {name}="{markup.escape_attribute(value)}"' for name, value in pairs if value)
        return (f"<span{said}>", "</span>") if said else ("", "")


def edits(text: str, places: Sequence[Place], answers: Sequence[str | None], manner: Manner) -> Iterator[Edit]:
    """What to replace, in order; an answer None leaves a text as it is."""
    at = 0
    while at < len(places):
        place, answer = places[at], answers[at]
        inner = at + 1
        while inner < len(places) and places[inner].start < place.end:
            inner += 1
        inside: list[Edit] = []
        if inner > at + 1:
            inside = list(edits(text, places[at + 1 : inner], answers[at + 1 : inner], manner))
        if answer is None:
            yield from inside
        else:
            yield place.start, place.end, _written(text, place, answer, inside, manner)
        at = inner


def _written(text: str, place: Place, answer: str, inside: list[Edit], manner: Manner) -> str:
    if place.form == "text" and ("<" in answer or place.notes):
        return _marked(text, place, answer, inside, manner)
    words = plain(answer)
    if place.form in ("text", "title"):
        return _held(markup.escape(words), manner.encoding)
    if place.form == "json":
        return jsonld.encoded(words, not manner.encoding.startswith("utf-"))
    quoted = _held(markup.escape_attribute(words, place.quote or '"'), manner.encoding)
    return quoted if place.quote else f'"{quoted}"'


def _marked(text: str, place: Place, answer: str, inside: list[Edit], manner: Manner) -> str:
    """Text with its codes as markup again, in the order of the answer; comments at the end."""
    pieces = []
    for token in codes.tokens(answer):
        span = place.codes.get(token)
        pieces.append(_words(token, manner) if span is None else _spliced(text, *span, inside))
    pieces += [text[start:end] for start, end in place.notes]
    return "".join(pieces)


def _words(token: str, manner: Manner) -> str:
    if "foreign>" not in token:
        return _held(markup.escape(codes.unescape(token)), manner.encoding)
    around = dict(zip(codes.FOREIGN, manner.foreign, strict=True))
    pieces = FOREIGN.split(token)
    return "".join(
        around[piece] if piece in around else _held(markup.escape(codes.unescape(piece)), manner.encoding)
        for piece in pieces
    )


def _spliced(text: str, start: int, end: int, inside: list[Edit]) -> str:
    """The markup of a code, its attributes as translated."""
    if not inside:
        return text[start:end]
    here = inside[bisect_left(inside, (start,)) : bisect_left(inside, (end,))]
    return markup.splice(text[start:end], [(low - start, high - start, new) for low, high, new in here])


def _held(text: str, encoding: str) -> str:
    """Text in which what the encoding cannot hold is a numeric character reference."""
    if encoding.startswith("utf-"):
        return text
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
