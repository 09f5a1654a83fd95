"""What becomes of each entry when the article changes."""

from __future__ import annotations

import re

from l10n import text
from l10n.model import Catalog, Entry, Previous, State
from l10n.sync import notes, onto, template
from tests.sync.articles import FILE, having, one, plain_state, record, run, segments, translated, verbs

ARRIVED = "The minister arrived on Monday."
SILENT = "He did not answer questions."
DETAINED = "Fifteen people were detained near the market."
BRIDGE = "The bridge stays closed until spring."
ARTICLE = segments(("headline", "A bridge is closed"), [ARRIVED, SILENT], DETAINED, BRIDGE)
OLD = translated(ARTICLE)


def test_a_new_catalog() -> None:
    """Every segment gets an empty entry with its place, in document order."""
    synced = run(segments(("headline", "News"), ["One <a1>here</a1>.", "Two."], "Two."))

    assert verbs(synced) == ["added", "added", "added"]
    assert [entry.key for entry in synced.catalog.entries] == [
        ("headline", "News"),
        ("p", "One <a1>here</a1>."),
        ("p", "Two."),
    ]
    assert one(synced.catalog, "One <a1>here</a1>.").extracted == ("p 1, sentence 1 of 2", "a1 = <a>")
    assert one(synced.catalog, "Two.").extracted == ("p 1, sentence 2 of 2; p 2",)
    assert one(synced.catalog, "Two.").references == (f"{FILE}:13", f"{FILE}:16")
    assert synced.records == ()


def test_nothing_changed() -> None:
    """A sync without an edit gives the very same catalog and no record."""
    synced = run(ARTICLE, OLD)

    assert synced.catalog is OLD
    assert synced.records == ()
    assert set(verbs(synced)) == {"kept"}


def test_moved() -> None:
    """A paragraph that moved keeps its target; only its place changes."""
    synced = run(segments(("headline", "A bridge is closed"), DETAINED, BRIDGE, [ARRIVED, SILENT]), OLD)

    assert set(verbs(synced)) == {"kept"}
    assert one(synced.catalog, ARRIVED).extracted == ("p 3, sentence 1 of 2",)
    assert one(synced.catalog, ARRIVED).targets == (ARRIVED.upper(),)


def test_a_fact_changed() -> None:
    """An edited sentence keeps its draft: fuzzy, with the source that it was made for, and the fact is named."""
    new = "Fifty people were detained near the market."
    old = having(OLD, DETAINED, comments=("l10n: reviewed 0123456789ab", "Which market?"), flags=("no-wrap",))

    synced = run(segments(("headline", "A bridge is closed"), [ARRIVED, SILENT], new, BRIDGE), old)

    entry = one(synced.catalog, new)
    assert entry.targets == (DETAINED.upper(),)
    assert entry.flags == ("fuzzy", "no-wrap")
    assert entry.previous == Previous("p", DETAINED)
    assert entry.comments == ("Which market?",)
    assert entry.extracted == ("p 2", "changed: number Fifteen → Fifty")
    follow = record(synced, "follow")
    assert (follow.who, follow.context, follow.source, follow.after) == ("l10n", "p", new, (("p", DETAINED),))
    assert follow.digest == text.digest("p", new, None, entry.targets)
    assert verbs(synced) == ["kept", "kept", "kept", "drafted", "kept"]
    assert synced.changes[3].edit is not None and synced.changes[3].edit.kind == "fact"


def test_the_changed_fact_stays_named_until_somebody_looked() -> None:
    """The line that names the fact goes when the entry is no draft any more."""
    new = segments("Fifty people were detained near the market.")
    first = run(new, translated(segments(DETAINED))).catalog

    assert run(new, first).catalog is first
    looked = having(first, new[0].source, flags=(), previous=None)
    assert run(new, looked).catalog.entries[0].extracted == ("p 1",)


def test_layout_keeps_the_approval() -> None:
    """A layout edit leaves target and state; a record says so, and the state line is true of the new text."""
    quoted = 'He said "no".'
    new = "He said “no”."
    target = "ОН СКАЗАЛ «НЕТ»."
    digest = text.digest("p", quoted, None, (target,))
    old = having(translated(segments(quoted)), quoted, targets=(target,), comments=(f"l10n: final {digest[:12]}",))

    synced = run(segments(new), old, state=lambda entry: State.FINAL)

    entry = one(synced.catalog, new)
    assert not entry.fuzzy and entry.targets == (target,)
    carry = record(synced, "carry")
    assert (carry.state, carry.targets, carry.after) == (State.FINAL, (target,), (("p", quoted),))
    assert carry.digest == text.digest("p", new, None, (target,))
    assert entry.comments == (f"l10n: final {carry.digest[:12]}",)
    assert verbs(synced) == ["carried"]


def test_layout_lifts_no_state() -> None:
    """What was sent back, or is no more than a claim, is a draft after a layout edit too."""
    synced = run(segments("A  bridge"), translated(segments("A bridge")), state=lambda entry: State.INITIAL)

    assert synced.catalog.entries[0].fuzzy
    assert [record.verb for record in synced.records] == ["follow"]


def test_edited_twice() -> None:
    """`#|` names the source that the draft was made for, however often the source was edited since."""
    first = run(segments("Fifty people were detained near the market."), translated(segments(DETAINED))).catalog
    last = "Sixty people were detained near the market."

    synced = run(segments(last), first)

    assert one(synced.catalog, last).previous == Previous("p", DETAINED)
    assert synced.changes[0].edit is not None
    assert synced.changes[0].edit.facts == (("number", "Fifteen", "Sixty"),)


def test_taken_back() -> None:
    """An edit that is taken back gives the target back, where the ledger knows it as more than a draft."""
    edited = run(segments("Fifty people were detained near the market."), translated(segments(DETAINED))).catalog
    approved = text.digest("p", DETAINED, None, (DETAINED.upper(),))

    granted = run(segments(DETAINED), edited, granted=lambda d: State.REVIEWED if d == approved else State.INITIAL)
    unknown = run(segments(DETAINED), edited)

    assert one(granted.catalog, DETAINED) == translated(segments(DETAINED)).entries[0]
    assert granted.records == ()
    assert one(unknown.catalog, DETAINED).fuzzy
    assert one(unknown.catalog, DETAINED).previous is None


def test_retired_and_revived() -> None:
    """A segment that goes is kept as obsolete, and comes back as it was; an empty one leaves nothing."""
    without = segments(("headline", "A bridge is closed"), [ARRIVED, SILENT], DETAINED)

    gone = run(without, OLD)
    assert one(gone.catalog, BRIDGE) == Entry("p", BRIDGE, (BRIDGE.upper(),), obsolete=True)
    assert gone.catalog.entries[-1].obsolete
    assert verbs(gone)[-1] == "retired"

    back = run(ARTICLE, gone.catalog)
    assert back.catalog == OLD
    assert verbs(back)[-1] == "revived"
    assert back.records == ()

    empty = run(without, having(OLD, BRIDGE, targets=("",))).catalog
    assert BRIDGE not in [entry.source for entry in empty.entries]
    asked = run(without, having(OLD, BRIDGE, targets=("",), comments=("Which bridge?",))).catalog
    assert one(asked, BRIDGE).comments == ("Which bridge?",)


def test_split() -> None:
    """A sentence that becomes two gives each its part of the draft; the whole stays as obsolete."""
    old = translated(segments(f"{ARRIVED[:-1]} and <b1>did not</b1> <i2>answer</i2> questions."))
    whole = old.entries[0]
    old = old.replace(entries=(whole.replace(targets=("ОН <b1>НЕ</b1> ПРИЕХАЛ. <i2>НЕ</i2> ОТВЕТИЛ.",)),))
    parts = [f"{ARRIVED[:-1]} and <b1>did not</b1>", "<i1>answer</i1> questions."]

    cut = run(segments(parts), old, sentences=lambda text: re.split(r"(?<=[.]) ", text))
    uncut = run(segments(parts), old)
    apart = run(segments(*parts), old)

    assert [entry.target for entry in cut.catalog.entries[:2]] == ["ОН <b1>НЕ</b1> ПРИЕХАЛ.", "<i1>НЕ</i1> ОТВЕТИЛ."]
    assert [entry.target for entry in uncut.catalog.entries[:2]] == [old.entries[0].target, "<joined/>"]
    assert [entry.target for entry in apart.catalog.entries[:2]] == [old.entries[0].target, ""]
    for synced in (cut, uncut, apart):
        assert verbs(synced) == ["split", "split"]
        assert all(entry.fuzzy or entry.empty for entry in synced.catalog.entries[:2])
        assert synced.catalog.entries[2].obsolete
        assert all(record.after == (whole.key,) for record in synced.records)


def test_joined() -> None:
    """Two sentences that become one give their drafts in order, codes numbered on."""
    first, second = "The minister <b1>arrived</b1> on Monday.", "He <b1>did not</b1> answer."
    new = "The minister <b1>arrived</b1> on Monday and he <b2>did not</b2> answer."
    old = translated(segments([first, second]))
    old = having(old, first, targets=("ОН <b1>ПРИЕХАЛ</b1>.",))
    old = having(old, second, targets=("ОН <b1>НЕ</b1> ОТВЕТИЛ.",))

    synced = run(segments(new), old)

    entry = one(synced.catalog, new)
    assert entry.target == "ОН <b1>ПРИЕХАЛ</b1>. ОН <b2>НЕ</b2> ОТВЕТИЛ."
    assert entry.fuzzy
    assert entry.previous == Previous("p", f"{first} He <b2>did not</b2> answer.")
    assert record(synced, "follow").after == (("p", first), ("p", second))
    assert [entry.obsolete for entry in synced.catalog.entries] == [False, True, True]
    said_before = run(segments(new), having(old, second, targets=("<joined/>",)))
    assert one(said_before.catalog, new).target == "ОН <b1>ПРИЕХАЛ</b1>."
    assert (
        run(segments([first, second]), synced.catalog).catalog.entries[:2]
        == run(segments([first, second]), old).catalog.entries
    )


def test_said_before() -> None:
    """`<joined/>` and the target that says it become drafts when one of their sentences is another one now."""
    old = having(OLD, SILENT, targets=("<joined/>",))
    changed = "He did answer one question."

    assert run(ARTICLE, old).catalog is old
    for article, fuzzy in [
        (segments(("headline", "A bridge is closed"), [ARRIVED, changed], DETAINED, BRIDGE), {ARRIVED, changed}),
        (
            segments(("headline", "A bridge is closed"), ["The minister left on Monday.", SILENT], DETAINED, BRIDGE),
            {"The minister left on Monday.", SILENT},
        ),
        (segments(("headline", "A bridge is closed"), ARRIVED, DETAINED, BRIDGE), {ARRIVED}),
        (
            segments(("headline", "A bridge is closed"), [ARRIVED, "It rained.", SILENT], DETAINED, BRIDGE),
            {ARRIVED, SILENT},
        ),
        (segments(("headline", "A bridge is closed"), DETAINED, [ARRIVED, SILENT], BRIDGE), set()),
    ]:
        synced = run(article, old)
        assert {entry.source for entry in synced.catalog.entries if entry.fuzzy} == fuzzy
        assert run(article, synced.catalog).catalog is synced.catalog


def test_another_kind() -> None:
    """A text that changes its kind, or gets an id, keeps target and approval, with a record."""
    for context in ("li", "p #bridge", "p ~2"):
        synced = run(segments(ARRIVED, (context, BRIDGE)), translated(segments(ARRIVED, BRIDGE)))

        entry = one(synced.catalog, BRIDGE, context)
        assert not entry.fuzzy and entry.targets == (BRIDGE.upper(),)
        carry = record(synced, "carry")
        assert (carry.context, carry.state, carry.after) == (context, State.REVIEWED, (("p", BRIDGE),))
        assert verbs(synced) == ["kept", "relabelled"]


def test_told_apart() -> None:
    """Twins that are told apart: the first keeps its target, the others get it as a draft."""
    old = translated(segments("I was detained.", "I was released.", "I was detained."))
    apart = segments("I was detained.", "I was released.", ("p ~2", "I was detained."))

    synced = run(apart, old)

    assert not one(synced.catalog, "I was detained.").fuzzy
    draft = one(synced.catalog, "I was detained.", "p ~2")
    assert draft.fuzzy and draft.targets == ("I WAS DETAINED.",)
    assert record(synced, "follow").after == (("p", "I was detained."),)
    assert run(apart, synced.catalog).catalog is synced.catalog


def test_its_own_translation() -> None:
    """An edited sentence finds the draft of its place, not that of a more similar sentence elsewhere."""
    old = translated(
        segments("Prices rose by 5 per cent in May.", BRIDGE, "Prices rose by 6 per cent in June, officials said.")
    )
    new = segments(
        "Prices rose by 6 per cent in May, officials said.", BRIDGE, "Prices rose by 6 per cent in July, they said."
    )

    catalog = run(new, old).catalog

    assert catalog.entries[0].target == "PRICES ROSE BY 5 PER CENT IN MAY."
    assert catalog.entries[2].target == "PRICES ROSE BY 6 PER CENT IN JUNE, OFFICIALS SAID."


def test_moved_and_edited() -> None:
    """A sentence that moved and was edited is found by its words."""
    others = [
        f"Sentence number {n} of the report speaks of something else: {word}."
        for n, word in enumerate(("wheat", "coal", "rain", "roads"))
    ]
    synced = run(segments(*others, "The bridge stays closed until next spring."), translated(segments(BRIDGE, *others)))

    assert synced.catalog.entries[4].target == BRIDGE.upper()
    assert verbs(synced) == ["kept"] * 4 + ["drafted"]


def test_a_retired_one_helps_again() -> None:
    """A retired target is a draft for a similar new sentence, and stays what it is."""
    gone = run(segments(ARRIVED), translated(segments(ARRIVED, BRIDGE))).catalog
    later = "The bridge stays closed until the summer."

    synced = run(segments(ARRIVED, later), gone)

    assert one(synced.catalog, later).targets == (BRIDGE.upper(),)
    assert one(synced.catalog, later).fuzzy
    assert one(synced.catalog, BRIDGE).obsolete


def test_displaced() -> None:
    """A target for which gettext allows no second entry goes to the ledger."""
    retired = Entry("li", BRIDGE, ("an old text",), obsolete=True)
    old = translated(segments(ARRIVED, BRIDGE))
    old = old.replace(entries=(*old.entries, retired))

    synced = run(segments(ARRIVED, ("li", BRIDGE)), old)

    assert one(synced.catalog, BRIDGE, "li").targets == (BRIDGE.upper(),)
    displaced = record(synced, "displace")
    assert (displaced.context, displaced.source, displaced.targets) == ("li", BRIDGE, ("an old text",))
    assert verbs(synced)[-1] == "displaced"


def test_entries_of_other_programs() -> None:
    """Plural entries and unknown contexts are retired, never lost; a plural one with our key is a draft."""
    foreign = Entry("menu", "Open", ("Открыть",), comments=("button",), extracted=("from a program",))
    plural = Entry("p", "One file", ("%d файл", "%d файла"), plural="%d files")
    same = Entry("p", BRIDGE, ("мост", "мосты"), plural="The bridges")

    synced = run(segments(BRIDGE), Catalog((foreign, plural, same)))

    assert one(synced.catalog, "Open", "menu") == foreign.replace(obsolete=True)
    assert one(synced.catalog, "One file") == plural.replace(obsolete=True)
    assert one(synced.catalog, BRIDGE).targets == ("мост",)
    assert one(synced.catalog, BRIDGE).fuzzy
    assert record(synced, "displace").targets == ("мост", "мосты")


def test_nothing_to_copy() -> None:
    """A retired entry whose first form is empty is no draft of anything."""
    plural = Entry("p", "The bridges stay closed until spring.", ("", "мосты"), plural="bridges", obsolete=True)

    synced = run(segments(BRIDGE), Catalog((plural,)))

    assert (one(synced.catalog, BRIDGE).targets, one(synced.catalog, BRIDGE).flags) == (("",), ())
    assert verbs(synced) == ["added"]


def test_a_sorted_file() -> None:
    """A file that another program sorted is aligned by its references, and comes back in document order."""
    shuffled = OLD.replace(entries=tuple(sorted(OLD.entries, key=lambda entry: entry.source)))
    new = segments(("headline", "A bridge is closed"), [ARRIVED, "He answered no questions."], DETAINED, BRIDGE)

    assert run(ARTICLE, shuffled).catalog == OLD
    assert run(new, shuffled).catalog == run(new, OLD).catalog

    towns = ("Almaty", "Shymkent", "Aktau", "Taraz", "Semey", "Oral", "Balkhash")
    old = translated(segments(*(f"In {town} the price of bread rose." for town in towns)))
    new = segments(*(f"In {town} the price of milk fell." for town in towns))
    backwards = old.replace(entries=old.entries[::-1])
    assert [entry.target for entry in run(new, backwards).catalog.entries] == [entry.target for entry in old.entries]


def test_other_lines_stay() -> None:
    """Comments, flags and `#.` lines of other programs survive an update of the place."""
    old = having(OLD, BRIDGE, comments=("Ask Aigul.",), flags=("no-wrap",), extracted=("p 3", "TRANSLATORS: a river"))

    entry = one(run(segments(BRIDGE), old).catalog, BRIDGE)

    assert (entry.comments, entry.flags) == (("Ask Aigul.",), ("no-wrap",))
    assert entry.extracted == ("p 1", "TRANSLATORS: a river")
    for new in ("The bridge stays  closed until spring.", "The bridge stays shut until spring."):
        assert run(segments(new), old).catalog.entries[0].extracted == ("p 1", "TRANSLATORS: a river")


def test_the_source_catalog() -> None:
    """Where an empty target means the source itself, its review is carried over a layout edit, and followed else."""
    old = run(segments(ARRIVED, BRIDGE)).catalog

    synced = run(
        segments(ARRIVED.replace(" ", "  "), "The bridge stays closed until May."),
        old,
        state=lambda entry: State.REVIEWED,
    )

    carry, follow = record(synced, "carry"), record(synced, "follow")
    assert (carry.state, carry.targets) == (State.REVIEWED, ("",))
    assert (follow.source, follow.digest, follow.after) == ("The bridge stays closed until May.", "", (("p", BRIDGE),))
    assert not any(entry.fuzzy for entry in synced.catalog.entries)


def test_a_template() -> None:
    """The POT has every segment without target, and keeps its header and what did not change."""
    header = Entry(None, "", ("Content-Type: text/plain; charset=UTF-8\n",))
    first = template(ARTICLE, Catalog(header=header), file=FILE)

    assert [entry.key for entry in first.entries] == [segment.key for segment in ARTICLE]
    assert first.header == header
    assert template(ARTICLE, first, file=FILE) is first
    assert len(template(ARTICLE[:2], first, file=FILE).entries) == 2


def test_onto() -> None:
    """Texts of a file without contexts find their entries again by source and order."""
    own = run(segments(("h2", BRIDGE), BRIDGE, ARRIVED, SILENT, "See <a1>here</a1>.")).catalog
    own = having(own, SILENT, targets=("ОН МОЛЧАЛ.",), flags=("fuzzy",))
    brought = Catalog(
        (
            Entry(None, BRIDGE, ("мост закрыт",)),
            Entry(None, BRIDGE, ("Мост остаётся закрытым.",)),
            Entry(None, SILENT, ("ОН МОЛЧАЛ.",), comments=("sure?",)),
            Entry(None, "See here.", ("См. здесь.",)),
            Entry(None, "Gone.", ("Ушло.",)),
        )
    )

    merged, left = onto(own, brought)

    assert one(merged, BRIDGE, "h2").targets == ("мост закрыт",)
    assert one(merged, BRIDGE).targets == ("Мост остаётся закрытым.",)
    assert one(merged, SILENT).fuzzy and one(merged, SILENT).comments == ("sure?",)
    assert one(merged, "See <a1>here</a1>.").fuzzy
    assert left == ("Ушло.",)
    assert onto(merged, brought)[0] == merged
    assert plain_state(one(merged, BRIDGE)) == State.REVIEWED


def test_lines_about_a_segment_are_ours() -> None:
    """What codes of Markdown stand for, and what is said of a name, is brought up to date and never doubled."""
    ours = ("p 1", "em1 = *…*", "a2 = […](border.html)", "about: also Karasu")
    old = ("p 1", "em1 = _…_", "a2 = […](old.html)", "about: a river", "of another program")

    once = notes.with_ours(old, ours)

    assert once == (*ours, "of another program")
    assert notes.with_ours(once, (*ours, "name: Karasu = Қарасу")) == (
        *ours,
        "name: Karasu = Қарасу",
        "of another program",
    )
