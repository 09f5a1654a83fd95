"""What a check says of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from l10n.phrases import Phrase

SEVERITIES = ("error", "warning", "note")
"""From what must not be published to what an editor may want to know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of a check on a segment (ITS 2.0 Localization Quality Issue)."""

    check: str
    """What says it: `terminology`, `numbers` …; the file of the check is called so."""
    rule: str
    """What of it: `missing`, `spelling`, `forbidden` …"""
    severity: str
    """One of SEVERITIES."""
    message: Phrase
    """In words for a translator."""
    span: tuple[int, int] | None = None
    """In the target, half-open; None where something is not there."""
    source_span: tuple[int, int] | None = None
    """In the source."""
    replacement: str | None = None
    """What may stand in the place of `span`, where that is certain."""

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "check": self.check,
            "rule": self.rule,
            "severity": self.severity,
            "span": list(self.span) if self.span else None,
            "source span": list(self.source_span) if self.source_span else None,
            "message": self.message,
            "replacement": self.replacement,
        }
