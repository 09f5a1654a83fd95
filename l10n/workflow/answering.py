"""Answers to what a translator asked beside a text; neither the text nor anybody's word on it changes."""

from __future__ import annotations

from dataclasses import replace

from l10n import comments, ledger
from l10n.errors import ProjectError
from l10n.ledger.review import one_line
from l10n.model import Key
from l10n.phrases import phrase
from l10n.workflow import saving, view, writing


def answer(source: view.Source, locale: str, key: Key, said: str, *, who: str, when: str) -> bool:
    """Write an answer to all that is asked of a segment; False where nothing is, or no longer.

    ProjectError for somebody who may not, and for what no catalog can hold.
    """
    ledger.require(who, source.project.settings.people, locale=locale)
    said = one_line(saving.cleaned(said))
    if not said:
        raise ProjectError(phrase("an answer says something"), hint=phrase("say it in a sentence or two"))

    def attempt() -> bool:
        side = view.side(source, locale, when=when)
        entries = side.catalog.entries
        if not any(one.key == key and comments.questions(one) for one in entries if not one.obsolete):
            return False
        told = tuple(
            one.replace(comments=comments.answered(one.comments, who, said))
            if one.key == key and not one.obsolete
            else one
            for one in entries
        )
        writing.plan(replace(side, catalog=side.catalog.replace(entries=told))).put()
        return True

    with writing.locked(source.project):
        return writing.steadily(attempt)
