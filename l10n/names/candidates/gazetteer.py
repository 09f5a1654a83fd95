"""Well-known places whose names are fixed by tradition: `gazetteer.txt`, English, Russian, Kazakh.

Source: general knowledge of an editor; a native reader must still confirm the Kazakh column.  Where Kazakh has
nothing of its own it writes the Russian form, so none is given for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.names.candidates import fixed
from l10n.names.candidates.asking import Ask, Candidate, base
from l10n.phrases import phrase

FILE = "gazetteer.txt"


def forms(name: str, source: str, target: str) -> tuple[str, ...]:
    """What a place of this name is called in the target, best first; () for a place that is not listed."""
    return fixed.forms(name, source, target, FILE)


def propose(ask: Ask) -> Iterator[Candidate]:
    """The traditional names of a place."""
    for form in forms(ask.name, base(ask.source), ask.target):
        yield Candidate(form, phrase("traditional form"), phrase("well-known place, from the list of the newsroom"))
