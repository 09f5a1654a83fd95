"""Which open findings keep segments from being ready: those as bad as the gate says, or worse, that nobody waived."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from l10n import checks
from l10n.model import Key
from l10n.model.findings import SEVERITIES
from l10n.phrases import phrase, word
from l10n.project import Project
from l10n.project.settings import NONE
from l10n.workflow import inspecting, naming, rules, view
from l10n.workflow.inspecting import Found
from l10n.workflow.rules import Rules
from l10n.workflow.spots import Original


def findings(side: view.Side, keys: Collection[Key], asked: Rules) -> dict[Key, tuple[Found, ...]]:
    """What the checks say of these segments of an article in one locale, drafts included."""
    return _findings(Original(side.source, naming.load(side.source.project)), side, keys, asked)


def _findings(original: Original, side: view.Side, keys: Collection[Key], asked: Rules) -> dict[Key, tuple[Found, ...]]:
    options = inspecting.Options(asked, drafts=True, changed=lambda original, side: keys)
    said = inspecting.of_side(original, side, options)
    found: dict[Key, tuple[Found, ...]] = {}
    for one in inspecting.together([said], asked).found:
        found[one.spot.key] = (*found.get(one.spot.key, ()), one)
    return found


@dataclass
class Against:
    """What stands against segments by the gate of a project; a side that is looked at again is not checked again."""

    least: str
    """One of SEVERITIES, or "none"."""
    rules: Rules
    _known: dict[tuple[str, str], dict[Key, str]] = field(default_factory=dict)
    _latest: Original | None = None

    @classmethod
    def of(cls, project: Project) -> Against:
        """ProjectError where the settings name a check that there is not."""
        least, asked = project.settings.gate.findings, Rules.of(project)
        others = [one for one in (*checks.ORIGINALS, *checks.ARTICLES) if not _may_be_as_bad(one.name, asked, least)]
        skip = {part for one in others for part in rules.parts(one.name)}
        return cls(least, Rules(asked.severities, asked.kinds, skip=frozenset(skip)))

    def __call__(self, side: view.Side, keys: Collection[Key]) -> Mapping[Key, str]:
        """Of those of these segments that have such a finding, what to say of it."""
        if self.least == NONE or not keys:
            return {}
        name = side.source.article.name, side.locale
        if name not in self._known:
            self._known[name] = self._look(side, keys)
        return {key: why for key, why in self._known[name].items() if key in keys}

    def _look(self, side: view.Side, keys: Collection[Key]) -> dict[Key, str]:
        if self._latest is None or self._latest.source is not side.source:
            self._latest = Original(side.source, naming.load(side.source.project))
        told: dict[Key, str] = {}
        for key, found in _findings(self._latest, side, keys, self.rules).items():
            bad = [one for one in found if one.waiver is None and rules.is_as_bad(one.finding.severity, self.least)]
            if bad:
                worst = min((one.finding.severity for one in bad), key=SEVERITIES.index)
                codes = ", ".join(dict.fromkeys(one.code for one in bad))
                told[key] = phrase("open {severity}: {codes}", severity=word("severity", worst), codes=codes)
        return told


def _may_be_as_bad(check: str, asked: Rules, least: str) -> bool:
    """Whether any finding of a check may be as bad as that, by its rules and by the settings."""
    words = (check, *rules.parts(check))
    said = [table[word] for table in (asked.severities, *asked.kinds.values()) for word in words if word in table]
    said += [rule.severity for rule in rules.rules(check).values()]
    return any(rules.is_as_bad(severity, least) for severity in said)
