"""TMX: no file can do harm, and each fault is told with its place."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import codes
from l10n.errors import MemoryFileError
from l10n.memory import tmx
from tests.memory.documents import BRIDGE, again, document, reading, texts


def refused(data: bytes, units: int = 0) -> MemoryFileError:
    """The error at the end of a file, behind so many units."""
    reader, found = tmx.read(io.BytesIO(data)), 0
    with pytest.raises(MemoryFileError) as caught:
        for _ in reader:
            found += 1
    assert found == units
    return caught.value


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("head", "line", "what"),
    [
        (BOMB, 1, "declares the entity `a`"),
        ('<!DOCTYPE tmx [\n<!ENTITY x SYSTEM "file:///etc/passwd">]>', 2, "declares the entity `x`"),
        ('<!DOCTYPE tmx [\n\n<!ENTITY % x SYSTEM "http://tmx.example/x.dtd"> %x;]>', 3, "declares the entity `x`"),
        (f'<!DOCTYPE tmx [<!ATTLIST tuv x CDATA "{"a" * 1000}">]>', 1, "default of `x`"),
    ],
)
def test_entities_are_refused(head: str, line: int, what: str) -> None:
    """No entity is declared, expanded or fetched; the error names the line."""
    error = refused(document(BRIDGE, head))

    assert (error.line, what in error.what, bool(error.hint)) == (line, True, True)


def test_doctype_is_fine() -> None:
    """A DOCTYPE is read over; nothing is fetched. An entity that only its DTD could know is an error."""
    head = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "http://tmx.example/tmx14.dtd" [<!ENTITY lt "&#38;#60;">]>'

    assert len(reading(BRIDGE, head=head)) == 1
    assert "`&nbsp;`" in refused(document(f"{BRIDGE}\n<tu>&nbsp;</tu>", head), 1).what


@pytest.mark.parametrize(
    ("data", "units", "line", "what"),
    [
        (document(BRIDGE * 3)[:-12], 3, 4, "cut off"),
        (document(BRIDGE * 3)[: -len(BRIDGE)], 2, 3, "cut off"),
        (document(f"{BRIDGE}\n{BRIDGE}").replace("Мост".encode(), b"\xcc\xee\xf1\xf2"), 0, 3, "no UTF-8"),
        (document(BRIDGE, '<?xml version="1.0" encoding="cp1251"?>').replace(b"open.", b"\x98"), 0, 1, "no cp1251"),
        (document(BRIDGE, '<?xml version="1.0" encoding="klingon"?>'), 0, 1, "`klingon`"),
        (document(f"{BRIDGE}\n<tu></tuv>"), 1, 4, "mismatched tag"),
        (document(f"{BRIDGE}\n\0"), 1, 4, "well-formed"),
        (b'<?xml version="1.0"?>\n<xliff version="1.2"/>', 0, 2, "its root is `<xliff>`"),
        (b"", 0, 1, "no `<tmx>`"),
        (b"The bridge is open.", 0, 1, "well-formed"),
        (gzip.compress(document(BRIDGE)), 0, 0, "compressed"),
        (document("", header=f"<header><note>{'x' * (18 << 20)}</note></header>"), 0, 2, "no end of a unit"),
    ],
    ids=["end", "unit", "bytes", "byte", "encoding", "tag", "nul", "root", "empty", "text", "gzip", "endless"],
)
def test_broken_files(data: bytes, units: int, line: int, what: str) -> None:
    """Every unit before the fault is given, then one error with its line."""
    error = refused(data, units)

    assert what in error.what and error.line == line


def test_a_path_is_named(tmp_path: Path) -> None:
    """An error names the file, one that is missing too."""
    path = tmp_path / "bridge.tmx"
    with pytest.raises(MemoryFileError, match="cannot be read") as told:
        list(tmx.read(path))
    assert told.value.hint == "see whether the path is right"
    path.write_bytes(document(BRIDGE)[:-9])
    with pytest.raises(MemoryFileError, match=f"`{path}` line 4: it ends before"):
        list(tmx.read(path))


def test_what_is_left_out() -> None:
    """A text without a language, without `<seg>`, or with a language that is none, is left out, told and counted."""
    tu = "<tu>{}</tu>\n"
    named = '<tuv xml:lang="ru"><seg>Мост</seg></tuv>'
    reader = tmx.read(
        io.BytesIO(
            document(
                "".join(
                    map(
                        tu.format,
                        [
                            f"<tuv><seg>Bridge</seg></tuv>{named}",
                            f'<tuv xml:lang="en"><seg>Bridge</seg></tuv><tuv><seg>?</seg></tuv>{named}',
                            f'{named}<tuv xml:lang="Kazakh language"><seg>Көпір</seg></tuv>',
                            f'{named}<tuv xml:lang="kk"/>',
                            "",
                            '<tuv xml:lang="kk"><note>Empty</note><seg/></tuv>',
                        ],
                    )
                )
            )
        )
    )

    assert [texts(unit) for unit in reader] == [
        {"en": "Bridge", "ru": "Мост"},
        {"en": "Bridge", "ru": "Мост"},
        {"ru": "Мост"},
        {"ru": "Мост"},
        {"kk": ""},
    ]
    assert [(one.line, one.what) for one in reader.problems] == [
        (4, "a text without a language"),
        (5, "`Kazakh language` is no language tag"),
        (6, "a variant without `<seg>`"),
        (7, "a unit without a text that has a language"),
    ]
    assert reader.left_out == 4


def test_a_million_characters() -> None:
    """A segment of a million letters, of a million codes, of sub-flows in each other: read and written in no time."""
    long = "ә" * 1_000_000
    (unit,) = reading(f'<tu><tuv xml:lang="kk"><seg>{long}</seg></tuv></tu>')
    (coded,) = reading(
        f'<tu><tuv xml:lang="kk"><seg>{"<ph/>ә" * 20_000}<ph>{"<sub>a</sub>" * 20_000}</ph></seg></tuv></tu>'
    )

    assert unit.variants[0].text == long
    assert len(coded.variants[0].codes) == 20_001 and codes.fault(*[coded.variants[0].text] * 2) == ""
    assert again([unit, coded]) == [unit, coded]


def test_memory_is_bounded() -> None:
    """Fifty megabytes of units are read and written in the memory of a few."""
    code = """
import io, resource
from l10n.memory import tmx
unit = '<tu><tuv xml:lang="en"><seg>%s</seg></tuv><tuv xml:lang="kk"><seg>%s</seg></tuv></tu>' % ("a" * 999, "ә" * 999)
class Source:
    left = 50
    def read(self, size):
        self.left -= 1
        if self.left == 49:
            return b'<tmx version="1.4"><header srclang="en"/><body>'
        return unit.encode() * 330 if self.left > 0 else b"</body></tmx>" if self.left == 0 else b""
class Sink:
    def write(self, data):
        pass
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
done = tmx.write(tmx.read(Source()), Sink())
print(done.units, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    count, grown = map(int, done.stdout.split())

    assert count == 15_840 and grown < 20_000, done.stderr
