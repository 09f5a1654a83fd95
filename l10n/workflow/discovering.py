"""The names of articles for an editor: known ones with their renderings, unknown ones with candidates, and spellings
that disagree; the chosen ones become entries of the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from l10n import glossary as book
from l10n.glossary import Glossary, Name
from l10n.model import Mention, State, Term
from l10n.names import Candidate, candidates
from l10n.names.discovery import Disagreement, Discovery, Found, Passage, discover
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.workflow import exchanging, mentions, naming, prefilling, view
from l10n.workflow.syncing import Options
from l10n.workflow.writing import alone


class Form(NamedTuple):
    """What a name is called in a locale."""

    text: str
    said: str
    """The state of a known one; the standard and the reason of a candidate."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the articles."""

    found: Found
    locale: str
    """The language in which it was found."""
    forms: Mapping[str, Form]
    """What it is, or may be, called in the other locales."""

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        found = self.found
        return {
            "form": found.form,
            "locale": self.locale,
            "kind": found.kind,
            "known": found.term.id if found.term else None,
            "why": found.why,
            "count": found.count,
            "places": list(found.places),
            "forms": list(found.forms),
            "renderings": {tag: {"form": form.text, "said": form.said} for tag, form in self.forms.items()},
        }


@dataclass(frozen=True, slots=True)
class Listing:
    """What articles name."""

    names: tuple[Listed, ...]
    disagreements: tuple[Disagreement, ...]

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "names": [one.as_json() for one in self.names],
            "disagreements": [
                {
                    "forms": list(one.forms),
                    "reason": one.reason,
                    "better": one.better or None,
                    "places": list(one.places),
                }
                for one in self.disagreements
            ],
        }


def listing(
    project: Project,
    articles: Sequence[Article],
    locales: Sequence[str] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> Listing:
    """The names of these articles, those of one language together. locales: in which they are rendered; else all."""
    glossary = naming.load(project)
    passages: dict[str, list[Passage]] = {}
    for number, article in enumerate((one for one in articles if one.is_page), 1):
        source = view.source(project, article)
        passages.setdefault(source.locale, []).extend(passages_of(source))
        progress(number)
    names: list[Listed] = []
    disagreements: list[Disagreement] = []
    for locale, texts in passages.items():
        done = discovered(texts, locale, glossary)
        targets = [tag for tag in locales or project.settings.locales if tag != locale]
        names += (Listed(found, locale, _forms(found, locale, targets, glossary)) for found in done.names)
        disagreements += done.disagreements
    return Listing(tuple(names), tuple(disagreements))


def passages_of(source: view.Source) -> list[Passage]:
    """The segments of an article, for discovery."""
    return [
        Passage(seamless(segment.source), f"{source.article.file}:{segment.places[0].line}", segment.kind)
        for segment in source.assembly.segments
    ]


_SEAM = re.compile(r"(?<=\w)(?:</?[a-z][a-z0-9]{0,15}?[0-9]{1,6}>)+(?=\w)")
"""Inline codes inside a word."""


def seamless(text: str) -> str:
    """A segment whose words no inline code parts, as a reader sees them."""
    return _SEAM.sub("", text) if "<" in text else text


def discovered(passages: Sequence[Passage], locale: str, glossary: Glossary) -> Discovery:
    """The names in texts of one language, and the spellings that disagree among themselves or with the glossary."""

    def known(text: str) -> Iterable[Mention]:
        return next(mentions.sure([mentions.finder(glossary, locale).find(text)]))

    terms = glossary.terms(locale, State.TRANSLATED)
    done = discover(passages, locale, known, terms) if terms else discover(passages, locale)
    former = tuple(
        Disagreement((form, one.form), one.places, phrase("a former spelling of `{right}`", right=one.form), one.form)
        for one in done.names
        if one.term is not None
        for form in one.forms
        if form in glossary.by_ref[one.term.id].former
    )
    told: dict[tuple[str, str], Disagreement] = {}
    for one in (*done.disagreements, *former):
        known_one = told.get((one.forms[0], one.better), one)
        places = tuple(dict.fromkeys((*known_one.places, *one.places)))
        told[one.forms[0], one.better] = replace(known_one, places=places)
    return Discovery(done.names, tuple(told.values()))


def _forms(found: Found, locale: str, targets: Sequence[str], glossary: Glossary) -> dict[str, Form]:
    if found.term is not None:
        return dict(_known(found.term, targets, glossary))
    forms: dict[str, Form] = {}
    for target in targets:
        known = {tag: form.text for tag, form in forms.items()}
        name = Name(found.form, found.kind)
        offered = (
            prefilling.offered(name, target, known) if locale == book.LOCALE else _candidates(found, locale, target)
        )
        if offered:
            forms[target] = Form(offered[0].text, offered[0].said)
    return forms


def _known(term: Term, targets: Sequence[str], glossary: Glossary) -> Iterable[tuple[str, Form]]:
    for target in targets:
        rendering = glossary.renderings.get(target, {}).get(term.id)
        if rendering is not None:
            yield target, Form(rendering.form, str(glossary.state(term.id, target)))


def _candidates(found: Found, locale: str, target: str) -> list[Candidate]:
    spelt = found.kind in prefilling.SPELT
    return [one for one in candidates(found.form, locale, target) if spelt or prefilling.is_settled(one)]


class Added(NamedTuple):
    """What became of names that were chosen."""

    new: list[Name]
    """The entries that the glossary did not have."""
    doubtful: list[Disagreement]
    """Spellings among those that were chosen which are not entered: the better ones are, or are there."""
    left: list[str]
    """Those for which no English form is known."""


def add(project: Project, listing: Listing, listed: Sequence[Listed], options: Options) -> Added:
    """Write names of a listing into the glossary, in English, doubtful spellings as they should be.

    A name found in another language is entered by its English candidate, and what the article calls it is the draft
    of its rendering there. One that the glossary has is left out.
    """
    with nullcontext() if options.dry_run else alone(project):
        done, renderings = _sorted(listing, listed, naming.load(project).names)
        if not options.dry_run:
            naming.edit(project, lambda text: book.added(text, done.new))
    if not options.dry_run:
        exchanging.draft(project, renderings, "as an article in this language has it", options)
    return done


def _sorted(
    listing: Listing, listed: Sequence[Listed], names: Sequence[Name]
) -> tuple[Added, dict[str, dict[str, str]]]:
    """What becomes of the names, and what articles call them, by ref and language."""
    known = {name.ref for name in names}
    taken = {form for name in names for form in (name.form, *name.also, *name.former)} - known
    spelt = {one.found.form for one in listing.names}
    done = Added([], [], [])
    entries: dict[str, Name] = {}
    renderings: dict[str, dict[str, str]] = {}
    for one in listed:
        if one.found.term is not None:
            continue
        if (bad := _doubt(one.found.form, listing.disagreements, spelt)) is not None:
            done.doubtful.append(bad)
            if bad.better in spelt:
                continue
            one = replace(one, found=replace(one.found, form=bad.better))
        form = _english(one.found, one.locale)
        if not form:
            done.left.append(one.found.form)
        if not form or form in taken:
            continue
        if one.locale != book.LOCALE:
            renderings.setdefault(form, {}).setdefault(one.locale, one.found.form)
        if form not in known:
            short = tuple(each for each in one.found.forms if each.isupper()) if one.locale == book.LOCALE else ()
            entries.setdefault(form, Name(form, one.found.kind, also=short))
    done.new.extend(entries.values())
    return done, renderings


def _english(found: Found, locale: str) -> str:
    """A name in English, "" where nothing is known."""
    return found.form if locale == book.LOCALE else next((one.text for one in _candidates(found, locale, "en")), "")


def chosen(listing: Listing, listed: Sequence[Listed], forms: Iterable[str]) -> tuple[list[Listed], list[str]]:
    """The names among those listed that have these forms, or should have them; and the forms that none has."""
    by_form = {one.found.form: one for one in listed}
    for bad in listing.disagreements:
        if bad.better and bad.better not in by_form and bad.forms[0] in by_form:
            found = by_form[bad.forms[0]]
            by_form[bad.better] = replace(found, found=replace(found.found, form=bad.better))
    wanted = list(dict.fromkeys(forms))
    return [by_form[form] for form in wanted if form in by_form], [form for form in wanted if form not in by_form]


def _doubt(form: str, disagreements: Iterable[Disagreement], spelt: Container[str]) -> Disagreement | None:
    """Why a form of a name is a wrong one, and the right one; of two people with near surnames neither is."""
    for one in disagreements:
        wrong, better = one.forms[0], one.better
        right = re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", lambda match: better, form) if better else form  # noqa: B023
        if right != form and (wrong == form or right in spelt):
            return replace(one, forms=(form,), better=right)
    return None
