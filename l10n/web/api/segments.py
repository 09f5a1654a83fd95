"""Segments with what is said of them: their texts, the findings of the checks, matches of the memory."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from l10n import text
from l10n.web import guard
from l10n.web.api.calls import Call, resource
from l10n.web.bench import Missing, key_of
from l10n.web.openapi import Operation
from l10n.web.visit import Wrong
from l10n.workflow import inspecting, items, locating, remembering, rules, saving, telling
from l10n.workflow.saving import Edit

LONGEST_QUESTION = 5_000
"""Characters of what is looked for in the memory: a paragraph."""


@resource(Operation("listSegments", "The segments of a locale, in document order.", "Segments", asked=("state",)))
def segments(call: Call) -> Response:
    """Every segment, or those of a state."""
    said = call.asked("state")
    found = items.of_side(call.bench.side(call.source, call.locale))
    return JSONResponse({"segments": [one.as_json() for one in found if said in ("", str(one.status.state))]})


@resource(Operation("saveSegment", "Put a translation into the catalog.", "Segment", body="Typed", faults=(409,)))
def save(call: Call) -> Response:
    """Save a target, where the text that its writer saw still stands there."""
    key, locale = key_of(call.source, str(call.request.path_params["segment"])), call.locale
    said = call.sent({"target": str, "seen": str}, {"later": bool})
    edit = Edit(key, said["target"], said["seen"], who=call.who, for_later=said.get("later", False))
    side, verdict, _ = call.bench.save(call.source, locale, edit)
    now = next(iter(items.of_side(side, {key})), None)
    if now is None or verdict == "gone":
        raise Missing(text.segment_id(*key))
    if verdict == "stale":
        title = "another text stands there than its writer saw, and nothing was written"
        return guard.problem(409, title, segment=now.as_json(), yours=saving.cleaned(said["target"]))
    return JSONResponse(now.as_json())


@resource(Operation("listFindings", "What the checks say of a locale.", "Findings", asked=("drafts",)))
def findings(call: Call) -> Response:
    """Open findings in document order."""
    asked = rules.Rules.of(call.project)
    options = inspecting.Options(asked, (call.locale,), drafts=call.asked("drafts") == "1")
    checked = inspecting.check(call.project, [call.article], options)
    places = locating.places(call.project, checked.open)
    return JSONResponse({"findings": telling.findings(checked.open, places), "texts": checked.texts})


@resource(
    Operation(
        "searchMemory",
        "What was translated before.",
        "Matches",
        asked=("text", "source", "target", "limit"),
        faults=(409,),
    )
)
def memory(call: Call) -> Response:
    """Matches of a text, the best first."""
    said = call.asked("text")
    if not 0 < len(said) <= LONGEST_QUESTION:
        raise Wrong(f"`text` has from 1 to {LONGEST_QUESTION:,} characters")
    source, target, limit = call.tag("source"), call.tag("target"), call.number("limit", 5, 50)
    with remembering.opened(call.project, wait=False) as (known, _):
        found = remembering.search(call.project, known, said, limit=limit, source=source, target=target)
    return JSONResponse({"matches": [telling.match(one, said) for one in found]})


ROUTES = (
    Route("/api/segments/{locale}/{article:path}", segments),
    Route("/api/segment/{locale}/{segment}/{article:path}", save, methods=["PUT"]),
    Route("/api/findings/{locale}/{article:path}", findings),
    Route("/api/memory", memory),
)
