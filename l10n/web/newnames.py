"""New names: whom and what the articles name and the glossary does not know, each added with one click.

Reading all articles takes seconds, so that it runs beside the requests, once for what is on disk; the page shows how
far it is, and then what was found.  What was found dies with the server.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import State
from starlette.responses import Response
from starlette.routing import Route

from l10n.errors import L10nError
from l10n.names.discovery import Disagreement
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.web import guard, namesteps
from l10n.web.namecard import spoken
from l10n.web.templating import address
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import discovering, entries, naming, seen
from l10n.workflow.discovering import Listed, Listing
from l10n.workflow.syncing import Options

SIZE = 50
"""Names on a page."""
FIELD = "form-"
"""How the fields begin that name a form to be added."""


@dataclass(eq=False)
class Hunt:
    """One reading of all articles."""

    stamps: list[int]
    total: int
    done: int = 0
    listing: Listing | None = None
    error: L10nError | None = None
    over: threading.Event = field(default_factory=threading.Event)

    def run(self, project: Project, articles: Sequence[Article]) -> None:
        """Read them; what is wrong is said by the page."""
        try:
            self.listing = discovering.listing(project, articles, progress=self.tell)
        except L10nError as error:
            self.error = error
        except Exception as error:  # what nobody expected: the page says so, and can read them again
            reference = guard.failed(error, "GET", "/names/-/new")
            self.error = L10nError(
                phrase("the articles could not be read; it was written down as {number}", number=reference)
            )
        finally:
            self.over.set()

    def tell(self, done: int) -> None:
        """How many articles are read."""
        self.done = done


_starting = threading.Lock()


def hunt(visit: Visit, *, anew: bool = False) -> Hunt:
    """The reading of the articles as they are now, which is begun where there is none."""
    state: State = visit.request.app.state
    articles = [one for one in visit.project.articles() if not one.is_glossary]
    stamps = seen.stamps_of(str(one.path) for one in articles)
    with _starting:
        known: Hunt | None = getattr(state, "hunt", None)
        if known is not None and (not known.over.is_set() or (known.stamps == stamps and not anew)):
            return known
        begun = Hunt(stamps, len(articles))
        state.hunt = begun
    threading.Thread(target=begun.run, args=(visit.project, articles), daemon=True).start()
    return begun


@page()
def show(visit: Visit) -> Response:
    """What was found, or how far the reading is."""
    one = hunt(visit)
    return visit.page("part/names_found.html" if visit.is_part else "names_new.html", **_about(visit, one))


def _about(visit: Visit, one: Hunt) -> dict[str, Any]:
    kind, words = visit.asked("kind"), visit.asked("words").strip()
    listing = one.listing  # once: the reading may end at any moment
    found = _new(listing, naming.load(visit.project).by_ref)
    meant = [each for each in found if kind in ("", each.found.kind)]
    if words:
        meant = [each for each in meant if any(words.casefold() in form.casefold() for form in _all_forms(each))]
    start = SIZE * max(0, visit.asked_number("page", 1) - 1)
    return {
        "hunt": one,
        "listing": listing,
        "found": meant[start : start + SIZE],
        "count": len(meant),
        "all": len(found),
        "start": start,
        "size": SIZE,
        "kind": kind,
        "words": words,
        "locales": visit.project.settings.locales,
        "doubts": {} if listing is None else _doubts(listing.disagreements),
        "can_type": visit.may_write(),
        "here": lambda **asked: address("names", "-", "new", **{"kind": kind, "words": words, **asked}),
        **spoken(visit),
    }


def _all_forms(each: Listed) -> tuple[str, ...]:
    return (each.found.form, *each.found.forms, *(form.text for form in each.forms.values()))


def _new(listing: Listing | None, known: Iterable[str]) -> list[Listed]:
    """The names that the glossary does not have by now, those that are named most often first."""
    known = set(known)
    every = () if listing is None else listing.names
    new = [each for each in every if each.found.term is None and each.found.form not in known]
    return sorted(new, key=lambda each: -each.found.count)


def _doubts(disagreements: Iterable[Disagreement]) -> dict[str, Disagreement]:
    """By form, why a spelling is doubtful."""
    return {one.forms[0]: one for one in reversed(list(disagreements))}


@page()
def add(visit: Visit) -> Response:
    """Write the names that were chosen into the glossary; their renderings are drafted."""
    visit.require_writer()
    wanted = [value for field, value in visit.form.items() if field.startswith(FIELD)]
    one = hunt(visit)
    if one.listing is None:
        raise Wrong(visit._("The articles are being read: wait until they are."))
    chosen, missing = discovering.chosen(one.listing, _new(one.listing, ()), wanted)
    if missing or not chosen:
        raise Wrong(visit._("The articles do not name that: load the page again."))
    listing = Listing(one.listing.names, ())  # who chooses a form means it
    options = Options(when=visit.bench.now())
    done = discovering.add(visit.project, listing, chosen, options)
    entries.follow(Project.load(visit.project.folder), options)
    for name in done.new:
        namesteps.entered(visit, None, name)
    said = visit._("Added: {names}").format(names=", ".join(name.form for name in done.new) or "–")
    return visit.page(
        "part/names_added.html",
        new=done.new,
        left=done.left,
        said=said,
        chosen=[each.found.form for each in chosen],
        locales=visit.project.settings.locales,
    )


@page()
def begin(visit: Visit) -> Response:
    """Read the articles once more."""
    hunt(visit, anew=True)
    return visit.go("/names/-/new")


ROUTES = (
    Route("/names/-/new", show),
    Route("/names/-/new", add, methods=["POST"]),
    Route("/names/-/again", begin, methods=["POST"]),
)
