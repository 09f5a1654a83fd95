"""PO catalogs: read and written by splicing (what did not change keeps its bytes), merged entry by entry, counted.

bytes ── reading, odd ──► Catalog ── writing, splicing, rendering ──► bytes
                            └── merging, conflict, header ──► Catalog
"""

from l10n.po.conflict import unconflict
from l10n.po.counting import Counts, Tally, counted, counts
from l10n.po.header import fields, new, with_fields
from l10n.po.merging import kept_out, merge
from l10n.po.reading import loads, read
from l10n.po.writing import dumps, write

__all__ = [
    "Counts",
    "Tally",
    "counted",
    "counts",
    "dumps",
    "fields",
    "kept_out",
    "loads",
    "merge",
    "new",
    "read",
    "unconflict",
    "with_fields",
    "write",
]
