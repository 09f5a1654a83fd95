"""TMX written as a stream: valid by the DTD of TMX 1.4b, the same units in the same bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

import l10n
from l10n import files
from l10n.errors import MemoryFileError
from l10n.memory.tmx.inline import Inline, Piece, elements
from l10n.memory.tmx.model import CARRIED, OURS, SEGTYPES, Said, Unit, Variant, canonical, date_written

_CANNOT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold: control characters, lone surrogates."""
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_VALUE = {**_IN_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_SPECIAL = re.compile("[&<>\r]")
_SPECIAL_IN_VALUE = re.compile('[&<>"\t\n\r]')
AT_ONCE = 1 << 18
"""Characters that are gathered before they are written."""


class Written(NamedTuple):
    """What was written."""

    units: int
    dropped: int
    """Characters that XML cannot hold and that were left out."""


def write(
    units: Iterable[Unit], file: Path | str | IO[bytes], *, source: str = "", when: str = "", segtype: str = "sentence"
) -> Written:
    """Write units as TMX, one by one, to a stream of bytes or in the place of a file at one stroke.

    source: locale of the language that was translated, "" where it may be any; a unit with another one says so.
    when: UTC, 2024-03-05T10:15:30Z, or "": the file says nothing of its date.
    ValueError for a unit without a text or without a language, and for a source that is no language tag.
    """
    if not isinstance(file, (str, os.PathLike)):
        return _write(units, file, source, when, segtype)
    try:
        with files.streamed(Path(file)) as stream:
            return _write(units, stream, source, when, segtype)
    except OSError as error:
        what = f"it cannot be written: {error.strerror or error}"
        raise MemoryFileError(what, where=str(file), hint=files.remedy(error)) from error


def _write(units: Iterable[Unit], stream: IO[bytes], source: str, when: str, segtype: str) -> Written:
    if source and not canonical(source):
        raise ValueError(f"`{source}` is no language tag")
    out = _Out()
    count = length = 0
    gathered = list(_header(out, source, when, segtype))
    for unit in units:
        text = _unit(out, unit, canonical(source))
        gathered.append(text)
        count += 1
        length += len(text)
        if length > AT_ONCE:
            stream.write("".join(gathered).encode())
            gathered, length = [], 0
    stream.write("".join([*gathered, "</body>\n</tmx>\n"]).encode())
    return Written(count, out.dropped)


class _Out:
    """Escapes, and counts what it leaves out."""

    def __init__(self) -> None:
        self.dropped = 0

    def text(self, text: str) -> str:
        """As it stands between tags."""
        if _CANNOT.search(text):
            text = self.clean(text)
        return _SPECIAL.sub(lambda match: _IN_TEXT[match[0]], text)

    def value(self, name: str, value: str) -> str:
        """An attribute with a space before it."""
        if _CANNOT.search(value):
            value = self.clean(value)
        return f' {name}="{_SPECIAL_IN_VALUE.sub(lambda match: _IN_VALUE[match[0]], value)}"'

    def clean(self, text: str) -> str:
        text, count = _CANNOT.subn("", text)
        self.dropped += count
        return text


def _header(out: _Out, source: str, when: str, segtype: str) -> Iterator[str]:
    if segtype not in SEGTYPES:
        raise ValueError(f"`{segtype}` is no segtype: {', '.join(SEGTYPES)}")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield f'<header creationtool="{OURS}" creationtoolversion="{l10n.__version__}" segtype="{segtype}" o-tmf="{OURS}"'
    date = out.value("creationdate", date_written(when)) if when else ""
    yield f' adminlang="en" srclang="{canonical(source) or "*all*"}" datatype="plaintext"{date}/>\n<body>\n'


def _unit(out: _Out, unit: Unit, source: str) -> str:
    if not unit.variants:
        raise ValueError(f"a unit without a text: {unit.id or 'no id'}")
    attributes, inside = _said(out, unit.said)
    if unit.id:
        attributes = out.value("tuid", unit.id) + attributes
    if unit.source != source:
        attributes += f' srclang="{_tag(unit.source) if unit.source else "*all*"}"'
    variants = "".join([_variant(out, one) for one in unit.variants])
    return f"<tu{attributes}>\n{inside}{variants}</tu>\n"


def _variant(out: _Out, variant: Variant) -> str:
    attributes, inside = _said(out, variant.said) if variant.said else ("", "")
    text = variant.text
    said = _coded(out, elements(text, variant.codes)) if "<" in text else out.text(text)
    return f'<tuv xml:lang="{_tag(variant.locale)}"{attributes}>{inside}<seg>{said}</seg></tuv>\n'


def _tag(locale: str) -> str:
    tag = canonical(locale)
    if not tag:
        raise ValueError(f"`{locale}` is no language tag")
    return tag


def _said(out: _Out, said: Said) -> tuple[str, str]:
    """Attributes; notes and properties."""
    values = (
        ("creationdate", date_written(said.creation_date)),
        ("creationid", said.creation_id),
        ("changedate", date_written(said.change_date)),
        ("changeid", said.change_id),
        ("usagecount", "" if said.usage_count is None else str(said.usage_count)),
        ("lastusagedate", date_written(said.last_usage_date)),
    )
    attributes = "".join([out.value(name, value) for name, value in values if value])
    for name, value in said.others:
        if name in CARRIED:
            attributes += out.value(name, value)
    inside = "".join(f"<note>{out.text(note)}</note>\n" for note in said.notes)
    inside += "".join(f"<prop{out.value('type', name)}>{out.text(value)}</prop>\n" for name, value in said.props)
    return attributes, inside


def _coded(out: _Out, pieces: Sequence[Piece]) -> str:
    """A segment with inline elements."""
    said = []
    for one in pieces:
        if isinstance(one, str):
            said.append(out.text(one))
        elif one.element == "/hi":
            said.append("</hi>")
        else:
            attributes = "".join(out.value(name, value) for name, value in one.attributes.items())
            end = "" if one.element == "hi" else f"{_native(out, one)}</{one.element}>"
            said.append(f"<{one.element}{attributes}>{end}")
    return "".join(said)


def _native(out: _Out, one: Inline) -> str:
    """Native code, its passages to translate in `<sub>`."""
    said, at = [], 0
    for start, end in one.subs:
        said += [out.text(one.native[at:start]), f"<sub>{out.text(one.native[start:end])}</sub>"]
        at = end
    return "".join([*said, out.text(one.native[at:])])
