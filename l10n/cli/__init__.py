"""The command line: parse, call workflow, print.

stdout is data, stderr is talk.  Exit status: 0 fine, 1 findings or a gate not met, 2 wrong usage or unreadable input.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from l10n import __version__
from l10n.cli.checking import check
from l10n.cli.ending import orderly
from l10n.cli.memory import memory
from l10n.cli.names import names
from l10n.cli.pretranslating import pretranslate
from l10n.cli.serving import serve
from l10n.cli.shared import ARTICLES, JSON, LOCALES, chosen, load, sync_all
from l10n.cli.talk import count, has_colour, now, progress, say, visible, width

if TYPE_CHECKING:
    from l10n.project import Project

FEW_COLLECTIONS = 1_000_000
"""New objects between two searches for circles; Python's 700 costs an archive a tenth of its time."""


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command (that of the process, where no arguments are given) and leave with its exit status."""
    gc.set_threshold(FEW_COLLECTIONS)
    orderly(lambda: main(arguments, prog_name="l10n", standalone_mode=False))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
)
@click.option("-C", "--folder", type=click.Path(path_type=Path), default=Path(), help="Work on the project there.")
@click.version_option(__version__, message="l10n %(version)s")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """One article in several languages: translated in PO files, reviewed on record, built into pages.

    \b
    The way of an article:
      l10n init          once, in the folder with your articles
      l10n sync          after an article changed, or somebody typed in a PO file
      l10n pretranslate  drafts of what is empty, from memory and engines
      l10n check         what is wrong with articles and translations
      l10n review        what waits for an editor; approve, send back, withdraw
      l10n report        how far every article is in every locale
      l10n build         the variants, in build/

    \b
    Beside it:
      l10n names         whom and what articles name, and the glossary
      l10n memory        what was translated once, found again
      l10n serve         the same on one page, in a browser
    """
    context.obj = folder
    if context.invoked_subcommand is None:
        say(context.get_help())
        context.exit(2)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--source-locale", default="en", show_default=True, metavar="TAG", help="Language of the articles.")
@click.option("--locales", default="en,ru,kk,ug", show_default=True, metavar="TAGS", help="All locales, with commas.")
@click.option("--segment", type=click.Choice(["sentence", "paragraph"]), default="sentence", show_default=True)
@click.option("--whole-page", is_flag=True, help="Translate whole pages, menus included, not the article in them.")
@click.pass_context
def init(
    context: click.Context, folder: Path | None, source_locale: str, locales: str, segment: str, whole_page: bool
) -> None:
    """Make a folder of articles a project.

    Articles that lie loose in the folder move into source/; settings, catalogs for every locale, git attributes and
    the merge driver are set up.  What is there already stays as it is.
    """
    from l10n import workflow
    from l10n.cli.printing import print_synced

    tags = [tag.strip() for tag in locales.split(",") if tag.strip()]
    started = workflow.init(
        folder or context.obj, source_locale=source_locale, locales=tags, segment=segment, whole_page=whole_page
    )
    for old, new in started.moved:
        say(f"moved `{old}` to `{new}`")
    if started.had_settings:
        say("the settings that are there stay as they are")
    for name in started.wrote:
        say(f"wrote {name}" if name.startswith("git:") else f"wrote `{name}`")
    project = started.project
    articles = project.articles()
    if not articles:
        say("next: put an article (.html, .md, .txt) into `source/`, then run `l10n sync`")
        return
    print_synced(sync_all(project, articles, workflow.Options(when=now())))
    say("next: translate the files in `locales/<locale>/` in Poedit, OmegaT or Weblate, then run `l10n report`")
    say("      name your people in the settings (`[people]`), so that approvals have a name")


@main.command(short_help="Bring catalogs up to date; record what was typed.")
@ARTICLES
@click.option("--by", default="", metavar="ID", help="Who typed what is new; else git's author of the line.")
@click.option("--split", metavar="SEGMENT", multiple=True, help="Tell the twins of this segment apart (its id).")
@click.option("--resegment", is_flag=True, help="Cut unchanged paragraphs by the rules of today, too.")
@click.option("--onto", type=click.Path(path_type=Path), metavar="CATALOG", help="Bring FILE's texts onto CATALOG.")
@click.option("--whole-page", is_flag=True, help="Take whole HTML pages, not the article in them.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change; write nothing.")
@JSON
@click.pass_context
def sync(
    context: click.Context,
    articles: tuple[str, ...],
    by: str,
    split: tuple[str, ...],
    resegment: bool,
    onto: Path | None,
    whole_page: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring catalogs up to date with articles; record what was typed.

    Nothing typed is ever lost: a segment that changed keeps its target as a fuzzy draft with the source it was made
    for, one that vanished becomes obsolete, and is back when its text is.

    \b
    l10n sync                                  all articles
    l10n sync border --split 3f2a91bc          "I was detained" has a sex in Russian
    l10n sync --onto locales/ru/border.po exported.po
    """
    from l10n import workflow
    from l10n.cli.printing import print_synced

    options = workflow.Options(by=by, when=now(), resegment=resegment, whole_page=whole_page, dry_run=dry_run)
    if onto is not None:
        if len(articles) != 1:
            raise click.UsageError("--onto CATALOG takes exactly one FILE")
        synced, left = workflow.onto(load(context), onto, Path(articles[0]), options)
        print_synced([synced], as_json)
        for text in left:
            say(f"no place for: {visible(text)}", "yellow")
        if dry_run:
            say("nothing was written")
        return
    project, meant = chosen(context, articles)
    if split:
        project = workflow.split(project, meant, split, dry_run=dry_run)
    print_synced(sync_all(project, meant, options), as_json)
    moved = dict(workflow.renamed(project))
    for old, new in workflow.by_folder(project, [*moved.items()]):
        say(f"hint: `{new}` looks like `{old}`, which is gone: `l10n mv {old} {new}` keeps its translations")
    if gone := [old for old in project.orphans() if old not in moved]:
        more = f" and {len(gone) - 3} more" if len(gone) > 3 else ""
        names = ", ".join(f"`{old}`" for old in gone[:3])
        say(f"hint: gone from `source/`: {names}{more}; what was translated of it stays in `locales/`")
    if dry_run:
        say("nothing was written")


@main.command()
@click.argument("old")
@click.argument("new")
@click.pass_context
def mv(context: click.Context, old: str, new: str) -> None:
    """Rename an article, or a folder, with all that belongs to it.

    Catalogs, ledgers and settings follow.  If the file or folder under source/ was moved already, the rest does.

    \b
    l10n mv border 2026/border     an article
    l10n mv 2025 archive/2025      all articles in source/2025, and the pictures beside them
    """
    from l10n import workflow

    for before, after in workflow.move(load(context), old, new):
        click.echo(f"{before} -> {after}")


@main.command(short_help="Merge a catalog that two branches changed, for git.")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("name", default="")
def merge(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Merge a catalog that two branches changed: git's merge driver.

    The result replaces OURS, which people know as NAME.  Entry by entry; where both sides typed another text, ours
    stays and is fuzzy, theirs stands in a comment.
    Exit status 1 says that such an entry is there.  `l10n init` registers the driver:

    \b
    git config merge.l10n.driver "l10n merge %O %A %B %P"
    """
    from l10n import workflow

    if conflicts := workflow.merge(base, ours, theirs):
        say(f"{count(conflicts, 'entry', 'entries')} changed on both sides: see the comments in `{name or ours}`")
        sys.exit(1)


@main.command()
@ARTICLES
@LOCALES
@click.option("--by", default="", metavar="ID", help="Who does this; else the person whose mail git knows.")
@click.option("-s", "--segment", "segments", multiple=True, metavar="ID", help="This segment (its id, or ID@DIGEST).")
@click.option("-k", "--kind", "kinds", multiple=True, help="Only this kind: headline, p, figcaption …")
@click.option("--state", "states", multiple=True, type=click.Choice(["initial", "translated", "reviewed", "final"]))
@click.option("--for", "waits_for", type=click.Choice(["translator", "editor"]), help="What waits for whom.")
@click.option("--claims", "only_claims", is_flag=True, help="Only what nobody known stands for.")
@click.option("--questions", is_flag=True, help="Only segments with a question of their translator.")
@click.option("--all", "everything", is_flag=True, help="Every segment, not only what waits for an editor.")
@click.option("--approve", is_flag=True, help="Approve what was listed: it becomes `reviewed`.")
@click.option("--final", is_flag=True, help="With --approve: it becomes `final`.")
@click.option("--send-back", metavar="REASON", help="Send back what was listed, with a reason.")
@click.option("--withdraw", is_flag=True, help="Take back what review said of it.")
@click.option("--accept-claims", is_flag=True, help="Stand for texts and states for which nobody does.")
@click.option("--note", default="", help="A remark that is kept with the record.")
@JSON
@click.pass_context
def review(context: click.Context, /, articles: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """List what waits for an editor; approve, send back, withdraw.

    A verb touches only what the last `l10n review` listed, and only where the text is still that one.  Run the
    listing, read it, then run it again with a verb and the same or a narrower choice.

    \b
    l10n review border -l ru                   list, with the difference to the text approved last
    l10n review border -l ru --approve         approve exactly what was listed
    l10n review -s 3f2a91bc --send-back "Wrong year"
    l10n review -s 3f2a91bc@5fc100462ce4 --approve --final
    """
    from l10n.cli import asked
    from l10n.cli.printing import print_items, print_reviewed
    from l10n.workflow import reviewing

    project, meant = chosen(context, articles, given["locales"])
    wanted, bound = asked.choice(given)
    verb = asked.verb(given)
    if verb is None:
        items = reviewing.items(project, meant, wanted)
        if wanted.segments and not items:
            reviewing.require(project, meant, wanted.segments)
        reviewing.remember(project, items)
        print_items(items, as_json)
        return
    from l10n import workflow

    who = reviewing.person(project, given["by"], workflow.git_identity(project.folder))
    listed = reviewing.bind(project, meant, wanted, bound) if bound else reviewing.remembered(project)
    if not listed and not reviewing.has_listed(project):
        raise click.UsageError("nothing was listed yet: run `l10n review` with the same choice, and read it, first")
    done = reviewing.act(project, meant, wanted, verb, who=who, when=now(), listed=listed)
    print_reviewed(done, asked.past(given), as_json)
    if not done:
        say("nothing that was listed fits this choice; run the listing again")
    if not done or any(one.skipped for one in done):
        sys.exit(1)


@main.command(short_help="How far every article is, and what waits for whom.")
@ARTICLES
@LOCALES
@click.option("--stale", "only_stale", is_flag=True, help="Published variants that are older than their source.")
@click.option("--effort", "only_effort", is_flag=True, help="What drafts were worth, by engine and by match.")
@JSON
@click.option("--csv", "as_csv", is_flag=True, help="A table for spreadsheets.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="One self-contained page.")
@click.pass_context
def report(
    context: click.Context,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    only_stale: bool,
    only_effort: bool,
    as_json: bool,
    as_csv: bool,
    page: Path | None,
) -> None:
    """How far every article is in every locale, and what waits for whom.

    Segments and words by state, the share that is done, since when, and who was the last.
    With --stale the exit status is 1 when a published variant is older than its source.

    --effort compares the drafts of `l10n pretranslate` with the texts that they became: how many were kept as they
    were, chrF and TER, so that an editor knows which engine earns its place.
    """
    from l10n import files, reports, workflow

    if sum((as_json, as_csv, page is not None)) > 1:
        raise click.UsageError("one form at a time: --json, --csv or --html FILE")
    if only_effort:
        _effort(context, articles, locales, as_json=as_json, as_csv=as_csv, other=only_stale or page is not None)
        return
    project, meant = chosen(context, articles, locales, variants=True)
    with progress(len(meant), "counted") as step, workflow.workers(len(meant)) as executor:
        done, stale = workflow.report(
            project, meant, locales=locales, today=now()[:10], executor=executor, progress=step
        )
    if only_stale:
        stale = tuple(one for one in stale if not locales or one.locale in locales)
        text = reports.stale_as_json(stale) if as_json else reports.stale_as_csv(stale) if as_csv else ""
        click.echo(text or reports.stale_as_table(stale, width()), nl=False)
        sys.exit(1 if stale else 0)
    if page is not None:
        title = project.settings.name or "Translation report"
        files.replace(page, reports.as_html(done, title=title, names=own_names(project)).encode("utf-8"))
        say(f"wrote `{page}`")
    elif as_json:
        click.echo(reports.as_json(done), nl=False)
    elif as_csv:
        click.echo(reports.as_csv(done), nl=False)
    else:
        click.echo(reports.as_table(done, width(), has_colour(sys.stdout)), nl=False)


def _effort(
    context: click.Context,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    *,
    as_json: bool,
    as_csv: bool,
    other: bool,
) -> None:
    from l10n.cli.drafted import print_efforts
    from l10n.workflow import effort

    if other:
        raise click.UsageError("--effort goes with --json or --csv alone")
    project, meant = chosen(context, articles, locales)
    with progress(len(meant), "compared") as step:
        found = effort.efforts(project, meant, locales, step)
    print_efforts(found, as_json=as_json, as_csv=as_csv)


def own_names(project: Project) -> dict[str, str]:
    """What each locale calls itself."""
    from l10n import languages

    return {tag: languages.get(tag).own_name for tag in project.settings.tags}


@main.command(short_help="Write the variants that are ready; say what is not.")
@ARTICLES
@click.option("--whole-page", is_flag=True, help="Take whole HTML pages, not the article in them.")
@click.option("--live", type=click.Path(path_type=Path), metavar="FILE", help="manifest.json of what is online.")
@click.option("--drafts", is_flag=True, help="Show everything, drafts included, in .l10n/preview/; never to publish.")
@JSON
@click.pass_context
def build(
    context: click.Context, articles: tuple[str, ...], whole_page: bool, live: Path | None, drafts: bool, as_json: bool
) -> None:
    """Write the variants that are ready to build/, and say what is not.

    Nothing but build/ changes.  A variant below the gate is withheld, the segments responsible are named, and the
    exit status is 1; one that was published before stays, with its last approved text.  What was published stands
    in build/manifest.json; in a fresh clone, as in CI, name the one that is online with --live.

    --drafts is for a look before anybody has translated: every text that is there, the source where there is none,
    in .l10n/preview/. With the drafts of `l10n pretranslate --engine pseudo` it shows what a layout bears.
    """
    from l10n import workflow
    from l10n.cli.printing import print_built
    from l10n.workflow.building import preview

    if drafts and live is not None:
        raise click.UsageError("--live does not go with --drafts, which is nothing to publish")
    project, meant = chosen(context, articles, quiet=True)
    with progress(len(meant), "built") as step:
        built = workflow.build(
            project, meant, whole_page=whole_page, live=live, today=now()[:10], drafts=drafts, progress=step
        )
    if drafts and not as_json:
        say(f"open `{preview(project)}/index.html`: drafts are among it, and it is nothing to publish")
        return
    print_built(project, built, as_json)
    if built.withheld:
        sys.exit(1)


main.add_command(check)
main.add_command(memory)
main.add_command(names)
main.add_command(pretranslate)
main.add_command(serve)
