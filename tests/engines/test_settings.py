"""Engines from the settings: what is not named is not asked, and a wrong word says which one was meant."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from l10n.engines import configured
from l10n.engines.keys import Key
from l10n.errors import L10nError, ProjectError, Refused

ENVIRON = {
    "DEEPL_API_KEY": "k-1:fx",
    "PAID_API_KEY": "k-2",
    "EMPTY_API_KEY": " ",
    "ODD_API_KEY": "k\n2",
    "WORD_API_KEY": "ключ",
}


def test_nothing_named() -> None:
    """Keys in the environment alone make no engine."""
    assert configured({}, ENVIRON) == ()


def test_what_is_named() -> None:
    """In the order of the settings, under their own names, with their own limits."""
    tables: dict[str, Any] = {
        "fast": {
            "engine": "deepl",
            "locales": ["ru", "kk-kz"],
            "ceiling": 200000,
            "batch": 20,
            "deadline": 90,
            "timeout": 2.5,
        },
        "paid": {"engine": "deepl", "locales": ["ru"], "key": "PAID_API_KEY", "show": ["figures"]},
        "pseudo": {"locales": ["en-XA"]},
    }
    fast, paid, pseudo = configured(tables, ENVIRON)

    assert (fast.name, fast.engine.name, fast.locales) == ("fast", "fast", ("ru", "kk-KZ"))
    assert (fast.policy.ceiling, fast.policy.deadline_s, fast.policy.timeout_s) == (200000, 90, 2.5)
    assert (fast.engine.limits.texts, paid.engine.limits.texts) == (20, 50)
    assert (fast.engine.url, paid.engine.url) == ("https://api-free.deepl.com", "https://api.deepl.com")  # type: ignore[attr-defined]
    assert (fast.engine.shows, paid.engine.shows) == (frozenset(), frozenset(["figures"]))
    assert not pseudo.engine.translates
    assert (fast.serves("kk-KZ"), fast.serves("kk"), paid.serves("ru")) == (True, False, True)


@pytest.mark.parametrize(
    ("name", "table", "what", "hint"),
    [
        ("gogle", {"locales": ["ru"]}, "`gogle` is no engine", "did you mean `google`?"),
        ("x", {"engine": "zzz", "locales": ["ru"]}, "`zzz` is no engine", "there are `apertium`"),
        ("google", {"locale": ["ru"]}, "`locale` is no option of the engine `google`", "did you mean `locales`?"),
        ("google", {"locales": ["ru"], "model": "x"}, "`model` is no option of the engine `google`", ""),
        ("google", {}, "names no `locales`", ""),
        ("google", {"locales": "ru"}, "`locales` of the engine `google` must be a list of texts", ""),
        ("google", {"locales": ["ru", 7]}, "must be a list of texts", ""),
        ("google", {"locales": ["no tag"]}, "`locales` of the engine `google`: `no tag` is no language tag", "BCP 47"),
        ("google", ["ru"], "must be a table", ""),
        ("my engine", {"engine": "google", "locales": ["ru"]}, "the name of an engine is one word", ""),
        ("google", {"locales": ["ru"], "engine": 7}, "`engine` of the engine `google` must be a text", ""),
        ("google", {"locales": ["ru"], "ceiling": -1}, "`ceiling` of the engine `google` must be a number from 0", ""),
        ("google", {"locales": ["ru"], "ceiling": 1.5}, "must be a whole number", ""),
        ("google", {"locales": ["ru"], "ceiling": True}, "must be a number", ""),
        ("google", {"locales": ["ru"], "batch": 2}, "must be a number from 1 to 1", ""),
        ("google", {"locales": ["ru"], "deadline": 0}, "must be a number from 1 to 86400", ""),
        ("google", {"locales": ["ru"], "timeout": "9"}, "must be a number", ""),
        ("google", {"locales": ["ru"], "timeout": float("nan")}, "must be a number", ""),
        ("google", {"locales": ["ru"], "show": ["codes"]}, "must be a list of names, figures", ""),
        ("google", {"locales": ["ru"], "url": "translate"}, "is no address", ""),
        ("libretranslate", {"locales": ["ru"]}, "needs a `url`", ""),
        ("chat", {"locales": ["ru"], "url": "https://a.example/v1"}, "needs a `model`", ""),
        ("chat", {"locales": ["ru"], "url": "https://a.example/v1", "model": " "}, "must be a text", ""),
        ("chat", {"locales": ["ru"], "url": "https://a.example", "model": "m", "json": 1}, "must be true or false", ""),
        ("chat", {"locales": ["ru"], "url": "https://a.example", "model": "m", "temperature": 9}, "from 0 to 2", ""),
        ("deepl", {"locales": ["ru"], "key": "NO_API_KEY"}, "`deepl` needs a key", "`NO_API_KEY`"),
        ("deepl", {"locales": ["ru"], "key": "EMPTY_API_KEY"}, "`deepl` needs a key", ""),
        ("deepl", {"locales": ["ru"], "key": "ODD_API_KEY"}, "has characters that no key has", ""),
        ("deepl", {"locales": ["ru"], "key": "WORD_API_KEY"}, "has characters that no key has", ""),
        ("deepl", {"locales": ["ru"], "key": "279a2e9d-secret:fx"}, "does not name a variable for keys", ""),
        ("deepl", {"locales": ["ru"], "key": "AWS_SECRET_ACCESS_KEY"}, "does not name a variable for keys", ""),
        ("deepl", {"locales": ["ru"], "formality": "rude"}, "must be `default`", ""),
        ("apertium", {"locales": ["uk"], "pair": "rus ukr; rm"}, "must be a pair of languages", ""),
    ],
)
def test_wrong_words(name: str, table: Any, what: str, hint: str) -> None:
    """Each is refused with its place and, where one is near, the word that was meant; no value of a key is repeated."""
    with pytest.raises(L10nError) as caught:
        configured({name: table}, ENVIRON)

    of_key = "needs a key" in what or "no key has" in what
    assert type(caught.value) is (Refused if of_key else ProjectError)
    assert what in caught.value.what
    assert hint in caught.value.hint
    assert "secret:fx" not in f"{caught.value} {caught.value.hint}"


def test_a_key_is_not_shown() -> None:
    """Not by repr, str, format, pickle."""
    key = Key("DEEPL_API_KEY", "geheim-7")

    assert f"{key} {key!r} {key:}" == "<key from DEEPL_API_KEY> " * 2 + "<key from DEEPL_API_KEY>"
    assert key.hide("the key geheim-7 is old") == "the key … is old"
    with pytest.raises(TypeError, match="not written down"):
        pickle.dumps(key)
