"""TMX 1.4: translation memories as other programs write and read them.

Supported: files of any size, unit by unit in the memory of a few; several languages a unit; `xml:lang` and the old
`lang`, in any case and with `_`; UTF-8, UTF-16, and every encoding that the first line names; inline elements (bpt ept
it ph ut hi sub) as inline codes and back; notes, properties, dates, people and counts.
Unsupported: what is compressed; entities of one's own (refused, with the line); tables of characters (ude);
languages and encodings of notes and properties; `x` and `i` of inline elements are numbered anew.
Laws: read(write(units)) == units, for units as they were read and for texts with codes of ours; the same units make
the same bytes; of a file that is broken or cut off, every unit before that place is read.
Source: TMX 1.4b Specification, LISA OSCAR, 2005-04-26.

parsing, reading   a file ▸ Unit ▸ Variant ▸ Code
writing            the way back
inline             inline elements ⇄ inline codes
model              the values
"""

from __future__ import annotations

from l10n.memory.tmx.model import NOTHING, Code, Header, Said, Unit, Variant, canonical
from l10n.memory.tmx.reading import Problem, Reader, read
from l10n.memory.tmx.writing import Written, write

__all__ = [
    "NOTHING",
    "Code",
    "Header",
    "Problem",
    "Reader",
    "Said",
    "Unit",
    "Variant",
    "Written",
    "canonical",
    "read",
    "write",
]
