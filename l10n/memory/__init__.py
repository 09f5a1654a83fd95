"""Translation memory: whatever was accepted once is offered again.

Memory       a memory in one SQLite file: add, search, concordance, and bringing it up to date by what changed
Row          a pair as it enters, with who, when and where
similarity   the score of two texts
difference   the words in which the source of a match differs from a text

The memory is derived from catalogs and exchange files: deleting its file loses nothing.  How it works: `alphabets`
(texts with one byte a character), `features` (stems and pairs of stems), `postings` (which texts have them), `rows`
(how pairs are kept), `searching`, `adapting` (figures and dates), `concordance`, `schema` (the file).  `tmx`
reads and writes files of exchange.
"""

from __future__ import annotations

from l10n.memory.concordance import Passage
from l10n.memory.counts import Stats
from l10n.memory.rows import Row
from l10n.memory.scoring import difference, similarity
from l10n.memory.store import Memory

__all__ = ["Memory", "Passage", "Row", "Stats", "difference", "similarity"]
