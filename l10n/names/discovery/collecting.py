"""The names of an article, each once: equal ones counted, short mentions and acronyms beside the full name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from l10n.model import Mention, Term
from l10n.names.discovery import joining, kinds, lexicon, places, quoted, sequences, unmarked
from l10n.names.discovery.gathered import Gathered
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.listing import Found, Passage
from l10n.names.discovery.sequences import Evidence


def collect(passages: Sequence[Passage], language: str, known: Callable[[str], Iterable[Mention]]) -> tuple[Found, ...]:
    """The names, those mentioned most first."""
    around = lexicon.of(language)
    gathered: dict[str, Gathered] = {}
    usual = places.usual_script(passages)
    evidence = Evidence(passages, language)
    acronyms: dict[str, str] = {}
    for passage in passages:
        mentions = list(known(passage.text))
        for mention in mentions:
            _add_known(gathered, passage, mention)
        acronyms.update(joining.expansions(passage.text))
        for part in parts_of(passage, evidence):
            if not places.is_foreign(part.form, usual) and not _overlaps(part, [mention.span for mention in mentions]):
                gathered.setdefault(part.form, Gathered(part.form)).add(part, passage.place)
    if around.declined:
        joining.join_inflected(gathered, language)
    elif language.partition("-")[0] == "en":
        joining.join_plurals(gathered, language)
    joining.join_capitals(gathered)
    joining.join_credits(gathered)
    joining.join_longer(gathered)
    joining.tell_surnames(gathered)
    joining.join_short(gathered, language)
    joining.join_acronyms(gathered, acronyms)
    found = [one.found() for one in gathered.values()]
    found.sort(key=lambda one: (-one.count, one.form))
    return tuple(found)


def parts_of(passage: Passage, evidence: Evidence) -> Iterator[Part]:
    """The names of a passage: those in quotation marks, and what stands outside of these."""
    known = evidence.knowledge
    marked = list(quoted.parts(passage.text, known.around))
    yield from marked
    if known.around is lexicon.UYGHUR:
        others = unmarked.parts(passage.text)
    else:
        others = (
            part
            for sequence in sequences.sequences(passage, evidence)
            for part in kinds.parts(passage.text, sequence, known)
        )
    spans = [(part.start, part.end) for part in marked]
    yield from (part for part in others if not _overlaps(part, spans))


def _overlaps(part: Part, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < part.end and part.start < end for start, end in spans)


def _add_known(gathered: dict[str, Gathered], passage: Passage, mention: Mention) -> None:
    term = mention.term if isinstance(mention.term, Term) else Term(mention.term)
    one = gathered.setdefault(term.form, Gathered(term.form, term=term))
    one.places.append(passage.place)
    one.forms.append(passage.text[slice(*mention.span)])
