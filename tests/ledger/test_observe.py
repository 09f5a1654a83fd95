"""What sync notices about texts that were typed in other programs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.ledger import Ledger, observe, traced
from l10n.model import Catalog, Entry, Record, State
from tests.ledger.texts import BRIDGE, HEADLINE, LATER, ROAD, UNSAID, WHEN, book, digest, draft, fuzzy, ids, record


def seen(ledger: Ledger, *entries: Entry, who: str = "dina") -> list[Record]:
    """What is observed of a catalog of these entries."""
    return list(observe(Catalog(entries), ledger, who=lambda entry: who, when=LATER))


def after(ledger: Ledger, *entries: Entry) -> Ledger:
    """The ledger once it was appended."""
    return ledger.plus(seen(ledger, *entries))


def typed(entry: Entry, who: str = "dina") -> Record:
    return Record("translate", who, LATER, digest=digest(entry))


def test_a_typed_text_is_recorded_once() -> None:
    """A text that no record knows has a translator from now on; empty, obsolete and known ones have not."""
    gone = HEADLINE.replace(obsolete=True)
    assert seen(book(), ROAD, UNSAID, gone) == [typed(ROAD)]
    assert seen(after(book(), ROAD), ROAD) == []
    assert seen(book(record("approve", ROAD)), ROAD) == []


def test_who_is_asked_for_new_texts_alone() -> None:
    """Nobody looks up the author of a line that the ledger knows."""
    asked = []

    def who(entry: Entry) -> str:
        asked.append(entry)
        return ""

    assert observe(Catalog((ROAD, BRIDGE)), book(typed(ROAD)), who=who, when=LATER) == (typed(BRIDGE, ""),)
    assert asked == [BRIDGE]


def test_a_draft_is_recorded_with_its_origin() -> None:
    """A fuzzy text is a draft, of the origin that its comment names."""
    machine = fuzzy(ROAD).replace(comments=("l10n-origin: memory 92",))
    records = seen(book(), machine, fuzzy(BRIDGE))
    assert [(one.who, one.origin) for one in records] == [("l10n", "memory 92"), ("l10n", "draft")]
    assert seen(book(*records), machine, fuzzy(BRIDGE)) == []


def test_one_flag_cleared_by_a_person() -> None:
    """Where another draft kept its flag, a person cleared this one: translated, and known as an unchanged draft."""
    ledger = after(book(), fuzzy(ROAD), fuzzy(BRIDGE))
    ledger = after(ledger, ROAD, fuzzy(BRIDGE))
    status = ledger.status(ROAD)
    assert (status.state, status.translators, status.unchanged_draft) == (State.TRANSLATED, ("dina",), True)


def test_all_flags_gone_at_once_and_no_draft_changed() -> None:
    """That was a program: the drafts are claims, and stay so when others follow, until a person stands for them."""
    ledger = after(book(), fuzzy(ROAD), fuzzy(BRIDGE), UNSAID)
    said = UNSAID.replace(targets=("Ешкім зардап шеккен жоқ.",))
    ledger = after(ledger, ROAD, BRIDGE, said)
    assert [ledger.status(one).reason for one in (ROAD, BRIDGE, said)] == ["claim", "claim", ""]

    ledger = after(ledger, ROAD, BRIDGE, said, fuzzy(HEADLINE))
    other = HEADLINE.replace(targets=("Қар асуды бөгеді",))
    ledger = after(ledger, ROAD, BRIDGE, said, other)
    assert [ledger.status(one).reason for one in (ROAD, BRIDGE, other)] == ["claim", "claim", ""]


def test_flags_gone_where_a_draft_was_changed() -> None:
    """Somebody who changed one draft has read the file."""
    machine = fuzzy(BRIDGE).replace(comments=("l10n-origin: machine",))
    ledger = after(book(), fuzzy(ROAD), machine)
    changed = BRIDGE.replace(targets=("Көпір <a1>мамыр</a1> айында ашылады.",), comments=machine.comments)
    ledger = after(ledger, ROAD, changed)
    assert ledger.status(ROAD).state == State.TRANSLATED


def test_flags_gone_where_a_carried_draft_was_changed() -> None:
    """A draft that sync carried over from another source is known by the segment that it follows."""
    follow = record("follow", BRIDGE, "l10n", source=BRIDGE.source, context="p", after=(("p", "The bridge opens."),))
    ledger = after(book(follow), fuzzy(ROAD), fuzzy(BRIDGE))
    changed = BRIDGE.replace(targets=("Көпір <a1>мамыр</a1> айында ашылады.",))
    assert after(ledger, ROAD, BRIDGE).status(ROAD).reason == "claim"
    assert after(ledger, ROAD, changed).status(ROAD).state == State.TRANSLATED


def test_a_draft_that_continues_another_text_says_what_made_that() -> None:
    """Of several joined in one, the machine; of a person's own text, nothing; a mere key is no draft."""
    machine, fitting = draft(ROAD, "engine steppe"), draft(HEADLINE, "memory 100")
    ledger = book(machine, fitting, typed(BRIDGE))
    entries = [ROAD, HEADLINE, BRIDGE]
    after_all = tuple(one.key for one in (BRIDGE, HEADLINE, ROAD))
    follow = record("follow", UNSAID, "l10n", source=UNSAID.source, context="p")
    told = traced(
        [replace(follow, after=after_all), replace(follow, after=after_all[:2]), replace(follow, after=after_all[:1])],
        entries,
        ledger,
    )

    assert [one.origin for one in told] == ["engine steppe", "memory 100", ""]
    bare = replace(follow, digest="", after=after_all)
    assert traced([bare], entries, ledger) == (bare,)


def test_a_draft_that_was_revised_under_its_flag() -> None:
    """The line that says what made it stayed, and so did the flag: the new text is the person's."""
    made = fuzzy(ROAD).replace(comments=("l10n-origin: engine steppe",))
    told = record("translate", made, "l10n", origin="engine steppe", source=ROAD.source, context="p")
    ledger = book(replace(told, targets=made.targets))
    revised = made.replace(targets=("Асуға баратын жол жабық.",))
    ledger = after(ledger, revised)
    ledger = after(ledger, revised.flagged(False), fuzzy(BRIDGE))

    assert (ledger.status(revised.flagged(False)).state, ledger.origin(revised)) == (State.TRANSLATED, "")
    assert ledger.origin(made) == "engine steppe"


def test_a_doubted_text() -> None:
    """A person's own text under the flag is no longer translated when a program takes the flag away."""
    ledger = after(book(), ROAD, BRIDGE)
    ledger = after(ledger, fuzzy(ROAD), BRIDGE)
    ledger = after(ledger, ROAD, BRIDGE)
    status = ledger.status(ROAD)
    assert (status.reason, status.translators) == ("claim", ("dina",))
    stands = Record("translate", "aigul", LATER, digest=digest(ROAD))
    assert ledger.plus([stands]).status(ROAD).state == State.TRANSLATED


def test_a_doubt_can_come_twice() -> None:
    """Flag on, stood for, flag on again: each time the last word counts."""
    ledger = after(book(), ROAD, fuzzy(BRIDGE))
    for _ in range(2):
        ledger = after(ledger, fuzzy(ROAD), fuzzy(BRIDGE))
        ledger = after(ledger, ROAD, fuzzy(BRIDGE))
        assert ledger.status(ROAD).state == State.TRANSLATED


def test_what_was_sent_back_is_no_draft() -> None:
    """The flag of a text that was sent back says nothing about who typed it."""
    sent = record("send back", ROAD)
    assert seen(book(typed(ROAD), sent), fuzzy(ROAD)) == []
    assert seen(book(typed(ROAD), sent), ROAD) == []


def test_the_flag_over_an_approval_is_no_draft() -> None:
    """An approval counts again once the flag is gone."""
    ledger = book(typed(ROAD), record("approve", ROAD))
    assert seen(ledger, fuzzy(ROAD)) == []
    assert ledger.status(ROAD).state == State.REVIEWED


def test_a_withdrawn_approval_leaves_a_draft_a_draft() -> None:
    """An approved draft whose approval was withdrawn is a draft without flag again, not a translation."""
    approved = record("approve", ROAD)
    ledger = book(draft(ROAD), approved, record("withdraw", ROAD, ends=ids(approved)))
    assert ledger.status(ROAD).reason == "claim"


EDITS = st.lists(
    st.tuples(st.sampled_from([ROAD, BRIDGE, HEADLINE]), st.sampled_from(["type", "flag", "clear", "empty"])),
    max_size=6,
)


@given(EDITS)
def test_observing_twice_finds_nothing_new(edits: list[tuple[Entry, str]]) -> None:
    """Observation is idempotent, whatever was done to the file between."""
    entries = {entry.key: entry for entry in (ROAD, fuzzy(BRIDGE), HEADLINE)}
    ledger = after(book(), *entries.values())
    for entry, edit in edits:
        now = entries[entry.key]
        entries[entry.key] = {
            "type": now.replace(targets=(now.target + "!",), flags=()),
            "flag": fuzzy(now),
            "clear": now.replace(flags=()),
            "empty": now.replace(targets=("",), flags=()),
        }[edit]
        ledger = after(ledger, *entries.values())
        assert seen(ledger, *entries.values()) == []
        for one in entries.values():
            assert ledger.status(one).state <= State.TRANSLATED
            assert ledger.status(one).since in ("", WHEN, LATER)


def test_what_was_observed_before() -> None:
    """Of entries that are the same objects nothing is asked again; what they are still counts for the others."""
    before = Catalog((ROAD, BRIDGE))
    assert observe(before, book(), who=lambda entry: "dina", when=LATER, seen=Catalog((ROAD,))) == (typed(BRIDGE),)
    assert observe(before, book(), who=lambda entry: "dina", when=LATER, seen=before) == ()
    ledger = after(book(), fuzzy(ROAD), fuzzy(BRIDGE))
    some = observe(Catalog((ROAD, fuzzy(BRIDGE))), ledger, who=lambda entry: "dina", when=LATER, seen=Catalog((ROAD,)))
    assert some == ()
