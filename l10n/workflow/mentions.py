"""Where the names of the glossary stand in the segments of an article, and what its catalogs say of them.

    #. name: Ilham Tohti = Ильхам Тохти
    #. name: Yarkand = Яркенд (draft); never Яркант
    #. name: CABAR stays as it is

A surname or a given name alone counts where the whole name stands somewhere in the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from l10n import text
from l10n.glossary import Glossary
from l10n.model import Key, Mention, State, Term
from l10n.project import Article, Project
from l10n.workflow import naming, view

if TYPE_CHECKING:
    from l10n.names import Finder

PARTIAL = ("surname", "given name")
"""Parts of a person's name that are the person where the whole name is near."""

DRAFT = " (draft)"
"""Behind a rendering for which nobody stands yet."""


@dataclass
class _Kept:
    """What every article asks of the same glossary, by locale."""

    glossary: Glossary
    finders: dict[str, Finder] = field(default_factory=dict)
    terms: dict[str, dict[str, Term]] = field(default_factory=dict)
    """By id."""
    words: dict[str, frozenset[str]] = field(default_factory=dict)


_latest = _Kept(Glossary())
"""Of the glossary that was asked for last."""


def _kept(glossary: Glossary) -> _Kept:
    global _latest
    kept = _latest  # another thread may ask for another glossary meanwhile
    if kept.glossary is not glossary:
        if kept.glossary == glossary:  # a copy, in another process: what is known of it stays true
            kept.glossary = glossary
        else:
            kept = _latest = _Kept(glossary)
    return kept


def source(
    project: Project,
    article: Article,
    glossary: Glossary | None = None,
    *,
    resegment: bool = False,
    whole_page: bool = False,
) -> view.Source:
    """An article, in whose catalogs the names of the glossary (that on disk, where none is given) are told."""
    found = view.source(project, article, resegment=resegment, whole_page=whole_page)
    if not article.is_page or project.glossary is None:
        return found
    names = naming.load(project) if glossary is None else glossary
    once = cache(partial(named, found, names))
    return replace(found, told=partial(_told, names, once), named=once, name_words=_words(names, found.locale))


def _words(glossary: Glossary, locale: str) -> frozenset[str]:
    """The words of names, those in small letters left out: `of` is none."""
    known = _kept(glossary).words
    if locale not in known:
        words = (word for term in glossary.terms(locale) if term.kind != "term" for word in text.words(term.form))
        known[locale] = frozenset(word for word in words if not word.islower())
    return known[locale]


def finder(glossary: Glossary, locale: str) -> Finder:
    """Finds the names of a glossary in a locale; persons by their surnames, too.

    In English the names as the file has them, in another locale what somebody stands for.
    """
    finders = _kept(glossary).finders
    if locale not in finders:
        from l10n.names import Finder

        terms = glossary.terms(locale, State.TRANSLATED)
        finders[locale] = Finder(locale, terms, known=terms)
    return finders[locale]


def terms(glossary: Glossary, locale: str) -> Mapping[str, Term]:
    """The names of a glossary in a locale, by id."""
    known = _kept(glossary).terms
    if locale not in known:
        known[locale] = {term.id: term for term in glossary.terms(locale)}
    return known[locale]


def named(source: view.Source, glossary: Glossary) -> dict[Key, tuple[Mention, ...]]:
    """The mentions in the source of each segment that has one."""
    if not glossary.names:
        return {}
    segments = source.assembly.segments
    found = {segment.key: finder(glossary, source.locale).find(segment.source) for segment in segments}
    told = sure(found.values())
    return {key: kept for key, kept in zip(found, told, strict=True) if kept}


def sure(texts: Iterable[list[Mention]]) -> Iterator[tuple[Mention, ...]]:
    """The mentions in the texts of one article, those by a part of a name only where it can be one person's alone."""
    texts = list(texts)
    whole = {term_of(one).id for mentions in texts for one in mentions if one.analysis.part not in PARTIAL}
    return (tuple(kept for one in mentions for kept in _owned(one, whole)) for mentions in texts)


def _owned(mention: Mention, whole: set[str]) -> Iterator[Mention]:
    if mention.analysis.part not in PARTIAL:
        yield mention
        return
    owners = [one for one in (mention.term, *mention.analysis.rivals) if isinstance(one, Term) and one.id in whole]
    if len(owners) == 1:
        yield replace(mention, term=owners[0])


def moved(mention: Mention, by: int) -> Mention:
    """The mention in a text that has so many characters before."""
    return replace(mention, span=(mention.span[0] + by, mention.span[1] + by))


def term_of(mention: Mention) -> Term:
    """The entry of the glossary that a mention is of."""
    assert isinstance(mention.term, Term), "a glossary gives terms"
    return mention.term


def _told(
    glossary: Glossary, found: Callable[[], Mapping[Key, tuple[Mention, ...]]], source: view.Source, locale: str
) -> Mapping[Key, tuple[str, ...]]:
    """The lines about the names of each segment, for a translator into this locale.

    found: the mentions in the article, the same for every locale.
    """
    if locale in ("", source.locale):
        return {}
    known = terms(glossary, locale)
    lines = {key: tuple(dict.fromkeys(_lines(mentions, known, glossary, locale))) for key, mentions in found().items()}
    return {key: told for key, told in lines.items() if told}


def _lines(mentions: Iterable[Mention], terms: Mapping[str, Term], glossary: Glossary, locale: str) -> Iterator[str]:
    for mention in mentions:
        name = term_of(mention)
        term = terms.get(name.id)
        if term is None:
            continue
        if not term.translate:
            yield f"{name.form} stays as it is"
            continue
        parts = [f"{name.form} = {term.form}"]
        if glossary.state(name.id, locale) < State.TRANSLATED:
            parts[0] += DRAFT
        parts += [f"{word} {', '.join(forms)}" for word, forms in (("also", term.also), ("never", term.never)) if forms]
        yield "; ".join(parts)
