"""How it is measured: cases take turns (A B A B …), each several times; medians, minima and ratios go into a table.

A case inside this process is timed by the clock and by the processor time of the process; a command from outside,
start and end of the process included, as the operating system accounts for it, its children with it.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once, not at every start
BUDGET = 60.0
"""Seconds after which a case is not repeated further."""
MISSING = "not installed"


@dataclass
class Timing:
    """The runs of one case, in seconds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Median of the processor time."""
        return statistics.median(self.cpu)

    @property
    def least(self) -> float:
        return min(self.cpu)

    @property
    def median_wall(self) -> float:
        return statistics.median(self.wall)


@dataclass
class Options:
    """What was asked for."""

    runs: int
    tiny: bool
    peers: bool
    data: Path
    """Where generated input goes."""
    paths: list[Path]
    """The user's own input."""

    def of(self, full: Any, tiny: Any) -> Any:
        """A size: the full one, or the tiny one that only shows that the script works."""
        return tiny if self.tiny else full


@dataclass
class Aim:
    """A figure that is aimed at."""

    name: str
    value: float
    limit: float
    least: bool = True
    """The value is to be at least the limit; else at most."""
    unit: str = ""

    @property
    def met(self) -> bool:
        return self.value >= self.limit if self.least else self.value <= self.limit


@dataclass
class Report:
    """What a script found out."""

    title: str
    tables: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)
    """(text above, names of the columns, rows)."""
    aims: list[Aim] = field(default_factory=list)

    def table(self, text: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Add a table."""
        self.tables.append((text, list(columns), [list(map(str, row)) for row in rows]))

    def aim(self, name: str, value: float, limit: float, *, least: bool = True, unit: str = "") -> None:
        """Add an aim."""
        self.aims.append(Aim(name, value, limit, least, unit))

    def shown(self) -> str:
        """As Markdown."""
        parts = [f"## {self.title}\n"]
        for text, columns, rows in self.tables:
            parts += [f"{text}\n", markdown(columns, rows)]
        if self.aims:
            parts.append(aims_table(self.aims))
        return "\n".join(parts)


def markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; columns of figures to the right."""
    rule = ["---", *["---:"] * (len(columns) - 1)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (columns, rule, *rows))


def aims_table(aims: Sequence[Aim]) -> str:
    """Aims beside what was measured."""
    rows = []
    for aim in aims:
        sign = "≥" if aim.least else "≤"
        rows.append([aim.name, f"{sign} {figure(aim.limit)}{aim.unit}", f"{figure(aim.value)}{aim.unit}"])
        rows[-1].append("met" if aim.met else "MISSED")
    return markdown(["aim", "limit", "measured", ""], rows)


def figure(value: float) -> str:
    """Three digits that count."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{2 if abs(value) < 10 else 1}f}" if abs(value) >= 0.1 else f"{value:.4f}"


def milliseconds(seconds: float) -> str:
    return f"{figure(seconds * 1000)} ms"


# --- timing


def rounds(
    cases: Mapping[str, Callable[[], object]],
    runs: int,
    before: Mapping[str, Callable[[], object]] | None = None,
) -> dict[str, Timing]:
    """Time these calls in turns, after one turn that is not counted, unless one is all. before: first, untimed."""
    before = before or {}
    timings = {name: Timing() for name in cases}
    spent = dict.fromkeys(cases, 0.0)
    for turn in range(runs + (runs > 1)):
        for name, call in cases.items():
            if spent[name] > BUDGET and timings[name].wall:
                continue
            if name in before:
                before[name]()
            gc.collect()
            wall, cpu = time.perf_counter(), time.process_time()
            call()
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            spent[name] += wall
            if turn or runs == 1 or spent[name] > BUDGET:
                timings[name].wall.append(wall)
                timings[name].cpu.append(cpu)
    return timings


def commands(
    cases: Mapping[str, Sequence[str]],
    runs: int,
    before: Mapping[str, Callable[[], object]] | None = None,
    cwd: Path | None = None,
    statuses: Sequence[int] = (0,),
) -> dict[str, Timing]:
    """Time these commands in turns, whole processes and their children.

    The first turn is not counted, unless one is all. A command that used up the budget is not run again.
    before: what goes first, untimed. statuses: exit statuses that are fine; another one ends the benchmark.
    """
    before = before or {}
    timings = {name: Timing() for name in cases}
    spent = dict.fromkeys(cases, 0.0)
    for turn in range(runs + (runs > 1)):
        for name, command in cases.items():
            if spent[name] > BUDGET and timings[name].wall:
                continue
            if name in before:
                before[name]()
            wall, cpu = once(command, cwd, statuses)
            spent[name] += wall
            if turn or runs == 1 or spent[name] > BUDGET:
                timings[name].wall.append(wall)
                timings[name].cpu.append(cpu)
    return timings


def once(command: Sequence[str], cwd: Path | None = None, statuses: Sequence[int] = (0,)) -> tuple[float, float]:
    """Seconds by the clock and of processor time that a command takes; its output goes nowhere."""
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in statuses:
            told.seek(0)
            raise SystemExit(f"`{' '.join(command)}` left with {process.returncode}:\n{told.read().decode()}")
    return wall, usage.ru_utime + usage.ru_stime


def call(function: Callable[..., object], *arguments: object) -> list[str]:
    """The command that calls a function of work.py in a new process; its arguments arrive as strings."""
    module = Path(function.__code__.co_filename).stem
    code = f"import sys, {module}; {module}.{function.__name__}(*sys.argv[1:])"
    return [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(HERE)!r}); {code}", *map(str, arguments)]


def peak(function: Callable[..., object], *arguments: object) -> float:
    """Peak memory in MB of a new process that calls this function of work.py."""
    command = call(function, *arguments)
    command[2] += f"; sys.path.insert(0, {str(HERE)!r}); import measure; print(measure.own_peak())"
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return float(done.stdout.split()[-1])


def own_peak() -> float:
    """Peak memory of this process in MB; Linux does not count here what its parent held, as getrusage does."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def peaks(cases: Mapping[str, tuple[Callable[..., object], Sequence[object]]], runs: int) -> dict[str, float]:
    """Median peaks in MB."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(runs):
        for name, (function, arguments) in cases.items():
            found[name].append(peak(function, *arguments))
    return {name: statistics.median(values) for name, values in found.items()}


# --- programs


def program(name: str) -> str | None:
    """A program beside this interpreter, else on PATH."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.is_file() else shutil.which(name)


def ours() -> list[str]:
    """The command `l10n`, as a user starts it."""
    path = program("l10n")
    return [path] if path else [sys.executable, "-m", "l10n"]


def installed(package: str) -> bool:
    """Whether a Python package is there."""
    from importlib.util import find_spec

    return find_spec(package) is not None


def machine() -> str:
    """Cores, load and versions in one line."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        cpu = next((x.split(":")[1].strip() for x in info.read_text().splitlines() if x.startswith("model name")), cpu)
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    return f"{os.cpu_count()} cores of {cpu}; CPython {platform.python_version()}; {load}; {_versions()}"


def _versions() -> str:
    said = []
    for package in ("polib", "babel", "translate-toolkit", "lxml", "sentencex", "pysbd", "loky"):
        try:
            said.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(said)


# --- scripts


def main(run: Callable[[Options], Report]) -> None:
    """Run a script by its arguments, print what it found, and leave with 1 where an aim was missed and asked for."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="your own input, where the script takes some")
    parser.add_argument("--runs", type=int, default=5, help="how often each case is timed (default 5)")
    parser.add_argument("--check", action="store_true", help="leave with 1 when an aim is missed")
    parser.add_argument("--no-peers", action="store_true", help="measure l10n alone")
    parser.add_argument("--tiny", action="store_true", help="tiny input: shows that the script works, measures nothing")
    parser.add_argument("--json", action="store_true", help="print what all.py gathers")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        data = Path(os.environ.get("BENCH_DATA", scratch))
        options = Options(given.runs, given.tiny, not given.no_peers, data, given.paths)
        report = run(options)
    if given.json:
        print(json.dumps(asdict(report), ensure_ascii=False))
    else:
        print(f"{machine()}\n\n{report.shown()}")
    if given.check and not all(aim.met for aim in report.aims):
        sys.exit(1)


def loaded(text: str) -> Report:
    """A report from what `--json` printed."""
    data = json.loads(text)
    return Report(data["title"], [tuple(table) for table in data["tables"]], [Aim(**aim) for aim in data["aims"]])
