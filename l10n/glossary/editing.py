"""Changes in the glossary file, by splicing: comments, order and spacing of everything else stay.

What comes out is read again: it says what was asked for and all else as before, or GlossaryError and nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from l10n.edits import newline
from l10n.errors import GlossaryError
from l10n.glossary.reading import KEYS, Name, parsed
from l10n.glossary.scanning import TABLE, Place, scan
from l10n.phrases import phrase
from l10n.toml import quoted

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_DEFAULTS: Mapping[str, Any] = {
    "id": "",
    "also": (),
    "former": (),
    "sex": "",
    "origin": "",
    "original": "",
    "note": "",
    "translate": True,
    "never": {},
}


def added(text: str, names: Sequence[Name]) -> str:
    """The file with these entries at its end; GlossaryError for one that contradicts another, or itself."""
    if not names:
        return text
    end = newline(text)
    body = text if not text or text.endswith("\n") else text + end
    blocks = [end.join([f"[[{TABLE}]]", *_lines(name), ""]) for name in names]
    new = body + end * bool(body.strip()) + end.join(blocks)
    return _checked(new, [*parsed(text, ()), *names])


def changed(text: str, ref: str, **values: Any) -> str:
    """The file in which the entry of this ref says this; GlossaryError where it has none, or cannot be spliced.

    values: fields of Name by their names; those that are not named stay.
    """
    places, names = scan(text), parsed(text, ())
    number = _number(names, ref)
    new = text
    for key, value in values.items():
        if getattr(names[number], key) != value:
            new = _set(new, scan(new)[number], key, value)
    wanted = [replace(name, **values) if n == number else name for n, name in enumerate(names)]
    try:
        return _checked(new, wanted)
    except GlossaryError as error:
        error.line = error.line or places[number].line
        raise


def removed(text: str, ref: str) -> str:
    """The file without the entry of this ref; GlossaryError where it has none, or something else would go with it.

    A comment behind one of its values goes; those before and after it stay.
    """
    places, names = scan(text), parsed(text, ())
    number = _number(names, ref)
    start, stop = _extent(text, places[number])
    return _checked(text[:start] + text[stop:], [name for n, name in enumerate(names) if n != number])


def _extent(text: str, place: Place) -> tuple[int, int]:
    """The lines of an entry, with one of the gaps around it: one empty line parts its neighbours, as it did."""
    start = text.rfind("\n", 0, place.start) + 1
    stop = text.find("\n", place.end) + 1 or len(text)
    before, after = text[:start], text[stop:]
    gap = re.match(r"(?:[ \t]*\r?\n)*", after)
    if gap and (not before or before.endswith(("\n\n", "\n\r\n")) or not after.strip()):
        stop += gap.end()
    if stop == len(text):
        start = text.find("\n", len(before.rstrip())) + 1 if before.strip() else 0
    return start, stop


@dataclass(frozen=True, slots=True)
class Cut:
    """An entry that was taken out of a file, letter for letter, and where it stood."""

    name: Name
    block: str
    """What went with it."""
    behind: str
    """The ref of the entry before it; "" for the first."""
    gap: str
    """What stood between both, or before the first."""


def cut(text: str, ref: str) -> Cut:
    """What `removed` takes out of this file; GlossaryError where it has no such entry."""
    places, names = scan(text), parsed(text, ())
    number = _number(names, ref)
    start, stop = _extent(text, places[number])
    before = places[number - 1].end if number else 0
    return Cut(names[number], text[start:stop], names[number - 1].ref if number else "", text[before:start])


def put_back(text: str, one: Cut) -> str:
    """The file with an entry again that was taken out: where it stood, or at the end where that is another place now.

    GlossaryError where it contradicts what stands there by now.
    """
    names = parsed(text, ())
    refs = [name.ref for name in names]
    number = refs.index(one.behind) + 1 if one.behind in refs else 0
    before = scan(text)[number - 1].end if number else 0
    if bool(number) != bool(one.behind) or not text.startswith(one.gap, before):
        return added(text, [one.name])
    place = before + len(one.gap)
    return _checked(text[:place] + one.block + text[place:], [*names[:number], one.name, *names[number:]])


def _number(names: Sequence[Name], ref: str) -> int:
    """Which entry it is; GlossaryError where none is called so."""
    number = next((n for n, name in enumerate(names) if name.ref == ref), None)
    if number is None:
        raise GlossaryError(phrase("the glossary has no entry `{ref}`", ref=ref), hint=phrase("add it first"))
    return number


def _set(text: str, place: Place, key: str, value: Any) -> str:
    """The text with one key of an entry set; a line for it comes behind the last one that is there.

    A key that says nothing any more goes with its line, where no comment stands in it.
    """
    if key in place.spans:
        start, end = place.spans[key]
        stop = text.find("\n", end) + 1 or len(text)
        if _DEFAULTS.get(key, ...) == value and not text[end:stop].strip():
            return text[: text.rfind("\n", 0, start) + 1] + text[stop:]
        return text[:start] + _value(value) + text[end:]
    if key in place.lines:
        hint = phrase("write `{key} = {value}` there by hand", key=key, value=_value(value))
        raise GlossaryError(phrase("`{key}` has a table of its own", key=key), line=place.lines[key], hint=hint)
    last = max(end for _, end in place.spans.values())
    stop = text.find("\n", last)
    stop = len(text) if stop < 0 else stop - (text[stop - 1] == "\r")
    return f"{text[:stop]}{newline(text)}{key} = {_value(value)}{text[stop:]}"


def _lines(name: Name) -> list[str]:
    """The keys of an entry that say something."""
    lines = []
    for key in KEYS:
        value = getattr(name, key)
        if key == "never":
            value = name.never.get("", ()) if set(name.never) == {""} else dict(name.never)
        if key not in _DEFAULTS or value not in (_DEFAULTS[key], ()):
            lines.append(f"{key} = {_value(value)}")
    return lines


def _value(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        if set(value) == {""}:
            return _value(value[""])
        pairs = (f"{key if _BARE.fullmatch(key) else quoted(key)} = {_value(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(map(_value, value)) + "]"


def _checked(new: str, wanted: Sequence[Name]) -> str:
    """The new text where it says what is wanted."""
    if [replace(name, line=0) for name in parsed(new, ())] != [replace(name, line=0) for name in wanted]:
        raise GlossaryError(phrase("the glossary cannot be changed safely"), hint=phrase("change the entry by hand"))
    return new
