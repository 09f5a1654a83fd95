"""The gate: what a variant must show before it is published, and which text stands in for what is not ready.

share of words at the least state ≥ least share, and a fallback for every other unit  ►  published
published before, now below                                                           ►  stays, stale
else                                                                                  ►  withheld, with the reasons
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from l10n.codes import FOREIGN
from l10n.model import JOINED, Key, State
from l10n.phrases import phrase, word

TARGET, APPROVED, SOURCE = "target", "approved", "source"
DEFAULT = "default"


class Rules(Protocol):
    """The settings of a gate."""

    @property
    def state(self) -> State: ...
    @property
    def share(self) -> float:
        """Least share of words, 0–1."""

    @property
    def four_eyes(self) -> bool:
        """An approval by its own translator counts as none."""

    @property
    def withdraw_stale(self) -> bool:
        """A published variant that falls below the gate is taken down."""

    @property
    def fallback(self) -> Mapping[str, str]:
        """By kind of unit, or "default": "approved", "source" or "none"; "approved" where nothing is said."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the gate sees of one segment."""

    key: Key
    kind: str
    line: int
    """1-based line of its unit in the article."""
    words: int
    source: str
    target: str
    """As in the catalog; for the source locale the text itself."""
    state: State
    reason: str = ""
    """Why it is initial: empty, draft, source changed, sent back, claim."""
    four_eyes: bool = False
    """Approved by another person than its translator."""
    approved: str | None = None
    """The last text that met the gate's state, of this segment or those it continues, if its codes still fit."""
    fault: str = ""
    """What is wrong with the codes of the target, "" when nothing is."""
    finding: str = ""
    """What checks found in the target that keeps it from being published, "" when nothing does."""
    before: Key | None = None
    """The segment before it in its unit, which a joined target continues."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The text that a variant shows for a segment."""

    text: str
    """As a target; a text left in the source language stands between codes.FOREIGN."""
    way: str
    """"target", "approved" (an older text) or "source"."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """A segment that is not ready, and why."""

    key: Key
    kind: str
    line: int
    why: str
    """What stands against it: "empty", "`translated`, the gate asks for `reviewed`"."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a variant."""

    publish: bool
    stale: bool
    """Published with text that is older than its source."""
    share: float
    """Words that are ready, 0–1."""
    choices: Mapping[Key, Choice]
    """A text for every segment; only for a variant that is published."""
    blocked: tuple[Blocked, ...]
    """Why it is withheld or stale, in document order."""

    def count(self, way: str) -> int:
        """How many segments show that way."""
        return sum(choice.way == way for choice in self.choices.values())


def decide(rules: Rules, candidates: Sequence[Candidate], *, published: bool = False) -> Decision:
    """Publish or withhold a variant.

    published: it was in the build before.  Candidates come in document order, each key once.
    """
    reasons = {one.key: objection(rules, one) for one in candidates}
    groups = list(_groups(candidates))
    for group in groups:
        against = next((reasons[one.key] for one in group if reasons[one.key]), "")
        for one in group:
            reasons[one.key] = reasons[one.key] or (
                against and phrase("stands in one sentence with one that is: {against}", against=against)
            )
    share = _share(candidates, reasons)
    chosen = {key: choice for group in groups for key, choice in _choose(rules, group, reasons).items()}
    without = [one for one in candidates if one.key not in chosen]
    enough = share >= rules.share
    if enough and not without:
        return Decision(True, any(choice.way == APPROVED for choice in chosen.values()), share, chosen, ())
    short = without if enough else [one for one in candidates if reasons[one.key]]
    blocked = tuple(Blocked(one.key, one.kind, one.line, reasons[one.key]) for one in short)
    if not published or rules.withdraw_stale:
        return Decision(False, False, share, {}, blocked)
    for group in groups:
        if any(one.key not in chosen for one in group):
            chosen.update(_older(group) or _left(group))
    return Decision(True, True, share, chosen, blocked)


def objection(rules: Rules, one: Candidate) -> str:
    """What stands against the target of a segment, "" when it is ready."""
    if one.fault:
        return one.fault
    if one.state is State.INITIAL:
        return one.reason or word("state", str(State.INITIAL))
    if rules.four_eyes and rules.state >= State.REVIEWED <= one.state and not one.four_eyes:
        return phrase("its approval is its translator's own, or its translator is unknown; the gate asks for four eyes")
    if one.state < rules.state:
        names = {"state": word("state", str(one.state)), "wanted": word("state", str(rules.state))}
        return phrase("`{state}`, the gate asks for `{wanted}`", **names)
    return one.finding


def _groups(candidates: Iterable[Candidate]) -> Iterable[list[Candidate]]:
    """Segments that one target renders together stay together: one, then those that are joined to it."""
    by_key: dict[Key, list[Candidate]] = {}
    for one in candidates:
        if one.target == JOINED and one.before in by_key:
            group = by_key[one.before]
            group.append(one)
        else:
            group = [one]
        by_key[one.key] = group
    seen: set[int] = set()
    for group in by_key.values():
        if id(group) not in seen:
            seen.add(id(group))
            yield group


def _share(candidates: Sequence[Candidate], reasons: Mapping[Key, str]) -> float:
    """Words that are ready; segments where there are no words, and never 1 while one is not ready."""
    ready = [one for one in candidates if not reasons[one.key]]
    if len(ready) == len(candidates):
        return 1.0
    total = sum(one.words for one in candidates)
    if not total:
        return len(ready) / len(candidates)
    return min(sum(one.words for one in ready) / total, 1 - 1 / (total + 1))


def _choose(rules: Rules, group: Sequence[Candidate], reasons: Mapping[Key, str]) -> dict[Key, Choice]:
    """The texts of a group by its targets, or by the fallback of its kind; empty where there is none."""
    if not any(reasons[one.key] for one in group):
        return {one.key: Choice(one.target, TARGET) for one in group}
    way = rules.fallback.get(group[0].kind, rules.fallback.get(DEFAULT, APPROVED))
    if way == APPROVED:
        return _older(group)
    return _left(group) if way == SOURCE else {}


def _older(group: Sequence[Candidate]) -> dict[Key, Choice]:
    """The last approved texts, if every segment of the group has one."""
    found = {one.key: Choice(one.approved, APPROVED) for one in group if one.approved is not None}
    return found if len(found) == len(group) else {}


def _left(group: Sequence[Candidate]) -> dict[Key, Choice]:
    """The source, marked as such."""
    return {one.key: Choice(one.source.join(FOREIGN), SOURCE) for one in group}
