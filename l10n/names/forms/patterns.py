"""Patterns: the sequences of words by which a term may be mentioned, the parts of a person's name among them.

A person is mentioned whole, the other way round (`Тохти Ильхам`), without the patronymic, by the surname, by the
given name with or without the patronymic; initials beside a surname are looked at where it is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n.languages import lexicon
from l10n.model.names import Term
from l10n.names.forms.grammar import Grammar, Name
from l10n.names.forms.letters import WORD, between, fold, visible

MAX_WORDS = 24
"""A form of more words is no name; it is not looked for."""
MAX_LENGTH = 400
"""Code points; a longer form is not looked for."""

PHRASE = 3
"""Words; a shorter phrase without its capital is often another thing: `белый дом`."""

CHINESE = lexicon(
    "си ли ван чжан лю чэнь ян хуан чжао у чжоу сюй сунь ма чжу ху го хэ линь гао ло чжэн лян се сун тан юй дэн хань",
    "фэн цао пэн цзэн сяо тянь дун пань юань цай цзян вэнь цюань цюй фань бо ши цзинь ду шэнь яо лу цуй чжун тань",
    "тао ци цзя хун лэй чэ кэ",
    "xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang",
    "yu deng han feng cao peng zeng xiao tian dong pan yuan cai jiang wen quan qu fan bo shi jin du shen yao lu cui",
    "zhong",
)
"""Common Chinese surnames in Palladius and pinyin: the surname stands first and the given name is one word.
Source: the hundred commonest surnames of the census of 2020, as they are generally known."""

PATRONYMICS = (
    "ович", "евич", "ич", "овна", "евна", "ична", "инична", "улы", "ұлы", "кызы", "қызы", "оглы", "угли",
    "vich", "vna", "uly", "kyzy", "qyzy", "ogly", "ughli", "uli",
    "ئوغلى", "قىزى", "ۋىچ", "ۋنا",
)  # fmt: skip
"""Ends of patronymics, folded: Russian, Kazakh, Uyghur."""


_FATHER = re.compile(
    r" [^\W\d_]+(?:[ое]?вич(?:а|у|ем|е)?|ич(?:а|у|ом|ем|е)?|(?:[ое]вн|ичн)(?:а|ы|е|у|ой|ою)|[ұу]лы|[қк]ызы|оглы|угли"
    r"|vich|vna|uly|kyzy|qyzy|ogly|ughli|uli|ئوغلى|قىزى|ۋىچ|ۋنا) ",
    re.IGNORECASE,
)


def is_patronymic(gap: str) -> bool:
    """What stands between two words is a patronymic with its capital, in any case."""
    return bool(_FATHER.fullmatch(between(gap))) and not gap.strip()[0].islower()


class Pattern(NamedTuple):
    """One way to mention a term."""

    words: tuple[int, ...]
    """Numbers of the words that stand one after the other."""
    seps: tuple[str, ...]
    """What stands between them, one fewer."""
    head: str
    tail: str
    """Signs that belong to the name, before its first and after its last word: `++`."""
    term: int
    form: str
    part: str
    forbidden: bool
    quoted: bool = False
    """A quotation mark closes the form: it belongs to a mention."""
    weak: bool = False
    """Surname or given name alone: the person is known by it only after the whole name."""
    given: tuple[str, ...] = ()
    """Of a surname: the parts of given name and patronymic, folded, for initials."""
    person: bool = False
    """Between its words there may be a patronymic that the term does not have."""


class Words:
    """The different words of all terms, numbered, each with the way in which it inflects."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.numbers: dict[tuple[str, str], int] = {}
        self.raw: list[str] = []
        self.base: list[str] = []
        self.how: list[str] = []
        self._folded: dict[str, str] = {}

    def number(self, raw: str, how: str) -> int:
        """The word's number; it gets the next one when it is new."""
        number = self.numbers.get((raw, how))
        if number is None:
            number = self.numbers[raw, how] = len(self.raw)
            self.raw.append(raw)
            self.base.append(self.fold(raw))
            self.how.append(how)
        return number

    def fold(self, word: str) -> str:
        """The word as it is compared."""
        folded = self._folded.get(word)
        if folded is None:
            folded = self._folded[word] = fold(word, self.grammar.LOOKALIKES, self.grammar.EQUALS).text
        return folded


def patterns(terms: Sequence[Term | str], words: Words) -> Iterator[Pattern]:
    """All ways in which the terms may be mentioned, the terms in their order, a term's main form first."""
    for number, term in enumerate(terms):
        if isinstance(term, str):
            yield from _of_form(term, number, Name(), False, words)
            continue
        name = Name(term.kind, term.sex, term.origin)
        for form in dict.fromkeys((term.form, *term.also)):
            yield from _of_form(form, number, name, False, words)
        for form in term.never:
            yield from _of_form(form, number, name, True, words)


def _of_form(form: str, term: int, name: Name, forbidden: bool, words: Words) -> Iterator[Pattern]:
    if len(form) > MAX_LENGTH:
        return
    clean = visible(form)
    places = [match.span() for match in WORD.finditer(clean)]
    if not 0 < len(places) <= MAX_WORDS:
        return
    raw = [clean[start:end] for start, end in places]
    plan = words.grammar.plan(raw, name)
    numbers = tuple(map(words.number, _without_capital(raw), plan))
    seps = tuple(between(clean[a[1] : b[0]]) for a, b in pairwise(places))
    head, tail = _sign(clean[: places[0][0]]), _sign(clean[places[-1][1] :])
    quoted = any('"' in sep for sep in seps) and between(clean[places[-1][1] :]).startswith('"')
    person = len(raw) > 1 and set(seps) == {" "} and _is_person(raw, name, words.grammar)
    yield Pattern(numbers, seps, head, tail, term, form, "whole", forbidden, quoted, person=person)
    if person:
        parted = _parted(raw, name, words)
        for indices, part in _mentions(parted, len(raw)):
            weak = indices in (parted.surname, parted.given)
            given = _given(raw, parted, words) if part == "surname" else ()
            plan = words.grammar.plan([raw[index] for index in indices], name._replace(kind="person"))
            some = tuple(words.number(raw[index], how) for index, how in zip(indices, plan, strict=True))
            yield Pattern(some, (" ",) * (len(some) - 1), "", "", term, form, part, forbidden, False, weak, given, True)


def _without_capital(raw: Sequence[str]) -> Sequence[str]:
    """A long phrase that starts with its only capital is known without it: `Министерство иностранных дел`."""
    if len(raw) < PHRASE or not raw[0].istitle() or any(word[0].isupper() for word in raw[1:]):
        return raw
    return [raw[0].lower(), *raw[1:]]


def _sign(text: str) -> str:
    """What of the text before the first or after the last word belongs to a name: no space, quote, bracket, stop."""
    return between(text).strip(' "()[]<>.,;:!?…-–—،؛؟')


def _is_person(raw: Sequence[str], name: Name, grammar: Grammar) -> bool:
    if name.kind:
        return name.kind == "person" and len(raw) <= 4
    return len(raw) <= 3 and grammar.is_person(raw)


class _Parted(NamedTuple):
    """Which words of a person's name are what."""

    given: tuple[int, ...]
    patronymic: tuple[int, ...]
    surname: tuple[int, ...]


def _parted(raw: Sequence[str], name: Name, words: Words) -> _Parted:
    """Chinese names start with the surname, `Назарбаев Нурсултан Абишевич` too; all others end with it.

    Of two words the second is the surname, be it a father's name: `Болат Жаксыбекулы`.
    """
    folded = [words.fold(word) for word in raw]
    last = len(raw) - 1
    if name.origin == "zho" or (not name.origin and len(raw) == 2 and folded[0] in CHINESE):
        return _Parted(tuple(range(1, last + 1)), (), (0,))
    fathers = [index for index, word in enumerate(folded) if index and word.endswith(PATRONYMICS)]
    if not fathers:
        return _Parted(tuple(range(last)), (), (last,))
    father = fathers[0]
    if father == last == 1:
        return _Parted((0,), (), (1,))
    if father == last:
        return _Parted((last - 1,), (last,), tuple(range(last - 1)))
    return _Parted(tuple(range(father)), (father,), tuple(range(father + 1, last + 1)))


def _mentions(parted: _Parted, count: int) -> Iterator[tuple[tuple[int, ...], str]]:
    """Orders of the words other than the one that is written, each with its part."""
    given, father, surname = parted
    seen = {tuple(range(count))}
    for indices, part in (
        (given + father + surname, "reversed"),
        (surname + given + father, "reversed"),
        (given + surname, "whole"),
        (surname + given, "reversed"),
        (given + father, "given name"),
        (given, "given name"),
        (surname, "surname"),
    ):
        if indices and indices not in seen:
            seen.add(indices)
            yield indices, part


def _given(raw: Sequence[str], parted: _Parted, words: Words) -> tuple[str, ...]:
    return tuple(part for index in parted.given + parted.patronymic for part in words.fold(raw[index]).split("-"))
