"""Word lists of four languages. Sentences built from them have letters, lengths and repetition of running text.

They say nothing: a benchmark reads letters. Frequent words come in the order of their frequency; the tail of the
vocabulary is every stem with every ending, so that most words of an archive are rare, as in real text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What sentences of one language are made of."""

    frequent: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    shortened: tuple[str, ...]
    """Abbreviations inside a sentence: their full stop ends nothing."""
    names: tuple[str, ...]
    """Beginnings of family names and of places; with an ending from `name_endings` they are names."""
    name_endings: tuple[str, ...]
    saying: str
    """What follows a quotation."""
    quotes: tuple[str, str]
    comma: str
    question: str


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


EN = Words(
    frequent=_words(
        "the of and to in a that for on was with as by at from is it were has had he she they not but be this which "
        "or an are their have his her more after who its been will would about when also one two could there other "
        "into than new years first over some only most people time them against during before where many before "
        "because between under through still since while three last near without both each such"
    ),
    stems=_words(
        "report govern district council river border school market village teach farm water office minist elect "
        "doctor travel build road rail sign record court police custom trade price harvest weather winter summer "
        "flood bridg engine driv work train garden kitchen bakery flour bread family neighbour translat languag "
        "writ publish print paper letter archiv museum music theatr paint film festival season region centr north "
        "south east west mountain valley lake forest field animal horse sheep cattle milk wool leather clothe shop "
        "bank loan budget tax salary pension employ hospital medic nurs patient student univers research scien "
        "climat energ power coal gas oil pipelin factor machin steel metal plant seed fruit apple melon grape "
        "tourist hotel guid map passport visa document permit licens certificat applic request answer question "
        "promis agree sign discuss debat decid propos reject accept announc confirm deny explain describ remember"
    ),
    endings=_words("s ed ing er ers ion ions al ally ment ments able ful less ness ship wards wide like"),
    shortened=_words("Dr. Mr. Mrs. St. No. e.g. i.e. a.m. p.m. approx. U.S. Gen. Prof."),
    names=_words("Ash Bek Cal Dar Eld Fair Gul Har Ir Jan Kar Lin Mar Nur Ox Pel Ros Sar Tal Ul Ver Wes Yar Zor"),
    name_endings=_words("ton ford ova ov bekov ley man sen ski ham field wood berg iyev ul dale mond worth"),
    saying="she said",
    quotes=("“", "”"),
    comma=",",
    question="?",
)

RU = Words(
    frequent=_words(
        "и в не на что с по из к как это у за от а о для но же до при был была были было он она они его её их мы вы "
        "так также если чтобы когда после более уже только ещё может можно нет есть под или между через перед около "
        "один два три первый второй новый другой самый все весь вся этот эта эти тот та те год года лет время день "
        "люди человек жизнь город страна дело часть сторона слово место работа"
    ),
    stems=_words(
        "район област граница река школ рынок сел учител ферм вод министерств выбор врач дорог поезд документ суд "
        "полици таможн торговл цен урожа погод зим лет паводк мост двигател водител строительств сад кухн пекарн мук "
        "хлеб семь сосед переводчик язык писател газет письм архив музе музык театр художник фильм фестивал сезон "
        "регион центр север юг восток запад гор долин озер лес пол животн лошад овц молок шерст кож одежд магазин банк "
        "кредит бюджет налог зарплат пенси занятост больниц медсестр пациент студент университет исследован наук "
        "климат энерги уголь газ нефт трубопровод завод машин стал металл растени семен фрукт яблок дын виноград "
        "турист гостиниц карт паспорт виз разрешен лицензи справк заявлен просьб ответ вопрос обещан соглас обсужден "
        "решен"
    ),
    endings=_words("а ы ов ам ами ах ой ого ому ых ными ный ная ные ость остью ения ением ции ский ских ировать"),
    shortened=_words("г. гг. т.е. ул. им. руб. тыс. млн т.д. т.п. см. стр. кв. обл. акад. проф."),
    names=_words("Аш Бек Вол Гал Дар Ель Жум Зим Ил Кар Лин Мар Нур Ор Пет Рос Сар Тал Ул Фад Хар Чер Шар Яр"),
    name_endings=_words("ов ова ин ина енко ский ская бекова баев ович овна ург инск оград ыкин ченко ишев"),
    saying="сказала она",
    quotes=("«", "»"),
    comma=",",
    question="?",
)

KK = Words(
    frequent=_words(
        "және бұл мен бен пен да де үшін деп бір екі үш ол олар осы сол жаңа бар жоқ емес болды болған болып еді екен "
        "туралы кейін дейін бойынша арқылы сияқты өз өзі оның олардың біз сіз қазір бүгін кеше соң тағы тек ғана көп "
        "аз үлкен кіші бірінші екінші басқа барлық әр адам жыл күн уақыт жер ел қала ауыл іс сөз жұмыс"
    ),
    stems=_words(
        "аудан облыс шекара өзен мектеп базар мұғалім шаруа су министрлік сайлау дәрігер жол пойыз құжат сот полиция "
        "кеден сауда баға егін ауа қыс жаз тасқын көпір қозғалтқыш жүргізуші құрылыс бақ асхана наубайхана ұн нан "
        "отбасы көрші аудармашы тіл жазушы газет хат мұрағат мұражай музыка театр суретші фильм мереке маусым өңір "
        "орталық солтүстік оңтүстік шығыс батыс тау аңғар көл орман дала жануар жылқы қой сүт жүн тері киім дүкен банк "
        "несие бюджет салық жалақы зейнетақы жұмыспен аурухана мейірбике науқас студент университет зерттеу ғылым "
        "климат қуат көмір газ мұнай құбыр зауыт мәшине болат өсімдік тұқым жеміс алма қауын жүзім турист қонақүй "
        "карта төлқұжат рұқсат лицензия анықтама өтініш жауап сұрақ уәде келісім талқылау шешім"
    ),
    endings=_words("лар лер дың дің ға ге да де дан ден ы і сы сі лары лері мен ның нің лық лік шы ші дағы дегі ымыз"),
    shortened=_words("ж. жж. т.б. т.с.с. ғ. млн. млрд. тг. көш. проф. акад. обл."),
    names=_words("Аш Бек Ғал Дәр Ер Жұм Зер Ил Қар Лаш Мар Нұр Ор Пер Рүс Сар Тал Ұл Шар Ыр Өт Үс Әл Ім"),
    name_endings=_words("баев баева беков бекова ұлы қызы ғазы мұрат бай гүл ғали хан нұр төбе тау қала су дала"),
    saying="деді ол",
    quotes=("«", "»"),
    comma=",",
    question="?",
)

UG = Words(
    frequent=_words(
        "ۋە بۇ بىر ئىككى ئۈچ ئۇ ئۇلار شۇ يېڭى بار يوق ئەمەس بولدى بولغان بولۇپ ئىدى ئىكەن ھەققىدە كېيىن قەدەر بويىچە "
        "ئارقىلىق كەبى ئۆز ئۆزى ئۇنىڭ ئۇلارنىڭ بىز سىز ھازىر بۈگۈن تۈنۈگۈن يەنە پەقەت كۆپ ئاز چوڭ كىچىك بىرىنچى باشقا "
        "ھەممە ھەر ئادەم يىل كۈن ۋاقىت يەر ئەل شەھەر يېزا ئىش سۆز خىزمەت بىلەن ئۈچۈن دەپ ھەم لېكىن"
    ),
    stems=_words(
        "رايون ۋىلايەت چېگرا دەريا مەكتەپ بازار مۇئەللىم دېھقان سۇ مىنىستىرلىق سايلام دوختۇر يول پويىز ھۆججەت سوت "
        "ساقچى تاموژنا سودا باھا ھوسۇل ھاۋا قىش ياز كەلكۈن كۆۋرۈك ماتور شوپۇر قۇرۇلۇش باغ ئاشخانا ناۋايخانا ئۇن نان "
        "ئائىلە قوشنا تەرجىمان تىل يازغۇچى گېزىت خەت ئارخىپ مۇزېي مۇزىكا تىياتىر رەسسام فىلىم بايرام پەسىل رايون "
        "مەركەز شىمال جەنۇب شەرق غەرب تاغ جىلغا كۆل ئورمان دالا ھايۋان ئات قوي سۈت يۇڭ تېرە كىيىم دۇكان بانكا قەرز "
        "باج مائاش دوختۇرخانا سېسترا بىمار ئوقۇغۇچى ئۇنىۋېرسىتېت تەتقىقات پەن كىلىمات قۇۋۋەت كۆمۈر گاز نېفىت زاۋۇت "
        "ماشىنا پولات ئۆسۈملۈك ئۇرۇق مېۋە ئالما قوغۇن ئۈزۈم ساياھەتچى مېھمانخانا خەرىتە پاسپورت رۇخسەت ئىجازەت "
        "ئىلتىماس جاۋاب سوئال ۋەدە كېلىشىم مۇزاكىرە قارار"
    ),
    endings=_words("لار لەر نىڭ نى غا گە دا دە دىن تىن ى سى لىرى لىق لىك چى دىكى غان گەن مىز ىمىز لىقى"),
    shortened=_words("پروف. دوك. ت.ب. ق. م."),
    names=_words("ئاش بەك غال دار ئەر جۈم زەر ئىل قار لاچ مەر نۇر ئور پەر روس سار تال ئۇل شار ئۆت ئۈس"),
    name_endings=_words("جان گۈل بەگ خان ئاخۇن ئوغلى قىزى باي مۇرات تاغ ئابات كەنت بۇلاق سۇ"),
    saying="دېدى ئۇ",
    quotes=("«", "»"),
    comma="،",
    question="؟",
)

WORDS = {"en": EN, "ru": RU, "kk": KK, "ug": UG}
