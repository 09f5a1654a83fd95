"""Facts: what a text states that must not change by accident, as spans.

spans     every fact of a text in one list, for the triage of edits
"""

from __future__ import annotations

from l10n.facts.spans import FIGURE, KINDS, WORD, Fact, facts, meaning, quotations, words

__all__ = ["FIGURE", "KINDS", "WORD", "Fact", "facts", "meaning", "quotations", "words"]
