"""Articles in, variants out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from l10n import files, text
from l10n.reports import row_as_data
from l10n.web import guard
from l10n.web.api.calls import Call, resource
from l10n.web.bench import Missing
from l10n.web.openapi import Operation
from l10n.web.schemas import DOCUMENTS
from l10n.workflow import building, receiving, reporting

PAGE, MOST = 100, 1_000
"""Articles of one answer, and how many may be asked for."""
ALONE = {
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "attachment",
}
"""Of a document: what is in it does nothing here."""


@resource(Operation("listArticles", "Articles, and how far each is.", "Articles", asked=("after", "limit", "only")))
def articles(call: Call) -> Response:
    """A page of articles by name, each with its rows of the report."""
    project, after, limit = call.project, call.asked("after"), call.number("limit", PAGE, MOST)
    behind = [one for one in project.articles() if one.name > after]
    some, locale = behind[:limit], call.tag("locale")
    counted = reporting.counts(project, some)
    report, _ = reporting.of_counts(project, counted, locales=[locale] if locale else [], today=call.bench.now()[:10])
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


@resource(Operation("fetchArticle", "An article as it was pushed.", "document", asked=("has",)))
def document(call: Call) -> Response:
    """The bytes of an article."""
    source = call.source
    return _document(call, source.data, source.article.format, source.digest)


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
    name = str(call.request.path_params["article"])
    known = _meant(call, name)
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


def _meant(call: Call, name: str) -> str:
    """The digest of the version that the sender wants to replace; of several, or of `*`, that of the one there is."""
    tags = _tags(call, "if-match")
    there = _there(call, name)
    return there if there and (there in tags or "*" in tags) else next(iter(tags), receiving.NEW)


def _tags(call: Call, header: str) -> list[str]:
    """Digests that a sender names; a proxy that packs what it hands on makes an ETag a weak one."""
    said = call.request.headers.get(header, "").split(",")
    return [tag.strip().removeprefix("W/").strip('"') for tag in said if tag.strip()]


def _there(call: Call, name: str) -> str:
    """The digest of the article as it is now; "" where there is none."""
    try:
        return receiving.digest(files.read(call.bench.article(call.project, name).path)[0])
    except (Missing, FileNotFoundError):
        return ""


def _not_over(call: Call, name: str, known: str) -> Response:
    """The refusal to replace a version that the sender did not name."""
    there = _there(call, name)
    etag = _etag(there) if there else ""
    if not there:
        return guard.problem(412, "there is no such article", "push it without `If-Match`", etag=etag)
    if not known and "if-none-match" not in call.request.headers:
        hint = "say which version is replaced: `If-Match`"
        return guard.problem(428, "the article is there already", hint, etag=etag)
    return guard.problem(412, "another version of the article is there", "fetch it, then push again", etag=etag)


def _format(call: Call) -> str:
    """The format that a sender tells; "" where it is that of the article which is there."""
    kind = call.request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return call.asked("format") or next((name for name, media in DOCUMENTS.items() if media == kind), "")


@resource(Operation("fetchVariant", "A variant as readers get it.", "document", asked=("as", "has"), faults=(409,)))
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
    return _document(call, data, format, receiving.digest(data), {"l10n-stale": "1"} if said.stale else {})


def _document(
    call: Call, data: bytes, format: str, digest: str, more: Mapping[str, str] = MappingProxyType({})
) -> Response:
    """The file of an article or a variant; 304 to a sender who has it."""
    headers = {**ALONE, "etag": _etag(digest), **more}
    if {digest, "*"} & set(_tags(call, "if-none-match")):
        return Response(None, 304, headers)
    return Response(data, headers=headers, media_type=DOCUMENTS.get(format, "application/octet-stream"))


def _etag(digest: str) -> str:
    return f'"{digest}"'


ROUTES = (
    Route("/api/articles", articles),
    Route("/api/articles/{article:path}", document),
    Route("/api/articles/{article:path}", push, methods=["PUT"]),
    Route("/api/variants/{locale}/{article:path}", variant),
)
