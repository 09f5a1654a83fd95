"""What an editor says of segments, through the same calls as `l10n review` and `l10n check --waive`.

    POST /review/approve/ru/3f2a91bc/border      digest=…                 one segment
    POST /review/approve/ru/-/border             listed=ID:DIGEST ID:…    those that the page showed

Verbs: approve, final, send-back (reason), withdraw, undo (one's own last word), accept; of a finding: waive (finding,
digest, reason), unwaive; of a question: answer (answer).
Each is bound to the digest that the page showed: another text is skipped, and said so.  The answer is the segments as
they are now, what happened in `data-said`; or JSON, where that is asked for: what was done, and what was skipped why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from l10n import ledger
from l10n.model import Key
from l10n.text import segment_id
from l10n.web import review, speech
from l10n.web.bench import Missing, key_of
from l10n.web.templating import address
from l10n.web.visit import Visit, Wrong, page
from l10n.web.words import N_, NN_
from l10n.workflow import answering, reviewing, saving, waiving, writing
from l10n.workflow.inspecting import Options
from l10n.workflow.reviewing import Filter, Verb
from l10n.workflow.rules import Rules, is_known
from l10n.workflow.waiving import Waived

LONGEST = 2_000
"""Characters of a reason."""
MANY = "-"
"""In the place of a segment: those that are listed."""
_LISTED = re.compile(r"([0-9a-f]{8}):([0-9a-f]{12,64})")
_DIGEST = re.compile(r"[0-9a-f]{12,64}")

DONE = {
    "approve": (N_("Approved"), *NN_("{n} segment approved", "{n} segments approved")),
    "final": (N_("Approved as final"), *NN_("{n} segment approved as final", "{n} segments approved as final")),
    "send-back": (N_("Sent back"), *NN_("{n} segment sent back", "{n} segments sent back")),
    "withdraw": (N_("Taken back"), *NN_("{n} segment taken back", "{n} segments taken back")),
    "undo": (N_("Taken back"), *NN_("{n} segment taken back", "{n} segments taken back")),
    "accept": (N_("Accepted"), *NN_("{n} claim accepted", "{n} claims accepted")),
}
"""By verb, what is said of one segment, and of those that were listed."""
OF_FINDINGS = ("waive", "unwaive")

UNDONE = ("approve", "final", "send-back")
"""Verbs that `undo` takes back."""


class Outcome(NamedTuple):
    """What a verb did, by id of segment."""

    done: tuple[str, ...]
    skipped: Mapping[str, str]
    """Why."""


@page()
def act(visit: Visit) -> Response:
    """Do a verb to what the page showed."""
    name = str(visit.request.path_params["verb"])
    if name in OF_FINDINGS:
        return _of_finding(visit, name)
    if name == "answer":
        return _of_question(visit)
    verb = verb_of(visit, name)
    one = str(visit.request.path_params["segment"])
    digests = _listed(visit) if one == MANY else {one: _digest(visit)}
    keys = _keys(visit, digests)
    did = outcome(visit, verb, digests)
    return _answer(visit, name, keys, did, digests, is_one=one != MANY)


def verb_of(visit: Visit, name: str) -> Verb:
    """What a verb does, with the reason or the note of the form; Missing for none that there is."""
    note = _note(visit, "note")
    if name in ("approve", "final"):
        return partial(ledger.approve, final=name == "final", note=note)
    if name == "send-back":
        reason = _note(visit, "reason")
        if not reason:
            raise Wrong(visit._("A text is sent back with a reason: say what is wrong with it, in one sentence."))
        return partial(ledger.send_back, reason=reason)
    if name == "withdraw":
        return partial(ledger.withdraw, note=note)
    if name == "undo":
        return ledger.take_back
    if name == "accept":
        return ledger.accept_claims
    raise Missing(name)


def _note(visit: Visit, field: str) -> str:
    """A reason or a note, as catalog and ledger can hold it."""
    note = saving.cleaned(visit.form.get(field, ""))
    if len(note) > LONGEST:
        raise Wrong(visit._("The reason is too long: a sentence or two will do."))
    return note


def _listed(visit: Visit) -> dict[str, str]:
    """What a page showed: digests by segment."""
    pairs = visit.form.get("listed", "").split()
    found = [_LISTED.fullmatch(pair) for pair in pairs]
    if not found or not all(found):
        raise Wrong(visit._("The request names no texts."))
    return {one[1]: one[2] for one in found if one}


def _digest(visit: Visit) -> str:
    digest = visit.form.get("digest", "")
    if not _DIGEST.fullmatch(digest):
        raise Wrong(visit._("The request names no texts."))
    return digest


def _keys(visit: Visit, digests: Mapping[str, str]) -> list[Key]:
    """The segments that are meant, as far as the article still has them."""
    if len(digests) == 1:
        return [key_of(visit.source, next(iter(digests)))]
    known = {item.id: key for key, item in review.looked(visit).items.items()}
    return [known[segment] for segment in digests if segment in known]


def outcome(visit: Visit, verb: Verb, digests: Mapping[str, str]) -> Outcome:
    """Do it to these texts of the article and locale in the address, and say what became of each."""
    article, locale = visit.article, visit.locale
    did = reviewing.act(
        visit.project,
        [article],
        Filter(locales=(locale,)),
        verb,
        who=visit.who,
        when=visit.bench.now(),
        listed=reviewing.listing(article.name, locale, digests),
        source_of=visit.bench.source,
        check=False,
        hold=writing.locked,
    )
    done = tuple(item.id for one in did for item in one.done)
    skipped = {item.id: why for one in did for item, why in one.skipped if item is not None}
    gone = {segment: ledger.GONE for segment in digests if segment not in done and segment not in skipped}
    return Outcome(done, {**skipped, **gone})


def _answer(
    visit: Visit, verb: str, keys: list[Key], outcome: Outcome, digests: Mapping[str, str], *, is_one: bool
) -> Response:
    """The segments as they are now, and what happened."""
    said = _said(visit, verb, outcome, is_one=is_one)
    status = 200 if outcome.done else 409
    why = {segment: visit.told(one) for segment, one in outcome.skipped.items()}
    if "json" in visit.request.headers.get("accept", ""):
        skipped = [{"segment": segment, "why": one} for segment, one in why.items()]
        return visit.data({"said": said, "done": outcome.done, "skipped": skipped}, status)
    if not visit.is_part:
        return visit.go(address("review", visit.locale, visit.article.name))
    back = " ".join(f"{one}:{digests[one]}" for one in outcome.done) if verb in UNDONE else ""
    return review.part(visit, keys, status=status, said=said, back=back, skipped=why)


def _said(visit: Visit, verb: str, outcome: Outcome, *, is_one: bool) -> str:
    """What happened, in a sentence or two."""
    alone, one, many = DONE[verb]
    told = []
    if outcome.done:
        told.append(visit._(alone) if is_one else speech.count(visit, one, many, len(outcome.done)))
    for why in dict.fromkeys(outcome.skipped.values()):
        reason = visit.told(why)
        number = sum(one == why for one in outcome.skipped.values())
        if is_one:
            told.append(visit._("Not done: {why}").format(why=reason))
        else:
            left = speech.count(visit, "{n} segment left alone:", "{n} segments left alone:", number)
            told.append(f"{left} {reason}")
    return " · ".join(told)


# --- findings


def waived(visit: Visit, name: str, segment: str, digest: str) -> list[Waived]:
    """Waive the finding that the form names in exactly this text, or take that back; empty where it has none."""
    finding, reason = visit.form.get("finding", ""), _note(visit, "reason")
    if "." not in finding or not is_known(finding):
        raise Wrong(visit._("There is no such check."))
    if name == "waive" and not reason:
        raise Wrong(visit._("A finding is waived with a reason: say why it is none, in one sentence."))
    options = Options(Rules.of(visit.project), locales=(visit.locale,), drafts=True, segments=(f"{segment}@{digest}",))
    verb = waiving.waive if name == "waive" else waiving.unwaive
    done = verb(visit.project, [visit.article], options, finding, who=visit.who, when=visit.bench.now(), note=reason)
    if not done:
        visit.require(review.EDITOR, visit.locale)
    return done


def _of_finding(visit: Visit, name: str) -> Response:
    """Waive a finding of a text with a reason, or take that back."""
    segment = str(visit.request.path_params["segment"])
    key = key_of(visit.source, segment)
    done = waived(visit, name, segment, _digest(visit))
    said = visit._("Waived") if name == "waive" else visit._("The finding counts again")
    if not done:
        said = visit._("Nothing was changed: the text has no such finding by now.")
    return _of_one(visit, key, said, is_done=bool(done))


# --- questions


def _of_question(visit: Visit) -> Response:
    """Answer what a translator asked."""
    key = key_of(visit.source, str(visit.request.path_params["segment"]))
    said = _note(visit, "answer")
    if not said:
        raise Wrong(visit._("An answer says something, in a sentence or two."))
    done = answering.answer(visit.source, visit.locale, key, said, who=visit.who, when=visit.bench.now())
    told = visit._("Answered") if done else visit._("Nothing was written: nothing is asked there by now.")
    return _of_one(visit, key, told, is_done=done)


def _of_one(visit: Visit, key: Key, said: str, *, is_done: bool) -> Response:
    """One segment as it is now, and what became of something beside its text."""
    status = 200 if is_done else 409
    if "json" in visit.request.headers.get("accept", ""):
        return visit.data({"said": said, "done": [segment_id(*key)] if is_done else [], "skipped": []}, status)
    if not visit.is_part:
        return visit.go(address("review", visit.locale, visit.article.name))
    return review.part(visit, [key], status=status, said=said, opened=True)


ROUTES = (Route("/review/{verb}/{locale}/{segment}/{article:path}", act, methods=["POST"]),)
