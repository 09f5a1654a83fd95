"""Drafts: from the memory, from names and figures, by an engine; never over what is there, and always said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from l10n import ledger, po
from l10n.cli.drafted import print_efforts
from l10n.engines import CEILING, ERROR, Draft, Reply, Request, Text, configured
from l10n.engines.effort import Effort
from l10n.errors import ProjectError, Unavailable
from l10n.ledger import Ledger
from l10n.model import JOINED, Catalog, Entry, Match, State
from l10n.project import Project
from l10n.workflow import consulting, effort, leverage, pretranslating
from l10n.workflow.consulting import Desk
from l10n.workflow.drafting import Made
from l10n.workflow.leverage import BANDS, Leverage
from l10n.workflow.recalling import Recall, bare, fitted
from tests.engines.server import Asked, Said, Service, serving
from tests.workflow.newsroom import ARTICLE, RUSSIAN, SETTINGS, WHEN, l10n, make, tree, type_in

ENGINE = """
[engines.libre]
engine = "libretranslate"
url = "{url}"
locales = ["ru", "kk"]
{more}
"""
SECOND = (
    ARTICLE.replace("500 tenge", "600 tenge")
    .replace("The ferry on its first day", "Photo: Gulnar Asetova")
    .replace("It takes 12 cars.", "It takes 12 old cars. Nobody has seen <b>such</b> a thing before.")
)
GLOSSARY = """
[[name]]
form = "Gulnar Asetova"
kind = "person"
origin = "kaz"
original = "Гүлнар Әсетова"
"""
TICKETS, OLD, NOBODY = (
    "Tickets cost 600 tenge.",
    "It takes 12 old cars.",
    "Nobody has seen <b1>such</b1> a thing before.",
)


def says(asked: Asked) -> Any:
    """A service that knows one word of each language."""
    if asked.path == "/languages":
        return []
    words = {"ru": "слово", "kk": "сөз"}
    word = words[asked.json["target"]]
    return {
        "translatedText": [
            re.sub(r"<[^>]*>|[A-Za-z']+", lambda m: m[0] if m[0][0] == "<" else word, one) for one in asked.json["q"]
        ]
    }


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(says) as running:
        yield running


def newsroom(folder: Path, engines: str = "") -> Project:
    """One article that is translated into Russian, and a second about the same story; a glossary."""
    project = make(folder, settings=SETTINGS + engines)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    l10n(folder, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    l10n(folder, "sync", "--by", "aigul")
    (project.source / "second.html").write_text(SECOND, encoding="utf-8")
    return project


def entries(project: Project, locale: str = "ru", article: str = "second") -> dict[str, Entry]:
    return {one.source: one for one in po.read(project.catalog(article, locale)).entries}


def origins(project: Project, locale: str = "ru") -> dict[str, str]:
    """What made each draft, by source; those of equal sources one after the other."""
    found: dict[str, str] = {}
    for one in po.read(project.catalog("second", locale)).entries:
        said = next((line.removeprefix("l10n-origin: ") for line in one.comments if "origin" in line), "")
        found[one.source] = f"{found[one.source]}; {said}" if one.source in found else said
    return found


def test_from_the_memory_and_the_glossary(tmp_path: Path) -> None:
    """Fuzzy, with its origin; what is similar says from what; what nobody knows stays empty; nothing is asked."""
    project = newsroom(tmp_path)
    done = l10n(tmp_path, "pretranslate", "second", "-l", "ru")
    made = entries(project)

    assert done.returncode == 0, done.stderr
    assert origins(project) == {
        "Ferry returns to the Ile river": "memory in-context 100",
        "The ferry runs again after 15 months.": "memory in-context 100; memory in-context 100",
        "Drivers waited <a1>on the bank</a1> since dawn.": "memory in-context 100",
        "A ferry": "memory 100",
        "Photo: Gulnar Asetova": "names and figures",
        OLD: "memory 89",
        NOBODY: "",
        TICKETS: "memory adapted 99",
    }
    assert made[TICKETS].target == "Билет стоит 600 тенге."
    assert made["Photo: Gulnar Asetova"].target == "Фото: Гульнар Асетова"
    assert (made[OLD].target, made[OLD].fuzzy) == (RUSSIAN["It takes 12 cars."], True)
    assert made[OLD].previous is not None
    assert made[OLD].previous.source == "It takes 12 cars."
    assert made[NOBODY].target == ""
    assert not project.catalog("second", "kk").exists()
    assert project.template("second").is_file()


def test_never_above_initial(tmp_path: Path) -> None:
    """No draft is translated, and each has its record with its text, by the program."""
    project = newsroom(tmp_path)
    l10n(tmp_path, "pretranslate", "-l", "ru")
    known = ledger.read(project.ledger("second", "ru"))
    drafts = [one for one in po.read(project.catalog("second", "ru")).entries if one.target]

    assert drafts
    for one in drafts:
        assert known.status(one).state is State.INITIAL
        (record,) = known.said(known.digest(one)).drafts
        assert (record.who, record.targets, record.source) == ("l10n", one.targets, one.source)
        assert f"l10n-origin: {record.origin}" in one.comments
    assert json.loads(l10n(tmp_path, "report", "second", "-l", "ru", "--json").stdout)


def test_again(tmp_path: Path) -> None:
    """A second run changes nothing, nor does a sync."""
    newsroom(tmp_path)
    l10n(tmp_path, "sync")
    l10n(tmp_path, "pretranslate")
    before = tree(tmp_path)
    l10n(tmp_path, "pretranslate")
    l10n(tmp_path, "sync")

    assert tree(tmp_path) == before


def test_what_stands_there_stays(tmp_path: Path) -> None:
    """A text that a person typed, and a fuzzy one, are as they were; who typed it is recorded."""
    project = newsroom(tmp_path)
    l10n(tmp_path, "sync")
    type_in(project.catalog("second", "ru"), {TICKETS: "Билет: 600 тенге.", OLD: "Берёт 12 старых машин."})
    catalog = po.read(project.catalog("second", "ru"))
    flagged = [one.flagged(True) if one.source == OLD else one for one in catalog.entries]
    po.write(catalog.replace(entries=tuple(flagged)), project.catalog("second", "ru"))
    l10n(tmp_path, "pretranslate", "--by", "aigul")
    made = entries(project)

    assert (made[TICKETS].target, made[TICKETS].fuzzy) == ("Билет: 600 тенге.", False)
    assert (made[OLD].target, made[OLD].fuzzy) == ("Берёт 12 старых машин.", True)
    assert made["A ferry"].target == "Паром"


def test_what_is_typed_meanwhile_stays(tmp_path: Path) -> None:
    """An engine takes its time; what a translator types in it is not touched."""
    project = newsroom(tmp_path)
    l10n(tmp_path, "sync")

    def types(asked: Asked) -> Any:
        if asked.path != "/languages":
            type_in(project.catalog("second", "ru"), {NOBODY: "Такого <b1>никто</b1> не видел."})
        return says(asked)

    with serving(types) as service:
        (tmp_path / "l10n.toml").write_text(SETTINGS + ENGINE.format(url=service.url, more=""), encoding="utf-8")
        done = l10n(tmp_path, "pretranslate", "second", "-l", "ru")

    assert done.returncode == 0, done.stderr
    made = entries(project)
    assert (made[NOBODY].target, made[NOBODY].fuzzy) == ("Такого <b1>никто</b1> не видел.", False)
    assert made[TICKETS].fuzzy


def test_what_is_no_longer_in_the_article() -> None:
    """An article that was edited meanwhile: its old sentences get no draft, nor does another locale."""
    tea, bread = Entry("p", "Tea.", ("",)), Entry("p", "Bread.", ("",), obsolete=True)
    drafts = {one.key: Made("Слово.", "memory 100") for one in (tea, bread)}
    catalog = Catalog((tea, bread))
    filled, records = pretranslating.Fill("ru", drafts, WHEN).fill("ru", catalog, Ledger())

    assert [one.target for one in filled.entries] == ["Слово.", ""]
    assert [one.source for one in records] == ["Tea."]
    assert pretranslating.Fill("ru", drafts, WHEN).fill("kk", catalog, Ledger()) == (catalog, ())


def test_engine(tmp_path: Path, service: Service) -> None:
    """What is left is asked, names and codes are kept, each text once, and a second run asks nothing."""
    project = newsroom(tmp_path, ENGINE.format(url=service.url, more=""))
    (project.source / "third.html").write_text(SECOND, encoding="utf-8")
    done = l10n(tmp_path, "pretranslate", "--no-memory", "second", "third")
    sent = [text for asked in service.asked if asked.path == "/translate" for text in asked.json["q"]]
    made = entries(project, "kk")

    assert done.returncode == 0, done.stderr
    assert made[NOBODY].target == "сөз сөз сөз <b1>сөз</b1> сөз сөз сөз."
    assert origins(project, "kk")[NOBODY] == "engine libre"
    assert made["Photo: Gulnar Asetova"].target == "Фото: Гүлнар Әсетова"
    assert len(sent) == 2 * len({*sent}), "a text for each of two locales"
    assert not any("Asetova" in text for text in sent)
    for path in (project.catalog("second", "ru"), project.catalog("second", "kk")):
        path.unlink()
    count = len(service.asked)
    l10n(tmp_path, "pretranslate", "--no-memory", "second")
    assert not [one for one in service.asked[count:] if one.path == "/translate"]


def test_nothing_is_sent(tmp_path: Path, service: Service) -> None:
    """Without an engine in the settings, with --no-engine, and in a dry run, which writes nothing either."""
    project = newsroom(tmp_path, ENGINE.format(url=service.url, more="ceiling = 100"))
    before = tree(tmp_path)
    done = l10n(tmp_path, "pretranslate", "--dry-run", "--json")
    assert tree(tmp_path) == before
    l10n(tmp_path, "pretranslate", "--no-engine")

    assert service.asked == []
    assert entries(project)[NOBODY].target == ""
    said = json.loads(done.stdout)
    kazakh = next(one for one in said["would be sent"] if one["locale"] == "kk")
    assert (kazakh["engine"], kazakh["ceiling"], kazakh["texts"]) == ("libre", 100, 9), (
        "figures are marks: two prices, one text"
    )
    assert kazakh["over"] > 0
    assert said["leverage"]["ru"]["before"]["bands"]["no match"]["segments"] == 2


def test_a_draft_without_its_code_is_none(tmp_path: Path) -> None:
    """It is told, and the exit status is 0: the engine did what it could."""

    def loses(asked: Asked) -> Any:
        return (
            says(asked)
            if asked.path == "/languages"
            else {"translatedText": [re.sub(r"<[^>]*>", "", text) for text in says(asked)["translatedText"]]}
        )

    with serving(loses) as service:
        project = newsroom(tmp_path, ENGINE.format(url=service.url, more=""))
        done = l10n(tmp_path, "pretranslate", "second", "-l", "ru")

    assert entries(project)[NOBODY].target == ""
    assert "the engine lost `<b1>`" in done.stderr
    assert done.returncode == 0


def test_an_engine_dies_midway(tmp_path: Path) -> None:
    """What it finished is written, the rest has what the memory has, nobody asks it again, and the exit status is 1."""
    dead = False

    def dies(asked: Asked) -> Any:
        nonlocal dead
        if dead:
            return Said("gone", 403)
        dead = asked.path != "/languages"
        return says(asked)

    with serving(dies) as service:
        project = newsroom(tmp_path, ENGINE.format(url=service.url, more="batch = 2"))
        done = l10n(tmp_path, "pretranslate", "-l", "kk", "-l", "ru")
        count = len(service.asked)

    kazakh = [one for article in ("ferry", "second") for one in entries(project, "kk", article).values() if one.target]
    assert done.returncode == 1
    assert "libre" in done.stderr
    assert len({one.source for one in kazakh if "l10n-origin: engine libre" in one.comments}) == 2
    assert entries(project)[TICKETS].target == "Билет стоит 600 тенге."
    assert count <= 5


def test_ceiling(tmp_path: Path, service: Service) -> None:
    """What is beyond it is not sent; that is told, and the exit status is 1."""
    project = newsroom(tmp_path, ENGINE.format(url=service.url, more="ceiling = 60"))
    done = l10n(tmp_path, "pretranslate", "second", "-l", "kk")
    sent = [text for asked in service.asked if asked.path == "/translate" for text in asked.json["q"]]

    assert done.returncode == 1
    assert "its ceiling is reached" in done.stderr
    assert "not used" not in done.stderr, "told once, not for each text"
    assert 0 < sum(map(len, sent)) <= 60
    assert any(one.target for one in entries(project, "kk").values())


def test_another_engine_gets_what_the_first_left(tmp_path: Path, service: Service) -> None:
    """In the order of the settings; one without its key is left out, and told."""
    more = '\n[engines.pseudo]\nlocales = ["kk"]\n'
    first = '\n[engines.deepl]\nlocales = ["kk"]\nkey = "NO_SUCH_API_KEY"\n'
    project = newsroom(tmp_path, first + ENGINE.format(url=service.url, more="ceiling = 60") + more)
    done = l10n(tmp_path, "pretranslate", "second", "-l", "kk")
    made = {line for one in entries(project, "kk").values() for line in one.comments}

    assert {"l10n-origin: engine libre", "l10n-origin: engine pseudo"} <= made
    assert "`deepl` was left out" in done.stderr
    assert "NO_SUCH_API_KEY" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "gogle"], "name no engine `gogle`"),
        (["--engine", "libre", "--no-engine"], "does not go with"),
        (["--engine", "libre", "-l", "en"], "`en`"),
        (["glossary"], "`l10n sync`"),
        (["-l", "de"], "`de` is not among"),
        (["--least", "101"], "101"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    """Refused before anything is read or asked."""
    newsroom(tmp_path, ENGINE.format(url="http://127.0.0.1:1", more=""))
    done = l10n(tmp_path, "pretranslate", *arguments)

    assert done.returncode == 2
    assert said in done.stderr


def test_a_wrong_setting(tmp_path: Path) -> None:
    """Names the file and the word that was meant."""
    newsroom(tmp_path, '[engines.google]\nlocale = ["ru"]\n')
    done = l10n(tmp_path, "pretranslate")

    assert done.returncode == 2
    assert "l10n.toml" in done.stderr
    assert "did you mean `locales`?" in done.stderr


def test_least(tmp_path: Path) -> None:
    """By the settings, or the option: what is less similar is no draft, and no match in the estimate."""
    project = newsroom(tmp_path, "[pretranslate]\nleast = 95\n")
    l10n(tmp_path, "pretranslate", "-l", "ru")
    assert entries(project)[OLD].target == ""
    l10n(tmp_path, "pretranslate", "-l", "ru", "--least", "80")
    assert entries(project)[OLD].target


def test_least_of_the_settings(tmp_path: Path) -> None:
    """From Python, too, where no other is named."""
    project = newsroom(tmp_path, "[pretranslate]\nleast = 95\n")
    options = pretranslating.Options(when=WHEN, locales=("ru",), dry_run=True)
    told = {
        least: {
            key[1] for one in pretranslating.pretranslate(project, project.articles(), how).done for key in one.drafts
        }
        for least, how in ((None, options), (80, replace(options, least=80)))
    }

    assert (OLD in told[None], OLD in told[80]) == (False, True)


def test_penalties(tmp_path: Path) -> None:
    """Points off by origin: what is equal is only as near as they say."""
    project = newsroom(tmp_path, "[memory]\npenalties = {catalog = 8}\n")
    l10n(tmp_path, "pretranslate", "-l", "ru")

    assert origins(project)["A ferry"] == "memory 92"


def test_the_other_way_round(tmp_path: Path) -> None:
    """An article in Russian gets the English of what was translated into Russian, at the penalty of the settings."""
    project = newsroom(tmp_path)
    page = ARTICLE.replace('lang="en"', 'lang="ru"')
    for said, russian in RUSSIAN.items():
        page = page.replace(said, russian)
    (project.source / "second.html").write_text(page, encoding="utf-8")
    done = l10n(tmp_path, "pretranslate", "second", "-l", "en")

    assert done.returncode == 0, done.stderr
    made = entries(project, "en")[RUSSIAN["Tickets cost 500 tenge."]]
    assert (made.target, made.fuzzy, made.previous) == ("Tickets cost 500 tenge.", True, None)
    assert set(origins(project, "en").values()) <= {"memory 95", "memory 95; memory 95", ""}
    shown = l10n(tmp_path, "memory", "search", RUSSIAN["It takes 12 cars."], "--from", "ru", "-l", "en").stdout
    assert shown.startswith(" 95 exact · translated · catalog, reversed −5 · ferry (p) · aigul · ")


def test_a_broken_off_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was finished stays: locale by locale."""
    project = newsroom(tmp_path, '[engines.pseudo]\nlocales = ["ru", "kk"]\n')
    ask = Desk.ask

    def breaks(self: Desk, texts: Any, source: str, target: str, *rest: Any) -> Any:
        if target == "kk":
            raise KeyboardInterrupt
        return ask(self, texts, source, target, *rest)

    monkeypatch.setattr(Desk, "ask", breaks)
    done = l10n(tmp_path, "pretranslate", "second")

    assert done.returncode == 130
    assert origins(project)[NOBODY] == "engine pseudo"
    assert not project.catalog("second", "kk").exists()


def test_what_an_engine_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neighbours, names in their glossary form, and matches that are too far for a draft."""
    settings = '[engines.model]\nengine = "chat"\nurl = "http://127.0.0.1:1"\nmodel = "m"\nlocales = ["ru"]\n'
    project = newsroom(tmp_path, settings)
    path = project.source / "second.html"
    said = path.read_text(encoding="utf-8").replace("It takes 12 old cars.", "Gulnar Asetova takes 12 cars.")
    path.write_text(said, encoding="utf-8")
    asked: list[Any] = []

    def hears(self: Desk, texts: Any, source: str, target: str, glossary: Any = ()) -> Any:
        asked.append((texts, glossary))
        return [consulting.Answer() for _ in texts]

    monkeypatch.setattr(Desk, "ask", hears)
    l10n(tmp_path, "pretranslate", "second", "-l", "ru", "--least", "95")
    ((texts, glossary),) = asked
    told = next(one for one in texts if "Asetova" in one.source)

    assert [(one.start, one.end, one.rendering) for one in told.names] == [(0, 14, "Гульнар Асетова")]
    assert (told.before, told.after) == (("Photo: Gulnar Asetova",), (NOBODY,))
    assert told.matches[0] == ("It takes 12 cars.", RUSSIAN["It takes 12 cars."])
    assert glossary == (("Gulnar Asetova", "Гульнар Асетова"),)


@pytest.mark.parametrize("said", [*(f"Чай{odd}." for odd in ("\0", "\x04", "\x1b[31m", "\ud800", "\uffff")), JOINED])
def test_what_no_catalog_can_hold(said: str) -> None:
    """A match with a control character or half a letter, or that stands elsewhere, is no draft; the next one is."""
    matches = [Match("Tea.", said, 100, "exact"), Match("Tea.", "Чаёк.", 100, "exact")]
    recall = Recall(project=None, memory=None, least=75, shown=60)  # type: ignore[arg-type]

    assert getattr(recall.best("Tea.", matches), "target", "") == "Чаёк."


# --- codes


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("a <b1>b</b1>", "а <b1>б</b1>", "а <b1>б</b1>"),
        ("a b", "а <b1>б</b1>", "а б"),
        ("a b", "а<br1/>б", "а б"),
        ("a <b1>b</b1>", "а <b1>б</b1> <i2>в</i2>", "а <b1>б</b1> в"),
        ("a <b1>b</b1>", "а б", ""),
        ("a <b1>b</b1>", "а </b1>б<b1>", ""),
    ],
)
def test_codes(source: str, target: str, said: str) -> None:
    """A match has the codes of its segment and no others, or it is none."""
    assert fitted(source, target) == said


def test_without_codes() -> None:
    """The last resort keeps the words."""
    assert bare("a <b1>b</b1>", "а <i1>б</i1><br2/>в") == "а б в"


def test_a_match_that_lacks_a_code(tmp_path: Path) -> None:
    """It is better than nothing, is told, and cannot be approved before a person placed the code."""
    project = newsroom(tmp_path)
    (project.source / "second.html").write_text(
        ARTICLE.replace("It takes 12 cars.", 'It takes <a href="x.html">12 cars</a>.'), encoding="utf-8"
    )
    done = l10n(tmp_path, "pretranslate", "second", "-l", "ru")
    made = entries(project)["It takes <a1>12 cars</a1>."]
    type_in(project.catalog("second", "ru"), {made.source: made.target})
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "second", "-l", "ru")
    refused = l10n(tmp_path, "review", "second", "-l", "ru", "--approve", "--by", "timur")

    assert made.target == "Он берёт 12 машин."
    assert "its codes are broken" in refused.stdout + refused.stderr
    assert "inline codes to be placed in 1 draft" in done.stdout


# --- leverage


@pytest.mark.parametrize(
    ("kind", "score", "band"),
    [
        ("in-context", 100, "in-context"),
        ("exact", 100, "100"),
        ("exact", 95, "95–99"),
        ("in-context", 95, "95–99"),
        ("adapted", 99, "adapted"),
        ("fuzzy", 99, "95–99"),
        ("fuzzy", 94, "85–94"),
        ("fuzzy", 84, "75–84"),
        ("fuzzy", 70, "below 75"),
    ],
)
def test_bands(kind: str, score: int, band: str) -> None:
    """Of a match by its kind and score."""
    assert leverage.band(kind, score) == band


def test_the_estimate(tmp_path: Path) -> None:
    """Every empty word is in one band, before; what is drafted and what is left add up to it."""
    project = newsroom(tmp_path)
    (project.source / "third.html").write_text(SECOND, encoding="utf-8")
    options = pretranslating.Options(when=WHEN, locales=("ru",), dry_run=True)
    done = pretranslating.pretranslate(project, project.articles(), options)
    counted: Leverage = done.leverage["ru"]

    assert counted.bands["repetition"].segments == 4, "the third article says what the second says"
    assert counted.before == leverage.total(counted.origins) + counted.after
    assert counted.before.segments == sum(len(one.drafts) + len(one.left) for one in done.done)
    assert counted.typed.segments == len(RUSSIAN) + 1
    assert set(counted.bands) == set(BANDS)


# --- effort


def test_effort(tmp_path: Path, service: Service) -> None:
    """By origin and locale: kept unchanged, chrF and TER against what became of it; what waits is not compared."""
    project = newsroom(tmp_path, ENGINE.format(url=service.url, more=""))
    l10n(tmp_path, "pretranslate", "second", "-l", "ru")
    type_in(
        project.catalog("second", "ru"),
        {NOBODY: "Такого <b1>никто</b1> ещё не видел.", OLD: "Он берёт 12 старых машин.", "A ferry": "Паром"},
    )
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "second", "-l", "ru")
    l10n(tmp_path, "review", "second", "-l", "ru", "--approve", "--by", "timur")
    rows = json.loads(l10n(tmp_path, "report", "--effort", "--json").stdout)
    found = {row["origin"]: row for row in rows}

    assert {row["locale"] for row in rows} == {"ru"}
    assert (found["engine libre"]["done"], found["engine libre"]["unchanged"]) == (1, 0)
    assert found["engine libre"]["TER"] > found["memory 85–94"]["TER"] > 0
    assert (found["memory 100"]["unchanged"], found["memory 100"]["chrF"], found["memory 100"]["TER"]) == (
        1,
        100.0,
        0.0,
    )
    assert (found["memory adapted"]["drafts"], found["memory adapted"]["done"]) == (1, 0)
    assert found["engine libre"]["approved"] == 1
    assert "chrF" in l10n(tmp_path, "report", "--effort").stdout
    assert l10n(tmp_path, "report", "--effort", "--csv").stdout.startswith("origin,locale,drafts,")
    assert l10n(tmp_path, "report", "--effort", "--stale").returncode == 2


@pytest.mark.parametrize("withdrawn", [False, True])
def test_effort_after_the_article_went_on(tmp_path: Path, withdrawn: bool) -> None:
    """The text that was approved counts, though its sentence is gone from the article; an approval taken back, none."""
    project = newsroom(tmp_path)
    l10n(tmp_path, "pretranslate", "second", "-l", "ru")
    type_in(project.catalog("second", "ru"), {TICKETS: "Билеты стоят 600 тенге."})
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "second", "-l", "ru")
    l10n(tmp_path, "review", "second", "-l", "ru", "--approve", "--by", "timur")
    if withdrawn:
        l10n(tmp_path, "review", "second", "-l", "ru", "--withdraw", "--by", "timur")
    path = project.source / "second.html"
    path.write_text(path.read_text(encoding="utf-8").replace(TICKETS, ""), encoding="utf-8")
    l10n(tmp_path, "sync")
    (adapted,) = [one for one in effort.efforts(project, project.articles()) if one.origin == "memory adapted"]

    assert (adapted.measured.drafts, adapted.approved, adapted.measured.unchanged) == (not withdrawn, not withdrawn, 0)


def test_effort_of_what_is_said_in_the_sentence_before(tmp_path: Path) -> None:
    """`<joined/>` is no text that a draft became, approved or not."""
    project = newsroom(tmp_path)
    l10n(tmp_path, "pretranslate", "second", "-l", "ru")
    type_in(project.catalog("second", "ru"), {OLD: "Он берёт 12 машин, билет 600 тенге.", TICKETS: JOINED})
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "second", "-l", "ru")
    done = l10n(tmp_path, "review", "second", "-l", "ru", "--approve", "--by", "timur")
    (adapted,) = [one for one in effort.efforts(project, project.articles()) if one.origin == "memory adapted"]

    assert "2 segments" in done.stdout
    assert (adapted.drafts, adapted.measured.drafts, adapted.approved) == (1, 0, 0)


def test_effort_of_a_published_translation(tmp_path: Path) -> None:
    """A draft of `l10n memory align` is compared as any other, however sure it was."""
    project = make(tmp_path)
    page = ARTICLE.replace('lang="en"', 'lang="ru"')
    for source, target in RUSSIAN.items():
        page = page.replace(source, target)
    (tmp_path / "old.html").write_text(page, encoding="utf-8")
    done = l10n(tmp_path, "memory", "align", "ferry", "ru", str(tmp_path / "old.html"))
    drafts = [one for one in po.read(project.catalog("ferry", "ru")).entries if one.target]
    cars = next(one for one in drafts if one.source == "It takes 12 cars.")
    type_in(project.catalog("ferry", "ru"), {cars.source: cars.target})
    l10n(tmp_path, "sync", "--by", "aigul")
    (found,) = effort.efforts(project, project.articles())

    assert drafts, done.stderr
    assert (found.origin, found.drafts) == ("alignment", len(drafts))
    assert (found.measured.drafts, found.measured.unchanged) == (1, 1)


def test_effort_as_a_table_without_formulas(capsys: pytest.CaptureFixture[str]) -> None:
    """An origin is what a ledger says, which anybody may have written."""
    print_efforts([effort.Worth("=1+1", "ru", 1, Effort(), 0)], as_json=False, as_csv=True)

    assert capsys.readouterr().out.splitlines()[1] == "'=1+1,ru,1,0,0,0,0,,"


@pytest.mark.parametrize(
    ("origin", "kind"),
    [
        ("engine google", "engine google"),
        ("memory 92", "memory 85–94"),
        ("memory in-context 100", "memory in-context"),
        ("memory adapted 99", "memory adapted"),
        ("memory 100", "memory 100"),
        ("names and figures", "names and figures"),
        ("memory", "memory"),
    ],
)
def test_kinds(origin: str, kind: str) -> None:
    """What is counted together."""
    assert effort.kind(origin) == kind


# --- approval of what nobody revised


@pytest.mark.parametrize("barred", [True, False])
def test_unchanged_drafts(tmp_path: Path, service: Service, barred: bool) -> None:
    """An engine's draft that nobody revised is refused where the settings say so, a text of the memory is not."""
    more = "[pretranslate]\nbar-unchanged-drafts = true\n" if barred else ""
    project = newsroom(tmp_path, ENGINE.format(url=service.url, more="") + more)
    l10n(tmp_path, "pretranslate", "second", "-l", "ru")
    made = entries(project)
    kept = {NOBODY: made[NOBODY].target, OLD: made[OLD].target, "A ferry": made["A ferry"].target}
    type_in(project.catalog("second", "ru"), kept)
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "second", "-l", "ru")
    done = l10n(tmp_path, "review", "second", "-l", "ru", "--approve", "--by", "timur")

    assert done.stdout.count("is an unchanged draft") == (2 if barred else 0)
    assert f"{1 if barred else 3} segment" in done.stdout


# --- a layout before anybody has translated


def test_pseudo_locales(tmp_path: Path) -> None:
    """Locales of their own, longer and right to left, shown in a folder that is nothing to publish."""
    settings = SETTINGS.replace('"kk"]', '"en-XA", "ar-XB"]', 1) + '[engines.pseudo]\nlocales = ["en-XA", "ar-XB"]\n'
    project = make(tmp_path, settings=settings)
    done = l10n(tmp_path, "pretranslate", "--engine", "pseudo")
    shown = l10n(tmp_path, "build", "--drafts")
    page = (project.cache / "preview" / "ar-XB" / "ferry.html").read_text(encoding="utf-8")

    assert (done.returncode, shown.returncode) == (0, 0), done.stderr + shown.stderr
    assert '<html lang="ar-XB" dir="rtl">' in page
    assert page.count("⟦") == page.count("⟧") == 9
    assert not project.catalog("ferry", "ru").exists()
    assert 'lang="en"' in (project.cache / "preview" / "ru" / "ferry.html").read_text(encoding="utf-8")
    assert not project.build.exists()
    assert l10n(tmp_path, "build").returncode == 1, "no gate lets a draft through"


def test_desk_without_engines() -> None:
    """Nobody is asked where nobody serves the locale."""
    desk = Desk(configured({"pseudo": {"locales": ["kk"]}}, {}))

    assert [one.target for one in desk.ask([], "en", "ru")] == []
    assert not desk.reads_context("en", "ru")
    assert not desk.bills({("en", "ru"): []}, {})


def test_a_broken_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not asked again for any locale, and what it said of itself is not told of each text."""
    desk = Desk(configured({"pseudo": {"locales": ["kk", "ru"]}}, {}))
    asked: list[str] = []

    def breaks(service: Any, request: Request, *rest: Any, **more: Any) -> Reply:
        asked.append(request.target)
        return Reply((Draft(reason="it is down", left=ERROR),), error=Unavailable("it is down"))

    monkeypatch.setattr("l10n.engines.translate", breaks)
    answers = [*desk.ask([Text("Tea.")], "en", "kk"), *desk.ask([Text("Tea.")], "en", "ru")]

    assert asked == ["kk"]
    assert list(desk.given_up) == ["pseudo"]
    assert not any(one.target or one.unused for one in answers)


def test_what_is_told_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own reason, in whatever words; a ceiling is counted, and known by no words."""
    desk = Desk(configured({"pseudo": {"locales": ["kk"], "ceiling": 9}}, {}))
    words = "the ceiling of 9 characters for `pseudo` is reached"
    results = Draft(reason=words), Draft(reason=words, left=CEILING), Draft(reason="it is down", left=ERROR)
    monkeypatch.setattr("l10n.engines.translate", lambda *rest, **more: Reply(results))
    answers = desk.ask([Text("Tea.")] * 3, "en", "kk")

    assert [[unused.reason for unused in one.unused] for one in answers] == [[words], [], []]
    assert desk.at_ceiling == {"pseudo": 1}


def test_a_ceiling_is_one_for_all_locales() -> None:
    """What the first locale takes of it is gone for the second."""
    desk = Desk(configured({"pseudo": {"locales": ["kk", "ru"], "ceiling": 10}}, {}))
    texts = [Text("Eight...")]
    first, second = desk.bills({("en", "kk"): texts, ("en", "ru"): texts}, {})

    assert first.characters == second.characters <= 10
    assert (first.over, second.over) == (0, 2 * first.characters - 10)


def test_an_engine_that_is_not_named(tmp_path: Path) -> None:
    """Says what the settings name, or what to write."""
    project = make(tmp_path)
    with pytest.raises(ProjectError) as refused:
        consulting.services(project, "google", {})

    assert "[engines.google]" in refused.value.hint
