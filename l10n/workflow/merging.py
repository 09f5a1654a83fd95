"""merge: two branches changed a catalog."""

from __future__ import annotations

from pathlib import Path

from l10n import po


def merge(base: Path, ours: Path, theirs: Path) -> int:
    """Merge two catalogs that grew from one; the result takes the place of ours. How many entries are in doubt."""
    before, mine, yours = (po.read(path) for path in (base, ours, theirs))
    known = {text for entry in (*mine.entries, *yours.entries) for text in po.kept_out(entry)}
    merged = po.merge(before, mine, yours)
    po.write(merged, ours)
    return sum(not known.issuperset(po.kept_out(entry)) for entry in merged.entries)
