"""Where one name of the glossary is used: each segment that names it, and how each locale writes it there.

    pages = usage.likely(project, term forms)          the articles that may name it, by their bytes
    for one in usage.uses(source, sides, "Ile", glossary): …

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
from l10n.model import JOINED, Finding, Key
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
    """The articles whose text may name it: some word of one of its forms begins as a word in them does.

    Few of an archive are left, and only they are read as articles.
    """
    beginnings = _beginnings(glossary, ref)
    return [one for one in articles if not one.is_glossary and _has(one, beginnings)]


def _beginnings(glossary: Glossary, ref: str) -> re.Pattern[str]:
    name = glossary.by_ref[ref]
    own = {known[ref].form for known in glossary.renderings.values() if ref in known}
    more = {form for known in glossary.renderings.values() if ref in known for form in known[ref].also}
    forms = {name.form, name.original, *name.also, *name.former, *own, *more}
    starts = {start for form in forms for start in _starts(_plain(form))}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, starts)))})" if starts else r"(?!)")


def _starts(form: str) -> set[str]:
    """How the words of a form begin; one that is nothing but initials is looked for as it is."""
    return {word[:BEGINNING] for word in text.words(form) if len(word) > 1} or {form} - {""}


def _has(article: Article, beginnings: re.Pattern[str]) -> bool:
    try:
        said = files.read(article.path)[0].decode("utf-8", "replace")
    except OSError:
        return True  # whoever reads it says what is wrong
    said = _plain(html.unescape(said))
    return any(beginnings.search(_MARKUP.sub(instead, said)) for instead in ("", " "))


def _plain(said: str) -> str:
    return text.unmarked(said).casefold()


def uses(source: view.Source, sides: Sequence[view.Side], ref: str, glossary: Glossary) -> Iterator[Use]:
    """The segments of an article that name it, in each of these locales, in document order."""
    told = mentions.named(source, glossary)
    own = {key: tuple(one for one in some if mentions.term_of(one).id == ref) for key, some in told.items()}
    own = {key: some for key, some in own.items() if some}
    if not own:
        return
    lines = {segment.key: segment.places[0].line for segment in source.assembly.segments}
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
                tuple(one.span for one in texts.found if mentions.term_of(one).id == ref),
                source.locale,
                side.status(host),
                () if silent else tuple(checker.check(texts)),
            )
