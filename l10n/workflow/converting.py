"""Script variants: what a locale says, in the letters of another script.

    a unit of the locale ── hold back what is in no words of it ── convert ── isolate ──► the unit of the variant

Held back, and put in its place again: what is left in the language of the source, what states another language than
the page's, code.  What else stays, as Latin names and addresses, is for convert to know.  From right to left Latin
names stand in isolates; from left to right no mark remains that the other direction needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from l10n import codes, languages, markup, names
from l10n.builders import isolates
from l10n.edits import primary
from l10n.markup import element_names
from l10n.model import Term, Unit
from l10n.names import converting, standards

CODE = element_names("code kbd samp tt pre var math")
"""Elements whose words are in no language."""

READ = ("code", "url")
"""Names of codes that stand alone and are read as words: code spans and addresses of Markdown."""

HELD = "\ue000"
"""A private letter in the place of what is held back."""

BETWEEN = "\n\ue001.\n"
"""Between the units of an article that is read as one text; a sentence starts after it."""

_HELD = re.compile(HELD)
_WORD = re.compile(r"\w")
_FIELD = rf"\{{[^{{}}]*\}}|[{HELD}\ue001]"
_FOREIGN = "{}.*?{}".format(*codes.FOREIGN)
_NO_WORDS = rf"&(?:lt|amp);|[{HELD}\ue001]"
_ARABIC = re.compile("[\u0600-\u06ff]")

Spoken = tuple[str, str]
"""Name of an element and the language that it states; two empty texts where there is none."""

Held = tuple[str, list[str]]
"""A text in which HELD stands for passages, and these."""


@dataclass(frozen=True)
class Converter:
    """From a locale of the project to one of its script variants."""

    base: str
    locale: str
    """The tag of the variant."""
    terms: tuple[Term | str, ...] = ()
    """Names in the base's language: they have capitals where its script has none."""

    @cached_property
    def standard(self) -> str:
        """The tables of letters by name; several where one leads over another script."""
        return ", ".join(
            step.name for step in standards.way(standards.system(self.base), standards.system(self.locale))
        )

    @cached_property
    def direction(self) -> str:
        """Of the variant, "ltr" or "rtl"."""
        return languages.get(self.locale).direction

    @cached_property
    def _letters(self) -> converting.Converter:
        """Built once: an archive has a hundred thousand texts, and a glossary five thousand names."""
        return converting.Converter(self.base, self.locale, self.terms)

    def words(self, text: str) -> str:
        """Plain words."""
        return self._letters.text(text)

    def name(self, text: str) -> str:
        """Names of people or of the newsroom, as they sign."""
        return names.convert(text, self.base, self.locale, (text,)) if _ARABIC.search(text) else self.phrase(text)

    def phrase(self, text: str) -> str:
        """Words that stand inside a sentence."""
        return self.words(f"{HELD} {text}").removeprefix(f"{HELD} ") if text else ""

    def template(self, text: str) -> str:
        """A template of a credit; its fields stay."""
        return self._texts([_hold(_FIELD, text)])[0]

    def unit(self, text: str, unit: Unit, around: Spoken, source: str) -> str:
        """What one unit says."""
        return self.units([text], [unit], [around], source)[0]

    def units(self, texts: Sequence[str], units: Sequence[Unit], around: Sequence[Spoken], source: str) -> list[str]:
        """What the units of an article say.

        around: of each the element around it that states a language.  source: the language of the original.
        """
        kept = {n for n, spoken in enumerate(around) if spoken[1] and _is_foreign(*spoken, source)}
        held = [
            _hold(_pattern(unit, text, source), text)
            for n, (text, unit) in enumerate(zip(texts, units, strict=True))
            if n not in kept
        ]
        said = iter(self._texts(held))
        return [text if n in kept else next(said) for n, text in enumerate(texts)]

    def _texts(self, held: Sequence[Held]) -> list[str]:
        """Texts converted, with what was held back in them again.

        From Arabic letters an article is read as one text, because a person named in full has capitals from then on.
        """
        words = [text for text, _ in held]
        said = self.words(BETWEEN.join(words)).split(BETWEEN) if self._cased_by_names else list(map(self.words, words))
        if self.direction == "rtl":
            said = list(map(isolates.mark, said))
        return [_release(text, passages) for text, (_, passages) in zip(said, held, strict=True)]

    @cached_property
    def _cased_by_names(self) -> bool:
        return languages.get(self.base).script == "Arab"


def _pattern(unit: Unit, text: str, source: str) -> str:
    """What of a unit is held back."""
    held = [_FOREIGN, _NO_WORDS]
    for name, raw in unit.codes:
        pair = f"<{name}>.*?</{name}>"
        if _is_kept(raw, source) or (_leads_elsewhere(raw) and _same(pair, unit.source, text)):
            held.append(pair)
        if _is_read(name, raw):
            held.append(f"<{name}/>")
    return "|".join(held)


def _same(pattern: str, source: str, text: str) -> bool:
    return re.findall(pattern, source, re.DOTALL) == re.findall(pattern, text, re.DOTALL)


def _hold(pattern: str, text: str) -> Held:
    """The text with what fits a pattern held back."""
    passages: list[str] = []

    def hold(match: re.Match[str]) -> str:
        passages.append(match[0])
        return HELD

    return re.sub(pattern, hold, text, flags=re.DOTALL), passages


def _release(text: str, passages: Iterable[str]) -> str:
    back = iter(passages)
    return _HELD.sub(lambda _: next(back), text)


def _is_read(name: str, raw: str) -> bool:
    """Whether a code that stands alone is read as a word, so that no sentence starts after it: `translate="no"`."""
    return name.startswith(READ) or (raw[:1] == "<" and _WORD.search(markup.TAG.sub("", raw)) is not None)


def _is_kept(raw: str, source: str) -> bool:
    """Whether the words inside a code are in no words of the variant. raw: what the code stands for."""
    said = _attributes(raw)
    lang = said.get("lang", said.get("xml:lang", "")).strip()
    return said["<"] in CODE or bool(lang and "hreflang" not in said and _is_foreign(said["<"], lang, source))


def _leads_elsewhere(raw: str) -> bool:
    """A link to a page in another language: its words may be of that language, or translated."""
    said = _attributes(raw)
    return "hreflang" in said and ("lang" in said or "xml:lang" in said)


def _attributes(raw: str) -> dict[str, str]:
    """The attributes of a start tag by name, and the name of its element as `<`; "" for what is no tag."""
    tag = markup.TAG.match(raw)
    if not tag or not tag[1]:
        return {"<": ""}
    return {one.name: one.value for one in reversed(markup.attributes(raw, 0, tag.end()))} | {"<": tag[1].lower()}


def _is_foreign(name: str, lang: str, source: str) -> bool:
    """What states a language keeps it, but for a block or phrase in that of the source, which was translated.

    Source: edits.follow, by which a built page says of its parts what language they are in.
    """
    return name == "span" or primary(lang) != primary(source)
