"""What several commands share: arguments, options, and the articles that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from l10n.cli.talk import say

if TYPE_CHECKING:
    from l10n.project import Article, Project

ARTICLES = click.argument("articles", nargs=-1)
JSON = click.option("--json", "as_json", is_flag=True, help="Data for other programs.")
LOCALES = click.option("-l", "--locale", "locales", multiple=True, metavar="TAG", help="Only this locale; repeatable.")


def load(context: click.Context) -> Project:
    """The project of the folder that the command works on."""
    from l10n.project import Project

    return Project.load(context.obj)


def chosen(
    context: click.Context,
    names: Sequence[str],
    locales: Sequence[str] = (),
    *,
    quiet: bool = False,
    variants: bool = False,
) -> tuple[Project, tuple[Article, ...]]:
    """The project and the articles that are meant; UsageError for a locale that it does not have.

    variants: script variants are meant, too.
    """
    project = load(context)
    for tag in locales:
        base = project.settings.variants.get(tag)
        if base and not variants:
            raise click.UsageError(f"`{tag}` is converted from `{base}` and has no catalog: name `{base}`")
        if not base and tag not in project.settings.locales:
            raise click.UsageError(f"`{tag}` is not among the project's locales: {', '.join(project.settings.locales)}")
    articles = project.chosen(list(names))
    if not articles and not quiet:
        say("hint: there is no article yet: put one (.html, .md, .txt) into `source/`")
    return project, articles
