"""The API: the same for programs. A CMS pushes an article, sees how far it is, and fetches a variant.

    @resource(Operation("fetchVariant", "A variant as readers get it.", "document"))
    def variant(call: Call) -> Response: …

Who calls is told by `Authorization: Bearer TOKEN` of an account.  Where the workbench is open to this machine alone,
and has no accounts, by `X-L10n-Person: ID`: a page elsewhere cannot send a header of that name, for a browser asks
first and is told no, nor reach us under another name (see guard).  No cookie opens anything here, so nothing can be
forged.
What is wrong is told as problem details (RFC 9457).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from l10n import files, ledger, text
from l10n.errors import L10nError
from l10n.ledger import people
from l10n.model import State
from l10n.reports import row_as_data
from l10n.text import SHORT_DIGEST
from l10n.web import accounts, guard
from l10n.web.bench import Bench, Missing, key_of
from l10n.web.openapi import ANYBODY, Operation, describe
from l10n.web.schemas import DOCUMENTS
from l10n.web.visit import Visit, Wrong, fault
from l10n.workflow import (
    building,
    inspecting,
    locating,
    receiving,
    remembering,
    reporting,
    reviewing,
    rules,
    saving,
    telling,
    writing,
)
from l10n.workflow.saving import Edit

PAGE, MOST = 100, 1_000
"""Articles of one answer, and how many may be asked for."""
MOST_APPROVED = 5_000
"""Segments that are approved at once."""
LONGEST_QUESTION = 5_000
"""Characters of what is looked for in the memory: a paragraph."""
PERSON = "x-l10n-person"
ALONE = {
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "attachment",
}
"""Of a document: what is in it does nothing here."""


class Unknown(Exception):
    """Nobody whom we know is asking."""


class TooOften(Exception):
    """Somebody tries tokens; str() is the number of seconds to wait."""


@dataclass
class Call(Visit):
    """A request of a program."""

    body: bytes = b""

    @cached_property
    def who(self) -> str:
        """The id of the person in whose name it is made; Unknown for nobody, TooOften for one who guesses."""
        if self.bench.accounts is None:
            said = self.request.headers.get(PERSON, "")
        else:
            scheme, _, token = self.request.headers.get("authorization", "").partition(" ")
            if scheme.lower() != "bearer" or not token.strip():
                raise Unknown
            said = self.bench.accounts.who(token.strip(), accounts.TOKEN, self.bench.now())
        if people.may(said, self.project.settings.people):
            return said
        address = guard.peer(self.request, is_proxied=self.bench.is_proxied)
        if wait := self.bench.attempts.take(address) if self.bench.accounts is not None else 0:
            raise TooOften(wait)
        raise Unknown

    def sent(self, required: Mapping[str, type], optional: Mapping[str, type]) -> dict[str, Any]:
        """The JSON object that was sent; Wrong for another one."""
        known = {**required, **optional}
        try:
            data = json.loads(self.body.decode("utf-8"))
            json.dumps(data, ensure_ascii=False).encode("utf-8")  # no halves of characters
        except (ValueError, RecursionError):
            raise Wrong("the body is no JSON in UTF-8") from None
        if not isinstance(data, dict):
            raise Wrong("the body is no JSON object")
        for name in required.keys() - data.keys():
            raise Wrong(f"`{name}` is missing")
        for name, value in data.items():
            if name not in known:
                raise Wrong(f"`{name[:100]}` is nothing that is known here: {', '.join(known)}")
            if type(value) is not known[name]:
                raise Wrong(f"`{name}` is of the wrong type")
        return data

    def number(self, name: str, usual: int, most: int) -> int:
        """A number of the address."""
        said = self.asked(name)
        if said and not (said.isascii() and said.isdecimal() and len(said) < 9 and 1 <= int(said) <= most):
            raise Wrong(f"`{name}` is a number from 1 to {most}")
        return int(said or usual)

    def tag(self, name: str) -> str | None:
        """A locale of the address; None where none is asked for."""
        said = self.asked(name)
        if said and said not in self.project.settings.tags:
            raise Missing(said)
        return said or None


def resource(operation: Operation) -> Callable[[Callable[[Call], Response]], Callable[[Request], Awaitable[Response]]]:
    """Make an endpoint of a handler."""

    def made(handler: Callable[[Call], Response]) -> Callable[[Request], Awaitable[Response]]:
        @functools.wraps(handler)
        async def endpoint(request: Request) -> Response:
            body = b"" if request.method in guard.SAFE else await request.body()
            return await run_in_threadpool(_answer, handler, request, body, operation.role)

        endpoint.operation = operation  # type: ignore[attr-defined]
        endpoint.role = operation.role  # type: ignore[attr-defined]
        return endpoint

    return made


def _answer(handler: Callable[[Call], Response], request: Request, body: bytes, role: str) -> Response:
    bench: Bench = request.app.state.bench
    call = Call(request, bench, bench.last_project(), {}, body)
    try:
        call.project = bench.project()
        if role != ANYBODY:
            locale = call.locale if role and "locale" in request.path_params else ""
            assert call.who
            if role:
                call.require(role, locale)
        return handler(call)
    except Unknown:
        scheme = "Bearer" if bench.accounts is not None else "X-L10n-Person"
        says = f"send `{'Authorization: Bearer TOKEN' if bench.accounts is not None else 'X-L10n-Person: ID'}`"
        return guard.problem(401, "nobody whom we know is asking", says, {"www-authenticate": f'{scheme} realm="l10n"'})
    except TooOften as wait:
        return guard.problem(429, "too many tokens that are none", headers={"retry-after": str(wait)})
    except Exception as error:
        return guard.problem(*fault(call, error))


# --- articles


@resource(Operation("listArticles", "Articles, and how far each is.", "Articles", asked=("after", "limit", "only")))
def articles(call: Call) -> Response:
    """A page of articles by name, each with its rows of the report."""
    project, after, limit = call.project, call.asked("after"), call.number("limit", PAGE, MOST)
    behind = [one for one in project.articles() if one.name > after]
    some, locale = behind[:limit], call.tag("locale")
    counted = reporting.counts(project, some)
    report, _ = reporting.report(project, some, locales=[locale] if locale else [], today=call.bench.now()[:10])
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in report.rows:
        rows.setdefault(row.article, []).append(row_as_data(report, row))
    told = [
        {
            "name": one.name,
            "file": one.file,
            "format": one.format,
            "etag": _etag(counted[one.name].source_digest),
            "rows": rows.get(one.name, []),
        }
        for one in some
    ]
    return JSONResponse({"articles": told, "next": some[-1].name if len(behind) > limit else ""})


@resource(Operation("fetchArticle", "An article as it was pushed.", "document"))
def document(call: Call) -> Response:
    """The bytes of an article."""
    source = call.source
    return _document(source.data, source.article.format, {"etag": _etag(source.digest)})


@resource(
    Operation(
        "pushArticle",
        "Put an article into the project, or another version of it; its catalogs follow.",
        "Received",
        role="publisher",
        body="document",
        asked=("format", "If-Match", "If-None-Match"),
        made=True,
        faults=(409, 412, 413, 428),
    )
)
def push(call: Call) -> Response:
    """Take an article: over one that is there only where the sender names the version that it replaces."""
    match, name = call.request.headers.get("if-match", ""), str(call.request.path_params["article"])
    known = match.strip().removeprefix("W/").strip('"')
    try:
        done = receiving.receive(call.project, name, _format(call), call.body, known=known, when=call.bench.now())
    except files.Changed:
        return _not_over(call, name, known)
    told = {
        "name": name,
        "file": done.article.file,
        "format": done.article.format,
        "etag": _etag(done.digest),
        "wrote": done.wrote,
        "synced": [one.as_json() for one in done.synced],
    }
    return JSONResponse(told, 201 if done.is_new else 200, {"etag": _etag(done.digest)})


def _not_over(call: Call, name: str, known: str) -> Response:
    """The refusal to replace a version that the sender did not name."""
    try:
        etag = _etag(call.bench.source(call.project, call.bench.article(call.project, name)).digest)
    except (Missing, L10nError):
        etag = ""
    asks_for_new = "if-none-match" in call.request.headers
    if etag and not known and not asks_for_new:
        hint = "say which version is replaced: `If-Match`"
        return guard.problem(428, "the article is there already", hint, etag=etag)
    return guard.problem(412, "another version of the article is there", "fetch it, then push again", etag=etag)


def _format(call: Call) -> str:
    """The format that a sender tells; "" where it is that of the article which is there."""
    kind = call.request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return call.asked("format") or next((name for name, media in DOCUMENTS.items() if media == kind), "")


@resource(Operation("fetchVariant", "A variant as readers get it.", "document", asked=("as",), faults=(409,)))
def variant(call: Call) -> Response:
    """A variant that meets the gate; what is missing, where it does not."""
    tag = str(call.request.path_params["locale"])
    if tag not in call.project.settings.tags:
        raise Missing(tag)
    offered = building.offer(call.project, call.article, tag)
    said = offered.variant
    if not said.publish:
        missing = [
            {"segment": text.segment_id(*one.key), "kind": one.kind, "line": one.line, "why": one.why}
            for one in said.blocked
        ]
        title = f"`{said.article}` is not ready in `{tag}`"
        return guard.problem(409, title, "segments are missing", share=round(said.share, 4), missing=missing)
    as_page = call.asked("as") == "page"
    data, format = (offered.page, "html") if as_page else (offered.own, call.article.format)
    stale = {"l10n-stale": "1"} if said.stale else {}
    return _document(data, format, {"etag": _etag(receiving.digest(data)), **stale})


def _document(data: bytes, format: str, headers: Mapping[str, str]) -> Response:
    return Response(data, headers={**ALONE, **headers}, media_type=DOCUMENTS.get(format, "application/octet-stream"))


def _etag(digest: str) -> str:
    return f'"{digest}"'


# --- segments


@resource(Operation("listSegments", "The segments of a locale, in document order.", "Segments", asked=("state",)))
def segments(call: Call) -> Response:
    """Every segment, or those of a state."""
    said = call.asked("state")
    if said and said not in [str(state) for state in State]:
        raise Wrong(f"there is no such state; there are: {', '.join(map(str, State))}")
    found = reviewing.of_side(call.bench.side(call.source, call.locale))
    return JSONResponse({"segments": [one.as_json() for one in found if said in ("", str(one.status.state))]})


@resource(Operation("saveSegment", "Put a translation into the catalog.", "Segment", body="Typed", faults=(409,)))
def save(call: Call) -> Response:
    """Save a target, where the text that its writer saw still stands there."""
    key, locale = key_of(call.source, str(call.request.path_params["segment"])), call.locale
    said = call.sent({"target": str, "seen": str}, {"later": bool})
    edit = Edit(key, said["target"], said["seen"], who=call.who, for_later=said.get("later", False))
    side, verdict, _ = call.bench.save(call.source, locale, edit)
    now = next((one for one in reviewing.of_side(side) if one.segment.key == key), None)
    if now is None or verdict == "gone":
        raise Missing(text.segment_id(*key))
    if verdict == "stale":
        title = "another text stands there than its writer saw, and nothing was written"
        return guard.problem(409, title, segment=now.as_json(), yours=saving.cleaned(said["target"]))
    return JSONResponse(now.as_json())


@resource(
    Operation(
        "approve",
        "Approve segments, each as the text that was read.",
        "Approved",
        role="editor",
        body="Approval",
        faults=(409,),
    )
)
def approve(call: Call) -> Response:
    """Approve exactly the texts whose digests are told; of each that is another one by now, say so."""
    said = call.sent({"segments": list}, {"final": bool, "note": str})
    if not 0 < len(said["segments"]) <= MOST_APPROVED:
        raise Wrong(f"`segments` names from 1 to {MOST_APPROVED:,}")
    meant = dict(map(_meant, said["segments"]))
    there = {text.segment_id(*one.key) for one in call.source.assembly.segments}
    for segment in meant.keys() - there:
        raise Missing(segment)
    done = reviewing.act(
        call.project,
        [call.article],
        reviewing.Filter(locales=(call.locale,)),
        partial(ledger.approve, final=said.get("final", False), note=said.get("note", "")),
        who=call.who,
        when=call.bench.now(),
        listed=reviewing.listing(call.article.name, call.locale, meant),
        source_of=call.bench.source,
        check=False,
        hold=writing.locked,
    )
    approved = [item.id for one in done for item in one.done]
    skipped = [{"segment": item.id if item else "", "why": why} for one in done for item, why in one.skipped]
    told = {one["segment"] for one in skipped} | set(approved)
    skipped += [{"segment": one, "why": "it waits for nobody"} for one in meant if one not in told]
    if not approved:
        return guard.problem(409, "none of these texts could be approved", skipped=skipped)
    return JSONResponse({"approved": approved, "skipped": skipped})


def _meant(one: Any) -> tuple[str, str]:
    """A segment, and the digest of the text that was read."""
    match one:
        case {"segment": str(segment), "digest": str(digest)} if len(digest) >= SHORT_DIGEST:
            return segment, digest
    raise Wrong(f"each of `segments` is an object with `segment` and `digest`, of {SHORT_DIGEST} characters or more")


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


@resource(Operation("describe", "This description.", "Description", role=ANYBODY))
def description(call: Call) -> Response:
    """The API in OpenAPI."""
    return JSONResponse(describe(ROUTES))


ROUTES = (
    Route("/api/openapi.json", description),
    Route("/api/articles", articles),
    Route("/api/articles/{article:path}", document),
    Route("/api/articles/{article:path}", push, methods=["PUT"]),
    Route("/api/variants/{locale}/{article:path}", variant),
    Route("/api/segments/{locale}/{article:path}", segments),
    Route("/api/segment/{locale}/{segment}/{article:path}", save, methods=["PUT"]),
    Route("/api/approvals/{locale}/{article:path}", approve, methods=["POST"]),
    Route("/api/findings/{locale}/{article:path}", findings),
    Route("/api/memory", memory),
)
