"""LibreTranslate, a server of one's own or a hosted one: POST with JSON, `format=html`, many texts at once.

Source: its API of versions 1.3 to 1.9. The server undoes entities in what it gives back; since nothing that is sent has
any, that does no harm.  Which languages it has depends on the server: it is asked once a run.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence

from l10n import languages
from l10n.engines import http
from l10n.engines.contract import Engine, Garbled, Limits, Piece, Route, code_of
from l10n.engines.keys import Key, quoted
from l10n.engines.settings import Kind, Options
from l10n.errors import Refused
from l10n.phrases import phrase


class Libre(Engine):
    """A LibreTranslate server."""

    limits = Limits(texts=25, characters=5000)
    """A hosted one often takes no more."""

    def __init__(self, url: str, key: Key | None) -> None:
        self.url, self.key = url, key
        self._targets: dict[str, frozenset[str]] | None = None

    def settings(self) -> Mapping[str, object]:
        return {"url": self.url}

    def route(self, source: str, target: str) -> Route:
        """The language of each: which ones the server has, it is asked before the first batch."""
        words = [languages.get(one).tag.partition("-")[0] for one in (source, target)]
        for tag, word in zip((source, target), words, strict=True):
            code_of(tag, {word: word}, self.name)
        return Route(words[0], words[1], source, target)

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        until = time.monotonic() + seconds
        self._has(route, seconds)
        body: dict[str, object] = {
            "q": [piece.wire for piece in batch],
            "source": route.source,
            "target": route.target,
            "format": "html",
        }
        if self.key:
            body["api_key"] = self.key.reveal()
        question = http.Question(self.name, f"{self.url}/translate", until - time.monotonic(), key=self.key)
        said = http.ask_json(question, body)
        texts = said.get("translatedText") if isinstance(said, dict) else None
        if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
            raise Garbled(phrase("`{name}` answered without a list of `translatedText`", name=self.name))
        return texts

    def _has(self, route: Route, seconds: float) -> None:
        """Refused where the server says that it does not have the languages; a server that does not say is tried."""
        if self._targets is None:
            self._targets = self._asked(seconds)
        if not self._targets:
            return
        if route.source not in self._targets:
            raise Refused(
                phrase("`{name}` has no `{source}`", name=self.name, source=route.source), hint=_there(self._targets)
            )
        if route.target not in self._targets[route.source]:
            hint = _there(self._targets[route.source])
            raise Refused(
                phrase(
                    "`{name}` has no `{target}` for `{source}`",
                    name=self.name,
                    target=route.target,
                    source=route.source,
                ),
                hint=hint,
            )

    def _asked(self, seconds: float) -> dict[str, frozenset[str]]:
        try:
            said = http.ask_json(http.Question(self.name, f"{self.url}/languages", seconds, key=self.key))
        except Garbled:
            return {}
        found = {}
        for one in said if isinstance(said, list) else ():
            if isinstance(one, dict) and isinstance(one.get("code"), str):
                targets = one.get("targets")
                found[one["code"]] = frozenset(map(str, targets)) if isinstance(targets, list) else frozenset()
        every = frozenset(found)
        return {code: targets or every for code, targets in found.items()}


def _there(languages: Iterable[str]) -> str:
    return phrase("it has {languages}", languages=quoted(", ".join(sorted(languages))))


def build(options: Options) -> Libre:
    return Libre(options.url(), options.key("LIBRETRANSLATE_API_KEY"))


KIND = Kind("libretranslate", build)
