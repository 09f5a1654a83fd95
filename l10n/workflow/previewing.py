"""preview: a variant as the next build would write it, made in memory, for a frame that can do nothing.

    plan ─► its texts, each between two marks ─► rendered as a build renders it ─► marks are spans, what acts is out

A text that would read otherwise beside a mark, as emphasis in Markdown may, is shown without.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from l10n import codes, markup, text
from l10n.builders import Archive, showing
from l10n.formats import encoding
from l10n.model import JOINED, Key
from l10n.project import Project
from l10n.workflow import building, rendering
from l10n.workflow.converting import Converter
from l10n.workflow.rendering import Plan


@dataclass(frozen=True)
class _Shown(Plan):
    """A variant whose units say this."""

    said: tuple[tuple[str, str], ...] = ()
    """Kind and text of every unit."""

    @cached_property
    def blocks(self) -> list[tuple[str, str]]:
        return list(self.said)


@dataclass(frozen=True)
class _Marked(Plan):
    """A variant whose texts bear marks: a converter of letters, which reads sentences, sees them as inline codes."""

    def _converted(self, converter: Converter, texts: Sequence[str]) -> list[str]:
        coded = [showing.MARK.sub(lambda match: f"<mark{showing.number(match[0])}/>", one) for one in texts]
        said = super()._converted(converter, coded)
        return [_CODED.sub(lambda match: showing.mark(int(match[1])), one) for one in said]


_CODED = re.compile(r"<mark(\d+)/>")


def page(plan: Plan, published: Collection[str], served: str) -> str:
    """The HTML page of a variant that is published.  Each sentence lies in a `<span data-segment="ID">`.

    published: the locales in which the article is.  served: the address below which the assets are, with its slash.
    """
    archive = building.archive(plan, published)
    plain = _page(plan, archive)
    names = _names(plan) if showing.is_free(plain) else []
    found = _with_marks(plan, archive, names, plain) if 0 < len(names) < showing.MOST else None
    beside = _Beside(plan.side.source.project)
    assets = showing.assets_of(archive, _place(plan, archive), plan.locale, beside, served)
    return showing.page(found or plain, [text.segment_id(*key) for key in names] if found else [], assets)


def _with_marks(plan: Plan, archive: Archive, names: list[Key], plain: str) -> str | None:
    """The page with its marks, as many as leave everything else as it is; None where there is no such page."""
    for bare in (False, True):
        marked = _page(_marked(plan, names, bare=bare), archive)
        if showing.same(plain, marked):
            return marked
    return None


def at_head(html: str, ours: str) -> str:
    """A page with markup of ours before everything but its doctype."""
    doctype = next((tag for tag in markup.tags(html) if tag.name != "#comment"), None)
    place = doctype.end if doctype and doctype.name == "#doctype" else 0
    return html[:place] + ours + html[place:]


@dataclass(frozen=True, slots=True)
class _Beside:
    """The pictures beside the articles of a project, by their paths under source/."""

    project: Project

    def __contains__(self, place: object) -> bool:
        return isinstance(place, str) and picture(self.project, place) is not None


PICTURES: Mapping[str, str] = MappingProxyType(
    {
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "avif": "image/avif",
        "svg": "image/svg+xml",
        "bmp": "image/bmp",
        "ico": "image/x-icon",
    }
)
"""Media types of pictures, by suffix."""


def picture(project: Project, place: str) -> tuple[Path, str] | None:
    """The file of a picture at a path under source/, and its media type.

    None where it is none, is hidden, or a link stands on the way: whatever the path says, it leads to no other file.
    """
    kind = PICTURES.get(place.rpartition(".")[2].lower())
    parts = place.split("/")
    if kind is None or "\\" in place or "\0" in place or any(not part or part.startswith(".") for part in parts):
        return None
    path = project.source
    try:
        for part in parts:
            path = path / part
            if path.is_symlink():
                return None
        return (path, kind) if path.is_file() and not project.source.is_symlink() else None
    except OSError:
        return None


def _place(plan: Plan, archive: Archive) -> str:
    (article,) = {one.name: one for one in archive.articles.values()}.values()
    return article.pages[plan.locale]


def _page(plan: Plan, archive: Archive) -> str:
    """Its page as text."""
    written = rendering.render(plan, archive)
    return encoding.decode(written[_place(plan, archive)], "html")[0]


def _names(plan: Plan) -> list[Key]:
    """The segments by the numbers of their marks."""
    return [one.key for one in plan.side.source.assembly.segments]


def _marked(plan: Plan, names: list[Key], *, bare: bool) -> Plan:
    """The variant with every text between its marks. bare: only texts that hold nothing but words."""
    number = {key: n for n, key in enumerate(names)}
    choices = {
        key: replace(choice, text=_between_marks(choice.text, number[key], bare))
        for key, choice in plan.decision.choices.items()
    }
    marked = _Marked(plan.side, replace(plan.decision, choices=choices), plan.converter).blocks
    first = [keys[0] for keys in plan.side.source.assembly.keys]
    said = tuple(
        (kind, new if showing.unmarked(new) == old else old if bare else showing.marked(old, number[key]))
        for (kind, old), (_, new), key in zip(plan.blocks, marked, first, strict=True)
    )
    return _Shown(plan.side, plan.decision, plan.converter, said)


def _between_marks(said: str, number: int, bare: bool) -> str:
    opening, closing = codes.FOREIGN
    if said == JOINED or not said.strip() or (bare and not said.replace(" ", "").isalnum()):
        return said
    if said.startswith(opening) and said.endswith(closing):
        inside = said.removeprefix(opening).removesuffix(closing)
        return opening + showing.marked(inside, number) + closing
    return showing.marked(said, number)
