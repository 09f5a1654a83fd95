"""What every engine promises, and what is asked of it.

An engine knows one service: which languages it has, how much it takes at once, how it is asked, how its answer is
read.  Everything else (protection, batches, deadlines, further attempts, the cache, the judgement of a draft) is the
same for all and stands in `asking`.
"""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from l10n import languages
from l10n.engines.keys import Key
from l10n.errors import EngineError, Refused, Unavailable
from l10n.phrases import phrase

CODES, PLACEHOLDERS, NAMES, FIGURES = "codes", "placeholders", "names", "figures"
PROTECTED = (CODES, PLACEHOLDERS, NAMES, FIGURES)
"""What a draft must keep; addresses are among the placeholders."""


CEILING, ERROR = "ceiling", "error"
"""Why a text was left that another run, or another engine, may draft."""


class Garbled(EngineError):
    """An answer that cannot be used: a page instead of data, fewer texts than were asked for."""


class Passing(Unavailable):
    """Something that passes: too many requests (429), an error of the server (5xx), a refused connection.

    after_s: seconds that the server asks to wait; None where it says nothing.
    """

    def __init__(self, what: str, *, hint: str = "", after_s: float | None = None) -> None:
        super().__init__(what, hint=hint)
        self.after_s = after_s


class Pair(NamedTuple):
    """A text and how it is said in the other language: an entry of a glossary, a match of a memory."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name or term in a text, and the form that the draft must have in its place."""

    start: int
    end: int
    """Half-open, in code points of the source with its inline codes."""
    rendering: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text to be translated, and what helps to understand it. Only the engines that say so read the context."""

    source: str
    """With inline codes, as in a catalog."""
    names: tuple[Name, ...] = ()
    before: tuple[str, ...] = ()
    """The sentences before it, nearest last."""
    after: tuple[str, ...] = ()
    matches: tuple[Pair, ...] = ()
    """Similar sentences from the memory, best first."""


@dataclass(frozen=True, slots=True)
class Request:
    """Texts of one language that are wanted in another."""

    texts: tuple[Text, ...]
    source: str
    """Locale, BCP 47."""
    target: str
    glossary: tuple[Pair, ...] = ()
    """Names and terms for engines that can be told of them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, or the reason why there is none."""

    text: str = ""
    """With the inline codes and the edge spaces of the source; "" where there is no draft."""
    reason: str = ""
    """Why there is none; "" where there is one."""
    left: str = ""
    """CEILING or ERROR, where the reason is no matter of this text: there was no room for it, or the work ended."""

    def __bool__(self) -> bool:
        return not self.reason


@dataclass(frozen=True, slots=True)
class Reply:
    """One result for each text of the request, in its order."""

    results: tuple[Draft, ...]
    error: EngineError | None = None
    """What ended the work before its time; what was finished until then is among the results."""
    requests: int = 0
    """How many times the service was asked, further attempts included."""
    characters: int = 0
    """Characters that were sent, each text once."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a service takes at once."""

    texts: int = 1
    characters: int = 5000
    """Of all texts of a batch, protected parts included; a longer text goes in pieces."""


class Route(NamedTuple):
    """From one language into another, in the words of a service."""

    source: str
    target: str
    source_locale: str
    target_locale: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What is sent of one text: its protected form, or a part of that where the whole is too long."""

    wire: str
    text: Text
    terms: tuple[Pair, ...] = ()
    """Those of the glossary and the names that it has."""


class Engine(ABC):
    """One way to ask one service. Subclasses are made by their `build` from settings."""

    name: str = ""
    """As the settings call it; it stands in the origin of drafts."""
    key: Key | None = None
    """What it is asked with; no draft may tell it."""
    limits: Limits = Limits()
    markup: ClassVar[bool] = True
    """It takes `<x id="0"/>`; else protected parts are sent as words that no language has."""
    shows: frozenset[str] = frozenset()
    """Of PROTECTED: what it sees as it stands there; figures are looked for in the draft all the same."""
    steady: ClassVar[bool] = True
    """It says the same when asked again; where it does not, an answer that was of no use is not kept."""
    reads_context: ClassVar[bool] = False
    """It is told of neighbours, matches and glossary."""
    translates: ClassVar[bool] = True
    """Its drafts are in the target language; False for the pseudo-locale."""
    patience: ClassVar[int] = 9
    """Garbled answers in a row after which it is taken for broken: enough to find one bad text in a hundred."""

    @abstractmethod
    def route(self, source: str, target: str) -> Route:
        """The languages in the words of the service; Refused for those that it does not have. Asks nobody."""

    @abstractmethod
    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        """The answers to a batch within the limits, None for a text without one; EngineError where there are none.

        seconds: how long it may take. As many answers as pieces, else Garbled.
        """

    def settings(self) -> Mapping[str, object]:
        """What changes its answers: the model, the address. Never a key."""
        return {}

    def identity(self, piece: Piece, route: Route) -> str:
        """64 hex digits that name the question: engine, settings, languages, text and the terms it is told of."""
        parts: list[object] = [type(self).__name__, dict(self.settings()), *route[:2], piece.wire]
        if self.reads_context:
            parts.append(sorted(piece.terms))
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} `{self.name}`>"


@dataclass(frozen=True, slots=True)
class Policy:
    """How long and how often an engine is asked."""

    deadline_s: float = 600.0
    """Of all that is sent for one request, which is one article in one locale."""
    timeout_s: float = 60.0
    """Of one request."""
    ceiling: int = 0
    """Characters that may be sent; 0: no ceiling."""
    attempts: int = 5
    """Of one batch, where the trouble passes."""
    first_wait_s: float = 1.0
    """Doubled at each further attempt."""


@dataclass(slots=True)
class Meter:
    """What one engine was sent in the whole run, over all articles and locales."""

    characters: int = 0
    garbled: int = 0
    """Answers in a row that could not be used."""

    def take(self, characters: int, ceiling: int) -> bool:
        """Count a text; False, and nothing counted, where the ceiling does not allow it."""
        if ceiling and self.characters + characters > ceiling:
            return False
        self.characters += characters
        return True

    def give_back(self, characters: int) -> None:
        """A text that was counted was not sent."""
        self.characters -= characters


@dataclass(frozen=True, slots=True)
class Service:
    """An engine as a project has named it."""

    name: str
    engine: Engine
    locales: tuple[str, ...]
    """Target locales for which it may be asked."""
    policy: Policy = Policy()
    meter: Meter = field(default_factory=Meter)

    def serves(self, locale: str) -> bool:
        """The project wants its drafts in this locale."""
        return languages.get(locale).tag in self.locales


def code_of(locale: str, codes: Mapping[str, str], service: str) -> str:
    """The word of a service for a locale: that of its tag, else that of its language in its usual script.

    Refused where it has neither: `kk-Arab` is not served by one who writes Kazakh in Cyrillic.
    """
    known = languages.get(locale)
    language = known.tag.partition("-")[0]
    lower = known.tag.lower()
    if lower in codes:
        return codes[lower]
    if language in codes:
        if known.script == languages.get(language).script:
            return codes[language]
        raise Refused(
            phrase(
                "`{service}` writes {language} in another script than `{tag}`",
                service=service,
                language=known.name,
                tag=known.tag,
            ),
            hint=phrase("draft `{language}`, and convert it", language=language),
        )
    raise Refused(
        phrase("`{service}` does not have {language} (`{tag}`)", service=service, language=known.name, tag=known.tag),
        hint=phrase("name another engine for this locale"),
    )
