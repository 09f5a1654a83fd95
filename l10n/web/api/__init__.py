"""The API: the same for programs. A CMS pushes an article, sees how far it is, and fetches a variant.

    calls      one request of a program, and its answer
    articles   articles in, variants out
    segments   segments, findings, matches of the memory
    editing    what an editor says of segments

Who calls is told by `Authorization: Bearer TOKEN` of an account.  Where the workbench is open to this machine alone,
and has no accounts, by `X-L10n-Person: ID`: a page elsewhere cannot send a header of that name, for a browser asks
first and is told no, nor reach us under another name (see guard).  No cookie opens anything here, so nothing can be
forged.
What is wrong is told as problem details (RFC 9457).
"""

from __future__ import annotations

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from l10n.web.api import articles, editing, segments
from l10n.web.api.calls import Call, resource
from l10n.web.openapi import Operation, describe
from l10n.web.visit import NOBODY


@resource(Operation("describe", "This description.", "Description", role=NOBODY))
def description(call: Call) -> Response:
    """The API in OpenAPI."""
    return JSONResponse(describe(ROUTES))


ROUTES = (Route("/api/openapi.json", description), *articles.ROUTES, *segments.ROUTES, *editing.ROUTES)
