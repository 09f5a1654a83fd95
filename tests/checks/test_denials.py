"""Every regular form of a verb that denies is known for a denial, and the form that does not deny is not."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.checks import negation
from l10n.checks.pairs import Pair, Text
from l10n.languages import words

VERBS = Path(negation.__file__).with_name("verbs.toml")
BACK = words(
    "ды дым дық йды ймын ймыз йтын йтыны ған ғаны ғаннан ғандықтан ғанда с сқа спын стан стай у уы удың улары уға"
    " й йынша пты ппын ңыз ңыздар ңдар сын са сақ саңыз саңыздар ғанша ғай йық йын"
)
FRONT = words(
    "ді дім дік йді йміз йтін йтіні ген гені геннен гендіктен генде с ске спін стен стей у уі удің улері уге"
    " й йінше пті ппін ңіз ңіздер ңдер сін се сек сеңіз сеңіздер генше гей йік йін"
)
KAZAKH = {
    **dict.fromkeys(("барма", "жазба", "айтпа", "оқыма", "бара алма"), BACK),
    **dict.fromkeys(("келме", "жүзбе", "кетпе", "тілеме"), FRONT),
}
KAZAKH["келе алма"] = BACK

HIGH_BACK = words("دى دىم دۇق دىلەر غان غانلىقى غانلىقتىن غاندىن غاچ غاچقا سۇن سۇنلار سا ساق سىڭىز غۇچە غىچە غانىدى")
HIGH_FRONT = words("دى دىم دۇق دىلەر گەن گەنلىكى گەنلىكتىن گەندىن گەچ گەچكە سۇن سۇنلار سە سەك سىڭىز گۈچە گىچە گەنىدى")
LOW_BACK = words("يدۇ يمەن يمىز يدىغان يۋاتىدۇ يتتى يدىكەن ي يلا س سلىق سلىقى سلىققا ستىن ڭ ڭلار ڭىز پتۇ مدۇ مسىز")
UYGHUR = {
    **dict.fromkeys(("بار", "ياز", "سورى", "ئوقۇ", "بارال"), ("مى", HIGH_BACK, "ما", LOW_BACK)),
    **dict.fromkeys(("كەل", "كۆر", "كەت", "سۆزلى", "كېلەل"), ("مى", HIGH_FRONT, "مە", LOW_BACK)),
}
RUSSIAN = (
    "не ответили",
    "не ответят",
    "ни разу не ответили",
    "нет ответа",
    "ответа нет и не будет",
    "без ответа",
    "ответить нельзя",
    "отвечать некому",
    "никак ответить",
    "невозможно ответить",
    "отказались отвечать",
    "откажутся отвечать",
    "откажут в ответе",
    "лишили ответа",
    "лишились ответа",
    "избежали ответа",
    "избегают отвечать",
    "уклонились от ответа",
    "уклоняются от ответа",
    "промолчали",
    "скрыли ответ",
    "забыли ответить",
    "запретили отвечать",
    "отрицают ответ",
    "воздержались от ответа",
)
OTHER = (
    ("kk", "хатқа жауап беруден бас тартты"),
    ("kk", "хатты жауапсыз қалдырды"),
    ("kk", "хатқа жауап жоқ екенін айтты"),
    ("kk", "хаттан хабарсыз болды"),
    ("kk", "хатқа жауап беруі екіталай"),
    ("ug", "خەتكە جاۋاب بېرىشنى رەت قىلدى"),
    ("ug", "خەتكە جاۋاب بېرىشتىن باش تارتتى"),
    ("ug", "خەتنى جاۋابسىز قالدۇردى"),
    ("ug", "خەتكە جاۋاب بېرىشى ناتايىن"),
    ("ug", "خەتكە جاۋاب يوقلۇقىنى ئېيتتى"),
)
AFFIRMED = (
    (
        "kk",
        "барды жазды айтты оқыды келді жүзді кетті тіледі барған келген барып келіп барса келсе барсын",
    ),
    ("ug", "باردى يازدى سورىدى ئوقۇدى كەلدى كۆردى كەتتى سۆزلىدى بارغان كەلگەن بارسا كەلسە بارسۇن كەلسۇن"),
)
AROUND = {"kk": ("Министрлік ертең", "деді"), "ug": ("مىنىستىرلىق ئەتە", "دېدى"), "ru": ("В ведомстве", "вчера")}


def _said(locale: str, verb: str) -> list[str]:
    before, after = AROUND[locale]
    pair = Pair(Text("The ministry did not answer the letter.", "en"), Text(f"{before} {verb} {after}.", locale))
    return [one.rule for one in negation.check(pair)]


@pytest.mark.parametrize("stem", KAZAKH)
def test_kazakh_forms_deny(stem: str) -> None:
    assert [stem + end for end in KAZAKH[stem] if _said("kk", stem + end)] == []


@pytest.mark.parametrize("stem", UYGHUR)
def test_uyghur_forms_deny(stem: str) -> None:
    high, highs, low, lows = UYGHUR[stem]
    forms = [stem + high + end for end in highs] + [stem + low + end for end in lows]
    assert [form for form in forms if _said("ug", form)] == []


def test_russian_words_deny() -> None:
    assert [one for one in RUSSIAN if _said("ru", one)] == []


@pytest.mark.parametrize(("locale", "said"), OTHER)
def test_other_words_deny(locale: str, said: str) -> None:
    assert _said(locale, said) == []


@pytest.mark.parametrize(("locale", "forms"), AFFIRMED)
def test_affirmed_forms_do_not(locale: str, forms: str) -> None:
    assert [form for form in forms.split() if _said(locale, form) != ["lost"]] == []


@pytest.mark.parametrize("meaning", tomllib.loads(VERBS.read_text(encoding="utf-8")).items(), ids=lambda one: one[0])
def test_verbs_are_patterns_of_the_languages(meaning: tuple[str, dict[str, Any]]) -> None:
    name, row = meaning
    assert {"en", "ru"} <= set(row) <= {"en", "kk", "ru", "ug", "predicate", "un"}, name
    assert row.get("un", {}).keys() <= {"en", "kk", "ru", "ug"}
    for pattern in (*(one for one in row.values() if isinstance(one, str)), *row.get("un", {}).values()):
        assert re.compile(pattern).fullmatch("") is None
        assert re.compile(pattern).groups == 0


def test_many_denied_verbs_are_read_in_linear_time() -> None:
    def seconds(times: int) -> float:
        source, target = "They did not answer. " * times, "олар жауап берді және қолдамады " * times
        started = time.process_time()
        list(negation.check(Pair(Text(source, "en"), Text(target, "kk"))))
        return time.process_time() - started

    seconds(100)
    assert seconds(8_000) < 16 * seconds(1_000)
