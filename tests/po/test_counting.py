"""Counts from bytes are the counts of the catalog."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import po
from l10n.model import Catalog, Entry, Previous
from l10n.po import counting
from tests.po.catalogs import HEADER, catalogs
from tests.programs import need

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

TABLE = [
    ("translated", 'msgid "one two"\nmsgstr "бір"\n', "translated", 2),
    ("over several lines", 'msgid ""\n"one "\n"two-"\n"three"\nmsgstr ""\n"бір "\n"екі"\n', "translated", 2),
    ("fuzzy", '#, fuzzy\nmsgid "one"\nmsgstr "бір"\n', "fuzzy", 1),
    ("fuzzy among flags", '#. x\n#: a:1\n#, no-wrap, fuzzy\n#| msgid "ones"\nmsgctxt "p"\nmsgid "one"\nmsgstr "бір"\n',
     "fuzzy", 1),
    ("fuzzy in the second line of flags", '#, no-wrap\n#, fuzzy\nmsgid "one"\nmsgstr "бір"\n', "fuzzy", 1),
    ("fuzzy by the newer mark", '#= fuzzy\nmsgid "one"\nmsgstr "бір"\n', "fuzzy", 1),
    ("fuzzy and empty", '#, fuzzy\nmsgid "one"\nmsgstr ""\n', "empty", 1),
    ("fuzzy is no part of a word", '#, fuzzy-ish\nmsgid "one"\nmsgstr "бір"\n', "translated", 1),
    ("a mark on a letter breaks no word", 'msgid "за\u0301мок"\nmsgstr "құлып"\n', "translated", 1),
    ("fuzzy in a text", 'msgid "#, fuzzy"\nmsgstr "#, fuzzy"\n', "translated", 1),
    ("fuzzy in a comment", '# #, fuzzy\n#. fuzzy\nmsgid "one"\nmsgstr "бір"\n', "translated", 1),
    ("empty", 'msgid "one"\nmsgstr ""\n', "empty", 1),
    ("blank", 'msgid "one"\nmsgstr " \\n\\t"\n" "\n"\u00a0\u2003"\n', "empty", 1),
    ("blank by number", 'msgid "one"\nmsgstr "\\040"\n', "empty", 1),
    ("not blank", 'msgid "one"\nmsgstr "\\""\n', "translated", 1),
    ("joined to the sentence before", 'msgid "one"\nmsgstr "<joined/>"\n', "translated", 1),
    ("obsolete", '#~ msgid "one two"\n#~ msgstr "бір"\n', "obsolete", 2),
    ("obsolete, fuzzy, over several lines",
     '#, fuzzy\n#~| msgid "x"\n#~ msgctxt "p"\n#~ msgid ""\n#~ "one "\n#~ "two"\n'
     '#~ msgstr ""\n#~ "бір"\n', "obsolete", 2),
    ("plural", 'msgid "one stop"\nmsgid_plural "%d stops"\nmsgstr[0] ""\nmsgstr[1] "x"\n', "translated", 2),
    ("plural without targets", 'msgid "one stop"\nmsgid_plural "%d stops"\nmsgstr[0] ""\nmsgstr[1] " "\n', "empty", 2),
    ("inline codes", 'msgid "<a1>one</a1> <br2/>two &lt; three"\nmsgstr "x"\n', "translated", 4),
    ("an inline code over two lines", 'msgid ""\n"<a"\n"1>one</a1>"\nmsgstr "x"\n', "translated", 1),
    ("tags that are text", 'msgid "Use the <b> tag, <foreign>or</foreign> <x-y/>"\nmsgstr "x"\n', "translated", 6),
    ("joiners", 'msgid "don\'t don’t well-known 3.5 a_b - ’ _ . c."\nmsgstr "x"\n', "translated", 6),
    ("scripts", 'msgid "Қала — «тәртіп» شەھەر، ئۇيغۇر؟ 中文 Ω é 😀 №5 ½"\nmsgstr "x"\n', "translated", 9),
    ("escapes", 'msgid "one\\ttwo\\nthree\\\\four \\"five\\""\nmsgstr "x"\n', "translated", 5),
    ("quotes", 'msgid ""\n"say \\"one\\" "\n"\\"two\\""\nmsgstr "x \\"y\\""\n', "translated", 3),
    ("a backslash before the last quote", 'msgid "one\\\\"\nmsgstr "x\\\\"\n', "translated", 1),
    ("a keyword in a text", 'msgid "msgid one"\nmsgstr "msgid \\"x\\""\n', "translated", 2),
    ("indented flags", ' #, fuzzy\nmsgid "one"\nmsgstr "x"\n', "fuzzy", 1),
    ("a stray mark", '#, fuzzy\n#~\nmsgid "one"\nmsgstr "x"\n', "fuzzy", 1),
    ("a blank target that goes on behind a blank line", 'msgid "one"\nmsgstr ""\n\n"x"\n', "translated", 1),
    ("an empty line in a source", 'msgid ""\n""\n"one"\nmsgstr "x"\n', "translated", 1),
    ("an indented entry", ' msgid "one"\n msgstr "x"\n', "translated", 1),
    ("two strings on a line", 'msgid "one" "two"\nmsgstr "x"\n', "translated", 1),
    ("an empty source in a context", '#, fuzzy\nmsgctxt "p"\nmsgid ""\nmsgstr "x"\n', "fuzzy", 0),
]  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_table(row, newline):
    """An entry of this kind is counted there, with so many words; the header never is."""
    _, text, kind, words = row
    expected = po.Counts()._replace(**{kind: po.Tally(1, words)})
    for head in (HEAD, "#, fuzzy\n" + HEAD, "\ufeff# Мақала.\n" + HEAD):
        data = (head + text).replace("\n", newline).encode()

        assert po.counts(data) == expected
        assert po.counted(po.loads(data)) == expected


@settings(max_examples=40)
@given(catalogs(), st.booleans())
def test_quick_is_slow(catalog, header):
    """Any catalog has the same counts from its bytes as from its entries."""
    catalog = catalog.replace(header=HEADER if header else None)

    assert po.counts(po.dumps(catalog)) == po.counted(catalog)


ENTRIES = (
    Entry("p", "One <a1>word</a1>: “two” — \\three.", ("Бір.",), comments=("l10n: reviewed 5fc100462ce4",)),
    Entry("p", "Long. " * 40, ("Ұзын. " * 40,), flags=("fuzzy",), references=("source/a.html:4",)),
    Entry("p", "Another", ("Тағы",), flags=("fuzzy",), previous=Previous("p", "Another one")),
    Entry("p", "Nothing yet", flags=("fuzzy",)),
    Entry("h2", "Empty"),
    Entry("p", "Қала тұрғыны", ("x",), obsolete=True),
)


def test_common_catalogs_are_counted_quickly(monkeypatch):
    """A catalog as we write it is counted without being read."""
    monkeypatch.setattr(counting, "loads", None)
    expected = po.Counts(po.Tally(1, 4), po.Tally(2, 41), po.Tally(2, 3), po.Tally(1, 2))

    assert po.counts(po.dumps(Catalog(ENTRIES, HEADER))) == expected


def test_obsolete_before_the_header():
    """What stands before the header is counted."""
    data = ('#~ msgid "one two"\n#~ msgstr "x"\n\n' + HEAD).encode()

    assert po.counts(data) == po.counted(po.loads(data)) == po.Counts(obsolete=po.Tally(1, 2))


@pytest.mark.parametrize("size", [1, 100, 300])
def test_pieces(monkeypatch, size):
    """A catalog that is counted in pieces has the same counts."""
    data = po.dumps(Catalog(ENTRIES, HEADER))
    expected = po.counts(data)
    monkeypatch.setattr(counting, "_PIECE", size)
    monkeypatch.setattr(counting, "loads", None)

    assert po.counts(data) == expected


def test_statistics(tmp_path):
    """msgfmt counts the same entries as translated, fuzzy and untranslated."""
    path = tmp_path / "kk.po"
    po.write(Catalog(ENTRIES, HEADER), path)
    report = subprocess.run(
        [need("msgfmt"), "--statistics", "-o", "/dev/null", path], capture_output=True, text=True, env={"LC_ALL": "C"}
    ).stderr

    assert report == "1 translated message, 2 fuzzy translations, 2 untranslated messages.\n"
