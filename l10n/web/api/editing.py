"""What an editor says of segments: the verbs of `l10n review` and `l10n check --waive`, all in one shape.

    POST /api/verdicts/send-back/ru/border     {"segments": [{"segment": "3f2a91bc", "digest": "…"}], "reason": "…"}
    POST /api/verdicts/waive/ru/border         the same, with "finding": "numbers.missing"

Each text is named by its digest: where another one stands by now, it is skipped, and said so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from l10n import text
from l10n.web import guard, verdicts
from l10n.web.api.calls import Call, resource
from l10n.web.bench import Missing
from l10n.web.openapi import Operation
from l10n.web.schemas import DIGEST, ID, MOST_JUDGED, VERBS
from l10n.web.verdicts import Outcome
from l10n.web.visit import Wrong


@resource(
    Operation(
        "judge",
        "Say of segments what an editor says, of each as the text that was read.",
        "Judged",
        body="Verdict",
        faults=(409,),
    )
)
def judge(call: Call) -> Response:
    """Do a verb to exactly the texts whose digests are told."""
    name = str(call.request.path_params["verb"])
    if name not in VERBS:
        raise Missing(name)
    said = call.sent({"segments": list}, {"reason": str, "finding": str})
    is_of_findings = name in verdicts.OF_FINDINGS
    if is_of_findings != ("finding" in said):
        raise Wrong(f"`finding` is for {' and '.join(verdicts.OF_FINDINGS)}, which need it")
    meant = _meant(call, said["segments"])
    reason = said.get("reason", "")
    call = replace(call, form={"reason": reason, "note": reason, "finding": said.get("finding", "")})
    if is_of_findings:
        did = _of_findings(call, name, meant)
    else:
        did = verdicts.outcome(call, verdicts.verb_of(call, name), meant)
    skipped = [{"segment": one, "why": call.again(why)} for one, why in did.skipped.items()]
    if not did.done:
        return guard.problem(409, "nothing could be done to any of these texts", skipped=skipped)
    return JSONResponse({"done": did.done, "skipped": skipped})


def _meant(call: Call, listed: list[Any]) -> dict[str, str]:
    """Segments, each with the digest of the text that was read; Missing for one that the article does not have."""
    if not 0 < len(listed) <= MOST_JUDGED:
        raise Wrong(f"`segments` names from 1 to {MOST_JUDGED:,}")
    meant = dict(map(_named, listed))
    for segment in meant.keys() - {text.segment_id(*one.key) for one in call.source.assembly.segments}:
        raise Missing(segment)
    return meant


def _named(one: Any) -> tuple[str, str]:
    """A segment, and the digest of the text that was read."""
    match one:
        case {"segment": str(segment), "digest": str(digest), **more} if (
            not more and re.fullmatch(ID["pattern"], segment) and re.fullmatch(DIGEST["pattern"], digest)
        ):
            return segment, digest
    raise Wrong("each of `segments` is an object with a `segment` and a `digest`, as the list of segments tells them")


def _of_findings(call: Call, name: str, meant: Mapping[str, str]) -> Outcome:
    """Waive a finding of a text, or take that back."""
    if len(meant) != 1:
        raise Wrong("a finding is waived in one text at a time: `segments` names one")
    ((segment, digest),) = meant.items()
    if verdicts.waived(call, name, segment, digest):
        return Outcome((segment,), {})
    return Outcome((), {segment: "the text has no such finding by now"})


ROUTES = (Route("/api/verdicts/{verb}/{locale}/{article:path}", judge, methods=["POST"]),)
