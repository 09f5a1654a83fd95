"""Organisations, peoples and faiths that are called what the press calls them: `usual.txt`, four languages.

They are not spelt by sound; an organisation that leaves its name in Latin letters stays so.  Source: general
knowledge of an editor; a native reader must still confirm the Kazakh and the Uyghur column.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.languages import lexicon
from l10n.names.candidates import fixed
from l10n.names.candidates.asking import Ask, Candidate, base
from l10n.phrases import phrase

FILE = "usual.txt"
ORGANISATIONS = ("Organisations of states", "Parliaments, parties, offices", "Human rights, media, companies")
REGIONS = "Regions"
"""Sections of the list."""
STANDARD = phrase("usual form")

MEANING = lexicon(
    "agency alliance army assembly association autonomous bank bureau business commission committee company",
    "conference congress corporation council court department embassy federal federation foundation front fund",
    "group human institute international ministry movement museum national network news office organisation",
    "organization parliament party people's police political programme program radio reporting rights school",
    "security service society state states supreme television times union united university watch world",
)
"""English words that make a name one that is translated, not spelt by sound, where it has several words."""
KINDS = lexicon("area county district oblast prefecture province region republic")
"""Kinds of places. Kazakh and Uyghur put their own word behind the name; Russian makes an adjective of it."""


def is_told_by_meaning(ask: Ask) -> bool:
    """Whether a name can only be translated: spelt by sound, its words would be nonsense."""
    words = ask.name.casefold().replace("-", " ").split()
    if base(ask.source) != "en" or len(words) < 2:
        return False
    return not (MEANING | (KINDS if ask.target == "ru" else frozenset())).isdisjoint(words)


def propose(ask: Ask) -> Iterator[Candidate]:
    """What the press calls an organisation, a people or a faith."""
    for form in fixed.forms(ask.name, base(ask.source), ask.target, FILE):
        yield Candidate(form, STANDARD, phrase("as the press has it, from the list of the newsroom"))
