"""Copied: whether a target that is its source, letter for letter, was left, or says but names.

Left alone: names, brands, agencies, scores; words that both languages have (`Фото: архив`); titles in quotation marks.
"""

from __future__ import annotations

import re

from l10n.checks import tongues
from l10n.languages import lexicon

SMALL_IN_NAMES = lexicon(
    "of the and for in on a an to de la le les du des von van der den di da del al el bin ibn",
    "via dpa epa pool picture alliance",
)
"""Words in small letters that stand in names and credits."""
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?:")
PAGE = lexicon(
    "yes no photo photos video details courtesy illustration source sources infographic chart map graphic screenshot",
    "page weather sport sports opinion culture economy society final finals semi-final semi-finals quarter-finals team",
    "by total share comments subscribe search contact contacts news home more read about author editor translation",
)
"""Words of captions, credits and pages, with which no name begins."""
COUNTRIES = lexicon(
    "kazakhstan kyrgyzstan uzbekistan tajikistan turkmenistan russia china mongolia afghanistan iran turkey germany",
    "france ukraine belarus georgia armenia azerbaijan slovenia poland italy spain japan korea india pakistan",
)
"""Countries of the region, and some others: every language of its own script writes them in it."""
RUN = 4
"""Words of a name at most."""


def is_left(bare: str, script: str, language: str) -> bool:
    """Whether a text, which is source and target alike, was left in the language of its source.

    script: of the source; language: that of the target, which has another script or other words.
    """
    return _left_latin(bare) if script == "Latn" else _left_cyrillic(bare, language)


def _left_latin(bare: str) -> bool:
    """Words that are no name: in small letters, or words of pages, or of sentences among capitals (`To Be Built`)."""
    words = tongues.LETTERS.findall(bare)
    said = [word.lower() for word in words]
    if said[0] in PAGE and (len(said) == 1 or _LABEL.match(bare) or words[1].islower()):
        return True
    if all(word in COUNTRIES for word in said):
        return True
    if len(said) > RUN and any(word in tongues.WORDS["en"] and word not in SMALL_IN_NAMES for word in said):
        return True
    return any(word.islower() and len(word) > 2 and word not in SMALL_IN_NAMES for word in words) or (
        said[0] in tongues.WORDS["en"] and said[0] not in SMALL_IN_NAMES and len(words) > 1
    )


def _left_cyrillic(bare: str, language: str) -> bool:
    """A word in small letters, outside quotation marks, that Kazakh does not have, too; Uyghur has none of them."""
    if language == "ug":
        return True
    outside = tongues.QUOTED.sub(" ", bare)
    if tongues.OWN.search(outside):
        return language == "ru" and ordinary(outside) >= 2
    small = [word for word in tongues.LETTERS.findall(outside) if word.islower() and word not in tongues.SHARED]
    return any(word in tongues.telling("ru") or tongues.is_russian(word) for word in small) or (
        sum(len(word) > 2 and not tongues.is_kazakh(word) for word in small) > 1
    )


def ordinary(run: str) -> int:
    """Words in small letters that are not those of names."""
    return sum(word.islower() and len(word) > 1 and word not in SMALL_IN_NAMES for word in tongues.LETTERS.findall(run))
