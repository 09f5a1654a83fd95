"""The file of a memory: what is in it after whatever happened, and what is said where it cannot be used."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import MemoryFileError
from l10n.memory import Memory, Row
from l10n.model import State

PAIRS = [("The bridge was closed.", "Мост закрыли."), ("The school was opened.", "Школу открыли.")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "memory.sqlite"


def run(code: str, path: Path) -> subprocess.Popen[str]:
    """Another process with a memory at this path."""
    text = f"from l10n.memory import Memory\nmemory = Memory({str(path)!r})\n{code}"
    return subprocess.Popen(
        [sys.executable, "-c", text], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )


def is_sound(path: Path) -> bool:
    """By SQLite's own check; and every source is found."""
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    with Memory(path) as memory:
        return all(memory.search(row.source)[0].score == 100 for _, _, row in memory.rows())


def test_kept(path: Path) -> None:
    """What one opened memory was told, the next one knows; no file lies beside it once it is closed."""
    with Memory(path) as memory:
        memory.add_many(PAIRS)
    with Memory(path) as memory:
        assert memory.search(PAIRS[0][0])[0].target == PAIRS[0][1]
        memory.add("Another one.", "Ещё один.")
        assert memory.search("Another one.")
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert is_sound(path)


def test_brought_up_to_date(path: Path) -> None:
    """Of one file what it holds now is there, and nothing that it held before; other files keep theirs."""
    with Memory(path) as memory:
        memory.add(*PAIRS[0], article="mine")
        assert memory.replace_origin("ru/a.po", PAIRS, digest="1", article="a") == 2
        memory.replace_origin("ru/b.po", [Row(*PAIRS[1], article="b")], digest="1")
        assert memory.stamps() == {"ru/a.po": "1", "ru/b.po": "1"}

        memory.replace_origin("ru/a.po", [("The river rose.", "Река поднялась.")], digest="2", article="a")
        assert memory.stamps()["ru/a.po"] == "2"
        articles = {row.source: row.article for _, _, row in memory.rows()}
        assert articles == {PAIRS[0][0]: "mine", PAIRS[1][0]: "b", "The river rose.": "a"}

        memory.drop_origin("ru/b.po")
        memory.drop_origin("ru/a.po")
        memory.drop_origin("ru/a.po")
        assert [row.source for _, _, row in memory.rows()] == [PAIRS[0][0]]
        assert not memory.search(PAIRS[1][0]) and not memory.concordance("школу")
        assert memory.stamps() == {}


def test_what_is_dropped_leaves_nothing(path: Path) -> None:
    """Not even in the index, in which rows were dealt out meanwhile."""
    with Memory(path) as memory:
        rows = [
            (f"The same few words, and {number} more of them <a1>here</a1>", f"Слова {number}") for number in range(700)
        ]
        memory.replace_origin("a", rows)
        memory.replace_origin("b", rows[:3])
        memory.drop_origin("a")
        assert memory.stats().sources == 3
        memory.drop_origin("b")
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM postings WHERE length(ids) > 0").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM sources").fetchone() == (0,)
    db.close()


def test_written_in_parts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often what was gathered is written, every row enters; those that were there before stay as one."""
    rows = [(f"Sentence {number} about the bridge and the river.", f"Фраза {number}.") for number in range(50)]
    monkeypatch.setattr("l10n.memory.rows.FLUSH", 30)
    monkeypatch.setattr("l10n.memory.rows._SAMPLE", 5)
    with Memory(path) as memory:
        assert memory.replace_origin("a", rows) == memory.replace_origin("a", rows[10:]) + 10 == 50
        assert {row.source for _, _, row in memory.rows()} == {source for source, _ in rows[10:]}
        assert memory.add_many(rows) == 50
        assert memory.stats().sources == 50


def test_one_by_one_or_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The postings are the same rows, byte for byte, whether pairs enter one by one, together or in parts."""
    monkeypatch.setattr("l10n.memory.postings.WHOLE", 20)
    monkeypatch.setattr("l10n.memory.postings._AT_ONCE", 7)
    monkeypatch.setattr("l10n.memory.rows._SAMPLE", 5)
    monkeypatch.setattr("l10n.memory.rows._PLACES", 3)
    rows = [
        (f"The {'long ' * (number % 7)}bridge {number % 30} of {number}.", f"Мост {number}.") for number in range(90)
    ]

    def held(name: str) -> list[tuple[int, bytes]]:
        with sqlite3.connect(tmp_path / name) as db:
            found = db.execute("SELECT key, ids FROM postings ORDER BY key").fetchall()
        db.close()
        return found

    with Memory(tmp_path / "one") as one, Memory(tmp_path / "all") as together, Memory(tmp_path / "parts") as parts:
        for source, target in rows:
            one.add(source, target)
        together.add_many(rows)
        monkeypatch.setattr("l10n.memory.rows.FLUSH", 100)
        parts.add_many(rows)
    assert held("one") == held("all") == held("parts")
    assert sum(not ids for _, ids in held("one")) >= 3, "features of many texts are dealt out"


FILES = st.dictionaries(
    st.sampled_from("abc"),
    st.lists(
        st.tuples(st.sampled_from(["One two.", "Two three 4.", "One"]), st.sampled_from("xy"), st.booleans()),
        max_size=5,
    ),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(FILES, min_size=1, max_size=4))
def test_brought_up_to_date_is_built_anew(versions: list[dict[str, list[tuple[str, str, bool]]]]) -> None:
    """After any changes of any files a memory holds what one would that was built from the last of them."""

    def told(memory: Memory) -> list[tuple[str, str, object, int]]:
        asked = {row.source for _, _, row in memory.rows()}
        found = [match for text in sorted(asked) for match in memory.search(text, limit=50, least=1)]
        return sorted((match.source, match.target, match.rank, match.places) for match in found)

    with Memory(":memory:") as updated, Memory(":memory:") as built:
        for files in versions:
            for key in updated.stamps().keys() - files.keys():
                updated.drop_origin(key)
            for key, rows in files.items():
                states = [Row(a, b, State.REVIEWED if good else State.TRANSLATED, article=key) for a, b, good in rows]
                updated.replace_origin(key, states)
                if files is versions[-1]:
                    built.replace_origin(key, states)
        assert told(updated) == told(built)
        assert {one.source for *_, one in updated.rows()} == {a for rows in versions[-1].values() for a, _, _ in rows}


def test_failed_update_changes_nothing(path: Path) -> None:
    """A row that cannot be read takes everything back, characters that were learned too."""

    def rows():
        yield "Мост ӯ", "x"
        raise ValueError("no more")

    with Memory(path) as memory:
        memory.replace_origin("a", PAIRS, digest="1")
        with pytest.raises(ValueError, match="no more"):
            memory.replace_origin("a", rows(), "tg", "en", digest="2")
        assert memory.stamps() == {"a": "1"}
        assert memory.stats().pairs == 2
        memory.add("Мост ӯ", "x", source_locale="tg", target_locale="en")
        assert memory.search("Мост ӯ", source="tg")[0].source == "Мост ӯ"
    assert is_sound(path)


def test_read_while_another_writes(path: Path) -> None:
    """A reader sees what was there when it asks, also while another process is in the midst of writing."""
    with Memory(path) as memory:
        memory.add_many(PAIRS)
        code = (
            "def rows():\n"
            "    yield 'Өзен тасыды.', 'The river rose.'\n"
            "    print('writing', flush=True)\n"
            "    import sys, time; time.sleep(60)\n"
            "memory.replace_origin('a', rows(), 'kk', 'en')\n"
        )
        other = run(code, path)
        try:
            assert other.stdout.readline() == "writing\n"
            assert memory.search(PAIRS[0][0])[0].score == 100
            with pytest.raises(MemoryFileError, match="another program") as told, Memory(path, wait_s=0.05) as second:
                second.add("x", "y")
            assert "wait" in told.value.hint
        finally:
            other.send_signal(signal.SIGKILL)
            other.communicate()
        assert not memory.search("Өзен тасыды.")
        assert memory.add("Өзен тасыды.", "The river rose.", source_locale="kk", target_locale="en")
    assert is_sound(path)


def test_what_another_process_adds_is_found(path: Path) -> None:
    """At once, with characters and locales that were not known before."""
    with Memory(path) as memory:
        memory.add_many(PAIRS)
        assert not memory.search("مەكتەپ ئېچىلدى.")
        other = run("memory.add('مەكتەپ ئېچىلدى.', 'Ў', source_locale='ug', target_locale='be')", path)
        other.communicate()
        assert [match.target for match in memory.search("مەكتەپ ئېچىلدى.")] == ["Ў"]


def test_killed_while_adding(path: Path) -> None:
    """What was added before is there, the file is sound."""
    code = (
        "from itertools import count\n"
        "for number in count():\n"
        "    memory.add(f'Sentence number {number} of many.', f'Фраза {number}.')\n"
        "    number == 20 and print('many', flush=True)\n"
    )
    other = run(code, path)
    other.stdout.readline()
    other.send_signal(signal.SIGKILL)
    other.communicate()

    assert is_sound(path)
    with Memory(path) as memory:
        assert memory.stats().pairs > 20


def test_made_by_several_at_once(path: Path) -> None:
    """Whoever comes first makes the file; what all of them add is in it."""
    others = [run(f"memory.add('Sentence {number}', 'x')", path) for number in range(4)]
    for other in others:
        other.communicate()

    assert [other.returncode for other in others] == [0] * 4
    with Memory(path) as memory:
        assert memory.stats().pairs == 4
    assert is_sound(path)


def test_import_is_light() -> None:
    """Neither SQLite nor RapidFuzz is loaded before a memory is opened."""
    code = "import sys, l10n.memory; print(*{'sqlite3', 'rapidfuzz', 'babel'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_threads_take_turns() -> None:
    """One memory serves several threads."""
    with Memory(":memory:") as memory:
        threads = [
            threading.Thread(
                target=lambda n=n: [
                    memory.add(f"Text {n} {m}", "x") and memory.search(f"Text {n} {m}") for m in range(20)
                ]
            )
            for n in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert memory.stats().sources == 80


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"this is no database, but a text that somebody put here " * 40, "no translation memory"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "no translation memory|damaged"),
    ],
)
def test_something_else_is_refused(path: Path, content: bytes, said: str) -> None:
    """And left as it is."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(MemoryFileError, match=said) as told:
        Memory(path)
    assert told.value.hint and told.value.where == str(path)
    assert path.read_bytes() == content


def test_database_of_another_program_is_refused(path: Path) -> None:
    """It has tables, but none of ours."""
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE notes (text)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(MemoryFileError, match="no translation memory"):
        Memory(path)
    assert path.read_bytes() == before


def test_newer_version_is_refused(path: Path) -> None:
    """With the remedy: update, or let it be built anew."""
    Memory(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 1000")
    db.close()
    with pytest.raises(MemoryFileError, match="newer l10n") as told:
        Memory(path)
    assert "update l10n" in told.value.hint


def test_damaged_pages_are_told(path: Path) -> None:
    """A page in the midst that was overwritten is one clear error, or harmless."""
    with Memory(path) as memory:
        memory.add_many((f"Sentence {number} about the bridge.", f"Фраза {number}.") for number in range(2000))
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = os.urandom(len(data) - 4096 * 2)
    path.write_bytes(data)
    with pytest.raises(MemoryFileError, match="damaged") as told, Memory(path) as memory:
        memory.search("Sentence 7 about the bridge.")
        memory.stats()
        list(memory.rows())
    assert "move the file away" in told.value.hint


def test_truncated_file_is_told(path: Path) -> None:
    """Half a copy."""
    with Memory(path) as memory:
        memory.add_many((f"Sentence {number} about the bridge.", f"Фраза {number}.") for number in range(2000))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(MemoryFileError), Memory(path) as memory:
        memory.stats()
        list(memory.rows())
        memory.search("Sentence 7 about the bridge.")


def test_folder_in_its_place(tmp_path: Path) -> None:
    """A folder is no file; nor can a file be a folder."""
    with pytest.raises(MemoryFileError, match="folder"):
        Memory(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(MemoryFileError) as told:
        Memory(tmp_path / "file" / "memory")
    assert told.value.hint


def test_closed_memory_says_so(path: Path) -> None:
    """One error of ours."""
    memory = Memory(path)
    memory.close()
    with pytest.raises(MemoryFileError, match="closed"):
        memory.search("x")


READ_ONLY = """
import os, sys
import rapidfuzz.process, rapidfuzz.distance, sqlite3, gettext, json, babel, calendar, array
from l10n.errors import MemoryFileError
from l10n.memory import Memory
Memory(":memory:").search("Before the rights are given up, all is read.")
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
with Memory(sys.argv[1]) as memory:
    print(memory.search("The bridge was closed.")[0].target)
    try:
        memory.add("a", "b")
    except MemoryFileError as error:
        print(error.hint)
try:
    Memory(sys.argv[1] + ".new")
except MemoryFileError as error:
    print(error.hint)
"""


def test_read_only_folder() -> None:
    """A memory that cannot be written can be read; writing, or making one there, is refused with the remedy."""
    import tempfile

    folder = Path(tempfile.mkdtemp())  # not below a folder that only its owner may enter
    try:
        with Memory(folder / "memory") as memory:
            memory.add_many(PAIRS)
        (folder / "memory").chmod(0o444)
        folder.chmod(0o555)
        command = [sys.executable, "-c", READ_ONLY, str(folder / "memory")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)

    remedy = "see the permissions of the file and of its folder"
    assert done.stdout.splitlines() == ["Мост закрыли.", remedy, remedy], done.stderr


def test_deleted_file_loses_nothing(path: Path) -> None:
    """A memory built anew from the same rows gives the same answers."""
    rows = [
        Row(f"Sentence {number} about the bridge and the river.", f"Фраза {number}.", State.REVIEWED)
        for number in range(50)
    ]
    asked = "Sentence 7 about the bridges and the river."
    answers = []
    for _ in range(2):
        path.unlink(missing_ok=True)
        with Memory(path) as memory:
            memory.replace_origin("a", rows)
            answers.append((memory.search(asked, least=50), list(memory.rows())))
    assert answers[0] == answers[1]
