"""Given names, surnames and their parts, as Uyghur spells them, in Uyghur Latin letters (ULY): `uyghur_names.txt`.

ULY says which letter each sound is (é ې, e ە, x خ, h ھ, gh غ, q ق), so the Arabic form follows by the standard.
English, Russian and Kazakh spellings find a name by its bare sounds: `Gulbakhar`, `Гульбахар`, `Гүлбаһар`: Gülbahar.

Source: general knowledge of Uyghur names (Uyghur press, dictionaries of given names); written by hand.
A native reader must still confirm: names of Kazakhs, Uzbeks and Kyrgyz (NEIGHBOURS), whose own spelling Uyghur papers
follow more or less; the ending -ow or -of after a surname; doubled letters (Muhemmet, Muhemmed).
"""

from __future__ import annotations

from l10n.names.candidates.fixed import words

FILE = "uyghur_names.txt"

MALE = words(FILE, "male")
"""Given names of men, and surnames."""

FEMALE = words(FILE, "female")
"""Given names of women."""

NEIGHBOURS = words(FILE, "neighbours")
"""Names of Kazakhs, Uzbeks, Kyrgyz and others, as Uyghur papers write them."""

ENDINGS = words(FILE, "endings")
"""Parts that stand at the end of names."""

WORLD = tuple(tuple(line.split()) for line in words(FILE, "world"))
"""Given names and surnames of the world's news: English, Russian, Uyghur."""
