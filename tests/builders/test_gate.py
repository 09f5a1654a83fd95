"""The gate publishes what is ready, says what is not, and keeps what was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.builders import gate
from l10n.builders.gate import Candidate, decide
from l10n.model import JOINED, State

I, T, R, F = State  # noqa: E741 - the four states in a table


@dataclass(frozen=True)
class Rules:
    """A gate as the settings state it."""

    state: State = R
    share: float = 1.0
    four_eyes: bool = False
    withdraw_stale: bool = False
    fallback: Mapping[str, str] = field(default_factory=dict)


def candidate(number: int, state: State, words: int = 10, kind: str = "p", **more: object) -> Candidate:
    reason = "draft" if state is I else ""
    base = {"reason": reason, "target": f"нысана {number}", **more}
    return Candidate((kind, f"source {number}"), kind, number, words, f"source {number}", state=state, **base)  # type: ignore[arg-type]


def segments(*states: State, **more: object) -> list[Candidate]:
    return [candidate(number, state, **more) for number, state in enumerate(states, 1)]  # type: ignore[arg-type]


OLD = {"approved": "ескі мәтін"}
TABLE = [
    # states, more about each, rules, published before → published, stale, ways, how many block
    ((R, F), {}, Rules(), False, True, False, "tt", 0),
    ((R, T), {}, Rules(), False, False, False, "", 1),
    ((R, T), {}, Rules(state=T), False, True, False, "tt", 0),
    ((R, R), {}, Rules(state=F), False, False, False, "", 2),
    ((), {}, Rules(), False, True, False, "", 0),
    ((R, R), {}, Rules(four_eyes=True), False, False, False, "", 2),
    ((R, R), {"four_eyes": True}, Rules(four_eyes=True), False, True, False, "tt", 0),
    ((R, T), {}, Rules(state=T, four_eyes=True), False, True, False, "tt", 0),
    ((R, R, R, I), {}, Rules(share=0.75), False, False, False, "", 1),
    ((R, R, R, I), {}, Rules(share=0.75, fallback={"default": "source"}), False, True, False, "ttts", 0),
    ((R, R, R, I), {}, Rules(share=0.75, fallback={"p": "source", "default": "none"}), False, True, False, "ttts", 0),
    ((R, R, R, I), {}, Rules(share=0.75, fallback={"p": "none", "default": "source"}), False, False, False, "", 1),
    ((R, R, R, I), OLD, Rules(share=0.75), False, True, True, "ttta", 0),
    ((R, R, I, I), {}, Rules(share=0.75, fallback={"default": "source"}), False, False, False, "", 2),
    ((R, R, R, I), {"words": 0}, Rules(), False, False, False, "", 1),
    ((R, R), {"fault": "`<a1>` is missing"}, Rules(state=T), False, False, False, "", 2),
    ((R, I), OLD, Rules(), True, True, True, "ta", 1),
    ((R, I), {}, Rules(), True, True, True, "ts", 1),
    ((R, I), {}, Rules(fallback={"default": "none"}), True, True, True, "ts", 1),
    ((R, I), OLD, Rules(withdraw_stale=True), True, False, False, "", 1),
    ((R, R), OLD, Rules(withdraw_stale=True), True, True, False, "tt", 0),
]


@pytest.mark.parametrize(("states", "more", "rules", "before", "publish", "stale", "ways", "blocked"), TABLE)
def test_decisions(
    states: tuple[State, ...],
    more: dict[str, object],
    rules: Rules,
    before: bool,
    publish: bool,
    stale: bool,
    ways: str,
    blocked: int,
) -> None:
    """What the gate decides, and by which way each segment gets its text."""
    found = decide(rules, segments(*states, **more), published=before)

    assert (found.publish, found.stale) == (publish, stale)
    assert "".join(choice.way[0] for choice in found.choices.values()) == ways
    assert len(found.blocked) == blocked


def test_texts() -> None:
    """A choice is the target, the last approved text, or the source marked as such."""
    rules = Rules(share=0.1, fallback={"credit": "source"})
    three = [
        candidate(1, R),
        candidate(2, I, approved="ескі мәтін"),
        candidate(3, I, kind="credit", approved="ескі мәтін"),
    ]
    texts = [choice.text for choice in decide(rules, three).choices.values()]

    assert texts == ["нысана 1", "ескі мәтін", "<foreign>source 3</foreign>"]


def test_reasons() -> None:
    """A withheld variant says for each segment where it stands and what is missing."""
    rules = Rules(four_eyes=True)
    found = decide(
        rules,
        [
            candidate(1, I, reason="empty"),
            candidate(2, T),
            candidate(3, R),
            candidate(4, R, four_eyes=True, fault="`<a1>` is missing"),
            candidate(5, F, four_eyes=True),
        ],
    )
    assert [(one.line, one.why) for one in found.blocked] == [
        (1, "empty"),
        (2, "`translated`, the gate asks for `reviewed`"),
        (3, "its approval is its translator's own, or its translator is unknown; the gate asks for four eyes"),
        (4, "`<a1>` is missing"),
    ]
    assert found.share == 0.2


@pytest.mark.parametrize("weak", [0, 1, 2])
def test_joined_segments_stay_together(weak: int) -> None:
    """Where one target says several sentences, all of them are shown by it or none."""
    states = [R, R, R]
    states[weak] = I
    first, second, third = (candidate(number, state) for number, state in enumerate(states, 1))
    group = [
        first,
        candidate(2, states[1], target=JOINED, before=first.key),
        candidate(3, states[2], target=JOINED, before=second.key),
        candidate(4, R),
    ]
    found = decide(Rules(share=0.1, fallback={"default": "source"}), group)

    assert [choice.way for choice in found.choices.values()] == ["source"] * 3 + ["target"]
    assert third.key in found.choices


CANDIDATES = st.lists(
    st.tuples(st.sampled_from(State), st.integers(0, 20), st.sampled_from(["p", "headline", "credit"]), st.booleans()),
    max_size=8,
).map(
    lambda rows: [
        candidate(n, state, words, kind, four_eyes=eyes, approved="ескі" if eyes else None)
        for n, (state, words, kind, eyes) in enumerate(rows)
    ]
)
RULES = st.builds(
    Rules,
    st.sampled_from(State),
    st.sampled_from([0.0, 0.5, 0.9, 1.0]),
    st.booleans(),
    st.booleans(),
    st.dictionaries(st.sampled_from(["p", "headline", "default"]), st.sampled_from(["approved", "source", "none"])),
)


@given(CANDIDATES, RULES, st.booleans())
def test_laws(candidates: list[Candidate], rules: Rules, before: bool) -> None:
    """A published variant has a text for every segment; a withheld one a reason; a stale one was published before
    or shows an older text; what is not ready is never shown as a target."""
    found = decide(rules, candidates, published=before)

    assert 0 <= found.share <= 1
    if found.publish:
        assert set(found.choices) == {one.key for one in candidates}
        for one in candidates:
            if found.choices[one.key].way == gate.TARGET:
                assert one.state >= rules.state
    else:
        assert found.blocked and not found.choices and not found.stale
    if found.stale:
        assert before or found.count(gate.APPROVED)
    if before and not rules.withdraw_stale:
        assert found.publish
    if rules.share == 1.0 and not before:
        assert found.publish == (found.share == 1.0)
