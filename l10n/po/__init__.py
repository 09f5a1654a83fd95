"""PO catalogs, read and written by splicing: an entry that did not change keeps its bytes."""

from l10n.po.reading import loads, read
from l10n.po.writing import dumps, write

__all__ = ["dumps", "loads", "read", "write"]
