"""Names of an original that disagree: what the room of names finds, as findings in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks import entities
from l10n.glossary import Glossary
from l10n.model import Finding
from l10n.names.discovery import Passage
from l10n.workflow.discovering import discovered, seamless


def findings(texts: Sequence[tuple[str, str]], locale: str, glossary: Glossary) -> Iterator[tuple[int, Finding]]:
    """The findings of the texts of an article, each with the kind of its unit, by their numbers."""
    passages = [Passage(seamless(said), str(number), kind) for number, (said, kind) in enumerate(texts)]
    said = [one for one, _ in texts]
    for one in discovered(passages, locale, glossary).disagreements:
        yield from entities.spelling(said, one.forms[0], one.reason, one.better)
