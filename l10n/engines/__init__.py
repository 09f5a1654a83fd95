"""Engines: machine translators behind one contract. Their drafts are drafts, and say so.

    settings     the engines that a project names; nothing is sent to any other
    asking       a request goes through: protection, cache, ceiling, batches, further attempts, judgement
    protection   what a draft must keep goes as marks, `restoring` puts it back, `judging` looks at the rest
    cache        answers on the disk, so that nobody is asked twice
    http         the one door to the network; `keys` pass through it alone
    effort       what a draft was worth: kept as it was, chrF and TER against the approved text

A further engine is one file, with a subclass of `Engine` and a `Kind`, and one line in ENGINES.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from l10n.engines import apertium, chat, deep, deepl, libre, pseudo, settings
from l10n.engines.asking import Cost, cost, translate
from l10n.engines.cache import PLACE, Cache
from l10n.engines.contract import CEILING, ERROR, Draft, Engine, Name, Pair, Policy, Reply, Request, Service, Text
from l10n.engines.effort import Effort, effort
from l10n.engines.settings import Kind

ENGINES: tuple[Kind, ...] = (
    apertium.KIND,
    chat.KIND,
    deepl.KIND,
    deep.GOOGLE,
    libre.KIND,
    deep.MICROSOFT,
    deep.MYMEMORY,
    pseudo.KIND,
)

__all__ = [
    "CEILING",
    "ENGINES",
    "ERROR",
    "PLACE",
    "Cache",
    "Cost",
    "Draft",
    "Effort",
    "Engine",
    "Kind",
    "Name",
    "Pair",
    "Policy",
    "Reply",
    "Request",
    "Service",
    "Text",
    "configured",
    "cost",
    "effort",
    "translate",
]


def configured(tables: Mapping[str, Any], environ: Mapping[str, str]) -> tuple[Service, ...]:
    """The services that the settings of a project name, in their order; nobody is asked anything.

    tables: `[tool.l10n.engines]` as a mapping. ProjectError for a wrong word or type, Refused where a key is missing.
    """
    return settings.configured(tables, environ, ENGINES)
