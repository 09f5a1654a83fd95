"""The comments of an entry: ours are true of exactly this text, a translator's are questions."""

from __future__ import annotations

import pytest

from l10n.comments import note, note_lines, questions
from l10n.ledger import mark
from l10n.model import Entry, Record, State
from tests.ledger.texts import BRIDGE, ROAD, UNSAID, book, digest, draft, fuzzy, ids, record

HEX = digest(ROAD)[:12]
APPROVED = record("approve", ROAD)
SENT = record("send back", ROAD, note="The pass has a name.")
EDITED = ROAD.replace(source="The road to the pass is shut.")
LONG = "The governor said this on Monday in the regional assembly, and not, as the text has it now, on Sunday on air."

MARKS: dict[str, tuple[Entry, list[Record], tuple[str, ...], tuple[str, ...]]] = {
    "nothing to say": (ROAD, [], ("Is this a road or a street?",), ("Is this a road or a street?",)),
    "reviewed": (ROAD, [APPROVED], ("Why so?",), (f"l10n: reviewed {HEX}", "Why so?")),
    "reviewed, in its place": (ROAD, [APPROVED], ("Why?", f"l10n: reviewed {HEX}"), ("Why?", f"l10n: reviewed {HEX}")),
    "reviewed, said twice": (ROAD, [APPROVED], (f"l10n: reviewed {HEX}",) * 2, (f"l10n: reviewed {HEX}",)),
    "final now": (
        ROAD,
        [record("approve", ROAD, state=State.FINAL)],
        (f"l10n: reviewed {HEX}",),
        (f"l10n: final {HEX}",),
    ),
    "of another text": (ROAD, [APPROVED], ("l10n: reviewed 5fc100462ce4",), (f"l10n: reviewed {HEX}",)),
    "translated": (BRIDGE, [APPROVED], (f"l10n: reviewed {HEX}",), ()),
    "under the flag": (fuzzy(ROAD), [APPROVED], (f"l10n: reviewed {HEX}",), ()),
    "obsolete, left alone": (
        ROAD.replace(obsolete=True),
        [APPROVED],
        ("l10n: final 000000000000",),
        ("l10n: final 000000000000",),
    ),
    "a claim stays": (ROAD, [], (f"l10n: final {HEX}",), (f"l10n: final {HEX}",)),
    "a damaged line goes": (ROAD, [APPROVED], ("l10n: reviewed",), (f"l10n: reviewed {HEX}",)),
    "withdrawn": (ROAD, [APPROVED, record("withdraw", ROAD, ends=ids(APPROVED))], (f"l10n: reviewed {HEX}",), ()),
    "empty": (UNSAID, [], (f"l10n: reviewed {HEX}",), ()),
    "sent back": (fuzzy(ROAD), [SENT], (f"l10n: reviewed {HEX}",), ("l10n-note: The pass has a name.",)),
    "answered": (
        ROAD.replace(targets=("Қордай асуына апаратын жол жабық.",)),
        [SENT],
        ("l10n-note: The pass has a name.", "Yes: Qordai.", "l10n-note: A pun?"),
        ("Yes: Qordai.", "l10n-note: A pun?"),
    ),
    "not answered by an edit of the source": (
        fuzzy(ROAD).replace(source="The road to the pass is shut."),
        [SENT],
        ("l10n-note: The pass has a name.",),
        ("l10n-note: The pass has a name.",),
    ),
    "answered by an approval after an edit of the source": (
        EDITED,
        [SENT, record("approve", EDITED)],
        ("l10n-note: The pass has a name.",),
        (f"l10n: reviewed {digest(EDITED)[:12]}",),
    ),
    "a draft": (fuzzy(ROAD), [draft(ROAD)], ("l10n-origin: machine",), ("l10n-origin: machine",)),
    "a draft that was let stand": (
        ROAD,
        [draft(ROAD), record("translate", ROAD)],
        ("l10n-origin: machine",),
        ("l10n-origin: machine",),
    ),
    "previous source through Babel": (
        fuzzy(ROAD),
        [draft(ROAD)],
        ('| msgctxt "p"', '| msgid ""', '| "The road is closed."', "| is a bar"),
        ("| is a bar",),
    ),
    "made from a draft": (ROAD, [record("translate", ROAD)], ("l10n-origin: machine",), ()),
}


@pytest.mark.parametrize(("entry", "records", "was", "wanted"), MARKS.values(), ids=MARKS.keys())
def test_mark(entry: Entry, records: list[Record], was: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """Each entry gets the comments of the table; marking it again changes nothing and makes no new object."""
    marked = mark(entry.replace(comments=was), book(*records))
    assert marked.comments == wanted
    assert mark(marked, book(*records)) is marked


def test_a_long_reason_is_several_lines() -> None:
    """No program needs to wrap a reason: it stands on lines of at most 76 columns, and reads as one."""
    sent = record("send back", ROAD, note=LONG)
    marked = mark(fuzzy(ROAD), book(sent))
    assert len(marked.comments) > 1
    assert all(len("# " + line) <= 76 for line in marked.comments)
    assert note(marked) == LONG
    answered = marked.replace(targets=("Асуға апаратын жол ашық.",), flags=())
    assert mark(answered, book(sent)).comments == ()


def test_questions() -> None:
    """What a translator wrote is a question; what programs wrote is none."""
    comments = (
        "l10n: reviewed 5fc100462ce4",
        "l10n-origin: machine",
        *note_lines(LONG),
        "#-#-#-#-#  kk.po  #-#-#-#-#",
        "(pofilter) acronyms: acronyms should not be translated",
        "",
        '| msgid "The road is closed."',
        "Is Qordai the pass or the village?",
        "l10n is short for localisation.",
    )
    assert questions(ROAD.replace(comments=comments)) == list(comments[-2:])
