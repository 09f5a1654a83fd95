"""Segments that need no translator's words: nothing but names of the glossary, figures, a date, a credit.

    Gulnar Asetova             Гульнар Асетова
    14 March 2026              14 марта 2026 г.
    Photo: G. Asetova / AFP    no: nobody has said what the initials are
    Photo: Gulnar Asetova      Фото: Гульнар Асетова
    1,250                      1 250

A text is taken apart as one that goes to an engine: where no letter is left outside of names, figures and codes,
nothing has to be asked, and the parts are put together as the target writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from l10n import codes
from l10n.engines.contract import Name, Route, Text
from l10n.engines.protection import protect
from l10n.engines.restoring import restore
from l10n.facts.dates import dates
from l10n.model import Mention, Term
from l10n.workflow.mentions import PARTIAL, term_of

LABELS: tuple[Mapping[str, tuple[str, ...]], ...] = (
    {"en": ("Photo", "Photo by", "Photos", "Photos by"), "ru": ("Фото",), "kk": ("Фото", "Сурет"), "ug": ("سۈرەت",)},
    {"en": ("Video", "Video by"), "ru": ("Видео",), "kk": ("Видео", "Бейне"), "ug": ("سىن",)},
    {"en": ("Source",), "ru": ("Источник",), "kk": ("Дереккөз", "Дереккөзі"), "ug": ("مەنبە", "مەنبەسى")},
    {"en": ("Text", "Text by"), "ru": ("Текст",), "kk": ("Мәтін",), "ug": ("تېكىست",)},
    {"en": ("Illustration", "Illustration by"), "ru": ("Иллюстрация",), "kk": ("Иллюстрация",), "ug": ("رەسىم",)},
)  # fmt: skip
"""What credits begin with, the usual word first. The Kazakh and Uyghur ones wait for a native reader."""

LONGEST = 400
"""Characters; what has more is no name and no credit."""
_LABEL = re.compile(r"\s*([^\W\d_]+(?: by)?)(\s*:\s*|\s+(?=\S))")
_POSSESSIVE = re.compile(r"['’]s?\Z")
"""The English ending that belongs to the phrase, and not to the name."""


def rendered(source: str, named: Sequence[Mention], terms: Mapping[str, Term], locales: tuple[str, str]) -> str:
    """The target of a segment that needs no words; "" for any other.

    named: the names in it; terms: how they are called in the target, by id; locales: of source and target.
    """
    if len(source) > LONGEST:
        return ""
    label, body = _parted(source, *locales)
    inflected = bool(body) and _language(locales[0]) != "en"
    found = [*_names(source, named, terms, body, inflected=inflected), *_dates(source, locales, body)]
    text = Text(source[body:], tuple(_moved(found, body)))
    held = protect(text, Route("", "", *locales), markup=True)
    if held.pieces or held.reason or not any(one.isalnum() for one in codes.strip(source)):
        return ""
    target = restore(held, []).text
    return f"{label}{target}" if target else ""


def _parted(source: str, here: str, there: str) -> tuple[str, int]:
    """The label of a credit as the target has it, and where the source goes on; ("", 0) where there is none.

    `Photo by …` and `Фото …` need no colon; any other word before a name is no label without one.
    """
    match = _LABEL.match(source)
    if match is None:
        return "", 0
    said, mark = match[1], match[2]
    for label in LABELS:
        known, meant = label.get(_language(here), ()), label.get(_language(there), ())
        if said in known and meant and (":" in mark or said.endswith(" by") or _language(here) == "ru"):
            return f"{meant[0]}: ", match.end()
    return "", 0


def _language(tag: str) -> str:
    return tag.partition("-")[0]


def _names(
    source: str, named: Iterable[Mention], terms: Mapping[str, Term], body: int, *, inflected: bool
) -> Iterator[Name]:
    """The whole names in it with their renderings. inflected: a case is that of the label, and says nothing else."""
    for mention in named:
        start, end = mention.span
        term = terms.get(term_of(mention).id)
        if start < body or term is None or mention.analysis.part != "whole" or mention.analysis.rivals:
            continue
        if mention.analysis.features and not (inflected and term.kind in ("person", "organisation")):
            continue
        yield Name(start, end, capitalised(term.form, source[start:end]))


def capitalised(form: str, like: str) -> str:
    """A form with a capital letter where the text that it stands for has one: a term at the start of a heading."""
    return form[:1].upper() + form[1:] if like[:1].isupper() and form[:1].islower() else form


def _dates(source: str, locales: tuple[str, str], body: int) -> Iterator[Name]:
    """The days in it that are written in words, as the target writes them."""
    from l10n.builders import words  # dates are rare

    here, there = locales
    for one in dates(source, here):
        in_words = any(letter.isalpha() for letter in source[one.start : one.end])
        if one.start < body or not in_words or not one.sure or one.weekday or one.is_impossible:
            continue
        if one.year and one.year > 99 and one.month and len(one.days) == 1:
            iso = f"{one.year:04}-{one.month:02}-{one.days[0]:02}"
            said = words.long_date(iso, there)
            if said != iso:
                yield Name(one.start, one.end, said)


def _moved(found: Iterable[Name], by: int) -> Iterator[Name]:
    for one in found:
        yield Name(one.start - by, one.end - by, one.rendering)


def marked(source: str, named: Sequence[Mention], terms: Mapping[str, Term]) -> Iterator[Name]:
    """The names in a text that an engine has to leave alone, in their glossary form.

    Terms are words of the language, which the engine inflects; so is a name of which only a part stands there, unless
    its parts are as many in the target.
    """
    for mention in named:
        start, end = mention.span
        term = terms.get(term_of(mention).id)
        if term is None or mention.analysis.rivals or (term.kind == "term" and term.translate):
            continue
        end = start + len(_POSSESSIVE.sub("", source[start:end]))
        form = _form(mention, term, source[start:end])
        if form:
            yield Name(start, end, form)


def _form(mention: Mention, term: Term, said: str) -> str:
    """What a mention is called in the target; "" where that is not certain."""
    if not term.translate:
        return said
    name = term_of(mention)
    if mention.analysis.part == "whole":
        return term.form if mention.analysis.form == name.form else ""
    here, there = name.form.split(), term.form.split()
    if mention.analysis.part in PARTIAL and len(here) == len(there) and said in here:
        return there[here.index(said)]
    return ""
