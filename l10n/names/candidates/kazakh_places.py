"""Places: in Kazakh spelling, and those that Kazakh names otherwise than Russian does: `kazakh_places.txt`.

Source: general knowledge of the maps and the press of Kazakhstan.
A native reader must still confirm: where two forms stand (Ташкент, Тәшкент), which one the newsroom prefers; that is
a choice of style, and the first one is only the commoner one.
"""

from __future__ import annotations

from collections.abc import Mapping

from l10n.names.candidates.fixed import words

FILE = "kazakh_places.txt"

KAZAKH = words(FILE, "places")
"""Places of Kazakhstan and its neighbours whose names are Turkic, in Kazakh spelling."""

FIRST = words(FILE, "first elements")
"""What the name of a place begins with."""

LAST = words(FILE, "last elements")
"""What the name of a place ends with."""

TRADITIONAL: Mapping[str, tuple[str, ...]] = {
    russian: tuple(kazakh.split(","))
    for russian, _, kazakh in (line.partition("=") for line in words(FILE, "traditional"))
}
"""Places by their Russian names, and the Kazakh ones, the commonest first."""
