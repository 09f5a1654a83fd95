"""One entry of the glossary, written by a person: added, changed or removed in its file, which keeps every other byte.

The catalogs of the glossary follow at once, and what a new entry is called is drafted, as `l10n sync` drafts it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from l10n import glossary
from l10n.errors import GlossaryError
from l10n.glossary import Cut, Name
from l10n.phrases import phrase
from l10n.project import Project
from l10n.text import nfc
from l10n.workflow import naming, syncing
from l10n.workflow.syncing import Options
from l10n.workflow.writing import alone

FIELDS = ("form", "kind", "id", "also", "former", "sex", "origin", "original", "note", "translate", "never")
"""What a person may change of an entry."""
LONGEST_NOTE = 2_000
"""Characters."""


class Stale(Exception):
    """The entry is another one than its writer saw, or is gone; `now` is what stands there."""

    def __init__(self, ref: str, now: Name | None) -> None:
        super().__init__(ref)
        self.now = now


def digest(name: Name) -> str:
    """What tells an entry from what it was before."""
    said = "\0".join(f"{key}={getattr(name, key)!r}" for key in FIELDS)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def change(project: Project, ref: str, values: Mapping[str, Any], seen: str, options: Options) -> Name:
    """The entry with these values, once it is written.

    seen: the digest of the entry that its writer saw; Stale where another stands there.  GlossaryError for values that
    cannot be meant; nothing is written then.
    """
    _check(project, values)
    with alone(project):
        before = {name.ref: name for name in naming.source(project).names}.get(ref)
        if before is None or digest(before) != seen:
            raise Stale(ref, before)
        new = replace(before, **values)
        changed = {key: value for key, value in values.items() if getattr(before, key) != value}
        wrote = bool(changed) and naming.edit(project, lambda text: glossary.changed(text, ref, **changed))
    if wrote:
        follow(project, options)
    return replace(new, line=0)


def add(project: Project, name: Name, options: Options) -> Name:
    """A new entry at the end of the file; GlossaryError where it contradicts another, or itself."""
    _check(project, {key: getattr(name, key) for key in FIELDS})
    with alone(project):
        naming.edit(project, lambda text: glossary.added(text, [name]))
    follow(project, options)
    return name


def remove(project: Project, ref: str, seen: str, options: Options) -> Cut:
    """Take an entry out of the file; what its renderings were stays in the catalogs, as of a sentence that is gone.

    What was taken out, which `put_back` puts back.
    seen: the digest of the entry as it is meant; Stale where another stands there.
    """
    taken: list[Cut] = []

    def take(text: str) -> str:
        taken.append(glossary.cut(text, ref))
        return glossary.removed(text, ref)

    with alone(project):
        now = {name.ref: name for name in naming.source(project).names}.get(ref)
        if now is None or digest(now) != seen:
            raise Stale(ref, now)
        naming.edit(project, take)
    follow(project, options)
    return taken[-1]


def put_back(project: Project, cut: Cut, options: Options) -> None:
    """Put back what was taken out; its renderings are what they were, approvals included.

    GlossaryError where another entry claims one of its forms by now.
    """
    with alone(project):
        naming.edit(project, lambda text: glossary.put_back(text, cut))
    follow(project, options)


def follow(project: Project, options: Options) -> None:
    """Bring the catalogs of the glossary up to date, and draft what has no rendering."""
    article = project.glossary
    if article is not None:
        syncing.sync_articles(project, [article], options)


def _check(project: Project, values: Mapping[str, Any]) -> None:
    """GlossaryError for what a file could hold and a newsroom cannot mean."""
    for key in ("form", "original", "also", "former"):
        given = values.get(key, ())
        _sound([form for form in ((given,) if isinstance(given, str) else given) if form])
    never = dict(values.get("never", {}))
    if "" in never and len(never) > 1:
        raise GlossaryError(
            phrase("`never` is said for all languages and for one"), hint=phrase("say all of it by language")
        )
    for locale, forms in never.items():
        if locale and locale not in project.settings.locales:
            hint = phrase("the project's locales are {locales}", locales=", ".join(project.settings.locales))
            raise GlossaryError(phrase("`never` names `{locale}`", locale=locale), hint=hint)
        _sound(forms)
    note = str(values.get("note", ""))
    if len(note) > LONGEST_NOTE:
        raise GlossaryError(
            phrase("the note has {n:,} characters", n=len(note)),
            hint=phrase("{most:,} are enough", most=LONGEST_NOTE),
        )
    if "form" in values and not values["form"]:
        raise GlossaryError(phrase("an entry has no form"), hint=phrase("write the name in English"))


def _sound(forms: Sequence[str]) -> None:
    if fault := glossary.fault_of(forms):
        raise GlossaryError(fault[0], hint=fault[1])


def forms(said: str) -> tuple[str, ...]:
    """The forms in a text that has one a line, each once."""
    return tuple(dict.fromkeys(nfc(" ".join(line.split())) for line in said.splitlines() if line.strip()))


def note(said: str) -> str:
    """A note as a file holds it: lines of text, no control characters."""
    lines = ("".join(c for c in line if c.isprintable()).rstrip() for line in nfc(said).splitlines())
    return "\n".join(lines).strip()
