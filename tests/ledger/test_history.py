"""The last approved text of a segment, through every edit since."""

from __future__ import annotations

from l10n.ledger import displaced, last_approved, last_read
from l10n.model import Entry, Record, State
from tests.ledger.texts import BRIDGE, HEADLINE, LATER, ROAD, WHEN, book, ids, record

APPROVED = record("approve", ROAD)
OPEN = record("approve", BRIDGE)


def follow(source: str, *before: tuple[str, str]) -> Record:
    """This segment continues those."""
    return Record("follow", "l10n", WHEN, "p", source, after=before)


def test_of_the_segment_itself() -> None:
    """The newest approval of a segment, whatever its text is now."""
    newer = record("approve", ROAD.replace(targets=("Асуға апаратын жол ашық.",)), when=LATER)
    assert last_approved(book(newer, APPROVED, OPEN), ROAD.key) == (newer,)
    assert last_approved(book(record("translate", ROAD)), ROAD.key) == ()


def test_through_edits() -> None:
    """However often the source was edited before anybody looked."""
    ledger = book(APPROVED, follow("The road is shut.", ROAD.key), follow("It is shut.", ("p", "The road is shut.")))
    assert last_approved(ledger, ("p", "It is shut.")) == (APPROVED,)


def test_through_a_carry() -> None:
    """A carried text is the one that was approved; a carry of a mere translation leads further back."""
    edited = ROAD.replace(source="The road to the pass is closed .")
    carried = record("carry", edited, "l10n", after=(ROAD.key,))
    assert last_approved(book(APPROVED, carried), edited.key) == (carried,)
    retyped = ROAD.replace(source="The road is shut.", targets=("Жол жабық.",))
    passed_on = retyped.replace(source="The road is shut .")
    carry = record("carry", passed_on, "l10n", state=State.TRANSLATED, after=(retyped.key,))
    assert last_approved(book(APPROVED, follow(retyped.source, ROAD.key), carry), passed_on.key) == (APPROVED,)


def test_joined_and_split() -> None:
    """A joined sentence has the texts of both, in their order; each part of a split one has the whole."""
    joined = book(OPEN, APPROVED, follow("Both.", ROAD.key, BRIDGE.key))
    assert last_approved(joined, ("p", "Both.")) == (APPROVED, OPEN)
    split = book(
        APPROVED, follow("One.", ROAD.key), follow("Two.", ROAD.key), follow("All.", ("p", "One."), ("p", "Two."))
    )
    assert last_approved(split, ("p", "Two.")) == (APPROVED,)
    assert last_approved(split, ("p", "All.")) == (APPROVED,)


def test_edited_there_and_back() -> None:
    """A circle of edits ends."""
    ledger = book(follow("One.", ("p", "Two.")), follow("Two.", ("p", "One.")))
    assert last_approved(ledger, ("p", "One.")) == ()
    assert last_approved(ledger.plus([follow("Two.", HEADLINE.key), record("approve", HEADLINE)]), ("p", "One."))


def test_what_no_longer_stands() -> None:
    """A withdrawn or sent back text is nothing to publish, but it is what the editor read."""
    gone = book(APPROVED, record("withdraw", ROAD, ends=ids(APPROVED)))
    back = book(APPROVED, record("send back", ROAD))
    for ledger in (gone, back):
        assert last_approved(ledger, ROAD.key) == ()
        assert last_approved(ledger, ROAD.key, withdrawn=True) == (APPROVED,)


def test_displaced() -> None:
    """A text that the catalog had no room for can be offered again, until a record ends it."""
    kept = record("displace", ROAD, "l10n")
    assert displaced(book(kept, APPROVED), ROAD.key) == (kept,)
    assert displaced(book(kept, record("withdraw", ROAD, ends=ids(kept))), ROAD.key) == ()


def sent_back(entry: Entry, when: str = WHEN, who: str = "timur") -> Record:
    return record("send back", entry, who, when)


def test_last_read() -> None:
    """What this editor approved or sent back last, whatever others did and whatever was typed since."""
    retyped = ROAD.replace(targets=("Асу жабық.",))
    mine, theirs = record("approve", ROAD, "timur"), record("approve", retyped, "dina", LATER)
    assert last_read(book(mine, theirs), ROAD.key, "timur") == mine
    assert last_read(book(mine, sent_back(retyped, LATER)), ROAD.key, "timur") == sent_back(retyped, LATER)
    assert last_read(book(mine, sent_back(retyped)), ROAD.key, "timur") == sent_back(retyped)  # in one second
    assert last_read(book(theirs, record("translate", ROAD, "timur")), ROAD.key, "timur") is None


def test_last_read_and_taken_back() -> None:
    """What was taken back was read all the same."""
    mine = record("approve", ROAD, "timur")
    withdrawn = record("withdraw", ROAD, "timur", LATER, ends=ids(mine))
    assert last_read(book(mine, withdrawn), ROAD.key, "timur") == mine


def test_last_read_through_edits() -> None:
    """Through every edit of the source; of joined segments the latest; a circle ends."""
    mine, later = record("approve", ROAD, "timur"), record("approve", BRIDGE, "timur", LATER)
    edited = book(mine, follow("The road is shut.", ROAD.key), follow("It is shut.", ("p", "The road is shut.")))
    assert last_read(edited, ("p", "It is shut."), "timur") == mine
    assert last_read(book(mine, later, follow("Both.", ROAD.key, BRIDGE.key)), ("p", "Both."), "timur") == later
    assert last_read(book(follow("One.", ("p", "Two.")), follow("Two.", ("p", "One."))), ("p", "One."), "timur") is None
