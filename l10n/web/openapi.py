"""What the API says of itself: OpenAPI 3.1, built from the routes that answer, so that it says what they do.

Source: OpenAPI 3.1.1; JSON Schema 2020-12; RFC 9457 (problem details), RFC 9110 (conditional requests).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.routing import BaseRoute, Route

from l10n import __version__
from l10n.model import FORMATS
from l10n.web.guard import LONGEST
from l10n.web.schemas import DOCUMENTS, PARAMETERS, SCHEMAS
from l10n.web.visit import NOBODY

VERSION = "3.1.1"
COMMON = (400, 401, 403, 404, 429)
"""What may be wrong with every call that asks for an account."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What a program may ask for."""

    name: str
    summary: str
    answer: str
    """A schema, or the document of an article ("document")."""
    role: str = ""
    """Who may: a role, anybody with an account (""), or NOBODY."""
    body: str = ""
    """A schema, or "document"."""
    asked: tuple[str, ...] = ()
    """Parameters of the address, and headers."""
    made: bool = False
    """It may make something new, and answers 201 then."""
    faults: tuple[int, ...] = ()
    """What may be wrong besides COMMON."""


def describe(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """The description of those of these routes that are operations."""
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        operation = getattr(getattr(route, "endpoint", None), "operation", None)
        if isinstance(route, Route) and operation is not None:
            path = route.path.replace(":path}", "}")
            for method in sorted((route.methods or set()) - {"HEAD"}):
                paths.setdefault(path, {})[method.lower()] = _operation(operation, path)
    return {
        "openapi": VERSION,
        "info": {"title": "l10n", "version": __version__, "summary": "Articles in, reviewed variants out."},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Of an account: `l10n serve --token ID` makes one.",
                },
                "person": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "X-L10n-Person",
                    "description": "The id of a person, where the workbench is open to this machine alone.",
                },
            },
        },
    }


def _operation(one: Operation, path: str) -> dict[str, Any]:
    in_path = [name for name in PARAMETERS if f"{{{name}}}" in path]
    said: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": [PARAMETERS[name] for name in (*in_path, *one.asked)],
        "responses": _responses(one),
        "security": [] if one.role == NOBODY else [{"token": []}, {"person": []}],
    }
    if one.role not in ("", NOBODY):
        said["description"] = f"For people with the role `{one.role}`."
    if one.body:
        said["requestBody"] = {"required": True, "content": _content(one.body)}
    return said


def _responses(one: Operation) -> dict[str, Any]:
    good: dict[str, Any] = {"description": "Done.", "content": _content(one.answer)}
    if one.answer == "document" or one.body == "document":
        good["headers"] = {"ETag": {"description": "Of the file.", "schema": {"type": "string"}}}
    found = {"200": good} | ({"201": good} if one.made else {})
    found |= {"304": {"description": "The sender has it."}} if "has" in one.asked else {}
    wrong = sorted({*(() if one.role == NOBODY else COMMON), *one.faults})
    return found | {str(status): _wrong(status) for status in wrong}


def _wrong(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": HTTPStatus(status).phrase, "content": {"application/problem+json": {"schema": schema}}}


def _content(name: str) -> Mapping[str, Any]:
    if name == "document":
        return {kind: {"schema": {"type": "string", "maxLength": LONGEST}} for kind in DOCUMENTS.values()}
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


assert set(DOCUMENTS) == {name for name, suffixes in FORMATS.items() if suffixes}
