"""Uyghur words with a hemze after a consonant, which Cyrillic does not write.

Cyrillic as RFA and Kazakhstan's papers print it writes nothing for a hemze inside a word (хәлқара, җәмийәт).
Between vowels it goes without saying; after a consonant only the word tells.  This list tells it for common ones:
Arabic loans with ئ or ع in the root, compounds, names of two parts.  Written in ULY; a word may go on after it, but
for one with a full stop.
Words that are others without their hemze are left out, and keep it in Cyrillic: سۈرئەت speed, سۈرەت picture.

Source: general knowledge of Uyghur orthography; a native reader must confirm the list and lengthen it.
"""

from __future__ import annotations

from l10n.languages import words

WORDS = words(
    """
    xelq'ara öz'ara milletler'ara döletler'ara sheher'ara kün'ara jem'iyet jem'iyit jem'iy mes'ul in'am in'ikas qur'an
    sen'et sen'it sün'iy jür'et jür'it mel'un qet'iy bid'et bid'it sher'iy meb'us qit'e mesh'el mesh'il pir'ewn
    en'ene en'eni hey'et hey'it bey'et bey'it shey'i ber'eks jüz'iy xil'et bir'az. ün'alghu sin'alghu
    mes'ud es'et es'ed dil'ara nur'eli tursun'ay nur'ay gül'ay memet'imin muhemmed'imin muhemmet'imin met'imin
    memet'eli muhemmed'eli muhemmet'eli abdul'ehed abdul'ehet abdul'eziz yen'en chang'en tyen'enmén
    """
)
