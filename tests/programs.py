"""Judges that nobody here wrote: the real programs that tests run."""

from __future__ import annotations

import os
import shutil

import pytest


def need(program: str) -> str:
    """Path of a program; the test skips where it is missing, and fails where L10N_ALL_PROGRAMS forbids that."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("L10N_ALL_PROGRAMS"):
            pytest.fail(f"`{program}` is not installed, and L10N_ALL_PROGRAMS asks for every program")
        pytest.skip(f"needs the program `{program}`")
    return path
