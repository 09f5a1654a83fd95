"""Start-up: whole processes that do nothing but start. Beside an interpreter that does nothing, and other tools.

The script `l10n` is written by the installer, not by us: that of pip 23 imports `re` before it calls us, which takes
as long as half an interpreter; that of pip 26 does not. So the script that is installed here is timed, the one of
pip 26, and `python -m l10n`, for which Python imports `runpy`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import measure
from measure import Options, Report, figure, milliseconds

VERSION, HELP = 1.5, 4
"""Times `python -c pass`: what is aimed at."""
NOTHING = "python -c pass"
PLAIN = "script without `re`"
SCRIPT = """import sys
from l10n.__main__ import main
if __name__ == '__main__':
    sys.argv[0] = sys.argv[0].removesuffix('.exe')
    sys.exit(main())
"""
"""What pip 26 writes, below its first line."""
PEERS = ("msgmerge --version", "pybabel --version", "pot2po --version", "deep-translator --help")


def run(options: Options) -> Report:
    """Every command in turns, each many times."""
    ours = measure.ours()
    cases = {NOTHING: [sys.executable, "-c", "pass"]}
    cases |= {f"l10n {argument}": [*ours, argument] for argument in ("--version", "--help")}
    plain = [sys.executable, str(_script(options.data))]
    cases |= {f"{PLAIN}, {argument}": [*plain, argument] for argument in ("--version", "--help")}
    cases["python -m l10n --version"] = [sys.executable, "-m", "l10n", "--version"]
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
    said = f"Whole processes, {len(timings[NOTHING].cpu)} times each. `l10n` is {_what(ours)}."
    report.table(said, columns, rows)
    for argument, limit in (("--version", VERSION), ("--help", HELP)):
        for name in (f"l10n {argument}", f"{PLAIN}, {argument}"):
            report.aim(name, timings[name].median / base, limit, least=False, unit="×")
    return report


def _script(folder: Path) -> Path:
    """The script that pip 26 writes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "l10n"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def _what(ours: list[str]) -> str:
    """What stands behind the command that is measured."""
    if len(ours) > 1:
        return "`python -m l10n`: no script is installed"
    imports = "imports" if "import re\n" in Path(ours[0]).read_text(encoding="utf-8") else "does not import"
    return f"the script installed here, which {imports} `re`"


if __name__ == "__main__":
    measure.main(run)
