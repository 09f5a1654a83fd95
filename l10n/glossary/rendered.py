"""A glossary in all its languages: what each name is called there, and how far that is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from l10n.glossary.reading import Name
from l10n.model import State, Term

LOCALE = "en"
"""The language of the forms in the file itself."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a name is called in one locale."""

    form: str
    state: State = State.INITIAL
    """Effective, by the ledger: `initial` is a draft, `translated` what somebody stands for."""
    also: tuple[str, ...] = ()
    """Further forms that are admitted, `# l10n-also: …`."""
    never: tuple[str, ...] = ()
    """Forms that are forbidden, `# l10n-never: …`."""


@dataclass(frozen=True)
class Glossary:
    """The names of a newsroom with their renderings."""

    names: tuple[Name, ...] = ()
    renderings: Mapping[str, Mapping[str, Rendering]] = field(default_factory=dict)
    """By locale, then by the ref of the name; nothing where it has no rendering."""

    @cached_property
    def by_ref(self) -> dict[str, Name]:
        """The names by what `Term.id` says."""
        return {name.ref: name for name in self.names}

    def terms(self, locale: str, least: State = State.INITIAL) -> tuple[Term, ...]:
        """The names as they are written in this locale, in the order of the file; `Term.id` is the ref of each.

        Those that have no rendering there yet are left out, and those whose state is below `least`; drafts are
        among them unless it says otherwise.
        """
        return tuple(self._terms(locale, least))

    def state(self, ref: str, locale: str) -> State:
        """How far the rendering of a name is settled; what is not translated, and English, are translated."""
        known = self.renderings.get(locale, {}).get(ref)
        least = State.TRANSLATED if locale == LOCALE or not self.by_ref[ref].translate else State.INITIAL
        return max(least, known.state) if known else least

    def _terms(self, locale: str, least: State) -> Iterator[Term]:
        known = self.renderings.get(locale, {})
        for name in self.names:
            own = known.get(name.ref)
            stands = locale == LOCALE or not name.translate
            if own is None and not stands:
                continue
            if least > State.INITIAL and self.state(name.ref, locale) < least:
                continue
            form = own.form if own and (name.translate or locale == LOCALE) else name.form
            also = (
                *(name.also if stands else ()),
                *(name.former if locale == LOCALE else ()),
                *(own.also if own else ()),
            )
            never = (*name.forbidden(locale), *(own.never if own else ()))
            yield Term(
                form=form,
                kind=name.kind,
                id=name.ref,
                sex=name.sex,
                origin=name.origin,
                also=tuple(one for one in dict.fromkeys(also) if one != form),
                never=tuple(one for one in dict.fromkeys(never) if one != form),
                translate=name.translate,
            )
