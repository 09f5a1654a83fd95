"""Start-up: whole processes that do nothing but start. Beside an interpreter that does nothing, and other tools."""

from __future__ import annotations

import sys

import measure
from measure import Options, Report, figure, milliseconds

VERSION, HELP = 1.5, 4
"""Times `python -c pass`: what is aimed at."""
NOTHING = "python -c pass"
PEERS = ("msgmerge --version", "pybabel --version", "pot2po --version", "deep-translator --help")


def run(options: Options) -> Report:
    """Every command in turns, each many times."""
    ours = measure.ours()
    cases = {NOTHING: [sys.executable, "-c", "pass"]}
    cases |= {f"l10n {argument}": [*ours, argument] for argument in ("--version", "--help")}
    cases["l10n sync --help"] = [*ours, "sync", "--help"]
    for peer in PEERS if options.peers else ():
        name, argument = peer.split(" ")
        path = measure.program(name)
        if path:
            cases[peer] = [path, argument]
    timings = measure.commands(cases, options.runs * options.of(5, 1))
    report = Report("Start-up")
    base = timings[NOTHING].median
    rows = []
    for name, timing in timings.items():
        row = [name, milliseconds(timing.median), milliseconds(timing.least), milliseconds(timing.median_wall)]
        rows.append([*row, f"{figure(timing.median / base)}×"])
    columns = ["command", "median cpu", "least cpu", "median wall", f"against `{NOTHING}`"]
    report.table(f"Whole processes, {len(timings[NOTHING].cpu)} times each.", columns, rows)
    report.aim("`l10n --version`", timings["l10n --version"].median / base, VERSION, least=False, unit="×")
    report.aim("`l10n --help`", timings["l10n --help"].median / base, HELP, least=False, unit="×")
    return report


if __name__ == "__main__":
    measure.main(run)
