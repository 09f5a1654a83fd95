"""Words of kind and direction in names of places: what Kazakh translates, and where it stands.

    Карагандинская область → Қарағанды + облысы        South Korea → Оңтүстік + Korea

A line: Kazakh | English | Russian.  A word of kind follows the name in Kazakh, with the ending of possession; a word
of direction goes before it.  Source: general knowledge of the maps and the press of Kazakhstan.
A native reader must still confirm: `провинциясы` against `аймағы` for provinces, `графтығы` for British counties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

KINDS = """
облысы | Region, Oblast, Oblys | область, обл.
ауданы | District, Raion | район
қаласы | City | город
ауылы | Village | село, аул, деревня
кенті | Settlement | посёлок, поселок
провинциясы | Province | провинция
өлкесі | Krai, Kray | край
графтығы | Shire | графство
уезі | | уезд
округі | County, Okrug | округ
штаты | State | штат
префектурасы | Prefecture | префектура
республикасы | Republic | республика
корольдігі | Kingdom | королевство
аралы | Island, Isle | остров
аралдары | Islands, Isles | острова
түбегі | Peninsula | полуостров
өзені | River | река
көлі | Lake | озеро
теңізі | Sea | море
мұхиты | Ocean | океан
шығанағы | Gulf, Bay | залив, бухта
бұғазы | Strait | пролив
тауы | Mount, Mt., Mountain | гора
таулары | Mountains | горы
шөлі | Desert | пустыня
аңғары | Valley | долина
асуы | Pass | перевал
мұздығы | Glacier | ледник
әуежайы | Airport | аэропорт
станциясы | Station | станция
университеті | University | университет
көшесі | Street | улица
даңғылы | Avenue | проспект
алаңы | Square | площадь
"""

DIRECTIONS = """
Солтүстік | North, Northern | Северный, Северная, Северное, Северные
Оңтүстік | South, Southern | Южный, Южная, Южное, Южные
Шығыс | East, Eastern | Восточный, Восточная, Восточное, Восточные
Батыс | West, Western | Западный, Западная, Западное, Западные
Орталық | Central | Центральный, Центральная, Центральное, Центральные
Жаңа | | Новый, Новая, Новое, Новые
Ескі | | Старый, Старая, Старое, Старые
Жоғарғы | Upper | Верхний, Верхняя, Верхнее, Верхние
Төменгі | Lower | Нижний, Нижняя, Нижнее, Нижние
Үлкен | Greater | Большой, Большая, Большое, Большие
Кіші | Lesser | Малый, Малая, Малое, Малые
Солтүстік-Батыс | Northwest, Northwestern, North-West | Северо-Западный, Северо-Западная, Северо-Западное
Солтүстік-Шығыс | Northeast, Northeastern, North-East | Северо-Восточный, Северо-Восточная, Северо-Восточное
Оңтүстік-Батыс | Southwest, Southwestern, South-West | Юго-Западный, Юго-Западная, Юго-Западное
Оңтүстік-Шығыс | Southeast, Southeastern, South-East | Юго-Восточный, Юго-Восточная, Юго-Восточное
"""

DESCRIBING = ("ский", "ская", "ское", "ские", "цкий", "цкая", "цкое")
"""Endings of a Russian name that describes: `Карагандинская область`."""

BASES = ("", "а", "ы", "ь", "и", "о", "ск", "я", "ия", "у", "е")
"""What the name that it was made from may end in: Караганд-а, Алмат-ы, Твер-ь, Ом-ск."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A name and the Kazakh of the words around it."""

    names: tuple[str, ...]
    """The name without them; several where a describing form may come from several."""
    before: str
    after: str

    def whole(self, form: str) -> str:
        """The Kazakh form of the name with its other words."""
        return " ".join(part for part in (self.before, form, self.after) if part)


def parted(name: str, language: str) -> Parted | None:
    """The name without its words of kind and direction; None where it has none, or is nothing else."""
    kinds, directions = _words(KINDS, language), _words(DIRECTIONS, language)
    words = name.split()
    before = after = ""
    for place in (-1, 0):
        if not after and len(words) > 1 and words[place].casefold() in kinds:
            after = kinds[words.pop(place).casefold()]
    if len(words) > 1 and words[0].casefold() in directions:
        before = directions[words.pop(0).casefold()]
    if not (before or after):
        return None
    if after == "республикасы":
        after = "Республикасы"
    rest = " ".join(words)
    return Parted(tuple(bases(rest)) if language == "ru" else (rest,), before, after)


def bases(name: str) -> Iterator[str]:
    """What a describing form may have been made from, the likelier first; the name itself where it describes nothing.

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
def _words(table: str, language: str) -> Mapping[str, str]:
    """Kazakh by the words of a language, in small letters."""
    column = {"en": 1, "ru": 2}.get(language)
    found: dict[str, str] = {}
    for line in table.strip().splitlines() if column else ():
        cells = [cell.strip() for cell in line.split("|")]
        found |= {word.casefold(): cells[0] for word in cells[column or 0].split(", ") if word}
    return found
