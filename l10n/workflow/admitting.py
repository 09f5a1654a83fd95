"""Forms of a name that a locale admits beside its rendering, and those that it forbids, written by a person.

They stand in the glossary's catalog as comment lines of its translator, `# l10n-also: …` and `# l10n-never: …`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n import codes, comments, glossary, ledger
from l10n.errors import GlossaryError
from l10n.ledger import Ledger
from l10n.model import Catalog, Entry, Key, Record
from l10n.phrases import phrase
from l10n.workflow import view, writing
from l10n.workflow.writing import steadily


@dataclass(frozen=True, slots=True)
class Forms:
    """What a locale says of a name beside its rendering."""

    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: Entry) -> Forms:
        """Those of an entry of the glossary's catalog."""
        return cls(comments.also(entry), comments.never(entry))


def admit(source: view.Source, locale: str, key: Key, seen: Forms, wanted: Forms, *, who: str, when: str) -> bool:
    """Write these forms; False where others stand there than their writer saw, and nothing is written.

    source: the glossary.  ProjectError for somebody who may not, GlossaryError for forms that cannot be meant.
    """
    project = source.project
    ledger.require_writer(who, project.settings.people, locale)
    done = False

    def fill(tag: str, catalog: Catalog, known: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        nonlocal done
        entry = catalog.by_key().get(key)
        done = entry is not None and Forms.of(entry) == seen
        if entry is None or not done:
            return catalog, ()
        _check(entry, wanted)
        new = _with(entry, wanted)
        return catalog.replace(entries=tuple(new if one is entry else one for one in catalog.entries)), ()

    def attempt() -> bool:
        side = view.side(source, locale, when=when, fill=fill)
        if done and seen != wanted:
            writing.plan(side).put()
        return done

    with writing.locked(project):
        return steadily(attempt)


def _with(entry: Entry, wanted: Forms) -> Entry:
    ours = (comments.ALSO, comments.NEVER)
    rest = (line for line in entry.comments if not line.startswith(ours))
    also = (f"{comments.ALSO} {form}" for form in wanted.also)
    return entry.replace(comments=(*rest, *also, *(f"{comments.NEVER} {form}" for form in wanted.never)))


def _check(entry: Entry, wanted: Forms) -> None:
    """GlossaryError for a form that is no form, or is admitted and forbidden at once."""
    _sound(wanted.also)
    _sound(wanted.never)
    own = codes.unescape(entry.target)
    for form in wanted.never:
        if form == own:
            raise GlossaryError(
                phrase("`{form}` is the rendering itself", form=form), hint=phrase("save another rendering first")
            )
        if form in wanted.also:
            raise GlossaryError(
                phrase("`{form}` is admitted and forbidden", form=form), hint=phrase("decide which it is")
            )
    if own in wanted.also:
        raise GlossaryError(
            phrase("`{own}` is the rendering itself", own=own), hint=phrase("take it out of the other forms")
        )


def _sound(forms: Sequence[str]) -> None:
    if fault := glossary.fault_of(forms):
        raise GlossaryError(fault[0], hint=fault[1])
    for form in forms:
        if ";" in form:
            raise GlossaryError(phrase("`{form}` is read as one form", form=form), hint=phrase("write one form a line"))
