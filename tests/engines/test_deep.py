"""deep-translator's known faults, one by one, each seen in the library and then not in our engine.

The faults are those of version 1.11.4; a test that fails because the library no longer has its fault is good news.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import deep_translator
import pytest
import requests

from l10n.engines import Policy, Reply, Request, Service, Text, configured, translate
from l10n.engines.deep import Google, Microsoft, MyMemory
from l10n.errors import Refused, Unavailable
from tests.engines.server import Asked, Said, serving
from tests.engines.test_engines import KEY, ask, google, running


def page(text: str) -> Said:
    return Said(f'<div class="result-container">{text}</div>', headers={"Content-Type": "text/html; charset=utf-8"})


def theirs(url: str, target: str = "ru") -> Any:
    made = deep_translator.GoogleTranslator(source="en", target=target)
    made._base_url = url
    return made


@pytest.fixture
def hanging() -> Iterator[str]:
    with serving(lambda _: Said(raw=lambda out: time.sleep(0.6))) as service:
        yield service.url


def test_no_timeout(hanging: str) -> None:
    """Theirs waits as long as the server likes, whatever `timeout` it is given; ours goes when its time is over."""
    start = time.monotonic()
    with pytest.raises(requests.exceptions.ConnectionError):
        theirs(hanging).translate("Snow fell.", timeout=0.1)
    assert time.monotonic() - start > 0.5

    service = configured({"google": {"locales": ["ru"], "url": hanging}}, {})[0]
    start = time.monotonic()
    reply = ask(replace(service, policy=Policy(timeout_s=0.1)), "Snow fell.")
    assert isinstance(reply.error, Unavailable)
    assert time.monotonic() - start < 0.5


def test_no_further_attempt() -> None:
    """Theirs gives up at the first 500 of the day; ours asks again."""
    left = [1]

    def answer(asked: Asked) -> Any:
        left[0] -= 1
        return Said("", 500) if left[0] >= 0 else google(asked)

    with serving(answer) as service, pytest.raises(deep_translator.exceptions.RequestError):
        theirs(service.url).translate("Snow fell.")
    left[0] = 1
    with running("google", answer) as (ours, _):
        assert ask(ours, "Snow fell.").results[0].text == "слово слово."


def test_a_batch_is_lost_at_one_failure() -> None:
    """Theirs raises and forgets what it had; ours keeps it."""

    def answer(asked: Asked) -> Any:
        return Said("<p>Sorry") if "poison" in asked.query["q"] else google(asked)

    texts = ["Snow fell.", "poison here", "Wind blew."]
    with serving(answer) as service, pytest.raises(deep_translator.exceptions.TranslationNotFound):
        theirs(service.url).translate_batch(texts)
    with running("google", answer) as (ours, _):
        assert [one.text for one in ask(ours, *texts).results] == ["слово слово.", "", "слово слово."]


def test_none_for_text_without_letters() -> None:
    """Theirs says None; ours does not ask, for there is nothing to translate; a None is a reason."""
    with serving(lambda asked: page(asked.query["q"])) as service:
        assert theirs(service.url).translate("— *** —") is None
    with running("google", lambda asked: page(asked.query["q"])) as (ours, asked):
        assert ask(ours, "— *** —").results[0].text == "— *** —"
        assert asked == []
        assert ask(ours, "Snow fell here today.").results[0].reason == "the engine gave the source back"


def test_edges_are_stripped() -> None:
    """Theirs loses the spaces at the edges; ours keeps them."""
    with serving(google) as service:
        assert theirs(service.url).translate("  Snow fell. ") == "слово слово."
    with running("google") as (ours, _):
        assert ask(ours, "  Snow fell. ").results[0].text == "  слово слово. "


def test_texts_that_are_too_long() -> None:
    """Theirs refuses 5000 characters (MyMemory: 500); ours sends whole sentences below that, and joins them."""
    text = "The school is closed today. " * 200
    with serving(google) as service, pytest.raises(deep_translator.exceptions.NotValidLength):
        theirs(service.url).translate(text)
    for name, longest in (("google", 2400), ("mymemory", 490)):
        with running(name) as (ours, asked):
            draft = ask(ours, text).results[0]
            assert draft.text == "слово слово слово слово слово. " * 200
            assert all(len(one.query["q"]) <= longest for one in asked)


def test_a_refused_connection() -> None:
    """Theirs lets an error of requests through; ours is of our tree, and asks again."""
    with serving(google) as service:
        pass
    with pytest.raises(requests.exceptions.ConnectionError):
        theirs(service.url).translate("Snow fell.")
    ours = configured({"google": {"locales": ["ru"], "url": service.url}}, {})[0]
    reply = ask(ours, "Snow fell.")
    assert isinstance(reply.error, Unavailable)
    assert reply.requests == 5


def test_errors_without_a_root() -> None:
    """Half of theirs are no BaseError."""
    exceptions = deep_translator.exceptions
    assert not issubclass(exceptions.TooManyRequests, exceptions.BaseError)
    assert issubclass(exceptions.TranslationNotFound, exceptions.BaseError)
    for status in (400, 403, 429, 500):
        with running("google", lambda _, status=status: Said("", status)) as (ours, _):
            assert ask(ours, "Snow fell.").results[0].reason


def test_placeholders_and_codes_go_out_unprotected() -> None:
    """Theirs sends them as they are; ours as words that no language has."""
    source = "Read <a1>{count} pages</a1> now"
    with serving(google) as service:
        theirs(service.url).translate(source)
        assert service.asked[0].query["q"] == source
    with running("google") as (ours, asked):
        assert ask(ours, source).results[0].text == "слово <a1>{count} слово</a1> слово"
        assert asked[0].query["q"] == "Read XQ0Q XQ1Q pages XQ2Q now"


def test_regions_are_refused() -> None:
    """Theirs wants `kk` of Google and `kk-KZ` of MyMemory, and nothing else; ours knows both."""
    with pytest.raises(deep_translator.exceptions.LanguageNotSupportedException):
        theirs("", "kk-KZ")
    with pytest.raises(deep_translator.exceptions.LanguageNotSupportedException):
        deep_translator.MyMemoryTranslator(source="en", target="kk")
    assert Google().route("en", "kk-KZ").target == "kk"
    assert MyMemory().route("en", "kk").target == "kk-KZ"


def test_redirects_are_followed() -> None:
    """Theirs carries the text to wherever it is sent; ours does not."""
    with serving(google) as other:
        away = Said("", 302, {"Location": f"{other.url}/m?q=Snow+fell."})
        with serving(lambda _: away) as service:
            assert theirs(service.url).translate("Snow fell.") == "слово слово."
        other.asked.clear()
        with running("google", lambda _: away) as (ours, _):
            assert isinstance(ask(ours, "Snow fell.").error, Refused)
        assert other.asked == []


def test_notices_instead_of_translations() -> None:
    """MyMemory says with status 200 that the quota is used up; theirs takes that for a translation."""
    notice = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."
    said = {"responseData": {"translatedText": notice}, "responseStatus": 429, "matches": []}
    with serving(lambda _: said) as service:
        made = deep_translator.MyMemoryTranslator(source="en-US", target="ru-RU")
        made._base_url = service.url
        assert made.translate("Snow fell.") == notice
    with running("mymemory", lambda _: said) as (ours, _):
        reply = ask(ours, "Snow fell.")
        assert reply.results[0].reason == "`mymemory` says that the free quota of the day is used up"
        assert isinstance(reply.error, Refused)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"responseData": {"translatedText": "INVALID PAIR"}, "responseStatus": "403"},
            "does not take the request (403)",
        ),
        ({"responseData": {"translatedText": "INVALID LANGUAGE PAIR SPECIFIED"}}, "does not take the request (200)"),
        (
            {"responseData": {"translatedText": "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"}},
            "(200): QUERY",
        ),
        ({"responseData": {"translatedText": "x"}, "responseStatus": 429}, "has too many requests (429)"),
        ({"responseData": None}, "does not understand"),
        ({"responseData": {"translatedText": ""}, "matches": []}, "does not understand"),
        ({"responseData": {"translatedText": None}, "matches": [{"translation": None}]}, "gave nothing"),
    ],
)
def test_other_answers_of_mymemory(said: dict[str, Any], words: str) -> None:
    """Each is a reason."""
    with running("mymemory", lambda _: said) as (ours, _):
        assert words in ask(ours, "Snow fell.").results[0].reason


def test_microsoft_asks_for_its_languages() -> None:
    """Theirs raises an error of requests where it is made; ours asks when there is something to translate, once."""
    assert "_get_supported_languages()" in inspect.getsource(deep_translator.MicrosoftTranslator.__init__)
    with running("microsoft") as (ours, asked):
        assert asked == []
        assert all(ask(ours, "Snow fell.", "Wind blew.").results)
        assert [one.path for one in asked].count("/languages") == 1
        reply = ask(ours, "Snow fell.", target="tlh")
        assert reply.results[0].reason == "`microsoft` does not have `en` or `tlh`"
        assert isinstance(ours.engine, Microsoft)
        assert KEY not in repr(ours.engine)


def test_what_is_not_used() -> None:
    """`translate_file` ends the program; the classes that cannot work are not in the registry."""
    assert "exit(1)" in inspect.getsource(deep_translator.base.BaseTranslator._translate_file)
    with pytest.raises(deep_translator.exceptions.ApiKeyException):
        deep_translator.LibreTranslator(source="en", target="ru", custom_url="http://127.0.0.1:1/")
    with pytest.raises(deep_translator.exceptions.LanguageNotSupportedException):
        deep_translator.LibreTranslator(source="en", target="kk", api_key="x", custom_url="http://127.0.0.1:1/")
    assert "openai.ChatCompletion" in inspect.getsource(deep_translator.ChatGptTranslator)
    assert "requests.get" in inspect.getsource(deep_translator.DeeplTranslator)


def test_another_program_is_left_alone() -> None:
    """Whoever uses deep-translator beside us has its own `requests`."""
    with running("google") as (ours, _):
        assert ask(ours, "Snow fell.").results[0]
    assert deep_translator.google.requests is requests


def result(reply: Reply) -> str:
    return reply.results[0].text


def test_a_page_in_another_encoding() -> None:
    """What the server says of its encoding is believed, where it is true."""
    body = '<div class="result-container">снег</div>'
    for charset, bytes_, good in (
        ("windows-1251", body.encode("cp1251"), True),
        ("utf-8", body.encode("cp1251"), False),
    ):
        said = Said(bytes_, headers={"Content-Type": f"text/html; charset={charset}"})
        with running("google", lambda _, said=said: said) as (ours, _):
            reply = translate(ours, Request((Text("Snow"),), "en", "ru"))
            assert result(reply) == "снег" if good else "another encoding" in reply.results[0].reason
            assert isinstance(ours, Service)
