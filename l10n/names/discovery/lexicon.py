"""Words around names: titles, nouns that head an organisation or a place, particles inside a person's name.

Words are in small letters and the nominative; Russian and Kazakh nouns are compared by their beginnings, because
they are declined.  Sources: style guides of news agencies for titles and offices, UNGEGN's generic terms for places,
general usage for the rest.  A native reader has still to confirm the Kazakh and Uyghur lists.
"""

from __future__ import annotations

from dataclasses import dataclass

from l10n.languages import lexicon, words


@dataclass(frozen=True, slots=True)
class Around:
    """What one language writes around names."""

    titles: frozenset[str] = frozenset()
    """Offices and forms of address that stand before a person's name, of one word or several."""
    organisations: frozenset[str] = frozenset()
    """Nouns that make a capitalised sequence the name of an organisation."""
    places: frozenset[str] = frozenset()
    """Generic nouns of places, before or after the name."""
    works: frozenset[str] = frozenset()
    """Nouns of works and awards that stand beside a name."""
    into: frozenset[str] = frozenset()
    """Prepositions after which a single name is a place more often than not."""
    saying: frozenset[str] = frozenset()
    """Verbs whose subject is a person."""
    joints: frozenset[str] = frozenset()
    """Small words that stand inside the name of an organisation: `of`, `for`."""
    links: frozenset[str] = frozenset()
    """Those of the joints that also stand between two names: `and`."""
    peoples: frozenset[str] = frozenset()
    """Names of peoples and faiths, and the adjectives made of them."""
    never: frozenset[str] = frozenset()
    """Words that have a capital and are no names."""
    openers: frozenset[str] = frozenset()
    """Words that begin sentences and no names; others may begin the name of an organisation: `Human Rights Watch`."""
    declined: bool = False
    """Nouns take endings: they are recognised by their beginnings."""
    firms: frozenset[str] = frozenset()
    """Further nouns, and legal forms, beside which a name in quotation marks is that of an organisation."""
    nouns_behind: bool = False
    """Such a noun stands behind the name."""
    cases: tuple[str, ...] = ()
    """Endings of the cases, where they only follow the word: Kazakh."""


PARTICLES = lexicon(
    "al el bin ibn bint ben de da del della di du la le van der den von zu ul ud uulu kyzy ogly oglu qizi",
)
"""Small words inside a person's name: Arabic, Romance, Germanic, Turkic."""

ARTICLE = r"(?:al|el|ad|ash|as|at|an|ar|az|ul|ud|d|l|o)[-'’]"
"""Articles and prefixes that are written together with a name: al-Assad, d'Estaing."""

ENGLISH = Around(
    titles=lexicon(
        "mr mrs ms miss dr prof professor sir lord lady king queen prince princess emperor sultan emir sheikh imam",
        "ayatollah president premier chancellor minister ambassador senator governor mayor akim judge justice",
        "general colonel major captain lieutenant sergeant admiral secretary chairman chairwoman director editor",
        "editor-in-chief secretary-general spokesman spokeswoman spokesperson analyst activist lawyer advocate",
        "journalist reporter correspondent",
        "photographer economist deputy commissioner delegate representative resident prosecutor pope bishop father",
        "sister brother comrade tsar shah inspector duke duchess count countess baron pastor reverend rabbi mufti",
    )
    | {
        "secretary of state",
        "prime minister",
        "foreign minister",
        "vice president",
        "secretary general",
        "attorney general",
    },
    organisations=lexicon(
        "congress parliament nations senate house assembly council committee commission ministry department",
        "agency bureau",
        "office institute institution university academy college school party union association federation",
        "foundation fund society organisation organization court police army service bank company corporation group",
        "network watch news press radio television tv times post herald tribune journal magazine portal movement",
        "alliance league front club team center centre museum library hospital mission embassy consulate reporting",
        "initiative international forces guard navy laboratory hotel hostel theatre theater church cathedral mosque",
        "records studios ltd llc inc srl gmbh plc commons brigade battalion treasury cabinet tribunal agence jazeera",
        "department council prosecutor's chamber coalition brotherhood",
    ),
    places=lexicon(
        "region province district city town village county state republic autonomous oblast krai prefecture river",
        "lake sea mountain mountains valley desert street avenue square bridge airport station border island islands",
        "empire khanate park beach harbour harbor port forest gardens gulf strait canyon glacier hills bazaar",
        "bay cape peninsula oasis kingdom emirate emirates",
    ),
    works=lexicon(
        "award prize medal order novel film movie book report act treaty agreement declaration song album play opera",
        "poem series documentary memoir essay awards prizes medals podcast comics",
    ),
    into=lexicon("in near across outside inside throughout"),
    saying=lexicon(
        "said says told tells wrote writes added adds asked asks claimed claims noted notes explained explains",
        "recalled believes thinks admitted confirmed denied stressed complained declared moved died spoke lives",
    ),
    joints=lexicon("of for on and the in to"),
    links=lexicon("and"),
    peoples=lexicon(
        "uyghur uighur kazakh kyrgyz uzbek tajik turkmen tatar dungan han hui chechen kurd roma",
        "muslim christian jewish buddhist islamic islam sunni shia orthodox catholic arab turkic slavic asian",
        "lebanese welsh scottish irish thai lao czech spanish norwegian finnish filipino cypriot maltese belgian",
        "portuguese peruvian palestinian israeli iraqi saudi emirati afghan scotch māori soviet eurasian latin western",
        "european african american british english french german turkish dutch danish swedish polish greek swiss",
    ),
    never=lexicon(
        "i i'm i've i'd i'll photo source video image picture monday tuesday wednesday thursday friday saturday",
        "sunday january february march april may june july august september october november december ctrl enter",
        "internet tv am pm god yes no mr mrs ms dr jan feb mar apr jun jul aug sept oct nov dec gmt utc ceo url",
        "faq pdf",
        "ok cctv id dvd sms ph",
    ),
    openers=lexicon(
        "a an the this that these those all some many most few several both each every any other another no such",
        "in on at by from to for with without of about after before since until during among between under over near",
        "and but or so yet if when while where because although though however moreover meanwhile also even only",
        "just",
        "then now here there today yesterday according despite instead once twice he she it they we you i his her",
        "its",
        "their our your my who what which why how not never as like than former new local ethnic later earlier last",
    ),
)

RUSSIAN = Around(
    titles=lexicon(
        "президент премьер министр посол сенатор депутат губернатор аким мэр судья генерал полковник майор капитан",
        "секретарь председатель директор редактор журналист корреспондент фотограф экономист политолог эксперт",
        "адвокат юрист правозащитник правозащитница активист активистка господин госпожа профессор доктор академик",
        "король королева принц имам шейх патриарх епископ",
    ),
    organisations=lexicon(
        "конгресс парламент сенат мажилис палата ассамблея совет комитет комиссия министерство департамент агентство",
        "бюро институт университет академия школа партия союз ассоциация федерация фонд общество организация суд",
        "полиция служба банк компания корпорация группа радио телевидение газета журнал портал движение альянс лига",
        "фронт клуб центр музей посольство консульство оон нато",
    ),
    firms=lexicon(
        "тоо ао ооо оао зао пао нао ип нпо ки гкп ргп корпорация холдинг фирма завод фабрика шахта рудник канал",
        "телеканал",
        "агентство сайт издание издательство команда ансамбль театр ресторан гостиница колония лагерь санаторий",
        "объединение организация сеть проект платформа",
    ),
    places=lexicon(
        "океан империя княжество герцогство царство королевство канал острова континент полуостров архипелаг ханство",
        "халифат каганат перевал ущелье водохранилище плато низменность область район край республика город село",
        "посёлок поселок округ провинция штат река озеро море гора улица",
        "проспект площадь мост аэропорт станция остров полуостров долина пустыня",
    ),
    works=lexicon(
        "премия медаль орден роман фильм книга доклад договор соглашение декларация песня альбом спектакль опера",
        "пьеса",
        "повесть рассказ поэма стихотворение сериал картина программа передача",
    ),
    into=lexicon("в во из на под около близ"),
    saying=lexicon(
        "сказал сказала заявил заявила рассказал рассказала отметил отметила добавил добавила написал написала",
        "считает говорит пояснил пояснила напомнил напомнила признал признала подчеркнул подчеркнула",
    ),
    joints=lexicon("по и в на"),
    links=lexicon("и"),
    peoples=lexicon("мусульманин мусульмане ислам"),
    never=lexicon(
        "фото источник видео интернет вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим вашу ваших сми",
        "rt ок",
        "бог боже господи",
    ),
    openers=lexicon(
        "в во на из от до по с со к ко у о об за для при после до без через между и а но или если когда где как",
        "что это",
        "эта этот эти тот та те все всё мы вы они он она оно я ты его её их наш ваш мой по данным однако также кроме",
    ),
    declined=True,
)

_KAZAKH_CASES = words(
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен мен бен"
    " пен дағы дегі тағы тегі лар лер дар дер тар тер"
)

KAZAKH = Around(
    titles=lexicon(
        "президент премьер министр елші елшісі сенатор депутат губернатор әкім әкімі судья генерал полковник майор",
        "капитан хатшы хатшысы төраға төрағасы директор редактор журналист тілші фотограф экономист саясаттанушы",
        "сарапшы адвокат заңгер белсенді мырза ханым профессор доктор академик король ханзада имам шейх",
    ),
    organisations=lexicon(
        "конгресс конгресі парламент сенат мәжіліс палата палатасы ассамблея ассамблеясы кеңес кеңесі комитет",
        "комитеті комиссия комиссиясы министрлік министрлігі департамент департаменті агенттік агенттігі бюро бюросы",
        "институт институты университет университеті академия академиясы мектеп партия партиясы одақ одағы",
        "қауымдастық қауымдастығы федерация қор қоры ұйым ұйымы сот соты полиция қызмет қызметі банк банкі компания",
        "компаниясы топ радио радиосы газет газеті журнал журналы портал порталы қозғалыс қозғалысы орталық орталығы",
        "мұражай мұражайы елшілігі бұұ",
    ),
    places=lexicon(
        "облыс облысы аудан ауданы өлке өлкесі республика республикасы қала қаласы ауыл ауылы провинция провинциясы",
        "штат штаты өзен өзені көл көлі теңіз теңізі тау тауы көше көшесі даңғыл даңғылы алаң алаңы әуежай әуежайы",
        "арал аралы",
    ),
    works=lexicon(
        "сыйлық сыйлығы медаль медалі орден ордені роман романы фильм фильмі кітап кітабы келісім шарт хикаят",
        "хикаяты",
        "ән әні өлең өлеңі поэма поэмасы опера операсы спектакль спектаклі бағдарлама бағдарламасы хабары",
    ),
    saying=lexicon("деді айтты мәлімдеді жазды дейді сөйледі хабарлады түсіндірді мойындады"),
    joints=lexicon("және мен"),
    links=lexicon("және мен"),
    peoples=lexicon("мұсылман мұсылмандар ислам"),
    never=lexicon(
        "сурет фото дереккөз бейне интернет сіз сіздер сізді сізге сіздің сізден сіздерге сіздерді отан отаным",
        "құдай алла",
        "аллах мемлекет үкімет үкіметі үкіметінің",
    ),
    firms=lexicon(
        "жшс ақ тоо ао корпорация корпорациясы холдинг холдингі телеарна телеарнасы арна арнасы агенттігі сайты",
        "фирма",
        "фирмасы клубы командасы тобы ансамбль ансамблі театры қоғамы бірлестігі зауыты фабрикасы кеніші",
    ),
    nouns_behind=True,
    cases=_KAZAKH_CASES,
    openers=lexicon(
        "бұл сол осы ол олар біз сіз мен сен және ал бірақ егер қазір бүгін кеше ертең кейін сондықтан сонымен",
        "алайда әр",
        "бір екі барлық көп кейбір біздің оның олардың менің жыл былтыр биыл жергілікті қала ауыл",
    ),
    declined=True,
)

UYGHUR = Around(
    titles=lexicon(
        "زۇڭتۇڭ پرېزىدېنت مىنىستىر ئەلچى كېڭەش رەئىس رەئىسى مۇدىر مۇدىرى مۇخبىر پروفېسسور دوكتور ئەپەندى خانىم",
        "ئادۋوكات ئانالىزچى ئىقتىسادشۇناس پائالىيەتچى سېكرېتار سېكرېتارى باش",
    ),
    organisations=lexicon(
        "قۇرۇلتىيى پارلامېنتى مەجلىسى كېڭىشى كومىتېتى مىنىستىرلىقى ئىدارىسى ئىنستىتۇتى ئۇنىۋېرسىتېتى پارتىيىسى",
        "بىرلىكى جەمئىيىتى فوندى تەشكىلاتى سوتى بانكىسى شىركىتى رادىئوسى گېزىتى ژۇرنىلى مەركىزى ئەلچىخانىسى",
    ),
    places=lexicon(
        "رايونى ئۆلكىسى ۋىلايىتى ناھىيىسى شەھىرى يېزىسى دەرياسى كۆلى دېڭىزى تېغى كوچىسى مەيدانى ئايرودرومى",
    ),
    works=lexicon("مۇكاپاتى مېدالى رومانى فىلىمى كىتابى"),
    nouns_behind=True,
    declined=True,
)

LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH, "ug": UYGHUR}


def of(language: str) -> Around:
    """The words of a BCP 47 tag's language; empty ones for a language without a table."""
    return LANGUAGES.get(language.partition("-")[0], Around())
