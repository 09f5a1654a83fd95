"""build/manifest.json: every file of a build and what it was made from; it is also how a folder is known as a build.

One file a line, sorted, no time in it: the same inputs give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n import files
from l10n.errors import ProjectError
from l10n.phrases import phrase

NAME = "manifest.json"
TOOL = "l10n"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build holds and what it withholds."""

    tool: str = TOOL
    """Name and version of the program that built it."""
    files: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By place."""
    withheld: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By "locale/article"."""

    def published(self) -> dict[tuple[str, str], str]:
        """(article, locale) of every published variant: "published" or "stale"."""
        return {
            (entry["article"], entry["locale"]): "stale" if entry.get("stale") else "published"
            for entry in self.files.values()
            if "article" in entry and "locale" in entry
        }

    def as_bytes(self) -> bytes:
        """The file."""
        parts = [f'"tool": {_json(self.tool)}']
        for name, table in (("files", self.files), ("withheld", self.withheld)):
            lines = [f"{_json(key)}: {_json(table[key])}" for key in sorted(table)]
            parts.append(f'"{name}": {{\n' + ",\n".join(lines) + "\n}" if lines else f'"{name}": {{}}')
        return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def digest(data: bytes) -> str:
    """64 hex digits of SHA-256."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """A file of a variant, and what it was made from."""

    article: str
    locale: str
    source: str
    """Path in the project."""
    source_digest: str
    catalog: str
    """Path in the project, "" where there is none."""
    catalog_digest: str
    states: Mapping[str, int]
    """Segments by state."""
    share: float
    stale: bool
    fallbacks: Mapping[str, int] = field(default_factory=dict)
    """Segments that show an older approved text, and those left in the source language."""
    converted_from: str = ""
    """The locale whose texts a script variant shows in other letters, "" for one that was translated."""
    standard: str = ""
    """By which table of letters, where it was converted."""

    def entry(self, data: bytes) -> dict[str, Any]:
        """What the manifest says of the file with this content."""
        return {
            "article": self.article,
            "locale": self.locale,
            "source": self.source,
            "source_digest": self.source_digest,
            "catalog": self.catalog,
            "catalog_digest": self.catalog_digest,
            "states": {state: count for state, count in self.states.items() if count},
            "share": round(self.share, 4),
            "stale": self.stale,
            "fallbacks": {way: count for way, count in self.fallbacks.items() if count},
            "digest": digest(data),
            **({"converted_from": self.converted_from, "standard": self.standard} if self.converted_from else {}),
        }


def parse(data: bytes, where: str = NAME) -> Manifest:
    """The manifest of a build; ProjectError for what is none of ours."""
    hint = phrase("delete the folder if nothing in it is yours, and build again")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise ProjectError(phrase("it is no JSON"), where=where, hint=hint) from None
    if not isinstance(found, dict) or str(found.get("tool", "")).split(" ")[0] != TOOL:
        raise ProjectError(phrase("it is no manifest of `{tool} build`", tool=TOOL), where=where, hint=hint)
    tables = [found.get(name, {}) for name in ("files", "withheld")]
    if not all(isinstance(table, dict) and all(map(_is_entry, table.values())) for table in tables):
        raise ProjectError(phrase("its tables are damaged"), where=where, hint=hint)
    return Manifest(found["tool"], *tables)


def _is_entry(found: object) -> bool:
    """Whether this can be what the manifest says of a file, or of a variant that is withheld."""
    if not isinstance(found, dict):
        return False
    return "article" not in found or all(isinstance(found.get(name), kind) for name, kind in _NEEDED.items())


_NEEDED: dict[str, type | tuple[type, ...]] = {"article": str, "locale": str, "share": (int, float)}
"""What other builds, the index and the report rely on."""


def read(folder: Path) -> Manifest:
    """The manifest of a folder, an empty one where there is none; ProjectError for a damaged one."""
    path = folder / NAME
    try:
        data, _ = files.read(path)
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    return parse(data, str(path))
