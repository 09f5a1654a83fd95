"""A name while its mentions are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from l10n.model import Term
from l10n.model.names import KINDS
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.listing import Found
from l10n.phrases import phrase


@dataclass
class Gathered:
    """One name and its mentions."""

    form: str
    kinds: list[str] = field(default_factory=list)
    whys: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    term: Term | None = None
    near: list[tuple[str, ...]] = field(default_factory=list)
    """The words before each mention of this form."""

    def add(self, part: Part, place: str) -> None:
        """One more mention."""
        self.kinds.append(part.kind)
        self.whys.setdefault(part.kind, part.why)
        self.places.append(place)
        self.near.append(part.near)

    def join(self, other: Gathered) -> None:
        """Mentions of another form of this name."""
        self.places += other.places
        self.forms += [other.form, *other.forms]
        if not any(self.kinds):
            self.kinds, self.whys = other.kinds, other.whys

    @property
    def words(self) -> tuple[str, ...]:
        """Of its form."""
        return tuple(self.form.split())

    def kind(self) -> str:
        """The kind that most mentions told; `term` where none did."""
        told = [kind for kind in self.kinds if kind]
        return max(KINDS, key=lambda kind: (told.count(kind), -KINDS.index(kind))) if told else "term"

    def found(self) -> Found:
        """What an editor is told of it."""
        kind = self.term.kind if self.term else self.kind()
        why = phrase("in the glossary") if self.term else self.whys.get(kind, phrase("a capital"))
        forms = tuple(dict.fromkeys(form for form in self.forms if form != self.form))
        return Found(self.form, kind, len(self.places), tuple(dict.fromkeys(self.places)), why, forms, self.term)
