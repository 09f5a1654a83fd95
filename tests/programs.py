"""Judges that nobody here wrote: the real programs that tests run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def need(program: str) -> str:
    """Path of a program; the test skips where it is missing, and fails where L10N_ALL_PROGRAMS forbids that."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("L10N_ALL_PROGRAMS"):
            pytest.fail(f"`{program}` is not installed, and L10N_ALL_PROGRAMS asks for every program")
        pytest.skip(f"needs the program `{program}`")
    return path


def need_file(variable: str, what: str) -> str:
    """A file that a variable of the environment names; without it as for a program."""
    path = os.environ.get(variable, "")
    if not Path(path).is_file():
        if os.environ.get("L10N_ALL_PROGRAMS"):
            pytest.fail(f"{variable} names no file, and L10N_ALL_PROGRAMS asks for every program: it is {what}")
        pytest.skip(f"needs {what}, named by {variable}")
    return path
