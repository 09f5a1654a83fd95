"""The header of a catalog: fields, one a line, in the target of the entry with the empty msgid."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.model import Catalog, Entry


def new(
    locale: str = "",
    *,
    project: str = "l10n",
    plural_forms: str = "",
    created: str = "",
    revised: str = "",
    translator: str = "",
    team: str = "",
    comments: tuple[str, ...] = (),
) -> Catalog:
    """An empty catalog with its header; locale "" for a template.

    locale: BCP 47, written as gettext does, `pt_BR`. plural_forms: `nplurals=2; plural=(n != 1);`.
    created, revised: dates as gettext writes them, `2026-11-22 10:00+0000`. What is empty is left out, which
    `msgfmt -c` accepts; an empty date is not written, because Babel cannot read one.
    """
    fields = {
        "Project-Id-Version": project,
        "POT-Creation-Date": created,
        "PO-Revision-Date": revised,
        "Last-Translator": translator,
        "Language-Team": team,
        "Language": locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    present = {name: value for name, value in fields.items() if value or name == "Language"}
    return Catalog((), Entry(None, "", (joined(present),), comments=comments))


def fields(catalog: Catalog) -> dict[str, str]:
    """The header's fields in their order; without a header, none."""
    return {} if catalog.header is None else parted(catalog.header.target)


def with_fields(catalog: Catalog, changes: Mapping[str, str | None]) -> Catalog:
    """The catalog with these fields of its header changed, added at the end, or dropped where None."""
    header = catalog.header or Entry(None, "")
    values = {**parted(header.target), **changes}
    kept = {name: value for name, value in values.items() if value is not None}
    return catalog.replace(header=header.replace(targets=(joined(kept),)))


def parted(text: str) -> dict[str, str]:
    """The fields of a header; a line that is none is kept as a name without value."""
    result = {}
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if line:
            result[name if colon else line] = value.strip() if colon else "\0"
    return result


def joined(values: Mapping[str, str]) -> str:
    """A header of these fields."""
    return "".join(f"{name}\n" if value == "\0" else f"{name}: {value}\n" for name, value in values.items())
