"""The house stands as drawn: imports run down, rooms do not know one another, files are read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "l10n"
STOREYS = [
    ["errors", "model"],
    ["languages", "codes", "text", "comments", "facts", "markup", "files"],
    ["project", "formats", "segmentation", "assembly", "po", "sync", "ledger", "reports", "builders"],
    ["workflow"],
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


def test_no_circle_below_the_rooms() -> None:
    """The modules of the lower storeys import one another in one direction only."""
    lower = [room for room in STOREY if STOREY[room] <= SAME_STOREY_MAY_MEET]
    arrows = {room: set() for room in lower}
    for path in MODULES:
        if room_of(path) in arrows:
            arrows[room_of(path)] |= imports(path) - {room_of(path)}
    while arrows:
        free = [room for room, targets in arrows.items() if not targets & set(arrows)]
        assert free, f"a circle among {sorted(arrows)}"
        for room in free:
            del arrows[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_one_sitting(path: Path) -> None:
    """No module is longer than 450 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450
