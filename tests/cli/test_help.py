"""What `l10n --help`, `--version` and every command's help say, and how little they import."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from l10n import __version__
from l10n.cli import main
from tests.workflow.newsroom import l10n

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
HEAVY = ("click", "lxml", "babel", "polib", "jinja2", "rapidfuzz", "markdown_it", "asyncio", "json", "re")
HEAVY_FOR_HELP = ("click", "lxml", "babel", "polib", "jinja2", "rapidfuzz", "markdown_it", "l10n.workflow", "l10n.po")
HELP = Path(__file__).parents[2] / "l10n" / "help.txt"


def modules(*arguments: str) -> set[str]:
    """The modules that a command imports, this interpreter's own start left out."""
    code = f"""
import sys
before = set(sys.modules)
sys.argv = ["l10n", *{list(arguments)!r}]
from l10n.__main__ import main
try:
    main()
except SystemExit:
    pass
print("\\n".join(set(sys.modules) - before), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": ":".join([str(Path(__file__).parents[2]), *sys.path])},
    )
    return set(done.stderr.split())


def test_version_imports_nothing() -> None:
    """`l10n --version` answers before anything heavy is imported."""
    assert not modules("--version") & set(HEAVY)


def test_help_imports_little() -> None:
    """`l10n --help` imports no room, and not even the parser of the command line."""
    assert not modules("--help") & set(HEAVY_FOR_HELP)


def test_help_is_what_the_parser_says() -> None:
    """The text that `l10n --help` prints is that of the commands, on a terminal of 80 columns.

    After a change: COLUMNS=80 python -c "from l10n.cli import run; run(['--help'])" > l10n/help.txt
    """
    shown = subprocess.run(
        [sys.executable, "-c", "from l10n.cli import run; run(['--help'])"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONPATH": ":".join([str(Path(__file__).parents[2]), *sys.path]), "COLUMNS": "80"},
    )

    assert HELP.read_text(encoding="utf-8") == shown.stdout


def test_version(tmp_path: Path) -> None:
    """The version stands on stdout."""
    assert l10n(tmp_path, "--version").stdout == f"l10n {__version__}\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    """No command without its help, its options explained, and its line in the README."""
    command = main.commands[name]

    assert command.help
    for option in command.params:
        if option.param_type_name == "option":
            assert getattr(option, "help", None) or option.name in ("segment", "states"), option.name
    assert f"l10n {name}" in README


def test_the_help_of_names_shows_every_option_once_in_80_columns() -> None:
    """In groups by what they are for."""
    command = main.commands["names"]
    with click.Context(command, info_name="names", terminal_width=80) as context:
        lines = command.get_help(context).splitlines()
    options = [one for param in command.params if isinstance(param, click.Option) for one in param.opts[-1:]]

    assert max(map(len, lines)) <= 80
    for option in options:
        assert sum(bool(re.match(rf"  (-\w, )?{option} ", line)) for line in lines) == 1, option
    assert "Renderings of NAMEs:" in lines
