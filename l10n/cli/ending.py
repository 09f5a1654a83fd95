"""How a command ends: with what went wrong in two lines on stderr, and an exit status that means something."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import NoReturn

import click

from l10n.cli.talk import say
from l10n.errors import L10nError

INTERRUPTED = 130
"""What a shell says of a program that Ctrl-C ended: 128 and the number of the signal."""

HINTS = {
    errno.ENOSPC: "make room on the disk, then give the command again: every file is whole",
    errno.EDQUOT: "make room in your quota, then give the command again: every file is whole",
    errno.EACCES: "see the permissions of the file and of its folder",
    errno.EPERM: "see the permissions of the file and of its folder",
    errno.EROFS: "the disk is read-only: work on a copy that can be written",
    errno.EISDIR: "a folder stands where a file belongs: move it away",
    errno.ENOTDIR: "a file stands where a folder belongs: move it away",
    errno.EEXIST: "a file stands where a folder belongs: move it away",
    errno.ENOENT: "see whether the path is right",
    errno.ENAMETOOLONG: "give the article a shorter name",
    errno.ELOOP: "the link leads to itself: put the file there instead",
}
"""The remedy for what the system refuses; not one of these: the system's own words must do."""


def orderly(command: Callable[[], int | None]) -> NoReturn:
    """Run a command and leave with its exit status."""
    try:
        sys.exit(command())
    except L10nError as error:
        _refuse(str(error), error.hint, error.exit_status)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        place = f"`{os.fsdecode(error.filename)}`: " if error.filename is not None else ""
        _refuse(f"{place}{error.strerror or error}", HINTS.get(error.errno or 0, ""))
    except MemoryError:
        _refuse("the memory is used up", "name fewer articles at once, or look for one that is unusually large")


def _refuse(what: str, hint: str, status: int = L10nError.exit_status) -> NoReturn:
    say(f"error: {what}", "red")
    if hint:
        say(f"hint: {hint}")
    sys.exit(status)
