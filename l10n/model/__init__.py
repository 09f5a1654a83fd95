"""The nouns: frozen, and without input or output.

articles   Unit ▸ Segment ▸ its Places; State of a target
catalogs   Catalog ▸ Entry ▸ Notes
reviews    Record of a ledger; Person
names      Term ▸ Mention ▸ Analysis
findings   Finding of a check
matches    Match of a text in the memory
"""

from __future__ import annotations

from l10n.model.articles import FORMATS, JOINED, Key, Place, Segment, State, Unit
from l10n.model.catalogs import CONTENT, Catalog, Document, Entry, Notes, Previous, entry_read
from l10n.model.findings import Finding
from l10n.model.matches import MATCHES, Match
from l10n.model.names import KINDS, SEXES, Analysis, Mention, Term
from l10n.model.reviews import Person, Record

__all__ = [
    "CONTENT",
    "FORMATS",
    "JOINED",
    "KINDS",
    "MATCHES",
    "SEXES",
    "Analysis",
    "Catalog",
    "Document",
    "Entry",
    "Finding",
    "Key",
    "Match",
    "Mention",
    "Notes",
    "Person",
    "Place",
    "Previous",
    "Record",
    "Segment",
    "State",
    "Term",
    "Unit",
    "entry_read",
]
