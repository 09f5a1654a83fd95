"""From right to left: every page mirrors, and none is wider than a phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from l10n import web
from tests.web.conftest import entered
from tests.web.test_axe import OTHERS, PAGES, reader, speak

HOME = Path(web.__file__).parent
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding|inset)-)?(?:left|right)(?:-\w+)*\s*:"
    r"|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius"
)
"""Properties of CSS that know left and right, where a right-to-left page wants start and end."""
ALL = {**PAGES, **OTHERS}
OWN = {"preview.css"}
"""Sheets of pages in a frame, which have a direction of their own."""


@pytest.mark.parametrize("sheet", sorted(HOME.glob("static/*.css")), ids=lambda path: path.name)
def test_sheets_know_no_left_and_right(sheet: Path) -> None:
    """Logical properties alone."""
    assert sheet.name in OWN or PHYSICAL.findall(sheet.read_text(encoding="utf-8")) == []


def test_templates_have_no_direction_of_their_own() -> None:
    """The interface gives it; a text has that of its language, code that of code."""
    said = {
        (path.name, value)
        for path in HOME.glob("templates/**/*.html")
        for value in re.findall(r'\bdir="([^"]*)"', path.read_text(encoding="utf-8"))
    }

    assert {
        (name, value) for name, value in said if not value.startswith("{{") and value not in ("auto", "ltr")
    } == set()


@pytest.mark.parametrize("who", ["aigul", "timur"])
@pytest.mark.parametrize("tongue", ["ru", "kk", "ug"])
def test_no_page_is_wider_than_a_phone(browser: Browser, bench: str, tongue: str, who: str) -> None:
    """390 pixels, where words are longer than English ones; the home link stands where reading begins."""
    with browser.new_context(base_url=bench, locale="en-US", viewport={"width": 390, "height": 800}) as context:
        window = entered(context.new_page(), who)
        wide, where = {}, {}
        for name in filter(lambda name: reader(name) == who, ALL):
            window.goto(ALL[name])
            speak(window, tongue)
            wide[name] = window.evaluate("document.documentElement.scrollWidth")
            where[name] = window.locator(".home").evaluate("one => one.getBoundingClientRect().left > innerWidth / 2")

    assert {name: width for name, width in wide.items() if width > 390} == {}
    assert set(where.values()) == {tongue == "ug"}
