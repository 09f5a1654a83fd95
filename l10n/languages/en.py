"""English: source language of most articles.

Sources: CLDR 48 (months, separators, quotation marks); GNU gettext (plural forms); abbreviations
from style guides of news agencies, months and weekdays after `p.m.` among them.
"""

from __future__ import annotations

from l10n.languages import FactWords, Language, Sentences, lexicon, words

MONTHS = words("January February March April May June July August September October November December")

SENTENCES = Sentences(
    never_final=lexicon(
        "mr mrs ms mx messrs mme mlle dr drs prof rev revd hon pres gov sen sens rep reps gen lt col maj capt cpt",
        "cmdr adm brig sgt cpl pvt pfc ltg supt insp det ald atty attys amb fr br ste mt msgr vs v cf e.g eg i.e",
        "ie viz ca c approx incl esp aka a.k.a",
    ),
    before_number=lexicon(
        "no nos p pp para paras fig figs eq vol vols chap sec sect art arts pt nr ref tel ext op a.d ft lb lbs oz",
        "jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    seldom_final=lexicon(
        "ch zh sh kh ts yu ya ye dzh al inc ltd co corp bros llc plc jr sr esq ph.d m.d b.a m.a b.sc m.sc ll.b",
        "ll.d ll.m d.d.s d.phil m.b.a r.n st dept univ assn ave blvd rd hwy bldg dist u.s u.k u.n e.u u.s.a",
        "u.s.s.r d.c n.y l.a",
    ),
    maybe_final=lexicon("etc a.m p.m am pm b.c b.c.e c.e"),
    continues=lexicon(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july",
        "august september october november december est edt et cst cdt ct mst mdt mt pst pdt pt p.d.t gmt utc bst",
        "cet cest msk eastern pacific central local",
    ),
    always_capital=lexicon("i i'm i've i'd i'll i’m i’ve i’d i’ll"),
    starters=lexicon(
        "the a an this that these those there here he she it they we you i his her its their our your my it's he's",
        "she's that's there's they're we're you're i'm it’s he’s she’s that’s there’s they’re we’re you’re i’m in",
        "on at by for from with without to of as after before during since until while when where why how what who",
        "whose which whether if although though because but and or so yet nor still then thus hence therefore",
        "however moreover meanwhile furthermore nevertheless nonetheless instead otherwise besides also again now",
        "today yesterday tomorrow tonight later earlier once soon finally recently currently previously some many",
        "most more much several few both each every all any no none not nothing nobody everyone everything another",
        "other others such one two three only even just under over about between among through despite according",
        "following based given is are was were do does did has have had can could would should must let please yes",
        "well perhaps maybe indeed did didn't don't don’t",
    ),
    saying=lexicon(
        "said says say asked asks wrote writes told tells added adds replied replies answered answers cried cries",
        "shouted shouts exclaimed exclaims wondered wonders demanded demands whispered inquired enquired muttered",
        "tweeted recalled recalls insisted continued",
    ),
)

FACTS = FactWords(
    negations=(
        "not no none cannot nor neither",
        "never",
        "nobody",
        "nothing",
        "nowhere",
        "without",
        "hardly barely scarcely",
        "rarely seldom",
        "fail fails failed failing",
        "unless",
        "except",
    ),
    negative=r".+n['’]t",
    denies=(
        r"n(?:(?<=\bn)(?:ever(?<!than never)(?! mind|(?: \w+){0,3} any\w+ (?:but|except)\b)"
        r"|obody(?<!unless nobody)(?<!unless there is nobody)|othing(?! but| short| like)"
        r"|owhere|o one(?! but)|either"
        r"|one(?! other| but)"
        r"|o(?! doubt| secret| shortage| surprise| coincidence| accident| exception| exaggeration| small| mean feat"
        r"| stranger"
        r"| question| mistake| denying| sooner| less| more than| fewer| later| earlier| wonder| matter| one\b|\.|-"
        r"| ?\d| comment\b))"
        r"|(?:(?<=\bcan)not|(?<=\bn)ot|['’]t)(?!(?: \w+){1,3} until\b| agree more| be (?:\w+er|more|better)\b| only"
        r"| just| merely| simply| solely"
        r"| least| to mention"
        r"| surprising| uncommon"
        r"| unusual| unlike| unknown| unheard| until| till| far| long| alone| bad\b| rul\w+ out| survive"
        r"| forget| stop| lose| cease| hesitate| differ| vary| deny| refuse| object| help but| wait to| worry"
        r"| without| infreq| un(?!der|til|it|iv|veil)| in(?:conceiv|signif|consid|evit)| imposs| improb| (?:take|be"
        r"|last) long"
        r"| yet\b| a few| exceed| more than| less than| later than| earlier than| fewer| i\b| you\b| it\b| they\b"
        r"| we\b| he\b| she\b|-))\b(?![’'])"
    ),
    lacks=(
        r"(?:fail(?<=\bfail)(?:s|ed|ing)? to|refus(?<=\brefus)(?:es|ed|ing) to|declin(?<=\bdeclin)(?:es|ed|ing) to"
        r"|un(?<=\bun)(?:lawful(?:ly)?|known|employed|damaged|clear|safe)|il(?<=\bil)legal(?:ly)?|im(?<=\bim)possible"
        r"|in(?<=\bin)(?:valid|admissible|nocent|sufficient)|jobless)\b"
        r"|without (?!a doubt|doubt|fail|exception"
        r"|precedent|saying|problems|incident)"
    ),
    absent="no|nothing",
    exists=r"\b(?:(?:has|have|had)(?! been| \w+(?:ed|en)\b)|there (?:is|are|was|were)|there['’]s)\b",
    turned=(
        r"(?:\w*n['’]t|not|cannot|never|nobody|no one|none(?: of \w+(?: \w+)?)?)"
        r"(?: (?:is|are|was|were|be|been|being|ha[sd]|have|will|would|could|even|very|so|that|too|as|quite|really|all"
        r"|always"
        r"|a|an|the|feel|feeling|look|looking|seem|any|longer|yet|particularly|entirely|completely|exactly|made|in|at"
        r"|on"
        r"|your|his|her|their)){0,3}"
        r" (?:well|good|great|easy|simple|fresh|true|tru[et]h|safe|rich|wealthy|young|married|open|public|legal|over"
        r"|finished"
        r"|complete|present|passable|strong|cheap|large|big|small|high|low|deep|fast|slow|warm|cold|clean|healthy|happy"
        r"|satisfied|pleased|sure|afraid|alone|late|time|home|enough|all|every\w*|always|often|many|much|first|last"
        r"|same|alike"
        r"|equal|guilty|popular|common|usual|normal|necessary|sober|drunk|use|order|joke|joking|lie|mine|hers|yours"
        r"|ours|theirs"
        r"|his(?=\W*$|[.,])|soul|country|peace|war|matter|care|mind|like|love|think|believe|remember|recall|forget"
        r"|forgot"
        r"|forgotten|pass|passed|win|lose|lost|survived?|die|stop|stopped|end|ended|cease|last|stay|stayed|wait|sleep"
        r"|slept|move"
        r"|hide|hidden|conceal|keep|kept|observed?|obey(?:ed)?|comply|match(?:es)?|coincide|changed?|charge|have to"
        r"|need to|give"
        r" up|gave up|given up|give in|let|panic|worry|fear|miss|missed|help|resist|hurt|tell any\w+|succeed"
        r"|succeeded|working"
        r"|works?|worked|function|belong|fit|out|left|escaped?|knows?|knew|cares|likes?|plan[st]?|spared?|exempt)\b"
        r"|(?:nobody|no one|never|nothing|not)(?: \w+){1,4} (?:more|\w+er)(?: \w+){0,3} than\b"
        r"|(?:cannot|can['’]t) (?:see|hear|walk|speak|afford|read|wait)\b"
    ),
    may_deny=(
        r"\b(?:not|no|never|n[eo]ither|nor|none|nobody|nothing|nowhere|cannot|no-\w+|un(?!i[tvocqf]|cle|der|ti"
        r"|esco|anim)"
        r"\w{3,}|in(?:ab|acc|act|adeq|adm|appro|cap|compet|compl|concl|consist|corr|cred|def|dep|diff|dir|eff|eli|equal"
        r"|evit|exp|fin|firm|form|hum|noc|sec|sens|sol|stab|suff|tact|tol|val|vis|vol)\w*|i(?:mm|mp|ll|rr)\w+"
        r"|dis(?:ab|adv|agr|app|band|bel|card|charg|clos|comf|conn|cont|count|cred|miss|ob|ord|pl|qual|reg|sat|solv|tr)"
        r"\w*|mis\w+|non\w*|\w+less|\w+-free|free\w*|without|lack\w*|refus\w*|declin\w*|den[iy]\w*|reject\w*|fail\w*"
        r"|avoid\w*|prevent\w*|prohib\w*|ban(?:s|ned|ning)?|forb\w+|stop\w*|halt\w*|ceas\w*|suspen\w*|cancel\w*"
        r"|except\w*"
        r"|exclu\w+|only|just|alone|until|till|unless|before|hardly|barely|scarcely|rarely|seldom|few\w*|less\w*|least"
        r"|little|rather|instead|than|yet|still|remain\w*|oppos\w*|against|resist\w*|contrary|doubt\w*|fals\w*|fake\w*"
        r"|wrong\w*|los[est]\w*|quit\w*|drop\w*|skip\w*|empty|absen\w*|zero|nil|void|vacant|acquit\w*|aboli\w*|scrap\w*"
        r"|boycott\w*|depriv\w*|strip\w*|withdr\w+|withh\w+|clos\w+|shut\w*|beyond|far|too|silen\w*|quiet\w*"
        r"|off|out|outside|offline|down|gone|away|continu\w*|go(?:es|ing)? on|miss\w*|froze\w*|spoil\w*|anyone"
        r"|anything|any"
        r"|abst\w*|escap\w*|spar(?:e|ed|es|ing)|exempt\w*|end(?:s|ed|ing)?|expir\w*|violat\w*|br[eo]ak\w*|broke\w*"
        r"|breach\w*|under|below|within|up|most|maximum|minimum|exceed\w*|other\w*|else|hard|difficult\w*"
        r"|bad\w*|poor\w*"
        r"|ill|sick|safe|safely|unhurt|survive\w*|wait\w*|despite|though|although|ignor\w*|neglect\w*|overlook\w*"
        r"|block\w*|barred|bars"
        r"|veto\w*|shun\w*"
        r"|spurn\w*|defy|defi\w+|hidden|hid|hide\w*|secret(?!ar)\w*|overdue|late|delay\w*|postpon\w*|sudden\w*"
        r"|surpris\w*"
        r"|innocen\w*|homeless\w*|orphan\w*|cut\w*|short\w*|reluct\w*|relent\w*|deaf|blind|mute|dead|die[ds]?|kill\w*"
        r"|restrict\w*|limit\w*|narrow\w*|restrain\w*|strik\w*|scarc\w*|if|whether|ngos?|dry|dries|dried)\b|n['’]t\b"
    ),
    answers=("yes", "no"),
    denied_verbs=(
        r"\b(?:nobody|no one|nothing|never|none(?= of\b))\b|(?P<once>\bno\b)"
        r"|(?:\b(?:(?:am|is|are|was|were|be|do|does|did|has|have|had|will|would|can|could|should|may|might"
        r"|must) not|cannot)"
        r"|n['’]t)\b(?! (?:and|or|but)\b|[,.;!?])"
    ),
    shades={
        "despite": r"despite|although|though",
        "refuse": r"refus\w+|declin\w+|reject\w+|den(?:y|ies|ied|ying|ial\w*)",
        "ban": r"prohib\w+|ban(?:s|ned|ning)?|forb\w+|barred|bars|restrict\w*|limit\w*",
        "only": r"only|just|alone|sole\w*",
        "still": r"still|yet",
        "until": r"until|till|before",
        "stop": r"stop\w*|halt\w*|ceas\w*|suspen\w*|end(?:s|ed|ing)?|expir\w*|cut\w*|off",
        "close": r"clos\w+|shut\w*|block\w*",
        "against": r"against|anti\w*|oppos\w*|resist\w*|contrary",
        "lose": r"los[est]\w*|depriv\w*|strip\w*|miss\w*",
        "free": r"free\w*|\w+-free|releas\w*|innocen\w*|acquit\w*|vacant",
        "remain": r"remain\w*|left|rest",
        "less": r"less|fewer|few|least|little|under|below|within|minimum|short\w*|rarely|seldom|scarc\w*",
        "hard": r"hard|difficult\w*|bad\w*|poor\w*|hardly|barely",
        "false": r"fals\w*|fake\w*|wrong\w*|lie[sd]?|lying|disinformation|misinformation",
        "late": r"late\w*|delay\w*|postpon\w*|overdue",
        "first": r"first",
        "back": r"back|return\w*",
        "else": r"except\w*|exclu\w+|other\w*|else|instead|beyond|out|outside|rather|apart|besides|away|far",
        "break": r"violat\w*|br[eo]ak\w*|broke\w*|breach\w*|severed|torn|interrupt\w*|bad\w*",
        "cancel": r"cancel\w*|aboli\w*|scrap\w*|revok\w*|overturn\w*|withdr\w+|annul\w*",
        "avoid": r"avoid\w*|prevent\w*|escap\w*|spar(?:e|ed|es|ing)",
        "hide": r"hid(?:e|es|ing|den)?|secret\w*|conceal\w*|confidential\w*|classified",
        "forget": r"forg[eo]t\w*",
        "empty": r"empty|void|zero|nil",
        "up": r"most|up|exceed\w*|maximum|than|more|over",
        "un": (
            r"without|un(?!i[tvocqf]|cle|der|ti|esco|anim)\w{3,}|in(?:depend|correct|valid|definite|secur|adequ"
            r"|complet)\w*"
            r"|\w+less|illeg\w+|im(?:possib|prop)\w+|dis(?:ab|miss)\w+"
        ),
    },
    negating_prefixes=("un", "in", "im", "il", "ir", "dis", "non", "mis"),
    numbers={
        0: "zero|nil",
        0.5: "half|halves|halved|halving",
        1: "one|once|first|single",
        2: "two|twice|second|both|pair|couple|double|doubled|doubles|doubling|twofold",
        3: "three|thrice|third|thirds|triple|tripled|triples|tripling|threefold",
        4: "four|fourth|fourths|quarter|quarters|quadrupled|fourfold",
        5: "five|fifth|fifths|fivefold",
        6: "six|sixth|sixfold",
        7: "seven|seventh|sevenfold",
        8: "eight|eighth|eightfold",
        9: "nine|ninth|ninefold",
        10: "ten|tenth|tenths|tens|tenfold",
        11: "eleven|eleventh",
        12: "twelve|twelfth|dozen|dozens",
        13: "thirteen|thirteenth",
        14: "fourteen|fourteenth",
        15: "fifteen|fifteenth",
        16: "sixteen|sixteenth",
        17: "seventeen|seventeenth",
        18: "eighteen|eighteenth",
        19: "nineteen|nineteenth",
        20: "twenty|twentieth|twenties",
        30: "thirty|thirtieth|thirties",
        40: "forty|fortieth|forties",
        50: "fifty|fiftieth|fifties",
        60: "sixty|sixtieth|sixties",
        70: "seventy|seventieth|seventies",
        80: "eighty|eightieth|eighties",
        90: "ninety|ninetieth|nineties",
        100: "hundred|hundreds|hundredth",
        1_000: "thousand|thousands|thousandth",
        1_000_000: "million|millions|millionth|mln|mn",
        1_000_000_000: "billion|billions|bln|bn",
        1_000_000_000_000: "trillion|trillions|trn|tn",
    },
    months=words(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept?"
        " october|oct november|nov december|dec"
    ),
    weekdays=words(
        "mondays?|mon tuesdays?|tues? wednesdays?|wed thursdays?|thurs? fridays?|fri saturdays?|sat sundays?|sun"
    ),
    days=(
        "yesterday",
        "today|tonight",
        "tomorrow",
        "nowadays|now|currently",
        "ago",
        "earlier|previously",
        "later|afterwards",
        "before",
        "after",
        "last|previous|past",
        "next|coming",
        "recently|lately",
        "soon|shortly",
        "springs?",
        "summers?",
        "autumns?",
        "winters?",
        "mornings?|a\\.m",
        "afternoons?|p\\.m|pm",
        "evenings?",
        "nights?|overnight",
        "noon|midday",
        "midnight",
        "weekends?",
    ),
    sayings=(
        "said|says|saying|told|tells|telling",
        "claim|claims|claimed|claiming",
        "alleged|alleges|alleging|allegedly|allegations?",
        "stated|states|stating",
        "reported|reporting|reportedly",
        "added|adds|adding",
        "noted|notes|noting",
        "announced|announces|announcing",
        "argued|argues|arguing",
        "insisted|insists|insisting",
        "denied|denies|denying",
        "confirmed|confirms|confirming",
        "admitted|admits|admitting|conceded|acknowledged",
        "suggested|suggests|suggesting",
        "warned|warns|warning",
        "explained|explains|explaining",
        "accused|accuses|accusing",
        "recalled|recalls|recalling",
        "asked|asks|asking",
        "declared|declares|declaring",
        "promised|promises|promising",
        "believes?|believed",
        "quoted|quotes|quoting|citing|cited|cites",
        "wrote|writes|writing|written",
        "estimated|estimates|estimating",
        "urged|urges|urging",
        "demanded|demands|demanding",
        "replied|replies|answered|answers",
        "predicted|predicts|forecasts?",
        "rejected|rejects|dismissed|dismisses",
        "refused|refuses|refusing",
        "pledged|pledges|vowed|vows",
        "agreed|agrees|agreeing",
        "condemned|condemns|criticised|criticized|criticises|criticizes",
        "complained|complains|complaining",
        "testified|testifies",
        "revealed|reveals|disclosed",
        "concluded|concludes",
        "hopes?|hoped",
        "fears?|feared",
        "apparently|supposedly|purportedly|presumably",
    ),
    sources="according",
    limits=words(
        "by to over above|beyond|exceeding|exceeds?|exceeded under|below|within more|upwards less|fewer"
        " least|minimum most|maximum up about|around|roughly|some"
        " nearly|almost|approximately|close only|just|merely exactly|precisely between"
    ),
    units=words(
        "percent|cent points? kilomet(?:re|er)s?|km met(?:re|er)s?|m centimet(?:re|er)s?|cm miles? feet|foot"
        " hectares?|ha acres? kilograms?|kg|kilos? grams?|g tonnes?|tons? lit(?:re|er)s? degrees?"
        " years? decades? centur(?:y|ies) months? weeks? days? hours? minutes? seconds? times"
        " dollars?|usd euros?|eur pounds?|gbp tenge|kzt roubles?|rubles?|rub yuan|rmb|cny"
    ),
    capital_dates=True,
)

LANGUAGE = Language(
    tag="en",
    name="English",
    own_name="English",
    script="Latn",
    direction="ltr",
    og_locale="en_US",
    plural_forms="nplurals=2; plural=(n != 1);",
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    decimal=".",
    group=",",
    months=MONTHS,
    months_in_text=MONTHS,
    weekdays=words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    sentences=SENTENCES,
    facts=FACTS,
)
