"""What a change writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from l10n import files, po
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry, Previous
from tests.po.catalogs import HEADER

FOREIGN = """\
# Мақала: аялдама.
#
msgid   ""
msgstr "X-Generator: Өзіміз\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: kk\\n"

#. p 1
#: source/stop.html:4   source/stop.html:9
#, fuzzy, l10n-approved
#= noch-offen
#| msgid "The stop"
#| " moved."
#Айгүл: тексерген жөн бе?
msgctxt "p"
msgid "The stop "
"was "
"moved."
msgstr "Аялдама "
"көшті."


msgid "Two\\nlines"
msgstr ""
"Екі\\n"
"жол"
#~ msgid "gone"
#~ msgstr "кетті"

# Соңғы сөз.
"""
"""A catalog as nobody here would write it."""

LINES = FOREIGN.split("\n")

CHANGES = [
    ("a target", {"targets": ("Аялдама ауысты.",)}, {19: 'msgstr "Аялдама ауысты."', 20: None}),
    ("the flags", {"flags": ()}, {10: None, 11: None}),
    ("one flag", {"flags": ("l10n-approved", "noch-offen")}, {10: "#, l10n-approved, noch-offen", 11: None}),
    ("a comment more", {"comments": ("Айгүл: тексерген жөн бе?", "l10n: reviewed 5fc100462ce4")},
     {14: "#Айгүл: тексерген жөн бе?\n# l10n: reviewed 5fc100462ce4"}),
    ("a comment less", {"comments": ()}, {14: None}),
    ("the places", {"references": ("source/stop.html:5",)}, {9: "#: source/stop.html:5"}),
    ("the previous source", {"previous": None}, {12: None, 13: None}),
    ("the source", {"source": "The stop was moved again."},
     {16: 'msgid "The stop was moved again."', 17: None, 18: None}),
    ("the context", {"context": None}, {15: None}),
    ("retired", {"obsolete": True},
     {12: '#~| msgid "The stop"', 13: '#~| " moved."', **{n: f"#~ {LINES[n - 1]}" for n in range(15, 21)}}),
    ("equal values", {"targets": ("Аялдама көшті.",), "flags": ("fuzzy", "l10n-approved", "noch-offen")}, {}),
]  # fmt: skip
"""What is changed in the first entry, the lines of FOREIGN that are then others; None: the line is gone."""


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("row", CHANGES, ids=[row[0] for row in CHANGES])
def test_a_change_writes_its_own_lines(row, newline):
    """Only the lines of the field that changed are written anew."""
    _, changes, lines = row
    catalog = po.loads(FOREIGN.replace("\n", newline).encode())
    first, *rest = catalog.entries
    written = po.dumps(catalog.replace(entries=(first.replace(**changes), *rest))).decode()
    expected = [lines.get(number, line) for number, line in enumerate(LINES, 1)]

    assert written == "\n".join(line for line in expected if line is not None).replace("\n", newline)


def test_entries_come_and_go():
    """A new entry stands off as the first ones do; a dropped one takes the lines before it along."""
    catalog = po.loads(FOREIGN.encode())
    first, second, gone = catalog.entries
    new = Entry("p", "New", ("Жаңа",), references=("source/stop.html:7",))
    text = '#: source/stop.html:7\nmsgctxt "p"\nmsgid "New"\nmsgstr "Жаңа"\n'

    between = po.dumps(catalog.replace(entries=(first, new, second, gone))).decode()
    assert between == FOREIGN.replace('"көшті."\n', f'"көшті."\n\n\n{text}')
    behind = po.dumps(catalog.replace(entries=(first, second, gone, new))).decode()
    assert behind == FOREIGN.replace('"кетті"\n', f'"кетті"\n\n\n{text}')
    without = po.dumps(catalog.replace(entries=(first, gone))).decode()
    assert without.split("\n") == LINES[:22] + LINES[26:]
    moved = po.dumps(catalog.replace(entries=(second, first, gone)))
    assert po.loads(moved).entries == (second, first, gone)


@pytest.mark.parametrize(
    "entry", ['msgid "a"\nmsgstr "b"\n', '#~ msgid "a"\n#~ msgstr "b"\n'], ids=["active", "obsolete"]
)
def test_first_comment_of_an_entry(entry):
    """It stands right behind the blank line before the entry, which stays one."""
    data = f'msgid ""\nmsgstr "Language: kk\\n"\n\n{entry}'
    catalog = po.loads(data.encode())
    marked = catalog.entries[0].replace(comments=("l10n: reviewed 5fc100462ce4",))

    assert po.dumps(catalog.replace(entries=(marked,))).decode() == data.replace(
        entry, f"# l10n: reviewed 5fc100462ce4\n{entry}"
    )


def test_an_entry_made_anew_takes_its_old_place():
    """An entry that was made and not replaced keeps the lines of the one with its key, where their values agree."""
    catalog = po.loads(FOREIGN.encode())
    first, *rest = catalog.entries
    anew = Entry("p", first.source, ("Аялдама ауысты.",), None, first.comments, first.extracted, first.references,
                 first.flags, first.previous)  # fmt: skip
    written = po.dumps(Catalog((anew, *rest), catalog.header)).decode()

    assert written.split("\n") == [*LINES[:18], 'msgstr "Аялдама ауысты."', *LINES[20:]]


def test_last_line_without_end():
    """A file that ends without a line end keeps doing so, until something follows its last entry."""
    data = b'msgid ""\nmsgstr "Language: kk\\n"\n\nmsgid "a"\nmsgstr "b"'
    catalog = po.loads(data)

    assert po.dumps(catalog) == data
    assert (
        po.dumps(catalog.replace(entries=(*catalog.entries, Entry(None, "c")))) == data + b'\n\nmsgid "c"\nmsgstr ""\n'
    )
    changed = catalog.replace(entries=(catalog.entries[0].replace(targets=("c",)),))
    assert po.dumps(changed) == data[:-2] + b'c"\n'


def test_from_file_to_file():
    """Entries of other files, in another charset and with other line ends, are written as this file is."""
    ours = po.loads(po.dumps(Catalog((Entry(None, "a", ("б",)),), HEADER)))
    other = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=CP1251\\n"\n\n# щ\nmsgid "c"\nmsgstr "д"\n'
    theirs = po.loads(other.replace("\n", "\r\n").encode("cp1251"))
    written = po.dumps(ours.replace(entries=(*ours.entries, *theirs.entries)))

    assert written == po.dumps(ours) + '\n# щ\nmsgid "c"\nmsgstr "д"\n'.encode()


RENDERED = [
    (Entry("p", "One."), 'msgctxt "p"\nmsgid "One."\nmsgstr ""\n'),
    (
        Entry("p", "One.", ("Бір.",), None, ("l10n: final 5fc100462ce4", ""), ("p 1", ""), ("a:1", "my b.html:2"),
              ("fuzzy",), Previous("p", "On.")),
        '# l10n: final 5fc100462ce4\n#\n#. p 1\n#.\n#: a:1 \u2068my b.html\u2069:2\n#, fuzzy\n#| msgctxt "p"\n'
        '#| msgid "On."\nmsgctxt "p"\nmsgid "One."\nmsgstr "Бір."\n',
    ),
    (
        Entry(None, "a\n", ("б\nв",), obsolete=True, previous=Previous(None, "c")),
        '#~| msgid "c"\n#~ msgid "a\\n"\n#~ msgstr ""\n#~ "б\\n"\n#~ "в"\n',
    ),
    (
        Entry(None, "day", ("күн", ""), "days"),
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "күн"\nmsgstr[1] ""\n',
    ),
    (
        Entry(None, "a", ("Қала тұрғындары жаңа аялдаманы күткеніне екі жыл болды, дейді кезекте тұрған «әже».",)),
        'msgid "a"\nmsgstr ""\n"Қала тұрғындары жаңа аялдаманы күткеніне екі жыл болды, дейді кезекте тұрған "\n'
        '"«әже»."\n',
    ),
    (
        Entry(None, "b", references=tuple(f"source/stop.html:{line}" for line in range(8, 13))),
        "#: source/stop.html:8 source/stop.html:9 source/stop.html:10\n#: source/stop.html:11 source/stop.html:12\n"
        'msgid "b"\nmsgstr ""\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "text"), RENDERED)
def test_new_entries_look_so(entry, text):
    """A new entry is written as gettext would write it."""
    assert po.dumps(Catalog((entry,))).decode() == text


REFUSED = [
    ((Entry(None, "a\0"),), "the text `a\0` holds a NUL or EOT"),
    ((Entry("a\4", "b"),), "the text `a\4` holds a NUL or EOT"),
    ((Entry(None, "a", ("b", "c")),), "the entry `a` has 2 targets and no plural"),
    ((Entry(None, "a"), Entry(None, "a", obsolete=True)), "two entries have the source `a` in one context"),
    ((Entry(None, "\udc80"),), "utf-8 has no letter `?` (U+DC80) of the entry `?`"),
]


@pytest.mark.parametrize(("entries", "what"), REFUSED)
def test_what_po_cannot_hold(entries, what, tmp_path):
    """What no catalog can hold is refused with a remedy, and the file stays as it was."""
    path = tmp_path / "kk.po"
    path.write_bytes(b"before")
    with pytest.raises(CatalogError) as caught:
        po.write(Catalog(entries), path)

    assert (caught.value.what, caught.value.where) == (what, str(path))
    assert caught.value.hint
    assert path.read_bytes() == b"before"


def test_twins_among_read_entries():
    """An entry may not get the key of another, nor stand twice, whether it was read or made."""
    catalog = po.loads(FOREIGN.encode())
    first, second, _ = catalog.entries
    for entries in (
        (first, second, first),
        (first, second.replace(source=first.source, context="p")),
        (first, Entry("p", first.source)),
        (first, *po.loads(FOREIGN.encode()).entries),
    ):
        with pytest.raises(CatalogError, match="in one context"):
            po.dumps(catalog.replace(entries=entries))


def test_write(tmp_path):
    """Writing says whether anything changed, makes folders, and refuses where somebody else wrote in between."""
    path = tmp_path / "kk" / "stop.po"
    catalog = po.loads(FOREIGN.encode())

    assert po.write(catalog, path, was=files.NOTHING)
    was = files.stamp(path)
    assert not po.write(po.read(path), path, was=was)
    path.write_text(FOREIGN + "#\n", encoding="utf-8")
    with pytest.raises(files.Changed):
        po.write(catalog, path, was=was)
    assert path.read_text(encoding="utf-8") == FOREIGN + "#\n"


def test_new():
    """A fresh catalog names its locale as gettext does and leaves out what is not known."""
    catalog = po.new("pt-BR", project="qala", plural_forms="nplurals=2; plural=(n > 1);", comments=("Біз.",))

    assert po.dumps(catalog).decode().split("\n") == [
        "# Біз.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: qala\\n"',
        '"Language: pt_BR\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"',
        "",
    ]


def test_fields():
    """Fields of a header are changed in their place, added behind, dropped; lines that are none stay."""
    catalog = po.with_fields(po.loads(FOREIGN.encode()), {"Language": "kk_KZ", "X-Generator": None, "X-New": "a: b"})

    assert po.fields(catalog) == {"Content-Type": "text/plain; charset=UTF-8", "Language": "kk_KZ", "X-New": "a: b"}
    assert catalog.header.comments == ("Мақала: аялдама.", "")
    assert po.fields(po.with_fields(Catalog(), {"Language": "kk"})) == {"Language": "kk"}
    odd = Catalog((), Entry(None, "", ("no field\nA: b\nB:c\nA: d\nB: e",)))
    assert po.fields(odd) == {"A": "b", "B": "c"}
    assert po.with_fields(odd, {"A": "x", "C": "y"}).header.target == "no field\nA: x\nB:c\nB: e\nC: y\n"
