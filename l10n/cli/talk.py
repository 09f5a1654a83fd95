"""How the command line speaks: stdout is data, stderr is talk, nothing is said by colour alone."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click


def say(message: str, colour: str = "") -> None:
    """A line for people, on stderr."""
    click.echo(click.style(message, fg=colour) if colour and has_colour(sys.stderr) else message, err=True)


def has_colour(stream: Any) -> bool:
    """Whether colours are wanted there: on a terminal that does not say NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def now() -> str:
    """UTC, as records hold it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


FEW = 20
"""So many steps take no time that anybody waits for."""


@contextmanager
def counter(what: str) -> Iterator[Callable[[int, int], None]]:
    """A counter of steps on a terminal's stderr (done, of how many); silent in a pipe and for a handful."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return

    def step(done: int, total: int) -> None:
        if total >= FEW:
            print(f"\r{what} {done}/{total}\x1b[K", end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def progress(total: int, what: str) -> Iterator[Callable[[int], None]]:
    """The same where it is known of how many."""
    with counter(what) as step:
        yield lambda done: step(done, total)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 segment", "2 segments"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def width() -> int | None:
    """Columns of the terminal; None in a pipe, where nothing is shortened."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}
"""Control characters ▸ their pictures (Unicode, Control Pictures); those of the C1 set have none."""


def visible(text: str) -> str:
    """A text of an article or a catalog as a terminal may show it: no control character in it does anything."""
    return text.translate(_PICTURES)


def from_here(text: str) -> str:
    """What is said of files below the working directory, as a person there would type their paths."""
    try:
        here = str(Path.cwd())
    except OSError:  # it is gone
        return text
    return re.sub(rf"(?<![\w./-]){re.escape(here)}/", "", text) if here != "/" else text


def diff(old: str, new: str) -> str:
    """The way from old to new in one line: `[-gone-]{+come+}`, in colour on a terminal."""
    from l10n.text import word_diff

    shown = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    colours = {"-": "red", "+": "green"}
    coloured = has_colour(sys.stdout)
    pieces = []
    for sign, piece in word_diff(visible(old), visible(new)):
        said = shown[sign].format(piece)
        pieces.append(click.style(said, fg=colours[sign]) if coloured and sign in colours else said)
    return "".join(pieces)
