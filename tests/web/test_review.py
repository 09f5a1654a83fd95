"""The editor's desk: what waits, what an editor says of it, and that it binds exactly the text that was shown."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from l10n import ledger, po
from l10n.ledger import Status
from l10n.model import Key
from l10n.project import Project
from l10n.text import segment_id
from l10n.workflow import chronicle, reporting, view
from tests.web.running import Client
from tests.workflow.newsroom import RUSSIAN, WHEN, edit_source, l10n, type_in

CARS = ("p", "It takes 12 cars.")
TICKETS = ("p", "Tickets cost 500 tenge.")
UYGHUR = {CARS[1]: "ئۇ 12 ماشىنا سىغىدۇ.", TICKETS[1]: "بېلەت 500 تەڭگە تۇرىدۇ."}
JSON = {"Accept": "application/json"}


def status(project: Project, key: Key, locale: str = "ru") -> Status:
    entry = po.read(project.catalog("ferry", locale)).by_key()[key]
    return ledger.read(project.ledger("ferry", locale)).status(entry)


def digest(project: Project, key: Key, locale: str = "ru") -> str:
    return status(project, key, locale).digest


def post(client: Client, verb: str, key: Key, fields: dict[str, str], locale: str = "ru", **headers: str) -> str:
    said = client.post(f"/review/{verb}/{locale}/{segment_id(*key)}/ferry", fields, **{"HX-Request": "true"} | headers)
    return f"{said.status} {said.text}"


def say(client: Client, project: Project, verb: str, key: Key, **fields: str) -> tuple[int, dict[str, object]]:
    """A verb as another desk says it: status and JSON."""
    path = f"/review/{verb}/ru/{segment_id(*key)}/ferry"
    said = client.post(path, {"digest": digest(project, key), **fields}, **JSON)
    return said.status, json.loads(said.text)


def four_eyes(project: Project) -> None:
    """The project asks for four eyes."""
    settings = project.settings_file.read_text(encoding="utf-8")
    project.settings_file.write_text(settings.replace("[gate]", "[gate]\nfour-eyes = true"), encoding="utf-8")


# --- the queue


def test_queue(project: Project, timur: Client) -> None:
    """It counts what the report counts."""
    text = timur.get("/review").text
    counts = reporting.counts(project, list(project.articles()))["ferry"]
    (row,) = [one for one in counts.rows if one.locale == "ru"]

    assert f"{row.waits()['editor']} segments" in text
    assert f"{sum(row.words[5:6])} words" in text
    assert 'href="/review/ru/ferry"' in text and "/review/kk/ferry" not in text
    assert "Aigul S." in text


def test_deadlines(project: Project, timur: Client) -> None:
    """When an article is due, and that it should have been."""
    settings = project.settings_file
    before = settings.read_text(encoding="utf-8")
    for day, words in (("2026-11-30", "due November 30, 2026"), ("2026-11-20", "due November 20, 2026</time>")):
        settings.write_text(f"{before}[article.ferry]\ndeadline = {day}\n", encoding="utf-8")
        page = timur.get("/review").text
        assert words in page and ("overdue" in page) == (day < WHEN)


def test_queue_narrowed(project: Project, timur: Client) -> None:
    """Filters are links, and the oldest stands first."""
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    l10n(project.folder, "sync", "--by", "aigul")
    both = timur.get("/review").text
    assert both.index("/review/ru/ferry") < both.index("/review/ug/ferry")
    assert "/review/ug/ferry" not in timur.get("/review?locale=ru").text
    assert "2 segments" in timur.get("/review?locale=ug&kind=p").text
    assert "Nothing waits here" in timur.get("/review?only=unchanged").text
    assert "Nothing waits here" in timur.get("/review?locale=ug&kind=headline").text
    assert timur.get("/review?page=99999999&locale=xx&kind=<b>").status == 200


def test_claims_and_questions(project: Project, timur: Client) -> None:
    """What nobody stands for, and what a translator asks, are found wherever they wait."""
    catalog = po.read(project.catalog("ferry", "kk"))
    entries = [one.replace(comments=("Which cars?",)) if one.key == CARS else one for one in catalog.entries]
    po.write(catalog.replace(entries=tuple(entries)), project.catalog("ferry", "kk"))
    type_in(project.catalog("ferry", "ug"), UYGHUR)

    assert "/review/kk/ferry" in timur.get("/review?only=questions").text
    assert "/review/ug/ferry" in timur.get("/review?only=claims").text


def test_copy_edits_wait(project: Project, timur: Client) -> None:
    """A copy edit of the original is reviewed like any text."""
    type_in(project.catalog("ferry", "en"), {CARS[1]: "It takes twelve cars."})
    l10n(project.folder, "sync", "--by", "aigul")

    assert "/review/en/ferry" in timur.get("/review").text
    assert "It takes twelve cars." in timur.get("/review/en/ferry").text


def test_translators_have_no_queue(project: Project, aigul: Client) -> None:
    """403, with a sentence."""
    for path in ("/review", "/review/ru/ferry"):
        said = aigul.get(path)
        assert said.status == 403 and "<q>aigul</q></bdi> is no editor" in said.text


def test_editors_of_other_locales(project: Project, timur: Client) -> None:
    """An editor sees, and approves in, their own locales alone."""
    path = project.settings_file
    path.write_text(path.read_text(encoding="utf-8") + 'locales = ["kk"]\n', encoding="utf-8")

    assert "/review/ru/ferry" not in timur.get("/review?locale=ru").text
    assert timur.get("/review/kk/ferry").status == 200
    said = timur.get("/review/ru/ferry")
    assert said.status == 403 and "<q>timur</q></bdi> does not work on <bdi><q>ru</q>" in said.text
    assert post(timur, "approve", CARS, {"digest": digest(project, CARS)}).startswith("403")


# --- verbs


def test_approved(project: Project, timur: Client) -> None:
    """The answer is the segment as it is now; the ledger says who approved it."""
    said = post(timur, "approve", CARS, {"digest": digest(project, CARS)})

    assert said.startswith("200") and f'id="s-{segment_id(*CARS)}"' in said and 'data-said="Approved"' in said
    assert (str(status(project, CARS).state), status(project, CARS).reviewers) == ("reviewed", ("timur",))
    assert str(status(project, TICKETS).state) == "translated"


def test_final_and_taken_back(project: Project, timur: Client) -> None:
    """Final is more than approved, and what was said can be taken back."""
    assert say(timur, project, "final", CARS) == (
        200,
        {"said": "Approved as final", "done": [segment_id(*CARS)], "skipped": []},
    )
    assert str(status(project, CARS).state) == "final"
    assert say(timur, project, "withdraw", CARS)[0] == 200
    assert str(status(project, CARS).state) == "translated"
    assert say(timur, project, "withdraw", CARS) == (
        409,
        {
            "said": "Not done: nobody approved it or sent it back",
            "done": [],
            "skipped": [{"segment": segment_id(*CARS), "why": "nobody approved it or sent it back"}],
        },
    )


def test_step_by_step_back(project: Project, timur: Client) -> None:
    """Every word of one's own is taken back by itself, and what stood before it stands again."""
    say(timur, project, "approve", CARS)
    say(timur, project, "final", CARS)
    say(timur, project, "send-back", CARS, reason="Which cars?")
    assert (status(project, CARS).reason, say(timur, project, "undo", CARS)[0]) == ("sent back", 200)
    assert (str(status(project, CARS).state), say(timur, project, "undo", CARS)[0]) == ("final", 200)
    assert (str(status(project, CARS).state), say(timur, project, "undo", CARS)[0]) == ("reviewed", 200)
    assert (str(status(project, CARS).state), say(timur, project, "undo", CARS)[0]) == ("translated", 409)
    assert not po.read(project.catalog("ferry", "ru")).by_key()[CARS].fuzzy

    events = chronicle.of_segment(view.side(view.source(project, project.article("ferry")), "ru"), CARS)
    words = [(one.verb, one.state, one.is_over) for one in events if one.verb in ("approve", "send back")]
    assert sorted(words) == [("approve", "final", True), ("approve", "reviewed", True), ("send back", "", True)]
    assert timur.get("/history/ru/ferry").text.count("approved 1 segment") == 2


def test_answered(project: Project, timur: Client, aigul: Client) -> None:
    """An editor and a translator answer, whoever has seen the question; the translator's desk shows it."""
    assert post(timur, "answer", CARS, {"answer": "Cars."}).startswith("409")
    catalog = project.catalog("ferry", "ru")
    asked = [one.replace(comments=("<Which>?",)) if one.key == CARS else one for one in po.read(catalog).entries]
    po.write(po.read(catalog).replace(entries=tuple(asked)), catalog)
    assert "Answer…" in timur.get("/review/ru/ferry").text
    assert post(timur, "answer", CARS, {"answer": " "}).startswith("400")
    assert say(aigul, project, "answer", CARS, answer="<b>Cars</b>.")[1]["said"] == "Answered"

    page = timur.get("/review/ru/ferry").text
    assert "&lt;Which&gt;?" in page and "&lt;b&gt;Cars&lt;/b&gt;." in page and "Answer…" not in page
    assert "&lt;b&gt;Cars&lt;/b&gt;." in aigul.get(f"/segment/ru/{segment_id(*CARS)}/ferry").text
    assert "ferry" not in timur.get("/review?only=questions").text


def test_names_and_past(project: Project, timur: Client) -> None:
    """The names of a text stand beside it with their renderings; its past is a click away."""
    glossary = '[[name]]\nform = "Ile"\nkind = "place"\n'
    (project.source / "glossary.toml").write_text(glossary, encoding="utf-8")
    l10n(project.folder, "sync", "--by", "aigul")
    page = timur.get("/review/ru/ferry").text

    assert '<bdi lang="en">Ile</bdi> — <b><bdi lang="ru">' in page
    assert f"/past/ru/{segment_id(*CARS)}/ferry" in page


def test_sent_back(project: Project, timur: Client) -> None:
    """With a reason, which stands in the catalog for the translator."""
    assert post(timur, "send-back", CARS, {"digest": digest(project, CARS), "reason": " \n"}).startswith("400")
    assert post(timur, "send-back", CARS, {"digest": digest(project, CARS), "reason": "Берёт <b>?"}).startswith("200")

    entry = po.read(project.catalog("ferry", "ru")).by_key()[CARS]
    assert entry.fuzzy and "l10n-note: Берёт <b>?" in entry.comments
    assert "Берёт &lt;b&gt;?" in timur.get("/review/ru/ferry").text


def test_changed_since(project: Project, timur: Client) -> None:
    """What changed under the page is not approved; it is shown anew, and said."""
    before = digest(project, CARS)
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    said = post(timur, "approve", CARS, {"digest": before})

    assert said.startswith("409") and "Not done: its text changed since it was shown: read it anew" in said
    assert "Входит 12 машин." in said and digest(project, CARS)[:12] in said
    assert str(status(project, CARS).state) == "translated"


def test_the_rest(project: Project, timur: Client) -> None:
    """What the page listed is approved; what changed since is left alone, and said."""
    keys = [key for key in po.read(project.catalog("ferry", "ru")).by_key() if key[1] in RUSSIAN]
    listed = " ".join(f"{segment_id(*key)}:{digest(project, key)[:12]}" for key in keys)
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    said = timur.post("/review/approve/ru/-/ferry", {"listed": listed}, **{"HX-Request": "true"})

    assert f"{len(keys) - 1} segments approved" in said.text and "1 segment left alone:" in said.text
    assert [str(status(project, key).state) for key in keys].count("reviewed") == len(keys) - 1
    assert 'data-back="' in said.text


def test_two_editors(project: Project, bench: str) -> None:
    """Both approve the same text: the second is told that nothing was left to do, or adds their word."""
    one, other = Client(bench).enter("timur"), Client(bench).enter("timur")
    shown = digest(project, CARS)
    assert post(one, "approve", CARS, {"digest": shown}).startswith("200")
    assert "you approved it already" in post(other, "approve", CARS, {"digest": shown})
    assert post(other, "send-back", CARS, {"digest": shown, "reason": "Which cars?"}).startswith("200")
    assert post(one, "final", CARS, {"digest": shown}).startswith("200")  # it answers the reason


def test_many_at_once(project: Project, bench: str) -> None:
    """Editors who approve one article at the same moment lose nothing."""
    keys = [key for key in po.read(project.catalog("ferry", "ru")).by_key() if key[1] in RUSSIAN]
    clients = [Client(bench).enter("timur") for _ in keys]
    shown = [digest(project, key) for key in keys]
    with ThreadPoolExecutor(len(keys)) as threads:
        said = list(
            threads.map(
                lambda one: post(one[0], "approve", one[1], {"digest": one[2]}), zip(clients, keys, shown, strict=True)
            )
        )

    assert [one[:3] for one in said] == ["200"] * len(keys)
    assert {str(status(project, key).state) for key in keys} == {"reviewed"}


def test_four_eyes(project: Project, timur: Client) -> None:
    """Nobody approves what they typed, and the page says so before and after."""
    four_eyes(project)
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    l10n(project.folder, "sync", "--by", "timur")
    sentence = "you translated it: four eyes need another editor"

    assert sentence in timur.get("/review/ru/ferry").text
    code, told = say(timur, project, "approve", CARS)
    assert code == 409 and told["said"] == f"Not done: {sentence}"
    assert say(timur, project, "approve", TICKETS)[0] == 200


@pytest.mark.parametrize("verb", ["approve", "final", "send-back", "waive"])
def test_translators_approve_nothing(project: Project, aigul: Client, verb: str) -> None:
    """403 with a sentence, and nothing is changed."""
    before = project.ledger("ferry", "ru").read_bytes(), project.catalog("ferry", "ru").read_bytes()
    fields = {"digest": digest(project, CARS), "reason": "No.", "finding": "numbers.missing"}
    said = post(aigul, verb, CARS, fields)

    assert said.startswith("403") and "<q>aigul</q></bdi> is no editor" in said
    assert before == (project.ledger("ferry", "ru").read_bytes(), project.catalog("ferry", "ru").read_bytes())


def test_claims(project: Project, timur: Client, aigul: Client) -> None:
    """A translator stands for what nobody stood for."""
    type_in(project.catalog("ferry", "kk"), {CARS[1]: "Ол 12 көлік сыйғызады."})
    l10n(project.folder, "sync")
    shown = digest(project, CARS, "kk")
    assert "Accept the claim" in timur.get("/review/kk/ferry").text
    assert post(aigul, "accept", CARS, {"digest": shown}, "kk").startswith("200")
    assert status(project, CARS, "kk").translators == ("aigul",)


def test_waived(project: Project, timur: Client) -> None:
    """A finding ends with a reason, for exactly this text, and counts again when that is taken back."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 13 машин."})
    l10n(project.folder, "sync", "--by", "aigul")
    part = timur.get(f"/review/ru/ferry?segment={segment_id(*CARS)}", **{"HX-Request": "true"}).text
    found = re.search(r'data-finding="(numbers\.[a-z-]+)" data-of="([0-9a-f]{12})"', part)
    assert found, part
    fields = {"finding": found[1], "digest": found[2], "reason": "The ferry grew."}

    assert post(timur, "waive", CARS, {**fields, "reason": ""}).startswith("400")
    assert post(timur, "waive", CARS, {**fields, "finding": "no.such"}).startswith("400")
    said = post(timur, "waive", CARS, fields)
    assert said.startswith("200") and "The ferry grew." in said and "Let it count again" in said
    assert "Let it count again" not in post(timur, "unwaive", CARS, fields)
    assert post(timur, "unwaive", CARS, fields).startswith("409")


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/review/approve/ru/00000000/ferry", {"digest": "0" * 12}, 404),
        ("/review/bless/ru/{}/ferry", {"digest": "0" * 12}, 404),
        ("/review/approve/de/{}/ferry", {"digest": "0" * 12}, 404),
        ("/review/approve/ru/{}/nothing", {"digest": "0" * 12}, 404),
        ("/review/approve/ru/{}/ferry", {}, 400),
        ("/review/approve/ru/{}/ferry", {"digest": "../../etc"}, 400),
        ("/review/approve/ru/-/ferry", {"listed": ""}, 400),
        ("/review/approve/ru/-/ferry", {"listed": "x:y"}, 400),
        ("/review/waive/ru/{}/ferry", {"digest": "0" * 12, "finding": "<b>", "reason": "no"}, 400),
        ("/review/send-back/ru/{}/ferry", {"digest": "{}", "reason": "a\0b"}, 400),
    ],
)
def test_what_makes_no_sense(project: Project, timur: Client, path: str, fields: dict[str, str], status: int) -> None:
    """It is refused with a sentence, and nothing is changed."""
    before = project.ledger("ferry", "ru").read_bytes(), project.catalog("ferry", "ru").read_bytes()
    fields = {name: value.format(digest(project, CARS)) if value == "{}" else value for name, value in fields.items()}
    said = timur.post(path.format(segment_id(*CARS)), fields, **{"HX-Request": "true"})

    assert said.status == status, said.text
    assert before == (project.ledger("ferry", "ru").read_bytes(), project.catalog("ferry", "ru").read_bytes())


# --- what the page shows


def test_differences(project: Project, timur: Client) -> None:
    """Against the text approved last, and against what this editor sent back."""
    assert say(timur, project, "approve", CARS)[0] == 200
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 12 автобусов."})
    l10n(project.folder, "sync", "--by", "aigul")
    page = timur.get("/review/ru/ferry").text
    assert "Since it was approved last" in page and "<del>машин</del><ins>автобусов</ins>" in page
    assert "Since you approved" not in page  # the same text, said once

    assert say(timur, project, "send-back", CARS, reason="Which buses?")[0] == 200
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 12 грузовиков."})
    l10n(project.folder, "sync", "--by", "aigul")
    page = timur.get("/review/ru/ferry").text
    assert "Since you sent it back on November 22, 2026" in page and "<del>автобусов</del><ins>грузовиков</ins>" in page


def test_source_changed_and_carried(project: Project, timur: Client) -> None:
    """The source is compared, too."""
    assert say(timur, project, "approve", CARS)[0] == 200
    edit_source(project, "It takes 12 cars.", "It takes 14 cars.")
    l10n(project.folder, "sync")
    type_in(project.catalog("ferry", "ru"), {"It takes 14 cars.": "Он берёт 14 машин."})
    l10n(project.folder, "sync", "--by", "aigul")

    page = timur.get("/review/ru/ferry").text
    assert "<del>12</del><ins>14</ins> cars" in page and "<del>12</del><ins>14</ins> машин" in page


def test_history(project: Project, timur: Client) -> None:
    """Who did what when, with the reasons; each leads to its segment."""
    say(timur, project, "approve", TICKETS)
    say(timur, project, "send-back", CARS, reason="<Which> cars?")
    page = timur.get("/history/ru/ferry").text
    for words in ("typed", "approved 1 segment", "sent back 1 segment", "&lt;Which&gt; cars?", "Aigul S."):
        assert words in page
    assert f'href="/review/ru/ferry?segment={segment_id(*CARS)}"' in page
    only = timur.get("/history/ru/ferry?who=timur").text
    assert "approved 1 segment" in only and "typed" not in only
    assert "Nothing happened yet." in timur.get("/history/ru/ferry?who=<b>").text
    assert "Nothing happened yet." in timur.get("/history/kk/ferry").text


def test_barred_drafts(project: Project, timur: Client) -> None:
    """What a machine wrote and nobody changed is left alone, and said."""
    path = project.settings_file
    path.write_text(
        path.read_text(encoding="utf-8") + "\n[pretranslate]\nbar-unchanged-drafts = true\n", encoding="utf-8"
    )
    catalog = po.read(project.catalog("ferry", "kk"))
    drafted = [
        one.replace(targets=("Ол 12 көлік алады.",), flags=("fuzzy",), comments=("l10n-origin: engine pseudo",))
        if one.key == CARS
        else one
        for one in catalog.entries
    ]
    po.write(catalog.replace(entries=tuple(drafted)), project.catalog("ferry", "kk"))
    type_in(project.catalog("ferry", "kk"), {TICKETS[1]: "Билет 500 теңге тұрады."})
    l10n(project.folder, "sync", "--by", "aigul")
    seen = po.read(project.catalog("ferry", "kk")).by_key()[CARS]
    Client(timur.base).enter("aigul").post(
        f"/save/kk/{segment_id(*CARS)}/ferry", {"target": seen.target, "seen": seen.target}
    )
    page = timur.get("/review/kk/ferry").text

    assert "Unchanged draft" in page and "it is an unchanged draft (" in page
    assert "/review/kk/ferry" in timur.get("/review?only=unchanged").text
    listed = " ".join(f"{segment_id(*key)}:{digest(project, key, 'kk')}" for key in (CARS, TICKETS))
    said = timur.post("/review/approve/kk/-/ferry", {"listed": listed}, **{"HX-Request": "true"}).text
    assert "1 segment approved · 1 segment left alone: it is an unchanged draft" in said
