"""Articles for the tests of sync: units as lists of sentences, cut in segments as the house does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from l10n import codes
from l10n.model import Catalog, Entry, Place, Record, Segment, State
from l10n.sync import Synced, sync

WHEN = "2026-11-22T07:30:00Z"
FILE = "source/report.html"
NOTHING = Catalog()


def segments(*units: tuple[str, str | Sequence[str]] | str | Sequence[str]) -> list[Segment]:
    """Segments of units: sentences of a paragraph, or (context, sentences) for another kind."""
    places: dict[tuple[str, str], list[Place]] = {}
    counted: Counter[str] = Counter()
    for index, unit in enumerate(units):
        context, texts = unit if isinstance(unit, tuple) else ("p", unit)
        texts = [texts] if isinstance(texts, str) else texts
        kind = context.partition(" ")[0]
        counted[kind] += 1
        for n, text in enumerate(texts, 1):
            place = Place(index, 10 + 3 * index, counted[kind], n, len(texts))
            places.setdefault((context, text), []).append(place)
    return [
        Segment(context, text, context.partition(" ")[0], tuple(found), legend(text))
        for (context, text), found in places.items()
    ]


def legend(text: str) -> tuple[tuple[str, str], ...]:
    """What the codes of a text stand for."""
    return tuple((match[2] + match[3], f"<{match[2]}>") for match in codes.CODE.finditer(text) if not match[1])


def plain_state(entry: Entry) -> State:
    """Every target that is no draft was reviewed."""
    return State.INITIAL if entry.fuzzy or entry.empty or entry.obsolete else State.REVIEWED


def run(article: Sequence[Segment], old: Catalog = NOTHING, **more: object) -> Synced:
    """Sync with an English source."""
    options = {"file": FILE, "language": "en", "state": plain_state, "when": WHEN, **more}
    return sync(article, old, **options)  # type: ignore[arg-type]


def translated(article: Sequence[Segment]) -> Catalog:
    """A catalog in which every segment has a target: its source in capitals."""
    catalog = run(article).catalog
    return catalog.replace(entries=tuple(entry.replace(targets=(entry.source.upper(),)) for entry in catalog.entries))


def having(catalog: Catalog, source: str, **changes: object) -> Catalog:
    """The catalog with one entry changed."""
    assert any(entry.source == source for entry in catalog.entries)
    entries = (entry.replace(**changes) if entry.source == source else entry for entry in catalog.entries)
    return catalog.replace(entries=tuple(entries))


def one(catalog: Catalog, source: str, context: str = "p") -> Entry:
    """The entry of a source."""
    return next(entry for entry in catalog.entries if entry.key == (context, source))


def verbs(synced: Synced) -> list[str]:
    """What happened to each segment, then to what was retired or displaced."""
    return [change.verb for change in synced.changes]


def record(synced: Synced, verb: str) -> Record:
    """The one record with that verb."""
    (found,) = (record for record in synced.records if record.verb == verb)
    return found
