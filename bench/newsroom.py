"""Segments of frequent words alone, as a newsroom writes them: the same phrases again and again; the same for a seed.

A segment grows from `S`: each capital is one of its phrases, each word in capitals one of its words, the first ones
more often (Zipf).  They are grammatical and say nothing.  No word is rare: a word or a pair of words tells little here,
which is the hardest case of a search by features.
"""

from __future__ import annotations

import random
import re
from itertools import accumulate

from segments import CHUNK, Segments

FLAT = 3
"""Added to each rank: the smaller, the more often the first ones."""
_SLOT = re.compile(r"\b[A-Z]+\b")

EN_PHRASES = {
    "S": (
        "W said in a statement on DAY that C.", "W said on DAY that C.", "C, W said on DAY.", "According to W, C.",
        "C, according to W.", "W told reporters on DAY that C, and C.", "It is not clear when C, W said.",
        "A spokesman for W said that C, but C.", "On DAY, C, while C.", "W has said that C T.", "C T, and C.",
        "In a report published on DAY, W said C, although C T.", "C after C.", "There is no evidence that C, W said.",
    ),
    "W": (
        "the ministry", "the government", "the police", "officials", "the ministry of ADJ NOUNS", "the district court",
        "a spokesman", "the head of the NOUN", "the regional NOUN", "local officials", "the city NOUN", "the NOUN",
    ),
    "C": (
        "N V N", "N would VERB N P", "N had been VERBED P", "N V N P", "N was VERBED by N", "N could VERB N T",
        "more than half of N V N", "N and N V N", "there was no NOUN for N P", "N will be VERBED T", "N V all of N",
        "one of N V N T", "N has not yet VERBED N", "most of N had VERBED N before T",
    ),
    "N": (
        "the NOUN", "the NOUNS", "the ADJ NOUN", "a NOUN", "ADJ NOUNS", "the NOUN of the NOUN", "a ADJ NOUN",
        "the number of NOUNS", "the new NOUN", "several NOUNS", "the NOUN for ADJ NOUNS", "all NOUNS",
    ),
    "V": ("VERBED", "has VERBED", "had VERBED", "would VERB", "will VERB", "have VERBED", "did not VERB", "may VERB"),
    "P": (
        "in the NOUN", "in the region", "in the ADJ NOUN", "in the north of the country", "near the NOUN",
        "on the border", "across the country", "at the NOUN", "in the capital", "along the NOUN", "under the ADJ NOUN",
    ),
    "T": (
        "this year", "last week", "by the end of the year", "for the first time since the NOUN", "last DAY", "in MONTH",
        "until MONTH", "over the past two years", "next month", "after the NOUN", "within a week", "before the NOUN",
    ),
}  # fmt: skip
EN_WORDS = {
    "DAY": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "MONTH": "January February March April May June July August September October November December",
    "NOUN": "government ministry year people country state city region court law police president parliament party "
    "election company market bank budget price school hospital road building house family child woman man worker "
    "student teacher doctor report statement decision agreement meeting council committee border river water power gas "
    "oil plant factory farm village district street bridge train station airport flight visit minister leader official "
    "member group centre office department service system project plan programme policy reform tax fund loan debt "
    "trade export product industry business sector economy growth rate level month week day night morning case trial "
    "prison sentence crime attack fire accident victim patient disease vaccine test result study research university "
    "science language culture museum theatre film book newspaper journalist reporter interview protest strike march "
    "crowd square army soldier officer weapon war peace talk crisis conflict security service threat risk danger help "
    "support aid team match game player coach season cup record final winner place part side question problem issue "
    "reason change right interest order rule term condition document contract deal offer request complaint",
    "ADJ": "new national local public foreign regional political economic former large small main social high low "
    "early late central northern southern eastern western international private military financial legal criminal "
    "medical industrial agricultural annual monthly final major serious difficult important possible necessary recent "
    "current previous official open free safe clean old young big long short strong weak common special general whole "
    "joint independent federal municipal rural urban temporary permanent additional similar different several",
    "VERB": "support reject announce open close build repair discuss approve sign plan start stop continue increase "
    "reduce raise cut change protect defend attack criticise report publish deny confirm accept refuse offer receive "
    "send order visit join end expect need want use help call ask answer check test examine investigate arrest detain "
    "release fine close control limit ban allow demand promise present produce import export deliver move return turn "
    "follow complete finish delay cancel postpone expand restore finance fund review consider suspend replace remove",
}
RU_PHRASES = {
    "S": (
        "В заявлении W, опубликованном в DAY, говорится, что C.", "Как сообщили W в DAY, C.", "C, сообщили W.",
        "По данным W, C.", "W сообщили в DAY, что C.", "C, говорится в сообщении W.", "В DAY C, а C.", "C T, и C.",
        "W заявили журналистам, что C, но C.", "Пока неизвестно, когда C, заявили W.", "Ранее W заявили, что C T.",
        "C после того, как C.", "По словам W, C, хотя C T.", "Нет данных о том, что C, сообщили W.",
    ),
    "W": (
        "представители министерства", "представители полиции", "представители правительства", "местные власти",
        "представители ADJG GEN", "власти региона", "представители районного суда", "представители города",
        "сотрудники GEN", "руководители GEN", "ADJN NOM", "журналисты и NOM",
    ),
    "C": (
        "N VERB N", "N будут VERB T", "N P VERB N", "N не VERB N", "N VERB N P", "N уже VERB N T", "в GEN нет ADJG GEN",
        "более половины GEN VERB N", "N и N VERB N", "для GEN P нет GEN", "N VERB большую часть GEN", "N ещё не VERB N",
        "N вместе с тем VERB число GEN T", "большинство GEN до этого VERB N",
    ),
    "N": (
        "NOM", "ADJN NOM", "NOM GEN", "новые NOM", "все NOM", "ADJN NOM GEN", "несколько GEN", "NOM ADJG GEN",
        "некоторые NOM", "другие NOM", "NOM для ADJG GEN", "эти NOM",
    ),
    "P": (
        "в регионе", "в районе ADJG GEN", "на границе", "на севере страны", "в столице", "по всей стране", "около GEN",
        "в области", "на территории ADJG GEN", "во время GEN", "в рамках ADJG GEN",
    ),
    "T": (
        "в этом году", "на прошлой неделе", "до конца года", "впервые после GEN", "в MONTH", "до MONTH", "за два года",
        "в следующем месяце", "в течение трёх дней", "до начала GEN", "после ADJG GEN", "в последнее время",
    ),
}  # fmt: skip
RU_WORDS = {
    "DAY": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "MONTH": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "NOM": "власти люди страны города районы суды законы президенты партии выборы компании рынки банки бюджеты цены "
    "школы больницы дороги здания дома семьи дети женщины рабочие студенты учителя врачи отчёты заявления решения "
    "соглашения встречи советы комитеты границы реки заводы фермы сёла улицы мосты поезда станции аэропорты рейсы "
    "визиты министры лидеры чиновники члены группы центры отделы службы системы проекты планы программы реформы налоги "
    "фонды кредиты долги товары отрасли предприятия результаты исследования университеты языки музеи театры фильмы "
    "книги газеты журналисты интервью протесты забастовки площади солдаты офицеры переговоры кризисы конфликты угрозы "
    "риски команды матчи игры игроки тренеры сезоны рекорды места части стороны вопросы проблемы причины изменения "
    "права интересы правила условия документы договоры предложения жалобы дела приговоры преступления пожары аварии",
    "GEN": "властей людей стран городов районов судов законов президентов партий выборов компаний рынков банков цен "
    "школ больниц дорог зданий домов семей детей женщин рабочих студентов учителей врачей отчётов заявлений решений "
    "соглашений встреч советов комитетов границ рек заводов ферм сёл улиц мостов поездов станций аэропортов рейсов "
    "визитов министров лидеров чиновников членов групп центров отделов служб систем проектов планов программ реформ "
    "фондов кредитов долгов товаров отраслей предприятий результатов исследований университетов языков музеев театров "
    "книг газет журналистов протестов забастовок площадей солдат офицеров переговоров кризисов конфликтов рисков "
    "команд матчей игр игроков тренеров сезонов рекордов мест частей сторон вопросов проблем причин изменений прав",
    "ADJN": "новые местные крупные иностранные региональные политические экономические бывшие большие главные "
    "социальные высокие низкие центральные северные южные восточные западные международные частные военные финансовые "
    "уголовные медицинские промышленные ежегодные последние серьёзные сложные важные возможные нынешние прежние",
    "ADJG": "новых местных крупных иностранных региональных политических экономических бывших больших главных "
    "социальных высоких низких центральных северных южных восточных западных международных частных военных финансовых "
    "уголовных медицинских промышленных ежегодных последних серьёзных сложных важных возможных нынешних прежних",
    "VERB": "поддержали отклонили объявили открыли закрыли построили обсудили одобрили подписали начали "
    "остановили продолжили увеличили сократили подняли изменили защитили раскритиковали опубликовали подтвердили "
    "приняли предложили получили отправили посетили закончили использовали проверили изучили задержали освободили "
    "ограничили запретили разрешили потребовали обещали представили выпустили вернули завершили отложили отменили "
    "расширили восстановили профинансировали рассмотрели приостановили заменили убрали назвали ждут хотят готовят",
}
PHRASES = {"en": EN_PHRASES, "ru": RU_PHRASES}
WORDS = {"en": EN_WORDS, "ru": RU_WORDS}
ANY = {"en": ("NOUN", "ADJ", "VERBED", "NOUNS"), "ru": ("NOM", "GEN", "ADJN", "VERB")}
"""Of these a word is that replaces another or stands between two."""
ENDINGS = {"en": ("", "s", "ed", "ing", "er"), "ru": ("ы", "ов", "ам", "ами", "ах", "ой", "ого", "ым")}


class Newsroom(Segments):
    """Writes segments of frequent words of one language."""

    def __init__(self, language: str, seed: int) -> None:
        self.random = random.Random(f"newsroom {language} {seed}")
        self.endings = ENDINGS[language]
        words = {slot: said.split() for slot, said in WORDS[language].items()}
        if language == "en":
            words["NOUNS"] = [_plural(noun) for noun in words["NOUN"]]
            words["VERBED"] = [_past(verb) for verb in words["VERB"]]
        self._said = {**PHRASES[language], **words}
        self._weights = {slot: list(accumulate(1 / (rank + FLAT) for rank in range(len(said))))
                         for slot, said in self._said.items()}  # fmt: skip
        self._any = ANY[language]
        self._picked: dict[str, list[str]] = {slot: [] for slot in self._said}

    def _pick(self, slot: str) -> str:
        picked = self._picked[slot]
        if not picked:
            picked += self.random.choices(self._said[slot], cum_weights=self._weights[slot], k=CHUNK)
        return picked.pop()

    def _grown(self, slot: str) -> str:
        return _SLOT.sub(lambda match: self._grown(match[0]) if match[0] in self._said else match[0], self._pick(slot))

    def word(self, before: int | None = None) -> tuple[int, str]:
        """A word for any place."""
        return 0, self._pick(self.random.choice(self._any))

    def segment(self) -> str:
        """One of some 6 to 40 words."""
        said = self._grown("S")
        return said[0].upper() + said[1:]


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeo":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _past(verb: str) -> str:
    irregular = {"build": "built", "cut": "cut", "send": "sent", "stop": "stopped", "ban": "banned", "plan": "planned"}
    if verb.endswith("y"):
        return verb[:-1] + "ied" if verb[-2] not in "aeo" else verb + "ed"
    return irregular.get(verb) or verb + ("d" if verb.endswith("e") else "ed")
