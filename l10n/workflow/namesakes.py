"""Matches of a text that are right but for names of the glossary, which take the places of those in the target.

    Gulnar Asetova opened the school in Shymkent.    Гульнар Асетова открыла школу в Шымкенте.
    Aigul Karimova opened the school in Taraz.       Айгуль Каримова открыла школу в Таразе.

The memory knows no names: what it holds is searched once more for the text without them, and compared name by name.
A name is replaced where the glossary knows both, each stands in the target once, and no other word hangs on it (see
names.replaced); figures and dates may be others besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n import names
from l10n.glossary import Glossary
from l10n.memory import Memory, adapting
from l10n.memory.searching import ADAPTED
from l10n.memory.store import base_of
from l10n.model import Match, Mention
from l10n.text import nfc
from l10n.workflow import mentions
from l10n.workflow.mentions import term_of

COMPARED = 12
"""Matches of the text without its names that are looked at."""
LEAST = 60
"""The score of the last of them: names are left out on one side."""
SHORTEST = 12
"""Characters beside the names; with fewer, nothing is said of whom they name."""


@dataclass(frozen=True)
class Namesakes:
    """Finds such matches by a glossary.

    locales: those of the project. penalties: points off by origin.
    """

    glossary: Glossary
    locales: Sequence[str]
    penalties: Mapping[str, int]

    def matches(
        self, memory: Memory, text: str, known: Iterable[Match], source: str | None, target: str | None
    ) -> list[Match]:
        """The matches of a text with its own names put in, of those known and of others.

        source, target: locales; None for all.
        """
        found: dict[tuple[str, str, str], Match] = {}
        text = nfc(text)
        least = LEAST - max(self.penalties.values(), default=0)
        for here in self._named(source):
            bare = _without(text, mentions.finder(self.glossary, here).find(text))
            near = [match for match in known if match.kind == "fuzzy" and match.source_locale == base_of(here)]
            if bare:
                near += memory.search(bare, COMPARED, least, source=here, target=target, penalties=self.penalties)
            for match in near:
                for there in self._named(target if target else match.target_locale):
                    said = self._said(match, text, (here, there)) if base_of(there) == match.target_locale else None
                    if said is not None:
                        found.setdefault((match.source, match.target, match.target_locale), _renamed(match, said))
        return list(found.values())

    def _named(self, tag: str | None) -> list[str]:
        """The locales of the project that are meant by a tag."""
        return [one for one in self.locales if tag is None or base_of(one) == base_of(tag)]

    def _said(self, match: Match, text: str, locales: tuple[str, str]) -> str | None:
        """The target of a match with the names and figures of a text; None in doubt."""
        held, asked = (mentions.finder(self.glossary, locales[0]).find(one) for one in (match.source, text))
        others = _others(held, asked)
        if not others:
            return None
        source = _with(match.source, held, text, asked)
        target = match.target if adapting.is_like(source, text, locales[0]) else None
        terms = mentions.terms(self.glossary, locales[1])
        for old, new in others:
            known = terms.get(new)
            places = mentions.finder(self.glossary, locales[1]).find(target) if target else []
            there = [one for one in places if term_of(one).id == old]
            if target is None or known is None or len(there) != 1:
                return None
            target = names.replaced(target, there[0], known, locales[1])
        if target is None or source == text:
            return target
        return adapting.adapted((source, target), text, locales)


def _renamed(match: Match, target: str) -> Match:
    return replace(match, target=target, kind="adapted", score=max(0, ADAPTED - match.penalty))


def _without(text: str, found: Sequence[Mention]) -> str:
    """A text without the names in it; "" where there are none, or where too little is left."""
    pieces, place = [], 0
    for one in found:
        pieces.append(text[place : one.span[0]])
        place = one.span[1]
    bare = " ".join("".join([*pieces, text[place:]]).split())
    return bare if found and len(bare) >= SHORTEST else ""


def _others(held: Sequence[Mention], asked: Sequence[Mention]) -> list[tuple[str, str]]:
    """Ids of the names that are others, old and new; none where the names cannot take one another's places."""
    if len(held) != len(asked) or not all(map(_alike, held, asked)):
        return []
    pairs = dict(zip(map(_id, held), map(_id, asked), strict=True))
    if len(pairs) != len(held) or len(set(pairs.values())) != len(held):
        return []  # one stands there twice
    others = [(old, new) for old, new in pairs.items() if old != new]
    return [] if {old for old, _ in others} & {new for _, new in others} else others


def _id(mention: Mention) -> str:
    return term_of(mention).id


def _alike(one: Mention, other: Mention) -> bool:
    """Both are mentions of the same make: a person's surname, a place in the dative."""
    here, there = one.analysis, other.analysis
    if here.rivals or there.rivals or here.forbidden or there.forbidden:
        return False
    same = (here.part, here.features) == (there.part, there.features)
    return same and term_of(one).kind == term_of(other).kind != "term"


def _with(text: str, held: Sequence[Mention], other: str, asked: Sequence[Mention]) -> str:
    """A text with the names of another, as they are written there."""
    for old, new in zip(reversed(held), reversed(asked), strict=True):
        text = text[: old.span[0]] + other[slice(*new.span)] + text[old.span[1] :]
    return text
