"""What stands beside an opened segment; each panel is asked for once the segment is there, so that opening is instant.

names    the names of the glossary in the source with their renderings; cases of one, on request
matches  what the memory has, drafts that need no words, and the button that asks an engine
draft    an engine's draft, on request: the source leaves this machine
past     what happened to the segment, with who and when
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from l10n import text
from l10n.errors import L10nError
from l10n.memory import Memory
from l10n.model import Key, Mention
from l10n.web import labels, speech
from l10n.web.bench import key_of
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import chronicle, joining, mentions, naming, offering, view
from l10n.workflow.drafting import Made
from l10n.workflow.offering import Offer

PATIENCE_S = 1.0
"""How long the first who asks waits for the memory; then the panel asks again by itself."""


_ASKING = [threading.Lock() for _ in range(64)]
"""One of them is held while an engine is asked for a text: who asks for the same one meanwhile gets the same answer."""


def _where(visit: Visit) -> tuple[view.Side, Key]:
    return visit.side, key_of(visit.source, str(visit.request.path_params["segment"]))


def _found(side: view.Side, key: Key) -> tuple[Mention, ...]:
    """The names in the source of a segment."""
    return side.source.named().get(key, ()) if side.source.named is not None else ()


@page()
def names(visit: Visit) -> Response:
    """The names in the source."""
    side, key = _where(visit)
    found = [one for said in joining.run(side, key) for one in _found(side, said)]
    told = offering.named(found, naming.load(visit.project), side.locale)
    forms = {one.name.id: offering.as_mentioned(one, side.locale) for one in told}
    return visit.page("part/names.html", names=told, forms=forms, **_place(visit))


def _place(visit: Visit) -> dict[str, Any]:
    return {
        "locale": visit.locale,
        "source": visit.source,
        "article": visit.article,
        "segment": str(visit.request.path_params["segment"]),
        **speech.of(visit),
    }


@page()
def cases(visit: Visit) -> Response:
    """One rendering in its cases."""
    term = mentions.terms(naming.load(visit.project), visit.locale).get(visit.asked("name"))
    if term is None:
        raise Wrong(visit._("The glossary has no rendering of that name here."))
    told = [(visit._(labels.CASES[case]), form) for case, form in offering.cases(term, visit.locale)]
    return visit.page("part/cases.html", **_place(visit), term=term, cases=told)


@page()
def matches(visit: Visit) -> Response:
    """What there is for the segment already."""
    side, key = _where(visit)
    offers, is_read, fault = _offers(visit, side, key)
    return visit.page(
        "part/matches.html",
        **_place(visit),
        offers=offers,
        wordless=None if side.is_source else _wordless(side, key),
        engines=() if side.is_source else offering.engines(side),
        is_read=is_read,
        fault=fault,
        kinds=_kinds(visit),
        origins=origins_of(visit),
    )


def _offers(visit: Visit, side: view.Side, key: Key) -> tuple[Sequence[Offer], bool, str]:
    """What the memory has, whether it has been read whole, and why it has nothing."""
    if side.is_source:
        return (), True, ""
    try:
        memory, is_read = memory_of(visit)
        return offering.matching(side, key, memory), is_read, ""
    except L10nError as error:
        return (), True, visit.told(error.sentence, error.hint)


def memory_of(visit: Visit) -> tuple[Memory, bool]:
    """The memory of the project, and whether it has been read whole; the first who asks waits a moment for it."""
    recollection = visit.bench.recollection
    memory, is_read = recollection.ask(visit.project)
    if not is_read:
        recollection.settle(PATIENCE_S)
        memory, is_read = recollection.ask(visit.project)
    return memory, is_read


def _wordless(side: view.Side, key: Key) -> Made | None:
    return offering.wordless(side, key, _found(side, key), naming.load(side.source.project))


def _kinds(visit: Visit) -> Mapping[str, str]:
    return {
        "in-context": visit._("same place"),
        "exact": visit._("same text"),
        "adapted": visit._("same but for names and figures"),
        "fuzzy": visit._("similar"),
    }


def origins_of(visit: Visit) -> Mapping[str, str]:
    return {
        "catalog": visit._("this project"),
        "project": visit._("another project"),
        "tmx": visit._("a memory file"),
        "alignment": visit._("aligned"),
        "draft": visit._("a machine's draft, unchanged"),
    }


@page()
def draft(visit: Visit) -> Response:
    """Ask an engine, for somebody who works on the locale: the text leaves this machine, and may cost."""
    visit.require_writer(visit.locale)
    side, key = _where(visit)
    offers, _, _ = _offers(visit, side, key)
    with _ASKING[hash((side.locale, key)) % len(_ASKING)]:
        answer, why = offering.asking(side, key, _found(side, key), [one.match for one in offers])
    return visit.page("part/draft.html", **_place(visit), answer=answer, why=why)


@page()
def past(visit: Visit) -> Response:
    """What happened to the segment."""
    side, key = _where(visit)
    verbs: Mapping[str, str] = {
        "translate": visit._("translated"),
        "approve": visit._("approved"),
        "send back": visit._("sent back"),
        "withdraw": visit._("took back"),
        "carry": visit._("carried over to the new source"),
        "follow": visit._("drafted from the text before"),
        "waive": visit._("waived a finding"),
        "displace": visit._("set aside"),
        chronicle.DRAFTED: visit._("drafted"),
    }
    events = chronicle.of_segment(side, key)
    diffs = [_diff(event.source, key[1]) for event in events]
    return visit.page("part/past.html", **_place(visit), events=list(zip(events, diffs, strict=True)), verbs=verbs)


def _diff(old: str, new: str) -> list[tuple[str, str]]:
    return text.word_diff(old, new) if old else []


ROUTES = (
    Route("/mentions/{locale}/{segment}/{article:path}", names),
    Route("/cases/{locale}/{segment}/{article:path}", cases),
    Route("/matches/{locale}/{segment}/{article:path}", matches),
    Route("/draft/{locale}/{segment}/{article:path}", draft, methods=["POST"]),
    Route("/past/{locale}/{segment}/{article:path}", past),
)
