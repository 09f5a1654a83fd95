"""One article goes the whole way: extracted, translated, reviewed, reported, built."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import ledger, po, workflow
from l10n.errors import L10nError
from l10n.model import State
from l10n.project import Project
from l10n.workflow import Options, reviewing, view
from l10n.workflow.reviewing import Filter
from tests.workflow.newsroom import LATER, RUSSIAN, WHEN, edit_source, make, segment_id, tree, type_in


def sync(project: Project, by: str = "", when: str = WHEN) -> dict[str, workflow.Synced]:
    done = workflow.sync_articles(project, project.articles(), Options(when=when, by=by))
    return {one.locale: one for one in done}


def states(project: Project, locale: str = "ru") -> dict[str, str]:
    """Effective state, or the reason for `initial`, by source."""
    source = view.source(project, project.article("ferry"))
    side = view.side(source, locale)
    return {s.source: side.status(s.key).reason or str(side.status(s.key).state) for s in source.assembly.segments}


def approve(project: Project, wanted: Filter, who: str = "timur", final: bool = False) -> list[reviewing.Reviewed]:
    """List, then approve exactly what was listed."""
    articles = project.articles()
    reviewing.remember(project, reviewing.items(project, articles, wanted))
    listed = reviewing.remembered(project)

    def verb(entries, records, by, digests):  # type: ignore[no-untyped-def]
        return ledger.approve(entries, records, by, final=final, listed=digests)

    return reviewing.act(project, articles, wanted, verb, who=who, when=WHEN, listed=listed)


@pytest.fixture
def reviewed(tmp_path: Path) -> Project:
    """A project whose Russian is translated by Aigul and approved by Timur."""
    project = make(tmp_path)
    sync(project)
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    sync(project, by="aigul")
    approve(project, Filter(locales=("ru",)))
    return project


def test_the_whole_way(reviewed: Project) -> None:
    """An article that is translated and approved is published, in its own markup, with everything around it."""
    assert set(states(reviewed).values()) == {"reviewed"}

    built = workflow.build(reviewed, reviewed.articles())

    assert {(one.locale, one.publish) for one in built.variants} == {("en", True), ("ru", True), ("kk", False)}
    page = (reviewed.build / "ru" / "ferry.html").read_text(encoding="utf-8")
    assert '<html lang="ru" dir="ltr">' in page
    assert "<h1>Паром вернулся на реку Или</h1>" in page
    assert 'Водители ждали <a href="timetable.html">на берегу</a> с рассвета.</p>' in page.replace("../", "")
    assert 'hreflang="en" href="https://example.org/en/ferry.html"' in page
    assert 'hreflang="kk"' not in page
    assert '<nav lang="en" dir="ltr">' in page
    assert (reviewed.build / "img" / "ferry.jpg").exists()
    manifest = json.loads((reviewed.build / "manifest.json").read_bytes())
    assert manifest["files"]["ru/ferry.html"]["share"] == 1.0


def test_build_changes_nothing_but_build(reviewed: Project) -> None:
    """A build writes into build/ alone, and the same inputs give the same bytes."""
    before = tree(reviewed.folder)
    workflow.build(reviewed, reviewed.articles())
    first = tree(reviewed.build)
    after = {name: data for name, data in tree(reviewed.folder).items() if not name.startswith("build/")}

    workflow.build(reviewed, reviewed.articles())

    assert after == before
    assert tree(reviewed.build) == first


def test_an_archive_is_built_like_a_few_articles(reviewed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """More articles than fit in memory are looked at twice, and come out the same."""
    at_once = workflow.build(reviewed, reviewed.articles())
    files = tree(reviewed.build)
    (reviewed.build / "manifest.json").unlink()
    (reviewed.build / "manifest.json").write_text('{"tool": "l10n 0"}', encoding="utf-8")
    monkeypatch.setattr("l10n.workflow.building.AT_ONCE", 0)

    assert workflow.build(reviewed, reviewed.articles()) == at_once

    assert tree(reviewed.build) == files


def test_sync_is_idempotent(reviewed: Project) -> None:
    """A second sync writes nothing."""
    before = tree(reviewed.folder)

    assert not any(one.wrote for one in sync(reviewed, when=LATER).values())

    assert tree(reviewed.folder) == before


def test_a_layout_edit_keeps_the_approval(reviewed: Project) -> None:
    """Another dash or space in the source changes no word: the approval stays, with a record by the program."""
    edit_source(reviewed, "It takes 12 cars.", "It takes  12 cars.")
    edit_source(reviewed, "since dawn", "since\ndawn")
    sync(reviewed, when=LATER)
    assert set(states(reviewed).values()) == {"reviewed"}

    edit_source(reviewed, "Tickets cost 500 tenge.", "Tickets cost\u00a0500 tenge.")
    done = sync(reviewed, when=LATER)

    assert done["ru"].counts["carried"] == 1
    assert set(states(reviewed).values()) == {"reviewed"}


def test_a_changed_fact_is_named_and_needs_review(reviewed: Project) -> None:
    """Another figure makes the target a draft, and sync says which fact changed."""
    edit_source(reviewed, "It takes 12 cars.", "It takes 20 cars.")
    done = sync(reviewed, when=LATER)

    assert "12 → 20" in done["ru"].facts()[0]
    assert states(reviewed)["It takes 20 cars."] == "source changed"
    (entry,) = [e for e in po.read(reviewed.catalog("ferry", "ru")).entries if e.source == "It takes 20 cars."]
    assert entry.fuzzy and entry.previous is not None and entry.previous.source == "It takes 12 cars."
    assert entry.target == "Он берёт 12 машин."


def test_a_restored_source_restores_the_approval(reviewed: Project) -> None:
    """An edit that is taken back gives the approved text its state again."""
    edit_source(reviewed, "It takes 12 cars.", "It takes 20 cars.")
    sync(reviewed)
    edit_source(reviewed, "It takes 20 cars.", "It takes 12 cars.")
    sync(reviewed)

    assert set(states(reviewed).values()) == {"reviewed"}


def test_an_edited_target_loses_the_approval(reviewed: Project) -> None:
    """Approved means exactly the text that was read; the same text back is approved again."""
    path = reviewed.catalog("ferry", "ru")
    type_in(path, {"A ferry": "Паромище"})
    sync(reviewed, by="aigul")
    assert states(reviewed)["A ferry"] == "translated"

    type_in(path, {"A ferry": "Паром"})

    assert states(reviewed)["A ferry"] == "reviewed"


def test_published_variants_stay(reviewed: Project) -> None:
    """A published variant whose source changed keeps its last approved text, marked stale."""
    workflow.build(reviewed, reviewed.articles())
    edit_source(reviewed, "It takes 12 cars.", "It takes 20 cars.")

    built = workflow.build(reviewed, reviewed.articles())

    (russian,) = [one for one in built.variants if one.locale == "ru"]
    assert russian.publish and russian.stale
    assert "Он берёт 12 машин." in (reviewed.build / "ru" / "ferry.html").read_text(encoding="utf-8")
    assert built.unsynced
    _, behind = workflow.report(reviewed, reviewed.articles())
    assert [(one.article, one.locale) for one in behind] == [("ferry", "ru")]


def test_published_elsewhere(reviewed: Project) -> None:
    """In a fresh clone the manifest of the site says what is published, and it stays, too."""
    workflow.build(reviewed, reviewed.articles())
    online = reviewed.folder / "online.json"
    online.write_bytes((reviewed.build / "manifest.json").read_bytes())
    shutil.rmtree(reviewed.build)
    edit_source(reviewed, "It takes 12 cars.", "It takes 20 cars.")

    built = workflow.build(reviewed, reviewed.articles(), live=online)

    assert [one.stale for one in built.variants if one.locale == "ru"] == [True]
    with pytest.raises(L10nError, match="cannot be read"):
        workflow.build(reviewed, reviewed.articles(), live=reviewed.folder / "none.json")


def test_withdraw_stale(reviewed: Project) -> None:
    """Where the settings ask for it, a stale variant is taken down."""
    workflow.build(reviewed, reviewed.articles())
    settings = (reviewed.folder / "l10n.toml").read_text(encoding="utf-8")
    (reviewed.folder / "l10n.toml").write_text(
        settings.replace(
            'state = "reviewed"', 'state = "reviewed"\nwithdraw-stale = true\nfallback = {default = "none"}'
        ),
        encoding="utf-8",
    )
    edit_source(reviewed, "It takes 12 cars.", "It takes 20 cars.")
    project = Project.load(reviewed.folder)

    workflow.build(project, project.articles())

    assert not (project.build / "ru" / "ferry.html").exists()


def test_source_fallback_is_marked(tmp_path: Path) -> None:
    """Text left in the source language carries its own language."""
    project = make(tmp_path, settings='locales = ["en", "ug"]\n[gate]\nshare = 0.0\nfallback = {default = "source"}\n')
    sync(project)

    workflow.build(project, project.articles())

    page = (project.build / "ug" / "ferry.html").read_text(encoding="utf-8")
    assert '<html lang="ug" dir="rtl">' in page
    assert '<span lang="en" dir="ltr">It takes 12 cars. Tickets cost 500 tenge.</span>' in page
    assert "<title>Ferry returns to the Ile river</title>" in page


def test_broken_codes_are_refused(reviewed: Project) -> None:
    """A target that lost a link is withheld with its segment and the remedy, whatever its state."""
    source = "Drivers waited <a1>on the bank</a1> since dawn."
    type_in(reviewed.catalog("ferry", "ru"), {source: "Водители ждали на берегу."})
    sync(reviewed, by="aigul")
    settings = reviewed.settings
    lenient = replace(
        reviewed,
        settings=replace(settings, gate=replace(settings.gate, state=State.TRANSLATED, fallback={"default": "none"})),
    )

    built = workflow.build(lenient, lenient.articles())

    (russian,) = [one for one in built.variants if one.locale == "ru"]
    assert not russian.publish
    assert [(one.key[1], one.why) for one in russian.blocked] == [(source, "`<a1>` is missing")]


def test_joined_sentence_from_sync_to_build(tmp_path: Path) -> None:
    """`<joined/>` is a translation: counted, approved, and silent in the page."""
    project = make(tmp_path)
    sync(project)
    joined = RUSSIAN | {
        "It takes 12 cars.": "Он берёт 12 машин, билет стоит 500 тенге.",
        "Tickets cost 500 tenge.": "<joined/>",
    }
    type_in(project.catalog("ferry", "ru"), joined)
    sync(project, by="aigul")
    approve(project, Filter(locales=("ru",)))

    workflow.build(project, project.articles())

    page = (project.build / "ru" / "ferry.html").read_text(encoding="utf-8")
    assert "<p>Он берёт 12 машин, билет стоит 500 тенге.</p>" in page
    assert "joined" not in page


def test_what_changed_after_listing_is_skipped(reviewed: Project) -> None:
    """An approval touches exactly the texts that were listed."""
    path = reviewed.catalog("ferry", "ru")
    type_in(path, {"A ferry": "Паромище", "It takes 12 cars.": "Он вмещает 12 машин."})
    sync(reviewed, by="aigul")
    wanted = Filter(locales=("ru",), waits_for="editor")
    reviewing.remember(reviewed, reviewing.items(reviewed, reviewed.articles(), wanted))
    type_in(path, {"A ferry": "Паромчик"})

    def verb(entries, records, by, digests):  # type: ignore[no-untyped-def]
        return ledger.approve(entries, records, by, listed=digests)

    (done,) = reviewing.act(
        reviewed, reviewed.articles(), wanted, verb, who="timur", when=LATER, listed=reviewing.remembered(reviewed)
    )

    assert [item.segment.source for item in done.done] == ["It takes 12 cars."]
    assert [why for _, why in done.skipped] == ["its text changed since it was shown: read it anew"]
    assert states(reviewed)["A ferry"] == "translated"


def test_a_translator_cannot_approve(reviewed: Project) -> None:
    """Roles of the settings count."""
    type_in(reviewed.catalog("ferry", "ru"), {"A ferry": "Паромище"})

    with pytest.raises(L10nError, match="no editor"):
        approve(reviewed, Filter(locales=("ru",)), who="aigul")


def test_twins_are_told_apart(tmp_path: Path) -> None:
    """`sync --split` gives equal sentences targets of their own, and says nothing twice."""
    project = make(tmp_path)
    edit_source(project, "<p>It takes", "<p>I was detained.</p>\n<p>I was detained.</p>\n<p>It takes")
    sync(project)
    path = project.catalog("ferry", "ru")
    type_in(path, {"I was detained.": "Меня задержали, сказал он."})
    sync(project, by="aigul")

    project = workflow.split(project, project.articles(), [segment_id(path, "I was detained.")])
    sync(project)
    sync_again = sync(project)

    twins = [entry for entry in po.read(path).entries if entry.source == "I was detained."]
    assert [(entry.context, entry.fuzzy) for entry in twins] == [("p", False), ("p ~2", True)]
    assert not any(one.wrote for one in sync_again.values())


def test_an_article_moves(reviewed: Project) -> None:
    """A renamed article keeps translations and approvals, and a second call has nothing left to do."""
    moved = workflow.move(reviewed, "ferry", "2026/ferry")
    project = Project.load(reviewed.folder)
    done = sync(project)

    assert ("source/ferry.html", "source/2026/ferry.html") in moved
    assert "2026/ferry" in [article.name for article in project.articles()]
    assert done["ru"].counts == {"kept": 7} or done["ru"].counts.get("added", 0) == 0
    source = view.source(project, project.article("2026/ferry"))
    side = view.side(source, "ru")
    assert {side.status(segment.key).state for segment in source.assembly.segments} == {State.REVIEWED}


def test_a_rename_by_hand_is_noticed(reviewed: Project) -> None:
    """A file that was renamed under source/ is recognised by its segments."""
    (reviewed.source / "ferry.html").rename(reviewed.source / "river.html")
    sync(reviewed)

    assert workflow.renamed(reviewed) == [("ferry", "river")]
    workflow.move(reviewed, "ferry", "river")
    assert workflow.renamed(reviewed) == []
    assert po.read(reviewed.catalog("river", "ru")).by_key()[("alt", "A ferry")].target == "Паром"


def test_a_locale_added_later(reviewed: Project) -> None:
    """A new locale gets its catalogs; the others stay as they are."""
    before = reviewed.catalog("ferry", "ru").read_bytes()
    settings = (reviewed.folder / "l10n.toml").read_text(encoding="utf-8")
    (reviewed.folder / "l10n.toml").write_text(settings.replace('"kk"]', '"kk", "ug"]'), encoding="utf-8")
    project = Project.load(reviewed.folder)

    done = sync(project)

    assert done["ug"].wrote and not done["ru"].wrote
    assert project.catalog("ferry", "ru").read_bytes() == before


def test_a_deleted_article_keeps_its_catalogs(reviewed: Project) -> None:
    """Catalogs of an article that is gone stay, and report does not count them."""
    (reviewed.source / "ferry.html").unlink()
    before = tree(reviewed.folder / "locales")

    assert sync(reviewed) == {}
    assert tree(reviewed.folder / "locales") == before
    assert reviewed.orphans() == ("ferry",)
    done, _ = workflow.report(reviewed, reviewed.articles())
    assert done.rows == ()


def test_copy_edit_in_the_source_locale(reviewed: Project) -> None:
    """A copy edit of the original stands in its own catalog and is published once it is approved."""
    path = reviewed.catalog("ferry", "en")
    type_in(path, {"It takes 12 cars.": "It carries 12 cars."})
    sync(reviewed, by="aigul")
    workflow.build(reviewed, reviewed.articles())
    assert "It takes 12 cars." in (reviewed.build / "en" / "ferry.html").read_text(encoding="utf-8")

    approve(reviewed, Filter(locales=("en",), states=(State.TRANSLATED,)))
    workflow.build(reviewed, reviewed.articles())

    assert "It carries 12 cars." in (reviewed.build / "en" / "ferry.html").read_text(encoding="utf-8")


def test_report_cache_is_only_a_cache(reviewed: Project) -> None:
    """A report from the cache is the report without it, also when a file changed under the same stamp."""
    first, _ = workflow.report(reviewed, reviewed.articles())
    again, _ = workflow.report(reviewed, reviewed.articles())
    path = reviewed.catalog("ferry", "ru")
    type_in(path, {"A ferry": "Парома"})
    changed, _ = workflow.report(reviewed, reviewed.articles())
    (reviewed.cache / "report.json").write_text("{broken", encoding="utf-8")
    without, _ = workflow.report(reviewed, reviewed.articles())

    assert again == first
    assert changed != first
    assert without == changed
