"""`l10n names`: who and what articles name, in every language; the glossary as a table, and back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from l10n.cli.shared import JSON, LOCALES, Grouped, chosen
from l10n.cli.talk import count, now, progress, say, visible
from l10n.model import KINDS

KIND = click.option(
    "-k",
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    metavar="KIND",
    help="Only this: person, place, organisation, work or term.",
)
GROUPS = {
    "Which names of articles": ("locales", "kinds", "only_new"),
    "Into the glossary": ("add", "add_all"),
    "Renderings of NAMEs": ("target", "source", "standard", "origin"),
    "Articles against the glossary": ("consistency", "rewrite", "was", "yes"),
    "Tables": ("export", "table"),
}
"""How the help groups the options."""


@click.command(cls=Grouped, groups=GROUPS, short_help="Who and what articles name; the glossary.")
@click.argument("texts", nargs=-1, metavar="[ARTICLE | NAME]...")
@LOCALES
@KIND
@click.option("--new", "only_new", is_flag=True, help="Only names that the glossary does not have.")
@click.option("--add", "add", metavar="FORM", multiple=True, help="Write this name there; repeatable.")
@click.option("--add-all", is_flag=True, help="Write every name there that is listed and new.")
@click.option("--to", "target", metavar="TAG", help="Render them in this language or script.")
@click.option("--from", "source", metavar="TAG", help="Their language; en, where it is not said.")
@click.option("--standard", metavar="NAME", help="By this standard alone; `list` shows all.")
@click.option("--origin", metavar="CODE", help="Where the name comes from: an ISO 639-3 code.")
@click.option("--consistency", is_flag=True, help="Whether articles write the glossary's names as it says.")
@click.option("--rewrite", is_flag=True, help="Write changed renderings into articles, as drafts.")
@click.option("--was", metavar="REF=FORM", multiple=True, help="With --rewrite: a further old form of a name.")
@click.option("--yes", is_flag=True, help="With --rewrite: do not ask before writing.")
@click.option("--export", type=click.Path(path_type=Path), metavar="FILE", help="Write the glossary as a table.")
@click.option("--import", "table", type=click.Path(path_type=Path), metavar="FILE", help="Take names from a table.")
@click.option("--by", default="", metavar="ID", help="Who typed what is new in the catalogs meanwhile.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change; write nothing.")
@JSON
@click.pass_context
def names(context: click.Context, /, **given: Any) -> None:
    """Who and what articles name: list, render, check; the glossary.

    Lists the names of articles: those that source/glossary.toml has with their renderings and states, others with
    the likeliest ones, and spellings that disagree. The chosen ones go into the glossary, where `l10n sync` drafts
    their renderings and `l10n review` approves them.

    \b
    l10n names border                         what the article names
    l10n names border --add "Ilham Tohti"     into the glossary
    l10n names --to kk "Nurlan Ospanov"       candidates, best first, and why
    l10n names --from ru --to en --standard "ISO 9:1995" Щукин
    l10n names --consistency                  what articles write against it
    l10n names --rewrite -l kk                a rendering changed: put it in
    l10n names --export omegat/glossary/names.utf8 -l ru

    The suffix of a table says which it is: .csv holds everything, in every locale or those of -l; .utf8, .txt, .tab
    and .tsv are the glossary of OmegaT, which has one target language. What is imported is a draft; where the project
    says otherwise already, that stays, and the difference is told.

    Exit status 1: --to had no candidate, --consistency a finding, --import a difference, --add
    a name without an English form.
    """
    ways: dict[str, tuple[bool, Callable[[click.Context, dict[str, Any]], None]]] = {
        "--to": (given["target"] is not None, _render),
        "--standard list": (given["standard"] == "list", _standards),
        "--consistency": (given["consistency"], _consistency),
        "--rewrite": (given["rewrite"], _rewrite),
        "--export": (given["export"] is not None, _export),
        "--import": (given["table"] is not None, _import),
        "--add": (bool(given["add"]) or given["add_all"], _add),
    }
    asked = [name for name, (wanted, _) in ways.items() if wanted]
    if len(asked) > 1:
        raise click.UsageError(f"one thing at a time: {', '.join(asked)}")
    if (
        given["target"] is None
        and given["standard"] != "list"
        and (given["source"] or given["standard"] or given["origin"])
    ):
        raise click.UsageError("--from, --standard and --origin go with --to TAG")
    if (given["was"] or given["yes"]) and not given["rewrite"]:
        raise click.UsageError("--was and --yes go with --rewrite")
    way = asked[0] if asked else ""
    for option, key in _MORE.items():
        if given[key] and option not in _TAKES[way].split():
            raise click.UsageError(f"{option} does not go with {way or 'a list'}")
    (ways[way][1] if way else _list)(context, given)


_MORE = {
    "-l": "locales",
    "-k": "kinds",
    "--new": "only_new",
    "--by": "by",
    "-n": "dry_run",
    "--json": "as_json",
}
_TAKES = {
    "": "-l -k --new --by -n --json",
    "--to": "--json",
    "--standard list": "",
    "--consistency": "-l --json",
    "--rewrite": "-l --by -n --json",
    "--export": "-l",
    "--import": "-l --by -n",
    "--add": "-l -k --new --by -n",
}
"""What each way of the command heeds; what it would ignore is refused."""


def _list(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli.naming import print_listing

    listing, meant = _listed(context, given)
    print_listing(listing, meant, given["as_json"])


def _listed(context: click.Context, given: dict[str, Any]) -> tuple[Any, list[Any]]:
    """What the articles name, and the names among it that are meant."""
    from l10n.workflow import discovering

    project, articles = chosen(context, given["texts"], given["locales"])
    with progress(len(articles), "read") as step:
        listing = discovering.listing(project, articles, given["locales"], step)
    kinds, only_new = given["kinds"], given["only_new"]
    meant = [
        one
        for one in listing.names
        if (not kinds or one.found.kind in kinds) and not (only_new and one.found.term is not None)
    ]
    return listing, meant


def _add(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.workflow import Options, discovering

    listing, meant = _listed(context, given)
    if not given["add_all"]:
        meant, missing = discovering.chosen(listing, meant, given["add"])
        if missing:
            hint = "`l10n names` lists what there is, in the form that --add takes"
            said = ", ".join(f"`{visible(form)}`" for form in missing)
            raise click.UsageError(f"the articles name no {said}; {hint}")
        listing = replace(listing, disagreements=())  # who names a form means it
    project, _ = chosen(context, (), quiet=True)
    options = Options(when=now(), by=given["by"], dry_run=given["dry_run"])
    done = discovering.add(project, listing, meant, options)
    for name in done.new:
        click.echo(f"new: {visible(name.form)} ({name.kind})")
    for bad in done.doubtful:
        say(f"not entered: `{visible(bad.forms[0])}`, but `{visible(bad.better)}`: {visible(bad.reason)}")
    for form in done.left:
        say(f"not entered: `{visible(form)}`: its English form is not known; write it into `source/glossary.toml`")
    if given["dry_run"]:
        say("nothing was written")
    elif done.new:
        say("next: look at `source/glossary.toml`, then run `l10n sync`, which drafts the renderings")
    elif not done.left:
        say("the glossary has all of it" if meant else "nothing was named")
    if done.left:
        sys.exit(1)


def _render(context: click.Context, given: dict[str, Any]) -> None:
    from l10n import names as room
    from l10n.cli.naming import print_candidates

    source, target, standard = given["source"] or "en", given["target"], given["standard"]
    if not given["texts"]:
        raise click.UsageError("--to takes the NAMEs to render")
    rows = []
    for name in given["texts"]:
        if standard:
            text = room.transliterate(name, source, target, standard)
            rows.append((name, [room.Candidate(text, standard, "as asked for")]))
        else:
            rows.append((name, room.candidates(name, source, target, given["origin"])))
    print_candidates(rows, given["as_json"])
    if not all(found for _, found in rows):
        sys.exit(1)


def _standards(context: click.Context, given: dict[str, Any]) -> None:
    from l10n import names as room

    for one in room.STANDARDS:
        for start, end in one.pairs:
            click.echo(f"{start}\t{end}\t{one.name}\t{one.basis}")


_NO_GLOSSARY = "there is no glossary to compare with: `l10n names --add-all` begins one"
_CONSISTENT = "every article writes its names as the glossary does"


def _consistency(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli.naming import print_consistency
    from l10n.workflow import consistency

    project, articles = chosen(context, given["texts"], given["locales"])
    with progress(len(articles), "checked") as step:
        found = consistency.consistency(project, articles, given["locales"], step)
    empty = project.glossary is None
    print_consistency(found, given["as_json"], _NO_GLOSSARY if empty else _CONSISTENT)
    if any(one.finding.severity in consistency.SEVERE for one in found):
        sys.exit(1)


def _rewrite(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli.naming import print_respelt
    from l10n.workflow import Options, naming, respelling

    project, articles = chosen(context, given["texts"], given["locales"])
    was = _was(given["was"])
    for ref in was:
        if ref not in naming.load(project).by_ref:
            raise click.UsageError(f"--was: the glossary has no name `{visible(ref)}`")
    with progress(len(articles), "read") as step:
        rows = respelling.respelt(project, articles, given["locales"], was, step)
    print_respelt(rows, given["as_json"])
    sure = [one for one in rows if one.after is not None]
    say(f"{count(len(rows), 'segment')} with an old form, {len(rows) - len(sure)} of them to be typed by hand")
    if given["dry_run"] or not sure:
        say("nothing was written")
        return
    if not given["yes"]:
        if not sys.stdin.isatty():
            raise click.UsageError("there is no terminal to ask on: say --yes to write, -n to look only")
        if not click.confirm(f"write {count(len(sure), 'draft')}?", err=True):
            say("nothing was written")
            return
    done = respelling.rewrite(project, sure, Options(when=now(), by=given["by"]))
    say(f"{count(len(done), 'draft')} written: `l10n review --state initial --all` shows them")


def _was(pairs: tuple[str, ...]) -> dict[str, list[str]]:
    """Old forms by the ref of a name."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        ref, sign, form = pair.partition("=")
        if not (ref and sign and form):
            raise click.UsageError(f"--was takes REF=FORM, as in `Yarkand=Яркант`, not `{pair}`")
        found.setdefault(ref, []).append(form)
    return found


def _export(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.workflow import exchanging

    project, _ = chosen(context, (), given["locales"], quiet=True)
    number = exchanging.export(project, given["export"], given["locales"])
    say(f"wrote `{given['export']}`: {count(number, 'name')}")


def _import(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli.naming import print_imported
    from l10n.workflow import Options, exchanging

    project, _ = chosen(context, (), given["locales"], quiet=True)
    options = Options(when=now(), by=given["by"], dry_run=given["dry_run"])
    done = exchanging.bring(project, given["table"], options, given["locales"])
    print_imported(done)
    if given["dry_run"]:
        say("nothing was written")
    if done.conflicts:
        sys.exit(1)
