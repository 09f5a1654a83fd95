"""Services that mean harm: what they say does nothing, goes nowhere, and fills no disk."""

from __future__ import annotations

import html
import json
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from l10n.engines import Cache, Reply, configured, http
from l10n.engines.contract import Garbled, Passing
from l10n.engines.keys import Key, quoted
from l10n.errors import EngineError, L10nError, ProjectError, Refused, Unavailable
from tests.engines.server import Asked, Said, serving
from tests.engines.test_engines import ENVIRON, KEY, ONLINE, SERVICES, ask, running

SOURCES = ("The school is closed.", "Read <a1>the rules</a1> of {country}.")


def saying(name: str, change: Callable[[str], str]) -> Callable[[Asked], Any]:
    """A service whose translations are made by a function of the texts."""

    def answer(asked: Asked) -> Any:
        if asked.path == "/languages":
            return SERVICES[name][0](asked)
        if name == "google":
            said = f'<div class="result-container">{html.escape(change(asked.query["q"]))}</div>'
            return Said(said, headers={"Content-Type": "text/html; charset=utf-8"})
        if name == "mymemory":
            return {"responseData": {"translatedText": change(asked.query["q"])}, "responseStatus": 200, "matches": []}
        if name == "microsoft":
            return [{"translations": [{"text": change(asked.json[0]["text"]), "to": "ru"}]}]
        if name == "deepl":
            return {"translations": [{"text": change(one)} for one in asked.json["text"]]}
        if name == "libretranslate":
            return {"translatedText": [change(one) for one in asked.json["q"]]}
        texts = json.loads(asked.json["messages"][1]["content"])["texts"]
        said = {"texts": [{"id": one["id"], "text": change(one["text"])} for one in texts]}
        return {"choices": [{"message": {"content": json.dumps(said)}, "finish_reason": "stop"}]}

    return answer


def shown(reply: Reply) -> str:
    """All that anybody is shown of a reply."""
    return f"{reply!r} {reply.error} {reply.error.hint if reply.error else ''}"


# --- what is said in the place of a translation


@pytest.mark.parametrize("said", [f"Школа закрыта {KEY}.", f"<b {KEY}>Школа</b>", f"Школа {KEY.upper()} {KEY}"])
@pytest.mark.parametrize("name", sorted(set(ONLINE) - {"google", "mymemory"}))
def test_the_key_in_a_translation(name: str, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It would stand in a catalog, which everybody reads; it is no draft, no reason and not in the cache."""
    place = tmp_path / "engines.sqlite"
    caplog.set_level(logging.DEBUG)
    with running(name, saying(name, lambda _: said)) as (service, _), Cache(place) as cache:
        reply = ask(service, SOURCES[0], cache=cache)

    assert reply.results[0].reason == "the engine put in the key that it is asked with"
    assert KEY not in shown(reply) + caplog.text
    assert KEY.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_key_of_a_few_letters() -> None:
    """It may stand in a text by chance."""
    assert not Key("A_API_KEY", "the").is_in("the school")
    assert Key("A_API_KEY", "a+b/c==d").is_in("see ?key=a%2Bb%2Fc%3D%3Dd")


@pytest.mark.parametrize("name", ONLINE)
def test_fifteen_megabytes_for_a_sentence(name: str, tmp_path: Path) -> None:
    """They are no draft, soon said, and not kept."""
    start = time.monotonic()
    said = "Школа закрыта. " * (1_000 if name == "google" else 60_000)
    with running(name, saying(name, lambda _: said)) as (service, _), Cache(tmp_path / "engines.sqlite") as cache:
        reply = ask(service, SOURCES[0], cache=cache)

    assert not any(reply.results)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 200_000
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda wire: wire.replace("Read", "Прочитай слово <joined/>"), "put in markup: `<joined/>`"),
        (lambda wire: f"Прочитай \x1b[31mслово\u202e <\u202e{wire}", "U+"),
        (lambda wire: f"Слово <a\u202e`\x1b[31m>{wire}", "put in markup: `<a '"),
        (lambda _: 'Слово <x id="0"/>слово<x id="1"/> <x id="1"/>', "the engine doubled `</a1>`"),
        (lambda _: "Слово " + "".join(f'<x id="{n}"/>' for n in (2, 1, 0)), "the engine moved an inline code"),
        (lambda _: "Слово \U000e0041\U000e0042", "the engine lost"),
        (lambda _: 'Слово <x id="0"/>слово\U000e0041<x id="1"/> <x id="2"/>', "put in U+E0041"),
        (lambda _: 'Слово <x id="0"/>слово<x id="1"/> <x id="2"/> <x id="9999999"/>', "put in markup"),
        (lambda _: 'Слово <x id="0"/>слово<x id="1"/> <x id="2"/> <x id="99"/>', "invented a protected part"),
    ],
)
def test_marks_and_codes(change: Callable[[str], str], reason: str) -> None:
    """Changed, doubled, moved, invented, hidden: a reason, in one line that does nothing to a terminal."""
    with running("deepl", saying("deepl", change)) as (service, _):
        draft = ask(service, SOURCES[1]).results[0]

    assert reason in draft.reason
    assert draft.reason.isprintable()


def test_our_own_codes_as_words() -> None:
    """What only looks like a code once entities are undone is text."""
    with running("deepl", saying("deepl", lambda _: "Слово &lt;a1&gt;слово&lt;/a1&gt; &amp;lt;b")) as (service, _):
        draft = ask(service, SOURCES[0]).results[0]

    assert draft.text == "Слово &lt;a1>слово&lt;/a1> &amp;lt;b"


# --- what is said in the place of an answer


def error_of(said: Said, seconds: float = 5, key: Key | None = None) -> EngineError:
    with serving(lambda _: said) as service, pytest.raises(EngineError) as caught:
        http.ask_json(http.Question("steppe", f"{service.url}/x", seconds, key=key), {})
    return caught.value


NOW = "Thu, 26 Nov 2026 10:00:00 GMT"
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        (Said(DEEP, 429), Passing, "too many requests (429)"),
        (Said(f'{{"error": {DEEP}}}', 401), Refused, "does not accept the key (401)"),
        (Said(f'{{"a": {DEEP}}}'), Garbled, "no JSON"),
        (Said('{"a": ' + "9" * 100_000 + "}"), Garbled, "no JSON"),
        (Said("", 302, {"Location": "http://[::1"}), Refused, "sends us to another address"),
        (Said("", 302, {"Location": "//evil.example:99999999/\u0085x"}), Refused, "`//evil.example:99999999/"),
        (Said("", 303, {"Location": "javascript:alert(1)"}), Refused, "another address, `javascript:alert(1)`"),
        (Said(b"\x1f\x8b" + b"\0" * 1000, headers={"Content-Encoding": "GZIP"}), Garbled, "compressed"),
        (Said(b"\x1f\x8b" + b"\0" * 1000, 500, {"Content-Encoding": "br"}), Passing, "trouble of its own (500)"),
        (Said("", 429, {"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT", "Date": NOW}), Passing, "(429)"),
        (Said("", 599, {"Retry-After": "9" * 1000}), Passing, "(599)"),
        (Said(raw=lambda out: out.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000)), Garbled, "as HTTP does"),
        (Said(raw=lambda out: out.write(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000)), Garbled, "as HTTP does"),
        (Said(raw=lambda out: out.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")), Garbled, ""),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_answers_that_are_none(said: Said, kind: type[EngineError], words: str) -> None:
    """The status says what is the matter, whatever the rest says."""
    error = error_of(said)

    assert type(error) is kind
    assert words in error.what


@pytest.mark.parametrize("name", ONLINE)
def test_a_year(name: str) -> None:
    """Nobody waits so long; the reason says how long it would be."""
    with running(name, lambda _: Said("", 429, {"Retry-After": "31536000"})) as (service, asked):
        start = time.monotonic()
        reply = ask(service, SOURCES[0])

    assert isinstance(reply.error, Unavailable)
    assert "asked again in 31536000 s, beyond the deadline" in reply.error.what
    assert len(asked) == 1
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("name", ONLINE)
def test_another_host(name: str) -> None:
    """No text and no key goes there, whatever kind of redirect it is."""
    with serving(SERVICES[name][0]) as other:
        for status in (301, 302, 303, 307, 308):
            away = Said("", status, {"Location": other.url})
            with running(name, lambda _, said=away: said) as (service, _):
                assert isinstance(ask(service, *SOURCES).error, Refused)
        assert other.asked == []


def test_a_list_of_languages_without_end() -> None:
    """A hint is a line."""
    every = [{"code": f"x{n}\x1b[31m", "targets": []} for n in range(50_000)]
    with running("libretranslate", lambda asked: every) as (service, _):
        reply = ask(service, SOURCES[0])

    assert isinstance(reply.error, Refused)
    assert len(reply.error.hint) < 300
    assert reply.error.hint.isprintable()


def test_a_server_that_is_slow_twice() -> None:
    """Asked for its languages first, it has no more time for both than for one."""

    def answer(asked: Asked) -> Any:
        time.sleep(0.5 if asked.path == "/languages" else 3)
        return SERVICES["libretranslate"][0](asked)

    with running("libretranslate", answer, timeout=1) as (service, _):
        start = time.monotonic()
        assert isinstance(ask(service, SOURCES[0]).error, Unavailable)

    assert time.monotonic() - start < 3


def test_a_page_that_is_hard_to_parse() -> None:
    """A page of Google's is short; a longer one is not looked at."""
    page = Said("<a " * 100_000, headers={"Content-Type": "text/html"})
    with running("google", lambda _: page) as (service, _):
        start = time.monotonic()
        reply = ask(service, SOURCES[0])

    assert "answered more than" in reply.results[0].reason
    assert time.monotonic() - start < 3


def test_a_notice_with_escapes() -> None:
    """What MyMemory says of itself is shown as a line."""
    said = {"responseData": {"translatedText": "INVALID\x1b[31m\u202e `LANGUAGE` " * 99}, "responseStatus": 403}
    with running("mymemory", lambda _: said) as (service, _):
        reason = ask(service, SOURCES[0]).results[0].reason

    assert reason.isprintable()
    assert len(reason) < 300


def test_what_somebody_else_said() -> None:
    """One short line, without the key in any spelling."""
    key = Key("A_API_KEY", "a+b/c==d")
    assert quoted("see\r\n\x1b[31m `?key=a%2Bb%2Fc%3D%3Dd` or a+b/c==d\U000e0041", key) == "see [31m '?key=…' or …"
    assert len(quoted("x" * 10_000)) == 201


# --- settings of a stranger


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1",
        "https://a.example:99999",
        "https://a.example:port",
        "https://a.example:0",
        "https://a.example/перевод",
        "https://",
        "https://a.example/\x7f\x00",
        "javascript:alert(1)",
    ],
)
def test_addresses(url: str) -> None:
    """Refused when the settings are read, not at the ninth attempt."""
    with pytest.raises(ProjectError, match="is no address"):
        configured({"google": {"locales": ["ru"], "url": url}}, {})


@pytest.mark.parametrize("host", ["134744072", "0x08080808", "[::ffff:8.8.8.8]", "8.8", "010.8.8.8"])
def test_other_spellings_of_an_address(host: str) -> None:
    """A key goes unencrypted to no host of the net, however its number is written."""
    with pytest.raises(Refused, match="unencrypted"):
        http.ask(http.Question("steppe", f"http://{host}/x", 1, key=Key("A_API_KEY", KEY)))


VALUES: tuple[Any, ...] = (7, True, [], {}, 1.5, ["ru", 7], "", " ", "a\nb", "ключ", -1, None, [[]], 10**30)


@pytest.mark.parametrize(
    "option",
    ["engine", "locales", "ceiling", "key", "url", "batch", "deadline", "timeout", "show", "model", "json", "region"],
)
@pytest.mark.parametrize("name", [*ONLINE, "pseudo"])
def test_wrong_types(name: str, option: str) -> None:
    """A service that can be asked, or an error of ours that tells no key; never another exception."""
    usual: dict[str, Any] = {"locales": ["ru"]}
    if name != "pseudo":
        usual |= {"url": "https://a.example", **SERVICES[name][1]}
        usual.pop("path", None)
    for value in VALUES:
        try:
            (service,) = configured({name: {**usual, option: value}}, ENVIRON)
        except L10nError as error:
            assert KEY not in f"{error} {error.hint}"
        else:
            assert service.serves("ru")
            assert service.engine.limits.texts >= 1
