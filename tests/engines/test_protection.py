"""What a draft must keep goes as marks and comes back in its place, or there is no draft."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines.contract import FIGURES, NAMES, Name, Route, Text
from l10n.engines.judging import fault
from l10n.engines.protection import protect
from l10n.engines.restoring import restore

RU = Route("en", "ru", "en", "ru")
KK = Route("ru", "kk", "ru", "kk")


def wire(source: str, *, markup: bool = True, route: Route = RU, names: tuple[Name, ...] = (), **named: object) -> str:
    return protect(Text(source, names), route, markup=markup, **named).whole  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "marked", "opaque"),
    [
        ("Read <a1>the rules</a1>.", 'Read <x id="0"/>the rules<x id="1"/>.', "Read XQ0Q the rules XQ1Q."),
        ("Rain<br1/>and snow", 'Rain<x id="0"/>and snow', "Rain XQ0Q and snow"),
        ("Hello, {name}!", 'Hello, <x id="0"/>!', "Hello, XQ0Q!"),
        ("%(n)d of %s", '<x id="0"/> of <x id="1"/>', "XQ0Q of XQ1Q"),
        ("{a}{b} came", '<x id="0"/><x id="1"/> came', "XQ0Q XQ1Q came"),
        ("See https://a.example/x?y=1&z=2.", 'See <x id="0"/>.', "See XQ0Q."),
        ("Write to desk@steppe.example now", 'Write to <x id="0"/> now', "Write to XQ0Q now"),
        ("Ask AT&T, they know", 'Ask <x id="0"/>, they know', "Ask XQ0Q, they know"),
        ("If 2 < 3, &lt;b1> is text", 'If <x id="0"/> <x id="1"/> <x id="2"/>, <x id="3"/> is text', None),
        ("<joined/>", '<x id="0"/>', "XQ0Q"),
        ("The robot XQ7Q spoke", "The robot XQ7Q spoke", "The robot XQ0Q spoke"),
        ("About 25,000 people", 'About <x id="0"/> people', "About XQ0Q people"),
        ("The 5th of May in the 1990s, Boeing-737, B2B", "The 5th of May in the 1990s, Boeing-737, B2B", None),
    ],
)
def test_marks(source: str, marked: str, opaque: str | None) -> None:
    """Codes, placeholders, addresses, signs of markup and figures are marked; ordinals and `B2B` are words."""
    assert wire(source) == marked
    assert opaque is None or wire(source, markup=False) == opaque


@pytest.mark.parametrize(
    ("source", "route", "draft"),
    [
        ("25,000 people", RU, "25\xa0000 people"),
        ("2.5 percent", RU, "2,5 percent"),
        ("1,250,000.75 tenge", RU, "1\xa0250\xa0000,75 tenge"),
        ("at 7.30 on 02.02.2020", RU, "at 7.30 on 02.02.2020"),
        ("call +7 727 250 00 00", RU, "call +7 727 250 00 00"),
        ("2,5 пайыз", Route("kk", "ug", "kk", "ug"), "2.5 пайыз"),
        ("25 000 человек", KK, "25\xa0000 человек"),
    ],
)
def test_figures_are_written_as_the_target_writes_them(source: str, route: Route, draft: str) -> None:
    """Separators of thousands and decimals change, times, dates and telephone numbers do not."""
    held = protect(Text(source), route, markup=True)

    assert restore(held, held.pieces).text == draft


def test_names_have_the_form_of_the_glossary() -> None:
    """The caller says where a name stands and how it is rendered; where it is cut by a code, the code goes first."""
    source = "Ilham Tohti and <a1>Rahile Dawut</a1> wrote"
    names = (Name(0, 11, "Илхам Тохти"), Name(20, 32, "Рахиле Давут"), Name(25, 40, "nobody"))
    held = protect(Text(source, names), RU, markup=True)

    assert held.whole == '<x id="0"/> and <x id="1"/><x id="2"/><x id="3"/> wrote'
    assert restore(held, ['<x id="0"/> и <x id="1"/><x id="2"/><x id="3"/> написали']).text == (
        "Илхам Тохти и <a1>Рахиле Давут</a1> написали"
    )
    assert wire(source, names=names, shows=frozenset([NAMES])).startswith("Ilham Tohti and <x")
    with pytest.raises(ValueError, match="no name stands at 3 to 99"):
        wire("short", names=(Name(3, 99, "x"),))


SOURCE = "Read <a1>the rules</a1> of {country} today"
GOOD = 'Читайте <x id="0"/>правила<x id="1"/> <x id="2"/> сегодня'


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ('Читайте <x id="0"/>правила<x id="1"/> сегодня', "the engine lost `{country}`"),
        (GOOD + ' <x id="2"/>', "the engine doubled `{country}`"),
        (GOOD + ' <x id="3"/>', "the engine invented a protected part"),
        (GOOD + " <b>", "the engine put in markup: `<b>`"),
        (GOOD + " <script>alert(1)</script>", "the engine put in markup: `<script>`"),
        ('Читайте <x id="1"/>правила<x id="0"/> <x id="2"/>', "the engine moved an inline code: `</a1>` closes"),
        ('Читайте < x id="0" >правила</x> <x id="1"/> <x id="2"/>', "the engine lost `<a1>`"),
        ("", "the engine lost `<a1>`"),
    ],
)
def test_a_damaged_draft_is_none(answer: str, reason: str) -> None:
    """Lost, doubled, invented, crossed: there is a reason and no text."""
    restored = restore(protect(Text(SOURCE), RU, markup=True), [answer])

    assert restored.text == ""
    assert restored.reason.startswith(reason)


@pytest.mark.parametrize(
    "answer",
    [
        GOOD,
        'Читайте <x id="0"></x>правила<x id="1"></x> <x id="2"></x> сегодня',
        'Читайте <X ID=\'0\' />правила<x id="1" /> <x id="2"/> сегодня',
        'Читайте<x id="0"/> правила <x id="1"/><x id="2"/> сегодня',
        'Читайте <x id="0"/> правила <x id="1"/> <x id="2"/> сегодня',
        '  Читайте <x id="0"/>&#1087;равила<x id="1"/> <x id="2"/> сегодня\n',
    ],
)
def test_what_services_do_to_marks_is_undone(answer: str) -> None:
    """Another spelling of a mark, and spaces inside a code, which belong outside."""
    restored = restore(protect(Text(SOURCE), RU, markup=True), [answer])

    assert restored.text == "Читайте <a1>правила</a1> {country} сегодня"


@pytest.mark.parametrize(
    ("source", "answer", "draft"),
    [
        ("The <a1>rules</a1> say", '<x id="0"/>Правила <x id="1"/>гласят', "<a1>Правила</a1> гласят"),
        ("Say <a1>rules</a1>", 'Гласят<x id="0"/> правила<x id="1"/>', "Гласят <a1>правила</a1>"),
        ("{a} <a1>wrote</a1>", '<x id="0"/><x id="1"/>написала<x id="2"/>', "{a} <a1>написала</a1>"),
        ("<a1>Wrote</a1> {a}", '<x id="0"/>Написала<x id="1"/><x id="2"/>', "<a1>Написала</a1> {a}"),
    ],
)
def test_spaces_around_codes(source: str, answer: str, draft: str) -> None:
    """One that got into a pair goes to its other side, one that was lost is put back."""
    assert restore(protect(Text(source), RU, markup=True), [answer]).text == draft


def test_edges() -> None:
    """White space at the edges is the source's; where nothing but protected parts stands there, nobody is asked."""
    held = protect(Text("\u00a0 <a1>{name}</a1>, 5 \n"), RU, markup=True)

    assert held.pieces == ()
    assert restore(held, []).text == "\u00a0 <a1>{name}</a1>, 5 \n"
    assert protect(Text("— *** —"), RU, markup=False).pieces == ()
    assert protect(Text("  "), RU, markup=False).pieces == ()


def test_an_icu_choice_is_for_a_person() -> None:
    """Its branches are texts of their own."""
    held = protect(Text("{n, plural, one {# day} other {# days}} left"), RU, markup=True)

    assert held.reason == "it chooses among texts by `{n}`, which is for a person to translate"


def test_long_texts_go_in_pieces_of_whole_sentences() -> None:
    """What stands between them is put back; a sentence that is too long by itself is not sent."""
    source = "Rain fell.  Snow fell!\nWind blew. Sun?"
    held = protect(Text(source), RU, markup=True, longest=22)

    assert held.pieces == ("Rain fell.  Snow fell!", "Wind blew. Sun?")
    assert restore(held, held.pieces).text == source
    assert protect(Text("word " * 20), RU, markup=True, longest=22).reason.startswith("a sentence of more than 22")


PARTS = [
    "word",
    "слово",
    "{name}",
    "%s",
    "<a1>x</a1>",
    "<br2/>",
    "AT&T",
    "<",
    "&amp;",
    "25,000",
    "7.30",
    " ",
    " ",
    ". ",
    "XQ1Q",
]


@given(st.lists(st.sampled_from(PARTS)).map("".join), st.booleans(), st.sampled_from([0, 12]))
def test_an_engine_that_changes_nothing_gives_the_text_back(source: str, markup: bool, longest: int) -> None:
    """Law: through marks and back, every text is itself but for the spaces that set opaque marks off."""
    if "<a1>" in source and source.count("<a1>") > 1:
        return
    held = protect(Text(source), Route("en", "en", "en", "en"), markup=markup, longest=longest)
    if held.reason:
        return
    said = restore(held, held.pieces)

    assert said.reason == ""
    assert said.text == source or (not markup and re.sub(r"\s", "", said.text) == re.sub(r"\s", "", source))
    assert said.text[: len(held.lead)] == held.lead


@pytest.mark.parametrize(
    "source",
    [
        "a" * 1_000_000,
        "<" * 500_000,
        "&lt;" * 250_000,
        "{" * 500_000,
        "<a1>" * 80_000,
        "1 " * 30_000,
        "xq" * 400_000,
        "a. " * 300_000,
    ],
    ids=lambda one: one[:5],
)
def test_a_million_characters(source: str) -> None:
    """Linear time, whatever the text."""
    start = time.process_time()
    held = protect(Text(source), RU, markup=False, longest=5000)
    if not held.reason:
        fault(held, restore(held, held.pieces), RU, shows=frozenset([FIGURES]))

    assert time.process_time() - start < 10


UG = Route("en", "ug", "en", "ug")


@pytest.mark.parametrize(
    ("source", "draft", "route", "reason"),
    [
        ("The school is closed today.", "Мектеп бүгін жабық.", Route("en", "kk", "en", "kk"), ""),
        ("The boy goes to school.", "Бала мектепке барады.", Route("en", "kk", "en", "kk"), ""),
        ("The school is closed today.", "مەكتەپ بۈگۈن تاقاق.", UG, ""),
        ("The school is closed today.", "The school is closed today.", RU, "the engine gave the source back"),
        ("Human Rights Watch", "Human Rights Watch", RU, ""),
        ("The school is closed today.", "Schule heute geschlossen.", RU, "answered in other letters than Russian"),
        ("Photo: Reuters, Steppe News", "Фото: Reuters, Steppe News", RU, ""),
        ("The school is closed.", "Школа \u202eзакрыта.", RU, "put in U+202E"),
        ("The school is closed.", "Школа \ufffdакрыта.", RU, "put in U+FFFD"),
        ("The school is closed.", "Школа \ud800акрыта.", RU, "put in U+D800"),
        ("The school is closed.", "Школа закрыта. " * 40, RU, "characters for 21"),
        ("The school in the old town is closed. " * 6, "Да.", RU, "the engine gave 3 characters for"),
        (
            "The school in the old town is closed today because of the snow, the ministry says.",
            "Школа в старом городе сегодня закрыта из-за снега, сообщает министерство.",
            Route("en", "kk", "en", "kk"),
            "another language than Kazakh",
        ),
        ("Some 25,000 people came.", "Пришли около 25 тысяч человек.", RU, ""),
        ("Some 25,000 people came.", "Пришли около 25 000 человек.", RU, ""),
        ("Some 25,000 people came.", "Пришли люди.", RU, "the engine lost the figure `25,000`"),
        ("He left at 5.30 p.m.", "Он ушёл в 17:30.", RU, ""),
        ("He left at 17:30.", "Он ушёл в 5:30.", RU, ""),
        ("He left at 17:30.", "Он ушёл в 6:30.", RU, "the engine lost the figure `17:30`"),
        ("Three of 9 men came.", "Пришли трое из девяти.", RU, ""),
    ],
)
def test_judgement(source: str, draft: str, route: Route, reason: str) -> None:
    """Certain faults alone: another script, another language, characters nobody sees, lengths, figures."""
    shows = frozenset([FIGURES])
    held = protect(Text(source), route, markup=True, shows=shows)
    found = fault(held, restore(held, [draft]), route, shows=shows)

    assert (reason in found) if reason else not found
