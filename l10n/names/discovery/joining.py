"""Mentions of one name are joined: inflected forms, a surname alone, an acronym with what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.model import Term
from l10n.names.discovery import kinds, knowledge, nominative, places
from l10n.names.discovery.gathered import Gathered
from l10n.phrases import phrase

Names = dict[str, Gathered]
"""By form."""


def join_plurals(gathered: Names, language: str) -> None:
    """`Uighurs` is `Uighur`."""
    is_people = places.is_people(language)
    for form in [form for form in gathered if form.endswith("s")]:
        if places.is_place(language)(form):
            continue
        if form[:-1] in gathered or (is_people(form) and is_people(form[:-1])):
            gathered.setdefault(form[:-1], Gathered(form[:-1])).join(gathered.pop(form))


def join_inflected(gathered: Names, language: str) -> None:
    """A form is joined to the name that it is made from; one that stands in no nominative gets its likeliest."""
    known = knowledge.of(language)
    _join_to(gathered, language, [form for form, one in gathered.items() if one.term is None])
    made = []
    for form, one in list(gathered.items()):
        base = "" if one.term else nominative.of(form, one.kind(), language, one.near)
        if base and base != form:
            if base not in gathered:
                made.append(base)
            gathered.setdefault(base, Gathered(base)).join(gathered.pop(form))
    _join_to(gathered, language, made)
    for form, one in gathered.items():
        if one.term is None and not any(one.kinds) and (told := kinds.of_form(form, known))[0]:
            one.kinds, one.whys = [told[0]], {told[0]: told[1]}


def _join_to(gathered: Names, language: str, bases: Sequence[str]) -> None:
    """Join what is an inflected form of one of these names, the shortest of several."""
    from l10n.names.forms import Finder

    if not bases:
        return
    shortest_first: list[str] = sorted(bases, key=len)
    finder = Finder(language, shortest_first)
    for form in sorted((form for form, one in gathered.items() if one.term is None), key=len, reverse=True):
        found = [
            str(term)
            for mention in finder.find(form)
            if mention.span == (0, len(form))
            for term in (mention.term, *mention.analysis.rivals)
            if term != form and term in gathered
        ]
        if found:
            gathered[min(found, key=len)].join(gathered.pop(form))


def join_capitals(gathered: Names) -> None:
    """A name in a line of capitals is the one of the text: `BEIRUT`."""
    spelt = {form.casefold(): form for form in gathered if not form.isupper()}
    for form in [form for form, one in gathered.items() if form.isupper() and one.term is None]:
        other = spelt.get(form.casefold())
        if other:
            gathered[other].join(gathered.pop(form))


def join_credits(gathered: Names) -> None:
    """An acronym before a person whom the article names otherwise is a credit: `EPA Kwasi Osei`."""
    for form in [form for form, one in gathered.items() if one.term is None and len(one.words) > 2]:
        first, _, rest = form.partition(" ")
        if first.isupper() and rest in gathered and gathered[rest].kind() == "person":
            gathered[rest].join(gathered.pop(form))


def join_longer(gathered: Names) -> None:
    """A person without the middle name is the one with it: `Edward Lorn`, `Edward Nathan Lorn`."""
    longer: dict[tuple[str, str], set[str]] = {}
    for form, one in gathered.items():
        if len(one.words) > 2 and one.kind() == "person":
            longer.setdefault((one.words[0], one.words[-1]), set()).add(form)
    for form in [form for form, one in gathered.items() if len(one.words) == 2 and one.term is None]:
        full = longer.get((gathered[form].words[0], gathered[form].words[1]), set())
        if len(full) == 1:
            gathered[min(full)].join(gathered.pop(form))


def tell_surnames(gathered: Names) -> None:
    """Who says something under one word is the person whose untold name ends so: `Lorn said`, `Alys Lorn`."""
    spoken = {form for form, one in gathered.items() if len(one.words) == 1 and one.kind() == "person"}
    for one in gathered.values():
        if len(one.words) in (2, 3) and not any(one.kinds) and one.words[-1] in spoken and not one.form.isupper():
            one.kinds, one.whys = ["person"], {"person": phrase("`{name}` is a person elsewhere", name=one.words[-1])}


def join_short(gathered: Names, language: str) -> None:
    """A surname, or a given name, alone is the person of that name, in any case, where there is only one."""
    from l10n.names.forms import Finder

    people = [
        one.term or Term(one.form, "person", one.form)
        for one in gathered.values()
        if len(one.words) > 1 and (one.term.kind if one.term else one.kind()) == "person"
    ]
    finder = Finder(language, people, known=people)
    for form in [form for form, one in gathered.items() if len(one.words) == 1 and one.term is None]:
        owners = {
            term.form
            for mention in finder.find(form)
            if mention.span == (0, len(form))
            for term in (mention.term, *mention.analysis.rivals)
            if isinstance(term, Term)
        }
        owners |= {term.form for term in people if form == term.form.rpartition(" ")[2].rpartition("-")[2]}
        if len(owners) == 1:
            gathered[owners.pop()].join(gathered.pop(form))
        elif owners and not any(gathered[form].kinds):
            gathered[form].kinds, gathered[form].whys = ["person"], {"person": phrase("a name of several persons")}


_WORDS = r"(?<![\w'’-])[\w'’-]+(?:[ \u00a0][\w'’-]+){0,9}"
_ACRONYM = r"[^\W\d_]{2,8}"
_BEHIND = re.compile(rf"({_WORDS})[ \u00a0]\(({_ACRONYM})\)")
_BEFORE = re.compile(
    rf"(?<!\w)({_ACRONYM}) ?(?:\(|[-\u2013\u2014,] )(?=[^\W\d_])((?:[\w'’-]+[ \u00a0]){{1,9}}[\w'’-]+)"
)


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """What acronyms stand for, in either order: `Steppe Rights Watch (SRW)`, `SRW (Steppe Rights Watch)`."""
    for match in _BEHIND.finditer(text):
        words = match[1].split()
        for start in range(len(words)):
            if _stands_for(match[2], words[start:]):
                yield match[2], " ".join(words[start:])
                break
    for match in _BEFORE.finditer(text):
        words = match[2].split()
        for end in range(len(words), 1, -1):
            if _stands_for(match[1], words[:end]):
                yield match[1], " ".join(words[:end])
                break


def _stands_for(acronym: str, words: list[str]) -> bool:
    """Whether the letters of an acronym begin these words, the small ones counted or not."""
    if not acronym.isupper() or not words[0][0].isupper():
        return False
    letters = [part[0] for word in words for part in word.split("-") if part]
    capitals = "".join(letter for letter in letters if letter.isupper())
    return acronym in (capitals, "".join(letters).upper())


def join_acronyms(gathered: Names, acronyms: dict[str, str]) -> None:
    """An acronym is what it was said to stand for."""
    for acronym, full in acronyms.items():
        if acronym in gathered and full in gathered and gathered[acronym].term is None:
            gathered[full].join(gathered.pop(acronym))
