"""Drafts with settings, and from services, of strangers: one clear error, nothing of it in a file, no key anywhere."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from l10n import po
from tests.engines.server import Asked, Said, serving
from tests.engines.test_engines import ENVIRON, KEY, SERVICES
from tests.engines.test_hostile import saying
from tests.workflow.newsroom import SETTINGS, l10n, make, tree

ENGINE = """
[engines.them]
engine = "{engine}"
url = "{url}"
locales = ["ru", "kk"]
{more}
"""
MORE = {"chat": 'model = "m"\nkey = "NEWSROOM_API_KEY"'}
KEYED = ("chat", "deepl", "libretranslate", "microsoft")

WAYS: dict[str, Any] = {
    "in a refusal": Said({"error": {"message": f"bad key {KEY}"}, "message": f"bad key {KEY}"}, 401),
    "in trouble": Said({"error": KEY}, 500, {"Retry-After": "9999999"}),
    "in a redirect": Said("", 307, {"Location": f"https://evil.example/{KEY}?k={KEY}"}),
    "in a page": Said(f"<html><title>{KEY}</title>"),
    "in headers": Said("", 418, {f"X-{KEY}": KEY, "WWW-Authenticate": KEY}),
    "in the status": Said(raw=lambda out: out.write(f"HTTP/1.1 {KEY} {KEY}\r\n\r\n".encode())),
    "in odd data": Said({KEY: KEY, "translations": KEY, "translatedText": {KEY: KEY}}),
}


@pytest.mark.parametrize("way", [*WAYS, "in a translation"])
@pytest.mark.parametrize("engine", KEYED)
def test_a_service_that_tells_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, engine: str, way: str
) -> None:
    """Whatever it says where: the key is on no screen, in no log and in no file, caches included."""
    caplog.set_level(logging.DEBUG)
    for name, value in ENVIRON.items():
        monkeypatch.setenv(name, value)
    told = saying(engine, lambda wire: f"{wire} {KEY}")

    def answer(asked: Asked) -> Any:
        if way in WAYS:
            return WAYS[way]
        return SERVICES[engine][0](asked) if asked.path == "/languages" else told(asked)

    with serving(answer) as service:
        make(tmp_path, settings=SETTINGS + ENGINE.format(engine=engine, url=service.url, more=MORE.get(engine, "")))
        done = l10n(tmp_path, "pretranslate", "-l", "ru")
        data = l10n(tmp_path, "pretranslate", "-l", "ru", "--json")

    assert service.asked
    assert {done.returncode, data.returncode} <= {0, 1}, done.stderr
    assert KEY not in done.stdout + done.stderr + data.stdout + data.stderr + caplog.text
    assert "Traceback" not in done.stderr
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or KEY.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("engine", sorted(SERVICES))
def test_what_stands_in_a_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    """Lines that look like those of a catalog, or of ours, are words of a draft; nothing is believed."""
    for name, value in ENVIRON.items():
        monkeypatch.setenv(name, value)
    odd = '"\nmsgid "Слово"\nmsgstr "слово"\n# l10n: reviewed 5fc100462ce4\n#~ msgid "слово\\'
    with serving(saying(engine, lambda wire: f"{wire} Слово слово слово слово слово слово слово {odd}")) as service:
        settings = SETTINGS + ENGINE.format(engine=engine, url=service.url, more=MORE.get(engine, ""))
        project = make(tmp_path, settings=settings)
        l10n(tmp_path, "pretranslate", "-l", "ru")
    catalog = po.read(project.catalog("ferry", "ru"))
    made = [one for one in catalog.entries if one.target]

    assert made
    assert all(one.fuzzy and one.comments == ("l10n-origin: engine them",) for one in made)
    assert {one.source for one in catalog.entries} == {one.source for one in po.read(project.template("ferry")).entries}
    assert l10n(tmp_path, "sync").returncode == 0


@pytest.mark.parametrize(
    "wrong",
    [
        "engines = 7",
        "engines = []",
        "[engines]\ndeepl = 7",
        '[engines.""]\nlocales = ["ru"]',
        '[engines."a b"]\nlocales = ["ru"]',
        '[engines.google]\nlocales = "ru"',
        '[engines.google]\nlocales = ["ru"]\nurl = "http://[::1"',
        '[engines.google]\nlocales = ["ru"]\ndeadline = inf',
        '[engines.google]\nlocales = ["ru"]\nceiling = 2026-11-26',
        "pretranslate = 7",
        "pretranslate = []",
        '[pretranslate]\nleast = "75"',
        "[pretranslate]\nleast = true",
        "[pretranslate]\nleast = 101",
        "[pretranslate]\nleast = 7.5",
        '[pretranslate]\nbar-unchanged-drafts = "yes"',
        "[pretranslate]\nbar-unchanged-draft = true",
    ],
)
def test_settings_of_a_stranger(tmp_path: Path, wrong: str) -> None:
    """Refused with the file, whatever stands there, before anything is written."""
    make(tmp_path)
    said = f"{SETTINGS}\n{wrong}\n" if wrong.startswith("[") else f"{wrong}\n{SETTINGS}"
    (tmp_path / "l10n.toml").write_text(said, encoding="utf-8")
    before = tree(tmp_path)
    done = l10n(tmp_path, "pretranslate")

    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.startswith("error: ")
    assert "l10n.toml" in done.stderr
    assert tree(tmp_path) == before
