"""What is true of every catalog."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import po
from l10n.model import Catalog, Entry
from l10n.po import rendering
from tests.po.catalogs import catalogs, texts

CHANGES = ("source", "targets", "comments", "extracted", "references", "flags", "previous", "obsolete", "plural")


@settings(max_examples=50)
@given(catalogs())
def test_a_catalog_comes_back(catalog):
    """What is written is read as the same catalog."""
    assert po.loads(po.dumps(catalog)) == catalog


@given(st.text(st.characters(exclude_characters="\0\x04", exclude_categories=("Cs",)), min_size=1))
def test_every_letter_comes_back(text):
    """Any text but NUL, EOT and lone surrogates can be a source, a target and a context."""
    entry = Entry(text, text, (text,))

    assert po.loads(po.dumps(Catalog((entry,)))).entries == (entry,)


@settings(max_examples=30)
@given(catalogs(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_was_read_keeps_its_bytes(catalog, newline, bom):
    """A catalog that is read and not changed is written byte for byte, whatever its line ends."""
    data = (b"\xef\xbb\xbf" if bom else b"") + po.dumps(catalog).replace(b"\n", newline.encode())

    assert po.loads(data) == catalog
    assert po.dumps(po.loads(data)) == data


@settings(max_examples=30)
@given(catalogs(), st.data())
def test_one_change_leaves_the_rest(catalog, data):
    """An entry with another target leaves the bytes of all others, and of its own comments, as they were."""
    old = po.loads(po.dumps(catalog))
    if not old.entries:
        return
    place = data.draw(st.integers(0, len(old.entries) - 1))
    entry = old.entries[place]
    others = (*old.entries[:place], *old.entries[place + 1 :])
    changed = entry.replace(targets=tuple(data.draw(texts()) for _ in entry.targets))
    new = old.replace(entries=(*old.entries[:place], changed, *old.entries[place + 1 :]))
    written = po.dumps(new)

    assert po.loads(written) == new
    assert all(raw(old, other) in written for other in others)
    for line in raw(old, entry).split(b"\n"):
        assert line in written or not line.startswith(b"#") or line.startswith(b"#~ ")


@settings(max_examples=30)
@given(catalogs(), catalogs(max_size=2), st.data())
def test_spliced_is_rendered(catalog, other, data):
    """An entry whose fields change in any way is read as it now is."""
    old = po.loads(po.dumps(catalog))
    donors = [*other.entries] or [Entry(None, "x")]
    changed = []
    for number, entry in enumerate(old.entries):
        donor = data.draw(st.sampled_from(donors))
        fields = data.draw(st.lists(st.sampled_from(CHANGES), unique=True, max_size=4))
        values = {field: getattr(donor, field) for field in fields}
        if "source" in values:
            values["source"] = f"{entry.source} {number}, қайта жазылды"
        if {"plural", "targets"} & values.keys():
            values |= {"plural": donor.plural, "targets": donor.targets}
        changed.append(entry.replace(**values))
    new = old.replace(entries=tuple(changed))

    assert po.loads(po.dumps(new)) == new


@settings(max_examples=30)
@given(catalogs())
def test_equal_values_keep_bytes(catalog):
    """A field replaced by an equal value changes nothing; neither does an equal entry made anew."""
    data = po.dumps(catalog).replace(b"msgid", b"msgid ", 1)
    old = po.loads(data)
    replaced = old.replace(entries=tuple(entry.replace(targets=entry.targets) for entry in old.entries))
    anew = Catalog(catalog.entries, old.header)

    assert po.dumps(replaced) == data
    assert po.dumps(anew) == data


@settings(max_examples=30)
@given(catalogs())
def test_catalogs_cross_processes(catalog):
    """A catalog that was read can be sent to another process, and keeps its bytes there."""
    data = po.dumps(catalog)
    there = pickle.loads(pickle.dumps(po.loads(data)))

    assert there == catalog
    assert po.dumps(there) == data


@given(texts(), st.integers(5, 40))
def test_wrapping_by_length_is_wrapping_by_width(text, room):
    """The quick way to wrap gives the lines of the careful one, and loses nothing."""
    plain = rendering.escaped(text)
    lines = rendering.wrapped(plain, room)

    assert "".join(lines) == plain
    assert lines == rendering.wrapped_by_width(plain, room)


def raw(catalog: Catalog, entry: Entry) -> bytes:
    """The bytes from which an entry was read."""
    document = catalog.document
    return document.data[document.starts[entry.number] : document.ends[entry.number]]
