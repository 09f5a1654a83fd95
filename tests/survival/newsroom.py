"""A catalog with an entry in every state, its ledger, and what a program may do to them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n import ledger, po
from l10n.ledger import Ledger, Reviewer, Status
from l10n.model import Catalog, Entry, Previous, Record, State

WHEN = "2026-11-22T07:30:00Z"
LATER = "2026-11-23T09:00:00Z"
AIGUL = Reviewer(who="aigul", when=WHEN)
HEADER = (
    "Project-Id-Version: qordai\nPO-Revision-Date: 2026-11-22 12:30+0500\nLast-Translator: Dina <dina@example.org>\n"
    "Language-Team: Kazakh\nLanguage: kk\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
)
REASON = "The governor said this on Monday, not on Sunday, and he said it to the regional assembly."

Key = tuple[str, str]
HEADLINE = ("headline", "Snow closes the pass")
TWIN = ("p", "Snow closes the pass")
ROAD = ("p", "The road to the pass has been closed since Monday.")
SAID = ("p", "The governor spoke on Monday.")
BRIDGE = ("p", "The bridge opens in <a1>May</a1>, he said.")
MACHINE = ("p", "Three villages are cut off.")
CARRIED = ("p", "The army brings bread to two villages.")
OLD = ("p", "The army brings bread to a village.")
CAPTION = ("figcaption", "A snow plough at the pass.")
EMPTY = ("p", "Nobody was hurt.")

TARGETS: Mapping[Key, str] = {
    HEADLINE: "Қар асуды жапты",
    TWIN: "Асу қардан жабылды",
    ROAD: "Асуға апаратын жол дүйсенбіден бері жабық.",
    SAID: "Әкім жексенбіде сөйледі.",
    BRIDGE: "Көпір <a1>мамырда</a1> ашылады, деді ол.",
    MACHINE: "Үш ауыл қатынассыз қалды.",
    CARRIED: "Әскер бір ауылға нан жеткізіп жатыр.",
    CAPTION: "Асудағы қар күрегіш көлік.",
    EMPTY: "",
}
STATES: Mapping[Key, tuple[State, str]] = {
    HEADLINE: (State.FINAL, ""),
    TWIN: (State.REVIEWED, ""),
    ROAD: (State.REVIEWED, ""),
    SAID: (State.INITIAL, "sent back"),
    BRIDGE: (State.TRANSLATED, ""),
    MACHINE: (State.INITIAL, "draft"),
    CARRIED: (State.INITIAL, "source changed"),
    CAPTION: (State.REVIEWED, ""),
    EMPTY: (State.INITIAL, "empty"),
}


@dataclass(frozen=True)
class Desk:
    """A folder with `kk.po`, `kk.pot` and the ledger, as they are before a program comes."""

    folder: Path
    catalog: Catalog
    ledger: Ledger

    @property
    def po(self) -> Path:
        return self.folder / "kk.po"

    @property
    def pot(self) -> Path:
        return self.folder / "kk.pot"

    def template(self, *gone: Key, changed: Mapping[Key, str] | None = None) -> Path:
        """`kk.pot` for an article without some segments, and with other sources for some."""
        new = changed or {}
        entries = [
            Entry(
                entry.context, new.get(entry.key, entry.source), extracted=entry.extracted, references=entry.references
            )
            for entry in self.catalog.entries
            if entry.key not in gone
        ]
        po.write(Catalog(tuple(entries), self.catalog.header), self.pot)
        return self.pot

    def after(self, catalog: Catalog) -> dict[Key, Status]:
        """The status of every active entry of a catalog that came back, once it was observed."""
        known = self.ledger.plus(ledger.observe(catalog, self.ledger, who=lambda entry: "dina", when=LATER))
        return {key: known.status(entry) for key, entry in catalog.by_key().items()}

    def run(self, *command: str | Path, **environment: str) -> None:
        """Run a program in the folder; what it says is shown where it fails."""
        done = subprocess.run(
            list(map(str, command)),
            cwd=self.folder,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def set_up(folder: Path) -> Desk:
    """Everything typed, reviewed and written, by the verbs that people use."""
    entries = {key: _entry(n, key) for n, key in enumerate(TARGETS)}
    catalog = Catalog(tuple(entries.values()), Entry(None, "", (HEADER,)))
    carried = entries[CARRIED]
    records = Ledger()
    digest = records.digest(carried)
    records = records.plus([Record("follow", "l10n", WHEN, "p", carried.source, digest=digest, after=(OLD,))])
    records = records.plus(ledger.observe(catalog, records, who=lambda entry: "dina", when=WHEN))
    for outcome in (
        ledger.approve([entries[HEADLINE]], records, AIGUL, final=True),
        ledger.approve([entries[TWIN], entries[ROAD], entries[CAPTION]], records, AIGUL),
        ledger.send_back([entries[SAID]], records, AIGUL, reason=REASON),
    ):
        records = records.plus(outcome.records)
        entries |= {entry.key: entry for entry in outcome.entries}
    catalog = Catalog(tuple(entries.values()), catalog.header)
    desk = Desk(folder, catalog, records)
    po.write(catalog, desk.po)
    return desk


def _entry(number: int, key: Key) -> Entry:
    comments = {MACHINE: ("l10n-origin: machine",), CAPTION: ("Is this the pass, or the road below it?",)}
    return Entry(
        key[0],
        key[1],
        (TARGETS[key],),
        comments=comments.get(key, ()),
        extracted=(f"{key[0]} {number}",),
        references=(f"source/qordai.html:{10 + number}",),
        flags=("fuzzy",) if key in (MACHINE, CARRIED) else (),
        previous=Previous(*OLD) if key == CARRIED else None,
    )
