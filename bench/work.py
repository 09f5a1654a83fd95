"""What new processes are started for. Nothing is imported but what the work needs: its start is measured as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# --- catalogs


def use(catalog: Any) -> None:
    """Use of each entry what every sync and report uses."""
    for entry in catalog.entries:
        _ = entry.key, entry.targets, entry.flags, entry.obsolete


def use_all(catalog: Any) -> None:
    """Use every field of each entry."""
    for entry in catalog.entries:
        _ = (
            *(entry.context, entry.source, entry.targets, entry.plural, entry.comments, entry.extracted),
            *(entry.references, entry.flags, entry.previous, entry.obsolete),
        )


def hold(path: str) -> None:
    """Read a catalog and hold it."""
    from l10n import po

    use(po.read(path))


def hold_all(path: str) -> None:
    """Read a catalog and hold it, every field used."""
    from l10n import po

    use_all(po.read(path))


def hold_polib(path: str) -> None:
    """The same with polib."""
    import polib

    polib.pofile(path)


def count(path: str) -> None:
    """Count a catalog."""
    from l10n import po

    po.counts(Path(path).read_bytes())


# --- pages


def convert(source: str, target: str) -> None:
    """Extract and rebuild a folder of pages into another one."""
    from l10n import formats

    for path in sorted(Path(source).iterdir()):
        page = path.read_bytes()
        formats.units(page, "html")
        made = formats.rewrite(page, "html", lambda unit: f"{unit.source} ·")
        Path(target, path.name).write_bytes(made)


def visit(path: str) -> None:
    """Extract and rebuild one page."""
    from l10n import formats

    page = Path(path).read_bytes()
    formats.units(page, "html")
    formats.rewrite(page, "html", lambda unit: f"{unit.source} ·")


def nothing() -> None:
    """Import what visit imports, and let the page that was read last be forgotten."""
    from l10n import formats

    formats.units(b"<p>Nothing.</p>", "html")


# --- projects


def one_catalog(folder: str, article: str, locale: str) -> None:
    """What msgmerge does: the article is cut in segments, one catalog is brought up to date and written."""
    from l10n import po, sync
    from l10n.model import State
    from l10n.project import Project
    from l10n.workflow import view

    project = Project.load(folder)
    source = view.source(project, project.article(article))
    path = project.catalog(article, locale)
    synced = sync.sync(
        source.assembly.segments,
        po.read(path),
        file=source.article.file,
        language=source.locale,
        state=lambda entry: State.TRANSLATED,
        when="2026-03-14T09:30:00Z",
    )
    po.write(synced.catalog, path)


def cli(*arguments: str) -> None:
    """Run the command line in this process."""
    from contextlib import redirect_stdout, suppress
    from io import StringIO

    from l10n.cli import run

    with suppress(SystemExit), redirect_stdout(StringIO()):
        run(arguments)


# --- memories


def no_tmx() -> None:
    """Import what read_tmx imports."""
    from l10n.memory import tmx

    _ = tmx.read


def read_tmx(path: str) -> None:
    """Read a TMX file, unit by unit."""
    from l10n.memory import tmx

    for unit in tmx.read(path):
        _ = unit.variants


def copy_tmx(path: str, target: str) -> None:
    """Read a TMX file and write it again."""
    from l10n.memory import tmx

    tmx.write(tmx.read(path), target, source="en")


def read_tmx_lxml(path: str) -> None:
    """The texts of a TMX file by lxml, nothing else of it."""
    from lxml import etree

    for _, unit in etree.iterparse(path, events=("end",), tag="tu", huge_tree=True):
        for variant in unit.iter("tuv"):
            _ = variant.get("{http://www.w3.org/XML/1998/namespace}lang"), "".join(variant.find("seg").itertext())
        unit.clear()
        while unit.getprevious() is not None:
            del unit.getparent()[0]


def read_tmx_toolkit(path: str) -> None:
    """The same with Translate Toolkit."""
    from translate.storage import tmx

    for unit in tmx.tmxfile.parsefile(path).units:
        _ = unit.source, unit.target
