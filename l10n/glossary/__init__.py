"""The file `source/glossary.toml`: the names and terms of a newsroom.

bytes ── scanning: where each entry and its values stand ── reading, forms: what they say, checked ──► Names
                                   Names + renderings of the catalogs ── rendered ──► Terms of a locale

It stands below the rooms, because a format walks it, and names are found and rendered by it.
"""

from __future__ import annotations

from l10n.glossary.editing import Cut, added, changed, cut, put_back, removed
from l10n.glossary.forms import FORM_MAX, fault, fault_of
from l10n.glossary.origins import tag
from l10n.glossary.reading import KEYS, Name, about, check, read
from l10n.glossary.rendered import LOCALE, Glossary, Rendering
from l10n.glossary.scanning import Place, decode, scan

__all__ = [
    "FORM_MAX",
    "KEYS",
    "LOCALE",
    "Cut",
    "Glossary",
    "Name",
    "Place",
    "Rendering",
    "about",
    "added",
    "changed",
    "check",
    "cut",
    "decode",
    "fault",
    "fault_of",
    "put_back",
    "read",
    "removed",
    "scan",
    "tag",
]
