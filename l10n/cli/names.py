"""`l10n names`: the names and terms of the newsroom."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli.shared import LOCALES, chosen
from l10n.cli.talk import count, now, say, visible

if TYPE_CHECKING:
    from l10n.workflow.exchanging import Imported


@click.command()
@LOCALES
@click.option("--export", "target", type=click.Path(path_type=Path), metavar="FILE", help="Write the names as a table.")
@click.option("--import", "table", type=click.Path(path_type=Path), metavar="FILE", help="Take names from a table.")
@click.option("--by", default="", metavar="ID", help="Who typed what is new in the catalogs meanwhile.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what --import would change; write nothing.")
@click.pass_context
def names(
    context: click.Context, locales: tuple[str, ...], target: Path | None, table: Path | None, by: str, dry_run: bool
) -> None:
    """The names and terms of source/glossary.toml, as a table and back.

    The suffix says which table: .csv holds everything, in every locale or those of -l; .utf8, .txt, .tab and .tsv are
    the glossary of OmegaT, which has one target language.  What is imported is a draft; where the project says
    otherwise already, that stays, the difference is told, and the exit status is 1.

    \b
    l10n names --export names.csv
    l10n names --export omegat/glossary/names.utf8 -l ru
    l10n names --import names.csv
    """
    from l10n.workflow import Options, exchanging

    if (target is None) == (table is None):
        raise click.UsageError("say what to do: --export FILE or --import FILE")
    project, _ = chosen(context, (), locales, quiet=True)
    if target is not None:
        number = exchanging.export(project, target, locales)
        say(f"wrote `{target}`: {count(number, 'name')}")
        return
    assert table is not None, "one of both is given"
    done = exchanging.bring(project, table, Options(when=now(), by=by, dry_run=dry_run), locales)
    print_imported(done)
    if dry_run:
        say("nothing was written")
    if done.conflicts:
        sys.exit(1)


def print_imported(done: Imported) -> None:
    """What an import did, and every conflict."""
    for ref in done.added:
        click.echo(f"new: {visible(ref)}")
    for ref in done.changed:
        click.echo(f"says more: {visible(ref)}")
    for locale, number in sorted(done.drafts.items()):
        click.echo(f"{locale}: {count(number, 'draft')}")
    for one in done.conflicts:
        click.echo(
            f"line {one.line}: {visible(one.ref)}, {one.what}: the table says `{visible(one.offered)}`, "
            f"the project `{visible(one.kept)}`, which stays"
        )
    if done.ignored:
        say(f"columns that say nothing here: {', '.join(f'`{visible(one)}`' for one in done.ignored)}", "yellow")
    if not (done.added or done.changed or done.drafts or done.conflicts):
        say("the project has all of it")
