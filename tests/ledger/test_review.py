"""The verbs of an editor: what they record, what they change in the catalog, what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.comments import note
from l10n.errors import ProjectError
from l10n.ledger import Ledger, Outcome, Reviewer, accept_claims, approve, objections, send_back, take_back, withdraw
from l10n.model import Entry, Person, Record, State
from tests.ledger.texts import BRIDGE, HEADLINE, ROAD, UNSAID, WHEN, book, digest, draft, fuzzy, record

AIGUL = Reviewer(who="aigul", when=WHEN, locale="kk")
BOLAT = Reviewer(who="bolat", when=WHEN, locale="kk")
TYPED = record("translate", ROAD, "dina")
EARLIER = "2026-11-21T07:30:00Z"
UNKNOWN = "four eyes are asked for, and its translator is unknown: whoever it is accepts the claim first"
REASON = "The pass has a name; say which one."
PEOPLE = {
    "aigul": Person("aigul", roles=("editor",), locales=("kk",)),
    "dina": Person("dina", roles=("translator",)),
    "erlan": Person("erlan"),
}


def done(outcome: Outcome, entry: Entry) -> Entry:
    """The entry after a verb."""
    return {one.key: one for one in outcome.entries}.get(entry.key, entry)


def why(outcome: Outcome) -> list[str]:
    return [one.why for one in outcome.skipped]


def test_approve() -> None:
    """An approval is a record with the texts, and one comment in the catalog."""
    outcome = approve([ROAD], book(TYPED), AIGUL)
    assert outcome.records == (record("approve", ROAD),)
    assert done(outcome, ROAD) == ROAD.replace(comments=(f"l10n: reviewed {digest(ROAD)[:12]}",))
    ledger = book(TYPED, *outcome.records)
    assert ledger.status(ROAD).state == State.REVIEWED
    assert why(approve([ROAD], ledger, AIGUL)) == ["you approved it already"]
    final = approve([ROAD], ledger, AIGUL, final=True)
    assert ledger.plus(final.records).status(ROAD).state == State.FINAL


def test_only_what_was_listed() -> None:
    """A text that changed after it was listed is skipped, with what is gone; what was not listed is not touched."""
    open_now = ROAD.replace(targets=("Асуға апаратын жол ашық.",))
    listed = {ROAD.key: digest(ROAD), BRIDGE.key: digest(BRIDGE)[:12], ("p", "Gone."): "0" * 64}
    outcome = approve([open_now, BRIDGE, HEADLINE], book(), AIGUL, listed=listed)
    assert [one.source for one in outcome.records] == [BRIDGE.source]
    assert [(one.key, one.why) for one in outcome.skipped] == [
        (ROAD.key, "its text changed since it was shown: read it anew"),
        (("p", "Gone."), "it is no longer in the catalog"),
    ]
    assert why(approve([BRIDGE], book(), AIGUL, listed={BRIDGE.key: digest(BRIDGE)[:6]})) == [outcome.skipped[0].why]


def test_no_approval_of_a_draft() -> None:
    """An empty text and a draft cannot be approved: first somebody must stand for them."""
    outcome = approve([UNSAID, fuzzy(BRIDGE)], book(), AIGUL)
    assert outcome.records == outcome.entries == ()
    assert why(outcome) == ["it is empty", "it is a draft: translate it, or clear its fuzzy flag, first"]


def test_an_empty_target_of_the_source_is_a_text() -> None:
    """The editor of the original approves `as in the source`."""
    ledger = Ledger.of([], of_source=True)
    assert ledger.plus(approve([UNSAID], ledger, AIGUL).records).status(UNSAID).state == State.REVIEWED


def test_four_eyes() -> None:
    """Where four eyes are asked for, nobody approves their own text, nor one whose translator is unknown."""
    strict = Reviewer(who="dina", when=WHEN, four_eyes=True)
    assert why(approve([ROAD], book(TYPED), strict)) == ["you translated it: four eyes need another editor"]
    unknown = record("translate", ROAD, "")
    for ledger in (book(), book(unknown), book(draft(ROAD))):
        assert why(approve([ROAD], ledger, strict)) == [UNKNOWN]
    assert approve([ROAD], book(record("translate", ROAD, "erlan")), strict).records
    assert approve([ROAD], book(TYPED), Reviewer(who="dina", when=WHEN)).records


def test_sent_back_and_answered() -> None:
    """Flag and reason stand in the catalog until the text is another one; then the reason goes."""
    approved = approve([ROAD], book(TYPED), AIGUL)
    ledger = book(TYPED, *approved.records)
    outcome = send_back([done(approved, ROAD)], ledger, BOLAT, reason=f" {REASON}\n")
    back = done(outcome, ROAD)
    assert (back.fuzzy, back.comments, note(back)) == (True, (f"l10n-note: {REASON}",), REASON)
    ledger = ledger.plus(outcome.records)
    status = ledger.status(back)
    assert (status.reason, status.note) == ("sent back", REASON)
    assert why(send_back([back], ledger, BOLAT, reason=REASON)) == ["it was sent back for that reason already"]

    handed_in = back.replace(flags=())
    assert ledger.status(handed_in).resubmitted
    outcome = approve([handed_in], ledger, AIGUL)
    assert done(outcome, ROAD).comments == (f"l10n: reviewed {digest(ROAD)[:12]}",)
    assert ledger.plus(outcome.records).status(ROAD).state == State.REVIEWED


def test_what_was_sent_back_may_be_approved_under_its_flag() -> None:
    """An editor who thinks again needs no translator: flag and reason go."""
    outcome = send_back([ROAD], book(TYPED), BOLAT, reason=REASON)
    ledger = book(TYPED, *outcome.records)
    outcome = approve([done(outcome, ROAD)], ledger, AIGUL)
    assert not done(outcome, ROAD).fuzzy
    assert ledger.plus(outcome.records).status(done(outcome, ROAD)).state == State.REVIEWED


def test_a_resubmitted_text_can_be_sent_back_again() -> None:
    """The same text, handed in unchanged, gets its flag back, and the last reason counts."""
    first = send_back([ROAD], book(TYPED), BOLAT, reason=REASON)
    ledger = book(TYPED, *first.records)
    second = send_back([done(first, ROAD).replace(flags=())], ledger, BOLAT, reason="Still no name.")
    assert done(second, ROAD).fuzzy
    assert note(done(second, ROAD)) == "Still no name."
    third = send_back(
        [done(second, ROAD).replace(flags=())], ledger.plus(second.records), BOLAT, reason="Still no name."
    )
    assert ledger.plus(second.records).plus(third.records).status(ROAD).reason == "sent back"


def test_not_sent_back() -> None:
    """A reason is needed, and a text that somebody handed in."""
    with pytest.raises(ProjectError, match="with a reason"):
        send_back([ROAD], book(), AIGUL, reason="  ")
    outcome = send_back([UNSAID, fuzzy(BRIDGE)], book(), AIGUL, reason=REASON)
    assert why(outcome) == ["it is empty", "it is a draft that nobody handed in"]


def test_withdraw() -> None:
    """What review said is taken back, an approval as well as the sending back; the same may be said again."""
    approved = approve([ROAD], book(TYPED), AIGUL)
    ledger = book(TYPED, *approved.records)
    outcome = withdraw([done(approved, ROAD)], ledger, AIGUL)
    assert done(outcome, ROAD) == ROAD
    ledger = ledger.plus(outcome.records)
    assert ledger.status(ROAD).state == State.TRANSLATED
    assert why(withdraw([ROAD], ledger, AIGUL)) == ["nobody approved it or sent it back"]

    again = approve([ROAD], ledger, AIGUL)
    assert ledger.plus(again.records).status(ROAD).state == State.REVIEWED

    sent = send_back([ROAD], ledger, AIGUL, reason=REASON)
    outcome = withdraw([done(sent, ROAD)], ledger.plus(sent.records), AIGUL)
    assert done(outcome, ROAD) == ROAD
    assert ledger.plus(sent.records).plus(outcome.records).status(ROAD).state == State.TRANSLATED


def test_withdraw_is_for_editors_or_ones_own() -> None:
    """A translator cannot take back an editor's word."""
    dina = Reviewer(who="dina", when=WHEN, locale="kk", people=PEOPLE)
    outcome = withdraw([ROAD], book(record("approve", ROAD)), dina)
    assert why(outcome) == ["only an editor may take back what somebody else said"]
    assert withdraw([ROAD], book(record("approve", ROAD, "dina")), dina).records


def test_take_back() -> None:
    """One's own last word alone ends, step by step; what each had ended stands again, in the name of who said it."""
    bolat = record("approve", ROAD, "bolat")
    sent = send_back([ROAD], book(TYPED, bolat), AIGUL, reason=REASON)
    in_work, ledger = done(sent, ROAD), book(TYPED, bolat, *sent.records)
    final = approve([in_work], ledger, AIGUL, final=True)
    ledger = ledger.plus(final.records)
    assert ledger.status(done(final, in_work)).state == State.FINAL

    back = take_back([done(final, in_work)], ledger, AIGUL, {ROAD.key: digest(ROAD)[:12]})
    ledger, entry = ledger.plus(back.records), done(back, done(final, in_work))
    assert (ledger.status(entry).reason, ledger.status(entry).note, note(entry)) == ("sent back", REASON, REASON)
    assert ledger.status(entry).waits_for == "editor"

    back = take_back([entry], ledger, AIGUL)
    ledger, entry = ledger.plus(back.records), done(back, entry)
    assert ledger.status(entry).reviewers == ("bolat",)
    assert not entry.fuzzy and entry.comments == (f"l10n: reviewed {digest(ROAD)[:12]}",)
    assert why(take_back([entry], ledger, AIGUL)) == ["you neither approved it nor sent it back"]


def test_take_back_leaves_what_stood_before() -> None:
    """As final, and back: it is approved as it was, by oneself or by another; then it may be said again."""
    for before in ("aigul", "bolat"):
        ledger = book(TYPED, record("approve", ROAD, before, when=EARLIER))
        final = approve([ROAD], ledger, AIGUL, final=True)
        ledger = ledger.plus(final.records)
        ledger = ledger.plus(take_back([done(final, ROAD)], ledger, AIGUL).records)
        assert (ledger.status(ROAD).state, ledger.status(ROAD).reviewers) == (State.REVIEWED, (before,))
        again = approve([ROAD], ledger, AIGUL, final=True)
        assert ledger.plus(again.records).status(ROAD).state == State.FINAL


def test_accept_claims() -> None:
    """A person stands for drafts whose flag a program took, an editor for state comments; nothing else is touched."""
    claiming = BRIDGE.replace(comments=(f"l10n: final {digest(BRIDGE)[:12]}",))
    ledger = book(draft(ROAD))
    outcome = accept_claims([ROAD, claiming, HEADLINE, fuzzy(UNSAID)], ledger, AIGUL)
    after = ledger.plus(outcome.records)
    assert [after.status(one).state for one in (ROAD, claiming, HEADLINE)] == [
        State.TRANSLATED,
        State.FINAL,
        State.TRANSLATED,
    ]
    assert len(outcome.records) == 2

    dina = Reviewer(who="dina", when=WHEN, locale="kk", people=PEOPLE)
    outcome = accept_claims([ROAD, claiming], ledger, dina)
    assert [one.verb for one in outcome.records] == ["translate"]
    assert why(outcome) == ["only an editor may accept it"]
    assert why(accept_claims([HEADLINE], ledger, AIGUL, listed={HEADLINE.key: digest(HEADLINE)})) == [
        "it claims nothing"
    ]


REFUSED = {
    "nobody": ("", {}, "nobody is named"),
    "the program": ("l10n", {}, "nobody is named"),
    "a machine": ("machine", PEOPLE, "nobody is named"),
    "no id": ("Айгүл", {}, "no id of a person"),
    "a stranger": ("zarina", PEOPLE, "nobody whom the settings name"),
    "a translator": ("dina", PEOPLE, "`dina` is no editor"),
    "an editor of another locale": ("aigul", PEOPLE, "does not work on `ru`"),
}


@pytest.mark.parametrize(("who", "people", "what"), REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("verb", [approve, lambda *a: send_back(*a, reason=REASON)], ids=["approve", "send back"])
def test_who_may_not(verb: Any, who: str, people: dict[str, Person], what: str) -> None:
    """Only a person whom the settings name an editor of this locale may review; the error says who may."""
    with pytest.raises(ProjectError, match=what) as caught:
        verb([ROAD], book(), Reviewer(who=who, when=WHEN, locale="ru", people=people))
    assert caught.value.hint


def test_who_may() -> None:
    """Empty roles and locales mean all of them."""
    for who, locale in (("aigul", "kk"), ("erlan", "ru")):
        assert approve([ROAD], book(), Reviewer(who=who, when=WHEN, locale=locale, people=PEOPLE)).records


VERBS = st.lists(
    st.tuples(
        st.sampled_from(["approve", "final", "send back", "withdraw", "accept"]), st.sampled_from(["aigul", "bolat"])
    ),
    max_size=6,
)


@given(VERBS, st.booleans())
def test_records_alone_give_the_state(verbs: list[tuple[str, str]], as_draft: bool) -> None:
    """After any verbs, within one second, the last one decides, and the comment says what the ledger says."""
    ledger = book(draft(ROAD) if as_draft else TYPED)
    entry = ROAD
    for verb, who in verbs:
        by = Reviewer(who=who, when=WHEN)
        if verb == "send back":
            outcome = send_back([entry], ledger, by, reason=REASON)
        elif verb in ("withdraw", "accept"):
            outcome = (withdraw if verb == "withdraw" else accept_claims)([entry], ledger, by)
        else:
            outcome = approve([entry], ledger, by, final=verb == "final")
        ledger, entry = ledger.plus(outcome.records), done(outcome, entry)
        status = ledger.status(entry)
        if outcome.records and verb != "accept":
            wanted = {"approve": State.REVIEWED, "final": State.FINAL, "send back": State.INITIAL}
            assert status.state >= wanted.get(verb, State.INITIAL)
            assert status.state < State.REVIEWED or verb in ("approve", "final")
            assert (verb == "send back") == (status.reason == "sent back") == entry.fuzzy
        marks = [line for line in entry.comments if line.startswith("l10n: ")]
        reviewed = status.state >= State.REVIEWED
        assert marks == ([f"l10n: {status.state} {digest(ROAD)[:12]}"] if reviewed else [])


def test_a_broken_text_is_not_approved() -> None:
    """Nobody approves a text whose codes no page can show, as nobody accepts its claim."""
    outcome = approve([ROAD], book(TYPED), Reviewer(who="timur", when=WHEN, faults={ROAD.key: "`<a1>` is missing"}))
    assert why(outcome) == ["its codes are broken: `<a1>` is missing"]


def test_whoever_translated_says_so() -> None:
    """Somebody unknown is the translator no longer once a person stands for the text."""
    unknown = book(record("translate", ROAD, ""))
    outcome = accept_claims([ROAD], unknown, Reviewer(who="dina", when=WHEN))
    assert unknown.plus(outcome.records).status(ROAD).translators == ("dina",)


@given(
    st.lists(
        st.sampled_from([TYPED, draft(ROAD), record("translate", ROAD, ""), record("send back", ROAD)]), max_size=4
    )
)
def test_objections(records: list[Record]) -> None:
    """What stands against an approval is what the approval would say, before anybody tries."""
    ledger, entries = book(*records), [ROAD, UNSAID, fuzzy(BRIDGE)]
    for by in (AIGUL, Reviewer(who="dina", when=WHEN, four_eyes=True, bar_drafts=True)):
        for final in (False, True):
            tried = approve(entries, ledger, by, final=final)
            assert objections(entries, ledger, by, final=final) == {one.key: one.why for one in tried.skipped}
    with pytest.raises(ProjectError):
        objections([ROAD], ledger, Reviewer(who="dina", when=WHEN, people=PEOPLE))
