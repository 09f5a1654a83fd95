"""Names from one script into another by a table of letters: how many come out exactly right, and back again.

Arguments: tables of names, TSV with a header: `en`, `ru`, `kk` or `kk_cyrl`, `kk_arab`, `ug`, further forms in `alt_ru`
and the like, `country`, `source`, `quality`.  Rows without the columns of a direction do not count in it.  Without any,
a few names of our own show the tables; their figures say nothing.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

import measure
from measure import Options, Report, figure, installed

from l10n.errors import TransliterationError
from l10n.names import transliterate

OWN = (
    {"en": "Kunaev", "ru": "Кунаев", "kk": "Қонаев", "kk_arab": "قونايەۆ", "source": "people"},
    {"en": "Tokayev", "ru": "Токаев", "kk": "Тоқаев", "kk_arab": "توقايەۆ", "source": "people"},
    {"en": "Tianjin", "ru": "Тяньцзинь", "ug": "تيەنجىن", "country": "China", "quality": "ru:A"},
    {"en": "Turpan", "ru": "Турфан", "kk": "Тұрпан", "ug": "تۇرپان"},
    {"kk": "Үрімжі", "kk_arab": "ءۇرىمجى", "ug": "خەلقئارا"},
)
PEOPLE = re.compile("people|everypolitician:Kazakhstan")
"""Sources of names as Kazakhstan's state bodies write them."""
KAZAKH_ALL, KAZAKH_AGREED, PINYIN, UYGHUR = 90, 99, 78, 100
"""Per cent aimed at: all rows, rows whose letters agree but for ء, Chinese places, well-formed Uyghur words."""
VOWELS = "اەوۇۆۈېى"
MALFORMED = re.compile(
    rf"(?:^|[^\w])[{VOWELS}]|(?!ۈەن|ۇاڭ)[{VOWELS}][{VOWELS}]|ئ(?![{VOWELS}])"
    rf"|[^\s\u0620-\u06d5'-]"
)
"""A vowel without its ئ, ئ without a vowel, ى after a vowel, a letter of another script."""

Row = Mapping[str, str]
System = Callable[[str], str]


def run(options: Options) -> Report:
    """Every direction of which there are rows."""
    report = Report("Letters")
    rows = list(_rows(options))
    people = [row for row in rows if PEOPLE.search(row.get("source", ""))]
    chinese = [row for row in rows if _is_pinyin(row)]
    _direction(report, "ru → en, people of Kazakhstan", people, "ru", "en", _to_english(options, "ru"))
    _direction(report, "kk → en, the same people", people, "kk", "en", _to_english(options, "kk"))
    palladius, there, back = _l10n("zh", "ru"), _l10n("kk", "kk-Arab"), _l10n("kk-Arab", "kk")
    pinyin = _direction(report, "pinyin → ru, places of China", chinese, "en", "ru", {"l10n Palladius": palladius})
    all_rows = _direction(report, "kk → kk-Arab", rows, "kk", "kk_arab", {"l10n töte jazu": there})
    _direction(report, "kk-Arab → kk, capitals aside", rows, "kk_arab", "kk", {"l10n töte jazu": back})
    if options.paths:
        _kazakh_aims(report, rows, all_rows)
        report.aim("letters, pinyin → ru", pinyin, PINYIN, unit="%")
    _round_trips(report, options, rows)
    return report


def _rows(options: Options) -> Iterator[Row]:
    for row in OWN if not options.paths else ():
        yield row
    for path in options.paths:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield {"kk": row.get("kk_cyrl", ""), **{key: value or "" for key, value in row.items()}}


def _is_pinyin(row: Row) -> bool:
    """A place of China whose Russian name is sure, and is its Chinese one."""
    chinese = row.get("country", "").endswith("China") and "ru:A" in row.get("quality", "")
    return chinese and row.get("mode", "translit") == "translit"


def _direction(
    report: Report, title: str, rows: Iterable[Row], source: str, target: str, systems: Mapping[str, System]
) -> float:
    """A table of the systems; per cent of the first."""
    pairs = [row for row in rows if row.get(source) and row.get(target)]
    if not pairs:
        return 0.0
    shares = {
        name: 100 * sum(_right(row, source, target, system) for row in pairs) / len(pairs)
        for name, system in systems.items()
    }
    table = [[name, f"{figure(share)}%"] for name, share in shares.items()]
    report.table(f"{title}: {len(pairs):,} rows.", ["system", "exactly right"], table)
    return next(iter(shares.values()))


def _right(row: Row, source: str, target: str, system: System) -> bool:
    forms = {row[target], *filter(None, row.get(f"alt_{target}", "").split("|"))}
    fold = str.lower if source == "kk_arab" else str
    return fold(system(row[source])) in {fold(unicodedata.normalize("NFC", form)) for form in forms}


def _l10n(source: str, target: str, standard: str | None = None) -> System:
    def write(name: str) -> str:
        try:
            return transliterate(name, source, target, standard)
        except TransliterationError:
            return ""

    return write


def _plain(system: System) -> System:
    """Latin letters as newsrooms write them: without marks."""
    return lambda name: re.sub("[\u0300-\u036fʹʺ]", "", unicodedata.normalize("NFD", system(name)))


def _to_english(options: Options, language: str) -> dict[str, System]:
    if language == "kk":
        systems = {"l10n BGN/PCGN 1979": _plain(_l10n("kk", "en"))}
    else:
        names = ("Kazakhstan's press usage", "BGN/PCGN 1947", "ICAO Doc 9303")
        systems = {f"l10n {name}": _plain(_l10n("ru", "en", name)) for name in names}
    if options.peers and installed("anyascii"):
        from anyascii import anyascii

        systems["anyascii"] = anyascii
    if options.peers and language == "ru" and installed("iuliia"):
        import iuliia

        systems["iuliia YANDEX_MAPS"] = lambda name: str(iuliia.YANDEX_MAPS.translate(name))
    if options.peers and language == "ru" and installed("cyrtranslit"):
        import cyrtranslit

        systems["cyrtranslit"] = lambda name: str(cyrtranslit.to_latin(name, "ru"))
    return systems


def _kazakh_aims(report: Report, rows: Iterable[Row], share: float) -> None:
    """All rows; and of those whose letters agree but for ء, how many agree in ء."""
    write = _l10n("kk", "kk-Arab")
    pairs = [(write(row["kk"]), row["kk_arab"]) for row in rows if row.get("kk") and row.get("kk_arab")]
    agreed = [(ours, theirs) for ours, theirs in pairs if ours.replace("ء", "") == theirs.replace("ء", "")]
    report.aim("letters, kk → kk-Arab, all rows", share, KAZAKH_ALL, unit="%")
    right = 100 * sum(ours == theirs for ours, theirs in agreed) / max(1, len(agreed))
    report.aim("letters, kk → kk-Arab, ء where the letters agree", right, KAZAKH_AGREED, unit="%")


def _round_trips(report: Report, options: Options, rows: Iterable[Row]) -> None:
    """From Arabic letters into another script of Uyghur and back."""
    names = sorted({unicodedata.normalize("NFC", row["ug"]) for row in rows if row.get("ug")})
    well_formed = [name for name in names if not MALFORMED.search(name)]
    peers = _umsc() if options.peers and installed("umsc") else {}
    table = []
    for tag in ("ug-Latn", "ug-Cyrl", "ug-Latn-x-yeziq"):
        there, back = _l10n("ug", tag), _l10n(tag, "ug")
        systems = {"l10n": lambda name, there=there, back=back: back(there(name)), **peers.get(tag, {})}
        for system, both in systems.items():
            of_all, of_good = (sum(both(name) == name for name in part) for part in (names, well_formed))
            counts = [f"{of_all:,} of {len(names):,}", f"{of_good:,} of {len(well_formed):,}"]
            table.append([f"{system}, {tag}", *counts])
            if system == "l10n":
                share = 100 * of_good / max(1, len(well_formed))
                report.aim(f"letters, ug → {tag} → ug, well-formed", share, UYGHUR, unit="%")
    text = "Uyghur there and back: all names, and those that are well-formed."
    report.table(text, ["system", "all", "well-formed"], table)


def _umsc() -> dict[str, dict[str, System]]:
    from umsc import UgMultiScriptConverter as Converter

    found = {}
    for tag, code in (("ug-Latn", "ULS"), ("ug-Cyrl", "UCS"), ("ug-Latn-x-yeziq", "UYS")):
        there, back = Converter("UAS", code), Converter(code, "UAS")
        found[tag] = {"umsc": lambda name, there=there, back=back: str(back(there(name)))}
    return found


if __name__ == "__main__":
    measure.main(run)
