"""The names of articles on a terminal: by kinds, new ones first, each in two or three lines.

    people: 14, 12 new
      new    Michael Pompeo ×4 (title `State`)  cabar.txt:11, 13, 17
             also Pompeo
             ru Майкл Помпео (usual form) · kk Майк Помпео (press form)

In a pipe no line is broken.  Reasons in full, and every place, are in `--json`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from l10n.cli.printing import isolated
from l10n.cli.talk import count, say, visible, width
from l10n.model.names import KINDS

if TYPE_CHECKING:
    from l10n.names.discovery import Disagreement
    from l10n.workflow.discovering import Form, Listed, Listing

PLURALS = {
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "work": "works",
    "term": "terms, and what nothing tells",
}
MOST_PLACES = 4
"""How many places of a name are shown."""
INDENT = "         "
"""Before the second and further lines of a name: as wide as `  new    `."""


def print_names(listing: Listing, names: Sequence[Listed]) -> None:
    """These names of a listing, by kinds, and all its spellings that disagree."""
    several = len({one.locale for one in listing.names}) > 1
    for kind in KINDS:
        group = [one for one in names if one.found.kind == kind]
        if group:
            new = sum(one.found.term is None for one in group)
            click.echo(f"{PLURALS[kind]}: {len(group)}, {new} new")
        for one in sorted(group, key=lambda one: (one.found.term is not None, -one.found.count, one.found.form)):
            _print_name(one, several)
    if listing.disagreements:
        click.echo("spellings to look at:")
    for bad in listing.disagreements:
        _print_disagreement(bad)
    new = sum(one.found.term is None for one in names)
    odd = count(len(listing.disagreements), "spelling")
    say(f"{count(len(names), 'name')}, {new} not in the glossary; {odd} to look at")
    if new:
        say("hint: `l10n names --add FORM` or `--add-all` writes them into the glossary; `l10n sync` drafts renderings")


def _print_name(one: Listed, several: bool) -> None:
    found = one.found
    locale = f" · {one.locale}" if several else ""
    why = "" if found.term else f" ({visible(found.why)})"
    mark = "known" if found.term else "new  "
    _print([f"  {mark}  {_shown(found.form)} ×{found.count}{locale}{why}", _places(found.places)], "  ")
    if found.forms:
        first, *others = map(_shown, found.forms)
        _print([f"{INDENT}also {first}", *others], ", ")
    if one.forms:
        first, *others = (f"{tag} {_rendering(form)}" for tag, form in one.forms.items())
        _print([INDENT + first, *others], " · ")


def _print_disagreement(bad: Disagreement) -> None:
    better = [f"better {_shown(bad.better)}"] if bad.better else []
    _print([f"  {_shown(bad.forms[0])}", visible(bad.reason), *better, _places(bad.places)], ", ")


def _rendering(form: Form) -> str:
    """A form, with its state or the standard that it follows."""
    return f"{_shown(form.text)} ({visible(_DETAIL.split(form.said)[0])})"


_DETAIL = re.compile(r"\s*[;,(]")
"""What begins the reason behind a standard."""


def _shown(text: str) -> str:
    return isolated(visible(text))


def _places(places: Sequence[str]) -> str:
    """Where a name stands, each file once and without its folder: `border.html:12, 15 and 3 more`."""
    shown, last = [], ""
    for place in places[:MOST_PLACES]:
        file, _, line = place.rpartition(":")
        shown.append(line if file and file == last else f"{PurePath(file).name}:{line}" if file else place)
        last = file
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    return visible(", ".join(shown)) + more


def _print(pieces: Sequence[str], joint: str) -> None:
    """Pieces of a line, none of them broken: one that the terminal has no room for begins the next line."""
    columns = width()
    line = pieces[0]
    for piece in pieces[1:]:
        if columns is None or len(line) + len(joint) + len(piece) <= columns:
            line += joint + piece
        else:
            click.echo(line + joint.rstrip())
            line = INDENT + piece
    click.echo(line)
