"""Units and currencies: the words and signs that stand behind a number, in all four languages.

    46 % · $5 million · 5 млн долларов · 25 шақырым · 480 млн текше метр · 3 апта · 36,5 грамм

Kinds are those of CLDR's units (area, duration …); codes are SI signs, and ISO 4217 for money.
A native reader has still to confirm the Kazakh and Uyghur words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from l10n.languages import words

SPACES = " \u00a0\u2009\u202f"

CASES = (
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те дан ден тан тен нан нен мен бен пен"
    " лық лік дық дік тық тік сы сі ы і ына іне ында інде ынан інен ын ін"
    " نىڭ نى غا گە قا كە غىچە گىچە قىچە كىچە دا دە تا تە دىن تىن لىق لىك لۇق لۈك ى سى"
)
"""Endings that `+` stands for: those of Kazakh and Uyghur."""

MONEY: Mapping[str, str] = {
    "USD": "dollar* usd доллар* бакс* دوللار*",
    "EUR": "euro euros eur евро* еуро* ياۋرو* يورو*",
    "KZT": "tenge* kzt тенге* тнг тг теңге* تەڭگە* تەڭگى*",
    "RUB": "ruble* rouble* rub руб рубл* рублей рубль رۇبلى*",
    "CNY": "yuan* renminbi cny rmb юань* юаня* юаней юаню юаней يۈەن*",
    "GBP": "pound* gbp фунт* фунт+",
    "KGS": "som soms kgs сом сома сомов сому сомом сомах сом+",
    "KGS/UZS": "سوم سوم+",
    "UZS": "sum sums uzs сум сума сумов суму сумом сум+",
    "TJS": "somoni* tjs сомони* سومونى*",
    "TMT": "manat* tmt azn манат* مانات*",
    "CNY/JPY": "",
    "JPY": "yen jpy иен иена иены иене иену иен+ иена+ йен йена йены йен+ يېن يېن+",
    "TRY": "lira liras лир лира лиры лиру лира+",
    "CHF": "chf franc francs франк* فرانك*",
    "AED": "dirham* дирхам* دەرھەم*",
    "INR": "rupee* рупи*",
    "KZT/100": "tiyn* tiyin* tyiyn* тиын* тийын* тыйын* тийин* тыйин* تىيىن*",
    "USD/100": "cent cents цент цента центов центу центе центами цент+ سېنت*",
}
"""A pattern stands between spaces: `*` is anything behind it, `+` an ending of CASES."""

OTHERS: Mapping[str, Mapping[str, str]] = {
    "share": {"%": "percent* pct процент* проц пайыз* پىرسەنت* پرسەنت* پروسېنت*"},
    "power": {
        "W": "w watt watts вт ватт* ۋات ۋات+",
        "kW": "kw kilowatt* квт киловат* كىلوۋات*",
        "MW": "mw megawatt* мвт мегават* مېگاۋات*",
        "GW": "gw gigawatt* гвт гигават* گىگاۋات*",
        "TW": "tw terawatt* твт тераватт*",
    },
    "energy": {"kWh": "kwh", "MWh": "mwh", "GWh": "gwh", "TWh": "twh"},
    "voltage": {"V": "v volt volts вольт*", "kV": "kv kilovolt* кв киловольт*", "MV": "mv мв megavolt*"},
    "length": {
        "mm": "mm millimet* мм миллиметр* مىللىمېتىر* مم",
        "cm": "cm centimet* см сантиметр* сантиметр* سانتىمېتىر* سم",
        "m": "m metre metres meter meters метр+ метра метров метру метром метре метры метрам метрами метрах метровый"
        " метровая метровое метровые метровых метрлік м مېتىر* م",
        "km": "km km/h kilomet* км километр* шақырым* كىلومېتىر* كم",
        "ft": "ft feet foot фут* фут+ فۇت*",
        "mi": "mph mile miles миля мили миль милю милях милями милям миль+ ميل مىل",
    },
    "mass": {
        "µg": "µg μg mcg microgram* мкг микрограм* مىكروگرام*",
        "mg": "mg milligram* мг миллиграм* مىللىگرام*",
        "g": "g gram grams gramme* г гр грамм* گرام* گ",
        "kg": "كگ kg kilo kilos kilogram* килограм* кило кг келі+ كىلوگرام* كىلو+",
        "q": "centner* quintal* центнер* ц",
        "t": "tonne* ton tons т тонн* توننا* تونن*",
        "lb": "lb lbs",
        "oz": "ounce* унци* ئۇنسىيە*",
    },
    "area": {
        "are": "сотка сотки соток сотк* сотық*",
        "ac": "acre* акр*",
        "ha": "hectare* ha гектар* га گىكتار* ھېكتار*",
        "m²": "sqm m² м²",
        "km²": "km² км²",
    },
    "volume": {
        "ml": "ml millilit* мл миллилитр* مىللىلىتىر*",
        "l": "litre* liter* л литр* لىتىر*",
        "bbl": "barrel* bbl баррел* بارېل* تۇڭ تۇڭ+",
        "m³": "m³ м³ кубометр*",
        "km³": "km³ км³ кубокилометр*",
    },
    "digital": {
        "kB": "kb кб килобайт*",
        "MB": "mb мб мегабайт* مېگابايت*",
        "GB": "gb гб гигабайт* گىگابايت*",
        "TB": "tb тб терабайт*",
    },
    "count": {"×": "times fold есе раз раза ھەسسە رەت قېتىم قېتىملىق рет"},
    "angle": {"°": "degree* градус* گرادۇس*"},
    "duration": {
        "s": "second seconds sec секунд* сек سېكۇنت*",
        "min": "minute minutes min минут* мин مىنۇت*",
        "h": "hour hours час часа часов часу часам часах часовой часового часовую часовая ч сағат* سائەت*",
        "d": "day days день дня дней дню днем днём днями днях дневный дневн* сутки суток сутк* суточн*"
        " күн күн+ тәулік* كۈن كۈن+ سوتكا*",
        "wk": "week weeks недел* апта апта+ ھەپتە* ھەپتى*",
        "mo": "month months месяц* месячн* ай ай+ ئاي ئاي+",
        "a": "year years год года году годом годы годов лет летний летн* годовой годов* жыл жыл+ жас жас+ жастағы"
        " يىل يىل+ ياش ياش+ ياشلىق",
    },
}
"""Units by their kind; patterns as in MONEY."""

SIGNS = {"%": "%", "٪": "%", "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY/JPY", "₸": "KZT", "₽": "RUB", "₺": "TRY"}
PERCENT = (*(word.rstrip("*") for word in words(OTHERS["share"]["%"])), "per cent", "п.п", "п. п")

_POWERS = {
    "²": words("square sq кв квадратный квадратных квадратного квадратные квадрат шаршы كىۋادرات كۋادرات"),
    "³": words("cubic куб кубический кубических кубического текше كۇب"),
}
_POWER_OF = {word: power for power, some in _POWERS.items() for word in some}
CUSTOMARY = frozenset({"mi", "ft", "ac", "lb", "oz", "°F"})
"""Units that are said beside those of the SI."""
_PREPOSITIONS = frozenset(words("per a an for to in за на в к по из для бір بىر ھەر"))
_HOURS = frozenset({"kW", "MW", "GW", "TW"})

BEHIND = re.compile(rf"[{SPACES}]{{0,2}}-?(\w{{1,30}})\.?")
"""The word behind a number, with the point of an abbreviation."""
_SIGN_BEHIND = re.compile(rf"[{SPACES}]?([%٪$€£¥₸₽₺]|°[CСF]|per[{SPACES}]cent\b)")
_NO_UNIT = re.compile(rf".кв\.?[{SPACES}]?(?:км|м|метр\w*|километр\w*)\b|-м\b|.г\.|.гг\b|(?<=[12]\d{{3}})[{SPACES}]г\b")
"""Square metres; `на 412-м километре`; years and towns: `2024 г`, `в 5 км от г. Ош`."""
_HOUR_BEHIND = re.compile(rf"[·⋅*-]?[{SPACES}]?(?:ч|час\w*|сағ|сағат\w*|h|hours?|سائەت\w*)\b")


def kind_of(unit: str) -> str:
    """money, length … or "" of what is no unit; only units of one kind take each other's place."""
    return _kinds().get(unit, "")


_BOTH = ("KGS/UZS", "CNY/JPY")
"""Currencies of one word or sign."""


def alike(one: str, other: str) -> bool:
    """One and the same unit, as far as the words tell: Uyghur has one for som and sum."""
    return one == other or any(both in (one, other) and {one, other} - {both} <= set(both.split("/")) for both in _BOTH)


def excludes(one: str, other: str) -> bool:
    """Whether a number has one of two units only: a text with one is no translation of a text with the other."""
    if not one or not other or alike(one, other):
        return False
    kinds = {kind_of(one), kind_of(other)}
    return len(kinds) == 1 or not kinds & _ALONE or kinds <= _SHARES


_ALONE = frozenset({"", "duration", "temperature", "angle", "count"})
_SHARES = frozenset({"share", "count", "angle"})
"""Kinds of which one is taken for another: `3.2 times` for `3.2 %`."""


def unit_behind(text: str, end: int) -> tuple[str, int]:
    """The unit behind a place, and where it ends: `5 million US dollars`, `5 млн американских долларов`."""
    sign = _SIGN_BEHIND.match(text, end)
    if sign:
        return SIGNS.get(sign[1], sign[1].replace("С", "C") if sign[1][0] == "°" else "%"), sign.end()
    behind, power = end, ""
    for _ in range(3 if text[end : end + 1] else 0):
        match = BEHIND.match(text, behind)
        if match is None:
            break
        unit = "" if _NO_UNIT.match(text, match.start(1) - 1) else _unit_of(match[1])
        if unit and (behind == end or power or unit in MONEY):
            return _whole(text, unit, power, match.end() if len(match[1]) <= _SHORT else match.end(1))
        word = match[1].lower()
        power = power or _POWER_OF.get(word, "")
        if (behind != end and not power) or word in _PREPOSITIONS or word[0].isdecimal():
            break
        behind = match.end()
    return "", end


def _whole(text: str, unit: str, power: str, end: int) -> tuple[str, int]:
    """`текше метр`, `кВт·ч`."""
    if power and unit in ("m", "km"):
        return unit + power, end
    if unit in _HOURS and (hour := _HOUR_BEHIND.match(text, end)):
        return f"{unit}h", hour.end()
    return unit, end


_UNSURE = frozenset({"", "s", "h", "d", "a"})
"""Words that say much else without a number: `the second`, `one day`, `this year`."""
_LONGEST, _SHORT = 30, 3
"""Letters of a unit, and of one that may have a point."""
_SYMBOL = re.compile(r"[$€£₸₽₺]")


def named(word: str) -> str:
    """The unit that a word in small letters names without a number; letters alone are none."""
    unit = _unit_of(word) if 1 < len(word) <= _LONGEST else ""
    return "" if unit in _UNSURE else unit


def currencies(text: str) -> dict[str, tuple[int, int]]:
    """Those that a text has as signs, with the place of the first one."""
    found: dict[str, tuple[int, int]] = {}
    for match in _SYMBOL.finditer(text):
        found.setdefault(SIGNS[match[0]], match.span())
    return found


@lru_cache(maxsize=1 << 16)
def _unit_of(word: str) -> str:
    lower = word.lower()
    pattern, units = _patterns(lower[:1])
    match = pattern.fullmatch(lower)
    return units[match.lastindex - 1] if match and match.lastindex else ""


@cache
def _kinds() -> dict[str, str]:
    return {unit: kind for kind, units in (("money", MONEY), *OTHERS.items()) for unit in units} | {
        "°C": "temperature",
        "°F": "temperature",
    }


def _rows() -> Iterator[tuple[str, str]]:
    for units in (MONEY, *OTHERS.values()):
        for unit, some in units.items():
            for word in words(some):
                yield unit, word


@cache
def _patterns(letter: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The words that begin with a letter, a group each, and their units."""
    cases = f"(?:{'|'.join(words(CASES))})?"
    found = [(unit, word) for unit, word in _rows() if word.startswith(letter)]
    pieces = [f"({re.escape(word.rstrip('*+'))}{_TAILS.get(word[-1], '').replace('+', cases)})" for _, word in found]
    return re.compile("|".join(pieces) or r"(?!)"), tuple(unit for unit, _ in found)


_TAILS = {"*": r"\w*", "+": "+"}
