"""Terminology: every name and term of the source is in the target, in a form that the glossary admits.

ITS 2.0 type: terminology.  Quiet on purpose: names without a rendering, a surname where the source has the whole name,
a name said more or less often than in the source, a pronoun in the place of a surname alone, an adjective in the place
of a country.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from l10n.checks import persons
from l10n.checks.likeness import LOOSE, MIN_LETTERS, NEAR, SAME, Stretch, meant, nearest, words
from l10n.checks.pairs import Rule, Word
from l10n.checks.persons import Doubt, inside, is_one
from l10n.checks.texts import Expected, Language, Texts, id_of
from l10n.model import Finding, Mention, Term
from l10n.phrases import Phrase, phrase

__all__ = ["RULES", "TYPE", "Expected", "Language", "Texts", "terminology", "two_spellings"]

TYPE = "terminology"
RULES = {
    "missing": Rule("warning", "A name of the source is not in the target."),
    "spelling": Rule("error", "What stands there is near the form of the glossary, and is not one of its forms."),
    "forbidden": Rule("error", "A form stands there that the glossary forbids."),
    "untranslatable": Rule("error", "A name was changed that stands in every language as it is."),
    "person": Rule("error", "Another given name, other initials, the other sex: it is a person whom the source lacks."),
    "script": Rule("error", "Letters of another script, which only look right, stand in a name."),
    "two spellings": Rule("warning", "One article uses two of the forms that the glossary admits."),
}
"""What nobody approved yet in the glossary is held against a translator as a warning at most."""

_ADJECTIVE = re.compile(
    r"[сц]к(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими|ою)$|ц(?:ы|ев|ам|ами|ах|ем|а|у|е)?$|чан\w{0,4}$"
)
"""Ends of Russian adjectives and inhabitants: with a capital they start a sentence or a name, `Алматинская область`."""


def terminology(texts: Texts, expected: Mapping[str, Expected], language: Language) -> Iterator[Finding]:
    """What the target of a segment does with the names of its source."""
    seen: dict[str, Mention] = {}
    count = Counter(map(id_of, texts.named))
    for mention in texts.named:
        known = seen.get(id_of(mention))
        if known is None or (known.analysis.part in persons.PARTS and mention.analysis.part not in persons.PARTS):
            seen[id_of(mention)] = mention
    for name, mention in seen.items():
        due = expected.get(name)
        if due is not None:
            yield from _name(texts, mention, count[name], due, language)


def _name(texts: Texts, mention: Mention, count: int, due: Expected, language: Language) -> Iterator[Finding]:
    term = due.term
    hits = [hit for hit in texts.found if term.id in {id_of(hit), *(one.id for one in _terms(hit.analysis.rivals))}]
    for hit in hits:
        yield from _hit(texts, hit, mention, due, language)
    enough = [hit for hit in hits if _is_enough(hit, mention)]
    if not enough or all(hit.analysis.part in persons.PARTS for hit in hits):
        doubt = _doubt(texts, hits, term, language)
        if doubt is not None:
            yield _doubted(texts, doubt, mention, due, language)
            return
    if not enough:
        yield from _absent(texts, mention, due, language)
    elif len(hits) < count and (found := _near(texts, term, language, SAME)):
        yield _spelling(texts, found.span, mention, due, language)


def _is_enough(hit: Mention, mention: Mention) -> bool:
    """Whether what stands there names the person or thing: a given name alone does so only for a given name."""
    return hit.analysis.part != "given name" or mention.analysis.part == "given name"


def _terms(rivals: Iterable[Term | str]) -> Iterator[Term]:
    return (rival for rival in rivals if isinstance(rival, Term))


def _hit(texts: Texts, hit: Mention, mention: Mention, due: Expected, language: Language) -> Iterator[Finding]:
    """What is wrong with a name that is there."""
    written, term = texts.target[slice(*hit.span)], due.term
    if hit.analysis.forbidden:
        better = language.reinflect(term, hit.analysis.features)
        message = phrase("`{said}` is forbidden: the glossary says `{form}`", said=written, form=term.form)
        yield Finding(TYPE, "forbidden", "error", message, hit.span, mention.span, better)
    if wrong := (*hit.analysis.mixed, *_swapped(written, hit.analysis.form)):
        letters = ", ".join(f"`{letter}` (U+{ord(letter):04X})" for letter in wrong)
        message = phrase("`{word}` has letters of another script or code: {letters}", word=written, letters=letters)
        better = language.reinflect(term, hit.analysis.features) if hit.analysis.part == "whole" else None
        yield Finding(TYPE, "script", "error", message, hit.span, mention.span, better)
    elif _is_recased(written, hit.analysis.form) and not hit.analysis.forbidden:
        message = _against(written, hit.analysis.form)
        yield Finding(TYPE, "spelling", _severity(due), message, hit.span, mention.span)


def _against(written: str, form: str) -> Phrase:
    return phrase("`{said}` is spelt against the glossary: `{form}`", said=written, form=form)


_ONE_FOR_ANOTHER = ("ي", "ى")
"""Uyghur's consonant and vowel, which share a key on other keyboards and their look at the start of a word."""


def _swapped(written: str, form: str) -> Iterator[str]:
    """The first letter of a form that stands for another, as long as the others are those of the name."""
    for letter, right in zip(written, form, strict=False):
        if letter != right:
            yield from (letter,) * ({letter, right} == set(_ONE_FOR_ANOTHER))
            return


def _is_recased(written: str, form: str) -> bool:
    """Whether the capitals inside a name are others: `Whatsapp`. A line of capitals says nothing of them."""
    humped = any(one.islower() and other.isupper() for one, other in pairwise(form))
    same = written[: len(form)].casefold() == form.casefold()
    return humped and same and written[: len(form)] != form and not written[: len(form)].isupper()


def _doubt(texts: Texts, hits: Sequence[Mention], term: Term, language: Language) -> Doubt | None:
    """What of a person's name makes it another's."""
    if term.kind != "person":
        return None
    found = persons.beside(texts, hits, term, language)
    if found is None and not any(is_one(hit) and hit.analysis.part != "given name" for hit in hits):
        found = persons.other(texts, term, language)
    return found


def _doubted(texts: Texts, doubt: Doubt, mention: Mention, due: Expected, language: Language) -> Finding:
    if doubt.another is None:
        return _spelling(texts, doubt.span, mention, due, language)
    return Finding(TYPE, "person", "error", doubt.another, doubt.span, mention.span)


def _absent(texts: Texts, mention: Mention, due: Expected, language: Language) -> Iterator[Finding]:
    """A name that is not there, or not so that it is recognised."""
    term, written = due.term, texts.source[slice(*mention.span)]
    if term.kind == "place" and term.translate and _is_adjective(texts.target, term.form):
        return
    partial = mention.analysis.part in persons.PARTS
    if not term.translate:
        span, better = _changed(texts, term, language)
        message = phrase("`{said}` stays as it is in every language", said=written)
        yield Finding(TYPE, "untranslatable", "error", message, span, mention.span, better)
    elif found := _near(texts, term, language, NEAR if partial else LOOSE) or _near_surname(texts, term, language):
        yield _spelling(texts, found.span, mention, due, language)
    elif place := _left(texts, mention, due):
        said = texts.target[slice(*place)]
        message = phrase("`{said}` is left as in the source: the glossary says `{form}`", said=said, form=term.form)
        yield Finding(TYPE, "spelling", _severity(due), message, place, mention.span)
    elif not partial:
        stranger = persons.stranger(texts) if term.kind == "person" else None
        if stranger is not None:
            said = texts.target[slice(*stranger.span)]
            message = phrase("`{said}` is not named in the source, where `{name}` stands", said=said, name=written)
            yield Finding(TYPE, "person", _severity(due), message, stranger.span, mention.span)
        else:
            message = phrase("`{name}` is missing: the glossary says `{form}`", name=written, form=term.form)
            yield Finding(TYPE, "missing", "warning", message, None, mention.span)


def _severity(due: Expected) -> str:
    return "error" if due.approved else "warning"


def _spelling(texts: Texts, span: tuple[int, int], mention: Mention, due: Expected, language: Language) -> Finding:
    """A name that is spelt against the glossary, and the form that was meant."""
    term = due.term
    said = [word for word in words(texts.target) if span[0] <= word.start and word.end <= span[1]]
    count = len(words(term.form))
    if len(said) > count:
        said = [word for word in said if not language.is_patronymic(word.text)]
    own = _surname(term) if term.kind == "person" and len(said) < count else term
    forms = [one for form in (own.form, *own.also) for one in language.forms(replace(own, form=form))]
    found = meant([word.text for word in said], forms)
    span = (said[found.first].start, said[found.last].end)
    written = texts.target[slice(*span)]
    better = (
        found.replacement if written == " ".join(word.text for word in said[found.first : found.last + 1]) else None
    )
    message = _against(written, term.form)
    return Finding(TYPE, "spelling", _severity(due), message, span, mention.span, better)


def _surname(term: Term) -> Term:
    names = term.form.split()
    return Term(names[0] if term.origin == "zho" else names[-1], "person", term.id, term.sex, term.origin)


def _free(texts: Texts, term: Term) -> list[Word]:
    """The words of a target that are no mention of another name."""
    taken = [one.span for one in texts.found if id_of(one) != term.id or one.analysis.part not in persons.PARTS]
    return [word for word in words(texts.target) if not inside((word.start, word.end), taken)]


def _near(texts: Texts, term: Term, language: Language, least: float) -> Stretch | None:
    """The words that look like the whole name."""
    free, found = _free(texts, term), []
    for form in (term.form, *term.also):
        if len(form) >= MIN_LETTERS:
            near = nearest(texts.target, free, language.forms(replace(term, form=form)), least)
            found += [near] if near else []
    return max(found, key=lambda one: one.score, default=None)


def _near_surname(texts: Texts, term: Term, language: Language) -> Stretch | None:
    """The word that looks like the surname of a person."""
    surname = _surname(term)
    if term.kind != "person" or surname.form == term.form or len(surname.form) < MIN_LETTERS:
        return None
    return nearest(texts.target, _free(texts, term), language.forms(surname), NEAR)


def _left(texts: Texts, mention: Mention, due: Expected) -> tuple[int, int] | None:
    """Where a word of the source's own name stands in the target, though the glossary has another form."""
    names = [name for name in mention.analysis.form.split() if len(name) >= MIN_LETTERS and name not in due.term.form]
    for word in words(texts.target):
        if word.text in names:
            return word.start, word.end
    return None


def _changed(texts: Texts, term: Term, language: Language) -> tuple[tuple[int, int] | None, str | None]:
    """The words that stand for a name that nobody translates, and the name where it takes no ending."""
    free = [
        word._replace(text=latin if word.text[0].isupper() or not language.cased else latin.lower())
        for word in _free(texts, term)
        if (latin := language.latin(word.text).title() or word.text)
    ]
    found = nearest(texts.target, free, [term.form], LOOSE)
    if found is None:
        return None, None
    fixed = language.reinflect(term, ("genitive",)) == term.form and "-" not in texts.target[slice(*found.span)]
    return found.span, term.form if fixed else None


def _is_adjective(target: str, form: str) -> bool:
    """Whether a word in small letters, or the first, is made of a place: `китайского`, for China's."""
    if len(form) < MIN_LETTERS or not form[0].isupper():
        return False
    stem = form.casefold()[: max(MIN_LETTERS, len(form) - 2)]
    first, *others = [word.text for word in words(target)] or [""]
    made = (
        first.casefold() if _ADJECTIVE.search(first) else "",
        *(word.casefold() for word in others if word.islower() or _ADJECTIVE.search(word)),
    )
    return any(word.startswith(stem) for word in made)


def two_spellings(mentions: Iterable[tuple[int, Mention]]) -> Iterator[tuple[int, Finding]]:
    """Where an article uses another admitted form of a name than at its first mention.

    mentions: the number of a segment and a mention in its target, in the order of the article; the findings come
    with the number of their segment.
    """
    first: dict[str, str] = {}
    said: dict[str, set[str]] = defaultdict(set)
    for number, mention in mentions:
        name, form = id_of(mention), mention.analysis.form
        used = first.setdefault(name, form)
        if form == used or mention.analysis.forbidden or form in said[name] or _is_short(form, used):
            continue
        said[name].add(form)
        message = phrase("`{form}` here, `{used}` before: one article, one spelling", form=form, used=used)
        yield number, Finding(TYPE, "two spellings", "warning", message, mention.span)


def _is_short(form: str, used: str) -> bool:
    """One of two forms is an acronym: it may follow what it stands for."""
    return any(len(one) > 1 and one.replace("-", "").isupper() for one in (form, used))
