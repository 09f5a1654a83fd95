"""The names that scripts use are there, exactly as written, and listed in order."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import l10n
from l10n import errors, formats, names, po, segmentation, workflow
from l10n.project import Project

LISTED = sorted(
    module.name
    for module in pkgutil.walk_packages(l10n.__path__, "l10n.")
    if "__all__" in Path(importlib.util.find_spec(module.name).origin).read_text(encoding="utf-8")
)
SIGNATURES = [
    (formats.units, "(document: bytes, format: str, **settings: Any) -> list[Unit]"),
    (formats.rewrite, "(document: bytes, format: str, translate: Translate, **settings: Any) -> bytes"),
    (segmentation.sentences, "(text: str, language: str, exceptions: Sequence[str] = ()) -> list[str]"),
    (po.read, "(path: Path | str, *, twins: bool = False) -> Catalog"),
    (po.write, "(catalog: Catalog, path: Path | str, was: files.Stamp | None = None) -> bool"),
    (
        names.candidates,
        "(name: str, source: str, target: str, origin: str | None = None, known: Mapping[str, str] = mappingproxy({})) "
        "-> list[Candidate]",
    ),
    (names.transliterate, "(name: str, source: str, target: str, standard: str | None = None) -> str"),
    (names.convert, "(text: str, source: str, target: str, terms: Iterable[Term | str] = ()) -> str"),
    (names.Finder, "(language: str, terms: Iterable[str | Term], known: Collection[str | Term] = ()) -> None"),
    (
        names.reinflect,
        "(form: str, language: str, features: Sequence[str], sex: str | None = None, *, kind: str = '') -> str | None",
    ),
    (names.find, "(text: str, language: str, terms: Iterable[str | Term]) -> list[Mention]"),
    (
        names.inflect,
        "(form: str, language: str, case: str, sex: str | None = None, *, kind: str = '') -> str | None",
    ),
    (Project.load, "(folder: Path | str = '.') -> Project"),
]


@pytest.mark.parametrize("name", ["l10n", *LISTED])
def test_what_is_listed_can_be_used(name: str) -> None:
    """Every name in `__all__` can be had from its module, once, in the order of a dictionary, constants first."""
    module = importlib.import_module(name)

    assert all(hasattr(module, listed) for listed in module.__all__)
    assert len(set(module.__all__)) == len(module.__all__)
    assert list(module.__all__) == sorted(module.__all__, key=lambda one: (not one.isupper(), one[0].islower(), one))


def test_every_public_room_is_imported_by_naming_it() -> None:
    """`l10n.po` works after a bare `import l10n`, and an unknown name is an AttributeError."""
    code = "import l10n\nfor name in l10n.__all__: getattr(l10n, name)\nl10n.nothing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)

    assert done.stderr.rstrip().endswith("AttributeError: module `l10n` has no `nothing`")


@pytest.mark.parametrize(("function", "signature"), SIGNATURES, ids=lambda one: getattr(one, "__qualname__", ""))
def test_signatures(function: object, signature: str) -> None:
    """Scripts pass what they passed yesterday."""
    assert str(inspect.signature(function)).replace("'", "") == signature.replace("'", "")


def test_every_verb_stands_in_the_drawing_of_the_workflow() -> None:
    """The docstring of the workflow names its verbs in the order of an article's way, and each is a function."""
    verbs = re.findall(r"^([a-z]+)  ", workflow.__doc__, re.MULTILINE)

    assert verbs == ["init", "sync", "move", "merge", "review", "report", "build"]
    assert {"init", "sync_articles", "move", "merge", "report", "build"} <= set(workflow.__all__)


def test_the_tree_of_errors_is_drawn() -> None:
    """Every error of the program stands in the drawing, and nothing else does."""
    drawn = ["L10nError", *re.findall(r"^(?:│   )?[├└]── ([A-Z]\w+)", errors.__doc__, re.MULTILINE)]
    there = [name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)]

    assert drawn == there
    assert all(issubclass(getattr(errors, name), errors.L10nError) for name in there)
