"""The glossary as a format: each form is a unit, and everything else stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes, formats
from l10n.errors import GlossaryError
from l10n.formats import glossary
from l10n.model import KINDS
from l10n.text import nfc
from l10n.toml import quoted
from tests.formats.walk import assert_law_of_rewriting, pairs, units

FILE = """\
# "quotes" and [[name]] in a comment are none
[[name]]
kind = 'person'
form = 'J. K. Rowling'   # one segment
also = [
  "Joanne Rowling", # [brackets]
  'Robert Galbraith']

  [[ name ]]
  form = \"\"\"Радио "Азаттык\\"\"\"\"
  kind = "organisation"
  [name.never]
  ru = ["form = 1"]

[[name]]
"form" = "AT&T <b1>"
id = "firm"
"""

names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20).map(
    lambda text: " ".join(f"{text} Aset".split())
)


def test_units() -> None:
    """A form is one unit of its kind, with the id and the line of its entry; no name is cut at its points."""
    found = units(glossary.rewrite, FILE)

    assert [(unit.kind, unit.source, unit.line, unit.id) for unit in found] == [
        ("person", "J. K. Rowling", 4, ""),
        ("organisation", 'Радио "Азаттык"', 10, ""),
        ("term", "AT&T &lt;b1>", 16, "firm"),
    ]


def test_answers_are_spliced_in() -> None:
    """The quotes stay where they can hold the answer; comments and all other values stay."""
    written = assert_law_of_rewriting(glossary.rewrite, FILE, lambda source: f"O'{source}")

    assert written == FILE.replace("'J. K. Rowling'", '"O\'J. K. Rowling"').replace(
        '"""Радио "Азаттык\\""""', '"""O\'Радио \\"Азаттык\\""""'
    ).replace('"AT&T <b1>"', '"O\'AT&T <b1>"')


@given(st.lists(st.tuples(names, st.sampled_from(KINDS)), max_size=5), st.sampled_from(["\n", "\r\n"]), names)
def test_laws(entries: list[tuple[str, str]], line_end: str, other: str) -> None:
    """Whatever the forms are, they are read as they are, and another text is read back as it was given."""
    lines = [line for form, kind in entries for line in ("[[name]]", f"form = {quoted(form)} # x", f'kind = "{kind}"')]
    text = line_end.join([*lines, ""])

    assert pairs(glossary.rewrite, text) == [(kind, codes.escape(form)) for form, kind in entries]
    assert_law_of_rewriting(glossary.rewrite, text, lambda source: nfc(codes.escape(other)))


@pytest.mark.parametrize(
    "text", ['[[name]]\nkind = "place"\n', '[[name]]\nform = "A"\nkind = "city"\n', "[[name]]\nform = ''\n"]
)
def test_what_is_no_entry_is_refused(text: str) -> None:
    """An entry that no segment can be made of names its line."""
    with pytest.raises(GlossaryError) as refused:
        glossary.rewrite(text, lambda unit: unit.source)

    assert refused.value.line in (1, 2)


def test_as_bytes() -> None:
    """A byte order mark stays; the language of a glossary is English."""
    data = b"\xef\xbb\xbf" + FILE.encode()

    assert formats.rewrite(data, "glossary", lambda unit: unit.source) == data
    assert formats.language(data, "glossary") == "en"
