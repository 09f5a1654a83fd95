"""Every benchmark, one after the other, with the same arguments; the aims of all of them in one table at the end."""

from __future__ import annotations

import subprocess
import sys

import measure

SCRIPTS = (
    *("startup", "sentences", "pages", "catalogs", "updates", "archive"),
    *("mentions", "discovery", "letters", "names_candidates", "terminology", "glossary", "checks", "memory", "tmx"),
    *("recall", "pretranslating", "workbench"),
)


def main() -> None:
    """Run them, print what they find, and leave with 1 where one of them does."""
    print(f"{measure.machine()}\n")
    aims, status = [], 0
    for name in SCRIPTS:
        command = [sys.executable, str(measure.HERE / f"{name}.py"), "--json", *sys.argv[1:]]
        done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
        status = max(status, done.returncode)
        if done.stdout:
            report = measure.loaded(done.stdout)
            aims += report.aims
            report.aims = []
            print(report.shown(), flush=True)
    print("## Aims\n")
    print(measure.aims_table(aims))
    sys.exit(status)


if __name__ == "__main__":
    main()
