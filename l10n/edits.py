"""Edits of a text, (start, end, replacement), and those that set attributes of a tag, its language among them."""

from __future__ import annotations

from collections.abc import Mapping

from l10n import languages, markup
from l10n.errors import ProjectError
from l10n.markup import Attribute, Tag

Edit = tuple[int, int, str]

Language = tuple[str, str]
"""BCP 47 tag and direction, "ltr" or "rtl"."""

SECTIONS = frozenset(["body", "main", "article"])
"""Their direction is that of the article, whatever it was stated to be."""


def set_attributes(text: str, tag: Tag, wanted: Mapping[str, str]) -> list[Edit]:
    """The edits after which a start tag has these attributes; those it has keep their place, new ones come last."""
    found = markup.attributes(text, tag.start, tag.end)
    edits: list[Edit] = []
    missing = ""
    for name, value in wanted.items():
        attribute = next((one for one in found if one.name == name), None)
        if attribute is None:
            missing += f' {name}="{markup.escape_attribute(value)}"'
        else:
            edits += set_value(attribute, value)
    if missing:
        end = found[-1].end if found else tag.start + 1 + len(tag.name)
        edits.append((end, end, missing))
    return edits


def set_value(attribute: Attribute, value: str) -> list[Edit]:
    """The edit after which an attribute has this value; none where it has it already."""
    if attribute.value == value:
        return []
    if attribute.value_start == attribute.end:
        return [(attribute.end, attribute.end, f'="{markup.escape_attribute(value)}"')]
    if attribute.quote:
        return [(attribute.value_start, attribute.value_end, markup.escape_attribute(value, attribute.quote))]
    return [(attribute.value_start, attribute.value_end, f'"{markup.escape_attribute(value)}"')]


def follow(text: str, tag: Tag, source: Language, target: Language, *, worded: bool) -> list[Edit]:
    """The edits after which what was translated no longer says that it is in the language of the source.

    worded: the tag is that of a block with translated words in it, so that a direction alone speaks of them.
    A `<span>` keeps its language, since that is how a passage in another one is marked; so does what is not to be
    translated, and a link to a page in another language.  What keeps a language that runs the other way says so.
    """
    said = {one.name: one.value for one in reversed(markup.attributes(text, tag.start, tag.end))}
    stated: list[str] = [name for name in ("lang", "xml:lang") if name in said]
    if "hreflang" in said or said.get("translate", "").strip().lower() == "no":
        return []
    if tag.name == "span" or (stated and not any(primary(said[name]) == primary(source[0]) for name in stated)):
        runs = _direction(said[stated[0]]) if stated and "dir" not in said else target[1]
        return set_attributes(text, tag, {"dir": runs}) if runs not in ("", target[1]) else []
    ours = [name for name in stated if primary(said[name]) == primary(source[0])]
    wanted = dict.fromkeys(ours, target[0])
    silent = worded and not stated
    known = ("ltr", "rtl") if silent and tag.name in SECTIONS else (source[1],)
    if said.get("dir", "").strip().lower() in known and (ours or silent):
        wanted["dir"] = target[1]
    return set_attributes(text, tag, wanted)


def _direction(tag: str) -> str:
    """Of a language, "ltr" or "rtl"; "" for what is no tag."""
    try:
        return languages.get(tag.strip()).direction
    except ProjectError:
        return ""


def primary(tag: str) -> str:
    """The language of a tag without script and region."""
    return tag.strip().lower().split("-")[0]


def removal(text: str, tag: Tag) -> Edit:
    """The edit that takes a tag out, with its line where it stands alone on it."""
    start, end = tag.start, tag.end
    while start and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    alone = (start == 0 or text[start - 1] in "\r\n") and (end == len(text) or text[end] in "\r\n")
    if not alone:
        return (tag.start, tag.end, "")
    if text.startswith("\r\n", end):
        end += 2
    elif end < len(text):
        end += 1
    return (start, end, "")


def newline(text: str) -> str:
    """How a text ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"


def indent(text: str, at: int) -> str:
    """The white space before an offset, where nothing else stands before it on its line."""
    line = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]
    return line if not line.strip(" \t") else ""
