"""What the workbench says, in the language of who reads it: gettext catalogs, compiled beside this file."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from l10n import languages

FOLDER = Path(__file__).parent / "words"
"""Holds `<locale>.mo`."""
SOURCE = "en"
"""What templates and modules are written in."""
TONGUES = (SOURCE, "ru", "kk", "ug")
"""Languages of the interface, and the order in which they are offered."""
NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша", "ug": "ئۇيغۇرچە"}
"""What each is called by those who read it."""


@cache
def translations(tongue: str) -> gettext.NullTranslations:
    """The catalog of a language; English, which has none, says what the templates say."""
    path = FOLDER / f"{tongue}.mo"
    if tongue == SOURCE or not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def preferred(accepted: str, wanted: Iterable[str] = ()) -> str:
    """The language to speak: the first that is wanted, else the best of an Accept-Language header."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:20]):
        tag, _, weight = part.partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, tag.strip().lower()))
        except ValueError:
            continue
    asked = (*wanted, *(tag for _, _, tag in sorted(weighed)))
    return next((base for tag in asked if (base := tag.partition("-")[0]) in TONGUES), SOURCE)


def direction(tongue: str) -> str:
    """`ltr` or `rtl`."""
    return languages.get(tongue).direction
