"""What a build says at the end of an article: who translated it, and what was corrected.

A script variant has the words of its settings, else those of the locale it is converted from, in its own letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress

from l10n import builders, codes, languages
from l10n.builders import Article, Link, Links, Note
from l10n.builders.credits import Value
from l10n.workflow.converting import Converter
from l10n.workflow.view import Side


def notes(side: Side, article: Article, links: Links, converter: Converter | None = None) -> Iterator[Note]:
    """The byline of the translation, and a correction, where the settings have a template for this locale.

    converter: of a script variant, whose side is that of its locale.
    """
    project, name = side.source.project, side.source.article.name
    publishing, corrected = project.settings.publishing, project.named(name).correction
    byline = _said(publishing.byline, side.locale, converter)
    if byline and not side.is_source:
        yield Note("byline", byline, _credits(side, article, links, converter))
    template = _said(publishing.correction, side.locale, converter)
    text = _said(corrected.texts, side.locale, converter) if corrected else ""
    if corrected and template and text:
        yield Note(
            "correction", template, {"date": _day(corrected.date.isoformat(), side.locale, converter), "text": text}
        )


def _said(texts: Mapping[str, str], locale: str, converter: Converter | None) -> str:
    """What the settings say in a locale or script variant, "" where nothing."""
    if converter is None:
        return texts.get(locale, "")
    return texts.get(converter.locale) or converter.template(texts.get(locale, ""))


def _day(iso: str, locale: str, converter: Converter | None) -> str:
    if converter is None:
        return builders.words.long_date(iso, locale)
    return builders.Conversion(locale, converter.words).long_date(iso, converter.locale)


def _credits(side: Side, article: Article, links: Links, converter: Converter | None) -> Mapping[str, Value]:
    """What a byline can say."""
    source = side.source
    statuses = [side.status(segment.key) for segment in source.assembly.segments]
    signed = {
        "translator": _names(side, (name for status in statuses for name in status.translators)),
        "editor": _names(side, (name for status in statuses for name in status.reviewers)),
        "source": source.project.settings.name,
    }
    language = _language_name(source.locale, side.locale)
    if converter is not None:
        signed = {field: converter.name(said) for field, said in signed.items()}
        language = converter.phrase(language)
    values: dict[str, Value] = {**signed, "language": language}
    headline = next((unit.source for unit in source.assembly.units if unit.kind == "headline"), source.article.name)
    if source.locale in article.pages:
        place = article.pages[source.locale]
        url = links.archive.site.url(place) if source.article.format == "text" else ""
        values["original"] = Link(codes.strip(headline), url or links.to(place), source.locale)
    return {name: value for name, value in values.items() if value}


def _names(side: Side, ids: Iterator[str]) -> str:
    """People by the names they sign with, whoever did most first."""
    people = side.source.project.settings.people
    ranked = Counter(name for name in ids if name)
    shown = [
        people[name].names[0] if name in people and people[name].names else name for name, _ in ranked.most_common()
    ]
    return ", ".join(shown)


def _language_name(tag: str, reader: str) -> str:
    """What the reader's language calls a language; where CLDR does not know, what that calls itself."""
    from babel import Locale, UnknownLocaleError

    for name in (reader, reader.partition("-")[0]):
        with suppress(UnknownLocaleError):
            named = Locale.parse(name, sep="-").languages.get(tag.partition("-")[0])
            return named or languages.get(tag).own_name
    return languages.get(tag).own_name
