"""What a check says of a text."""

from __future__ import annotations

from dataclasses import dataclass

SEVERITIES = ("error", "warning", "note")
"""From what must not be published to what an editor may want to know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of a check on a segment (ITS 2.0 Localization Quality Issue)."""

    type: str
    """ITS 2.0 issue type: `terminology`, `numbers` …; the file of the check is called so."""
    rule: str
    """What of it: `missing`, `spelling`, `forbidden` …"""
    severity: str
    """One of SEVERITIES."""
    message: str
    """In words for a translator."""
    span: tuple[int, int] | None = None
    """In the target, half-open; None where something is not there."""
    source_span: tuple[int, int] | None = None
    """In the source."""
    replacement: str | None = None
    """What may stand in the place of `span`, where that is certain."""
