"""A glossary: the first sync of many new names, the second; what settled names cost articles, and commands beside.

Argument: how many new names (5,000 where none is given).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import count, islice, product
from pathlib import Path

import corpus
import measure
from measure import Options, Report, figure

NAMES, SETTLED, ARTICLES = 5_000, 1_000, 100
FIRST, AGAIN = 60, 3
"""Seconds of processor time that the first sync of the new names may take, and the second."""
MORE = 1.2
"""How much a sync of articles may cost beside settled names, against none."""
LISTED = 1.5
"""Seconds of processor time in which the names of one article are listed."""
FINDINGS = (0, 1)
"""Exit statuses of a check that finds something."""

GIVEN = ("Nur Bek Er Ai Temir Zhan Gul Sab", "lan bolat sultan ira dos zhan murat ysh")
FAMILY = ("Akhmet Sadyk Tokt Omar Kasym Ibra Serik Bai Zhum Esen Kair Mukh", "ov aev ova bekov aliyev anov enova")
WESTERN = ("Hart Brad Wood Ash Kings Mill Stan West Green Hol", "ley ford ton field worth bury wick mann")
PLACES = ("Kara Ak Sary Kyzyl Zhana Tas Kok Uzyn", "tau bulak kol agash su tobe kum saray")
TYPED = {"ru": "а", "kk": "а", "ug": "ى"}
"""What is typed behind each draft, so that somebody stands for it."""


def run(options: Options) -> Report:
    """New names first, then articles beside names that are settled."""
    report = Report("A glossary")
    number = int(str(options.paths[0])) if options.paths else options.of(NAMES, 6)
    _new(report, options, number)
    _settled(report, options)
    return report


def names() -> Iterator[tuple[str, str]]:
    """Names of nobody and nowhere with their kinds, each once: people of the steppe, others, places."""
    given, family, western, places = (["".join(pair) for pair in product(*map(str.split, parts))] for parts in
                                      (GIVEN, FAMILY, WESTERN, PLACES))  # fmt: skip
    seen: set[str] = set()
    for n in count():
        for form, kind in (
            (f"{given[n * 7 % len(given)]} {family[(n * 11 + n // 84) % len(family)]}", "person"),
            (f"{western[n * 3 % 80]} {western[(n * 7 + n // 80) % 80]}", "person"),
            (f"{places[n % 64]}{places[(n * 5 + n // 64) % 64].lower()}", "place"),
        ):
            if form not in seen:
                seen.add(form)
                yield form, kind


def _project(folder: Path, number: int) -> list[str]:
    """A project with a glossary of so many names, and without articles; nothing is synced."""
    shutil.rmtree(folder, ignore_errors=True)
    corpus.archive(folder, 0)
    found = [*islice(names(), number)]
    text = "".join(f'[[name]]\nform = "{form}"\nkind = "{kind}"\n\n' for form, kind in found)
    (folder / "source" / "glossary.toml").write_text(text, encoding="utf-8")
    return [form for form, _ in found]


def _new(report: Report, options: Options, number: int) -> None:
    """The first sync drafts every name in three languages; the second finds nothing to do."""
    folder = options.data / "glossary"
    _project(folder, number)
    sync = [*measure.ours(), "-C", str(folder), "sync"]
    first = measure.once(sync)
    again = measure.commands({"again": sync}, options.runs)["again"]
    rows = [
        ["the first `l10n sync`", f"{figure(first[0])} s", f"{figure(first[1])} s", "once"],
        ["the second", f"{figure(again.median_wall)} s", f"{figure(again.median)} s", str(len(again.cpu))],
    ]
    text = f"{number:,} new names, drafted in Russian, Kazakh and Uyghur. Whole processes."
    report.table(text, ["command", "median wall", "median cpu", "times"], rows)
    if number == NAMES:
        report.aim(f"first sync of {NAMES:,} names, processor time", first[1], FIRST, least=False, unit=" s")
        report.aim("second sync, processor time", again.median, AGAIN, least=False, unit=" s")
    shutil.rmtree(folder)


def _settled(report: Report, options: Options) -> None:
    """Commands on articles whose names are settled, beside the same articles without a glossary."""
    folders = {"without a glossary": options.data / "plain", "with settled names": options.data / "settled"}
    number, articles = options.of(SETTLED, 6), options.of(ARTICLES, 2)
    forms = _project(folders["with settled names"], number)
    _project(folders["without a glossary"], 0)
    (folders["without a glossary"] / "source" / "glossary.toml").unlink()
    _settle(folders["with settled names"])
    for folder in folders.values():
        for n in range(articles):
            (folder / "source" / f"article-{n:03d}.html").write_text(_article(n, forms), encoding="utf-8")
    words = {
        "the first `l10n sync`": ["sync"],
        "`l10n sync`, nothing changed": ["sync"],
        "`l10n report`, nothing changed": ["report"],
        "`l10n names --consistency`": ["names", "--consistency"],
        "`l10n names article-000`": ["names", "article-000"],
    }
    rows, spent = [], {}
    for title, command in words.items():
        cases = {place: [*measure.ours(), "-C", str(folder), *command] for place, folder in folders.items()}
        before = {place: partial(_unsync, folder) for place, folder in folders.items()} if "first" in title else None
        timings = measure.commands(cases, options.runs, before, statuses=FINDINGS)
        spent[title] = {place: timing.median for place, timing in timings.items()}
        plain, settled = spent[title].values()
        rows.append([title, f"{figure(plain)} s", f"{figure(settled)} s", f"{figure(settled / plain)}×"])
    text = (
        f"{articles:,} articles of 4 kB, a third of their segments with one of {number:,} settled names, in 4 locales."
    )
    report.table(text, ["median cpu of whole processes", *folders, "ratio"], rows)
    if not options.tiny:
        plain, settled = spent["the first `l10n sync`"].values()
        report.aim("first sync beside settled names", settled / plain, MORE, least=False, unit="×")
        listed = spent["`l10n names article-000`"]["without a glossary"]
        report.aim("names of an article, processor time", listed, LISTED, least=False, unit=" s")
    for folder in folders.values():
        shutil.rmtree(folder)


def _article(number: int, forms: list[str]) -> str:
    """A short page of which every third sentence begins with a name."""
    said = corpus.Writer("en", number).sentences(30)
    own = forms[number % len(forms) :: max(1, len(forms) // 6)]
    return corpus.short_page(number, [f"{own[n % len(own)]}: {x}" if n % 3 == 0 else x for n, x in enumerate(said)])


def _settle(folder: Path) -> None:
    """Draft the renderings, and type another letter behind each."""
    from l10n import po

    sync = [*measure.ours(), "-C", str(folder), "sync", "--by", "editor"]
    measure.once(sync)
    for locale, letter in TYPED.items():
        path = folder / "locales" / locale / "glossary.po"
        catalog = po.read(path)
        entries = (entry.replace(targets=(entry.target + letter,)).flagged(False) for entry in catalog.entries)
        po.write(catalog.replace(entries=tuple(entries)), path)
    measure.once(sync)


def _unsync(folder: Path) -> None:
    """Take the catalogs of the articles away, not those of the glossary."""
    for path in (folder / "locales").rglob("article-*"):
        path.unlink()


if __name__ == "__main__":
    measure.main(run)
