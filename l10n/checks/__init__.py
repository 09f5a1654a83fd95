"""Checks: what a text says that it should not, one file a check, each a pure generator of findings.

    pairs         what a check is given: a source, a target, what stands in each
    articles      the same of many segments, with what the ledger knows
    wording       sentences that several checks say, and languages as sentences name them
    CHECKS …      the registers: every check, and the ITS 2.0 issue type of its findings
    run           the findings of all checks of a segment; run_source, of an original

A check is a module of the name it bears, with RULES (by rule its severity and what it says), `check(pair)` for a
target beside its source, and, where it has something to say of an original, `check_source(text, kind)`.  Its table of
passes and fails, which a linguist can edit, is `tables/<check>.toml`.  Some have modules or data of their own:

    terminology   persons (whether it is the one whom the source names), likeness (words that look like a name, and the
                  form that was meant), texts (what it is given)
    quotations    speech
    characters    letters (look-alikes), uyghur_letters, mojibake
    numbers       amounts (words, units, minus signs, ranges), said (what explains a number of the other side)
    omission      lists, acronyms, brands
    untranslated  copied, tongues, remnants (words of the source in the midst of a target)
    negation      verbs

What a check has to know beside the two texts (mentions of names, renderings) comes as an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from l10n.checks.pairs import Pair, Text
    from l10n.model import Finding


class Check(NamedTuple):
    """A row of the register."""

    name: str
    """That of its module, and what `--only` says."""
    its: str
    """ITS 2.0 Localization Quality Issue type of its findings."""


CHECKS = (
    Check("omission", "omission"),
    Check("untranslated", "untranslated"),
    Check("length", "length"),
    Check("markup", "markup"),
    Check("numbers", "numbers"),
    Check("dates", "numbers"),
    Check("contraries", "mistranslation"),
    Check("quotations", "mistranslation"),
    Check("negation", "mistranslation"),
    Check("typographical", "typographical"),
    Check("characters", "characters"),
    Check("whitespace", "whitespace"),
    Check("duplication", "duplication"),
)
"""Those that read a segment, in the order in which a person wants to hear them."""

WHOLE = frozenset({("omission", "empty"), ("untranslated", "whole"), ("untranslated", "other")})
"""Findings after which nothing else is worth saying of a target."""

CATALOGS = (Check("format", "pattern-problem"),)
"""Those that read the entries of a catalog as gettext does: `check_catalog(catalog)` gives (entry, finding)."""

ARTICLES = (Check("inconsistency", "inconsistency"), Check("process", "other"))
"""Those that read many segments together: `check_article(rows)` gives (number of the row, finding)."""

NAMES = (Check("terminology", "terminology"),)
"""Those that read what a glossary says beside a segment: `terminology(texts, expected, language)`."""

ORIGINALS = (Check("entities", "inconsistent-entities"),)
"""Those that read all texts of an original together: `spelling(texts, form, reason)` gives (number, finding)."""


def run(pair: Pair, only: Collection[str] = ()) -> Iterator[Finding]:
    """What the checks say of a target; only: names of those that are asked, all where it is empty.

    After a finding of WHOLE nothing else is said.
    """
    blank = not pair.target.text.strip()
    for name, check in _targets():
        if (only and name not in only) or (blank and name != "omission"):
            continue
        for one in check(pair):
            yield one
            if (one.check, one.rule) in WHOLE:
                return


def run_source(text: Text, kind: str, only: Collection[str] = ()) -> Iterator[Finding]:
    """What the checks say of a text of an original."""
    for name, check in _sources():
        if not only or name in only:
            yield from check(text, kind)


@cache
def _targets() -> tuple[tuple[str, Callable[[Pair], Iterator[Finding]]], ...]:
    return tuple((one.name, import_module(f"l10n.checks.{one.name}").check) for one in CHECKS)


@cache
def _sources() -> tuple[tuple[str, Callable[[Text, str], Iterator[Finding]]], ...]:
    modules = ((one.name, import_module(f"l10n.checks.{one.name}")) for one in CHECKS)
    return tuple((name, module.check_source) for name, module in modules if hasattr(module, "check_source"))
