"""The concordance: where a word stands in the memory, in all its forms, and what was made of it there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from l10n import codes, text
from l10n.glossary import Glossary
from l10n.memory import Memory, Passage
from l10n.text import segment_id
from l10n.web import panels, pieces, speech
from l10n.web.bench import Missing
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import mentions, naming

SHOWN = 30
"""Passages of an answer."""
READ = 100
"""Passages among which the best are chosen."""
LONGEST = 200
"""Characters of what is looked for."""
_LEFT_OUT = re.compile(f"[{text.UNSEEN}\u0640]")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


class Hit(NamedTuple):
    """A passage as the panel shows it."""

    passage: Passage
    source: list[pieces.Piece]
    target: list[pieces.Piece]
    put: str
    """What can be put into a text of the locale in hand, without codes."""
    there: tuple[str, str, str] | None
    """Locale, article and segment, where it is a text of this project."""


@page()
def show(visit: Visit) -> Response:
    """The panel, or (`?q=`) the passages with these words."""
    locale, side = visit.asked("locale"), visit.asked("side")
    if locale not in visit.project.settings.locales:
        raise Missing(locale)
    sides = (side,) if side in ("source", "target") else ("source", "target")
    asked = plain(visit.asked("q"))
    if len(asked) > LONGEST:
        raise Wrong(visit._("That is too long to be looked for: a few words are enough."))
    known: dict[str, Any] = {"locale": locale, "asked": asked, "side": side, "article": visit.asked("article")}
    if visit.asked("panel") or not asked:
        return visit.page("part/concordance.html", **known)
    memory, is_read = panels.memory_of(visit)
    found = passages(visit, memory, asked, locale, sides)
    answer = _Answer(visit, locale, naming.load(visit.project))
    return visit.page(
        "part/concordance-found.html",
        **known,
        hits=[answer.hit(one) for one in found[:SHOWN]],
        is_more=len(found) > SHOWN,
        is_read=is_read,
        origins=panels.origins_of(visit),
        person=speech.of(visit)["person"],
    )


def plain(asked: str) -> str:
    """What is looked for, in letters that a memory has: no zero-width characters, no presentation forms."""
    said = text.nfc(_LEFT_OUT.sub("", asked))
    return " ".join(_SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), said).split())


def passages(visit: Visit, memory: Memory, asked: str, locale: str, sides: Iterable[str]) -> list[Passage]:
    """The passages of a locale, what somebody approved first, then the newest."""
    is_source = False
    if visit.asked("article"):
        article = visit.bench.article(visit.project, visit.asked("article"))
        is_source = visit.bench.source(visit.project, article).locale == locale
    where = {"source": locale} if is_source else {"target": locale}
    found = memory.concordance(asked, READ, sides=tuple(sides), **where)
    found.sort(key=lambda one: one.when, reverse=True)
    return sorted(found, key=lambda one: -one.state)


@dataclass(frozen=True)
class _Answer:
    visit: Visit
    locale: str
    glossary: Glossary

    def hit(self, one: Passage) -> Hit:
        """A passage with what was asked for marked, and on the other side the names that it is."""
        others = self.renderings(one)
        source, target = (one.spans, others) if one.side == "source" else (others, one.spans)
        said = one.target if one.target_locale == self.locale else one.source
        put = codes.escape(codes.unescape(codes.ANY.sub("", said)))
        return Hit(one, pieces.marked(one.source, source), pieces.marked(one.target, target), put, self.there(one))

    def renderings(self, one: Passage) -> tuple[tuple[int, int], ...]:
        """Where on the other side the names stand that were found on this one."""
        sides = ((one.source, one.source_locale), (one.target, one.target_locale))
        (own, locale), (other, elsewhere) = sides if one.side == "source" else sides[::-1]
        if not {locale, elsewhere} <= set(self.visit.project.settings.locales):
            return ()
        found = mentions.finder(self.glossary, locale).find(own)
        refs = {
            mentions.term_of(name).id
            for name in found
            if any(name.span[0] < end and start < name.span[1] for start, end in one.spans)
        }
        if not refs:
            return ()
        there = mentions.finder(self.glossary, elsewhere).find(other)
        return tuple(name.span for name in there if mentions.term_of(name).id in refs)

    def there(self, one: Passage) -> tuple[str, str, str] | None:
        """Where it can be opened."""
        locales = self.visit.project.settings.locales
        if one.origin != "catalog" or one.target_locale not in locales or not one.article:
            return None
        try:
            self.visit.bench.article(self.visit.project, one.article)
        except Missing:
            return None
        return one.target_locale, one.article, segment_id(one.context, one.source)


ROUTES = (Route("/concordance", show),)
