"""Names in another language: how often the first candidate is exactly right, and how often one of the first five.

Arguments: tables of names, TSV with a header: `en`, `ru`, `kk`, `ug`, further forms in `alt_ru` and the like, `kind`,
`mode` (only `translit` counts), `quality` (`ru:A/kk:B`; places count where the target's is A), `source`.  Without any,
a few names of our own show the tables; their figures say nothing.
"""

from __future__ import annotations

import csv
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import measure
from measure import MISSING, Options, Report, figure, installed

from l10n import names

OWN = (
    {"en": "Tokayev", "ru": "Токаев", "kk": "Тоқаев", "kind": "family-name", "source": "everypolitician:Kazakhstan"},
    {"en": "Nurlan", "ru": "Нурлан", "kk": "Нұрлан", "kind": "given-name", "source": "everypolitician:Kazakhstan"},
    {"en": "Turpan", "ru": "Турфан", "kk": "Тұрфан", "ug": "تۇرپان", "kind": "city", "quality": "ru:A/kk:A/ug:A"},
    {"en": "Boston", "ru": "Бостон", "kk": "Бостон", "ug": "بوستون", "kind": "city", "quality": "ru:A/kk:A/ug:A"},
)
PEOPLE = ("person", "given-name", "family-name", "patronymic")
PARLIAMENT = "everypolitician:Kazakhstan"
FEW = 5
"""Candidates that a translator looks at."""

Row = Mapping[str, str]
System = Callable[[str], str]


@dataclass(frozen=True)
class Direction:
    """A direction with what is aimed at, in per cent, and the best tool there was."""

    source: str
    target: str
    rows: str
    """places, people, parliament."""
    first: float
    five: float
    before: str
    """The best tool found before, on another part of the same names, and its per cent."""
    peer: str = ""
    """The tool that is measured beside, where it is installed."""

    @property
    def title(self) -> str:
        return f"{self.source} → {self.target}, {self.rows}"


DIRECTIONS = (
    Direction("en", "ru", "places", 55, 80, "cyrtranslit 34", "cyrtranslit"),
    Direction("en", "ru", "parliament", 80, 95, "ICU Latin-Russian/BGN 64", "cyrtranslit"),
    Direction("ru", "en", "parliament", 80, 95, "iuliia YANDEX_MAPS 69", "iuliia"),
    Direction("kk", "en", "parliament", 60, 85, "ICU kk BGN 41", "anyascii"),
    Direction("kk", "en", "people", 60, 85, "ICU kk BGN 61", "anyascii"),
    Direction("en", "kk", "people", 65, 88, "ICU Latin-Russian/BGN 45", ""),
    Direction("ru", "kk", "places", 90, 96, "the Russian form 84", "copy"),
    Direction("ru", "kk", "people", 75, 92, "the Russian form 51", "copy"),
    Direction("en", "ug", "places", 45, 75, "umsc 25", "umsc ULS"),
    Direction("ru", "ug", "places", 60, 85, "umsc 35", "umsc UCS"),
)


def run(options: Options) -> Report:
    """Every direction of which there are rows, in one table."""
    report = Report("Candidates")
    rows, table = list(_rows(options)), []
    for one in DIRECTIONS:
        pairs = [row for row in rows if _counts(row, one)]
        if pairs:
            table.append(_measured(report, options, one, pairs))
    head = ["direction", "rows", "first", "among five", "aims", "ms a name", "measured beside", "best before"]
    report.table("Exactly right, per cent.", head, table)
    return report


def _rows(options: Options) -> Iterator[Row]:
    yield from OWN if not options.paths else ()
    for path in options.paths:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield {key: value or "" for key, value in row.items()}


def _counts(row: Row, one: Direction) -> bool:
    if row.get("mode", "translit") != "translit" or not row.get(one.source) or not row.get(one.target):
        return False
    if one.rows == "parliament":
        return PARLIAMENT in row.get("source", "")
    person = row.get("kind") in PEOPLE
    return person if one.rows == "people" else not person and f"{one.target}:A" in row.get("quality", "")


def _measured(report: Report, options: Options, one: Direction, rows: list[Row]) -> list[str]:
    """A line of the table."""
    first = five = 0
    names.candidates(rows[0][one.source], one.source, one.target)
    started = time.process_time()
    for row in rows:
        found = [candidate.text for candidate in names.candidates(row[one.source], one.source, one.target)]
        right = _forms(row, one.target)
        first += bool(found) and found[0] in right
        five += any(form in right for form in found[:FEW])
    each = 1000 * (time.process_time() - started) / len(rows)
    shares = [100 * count / len(rows) for count in (first, five)]
    if options.paths:
        report.aim(f"candidates, {one.title}, first", shares[0], one.first, unit="%")
        report.aim(f"candidates, {one.title}, among five", shares[1], one.five, unit="%")
    peer = _peer(options, one.peer)
    beside = MISSING if one.peer else ""
    if peer:
        right_too = sum(peer(row[one.source]) in _forms(row, one.target) for row in rows)
        beside = f"{one.peer} {figure(100 * right_too / len(rows))}"
    line = [one.title, f"{len(rows):,}", *map(figure, shares), f"{one.first} / {one.five}", figure(each)]
    return [*line, beside, one.before]


def _forms(row: Row, language: str) -> set[str]:
    """The forms that are right."""
    forms = [row[language], *filter(None, row.get(f"alt_{language}", "").split("|"))]
    return {unicodedata.normalize("NFC", form) for form in forms}


def _peer(options: Options, name: str) -> System | None:
    """Another program's way with a name; None where it is not installed or not asked for."""
    package, _, script = name.partition(" ")
    if name == "copy":
        return str
    if not options.peers or not package or not installed(package):
        return None
    if package == "umsc":
        from umsc import UgMultiScriptConverter

        return UgMultiScriptConverter(script, "UAS")
    if package == "cyrtranslit":
        import cyrtranslit

        return lambda form: str(cyrtranslit.to_cyrillic(form, "ru"))
    if package == "iuliia":
        import iuliia

        return lambda form: str(iuliia.YANDEX_MAPS.translate(form))
    from anyascii import anyascii

    return anyascii


if __name__ == "__main__":
    measure.main(run)
