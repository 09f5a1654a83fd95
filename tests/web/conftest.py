"""A newsroom with a workbench, and a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from l10n.project import Project
from tests.programs import need
from tests.web.running import Client, running
from tests.workflow.newsroom import SETTINGS, translated

WITH_UYGHUR = SETTINGS.replace('["en", "ru", "kk"]', '["en", "ru", "kk", "ug"]')


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One article in four languages, the Russian translated by aigul; timur is an editor."""
    return translated(tmp_path, WITH_UYGHUR)


@pytest.fixture
def bench(project: Project) -> Iterator[str]:
    """The address of its workbench."""
    with running(project.folder) as address:
        yield address


@pytest.fixture
def aigul(bench: str) -> Client:
    """A translator."""
    return Client(bench).enter("aigul")


@pytest.fixture
def timur(bench: str) -> Client:
    """An editor."""
    return Client(bench).enter("timur")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system."""
    path = need("chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, bench: str) -> Iterator[Page]:
    """A window in which aigul has said who she is; an error in a script fails the test."""
    errors: list[str] = []
    with browser.new_context(base_url=bench, locale="en-US", viewport={"width": 1280, "height": 900}) as context:
        context.on("weberror", lambda one: errors.append(str(one.error)))
        yield entered(context.new_page(), "aigul")
    assert errors == []


def entered(window: Page, who: str) -> Page:
    """A window in which somebody has said who they are."""
    window.goto("/who")
    window.check(f"input[value={who}]")
    window.click("button.main")
    window.wait_for_url("**/")
    return window
