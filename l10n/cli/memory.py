"""`l10n memory`: what was translated once, found again; TMX in and out; published translations."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli.shared import JSON, LOCALES, load, require_locales
from l10n.cli.talk import count, counter, from_here, now, say, visible

if TYPE_CHECKING:
    from l10n.memory import Memory
    from l10n.project import Article, Project
    from l10n.workflow.remembering import Update

FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group(short_help="What was translated once: found, exchanged, aligned.")
def memory() -> None:
    """What was translated once: find it, exchange it, align archives.

    Everything accepted in any catalog is offered again. The memory lies in .l10n/memory.sqlite; it is brought up to
    date by what changed whenever it is asked, and deleting it loses nothing.

    \b
    l10n memory search "Tickets cost 600 tenge." -l ru
    l10n memory search --concordance мектеп       a word, in all its forms, on either side
    l10n memory import agency.tmx                 memories of other programs and people
    l10n memory align border ru old/border-ru.html
    """


@memory.command()
@click.argument("text")
@LOCALES
@click.option("--from", "source", metavar="TAG", help="Only texts translated from this locale.")
@click.option("--least", type=click.IntRange(0, 100), metavar="SCORE", help="Lowest score; else that of the settings.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many: 5, of passages 20.")
@click.option("--concordance", is_flag=True, help="Find these words, in all their forms, on either side.")
@JSON
@click.pass_context
def search(
    context: click.Context,
    text: str,
    locales: tuple[str, ...],
    source: str | None,
    least: int | None,
    limit: int | None,
    concordance: bool,
    as_json: bool,
) -> None:
    """Find what resembles TEXT, best first, with what differs.

    100 is the same text; `adapted` is the same but for figures, dates and names of the glossary, which the target
    has already. Scores are those of XLIFF, inline codes count as one character; points are taken off by origin, as the
    settings say. What was translated the other way round is `reversed`, at a penalty.

    \b
    l10n memory search "It takes 12 cars." -l ru --least 60
    l10n memory search --concordance "press freedom" --from en

    Exit status 1: nothing was found.
    """
    from l10n.cli.remembered import print_matches, print_passages, shared

    if not text.strip():
        raise click.UsageError("TEXT is empty")
    if concordance and least is not None:
        raise click.UsageError("--least does not go with --concordance, which has no scores")
    project = load(context)
    require_locales(project, locales)
    targets = dict.fromkeys(locales) or (None,)
    with _opened(project, wait=False) as (held, _):
        if concordance:
            found_by_locale = [held.concordance(text, limit or 20, source=source, target=one) for one in targets]
            passages = shared(found_by_locale, limit or 20)
            print_passages(passages, as_json)
            found = len(passages)
        else:
            from l10n.workflow import remembering

            matches = [
                one
                for locale in targets
                for one in remembering.search(
                    project, held, text, limit=limit or 5, least=least, source=source, target=locale
                )
            ]
            matches = sorted(matches, key=lambda one: one.rank)[: limit or 5]
            print_matches(matches, text, as_json)
            found = len(matches)
    if not found:
        say("nothing like it is in the memory")
        sys.exit(1)


@memory.command()
@JSON
@click.pass_context
def stats(context: click.Context, as_json: bool) -> None:
    """What is in the memory, by languages, origin and state."""
    from l10n.cli.remembered import print_stats

    project = load(context)
    with _opened(project) as (held, done):
        print_stats(held, done, as_json)


@memory.command("import")
@FILE
@click.pass_context
def bring(context: click.Context, file: Path) -> None:
    """Put a TMX file into memory/, from where it enters.

    It belongs under version control there: the memory is made of it. A file that is too large for that, or that others
    keep, is named in the settings instead ([memory] tmx). Its texts have the origin `tmx`, and no state above
    `translated`: a review elsewhere is no approval here.

    \b
    l10n memory import ~/agency.tmx

    Exit status 1: something in the file was left out; what could be read has entered.
    """
    from l10n.workflow import trading

    project = load(context)
    path = trading.bring(project, file)
    key = f"tmx {project.shown(path)}"
    with _opened(project) as (_, done):
        rows = done.rows.get(key)
        for (source, target), number in sorted((rows or {}).items()):
            click.echo(f"{source} > {target}: {count(number, 'pair')}")
    say(f"`{project.shown(path)}` is a part of the memory{'' if rows is not None else ' already'}")
    if key in done.faulty:
        sys.exit(1)


@memory.command()
@FILE
@LOCALES
@click.option("--origin", "origins", multiple=True, metavar="WORD",
              type=click.Choice(["catalog", "project", "tmx", "alignment"]),
              help="Only what comes from there: catalog, project, tmx or alignment; repeatable.")  # fmt: skip
@click.pass_context
def export(context: click.Context, file: Path, locales: tuple[str, ...], origins: tuple[str, ...]) -> None:
    """Write the memory as TMX 1.4, for any other program.

    A unit has one source and all its languages; who, when, state and article stand beside each text.

    \b
    l10n memory export archive.tmx
    l10n memory export omegat/tm/ru.tmx -l ru --origin catalog
    """
    from l10n.workflow import trading

    project = load(context)
    require_locales(project, locales)
    with _opened(project) as (held, _):
        done = trading.export(project, held, file, locales=locales, origins=origins, when=now())
    if done.dropped:
        say(f"{count(done.dropped, 'character')} that XML cannot hold left out", "yellow")
    say(f"wrote `{visible(str(file))}`: {count(done.units, 'unit')}")


@memory.command()
@click.argument("article")
@click.argument("locale")
@FILE
@click.option("--from", "source", default="", metavar="TAG", help="Language of an ARTICLE that is a file by itself.")
@click.option("--least", type=click.IntRange(0, 100), metavar="TRUST", help="Lowest trust, 0-100; 70.")
@click.option("--selector", default="", metavar="CSS", help="What is the article in an HTML file; else it is found.")
@click.option("--memory", "into_memory", is_flag=True, help="Into the memory, not into catalogs.")
@click.option("--by", default="", metavar="ID", help="Who typed what is new in the catalogs meanwhile.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be proposed; write nothing.")
@JSON
@click.pass_context
def align(
    context: click.Context,
    article: str,
    locale: str,
    file: Path,
    source: str,
    least: int | None,
    selector: str,
    into_memory: bool,
    by: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take a published translation as drafts of an article.

    FILE (HTML, Markdown or text) is aligned with the article sentence by sentence, by length, figures, names and
    markup. Where a segment is empty it becomes a fuzzy draft, `# l10n-origin: alignment 93`, for a translator to
    confirm; 93 is how many of a hundred such are right. With --memory, or where ARTICLE is a file that is no article
    of the project, the pairs become memory/aligned/ARTICLE.LOCALE.tmx, a part of the memory.

    \b
    l10n memory align border ru old/border-ru.html
    l10n memory align archive/2019.html kk archive/2019-kk.html --from ru

    Exit status 1: nothing could be proposed.
    """
    from l10n.cli.remembered import print_aligned
    from l10n.workflow import Options, aligning

    project = load(context)
    require_locales(project, [locale])
    meant = _article(project, article)
    trust = aligning.LEAST if least is None else least
    found = aligning.read(project, meant, locale, file, least=trust, source_locale=source, selector=selector)
    for warning in found.warnings:
        say(f"warning: {from_here(visible(warning))}", "yellow")
    drafting = None
    if not into_memory and not isinstance(meant, Path):
        drafting = aligning.draft(project, meant, found, Options(when=now(), by=by, dry_run=dry_run))
    print_aligned(found, drafting, as_json)
    if drafting is None and found.proposals and not dry_run:
        path = aligning.keep(project, found, now())
        say(f"wrote `{visible(project.shown(path))}`, a part of the memory")
    if dry_run:
        say("nothing was written")
    elif drafting is not None and drafting.count(aligning.DRAFTED):
        say(f"next: look at the drafts in `locales/{locale}/{found.source.name}.po`; who confirms one takes its flag")
    if not found.proposals:
        sys.exit(1)


def _article(project: Project, name: str) -> Article | Path:
    """An article of the project, or a file that is none."""
    from l10n.errors import ProjectError

    try:
        found = project.article(name)
    except ProjectError:
        if Path(name).is_file():
            return Path(name)
        raise
    if found.is_catalog:
        raise click.UsageError("a catalog without an article has no published translation to align")
    if found.is_glossary:
        raise click.UsageError("the glossary has no sentences to align: `l10n names --import` takes tables of names")
    return found


@contextmanager
def _opened(project: Project, *, wait: bool = True) -> Iterator[tuple[Memory, Update]]:
    """The memory, up to date; what could not be read is told."""
    from l10n.workflow import remembering

    with ExitStack() as stack:
        with counter("remembered") as step:
            held = stack.enter_context(remembering.opened(project, step, wait=wait))
        for warning in held[1].warnings:
            say(f"warning: {from_here(visible(warning))}", "yellow")
        if held[1].is_elsewhere:
            say("another `l10n` is bringing the memory up to date: this is what is in it by now")
        yield held
