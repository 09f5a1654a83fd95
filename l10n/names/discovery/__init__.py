"""Discovery: the names that an article uses, known and unknown, and the spellings in it that disagree.

    passages ─► sequences   words with capitals that stand together (in Uyghur: words beside titles, family names)
             ─► kinds       titles off, neighbours parted; person, place, organisation, work or term
             ─► found       equal ones counted, short mentions beside the full name, acronyms beside what they stand for
             ─► spellings   disagreements

Everything is found by form: what is listed is for an editor to choose from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from l10n.model import Mention, Term
from l10n.names.discovery.collecting import collect
from l10n.names.discovery.listing import Disagreement, Discovery, Found, Passage
from l10n.names.discovery.spellings import disagreements

__all__ = ["Disagreement", "Discovery", "Found", "Passage", "discover"]


def discover(
    passages: Sequence[Passage],
    language: str,
    known: Callable[[str], Iterable[Mention]] = lambda text: (),
    terms: Sequence[Term] = (),
) -> Discovery:
    """The names of an article, or of several.

    known: the mentions of the glossary's names in a text, as `Finder.find` gives them.
    terms: the glossary's names; a spelling that is near to one of them disagrees, even where the name itself is not
    in the article.
    """
    found = collect(passages, language, known)
    return Discovery(found, tuple(disagreements(passages, language, found, terms)))
