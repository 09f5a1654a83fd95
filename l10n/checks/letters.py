"""Look-alikes: words with letters of two alphabets, and what was meant where each foreign letter looks alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.pairs import Span

_LOOK_ALIKES = ("aceopxyikABCEHIKMOPTXYəƏhjsJSɵƟ", "асеорхуікАВСЕНІКМОРТХУәӘһјѕЈЅөӨ")
_TO_CYRILLIC = str.maketrans(*_LOOK_ALIKES)
_TO_LATIN = str.maketrans(*reversed(_LOOK_ALIKES))
_CYRILLIC = "\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af"
_ARABIC = "\u0620-\u064a\u066e-\u06d5"
_ARABIC_BORDER = re.compile(
    f"[{_LATIN}{_CYRILLIC}](?:(?<=[{_ARABIC}].)|(?<=[{_CYRILLIC}])(?=[{_ARABIC}])"
    f"|(?<=[{_LATIN}])(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}][{_LATIN}]))"
)
_BORDER = re.compile(f"[{_LATIN}](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}{_ARABIC}].))")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
_MAY_BE = re.compile(f"[{_LATIN}]")
_FOREIGN = re.compile(f"[{_ARABIC}][{_CYRILLIC}]|[{_CYRILLIC}][{_ARABIC}]|[{_ARABIC}][{_LATIN}]{{1,2}}[{_ARABIC}]")
_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile("[\u0400-\u052f\u0300-\u036f]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(f"([{_LATIN}]+)[{_CYRILLIC}]+")
_ROMAN = re.compile("[IVXLCDM\u0425\u0406\u0421\u041c]+")
_ALONE = re.compile("(?<![^ ])[acoyk](?![^ ])")
_RUSSIAN = str.maketrans("acoyk", "асоук")
MOST = 40
"""Letters of a word; what is longer is none."""


def mixed(text: str) -> Iterator[tuple[Span, str | None]]:
    """Words of two alphabets, each with the word that was meant, None where that is not certain."""
    both = _ARABIC_LETTER.search(text) is not None and _CYRILLIC_LETTER.search(text) is not None
    if not both and _MAY_BE.search(text) is None:
        return
    end = 0
    for border in (_ARABIC_BORDER if both else _BORDER).finditer(text):
        if border.start() < end:
            continue
        start = border.start()
        while start > end and text[start - 1].isalpha():
            start -= 1
        word = _LETTERS.match(text, start)
        assert word is not None, "a border stands between letters"
        end = word.end()
        if len(word[0]) > MOST:
            continue
        found, meant = _meant(word[0])
        if found:
            yield word.span(), meant


def _meant(word: str) -> tuple[bool, str | None]:
    """Whether a word of two alphabets is wrong, and what was meant."""
    if _FOREIGN.search(word):
        return True, None
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    all_cyrillic, all_latin = _MAY_BE.search(cyrillic) is None, re.search(f"[{_CYRILLIC}]", latin) is None
    if all_latin and (not all_cyrillic or _ROMAN.fullmatch(word) or _mostly_latin(word)):
        return True, latin
    if all_cyrillic:
        return True, cyrillic
    prefix = _PREFIX.fullmatch(word)
    return prefix is None or len(prefix[1]) == 1, None


def _mostly_latin(word: str) -> bool:
    return sum(_MAY_BE.match(one) is not None for one in word) * 2 > len(word)


def foreign(word: str, meant: str | None) -> tuple[str, ...]:
    """The letters that are not those of the word that was meant; where none is known, those of Latin."""
    if meant is None:
        return tuple(dict.fromkeys(_MAY_BE.findall(word) or re.findall(f"[{_CYRILLIC}]", word)))
    return tuple(dict.fromkeys(one for one, other in zip(word, meant, strict=True) if one != other))


NEIGHBOURS = str.maketrans("ѳѲҥҤӊӉӈӇҝҜҡҠԛԚӄӃҟҞҕҔӷӶӻӺӕӔѵѴѓЃќЌӧӦӱӰ", "өӨңҢңҢңҢқҚқҚқҚқҚқҚғҒғҒғҒәӘүҮғҒқҚөӨүҮ")
"""Letters of other languages in Cyrillic letters, or of old books, and those of Kazakh that they look like."""
_NEIGHBOURS = re.compile(f"[{''.join(map(chr, NEIGHBOURS))}]")
_MARKED = re.compile("[\u0400-\u052f][\u0300-\u036f]")


def neighbours(text: str) -> Iterator[tuple[Span, str]]:
    """Words of a Kazakh text with letters of other languages, or with marks on letters, and what was meant."""
    if _NEIGHBOURS.search(text) is None and _MARKED.search(text) is None:
        return
    for word in _WORD.finditer(text):
        meant = _MARKS.sub("", word[0].translate(NEIGHBOURS))
        if meant != word[0]:
            yield word.span(), meant


_STRANGE = re.compile("[\u0400-\u04ff]*[ѐЀѝЍѓЃќЌ][\u0400-\u04ff]*")
_STRANGE_LETTER = re.compile("[ѐЀѝЍѓЃќЌ]")
_TO_RUSSIAN = str.maketrans("ѐЀѝЍѓЃќЌ", "ёЁиИгГкК")
_WITH_I = re.compile("(?<![\u0400-\u04ff])[\u0400-\u04ff]*[іІ][\u0400-\u04ff]*")
_NOT_KAZAKH = re.compile("[ёфцчщъьэвЁФЦЧЩЪЬЭВ]")
_KAZAKH = re.compile("[әғқңөұүһӘҒҚҢӨҰҮҺїєґўЇЄҐЎ]")


def strange(text: str) -> Iterator[tuple[Span, str]]:
    """Words of a Russian text with letters that only Macedonian has, or with і for и: words of Kazakh or Ukrainian have
    other letters of their own."""
    for word in _STRANGE.finditer(text) if _STRANGE_LETTER.search(text) else ():
        yield word.span(), word[0].translate(_TO_RUSSIAN)
    for word in _WITH_I.finditer(text) if "і" in text or "І" in text else ():
        if _NOT_KAZAKH.search(word[0]) and not _KAZAKH.search(text):
            yield word.span(), word[0].replace("і", "и").replace("І", "И")


_TOKEN = re.compile(r"(?<![^\W_])(?![IVXLCDM]+\b)[A-Z][A-Z0-9]{2,20}(?![^\W_])")


def copied(source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Latin words of the source that stand in the target in Cyrillic look-alikes alone: СЕО, ТВ2."""
    for match in _TOKEN.finditer(source):
        word = match[0].translate(_TO_CYRILLIC)
        if word == match[0] or _MAY_BE.search(word) or match[0] in target:
            continue
        place = re.search(rf"(?<![^\W_]){word}(?![^\W_])", target)
        if place:
            yield place.span(), match[0]
