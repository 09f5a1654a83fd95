"""Names as tables: CSV for spreadsheets, and the tab-separated glossary of OmegaT.

CSV      a header, then a row a name: en, kind, a column a locale, id, also, former, sex, origin, original, translate,
         never, note, and for each locale what is admitted, forbidden, and the state; lists are parted by `;`
OmegaT   source ⇥ target ⇥ comment, a line for each English form of a name that has a rendering; files end in .utf8
         (or .txt), by which OmegaT knows them and their encoding

Written: UTF-8, CSV with a byte order mark, by which Excel knows it. Read: UTF-8, and UTF-16 with a mark; commas,
semicolons or tabs, as Excel writes them in any country. A cell that a spreadsheet would take for a formula has an
apostrophe before it, which is taken off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from l10n.errors import GlossaryError
from l10n.glossary import forms, reading
from l10n.glossary.reading import Name
from l10n.glossary.rendered import LOCALE, Glossary
from l10n.glossary.scanning import Place
from l10n.model import KINDS, State
from l10n.text import no_formula

KEYS = ("id", "also", "former", "sex", "origin", "original", "translate", "never", "note")
"""Keys of an entry that have a column of their name; the form stands in `en`."""
LISTS = ("also", "former", "never")
OF_LOCALE = ("also", "never", "state")
"""What more is said of a rendering, `ru also`."""
FORM_COLUMNS = (LOCALE, "english", "form", "source")
WORDS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
TOLD = 8
"""Bad rows that a message names."""
DRAFT = "draft"

_LIST = re.compile(r"(?:[^;\\]|\\.)+", re.DOTALL)
_FORMULA = re.compile(r"'(?='*[=+\-@\t\r])")


@dataclass(frozen=True, slots=True)
class Row:
    """A name as a table has it; what the table does not say is empty."""

    line: int
    """1-based, where the row starts."""
    name: Name
    renderings: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def as_csv(glossary: Glossary, locales: Sequence[str]) -> str:
    """Everything that is known of the names, in these locales."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    others = [locale for locale in locales if locale != LOCALE]
    more = [f"{locale} {what}" for locale in others for what in OF_LOCALE]
    writer.writerow([LOCALE, "kind", *others, *KEYS, *more])
    for name in glossary.names:
        known = [glossary.renderings.get(locale, {}).get(name.ref) for locale in others]
        cells = [name.form, name.kind, *(one.form if one else "" for one in known)]
        cells += [_cell(name.never.get("", ()) if key == "never" else getattr(name, key)) for key in KEYS]
        for locale, one in zip(others, known, strict=True):
            never = (*name.never.get(locale, ()), *(one.never if one else ()))
            cells += [_cell(one.also if one else ()), _cell(never), _state(one.state) if one else ""]
        writer.writerow(map(no_formula, cells))
    return "\ufeff" + out.getvalue()


def as_omegat(glossary: Glossary, locale: str) -> str:
    """The glossary of one locale as OmegaT reads it."""
    lines = []
    for name, term in _named(glossary, locale):
        comment = "; ".join(part for part in (name.kind, _state(glossary.state(name.ref, locale)), name.note) if part)
        for source in dict.fromkeys((name.form, *name.also, *name.former)):
            lines += ["\t".join(no_formula(_flat(cell)) for cell in (source, form, comment)) for form in term]
    return "".join(f"{line}\n" for line in lines)


def _named(glossary: Glossary, locale: str) -> Iterator[tuple[Name, tuple[str, ...]]]:
    """The names that have a form there, with all that is admitted of it."""
    for term in glossary.terms(locale):
        yield glossary.by_ref[term.id], (term.form, *(term.also if term.translate else ()))


def _state(state: State) -> str:
    return str(state) if state > State.INITIAL else DRAFT


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(re.sub(r"[;\\]", r"\\\g<0>", form) for form in value)
    return str(value)


# the way back


def read_table(data: bytes, locales: Sequence[str]) -> tuple[list[Row], list[str]]:
    """The rows of a CSV or TSV file with a header, and the columns that say nothing here.

    locales: of the project. GlossaryError with the line for what cannot be read; all bad rows are named.
    """
    text = _decoded(data)
    records = _records(text, _delimiter(text))
    _, header = next(records, (1, []))
    columns = [cell.strip().lower() for cell in header]
    meaning = [_meaning(column, locales) for column in columns]
    if ("name", "form") not in meaning:
        hint = "the first line names the columns: `en`, then `kind`, `ru`, `note` …"
        raise GlossaryError("the table has no column `en`", line=1, hint=hint)
    if twice := [one for n, one in enumerate(meaning) if one and one in meaning[:n]]:
        raise GlossaryError(f"the table has two columns for `{twice[0][-1]}`", line=1, hint="keep one")
    ignored = [cell.strip() for cell, one in zip(header, meaning, strict=True) if one is None and cell.strip()]
    return _all_good(_row(line, cells, meaning, locales) for line, cells in records), ignored


def has_header(data: bytes) -> bool:
    """Whether the first line names columns, as a table's does, and OmegaT's glossary does not."""
    first = _decoded(data).partition("\n")[0].strip()
    cells = [cell.strip(' "').lower() for cell in first.split(_delimiter(first))]
    return len(cells) > 1 and cells[0] in FORM_COLUMNS and (cells[1] == "kind" or cells[1] in KEYS)


def read_omegat(data: bytes, locale: str) -> list[Row]:
    """The lines of a glossary of OmegaT; a source that comes again adds an admitted form."""
    rows: dict[str, Row] = {}
    for row in _all_good(
        _line(number, line, locale)
        for number, line in enumerate(_decoded(data).splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ):
        known = rows.setdefault(row.name.form, row)
        more = row.renderings.get(locale, "")
        if known is not row and more and more != known.renderings.get(locale):
            also = tuple(dict.fromkeys((*known.also.get(locale, ()), more)))
            rows[row.name.form] = Row(known.line, known.name, known.renderings, {locale: also})
    return list(rows.values())


def _all_good(rows: Iterator[Row | GlossaryError]) -> list[Row]:
    """The rows; GlossaryError that names every bad one."""
    good, bad = [], []
    for one in rows:
        if isinstance(one, GlossaryError):
            bad.append(one)
        else:
            good.append(one)
    if not bad:
        return good
    first = bad[0]
    others = "; ".join(f"line {one.line}: {one.what}" for one in bad[1:TOLD])
    if len(bad) > TOLD:
        others += f"; and {len(bad) - TOLD} more"
    what = f"{first.what}; {others}" if others else first.what
    raise GlossaryError(what, line=first.line, hint=f"{first.hint}; nothing was imported")


def _decoded(data: bytes) -> str:
    codec = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as “CSV UTF-8”, or as Unicode text"
        raise GlossaryError("the table is not UTF-8", line=line, hint=hint) from None


def _delimiter(text: str) -> str:
    """What parts the cells: the commonest of comma, semicolon and tab in the first line."""
    first = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    return max(",;\t", key=first.count)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row that is not empty; GlossaryError where the table breaks off."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    at = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise GlossaryError(f"the table is broken: {error}", line=at + 1, hint="close the quotes there") from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield at + 1, [_without_mark(cell) for cell in cells]
        at = reader.line_num


def _meaning(column: str, locales: Sequence[str]) -> tuple[str, ...] | None:
    """What a column says: ("name", key), or (what, locale); None for one that says nothing here."""
    if column in FORM_COLUMNS:
        return ("name", "form")
    if column == "kind" or column in KEYS:
        return ("name", column)
    by_tag = {locale.lower(): locale for locale in locales if locale != LOCALE}
    tag, _, what = column.partition(" ")
    if tag in by_tag and what in ("", *OF_LOCALE):
        return (what or "rendering", by_tag[tag])
    return None


def _row(
    line: int, cells: Sequence[str], meaning: Sequence[tuple[str, ...] | None], locales: Sequence[str]
) -> Row | GlossaryError:
    """A row, or what is wrong with it."""
    if any(cell.strip() for cell in cells[len(meaning) :]):
        return GlossaryError("the row has more cells than the header", line=line, hint="put the text in quotes")
    values: dict[str, Any] = {}
    found: dict[str, dict[str, Any]] = {"rendering": {}, "also": {}, "never": {}, "state": {}}
    for cell, one in zip(cells, meaning, strict=False):
        if one is None or not (said := cell.strip()):
            continue
        if one[0] != "name":
            found[one[0]][one[1]] = said if one[0] in ("rendering", "state") else tuple(_list(said))
        elif one[1] in LISTS:
            values[one[1]] = _list(said)
        else:
            values[one[1]] = WORDS.get(said.lower(), said) if one[1] == "translate" else said
    values["kind"] = values.get("kind", "term").lower()
    return _checked(line, values, found["rendering"], found["also"], found["never"], locales)


def _line(number: int, line: str, locale: str) -> Row | GlossaryError:
    """A line of OmegaT's, or what is wrong with it."""
    cells = [_without_mark(cell.strip()) for cell in line.split("\t")]
    if len(cells) < 2:
        hint = "part source, target and comment by tabs"
        return GlossaryError("the line has no tab", line=number, hint=hint)
    values: dict[str, Any] = {"form": cells[0]}
    comment = cells[2].split("; ") if len(cells) > 2 else []
    if comment and comment[0] in KINDS:
        values["kind"] = comment.pop(0)
        if comment and comment[0] in (DRAFT, *map(str, State)):
            comment.pop(0)
    if comment and comment != [""]:
        values["note"] = "; ".join(comment)
    return _checked(number, values, {locale: cells[1]} if cells[1] else {}, {}, {}, (locale,))


def _checked(
    line: int,
    values: dict[str, Any],
    renderings: dict[str, str],
    also: dict[str, tuple[str, ...]],
    never: dict[str, tuple[str, ...]],
    locales: Sequence[str],
) -> Row | GlossaryError:
    """A row whose forms could stand in a glossary."""
    try:
        name = reading.entry(Place(values, 0, {}, line, {}, 0), tuple(locales))
    except GlossaryError as error:
        return error
    for form in _forms(renderings, also, never):
        if fault := forms.fault(form):
            return GlossaryError(fault[0], line=line, hint=fault[1])
    return Row(line, name, renderings, also, never)


def _forms(renderings: Mapping[str, str], *lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    yield from renderings.values()
    yield from (form for one in lists for several in one.values() for form in several)


def _without_mark(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if _FORMULA.match(cell) else cell


def _list(cell: str) -> list[str]:
    """The forms in a cell."""
    found = (re.sub(r"\\(.)", r"\1", part).strip() for part in _LIST.findall(cell))
    return [form for form in dict.fromkeys(found) if form]
