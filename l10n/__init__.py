"""One article in several languages: segmented, translated in PO files, reviewed on record, built into pages.

    source/a.html ── formats.rewrite(recorder) ──► units ── segmentation, codes ──► segments
       └─► sync     align with the old catalog: keep · carry as fuzzy with the previous source · retire
            └─► review   ledger records: approve · send back with a reason · withdraw
                 └─► report   segments and words by locale and state, who, since when
                      └─► build    formats.rewrite(catalog lookup) ──► builders ──► build/

    catalogs, TMX ──► memory     what was accepted once is offered again; alignment: of published pages, too
    engines                      drafts of machine translators, and what they were worth

    source/glossary.toml ── glossary ──► names and terms, synced and reviewed as an article
       ├─► names    found in every inflected form, rendered in other languages, converted into other scripts
       └─► checks   what a target says against the glossary: findings

Rooms are imported when they are named: `import l10n` alone costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself would cost more than everything else that `l10n --version` does
if TYPE_CHECKING:
    from typing import Any

    from l10n import (
        alignment,
        assembly,
        checks,
        codes,
        engines,
        errors,
        formats,
        glossary,
        ledger,
        memory,
        model,
        names,
        po,
        project,
        segmentation,
        workflow,
    )

__version__ = "0.1.0"
__all__ = [
    "alignment",
    "assembly",
    "checks",
    "codes",
    "engines",
    "errors",
    "formats",
    "glossary",
    "ledger",
    "memory",
    "model",
    "names",
    "po",
    "project",
    "segmentation",
    "workflow",
]


def __getattr__(name: str) -> Any:
    """A public room, imported at its first use."""
    if name in __all__:
        from importlib import import_module

        return import_module(f"l10n.{name}")
    raise AttributeError(f"module `l10n` has no `{name}`")
