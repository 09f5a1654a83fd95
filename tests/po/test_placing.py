"""Where the words of a target stand in a PO file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from l10n import po
from l10n.model import Catalog, Entry
from l10n.po.placing import Region, region

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\4") | st.sampled_from('"\\\n\t 𐑀д')
TEXTS = st.text(LETTERS, min_size=1, max_size=200)


@given(TEXTS, TEXTS, st.integers(0, 200), st.integers(0, 200))
def test_the_words_stand_there(source: str, target: str, start: int, end: int) -> None:
    """Where the lines are cut as text editors do, the piece of the file is the words as PO writes them."""
    data = po.dumps(Catalog((Entry("p", f"x{source}", (f"x{target}",)),)))
    (entry,) = po.loads(data).entries
    lines = data.decode("utf-8").split("\n")
    start, end = sorted((min(start, len(target)), min(end, len(target))))
    span = (start + 1, end + 1)
    found = region(lines, entry.line, entry.target, span)

    assert found is not None
    words = entry.target[slice(*span)]
    if words and found.line == found.end_line and not set(words) & set('"\\') and words.isprintable():
        line = lines[found.line - 1].encode("utf-16-le")
        assert line[2 * found.column - 2 : 2 * found.end_column - 2].decode("utf-16-le") == words


def test_a_folded_target() -> None:
    """Escapes are two columns of the file, and lines are those of the file."""
    lines = ["#: a.html:1", 'msgid "x"', 'msgstr ""', r'"a \"quoted\" "', '"word"', ""]

    assert region(lines, 1, 'a "quoted" word', (2, 10)) == Region(4, 4, 4, 14)
    assert region(lines, 1, 'a "quoted" word', (11, 15)) == Region(5, 2, 5, 6)
    assert region(lines, 1, 'a "quoted" word', (9, 12)) == Region(4, 12, 5, 3)
    assert region(lines, 1, 'a "quoted" word', (15, 15)) == Region(5, 6, 5, 6)


def test_another_file() -> None:
    """Where somebody changed the file meanwhile, or it is none, nothing is said."""
    assert region(['msgid "x"', 'msgstr "another"'], 1, "word", (0, 4)) is None
    assert region([], 1, "word", (0, 4)) is None
    assert region(['msgid "x"'], 9, "word", (0, 4)) is None
