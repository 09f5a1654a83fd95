"""Names: rendered in other languages and scripts, found in texts, inflected.

    candidates      renderings of a name in another language, ranked, each with its standard and reason
    convert         running text in another script of its language
    find            the terms of a glossary in a text, in any inflected form; Finder does it for many texts
    inflect         a name in another case; reinflect gives it the endings that another name had
    replaced        a text with another name in the place of one, where no other word has to change
    transliterate   a name in another script, by one of STANDARDS

The storeys inside, each of which knows only those above it in this drawing:

    standards                      tables of letters with their sources
    candidates   forms   loans     renderings; inflected forms; words that another script spells by tradition
    converting   discovery         running text in another script; the names that an article uses
    given                          which words readers know as given names

The function stands before the folder of the same name: `names.candidates(…)` is the function, and what is in the
folder is imported from it by name, `from l10n.names.candidates.asking import Ask`.
"""

from __future__ import annotations

from l10n.names.candidates import Candidate, candidates
from l10n.names.converting import convert
from l10n.names.forms import Finder, find, inflect, reinflect
from l10n.names.forms.replacing import replaced
from l10n.names.standards import STANDARDS, transliterate

__all__ = [
    "STANDARDS",
    "Candidate",
    "Finder",
    "candidates",
    "convert",
    "find",
    "inflect",
    "reinflect",
    "replaced",
    "transliterate",
]
