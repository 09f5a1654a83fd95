"""The verbs, in the order of an article's way. Each takes values and returns values; `cli` prints them.

init      a folder of articles becomes a project
sync      the article changed, or somebody typed: catalogs and ledgers follow
move      an article changes its name, and everything follows
merge     two branches changed a catalog
review    what waits for whom; approve, send back, withdraw          (l10n.workflow.reviewing, of items)
report    how far every article is in every locale
build     the variants that are ready

What is done with names has modules of its own, and one command, `l10n names`:

    naming        the glossary of a project, with its renderings; loaded, edited
    prefilling    what nobody has rendered yet is drafted at sync
    mentions      where names stand in an article, and what `#.` says of them
    discovering   what articles name, known or not, and spellings that disagree
    checking      what the check of names and terms says of a text
    consistency   whether all articles write names as the glossary does
    respelling    a rendering changed: the segments that have the old one
    exchanging    the glossary as a table, and back
    converting    script variants, at build

What was translated once is found again by these, and one command, `l10n memory`:

    remembering   the memory of a project, up to date; searched
    feeding, entering       what it follows from, and what of that enters
    trading       TMX files into the project and out of it
    aligning      a published translation becomes drafts, or a part of the memory

What is empty is drafted by these, and `l10n pretranslate`:

    pretranslating          drafts are found, then written into what is empty still
    drafting      each empty segment by the first way that has something for it
    recalling, wordless     what the memory has for a segment; what needs no translator's words
    consulting    the engines of the settings at work
    leverage, effort        how much is there already, before; what drafts were worth, after

Words are found, and replaced in every place, by `replacing`.

What the checks say is worked out by more modules, for one command, `l10n check`, and for review and build:

    inspecting    all checks of articles, in every locale
    spots         the texts that are checked, each in its place
    rules         which checks are asked, and how bad it is what they find
    entities, histories     what the checks of originals and of the process are given
    against       what stands against a segment by the gate
    trying        the same of a text that is typed and not saved
    since, baselines        what a branch changed; what is known already
    locating      where a finding stands in its file
    waiving, mending, remarking     findings are ended, mended, written beside the texts

The workbench asks more of them, again and again:

    saving, joining         what is typed is written at once; sentences that one target says together
    offering      what stands beside one text: names, matches, engines
    waiting       what waits for review, across articles and locales
    chronicle, timeline     what happened to a segment; to an article, day by day
    register, usage         the glossary as a table; where a name is used
    entries, admitting      an entry, and the forms that a locale admits, written by a person
    recounting    a report that counts what changed, and keeps the rest in memory
    counted       the segments behind a number of a report
    variants      what the gate says of every variant of an article, and what is built of it
    answering     what a translator asked gets its answer
    previewing    a variant as the next build would write it, in memory, for a frame

A verb is imported when it is named: a report where nothing changed needs little of the house.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from l10n.workflow.authors import git_identity
    from l10n.workflow.building import Built, build
    from l10n.workflow.merging import merge
    from l10n.workflow.moving import by_folder, move, renamed
    from l10n.workflow.pool import workers
    from l10n.workflow.reporting import report
    from l10n.workflow.splitting import split
    from l10n.workflow.starting import Started, init
    from l10n.workflow.syncing import Options, Synced, onto, sync_articles

__all__ = [
    "Built",
    "Options",
    "Started",
    "Synced",
    "build",
    "by_folder",
    "git_identity",
    "init",
    "merge",
    "move",
    "onto",
    "renamed",
    "report",
    "split",
    "sync_articles",
    "workers",
]

_MODULES = {
    "authors": ("git_identity",),
    "building": ("Built", "build"),
    "merging": ("merge",),
    "moving": ("by_folder", "move", "renamed"),
    "reporting": ("report",),
    "splitting": ("split",),
    "starting": ("Started", "init"),
    "syncing": ("Options", "Synced", "onto", "sync_articles"),
    "pool": ("workers",),
}
_MODULE = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """A verb, or what it takes or gives, imported at its first use."""
    if name not in _MODULE:
        raise AttributeError(f"module `l10n.workflow` has no `{name}`")
    from importlib import import_module

    found = getattr(import_module(f"l10n.workflow.{_MODULE[name]}"), name)
    globals()[name] = found
    return found
