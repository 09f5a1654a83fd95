"""What is known of names before an article is read: places of atlases, given names, organisations of the news.

Each is a question about one form. `place` is strict and may part a sequence (`Ерлан Алматыда`): countries and the
cities of CLDR.  `listed` is wider and is asked of a whole form only, because the lists of places hold what is a name of
people as well (`Абай`, `Жамбыл`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from l10n.languages import lexicon
from l10n.names.discovery import lexicon as words
from l10n.names.discovery import places
from l10n.names.discovery.lexicon import Around

Asked = Callable[[str], bool]
"""A question about a form as it is written."""

COLUMNS = {"en": 0, "ru": 1, "kk": 2, "ug": 3}
"""Of the lists of `candidates.fixed`."""

GIVEN = lexicon(
    "abbas abdul abigail adrian agnes ahmad alex alexis amelia andre andrea anita anja annette antonia ayesha bianca",
    "bianka björn brigitte bruno camille cecilia chiara chloe clara claudia connor dan dave dmytro don donna eleanor",
    "elena elias ella ellen elsa erik esther eva federico felix fiona florian frida friedrich geoffrey gianluca",
    "gilbert giulia greta guido gustav hamid harriet harvey hasan heidi helena henrik hilary holly hugo ibrahim igor",
    "ines ingrid irene isabel ivan jackie jakob jan janice jasmine javier jay jeremiah jerry jesse jill jimmy jodie",
    "johanna josef josh juliet karim karl kate kathryn katie kurt lars laura lauren leila leo leon leslie liam liz",
    "lorenzo louise luca luis lukas maggie marcus margot marianne markus marta marwan massimo matt matteo max maya mia",
    "mick miriam mohamed molly monica monika mustafa nadia naomi natasha ned nick nicola nigel nora norman olaf olena",
    "omar otto paolo patrice paula pauline penny per phil piotr priya rafael rahul raj ralf regina rob roberta rosa",
    "rosie rupert sabine salma sam sandro sanjay sasha sebastian shane shaun sheila simone sofia stan stefan stella",
    "steve sue susanna suzanne sven tanya tara ted tessa tina tobias todd toby trevor ulrich ursula valerie vanessa",
    "alyssa barry jamie lucy kat becky cathy debbie freddie gavin gemma hayley jade jenna joanna kirsty lorraine lynn",
    "mandy megan natalie phoebe polly rhys robbie ronan rory sally sheryl siobhan tracy vicky zac hori aroha issam",
    "woody selma jeanne julien jenna althea lucille moritz rudolf wilhelm claude henri gaston odette yves étienne",
    "vera veronica vivian wanda wendy yasmin yusuf yvonne zahra zara zoe",
)
"""Given names of the world's news beside those of `candidates.people`, from general knowledge."""

OFFICES = {
    "ru": lexicon(
        "Госдума Рада Кремль Минобороны Минюст Минздрав Минфин Минобразования Генпрокуратура Мажилис Хурал Курултай",
        "Роскомнадзор Евросоюз Совбез Нацбанк Госсовет Политбюро Интерпол Газпром Роснефть Росатом Казатомпром",
        "КазМунайГаз Самрук-Казына Акорда Фейсбук Инстаграм Твиттер Ютуб Телеграм Гугл Яндекс Майкрософт Ватсап Тикток",
    ),
    "kk": lexicon(
        "Ақорда Мәжіліс Сенат ҚазМұнайГаз Самұрық-Қазына Қазатомөнеркәсіп Еуроодақ Интерпол Фейсбук Инстаграм Твиттер",
        "Ютуб Телеграм Гугл Яндекс Ұлттықбанк ҰҚК ІІМ СІМ",
    ),
}
"""Organisations of one word that news of these languages name beside those of `candidates.usual`."""

HALF = 0.5
"""The share of a word's readings that makes it a family name."""


class Knowledge(NamedTuple):
    """Of one language."""

    around: Around
    is_place: Asked
    """The form is a country or a city that CLDR has, in any case."""
    is_listed: Asked
    """The form is a place of CLDR or of the newsroom's lists, in any case."""
    listed_as: Callable[[str], str]
    """The form of the lists of which this is a case, or itself; "" for a place that they do not have."""
    is_people: Asked
    """The word is the name of a people, a language or a faith, or the adjective of a country."""
    is_given: Asked
    """The word is a given name in the nominative or, where the language declines it, in any case."""
    is_surname: Asked
    """The word is a family name in any case, and seldom anything else; Russian alone knows them."""
    is_organisation: Asked
    """The form is an organisation of the newsroom's list."""
    is_word: Asked
    """A dictionary has the word, in small letters; never where there is no dictionary."""


@cache
def of(language: str) -> Knowledge:
    """The knowledge of a BCP 47 tag's language; of a language without lists, CLDR's places alone."""
    listed = _listed(language)
    return Knowledge(
        words.of(language),
        places.is_place(language),
        lambda form: bool(listed(form)),
        listed,
        places.is_people(language),
        _given(_base(language)),
        _surname if _base(language) == "ru" else lambda word: False,
        _organisation(language),
        _words(language),
    )


def _base(language: str) -> str:
    return language.partition("-")[0]


def _listed(language: str) -> Callable[[str], str]:
    """The place of the lists that a form names, in any case; "" where it names none."""
    known = {form.casefold(): form for form in listed_places(language)}
    if not words.of(language).declined:
        return lambda form: known.get(form.casefold(), "")
    from l10n.names.forms import Finder

    finder = Finder(language, sorted(set(known.values())))

    @cache
    def listed(form: str) -> str:
        hits = [hit for hit in finder.find(form) if hit.span == (0, len(form))]
        return known.get(form.casefold(), "") or (str(hits[0].term) if hits else "")

    return listed


def listed_places(language: str) -> Iterator[str]:
    """Every place of CLDR and of the newsroom's lists, as it is written."""
    yield from map(_titled, places.names(language))
    yield from _places(_base(language))


def _titled(name: str) -> str:
    return re.sub(r"(?<![\w’'])\w", lambda match: match[0].upper(), name)


def _places(language: str) -> Iterator[str]:
    """The places of the newsroom's lists, as they are written."""
    from l10n.names.candidates import fixed, gazetteer, kazakh_places, usual, uyghur_places

    if language not in COLUMNS:
        return
    for columns in fixed.entries(gazetteer.FILE) if language != "ug" else ():
        yield from columns[min(COLUMNS[language], len(columns) - 1)]
    for columns in fixed.entries(usual.FILE, usual.REGIONS):
        yield from columns[COLUMNS[language]]
    for place in uyghur_places.PLACES:
        yield from {"en": place.en, "ru": place.ru, "kk": place.kk or place.ru, "ug": place.ug}[language]
    if language == "kk":
        yield from (form for forms in kazakh_places.TRADITIONAL.values() for form in forms)


def _words(language: str) -> Asked:
    from l10n import dictionaries
    from l10n.names import forms

    if dictionaries.of(language) is None:
        return lambda word: False
    ordinary = forms.grammar(language).is_ordinary
    return lambda word: all(map(ordinary, word.lower().replace("’", "'").split("-")))


@cache
def _given(language: str) -> Asked:
    from l10n.names.candidates import fixed, kazakh_names, people

    if language not in COLUMNS or language == "ug":
        return lambda word: False
    column = min(COLUMNS[language], 1)
    names = {form.casefold() for columns in fixed.entries(people.FILE) for form in columns[column] if " " not in form}
    if language == "en":
        names |= GIVEN
    if language == "kk":
        names |= {name.casefold() for name in (*kazakh_names.COMMON, *kazakh_names.MEN)}
    if language != "ru":
        return lambda word: word.casefold() in names
    from l10n.names.forms import russian_words

    @cache
    def is_given(word: str) -> bool:
        small = word.casefold()
        return small in names or any("Name" in one.tag for one in russian_words.known(small)[:1])

    return is_given


@cache
def _surname(word: str) -> bool:
    from l10n.names.forms import russian_words

    readings = russian_words.known(word.casefold().replace("ё", "е"))
    if any("Geox" in one.tag for one in readings):
        return False
    return bool(sum(one.score for one in readings if "Surn" in one.tag) > HALF)


def _organisation(language: str) -> Asked:
    known = organisations(_base(language)) | OFFICES.get(_base(language), frozenset())
    if not words.of(language).declined or not known:
        return known.__contains__
    from l10n.names.forms import Finder

    finder = Finder(language, sorted(known))

    @cache
    def is_one(form: str) -> bool:
        return form in known or any(hit.span == (0, len(form)) for hit in finder.find(form) if form[0].isupper())

    return is_one


@cache
def organisations(language: str) -> frozenset[str]:
    """Of the newsroom's list of usual forms, as they are written."""
    from l10n.names.candidates import fixed, usual

    if language not in COLUMNS:
        return frozenset()
    column = COLUMNS[language]
    listed = (columns for section in usual.ORGANISATIONS for columns in fixed.entries(usual.FILE, section))
    return frozenset(form for columns in listed if len(columns) > column for form in columns[column])
