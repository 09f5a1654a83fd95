"""Names that Kazakh takes over letter by letter from Russian: `kazakh_press.txt`.

Source: general knowledge of the press of Kazakhstan, which keeps the Russian spelling of Russian, European and most
other foreign names.  They teach the reader of names what such a name looks like, and stand for themselves.
"""

from __future__ import annotations

from l10n.names.candidates.fixed import words

FILE = "kazakh_press.txt"

GIVEN = words(FILE, "given")
"""Given names, Russian and international."""

FAMILY = words(FILE, "family")
"""Family names of men and patronymics; those of women are made from them."""
