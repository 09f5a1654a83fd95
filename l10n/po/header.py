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
    return Catalog((), changed(Entry(None, "", comments=comments), present))


def fields(catalog: Catalog) -> dict[str, str]:
    """The header's fields in their order; without a header, none."""
    return {} if catalog.header is None else fields_of(catalog.header)


def fields_of(header: Entry) -> dict[str, str]:
    """The fields of a header entry."""
    result: dict[str, str] = {}
    for line in header.target.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            result.setdefault(name, value.strip())
    return result


def with_fields(catalog: Catalog, changes: Mapping[str, str | None]) -> Catalog:
    """The catalog with these fields of its header changed in their place, added at the end, or dropped where None."""
    return catalog.replace(header=changed(catalog.header or Entry(None, ""), changes))


def changed(header: Entry, changes: Mapping[str, str | None]) -> Entry:
    """The same for a header entry; its other lines stay as they are."""
    left = dict(changes)
    lines = []
    for line in header.target.removesuffix("\n").split("\n") if header.target else []:
        name = line.partition(":")[0]
        value = left.pop(name, None)
        if name not in changes:
            lines.append(line)
        elif value is not None:
            lines.append(f"{name}: {value}")
    lines += [f"{name}: {value}" for name, value in left.items() if value is not None]
    return header.replace(targets=("".join(f"{line}\n" for line in lines),))
