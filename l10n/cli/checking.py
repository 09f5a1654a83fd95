"""`l10n check`: what the checks say of articles and their translations."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.shared import ARTICLES, JSON, LOCALES, Grouped, chosen
from l10n.cli.talk import progress, visible

if TYPE_CHECKING:
    from l10n.workflow.inspecting import Checked

GROUPS = {
    "What is checked": ("locales", "segments", "drafts"),
    "Which findings": ("only", "skip", "waived"),
}
"""How the help groups the options."""


@click.command(cls=Grouped, groups=GROUPS)
@ARTICLES
@LOCALES
@click.option("-s", "--segment", "segments", multiple=True, metavar="ID", help="Only this segment; repeatable.")
@click.option("--drafts", is_flag=True, help="Fuzzy targets, too.")
@click.option("--only", metavar="CHECK", multiple=True, help="Only this check, or check.rule; repeatable.")
@click.option("--skip", metavar="CHECK", multiple=True, help="Not this check, or check.rule; repeatable.")
@click.option("--waived", is_flag=True, help="Show findings that were waived, too.")
@JSON
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """What is wrong with articles and their translations.

    Reads every target that is no draft beside its source, and the articles themselves.  How bad each finding is, and
    which fail, `[checks]` says in the settings.  Exit status 1: there is an open finding that fails.

    \b
    l10n check                        everything
    l10n check border -l ru           one article in one locale
    l10n check --only numbers         one check
    """
    from l10n import workflow
    from l10n.cli.found import as_json, counts, print_found, row
    from l10n.workflow import inspecting
    from l10n.workflow.rules import Rules

    project, articles = chosen(context, given["articles"], given["locales"])
    only, skip = _known("--only", given["only"]), _known("--skip", given["skip"])
    asked = Rules.of(project, only, skip)
    options = inspecting.Options(asked, given["locales"], given["drafts"], given["segments"])
    with progress(len(articles), "checked") as step, workflow.workers(len(articles)) as executor:
        checked = inspecting.check(project, articles, options, executor, step)
    if given["as_json"]:
        found = [row(one) for one in checked.found if given["waived"] or one.waiver is None]
        click.echo(as_json({"findings": found, "counts": {**counts(checked.found), "texts": checked.texts}}))
    else:
        print_found(checked, waived=given["waived"])
    if _fails(checked, project.settings.checks.fail):
        sys.exit(1)


def _fails(checked: Checked, least: str) -> bool:
    from l10n.workflow import rules

    return any(rules.is_as_bad(one.finding.severity, least) for one in checked.open)


def _known(option: str, words: Iterable[str]) -> tuple[str, ...]:
    """These words, each a check or check.rule; UsageError for one that is none."""
    from l10n.workflow import rules

    for word in words:
        if not rules.is_known(word):
            raise click.UsageError(f"{option}: there is no check `{visible(word)}`; {rules.hint(word)}")
    return tuple(words)
