"""Whether every article of the archive writes the names of the glossary as it says, in source and targets.

Targets: the check of names and terms, on every text that is no draft; two admitted spellings in one article, and an
article that writes another one than most of the archive.  Sources: spellings that disagree among themselves or with
the glossary.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from l10n.checks import entities, terminology
from l10n.checks.texts import Texts
from l10n.glossary import Glossary
from l10n.model import JOINED, Finding, Key, Mention
from l10n.names.discovery import Disagreement, Passage
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.text import segment_id
from l10n.workflow import checking, mentions, naming, view
from l10n.workflow.discovering import discovered, passages_of, seamless

SEVERE = ("error", "warning")
"""Severities for which `l10n names --consistency` leaves with 1."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding in its place."""

    article: str
    locale: str
    place: str
    """`source/border.html:41`."""
    source: str
    target: str
    """The text that is spoken of: of a finding in a source, that source."""
    segment: str
    """Its id; "" for a finding in a source."""
    finding: Finding

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            **self.finding.as_json(),
            "article": self.article,
            "locale": self.locale,
            "place": self.place,
            "segment": self.segment,
            "source": self.source,
            "target": self.target,
        }


def consistency(
    project: Project,
    articles: Sequence[Article],
    locales: Sequence[str] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> list[Located]:
    """What these articles write against the glossary, the findings of sources first."""
    glossary = naming.load(project)
    passages: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    found: list[Located] = []
    used: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for number, article in enumerate((one for one in articles if one.is_page), 1):
        source = view.source(project, article)
        passages[source.locale] += ((passage, article.name) for passage in _as_edited(source))
        wanted = [locale for locale in source.targets if not locales or locale in locales]
        named = mentions.named(source, glossary) if wanted else {}
        for locale in wanted if named else ():
            found += _of_side(view.side(source, locale), glossary, named, used)
        progress(number)
    found += _against_the_archive(used)
    read = {locale: texts for locale, texts in passages.items() if not locales or locale in locales}
    return [one for locale, texts in read.items() for one in _of_sources(texts, locale, glossary)] + found


def _as_edited(source: view.Source) -> Iterator[Passage]:
    """The segments of an article, those that its own catalog edits as they are there, with the catalog as place."""
    side = view.side(source, source.locale)
    for passage, segment in zip(passages_of(source), source.assembly.segments, strict=True):
        entry = side.entries[segment.key]
        if entry.empty or entry.fuzzy or entry.target == JOINED:
            yield passage
        else:
            place = f"{source.project.shown(side.path)} ({passage.place})"
            yield Passage(seamless(entry.target), place, passage.kind)


Used = dict[tuple[str, str], dict[str, Counter[str]]]
"""By locale and name: by form, how often each article has it."""


Named = Mapping[Key, tuple[Mention, ...]]
"""The mentions in the sources of segments."""


def _of_side(side: view.Side, glossary: Glossary, named: Named, used: Used) -> Iterator[Located]:
    """The findings of one catalog."""
    checker = checking.checker(glossary, side.locale)
    lines = {segment.key: segment.places[0].line for segment in side.source.assembly.segments}
    rows: list[tuple[Key, Texts]] = []
    joined = said_in(side)
    for key in lines:
        entry = side.entries[key]
        source, those = together([key, *joined.get(key, ())], named)
        if not those or entry.empty or entry.fuzzy or entry.target == JOINED:
            continue
        texts = checker.read(source, entry.target, those)
        for one in checking.whole(texts):
            if not one.analysis.forbidden:
                used[side.locale, mentions.term_of(one).id][one.analysis.form][side.source.article.name] += 1
        rows.append((key, texts))
        for finding in checker.check(texts):
            yield _located(side, lines[key], key, texts, finding)
    for number, finding in checking.two_spellings([texts for _, texts in rows]):
        key, texts = rows[number]
        yield _located(side, lines[key], key, texts, finding)


def said_in(side: view.Side) -> dict[Key, list[Key]]:
    """By segment those behind it whose target is said in its own."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for keys in side.source.assembly.keys:
        host = None
        for key in keys:
            if side.entries[key].target != JOINED:
                host = key
            elif host is not None and key not in found[host]:
                found[host].append(key)
    return found


def together(keys: Sequence[Key], named: Named) -> tuple[str, tuple[Mention, ...]]:
    """The source of some segments as one text, and the mentions in it."""
    source, those = "", list[Mention]()
    for key in keys:
        source += " " * bool(source)
        start = len(source)
        those += (replace(one, span=(one.span[0] + start, one.span[1] + start)) for one in named.get(key, ()))
        source += key[1]
    return source, tuple(those)


def _located(side: view.Side, line: int, key: Key, texts: Texts, finding: Finding) -> Located:
    article = side.source.article
    return Located(
        article.name, side.locale, f"{article.file}:{line}", texts.source, texts.target, segment_id(*key), finding
    )


def _against_the_archive(used: Used) -> Iterator[Located]:
    """Articles that write a name otherwise than most others do."""
    for (locale, _), forms in used.items():
        if len(forms) < 2:
            continue
        usual = max(forms, key=lambda form: (len(forms[form]), form))
        for form, counted in forms.items():
            for article in counted.keys() - forms[usual].keys():
                message = phrase(
                    "`{form}` here, `{usual}` in other articles: {n}", form=form, usual=usual, n=len(forms[usual])
                )
                finding = Finding(terminology.TYPE, "two spellings", "note", message)
                yield Located(article, locale, f"locales/{locale}/{article}.po", "", "", "", finding)


def _of_sources(texts: Sequence[tuple[Passage, str]], locale: str, glossary: Glossary) -> Iterator[Located]:
    """The spellings in the articles of one language that disagree, and former ones."""
    articles = {passage.place: article for passage, article in texts}
    passages = [passage for passage, _ in texts]
    done = discovered(passages, locale, glossary)
    by_place: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        by_place[passage.place].append(passage.text)
    for disagreement in done.disagreements:
        yield from _in_sources(disagreement, articles, by_place, locale)


def _in_sources(
    one: Disagreement, articles: dict[str, str], by_place: dict[str, list[str]], locale: str
) -> Iterator[Located]:
    doubtful = one.forms[0]
    message = entities.disagrees(doubtful, one.reason, one.better)
    for place in one.places:
        texts = by_place[place]
        spans = [_span(text, doubtful) for text in texts]
        for text, span in zip(texts, spans, strict=True):
            if span or not (any(spans) or text is not texts[0]):
                finding = Finding(terminology.TYPE, "source", "warning", message, span, None, one.better or None)
                yield Located(articles[place], locale, place, text, text, "", finding)


def _span(text: str, form: str) -> tuple[int, int] | None:
    """Where a form stands in a text, whatever spaces part its words; None where an ending or a code changes it."""
    match = re.search(r"\s+".join(map(re.escape, form.split())), text)
    return match.span() if match else None
