"""Any chat model behind an OpenAI-compatible address: hosted, or a local llama.cpp, Ollama or vLLM.

`POST {url}/chat/completions`; the key, where the settings name one, in `Authorization: Bearer`.  The prompt and the
strict reading of the answer stand in `prompt`.  A model says one thing today and another tomorrow, so an answer that
made no draft is not remembered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from l10n import languages
from l10n.engines import http, prompt
from l10n.engines.contract import FIGURES, NAMES, Engine, Garbled, Limits, Piece, Route
from l10n.engines.keys import Key
from l10n.engines.settings import Kind, Options
from l10n.errors import ProjectError
from l10n.phrases import phrase


class Chat(Engine):
    """A chat model."""

    limits = Limits(texts=20, characters=8_000)
    """More than that, and models begin to lose texts."""
    shows = frozenset([NAMES, FIGURES])
    """It must inflect names and make words agree with numbers; the glossary tells it the forms."""
    steady = False
    reads_context = True

    def __init__(self, url: str, model: str, key: Key | None, wishes: str, temperature: float, json_mode: bool) -> None:
        self.url, self.model, self.key = url, model, key
        self.wishes, self.temperature, self.json_mode = wishes, temperature, json_mode

    def settings(self) -> Mapping[str, object]:
        return {
            "url": self.url,
            "model": self.model,
            "wishes": self.wishes,
            "temperature": self.temperature,
            "prompt": prompt.VERSION,
        }

    def route(self, source: str, target: str) -> Route:
        return Route(languages.get(source).tag, languages.get(target).tag, source, target)

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        body: dict[str, object] = {
            "model": self.model,
            "temperature": self.temperature,
            "messages": [
                {"role": "system", "content": prompt.system(route, self.wishes)},
                {"role": "user", "content": prompt.user(batch)},
            ],
        }
        if self.json_mode:
            body["response_format"] = {"type": "json_object"}
        headers = {"Authorization": f"Bearer {self.key.reveal()}"} if self.key else {}
        question = http.Question(self.name, f"{self.url}/chat/completions", seconds, headers=headers, key=self.key)
        return prompt.read(_content(http.ask_json(question, body), self.name), batch, self.name)


def _content(said: Any, who: str) -> str:
    """The text of the first choice; Garbled where it was cut off, or is none."""
    choices = said.get("choices") if isinstance(said, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    content = message.get("content") if isinstance(message, dict) else None
    if not isinstance(choice, dict) or not isinstance(content, str):
        raise Garbled(phrase("`{who}` answered without the content of a message", who=who))
    if choice.get("finish_reason") == "length":
        raise Garbled(phrase("the answer of `{who}` was cut off for its length", who=who))
    if choice.get("finish_reason") == "content_filter":
        raise Garbled(phrase("the answer of `{who}` was held back by its filter", who=who))
    return content


def build(options: Options) -> Chat:
    model = options.text("model")
    if not model:
        raise ProjectError(
            phrase("the engine `{engine}` needs a `model`", engine=options.name),
            hint=phrase("name one that the address has"),
        )
    return Chat(
        options.url(),
        model,
        options.needed_key() if "key" in options.table else None,
        options.text("instructions"),
        options.number("temperature", 0, 0, 2),
        options.truth("json", True),
    )


KIND = Kind("chat", build, ("model", "instructions", "temperature", "json"))
