"""Two branches changed one catalog."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import po
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry, Previous
from l10n.text import digest
from tests.po.catalogs import HEADER
from tests.programs import need

SOURCE = "The stop was moved."
KEPT = 'l10n-note: another version says "{}"'


def entry(target="", source=SOURCE, **fields):
    """An entry of an article."""
    return Entry("p", source, (target,), **fields)


def merged(base, ours, theirs):
    """The one entry that a merge of these makes of them; None where it is dropped."""
    catalogs = [Catalog((one,) if one else (), HEADER) for one in (base, ours, theirs)]
    result = po.merge(*catalogs).entries
    assert len(result) <= 1
    return result[0] if result else None


def state(target, word="reviewed", plural=None):
    """The state comment of this target."""
    return f"l10n: {word} {digest('p', SOURCE, plural, (target,))[:12]}"


OLD = entry("Аялдама көшті.")
FUZZY = entry("Аялдама көшті.", flags=("fuzzy",))

TABLE = [
    ("nothing changed", OLD, OLD, OLD, OLD),
    ("ours typed", OLD, entry("Аялдама ауысты."), OLD, entry("Аялдама ауысты.")),
    ("theirs typed", OLD, OLD, entry("Аялдама ауысты."), entry("Аялдама ауысты.")),
    ("both typed the same", OLD, entry("Ауысты."), entry("Ауысты."), entry("Ауысты.")),
    (
        "both typed",
        OLD,
        entry("Аялдама ауысты."),
        entry("Аялдама жылжыды."),
        entry("Аялдама ауысты.", flags=("fuzzy",), comments=(KEPT.format("Аялдама жылжыды."),)),
    ),
    (
        "both typed, with quotes and lines",
        OLD,
        entry("Ауысты."),
        entry('«Ауысты»,\n"деді".'),
        entry("Ауысты.", flags=("fuzzy",), comments=(KEPT.format('«Ауысты»,\\n\\"деді\\".'),)),
    ),
    ("both added, one empty", None, entry(""), entry("Ауысты."), entry("Ауысты.")),
    (
        "both added",
        None,
        entry("Ауысты."),
        entry("Көшті."),
        entry("Ауысты.", flags=("fuzzy",), comments=(KEPT.format("Көшті."),)),
    ),
    ("ours emptied, theirs typed", OLD, entry(""), entry("Ауысты."), entry("Ауысты.")),
    ("ours typed, theirs emptied", OLD, entry("Ауысты."), entry(""), entry("Ауысты.")),
    ("ours cleared the flag", FUZZY, OLD, FUZZY, OLD),
    ("ours cleared the flag, theirs commented", FUZZY, OLD, FUZZY.replace(comments=("Бас редакторға?",)),
     OLD.replace(comments=("Бас редакторға?",))),
    ("ours typed, theirs commented", OLD, entry("Ауысты."), OLD.replace(comments=("Қай аялдама?",)),
     entry("Ауысты.", comments=("Қай аялдама?",))),
    ("both commented", OLD, OLD.replace(comments=("Бір.",)), OLD.replace(comments=("Екі.",)),
     OLD.replace(comments=("Бір.", "Екі."))),
    ("theirs dropped a comment", OLD.replace(comments=("Бір.", "Екі.")), OLD.replace(comments=("Бір.", "Екі.", "Үш.")),
     OLD.replace(comments=("Екі.",)), OLD.replace(comments=("Екі.", "Үш."))),
    ("ours deleted, theirs kept", OLD, None, OLD, None),
    ("ours deleted, theirs typed", OLD, None, entry("Ауысты."), entry("Ауысты.", obsolete=True)),
    ("theirs deleted, ours typed", OLD, entry("Ауысты."), None, entry("Ауысты.", obsolete=True)),
    ("theirs deleted, ours moved", OLD, OLD.replace(references=("source/a.html:9",)), None, None),
    ("theirs retired, ours typed", OLD, entry("Ауысты."), OLD.replace(obsolete=True), entry("Ауысты.", obsolete=True)),
    ("ours revived, theirs typed", OLD.replace(obsolete=True), OLD, entry("Ауысты.", obsolete=True), entry("Ауысты.")),
    ("ours added", None, OLD, None, OLD),
    ("theirs added", None, None, OLD, OLD),
    (
        "an approval of the text that stays",
        OLD,
        OLD.replace(comments=(state("Аялдама көшті."),)),
        OLD.replace(references=("source/a.html:9",)),
        OLD.replace(comments=(state("Аялдама көшті."),), references=("source/a.html:9",)),
    ),
    (
        "an approval of a text that was replaced",
        OLD,
        OLD.replace(comments=(state("Аялдама көшті."),)),
        entry("Ауысты."),
        entry("Ауысты."),
    ),
    (
        "two approvals of one text: the higher",
        OLD,
        OLD.replace(comments=(state("Аялдама көшті."),)),
        OLD.replace(comments=(state("Аялдама көшті.", "final"),)),
        OLD.replace(comments=(state("Аялдама көшті.", "final"),)),
    ),
    (
        "an approval where two texts met",
        OLD,
        entry("Ауысты.", comments=(state("Ауысты."),)),
        entry("Жылжыды.", comments=(state("Жылжыды."),)),
        entry("Ауысты.", flags=("fuzzy",), comments=(state("Ауысты."), KEPT.format("Жылжыды."))),
    ),
    (
        "the origin goes with its text",
        OLD,
        OLD.replace(comments=("Қай аялдама?",)),
        entry("Ауысты.", comments=("l10n-origin: memory 92",), flags=("fuzzy",)),
        entry("Ауысты.", comments=("Қай аялдама?", "l10n-origin: memory 92"), flags=("fuzzy",)),
    ),
    (
        "the origin of a text kept out does not stay",
        OLD,
        entry("Ауысты."),
        entry("Жылжыды.", comments=("l10n-origin: machine",), flags=("fuzzy",)),
        entry("Ауысты.", comments=(KEPT.format("Жылжыды."),), flags=("fuzzy",)),
    ),
    (
        "a plural changed here, its targets there",
        Entry("p", SOURCE, ("бір", "көп"), "Stops."),
        Entry("p", SOURCE, ("бір", "көп"), "Many stops."),
        Entry("p", SOURCE, ("бір", "бірнеше"), "Stops."),
        Entry("p", SOURCE, ("бір", "көп"), "Many stops.", flags=("fuzzy",), comments=(KEPT.format("бірнеше"),)),
    ),
    (
        "a draft carried here, typed there",
        OLD,
        entry("Аялдама көшті.", flags=("fuzzy",), previous=Previous("p", "The stop moved.")),
        entry("Ауысты."),
        entry("Ауысты."),
    ),
    ("other flags are united", OLD, OLD.replace(flags=("no-wrap",)), OLD.replace(flags=("fuzzy", "x")),
     OLD.replace(flags=("fuzzy", "no-wrap", "x"))),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_table(row):
    """Each of these is settled so, whether the catalogs were read or made."""
    _, base, ours, theirs, expected = row
    assert merged(base, ours, theirs) == expected

    read = [po.loads(po.dumps(Catalog((one,) if one else (), HEADER))) for one in (base, ours, theirs)]
    assert po.loads(po.dumps(po.merge(*read))).entries == ((expected,) if expected else ())


TARGETS = ("", "Ауысты.", "Көшті.", "Жылжыды.\n«Иә»")
SOURCES = ("One.", "Two.", "Three.", "Four.")


def versions():
    """Catalogs over a few sources, so that branches meet."""
    one = st.builds(
        Entry,
        st.just("p"),
        st.sampled_from(SOURCES),
        st.sampled_from(TARGETS).map(lambda target: (target,)),
        comments=st.sampled_from(((), ("Бір.",), ("Екі.", "Бір."))),
        flags=st.sampled_from(((), ("fuzzy",))),
        obsolete=st.booleans(),
    )
    entries = st.lists(one, max_size=4, unique_by=lambda entry: entry.source)
    return entries.map(lambda found: po.loads(po.dumps(Catalog(tuple(found), HEADER))))


@settings(max_examples=40)
@given(versions(), versions(), versions())
def test_nothing_typed_is_lost(base, ours, theirs):
    """Every target that a side typed is in the result, as a target or kept in a comment."""
    old = {one.source: one.targets for one in base.entries}
    result = {one.source: one for one in po.merge(base, ours, theirs).entries}
    for typed in (*ours.entries, *theirs.entries):
        if not typed.empty and typed.targets != old.get(typed.source):
            found = result[typed.source]
            assert typed.target in (*found.targets, *po.kept_out(found))


@settings(max_examples=40)
@given(versions(), versions(), versions())
def test_nothing_is_paired_anew(base, ours, theirs):
    """A target stands with a source with which it stood on one side, and is fuzzy where the sides disagree."""
    pairs = {(one.source, one.targets) for one in (*ours.entries, *theirs.entries)}
    for found in po.merge(base, ours, theirs).entries:
        assert (found.source, found.targets) in pairs
        assert found.fuzzy or not po.kept_out(found)


@settings(max_examples=40)
@given(versions(), versions())
def test_one_side_changed(base, ours):
    """Where one side changed nothing, the result is the other, byte for byte."""
    assert po.dumps(po.merge(base, ours, base)) == po.dumps(ours)
    assert {one.key: one for one in po.merge(base, base, ours).entries} == {one.key: one for one in ours.entries}
    assert po.dumps(po.merge(base, ours, ours)) == po.dumps(ours)


def test_order():
    """The order is that of ours; what theirs added follows the entry that it followed there."""
    sources = {"base": "ad", "ours": "abd", "theirs": "xaycdz"}
    made = {side: Catalog(tuple(entry("t", one) for one in text), HEADER) for side, text in sources.items()}

    assert "".join(one.source for one in po.merge(**made).entries) == "xaycbdz"


def test_obsolete_stay_last():
    """What theirs added at the end stands before the obsolete entries of ours."""
    base = Catalog((entry("t", "a"),), HEADER)
    ours = Catalog((*base.entries, entry("t", "old", obsolete=True)), HEADER)
    theirs = Catalog((*base.entries, entry("t", "b")), HEADER)

    assert [one.source for one in po.merge(base, ours, theirs).entries] == ["a", "b", "old"]


def test_header():
    """Fields are merged one by one; where both changed one, that of the later revision stands."""
    base = po.new("kk", revised="2026-11-01 10:00+0000", translator="Айгүл", plural_forms="nplurals=1; plural=0;")
    ours = po.with_fields(base, {"PO-Revision-Date": "2026-11-02 10:00+0000", "X-Note": "біз"})
    theirs = po.with_fields(base, {"PO-Revision-Date": "2026-11-03 10:00+0000", "Last-Translator": "Ерлан"})

    assert po.fields(po.merge(base, ours, theirs)) == {
        **po.fields(base), "PO-Revision-Date": "2026-11-03 10:00+0000", "X-Note": "біз", "Last-Translator": "Ерлан",
    }  # fmt: skip


BASE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: source/qala.html:4
msgctxt "p"
msgid "The stop was moved."
msgstr "Аялдама көшті."

#: source/qala.html:5
msgctxt "p"
msgid "Nobody asked."
msgstr "Ешкім сұраған жоқ."
"""


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_git_conflict(tmp_path, style):
    """A catalog in which git left its marks is merged entry by entry, in each of git's styles."""
    git = need("git")

    def run(*words, check=True):
        who = ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", f"merge.conflictStyle={style}"]
        return subprocess.run([git, *who, *words], cwd=tmp_path, check=check, capture_output=True)

    path = tmp_path / "kk.po"
    run("init", "-q", "-b", "main")
    path.write_text(BASE)
    run("add", "kk.po")
    run("commit", "-qm", "base")
    run("checkout", "-qb", "other")
    path.write_text(BASE.replace("Аялдама көшті.", "Аялдама жылжыды.").replace("сұраған жоқ", "сұрамады"))
    run("commit", "-qam", "theirs")
    run("checkout", "-q", "main")
    path.write_text(BASE.replace("Аялдама көшті.", "Аялдама ауысты."))
    run("commit", "-qam", "ours")
    run("merge", "other", check=False)
    data = path.read_bytes()
    assert b"<<<<<<<" in data

    first, second = po.unconflict(data, "kk.po").entries
    assert first == Entry(
        "p", "The stop was moved.", ("Аялдама ауысты.",), flags=("fuzzy",), references=("source/qala.html:4",),
        comments=('l10n-note: another version says "Аялдама жылжыды."',),
    )  # fmt: skip
    assert second.target == "Ешкім сұрамады."


def test_no_conflict():
    """Without marks, the catalog is as it is."""
    assert po.dumps(po.unconflict(BASE.encode())) == BASE.encode()


BAD = [
    ("<<<<<<< ours\n" + BASE, 13, "the last conflict has no end"),
    (BASE + "=======\n", 13, "git's mark `=======` stands where none is due"),
    (BASE + "<<<<<<< ours\n<<<<<<< ours\n", 14, "git's mark `<<<<<<<` stands where none is due"),
    (BASE + '<<<<<<< ours\nmsgid "a"\n=======\n#~ msgstr\n>>>>>>> theirs\n', 14, "the message has no `msgstr`"),
]


@pytest.mark.parametrize(("text", "line", "what"), BAD)
def test_bad_marks(text, line, what):
    """Marks that do not match are refused with the line of the file that holds them."""
    with pytest.raises(CatalogError) as caught:
        po.unconflict(text.encode(), "kk.po")

    assert (caught.value.what, caught.value.where, caught.value.line) == (what, "kk.po", line)
    assert caught.value.hint


@settings(max_examples=20)
@given(versions())
def test_marks_of_equal_sides(catalog):
    """A file that is one conflict with equal sides is that side."""
    data = po.dumps(catalog)

    assert po.dumps(po.unconflict(b"<<<<<<< a\n" + data + b"=======\n" + data + b">>>>>>> b\n")) == data
