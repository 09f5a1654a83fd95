"""Whether a name is Chinese, and its pinyin, from its English, Russian or Kazakh form.

An English form that could be pinyin (Milan, mi-lan) is taken for it only where the origin is known or the Russian form
is what the system of Palladius makes of it (Hainan is Хайнань, Milan is not Милань), or where the letters say so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

from l10n.names.standards import pinyin, transliterate

MARKED = re.compile("нь|чж|цз|хуэй|сюй|zh|q[iu]|x[iu]|[iu]ang|iong|ong")
"""Letters that names of pinyin syllables have and hardly any others."""

USUAL = re.compile("(?<=ج)و|(?<=د)و(?=ڭ)")
"""Syllables that Uyghur writes with u: zhou, zhong, dong.  Source: names of provinces in any Uyghur paper."""

LONGEST = 7
"""Letters of the longest syllable of Palladius, `чжуань`, and the hard sign."""


def romanised(forms: Mapping[str, str], sure: bool) -> str:
    """The name in pinyin; "" where it does not look Chinese.

    forms: the name by language, `en`, `ru`, `kk`.  sure: its origin is known to be Chinese.
    """
    english, russian = forms.get("en", ""), (forms.get("ru") or forms.get("kk", "")).casefold().replace("хой", "хуэй")
    divided: list[Sequence[str]] = [pinyin.syllables(word) for word in english.split()]
    divided = divided or [_divided(word) for word in russian.split()]
    if not divided or not all(divided):
        return ""
    if english and russian:
        told = "".join(map(pinyin.russian_syllable, chain(*divided))) == russian.replace(" ", "")
    else:
        told = len([*chain(*divided)]) > 1 and bool(MARKED.search(english.casefold() or russian))
    return " ".join("'".join(word) for word in divided) if sure or told else ""


def written(name: str) -> tuple[str, ...]:
    """Pinyin in Uyghur: first as places are written, `لەنجۇ`, then syllable by syllable, where that differs."""
    if not name:
        return ()
    plain = transliterate(name, "zh-Latn", "ug-Arab")
    return tuple(dict.fromkeys((USUAL.sub("ۇ", plain), plain)))


def _divided(word: str) -> Sequence[str]:
    """The syllables of a Russian word in pinyin, as few as there can be; () where it is not made of such."""
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST), end):
            before, syllable = best[start], _syllables().get(word[start:end])
            if before is not None and syllable and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = (*before, syllable)
    return best[-1] or ()


@cache
def _syllables() -> Mapping[str, str]:
    """Pinyin by the syllables of Palladius; a hard sign only parts syllables."""
    written = {pinyin.russian_syllable(one): one for one in sorted(pinyin.SYLLABLES, reverse=True)}
    return written | {f"{russian}ъ": one for russian, one in written.items() if russian.endswith("н")}
