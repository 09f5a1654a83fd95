"""The editor's desk: an article in its flow, what waits for review opened up, with all that an editor has to know.

queue     what waits, across articles and locales
show      the page of an article in a locale
segment   segments of it as they are now (`?segment=ID,ID`), opened up on demand (`&open=1`)

What is said of segments is said by `verdicts`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response
from starlette.routing import Route

from l10n import ledger, text
from l10n.errors import L10nError
from l10n.ledger.status import DRAFT
from l10n.model import Key, Record, State
from l10n.model.findings import SEVERITIES
from l10n.text import SHORT_DIGEST
from l10n.web import labels, pieces, shelf, speech
from l10n.web.bench import Missing
from l10n.web.desk import units, word_of
from l10n.web.shelf import Look
from l10n.web.visit import Visit, page
from l10n.workflow import naming, offering, reviewing, waiting
from l10n.workflow.inspecting import Found
from l10n.workflow.items import Item
from l10n.workflow.offering import Named
from l10n.workflow.waiting import Pile

EDITOR = "editor"
PILES = 50
"""Articles by locales on a page of the queue."""


@dataclass(frozen=True, slots=True)
class Card:
    """A segment as its editor sees it."""

    item: Item
    verbs: frozenset[str]
    """What this editor may do to it now: approve, final, send-back, withdraw, accept, answer."""
    objection: str = ""
    """Why it waits for another editor, or for its translator."""
    found: tuple[Found, ...] = ()
    """Open findings, the worst first."""
    waived: tuple[Found, ...] = ()
    mine: Record | None = None
    """What this editor approved or sent back last of this segment, where it was another text."""
    said: str = ""
    """What this editor says of exactly this text, and nothing ended: approve, final, send-back, or nothing."""
    names: tuple[Named, ...] = ()
    """In its source, with their renderings."""
    is_open: bool = False
    """All of that is shown."""

    @property
    def digest(self) -> str:
        """As a verb gives it back."""
        return self.item.status.digest[:SHORT_DIGEST]

    @property
    def waits(self) -> bool:
        """For an editor."""
        return self.item.waits_for == EDITOR

    @property
    def asks(self) -> bool:
        """Its translator, something."""
        return bool(self.item.questions)


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the article."""

    kind: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """What is left to do in the article."""

    waits: int
    words: int
    """Of what waits."""
    asks: int
    """Segments with a question."""
    finals: int
    """Segments that could be final."""


# --- the queue


@page(EDITOR)
def queue(visit: Visit) -> Response:
    """What waits for review in the locales of this editor, what waits longest first."""
    mine = [tag for tag in visit.project.settings.locales if visit.may(EDITOR, tag)]
    asked = {name: visit.asked(name) for name in ("locale", "article", "kind", "only")}
    only = asked["only"]
    wanted = waiting.Filter(
        unchanged_drafts=only == "unchanged", questions=only == "questions", claims=only == "claims"
    )
    locales = [tag for tag in mine if asked["locale"] in ("", tag)]
    faults: dict[str, L10nError] = {}
    found = shelf.of(visit.request.app.state).queue(visit.bench, visit.project, locales, wanted, faults)
    kinds = _kinds(visit, found)
    found = waiting.narrowed(found, kinds=asked["kind"].split(",") if asked["kind"] else (), article=asked["article"])
    start = max(0, visit.asked_number("page", 1) - 1) * PILES

    def link(**changed: str) -> str:
        told = {**asked, **changed}
        query = urlencode({name: value for name, value in told.items() if value})
        return f"/review?{query}" if query else "/review"

    return visit.page(
        "review.html",
        asked=asked,
        link=link,
        locales=mine,
        kinds=kinds,
        faults=faults,
        piles=found[start : start + PILES],
        today=visit.bench.now()[:10],
        count=len(found),
        segments=sum(len(pile.segments) for pile in found),
        words=sum(pile.words for pile in found),
        start=start,
        size=PILES,
        **speech.of(visit),
    )


def _kinds(visit: Visit, piles: Iterable[Pile]) -> list[tuple[str, str]]:
    """(word, kinds) for each word that kinds go by: headings of every level are headings."""
    by_word: dict[str, set[str]] = {}
    for kind in {one.kind for pile in piles for one in pile.segments}:
        by_word.setdefault(labels.kind(kind, visit.tongue), set()).add(kind)
    return sorted((word, ",".join(sorted(some))) for word, some in by_word.items())


# --- an article


@page(EDITOR)
def show(visit: Visit) -> Response:
    """The page; asked for by a script, segments of it (`?segment=ID,ID`), or what is said of those with findings."""
    visit.require(EDITOR, visit.locale)
    if visit.is_part and visit.asked("segment"):
        known = {item.id: key for key, item in looked(visit).items.items()}
        keys = [known[one] for one in visit.asked("segment").split(",") if one in known]
        if not keys:
            raise Missing(visit.asked("segment"))
        return part(visit, keys, opened=bool(visit.asked("open")))
    look = looked(visit)
    if visit.is_part:
        every = cards(visit, look, look.items)
        checked = [card for card in every if card.is_open and (card.found or card.waived)]
        return visit.page("part/review_findings.html", cards=checked, **about(visit, look))
    every = cards(visit, look, look.items if look.is_checked else ())
    return visit.page(
        "review_article.html",
        blocks=list(_blocks(look, {card.item.segment.key: card for card in every})),
        bar=bar_of(every),
        chosen=visit.asked("segment"),
        checked=look.is_checked,
        **about(visit, look),
    )


def part(visit: Visit, keys: Collection[Key], *, opened: bool = False, status: int = 200, **told: Any) -> Response:
    """Some segments as they are now, and the bar. told: what is said of it."""
    look = looked(visit)
    every = cards(visit, look, [key for key in keys if opened or look.items[key].waits_for == EDITOR])
    shown = [card for card in every if card.item.segment.key in keys]
    shown = [replace(card, is_open=True) for card in shown] if opened else shown
    return visit.page("part/review_parts.html", status, cards=shown, bar=bar_of(every), **about(visit, look), **told)


def looked(visit: Visit) -> Look:
    """The article in the locale of the address."""
    return shelf.of(visit.request.app.state).look(visit.source, visit.locale)


def about(visit: Visit, look: Look) -> dict[str, Any]:
    """What every part of the page is told."""
    return {
        "source": look.side.source,
        "locale": visit.locale,
        "article": visit.article,
        "diff": text.word_diff,
        "changes": pieces.changed,
        "forms_of": lambda entry: pieces.of_entry(entry, look.side.catalog),
        "word_of": word_of,
        **speech.of(visit),
    }


def cards(visit: Visit, look: Look, told: Collection[Key] = ()) -> list[Card]:
    """The segments as this editor sees them. told: those of which everything is told."""
    items = list(look.items.values())
    told = set(told)
    if not visit.may(EDITOR, visit.locale):
        return [Card(item, verbs_for(look, item, "") & {"withdraw", "accept", "answer"}) for item in items]
    by = reviewing.reviewer(visit.project, visit.locale, who=visit.who, when=visit.bench.now())
    objections = reviewing.objections(look.side, items, by)
    findings = look.findings(told) if told else {}
    glossary = naming.load(visit.project)
    found = []
    for item in items:
        key, waits = item.segment.key, item.waits_for == EDITOR
        why = objections.get(key, "")
        card = Card(item, verbs_for(look, item, why), why if waits else "", is_open=waits or bool(item.questions))
        card = replace(card, said=said_of(look, item, visit.who))
        if key in told:
            card = with_findings(look, card, findings.get(key, ()))
        if card.is_open or key in told:
            names = offering.named((look.side.source.named or dict)().get(key, ()), glossary, visit.locale)
            card = replace(card, mine=read_last(look, item, visit.who), names=tuple(names))
        found.append(card)
    return found


def said_of(look: Look, item: Item, who: str) -> str:
    """What somebody says of exactly this text, and nothing ended."""
    standing = look.side.ledger.standing(item.status.digest, "approve", "send back").values()
    said = {"final" if one.state is State.FINAL else one.verb.replace(" ", "-") for one in standing if one.who == who}
    return next((word for word in ("send-back", "final", "approve") if word in said), "")


def with_findings(look: Look, card: Card, found: Iterable[Found]) -> Card:
    """The card with what the checks say of its text, and what of that was waived by now."""
    standing: list[Found] = []
    waived: list[Found] = []
    for one in found:
        waiver = ledger.waivers(look.side.ledger, one.spot.digest).get(one.code)
        (waived if waiver else standing).append(replace(one, waiver=waiver))
    worst_first = sorted(standing, key=lambda one: SEVERITIES.index(one.finding.severity))
    return replace(card, found=tuple(worst_first), waived=tuple(waived))


def read_last(look: Look, item: Item, who: str) -> Record | None:
    """What this editor approved or sent back last of a segment, where that was another text."""
    mine = ledger.last_read(look.side.ledger, item.segment.key, who)
    now = item.segment.source, item.entry.plural, item.entry.targets
    return None if mine is not None and (mine.source, mine.plural, mine.targets) == now else mine


def verbs_for(look: Look, item: Item, why: str) -> frozenset[str]:
    """What may be done to a segment. why: it must not be approved."""
    status = item.status
    if not status.digest:
        return frozenset({"answer"} if item.questions else ())
    standing = bool(look.side.ledger.standing(status.digest, "approve", "carry", "send back"))
    may = {
        "approve": not why and status.state < State.REVIEWED,
        "final": not why and status.state < State.FINAL,
        "send-back": status.reason != DRAFT and (standing or not item.entry.fuzzy),
        "withdraw": standing,
        "accept": item.claims,
        "answer": bool(item.questions),
    }
    return frozenset(verb for verb, is_so in may.items() if is_so)


def _blocks(look: Look, every: dict[Key, Card]) -> Iterable[Block]:
    """The article unit by unit; what stood before in it is not shown again."""
    return (Block(kind, tuple(every[key] for key in keys)) for kind, keys in units(look.side) if keys)


def bar_of(every: Iterable[Card]) -> Bar:
    """What is left to do of these segments."""
    every = list(every)
    waits = [card for card in every if card.waits]
    words = sum(text.word_count(card.item.segment.source) for card in waits)
    asks, finals = sum(card.asks for card in every), sum("final" in card.verbs for card in every)
    return Bar(len(waits), words, asks, finals)


ROUTES = (
    Route("/review", queue),
    Route("/review/{locale}/{article:path}", show),
)
