"""Who may speak to the workbench: hosts, tokens, sizes."""

from __future__ import annotations

import pytest

from l10n.project import Project
from l10n.text import segment_id
from l10n.web.guard import LONGEST, POLICY
from tests.web.running import Client
from tests.web.test_desk import CARS

SAVE = f"/save/kk/{segment_id(*CARS)}/ferry"
FIELDS = {"target": "Ол 12 көлік сыйғызады.", "seen": ""}


@pytest.mark.parametrize("host", ["news.example", "127.0.0.1.nip.io", "", "localhost.evil:80"])
def test_host(aigul: Client, host: str) -> None:
    """A page elsewhere whose name leads here gets nothing."""
    assert aigul.get("/", Host=host).status == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"X-CSRF-Token": ""},
        {"X-CSRF-Token": "forged"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://news.example"},
        {"Origin": "null"},
    ],
)
def test_forged(project: Project, aigul: Client, headers: dict[str, str]) -> None:
    """What does not come from a page of this session changes nothing."""
    before = project.catalog("ferry", "kk").read_bytes()
    assert aigul.post(SAVE, FIELDS, **headers).status == 403
    assert project.catalog("ferry", "kk").read_bytes() == before


def test_nobody(bench: str) -> None:
    """Who did not say who they are is asked."""
    stranger = Client(bench)
    assert stranger.get("/desk/ru/ferry").url.endswith("/who?next=/desk/ru/ferry")
    assert stranger.post(SAVE, FIELDS).status == 200  # sent on to the question
    assert "Who are you?" in stranger.post(SAVE, FIELDS).text


def test_too_long(aigul: Client) -> None:
    """A body that grows too long is cut off."""
    assert aigul.post(SAVE, {"target": "x" * LONGEST, "seen": ""}).status == 413


def test_headers(aigul: Client) -> None:
    """No page loads a script, a style or a frame from elsewhere."""
    said = aigul.get("/")
    assert said.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert "SameSite=strict".lower() in str(Client(aigul.base).get("/who").headers).lower()
