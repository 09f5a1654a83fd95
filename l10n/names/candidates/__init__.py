"""Renderings of a name in another language, best first, each with the standard it follows and the reason.

    name ─ clean ─┬─ known: somebody has approved this form
                  ├─ cldr: countries and cities
                  ├─ gazetteer: places whose names are fixed by tradition
                  ├─ people: persons whom everybody knows
                  ├─ uyghur_places: places whose Uyghur name is settled
                  ├─ usual: organisations, peoples and faiths, as the press calls them
                  ├─ the target's own module, which goes back to the name's own language, given or guessed
                  └─ cldr: languages and scripts

The other scripts of Kazakh and Uyghur are these candidates, written anew by the standards.  A language without a
module of its own has what the standards say.  A form that holds a letter of another script than the target's, or
anything that stands in no name, is left out: no candidate rather than nonsense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from itertools import chain
from types import MappingProxyType

from l10n import text
from l10n.errors import TransliterationError
from l10n.names.candidates import cldr, gazetteer, people, usual, uyghur_places
from l10n.names.candidates.asking import SCRIPTS, Ask, Candidate, base, clean, is_written_in, script_of
from l10n.names.standards import STANDARDS, transliterate
from l10n.phrases import phrase

__all__ = ["Candidate", "candidates"]

MOST = 8
"""Candidates that are given: a list to choose from at a glance."""

ACRONYM = 6
"""Letters of the longest word in capitals that is an acronym: IWPR stays as it is, or is translated."""

BEFORE_LANGUAGES = 2
"""Candidates of the target's module that stand before CLDR's languages: `Bari` is a city more often."""

TARGETS = {"ru": "russian", "en": "english", "kk": "kazakh", "ug": "uyghur"}
"""The module that knows a target language, imported when somebody asks."""

NOTHING: Mapping[str, str] = MappingProxyType({})


def candidates(
    name: str, source: str, target: str, origin: str | None = None, known: Mapping[str, str] = NOTHING
) -> list[Candidate]:
    """Renderings of the name, best first, at most MOST; none where nothing sensible can be said.

    source, target: BCP 47 tags.  origin: ISO 639-3 code of the language that the name comes from; guessed where it
    is None or empty.  known: renderings that are approved, by tag; a Russian or Kazakh one is a better start for the
    other languages than the English.  Never raises on any text.
    """
    cleaned = clean(name, source)
    if not cleaned or source == target:
        return []
    sure = {tag: form for tag, given in known.items() if (form := clean(given, tag))}
    ask = Ask(cleaned, source, base(target), origin or "", known=sure)
    offered = _all(ask)
    if script_of(target) != SCRIPTS.get(ask.target, ""):
        offered = chain(_known(ask, target), _converted(offered, target))
    return _best(offered, target)


def _converted(offered: Iterable[Candidate], target: str) -> Iterator[Candidate]:
    """The same in another script of the language, where a standard can write it so."""
    for one in offered:
        with suppress(TransliterationError):
            form = transliterate(one.text, base(target), target)
            yield Candidate(
                form,
                one.standard,
                phrase("{reason}; {form} written in `{tag}`", reason=one.reason, form=one.text, tag=target),
            )


def _known(ask: Ask, tag: str) -> Iterator[Candidate]:
    if tag in ask.known:
        yield Candidate(ask.known[tag], phrase("known form"), phrase("approved form in `{tag}`", tag=tag))


def _all(ask: Ask) -> Iterator[Candidate]:
    yield from _known(ask, ask.target)
    yield from cldr.places(ask)
    yield from gazetteer.propose(ask)
    yield from people.propose(ask)
    yield from uyghur_places.propose(ask)
    settled = list(usual.propose(ask))
    yield from settled
    if settled or usual.is_told_by_meaning(ask):
        return
    proposed = list(_proposed(ask))
    yield from proposed[:BEFORE_LANGUAGES]
    yield from cldr.languages(ask)
    yield from proposed[BEFORE_LANGUAGES:]


def _proposed(ask: Ask) -> Iterable[Candidate]:
    """What the target's module says; what the standards say where a language has none; of an acronym, nothing."""
    if ask.name.isupper() and len(ask.name) <= ACRONYM:
        return ()
    if ask.target not in TARGETS:
        return _standard(ask)
    answer: Iterable[Candidate] = import_module(f"{__name__}.{TARGETS[ask.target]}").propose(ask)
    return answer


def _standard(ask: Ask) -> Iterator[Candidate]:
    """The name by each standard of the pair of languages."""
    for standard in STANDARDS:
        with suppress(TransliterationError):
            form = transliterate(ask.name, ask.source, ask.target, standard.name)
            yield Candidate(form, standard.name, phrase("written by the letters"))


def _best(offered: Iterable[Candidate], target: str) -> list[Candidate]:
    """The first MOST different ones that are written as the target is."""
    kept: dict[str, Candidate] = {}
    for one in offered:
        form = text.nfc(one.text).strip()
        if form not in kept and (one.standard == usual.STANDARD or is_written_in(form, script_of(target))):
            kept[form] = one if form == one.text else Candidate(form, one.standard, one.reason)
        if len(kept) == MOST:
            break
    return list(kept.values())
