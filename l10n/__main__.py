"""The door of the command line; `--version` and `--help` are answered before anything heavy is imported."""

from __future__ import annotations

import sys

from l10n import __version__


def main() -> None:
    """Run the command that the arguments name."""
    try:
        if sys.argv[1:] == ["--version"]:
            _show(f"l10n {__version__}\n")
        elif sys.argv[1:] in (["--help"], ["-h"]):
            from pathlib import Path

            _show(Path(__file__).with_name("help.txt").read_text(encoding="utf-8"))
        else:
            from l10n.cli import run

            run()
    except KeyboardInterrupt:  # while a module is imported; what comes later is ended by `run`
        sys.exit(130)


def _show(text: str) -> None:
    """Print a text, quietly where nobody reads it."""
    import os

    try:
        print(text, end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)


if __name__ == "__main__":
    main()
