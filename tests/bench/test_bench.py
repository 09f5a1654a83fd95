"""Every benchmark runs, on tiny input and without peers; what it measures is looked at by people, not by tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
SCRIPTS = sorted(path.stem for path in BENCH.glob("*.py") if "measure.main(" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_benchmark_runs(name: str, tmp_path: Path) -> None:
    """A script prints its title and at least one table of Markdown."""
    command = [sys.executable, str(BENCH / f"{name}.py"), "--tiny", "--no-peers", "--runs=1"]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={"PATH": "", "BENCH_DATA": str(tmp_path)}
    )

    assert done.returncode == 0, done.stderr
    assert "\n## " in done.stdout
    assert "\n| --- |" in done.stdout


def test_all_runs_every_script() -> None:
    """No benchmark is left out where all are run."""
    code = "import all; print(*sorted(all.SCRIPTS))"
    done = subprocess.run([sys.executable, "-c", code], cwd=BENCH, capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.split() == SCRIPTS
