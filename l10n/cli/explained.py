"""What a check is about, in words: `l10n check --explain CHECK`, and all of them in a table."""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from l10n import checks, files
from l10n.cli.found import COLUMNS, as_json
from l10n.cli.marking import marked, shown
from l10n.cli.talk import width
from l10n.project import Project
from l10n.project.settings import OFF
from l10n.workflow import rules

EXAMPLES = 3
"""Of passes, and of fails."""


def severities(project: Project, check: str) -> Iterator[tuple[str, str, str]]:
    """Each rule of a check, how bad it is in this project, and what it says."""
    said = project.settings.checks.severity
    for name, rule in rules.rules(check).items():
        yield name, said.get(f"{check}.{name}", said.get(check, rule.severity)), rule.says


def table(project: Project, as_data: bool) -> None:
    """Every check, its type, and what it is about."""
    rows = []
    for name, its in rules.ITS.items():
        rows.append((name, its, {rule: severity for rule, severity, _ in severities(project, name)}))
    if as_data:
        data = [{"check": name, "type": its, "about": rules.title(name), "rules": found} for name, its, found in rows]
        click.echo(as_json(data))
        return
    for name, its, found in rows:
        off = " (off)" if set(found.values()) == {OFF} else ""
        click.echo(f"{name:15} {its:16} {rules.title(name)}{off}")


def explain(project: Project, check: str) -> None:
    """The words of a check, its rules as the project has them, and examples of what passes and what fails."""
    click.echo(f"{check}  (ITS 2.0: {rules.ITS[check]})\n")
    click.echo(f"{inspect.getdoc(rules.module(check)) or ''}\n")
    found = list(severities(project, check))
    column = max(len(name) for name, _, _ in found) + 2
    for name, severity, says in found:
        default = rules.rules(check)[name].severity
        usual = f" Without the settings: {default}." if severity != default else ""
        click.echo(f"  {name:{column}}{severity:9}{says}{usual}")
    examples = _table(check)
    for way, heading in (("pass", "passes:"), ("fail", "fails:")):
        some = _chosen(examples.get(way, []))
        if some:
            click.echo(f"\n{heading}")
        for row in some:
            _print(row)


def _table(check: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(files.read(Path(checks.__file__).parent / "tables" / f"{check}.toml")[0].decode("utf-8"))
    except FileNotFoundError:
        return {}


def _chosen(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Some rows that can be shown as texts, of as many languages and rules as there are."""
    able = [row for row in rows if "target" in row or "text" in row or "segments" in row]
    found: list[Mapping[str, Any]] = []
    for keys in (("rule", "to"), ("to",), ("rule",), ()):
        for row in able:
            is_new = all(row.get(key) not in [one.get(key) for one in found] for key in keys)
            if len(found) < EXAMPLES and is_new and row not in found:
                found.append(row)
    return found


def _print(row: Mapping[str, Any]) -> None:
    """A row of a table, the words that are wrong marked."""
    rule = f"{row['rule']}: " if "rule" in row else ""
    if "segments" in row:
        click.echo(f"  {row['from']} → {row['to']}")
        for article, kind, source, target in row["segments"]:
            click.echo(f"    {shown(article)} {shown(kind)}: {shown(source)} → {shown(target)}")
        return
    text = row.get("target", row.get("text", ""))
    if "source" in row:
        click.echo(f"  {rule}{row['from']} → {row['to']}")
        click.echo(f"    {shown(row['source'])}")
    else:
        click.echo(f"  {rule}{row['language']}, an original")
    at = row.get("at", "")
    start = text.rfind(at) if row.get("last") else text.find(at)
    for line in marked(text, (start, start + len(at)) if at and start >= 0 else None, (width() or COLUMNS) - 4):
        click.echo(f"    {line}")
