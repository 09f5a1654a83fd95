"""What the verbs give, as data for other programs: the same on the command line and in the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from l10n.memory import Passage, difference
from l10n.model import Match
from l10n.workflow import baselines
from l10n.workflow.inspecting import Found
from l10n.workflow.locating import Place


def findings(found: Sequence[Found], places: Sequence[Place]) -> list[dict[str, Any]]:
    """Findings, each with its place and the fingerprint by which a baseline knows it."""
    marks = baselines.fingerprints(found)
    return [finding(one, place, mark) for one, place, mark in zip(found, places, marks, strict=True)]


def finding(one: Found, place: Place, mark: str) -> dict[str, Any]:
    """A finding. mark: its fingerprint."""
    spot, said, waiver = one.spot, one.finding, one.waiver
    return {
        "check": said.check,
        "rule": said.rule,
        "severity": said.severity,
        "type": one.its,
        "article": spot.article,
        "locale": spot.locale,
        "segment": spot.id,
        "digest": spot.digest,
        "kind": spot.kind,
        "place": spot.place,
        "file": place.file,
        "line": place.line,
        "column": place.words.column if place.words else None,
        "fingerprint": mark,
        "message": said.message,
        "span": list(said.span) if said.span else None,
        "source span": list(said.source_span) if said.source_span else None,
        "replacement": said.replacement,
        "source locale": spot.source_locale,
        "source": spot.source,
        "target": spot.target,
        "draft": spot.fuzzy,
        "waived": {"by": waiver.who, "when": waiver.when, "note": waiver.note} if waiver else None,
    }


def match(one: Match, text: str) -> dict[str, Any]:
    """A match of a text."""
    return {
        "score": one.score,
        "kind": one.kind,
        "penalty": one.penalty,
        "reversed": one.is_reversed,
        **pair(one),
        "difference": [list(piece) for piece in difference(one, text)],
    }


def pair(one: Match | Passage) -> dict[str, Any]:
    """A pair of the memory."""
    return {
        "source locale": one.source_locale,
        "target locale": one.target_locale,
        "source": one.source,
        "target": one.target,
        "origin": one.origin,
        "state": str(one.state),
        "who": one.who,
        "when": one.when,
        "article": one.article,
        "msgctxt": one.context,
        "before": one.before,
        "after": one.after,
        "places": one.places,
    }
