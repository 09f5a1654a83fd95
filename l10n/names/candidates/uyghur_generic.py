"""Words of kind and direction in names of places: what is translated, and where it stands in Uyghur.

A line: Uyghur | English | Russian | Kazakh.  A word of kind follows the name in Uyghur, with the ending of possession;
a word of direction goes before it.

Source: general knowledge of Uyghur atlases and newspapers.  A native reader must still confirm: `ئوبلاستى` against
`ۋىلايىتى` for the regions of Kazakhstan and Russia, `تېغى` for a single mountain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

KINDS = """
ئوبلاستى | Region, Oblast | область | облысы
ئۆلكىسى | Province | провинция | провинциясы
رايونى | District | район | ауданы
ناھىيىسى | County | уезд, графство | уезі
ۋىلايىتى | Prefecture | префектура | префектурасы
ئىشتاتى | State | штат | штаты
شەھىرى | City | город | қаласы
كەنتى | Village | село, деревня | ауылы
جۇمھۇرىيىتى | Republic | республика | республикасы
پادىشاھلىقى | Kingdom | королевство | корольдігі
ئارىلى | Island, Isle | остров | аралы
ئاراللىرى | Islands | острова | аралдары
يېرىم ئارىلى | Peninsula | полуостров | түбегі
دەرياسى | River | река | өзені
كۆلى | Lake | озеро | көлі
دېڭىزى | Sea | море | теңізі
ئوكيان | Ocean | океан | мұхиты
قولتۇقى | Gulf, Bay | залив, бухта | шығанағы
بوغۇزى | Strait | пролив | бұғазы
تاغلىرى | Mountains | горы | таулары
تېغى | Mount, Mt. | гора | тауы
قۇملۇقى | Desert | пустыня | шөлі
ۋادىسى | Valley | долина | алқабы, аңғары
ئايرودرومى | Airport | аэропорт | әуежайы
ئۇنىۋېرسىتېتى | University | университет | университеті
كوچىسى | Street | улица | көшесі
"""

DIRECTIONS = """
شىمالىي | North, Northern | Северный, Северная, Северное, Северные | Солтүстік
جەنۇبىي | South, Southern | Южный, Южная, Южное, Южные | Оңтүстік
شەرقىي | East, Eastern | Восточный, Восточная, Восточное, Восточные | Шығыс
غەربىي | West, Western | Западный, Западная, Западное, Западные | Батыс
ئوتتۇرا | Central, Middle | Центральный, Центральная, Средний, Средняя | Орталық
يېڭى | New | Новый, Новая, Новое, Новые | Жаңа
كونا | Old | Старый, Старая, Старое | Ескі
يۇقىرى | Upper | Верхний, Верхняя, Верхнее, Верхние | Жоғарғы
تۆۋەن | Lower | Нижний, Нижняя, Нижнее, Нижние | Төменгі
چوڭ | Great, Greater, Big | Большой, Большая, Большое, Большие | Үлкен
كىچىك | Little, Lesser, Small | Малый, Малая, Малое, Малые | Кіші
"""

ADJECTIVES = (
    "ский",
    "ская",
    "ское",
    "ские",
    "цкий",
    "цкая",
    "цкое",
    "цкие",
    "ный",
    "ная",
    "ное",
    "ний",
    "няя",
    "нее",
    "ые",
)
"""Russian names that describe, `Алматинская область`: of what, the letters do not tell."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A name and what was translated of it."""

    name: str
    before: str
    after: str

    def whole(self, form: str) -> str:
        """The Uyghur form of the name with its other words."""
        return " ".join(part for part in (self.before, form, self.after) if part)


def parted(name: str, language: str) -> Parted | None:
    """The name without its words of kind and direction; None where it has none, or is nothing else."""
    kinds, directions = _words(KINDS, language), _words(DIRECTIONS, language)
    words = name.split()
    before = after = ""
    if len(words) > 1 and words[0].casefold() in directions:
        before = directions[words.pop(0).casefold()]
    for place in (-1, 0):
        if not after and len(words) > 1 and words[place].casefold() in kinds:
            after = kinds[words.pop(place).casefold()]
            words = words[words[0] == "of" and len(words) > 1 :]
    if not (before or after) or (language == "ru" and words[-1].casefold().endswith(ADJECTIVES)):
        return None
    return Parted(" ".join(words), before, after)


def describes(name: str, language: str) -> bool:
    """The name holds a word that is not written by letters: a word of kind, or one of direction but in English."""
    words = [word.casefold() for word in name.split()]
    meant = {*_words(KINDS, language), *(() if language == "en" else _words(DIRECTIONS, language))}
    return len(words) > 1 and not meant.isdisjoint((words[0], words[-1]))


@cache
def _words(table: str, language: str) -> Mapping[str, str]:
    """Uyghur by the words of a language, in small letters."""
    return dict(_read(table, ("ug", "en", "ru", "kk").index(language)))


def _read(table: str, column: int) -> Iterator[tuple[str, str]]:
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        yield from ((word.casefold(), cells[0]) for word in cells[column].split(", "))
