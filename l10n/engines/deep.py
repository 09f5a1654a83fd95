"""Services without an interface of their own here, through deep-translator: Google, MyMemory, Microsoft.

The only file that knows deep-translator 1.11.  What it cannot do is done around it: it has no timeout and follows
redirects with the text (its `requests` is replaced by the door of this house, in private copies of its modules, so that
another program's are untouched); it does not try again, and loses a batch at one failure (one text is asked at a
time); it says None for a text that it does not understand, and its errors come from three trees.  MyMemory's notices
(`MYMEMORY WARNING: …`) come as if they were translations.

Left out: its DeepL, LibreTranslate and ChatGPT classes call what the services have closed; Yandex 1.5 is switched off;
Linguee and Pons are dictionaries of words; Papago, QCRI and Baidu have none of our languages but Russian.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any, ClassVar
from urllib.parse import urlencode, urlsplit

from l10n.engines import http
from l10n.engines.contract import FIGURES, Engine, Garbled, Limits, Passing, Piece, Route, code_of
from l10n.engines.keys import Key, quoted
from l10n.engines.settings import Kind, Options
from l10n.engines.worker import within
from l10n.errors import EngineError, Refused
from l10n.phrases import phrase

_UNDERSTOOD = ("TranslationNotFound", "NotValidPayload", "NotValidLength", "ElementNotFoundInGetRequest")
"""Errors of deep-translator that concern one text."""


_MOST = 2 << 20
"""Octets of an answer in JSON; the languages of Microsoft are the longest."""
_PAGE = 1 << 17
"""Octets of a page, ten times what one has: it is parsed in full, and a hostile one in the square of its length."""


class _Answer:
    """What deep-translator needs of an answer of `requests`."""

    status_code = 200

    def __init__(self, answer: http.Answer, who: str) -> None:
        self._answer, self._who = answer, who

    @property
    def text(self) -> str:
        try:
            return self._answer.text
        except (UnicodeError, LookupError):
            raise Garbled(phrase("`{who}` answered in another encoding than it says", who=self._who)) from None

    def json(self) -> Any:
        said = http.read_json(self._answer.body, self._who)
        _noticed(said, self._who)
        return said

    def close(self) -> None:
        """Nothing is open."""


class _Door:
    """In the place of `requests`: every request goes through `http`, in its time, to the address of the settings."""

    exceptions: Any = None
    """Those of `requests`, which deep-translator names."""
    agent = "l10n"
    """Who asks, as the library says it."""

    def __init__(self, who: str, url: str, key: Key | None, most: int) -> None:
        self.who, self.url, self.key, self.most, self.seconds = who, url, key, most, 0.0

    def get(self, url: str, params: Mapping[str, str] | None = None, **_: object) -> _Answer:
        return self._ask(url, params, None, {})

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        json: object = None,
        headers: Mapping[str, str] | None = None,
        **_: object,
    ) -> _Answer:
        return self._ask(url, params, http.dumped(json), headers or {})

    def _ask(
        self, url: str, params: Mapping[str, str] | None, body: bytes | None, headers: Mapping[str, str]
    ) -> _Answer:
        parts = urlsplit(url.strip())
        place = f"{self.url}{parts.path}" if self.url else f"{parts.scheme}://{parts.netloc}{parts.path}"
        query = "&".join(one for one in (parts.query, urlencode(params or {})) if one)
        question = http.Question(
            self.who,
            f"{place}?{query}" if query else place,
            self.seconds,
            body,
            {"User-Agent": self.agent, **headers},
            self.key,
            self.most,
        )
        return _Answer(http.ask(question), self.who)


def _noticed(said: Any, who: str) -> None:
    """Raise what MyMemory says with status 200: notices in the place of a translation, and a status inside."""
    data = said.get("responseData") if isinstance(said, dict) else None
    if not isinstance(data, dict):
        return
    text = str(data.get("translatedText") or "")
    status = str(said.get("responseStatus", 200))
    if text.startswith("MYMEMORY WARNING"):
        raise Refused(
            phrase("`{who}` says that the free quota of the day is used up", who=who), hint=phrase("go on tomorrow")
        )
    if status == "429":
        raise Passing(phrase("`{who}` has too many requests (429)", who=who), hint=phrase("try later"))
    if status != "200" or (text.isupper() and ("LANGUAGE" in text or "LIMIT EXCEEDED" in text)):
        raise Garbled(
            phrase("`{who}` does not take the request ({status}): {text}", who=who, status=status, text=quoted(text))
        )


_OTHER_WORDS = {"zh-hans": "zh-CN", "zh-hant": "zh-TW", "he": "iw", "nb": "no"}
"""What Google and MyMemory write for tags of BCP 47."""


@cache
def _source(name: str) -> Any:
    """Where a module of deep-translator stands; EngineError where it is not installed."""
    try:
        spec = importlib.util.find_spec(f"deep_translator.{name}")
    except ModuleNotFoundError:
        spec = None
    if spec is None or spec.loader is None:
        raise Refused(phrase("deep-translator is not installed"), hint=phrase("`pip install deep-translator`"))
    return spec


def _copy(name: str, door: _Door) -> ModuleType:
    """A module of deep-translator for us alone, with our door in the place of `requests`."""
    spec = _source(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    door.exceptions = module.requests.exceptions
    door.agent = module.requests.utils.default_user_agent()
    module.requests = door  # type: ignore[attr-defined]
    return module


class Deep(Engine):
    """A service behind deep-translator."""

    markup = False
    shows = frozenset([FIGURES])
    most: ClassVar[int] = _MOST
    """Octets of an answer."""
    module = ""
    table = ""
    """The name of its languages in deep-translator's constants."""

    def __init__(self, url: str = "", key: Key | None = None) -> None:
        self.url, self.key = url, key
        self._door: _Door | None = None
        self._code: ModuleType | None = None

    def settings(self) -> Mapping[str, object]:
        return {"url": self.url} if self.url else {}

    def route(self, source: str, target: str) -> Route:
        codes = self._languages()
        return Route(code_of(source, codes, self.name), code_of(target, codes, self.name), source, target)

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        if self._door is None or self._code is None:
            self._door = _Door(self.name, self.url, self.key, self.most)
            self._code = _copy(self.module, self._door)
        self._door.seconds = seconds
        code = self._code

        def ask() -> list[str | None]:
            translator = self._made(code, route)
            return [translator.translate(piece.wire) for piece in batch]

        try:
            return within(seconds, ask, self.name)
        except EngineError:
            raise
        except Exception as error:  # its errors share no root but this
            if type(error).__name__ in _UNDERSTOOD:
                return [None] * len(batch)
            raise Garbled(
                phrase(
                    "`{name}` answered something that deep-translator does not understand ({error})",
                    name=self.name,
                    error=type(error).__name__,
                )
            ) from None

    def _made(self, code: ModuleType, route: Route) -> Any:
        raise NotImplementedError

    def _languages(self) -> Mapping[str, str]:
        """Its words by BCP 47 in small letters."""
        _source("constants")
        constants = importlib.import_module("deep_translator.constants")
        return _by_tag(tuple(getattr(constants, self.table).values()))


@cache
def _by_tag(words: tuple[str, ...]) -> Mapping[str, str]:
    """`kk-KZ` serves `kk-kz` and, as the first or the usual one of its language, `kk`."""
    from babel.core import get_global

    codes = {word.lower(): word for word in words}
    likely = get_global("likely_subtags")
    for word in words:
        language, _, rest = word.partition("-")
        usual = str(likely.get(language, "")).rpartition("_")[2]
        if language not in codes or (usual and rest == usual):
            codes[language] = word
    for tag, word in _OTHER_WORDS.items():
        if word in words:
            codes[tag] = word
    return codes


class Google(Deep):
    """The page for small telephones: one text a request, in the query of an address."""

    limits = Limits(texts=1, characters=2400)
    """deep-translator takes 4999; a letter of Cyrillic is six in an address, of which servers take 16 KiB."""
    most = _PAGE
    module, table = "google", "GOOGLE_LANGUAGES_TO_CODES"

    def _made(self, code: ModuleType, route: Route) -> Any:
        return code.GoogleTranslator(source=route.source, target=route.target)


class MyMemory(Deep):
    """A memory of the web, with Google behind it; it takes fewer than 500 characters."""

    limits = Limits(texts=1, characters=490)
    module, table = "mymemory", "MY_MEMORY_LANGUAGES_TO_CODES"

    def _made(self, code: ModuleType, route: Route) -> Any:
        return code.MyMemoryTranslator(source=route.source, target=route.target)


class Microsoft(Deep):
    """Azure's translator: it takes markup, has a key, and is asked for its languages first."""

    limits = Limits(texts=1, characters=10_000)
    markup = True
    shows = frozenset()
    module = "microsoft"

    def __init__(self, url: str, key: Key, region: str) -> None:
        super().__init__(url, key)
        self.region = region
        self._translators: dict[Route, Any] = {}

    def route(self, source: str, target: str) -> Route:
        from l10n import languages

        tags = [languages.get(one).tag.lower() for one in (source, target)]
        words = [tag if "-" in tag else code_of(tag, {tag: tag}, self.name) for tag in tags]
        return Route(words[0], words[1], source, target)

    def _made(self, code: ModuleType, route: Route) -> Any:
        """Its languages are fetched where it is made, so that is done once."""
        assert self.key is not None
        if route in self._translators:
            return self._translators[route]
        key, region = self.key.reveal(), self.region or None
        words = {"source": route.source, "target": route.target}
        try:
            made = code.MicrosoftTranslator(**words, api_key=key, region=region, textType="html")
        except Exception as error:
            if type(error).__name__ != "LanguageNotSupportedException":
                raise
            what = phrase(
                "`{name}` does not have `{source}` or `{target}`",
                name=self.name,
                source=route.source,
                target=route.target,
            )
            raise Refused(what, hint=phrase("name another engine for this locale")) from None
        return self._translators.setdefault(route, made)


def _url(options: Options) -> str:
    """Another address than the one that deep-translator knows; "" where none is named."""
    return options.url() if "url" in options.table else ""


def _microsoft(options: Options) -> Microsoft:
    region = options.text("region")
    if not re.fullmatch(r"[A-Za-z0-9-]*", region):
        raise options.wrong("region", phrase("a region of Azure, such as `westeurope`"))
    return Microsoft(_url(options), options.needed_key("MICROSOFT_API_KEY"), region)


GOOGLE = Kind("google", lambda options: Google(_url(options)))
MYMEMORY = Kind("mymemory", lambda options: MyMemory(_url(options)))
MICROSOFT = Kind("microsoft", _microsoft, ("region",))
