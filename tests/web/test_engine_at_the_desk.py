"""An engine that takes its time, at the desk: a sign that it is asked, one question for one text, words kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from l10n.project import Project
from l10n.text import segment_id
from tests.engines.server import Asked, Said, Service, serving
from tests.web.conftest import WITH_UYGHUR
from tests.web.running import Client
from tests.web.test_editor import open_segment
from tests.workflow.newsroom import translated

CARS = ("p", "It takes 12 cars.")
SENT, ANSWER = 'Ол <x id="0"/> көлік тасиды.', "Ол 12 көлік тасиды."


@pytest.fixture
def answered() -> threading.Event:
    """When the engine may answer."""
    return threading.Event()


@pytest.fixture
def engine(answered: threading.Event) -> Iterator[Service]:
    def answer(asked: Asked) -> Said:
        if "translate" not in asked.path:
            return Said([])
        answered.wait(20)
        return Said({"translatedText": [SENT] * len(asked.json["q"])})

    with serving(answer) as service:
        yield service
        answered.set()


@pytest.fixture
def project(tmp_path: Path, engine: Service) -> Project:
    """Nothing of it is translated into Kazakh, for which there is the engine."""
    return translated(tmp_path, f'{WITH_UYGHUR}[engines.libretranslate]\nurl = "{engine.url}"\nlocales = ["kk"]\n')


def asked(engine: Service) -> int:
    return sum("translate" in one.path for one in engine.asked)


def test_by_mouse(page: Page, engine: Service, answered: threading.Event) -> None:
    """It is said that an answer is waited for, two clicks are one question, and keys go on working."""
    open_segment(page, CARS, "kk")
    page.locator(".ask").dblclick()
    expect(page.locator(".asking")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Waiting for its answer…")
    answered.set()
    expect(page.locator(".drafted .made")).to_have_text(ANSWER)
    expect(page.locator(".asking")).to_be_hidden()
    assert asked(engine) == 1
    assert page.locator(".editor").inner_text().strip("\u200b\n") == ""
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")


def test_by_key(page: Page, engine: Service, answered: threading.Event) -> None:
    """The draft is put in when it comes; pressed again meanwhile, the key asks nothing."""
    open_segment(page, CARS, "kk")
    page.locator(".ask").wait_for()
    for _ in range(3):
        page.keyboard.press("Alt+G")
    expect(page.locator(".asking")).to_be_visible()
    answered.set()
    expect(page.locator(".editor")).to_have_text(ANSWER)
    assert asked(engine) == 1
    page.keyboard.press("Control+Z")
    expect(page.locator(".editor")).to_have_text("")


def test_typed_meanwhile(page: Page, answered: threading.Event) -> None:
    """What was typed while the engine was asked stays; the draft waits beside it for the key."""
    open_segment(page, CARS, "kk")
    page.locator(".ask").wait_for()
    page.keyboard.press("Alt+G")
    page.keyboard.type("Ол")
    answered.set()
    expect(page.locator(".drafted .made")).to_have_text(ANSWER)
    expect(page.locator(".editor")).to_have_text("Ол")
    page.keyboard.press("Alt+G")
    expect(page.locator(".editor")).to_have_text(ANSWER)


def test_asked_twice_at_once(project: Project, aigul: Client, engine: Service, answered: threading.Event) -> None:
    """Who left a segment and came back while its engine was asked gets the same answer: it is paid for once."""
    aigul.get("/desk/kk/ferry")
    path = f"/draft/kk/{segment_id(*CARS)}/ferry"
    with ThreadPoolExecutor(3) as pool:
        answers = [pool.submit(aigul.post, path, {}) for _ in range(3)]
        answered.set()
        assert all(ANSWER in one.result().text for one in answers)
    assert asked(engine) == 1
