"""The history of an article in a locale: who did what to which segments when, day by day, from its ledger."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from l10n.web import speech
from l10n.web.templating import address
from l10n.web.visit import Visit, page
from l10n.web.words import NN_
from l10n.workflow import timeline

RECORDS = 500
"""Records of the ledger on a page."""
FEW = 5
"""Segments of a deed that are shown at once; the others open."""
UNKNOWN = "-"
"""In the address, somebody unknown."""

DEEDS = {
    timeline.TYPED: NN_("typed {n} segment", "typed {n} segments"),
    timeline.DRAFTED: NN_("drafted {n} segment", "drafted {n} segments"),
    timeline.UNFLAGGED_BY_PROGRAM: NN_(
        "{n} draft lost its mark, and nobody stands for it", "{n} drafts lost their marks, and nobody stands for them"
    ),
    timeline.APPROVED: NN_("approved {n} segment", "approved {n} segments"),
    timeline.FINAL: NN_("approved {n} segment as final", "approved {n} segments as final"),
    timeline.SENT_BACK: NN_("sent back {n} segment", "sent back {n} segments"),
    timeline.WITHDRAWN: NN_("took back a word on {n} segment", "took back a word on {n} segments"),
    timeline.CARRIED: NN_(
        "carried the state of {n} segment over an edit that changed nothing",
        "carried the state of {n} segments over edits that changed nothing",
    ),
    timeline.FOLLOWED: NN_(
        "followed an edit of the source: {n} segment",
        "followed edits of the source: {n} segments",
    ),
    timeline.KEPT: NN_("kept {n} text that had lost its place", "kept {n} texts that had lost their places"),
    timeline.WAIVED: NN_("waived a finding in {n} segment", "waived a finding in {n} segments"),
    timeline.UNWAIVED: NN_("let a finding count again in {n} segment", "let a finding count again in {n} segments"),
}
"""By way, what is said of a deed."""


@page()
def show(visit: Visit) -> Response:
    """The page; `?who=ID` for one person (`-` for somebody unknown)."""
    side = visit.side
    asked = visit.asked("who")
    who = None if not asked else "" if asked == UNKNOWN else asked
    start = max(0, visit.asked_number("page", 1) - 1) * RECORDS
    days, count = timeline.days(side, who=who, start=start, count=RECORDS)

    def link(**changed: str) -> str:
        return address("history", visit.locale, visit.article.name, **{"who": asked, **changed})

    def deed(one: timeline.Deed) -> str:
        return speech.count(visit, *DEEDS[one.what], len(one.touched))

    return visit.page(
        "history.html",
        source=visit.source,
        locale=visit.locale,
        article=visit.article,
        days=days,
        deed=deed,
        few=FEW,
        asked=asked,
        everybody=[(one or UNKNOWN, one) for one in timeline.people(side)],
        link=link,
        count=count,
        start=start,
        size=RECORDS,
        to="review" if visit.may("editor", visit.locale) else "desk",
        **speech.of(visit),
    )


ROUTES = (Route("/history/{locale}/{article:path}", show),)
