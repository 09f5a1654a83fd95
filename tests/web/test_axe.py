"""axe-core finds nothing serious on any page, in any language of the interface, light and dark.

Source: axe-core 4.14.1, rules of WCAG 2.2 A and AA and its best practices; `serious` and `critical` are its words.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from starlette.routing import Route

from l10n.project import Project
from l10n.web.app import ROUTES
from l10n.web.words import TONGUES
from tests.programs import need_file
from tests.web.conftest import entered
from tests.workflow.newsroom import l10n

PAGES = {
    "/": "/",
    "/who": "/who",
    "/sign-in": "/sign-in",
    "/desk/{locale}/{article:path}": "/desk/ug/ferry",
    "/newsroom/segments": "/newsroom/segments?article=ferry&locale=ru&number=all",
    "/names": "/names",
    "/names/{ref:path}": "/names/Ile",
    "/names/-/new": "/names/-/new",
    "/names/-/remove/{ref:path}": "/names/-/remove/Ile",
    "/publish/{path:path}": "/publish/ru/ferry",
    "/review": "/review",
    "/review/{locale}/{article:path}": "/review/ru/ferry",
    "/history/{locale}/{article:path}": "/history/ru/ferry",
}
"""By the route of each page, an address of it."""
OTHERS = {"nowhere": "/desk/ru/nothing", "opened": "/desk/ru/ferry"}
"""Pages that have no route of their own: what is not there; a desk with a segment opened up."""
PARTS = {
    "/asset/{key}/{place:path}",
    "/cases/{locale}/{segment}/{article:path}",
    "/download/{locale}/{article:path}",
    "/matches/{locale}/{segment}/{article:path}",
    "/mentions/{locale}/{segment}/{article:path}",
    "/names/-/card/{locale}/{ref:path}",
    "/names/-/uses/{ref:path}",
    "/concordance",
    "/findings/{locale}/{article:path}",
    "/replace/{locale}/{article:path}",
    "/newsroom/findings/{locale}/{article:path}",
    "/past/{locale}/{segment}/{article:path}",
    "/preview/{locale}/{article:path}",
    "/segment/{locale}/{segment}/{article:path}",
    "/api/openapi.json",
    "/api/articles",
    "/api/articles/{article:path}",
    "/api/variants/{locale}/{article:path}",
    "/api/segments/{locale}/{article:path}",
    "/api/findings/{locale}/{article:path}",
    "/api/memory",
}
"""Routes that answer with a part of a page, with data or a file."""
BAD = ("serious", "critical")


@pytest.fixture
def project(project: Project) -> Project:
    """With a name in its glossary."""
    (project.source / "glossary.toml").write_text('[[name]]\nform = "Ile"\nkind = "place"\n', encoding="utf-8")
    l10n(project.folder, "sync")
    return project


def reader(name: str) -> str:
    """Who looks at a page: somebody who may."""
    return "timur" if name.startswith("/review") else "aigul"


def test_every_page_is_looked_at() -> None:
    """A new page is written into PAGES, a part of one into PARTS."""
    asked = {route.path for route in ROUTES if isinstance(route, Route) and "GET" in (route.methods or ())}

    assert asked - PAGES.keys() - PARTS == set()
    assert (PAGES.keys() | PARTS) - asked == set()


@pytest.mark.parametrize("name", [*PAGES, *OTHERS])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(browser: Browser, bench: str, scheme: Any, name: str) -> None:
    """On this page, in each language."""
    axe = Path(need_file("AXE", "axe-core's axe.min.js")).read_text(encoding="utf-8")
    address = {**PAGES, **OTHERS}[name]
    with browser.new_context(base_url=bench, locale="en-US", color_scheme=scheme) as context:
        window = entered(context.new_page(), reader(name))
        found = {tongue: said for tongue in TONGUES if (said := violations(window, address, tongue, axe, name))}

    assert found == {}


def violations(window: Page, address: str, tongue: str, axe: str, name: str) -> list[str]:
    """What axe says of a page in a language, as "rule: element"."""
    window.goto(address)
    speak(window, tongue)
    if name == "opened":
        window.locator(".segment").first.press("Enter")
        window.wait_for_selector(".segment.open")
    window.evaluate(axe)
    said = window.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:160]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for one in said["violations"]
        if one["impact"] in BAD
        for node in one["nodes"]
    ]


def speak(window: Page, tongue: str) -> None:
    """Choose the language of the interface."""
    window.wait_for_selector("html[data-ready]")
    if window.locator("html").get_attribute("lang") != tongue:
        window.select_option("#tongue", tongue)
        window.wait_for_selector(f"html[lang={tongue}][data-ready]")
