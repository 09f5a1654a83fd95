"""Another name in the place of a mention, with the endings that the mention has.

Words around a name may hang on it: a verb on the sex of a person (сказала), an adjective on the gender of a city, a
preposition or a particle on its sounds (об Ухани, Қанат пен), an article on which name it is (the Hague).  Where one of
them might have to be another word, nothing is replaced.

    Russian   verbs and adjectives agree; в, с, о and к have two forms; на Кубе, but в Китае
    English   he and she; a and an; names with an article
    Kazakh    particles that are written apart harmonise with the word before them
    Uyghur    nothing: what harmonises is an ending of the name itself

The Kazakh particles wait for a native reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from l10n import languages
from l10n.languages import lexicon
from l10n.model.names import Mention, Term
from l10n.names.forms.grammar import Name
from l10n.names.forms.letters import WORD

Doubt = Callable[[Term, Term, str, str], bool]
"""May other words have to change? Of a name, the other one, and the text before and after."""

_LAST_WORD = re.compile(r"([\w'’]+)\W*\Z")
_NEXT_WORD = re.compile(r"\W*([\w'’]+)")
_TWO_FORMS = lexicon("во со ко обо")
_ON = lexicon("на с")
_ON_PLACES = lexicon(
    "алтай аляска бали гаити кавказ камчатка кипр корсика крит куба мадагаскар мальта мангистау мангышлак памир",
    "сахалин сицилия тайвань тибет украина урал филиппины чукотка шри-ланка ямайка",
)
"""Places that have на where others have в."""
_VOWELS = "аэиоуы"
_HE_AND_SHE = lexicon("he him his himself she her hers herself mr mrs ms")
_ARTICLES = lexicon("a an the")
_PARTICLES = lexicon("мен бен пен менен бенен пенен да де та те ма ме ба бе па пе ма екен")


def replaced(text: str, mention: Mention, other: Term, language: str) -> str | None:
    """The text with another name in the place of a mention; None where other words may have to change.

    mention: of a Term; other: in the language of the text, too.
    """
    from l10n.names.forms import reinflect

    term, said = mention.term, mention.analysis
    if not isinstance(term, Term) or term.kind != other.kind:
        return None
    is_sure = said.form == term.form and not (said.forbidden or said.mixed or said.rivals)
    form = _part(term, other, said.part) if is_sure else ""
    start, end = mention.span
    if not form or _doubt(language)(term, other, text[:start], text[end:]):
        return None
    made = reinflect(form, language, said.features, other.sex or None, kind=other.kind)
    return None if made is None else f"{text[:start]}{made}{text[end:]}"


def _part(term: Term, other: Term, part: str) -> str:
    """What of the other name stands where such a part of a name stood; "" where that is not certain."""
    if part == "whole":
        return other.form
    words = other.form.split()
    if part not in ("surname", "given name") or not len(words) == len(term.form.split()) == 2:
        return ""
    return words[part == "surname"]


def _doubt(language: str) -> Doubt:
    known = languages.get(language)
    return _DOUBTS.get(known.tag.partition("-")[0], _none)


def _none(term: Term, other: Term, before: str, after: str) -> bool:
    return False


def _word(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text) if pattern is _LAST_WORD else pattern.match(text)
    return found[1].casefold() if found else ""


def _russian(term: Term, other: Term, before: str, after: str) -> bool:
    gender = _gender(term)
    if not gender or gender != _gender(other):
        return True
    word, first, second = _word(_LAST_WORD, before), *f"{other.form.lower()}  "[:2]
    if word in _TWO_FORMS or (word in _ON and other.kind == "place"):
        return True
    if word in ("о", "об"):
        return (word == "об") != (first in _VOWELS)
    if word in ("в", "из") and other.kind == "place" and other.form.lower() in _ON_PLACES:
        return True
    hard = {"в": "вф", "с": "сзшжщ", "к": "кг"}.get(word, "")
    return first in hard and second not in _VOWELS + "еёюя"


def _gender(term: Term) -> str:
    """Sex of a person; gender of another name where its one word shows it; "" where that is not certain."""
    from l10n.names.forms.russian_inflection import sex

    words = WORD.findall(term.form)
    if term.kind == "person":
        return sex(words, Name(term.kind, term.sex, term.origin)) if words else ""
    form = term.form.lower()
    if len(words) != 1 or term.form.isupper() or form[-1:] in "оеёиыуэюьъ" or not "а" <= form[-1:] <= "я":
        return ""
    return "feminine" if form[-1] in "ая" else "masculine"


def _english(term: Term, other: Term, before: str, after: str) -> bool:
    if _word(_LAST_WORD, before) in _ARTICLES or (other.kind == "organisation" and not before.strip()):
        return True
    same = other.kind != "person" or bool(term.sex and term.sex == other.sex)
    return not same and not _HE_AND_SHE.isdisjoint(WORD.findall(f"{before} {after}".lower()))


def _kazakh(term: Term, other: Term, before: str, after: str) -> bool:
    """In another script than that of the particles, any short word may be one."""
    word = _word(_NEXT_WORD, after)
    return word in _PARTICLES or (len(word) <= len("пенен") and word.isalpha() and not "а" <= word[0] <= "ӿ")


_DOUBTS: dict[str, Doubt] = {"ru": _russian, "en": _english, "kk": _kazakh}
