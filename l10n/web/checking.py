"""What the checks say, while somebody types and of what stands there.

check     the findings of exactly the text that is in the editor; nothing is written
findings  those of the whole article, for the marks on its closed segments; asked for once the page is there
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from l10n.model import Key
from l10n.model.findings import SEVERITIES
from l10n.web import pieces, speech
from l10n.web.bench import key_of
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import joining, naming, saving
from l10n.workflow.inspecting import Found
from l10n.workflow.rules import Rules
from l10n.workflow.spots import Original
from l10n.workflow.trying import Known, Trial

SHOWN = 100
"""Findings of one text, the worst: where there are more, nobody reads on, and each is placed in the whole text."""


class Spanned(NamedTuple):
    """A finding as a page shows it; places are counted as a browser does, in the text that it sent."""

    finding: Found
    target: tuple[int, int] | None
    source: tuple[int, int] | None
    said: str
    """The words that it is about; "" where it is about the whole text."""


def trial(visit: Visit) -> Trial:
    """The side of a visit, in which texts are tried; made once as long as its files are the same."""
    bench, project = visit.bench, visit.project
    own, side = bench.side(visit.source, visit.source.locale), visit.side
    where = visit.article.name, visit.locale
    original = bench.once(("original", visit.article.name), own, lambda: Original(own.source, naming.load(project)))
    known = bench.once(("known", *where), own, Known)
    return bench.once(("trial", *where), side, lambda: Trial(original, side, Rules.of(project), known))


@page()
def check(visit: Visit) -> Response:
    """The findings of a text that is being typed."""
    key = key_of(visit.source, str(visit.request.path_params["segment"]))
    if "target" not in visit.form:
        raise Wrong(visit._("The request says no text."))
    sent = visit.form["target"]
    found = [one for one in trial(visit)(key, sent, pieces.forms(visit.form, "target")) if one.waiver is None]
    source = joining.sources(joining.run(visit.side, key))
    said = saving.cleaned(sent)
    spanned = [_spanned(one, sent, said, source) for one in _worst(found)]
    return visit.page(
        "part/check.html",
        found=sorted(spanned, key=lambda one: not one.said),
        locale=visit.locale,
        severity_of=speech.of(visit)["severity_of"],
        counted=counted(visit, len(found)),
    )


def _worst(found: Sequence[Found]) -> Sequence[Found]:
    """Those that are shown, all of them in their order where they are not too many."""
    if len(found) <= SHOWN:
        return found
    return sorted(found, key=lambda one: SEVERITIES.index(one.finding.severity))[:SHOWN]


def _spanned(one: Found, sent: str, said: str, source: str) -> Spanned:
    span, there = one.finding.span, one.finding.source_span
    return Spanned(
        one,
        placed(span, sent, said) if span else None,
        placed(there, source, source) if there else None,
        said[slice(*span)] if span and span != (0, len(said)) else "",
    )


def placed(span: tuple[int, int], sent: str, said: str) -> tuple[int, int]:
    """A span of a text in UTF-16 units of the text as it was sent, before it was brought into its normal form."""
    start, end = (_at(place, sent, said) for place in span)
    return start, end


def _at(place: int, sent: str, said: str) -> int:
    if sent == said:
        return _units(sent[:place])

    def reached(end: int) -> int:
        return len(saving.normal(f"{sent[:end]}|")) - 1

    return _units(sent[: bisect_right(range(len(sent) + 1), place, key=reached) - 1])


def _units(said: str) -> int:
    """How long a text is as a browser counts."""
    return len(said) if said.isascii() else len(said.encode("utf-16-le", "surrogatepass")) // 2


def every(visit: Visit) -> dict[Key, list[Found]]:
    """What is found in each segment, waived ones left out; segments in which nothing is are not there."""
    name = ("findings", visit.article.name, visit.locale)
    found = visit.bench.once(name, visit.side, lambda: trial(visit).every())
    some = {key: [one for one in told if one.waiver is None] for key, told in found.items()}
    return {key: told for key, told in some.items() if told}


@page()
def findings(visit: Visit) -> Response:
    """Of every segment in which something is found, how bad it is and what."""
    told = {some[0].spot.id: _mark(visit, some) for some in every(visit).values()}
    return visit.data({"segments": told, "said": counted(visit, sum(map(_number, told.values())))})


def _number(mark: Mapping[str, Any]) -> int:
    return len(mark["messages"])


def _mark(visit: Visit, found: Iterable[Found]) -> dict[str, Any]:
    """What a closed segment shows of its findings: the worst of them, and how many."""
    some = sorted(found, key=lambda one: SEVERITIES.index(one.finding.severity))
    worst = some[0].finding.severity
    named = speech.of(visit)["severity_of"](worst)
    said = named if len(some) == 1 else f"{named} · {len(some)}"
    return {"severity": worst, "said": said, "messages": [visit.told(one.finding.message) for one in some]}


def counted(visit: Visit, number: int) -> str:
    """ "3 findings"."""
    return speech.count(visit, "{n} finding", "{n} findings", number) if number else visit._("No findings")


ROUTES = (
    Route("/check/{locale}/{segment}/{article:path}", check, methods=["POST"]),
    Route("/findings/{locale}/{article:path}", findings),
)
