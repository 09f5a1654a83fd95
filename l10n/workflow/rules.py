"""Which checks are asked, and how bad it is what they find: by the register of checks and the settings of a project."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import ModuleType

from l10n import checks, files
from l10n.checks import Check
from l10n.checks.pairs import Rule
from l10n.errors import ProjectError
from l10n.model import Finding
from l10n.model.findings import SEVERITIES
from l10n.phrases import phrase
from l10n.project import Project
from l10n.project.settings import OFF
from l10n.project.values import line_of, meant

ALL: tuple[Check, ...] = (*checks.CHECKS, *checks.NAMES, *checks.CATALOGS, *checks.ORIGINALS, *checks.ARTICLES)
"""Every check, in the order in which a person wants to hear them."""
ITS = {one.name: one.its for one in ALL}
"""The ITS 2.0 type of the findings of each."""
ORDER = {one.name: number for number, one in enumerate(ALL)}


@cache
def module(check: str) -> ModuleType:
    """The module of a check."""
    return import_module(f"l10n.checks.{check}")


def rules(check: str) -> Mapping[str, Rule]:
    """The rules of a check by name."""
    found: Mapping[str, Rule] = module(check).RULES
    return found


def title(check: str) -> str:
    """What a check is about, in a sentence: the first of its module."""
    return (inspect.getdoc(module(check)) or "").partition("\n")[0].partition(": ")[2].rstrip(".")


def code(finding: Finding) -> str:
    """What settings and waivers call the rule of a finding: `numbers.missing`."""
    return f"{finding.check}.{finding.rule}"


@cache
def words() -> tuple[str, ...]:
    """What can be called off, or alone asked for: every check, and every check.rule."""
    return (*ITS, *(f"{check}.{rule}" for check in ITS for rule in rules(check)))


def is_known(word: str) -> bool:
    """Whether there is a check, or check.rule, of this name."""
    return word in ITS or word in words()


def parts(word: str) -> tuple[str, ...]:
    """Every check.rule that a check, or a check.rule, stands for."""
    return (word,) if word not in ITS else tuple(f"{word}.{rule}" for rule in rules(word))


def hint(word: str) -> str:
    """The name that was meant where there is none of this name."""
    return meant(word, words(), ITS)


def said(project: Project, name: str) -> tuple[str, str, str]:
    """Of a check.rule: how bad it is in this project, what it says, and what its check is about."""
    check, _, rule = name.partition(".")
    one, told = rules(check).get(rule), project.settings.checks.severity
    usual = one.severity if one else SEVERITIES[1]
    severity = told.get(name, told.get(check, usual))
    return usual if severity == OFF else severity, one.says if one else title(check), title(check)


@dataclass(frozen=True)
class Rules:
    """The checks that are asked of a project, and the severity of each finding."""

    severities: Mapping[str, str] = field(default_factory=dict)
    """By check or check.rule."""
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    """Each check.rule that is asked; all where it is empty."""
    skip: frozenset[str] = frozenset()
    """Each check.rule that is not."""
    _known: dict[tuple[str, str, str], str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, project: Project, only: Iterable[str] = (), skip: Iterable[str] = ()) -> Rules:
        """Those of the settings; only, skip: known checks or check.rules. ProjectError for a check that is none."""
        said = project.settings.checks
        for table in (said.severity, *said.kinds.values()):
            for word in table:
                if not is_known(word):
                    raise _refused(project, word)
        asked, left = ({part for word in some for part in parts(word)} for some in (only, skip))
        return cls(said.severity, said.kinds, frozenset(asked), frozenset(left))

    def asked(self, some: Collection[Check]) -> tuple[str, ...]:
        """The names of those checks that may have something to say."""
        return tuple(one.name for one in some if any(map(self._is_asked, parts(one.name))))

    def severity(self, finding: Finding, kind: str) -> str:
        """How bad a finding is in a unit of this kind: one of SEVERITIES, or "off"."""
        key = (finding.check, finding.rule, kind)
        said = self._known.get(key)
        if said is None:
            said = self._known[key] = self._said(code(finding), finding.check, kind)
        return said or finding.severity

    def _is_asked(self, name: str) -> bool:
        return name not in self.skip and (not self.only or name in self.only)

    def _said(self, name: str, check: str, kind: str) -> str:
        if not self._is_asked(name):
            return OFF
        tables = (self.kinds.get(kind, {}), self.severities)
        return next((table[word] for table in tables for word in (name, check) if word in table), "")


def is_as_bad(severity: str, least: str) -> bool:
    """Whether a severity is `least` or worse; "none" is as bad as nothing."""
    return severity in SEVERITIES and least in SEVERITIES and SEVERITIES.index(severity) <= SEVERITIES.index(least)


def _refused(project: Project, word: str) -> ProjectError:
    """The refusal of a check that the settings name and that there is not."""
    lines = files.read(project.settings_file)[0].decode("utf-8", "replace").splitlines()
    path = str(project.settings_file)
    return ProjectError(
        phrase("there is no check `{word}`", word=word), where=path, line=line_of(lines, word), hint=hint(word)
    )
