"""`l10n check`: what the checks say of articles and their translations, and what becomes of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.shared import ARTICLES, JSON, LOCALES, Grouped, chosen, load
from l10n.cli.talk import count, now, progress, say, visible

if TYPE_CHECKING:
    from l10n.project import Article, Project
    from l10n.workflow.inspecting import Checked, Options
    from l10n.workflow.mending import Mended

GROUPS = {
    "What is checked": ("locales", "segments", "changed", "drafts"),
    "Which findings": ("only", "skip", "baseline", "waived"),
    "What is done": ("fix", "approved", "yes", "waive", "unwaive", "note", "by", "comments", "write_baseline"),
    "How it is said": ("form", "as_json", "explain", "as_list"),
}
"""How the help groups the options."""


@click.command(cls=Grouped, groups=GROUPS)
@ARTICLES
@LOCALES
@click.option("-s", "--segment", "segments", multiple=True, metavar="ID", help="Only this segment (ID, or ID@DIGEST).")
@click.option("--changed", metavar="BASE", help="Only what changed since this commit of git.")
@click.option("--drafts", is_flag=True, help="Fuzzy targets, too.")
@click.option("--only", metavar="CHECK", multiple=True, help="Only this check, or check.rule; repeatable.")
@click.option("--skip", metavar="CHECK", multiple=True, help="Not this check, or check.rule; repeatable.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Leave out what FILE lists.")
@click.option("--waived", is_flag=True, help="Show what was waived, too.")
@click.option("--fix", is_flag=True, help="Show what can be mended safely, and write it after asking.")
@click.option("--approved", is_flag=True, help="With --fix: approved texts, too; they lose their approval.")
@click.option("--yes", is_flag=True, help="With --fix: do not ask before writing.")
@click.option("--waive", metavar="CHECK", help="These findings of the segment are none: say why with --note.")
@click.option("--unwaive", metavar="CHECK", help="Take that back.")
@click.option("--note", default="", help="The reason, kept with the record.")
@click.option("--by", default="", metavar="ID", help="Who does this; else the person whose mail git knows.")
@click.option("--comments", is_flag=True, help="Write these findings into the catalogs, as comments, and no others.")
@click.option("--write-baseline", type=click.Path(path_type=Path), metavar="FILE", help="List all findings in FILE.")
@click.option("--format", "form", type=click.Choice(["github", "sarif", "checkstyle"]), help="For other programs.")
@JSON
@click.option("--explain", metavar="CHECK", help="What a check says, and when, with examples.")
@click.option("--list", "as_list", is_flag=True, help="All checks.")
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """What is wrong with articles and their translations.

    Reads every target that is no draft beside its source, and the articles themselves.  How bad each finding is, and
    which fail, `[checks]` says in the settings.  Exit status 1: there is an open finding that fails.

    \b
    l10n check                             everything
    l10n check border -l ru --only dates
    l10n check --changed origin/main       what a branch changed; unchanged articles are not read
    l10n check --fix                       what can be mended safely, after a look
    l10n check border -l ru -s 3f2a91bc --waive markup.address --note "The page has moved"
    l10n check --explain dates
    """
    ways: dict[str, tuple[bool, Callable[[click.Context, dict[str, Any]], None]]] = {
        "--explain": (given["explain"] is not None, _explain),
        "--list": (given["as_list"], _list),
        "--waive": (given["waive"] is not None, _waive),
        "--unwaive": (given["unwaive"] is not None, _waive),
        "--comments": (given["comments"], _comments),
        "--write-baseline": (given["write_baseline"] is not None, _write_baseline),
        "--fix": (given["fix"], _fix),
    }
    asked = [name for name, (wanted, _) in ways.items() if wanted]
    if len(asked) > 1:
        raise click.UsageError(f"one thing at a time: {', '.join(asked)}")
    way = asked[0] if asked else ""
    for option, key in _MORE.items():
        if given[key] and option not in _TAKES[way].split():
            raise click.UsageError(f"{option} does not go with {way or 'a list of findings'}")
    (ways[way][1] if way else _check)(context, given)


_MORE = {
    "ARTICLES": "articles",
    "-l": "locales",
    "-s": "segments",
    "--changed": "changed",
    "--drafts": "drafts",
    "--only": "only",
    "--skip": "skip",
    "--baseline": "baseline",
    "--waived": "waived",
    "--approved": "approved",
    "--yes": "yes",
    "--note": "note",
    "--by": "by",
    "--format": "form",
    "--json": "as_json",
}
_WHAT = "ARTICLES -l -s --changed --drafts --only --skip --baseline"
_TAKES = {
    "": f"{_WHAT} --waived --format --json",
    "--explain": "",
    "--list": "--json",
    "--waive": "ARTICLES -l -s --drafts --note --by",
    "--unwaive": "ARTICLES -l -s --drafts --note --by",
    "--comments": "ARTICLES -l --drafts --only --skip --baseline",
    "--write-baseline": "ARTICLES -l -s --changed --drafts --only --skip",
    "--fix": f"{_WHAT} --approved --yes --by",
}
"""What each way of the command heeds; what it would ignore is refused."""


def _check(context: click.Context, given: dict[str, Any]) -> None:
    project, articles, options = _meant(context, given)
    checked, known = _found(project, articles, options, given["baseline"])
    _print(project, checked, known, given)
    if _fails(checked, project.settings.checks.fail):
        sys.exit(1)


def _meant(context: click.Context, given: dict[str, Any]) -> tuple[Project, Sequence[Article], Options]:
    """The articles, and how they are checked."""
    from l10n.workflow import inspecting, reviewing
    from l10n.workflow.rules import Rules
    from l10n.workflow.since import Since

    project, articles = chosen(context, given["articles"], given["locales"])
    if not all(one.partition("@")[0] for one in given["segments"]):
        raise click.UsageError("--segment takes an id, or its beginning")
    if given["segments"]:
        reviewing.require(project, articles, [one.partition("@")[0] for one in given["segments"]])
    only, skip = (_known(f"--{name}", given[name]) for name in ("only", "skip"))
    changed = Since.of(project, given["changed"]) if given["changed"] is not None else None
    asked = Rules.of(project, only, skip)
    options = inspecting.Options(asked, given["locales"], given["drafts"], given["segments"], changed)
    return project, changed.among(project, articles) if changed else articles, options


def _known(option: str, words: Iterable[str]) -> tuple[str, ...]:
    """These words, each a check or check.rule; UsageError for one that is none."""
    from l10n.workflow import rules

    for word in words:
        if not rules.is_known(word):
            raise click.UsageError(f"{option}: there is no check `{visible(word)}`; {rules.hint(word)}")
    return tuple(words)


def _found(
    project: Project, articles: Sequence[Article], options: Options, baseline: Path | None = None
) -> tuple[Checked, int]:
    """What is found that no baseline lists, and how much one does."""
    from dataclasses import replace

    from l10n import workflow
    from l10n.workflow import baselines, inspecting

    known = baselines.read(baseline) if baseline is not None else frozenset()
    with progress(len(articles), "checked") as step, workflow.workers(len(articles)) as executor:
        checked = inspecting.check(project, articles, options, executor, step)
    new, left = baselines.without(checked.found, known) if known else (checked.found, 0)
    return replace(checked, found=new), left


def _print(project: Project, checked: Checked, known: int, given: dict[str, Any]) -> None:
    from l10n.cli import annotated
    from l10n.cli.found import as_json, counts, print_found, summary
    from l10n.workflow import baselines, locating, rules, telling

    found = checked.found if given["waived"] else checked.open
    form = given["form"]
    if form and given["as_json"]:
        raise click.UsageError("one form at a time: --json or --format")
    places = locating.places(project, found, locating.root(project) if form else "")
    placed = list(zip(found, places, strict=True))
    if given["as_json"]:
        rows = telling.findings(found, places)
        number = {**counts(checked.found), "baseline": known, "texts": checked.texts}
        click.echo(as_json({"findings": rows, "counts": number}))
        return
    if form == "sarif":
        says = {one.code: rules.said(project, one.code) for one in found}
        click.echo(as_json(annotated.sarif(placed, says, baselines.fingerprints(found))))
    elif form:
        for line in annotated.FORMATS[form](placed):
            click.echo(line)
    else:
        print_found(placed)
    say(summary(checked.found, checked.texts, known))


def _comments(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.workflow.remarking import remark

    project, articles, options = _meant(context, given)
    checked, _ = _found(project, articles, options, given["baseline"])
    for article, locale, changed in remark(project, articles, checked.found, now(), given["locales"]):
        click.echo(f"{article} · {locale}: comments of {count(changed, 'entry', 'entries')}")
    lines = count(sum(one.waiver is None and one.spot.is_typed for one in checked.found), "finding")
    say(f"{lines} in the catalogs; `l10n sync` takes each away once another text stands there")


def _fails(checked: Checked, least: str) -> bool:
    from l10n.workflow import rules

    return any(rules.is_as_bad(one.finding.severity, least) for one in checked.open)


def _explain(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli import explained
    from l10n.workflow import rules

    (word,) = _known("--explain", [given["explain"]])
    explained.explain(load(context), word if word in rules.ITS else word.partition(".")[0])


def _list(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli import explained

    explained.table(load(context), given["as_json"])


def _waive(context: click.Context, given: dict[str, Any]) -> None:
    from l10n import workflow
    from l10n.workflow import reviewing, waiving

    option = "--waive" if given["waive"] is not None else "--unwaive"
    word = given[option[2:]]
    _known(option, [word])
    if not given["segments"]:
        raise click.UsageError(f"{option} takes the segment, too: -s ID")
    if option == "--waive" and not given["note"].strip():
        raise click.UsageError("--waive takes a reason: --note, why it is none, in one sentence")
    project, articles, options = _meant(context, given)
    who = reviewing.person(project, given["by"], workflow.git_identity(project.folder))
    act = waiving.waive if option == "--waive" else waiving.unwaive
    done = act(project, articles, options, word, who=who, when=now(), note=given["note"])
    for one in done:
        past = "waived" if option == "--waive" else "no longer waived"
        click.echo(f"{one.spot.article} · {one.spot.locale}: {', '.join(one.codes)} {past} in {one.spot.id}")
    if not done:
        say(f"nothing to {option[2:]}: no such {'finding is open' if option == '--waive' else 'waiver stands'} there")
        sys.exit(1)


def _write_baseline(context: click.Context, given: dict[str, Any]) -> None:
    from l10n import files
    from l10n.workflow import baselines

    project, articles, options = _meant(context, given)
    checked, _ = _found(project, articles, options)
    path = given["write_baseline"]
    files.replace(path, baselines.lines(checked.open))
    say(f"wrote `{visible(str(path))}`: {count(len(checked.open), 'finding')}")


def _fix(context: click.Context, given: dict[str, Any]) -> None:
    from l10n.cli.found import print_mended
    from l10n.workflow import mending

    project, articles, options = _meant(context, given)
    known = _known_findings(project, articles, options, given["baseline"])
    with progress(len(articles), "read") as step:
        found = mending.mended(project, articles, options, known, step)
    some = [one for one in found if given["approved"] or not one.approved]
    print_mended(some)
    left = len(found) - len(some)
    if left:
        say(f"{count(left, 'approved text')} could be mended, too: --approved does it, and takes the approval")
    say(f"{count(len(some), 'text')} can be mended")
    if some and _agreed(some, given):
        _mend(project, some, given)
    elif some:
        say("nothing was written" + ("" if sys.stdin.isatty() else ": say --yes to write"))
    checked, _ = _found(project, articles, options, given["baseline"])
    if _fails(checked, project.settings.checks.fail):
        say("findings are left that fail: `l10n check` shows them")
        sys.exit(1)


def _known_findings(
    project: Project, articles: Sequence[Article], options: Options, baseline: Path | None
) -> frozenset[tuple[str, str]]:
    """What a baseline lists, by the digest of the text and check.rule."""
    if baseline is None:
        return frozenset()
    everything, _ = _found(project, articles, options)
    new, _ = _found(project, articles, options, baseline)
    known = {(one.spot.digest, one.code) for one in everything.found}
    return frozenset(known - {(one.spot.digest, one.code) for one in new.found})


def _agreed(some: Sequence[Mended], given: dict[str, Any]) -> bool:
    """Whether it shall be written: said before, or asked where there is a terminal."""
    if given["yes"] or not sys.stdin.isatty():
        return bool(given["yes"])
    return click.confirm(f"write {count(len(some), 'text')}?", err=True)


def _mend(project: Project, some: Sequence[Mended], given: dict[str, Any]) -> None:
    from l10n import ledger, workflow
    from l10n.workflow import mending

    identity = workflow.git_identity(project.folder)
    who = given["by"] or (ledger.identify(identity, project.settings.people.values()) if identity else "")
    if who:
        ledger.require(who, project.settings.people)
    number = mending.write(project, some, by=who, when=now())
    approved = sum(one.approved for one in some)
    waits = f"; {count(approved, 'approval')} ended by it: `l10n review` lists them" if approved else ""
    say(f"{count(number, 'text')} written{waits}")
    if not who:
        say("hint: who stands for them is told by `--by ID`, or by git once they are committed")
