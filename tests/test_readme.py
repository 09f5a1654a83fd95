"""The README's Python runs, and gives what it says it gives."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)


def test_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line in a clone; a comment that is a Python value is what its line gives."""
    monkeypatch.chdir(ROOT)
    known: dict[str, Any] = {}
    compared = 0
    for line in "".join(BLOCKS).splitlines():
        code, _, said = line.partition("  # ")
        try:
            value, wanted = eval(code, known), ast.literal_eval(said)  # the README's own expressions
        except SyntaxError:
            exec(code, known)  # a statement, or a comment in words
            continue
        except ValueError:
            continue
        compared += 1

        assert value == wanted, line
    assert compared >= 9
