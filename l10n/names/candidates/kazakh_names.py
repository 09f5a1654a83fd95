"""Kazakh names and what they are made of, in Kazakh spelling: `kazakh_names.txt`.

A name is whole (COMMON, MEN, WOMEN, PEOPLES), or a first and a last element (FIRST, LAST: Нұр + лан, Бақыт + жан); a
family name is one of these with an ending.

Source: general knowledge of Kazakh names (Arabic and Persian names in their Kazakh form, Turkic names, wish names with
тұр-, тоқта-, бер-); spelt as the press spells them, by the orthography of 1957.
A native reader must still confirm: rarer names, and which vowel is the commoner one where passports have two
(Ғалымжан and Ғалимжан, Мұхамед and Мұхаммед).
"""

from __future__ import annotations

from l10n.names.candidates.fixed import words

FILE = "kazakh_names.txt"

COMMON = words(FILE, "common")
"""Given names that every reader of Kazakh news has met often."""

MEN = words(FILE, "men")
"""Given names of men; family names and patronymics grow from them."""

WOMEN = words(FILE, "women")
"""Given names of women."""

PEOPLES = words(FILE, "peoples")
"""Tribes and clans, which given and family names repeat."""

FIRST = words(FILE, "first elements")
"""What a compound name begins with."""

LAST = words(FILE, "last elements")
"""What a compound name ends with."""
