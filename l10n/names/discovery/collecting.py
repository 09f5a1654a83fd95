"""The names of an article, each once: equal ones counted, short mentions and acronyms beside the full name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from l10n.model import Mention, Term
from l10n.names.discovery import joining, kinds, lexicon, places, sequences, unmarked
from l10n.names.discovery.gathered import Gathered
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.listing import Found, Passage
from l10n.names.discovery.sequences import Evidence


def collect(passages: Sequence[Passage], language: str, known: Callable[[str], Iterable[Mention]]) -> tuple[Found, ...]:
    """The names, those mentioned most first."""
    around = lexicon.of(language)
    gathered: dict[str, Gathered] = {}
    usual, is_place, is_people = places.usual_script(passages), places.is_place(language), places.is_people(language)
    evidence = Evidence(passages, language, is_place)
    acronyms: dict[str, str] = {}
    for passage in passages:
        mentions = list(known(passage.text))
        for mention in mentions:
            _add_known(gathered, passage, mention)
        acronyms.update(joining.expansions(passage.text))
        if around is lexicon.UYGHUR:
            parts = unmarked.parts(passage.text)
        else:
            parts = (
                part
                for sequence in sequences.sequences(passage, evidence)
                for part in kinds.parts(passage.text, sequence, around, is_place, is_people)
            )
        for part in parts:
            if not places.is_foreign(part.form, usual) and not _is_inside(part, mentions):
                gathered.setdefault(part.form, Gathered(part.form)).add(part, passage.place)
    if around.declined:
        joining.join_inflected(gathered, language)
    elif language.partition("-")[0] == "en":
        joining.join_plurals(gathered, language)
    joining.join_short(gathered, language)
    joining.join_acronyms(gathered, acronyms)
    found = [one.found() for one in gathered.values()]
    found.sort(key=lambda one: (-one.count, one.form))
    return tuple(found)


def _is_inside(part: Part, mentions: Iterable[Mention]) -> bool:
    return any(mention.span[0] < part.end and part.start < mention.span[1] for mention in mentions)


def _add_known(gathered: dict[str, Gathered], passage: Passage, mention: Mention) -> None:
    term = mention.term if isinstance(mention.term, Term) else Term(mention.term)
    one = gathered.setdefault(term.form, Gathered(term.form, term=term))
    one.places.append(passage.place)
    one.forms.append(passage.text[slice(*mention.span)])
