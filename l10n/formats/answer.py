"""Answers of translate: None where nothing changed, refused where the inline codes are not those of the source."""

from __future__ import annotations

import re
from collections.abc import Callable

from l10n import codes
from l10n.errors import NotReady
from l10n.model import Unit
from l10n.phrases import changed, phrase, word

Translate = Callable[[Unit], str]

HAS_WORDS = re.compile(r"[^\W_]")
"""A unit holds a letter or a digit."""

FOREIGN = re.compile("(" + "|".join(map(re.escape, codes.FOREIGN)) + ")")


def ask(translate: Translate, unit: Unit) -> str | None:
    """The answer to a unit; None where it is the source. NotReady where its codes are not those of the source."""
    answer = translate(unit)
    if answer == unit.source:
        return None
    if "<" in answer or "<" in unit.source:
        passages = max(map(answer.count, codes.FOREIGN)) if "foreign>" in answer else 0
        source, said = unit.source, answer
        if passages:
            source += "<foreign0></foreign0>" * passages
            said = FOREIGN.sub(lambda match: match[0].replace("foreign", "foreign0"), answer)
        fault = codes.fault(source, said)
        if fault:
            raise NotReady(
                phrase(
                    "{kind} “{source}”: {fault}",
                    kind=word("kind", unit.kind),
                    source=_short(unit.source),
                    fault=changed(fault, lambda text: text.replace("foreign0", "foreign")),
                ),
                line=unit.line,
                hint=phrase("correct the inline codes of the target: each stands there once, as in the source"),
            )
    return answer


def plain(answer: str) -> str:
    """The words of an answer whose place holds no codes and no marks of foreign passages."""
    return codes.unescape(FOREIGN.sub("", answer))


def _short(source: str) -> str:
    return source if len(source) <= 60 else source[:59] + "…"
