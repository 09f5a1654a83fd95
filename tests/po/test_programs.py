"""Programs that nobody here wrote read what we write, and we read what they write."""

from __future__ import annotations

import io
import subprocess

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import po
from l10n.model import Catalog, Entry, Previous
from tests.po.catalogs import HEADER, catalogs
from tests.programs import need

BATCH = 12
"""Examples of a law that starts a program each time."""


def run(*words, given=b""):
    """Output of a program, which must succeed."""
    done = subprocess.run(words, input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def acceptable(entry):
    """The entry as msgfmt -c asks: no text begins or ends with a line end; a plural has two forms."""
    forms = entry.targets if entry.plural is None else (*entry.targets, "", "")[:2]
    return entry.replace(
        source=f"«{entry.source}»",
        targets=tuple(f"«{form}»" if form else "" for form in forms),
        plural=None if entry.plural is None else f"«{entry.plural}»",
        flags=tuple(flag for flag in entry.flags if flag != "range: 0..9"),
    )


def sound(max_size=25):
    """Catalogs that msgfmt -c has no reason to refuse."""
    return catalogs(max_size).map(lambda made: made.replace(entries=tuple(map(acceptable, made.entries))))


@settings(max_examples=BATCH)
@given(sound())
def test_msgfmt_accepts(catalog):
    """msgfmt -c accepts every catalog that we write, also one that was read, changed and written."""
    msgfmt = need("msgfmt")
    data = po.dumps(catalog)
    run(msgfmt, "-c", "-o", "/dev/null", "-", given=data)
    old = po.loads(data)
    changed = tuple(
        entry.replace(targets=tuple(f"{form}»" if form else "" for form in entry.targets), comments=("Бір.",))
        for entry in old.entries
    )
    run(msgfmt, "-c", "-o", "/dev/null", "-", given=po.dumps(old.replace(entries=changed)))


@settings(max_examples=BATCH)
@given(sound(), st.sampled_from([[], ["-E"], ["-i"], ["--strict"], ["-w", "30"], ["--no-wrap"]]))
def test_msgcat_reads_the_same(catalog, options):
    """What gettext reads is what we wrote, and we read what it writes in any of its layouts.

    It drops obsolete entries without a target.
    """
    seen = po.loads(run(need("msgcat"), *options, "-", given=po.dumps(catalog)))

    def kept(entry):
        return (entry.context, entry.source, entry.targets, entry.plural, entry.obsolete)

    written = {kept(entry) for entry in catalog.entries if not (entry.obsolete and entry.empty)}
    assert {kept(entry) for entry in seen.entries} == written


WRAPPED = [
    "The stop was moved to the far side of the well-known square, “a bad joke”, say people who wait there — daily.",
    "Аялдаманы алаңның арғы бетіне көшірді, «нашар әзіл», дейді сол жерде күтіп тұрғандар — кейбірі кез-келген.",
    "Остановку перенесли на другую сторону площади, «плохая шутка», говорят те, кто там ждёт, — кое-кто сегодня.",
    "بېكەتنى مەيداننىڭ ئۇ تەرىپىگە يۆتكىدى، «ناچار چاقچاق»، دەيدۇ ئۇ يەردە ساقلاۋاتقانلار؛ بەزىلىرى ھەر كۈنى؟ ھەئە.",
    "<a1>Аялдама</a1> <br2/>«алаңда» https://example.org/kk/stop/moved.html?from=square&to=market тұр, 3.5 км жерде.",
    "Бірінші жол.\nЕкінші жол, ол біріншісінен әлдеқайда ұзын, сондықтан бөлінеді деп күтеміз, солай ма екен.\n",
]


@pytest.mark.parametrize("text", WRAPPED)
def test_wrapped_as_msgcat_does(text):
    """Our lines break where those of msgcat break, in each of our languages."""
    entry = Entry("p", text, (text,), previous=Previous("p", text[:-9] + text[-1]), flags=("fuzzy",))
    data = po.dumps(Catalog((entry, entry.replace(context="h2", obsolete=True)), HEADER))

    assert run(need("msgcat"), "-", given=data).decode() == data.decode()


def by_polib(their):
    """An entry of polib as one of ours."""
    previous = Previous(their.previous_msgctxt, their.previous_msgid, their.previous_msgid_plural)
    return Entry(
        their.msgctxt,
        their.msgid,
        tuple(their.msgstr_plural[form] for form in sorted(their.msgstr_plural)) or (their.msgstr,),
        their.msgid_plural or None,
        tuple(their.tcomment.split("\n")) if their.tcomment else (),
        tuple(their.comment.split("\n")) if their.comment else (),
        tuple(":".join(place) for place in their.occurrences),
        tuple(their.flags),
        previous if previous != Previous() else None,
        bool(their.obsolete),
    )


APPROVED = Entry("p", WRAPPED[0], (WRAPPED[1],), comments=("l10n: final 5fc100462ce4", "l10n-note: кім айтты?"))


def test_polib_agrees():
    """polib reads each field of our catalogs as we do."""
    entries = (
        APPROVED.replace(extracted=("p 1",), references=("a.html:4", "b:1")),
        Entry("p", WRAPPED[5], (WRAPPED[5],), flags=("fuzzy", "no-wrap"), previous=Previous("h2", WRAPPED[3])),
        Entry(None, "stop", ("аялдама", "аялдамалар"), "stops"),
        Entry(None, 'a\t"b"\\n', ("\\",), obsolete=True, comments=("Бұрын.",)),
    )

    assert tuple(map(by_polib, polib.pofile(po.dumps(Catalog(entries, HEADER)).decode()))) == entries


def test_what_polib_writes():
    """A catalog that polib wrote is read as we wrote it, our states and notes included."""
    theirs = polib.pofile(po.dumps(Catalog((APPROVED,), HEADER)).decode())

    assert po.loads(str(theirs).encode()).entries == (APPROVED,)


@pytest.mark.parametrize("dates", [{}, {"created": "2026-11-22 10:00+0000", "revised": "2026-11-22 11:00+0000"}])
def test_babel_agrees(dates):
    """Babel reads a fresh catalog of ours, with and without dates, and we read what it writes."""
    entry = APPROVED.replace(references=("a:1",))
    ours = po.new("kk", plural_forms="nplurals=2; plural=(n != 1);", **dates).replace(entries=(entry,))
    theirs = read_po(io.BytesIO(po.dumps(ours)))
    out = io.BytesIO()
    write_po(out, theirs)

    assert theirs.get(WRAPPED[0], "p").string == WRAPPED[1]
    assert po.loads(out.getvalue()).entries == (entry,)


@pytest.mark.parametrize("locale", ["", "kk", "pt-BR"])
def test_a_fresh_catalog(locale):
    """msgfmt -c accepts a fresh catalog and a fresh template."""
    run(need("msgfmt"), "-c", "-o", "/dev/null", "-", given=po.dumps(po.new(locale)))


def test_msgmerge_keeps_our_comments(tmp_path):
    """Our comments and previous sources come through msgmerge, and we read them there."""
    template, path = tmp_path / "stop.pot", tmp_path / "kk.po"
    po.write(Catalog((APPROVED,), HEADER), path)
    po.write(Catalog((Entry("p", WRAPPED[0].replace("daily", "each day")),), HEADER), template)
    (merged,) = po.loads(run(need("msgmerge"), "--previous", "-q", path, template)).entries

    assert merged.previous == Previous("p", WRAPPED[0])
    assert merged.comments == APPROVED.comments
    assert merged.fuzzy
