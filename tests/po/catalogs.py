"""Catalogs that nobody wrote, for laws."""

from __future__ import annotations

from hypothesis import strategies as st

from l10n.model import Catalog, Entry, Previous

FRAGMENTS = (
    *'\\"\t\n\r\a\b\f\v\x1c\x01\x85\u2028\u200c\u00ad\ufeff #~|:,.=-',
    *("aZ", "әғқ", "ңөұ", "үһі", "ئۇيغۇر", "—", "中文", "e\u0301", "😀", "\\n", " \n", '\\"', "#~ ", "msgid "),
    *("Almaty ", "Алматы қаласы ", "тәртіп ", "شەھەر ", "«Жаңа күн» ", "2020 ", "don’t "),
    *("<a1>", "</a1> ", "<b>", "<br", "2/>", "<foreign>"),
    "Қала тұрғындары жаңа аялдаманы күткеніне екі жыл болды, дейді кезекте тұрған әйел. ",
)
"""Words as newsrooms write them, and what has confused readers of PO files: escapes, marks, line ends of Unicode."""


def texts(min_size: int = 0) -> st.SearchStrategy[str]:
    """Texts of such pieces."""
    return st.lists(st.sampled_from(FRAGMENTS), min_size=min_size, max_size=8).map("".join)


def lines() -> st.SearchStrategy[tuple[str, ...]]:
    """Comments, one a line."""
    line = texts().map(lambda text: text.replace("\n", " ").rstrip("\r"))
    return st.lists(line, max_size=2).map(tuple)


def places() -> st.SearchStrategy[tuple[str, ...]]:
    """References, some of them to files whose names hold blanks."""
    name = st.sampled_from(("source/qala.html", "source/қала.md", "my article.html", "a\u00a0b", "x"))
    line = st.one_of(st.just(""), st.integers(1, 99999).map(lambda number: f":{number}"))
    return st.lists(st.builds(str.__add__, name, line), max_size=4).map(tuple)


def flags() -> st.SearchStrategy[tuple[str, ...]]:
    """The flag that we write and some that we do not know."""
    return st.lists(
        st.sampled_from(("fuzzy", "no-wrap", "l10n-approved", "range: 0..9", "noch-offen")), max_size=3
    ).map(tuple)


def entries() -> st.SearchStrategy[Entry]:
    """Entries; none is a header."""
    optional = st.one_of(st.none(), texts())
    previous = st.builds(Previous, optional, texts(), optional)
    single = st.tuples(st.none(), st.tuples(texts()))
    several = st.tuples(texts(), st.lists(texts(), min_size=1, max_size=3).map(tuple))
    return st.builds(
        lambda context, source, plural, *rest: Entry(context, source, plural[1], plural[0], *rest),
        optional, texts(min_size=1), st.one_of(single, several), lines(), lines(), places(), flags(),
        st.one_of(st.none(), previous), st.booleans(),
    )  # fmt: skip


HEADER = Entry(
    None,
    "",
    ("Project-Id-Version: qala\nLanguage: kk\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
     "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n",),
    comments=("Қала туралы мақала",),
)  # fmt: skip


def catalogs(max_size: int = 3) -> st.SearchStrategy[Catalog]:
    """Catalogs with a header; no key comes twice."""
    unique = st.lists(entries(), max_size=max_size, unique_by=lambda entry: (entry.context, entry.source))
    return st.builds(lambda found: Catalog(tuple(found), HEADER), unique)
