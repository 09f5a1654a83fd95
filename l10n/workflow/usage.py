"""Where one name of the glossary is used: each segment that names it, and how each locale writes it there.

    usage.likely(articles, glossary, "Ile")       the articles that may name it, by their bytes
    usage.named(source, "Ile", glossary)          where one of them names it
    usage.uses(source, named, sides, glossary)    what each locale has there

What disagrees with the glossary is told by the check of names and terms, as `l10n names --consistency` tells it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from l10n import files, text
from l10n.glossary import Glossary
from l10n.ledger import Status
from l10n.model import JOINED, Finding, Key, Mention
from l10n.project import Article
from l10n.text import segment_id
from l10n.workflow import checking, consistency, mentions, view

BEGINNING = 3
"""Letters of a word that all its inflected forms begin with, and that an article is searched for before it is read."""
_MARKUP = re.compile(r"<[^<>]*>|[*_`\\]")
"""What may stand inside a word of an article: tags of HTML, signs of Markdown."""


@dataclass(frozen=True, slots=True)
class Use:
    """One segment that names it, in one locale."""

    article: str
    locale: str
    key: Key
    line: int
    """Of the article."""
    source: str
    named: tuple[tuple[int, int], ...]
    """Where it stands in the source."""
    target: str
    """As it stands in the catalog; "" where nothing does."""
    found: tuple[tuple[int, int], ...]
    """Where it stands in the target, in a form that is known."""
    source_locale: str
    status: Status
    findings: tuple[Finding, ...] = ()
    """What disagrees with the glossary; nothing is said of drafts."""

    @property
    def id(self) -> str:
        """Of the segment."""
        return segment_id(*self.key)

    @property
    def written(self) -> tuple[str, ...]:
        """The name as it is written there, each form once."""
        return tuple(dict.fromkeys(self.target[start:end] for start, end in self.found))


def likely(articles: Iterable[Article], glossary: Glossary, ref: str) -> list[Article]:
    """The articles whose text may name it: they have all words of one of its forms, by beginnings or initials.

    Few of an archive are left, and only they are read as articles.  A surname alone counts where the whole name stands
    somewhere in the article, so that nothing is lost.
    """
    wanted = [_beginnings(form) for form in _forms(glossary, ref)]
    return [one for one in articles if not one.is_glossary and _has(one, wanted)]


def _forms(glossary: Glossary, ref: str) -> set[str]:
    """All that it may be called in an article of any language."""
    name = glossary.by_ref[ref]
    own = [known[ref] for known in glossary.renderings.values() if ref in known]
    forms = {name.form, name.original, *name.also, *name.former}
    return (forms | {one.form for one in own} | {form for one in own for form in one.also}) - {""}


def _beginnings(form: str) -> list[re.Pattern[str]]:
    """What all stands in an article that has this form."""
    words = list(text.words(_plain(form))) or [_plain(form)]
    return [re.compile(rf"(?<!\w)(?:{_beginning(word)}|{re.escape(word[0])}\w?\.)") for word in words]


def _beginning(word: str) -> str:
    """How a word begins in all its forms; a letter alone is no beginning."""
    return re.escape(word[:BEGINNING]) if len(word) > 1 else rf"{re.escape(word)}(?!\w)"


def _has(article: Article, wanted: Sequence[Sequence[re.Pattern[str]]]) -> bool:
    try:
        said = files.read(article.path)[0].decode("utf-8", "replace")
    except OSError:
        return True  # whoever reads it says what is wrong
    said = _plain(html.unescape(said))
    texts = [_MARKUP.sub(instead, said) for instead in ("", " ")]
    return any(all(any(one.search(text) for text in texts) for one in form) for form in wanted)


def _plain(said: str) -> str:
    return text.unmarked(said).casefold()


Named = dict[Key, tuple[Mention, ...]]
"""The mentions of one name in the source of each segment that names it."""


def named(source: view.Source, ref: str, glossary: Glossary) -> Named:
    """Where an article names it."""
    told = mentions.named(source, glossary)
    own = {key: tuple(one for one in some if mentions.term_of(one).id == ref) for key, some in told.items()}
    return {key: some for key, some in own.items() if some}


def uses(source: view.Source, own: Named, sides: Sequence[view.Side], glossary: Glossary) -> Iterator[Use]:
    """The segments of an article that name it, in each of these locales, in document order.  own: as `named` says."""
    lines = {segment.key: segment.places[0].line for segment in source.assembly.segments}
    refs = {mentions.term_of(one).id for some in own.values() for one in some}
    for side in sides:
        checker = checking.checker(glossary, side.locale)
        joined = consistency.said_in(side)
        behind = {key: host for host, keys in joined.items() for key in keys}
        for key, some in own.items():
            host = behind.get(key, key)
            entry = side.entries[host]
            said, those = consistency.together([host, *joined.get(host, ())], own)
            texts = checker.read(said, entry.target, those)
            silent = entry.empty or entry.fuzzy or host != key or entry.target == JOINED
            yield Use(
                source.article.name,
                side.locale,
                key,
                lines[key],
                key[1],
                tuple(one.span for one in some),
                entry.target,
                tuple(one.span for one in texts.found if mentions.term_of(one).id in refs),
                source.locale,
                side.status(host),
                () if silent else tuple(checker.check(texts)),
            )
