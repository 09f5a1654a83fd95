"""Words of kind and direction in names of places: what Kazakh and Uyghur translate, and where it stands.

    Карагандинская область → Қарағанды облысы        South Korea → Оңтүстік Корея

A line: Kazakh | Uyghur | English | Russian; a language without the word spells it by sound.  A word of kind follows the
name, with the ending of possession; a word of direction goes before it.  Where a cell has several words, the first is
the one that is written.

Source: general knowledge of the maps and the press of Kazakhstan, and of Uyghur atlases and newspapers.
A native reader must still confirm: Kazakh `провинциясы` against `аймағы` for provinces, `графтығы` for British
counties; Uyghur `ئوبلاستى` against `ۋىلايىتى` for the regions of Kazakhstan and Russia, `تېغى` for a single mountain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

COLUMNS = ("kk", "ug", "en", "ru")

KINDS = """
облысы | ئوبلاستى | Region, Oblast, Oblys | область, обл.
ауданы | رايونى | District, Raion | район
қаласы | شەھىرى | City | город
ауылы | كەنتى | Village | село, аул, деревня
кенті | | Settlement | посёлок, поселок
провинциясы | ئۆلكىسى | Province | провинция
өлкесі | | Krai, Kray | край
графтығы | ناھىيىسى | Shire | графство
уезі | ناھىيىسى | | уезд
округі | ناھىيىسى | County |
округі | | Okrug | округ
штаты | ئىشتاتى | State | штат
префектурасы | ۋىلايىتى | Prefecture | префектура
республикасы | جۇمھۇرىيىتى | Republic | республика
корольдігі | پادىشاھلىقى | Kingdom | королевство
аралы | ئارىلى | Island, Isle | остров
аралдары | ئاراللىرى | Islands, Isles | острова
түбегі | يېرىم ئارىلى | Peninsula | полуостров
өзені | دەرياسى | River | река
көлі | كۆلى | Lake | озеро
теңізі | دېڭىزى | Sea | море
мұхиты | ئوكيان | Ocean | океан
шығанағы | قولتۇقى | Gulf, Bay | залив, бухта
бұғазы | بوغۇزى | Strait | пролив
тауы | تېغى | Mount, Mt., Mountain | гора
таулары | تاغلىرى | Mountains | горы
шөлі | قۇملۇقى | Desert | пустыня
аңғары, алқабы | ۋادىسى | Valley | долина
асуы | | Pass | перевал
мұздығы | | Glacier | ледник
әуежайы | ئايرودرومى | Airport | аэропорт
станциясы | | Station | станция
университеті | ئۇنىۋېرسىتېتى | University | университет
көшесі | كوچىسى | Street | улица
даңғылы | | Avenue | проспект
алаңы | | Square | площадь
"""

DIRECTIONS = """
Солтүстік | شىمالىي | North, Northern | Северный, Северная, Северное, Северные
Оңтүстік | جەنۇبىي | South, Southern | Южный, Южная, Южное, Южные
Шығыс | شەرقىي | East, Eastern | Восточный, Восточная, Восточное, Восточные
Батыс | غەربىي | West, Western | Западный, Западная, Западное, Западные
Орталық | ئوتتۇرا | Central | Центральный, Центральная, Центральное, Центральные
 | ئوتتۇرا | Middle | Средний, Средняя
Жаңа | يېڭى | | Новый, Новая, Новое, Новые
 | يېڭى | New |
Ескі | كونا | | Старый, Старая, Старое, Старые
 | كونا | Old |
Жоғарғы | يۇقىرى | Upper | Верхний, Верхняя, Верхнее, Верхние
Төменгі | تۆۋەن | Lower | Нижний, Нижняя, Нижнее, Нижние
Үлкен | چوڭ | Greater | Большой, Большая, Большое, Большие
 | چوڭ | Great, Big |
Кіші | كىچىك | Lesser | Малый, Малая, Малое, Малые
 | كىچىك | Little, Small |
Солтүстік-Батыс | | Northwest, Northwestern, North-West | Северо-Западный, Северо-Западная, Северо-Западное
Солтүстік-Шығыс | | Northeast, Northeastern, North-East | Северо-Восточный, Северо-Восточная, Северо-Восточное
Оңтүстік-Батыс | | Southwest, Southwestern, South-West | Юго-Западный, Юго-Западная, Юго-Западное
Оңтүстік-Шығыс | | Southeast, Southeastern, South-East | Юго-Восточный, Юго-Восточная, Юго-Восточное
"""

CAPITAL = frozenset({"республикасы"})
"""Words of kind that Kazakh writes with a capital behind a name."""

DESCRIBING = ("ский", "ская", "ское", "ские", "цкий", "цкая", "цкое", "цкие")
"""Endings of a Russian name that describes a place by another: `Карагандинская область`."""

ADJECTIVES = (*DESCRIBING, "ный", "ная", "ное", "ний", "няя", "нее", "ые")
"""Endings of all Russian names that describe: of what, the letters do not tell."""

BASES = ("", "а", "ы", "ь", "и", "о", "ск", "я", "ия", "у", "е")
"""What the name that it was made from may end in: Караганд-а, Алмат-ы, Твер-ь, Ом-ск."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A name, and the words around it in another language."""

    name: str
    before: str
    after: str

    def whole(self, form: str) -> str:
        """This form of the name with its other words."""
        return " ".join(part for part in (self.before, form, self.after) if part)


def parted(name: str, source: str, target: str) -> Parted | None:
    """The name without its words of kind and direction; None where it has none, or is nothing else."""
    kinds, directions = _words(KINDS, source, target), _words(DIRECTIONS, source, target)
    words = name.split()
    after = _taken(words, -1, kinds)
    before = _taken(words, 0, directions)
    after = after or _taken(words, 0, kinds)
    before = before or _taken(words, 0, directions)
    if not (before or after):
        return None
    if after and words[0] == "of" and len(words) > 1:
        del words[0]
    return Parted(" ".join(words), before, after[:1].upper() + after[1:] if after in CAPITAL else after)


def _taken(words: list[str], place: int, table: Mapping[str, str]) -> str:
    """What the target calls the first or last word, which is taken away; "" where it has none, or no word is left."""
    if len(words) > 1 and words[place].casefold() in table:
        return table[words.pop(place).casefold()]
    return ""


def is_meant(name: str, source: str, target: str) -> bool:
    """The name holds a word that is not written by letters: a word of kind, or one of direction but in English."""
    words = [word.casefold() for word in name.split()]
    meant = {*_words(KINDS, source, target), *(() if source == "en" else _words(DIRECTIONS, source, target))}
    return len(words) > 1 and not meant.isdisjoint((words[0], words[-1]))


def bases(name: str) -> Iterator[str]:
    """What a describing Russian form may have been made from, the likelier first; the name where it describes nothing.

    Белгородская: Белгород.  Донецкая: Донецк.  Алматинская: Алмат-ы.
    """
    if not name.endswith(DESCRIBING):
        yield name
    elif name[-4] == "ц":
        yield name[:-3] + "к"
    else:
        stem = name[:-4]
        stems = [stem[:-2], stem] if stem.endswith("ин") else [stem]
        yield from (one + ending for one in stems for ending in BASES)


@cache
def _words(table: str, source: str, target: str) -> Mapping[str, str]:
    """The target's word by those of the source, in small letters."""
    found: dict[str, str] = {}
    if source in COLUMNS and target in COLUMNS:
        start, end = COLUMNS.index(source), COLUMNS.index(target)
        for line in table.strip("\n").splitlines():
            cells = [cell.strip().split(", ") for cell in line.split("|")]
            if cells[end][0]:
                found = {word.casefold(): cells[end][0] for word in cells[start] if word} | found
    return found
