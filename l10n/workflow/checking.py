"""The names of a project's glossary, handed to the check of names and terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from l10n import languages, names
from l10n.checks import terminology
from l10n.checks.texts import Expected, Language, Texts
from l10n.errors import L10nError
from l10n.glossary import Glossary
from l10n.model import Finding, Mention, State, Term
from l10n.names import given
from l10n.workflow import mentions

if TYPE_CHECKING:
    from l10n.names import Finder


@dataclass(frozen=True)
class Checker:
    """A glossary in one locale, ready for many texts."""

    locale: str
    expected: Mapping[str, Expected]
    """By ref."""
    finder: Finder
    language: Language

    def read(self, source: str, target: str, named: Sequence[Mention]) -> Texts:
        """A segment with the names in its target. named: those in its source."""
        return Texts(source, target, tuple(named), tuple(self.finder.find(target)))

    def check(self, texts: Texts) -> list[Finding]:
        """What is wrong with the names of a segment."""
        return list(terminology.terminology(texts, self.expected, self.language))


_latest: tuple[Glossary, dict[str, Checker]] | None = None
"""The checks of the glossary that was asked for last, by locale: every article asks for the same."""


def checker(glossary: Glossary, locale: str) -> Checker:
    """The checks of a locale, by the renderings that somebody stands for."""
    global _latest
    known = _latest  # another thread may ask for another glossary meanwhile
    if known is None or known[0] is not glossary:
        known = _latest = (glossary, {})
    if locale not in known[1]:
        finder = mentions.finder(glossary, locale)
        known[1][locale] = Checker(locale, _expected(glossary, locale), finder, _language(locale))
    return known[1][locale]


def two_spellings(texts: Iterable[Texts]) -> list[tuple[int, Finding]]:
    """Where one of the texts of an article uses another admitted form than those before it; by its number."""
    said = ((number, one) for number, text in enumerate(texts) for one in whole(text))
    return list(terminology.two_spellings(said))


def whole(texts: Texts) -> list[Mention]:
    """The mentions in a target of what its source names, those by a part of a name left out."""
    ids = {mentions.term_of(one).id for one in texts.named}
    return [one for one in texts.found if mentions.term_of(one).id in ids and one.analysis.part not in mentions.PARTIAL]


def _expected(glossary: Glossary, locale: str) -> dict[str, Expected]:
    """The renderings that somebody stands for; what stays as it is was settled by whoever wrote the glossary."""
    return {
        term.id: Expected(term, not term.translate or glossary.state(term.id, locale) >= State.REVIEWED)
        for term in glossary.terms(locale, State.TRANSLATED)
    }


OF_THINGS = (("possessive 3",), ("plural",))
FEATURES: tuple[tuple[str, ...], ...] = (
    (),
    *((case,) for case in ("genitive", "dative", "accusative", "instrumental", "locative", "ablative")),
    ("locative", "adjectival"),
    *OF_THINGS,
)
"""What endings most often say: the forms in which a misspelt name is looked for."""


@cache
def _language(locale: str) -> Language:
    """What the room of names knows of a language, for the check."""

    @cache
    def finder(term: Term) -> Finder:
        return names.Finder(locale, [term])

    def reinflect(term: Term, features: tuple[str, ...]) -> str | None:
        return names.reinflect(term.form, locale, features, term.sex or None, kind=term.kind)

    @cache
    def forms(term: Term) -> tuple[str, ...]:
        told = FEATURES[: -len(OF_THINGS)] if term.kind == "person" else FEATURES
        made = (reinflect(term, features) for features in told)
        return tuple(dict.fromkeys((term.form, *(form for form in made if form))))

    return Language(
        cased=given.is_cased(locale),
        find=lambda text, term: finder(term).find(text),
        reinflect=reinflect,
        forms=forms,
        latin=partial(_latin, locale),
        is_given=partial(given.is_given, language=locale),
        may_be_name=partial(given.may_be_name, language=locale),
        is_patronymic=given.is_patronymic,
    )


def _latin(locale: str, text: str) -> str:
    language = languages.get(locale)
    try:
        return names.transliterate(text, locale, f"{language.tag.partition('-')[0]}-Latn")
    except L10nError:
        return ""
