"""The survival matrix: what real programs do to a reviewed catalog lifts no state, and they lose none by the way."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from l10n import comments, ledger, po, sync
from l10n.ledger import Status
from l10n.model import Catalog, State
from tests.programs import need
from tests.survival.newsroom import (
    BRIDGE,
    CAPTION,
    CARRIED,
    EMPTY,
    HEADLINE,
    MACHINE,
    REASON,
    ROAD,
    SAID,
    STATES,
    TARGETS,
    TWIN,
    Desk,
    Key,
    set_up,
)

DRAFTS = (MACHINE, CARRIED)
SHUT = ("p", "The road to the pass has been shut since Monday.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return set_up(tmp_path)


def states(found: dict[Key, Status]) -> dict[Key, tuple[State, str]]:
    return {key: (status.state, status.reason) for key, status in found.items()}


def unchanged(desk: Desk, catalog: Catalog, *but: Key) -> None:
    """Every entry but these has the state it had, the same text, and the comments that say so."""
    found = states(desk.after(catalog))
    entries, was = catalog.by_key(), desk.catalog.by_key()
    for key in STATES:
        if key not in but:
            assert found[key] == STATES[key], key
            assert entries[key].targets == was[key].targets
            assert ledger.mark(entries[key], desk.ledger).comments == was[key].comments
            assert comments.questions(entries[key]) == comments.questions(was[key])


def test_as_it_was_set_up(desk: Desk) -> None:
    """Before any program, the catalog has every state that the matrix is about."""
    unchanged(desk, po.read(desk.po))
    assert desk.after(po.read(desk.po))[SAID].note == REASON


@pytest.mark.parametrize("options", ["msgcat", "msgcat --sort-output --width=60", "msgattrib --no-obsolete", "msgconv"])
def test_gettext_rewrites_the_file(desk: Desk, options: str) -> None:
    """msgcat, msgattrib and msgconv keep every state, whatever they do to the layout."""
    program, *rest = options.split()
    desk.run(need(program), *rest, "-o", "out.po", desk.po)
    unchanged(desk, po.read(desk.folder / "out.po"))


def test_msgcat_joins_two_copies(desk: Desk) -> None:
    """Where two copies say different things, msgcat puts both under marks; that is nobody's translation."""
    other = po.read(desk.po)
    changed = [e.replace(targets=("Жол жабық.",), comments=()) if e.key == ROAD else e for e in other.entries]
    po.write(other.replace(entries=tuple(changed)), desk.folder / "other.po")
    desk.run(need("msgcat"), "-o", "out.po", desk.po, "other.po")
    catalog = po.read(desk.folder / "out.po")
    unchanged(desk, catalog, ROAD)
    assert desk.after(catalog)[ROAD].state == State.INITIAL
    assert comments.questions(catalog.by_key()[CAPTION]) == ["Is this the pass, or the road below it?"]


def test_msgmerge_with_the_same_article(desk: Desk) -> None:
    """A merge with an article that did not change keeps every state."""
    desk.run(need("msgmerge"), "-q", "-o", "out.po", desk.po, desk.template())
    unchanged(desk, po.read(desk.folder / "out.po"))


@pytest.mark.parametrize("program", ["msgmerge", "pot2po"])
def test_the_article_changed(desk: Desk, program: str) -> None:
    """A changed sentence is a draft, a deleted one obsolete; all others keep their state."""
    path = need(program)
    template = desk.template(CAPTION, changed={ROAD: SHUT[1]})
    if program == "msgmerge":
        desk.run(path, "-q", "--previous", "-o", "out.po", desk.po, template)
    else:
        desk.run(path, "--progress=none", "-t", desk.po, template, "out.po")
    catalog = po.read(desk.folder / "out.po")
    unchanged(desk, catalog, ROAD, CAPTION)
    status = desk.after(catalog)[SHUT]
    assert (status.state, catalog.by_key()[SHUT].target) == (State.INITIAL, TARGETS[ROAD])


@pytest.mark.parametrize("program", ["msgmerge", "pot2po"])
def test_the_article_changed_and_changed_back(desk: Desk, program: str) -> None:
    """What was approved is approved again where the sentence and its text are back, and never anything else."""
    path = need(program)
    was = desk.po
    for out, template in (("out.po", {ROAD: SHUT[1]}), ("back.po", {})):
        pot = desk.template(*([CAPTION] if template else []), changed=template)
        if program == "msgmerge":
            desk.run(path, "-q", "--previous", "-o", out, was, pot)
        else:
            desk.run(path, "--progress=none", "-t", was, pot, out)
        was = desk.folder / out
    catalog = po.read(was)
    unchanged(desk, catalog, ROAD)
    assert desk.after(catalog)[ROAD].state <= State.REVIEWED


def test_pot2po_with_the_same_article(desk: Desk) -> None:
    """Translate Toolkit keeps every state."""
    desk.run(need("pot2po"), "--progress=none", "-t", desk.po, desk.template(), "out.po")
    unchanged(desk, po.read(desk.folder / "out.po"))


def test_through_xliff(desk: Desk) -> None:
    """po2xliff and xliff2po drop the contexts; brought back onto the catalog, no text and no state is lost."""
    desk.run(need("po2xliff"), "--progress=none", "-i", desk.po, "-o", "kk.xlf")
    desk.run(need("xliff2po"), "--progress=none", "-i", "kk.xlf", "-o", "out.po")
    foreign = po.read(desk.folder / "out.po")
    for status in desk.after(foreign).values():
        assert status.state <= State.TRANSLATED
    catalog, left = sync.onto(desk.catalog, foreign)
    unchanged(desk, catalog)
    assert not left


def test_a_text_changed_in_xliff(desk: Desk) -> None:
    """What a translator changed on the way comes back too, and no approval covers it."""
    desk.run(need("po2xliff"), "--progress=none", "-i", desk.po, "-o", "kk.xlf")
    xliff = (desk.folder / "kk.xlf").read_text(encoding="utf-8")
    (desk.folder / "kk.xlf").write_text(xliff.replace(TARGETS[TWIN], "Қар асуды бөгеді"), encoding="utf-8")
    desk.run(need("xliff2po"), "--progress=none", "-i", "kk.xlf", "-o", "out.po")
    catalog, left = sync.onto(desk.catalog, po.read(desk.folder / "out.po"))
    unchanged(desk, catalog, TWIN)
    assert catalog.by_key()[TWIN].target == "Қар асуды бөгеді"
    assert desk.after(catalog)[TWIN].state == State.TRANSLATED
    assert not left


def test_po4a_updatepo(desk: Desk) -> None:
    """po4a-updatepo knows no contexts and makes everything fuzzy; brought back, no text and no state is lost."""
    master = desk.folder / "qordai.txt"
    master.write_text("\n\n".join(source for _, source in TARGETS) + "\n", encoding="utf-8")
    desk.run("cp", desk.po, "out.po")
    desk.run(need("po4a-updatepo"), "-f", "text", "-m", master, "-M", "utf-8", "-p", "out.po")
    foreign = po.read(desk.folder / "out.po")
    for status in desk.after(foreign).values():
        assert status.state <= State.TRANSLATED
    catalog, left = sync.onto(desk.catalog, foreign)
    unchanged(desk, catalog)
    assert not left


def test_babel_reads_and_writes(desk: Desk) -> None:
    """Babel keeps every state."""
    from babel.messages.pofile import read_po, write_po

    with desk.po.open("rb") as file:
        catalog = read_po(file, locale="kk", abort_invalid=True)
    with (desk.folder / "out.po").open("wb") as file:
        write_po(file, catalog)
    unchanged(desk, po.read(desk.folder / "out.po"))


def test_babel_updates(desk: Desk) -> None:
    """Babel's update makes a changed sentence a draft and keeps the state of all others."""
    from babel.messages.pofile import read_po, write_po

    with desk.po.open("rb") as file:
        catalog = read_po(file, locale="kk")
    with desk.template(CAPTION, changed={ROAD: SHUT[1]}).open("rb") as file:
        catalog.update(read_po(file))
    with (desk.folder / "out.po").open("wb") as file:
        write_po(file, catalog)
    found = po.read(desk.folder / "out.po")
    unchanged(desk, found, ROAD, CAPTION)
    assert desk.after(found)[SHUT].state == State.INITIAL


def test_polib_saves(desk: Desk) -> None:
    """polib keeps every state."""
    polib.pofile(str(desk.po)).save(str(desk.folder / "out.po"))
    unchanged(desk, po.read(desk.folder / "out.po"))


def test_a_text_changed_with_polib_and_changed_back(desk: Desk) -> None:
    """A changed text is translated, by whoever typed it; the approved one, typed again, is approved."""
    catalog = polib.pofile(str(desk.po))
    entry = catalog.find(ROAD[1])
    entry.msgstr = "Жол жабық."
    catalog.save(str(desk.folder / "out.po"))
    found = po.read(desk.folder / "out.po")
    unchanged(desk, found, ROAD)
    status = desk.after(found)[ROAD]
    assert (status.state, status.translators) == (State.TRANSLATED, ("dina",))
    entry.msgstr = TARGETS[ROAD]
    catalog.save(str(desk.folder / "out.po"))
    unchanged(desk, po.read(desk.folder / "out.po"))


def test_polib_merges(desk: Desk) -> None:
    """polib empties a changed sentence, and keeps the state of all others."""
    catalog = polib.pofile(str(desk.po))
    catalog.merge(polib.pofile(str(desk.template(CAPTION, changed={ROAD: SHUT[1]}))))
    catalog.save(str(desk.folder / "out.po"))
    found = po.read(desk.folder / "out.po")
    unchanged(desk, found, ROAD, CAPTION, *DRAFTS, SAID)
    assert states(desk.after(found))[SHUT] == (State.INITIAL, "empty")
    for key in (*DRAFTS, SAID):
        assert desk.after(found)[key].state == State.INITIAL


OMEGAT_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>kk</target_lang><sentence_seg>false</sentence_seg>
</project></omegat>
"""


def memory(*keys: Key) -> str:
    """A TMX file of these texts, which OmegaT puts in by itself."""
    pairs = "".join(
        f'<tu><tuv xml:lang="en"><seg>{key[1]}</seg></tuv><tuv xml:lang="kk"><seg>{TARGETS[key]}</seg></tuv></tu>'
        for key in keys
    )
    head = (
        '<header creationtool="desk" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
        'srclang="en" datatype="plaintext"/>'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4">{head}<body>{pairs}</body></tmx>'


def test_omegat(desk: Desk) -> None:
    """OmegaT writes no fuzzy: drafts and texts that were sent back come without their flag, and rise by nothing."""
    omegat = need("omegat")
    project = desk.folder / "omegat"
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(OMEGAT_PROJECT, encoding="utf-8")
    (project / "tm/auto/drafts.tmx").write_text(memory(*DRAFTS, SAID), encoding="utf-8")
    desk.run("cp", desk.po, project / "source/kk.po")
    desk.run(omegat, "--mode=console-translate", "--quiet", f"--config-dir={desk.folder}/settings", project)
    catalog = po.read(project / "target/kk.po")
    assert not any(entry.fuzzy for entry in catalog.entries)
    found = desk.after(catalog)
    assert {key: catalog.by_key()[key].target for key in DRAFTS} == {key: TARGETS[key] for key in DRAFTS}
    assert {key: status.reason for key, status in found.items() if key in DRAFTS} == dict.fromkeys(DRAFTS, "claim")
    assert (found[SAID].state, found[SAID].reason) == (State.INITIAL, "sent back")
    unchanged(desk, catalog, *DRAFTS)
    assert {HEADLINE, TWIN, BRIDGE, EMPTY} <= found.keys()
