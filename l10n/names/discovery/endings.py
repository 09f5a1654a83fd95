"""What names of people and places end with, and how a form is shortened by its case ending."""

from __future__ import annotations

import re
from collections.abc import Iterator

PERSON = re.compile(
    r"(?:[oe]v|[oe]va|yeva?|in(?:a|sky|skaya)?|ski[iy]?|skaya|b[ae][iy]|bek|bekov[a]?|gul|g[uü]l|jan|zhan|khan"
    r"|qizi|kyzy|uly|ogly|vich|[oe]vna|shvili|ian|yan|enko|chuk"
    r"|[ое]ва?|ина?|ск(?:ий|ая)|бай|бек|гуль?|гүл|жан|хан|қызы|кызы|ұлы|улы|оглы|вич|вна|швили|ян|енко|чук)$",
    re.IGNORECASE,
)
"""Endings of family and given names, Slavic, Turkic, Caucasian."""

PLACE = re.compile(
    r"(?:stan|abad|grad|gorod|burg|polis|ville|town|sk|land|стан|абад|град|бург|ск|тау|көл)$", re.IGNORECASE
)
"""Endings of places."""

SHORTEST = 3
"""Letters of a name without its ending."""
SURNAME = re.compile(r"..(?:[ое]ва?|[оеу]лы|ұлы|қызы|бек|бай|жан|хан|гүл)$")
"""Endings that only people have, in Kazakh."""


def is_personal(word: str) -> bool:
    """Whether only people are called so, in Kazakh: `Оспанов`, `Нұрбек`."""
    return SURNAME.search(word) is not None


def without(word: str, cases: tuple[str, ...]) -> Iterator[str]:
    """What is left of a word without one of these endings."""
    for case in cases:
        if word.endswith(case) and len(word) - len(case) >= SHORTEST:
            yield word.removesuffix(case)
