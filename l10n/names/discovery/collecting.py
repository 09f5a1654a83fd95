"""The names of an article, each once: equal ones counted, short mentions and acronyms beside the full name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.model import Mention, Term
from l10n.model.names import KINDS
from l10n.names.discovery import kinds, lexicon, places, sequences, unmarked
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.listing import Found, Passage
from l10n.names.discovery.sequences import Evidence


@dataclass
class Gathered:
    """A name while its mentions are gathered."""

    form: str
    kinds: list[str] = field(default_factory=list)
    whys: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    term: Term | None = None
    parts: list[str] = field(default_factory=list)

    def add(self, part: Part, place: str) -> None:
        """One more mention."""
        self.kinds.append(part.kind)
        self.whys.setdefault(part.kind, part.why)
        self.places.append(place)

    def join(self, other: Gathered) -> None:
        """Mentions of another form of this name."""
        self.places += other.places
        self.forms += [other.form, *other.forms]
        if not any(self.kinds):
            self.kinds, self.whys = other.kinds, other.whys

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.form.split())

    def kind(self) -> str:
        """The kind that most mentions told; `term` where none did."""
        told = [kind for kind in self.kinds if kind]
        return max(KINDS, key=lambda kind: (told.count(kind), -KINDS.index(kind))) if told else "term"

    def found(self) -> Found:
        kind = self.term.kind if self.term else self.kind()
        why = "in the glossary" if self.term else self.whys.get(kind, "a capital")
        forms = tuple(dict.fromkeys(form for form in self.forms if form != self.form))
        return Found(self.form, kind, len(self.places), tuple(dict.fromkeys(self.places)), why, forms, self.term)


def collect(passages: Sequence[Passage], language: str, known: Callable[[str], Iterable[Mention]]) -> tuple[Found, ...]:
    """The names, those mentioned most first."""
    around = lexicon.of(language)
    gathered: dict[str, Gathered] = {}
    evidence = Evidence(passages, language)
    usual = places.usual_script(passages)
    acronyms: dict[str, str] = {}
    for passage in passages:
        mentions = list(known(passage.text))
        for mention in mentions:
            _add_known(gathered, passage, mention)
        acronyms.update(_expansions(passage.text))
        if around is lexicon.UYGHUR:
            parts = unmarked.parts(passage.text)
        else:
            is_place, is_people = places.is_place(language), places.is_people(language)
            parts = (
                part
                for sequence in sequences.sequences(passage, evidence)
                for part in kinds.parts(passage.text, sequence, around, is_place, is_people)
            )
        for part in parts:
            if not places.is_foreign(part.form, usual) and not _is_inside(part, mentions):
                gathered.setdefault(part.form, Gathered(part.form)).add(part, passage.place)
    _join_inflected(gathered, language)
    _join_short(gathered)
    _join_acronyms(gathered, acronyms)
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


def _join_inflected(gathered: dict[str, Gathered], language: str) -> None:
    """`Uighurs` is `Uighur`; where nouns are declined, a form is joined to the one it is made from."""
    if language.partition("-")[0] == "en":
        is_people = places.is_people(language)
        for form in [form for form in gathered if form.endswith("s")]:
            if form[:-1] in gathered or (is_people(form) and is_people(form[:-1])):
                gathered.setdefault(form[:-1], Gathered(form[:-1])).join(gathered.pop(form))
        return
    from l10n.names.forms import Finder

    unknown = sorted((form for form, one in gathered.items() if one.term is None), key=len)
    finder = Finder(language, unknown)
    for form in reversed(unknown):
        bases = [
            str(mention.term)
            for mention in finder.find(form)
            if mention.span == (0, len(form)) and mention.term != form and mention.term in gathered
        ]
        if bases:
            gathered[min(bases, key=len)].join(gathered.pop(form))


def _join_short(gathered: dict[str, Gathered]) -> None:
    """A surname, or a given name, alone is the person of that name, where there is only one."""
    full: dict[str, set[str]] = {}
    for one in gathered.values():
        if len(one.words) > 1 and (one.term.kind if one.term else one.kind()) == "person":
            for word in (*one.words, one.words[-1].rpartition("-")[2]):
                full.setdefault(word, set()).add(one.form)
    for form in [form for form, one in gathered.items() if len(one.words) == 1 and one.term is None]:
        owners = full.get(form, set()) - {form}
        if len(owners) == 1:
            gathered[owners.pop()].join(gathered.pop(form))


_IN_BRACKETS = re.compile(r"((?:[\w'’-]+ ){1,9})\(([^\W\d_]{2,8})\)")


def _expansions(text: str) -> Iterator[tuple[str, str]]:
    """What acronyms in brackets stand for: `Xinjiang-Uighur Autonomous Region (XUAR)`."""
    for match in _IN_BRACKETS.finditer(text):
        acronym = match[2]
        if not acronym.isupper():
            continue
        words = match[1].split()
        for start in range(len(words)):
            letters = [part[0] for word in words[start:] for part in word.split("-") if part]
            capitals = "".join(letter for letter in letters if letter.isupper())
            if words[start][0].isupper() and acronym in (capitals, "".join(letters).upper()):
                yield acronym, " ".join(words[start:])
                break


def _join_acronyms(gathered: dict[str, Gathered], acronyms: dict[str, str]) -> None:
    for acronym, full in acronyms.items():
        if acronym in gathered and full in gathered and gathered[acronym].term is None:
            gathered[full].join(gathered.pop(acronym))
