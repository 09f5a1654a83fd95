"""The workbench: pages, saves, 50 translators at once, an archive on the start page, a long day.

`l10n serve` runs as a process of its own and is asked over HTTP, on connections that stay open, as a browser asks.
Times are by the clock, at the client; processor time is that of the server.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import statistics
import subprocess
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import corpus
import measure
from measure import Options, Report, figure, milliseconds

SETTINGS = 'source-locale = "en"\nlocales = ["en", "ru", "kk", "ug"]\n'
SEGMENTS, ARTICLES, TRANSLATORS = 500, 10_000, 50
SAVES = 8
"""Of each of those translators."""
ROUNDS = 20
"""Parts of the long day, after each of which the memory of the server is looked at."""
VISITS = 200
"""Requests in each part."""
PAGE_S, SAVE_S, CROWD_S, START_S = 0.3, 0.05, 1.0, 1.0
COUNTING_S = 0.5
"""Between two looks at a page that tells how much has been counted."""
LEVEL = 1.1
"""Memory at the end of the day by that after its first fifth."""
_TOKEN = re.compile(r'data-csrf="([^"]+)"')


class Visitor:
    """Somebody with a browser."""

    def __init__(self, port: int, who: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.cookie = self.csrf = ""
        self.ask("GET", "/who")
        self.ask("POST", "/who", {"who": who, "next": "/who"})
        self.ask("GET", "/who")

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and text of an answer."""
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, "HX-Request": "true"}
        body = urllib.parse.urlencode(fields) if fields is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.getheader("set-cookie"):
            self.cookie = cookie.partition(";")[0]
        if token := _TOKEN.search(text):
            self.csrf = token[1]
        return answer.status, text


@contextmanager
def serving(folder: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Port and process of a workbench."""
    command = [*measure.ours(), "-C", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        found = re.search(r"http://[^:]+:(\d+)/", running.stderr.readline())
        assert found, "the workbench did not start"
        try:
            yield int(found[1]), running
        finally:
            running.terminate()


def run(options: Options) -> Report:
    """Pages and saves; a crowd; an archive; a day."""
    report = Report("The workbench")
    folder = options.data / "workbench"
    keys = _article(folder, options.of(SEGMENTS, 12))
    with serving(folder) as (port, process):
        _pages(report, options, Visitor(port, "aigul"), process, keys)
    with serving(folder) as (port, _):
        _crowd(report, options, port, keys)
    with serving(folder) as (port, process):
        _day(report, options, Visitor(port, "aigul"), process, keys)
    _archive(report, options)
    return report


Keys = dict[str, str]
"""By id of a segment, its source."""


def _article(folder: Path, count: int) -> Keys:
    """A project with one article, synced."""
    from l10n import po
    from l10n.text import segment_id

    shutil.rmtree(folder, ignore_errors=True)
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_text(SETTINGS, encoding="utf-8")
    writer = corpus.Writer("en", 1)
    page = corpus.short_page(1, [f"{writer.sentence()[:-1]} {n}." for n in range(count)])
    (folder / "source" / "article.html").write_text(page, encoding="utf-8")
    subprocess.run([*measure.ours(), "-C", str(folder), "sync"], check=True, capture_output=True)
    entries = po.read(folder / "locales" / "ru" / "article.po").by_key()
    return {segment_id(*key): key[1] for key in entries}


def _timed(work: Callable[[], tuple[int, str]]) -> float:
    start = time.perf_counter()
    status, text = work()
    assert status == 200, text[:500]
    return time.perf_counter() - start


def _cpu(process: subprocess.Popen[str]) -> float:
    """Seconds of processor time so far."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(process: subprocess.Popen[str]) -> float:
    """Resident memory in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found
    return int(found[1]) / 1024


def _save(visitor: Visitor, segment: str, seen: str, said: str) -> Callable[[], tuple[int, str]]:
    return lambda: visitor.ask("POST", f"/save/ru/{segment}/article", {"target": said, "seen": seen})


def _pages(report: Report, options: Options, visitor: Visitor, process: subprocess.Popen[str], keys: Keys) -> None:
    """One translator."""
    some = list(keys)
    said = dict.fromkeys(some, "")

    def save(number: int) -> Callable[[], tuple[int, str]]:
        segment = some[number % len(some)]
        before, said[segment] = said[segment], f"Сказано {number}."
        return _save(visitor, segment, before, said[segment])

    cases: dict[str, Callable[[int], Callable[[], tuple[int, str]]]] = {
        f"the desk, {len(keys)} segments": lambda _: lambda: visitor.ask("GET", "/desk/ru/article"),
        "a segment opened": lambda n: lambda: visitor.ask("GET", f"/segment/ru/{some[n % len(some)]}/article"),
        "a segment saved": save,
        "the newsroom, one article": lambda _: lambda: visitor.ask("GET", "/"),
    }
    rows, walls = [], {}
    for name, make in cases.items():
        _timed(make(0))
        count, before = max(3, options.runs * 4), _cpu(process)
        times = sorted(_timed(make(number + 1)) for number in range(count))
        used = (_cpu(process) - before) / count
        walls[name] = statistics.median(times)
        rows.append([name, milliseconds(walls[name]), milliseconds(times[-1]), milliseconds(used)])
    report.table("One translator", ["what", "median", "worst", "processor time of the server"], rows)
    desk, _, saved, _ = walls.values()
    if not options.tiny:
        report.aim("an article of 500 segments opened", desk, PAGE_S, least=False, unit=" s")
        report.aim("a segment saved, to and fro", saved, SAVE_S, least=False, unit=" s")


def _crowd(report: Report, options: Options, port: int, keys: Keys) -> None:
    """Many translators, each in segments of their own, in one catalog."""
    count = options.of(TRANSLATORS, 3)
    each = min(SAVES, len(keys) // count)
    people = [Visitor(port, f"person{number}") for number in range(count)]
    seen = {segment: _target(people[0], segment) for segment in list(keys)[: count * each]}
    times: list[float] = []
    said: dict[str, str] = {}
    ready = threading.Barrier(count)

    def work(number: int) -> None:
        ready.wait()
        for segment in list(seen)[number * each : (number + 1) * each]:
            said[segment] = f"Сказано {number} {segment}."
            times.append(_timed(_save(people[number], segment, seen[segment], said[segment])))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - start
    lost = sum(_target(people[0], segment) != text for segment, text in said.items()) + count * each - len(times)
    times.sort()
    worst = times[min(len(times) - 1, int(len(times) * 0.99))]
    rows = [
        [
            str(len(times)),
            figure(len(times) / wall),
            milliseconds(statistics.median(times)),
            milliseconds(worst),
            str(lost),
        ]
    ]
    report.table(
        f"{count} translators at once, {each} saves each, one catalog",
        ["saves", "a second", "median", "99th percentile", "lost"],
        rows,
    )
    if not options.tiny:
        report.aim("50 at once, 99th percentile", worst, CROWD_S, least=False, unit=" s")
        report.aim("50 at once, saves lost", lost, 0, least=False)


def _target(visitor: Visitor, segment: str) -> str:
    """What stands in a segment, as the page says it."""
    from html import unescape

    _, text = visitor.ask("GET", f"/segment/ru/{segment}/article")
    found = re.search(r'name="seen" value="([^"]*)"', text)
    assert found, text[:500]
    return unescape(found[1])


def _day(report: Report, options: Options, visitor: Visitor, process: subprocess.Popen[str], keys: Keys) -> None:
    """Pages, segments and saves in turn, and the memory of the server meanwhile."""
    some = list(keys)
    said = {segment: _target(visitor, segment) for segment in some}
    rounds, visits = options.of(ROUNDS, 5), options.of(VISITS, 8)
    sizes = []
    for round_ in range(rounds):
        for number in range(visits):
            segment = some[(round_ * visits + number) % len(some)]
            if number % 20 == 0:
                visitor.ask("GET", f"/desk/{('ru', 'kk', 'ug')[number % 3]}/article")
            elif number % 3:
                visitor.ask("GET", f"/segment/ru/{segment}/article")
            else:
                before, said[segment] = said[segment], f"День {round_} {number}."
                _timed(_save(visitor, segment, before, said[segment]))
        sizes.append(_resident(process))
    early, end = sizes[rounds // 5], sizes[-1]
    rows = [
        [f"{visits * (number + 1):,}", f"{sizes[number]:.0f} MB"]
        for number in (0, rounds // 5, rounds // 2, rounds - 1)
    ]
    report.table("A long day: memory of the server", ["requests so far", "resident"], rows)
    if not options.tiny:
        report.aim("memory at the end by that after a fifth", end / early, LEVEL, least=False)


def _archive(report: Report, options: Options) -> None:
    """Many articles on the start page."""
    count = int(str(options.paths[0])) if options.paths else options.of(ARTICLES, 20)
    folder = options.data / f"workbench-{count}"
    if not (folder / "locales").exists():
        (folder / "source").mkdir(parents=True, exist_ok=True)
        (folder / "l10n.toml").write_text(SETTINGS, encoding="utf-8")
        for number in range(count):
            sentences = [f"{corpus.Writer('en', number).sentence()[:-1]} {n}." for n in range(3)]
            path = folder / "source" / f"{number // 100:03}" / f"article-{number:05}.html"
            path.parent.mkdir(exist_ok=True)
            path.write_text(corpus.short_page(number, sentences), encoding="utf-8")
        subprocess.run([*measure.ours(), "-C", str(folder), "sync"], check=True, capture_output=True)
    with serving(folder) as (port, _):
        visitor = Visitor(port, "aigul")
        counted = _counted(visitor)
        again = statistics.median(_timed(lambda: visitor.ask("GET", "/")) for _ in range(max(3, options.runs)))
        (folder / "source" / "000" / "article-00000.html").touch()
        changed = _timed(lambda: visitor.ask("GET", "/"))
    rows = [
        ["all counted for the first time", f"{counted:.0f} s"],
        ["again", milliseconds(again)],
        ["one article touched", milliseconds(changed)],
    ]
    report.table(f"The start page, {count:,} articles in three locales", ["when", "by the clock"], rows)
    if count == ARTICLES:
        report.aim("10,000 articles on the start page", again, START_S, least=False, unit=" s")


def _counted(visitor: Visitor) -> float:
    """Seconds until the start page shows articles, and no longer how many of them were counted."""
    start = time.perf_counter()
    while 'http-equiv="refresh"' in visitor.ask("GET", "/")[1]:
        time.sleep(COUNTING_S)
    return time.perf_counter() - start


if __name__ == "__main__":
    measure.main(run)
