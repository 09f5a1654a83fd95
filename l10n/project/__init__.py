"""A project: its settings, its articles, and where everything lies.

source/<article>.{html,md,txt}                      what is translated; other files there are assets
source/glossary.toml                                the names and terms in it, if the project keeps them
locales/<article>.pot                               the segments of the source
locales/<locale>/<article>.po                       one catalog a locale, the source locale's own included
locales/<locale>/<article>.reviews.jsonl            its ledger
memory/*.tmx                                        translation memories of others, and what was aligned
locales/<name>.pot, locales/<locale>/<name>.po      of a name in `catalogs`: no article, its texts are an extractor's
build/                                              the variants
.l10n/                                              caches, deletable at any time

An article is its path under `source/` without suffix; two files of one name are refused.  `glossary` is reserved: it is
the article of the names, synced, reviewed and reported like the others, and published by no build.
"""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from l10n import files
from l10n.errors import ProjectError
from l10n.model import FORMATS
from l10n.phrases import phrase
from l10n.project.settings import parse
from l10n.project.tables import ArticleSettings, Checks, Gate, Pretranslating, Publishing, Remembered, Settings

__all__ = [
    "Article",
    "ArticleSettings",
    "Checks",
    "Gate",
    "Pretranslating",
    "Project",
    "Publishing",
    "Remembered",
    "Settings",
]

RESERVED = "glossary"
CATALOG = "catalog"
"""The format of a catalog without an article: its POT."""
GLOSSARY = f"{RESERVED}.toml"
"""The file under `source/` that holds the names and terms: an article of its own format, which no build publishes."""
FORMAT_OF_SUFFIX = {suffix: name for name, suffixes in FORMATS.items() for suffix in suffixes}
"""What makes a file under `source/` an article, and which format it has."""
LEDGER = ".reviews.jsonl"
ALIGNED = "aligned"
"""Of the translation memories, those made of translations that were published already."""
NAME_MAX = 255
"""Bytes in the name of a file on the file systems in use (ext4, APFS, NTFS, each counted its own way)."""
_UNPRINTABLE = ("Cc", "Zl", "Zp")
_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""Embeddings, overrides and isolates (UAX 9): a name would look like another one; gettext sets file names in them."""


@dataclass(frozen=True, slots=True)
class Article:
    """One file under `source/` that is translated."""

    name: str
    """Path under `source/` without suffix, "/" between folders."""
    folder: Path
    """Of the project."""
    format: str
    file: str
    """Path from the project's folder, "/" between folders: what `#:` lines name."""

    @property
    def path(self) -> Path:
        return self.folder / self.file

    @property
    def is_glossary(self) -> bool:
        """It holds the names and terms, and is no page."""
        return self.name == RESERVED

    @property
    def is_catalog(self) -> bool:
        """It is a catalog without an article: the words of a program, which an extractor wrote into its POT."""
        return self.format == CATALOG

    @property
    def is_page(self) -> bool:
        """A build publishes it."""
        return not self.is_glossary and not self.is_catalog


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with articles, catalogs and settings."""

    folder: Path
    settings_file: Path
    settings: Settings

    @classmethod
    def load(cls, folder: Path | str = ".") -> Project:
        """The project that this folder, or one above it, belongs to; ProjectError where there is none."""
        start = files.real(folder)
        if not start.is_dir():
            hint = phrase("see whether the path is right")
            raise ProjectError(phrase("no project: there is no such folder"), where=str(start), hint=hint)
        for place in (start, *start.parents):
            for name in ("l10n.toml", "pyproject.toml"):
                path = place / name
                if path.is_file():
                    text = _text(path)
                    table = read_table(text, path)
                    if table or name == "l10n.toml":
                        return cls(place, path, parse(table, path, text))
        raise ProjectError(
            phrase("no project here or in a folder above"),
            where=str(start),
            hint=phrase("run `l10n init` in the folder that holds `source/`"),
        )

    @property
    def source(self) -> Path:
        return self.folder / "source"

    @property
    def locales(self) -> Path:
        return self.folder / "locales"

    @property
    def memory(self) -> Path:
        return self.folder / "memory"

    @property
    def build(self) -> Path:
        return self.folder / "build"

    @property
    def cache(self) -> Path:
        return self.folder / ".l10n"

    def template(self, name: str) -> Path:
        """The POT of an article."""
        return self.folder / "locales" / f"{name}.pot"

    def catalog(self, name: str, locale: str) -> Path:
        return self.folder / "locales" / locale / f"{name}.po"

    def ledger(self, name: str, locale: str) -> Path:
        return self.folder / "locales" / locale / f"{name}{LEDGER}"

    def aligned(self, name: str, locale: str) -> Path:
        """The TMX file of an article with what was published of it before."""
        return self.memory / ALIGNED / f"{name}.{locale}.tmx"

    def inside(self, path: Path) -> Path:
        """A path below the folder; ProjectError where a symbolic link on the way, or in its place, leads out of it."""
        text, islink = str(path), os.path.islink  # a Path for each step costs more than the call
        end = len(str(self.folder))
        while end >= 0:
            end = text.find("/", end + 1)
            if islink(text[: end if end >= 0 else len(text)]) and not _is_inside(path, self.folder):
                raise _leads_out(path)
        return path

    def shown(self, path: Path) -> str:
        """A path as people read it: from the project's folder."""
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else str(path)

    def articles(self) -> tuple[Article, ...]:
        """Every article, by name, the glossary and the catalogs without an article among them; ProjectError for a name
        that two files claim, or that cannot be one."""
        self.inside(self.source)
        pages = listed(self.folder, "source/", files_below(self.source))
        if not self.settings.catalogs:
            return pages
        others = [Article(name, self.folder, CATALOG, f"locales/{name}.pot") for name in self.settings.catalogs]
        check_catalogs(self.settings.catalogs, pages)
        return tuple(sorted((*pages, *others), key=lambda one: one.name))

    @property
    def glossary(self) -> Article | None:
        """The article of names and terms; None where the project has none."""
        one = _glossary(self.folder, "source/")
        return one if self.inside(one.path).is_file() else None

    def article(self, name: str) -> Article:
        """The article of that name, or of that path; ProjectError where there is none."""
        return self.chosen([name])[0]

    def chosen(self, names: list[str] | tuple[str, ...]) -> tuple[Article, ...]:
        """The articles of these names or paths, and those in folders of these names; all where none is named."""
        articles = self.articles()
        if not names:
            return articles
        by_name = {article.name: article for article in articles} | {article.file: article for article in articles}
        chosen: list[Article] = []
        for name in names:
            key = name if name in by_name else _below(self.folder, name)
            folders = tuple(f"{one.rstrip('/')}/" for one in (name, key))
            below = [one for one in articles if one.name.startswith(folders) or one.file.startswith(folders)]
            if key not in by_name and not below:
                known = ", ".join(f"`{article.name}`" for article in articles[:8])
                hint = phrase("articles in `source/`: none yet")
                if known:
                    hint = phrase("articles in `source/`: {names}", names=known)
                raise ProjectError(
                    phrase("there is no article `{name}`", name=name),
                    hint=hint,
                )
            chosen += [by_name[key]] if key in by_name else below
        return tuple(dict.fromkeys(chosen))

    def assets(self) -> tuple[str, ...]:
        """Files under `source/` that are no articles: paths below it, sorted."""
        return tuple(
            relative
            for relative in sorted(files_below(self.source))
            if Path(relative).suffix.lower() not in FORMAT_OF_SUFFIX and relative != GLOSSARY
        )

    def named(self, name: str) -> ArticleSettings:
        """What the settings say of one article."""
        return self.settings.articles.get(name) or ArticleSettings()

    def orphans(self) -> tuple[str, ...]:
        """Names that have a POT or a catalog but no article, sorted."""
        present = {article.name for article in self.articles()}
        root = self.folder / "locales"
        names = set()
        for relative in files_below(root):
            if relative.endswith(".pot"):
                names.add(relative[: -len(".pot")])
            elif relative.endswith(".po") and "/" in relative:
                names.add(relative.partition("/")[2][: -len(".po")])
        return tuple(sorted(names - present - {RESERVED}))


def listed(folder: Path, place: str, names: Iterable[str]) -> tuple[Article, ...]:
    """The articles among these files, by name; ProjectError for a name that two claim, or that cannot be one.

    place: "source/", the path from the project's folder to where they lie.
    """
    found: dict[str, Article] = {}
    for relative in sorted(names):
        stem, dot, suffix = relative.rpartition(".")
        format_name = FORMAT_OF_SUFFIX.get(f".{suffix.lower()}") if dot and not stem.endswith("/") else None
        if relative == GLOSSARY:
            found.setdefault(RESERVED, _glossary(folder, place))
            continue
        if _on_any_disk(relative) == GLOSSARY:
            hint = phrase("call it `{file}`, or something else where it is none", file=GLOSSARY)
            raise ProjectError(phrase("the glossary has small letters"), where=f"{place}{relative}", hint=hint)
        if format_name is None or not stem:
            continue
        if _on_any_disk(stem) == RESERVED:
            raise ProjectError(
                phrase("the name `glossary` is reserved"), where=f"{place}{relative}", hint=phrase("rename the article")
            )
        article = Article(stem, folder, format_name, f"{place}{relative}")
        check_name(stem, article.file)
        twin = found.setdefault(_on_any_disk(stem), article)
        if twin is not article:
            hint = phrase("rename one: an article is its path without suffix")
            if twin.name != stem:
                hint = phrase("rename one: elsewhere they are one file")
            raise ProjectError(
                phrase("`{one}` and `{other}` would be one article", one=twin.file, other=article.file), hint=hint
            )
    return tuple(sorted(found.values(), key=lambda article: article.name))


def check_catalogs(catalogs: Iterable[str], pages: Iterable[Article]) -> None:
    """ProjectError for an article that has the name of a catalog without one."""
    taken = {_on_any_disk(name): name for name in catalogs}
    for page in pages:
        if twin := taken.get(_on_any_disk(page.name)):
            what = phrase(
                "`{twin}` is a catalog without an article, by the settings, and an article is called so", twin=twin
            )
            raise ProjectError(what, where=page.file, hint=phrase("rename the article, or the catalog in `catalogs`"))


def _glossary(folder: Path, place: str) -> Article:
    return Article(RESERVED, folder, RESERVED, f"{place}{GLOSSARY}")


def _on_any_disk(name: str) -> str:
    """What two names share that are one file on a Mac or in Windows, whose disks fold case, and marks with letters."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def read_table(text: str, path: Path) -> dict[str, Any]:
    """The table of our settings in the text of a TOML file; empty where it has none."""
    try:
        table: dict[str, Any] = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = re.fullmatch(r"(.*) \(at line (\d+), column \d+\)", str(error))
        what, line = (said[1], int(said[2])) if said else (str(error), 0)
        hint = phrase("correct the TOML there")
        raise ProjectError(
            phrase("the settings cannot be read: {why}", why=what), where=str(path), line=line, hint=hint
        ) from None
    if path.name == "l10n.toml":
        return table
    tool = table.get("tool")
    ours = tool.get("l10n") if isinstance(tool, dict) else None
    return ours if isinstance(ours, dict) else {}


def _text(path: Path) -> str:
    try:
        data, _ = files.read(path)
        return data.decode("utf-8")
    except OSError as error:
        what = phrase("the settings cannot be read: {why}", why=str(error.strerror))
        raise ProjectError(what, where=str(path), hint=files.remedy(error)) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProjectError(
            phrase("the settings are not UTF-8"), where=str(path), line=line, hint=phrase("save the file so")
        ) from None


def _below(folder: Path, name: str) -> str:
    """The path from the project's folder of a file named from the working directory, or the name itself."""
    try:
        return files.real(name).relative_to(folder).as_posix()
    except ValueError:
        return name


def files_below(root: Path) -> Iterator[str]:
    """Paths of the files below a folder, hidden ones left out; a link that leads out of it is refused."""
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            entries = list(os.scandir(root / folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            relative = f"{folder}{entry.name}"
            if entry.is_symlink():
                _check_link(root, relative)
            if entry.is_dir(follow_symlinks=False):
                pending.append(f"{relative}/")
            elif entry.is_file():
                yield relative


def _check_link(root: Path, relative: str) -> None:
    """ProjectError for a link that leads out of this folder, or nowhere."""
    path = root / relative
    if not _is_inside(path, root):
        raise _leads_out(path)
    if not path.exists():
        hint = phrase("put the file itself there, or remove the link")
        raise ProjectError(phrase("a symbolic link leads nowhere"), where=str(path), hint=hint)


def _is_inside(path: Path, root: Path) -> bool:
    """Whether a path, links followed, lies below a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _leads_out(path: Path) -> ProjectError:
    hint = phrase("put the file or folder itself there, instead of the link")
    return ProjectError(phrase("a symbolic link leads out of the project"), where=str(path), hint=hint)


def check_name(name: str, file: str) -> None:
    """ProjectError for an article that no catalog could be named after, or whose name is not what it looks like."""
    try:
        size = len(f"{name.rpartition('/')[2]}{LEDGER}".encode())
    except UnicodeEncodeError:
        raise ProjectError(phrase("its name is not UTF-8"), where=file, hint=phrase("rename the article")) from None
    if "\\" in name:
        raise ProjectError(phrase("its name holds a backslash"), where=file, hint=phrase("rename the article"))
    if not name.isprintable() and any(map(_is_hidden, name)):
        shown = "".join(f"\\u{ord(c):04x}" if _is_hidden(c) else c for c in file)
        what = phrase("its name holds a character that is not seen, or turns the others round")
        raise ProjectError(what, where=shown, hint=phrase("rename the article"))
    if size > NAME_MAX:
        what = phrase(
            "its name is too long by {n} bytes: that of its ledger ends in `{suffix}`", n=size - NAME_MAX, suffix=LEDGER
        )
        raise ProjectError(what, where=file, hint=phrase("give the article a shorter name"))


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in _UNPRINTABLE or unicodedata.bidirectional(letter) in _TURNING
