"""A rendering in the glossary changed: every segment that still has the old one, and what it says with the new one.

What a name was called before is known from the lines about names in the catalogs on disk, from approved texts in the
glossary's ledger, from forms that the glossary forbids by now, and from whoever asks.  The new form stands in the case
of the old one; where that is not certain, the segment is listed, and a person has to type it.  What is rewritten is a
draft: fuzzy, with its origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from l10n import codes, comments, names, sync, text
from l10n.glossary import Glossary, Rendering
from l10n.ledger import Ledger
from l10n.model import Catalog, Entry, Key, Mention, Record, State, Term
from l10n.names import Finder
from l10n.project import Article, Project
from l10n.text import segment_id
from l10n.workflow import mentions, naming, syncing, view
from l10n.workflow.syncing import Options
from l10n.workflow.writing import alone

ORIGIN = "glossary"
LONGEST_INITIAL = 2
"""Letters."""

_ALTERNATIVES = re.compile(r"; (?:also|never) ")
"""Where a line about a name goes on with forms that are admitted or forbidden."""


@dataclass(frozen=True, slots=True)
class Respelt:
    """One segment with an old form of a name."""

    article: str
    locale: str
    place: str
    """`source/border.html:41`."""
    key: Key
    names: tuple[tuple[str, str], ...]
    """The old and the new form of each name."""
    before: str
    after: str | None
    """None where the right form is not certain."""
    state: State = State.INITIAL
    """Of the text that stands there; an approved one is a draft again once it is rewritten."""

    @property
    def id(self) -> str:
        """Of the segment."""
        return segment_id(*self.key)

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "article": self.article,
            "locale": self.locale,
            "place": self.place,
            "segment": self.id,
            "source": self.key[1],
            "names": [{"old": old, "new": new} for old, new in self.names],
            "before": self.before,
            "after": self.after,
        }


def respelt(
    project: Project,
    articles: Sequence[Article],
    locales: Sequence[str] = (),
    was: Mapping[str, Sequence[str]] | None = None,
    progress: Callable[[int], None] = lambda done: None,
    *,
    glossary: Glossary | None = None,
    only: Collection[str] = (),
) -> list[Respelt]:
    """The segments of these articles that have an old form of a name.

    was: by ref of a name, further old forms.  glossary: as it would be; None: as it is on disk.
    only: refs of the names that are looked at; all, where none is given.
    """
    glossary = naming.load(project) if glossary is None else glossary
    found: list[Respelt] = []
    spellers: dict[str, _Speller] = {}
    for number, article in enumerate((one for one in articles if one.is_page), 1):
        source = mentions.source(project, article, glossary)
        for locale in source.targets if not only or _names(source, glossary, only) else ():
            if not locales or locale in locales:
                if locale not in spellers:
                    spellers[locale] = _Speller.of(project, glossary, locale, was or {})
                found += _of_side(view.side(source, locale), spellers[locale], only)
        progress(number)
    return found


def _names(source: view.Source, glossary: Glossary, only: Collection[str]) -> bool:
    """Whether an article names one of these."""
    return any(mentions.term_of(one).id in only for some in mentions.named(source, glossary).values() for one in some)


def with_rendering(glossary: Glossary, ref: str, locale: str, form: str) -> Glossary:
    """The glossary as it would be, once somebody stands for this rendering."""
    known = glossary.renderings.get(locale, {})
    new = replace(known.get(ref, Rendering(form)), form=form, state=State.TRANSLATED)
    return Glossary(glossary.names, {**glossary.renderings, locale: {**known, ref: new}})


def rewrite(project: Project, chosen: Sequence[Respelt], options: Options) -> dict[Respelt, Entry]:
    """Write the new texts of these segments as drafts, where the old ones still stand.

    Those that were written, each with its entry as it was.
    """
    done: dict[tuple[str, str, Key], Entry] = {}
    by_article: dict[str, dict[tuple[str, Key], Respelt]] = defaultdict(dict)
    for one in chosen:
        if one.after is not None:
            by_article[one.article][one.locale, one.key] = one
    with alone(project):
        for name, wanted in by_article.items():
            article = project.article(name)
            fill = partial(_fill, wanted, name, done)
            planned = syncing.plan_article(project, article, options, fill)
            list(syncing.put(project, planned, options, fill))
    places = {(one.article, one.locale, one.key): one for one in chosen if one.after is not None}
    return {one: done[place] for place, one in places.items() if place in done}


def _fill(
    wanted: Mapping[tuple[str, Key], Respelt],
    article: str,
    done: dict[tuple[str, str, Key], Entry],
    locale: str,
    catalog: Catalog,
    ledger: Ledger,
) -> tuple[Catalog, tuple[Record, ...]]:
    """The catalog with the new texts as drafts."""
    entries = []
    for entry in catalog.entries:
        one = wanted.get((locale, entry.key))
        if one is not None and one.after is not None and not entry.obsolete and entry.target == one.before:
            done[article, locale, entry.key] = entry
            changes = "; ".join(f"{old} → {new}" for old, new in one.names)
            said = comments.with_origin(comments.without_state(entry.comments), f"{ORIGIN}; {changes}")
            entry = entry.replace(targets=(one.after,), comments=said).flagged(True)
        entries.append(entry)
    return catalog.replace(entries=tuple(entries)), ()


@dataclass(frozen=True)
class _Speller:
    """The old forms of a locale, and the new ones."""

    locale: str
    glossary: Glossary
    terms: Mapping[str, Term]
    """As they are now, by ref."""
    old: Mapping[str, frozenset[str]]
    """Old forms by ref."""
    refs: Mapping[str, tuple[str, ...]]
    """By the English form of a name; namesakes have one together."""
    finders: dict[tuple[str, frozenset[str]], Finder] = field(default_factory=dict)
    """By the ref and the old forms of a name."""

    @classmethod
    def of(cls, project: Project, glossary: Glossary, locale: str, was: Mapping[str, Sequence[str]]) -> _Speller:
        terms = {term.id: term for term in glossary.terms(locale, State.TRANSLATED)}
        approved = _approved(project, locale) if project.glossary else {}
        old = {
            ref: frozenset({*approved.get(ref, ()), *was.get(ref, ()), *term.never}) - {term.form, *term.also}
            for ref, term in terms.items()
        }
        refs: dict[str, tuple[str, ...]] = {}
        for ref in terms:
            form = glossary.by_ref[ref].form
            refs[form] = (*refs.get(form, ()), ref)
        return cls(locale, glossary, terms, old, refs)

    def with_lines(self, entry: Entry) -> Mapping[str, frozenset[str]]:
        """The old forms, those that the lines of an entry on disk say included."""
        said: dict[str, frozenset[str]] = {}
        for line in comments.unwrapped(sync.NAME, entry.extracted, lambda part: bool(self._named(part))):
            name = self._named(line)
            form = _ALTERNATIVES.split(line.removeprefix(f"{name} = "))[0].removesuffix(mentions.DRAFT)
            now = [self.terms[ref] for ref in self.refs.get(name, ())]
            if form and not any(form in (term.form, *term.also) for term in now):
                said |= {term.id: said.get(term.id, self.old[term.id]) | {form} for term in now}
        return {**self.old, **said}

    def _named(self, line: str) -> str:
        """The name of which a line says the rendering; "" for none that the glossary has."""
        parts = line.split(" = ")
        names = (" = ".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
        return next((name for name in names if name in self.refs), "")

    def finder(self, ref: str, forms: frozenset[str]) -> Finder:
        """Finds the old forms of a name."""
        if (ref, forms) not in self.finders:
            term = self.terms[ref]
            first, *rest = sorted(forms)
            own = Term(first, term.kind, ref, term.sex, term.origin, also=tuple(rest))
            self.finders[ref, forms] = names.Finder(self.locale, [own], known=[own])
        return self.finders[ref, forms]

    def inflected(self, mention: Mention, written: str) -> tuple[str, str] | None:
        """The old form and the new one with the endings of a mention; None where that is not certain."""
        term, said = self.terms[mentions.term_of(mention).id], mention.analysis
        new = _part(term.form, "surname" if said.part == "initials" else said.part)
        if new is None:
            return None
        form = names.reinflect(new, self.locale, said.features, term.sex or None, kind=term.kind)
        if form and said.part == "initials":
            form = _with_initials(written, form, said.form, term)
        return (said.form, form) if form else None


def _with_initials(written: str, surname: str, old: str, term: Term) -> str | None:
    """The initials as they stand there, and another surname; None where the given name begins otherwise now."""
    name = max(text.words(written), key=len)
    same = old[:1] == term.form[:1] and term.origin != "zho" and len(name) > LONGEST_INITIAL
    return written.replace(name, surname) if same else None


def _part(form: str, part: str) -> str | None:
    """The part of a name by which a person was mentioned; None for one that cannot be made."""
    words = form.split()
    if part == "whole":
        return form
    if len(words) < 2:
        return None
    return {"surname": words[-1], "given name": words[0]}.get(part)


def _approved(project: Project, locale: str) -> dict[str, set[str]]:
    """Texts of the glossary in a locale that an editor approved once, by ref."""
    source = naming.source(project)
    side = naming.side(source, locale)
    refs = {key: ref for ref, key in source.key_of.items()}
    found: dict[str, set[str]] = defaultdict(set)
    for record in side.ledger.records.values():
        ref = refs.get((record.context, record.source))
        if ref and record.targets:
            found[ref].add(codes.unescape(record.targets[0]))
    return found


def _of_side(side: view.Side, speller: _Speller, only: Collection[str]) -> Iterator[Respelt]:
    named = mentions.named(side.source, speller.glossary)
    before = side.before.by_key()
    segments = {segment.key: segment for segment in side.source.assembly.segments}
    for key, known in named.items():
        entry = side.entries[key]
        if entry.empty:
            continue
        old = speller.with_lines(before.get(key, entry))
        named_here = dict.fromkeys(mentions.term_of(one).id for one in known)
        refs = [ref for ref in named_here if old.get(ref) and (not only or ref in only)]
        now = mentions.finder(speller.glossary, side.locale).find(entry.target)
        current = [one for one in now if not one.analysis.forbidden]
        hits = [
            hit
            for ref in refs
            for hit in speller.finder(ref, old[ref]).find(entry.target)
            if not any(_covers(one, hit) for one in current)
        ]
        if hits:
            line = segments[key].places[0].line
            place = f"{side.source.article.file}:{line}"
            yield _respelt(side, place, key, entry.target, hits, speller)


def _covers(now: Mention, hit: Mention) -> bool:
    """Whether a form that is right stands where an old one seems to.

    Not in the plural of a person where the old form stands letter for letter: `Гульнар` are not many a Гульнара.
    """
    crowd = "plural" in now.analysis.features and mentions.term_of(now).kind == "person"
    return now.span[0] <= hit.span[0] and hit.span[1] <= now.span[1] and not (crowd and not hit.analysis.features)


def _respelt(side: view.Side, place: str, key: Key, target: str, hits: Sequence[Mention], speller: _Speller) -> Respelt:
    pieces: list[str] = []
    changed: list[tuple[str, str]] = []
    last, sure = 0, True
    for hit in sorted(hits, key=lambda one: one.span):
        start, end = hit.span
        made = speller.inflected(hit, target[start:end]) if start >= last and "<" not in target[start:end] else None
        sure = sure and made is not None
        changed.append((hit.analysis.form, speller.terms[mentions.term_of(hit).id].form))
        if made is not None:
            pieces += [target[last:start], made[1]]
            last = end
    after = "".join([*pieces, target[last:]]) if sure else None
    name, state = side.source.article.name, side.status(key).state
    return Respelt(name, side.locale, place, key, tuple(dict.fromkeys(changed)), target, after, state)
