"""Persons: whether the one who is named in a target is the one whom the source names.

A surname alone is one of many; what stands beside it tells who is meant: initials, another given name, the ending of
the other sex.  Quiet about titles before a surname, and about whatever no reader takes for a given name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from l10n.checks.likeness import LOOSE, NEAR, SAME, adjacent, likeness, words
from l10n.checks.pairs import Word
from l10n.checks.texts import Language, Texts, id_of
from l10n.model import Mention, Term
from l10n.phrases import Phrase, phrase

PARTS = ("surname", "given name")
"""Parts of a name by which a mention may be another person's."""
WHOLE = ("whole", "initials", "reversed")
"""Parts by which it is one person's alone."""

SEXES = (
    *(("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ына", "ын"), ("ская", "ский"), ("цкая", "цкий")),
    *(("وۋا", "وۋ"), ("ېۋا", "ېۋ")),
)
"""Endings of a woman's surname and of a man's, in Russian and Kazakh, in Uyghur."""

CAUTIOUS = 70
"""Similarity from which a word of a script without capitals, beside a part of a name, is the rest of it."""
LONGEST_ACRONYM = 4
"""Letters; a longer word in capitals is a word of a headline."""

FEW = 3
"""Words beside a mention that are looked at: patronymics, and one more."""
MANY = 50
"""Mentions of one person in a segment that are looked at; no real segment has so many."""

_INITIALS = re.compile(r"((?:[^\W\d_]{1,2}\.[ \u00a0]?){1,3})$")
_START = re.compile(r"(?:^|[.!?…:؟])[\s\"“”„«»‘’'(\[–—-]*$|[\"“„«‘(\[]$")


class Doubt(NamedTuple):
    """Where a name seems to be another's, or misspelt."""

    span: tuple[int, int]
    another: Phrase | None = None
    """What makes it another's; None where it is misspelt."""


def beside(texts: Texts, hits: Sequence[Mention], term: Term, language: Language) -> Doubt | None:
    """What stands beside a surname or a given name alone, in the place of the rest of the person's name."""
    said = words(texts.target)
    for hit in hits[:MANY]:
        if hit.analysis.part in PARTS and is_one(hit):
            found = _beside(texts, said, hit, hits, term, language)
            if found is not None:
                return found
    return None


def _beside(
    texts: Texts, said: Sequence[Word], hit: Mention, hits: Sequence[Mention], term: Term, language: Language
) -> Doubt | None:
    names = _rest(term, texts.target[slice(*hit.span)], hit, language)
    if not names:
        return None
    surname = hit.analysis.part == "surname"
    start = bisect_left(said, hit.span[0], key=lambda word: word.start)
    end = bisect_left(said, hit.span[1], key=lambda word: word.start)
    own = [one.span for one in hits if one is not hit]
    before = _neighbours(texts, islice(reversed(said[:start]), FEW), hit, own, language)
    after = _neighbours(texts, islice(said[end:], FEW), hit, own, language)
    first, second = (before, after) if surname != (term.origin == "zho") else (after, before)
    for side in (first, second):
        joined = "".join(word.text for word in sorted(side[:2]))
        if len(side) > 1 and any(likeness(joined, forms) >= SAME for forms in names):
            return Doubt(_span(side[1], hit))
    for word in (*first, *second):
        score = max(likeness(word.text, forms) for forms in names)
        given = language.is_given(word.text) or _is_given_elsewhere(word, texts)
        if score >= (LOOSE if language.cased else CAUTIOUS) and not (score < SAME and given):
            span = _span(word, hit)
            return Doubt(span, _another(texts, span, term, surname) if score < NEAR and language.cased else None)
    for word in [word for word in first if not language.is_patronymic(word.text)][:1]:
        start = bool(_START.search(texts.target, 0, word.start))
        given = language.is_given(word.text) or _is_given_elsewhere(word, texts)
        if {one.analysis.part for one in hits} >= set(PARTS):  # both stand there: who is beside them is a relative
            break
        if (given and surname) or (language.cased and not start and language.may_be_name(word.text)):
            span = _span(word, hit)
            return Doubt(span, _another(texts, span, term, surname))
    return None


def _another(texts: Texts, span: tuple[int, int], term: Term, surname: bool) -> Phrase:
    """What is said of a part of a name beside another one. surname: it is the surname."""
    said = texts.target[slice(*span)]
    if surname:
        return phrase("`{said}` has another given name than `{form}`", said=said, form=term.form)
    return phrase("`{said}` has another surname than `{form}`", said=said, form=term.form)


def _span(word: Word, hit: Mention) -> tuple[int, int]:
    return min(word.start, hit.span[0]), max(word.end, hit.span[1])


def _is_given_elsewhere(word: Word, texts: Texts) -> bool:
    """The word is the given name of somebody else in the glossary."""
    return any(one.analysis.part == "given name" and one.span == (word.start, word.end) for one in texts.found)


def _rest(term: Term, written: str, hit: Mention, language: Language) -> list[list[str]]:
    """The words of a person's name that the mention does not have, each in all its forms."""
    forms = [one.split() for one in language.forms(term)]
    count = len(term.form.split())
    if count < 2:
        return []
    parts = [[one[place] for one in forms if len(one) == count] for place in range(count)]
    ends = parts[:1] + parts[-1:]
    own = max(ends, key=lambda part: max((likeness(word, part) for word in written.split()), default=0))
    return [part for part in parts if part is not own]


def _neighbours(
    texts: Texts, line: Iterable[Word], hit: Mention, own: Sequence[tuple[int, int]], language: Language
) -> list[Word]:
    """The words beside a mention, the nearest first; no other sign stands between, no other name.

    line: the words on one side of the mention, the nearest first. own: where the person is mentioned besides.
    """
    edge = Word(*hit.span, "")
    found: list[Word] = []
    for word in line:
        if not adjacent(texts.target, *sorted((word, edge))):
            break
        if inside((word.start, word.end), own) or _is_taken(word, texts, hit):
            break
        if (language.cased and not word.text[0].isupper()) or _is_acronym(word.text):
            break
        found.append(word)
        edge = word
    return found


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= LONGEST_ACRONYM


def _is_taken(word: Word, texts: Texts, hit: Mention) -> bool:
    """The word belongs to a name that the source has, or to a whole one; to a part of another's it may by chance."""
    named = {id_of(one) for one in texts.named}
    return any(
        one.analysis.part not in PARTS
        or id_of(one) == id_of(hit)
        or (one.analysis.part == "surname" and id_of(one) in named)
        for one in texts.found
        if one is not hit and one.span[0] < word.end and word.start < one.span[1]
    )


def other(texts: Texts, term: Term, language: Language) -> Doubt | None:
    """Where a surname stands in the form of the other sex, or behind the initials of another person."""
    names = term.form.split()
    if len(names) < 2:
        return None
    surname, target = names[0] if term.origin == "zho" else names[-1], texts.target
    named = {id_of(one) for one in texts.named}
    taken = [one.span for one in texts.found if id_of(one) in named and is_one(one)]
    for hit in language.find(target, Term(surname, "person", sex=term.sex)):
        if inside(hit.span, taken) or not is_one(hit):
            continue
        initials = _INITIALS.search(target, 0, hit.span[0])
        if initials and not _fits(initials[1], names):
            span = (initials.start(), hit.span[1])
            said = target[slice(*span)]
            return Doubt(span, phrase("`{said}` has other initials than `{form}`", said=said, form=term.form))
    for form in _other_sex(surname) if term.sex else ():
        sex = "male" if term.sex == "female" else "female"
        for hit in language.find(target, Term(form, "person", sex=sex)):
            own = language.find(target[slice(*hit.span)], Term(surname, "person", sex=term.sex))
            if not inside(hit.span, taken) and is_one(hit) and not any(map(is_one, own)):
                said = target[slice(*hit.span)]
                return Doubt(hit.span, phrase("`{said}` is of the other sex than `{form}`", said=said, form=term.form))
    return None


def stranger(texts: Texts) -> Mention | None:
    """A person whom the source does not name, by the whole name."""
    named = {id_of(one) for one in texts.named}
    for one in texts.found:
        person = isinstance(one.term, Term) and one.term.kind == "person"
        if person and id_of(one) not in named and one.analysis.part in WHOLE:
            return one
    return None


def is_one(mention: Mention) -> bool:
    """Whether a form is of one person: `Каримовым` is the Karimovs, or a man."""
    return "plural" not in mention.analysis.features


def inside(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a span meets one of the others."""
    return any(start < span[1] and span[0] < end for start, end in spans)


def _fits(initials: str, names: Sequence[str]) -> bool:
    letters = [letter for letter in initials if letter.isalpha()]
    return bool(letters) and any(name.casefold().startswith(letters[0].casefold()) for name in names)


def _other_sex(surname: str) -> Iterator[str]:
    for female, male in SEXES:
        if surname.endswith(female):
            yield surname.removesuffix(female) + male
        elif surname.endswith(male):
            yield surname.removesuffix(male) + female
