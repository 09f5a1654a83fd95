"""Kazakh: Cyrillic in Kazakhstan, Arabic script in China, a Latin alphabet under way.

Sources: CLDR 48 (months, weekdays, separators, quotation marks; kk-Arab for the Arabic script); GNOME and
KDE for the single plural form: a noun after a numeral stays singular, so CLDR's two forms hold the same text.
Latin letters follow the project of 2021.
Abbreviations: dictionaries and newspapers; one that is also a word (`қар`, `мыс`, `көш`) is `seldom_final`, as is
the year `ж.`, because a Kazakh sentence ends with its verb.
A native reader has still to confirm: the lists of SENTENCES, above all abbreviations of learned degrees and of
months, and the words of saying; the names in Latin script.
"""

from __future__ import annotations

from collections.abc import Mapping

from l10n.languages import FactWords, Language, Sentences, lexicon, words

MONTHS = words("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")
MONTHS_ARAB = words("قاڭتار اقپان ناۋرىز ءساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان")
MONTHS_LATN = words("qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan")

SENTENCES = Sentences(
    never_final=lexicon(
        "акад проф доц тов инж канд докт д-р даң ықш пр-т ред құраст дж т.ғ.к т.ғ.д ф.ғ.к ф.ғ.д э.ғ.к э.ғ.д з.ғ.к",
        "з.ғ.д п.ғ.к п.ғ.д х.ғ.к х.ғ.д м.ғ.к м.ғ.д ә.ғ.к а.ш.ғ.к б.э.д б.з.д б.з.б",
    ),
    before_number=lexicon("бет сур кес тел факс пәт үй каб бөл тар бап қаң ақп нау сәу мам мау шіл там қыр қаз жел"),
    after_number=lexicon("сағ мин сек"),
    seldom_final=lexicon("ж жж ғ ғғ қ к т с а о м ш р ауд обл қал ген полк қар мыс көш респ уез шағ аб"),
    maybe_final=lexicon("т.б т.с т.с.с т.т млн млрд трлн мың тг теңг долл руб км га кг мг ш.м"),
    starters=lexicon(
        "ол олар оның олардың оған оны одан онда бұл бұлар бұның бұған бұны бұдан бұнда осы осыдан осында осылай",
        "осындай сол сонда сондай сондықтан сондай-ақ сонымен соның содан сонан сөйтіп сөйткенмен бірақ алайда",
        "дегенмен әйтсе әйтпесе әрі әрине егер ендеше енді ал мұнда мұны мұның мұндай мұнымен мен сен сіз сіздер",
        "біз біздің менің сенің сіздің оларды оларға оларда өз өзі өзінің бүгін кеше ертең қазір қазіргі кейін",
        "кейіннен бұрын соңғы алғаш алғашқы барлық барлығы бәрі кейбір көп көптеген көбі тек тіпті және немесе",
        "яғни мысалы атап айта айтпақшы бір екі үш төрт бес бірі біреу ешкім ештеңе кім не неге неліктен қайда",
        "қашан қалай қандай қанша осыған осының осымен осыны сонау дәл жалпы мәселен мүмкін негізі негізінен",
        "керісінше рас иә жоқ жо сонсын сосын осылайша бұрынғы жаңа әр әрбір",
    ),
    saying=lexicon(
        "деді дейді деген депті деп дегенді дейтін десті десіп дедім сұрады сұрайды жауап айтты айқайлады жазды",
        "хабарлады",
    ),
)

_CASE = r"(?:[нтд]ың|[нтд]ің|[ғқ]а|[гк]е|[нтд]ы|[нтд]і|[дт]а|[дт]е|[нтд]ан|[нтд]ен|[дт]ағы|[дт]егі|сы|сі)?"
"""Case endings that a number, a month or a weekday takes in running text."""


def _numbers(forms: Mapping[int, str]) -> dict[int, str]:
    """Numbers with their ordinals (-ншы), collectives (-еу, of one to seven), and case endings."""
    ordinal = r"(?:[ыі]?нш[ыі])?"
    return {value: f"(?:{form}){ordinal}{_CASE}" for value, form in forms.items()}


FACTS = FactWords(
    negations=(
        "емес",
        "жоқ",
        "ешкім ешкімнің ешкімге ешкімді",
        "ештеңе ешнәрсе",
        "ешқашан",
        "ешқандай ешбір",
        "ешқайда ешқайдан",
    ),
    negative=(
        r"емес\w+|жоқ\w+|\w{2,}(?:ма|ме|ба|бе|па|пе)(?:ды|ді|ды[мңқ]|ді[мңк]|ған|ген|ғаны?н?|гені?н?|й|йды|йді|йтын|йтін"
        r"|с|сы|сі|са|се|сын|сін|уы|уі|уға|уге|ңыз|ңіз|пты|пті|п)\w{0,4}|\w{3,}(?:сыз|сіз)(?:дық|дік)?\w{0,3}"
    ),
    negating_prefixes=("бей", "анти"),
    numbers=_numbers(
        {
            0: "нөл",
            1: "бір|біреу|алғашқы",
            2: "екі|екеу|қос",
            3: "үш|үшеу",
            4: "төрт|төртеу",
            5: "бес|бесеу",
            6: "алты|алтау",
            7: "жеті|жетеу",
            8: "сегіз",
            9: "тоғыз",
            10: "он",
            20: "жиырма",
            30: "отыз",
            40: "қырық|қырқ",
            50: "елу|жарты|жарт",
            60: "алпыс",
            70: "жетпіс",
            80: "сексен",
            90: "тоқсан",
            100: "жүз|жүздеген",
            1_000: "мың|мыңдаған",
            1_000_000: "миллион|млн",
            1_000_000_000: "миллиард|млрд",
            1_000_000_000_000: "триллион|трлн",
        }
    ),
    months=tuple(f"{month}{_CASE}" for month in MONTHS),
    weekdays=tuple(f"{day}{_CASE}" for day in words("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі")),
    days=(
        r"кеше\w*",
        r"бүгін\w*",
        r"ертең\w*",
        r"алдыңгүні|алдыңғы",
        r"қазір\w*",
        "бұрын|бұрынғы",
        "кейін|кейінгі",
        "соң|соңғы",
    ),
    sayings=(
        r"де(?:ді|йді|ген|п|генде|гені|гендей|дік|дім|йтін)",
        r"айт(?:ты|қан|ады|ып|қаны?н?|уынша|уларынша|тым|тық)",
        r"мәлімде(?:ді|ген|йді|уінше|п)",
        r"хабарла(?:ды|ған|йды|уынша|п)",
        r"қос(?:ты|қан)",
        r"раста(?:ды|ған|йды)",
        r"мойында(?:ды|ған|йды)",
        r"жоққа",
        r"жарияла(?:ды|ған|йды)",
        r"ескерт(?:ті|кен|еді)",
        r"түсіндір(?:ді|ген|еді)",
        r"сұра(?:ды|ған|йды)",
        r"айыпта(?:ды|ған|йды)",
        r"пікірінше|ойынша|мәліметінше|дерегінше|сөзінше",
    ),
    limits=words("астам|артық|көп кем|аз жуық|шамамен|таяу дейін ғана кемінде"),
    units=words(
        r"пайыз\w*|процент\w* шақырым\w*|километр\w*|км метр\w*|м гектар\w*|га килограмм?\w*|кг тонна\w* литр\w*"
        r" жыл\w*|жас\w* ай\w* апта\w* күн\w* сағат\w* минут\w* теңге\w* доллар\w* рубл\w*|сом\w* юан\w* еуро\w*"
    ),
)

LANGUAGE = Language(
    tag="kk",
    name="Kazakh",
    own_name="қазақ тілі",
    script="Cyrl",
    direction="ltr",
    og_locale="kk_KZ",
    plural_forms="nplurals=1; plural=0;",
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    decimal=",",
    group="\u00a0",
    months=MONTHS,
    months_in_text=MONTHS,
    weekdays=words("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"),
    sentences=SENTENCES,
    facts=FACTS,
)

SCRIPTS = {
    "Arab": {
        "facts": FactWords(),
        "own_name": "قازاق ءتىلى",
        "decimal": ".",
        "group": ",",
        "months": MONTHS_ARAB,
        "months_in_text": MONTHS_ARAB,
        "weekdays": words("دۇيسەنبى سەيسەنبى سارسەنبى بەيسەنبى جۇما سەنبى جەكسەنبى"),
    },
    "Latn": {
        "facts": FactWords(),
        "own_name": "qazaq tılı",
        "months": MONTHS_LATN,
        "months_in_text": MONTHS_LATN,
        "weekdays": words("düisenbı seisenbı särsenbı beisenbı jūma senbı jeksenbı"),
    },
}
"""Fields that differ in another script."""
