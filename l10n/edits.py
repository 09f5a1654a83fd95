"""Edits of a page, (start, end, replacement), and the ones that set attributes of a tag."""

from __future__ import annotations

from collections.abc import Mapping

from l10n import markup
from l10n.markup import Attribute, Tag

Edit = tuple[int, int, str]


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
