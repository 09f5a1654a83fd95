"""How a command ends: with what went wrong in two lines on stderr, and an exit status that means something."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import NoReturn

import click

from l10n import files
from l10n.cli.talk import from_here, say, visible
from l10n.errors import L10nError

INTERRUPTED = 130
"""What a shell says of a program that Ctrl-C ended: 128 and the number of the signal."""


def orderly(command: Callable[[], int | None]) -> NoReturn:
    """Run a command and leave with its exit status; letters that a terminal lacks are spelt as `\\u049a`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(command())
    except L10nError as error:
        _refuse(str(error), error.hint, error.exit_status)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        _refuse(error.format_message(), f"see `{context.command_path} --help`" if context else "", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        place = f"`{os.fsdecode(error.filename)}`: " if error.filename is not None else ""
        _refuse(f"{place}{error.strerror or error}", files.remedy(error))
    except UnicodeEncodeError as error:
        if sys.getfilesystemencoding() == "utf-8":
            raise
        what = f"`{error.object}` cannot be spelt in `{error.encoding}`, the encoding of this system's file names"
        _refuse(what, "run it with `PYTHONUTF8=1` in the environment")
    except MemoryError:
        _refuse("the memory is used up", "name fewer articles at once, or look for one that is unusually large")


def _refuse(what: str, hint: str, status: int = L10nError.exit_status) -> NoReturn:
    say(f"error: {visible(from_here(what))}", "red")
    if hint:
        say(f"hint: {visible(from_here(hint))}")
    sys.exit(status)
