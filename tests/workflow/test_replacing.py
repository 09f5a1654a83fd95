"""Words are found wherever they stand, whatever they are made of, and changed where they were chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes, text
from l10n.model import JOINED, State
from l10n.project import Project
from l10n.workflow import mentions, replacing, saving, view
from l10n.workflow.replacing import Chosen, Wanted
from tests.workflow.newsroom import RUSSIAN, WHEN, l10n, segment_id, translated

CARS, TICKETS = ("p", "It takes 12 cars."), ("p", "Tickets cost 500 tenge.")

FOUND = [
    ("Кульджа и кульджа", Wanted("КУЛЬДЖА"), ["Кульджа", "кульджа"]),
    ("Кульджа и кульджа", Wanted("кульджа", case=True), ["кульджа"]),
    ("Или, Илийский, на-Или", Wanted("Или", whole=True), ["Или", "Или"]),
    ("(12) и 12", Wanted("(12)", whole=True), ["(12)"]),
    ("a.b, axb", Wanted("a.b"), ["a.b"]),
    ("ааа", Wanted("аа"), ["аа"]),
    # Kazakh: І and і are one letter; İ and ı belong to no pair
    ("Іле өзені, іле", Wanted("ІЛЕ"), ["Іле", "іле"]),
    ("ҚҰЛЖА құлжа", Wanted("Құлжа"), ["ҚҰЛЖА", "құлжа"]),
    ("İstanbul istanbul ıstanbul", Wanted("ISTANBUL"), ["istanbul"]),
    # Uyghur: presentation forms, ZWNJ and tatweel are how a word looks; a part of a ligature is no place
    ("كىت\u200cاب ﻛﻰﺘﺎﺏ كىتـــاب", Wanted("كىتاب"), ["كىت\u200cاب", "ﻛﻰﺘﺎﺏ", "كىتـــاب"]),
    ("كىت\u200cاب", Wanted("\u200c"), ["\u200c"]),
    ("ﻻ", Wanted("ل"), []),
    ("ئۇيغۇرچە ئۇيغۇر", Wanted("ئۇيغۇر", whole=True), ["ئۇيغۇر"]),
    ("\u064a\u0654ۇيغۇر", Wanted("ئۇيغۇر"), ["\u064a\u0654ۇيغۇر"]),
    # marks on a letter are a part of it
    ("и\u0306од", Wanted("йод"), ["и\u0306од"]),
    ("до\u0301ма", Wanted("до"), []),
    # codes are no text, and an escape is one letter
    ("на <a1>берегу</a1> a1", Wanted("a1"), ["a1"]),
    ("на <a1>берегу</a1>", Wanted("на берегу"), []),
    ("x &lt;b1> y", Wanted("<"), ["&lt;"]),
    ("x &lt;b1> y", Wanted("lt"), []),
    (JOINED, Wanted("joined"), []),
    ("два  пробела", Wanted("  "), ["  "]),
]


@pytest.mark.parametrize(("said", "wanted", "found"), FOUND)
def test_found(said: str, wanted: Wanted, found: list[str]) -> None:
    """A table of texts, what is looked for, and what is found."""
    assert [said[start:end] for start, end in replacing.spans(said, wanted)] == found


REPLACED = [
    ("Кульджа, Кульджа", Wanted("Кульджа", "Или"), {1}, "Кульджа, Или"),
    ("<b1>Кульджа</b1>", Wanted("Кульджа", "<i1>Или</i1>"), {0}, "<b1>&lt;i1>Или&lt;/i1></b1>"),
    ("a &lt;b1> &amp;lt; b", Wanted("b", "&lt;"), {0, 1}, "a &lt;&amp;lt;1> &amp;lt; &amp;lt;"),
    ("a1>", Wanted("a1>", "<a1>"), {0}, "&lt;a1>"),
    ("<-a1>", Wanted("-", ""), {0}, "&lt;a1>"),
    ("a.b", Wanted("a.b", r"\1 $&"), {0}, r"\1 $&"),
    ("&amp; и", Wanted("и", "но"), {0}, "&amp; но"),
]


@pytest.mark.parametrize(("said", "wanted", "numbers", "then"), REPLACED)
def test_replaced(said: str, wanted: Wanted, numbers: set[int], then: str) -> None:
    """What is put in is plain text, and reads as no code."""
    assert replacing.replaced(said, wanted, numbers) == then


ODD = ("<a1>", "</a1>", "<br2/>", "&lt;", "&amp;", "<", "&", "lt;", "a1>", "Или", "и", "ﻻ", " ")
PIECES = st.lists(st.sampled_from(ODD))


@given(said=PIECES.map("".join), find=PIECES.map("".join), put=PIECES.map("".join), case=st.booleans())
def test_codes_are_safe(said: str, find: str, put: str, case: bool) -> None:
    """Whatever is put in the place of whatever, the codes are the same ones, and the words are those asked for."""
    if not find:
        return
    wanted = Wanted(find, put, case=case)
    count = len(replacing.spans(said, wanted))
    then = replacing.replaced(said, wanted, range(count))

    def parts(some: str) -> list[str]:
        return [one for one in codes.parted(some) if codes.ANY.fullmatch(one)]

    assert parts(then) == parts(said)
    assert replacing.replaced(said, wanted, ()) == said
    if not any(codes.ANY.search(one) for one in (find, put)) and count and case:
        assert codes.unescape(codes.escape(put)) in codes.unescape(codes.ANY.sub("", then))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return translated(tmp_path)


def side_of(project: Project, locale: str = "ru") -> view.Side:
    return view.side(mentions.source(project, project.article("ferry")), locale)


def test_places(project: Project) -> None:
    """In document order, each with what it would be; in the sources, too."""
    l10n(project.folder, "review", "ferry", "-l", "ru")
    chosen = segment_id(project.catalog("ferry", "ru"), CARS[1])
    l10n(project.folder, "review", "ferry", "-l", "ru", "--segment", chosen, "--approve", "--by", "timur")
    side = side_of(project)
    found = list(replacing.places(side, Wanted("он", "она", whole=True)))
    assert [(one.key, one.is_approved, one.state) for one in found] == [(CARS, True, State.REVIEWED)]
    assert found[0].diff == (("-", "Он"), ("+", "она"), ("=", " берёт 12 машин."))

    found = list(replacing.places(side, Wanted("ferry", in_sources=True)))
    assert {one.key[1] for one in found} == {one for one in RUSSIAN if "ferry" in one.lower()}
    assert {one.replacement for one in found} == {""}


def test_edits(project: Project) -> None:
    """The chosen places of texts that still stand; a draft stays a draft, and others are told of."""
    side = side_of(project)
    wanted = Wanted("паром", "Катер")
    places = list(replacing.places(side, wanted))
    chosen = {one.id: Chosen(one.stamp, {one.number}) for one in places} | {"00000000": Chosen("x", {0})}
    told = replacing.edits(side, wanted, chosen, "aigul")
    assert told.places == len(places) == len(told.edits) and told.stale == ("00000000",)
    saved = saving.save(side.source, "ru", [told.edits[0].with_(told.edits[1:])], when=WHEN)
    assert saved.done and "Катер вернулся на реку Или" in {one.target for one in saved.side.entries.values()}

    told = replacing.edits(saved.side, wanted, chosen, "aigul")
    assert not told.edits and set(told.stale) == set(chosen)


def test_copy_edits(project: Project) -> None:
    """In the language of the article, what stands there is the original."""
    side = side_of(project, "en")
    (one,) = replacing.places(side, Wanted("tenge", "KZT"))
    told = replacing.edits(side, Wanted("tenge", "KZT"), {one.id: Chosen(one.stamp, {0})}, "aigul")
    assert [(edit.target, edit.seen) for edit in told.edits] == [("Tickets cost 500 KZT.", "")]


def test_what_may_have(project: Project) -> None:
    """By the catalog alone: never no where a place is."""
    article = project.article("ferry")
    assert replacing.may_have(project, article, "ru", Wanted("паром"))
    assert not replacing.may_have(project, article, "ru", Wanted("ferry"))
    assert replacing.may_have(project, article, "ru", Wanted("ferry", in_sources=True))
    assert replacing.may_have(project, article, "en", Wanted("ferry"))
    assert not replacing.may_have(project, article, "ug", Wanted("ferry"))


@pytest.mark.parametrize(
    ("wanted", "word"),
    [
        (Wanted(""), "empty"),
        (Wanted("x" * 1001), "long"),
        (Wanted("x", "y" * 1001), "long"),
        (Wanted("x", "y\n"), "lines"),
    ],
)
def test_faults(wanted: Wanted, word: str) -> None:
    """What cannot be looked for."""
    assert replacing.fault(wanted) == word
    assert text.nfc(wanted.find) == wanted.find
