"""What the desk says while somebody types: what has a place at once, what is about the whole text after a pause."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from l10n.project import Project
from l10n.text import segment_id

CARS = segment_id("p", "It takes 12 cars.")
WHOLE = ".findings .finding[data-whole]"
PLACED = ".findings .finding[data-start]"


def opened(page: Page, locale: str = "kk") -> None:
    page.goto(f"/desk/{locale}/ferry?segment={CARS}")
    page.locator("html[data-ready]").wait_for()
    page.locator(".segment.open .editor").wait_for()


def checked(page: Page, letters: str, *, delay: float = 0) -> None:
    """Type, and wait for what the checks say of it."""
    with page.expect_response("**/check/**"):
        page.keyboard.type(letters, delay=delay)


def test_half_a_sentence(project: Project, page: Page) -> None:
    """The figure that is not typed yet is no finding until the typist rests; a place is told at once."""
    opened(page)
    checked(page, "Ол көлік,,")
    expect(page.locator(PLACED).first).to_be_visible()
    assert page.locator(WHOLE).count() and not page.locator(WHOLE).first.is_visible()
    expect(page.locator(".findings-said")).to_have_text("No findings")
    expect(page.locator(WHOLE).first).to_be_visible(timeout=4000)
    expect(page.locator(".findings-said")).to_contain_text(re.compile(r"^\d finding"))

    checked(page, " м")
    assert page.locator(WHOLE).first.is_visible()


def test_it_stays_in_its_place(project: Project, page: Page) -> None:
    """What comes later stands below what was there, and what is below the findings never moves up."""
    opened(page)
    checked(page, "Ол көлік,,")
    first = page.locator(PLACED).first
    expect(first).to_be_visible()
    before = first.bounding_box()
    expect(page.locator(WHOLE).first).to_be_visible(timeout=4000)
    assert first.bounding_box() == before
    matches = page.locator(".matches").bounding_box()
    page.keyboard.press("Control+A")
    checked(page, "Ол 12 көлік сыйғызады.")
    expect(page.locator(".findings .finding")).to_have_count(0)
    assert page.locator(".matches").bounding_box() == matches


def test_who_goes_out_of_the_text(project: Project, page: Page) -> None:
    """Is told everything at once, and so is who opens a text."""
    opened(page)
    checked(page, "Ол көлік")
    page.locator(WHOLE).first.wait_for(state="attached")
    assert not page.locator(WHOLE).first.is_visible()
    page.keyboard.press("Alt+M")
    expect(page.locator(WHOLE).first).to_be_visible(timeout=500)
    page.keyboard.press("Control+Enter")
    page.locator(f"#s-{CARS}:not(.open)").wait_for()
    opened(page)
    expect(page.locator(WHOLE).first).to_be_visible(timeout=1500)
