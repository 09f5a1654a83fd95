"""Writing: answers become markup again and are spliced into the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n import codes, markup
from l10n.errors import NotReady
from l10n.formats.html import jsonld
from l10n.formats.html.places import Place

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How texts are written."""

    encoding: str = "utf-8"
    """Codec of the page; what it cannot hold is written as a character reference."""
    foreign_lang: str = ""
    foreign_dir: str = ""
    """Language and direction of a passage left in the language of the source."""

    @property
    def foreign(self) -> tuple[str, str]:
        """The tags around such a passage."""
        pairs = (("lang", self.foreign_lang), ("dir", self.foreign_dir))
        said = "".join(f' {name}="{markup.escape_attribute(value)}"' for name, value in pairs if value)
        return (f"<span{said}>", "</span>") if said else ("", "")


def edits(text: str, places: Sequence[Place], answers: Sequence[str], manner: Manner) -> Iterator[Edit]:
    """What to replace, in order; a text that did not change is left as it is."""
    at = 0
    while at < len(places):
        place, answer = places[at], answers[at]
        inner = at + 1
        while inner < len(places) and places[inner].start < place.end:
            inner += 1
        inside = list(edits(text, places[at + 1 : inner], answers[at + 1 : inner], manner))
        if answer == place.unit.source:
            yield from inside
        else:
            yield place.start, place.end, _written(text, place, answer, inside, manner)
        at = inner


def _written(text: str, place: Place, answer: str, inside: list[Edit], manner: Manner) -> str:
    _check(place, answer)
    if place.form == "text" and ("<" in answer or place.notes):
        return _marked(text, place, answer, inside, manner)
    plain = codes.unescape(_FOREIGN.sub("", answer))
    if place.form in ("text", "title"):
        return _held(markup.escape(plain), manner.encoding)
    if place.form == "json":
        return jsonld.encoded(plain, not manner.encoding.startswith("utf-"))
    quoted = _held(markup.escape_attribute(plain, place.quote or '"'), manner.encoding)
    return quoted if place.quote else f'"{quoted}"'


_FOREIGN = re.compile("|".join(map(re.escape, codes.FOREIGN)))


def _check(place: Place, answer: str) -> None:
    """NotReady: the codes of the answer are not those of the unit."""
    source = place.unit.source
    if "<" not in answer and "<" not in source:
        return
    passages = max(map(answer.count, codes.FOREIGN))
    fault = codes.fault(source + "<foreign0></foreign0>" * passages, _FOREIGN.sub(_numbered, answer))
    if fault:
        raise NotReady(
            f"{place.unit.kind} “{_short(source)}”: {fault.replace('foreign0', 'foreign')}",
            line=place.unit.line,
            hint="correct the inline codes of the target: each stands there once, as in the source",
        )


def _numbered(match: re.Match[str]) -> str:
    return match[0].replace("foreign", "foreign0")


def _short(source: str) -> str:
    return source if len(source) <= 60 else source[:59] + "…"


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
    pieces = []
    at = 0
    for match in _FOREIGN.finditer(token):
        pieces.append(_held(markup.escape(codes.unescape(token[at : match.start()])), manner.encoding))
        pieces.append(manner.foreign[match[0] == codes.FOREIGN[1]])
        at = match.end()
    pieces.append(_held(markup.escape(codes.unescape(token[at:])), manner.encoding))
    return "".join(pieces)


def _spliced(text: str, start: int, end: int, inside: list[Edit]) -> str:
    """The markup of a code, its attributes as translated."""
    here = [(low - start, high - start, new) for low, high, new in inside if start <= low < end]
    return markup.splice(text[start:end], here)


def _held(text: str, encoding: str) -> str:
    """Text in which what the encoding cannot hold is a numeric character reference."""
    if encoding.startswith("utf-"):
        return text
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
