"""Given names, and family names that everybody knows, whose spelling is fixed by use: `people.txt`, English, Russian.

Source: general knowledge of an editor; no list was copied.
"""

from __future__ import annotations

from l10n.names.candidates import fixed

FILE = "people.txt"


def forms(name: str, source: str, target: str) -> tuple[str, ...]:
    """How the target writes this one name, the usual spelling first; () for a name that is not listed."""
    return fixed.forms(name, source, target, FILE)
