"""DeepL, by its HTTP interface v2: POST with JSON, the key in the header `Authorization`, `tag_handling=xml`.

Source: its documentation of 2026 (GET requests ended in March 2025, keys in the query in January 2026), and its list of
languages: Kazakh and Uyghur, once a beta, are among them, with handling of tags.  The host follows from the key: one
that ends in `:fx` is for the free service.
"""

from __future__ import annotations

from collections.abc import Sequence

from l10n.engines import http
from l10n.engines.contract import Engine, Garbled, Limits, Piece, Route, code_of
from l10n.engines.keys import Key
from l10n.engines.settings import Kind, Options
from l10n.languages import words
from l10n.phrases import phrase

FREE, PAID = "https://api-free.deepl.com", "https://api.deepl.com"

SOURCES = {
    code: code.upper()
    for code in words(
        "ace af an ar as ay az ba be bg bho bn br bs ca ceb ckb cs cy da de el en eo es et eu fa fi fr ga gl gn gom gu "
        "ha he hi hr ht hu hy id ig is it ja jv ka kk kmr ko ky la lb lmo ln lt lv mai mg mi mk ml mn mr ms mt my nb "
        "ne nl oc om pa pag pam pl prs ps pt qu ro ru sa scn sk sl sq sr st su sv sw ta te tg th tk tl tn tr ts tt ug "
        "uk ur uz vi wo xh yi yue zh zu"
    )
}
"""By BCP 47."""
TARGETS = SOURCES | {
    "en": "EN-GB",
    "en-us": "EN-US",
    "en-gb": "EN-GB",
    "pt": "PT-PT",
    "pt-br": "PT-BR",
    "es-419": "ES-419",
    "zh": "ZH-HANS",
    "zh-hans": "ZH-HANS",
    "zh-hant": "ZH-HANT",
}
"""The same for what is written; plain `EN` and `PT` are kept there for old programs only."""


class Deepl(Engine):
    """The service of DeepL."""

    limits = Limits(texts=50, characters=25_000)
    """It takes 50 texts and 128 KiB: 25,000 letters of two octets, marks and JSON around them."""

    def __init__(self, url: str, key: Key, formality: str) -> None:
        self.url, self.key, self.formality = url, key, formality

    def settings(self) -> dict[str, object]:
        return {"formality": self.formality}

    def route(self, source: str, target: str) -> Route:
        codes = code_of(source, SOURCES, self.name), code_of(target, TARGETS, self.name)
        return Route(*codes, source, target)

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        body: dict[str, object] = {
            "text": [piece.wire for piece in batch],
            "source_lang": route.source,
            "target_lang": route.target,
            "tag_handling": "xml",
        }
        if self.formality:
            body["formality"] = self.formality
        assert self.key is not None
        headers = {"Authorization": f"DeepL-Auth-Key {self.key.reveal()}"}
        question = http.Question(self.name, f"{self.url}/v2/translate", seconds, headers=headers, key=self.key)
        said = http.ask_json(question, body)
        found = said.get("translations") if isinstance(said, dict) else None
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise Garbled(phrase("`{name}` answered without a list of `translations`", name=self.name))
        texts = [one.get("text") for one in found]
        return [text if isinstance(text, str) else None for text in texts]


def build(options: Options) -> Deepl:
    key = options.needed_key("DEEPL_API_KEY")
    formality = options.text("formality")
    if formality not in ("", "default", "prefer_more", "prefer_less"):
        raise options.wrong("formality", phrase("`default`, `prefer_more` or `prefer_less`"))
    return Deepl(options.url(FREE if key.reveal().endswith(":fx") else PAID), key, formality)


KIND = Kind("deepl", build, ("formality",))
