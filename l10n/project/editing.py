"""One change in the settings file, by splicing: comments, order and spacing of everything else stay."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from l10n import files
from l10n.errors import ProjectError
from l10n.project import Project, read_table


def set_split(project: Project, article: str, ids: Sequence[str]) -> None:
    """Write `split = […]` for an article; ProjectError, and nothing written, where that cannot be done safely."""
    path, prefix = project.settings_file, _prefix(project.settings_file)
    text, was = _read(path)
    newline = "\r\n" if "\r\n" in text else "\n"
    line = f"split = [{', '.join(json.dumps(one) for one in ids)}]"
    header, body = _table(text, prefix, article)
    if header is None:
        title = f"[{prefix}article.{json.dumps(article, ensure_ascii=False)}]"
        new = newline.join((text.rstrip("\r\n"), "", title, line, ""))
    elif match := re.compile(r"^split\s*=\s*\[[^\]\n]*\]", re.MULTILINE).search(text, header, body):
        new = text[: match.start()] + line + text[match.end() :]
    else:
        end = header + len(text[header:].partition("\n")[0].rstrip("\r"))
        new = text[:end] + newline + line + text[end:]
    _write(path, text, new, was, article, {"split": list(ids)}, f"add `{line}` to the settings of `{article}` by hand")


def rename_article(project: Project, old: str, new: str) -> bool:
    """Let the settings of an article follow its name; False where it has none."""
    path, prefix = project.settings_file, _prefix(project.settings_file)
    if old not in project.settings.articles:
        return False
    text, was = _read(path)
    header, _ = _table(text, prefix, old)
    hint = f'rename `[{prefix}article."{old}"]` by hand'
    if header is None:
        raise ProjectError(f"the settings of `{old}` stand where they cannot be renamed", where=str(path), hint=hint)
    start = text.rfind("[", 0, header)
    title = f"[{prefix}article.{json.dumps(new, ensure_ascii=False)}]"
    return _write(path, text, text[:start] + title + text[header:], was, new, {}, hint)


def _read(path: Path) -> tuple[str, files.Stamp]:
    """The settings, line ends as they are, and the stamp of their file."""
    data, was = files.read(path)
    return data.decode("utf-8"), was


def _prefix(path: Path) -> str:
    return "tool.l10n." if path.name == "pyproject.toml" else ""


def _table(text: str, prefix: str, article: str) -> tuple[int | None, int]:
    """Where the title of an article's table ends, and where the table does; None where it has no title."""
    names = rf"(?:{re.escape(json.dumps(article, ensure_ascii=False))}|'{re.escape(article)}'|{re.escape(article)})"
    match = re.search(rf"^\[{re.escape(prefix)}article\.{names}\](?=[^\S\n]*$)", text, re.MULTILINE)
    if not match:
        return None, 0
    following = re.compile(r"^\s*\[", re.MULTILINE).search(text, match.end())
    return match.end(), following.start() if following else len(text)


def _write(path: Path, old: str, new: str, was: files.Stamp, article: str, wanted: dict[str, Any], hint: str) -> bool:
    """Write the new text if it says just what it should, and nobody else wrote meanwhile."""
    before, after = read_table(old, path), _parsed(new, path, hint)
    articles = after.get("article", {})
    said = articles.get(article, {})
    same = {key: value for key, value in before.items() if key != "article"}
    rest = {key: value for key, value in after.items() if key != "article"}
    if same != rest or any(said.get(key) != value for key, value in wanted.items()):
        raise ProjectError("the settings cannot be changed safely", where=str(path), hint=hint)
    try:
        return files.replace(path, new.encode("utf-8"), was)
    except files.Changed as changed:
        raise ProjectError(str(changed), hint="save it there, then give the command again") from None


def _parsed(text: str, path: Path, hint: str) -> dict[str, Any]:
    try:
        return read_table(text, path)
    except ProjectError:
        raise ProjectError("the settings cannot be changed safely", where=str(path), hint=hint) from None
