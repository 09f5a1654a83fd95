"""Law 4: sync is idempotent, and every non-empty target of the old catalog is in the new one or displaced."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import text
from l10n.model import Catalog, Entry, Previous, Segment, State
from l10n.sync import Synced, triage
from tests.sync.articles import plain_state, run, segments

SENTENCES = (
    "The minister arrived on Monday.",
    "The minister arrived on Tuesday.",
    "The minister  arrived on Monday.",
    "The minister arrived on Monday and did not answer questions.",
    "He did not answer questions.",
    "He did answer “questions”.",
    'He did answer "questions".',
    "Fifteen people were detained near the market.",
    "Fifty people were detained near the market.",
    "See <a1>the report</a1> of 2019.",
    "See the report of 2019.",
    "Yes.",
    "No.",
)
CONTEXTS = ("p", "li", "h2", "p #intro", "p ~2")
TARGETS = ("", "да", "нет", "<joined/>", "Министр приехал. Он молчал.", "См. <a1>отчёт</a1>.", " ")

EXTRACTED = ((), ("p 1, sentence 2 of 3",), ("of a program",))
REFERENCES = ((), ("source/report.html:10",), ("source/report.html:16",), ("elsewhere",))
COMMENTS = ((), ("Ask Aigul.",), ("l10n: reviewed 0123456789ab",), ("l10n-origin: machine",))


@dataclass(frozen=True)
class Case:
    """An old catalog and a new article."""

    old: Catalog
    article: list[Segment]
    granted: frozenset[str]


def case(seed: int) -> Case:
    """The catalog of a first article, changed at random, with foreign entries; and a second article."""
    random = Random(seed)
    entries = [_touched(entry, random) for entry in run(_article(random)).catalog.entries]
    entries += [_foreign(random) for _ in range(random.randint(0, 4))]
    random.shuffle(entries)
    texts = [("p", source, target) for source in SENTENCES for target in TARGETS]
    known = (text.digest(context, source, None, (target,)) for context, source, target in texts)
    return Case(Catalog(tuple(entries)), _article(random), frozenset(one for one in known if random.random() < 0.3))


def _article(random: Random) -> list[Segment]:
    units = random.randint(0, 7)
    return segments(
        *((random.choice(CONTEXTS), random.choices(SENTENCES, k=random.randint(1, 3))) for _ in range(units))
    )


def _touched(entry: Entry, random: Random) -> Entry:
    target = random.choice(TARGETS)
    fuzzy = bool(target) and random.random() < 0.4
    previous = Previous("p", random.choice(SENTENCES)) if fuzzy and random.random() < 0.7 else None
    return entry.replace(targets=(target,), flags=("fuzzy",) if fuzzy else (), previous=previous)


def _foreign(random: Random) -> Entry:
    """An entry of ours or of another program, in any condition."""
    is_plural = random.random() < 0.2
    fuzzy = random.random() < 0.5
    previous = random.choice((None, *SENTENCES)) if fuzzy else None
    return Entry(
        random.choice((*CONTEXTS, None)),
        random.choice((*SENTENCES, "Elsewhere.")),
        tuple(random.choices(TARGETS, k=1 + is_plural)),
        plural="many" if is_plural else None,
        comments=random.choice(COMMENTS),
        extracted=random.choice(EXTRACTED),
        references=random.choice(REFERENCES),
        flags=("fuzzy",) if fuzzy else (),
        previous=Previous(random.choice((None, "p")), previous) if previous else None,
        obsolete=random.random() < 0.3,
    )


cases = st.integers(0, 2**32).map(case)
often = settings(max_examples=100)


def synced(case: Case, old: Catalog) -> Synced:
    def granted(digest: str) -> State:
        return State.REVIEWED if digest in case.granted else State.INITIAL

    return run(case.article, old, granted=granted, sentences=lambda target: target.split(". "))


@often
@given(cases)
def test_nothing_typed_is_lost(case: Case) -> None:
    """Every non-empty target is active or obsolete in the new catalog, or in a record `displace`."""
    result = synced(case, case.old)

    kept = {target for entry in result.catalog.entries for target in entry.targets}
    displaced = {target for record in result.records if record.verb == "displace" for target in record.targets}
    for entry in case.old.entries:
        assert {target for target in entry.targets if target.strip()} <= kept | displaced


@often
@given(cases)
def test_idempotent(case: Case) -> None:
    """A second sync gives the same catalog, and no record."""
    first = synced(case, case.old)

    second = synced(case, first.catalog)

    assert second.catalog is first.catalog
    assert second.records == ()
    assert {change.verb for change in second.changes} <= {"kept"}


@often
@given(cases)
def test_the_catalog_is_the_article(case: Case) -> None:
    """The active entries are the segments in their order; no key stands there twice."""
    result = synced(case, case.old)

    active = [entry.key for entry in result.catalog.entries if not entry.obsolete]
    assert active == [segment.key for segment in case.article]
    keys = [entry.key for entry in result.catalog.entries]
    assert len(keys) == len(set(keys))
    assert [change.key for change in result.changes[: len(active)]] == active


@often
@given(cases)
def test_no_state_is_too_high(case: Case) -> None:
    """A target that is no draft was none before, for the same text or one that reads the same."""
    result = synced(case, case.old)

    for entry in result.catalog.entries:
        if entry.obsolete or entry.fuzzy or entry.empty:
            continue
        assert any(_gave(before, entry, case.granted) for before in case.old.entries)


def _gave(before: Entry, entry: Entry, granted: frozenset[str]) -> bool:
    if before.targets != entry.targets:
        return False
    if before.fuzzy:
        source = before.previous.source if before.previous else None
        context = before.previous.context or before.context if before.previous else None
        if source is None or text.digest(context, source, None, before.targets) not in granted:
            return False
    else:
        source = before.source
    return source == entry.source or triage(source, entry.source, "en").kind == "layout"


@often
@given(cases)
def test_records_say_what_was_done(case: Case) -> None:
    """Each draft that was made has a `follow`, each approval that moved a `carry` of exactly its text."""
    result = synced(case, case.old)

    by_key = {entry.key: entry for entry in result.catalog.entries}
    for record in result.records:
        assert record.who == "l10n"
        if record.verb == "displace":
            continue
        entry = by_key[record.context, record.source]
        assert record.after
        assert entry.fuzzy or record.verb == "carry" or not record.digest or entry.key in _drafted(result)
        if record.digest:
            assert record.digest == text.digest(entry.context, entry.source, None, entry.targets)


def _drafted(result: Synced) -> set[tuple[str, str]]:
    return {change.key for change in result.changes if change.verb == "drafted"}


@pytest.mark.parametrize("count", [0, 1, 60])
def test_every_sentence_edited(count: int) -> None:
    """An article in which every sentence was edited keeps every draft in its place."""
    old = segments(*(f"Sentence {n} of the old report is about {n * n} tonnes of wheat." for n in range(count)))
    new = segments(*(f"Sentence {n} of the new report is about {n * n} tonnes of coal." for n in range(count)))
    catalog = run(old).catalog
    catalog = catalog.replace(
        entries=tuple(entry.replace(targets=(f"текст {n}",)) for n, entry in enumerate(catalog.entries))
    )

    result = run(new, catalog, state=plain_state)

    assert [entry.target for entry in result.catalog.entries] == [f"текст {n}" for n in range(count)]
