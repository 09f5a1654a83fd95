"""The door of the command line; `--version` is answered before anything is imported."""

from __future__ import annotations

import sys

from l10n import __version__


def main() -> None:
    """Run the command that the arguments name."""
    if sys.argv[1:] == ["--version"]:
        print(f"l10n {__version__}")
        return
    from l10n.cli import run

    run()


if __name__ == "__main__":
    main()
