"""What goes through the API, as JSON Schema 2020-12."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from l10n.model import State
from l10n.project.settings import ROLES
from l10n.reports import STATES
from l10n.workflow.saving import LONGEST

Schema = dict[str, Any]

DOCUMENTS = {"html": "text/html", "markdown": "text/markdown", "text": "text/plain"}
"""The media type of each format of articles."""

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{12,64}$"}
ID: Schema = {"type": "string", "pattern": "^[0-9a-f]{8}$"}
VERBS = ("approve", "final", "send-back", "withdraw", "accept", "waive", "unwaive")
"""What an editor says of segments."""
MOST_JUDGED = 5_000
"""Segments of which it is said at once."""
SPAN: Schema = {"type": ["array", "null"], "items": COUNT, "minItems": 2, "maxItems": 2}


Parts = Mapping[str, Schema]


def _object(required: Parts, optional: Parts | None = None, *, closed: bool = True) -> Schema:
    said: Schema = {"type": "object", "properties": {**required, **(optional or {})}, "required": list(required)}
    return said | ({"additionalProperties": False} if closed else {})


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def ref(name: str) -> Schema:
    """Another schema."""
    return {"$ref": f"#/components/schemas/{name}"}


_COUNTS = _object({"total": COUNT} | dict.fromkeys(STATES, COUNT))
_PAIR = {
    **dict.fromkeys(("source locale", "target locale", "source", "target", "origin", "state", "who", "when"), TEXT),
    **dict.fromkeys(("article", "msgctxt", "before", "after"), TEXT),
    "places": COUNT,
}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_NUMBER_OR_NULL: Schema = {"type": ["integer", "null"]}

SCHEMAS: dict[str, Schema] = {
    "Problem": _object(
        {"type": TEXT, "title": TEXT, "status": {"type": "integer"}},
        {
            "detail": TEXT,
            "etag": TEXT,
            "share": _SHARE,
            "missing": _list(ref("Missing")),
            "segment": ref("Segment"),
            "yours": TEXT,
            "skipped": _list(ref("Skipped")),
        },
        closed=False,
    ),
    "Missing": _object({"segment": ID, "kind": TEXT, "line": COUNT, "why": TEXT}),
    "Skipped": _object({"segment": TEXT, "why": TEXT}),
    "Articles": _object({"articles": _list(ref("Article")), "next": TEXT}),
    "Article": _object({"name": TEXT, "file": TEXT, "format": TEXT, "etag": TEXT, "rows": _list(ref("Row"))}),
    "Row": _object(
        {
            "article": TEXT,
            "locale": TEXT,
            "segments": _COUNTS,
            "words": _COUNTS,
            "claims": _object({"segments": COUNT, "words": COUNT}),
            "share": _SHARE,
            "waits": _object(dict.fromkeys(ROLES, COUNT)),
            "waiting since": TEXT,
            "questions": COUNT,
            "unchanged drafts": COUNT,
            "since": TEXT,
            "by": TEXT,
            "deadline": TEXT,
            "overdue": FLAG,
            "published": TEXT,
            "converted from": TEXT,
        }
    ),
    "Received": _object(
        {"name": TEXT, "file": TEXT, "format": TEXT, "etag": TEXT, "wrote": FLAG, "synced": _list(ref("Synced"))}
    ),
    "Synced": _object({"article": TEXT, "locale": TEXT, "counts": {"type": "object"}}, closed=False),
    "Segments": _object({"segments": _list(ref("Segment"))}),
    "Segment": _object(
        {
            **dict.fromkeys(("article", "locale", "place", "kind", "msgctxt"), TEXT),
            **dict.fromkeys(("source", "target", "state", "reason"), TEXT),
            "plural": {"type": ["string", "null"]},
            "targets": _list(TEXT) | {"description": "The target with all its plural forms."},
            "segment": ID,
            "digest": TEXT,
            "line": COUNT,
            "waits for": TEXT,
        },
        closed=False,
    ),
    "Typed": _object(
        {"target": TEXT | {"maxLength": LONGEST}, "seen": TEXT | {"description": "The text that stood there before."}},
        {"later": FLAG | {"description": "It is no translation yet: it stays a draft."}},
    ),
    "Verdict": _object(
        {"segments": _list(_object({"segment": ID, "digest": DIGEST})) | {"minItems": 1, "maxItems": MOST_JUDGED}},
        {
            "reason": TEXT | {"description": "Why; `send-back` and `waive` need one, others keep it as a note."},
            "finding": TEXT | {"description": "For `waive` and `unwaive`: the check and the rule, `numbers.missing`."},
        },
    ),
    "Judged": _object({"done": _list(ID), "skipped": _list(ref("Skipped"))}),
    "Findings": _object({"findings": _list(ref("Finding")), "texts": COUNT}),
    "Finding": _object(
        {
            **dict.fromkeys(("check", "rule", "severity", "type", "article", "locale", "segment", "digest"), TEXT),
            **dict.fromkeys(("kind", "place", "file", "fingerprint", "message", "source locale"), TEXT),
            **dict.fromkeys(("source", "target"), TEXT),
            "line": COUNT,
            "column": _NUMBER_OR_NULL,
            "span": SPAN,
            "source span": SPAN,
            "replacement": {"type": ["string", "null"]},
            "draft": FLAG,
            "waived": {"type": ["object", "null"]},
        }
    ),
    "Matches": _object({"matches": _list(ref("Match"))}),
    "Match": _object(
        {
            "score": {"type": "integer", "minimum": 0, "maximum": 100},
            "kind": TEXT,
            "penalty": COUNT,
            "reversed": FLAG,
            **_PAIR,
            "difference": _list(_list(TEXT)),
        }
    ),
    "Description": {"type": "object"},
}


def _parameter(name: str, where: str, schema: Schema, description: str, *, required: bool = False) -> Schema:
    return {"name": name, "in": where, "schema": schema, "description": description, "required": required}


def _in_path(name: str, schema: Schema, description: str) -> Schema:
    return _parameter(name, "path", schema, description, required=True)


def _asked(name: str, description: str, schema: Schema = TEXT, *, required: bool = False) -> Schema:
    return _parameter(name, "query", schema, description, required=required)


PARAMETERS: dict[str, Schema] = {
    "locale": _in_path("locale", TEXT, "BCP 47, as in the settings of the project."),
    "verb": _in_path(
        "verb",
        {"type": "string", "enum": list(VERBS)},
        "Who is no editor takes back their own word alone.",
    ),
    "segment": _in_path("segment", ID, "The id of a segment."),
    "article": _in_path("article", TEXT, "Its path below `source/` without suffix; `/` may stand as `%2F`."),
    "after": _asked("after", "The articles behind this one, by name: `next` of the page before."),
    "limit": _asked("limit", "So many at most.", {"type": "integer", "minimum": 1, "maximum": 1_000}),
    "only": _asked("locale", "The rows of this locale alone."),
    "format": _asked("format", "Instead of Content-Type.", {"type": "string", "enum": list(DOCUMENTS)}),
    "If-Match": _parameter(
        "If-Match", "header", TEXT, "The ETag of the file that is to be replaced; `*`: whatever is there."
    ),
    "If-None-Match": _parameter("If-None-Match", "header", TEXT, "`*`: only where there is no such article yet."),
    "has": _parameter("If-None-Match", "header", TEXT, "ETags of what the sender has; 304 where it is one of these."),
    "as": _asked("as", "`page`: an HTML page, whatever the format.", {"type": "string", "enum": ["own", "page"]}),
    "drafts": _asked("drafts", "`1`: of drafts, too.", {"type": "string", "enum": ["0", "1"]}),
    "state": _asked("state", "Segments of this state alone.", TEXT | {"enum": [str(state) for state in State]}),
    "text": _asked("text", "What to look for.", required=True),
    "source": _asked("source", "The locale of the text."),
    "target": _asked("target", "The locale of its translation."),
}
"""By the name under which operations ask for them."""
