"""How a command ends: with what went wrong in two lines on stderr, and an exit status that means something."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from l10n import files
from l10n.cli.talk import from_here, say, visible
from l10n.errors import L10nError

INTERRUPTED = 130
"""What a shell says of a program that Ctrl-C ended: 128 and the number of the signal."""


class Interrupted(BaseException):
    """Ctrl-C, in a command that has something to say of it: what is done by then, and how to go on."""


SPELT = "l10n-spelt"
"""How letters that a terminal lacks are written: `\\u049a`; two of these beyond U+FFFF, so that JSON stays JSON."""


def _spelt(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2)), error.end


codecs.register_error(SPELT, _spelt)


def orderly(command: Callable[[], int | None]) -> NoReturn:
    """Run a command and leave with its exit status; letters that a terminal lacks are spelt as `\\u049a`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # a shell closed it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  it stays open
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=SPELT)
    try:
        sys.exit(command())
    except L10nError as error:
        _refuse(str(error), error.hint, error.exit_status)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        _refuse(error.format_message(), f"see `{context.command_path if context else 'l10n'} --help`", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Interrupted as stopped:
        say(f"interrupted: {stopped}", "yellow")
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
