"""Origins: what is written is read again, and what others write breaks nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import origins
from l10n.model import MATCHES
from l10n.origins import Origin


@given(st.sampled_from(MATCHES), st.integers(0, 100))
def test_there_and_back(kind: str, score: int) -> None:
    """Law: the score and a kind that is named survive."""
    assert origins.parsed(origins.memory(kind, score)) == ("memory", kind if kind in origins.KINDS else "", score)
    assert origins.parsed(origins.alignment(score)) == ("alignment", "", score)


@pytest.mark.parametrize(
    ("origin", "parts", "machine"),
    [
        ("memory 100", Origin("memory", "", 100), False),
        ("memory in-context 100", Origin("memory", "in-context", 100), False),
        ("memory adapted 99", Origin("memory", "adapted", 99), True),
        ("memory 99", Origin("memory", "", 99), True),
        ("memory", Origin("memory"), True),
        ("memory ١٠٠", Origin("memory"), True),
        ("memory " + "9" * 5000, Origin("memory"), True),
        ("engine google", Origin("engine"), True),
        ("engine llama 100", Origin("engine"), True),
        ("machine", Origin("machine"), True),
        ("alignment 93", Origin("alignment", "", 93), False),
        ("names and figures", Origin("names"), False),
        ("practical transcription; letters of an English name", Origin("practical"), False),
        ("", Origin(""), False),
    ],
)
def test_parts(origin: str, parts: Origin, machine: bool) -> None:
    """Also of what somebody else wrote there."""
    assert origins.parsed(origin) == parts
    assert origins.is_machine_made(origin) == machine
