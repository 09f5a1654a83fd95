"""init: a folder of articles becomes a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import files, languages
from l10n.edits import newline
from l10n.errors import ProjectError
from l10n.project import FORMAT_OF_SUFFIX, Project, files_below, listed, read_table
from l10n.project.settings import parse
from l10n.workflow.git import git
from l10n.workflow.pool import workers
from l10n.workflow.syncing import Options, sync_articles

ATTRIBUTES = (
    "locales/**/*.po merge=l10n",
    "locales/**/*.reviews.jsonl merge=union",
)
DRIVER = "l10n merge %O %A %B %P"
IGNORED = ("/build/", "/.l10n/", files.IGNORED)
LISTS = ((".gitattributes", ATTRIBUTES), (".gitignore", IGNORED))
NOT_ARTICLES = ("readme", "license", "licence", "changelog", "contributing", "authors", "requirements")
FOREIGN = ("setup.py", "setup.cfg", "package.json", "cargo.toml", "go.mod", "makefile", "gemfile")
OURS = ("source", "locales", "build")
GATHERED = f"{files.BESIDE[0]}source"
"""Where articles are moved on their way into `source/`."""


@dataclass(frozen=True, slots=True)
class Started:
    """What init did."""

    project: Project
    wrote: tuple[str, ...]
    """Files made or extended, from the project's folder."""
    had_settings: bool
    """There were settings already; they stay as they are."""
    moved: tuple[tuple[str, str], ...]
    """(from, to) of articles and their assets that went into `source/`."""


def init(
    folder: Path,
    *,
    source_locale: str = "en",
    locales: Sequence[str] = ("en", "ru", "kk", "ug"),
    segment: str = "sentence",
    whole_page: bool = False,
) -> Started:
    """Settings, folders, git attributes and the merge driver; articles that lie loose move into `source/`.

    What is there already stays as it is: a second run changes nothing.
    """
    folder = files.real(folder)
    if not folder.is_dir():
        raise ProjectError("there is no such folder", where=str(folder), hint="make it, and put your articles there")
    tags = [languages.get(tag).tag for tag in (source_locale, *locales)]
    settings = _settings(tags[0], list(dict.fromkeys(tags)), segment, whole_page)
    loose = _loose(folder)
    had_settings = _has_settings(folder)
    path, text = _with_settings(folder, settings)
    project = Project.load(folder) if had_settings else Project(folder, path, parse(read_table(text, path), path, text))
    lists = [_extended(project.inside(folder / name), lines) for name, lines in LISTS]
    _read_all(project, loose)
    wrote = []
    if not had_settings and files.replace(path, text.encode("utf-8")):
        wrote.append(path.name)
    moved = _gather(folder, loose)
    (folder / "source").mkdir(exist_ok=True)
    (folder / "locales").mkdir(exist_ok=True)
    wrote += [file.name for file, extended in lists if extended and files.replace(file, extended.encode("utf-8"))]
    if _drives_merges(folder):
        wrote.append("git: merge driver `l10n`")
    return Started(Project.load(folder), tuple(wrote), had_settings, tuple((name, f"source/{name}") for name in moved))


def _drives_merges(folder: Path) -> bool:
    """Register the merge driver; False where git keeps no settings here."""
    if git(folder, "rev-parse", "--is-inside-work-tree").strip() != "true":
        return False
    git(folder, "config", "merge.l10n.name", "l10n merges catalogs entry by entry")
    git(folder, "config", "merge.l10n.driver", DRIVER)
    return git(folder, "config", "merge.l10n.driver").strip() == DRIVER


def _settings(source: str, locales: Sequence[str], segment: str, whole_page: bool) -> dict[str, str]:
    lines = [
        f'source-locale = "{source}"',
        "locales = [" + ", ".join(f'"{tag}"' for tag in locales) + "]",
        f'segment = "{segment}"',
    ]
    page = ["whole-page = true"] if whole_page else []
    gate = ['state = "reviewed"', "share = 1.0", 'fallback = {default = "approved"}']
    return {"": "\n".join(lines), "html": "\n".join(page), "gate": "\n".join(gate)}


def _has_settings(folder: Path) -> bool:
    try:
        return Project.load(folder).folder == folder
    except ProjectError as error:
        if error.where == str(folder):
            return False
        raise


def _with_settings(folder: Path, settings: dict[str, str]) -> tuple[Path, str]:
    """The settings file, and what it is to hold."""
    path = folder / "pyproject.toml"
    prefix = "tool.l10n"
    if not path.is_file():
        path, prefix = folder / "l10n.toml", ""
    tables = []
    for name, body in settings.items():
        title = ".".join(part for part in (prefix, name) if part)
        if body:
            tables.append((f"[{title}]\n" if title else "") + body + "\n")
    before = _text(path)
    text = before.rstrip("\r\n") + "\n\n" * bool(before) + "\n".join(tables)
    return path, text.replace("\r\n", "\n").replace("\n", newline(before))


def _extended(path: Path, lines: Sequence[str]) -> tuple[Path, str]:
    """What a file is to hold that lacks some of these lines; "" where it has them all."""
    text = _text(path)
    line_end = newline(text)
    present = {line.strip().strip("/") for line in text.splitlines()}
    missing = [line for line in lines if line.strip("/") not in present]
    joint = "" if not text or text.endswith("\n") else line_end
    return path, text + joint + line_end.join(missing) + line_end if missing else ""


def _read_all(project: Project, loose: Sequence[str]) -> None:
    """Whatever sync would refuse is refused before anything is written."""
    names: list[str] = []
    for name in loose:
        path = project.inside(project.folder / name)
        names += [f"{name}/{inner}" for inner in files_below(path)] if path.is_dir() else [name]
    articles = (*project.articles(), *listed(project.folder, "", names))
    with workers(len(articles)) as executor:
        sync_articles(project, articles, Options(when="", dry_run=True), executor)


def _text(path: Path) -> str:
    """The text of a file, "" where there is none."""
    try:
        return files.read(path)[0].decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise ProjectError("cannot be read", where=str(path), hint="save the file as UTF-8") from None


def _loose(folder: Path) -> list[str]:
    """What has to go into `source/`: nothing where that folder is there already."""
    if (folder / "source").exists():
        return []
    present = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    foreign = [name for name in present if name.lower() in FOREIGN or name == "pyproject.toml"]
    loose = [name for name in present if _is_content(folder / name)]
    if not (folder / GATHERED).exists() and not any(_has_article(folder / name) for name in loose):
        return []
    if foreign:
        raise ProjectError(
            f"the articles lie loose beside `{foreign[0]}`",
            where=str(folder),
            hint="put them and their pictures into a folder `source/` first, then run `l10n init` again",
        )
    return loose


def _gather(folder: Path, loose: Sequence[str]) -> list[str]:
    """Move them into `source/`, which appears when it is complete: killed midway, the next call goes on."""
    gathered = folder / GATHERED
    if not loose and not gathered.exists():
        return []
    gathered.mkdir(exist_ok=True)
    for name in loose:
        (folder / name).rename(gathered / name)
    names = sorted(entry.name for entry in gathered.iterdir())
    gathered.rename(folder / "source")
    return names


def _is_content(path: Path) -> bool:
    name = path.name.lower()
    return name not in OURS and name != "l10n.toml" and not name.startswith(NOT_ARTICLES)


def _has_article(path: Path) -> bool:
    if path.is_dir() and not path.is_symlink():
        return any(_has_article(entry) for entry in path.iterdir())
    return path.suffix.lower() in FORMAT_OF_SUFFIX
