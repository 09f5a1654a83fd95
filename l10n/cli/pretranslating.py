"""`l10n pretranslate`: what is empty is drafted; the estimate of what is left."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.ending import Interrupted
from l10n.cli.shared import ARTICLES, JSON, LOCALES, Grouped, chosen
from l10n.cli.talk import counter, now, say

if TYPE_CHECKING:
    from l10n.errors import EngineError
    from l10n.project import Project
    from l10n.workflow.consulting import Desk

GROUPS = {
    "What is drafted": ("locales", "least"),
    "By whom": ("engine", "no_engine", "no_memory"),
}
"""How the help groups the options."""


@click.command(cls=Grouped, groups=GROUPS)
@ARTICLES
@LOCALES
@click.option("--least", type=click.IntRange(0, 100), metavar="SCORE", help="Lowest score; else that of the settings.")
@click.option("--engine", default="", metavar="NAME", help="Ask this engine of the settings, and no other.")
@click.option("--no-engine", is_flag=True, help="Ask no engine: nothing leaves this machine.")
@click.option("--no-memory", is_flag=True, help="Leave the translation memory out.")
@click.option(
    "-n", "--dry-run", is_flag=True, help="Count what is there and what it would cost; write and ask nothing."
)
@click.option("--by", default="", metavar="ID", help="Who typed what is new in the catalogs meanwhile.")
@JSON
@click.pass_context
def pretranslate(context: click.Context, /, **given: Any) -> None:
    """Draft what is empty: memory, names and figures, engines.

    Every segment without a target gets the nearest text of the memory; names, figures, dates and credits are written
    as the glossary and the language have them; the rest is asked of the engines that the settings name ([engines]).
    Without one nothing is sent anywhere. A draft is fuzzy and says what made it: `# l10n-origin: memory 92`. What a
    person typed, and drafts that are there, stay.

    The table counts words by what the memory has: the estimate of the work, before, and of what is empty after.
    `l10n report --effort` tells later what the drafts were worth.

    \b
    l10n pretranslate --dry-run            what is there, and what engines would cost
    l10n pretranslate border -l kk         one article in one locale
    l10n pretranslate --no-engine          nothing leaves this machine
    l10n pretranslate --engine pseudo -l en-XA    a locale that shows the layout

    Exit status 1: an engine broke down, could not be asked, or reached its ceiling; 130: Ctrl-C. What was finished is
    written, article by article and locale by locale, and nobody is asked for it again.
    """
    from l10n.cli.drafted import print_json, print_pretranslated
    from l10n.workflow import pretranslating

    if given["engine"] and given["no_engine"]:
        raise click.UsageError("--engine does not go with --no-engine")
    project, articles = chosen(context, given["articles"], given["locales"])
    if given["articles"] and all(article.is_glossary for article in articles):
        raise click.UsageError("the glossary is drafted by `l10n sync`, by rules of its own: name articles")
    with _interrupted(dry_run=given["dry_run"]), ExitStack() as stack:
        reading, step, asking = (stack.enter_context(counter(what)) for what in ("remembered", "drafted", "asked"))
        desk, missing = _desk(project, given["engine"], given["no_engine"], stack, asking)
        options = pretranslating.Options(
            when=now(),
            by=given["by"],
            locales=_locales(project, given, desk),
            least=given["least"],
            with_memory=not given["no_memory"],
            dry_run=given["dry_run"],
        )
        done = pretranslating.pretranslate(project, articles, options, desk, step, reading)
    if given["as_json"]:
        print_json(done, missing)
    else:
        print_pretranslated(done, missing, dry_run=given["dry_run"])
    if given["dry_run"]:
        say("nothing was written, and nobody was asked")
    if done.given_up or done.at_ceiling or done.refused or missing:
        sys.exit(1)


@contextmanager
def _interrupted(*, dry_run: bool) -> Iterator[None]:
    """Ctrl-C says what is left by it."""
    try:
        yield
    except KeyboardInterrupt:
        done = "nothing was written" if dry_run else "what was finished is written; the same command drafts the rest"
        raise Interrupted(done) from None


def _desk(
    project: Project, only: str, none: bool, stack: ExitStack, asking: Callable[[int, int], None]
) -> tuple[Desk | None, dict[str, EngineError]]:
    """The engines that are asked, and those that cannot be; None for none."""
    if none or not (project.settings.engines or only):
        return None, {}
    from l10n.engines import Cache
    from l10n.workflow import consulting

    services, missing = consulting.services(project, only, os.environ)
    cache = stack.enter_context(Cache(project.inside(project.cache / "engines.sqlite")))
    return consulting.Desk(services, cache, asking), missing


def _locales(project: Project, given: dict[str, Any], desk: Desk | None) -> tuple[str, ...]:
    """Those that are meant: with --engine those that it serves; UsageError where it serves none of them."""
    if not given["engine"] or desk is None:
        return tuple(given["locales"])
    asked = given["locales"] or project.settings.locales
    served = tuple(locale for locale in asked if any(one.serves(locale) for one in desk.services))
    if not served or (given["locales"] and len(served) < len(given["locales"])):
        left = ", ".join(f"`{one}`" for one in asked if one not in served)
        raise click.UsageError(f"the settings do not let `{given['engine']}` be asked for {left}")
    return served
