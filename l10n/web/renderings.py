"""Renderings of a name: typed or taken from the candidates, with all that a change would touch; forms; verdicts.

show      the card of a name in a locale
save      a rendering is in the catalog; where articles have the old one, what they would say is shown first
spell     the old spellings of a name in the articles of a locale, looked for or put right
forms     what is admitted beside a rendering, and what is forbidden
verdict   an editor approves exactly the text that was shown, sends it back, or takes that back
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import Response
from starlette.routing import Route

from l10n import codes, ledger
from l10n.errors import GlossaryError, NotAllowed, ProjectError
from l10n.model import Entry
from l10n.text import digest, nfc, word_diff
from l10n.web import namesteps, steps, verdicts
from l10n.web.namecard import EDITOR, book, card, cell, glossary, row
from l10n.web.undoing import Change
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import admitting, entries, respelling, reviewing, saving, usage
from l10n.workflow.admitting import Forms
from l10n.workflow.register import Cell, Row
from l10n.workflow.respelling import Respelt
from l10n.workflow.reviewing import Filter
from l10n.workflow.saving import Edit
from l10n.workflow.syncing import Options

PUT = "put-"
"""How the fields begin that name a segment to be put right."""
VERBS = ("approve", "final", "send-back", "withdraw")
"""What an editor says of a rendering."""


@page()
def show(visit: Visit) -> Response:
    """The card as it is now."""
    cell(visit, row(visit))
    return card(visit)


@page()
def save(visit: Visit) -> Response:
    """Put a rendering into the catalog of the glossary, and (`put-…`) into the segments that were chosen.

    Before the first of these two is done, what articles have of the old one is shown, unless `sure` is said.
    """
    visit.require_writer(visit.locale)
    if "target" not in visit.form or "seen" not in visit.form:
        raise Wrong(visit._("The request says no text."))
    one = row(visit)
    there = cell(visit, one)
    seen, later = visit.form["seen"], visit.form.get("later") == "1"
    try:
        target = codes.escape(saving.cleaned(codes.unescape(visit.form["target"])))
    except ProjectError as error:
        return card(visit, 400, typed=visit.form["target"], wrong=visit.told(error.sentence, error.hint))
    if nfc(there.entry.target) not in (nfc(seen), nfc(target)):
        return card(visit, 409, typed=codes.unescape(target), theirs=there.form)
    old = codes.unescape(seen)
    if not later and not visit.form.get("sure") and target and target != there.entry.target:
        touched = _touched(visit, one, codes.unescape(target), old)
        if touched:
            return card(visit, typed=codes.unescape(target), touched=touched, diff=word_diff, stamp=stamp, old=old)
    edit = Edit(there.key, target, seen, visit.who, for_later=later)
    side, verdict, before = visit.bench.save(book(visit), visit.locale, edit)
    if verdict != "done":
        return card(visit, 409, typed=codes.unescape(target), theirs=cell(visit, row(visit)).form)
    return _respelt(visit, one, old, tuple(steps.changes(side, visit.who, before)))


@page()
def spell(visit: Visit) -> Response:
    """Look for old spellings of a name; put those right that were chosen."""
    visit.require_writer(visit.locale)
    one = row(visit)
    cell(visit, one)
    old = visit.form.get("old", "")
    if any(field.startswith(PUT) for field in visit.form):
        return _respelt(visit, one, old)
    touched = _rows(visit, one, old)
    said = "" if touched else visit._("No article has an old spelling of it.")
    return card(visit, touched=touched or None, diff=word_diff, stamp=stamp, old=old, said=said)


def _touched(visit: Visit, one: Row, new: str, old: str) -> list[Respelt]:
    """The segments that have the old rendering, and how they would read."""
    known = respelling.with_rendering(glossary(visit), one.name.ref, visit.locale, new)
    articles = usage.likely(visit.project.articles(), known, one.name.ref)
    was = {one.name.ref: [old]} if old and old != new else {}
    return respelling.respelt(visit.project, articles, [visit.locale], was, glossary=known, only=[one.name.ref])


def _rows(visit: Visit, one: Row, old: str) -> list[Respelt]:
    """The same for the rendering that is in the catalog; nothing where nobody stands for it."""
    form = cell(visit, row(visit)).form
    return _touched(visit, one, form, old) if form else []


def stamp(one: Respelt) -> str:
    """What names a segment and the text that was shown of it."""
    return "\t".join((one.article, one.id, digest(one.key[0], one.key[1], None, (one.before,))[:16]))


def _respelt(visit: Visit, one: Row, old: str, saved: Sequence[Change] = ()) -> Response:
    """Put the rendering into the segments that were chosen; say which were changed, and which were left."""
    wanted = {value for field, value in visit.form.items() if field.startswith(PUT) and not visit.form.get("without")}
    there = _rows(visit, one, old) if wanted or visit.form.get("sure") else []
    chosen = [each for each in there if stamp(each) in wanted]
    changed: Mapping[Respelt, Entry] = {}
    if chosen:
        changed = respelling.rewrite(visit.project, chosen, Options(when=visit.bench.now()))
    namesteps.rendered(visit, one.name.ref, saved, changed)
    left = [each for each in there if each not in changed]
    moved = len(wanted) - len(chosen)
    return card(
        visit,
        said=visit._("Saved"),
        changed=changed if there or moved else None,
        left=left,
        moved=moved,
        diff=word_diff,
    )


@page()
def forms(visit: Visit) -> Response:
    """Write what is admitted beside a rendering, and what is forbidden."""
    visit.require_writer(visit.locale)
    one = row(visit)
    there = cell(visit, one)
    seen = Forms(*(entries.forms(visit.form.get(f"seen-{which}", "")) for which in ("also", "never")))
    wanted = Forms(*(entries.forms(visit.form.get(which, "")) for which in ("also", "never")))
    try:
        done = admitting.admit(
            book(visit), visit.locale, there.key, seen, wanted, who=visit.who, when=visit.bench.now()
        )
    except GlossaryError as error:
        return card(visit, 400, wrong=visit.told(error.sentence, error.hint), further=wanted)
    if not done:
        wrong = visit._("Somebody else changed these forms while you were typing. Nothing was overwritten: look again.")
        return card(visit, 409, wrong=wrong, further=wanted)
    namesteps.admitted(visit, one.name.ref, there.key, seen, wanted)
    return card(visit, said=visit._("Saved"))


@page(EDITOR)
def verdict(visit: Visit) -> Response:
    """Approve exactly the text that was shown, send it back with a reason, or take back what was said of it."""
    visit.require(EDITOR, visit.locale)
    there = cell(visit, row(visit))
    name = visit.form.get("verb", "")
    if name not in VERBS:
        raise Wrong(visit._("That is nothing that an editor does."))
    verb = verdicts.verb_of(visit, name)
    shown = visit.form.get("digest", "")
    if not shown or shown != there.status.digest:
        return card(visit, 409, wrong=visit.told(ledger.CHANGED))
    try:
        done = _act(visit, there, verb, shown)
    except ProjectError as error:
        return card(visit, 403 if isinstance(error, NotAllowed) else 400, wrong=visit.told(error.sentence, error.hint))
    skipped = [why for one in done for _, why in one.skipped]
    if skipped or not done:
        wrong = visit.told(skipped[0]) if skipped else visit._("Another text stands there by now: read it first.")
        return card(visit, 409, wrong=wrong)
    return card(visit, said=visit._(verdicts.DONE[name][0]))


def _act(visit: Visit, there: Cell, verb: reviewing.Verb, shown: str) -> list[reviewing.Reviewed]:
    article = book(visit).article
    wanted = Filter(locales=(visit.locale,), segments=(there.id,))
    listed = reviewing.listing(article.name, visit.locale, {there.id: shown})
    return reviewing.act(visit.project, [article], wanted, verb, who=visit.who, when=visit.bench.now(), listed=listed)


ROUTES = (
    Route("/names/-/card/{locale}/{ref:path}", show),
    Route("/names/-/rendering/{locale}/{ref:path}", save, methods=["POST"]),
    Route("/names/-/spell/{locale}/{ref:path}", spell, methods=["POST"]),
    Route("/names/-/forms/{locale}/{ref:path}", forms, methods=["POST"]),
    Route("/names/-/verdict/{locale}/{ref:path}", verdict, methods=["POST"]),
)
