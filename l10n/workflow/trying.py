"""What the checks say of texts as they are typed: exactly what they would say once the texts stood in the catalog.

    trial = Trial(original, side, rules)                      once for a side
    found = trial(key, "Он берёт 14 машин.")                  nothing is written
    every = trial.every()                                     of all texts that stand there

What is asked of one text is asked of that text alone; what is asked of many together, of all of them with that one.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from l10n import checks
from l10n.checks import inconsistency
from l10n.checks.articles import History, Row
from l10n.checks.texts import Texts
from l10n.model import Entry, Finding, Key
from l10n.workflow import histories, inspecting, saving, spots, view
from l10n.workflow.inspecting import Found, Inspector, Said
from l10n.workflow.rules import Rules
from l10n.workflow.saving import Edit
from l10n.workflow.spots import Original, Spoken


@dataclass
class Known:
    """What is known of texts by themselves, so that from one side to the next nothing is read and checked again."""

    findings: dict[tuple[object, ...], tuple[Finding, ...]] = field(default_factory=dict)
    """By all that they depend on but the glossary and the rules."""
    texts: dict[tuple[Key, str, str], Texts] = field(default_factory=dict)
    """With the names in them, by segment, source and target."""
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What they say, by themselves."""
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    """Held while all are checked: who asks for the same meanwhile waits, and finds it done."""


@dataclass(frozen=True)
class Trial:
    """One locale of an article, in which texts are tried."""

    original: Original
    side: view.Side
    rules: Rules
    known: Known = field(default_factory=Known)
    """Kept by whoever asks, as long as the original and the rules are the same."""

    def __call__(self, key: Key, target: str, forms: tuple[str, ...] = ()) -> tuple[Found, ...]:
        """What is found in a segment if this is its target, with these plural forms behind the first.

        ProjectError for a text that no catalog can hold.
        """
        entry = saving.typed(self.side.entries[key], Edit(key, target, "", "", forms))
        side = self._with(entry)
        one = spots.one(self.original, side, self.side.source.assembly.by_key[key])
        if one is None:
            return ()
        asked = inspecting.inspector(self.original.glossary, side, self.rules)
        spoken, texts = {**self.spoken, key: one}, dict(self.texts)
        texts.pop(key, None)
        if one.named:
            texts[key] = asked.read(one)
        found = {key: tuple(asked.segment(one, texts.get(key)))}
        return self._together(asked, spoken, texts, found, self._alike(one)).get(key, ())

    def every(self) -> dict[Key, tuple[Found, ...]]:
        """What is found in the texts that stand there, drafts included, waived ones too."""
        with self.known.lock:
            found = self._each()
        return self._together(self._asked, self.spoken, self.texts, found, self.spoken)

    def _each(self) -> dict[Key, tuple[Finding, ...]]:
        """What is found in each of the texts by itself."""
        found: dict[Key, tuple[Finding, ...]] = {}
        fresh: dict[tuple[object, ...], tuple[Finding, ...]] = {}
        for key, one in self.spoken.items():
            name = (key, one.pair.source.text, one.pair.target.text, one.pair.kind, one.pair.approved, one.pair.limit)
            said = self.known.findings.get(name)
            if said is None:
                said = tuple(self._asked.segment(one, self.texts.get(key)))
            found[key] = fresh[name] = said
        self.known.findings = fresh
        return found

    def _with(self, entry: Entry) -> view.Side:
        """The side with another entry."""
        entries = list(self.side.catalog.entries)
        entries[self._places[entry.key]] = entry
        return replace(self.side, catalog=self.side.catalog.replace(entries=tuple(entries)), _statuses={})

    @cached_property
    def _places(self) -> Mapping[Key, int]:
        """Where in the catalog the entries are."""
        return {one.key: place for place, one in enumerate(self.side.catalog.entries) if not one.obsolete}

    @cached_property
    def _asked(self) -> Inspector:
        return inspecting.inspector(self.original.glossary, self.side, self.rules)

    @cached_property
    def spoken(self) -> Mapping[Key, Spoken]:
        """The texts that stand there, by their segments."""
        return {one.spot.key: one for one in spots.spoken(self.original, self.side, drafts=True)}

    @cached_property
    def texts(self) -> Mapping[Key, Texts]:
        """Those whose sources have names in them, with the names."""
        found = {}
        for key, one in self.spoken.items():
            if one.named:
                name = (key, one.spot.source, one.spot.target)
                found[name] = self.known.texts.get(name) or self._asked.read(one)
        self.known.texts = found
        return {name[0]: text for name, text in found.items()}

    @cached_property
    def _said(self) -> Mapping[tuple[str, ...], list[Key]]:
        """By the words of a source or of a target, whose they are."""
        found: dict[tuple[str, ...], list[Key]] = {}
        words: dict[str, tuple[str, ...]] = {}
        for key, one in self.spoken.items():
            for text in (one.pair.source.text, one.pair.target.text):
                words[text] = said = self.known.words.get(text) or inconsistency.words(text)
                found.setdefault(said, []).append(key)
        self.known.words = words
        return found

    def _alike(self, one: Spoken) -> Collection[Key]:
        """The segments that a check of many texts may have to tell from this one: of the same words on a side."""
        pair = one.pair
        same = (self._said.get(inconsistency.words(text), ()) for text in (pair.source.text, pair.target.text))
        return {key for keys in same for key in keys}

    def _together(
        self,
        asked: Inspector,
        spoken: Mapping[Key, Spoken],
        texts: Mapping[Key, Texts],
        found: Mapping[Key, tuple[Finding, ...]],
        alike: Collection[Key],
    ) -> dict[Key, tuple[Found, ...]]:
        """What was found in some texts by themselves, with what is said of all together."""
        side = asked.side
        keys = [one.key for one in side.source.assembly.segments if one.key in spoken]
        every = [(key, one) for key, some in found.items() for one in some]
        every += [(key, one) for key, one in asked.catalog() if key in found]
        named = {n: texts[key] for n, key in enumerate(keys) if key in texts}
        every += [(keys[n], one) for n, one in asked.names(named)]
        every += [(keys[n], one) for n, one in asked.originals([spoken[key] for key in keys])]
        row = [key for key in keys if key in found or key in alike]
        numbers = {key: number for number, key in enumerate(row)}
        said = tuple((numbers[key], one) for key, one in every if key in found)
        rows = self._rows(side, [spoken[key] for key in row], found)
        told = Said(tuple(spoken[key].spot for key in row), said, rows, frozenset(numbers[key] for key in found))
        together: dict[Key, tuple[Found, ...]] = {}
        for one in inspecting.together([told], self.rules).found:
            together[one.spot.key] = (*together.get(one.spot.key, ()), one)
        return together

    def _rows(self, side: view.Side, spoken: Iterable[Spoken], asked: Collection[Key]) -> tuple[Row, ...]:
        """As the checks that read many get them; the steps of a text say nothing of another."""
        if side.is_source or side.source.article.is_glossary or not self.rules.asked(checks.ARTICLES):
            return ()
        steps = {key: histories.history(side, key, self.original.side) for key in asked}
        return tuple(Row(one.spot.article, one.pair, steps.get(one.spot.key, History())) for one in spoken)
