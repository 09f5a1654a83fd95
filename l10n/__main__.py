"""The door of the command line; `--version` and `--help` are answered before anything heavy is imported."""

from __future__ import annotations

import sys

from l10n import __version__


def main() -> None:
    """Run the command that the arguments name."""
    if sys.argv[1:] == ["--version"]:
        print(f"l10n {__version__}")
        return
    if sys.argv[1:] in (["--help"], ["-h"]):
        from pathlib import Path

        print(Path(__file__).with_name("help.txt").read_text(encoding="utf-8"), end="")
        return
    from l10n.cli import run

    run()


if __name__ == "__main__":
    main()
