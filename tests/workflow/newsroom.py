"""A small newsroom: one article in HTML, two people, and hands that type into PO files as Poedit would."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from l10n import po, text
from l10n.cli import run
from l10n.project import Project

WHEN = "2026-11-22T07:30:00Z"
LATER = "2026-11-23T07:30:00Z"

ARTICLE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry returns to the Ile river</title>
<meta name="description" content="The ferry runs again after 15 months.">
</head>
<body>
<nav><a href="/">Home</a></nav>
<article>
<h1>Ferry returns to the Ile river</h1>
<p>The ferry runs again after 15 months. Drivers waited <a href="timetable.html">on the bank</a> since dawn.</p>
<figure><img src="img/ferry.jpg" alt="A ferry"><figcaption>The ferry on its first day</figcaption></figure>
<p>It takes 12 cars. Tickets cost 500 tenge.</p>
</article>
</body>
</html>
"""

SETTINGS = """
locales = ["en", "ru", "kk"]
[gate]
state = "reviewed"
[build]
base-url = "https://example.org/"
[people.aigul]
names = ["Aigul S."]
mails = ["aigul@example.org"]
roles = ["translator"]
[people.timur]
mails = ["timur@example.org"]
roles = ["editor"]
"""

RUSSIAN = {
    "Ferry returns to the Ile river": "Паром вернулся на реку Или",
    "The ferry runs again after 15 months.": "Паром снова ходит после 15 месяцев перерыва.",
    "Drivers waited <a1>on the bank</a1> since dawn.": "Водители ждали <a1>на берегу</a1> с рассвета.",
    "A ferry": "Паром",
    "The ferry on its first day": "Паром в первый день",
    "It takes 12 cars.": "Он берёт 12 машин.",
    "Tickets cost 500 tenge.": "Билет стоит 500 тенге.",
}


def make(folder: Path, article: str = ARTICLE, settings: str = SETTINGS) -> Project:
    """A project with one article, `ferry`."""
    (folder / "source" / "img").mkdir(parents=True)
    (folder / "source" / "ferry.html").write_text(article, encoding="utf-8", newline="")
    (folder / "source" / "img" / "ferry.jpg").write_bytes(b"\xff\xd8 not a picture")
    (folder / "l10n.toml").write_text(settings, encoding="utf-8")
    return Project.load(folder)


def translated(folder: Path, settings: str = SETTINGS) -> Project:
    """A project with that article, synced, and translated into Russian by aigul."""
    project = make(folder, settings=settings)
    l10n(folder, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    l10n(folder, "sync", "--by", "aigul")
    return project


def edit_source(project: Project, old: str, new: str, name: str = "ferry.html") -> None:
    """Change the article; the old words must stand there."""
    path = project.source / name
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new), encoding="utf-8")


def type_in(path: Path, targets: Mapping[str, str] | Callable[[str], str]) -> None:
    """Type targets by source; fuzzy flags of what is typed are cleared, as a translator does."""
    catalog = po.read(path)
    entries = []
    for entry in catalog.entries:
        said = targets(entry.source) if callable(targets) else targets.get(entry.source)
        if said is not None and not entry.obsolete:
            flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
            entry = entry.replace(targets=(said,), flags=flags, previous=None)
        entries.append(entry)
    po.write(catalog.replace(entries=tuple(entries)), path)


def segment_id(path: Path, source: str) -> str:
    """Id of the one segment with this source."""
    (entry,) = [one for one in po.read(path).entries if one.source == source and not one.obsolete]
    return text.segment_id(entry.context, entry.source)


@dataclass(frozen=True)
class Done:
    """What a command did."""

    returncode: int
    stdout: str
    stderr: str


def l10n(folder: Path, *arguments: str) -> Done:
    """The command, run in a folder as a person runs it, without a process of its own."""
    out, talk, status, here = io.StringIO(), io.StringIO(), 0, Path.cwd()
    os.chdir(folder)
    try:
        with redirect_stdout(out), redirect_stderr(talk):
            run(arguments)
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else 0 if left.code is None else 1
    finally:
        os.chdir(here)
    return Done(status, out.getvalue(), talk.getvalue())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".l10n" not in path.parts and ".git" not in path.parts
    }
