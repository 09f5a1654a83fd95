"""The state that follows from the records, and the laws of the set."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n import text
from l10n.ledger import Ledger, Status, identity, waivers
from l10n.model import JOINED, Entry, Record, State
from tests.ledger.texts import LATER, ROAD, UNSAID, WHEN, book, digest, draft, fuzzy, ids, record

OPEN = ROAD.replace(targets=("Асуға апаратын жол ашық.",))
TYPED = record("translate", ROAD, "dina")
APPROVED = record("approve", ROAD)
FINAL = record("approve", ROAD, state=State.FINAL)
SENT = record("send back", ROAD, ends=ids(APPROVED))
WITHDRAWN = record("withdraw", ROAD, "bolat", ends=ids(APPROVED))
EDITED = ROAD.replace(source="The road to the pass is closed .")
CARRIED = record("carry", EDITED, "l10n", after=(ROAD.key,))
CLAIMING = ROAD.replace(comments=(f"l10n: final {digest(ROAD)[:12]}",))

STATES: dict[str, tuple[Entry, list[Record], State, str]] = {
    "empty": (UNSAID, [], State.INITIAL, "empty"),
    "white space is empty": (UNSAID.replace(targets=(" \n",)), [], State.INITIAL, "empty"),
    "obsolete": (ROAD.replace(obsolete=True), [APPROVED], State.INITIAL, "obsolete"),
    "typed, no record": (ROAD, [], State.TRANSLATED, ""),
    "joined counts as text": (UNSAID.replace(targets=(JOINED,)), [], State.TRANSLATED, ""),
    "typed": (ROAD, [TYPED], State.TRANSLATED, ""),
    "fuzzy": (fuzzy(ROAD), [], State.INITIAL, "draft"),
    "fuzzy after an edit of the source": (fuzzy(ROAD, "The road is closed."), [], State.INITIAL, "source changed"),
    "machine draft": (fuzzy(ROAD), [draft(ROAD)], State.INITIAL, "draft"),
    "machine draft of an edited source": (fuzzy(ROAD, "The road."), [draft(ROAD)], State.INITIAL, "draft"),
    "draft without flag": (ROAD, [draft(ROAD)], State.INITIAL, "claim"),
    "draft that a person let stand": (ROAD, [draft(ROAD), TYPED], State.TRANSLATED, ""),
    "draft that an editor approved": (ROAD, [draft(ROAD), APPROVED], State.REVIEWED, ""),
    "reviewed": (ROAD, [APPROVED], State.REVIEWED, ""),
    "final": (ROAD, [FINAL, APPROVED], State.FINAL, ""),
    "flag over an approval": (fuzzy(ROAD), [APPROVED], State.INITIAL, "draft"),
    "another target than approved": (OPEN, [APPROVED], State.TRANSLATED, ""),
    "another source than approved": (EDITED, [APPROVED], State.TRANSLATED, ""),
    "another context than approved": (ROAD.replace(context="li"), [APPROVED], State.TRANSLATED, ""),
    "withdrawn": (ROAD, [APPROVED, WITHDRAWN], State.TRANSLATED, ""),
    "one of two withdrawn": (ROAD, [APPROVED, WITHDRAWN, record("approve", ROAD, "erlan")], State.REVIEWED, ""),
    "sent back": (fuzzy(ROAD), [TYPED, APPROVED, SENT], State.INITIAL, "sent back"),
    "sent back, flag cleared": (ROAD, [TYPED, APPROVED, SENT], State.INITIAL, "sent back"),
    "sent back here, approved there": (ROAD, [record("approve", ROAD, "erlan"), SENT], State.INITIAL, "sent back"),
    "sent back, then changed": (OPEN, [TYPED, APPROVED, SENT], State.TRANSLATED, ""),
    "sent back, then approved": (ROAD, [SENT, record("approve", ROAD, ends=ids(SENT))], State.REVIEWED, ""),
    "sent back, then withdrawn": (
        ROAD,
        [APPROVED, SENT, record("withdraw", ROAD, ends=ids(SENT))],
        State.TRANSLATED,
        "",
    ),
    "carried": (EDITED, [APPROVED, CARRIED], State.REVIEWED, ""),
    "carried no higher than approved": (
        EDITED,
        [APPROVED, record("carry", EDITED, "l10n", state=State.FINAL, after=(ROAD.key,))],
        State.REVIEWED,
        "",
    ),
    "carried no higher than the carry says": (EDITED, [FINAL, CARRIED], State.REVIEWED, ""),
    "carried from nothing": (EDITED, [CARRIED], State.TRANSLATED, ""),
    "carried, approval withdrawn elsewhere": (EDITED, [APPROVED, CARRIED, WITHDRAWN], State.TRANSLATED, ""),
    "carried, then sent back": (
        EDITED,
        [APPROVED, CARRIED, record("send back", EDITED, ends=ids(CARRIED))],
        State.INITIAL,
        "sent back",
    ),
    "carried in a circle": (
        EDITED,
        [CARRIED, record("carry", ROAD, "l10n", after=(EDITED.key,))],
        State.TRANSLATED,
        "",
    ),
    "a comment alone": (CLAIMING, [], State.TRANSLATED, ""),
    "displaced and waived": (ROAD, [record("displace", ROAD, "l10n"), record("waive", ROAD)], State.TRANSLATED, ""),
}


@pytest.mark.parametrize(("entry", "records", "state", "reason"), STATES.values(), ids=STATES.keys())
def test_state(entry: Entry, records: list[Record], state: State, reason: str) -> None:
    """Each case has the state and the reason that the table says."""
    status = book(*records).status(entry)
    assert (status.state, status.reason) == (state, reason)


def test_an_approval_holds_under_any_normal_form() -> None:
    """A program that writes a text decomposed has not changed it."""
    entry = Entry("p", "Café", ("Қайырлы таң й",))
    taken_apart = entry.replace(source="Cafe\u0301", targets=("Қайырлы таң и\u0306",))
    assert book(record("approve", entry)).status(taken_apart).state == State.REVIEWED


def test_source_catalog() -> None:
    """In the catalog of the source locale an empty target is a text, and can be approved."""
    approved = record("approve", UNSAID)
    assert Ledger.of([], of_source=True).status(UNSAID).state == State.TRANSLATED
    assert Ledger.of([approved], of_source=True).status(UNSAID).state == State.REVIEWED


def test_who_and_since() -> None:
    """A status names the translator, the reviewers, and the time from which its state holds."""
    again = record("approve", ROAD, "erlan", LATER)
    status = book(TYPED, again, APPROVED).status(ROAD)
    assert (status.translators, status.reviewers, status.since) == (("dina",), ("aigul", "erlan"), WHEN)
    assert status.who == "aigul"
    assert book(SENT).status(ROAD).note == "The date is missing."


EYES: dict[str, tuple[Entry, list[Record], bool]] = {
    "another person": (ROAD, [TYPED, APPROVED], True),
    "the translator": (ROAD, [TYPED, record("approve", ROAD, "dina")], False),
    "the translator and another": (ROAD, [TYPED, record("approve", ROAD, "dina"), APPROVED], True),
    "nobody known": (ROAD, [record("translate", ROAD, ""), APPROVED], False),
    "no record of a translator": (ROAD, [APPROVED], False),
    "one known, one not": (ROAD, [TYPED, record("translate", ROAD, ""), APPROVED], False),
    "a machine": (ROAD, [draft(ROAD), APPROVED], False),
    "a draft that the approver let stand": (ROAD, [draft(ROAD), record("translate", ROAD), APPROVED], False),
    "a draft that another let stand": (ROAD, [draft(ROAD), TYPED, APPROVED], True),
    "typed, doubted and let stand by another": (
        ROAD,
        [
            record("translate", ROAD),
            record("translate", ROAD, "l10n", origin="draft", ends=ids(record("translate", ROAD))),
            TYPED,
            APPROVED,
        ],
        False,
    ),
    "carried": (EDITED, [TYPED, APPROVED, CARRIED], True),
    "carried, by the translator": (EDITED, [record("translate", ROAD), APPROVED, CARRIED], False),
    "not approved": (ROAD, [TYPED], False),
}


@pytest.mark.parametrize(("entry", "records", "four_eyes"), EYES.values(), ids=EYES.keys())
def test_four_eyes(entry: Entry, records: list[Record], four_eyes: bool) -> None:
    """Four eyes are another person's than those of everybody who translated; unknown is nobody."""
    assert book(*records).status(entry).four_eyes is four_eyes


def test_unchanged_draft() -> None:
    """A draft that a person let stand is marked, with what made it, until an editor has read it."""
    status = book(draft(ROAD), TYPED).status(ROAD)
    assert (status.unchanged_draft, status.origin) == (True, "machine")
    assert not book(TYPED).status(ROAD).unchanged_draft
    status = book(draft(ROAD), TYPED, APPROVED).status(ROAD)
    assert (status.unchanged_draft, status.origin) == (False, "machine")


def test_a_carried_draft_is_still_a_draft() -> None:
    """A carry passes on the same target: that a machine made it stays true, until an editor has read it."""
    carried = record("carry", EDITED, "l10n", state=State.TRANSLATED, after=(ROAD.key,))

    status = book(draft(ROAD), TYPED, carried).status(EDITED)
    assert (status.state, status.unchanged_draft, status.origin) == (State.TRANSLATED, True, "machine")
    assert not book(TYPED, carried).status(EDITED).unchanged_draft
    status = book(draft(ROAD), TYPED, carried, record("approve", EDITED)).status(EDITED)
    assert (status.unchanged_draft, status.origin) == (False, "machine")


def test_claim() -> None:
    """A comment without a record is a claim while it fits the text; a withdrawn approval leaves none."""
    assert book().status(CLAIMING).claim == State.FINAL
    assert book().status(CLAIMING.replace(targets=OPEN.targets)).claim is None
    assert book(APPROVED).status(CLAIMING).claim is None
    assert book(APPROVED, WITHDRAWN).status(CLAIMING).claim is None


def test_whose_turn() -> None:
    """A text waits for the translator, then for the editor, then for nobody."""

    def turn(entry: Entry, *records: Record) -> str:
        return book(*records).status(entry).waits_for

    assert turn(UNSAID) == turn(fuzzy(ROAD)) == turn(fuzzy(ROAD), SENT) == "translator"
    assert turn(ROAD) == turn(ROAD, SENT) == "editor"
    assert turn(ROAD, APPROVED) == turn(ROAD.replace(obsolete=True)) == ""


ENTRIES = [ROAD, OPEN, EDITED]
STEP = st.tuples(
    st.sampled_from(["translate", "draft", "approve", "send back", "withdraw", "carry", "follow", "waive"]),
    st.sampled_from(ENTRIES),
    st.sampled_from(ENTRIES),
    st.sampled_from(["aigul", "dina"]),
    st.sampled_from([State.REVIEWED, State.FINAL]),
    st.sets(st.integers(0, 8), max_size=2),
)
"""Verb, text, text before (of a carry), who, state, and the numbers of the records that it ends."""
STEPS = st.lists(STEP, max_size=9)
CLOCKS = st.lists(st.sampled_from([WHEN, LATER, "1970-01-01T00:00:00Z"]), min_size=9, max_size=9)


def play(steps: list[tuple[str, Entry, Entry, str, State, set[int]]], clock: list[str]) -> list[Record]:
    """The records of these steps; carries run both ways, and anything may end anything before it."""
    records: list[Record] = []
    for (verb, entry, before, who, state, over), when in zip(steps, clock, strict=False):
        ends = ids(*(one for number, one in enumerate(records) if number in over))
        if verb == "draft":
            records.append(record("translate", entry, "l10n", when, origin="machine", ends=ends))
        elif verb == "follow":
            records.append(record(verb, entry, "l10n", when, source=entry.source, after=(before.key,), ends=ends))
        elif verb == "carry":
            records.append(record(verb, entry, "l10n", when, state=state, after=(before.key,), ends=ends))
        elif verb == "approve":
            records.append(record(verb, entry, who, when, state=state, ends=ends))
        elif verb == "waive":
            records.append(record(verb, entry, who, when, ends=ends, note="So it is.", finding="numbers.missing"))
        elif verb != "withdraw" or ends:
            records.append(record(verb, entry, who, when, ends=ends))
    return records


def statuses(records: list[Record]) -> list[Status]:
    """The status of every text, with and without the flag."""
    ledger = book(*records)
    return [ledger.status(one) for entry in ENTRIES for one in (entry, fuzzy(entry))]


@given(STEPS, CLOCKS)
def test_no_state_without_a_record(steps: list[Any], clock: list[str]) -> None:
    """`reviewed` and `final` need a standing record for exactly that text, and a person's approval behind it."""
    records = play(steps, clock)
    ended = {name for one in records for name in one.ends}
    standing = [one for one in records if identity(one) not in ended]
    for status in statuses(records):
        if status.state >= State.REVIEWED:
            given_here = [one.state for one in standing if one.digest == status.digest and one.state is not None]
            approved = [one.state for one in standing if one.verb == "approve" and one.state is not None]
            assert status.state <= max(given_here)
            assert status.state <= max(approved)
            assert status.reviewers
            assert not any(one.verb == "send back" and one.digest == status.digest for one in standing)


@given(STEPS, CLOCKS)
def test_a_waiver_changes_no_state(steps: list[Any], clock: list[str]) -> None:
    """As long as it ends nothing."""
    records = play([(*step[:-1], set()) if step[0] == "waive" else step for step in steps], clock)
    without = [one for one in records if one.verb != "waive"]
    waived = {identity(one) for one in records if one.verb == "waive"}
    assume(not any(waived & set(one.ends) for one in records))

    assert statuses(without) == statuses(records)


@given(STEPS, CLOCKS, st.data())
def test_a_ledger_is_a_set(steps: list[Any], clock: list[str], data: st.DataObject) -> None:
    """Shuffling, doubling and merging by union change no status."""
    records = play(steps, clock)
    wanted = statuses(records)
    shuffled = data.draw(st.permutations(records + records))
    assert statuses(shuffled) == wanted
    assert [waivers(book(*shuffled), digest(one)) for one in ENTRIES] == [
        waivers(book(*records), digest(one)) for one in ENTRIES
    ]
    cut = data.draw(st.integers(0, len(records)))
    ours, theirs = records[:cut] + records[cut:][::2], records[:cut] + records[cut:][1::2]
    assert statuses(ours + theirs) == statuses(theirs + ours) == wanted


@given(STEPS, CLOCKS, CLOCKS)
def test_clocks_decide_nothing(steps: list[Any], clock: list[str], other: list[str]) -> None:
    """The same steps under other clocks give the same states, reasons and people."""

    def told(status: Status) -> tuple[object, ...]:
        return (status.state, status.reason, status.translators, status.reviewers, status.four_eyes)

    assume(len(set(play(steps, clock))) == len(set(play(steps, other))))
    assert list(map(told, statuses(play(steps, clock)))) == list(map(told, statuses(play(steps, other))))


def test_a_carried_machine_draft_says_that_its_source_changed() -> None:
    """A draft of an engine that an edit of the source carried waits because of the edit, not because of the engine."""
    entry = Entry(
        "p", "It takes 20 cars.", ("Он берёт 12 машин.",), flags=("fuzzy",), comments=("l10n-origin: machine",)
    )
    name = text.digest(entry.context, entry.source, None, entry.targets)
    records = [
        Record("translate", "l10n", "2026-11-22T07:30:00Z", digest=name, origin="machine"),
        Record(
            "follow",
            "l10n",
            "2026-11-22T07:30:00Z",
            entry.context or "",
            entry.source,
            digest=name,
            after=(("p", "x"),),
        ),
    ]

    assert Ledger.of(records).status(entry).reason == "source changed"
    assert Ledger.of(records[:1]).status(entry).reason == "draft"
