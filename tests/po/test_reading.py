"""What a reader meets: odd layouts, charsets, and files that are no catalogs."""

from __future__ import annotations

import time

import pytest

from l10n import po
from l10n.errors import CatalogError
from l10n.model import Entry, Previous

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
"""Three lines: what follows begins in line 4."""

LAYOUTS = [
    ("strings on one line", 'msgid "a" "b" msgstr "c"\n', Entry(None, "ab", ("c",))),
    ("no blanks", 'msgctxt"p"\nmsgid"a"\nmsgstr"b"\n', Entry("p", "a", ("b",))),
    ("indented", '  # Бір.\n\tmsgid "a"\n  "b"\n msgstr "c"\n', Entry(None, "ab", ("c",), comments=("Бір.",))),
    ("blank lines inside", 'msgid "a"\n\n"b"\n   \nmsgstr "c"\n\n"d"\n', Entry(None, "ab", ("cd",))),
    ("blank lines between comments", '# Бір.\n\n# Екі.\nmsgid "a"\nmsgstr "b"\n',
     Entry(None, "a", ("b",), comments=("Бір.", "Екі."))),
    ("no last line end", 'msgid "a"\nmsgstr "b"', Entry(None, "a", ("b",))),
    ("trailing blanks", 'msgid "a" \nmsgstr "b"\t\n"c"  \n', Entry(None, "a", ("bc",))),
    ("escapes that name bytes", 'msgid "\\x41\\102"\nmsgstr "\\320\\260\\xd0\\xb1"\n', Entry(None, "AB", ("аб",))),
    ("such escapes behind a common line", 'msgid "a"\nmsgstr "b"\n"\\320\\260"\n', Entry(None, "a", ("bа",))),
    ("a plural form with such escapes", 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "\\x41"\n',
     Entry(None, "a", ("c", "A"), "b")),
    ("a hexadecimal escape takes all digits", 'msgid "a"\nmsgstr "\\x00041g"\n', Entry(None, "a", ("Ag",))),
    ("every simple escape",
     'msgid "a"\nmsgstr "\\a\\b\\f\\n\\r\\t\\v\\\\\\""\n', Entry(None, "a", ('\a\b\f\n\r\t\v\\"',))),
    ("characters that end no line here", 'msgid "a\u2028b"\nmsgstr "c\x85\x1c\r\x0bd"\n',
     Entry(None, "a\u2028b", ("c\x85\x1c\r\x0bd",))),
    ("every kind of comment", '#Бір.\n#\n#  екі\n#. y\n#.\n#: a:1 b:2\n#: \u2068my file.c\u2069:3\n#, fuzzy,x\n#= y z\n'
     '#| msgctxt "q"\n#| msgid "o"\n#| "ld"\n#! u\nmsgid "a"\nmsgstr "b"\n',
     Entry(None, "a", ("b",), None, ("Бір.", "", " екі", "! u"), ("y", ""), ("a:1", "b:2", "my file.c:3"),
           ("fuzzy", "x", "y", "z"), Previous("q", "old"))),
    ("flags as gettext parts them", '#,fuzzy range: 0..9,no-wrap\nmsgid "a"\nmsgstr "b"\n',
     Entry(None, "a", ("b",), flags=("fuzzy", "range: 0..9", "no-wrap"))),
    ("previous without blanks", '#|msgid "o"\n#|"ld"\n#|msgid_plural"s"\nmsgid "a"\nmsgstr "b"\n',
     Entry(None, "a", ("b",), previous=Previous(None, "old", "s"))),
    ("obsolete", '# Бір.\n#, fuzzy\n#~| msgid "o"\n#~ msgctxt "p"\n#~ msgid "a"\n#~ "b"\n#~ msgstr ""\n#~ "c"\n',
     Entry("p", "ab", ("c",), None, ("Бір.",), flags=("fuzzy",), previous=Previous(None, "o"), obsolete=True)),
    ("obsolete without blanks", '#~|msgid "o"\n#~msgid "a"\n#~msgstr "b"\n#~\n',
     Entry(None, "a", ("b",), previous=Previous(None, "o"), obsolete=True)),
    ("comments inside an obsolete block", '#~ # Бір.\n#~ #, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n',
     Entry(None, "a", ("b",), None, ("Бір.",), flags=("fuzzy",), obsolete=True)),
    ("marks of msgcat", '# #-#-#-#-#  a.po  #-#-#-#-#\n# l10n: reviewed 5fc100462ce4\nmsgid "a"\nmsgstr "b"\n',
     Entry(None, "a", ("b",), comments=("#-#-#-#-#  a.po  #-#-#-#-#", "l10n: reviewed 5fc100462ce4"))),
    ("an empty context", 'msgctxt ""\nmsgid "a"\nmsgstr "b"\n', Entry("", "a", ("b",))),
    ("an empty source in a context", 'msgctxt "p"\nmsgid ""\nmsgstr "b"\n', Entry("p", "", ("b",))),
]  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("row", LAYOUTS, ids=[row[0] for row in LAYOUTS])
def test_layouts(row, newline):
    """What gettext reads is read, and written back byte for byte."""
    _, text, expected = row
    data = (HEAD + text).replace("\n", newline).encode()
    catalog = po.loads(data)

    assert catalog.entries == (expected,)
    assert catalog.entries[0].line == 4
    assert po.dumps(catalog) == data
    assert po.counts(data) == po.counted(catalog)


@pytest.mark.parametrize("row", LAYOUTS, ids=[row[0] for row in LAYOUTS])
def test_layouts_changed(row):
    """An entry of any layout can be changed in any field."""
    _, text, old = row
    catalog = po.loads((HEAD + text).encode())
    for changes in (
        {"targets": tuple(f"{target} жаңа" for target in old.targets)},
        {"comments": (*old.comments, "l10n: reviewed 5fc100462ce4")},
        {"obsolete": not old.obsolete},
        {"flags": ("fuzzy",), "previous": Previous("p", "бұрын"), "source": "жаңа"},
    ):
        new = catalog.replace(entries=(catalog.entries[0].replace(**changes),))
        assert po.loads(po.dumps(new)).entries == (old.replace(**changes),)


def test_entries_are_frozen():
    """An entry that was read, made or replaced cannot be changed in place, and has no fields of other names."""
    (read,) = po.loads((HEAD + '# Бір.\nmsgid "a"\nmsgstr "b"\n').encode()).entries
    for entry in (read, Entry(None, "a", ("b",)), read.replace(targets=("c",), comments=("Екі.",))):
        for name in ("source", "targets", "comments", "number", "colour"):
            with pytest.raises((AttributeError, TypeError)):
                setattr(entry, name, ("d",))
        with pytest.raises(TypeError, match="an entry has no colour"):
            entry.replace(colour="red")


def test_neighbours_without_blank_lines():
    """Messages may follow one another without a blank line, obsolete ones too."""
    text = HEAD.rstrip("\n") + '\nmsgid "a"\nmsgstr "1"\n# Екі.\nmsgid "b"\nmsgstr "2"\n#~ msgid "c"\n#~ msgstr "3"\n'
    text += '#~ msgid "d"\n#~ msgstr "4"\n'
    catalog = po.loads(text.encode())

    assert [(one.source, one.target, one.comments) for one in catalog.entries] == [
        ("a", "1", ()), ("b", "2", ("Екі.",)), ("c", "3", ()), ("d", "4", ()),
    ]  # fmt: skip
    assert po.dumps(catalog) == text.encode()


def test_header_anywhere():
    """The header is found wherever it stands, and stays there."""
    text = '# Алғы сөз.\nmsgid "a"\nmsgstr "b"\n\n' + HEAD + 'msgid "c"\nmsgstr "d"\n'
    catalog = po.loads(text.encode())

    assert [one.source for one in catalog.entries] == ["a", "c"]
    assert po.fields(catalog) == {"Content-Type": "text/plain; charset=UTF-8"}
    assert po.dumps(catalog) == text.encode()
    last = po.loads(('msgid "a"\nmsgstr "b"\n\n' + HEAD).encode())
    assert po.dumps(last).decode() == 'msgid "a"\nmsgstr "b"\n\n' + HEAD


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# Тек түсініктеме.\n", "\ufeff# Тек түсініктеме.", HEAD + "# Соңы.\n#. x\n", "#~\n"]
)
def test_hardly_anything(text):
    """A file without messages is an empty catalog, and keeps what it holds."""
    catalog = po.loads(text.encode())

    assert catalog.entries == ()
    assert po.dumps(catalog) == text.encode()
    assert po.counts(text.encode()) == po.Counts()


CHARSETS = [
    ("KOI8-R", "Остановку перенесли."),
    ("CP1251", "Аялдама — «жаңа».".replace("ң", "н")),
    ("windows-1251", "Остановку перенесли."),
    ("KZ-1048", "Аялдама көшті: Ә Ғ Қ Ң Ө Ұ Ү Һ І."),
    ("PTCP154", "Аялдама көшті: Ә Ғ Қ Ң Ө Ұ Ү Һ І."),
    ("ISO-8859-1", "Café, naïve"),
    ("GB18030", "公交站搬走了。"),
    ("BIG5", "公車站搬走了。許功蓋"),
    ("SHIFT_JIS", "バス停は移った。ソ表"),
    ("EUC-JP", "バス停は移った。"),
    ("ASCII", "moved"),
]


@pytest.mark.parametrize(("charset", "target"), CHARSETS, ids=[row[0] for row in CHARSETS])
def test_charsets(charset, target):
    """A catalog in another charset is decoded by its header and written back in it."""
    codec = po.grammar.KNOWN_CHARSETS[charset.lower()]
    text = HEAD.replace("UTF-8", charset) + f'#. {target}\nmsgid "a"\nmsgstr "{target}"\n'
    data = text.encode(codec)
    catalog = po.loads(data)
    entry = catalog.entries[0]

    assert (entry.target, entry.extracted) == (target, (target,))
    assert po.dumps(catalog) == data
    longer = catalog.replace(entries=(entry.replace(targets=(target + target,)),))
    assert po.dumps(longer) == text.replace(f'msgstr "{target}"', f'msgstr "{target}{target}"').encode(codec)
    assert po.counts(data) == po.counted(catalog)


@pytest.mark.parametrize("charset", ["KOI8-R", "UTF-8", "GBK"])
def test_charset_of_the_header_alone(charset):
    """What a comment or another message says of charsets decides nothing, wherever the header stands."""
    text = '# charset=ISO-8859-1\nmsgctxt "б"\nmsgid "charset=ASCII"\nmsgstr "Остановка"\n\n' + HEAD
    data = text.replace("UTF-8", charset).encode(charset)
    catalog = po.loads(data)

    assert catalog.entries == (Entry("б", "charset=ASCII", ("Остановка",), comments=("charset=ISO-8859-1",)),)
    assert po.dumps(catalog) == data


def test_charset_that_cannot_hold_a_text():
    """A letter that the charset lacks is refused with a remedy; with the remedy the file is UTF-8."""
    catalog = po.loads((HEAD.replace("UTF-8", "KOI8-R") + 'msgid "a"\nmsgstr "б"\n').encode("koi8-r"), "kk.po")
    new = catalog.replace(entries=(catalog.entries[0].replace(targets=("қ",)), Entry(None, "c")))
    with pytest.raises(CatalogError, match="koi8-r has no letter `қ`") as caught:
        po.dumps(new, "kk.po")
    assert (caught.value.where, caught.value.hint[:10]) == ("kk.po", "let the he")

    remedied = po.with_fields(new, {"Content-Type": "text/plain; charset=UTF-8"})
    assert po.loads(po.dumps(remedied)) == remedied
    assert "қ" in po.dumps(remedied).decode()


BAD = [
    ("unclosed string", HEAD + 'msgid "a\nmsgstr "b"\n', 4, "msgid is not closed"),
    ("unclosed target", HEAD + 'msgid "a"\nmsgstr "b\n', 5, "msgstr is not closed"),
    ("unclosed continuation", HEAD + 'msgid "a"\nmsgstr ""\n"b\n', 6, "msgstr is not closed"),
    ("escaped closing quote", HEAD + 'msgid "a"\nmsgstr "b\\"\n', 5, "msgstr is not closed"),
    ("unclosed at the end", HEAD + 'msgid "a"\nmsgstr "b', 5, "msgstr is not closed"),
    ("unknown keyword", HEAD + 'msgid "a"\nmsgstx "b"\n', 5, "`msgstx` is no keyword of a catalog"),
    ("domain", HEAD + 'domain "x"\nmsgid "a"\nmsgstr "b"\n', 4, "`domain` is no keyword of a catalog"),
    ("target first", HEAD + 'msgstr "b"\nmsgid "a"\n', 4, "`msgstr` stands before its `msgid`"),
    ("no target", HEAD + 'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 4, "the message has no `msgstr`"),
    ("no target at the end", HEAD + '# x\nmsgid "a"\n', 5, "the message has no `msgstr`"),
    ("no source", HEAD + 'msgctxt "p"\n', 4, "the message has no `msgid`"),
    ("two targets", HEAD + 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 6, "`msgstr` stands before its `msgid`"),
    ("context behind source", HEAD + 'msgid "a"\nmsgctxt "p"\nmsgstr "c"\n', 4, "the message has no `msgstr`"),
    ("comment inside", HEAD + 'msgid "a"\n# x\nmsgstr "b"\n', 5, "a comment stands inside a message"),
    ("keyword without string", HEAD + 'msgid\nmsgstr "b"\n', 4, "no string follows `msgid`"),
    ("string without keyword", '"a"\nmsgid "a"\n', 1, 'a string stands without its keyword: `"a"`'),
    ("bad escape", HEAD + 'msgid "a"\nmsgstr "b"\n"c\\qd"\n', 6, "`\\q` is no escape of a catalog"),
    ("hexadecimal escape without digits", HEAD + 'msgid "a"\nmsgstr "\\xg"\n', 5, "`\\x` is no escape of a catalog"),
    ("escape of half a letter", HEAD + 'msgid "a"\nmsgstr "\\xd0"\n', 4, "an escape makes no letter in utf-8"),
    ("bad escape in a previous source", HEAD + '#| msgid "a\\q"\nmsgid "a"\nmsgstr "b"\n', 4,
     "`\\q` is no escape of a catalog"),
    ("escaped NUL", HEAD + 'msgid "a"\nmsgstr "\\0"\n', 5, "the text holds a NUL"),
    ("NUL", HEAD + 'msgid "a"\nmsgstr "b\0"\n', 5, "the file holds a NUL byte"),
    ("plural without number", HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 6,
     "a message with `msgid_plural` needs `msgstr[0]`, not `msgstr`"),
    ("number without plural", HEAD + 'msgid "a"\nmsgstr[0] "c"\n', 5, "`msgstr[…]` needs a `msgid_plural`"),
    ("wrong first number", HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 6,
     "`msgstr[1]` stands where `msgstr[0]` is due"),
    ("a gap in the numbers", HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 7,
     "`msgstr[2]` stands where `msgstr[1]` is due"),
    ("half obsolete", HEAD + '#~ msgid "a"\nmsgstr "c"\n', 5,
     "one part of the message is marked obsolete with `#~`, another is not"),
    ("two on a line", HEAD + 'msgid "a"\nmsgstr "b" msgid "c"\nmsgstr "d"\n', 5, "two messages share a line"),
    ("a previous string without its keyword", HEAD + '#| "old"\nmsgid "a"\nmsgstr "b"\n', 4,
     '`#| "old"` is not a previous message'),
    ("no previous message", HEAD + '#| msgid old\nmsgid "a"\nmsgstr "b"\n', 4,
     "`#| msgid old` is not a previous message"),
    ("twins", HEAD + 'msgid "a"\nmsgstr "b"\n\n# x\nmsgid ""\n"a"\nmsgstr "b"\n', 7,
     "the message stands here and in line 4: a catalog holds a source once in a context"),
    ("twins, one obsolete", HEAD + 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n', 7,
     "the message stands here and in line 4: a catalog holds a source once in a context"),
    ("twins, one escaped", HEAD + 'msgid "a\tb"\nmsgstr "c"\n\nmsgid "\\x61\\tb"\nmsgstr "c"\n', 7,
     "the message stands here and in line 4: a catalog holds a source once in a context"),
    ("two headers", HEAD + HEAD, 4,
     "the message stands here and in line 1: a catalog holds a source once in a context"),
    ("conflict marks", HEAD + '<<<<<<< HEAD\nmsgid "a"\n', 4, "the file holds git's conflict marks"),
    ("prose", "Аялдама көшті.\n", 1, "`Аялдама көшті.` is neither a keyword nor a string"),
    ("a page", "<" * 10_000_000, 1, f"`{'<' * 40}…` is neither a keyword nor a string"),
    ("a word", "a" * 10_000_000, 1, f"`{'a' * 40}` is no keyword of a catalog"),
    ("unknown charset", HEAD.replace("UTF-8", "rot13"), 1, "the charset `rot13` is not known"),
    ("another charset than it says", (HEAD + 'msgid "a"\nmsgstr "Аялдама"\n').encode("cp1251"), 5,
     "a letter is not utf-8, which the header names or leaves out"),
    ("more than ASCII", HEAD.replace("UTF-8", "ASCII") + 'msgid "a"\nmsgstr "б"\n', 5,
     "a letter is not ascii, which the header names or leaves out"),
    ("UTF-16", HEAD.encode("utf-16"), 1, "the file is UTF-16"),
    ("CR", HEAD.replace("\n", "\r"), 1, "the lines end in CR alone"),
]  # fmt: skip


@pytest.mark.parametrize("row", BAD, ids=[row[0] for row in BAD])
def test_bad(row, tmp_path):
    """What is no catalog is refused with file, line and remedy, and stays as it was."""
    _, text, line, what = row
    path = tmp_path / "kk.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = path.read_bytes()
    with pytest.raises(CatalogError) as caught:
        po.read(path)

    assert (caught.value.what, caught.value.where, caught.value.line) == (what, str(path), line)
    assert caught.value.hint
    assert path.read_bytes() == before


def test_missing(tmp_path):
    """A file that is not there is a fault of the catalog, with its path."""
    with pytest.raises(CatalogError, match="cannot be read: No such file"):
        po.read(tmp_path / "kk.po")


HUGE = 3_000_000
"""Characters: enough that a quadratic reader would take minutes."""

HOSTILE = [
    ("one line", 'msgid "a"\nmsgstr "' + "б" * HUGE + '"\n'),
    ("one line of escapes", 'msgid "a"\nmsgstr "' + '\\"' * HUGE + '"\n'),
    ("one line, not closed", 'msgid "a"\nmsgstr "' + "б" * HUGE),
    ("comments", "# x\n" * (HUGE // 30)),
    ("fuzzy comments", "#, fuzzy\n" * (HUGE // 20) + 'msgid "a"\nmsgstr "b"\n'),
    ("a line of flags", "#, " + "fuzzy, " * (HUGE // 20) + '\nmsgid "a"\nmsgstr "b"\n'),
    ("strings", 'msgid "a"\nmsgstr ""\n' + '"b"\n' * (HUGE // 10)),
    ("odd strings", 'msgid "a"\nmsgstr ""\n' + ' "b"\n' * (HUGE // 40)),
    ("previous", '#| msgid ""\n' + '#| "b"\n' * (HUGE // 20) + 'msgid "a"\nmsgstr "b"\n'),
    ("odd previous", '#|msgid ""\n' + '#|"b"\n' * (HUGE // 60) + 'msgid "a"\nmsgstr "b"\n'),
    ("plural forms", 'msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{n}] ""\n' for n in range(HUGE // 60))),
    ("a large number", 'msgid "a"\nmsgid_plural "b"\nmsgstr[' + "9" * HUGE + '] ""\n'),
    ("blank lines", "\n" * HUGE + 'msgid "a"\nmsgstr "b"\n'),
    ("blanks", " " * HUGE + 'msgid "a"\nmsgstr "b"\n'),
    ("obsolete marks", "#~\n" * (HUGE // 40)),
    ("odd messages", "".join(f'msgid "{n}" ""\nmsgstr "b"\n' for n in range(HUGE // 1000))),
    ("brackets", 'msgid "a"\nmsgstr[' + "[" * HUGE),
]


@pytest.mark.parametrize("row", HOSTILE, ids=[row[0] for row in HOSTILE])
def test_hostile(row):
    """However large and strange a file is, it is read or refused in a time that grows with its size."""
    data = (HEAD + row[1]).encode()
    start = time.process_time()
    try:
        assert po.dumps(po.loads(data)) == data
    except CatalogError as error:
        assert error.line
        assert len(str(error)) < 200
    assert time.process_time() - start < 10
