"""The glossary: what no person has rendered yet is drafted by the rules of l10n.names, when `l10n sync` meets it.

A draft is fuzzy, and says what it is:

    # l10n-origin: practical transcription; letters of an English name
    #. drafted from: en Ilham Tohti; ug ئىلھام توختى
    #. by way of: ru …
    #. other forms: Илхам Тохти (…); …

It is made anew only where the forms that it was drafted from are others now (a Russian form was typed, from which the
Kazakh one follows), and only as long as no person has looked at it; what stood there is one of the other forms then.
Where nothing could be made, `#. no form is known, from: …` says so, and the rules are asked again for other forms only.
A name that is not translated is its own rendering; who wrote so into the glossary stands for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from l10n import codes, comments, glossary, names
from l10n.glossary import Name
from l10n.ledger import Ledger
from l10n.model import Catalog, Entry, Record, State
from l10n.names import Candidate
from l10n.workflow import view

DRAFTED = "drafted from: "
UNKNOWN = "no form is known, from: "
BY_WAY = "by way of: "
OTHERS = "other forms: "
PALLADIUS = "Palladius"
"""The standard of Chinese names in Russian, which Kazakhstan's Kazakh press follows."""
MOST_OTHERS = 5
SPELT = ("person", "place")
"""Kinds whose names are written by sound; of the others only what CLDR or a list names is offered."""
TOLD = 10
"""So many entries are looked at between two steps of a counter."""
KEPT = 50_000
"""Answers of the rules that are kept: a glossary of 10,000 names in three languages, twice."""
SETTLED = ("usual form", "traditional form", "press form", "Uyghur place names", "Kazakh usage")
"""Standards of l10n.names that are lists of names, beside CLDR."""
OWN = "known form"
"""The standard of a candidate that was given."""
SAME = "not translated: the glossary says so"
"""Note in the record of a rendering that is the English form."""


@dataclass(frozen=True)
class Filler:
    """Drafts for the glossary of a project as it is now."""

    source: view.Source
    by: str
    when: str
    progress: Callable[[int, int], None] | None = None
    """Told how many entries of all target locales are looked at, of how many."""

    @cached_property
    def by_ref(self) -> dict[str, Name]:
        """The names by ref."""
        return {name.ref: name for name in self.source.names}

    @cached_property
    def aligned(self) -> dict[str, view.Aligned]:
        """By target locale, as far as files and people go."""
        return {locale: self._align(locale) for locale in self.source.targets}

    def _align(self, locale: str) -> view.Aligned:
        return view.aligned(self.source, locale, by=self.by, when=self.when)

    def side(self, locale: str) -> view.Side:
        """The side of a locale with its drafts; read anew where it is asked for once more."""
        _ = self.known  # what was read to know them need not be read again
        one = self.aligned.pop(locale, None) or self._align(locale)
        return view.filled(one, self.fill)

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """By ref of a name, then by locale: what somebody stands for, and the form of its own language."""
        found: dict[str, dict[str, str]] = {}
        for name in self.source.names:
            tag = glossary.tag(name.origin)
            found[name.ref] = {tag: name.original} if name.original and tag else {}
        for locale, aligned in self.aligned.items():
            for name in self.source.names:
                key, side = self.source.key_of[name.ref], aligned.side
                entry = side.entries[key]
                if not (entry.fuzzy or entry.empty) and side.status(key).state >= State.TRANSLATED:
                    found[name.ref][locale] = codes.unescape(entry.target).strip()
        return found

    def fill(self, locale: str, catalog: Catalog, ledger: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        """The catalog of a locale with drafts where it has none; the record of each text that is no draft."""
        if locale == self.source.locale:
            return catalog, ()
        names_by_key = {self.source.key_of[name.ref]: name for name in self.source.names}
        entries, records = [], []
        for number, entry in enumerate(catalog.entries):
            self._tell(locale, number)
            name = None if entry.obsolete else names_by_key.get(entry.key)
            new = entry if name is None else self._filled(entry, name, locale, ledger)
            if name is not None and new is not entry and not name.translate:
                records.append(Record("translate", self.by, self.when, digest=ledger.digest(new), note=SAME))
            entries.append(new)
        return (catalog.replace(entries=tuple(entries)) if entries != [*catalog.entries] else catalog), tuple(records)

    def _tell(self, locale: str, number: int) -> None:
        if self.progress is not None and number % TOLD == 0 and locale in self.source.targets:
            total = len(self.source.names)
            before = self.source.targets.index(locale) * total
            self.progress(min(before + number, before + total), total * len(self.source.targets))

    def _filled(self, entry: Entry, name: Name, locale: str, ledger: Ledger) -> Entry:
        if not name.translate:
            return entry.replace(targets=(entry.source,)).flagged(False) if entry.empty else entry
        if not entry.empty and not is_untouched(entry, ledger):
            return entry
        given = {tag: form for tag, form in self.known[name.ref].items() if tag != locale or form == name.original}
        made_from = _made_from(name, given)
        asked = [line for line in entry.extracted if line.startswith(UNKNOWN if entry.empty else DRAFTED)]
        if asked == (_unknown(made_from) if entry.empty else made_from):
            return entry
        way = _way(name, locale, given)
        found = offered(name, locale, {**given, **way})
        if not found:
            rest = (line for line in entry.extracted if not line.startswith(UNKNOWN))
            return entry.replace(extracted=(*rest, *_unknown(made_from))) if entry.empty else entry
        told = [line for tag, form in way.items() for line in comments.wrapped(BY_WAY, f"{tag} {form}")]
        return _draft(entry, found, [*made_from, *told])


def offered(name: Name, locale: str, given: Mapping[str, str]) -> list[Candidate]:
    """Renderings of a name in a locale, best first, from these forms in other languages."""
    found = _asked(names.candidates, name.form, locale, name.origin, tuple(sorted(given.items())))
    own = [
        Candidate(one.text, "own script", "the form of its own language, from the glossary")
        for one in found
        if one.standard == OWN
    ]
    if own:  # nobody asks how else it could be spelt
        return own
    rest = [one for one in found if one.standard != OWN]
    settled = [one for one in rest if is_settled(one)]
    return settled if name.kind not in SPELT or rest[:1] == settled[:1] else rest


def is_settled(one: Candidate) -> bool:
    """Whether a form is what a name is called, and no guess at its spelling."""
    return one.standard.startswith("CLDR") or one.standard in SETTLED


@lru_cache(maxsize=KEPT)
def _asked(
    ask: Callable[..., list[Candidate]], form: str, locale: str, origin: str, given: tuple[tuple[str, str], ...]
) -> tuple[Candidate, ...]:
    """What the rules offer; kept, because a sync asks twice: for what articles tell of names, and for the glossary."""
    return tuple(ask(form, "en", locale, origin or None, dict(given)))


def _way(name: Name, locale: str, given: Mapping[str, str]) -> dict[str, str]:
    """The Russian form that a Kazakh one is taken from: that of a Chinese name which nobody rendered yet."""
    if locale.partition("-")[0] != "kk" or "ru" in given:
        return {}
    best = next(iter(offered(name, "ru", given)), None)
    return {"ru": best.text} if best is not None and best.standard == PALLADIUS else {}


def is_untouched(entry: Entry, ledger: Ledger) -> bool:
    """A draft of ours, for the source as it is, that no person typed, let stand or spoke of."""
    if not entry.fuzzy or entry.previous is not None or not any(map(_is_drafted, entry.extracted)):
        return False
    said = ledger.said(ledger.digest(entry))
    return bool(said.drafts) and not (said.people or said.words or said.sent_back or said.backed)


def _is_drafted(line: str) -> bool:
    return line.startswith(DRAFTED)


def _made_from(name: Name, given: Mapping[str, str]) -> list[str]:
    """The lines that say what a draft is made from."""
    forms = (f"{tag} {form}" for tag, form in (("en", name.form), *sorted(given.items())))
    return comments.wrapped(DRAFTED, "; ".join(forms))


def _unknown(made_from: Sequence[str]) -> list[str]:
    """The lines that say that nothing could be made from these forms, so that the rules are not asked again."""
    return [UNKNOWN + line.removeprefix(DRAFTED) for line in made_from]


def _draft(entry: Entry, found: list[Candidate], made_from: list[str]) -> Entry:
    """An entry with the best candidate as its draft; what it was made from, and the next best, stand beside it."""
    best, *others = found
    forms = [codes.escape(one.text) for one in found[: MOST_OTHERS + 1]]
    said = [f"{one.text} ({one.standard})" for one in others[:MOST_OTHERS]]
    if not entry.empty and entry.target not in forms:
        said.append(f"{codes.unescape(entry.target)} (the draft before)")
    new = with_draft(entry, best.text, best.said)
    kept = (line for line in new.extracted if not line.startswith((BY_WAY, OTHERS)))
    return new.replace(extracted=(*kept, *made_from, *comments.wrapped(OTHERS, "; ".join(said))))


def with_draft(entry: Entry, form: str, origin: str) -> Entry:
    """An entry with this form as a draft of that origin."""
    kept = tuple(line for line in entry.extracted if not line.startswith((DRAFTED, BY_WAY, UNKNOWN)))
    said = comments.with_origin(entry.comments, origin)
    return entry.replace(targets=(codes.escape(form),), comments=said, extracted=kept).flagged(True)
