"""Kazakh: Cyrillic in Kazakhstan, Arabic script in China, a Latin alphabet under way.

Sources: CLDR 48 (months, weekdays, separators, quotation marks; kk-Arab for the Arabic script); GNOME and
KDE for the single plural form: a noun after a numeral stays singular, so CLDR's two forms hold the same text.
Latin letters follow the project of 2021.
Abbreviations: dictionaries and newspapers; one that is also a word (`қар`, `мыс`, `көш`) is `seldom_final`, as is
the year `ж.`, because a Kazakh sentence ends with its verb.
The words of FACTS: news pages; suffixes of case, order and negation from grammars and the forms of UD Kazakh.
A native reader has still to confirm: the lists of SENTENCES, above all abbreviations of learned degrees and of
months, and the words of saying; the lists of FACTS; the names in Latin script.
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

_CASE = r"(?:[мбп]ен|[нтд]ың|[нтд]ің|[ғқ]а|[гк]е|[нтд]ы|[нтд]і|[дт]а|[дт]е|[нтд]ан|[нтд]ен|[дт]ағы|[дт]егі|сы|сі)?"
"""Case endings that a number, a month or a weekday takes in running text."""


def _numbers(forms: Mapping[float, str]) -> dict[float, str]:
    """Numbers with their ordinals (-ншы; жиырма takes -сыншы), collectives (-еу, of one to seven), possessives and case
    endings."""
    ordinal = r"(?:с?[ыі]?нш[ыі]|[ыі]н?)?"
    return {value: f"(?:{form}){ordinal}{_CASE}" for value, form in forms.items()}


FACTS = FactWords(
    negations=(
        "емес",
        "жоқ",
        "ешкім ешкімнің ешкімге ешкімді ешкімнен ешкіммен ешкімде",
        "ештеңе ештеңені ештеңеге ештеңенің ештеңеден ештеңемен ештеме ешнәрсе ешнәрсені ешнәрсеге",
        "ешқашан ешуақытта",
        "ешқандай ешбір ешқайсысы ешқайсысын ешқайсысына",
        "ешқайда ешқайдан ешжерде",
    ),
    negative=(
        r"емес\w+|жоқ\w+|(?!қама)\w{2,}(?:ма|ме|ба|бе|па|пе)"
        r"(?:(?:ды|ді|ған|ген|й|са|се|сын|сін|ңыз|ңіз|пты|пті)\w{0,9}|с|сқа|ске|стан|стен|у|уы\w{0,3}|уі\w{0,3}|у[ғгдм]\w{1,3})"
        r"|\w{3,}(?:сыз|сіз)(?:дық|дік)?\w{0,3}"
    ),
    negating_prefixes=("бей", "анти"),
    numbers=_numbers(
        {
            0: "нөл",
            0.5: "жарты|жарт|жарым",
            1: "бір|біреу|алғашқы|алғаш|тұңғыш|жалғыз",
            2: "екі|екеу|қос",
            3: "үш|үшеу",
            4: "төрт|төртеу",
            5: "бес|бесеу",
            6: "алты|алтау",
            7: "жеті|жетеу",
            8: "сегіз",
            9: "тоғыз",
            10: "он|ондаған",
            20: "жиырма",
            30: "отыз",
            40: "қырық|қырқ",
            50: "елу",
            60: "алпыс",
            70: "жетпіс",
            80: "сексен",
            90: "тоқсан",
            100: "жүз|жүздеген",
            1_000: "мың|мыңдаған",
            1_000_000: "миллион|миллиондаған|млн",
            1_000_000_000: "миллиард|млрд",
            1_000_000_000_000: "триллион|трлн",
        }
    ),
    months=tuple(f"{month}{_CASE}" for month in MONTHS),
    weekdays=tuple(f"{day}{_CASE}" for day in words("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі")),
    days=(
        r"кеше|кешегі\w*",
        r"бүгін\w*",
        r"ертең\w*",
        r"алдыңгүні|алдыңғы",
        r"былтыр\w*|өткен",
        r"биыл\w*",
        r"келесі",
        r"жақында|таяуда",
        r"көктем\w*",
        r"жаз(?:да|ғы|дың)",
        r"күз(?:де|гі|дің|ге)?",
        r"қыс(?:та|тың|қы|тан)?",
        r"таңғы|таңертең\w*",
        r"түс(?:те|кі|тен)",
        r"кешке|кешкі|кешкісін|кешкілік",
        r"түн(?:де|гі|ге)?",
        r"демалыс\w*",
        r"қазір\w*",
        "бұрын|бұрынғы",
        "кейін|кейінгі",
        "соң|соңғы",
    ),
    sayings=(
        r"де(?:ді|йді|ген|п|генде|гені|гендей|дік|дім|йтін)",
        r"айт(?:ты|қан|ады|ып|қаны?н?|қандай|уынша|уларынша|тым|тық)",
        r"мәлімде(?:ді|ген|гендей|йді|уінше|п)",
        r"хабарла(?:ды|ған|ғандай|йды|уынша|п)",
        r"қос(?:ты|қан)",
        r"раста(?:ды|ған|йды)",
        r"мойында(?:ды|ған|йды)",
        r"жоққа",
        r"жарияла(?:ды|ған|йды)",
        r"ескерт(?:ті|кен|еді)",
        r"түсіндір(?:ді|ген|еді)",
        r"сұра(?:ды|ған|йды)",
        r"айыпта(?:ды|ған|йды)",
        r"жаз(?:уынша|ғандай)",
        r"жеткіз(?:ді|ген|еді)",
        r"білдір(?:ді|ген|еді)",
        r"баянда(?:ды|ған|йды)",
        r"жауап",
        r"уәде",
        r"талап",
        r"шақыр(?:ды|ған|ады)",
        r"еске",
        r"есепте(?:йді|ген)",
        r"болжа(?:ды|ған|йды|мынша)",
        r"сына(?:ды|ған|йды)",
        r"сілтеме",
        r"мыс|міс|көрінеді",
        r"пікірінше|ойынша|мәліметінше|мәліметіне|дерегінше|дерегіне|сөзінше|сүйенсек|сенсек|қарағанда",
    ),
    limits=words(
        "астам|артық|көп|асты|асқан|асып|асады|жоғары кем|аз|төмен жуық|шамамен|таяу|шамасында дерлік дейін"
        " ғана|қана|тек кемінде дәл"
    ),
    units=words(
        r"пайыз\w*|процент\w* шақырым\w*|километр\w*|км метр\w*|м гектар\w*|га килограмм?\w*|кг тонна\w* литр\w*"
        r" жыл(?:да|дан|ға|дың|дық|ы|ында|дай|дағы)? жас(?:та|тағы|қа|тан|ында)? ай(?:да|ға|дан|дай|лық|дың)? апта\w*"
        r" күн(?:де|ге|нен|дік|дей|нің)? ғасыр\w* рет|мәрте есе(?:ге)? градус\w* сағат\w* минут\w* секунд\w*"
        r" теңге\w* доллар\w* рубл\w* сом(?:ға|дық|ды|нан)? юан\w* еуро\w*"
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
