"""Changes in the settings file, by splicing: comments, order and spacing of everything else stay."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from l10n import files
from l10n.edits import newline
from l10n.errors import ProjectError
from l10n.markup import splice
from l10n.phrases import phrase
from l10n.project import Project, read_table


def set_split(project: Project, article: str, ids: Sequence[str]) -> None:
    """Write `split = […]` for an article; ProjectError, and nothing written, where that cannot be done safely."""
    path, prefix = project.settings_file, _prefix(project.settings_file)
    text, was = _read(path)
    line = f"split = [{', '.join(json.dumps(one) for one in ids)}]"
    header, body = _table(text, prefix, article)
    if header is None:
        title = f"[{prefix}article.{json.dumps(article, ensure_ascii=False)}]"
        new = newline(text).join((text.rstrip("\r\n"), "", title, line, ""))
    elif match := re.compile(r"^split\s*=\s*\[[^\]\n]*\]", re.MULTILINE).search(text, header, body):
        new = text[: match.start()] + line + text[match.end() :]
    else:
        end = header + len(text[header:].partition("\n")[0].rstrip("\r"))
        new = text[:end] + newline(text) + line + text[end:]
    before = read_table(text, path).get("article", {})
    wanted = {**before, article: {**before.get(article, {}), "split": list(ids)}}
    _write(
        path,
        text,
        new,
        was,
        wanted,
        phrase("add `{line}` to the settings of `{article}` by hand", line=line, article=article),
    )


def rename_articles(project: Project, names: Mapping[str, str]) -> bool:
    """Let the settings of articles follow their names; False where none of them has any."""
    path, prefix = project.settings_file, _prefix(project.settings_file)
    own = [old for old in names if old in project.settings.articles]
    if not own:
        return False
    text, was = _read(path)
    edits = [
        (*title.span(1), json.dumps(names[old], ensure_ascii=False))
        for old in own
        for title in re.finditer(rf"{_title(prefix, old)}(?=[.\]])", text, re.MULTILINE)
    ]
    wanted = {names.get(name, name): table for name, table in read_table(text, path)["article"].items()}
    tables = ", ".join(f'`[{prefix}article."{old}"]`' for old in own)
    hint = phrase("rename by hand: {tables}", tables=tables)
    return _write(path, text, splice(text, sorted(edits)), was, wanted, hint)


def _read(path: Path) -> tuple[str, files.Stamp]:
    """The settings, line ends as they are, and the stamp of their file."""
    data, was = files.read(path)
    return data.decode("utf-8"), was


def _prefix(path: Path) -> str:
    return "tool.l10n." if path.name == "pyproject.toml" else ""


def _title(prefix: str, article: str) -> str:
    """The beginning of a title that names an article; its group is the name."""
    name = rf"{re.escape(json.dumps(article, ensure_ascii=False))}|'{re.escape(article)}'|{re.escape(article)}"
    return rf"^\[{re.escape(prefix)}article\.({name})"


def _table(text: str, prefix: str, article: str) -> tuple[int | None, int]:
    """Where the title of an article's table ends, and where the table does; None where it has no title."""
    match = re.search(rf"{_title(prefix, article)}\](?=[^\S\n]*$)", text, re.MULTILINE)
    if not match:
        return None, 0
    following = re.compile(r"^\s*\[", re.MULTILINE).search(text, match.end())
    return match.end(), following.start() if following else len(text)


def _write(path: Path, old: str, new: str, was: files.Stamp, articles: dict[str, Any], hint: str) -> bool:
    """Write the new text if it says this of articles, all else as before, and nobody else wrote meanwhile."""
    if _parsed(new, path, hint) != {**read_table(old, path), "article": articles}:
        raise ProjectError(phrase("the settings cannot be changed safely"), where=str(path), hint=hint)
    try:
        return files.replace(path, new.encode("utf-8"), was)
    except files.Changed as changed:
        raise ProjectError(changed.said, hint=phrase("save it there, then give the command again")) from None


def _parsed(text: str, path: Path, hint: str) -> dict[str, Any]:
    try:
        return read_table(text, path)
    except ProjectError:
        raise ProjectError(phrase("the settings cannot be changed safely"), where=str(path), hint=hint) from None
