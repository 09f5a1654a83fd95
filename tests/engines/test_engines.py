"""Every engine of the registry keeps the contract, each against a service on this machine that speaks its language."""

from __future__ import annotations

import html
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from l10n.engines import ENGINES, Policy, Reply, Request, Service, Text, configured, translate
from l10n.engines.cache import Cache
from l10n.engines.retrying import Clock
from l10n.errors import EngineError, Unavailable
from tests.engines.server import Asked, FakeClock, Said, russian, serving
from tests.programs import need

KEY = "geheim-1234567890"
ENVIRON = {"DEEPL_API_KEY": KEY, "MICROSOFT_API_KEY": KEY, "NEWSROOM_API_KEY": KEY, "LIBRETRANSLATE_API_KEY": KEY}


def libre(asked: Asked) -> Any:
    if asked.path == "/languages":
        return [{"code": "en", "targets": ["en", "ru", "kk"]}, {"code": "ru", "targets": ["en"]}]
    said = asked.json
    assert (said["format"], said["api_key"]) == ("html", KEY)
    return {
        "translatedText": [
            html.unescape(re.sub(r"<x id=\"(\d+)\"/>", r'<x id="\1"></x>', russian(one))) for one in said["q"]
        ]
    }


def deepl(asked: Asked) -> Any:
    assert asked.headers["authorization"] == f"DeepL-Auth-Key {KEY}"
    assert asked.json["tag_handling"] == "xml"
    return {"translations": [{"text": russian(one), "detected_source_language": "EN"} for one in asked.json["text"]]}


def google(asked: Asked) -> Any:
    said = html.escape(russian(asked.query["q"]))
    return Said(
        f'<html><div class="result-container">{said}</div></html>', headers={"Content-Type": "text/html; charset=utf-8"}
    )


def mymemory(asked: Asked) -> Any:
    return {
        "responseData": {"translatedText": html.escape(russian(asked.query["q"]))},
        "responseStatus": 200,
        "matches": [],
    }


def microsoft(asked: Asked) -> Any:
    if asked.path == "/languages":
        return {
            "translation": {
                code: {"name": name} for code, name in (("en", "English"), ("ru", "Russian"), ("kk", "Kazakh"))
            }
        }
    assert asked.headers["ocp-apim-subscription-key"] == KEY
    assert asked.query["textType"] == "html"
    return [{"translations": [{"text": russian(asked.json[0]["text"]), "to": "ru"}]}]


def chat(asked: Asked) -> Any:
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    texts = json.loads(asked.json["messages"][1]["content"])["texts"]
    said = {"texts": [{"id": one["id"], "text": russian(one["text"])} for one in reversed(texts)]}
    return {"choices": [{"message": {"role": "assistant", "content": json.dumps(said)}, "finish_reason": "stop"}]}


SERVICES: dict[str, tuple[Callable[[Asked], Any], dict[str, Any]]] = {
    "libretranslate": (libre, {}),
    "deepl": (deepl, {}),
    "google": (google, {}),
    "mymemory": (mymemory, {}),
    "microsoft": (microsoft, {"region": "westeurope"}),
    "chat": (chat, {"model": "steppe-7b", "key": "NEWSROOM_API_KEY", "path": "/v1"}),
}
ONLINE = sorted(SERVICES)


@contextmanager
def running(
    name: str, answer: Callable[[Asked], Any] | None = None, **table: Any
) -> Iterator[tuple[Service, list[Asked]]]:
    """A service of the registry as the settings build it, with a server behind it."""
    usual, options = SERVICES[name]
    options = {**options, **table}
    path = options.pop("path", "")
    with serving(answer or usual) as there:
        tables = {name: {"locales": ["ru", "kk"], "url": there.url + path, **options}}
        yield configured(tables, ENVIRON)[0], there.asked


def ask(service: Service, *sources: str, target: str = "ru", cache: Cache | None = None) -> Reply:
    clock = FakeClock()
    request = Request(tuple(map(Text, sources)), "en", target)
    return translate(service, request, cache, Clock(clock.now, clock.sleep, lambda: 1.0))


def test_the_registry() -> None:
    """Every entry is tested here; names are in order, each once."""
    names = [kind.name for kind in ENGINES]

    assert names == sorted(set(names))
    assert set(names) == {*SERVICES, "apertium", "pseudo"}


SOURCES = (
    "  The school is closed. ",
    "Read <a1>the rules</a1> of {country} at https://a.example/x?y=1&z=2",
    "— *** —",
    "",
    "AT&T pays 25,000 tenge & leaves",
    "The school is closed.",
)


@pytest.mark.parametrize("name", ONLINE)
def test_contract(name: str, tmp_path: Path) -> None:
    """As many out as in, edges, codes, placeholders and addresses kept, never None, no key anywhere, nothing twice."""
    with running(name) as (service, asked), Cache(tmp_path / "engines.sqlite") as cache:
        reply = ask(service, *SOURCES, cache=cache)
        count = len(asked)
        again = ask(service, *SOURCES, cache=cache)

        drafts = [one.text for one in reply.results]
        assert reply.error is None
        assert drafts[0] == "  слово слово слово слово. "
        assert drafts[1] == "слово <a1>слово слово</a1> слово {country} слово https://a.example/x?y=1&z=2"
        assert drafts[2] == "— *** —"
        assert reply.results[3].reason == "there is nothing to translate"
        assert re.fullmatch(r"AT&T слово 25[,\xa0]000 слово & слово", drafts[4])
        assert drafts[5] == "слово слово слово слово."
        assert [one.text for one in again.results] == drafts
        assert len(asked) == count
        shown = f"{service!r} {service.engine!r} {vars(service.engine)!r} {reply!r}"
        assert KEY not in shown
        assert not any(KEY in one.path or KEY in str(one.query) for one in asked)
        assert KEY.encode() not in (tmp_path / "engines.sqlite").read_bytes()


BROKEN = {
    "a page": Said("<!doctype html><title>Sign in</title>"),
    "no text": Said("{}"),
    "a list": Said("[]"),
    "null": Said("null"),
    "a number": Said("7"),
    "wrong encoding": Said('{"a": "школа"}'.encode("cp1251")),
    "forbidden": Said("{}", 403),
    "gone": Said("", 302, {"Location": "https://evil.example/"}),
    "broken": Said("", 500),
    "silent": Said(raw=lambda out: None),
    "too much": Said(b" " * (17 << 20)),
}


@pytest.mark.parametrize("said", BROKEN.values(), ids=list(BROKEN))
@pytest.mark.parametrize("name", ONLINE)
def test_broken_services(name: str, said: Said) -> None:
    """Each text has a reason, the error is one of our tree or the reasons say it all, and the key is in none."""
    with running(name, lambda _: said, timeout=2) as (service, _):
        reply = ask(service, "The school is closed.", "Snow fell.")

    assert len(reply.results) == 2
    assert not any(reply.results)
    assert reply.error is None or isinstance(reply.error, EngineError)
    assert KEY not in f"{reply!r} {reply.error} {reply.error and reply.error.hint}"


@pytest.mark.parametrize("name", sorted(set(ONLINE) - {"google", "mymemory"}))
def test_an_answer_with_the_key_in_it(name: str) -> None:
    """What a server says is repeated without it."""
    said = Said({"error": {"message": f"bad key {KEY}"}, "message": f"bad key {KEY}"}, 401)
    with running(name, lambda _: said) as (service, _):
        reply = ask(service, "The school is closed.")

    assert reply.error is not None
    assert KEY not in f"{reply!r} {reply.error}"


@pytest.mark.parametrize("name", ONLINE)
def test_it_hangs(name: str) -> None:
    """The request ends with its time, the work with an error."""
    with running(name, lambda _: Said(raw=lambda out: time.sleep(0.5))) as (service, _):
        start = time.monotonic()
        reply = ask(replace(service, policy=Policy(timeout_s=0.2)), "The school is closed.")

    assert isinstance(reply.error, Unavailable)
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("name", ONLINE)
def test_too_many_requests_twice(name: str) -> None:
    """It is asked again, as late as it says."""
    answer, _ = SERVICES[name]
    left = [2]

    def busy(asked: Asked) -> Any:
        left[0] -= 1
        return Said("", 429, {"Retry-After": "3"}) if left[0] >= 0 else answer(asked)

    with running(name, busy) as (service, _):
        clock = FakeClock()
        request = Request((Text("The school is closed."),), "en", "ru")
        reply = translate(service, request, None, Clock(clock.now, clock.sleep, lambda: 1.0))

    assert reply.results[0].text == "слово слово слово слово."
    assert clock.slept == [3.0, 3.0]


@pytest.mark.parametrize("name", ["libretranslate", "deepl", "chat"])
def test_fewer_texts(name: str) -> None:
    """A service that answers fewer texts than it was asked for is asked for fewer."""
    answer, _ = SERVICES[name]

    def fewer(asked: Asked) -> Any:
        said = answer(asked)
        if isinstance(said, list):
            return said
        if "choices" in said:
            content = json.loads(said["choices"][0]["message"]["content"])
            if len(content["texts"]) > 1:
                content["texts"].pop()
                said["choices"][0]["message"]["content"] = json.dumps(content)
            return said
        return {key: values[: max(1, len(values) - 1)] for key, values in said.items()}

    with running(name, fewer) as (service, _):
        reply = ask(service, "The school is closed.", "Snow fell.", "Wind blew.")

    assert [one.text for one in reply.results] == ["слово слово слово слово.", "слово слово.", "слово слово."]


def test_languages() -> None:
    """Scripts that a service does not write are refused before anything is sent."""
    cases = {
        "deepl": {
            "ru": "",
            "kk": "",
            "ug": "",
            "kk-Arab": "another script",
            "ug-Cyrl": "another script",
            "tlh": "does not have",
        },
        "google": {
            "ru": "",
            "kk": "",
            "ug": "",
            "kk-Arab": "another script",
            "zh-Hant": "",
            "zh": "",
            "tlh": "does not have",
        },
        "mymemory": {"ru": "", "kk": "", "ug": "", "kk-KZ": "", "ug-Cyrl": "another script"},
        "libretranslate": {"kk-Arab": "another script"},
        "chat": {"ug-Cyrl": "", "kk-Arab": ""},
    }
    for name, locales in cases.items():
        with running(name) as (service, asked):
            for locale, words in locales.items():
                if words:
                    with pytest.raises(EngineError, match=words):
                        service.engine.route("en", locale)
                else:
                    service.engine.route("en", locale)
            assert asked == []


def test_words_of_the_services_for_our_languages() -> None:
    """MyMemory wants regions, DeepL capitals."""
    with ExitStack() as stack:
        engines = {name: stack.enter_context(running(name))[0].engine for name in ("mymemory", "deepl", "google")}
        assert [tuple(engines["mymemory"].route("en", one)[:2]) for one in ("ru", "kk", "ug")] == [
            ("en-US", "ru-RU"),
            ("en-US", "kk-KZ"),
            ("en-US", "ug-CN"),
        ]
        assert tuple(engines["deepl"].route("en", "ug")[:2]) == ("EN", "UG")
        assert tuple(engines["deepl"].route("ru", "en")[:2]) == ("RU", "EN-GB")
        assert tuple(engines["google"].route("kk-KZ", "zh-Hant")[:2]) == ("kk", "zh-TW")
        assert engines["google"].route("kk", "zh").target == "zh-CN"


def test_libretranslate_says_what_it_has() -> None:
    """It is asked once, and a language that it does not have is not tried."""
    with running("libretranslate") as (service, asked):
        reply = ask(service, "The school is closed.", target="ug")
        assert reply.results[0].reason == "`libretranslate` has no `ug` for `en`"
        assert reply.error is not None
        assert reply.error.hint == "it has en, kk, ru"
        assert [one.path for one in asked] == ["/languages"]
        assert ask(service, "The school is closed.").results[0]
        assert [one.path for one in asked] == ["/languages", "/translate"]


@pytest.mark.parametrize("languages", ["<p>Sign in", [{"code": "en"}, {"code": "ru"}, {"code": 7}, "kk"]])
def test_libretranslate_that_does_not_say_what_it_has(languages: Any) -> None:
    """One that has no list is tried; one without targets has them all."""
    with running("libretranslate", lambda asked: languages if asked.path == "/languages" else libre(asked)) as (one, _):
        assert ask(one, "The school is closed.").results[0]


def apertium(source: str, target: str) -> Service:
    """The real one; the test skips where its pair is missing, and fails where L10N_ALL_PROGRAMS forbids that."""
    need("apertium")
    service = configured({"apertium": {"locales": [target]}}, {})[0]
    try:
        service.engine.route(source, target)
    except EngineError as error:
        if os.environ.get("L10N_ALL_PROGRAMS"):
            raise
        pytest.skip(error.what)
    return service


def test_apertium() -> None:
    """The real one: codes, placeholders, figures and names come through, the words around them are translated."""
    service = apertium("en", "es")
    request = Request(
        tuple(
            map(
                Text,
                [
                    "  The minister said that <a1>the school</a1> is closed. ",
                    "There are 25,000 students in {country}, AT&T says.",
                    "Hello. <br1/>How are you?",
                ],
            )
        ),
        "en",
        "es",
    )
    reply = translate(service, request)

    assert [one.reason for one in reply.results] == ["", "", ""]
    first, second, third = (one.text for one in reply.results)
    assert first == "  El ministro dijo que <a1>la escuela</a1> está cerrada. "
    assert "{country}" in second
    assert "25.000" in second
    assert "AT&T" in second
    assert "<br1/>" in third
    assert reply.requests == 1


def test_apertium_breaks_at_single_texts() -> None:
    """Debian's rus-ukr dies at some words, with status 0 and no output: those texts have a reason, others a draft."""
    service = apertium("ru", "uk")
    sources = ("Министр сказал.", "Хорошо.", "В стране много школ.")
    reply = translate(service, Request(tuple(map(Text, sources)), "ru", "uk"))

    assert reply.results[0].text == "Міністр сказав."
    assert reply.results[2].text == "У країні багато шкіл."
    assert reply.error is None


def script(folder: Path, body: str) -> str:
    place = folder / "apertium"
    place.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    place.chmod(0o755)
    return str(place)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("sleep 30 & sleep 30", "gave no answer in 0.5 s"),
        ("echo 'no mode `x`' >&2; exit 1", "leaves with 1: no mode 'x'"),
        ("cat > /dev/null", "gave nothing for 1 texts"),
        ("printf '<p>\\377\\376</p>'", "another encoding"),
        ('test -z "$SECRET_API_KEY" && echo "<p>слово</p>"', ""),
    ],
)
def test_programs_that_misbehave(tmp_path: Path, body: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are ended; no key of the environment reaches them."""
    monkeypatch.setenv("SECRET_API_KEY", KEY)
    table = {
        "locales": ["ru"],
        "program": script(tmp_path, body),
        "pair": "eng-rus",
    }
    service = replace(configured({"apertium": table}, {})[0], policy=Policy(timeout_s=0.5))
    draft = ask(service, "School").results[0]

    assert words in draft.reason if words else draft.text == "слово"


def test_children_of_a_program(tmp_path: Path) -> None:
    """They end with it."""
    program = script(tmp_path, f"sleep 30 & echo $! > {tmp_path}/child; sleep 30")
    table = {"locales": ["ru"], "program": program, "pair": "eng-rus"}
    service = replace(configured({"apertium": table}, {})[0], policy=Policy(timeout_s=0.5))
    assert ask(service, "School").error is not None

    child = Path("/proc", (tmp_path / "child").read_text(encoding="utf-8").strip(), "stat")
    until = time.monotonic() + 3
    while (alive := child.exists() and ") Z " not in child.read_text(encoding="utf-8")) and time.monotonic() < until:
        time.sleep(0.02)
    assert not alive


def test_a_program_that_is_not_there() -> None:
    """The error says what to install."""
    service = configured({"apertium": {"locales": ["ru"], "program": "/nowhere/apertium"}}, {})[0]
    reply = ask(service, "School")

    assert isinstance(reply.error, Unavailable)
    assert reply.error.hint.startswith("install it")


def test_pseudo() -> None:
    """Longer, accented and bracketed; right to left in letters that really run so; marks kept."""
    service = configured({"pseudo": {"locales": ["en-XA", "ar-XB", "kk"]}}, {})[0]
    source = "  Read <a1>the rules</a1> of {country}, 25 pages? "
    left, right = (ask(service, source, target=target).results[0].text for target in ("en-XA", "ar-XB"))
    cyrillic = translate(service, Request((Text("Мектеп <a1>жабық</a1>."),), "kk", "ru")).results[0].text

    assert left == "  ⟦Ŕéééáđ <a1>ţĥéé ŕûûûļéš</a1> ôôƒ {country}, 25 þáááĝéš?⟧ "
    assert re.fullmatch(r"  ⟦[ء-ە]+ <a1>[ء-ە ]+</a1> [ء-ە]+ \{country\}، 25 [ء-ە]+؟⟧ ", right)
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", right)
    assert cyrillic == "⟦Ме́е́е́кте́п <a1>жа́а́а́бы́қ</a1>.⟧"
