"""Uyghur words with a hemze after a consonant, which Cyrillic does not write.

Cyrillic as RFA and Kazakhstan's papers print it writes nothing for a hemze inside a word (хәлқара, җәмийәт).
Between vowels it goes without saying; after a consonant only the word tells.  This list tells it for common ones:
Arabic loans with ئ or ع in the root, compounds, names of two parts.  Written in ULY; a word may go on after it,
and its last a or e may be raised to i.

Source: general knowledge of Uyghur orthography; a native reader must confirm the list and lengthen it.
"""

from __future__ import annotations

from l10n.languages import words

WORDS = words(
    """
    xelq'ara öz'ara milletler'ara döletler'ara sheher'ara jem'iy mes'ul in'am in'ikas qur'an sen'et
    sün'iy jür'et mel'un qet'iy sür'et bid'et sher'iy meb'us qit'e men'i qel'e mesh'el pir'ewn köz'eynek
    ün'alghu sin'alghu mes'ud es'et es'ed tel'et dil'ara gül'ara nur'eli tursun'ay nur'ay gül'ay
    memet'imin muhemmed'imin muhemmet'imin met'imin memet'eli muhemmed'eli muhemmet'eli abdul'ehed
    abdul'eziz abdul'ehet yen'en chang'en tyen'enmén
    """
)
