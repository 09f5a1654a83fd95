"""Changes in the glossary file leave every other byte alone, and say what was asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import glossary
from l10n.errors import GlossaryError
from l10n.glossary import Name
from l10n.glossary import forms as forms_
from l10n.model import KINDS

FILE = """\
# names of the border desk   (keep sorted!)
[[name]]
kind = "person"   # he asked for this spelling
form = 'Daulet Asanov'
also = ["D. Asanov"] # in captions

  [name.never]
  ru = ["Д. Осанов"]

[[name]]
form = "Sarybel"  # a town
"""

letters = st.text(st.characters(categories=("Lu", "Ll", "Lo"), exclude_characters="ſ"), min_size=1, max_size=12)
forms = letters.filter(lambda text: forms_.fault(text) is None)


def test_added() -> None:
    """New entries stand at the end, with the keys that say something."""
    names = [
        Name("Aset Omarov", "person", id="poet", also=("Aset the poet",), translate=False, never={"": ("Асет",)}),
        Name("Karasu", "place", origin="kaz", original="Қарасу", never={"ru": ("Чёрная речка",), "zh-Hans": ("x",)}),
    ]

    assert glossary.added(FILE, names) == FILE + (
        '\n[[name]]\nform = "Aset Omarov"\nkind = "person"\nid = "poet"\nalso = ["Aset the poet"]\n'
        'translate = false\nnever = ["Асет"]\n'
        '\n[[name]]\nform = "Karasu"\nkind = "place"\norigin = "kaz"\noriginal = "Қарасу"\n'
        'never = {ru = ["Чёрная речка"], zh-Hans = ["x"]}\n'
    )
    assert glossary.added("", names[:1]).startswith("[[name]]\n")
    assert glossary.added("# no line end", names[:1]).startswith("# no line end\n\n[[name]]\n")
    assert glossary.added(FILE, []) == FILE


def test_changed() -> None:
    """A key that is there gets its value where it stands; one that is not comes behind the others of its entry."""
    assert glossary.changed(FILE, "Daulet Asanov", also=("D. Asanov", "Dauren Asanov"), sex="male") == FILE.replace(
        '["D. Asanov"] # in captions\n', '["D. Asanov", "Dauren Asanov"] # in captions\nsex = "male"\n'
    )
    assert glossary.changed(FILE, "Sarybel", kind="place", note="Invented.\nSo is its river.") == FILE + (
        'kind = "place"\nnote = "Invented.\\u000aSo is its river."\n'
    )
    assert glossary.changed(FILE, "Sarybel", kind="term") == FILE


def test_what_says_nothing_any_more() -> None:
    """A key goes with its line; one with a comment behind it says that it is empty."""
    noted = glossary.changed(FILE, "Sarybel", note="Invented.", translate=False)

    assert glossary.changed(noted, "Sarybel", note="", translate=True) == FILE
    assert "also = [] # in captions\n" in glossary.changed(FILE, "Daulet Asanov", also=())


def test_removed() -> None:
    """An entry goes with its lines, and one of the empty lines around it; comments before and after it stay."""
    names = [Name("Karasu", "place"), Name("Aset Omarov", "person", note="A poet.")]
    both = glossary.added(FILE, names)

    assert glossary.removed(both, "Aset Omarov") == glossary.added(FILE, names[:1])
    assert glossary.removed(both, "Karasu") == glossary.added(FILE, names[1:])
    assert glossary.removed(glossary.added(FILE, names[:1]), "Karasu") == FILE
    assert glossary.removed(glossary.added("", names[:1]), "Karasu") == ""
    assert glossary.removed(FILE, "Daulet Asanov") == (
        '# names of the border desk   (keep sorted!)\n\n[[name]]\nform = "Sarybel"  # a town\n'
    )
    crlf = both.replace("\n", "\r\n")
    assert glossary.removed(crlf, "Karasu") == glossary.added(FILE, names[1:]).replace("\n", "\r\n")
    with pytest.raises(GlossaryError, match="has no entry"):
        glossary.removed(FILE, "Karasu")


def test_put_back() -> None:
    """What was taken out stands where it stood, letter for letter; at the end where its neighbour is gone."""
    names = [Name("Karasu", "place"), Name("Aset Omarov", "person", note="A poet.")]
    for text in (glossary.added(FILE, names), glossary.added("", names), glossary.added(FILE, names) + "\n# the end\n"):
        for end in ("\n", "\r\n"):
            whole = text.replace("\n", end)
            for name in glossary.read(whole.encode()):
                taken = glossary.cut(whole, name.ref)
                assert glossary.put_back(glossary.removed(whole, name.ref), taken) == whole
    both = glossary.added(FILE, names)
    taken = glossary.cut(both, "Aset Omarov")
    assert glossary.put_back(FILE, taken) == glossary.added(FILE, names[1:])
    with pytest.raises(GlossaryError, match="has two entries"):
        glossary.put_back(both, taken)


def test_windows_line_ends_stay() -> None:
    """New lines end as the others do."""
    text = FILE.replace("\n", "\r\n")

    for new in (glossary.changed(text, "Sarybel", kind="place"), glossary.added(text, [Name("Karasu")])):
        assert new.startswith(text.rstrip())
        assert new.count("\n") == new.count("\r\n")


@pytest.mark.parametrize(
    ("ref", "values", "what"),
    [
        ("Almaty", {"kind": "place"}, "no entry `Almaty`"),
        ("Daulet Asanov", {"never": {"kk": ("Д. Осанов",)}}, "a table of its own"),
        ("Sarybel", {"also": ("D. Asanov",)}, "claimed by"),
        ("Sarybel", {"also": ("Sary\u202ebel",)}, "mark of direction"),
    ],
)
def test_what_cannot_be_is_refused(ref: str, values: dict[str, object], what: str) -> None:
    """A change after which the glossary would be none is refused."""
    with pytest.raises(GlossaryError, match=what):
        glossary.changed(FILE, ref, **values)


@given(st.lists(forms, min_size=1, max_size=4, unique=True), st.sampled_from(KINDS), st.data())
def test_what_is_added_is_read(written: list[str], kind: str, data: st.DataObject) -> None:
    """Entries are read as they were added, behind those that were there, whose bytes stay."""
    taken = {"Daulet Asanov", "D. Asanov", "Sarybel"}
    names = [
        Name(form, kind, note=data.draw(st.text(st.characters(exclude_categories=("Cs", "Cc"))))) for form in written
    ]
    if taken & set(written):
        return
    new = glossary.added(FILE, names)

    assert new.startswith(FILE)
    assert [replace(name, line=0) for name in glossary.read(new.encode())[2:]] == names
