"""The house stands as drawn: imports run down, rooms do not know one another, files are read in one sitting."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from l10n import names

HOUSE = Path(__file__).parents[1] / "l10n"
STOREYS = [
    ["errors", "model", "phrases"],
    [
        "languages",
        "codes",
        "text",
        "comments",
        "origins",
        "facts",
        "dictionaries",
        "markup",
        "edits",
        "matter",
        "files",
        "toml",
        "glossary",
    ],
    [
        "project",
        "formats",
        "segmentation",
        "assembly",
        "po",
        "sync",
        "ledger",
        "names",
        "memory",
        "alignment",
        "checks",
        "reports",
        "builders",
        "engines",
        "memory",
    ],
    ["workflow"],
    ["web"],
    ["cli"],
    ["__main__"],
]
STOREY = {room: height for height, rooms in enumerate(STOREYS) for room in rooms}
SAME_STOREY_MAY_MEET = 1
"""Below the rooms, modules of one storey may use one another as long as no circle arises."""
MODULES = sorted(HOUSE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Names of the rooms that a module imports, hidden imports in functions included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module == "l10n":
            names = [f"l10n.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            names = [node.module or ""]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("l10n.")}
    return found & set(STOREY)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_imports_run_down(path: Path) -> None:
    """No module imports from a storey above its own, and no room imports another room."""
    room = room_of(path)
    if path == HOUSE / "__init__.py":
        return
    assert room in STOREY, f"`{room}` has no storey: name it in STOREYS"
    for other in imports(path) - {room}:
        below = STOREY[other] < STOREY[room]
        beside = STOREY[other] == STOREY[room] <= SAME_STOREY_MAY_MEET
        assert below or beside, f"`{room}` imports `{other}`"


def modules_used(path: Path) -> set[Path]:
    """The modules that a module imports, those for the type checker included; `from l10n.po import odd` is odd.py."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("l10n"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.startswith("l10n")]
        else:
            continue
        found |= {
            file for name in names for file in [module_file(name) or module_file(name.rpartition(".")[0])] if file
        }
    return found - {path}


def test_names_stand_as_drawn() -> None:
    """The storeys inside the room of names: each knows those above it in the drawing, none the one beside it."""
    drawn = names.__doc__.partition("The storeys inside")[2].split("\n\n")[1]
    storeys = [line[: line.index("     ")].split() for line in map(str.strip, drawn.splitlines())]
    height = {part: level for level, parts in enumerate(storeys) for part in parts}
    folder = HOUSE / "names"
    arrows = {
        (part_of(path), part_of(other))
        for path in sorted(folder.rglob("*.py"))
        for other in modules_used(path)
        if folder in other.parents and folder / "__init__.py" not in (path, other)
    }

    assert set(height) == {part for arrow in arrows for part in arrow}
    assert [(one, other) for one, other in sorted(arrows) if one != other and height[other] >= height[one]] == []


def part_of(path: Path) -> str:
    return path.relative_to(HOUSE / "names").parts[0].removesuffix(".py")


def module_file(name: str) -> Path | None:
    """The file of a module of ours; None where there is none of that name."""
    place = HOUSE.joinpath(*name.split(".")[1:])
    files = [place.parent / f"{place.name}.py", place / "__init__.py"]
    return next((file for file in files if file.is_file()), None)


def test_no_circle() -> None:
    """Modules import one another in one direction only; the package itself hands names on, and holds the version."""
    porch = HOUSE / "__init__.py"
    arrows = {path: modules_used(path) for path in MODULES if path != porch}
    while arrows:
        free = [path for path, targets in arrows.items() if not targets & set(arrows)]
        assert free, f"a circle among {sorted(str(path.relative_to(HOUSE)) for path in arrows)}"
        for path in free:
            del arrows[path]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_one_sitting(path: Path) -> None:
    """No module is longer than 450 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\{?[0-9,]+\}?\})\+")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_groups_are_atomic(path: Path) -> None:
    """`(?>(?:ab?)*)`, and not `(?:ab?)*+`: before Python 3.11.5 a possessive group never goes back inside itself.

    Source: CPython gh-106052.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        text = node.value if isinstance(node, ast.Constant) else ""
        if isinstance(text, bytes):
            text = text.decode("latin-1")
        if isinstance(text, str) and "(?" in text:
            found = _POSSESSIVE_GROUP.search(text)
            assert not found, f"line {node.lineno}: {text[:80]!r}"
