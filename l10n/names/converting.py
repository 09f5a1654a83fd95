"""Running text in another script of its own language: Uyghur and Kazakh, from Arabic or Cyrillic letters.

    words        by the tables of `standards`, loans by `loans`; acronyms joined or spelt out (ب د ت, БДТ)
    capitals     kept where both scripts have them; coming from Arabic letters, set at the start of sentences and of
                 quotations, and in names of persons, places, organisations and works: those of the glossary, and
                 well-known places
    marks        , ; ? and inner quotation marks are those of the target's script
    left alone   inline codes, addresses, placeholders, hashtags, words in Latin letters and figures; a word with
                 letters that the language does not have

Text that is in the target's script already stays, so converting twice is converting once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from l10n import codes, languages
from l10n.errors import TransliterationError
from l10n.model.names import Term
from l10n.names import loans
from l10n.names.candidates import uyghur_places
from l10n.names.candidates.cldr import place_names
from l10n.names.forms import Finder
from l10n.names.standards import kazakh, kazakh_arabic, system, uyghur, way
from l10n.names.standards.scripts import APOSTROPHES, cased, clean, script, scripts, unfold
from l10n.phrases import phrase

CAPITALISED = frozenset(["person", "place", "organisation", "work"])
"""Kinds of terms whose words have capitals; months, languages and peoples have none in these scripts."""

SHORTEST_PLACE = 4
"""Letters; a shorter place name is an ordinary word too often."""

ORDINARY = frozenset(["دۇنيا", "دۈشەنبە", "مالى", "قاتار", "توقماق", "الەم"])
"""Names of places in the tables that are ordinary words as well: world, Monday, his goods, row, mallet."""

ACRONYM = 4
"""Letters; a longer word in capitals is a shouted one."""

KEPT = 8
"""How many converters `convert` keeps."""

WORDS = 1 << 16
"""How many words a converter remembers; most words of a text are those of the texts before it."""

_ADDRESS = r"(?:https?://|www\.)[^\s<>«»“”‹›\"\u2068\u2069]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_HELD = rf"{codes.ANY.pattern}|{_ADDRESS}|&#?\w+;|\{{[^{{}}\n]*\}}|%(?:\([^()\n]*\))?[sd]|[#@]\w+|`[^`\n]*`"
_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:[{APOSTROPHES}](?={_LETTER})|[\u0300-\u036f\u00ad\u200c\u200d]|{_LETTER})*"
_ONE = "(?:ئ?[\u0620-\u06d5])"
_SPELT = rf"(?<![\w{APOSTROPHES}])(?!ئۇ ){_ONE}(?: {_ONE})+(?!\w)"
_MARK = r"(?<!\d)[,،]|[,،](?!\d)|[;؛]|[?؟](?!\w)|[۔٪٠-٩۰-۹]|[“”‹›„‘’]"
_BIDI = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_TOKEN = re.compile(f"(?P<held>{_HELD})|(?P<spelt>{_SPELT})|(?P<word>{_WORD})|(?P<mark>{_MARK})|(?P<bidi>{_BIDI})")
_HIDDEN = r"\s\0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_START = re.compile(
    rf"(?:\A|(?<=[.!?؟۔])[»”\"’›)\]\0]*\s+|:\s*(?=\0*[«“\"‹]))[{_HIDDEN}«“\"‹(\[—–-]*(?P<word>[^\W\d_]*)"
)
_INITIAL = re.compile(rf"(?<!\w)(?!ئۇ){_ONE}(?=\.)")
"""`ت. كۇمار`; ئۇ is a word, he or that."""
_ROMAN = re.compile("[ХІXIV]{2,}")
_AS_ROMAN = str.maketrans("ХІ", "XI")
_LOOKALIKES = str.maketrans("aceikopxyəABCEHIKMOPTXYhƏ", "асеікорхуәАВСЕНІКМОРТХУһӘ")
_TO_ARABIC = str.maketrans(",;?", "،؛؟")
_FROM_ARABIC = str.maketrans("،؛؟۔٪٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", ",;?.%01234567890123456789")


class Converter:
    """From one script of a language to another; built once for many texts."""

    def __init__(self, source: str, target: str, terms: Iterable[Term | str] = ()) -> None:
        """source, target: BCP 47. terms: names in the source's script.

        TransliterationError where there is no table, and for a source in Latin letters: nobody could tell its words
        from names that stay.
        """
        self.pair = system(source), system(target)
        self.terms = tuple(terms)
        self._source, self._target = (languages.get(tag).script for tag in (source, target))
        if self.pair[0] != self.pair[1] and self._source == "Latn":
            what = phrase("text in Latin letters (`{source}`) cannot be told from the Latin names in it", source=source)
            raise TransliterationError(what, hint=phrase("convert from the script that the article is written in"))
        self._steps = way(*self.pair) if self.pair[0] != self.pair[1] else ()
        self._language, self._other = languages.get(source), languages.get(target)
        quotes = dict(zip(self._language.inner_quotes, self._other.inner_quotes, strict=True))
        self._remembered = lru_cache(maxsize=WORDS)(self._word)
        self._marks = str.maketrans(quotes) | (_TO_ARABIC if self._target == "Arab" else _FROM_ARABIC)

    def text(self, text: str) -> str:
        """The text in the target's letters; time grows with its length."""
        if not self._steps:
            return text
        text = unfold(unicodedata.normalize("NFC", text))
        capitals = self._capitals(text) if self._source == "Arab" else frozenset()
        shouted = text.isupper()
        pieces, done = [], 0
        for found in _TOKEN.finditer(text):
            pieces += [text[done : found.start()], self._token(found, found.start() in capitals, shouted)]
            done = found.end()
        return "".join([*pieces, text[done:]])

    def _token(self, found: re.Match[str], capital: bool, shouted: bool) -> str:
        token, kind = found[0], found.lastgroup
        if kind == "word":
            return self._remembered(token, capital, shouted)
        if kind == "spelt":
            return "".join(map(self._letters, token.split(" "))).upper() if self._source == "Arab" else token
        if kind == "mark":
            return token.translate(self._marks)
        if kind == "bidi":
            return token if self._target == "Arab" else ""
        return token

    def _word(self, token: str, capital: bool, shouted: bool) -> str:
        word = clean(token)
        there = scripts(word)
        if self._source not in there:
            return token
        if self._source == "Cyrl":
            if _ROMAN.fullmatch(word):
                return word.translate(_AS_ROMAN)
            if there == {"Cyrl", "Latn"}:
                word = _repaired(word)
            if self._target == "Arab" and word.isupper() and 1 < len(word) <= ACRONYM and not shouted:
                return " ".join(map(self._letters, word))
        elif self.pair[0] == "ug-Arab":
            word = uyghur.mend(word)
        written = "".join(
            self._spelt(run) if script(run[0]) == self._source else run for run in _runs(word, self._source)
        )
        if self._source in scripts(written):
            return token
        return cased(written, True, False, self._upper) if capital else written

    def _spelt(self, run: str) -> str:
        return loans.spell(run, self.pair, self._letters)

    def _letters(self, word: str) -> str:
        for step in self._steps:
            word = step.apply(word)
        return word

    @cached_property
    def _upper(self) -> dict[str, str]:
        return dict(kazakh.LATIN.capitals) if self.pair[1] == "kk-Latn" else {}

    def _capitals(self, text: str) -> frozenset[int]:
        """Where the words begin that have a capital: first words of sentences, names, initials."""
        hidden = codes.ANY.sub(lambda found: "\0" * len(found[0]), text)
        places = set()
        for found in _START.finditer(hidden):
            if found["word"] not in self._saying:
                places.add(found.start("word"))
        places |= {found.start() for found in _INITIAL.finditer(hidden)}
        return frozenset(places | set(self._named(text)))

    @cached_property
    def _saying(self) -> frozenset[str]:
        """Words of saying, which carry a sentence on after a quotation."""
        saying = self._language.sentences.saying
        return frozenset(map(kazakh_arabic.to_arabic, saying)) if self.pair[0] == "kk-Arab" else saying

    def _named(self, text: str) -> Iterator[int]:
        """Where the words of names begin."""
        for start, end, many in self._mentions(text):
            words = [found for found in _TOKEN.finditer(text, start, end) if found["word"]]
            yield from (found.start() for found in words[:many] if len(found[0]) > 1)

    def _mentions(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Names of a text: start, end, and of how many words the name is without an ending that stands apart."""
        for one in self._finder.find(text):
            if isinstance(one.term, str) or one.term.kind in CAPITALISED:
                yield *one.span, len(one.analysis.form.replace("-", " ").split())

    @cached_property
    def _finder(self) -> Finder:
        if self.pair[0] == "ug-Arab":
            forms = frozenset(form for place in uyghur_places.PLACES for form in place.ug) | place_names("ug")
        else:
            forms = frozenset(map(kazakh_arabic.to_arabic, place_names("kk")))
        return Finder(self.pair[0], (*self.terms, *_places(forms)))


def _places(forms: Iterable[str]) -> list[Term]:
    return [Term(form, "place") for form in sorted(set(forms) - ORDINARY) if len(form) >= SHORTEST_PLACE]


def _repaired(word: str) -> str:
    """A Cyrillic word some of whose letters are Latin ones that look alike, in Cyrillic; another one as it is."""
    mended = word.translate(_LOOKALIKES)
    strange = sum(1 for sign in word if script(sign) == "Latn")
    return mended if scripts(mended) == {"Cyrl"} and 2 * strange <= len(word) else word


def _runs(word: str, source: str) -> list[str]:
    """The word cut where its script changes; signs that belong to none stay with what is before them."""
    runs = [word[:1]]
    for sign in word[1:]:
        kind = script(sign)
        if kind and (kind == source) != (script(runs[-1][0]) == source):
            runs.append(sign)
        else:
            runs[-1] += sign
    return runs


def convert(text: str, source: str, target: str, terms: Iterable[Term | str] = ()) -> str:
    """Running text of a language in another of its scripts; inline codes and what is in no words of it stay.

    source, target: BCP 47, `ug` to `ug-Cyrl`, `ug-Latn`, `ug-Latn-x-yeziq`; `kk` to `kk-Latn`, `kk-Arab`; back from
    Cyrillic and Arabic letters.  terms: names in the source's script, whose words get capitals.
    TransliterationError where there is no table for the pair, or the source is in Latin letters.
    """
    return _converter(source, target, tuple(terms)).text(text)


@lru_cache(maxsize=KEPT)
def _converter(source: str, target: str, terms: tuple[Term | str, ...]) -> Converter:
    return Converter(source, target, terms)
