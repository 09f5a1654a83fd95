"""What several commands share: arguments, options, and the articles that are meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.talk import counter, progress, say

if TYPE_CHECKING:
    from l10n.project import Article, Project
    from l10n.workflow import Options, Synced

ARTICLES = click.argument("articles", nargs=-1)
JSON = click.option("--json", "as_json", is_flag=True, help="Data for other programs.")
LOCALES = click.option("-l", "--locale", "locales", multiple=True, metavar="TAG", help="Only this locale; repeatable.")


class Grouped(click.Command):
    """A command whose help shows its options in groups, by what they are for.

    groups: the names of options by the heading above them; what no group names stands last.
    """

    def __init__(self, *arguments: Any, groups: Mapping[str, Sequence[str]], **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.groups = groups

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, group by group."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = {option.name or "": row for option in options if (row := option.get_help_record(ctx))}
        width = max(len(option) for option, _ in rows.values())
        for heading, names in self.groups.items():
            with formatter.section(heading):
                formatter.write_dl([_padded(rows.pop(name), width) for name in names], col_max=width + 2)
        with formatter.section("Options"):
            formatter.write_dl([_padded(row, width) for row in rows.values()], col_max=width + 2)


def _padded(row: tuple[str, str], width: int) -> tuple[str, str]:
    """An option as wide as the widest one, so that the columns of all groups are one."""
    return row[0].ljust(width), row[1]


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
    require_locales(project, locales, variants=variants)
    articles = project.chosen(list(names))
    if not articles and not quiet:
        say("hint: there is no article yet: put one (.html, .md, .txt) into `source/`")
    return project, articles


def require_locales(project: Project, locales: Sequence[str], *, variants: bool = False) -> None:
    """UsageError for a locale that the project does not have. variants: script variants are meant, too."""
    for tag in locales:
        base = project.settings.variants.get(tag)
        if base and not variants:
            raise click.UsageError(f"`{tag}` is converted from `{base}` and has no catalog: name `{base}`")
        if not base and tag not in project.settings.locales:
            raise click.UsageError(f"`{tag}` is not among the project's locales: {', '.join(project.settings.locales)}")


def sync_all(project: Project, articles: Sequence[Article], options: Options) -> list[Synced]:
    """Bring catalogs up to date, on all cores, and count on a terminal how far that is."""
    from l10n import workflow

    with (
        counter("drafted") as drafting,
        progress(len(articles), "synced") as step,
        workflow.workers(len(articles)) as executor,
    ):
        return workflow.sync_articles(project, articles, options, executor, step, drafting)
