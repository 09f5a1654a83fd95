"""Kill verbs at many moments, each in a fork, and look at what is left; then give the command again.

Run as `python -m tests.workflow.killed FOLDER steps|events`: at every moment of every step, or at random events.
Prints, as JSON, how often each verb was killed; fails on the first file that is neither old nor new.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from l10n import builders, engines, files, ledger, workflow
from l10n.model import State
from l10n.project import Project
from l10n.workflow import Options, exchanging, pretranslating, respelling, reviewing, view
from l10n.workflow.consulting import Desk
from l10n.workflow.reviewing import Filter
from tests.workflow import newsroom
from tests.workflow.deadly import Steps, random_events, tree
from tests.workflow.newsroom import LATER, RUSSIAN, WHEN

SEED = 20200218
"""Of the random events."""

Verb = Callable[[Path], object]
IN_RUSSIAN = Filter(locales=("ru",))


def sync(folder: Path, when: str = WHEN) -> None:
    project = Project.load(folder)
    workflow.sync_articles(project, project.articles(), Options(when=when, by="aigul"))


def review(verb: Callable[..., ledger.Outcome], when: str = WHEN, who: str = "timur", **more: object) -> Verb:
    """Do a verb of review to all that was listed."""

    def act(folder: Path) -> None:
        project = Project.load(folder)

        def do(entries, records, by, digests):  # type: ignore[no-untyped-def]
            return verb(entries, records, by, listed=digests, **more)

        listed = reviewing.remembered(project)
        reviewing.act(project, project.articles(), IN_RUSSIAN, do, who=who, when=when, listed=listed)

    return act


def listed(folder: Path) -> None:
    project = Project.load(folder)
    reviewing.remember(project, reviewing.items(project, project.articles(), IN_RUSSIAN))


def build(folder: Path) -> None:
    project = Project.load(folder)
    workflow.build(project, project.articles())


def move(folder: Path) -> None:
    workflow.move(Project.load(folder), "ferry", "2026/ferry")


def move_if_needed(folder: Path) -> None:
    """The rest of a move that was begun; what is done is done."""
    project = Project.load(folder)
    if "ferry" in (*(article.name for article in project.articles()), *project.orphans()):
        move(folder)


@dataclass(frozen=True)
class Scenario:
    """A verb, what was there before, and what people do after the crash, one this and one that."""

    before: tuple[Verb, ...]
    verb: Verb
    ways: tuple[tuple[Verb, ...], ...]


def type_russian(folder: Path) -> None:
    newsroom.type_in(Project.load(folder).catalog("ferry", "ru"), RUSSIAN)


def edit(folder: Path) -> None:
    """Edit a fact and a layout, drop a sentence, add one; and somebody types a new text, and takes a flag off."""
    project = Project.load(folder)
    newsroom.edit_source(project, "It takes 12 cars.", "It takes 20 cars.")
    newsroom.edit_source(project, "Tickets cost 500 tenge.", "Tickets cost 500\u00a0tenge. Dogs travel free.")
    newsroom.edit_source(project, ' alt="A ferry"', "")
    newsroom.type_in(project.catalog("ferry", "ru"), {"The ferry on its first day": "Паром в первый рабочий день"})
    newsroom.type_in(project.catalog("ferry", "kk"), {"It takes 12 cars.": "Оған 12 көлік сыяды."})


def settle(folder: Path) -> None:
    """Give the article settings of its own, which follow its name."""
    settings = folder / "l10n.toml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(f'{said}[article."ferry"]\nsource-locale = "en"\n', encoding="utf-8")


def scatter(folder: Path) -> None:
    """The articles lie loose, and nothing is set up yet."""
    for path in (folder / "source").iterdir():
        path.rename(folder / path.name)
    (folder / "source").rmdir()
    (folder / "l10n.toml").unlink()


def init(folder: Path) -> None:
    workflow.init(folder)


def branch(folder: Path) -> None:
    """Two versions of a catalog, grown from one."""
    path = Project.load(folder).catalog("ferry", "ru")
    for name, said in (("base", "Паром"), ("theirs", "Наш паром"), ("ours", "Этот паром")):
        newsroom.type_in(path, {"A ferry": said, "It takes 12 cars.": f"Он берёт 12 машин. {said}"})
        (folder / f"{name}.po").write_bytes(path.read_bytes())


def merge(folder: Path) -> None:
    workflow.merge(folder / "base.po", folder / "ours.po", folder / "theirs.po")


def sync_later(folder: Path) -> None:
    sync(folder, LATER)


def tabulate(folder: Path) -> None:
    """A table of names, one of which the glossary has."""
    written = '[[name]]\nform = "Ile"\nkind = "place"\n'
    (folder / "source" / "glossary.toml").write_text(written, encoding="utf-8")
    (folder / "names.csv").write_text("en,kind,ru,kk\nIle,place,Или,Іле\nOsh,place,Ош,Ош\n", encoding="utf-8")


def bring(folder: Path, when: str = WHEN) -> None:
    exchanging.bring(Project.load(folder), folder / "names.csv", Options(when=when, by="aigul"))


def bring_later(folder: Path) -> None:
    bring(folder, LATER)


def rename(folder: Path) -> None:
    """A rendering that stood in an article is another one now."""
    newsroom.type_in(Project.load(folder).catalog("glossary", "ru"), {"Ile": "Иле"})


def settle_names(folder: Path) -> None:
    newsroom.type_in(Project.load(folder).catalog("glossary", "ru"), {"Ile": "Или"})


def rewrite(folder: Path, when: str = WHEN) -> None:
    project = Project.load(folder)
    rows = respelling.respelt(project, project.articles(), ("ru",), {"Ile": ("Или",)})
    respelling.rewrite(project, rows, Options(when=when, by="aigul"))


def rewrite_later(folder: Path) -> None:
    rewrite(folder, LATER)


def draft(folder: Path, when: str = WHEN) -> None:
    """Draft what is empty by an engine of this machine; the memory, which is derived, is left out."""
    project = Project.load(folder)
    desk = Desk(engines.configured({"pseudo": {"locales": ["ru", "kk"]}}, {}))
    options = pretranslating.Options(when=when, by="aigul", with_memory=False)
    pretranslating.pretranslate(project, project.articles(), options, desk)


def draft_later(folder: Path) -> None:
    draft(folder, LATER)


TRANSLATED = (sync, type_russian, sync)
APPROVED = (*TRANSLATED, listed, review(ledger.approve))


def approved(folder: Path) -> Path:
    """A new project in this folder, whose Russian is approved."""
    newsroom.make(folder)
    for verb in APPROVED:
        verb(folder)
    return folder


SCENARIOS = {
    "init": Scenario((scatter,), init, ((init, sync_later),)),
    "first sync": Scenario((), sync, ((sync_later,),)),
    "sync": Scenario((*APPROVED, edit), sync, ((sync_later,),)),
    "approve": Scenario((*TRANSLATED, listed), review(ledger.approve), ((sync_later, review(ledger.approve, LATER)),)),
    "send back": Scenario(
        (*TRANSLATED, listed),
        review(ledger.send_back, reason="Wrong year"),
        ((sync_later, review(ledger.send_back, LATER, reason="Wrong year")),),
    ),
    "withdraw": Scenario((*APPROVED, listed), review(ledger.withdraw), ((sync_later, review(ledger.withdraw, LATER)),)),
    "merge": Scenario((*TRANSLATED, branch), merge, ((sync_later, merge),)),
    "import": Scenario((sync, tabulate, sync), bring, ((bring_later, sync_later),)),
    "rewrite": Scenario(
        (tabulate, *TRANSLATED, settle_names, sync, rename),
        rewrite,
        ((rewrite_later, sync_later), (sync_later, rewrite_later)),
    ),
    "first draft": Scenario((), draft, ((draft_later, sync_later), (sync_later, draft_later))),
    "draft": Scenario((*APPROVED, edit, sync), draft, ((draft_later, sync_later), (sync_later, draft_later))),
    "first build": Scenario(APPROVED, build, ((build,),)),
    "build": Scenario((*APPROVED, build, edit, sync), build, ((build,),)),
    "move": Scenario(
        (*APPROVED, settle), move, ((move_if_needed, sync_later), (sync_later, move_if_needed, sync_later))
    ),
}

EVENTS = {"sync": (60, 0), "approve": (40, 0), "build": (60, 0), "move": (40, 0), "first sync": (20, 60)}
"""At how many random events each verb is killed, and by how many paragraphs its article is longer."""


class Trial:
    """A verb that is killed again and again in one folder."""

    def __init__(self, folder: Path, scenario: Scenario, paragraphs: int = 0) -> None:
        self.folder = folder
        self.scenario = scenario
        newsroom.make(folder, article=article(paragraphs))
        for verb in scenario.before:
            verb(folder)
        self.before, self.folders = tree(folder)
        self.vault = folder.with_name(f"{folder.name} kept")
        self.vault.mkdir()
        self.kept = self.keep()
        self.states = [states(folder)]
        self.verb()
        self.after, after_folders = tree(folder)
        self.states.append(states(folder))
        self.goals = [self.end(way, self.after, after_folders) for way in scenario.ways]
        self.seen: set[frozenset[tuple[str, bytes]]] = set()
        gc.freeze()

    def end(self, way: tuple[Verb, ...], left: dict[str, bytes], folders: set[str]) -> dict[str, object]:
        """Where people get from what was left; then the folder is what it was before the verb."""
        for name in sorted(folders):
            (self.folder / name).mkdir(exist_ok=True)
        there, _ = tree(self.folder)
        for name in there.keys() - left.keys():
            (self.folder / name).unlink()
        for name, data in left.items():
            if there.get(name) != data:
                (self.folder / name).write_bytes(data)
        for verb in way:
            verb(self.folder)
        end, folders = tree(self.folder)
        self.restore(end, folders)
        return timeless(end)

    def verb(self) -> None:
        """What is killed."""
        self.scenario.verb(self.folder)

    def keep(self) -> dict[str, os.stat_result]:
        """Put a second name on every file outside the folder, so that it can come back as the very same file."""
        kept = {}
        for n, name in enumerate(sorted(self.before)):
            os.link(self.folder / name, self.vault / str(n))
            kept[name] = (self.vault / str(n)).stat()
        return kept

    def restore(self, there: dict[str, bytes], folders: set[str]) -> None:
        """Make the folder, in which this is there, what it was before the verb, to the inodes and times."""
        for name in there.keys() - self.before.keys():
            (self.folder / name).unlink()
        for name in sorted(folders - self.folders, reverse=True):
            (self.folder / name).rmdir()
        for name in sorted(self.folders - folders):
            (self.folder / name).mkdir()
        for n, name in enumerate(sorted(self.before)):
            path, kept, was = self.folder / name, self.vault / str(n), self.kept[name]
            if name not in there or path.stat().st_ino != was.st_ino:
                path.unlink(missing_ok=True)
                os.link(kept, path)
            if kept.read_bytes() != self.before[name]:
                kept.write_bytes(self.before[name])
            os.utime(kept, ns=(was.st_atime_ns, was.st_mtime_ns))

    def look(self, moment: int) -> None:
        """See what the verb left, and go on from there; then make the folder what it was before the verb."""
        left, folders = tree(self.folder)
        self.check(left)
        kind = frozenset(map(plainly, left.items()))
        if kind in self.seen:
            self.restore(left, folders)
            return
        self.seen.add(kind)
        self.check_states()
        for way, goal in zip(self.scenario.ways, self.goals, strict=True):
            assert self.end(way, left, folders) == goal, f"killed at moment {moment}, it does not end as undisturbed"

    def check(self, left: dict[str, bytes]) -> None:
        """Every file is the old one or the new one, the build whole."""
        for name in self.before.keys() | self.after.keys() | left.keys():
            old, new, now = (files.get(name) for files in (self.before, self.after, left))
            if name.endswith(".jsonl") and now is not None and new is not None:
                assert now.startswith(old or b"") and new.startswith(now), f"{name} lost or mixed a line"
            elif not is_beside(name):
                assert now in (old, new), f"{name} is neither old nor new"
        assert built(left) in (built(self.before), built(self.after)), "build/ is neither old nor new"
        lasting = set(self.before.values()) & set(self.after.values())
        assert lasting <= set(left.values()), "a file was lost on its way"

    def check_states(self) -> None:
        """No segment has a higher state than before and after; what the manifest names is there."""
        before, after = self.states
        for key, state in states(self.folder).items():
            assert state <= max(before.get(key, State.INITIAL), after.get(key, State.INITIAL)), f"{key} is {state}"
        manifest = builders.read_manifest(self.folder / "build")
        for place, made in manifest.files.items():
            assert (self.folder / "build" / place).is_file() and made


def plainly(file: tuple[str, bytes]) -> tuple[str, bytes]:
    """A file without the name that chance gave it, and without the content of what nobody reads."""
    name, data = file
    return re.sub(r"\.l10n-.*", ".l10n-", name), b"" if is_beside(name) else data


def is_beside(name: str) -> bool:
    """Made beside its place: git ignores it."""
    return any(part.startswith(files.IGNORED.removesuffix("*")) for part in name.split("/"))


def built(there: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in there.items() if name.startswith("build/")}


def states(folder: Path) -> dict[tuple[str, str, str], State]:
    """Effective state by locale and key; none before there is a project."""
    if not (folder / "l10n.toml").exists():
        return {}
    project = Project.load(folder)
    found = {}
    for one in project.articles():
        source = view.source(project, one)
        for locale in project.settings.locales:
            side = view.side(source, locale)
            found |= {(locale, *segment.key): side.status(segment.key).state for segment in source.assembly.segments}
    return found


def timeless(there: dict[str, bytes]) -> dict[str, object]:
    """A tree without the times of records, and so without the names that `ends` calls them by, and their order."""
    told: dict[str, object] = dict(there)
    for name, data in there.items():
        if name.endswith(".jsonl"):
            assert data.endswith(b"\n"), f"{name} ends in an unfinished line"
            told[name] = {re.sub(rb'"(ends":\[[^]]*\]|when":"[^"]*"),', b"", line) for line in data.splitlines()}
    return told


def article(paragraphs: int) -> str:
    """The ferry, with so many paragraphs more."""
    more = "".join(
        f"<p>Passenger {n} came at {n % 12 + 1} o'clock. The <b>{n}th</b> car had <i>a goat</i> on its roof.</p>\n"
        for n in range(paragraphs)
    )
    return newsroom.ARTICLE.replace("</article>", f"{more}</article>")


def main(folder: Path, how: str) -> None:
    """What a flush adds, only a power cut shows: the disk is not waited for.  Nor is any lock: nobody else is here."""
    os.fsync = lambda descriptor: None  # type: ignore[assignment,misc]
    files.lock = lambda path: nullcontext()  # type: ignore[assignment,misc]
    deaths = {}
    for name, scenario in SCENARIOS.items():
        if how == "steps":
            trial = Trial(folder / name, scenario)
            deaths[name] = Steps(trial.look).kill(trial.verb)
        elif name in EVENTS:
            deaths[name], paragraphs = EVENTS[name]
            trial = Trial(folder / name, scenario, paragraphs)
            random_events(trial.verb, deaths[name], SEED, trial.look)
    print(json.dumps(deaths))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
