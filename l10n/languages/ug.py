"""Uyghur: Arabic script (UEY) by default, Cyrillic (USY) in Kazakhstan, Latin (ULY).

Corrections to CLDR 48, from running text (UD Uyghur: 128 « before a letter against 11 »; 265 ASCII digits
and no Arabic ones) and from the GNOME and Xfce catalogs: quotations open with U+00AB and close with U+00BB,
inner ones with ‹ ›, and digits are ASCII.  CLDR has the marks reversed and Arabic digits by default.
Plural: one form, as GNOME and KDE write it (a noun after a numeral stays singular).
Facebook's list of locales has no Uyghur: the Open Graph locale is the project's to set.
The words of saying: UD Uyghur, grammars.  Initials: a vowel is written with its hemze (`ئا.`); `ئۇ` is left out,
for it is also "he, she" and ends sentences.
The words of FACTS: news pages; suffixes of case, order and negation, and the raising of a last ا or ە, from grammars
and the forms of UD Uyghur.
A native reader has still to confirm: the lists of SENTENCES (few abbreviations were found in running text); the lists
of FACTS; month and weekday names in Cyrillic and Latin script, which follow the letter tables (Kazakhstan's papers
also print the Russian names of the months).
"""

from __future__ import annotations

from collections.abc import Mapping

from l10n.languages import FactWords, Language, Sentences, inflected, lexicon, words

MONTHS = words("يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر")
MONTHS_CYRL = words("январ феврал март апрел май июн июл авғуст сентәбир өктәбир ноябир декабир")
MONTHS_YEZIQ = words("yanwar fewral mart aprel may iyun iyul awƣust sentəbir ɵktəbir noyabir dekabir")
MONTHS_LATN = words("yanwar féwral mart aprél may iyun iyul awghust séntebir öktebir noyabir dékabir")

SAID = lexicon(
    "دەپ دەپتۇ دەپتىكەن دەپلا دەپمۇ دەيدۇ دەيتتى دەيدىغان دەيدىكەن دەيمەن دەيمىز دەۋاتىدۇ دەۋاتقان دەۋەتتى دەۋەتتىم",
    "دېدى دېدىم دېدۇق دېدىلەر دېگىنىدە دېگىنىچە دېگەنىدى دېگەنتى دېسە دېسەم دېمەكتە دەۋاتاتتى دەمدۇ",
    "دېيىشتى دېيىشىپ دېيىشىپتۇ دېيىشەتتى دېيىشىدۇ دېيىشكەن دېيىلگەن دېيىلىدۇ دېيىلدى دېيىلمەكتە",
    "سورىدى سوراپتۇ سورايدۇ سوردى ۋارقىرىدى ۋارقىراپتۇ توۋلىدى توۋلاپتۇ ئويلىدى ئويلاپتۇ بىلدۈردى پىچىرلىدى",
)
"""Forms of saying, asking, shouting and thinking."""
SUFFIXES = words("نى نىڭ گىمۇ نىمۇ دە دىن گە لەر لەرنى لەرنىڭ لىك لىكى لىكىنى ىدى ىكەن چە دى")
NAMED = frozenset(f"دېگەن{suffix}" for suffix in ("", *SUFFIXES)) | lexicon("ناملىق ئاتلىق ماۋزۇلۇق سەرلەۋھىلىك بولۇپ")
"""`«…» دېگەن`, "the said, called", with its suffixes, `«…» ناملىق`, "titled", and `«…» بولۇپ`, "being"; the likeness
`دېگەندەك` opens sentences and is left out."""

SENTENCES = Sentences(
    terminators=".!?…؟۔",
    never_final=lexicon("ئا ئە ئو ئۆ ئۈ ئې ئى پروف دوك دوت ئاكاد"),
    saying=SAID | NAMED,
)

_CASE = r"(?:نىڭ|نى|غا|گە|قا|كە|دا|دە|تا|تە|دىن|تىن|دىكى|تىكى|سى|غىچە|گىچە|قىچە|كىچە)?"
"""Case endings that a number, a month or a weekday takes in running text."""


def _numbers(forms: Mapping[float, str]) -> dict[float, str]:
    """Numbers with their ordinals (-ىنچى), collectives (-ەيلەن), possessives and case endings."""
    ending = f"(?:ى?نچى|ەيلەن)?(?:ىسى|سى|ى)?(?:{_CASE}(?:مۇ|لا)?|[دت]ى(?:لا|مۇ))"
    return {value: inflected(form, ending) for value, form in forms.items()}


_DENIED = (
    r"م[اەى](?<=\w\wم[اەى])(?<!\b[كسھ][ېەى]م[اەى])(?<!قام[اەى])(?<!قارام[اەى])(?<!\bنام[اەى])"
    r"(?<!\bموم[اەى])(?<!\bسەرم[اەى])"
    r"(?<!\bئىلتىم[اەى])(?<!\bئەم[اەى])(?<!\bھەمم[ەى])(?<!\bئەمما)(?<!نېم[ەى])(?<!مەھكىم[ەى])(?<!\bتېم[اى])"
)
"""Behind a stem, where the suffix of negation may stand.  Left out: كېمەيدى, it became less; Semey, Qaramay; ھەممە,
ھىمايە, سەرمايە, ئىلتىماس."""

FACTS = FactWords(
    negations=(
        "ئەمەس",
        "يوق",
        "ھېچكىم ھېچكىمنى ھېچكىمگە ھېچكىمنىڭ ھېچكىمدىن ھېچكىمدە ھېچكىممۇ",
        "ھېچنېمە ھېچنېمىنى ھېچنېمىگە ھېچنېمىنىڭ ھېچنېمىدىن ھېچنەرسە ھېچنەرسىنى ھېچنەرسىگە",
        "ھېچقاچان ھەرگىز",
        "ھېچقانداق ھېچبىر ھېچقايسى ھېچقايسىسى ھېچ",
        "ھېچيەر ھېچيەردە ھېچيەرگە ھېچقەيەر ھېچقەيەردە ھېچقەيەرگە",
    ),
    negative=(
        r"ئەمەس\w+|يوق\w+"
        r"|(?!قام|ئەمىسە)\w{2,}مى(?:دى(?:م|ڭ|ڭىز|ڭلار|لەر|غۇ|مۇ|كەن)?|دۇق|گەن\w{0,9}|غان\w{0,9}|سۇن"
        r"|س[اە]\w{0,4}|غۇچە|گۈچە)"
        r"|(?!قام|ناماي|موماي|ھەممە|ئىلتىماس)\w{2,}(?:ما|مە)(?:ي\w{0,12}|س\w{0,9}|پتۇ\w{0,4}|پتىكەن|ڭ|ڭلار|ڭىز)"
        r"|\w{2,}سىز(?:لىق|لىك)?\w{0,6}"
    ),
    denies=(
        r"ئەمەس(?<=\bئەمەس)(?<!كەم ئەمەس)(?<!كۆپ ئەمەس)(?<!\bئاز ئەمەس)(?<!پەقەت ئەمەس)(?<!ئارتۇق ئەمەس)"
        r"(?:مەن|مىز|سىز|لىكى\w*|تۇر)?\b|ياق(?<=\bياق)\b|يوق(?<=\bيوق)(?:تۇر|لۇقى\w*)?\b"
        rf"|{_DENIED}(?:(?<=ى)د[ىۇ](?:م|ق|ڭ|ڭىز|لەر)?|(?<!ى)ي(?:دۇ|مىز|مەن|سىز|دىغان\w*|ۋاتىدۇ)"
        r"|(?<=ى)(?:غانلىق|گەنلىك)\w*|(?<=ى)(?:غان|گەن)(?:ىدى|مەن|مىز)?|(?<!ى)پتۇ)\b"
    ),
    lacks=r"رەت قىل\w+|\b(?:قانۇن|ئىناۋەت|گۇناھ|ئىش)سىز\w*",
    exists=r"\bبار(?:لىقى\w*|(?=[،.؛:!»”]| (?:ئىدى|ئىكەن|دې|دەپ|دەي|ۋە|لېكىن|بىراق)|$))\b",
    may_deny=(
        rf"{_DENIED}(?:(?<=ى)(?:د[ىۇ](?!ن\b|كى)|غ(?:ا[چني]|[ۇىە])|گ(?:ە[چني]|[ۈىە]\w)|س(?:[اەۇ]|ى[ڭلمك]))\w*"
        r"|(?<!ى)(?:ي|س|پ|ڭ|م[سد])\w*|(?<!ى)(?=[.!؟…»”›،]))|\b(?:ئەمەس|يوق|ياق)\w*"
        r"|\b(?:ھېچقاچان|ھەرگىز|ھېچكىم)(?=[،.!؟»”])|\w\w(?<!ئاك)سىز\w*"
        r"|رەت قىل|باش تارت|چەكل|مەخپىي|يوشۇر|ئۇنتۇ|قۇتۇل|ناتايىن|گۇمان|مۇستەسنا|ئەكسىچە|يىراق|كېچىك|سۈكۈت|ئاقلا"
        r"|\w\w(?:غۇچە|گۈچە|قۇچە|كۈچە)\b|\b(?:جىم|كەم|يالغۇز)\b"
        r"|\b(?:قارشى|ئامان\w*|سالامەت\w*|پەقەت|باشقا|ئاز|تېخى|ئورنىغا|بوش|ئەركىن|قىيىن|تەس|ئاران|غەيرى|قۇرۇق|بىكار"
        r"|يالغان|خاتا|(?<!پ )قالدى"
        r"|(?<!پ )(?:قالغان|قېلىپ)|ۋاز كەچ\w*|بىگۇناھ|بىھۇدە|بىتەرەپ|تۇنجى|بىرىنچى|خىلاپ\w*|چەك\w*|ھەقلىق"
        r"|بەرىبىر|ئوخشاش|سىر|تۆھمەت|ئۇتتۇر\w+|يېڭىل(?:د|گ|ى?پ)\w*|مەغلۇب\w*|مەينەت\w*|بۇلغان\w*|مۇرەككەپ\w*|كەمچىل\w*"
        r"|يىقىل\w+|زىت\w*|بويتاق|نامرات\w*|كەمبەغەل\w*|خەتەر\w*|تەمكىن|ئېھتىيات\w*|نېرى|شالاڭ|قارىغۇ|ئەما|گاس|قازا"
        r"|جان ئۈز\w*|ھالاك|بۇزۇل\w*|پېتى|مۇقىم|ھەقسىز|چۆلدەر\w*|خاتالىش\w*|خاتالاش\w*|ئېسىدە|ئېسىمىزدە|يېرىم|ئاستا"
        r"|تۈگى\w+"
        r"|تۈگە\w+|مەڭگۈ)\b"
        r"|\bنا(?:مەلۇم"
        r"|ھەق|رازى|ئېنىق|توغرا|چار|مۇۋاپىق|قانۇن)"
        r"|توختى|توختا(?!م(?:\b|[غدلن]|ى[نسغد]))|ئىنكار|مەنئى|سىرت|تاقا|مەھرۇم|ئايرى|ساقلان|ئۈزۈل|كېسىل(?=د|گ|ىپ)"
        r"|ئۆچۈر|يوقال|يوقات"
        r"|توس(?!م[اى])"
    ),
    answers=("ھەئە|شۇنداق", "ياق"),
    shares_denial=r"مۇ (?:يوق|ئەمەس)\b|\bنە ",
    wants_denial=r"\bھېچ(?!بول)\w+",
    shades={
        "despite": r"قارىماي|قارىماستىن",
        "refuse": r"رەت(?: قىل\w*)?|رەت\w+|(?:باش )?تارت\w+|ئىنكار\w*|كەچ\w*",
        "ban": r"مەنئى\w*|چەكل\w*",
        "only": r"پەقەت|يالغۇز|بىردىنبىر",
        "still": r"تېخى|ھازىرچە|يەنىلا",
        "until": r"بۇرۇن|ئىلگىرى",
        "stop": r"توختى\w*|توختا\w*|ئۈزۈل\w*|ئۆچۈر\w*|كېسىل\w*",
        "close": r"تاقا\w*|تاقىل\w*|تاقى\w*|يېپى\w*|ياپ\w*",
        "against": r"قارشى\w*|قارشىلىق\w*",
        "lose": r"يوقال\w*|يوقات\w*|مەھرۇم\w*|ئايرىل\w*",
        "free": r"بوش\w*|ئەركىن\w*|بىگۇناھ\w*|ھەقسىز",
        "remain": r"قالدى\w*|قالغان\w*|قېلىپ|قالى\w*",
        "less": r"ئاز\w*|كەم|كېمەي\w*|تۆۋەن\w*",
        "hard": r"قىيىن\w*|تەس|ئاران|ئېغىر",
        "false": r"يالغان\w*|خاتا\w*|ساختا",
        "late": r"كېچىك\w*|كېيىنگە",
        "first": r"تۇنجى|بىرىنچى",
        "back": r"قايت\w*",
        "else": r"باشقا\w*|سىرت\w*|ئورنىغا|غەيرى|يىراق\w*|مۇستەسنا",
        "break": r"ئۈزۈل\w*|بۇز\w*|خىلاپ\w*",
        "cancel": r"بىكار",
        "avoid": r"ساقلان\w*",
        "hide": r"مەخپىي\w*|يوشۇر\w*",
        "forget": r"ئۇنتۇ\w*",
        "empty": r"قۇرۇق|بوش",
        "up": r"ئارتۇق|كۆپ|ئېشىپ",
        "un": r"\w\w+سىز\w*|بى(?:تەرەپ|ھۇدە|گۇناھ|خەتەر)\w*|نا(?:مەلۇم|ھەق|رازى|ئېنىق|توغرا|چار|مۇۋاپىق|قانۇن)\w*",
    },
    negating_prefixes=("بى", "نا"),
    numbers=_numbers(
        {
            0: "نۆل",
            0.5: "يېرىم",
            1: "بىر(?!گە$)|تۇنجى",
            2: "ئىككى|قوش",
            3: "ئۈچ",
            4: "تۆت",
            5: "بەش",
            6: "ئالتە|ئالتى",
            7: "يەتتە|يەتتى",
            8: "سەككىز",
            9: "توققۇز",
            10: "ئون|ئونلىغان",
            20: "يىگىرمە|يىگىرمى",
            30: "ئوتتۇز",
            40: "قىرىق",
            50: "ئەللىك",
            60: "ئاتمىش",
            70: "يەتمىش",
            80: "سەكسەن",
            90: "توقسان",
            100: "يۈز|يۈزلىگەن",
            1_000: "مىڭ|مىڭلىغان",
            1_000_000: "مىليون|مىليونلىغان",
            1_000_000_000: "مىليارد",
            1_000_000_000_000: "تىرىليون",
        }
    ),
    months=tuple(f"{month}{_CASE}(?:مۇ|لا)?" for month in MONTHS),
    weekdays=tuple(f"{day}[ەى]{_CASE}(?:مۇ|لا)?" for day in words("دۈشەنب سەيشەنب چارشەنب پەيشەنب جۈم شەنب يەكشەنب")),
    days=(
        r"تۈنۈگۈن\w*",
        r"بۈگۈن\w*",
        r"ئەتە|ئەتىسى",
        r"ھازىر\w*",
        "ئىلگىرى|بۇرۇن|بۇرۇنقى|ئاۋۋال|ئاۋۋالقى",
        "كېيىن|كېيىنكى",
        r"بۇلتۇر\w*|ئۆتكەن",
        "بۇيىل|بۇيىلقى",
        "كېلەر",
        "يېقىندا",
        r"ئەتىياز\w*|باھار\w*",
        "يازدا|يازلىق|يازنىڭ",
        "كۈزدە|كۈزلۈك|كۈزنىڭ",
        "قىشتا|قىشلىق|قىشنىڭ",
        r"ئەتىگەن\w*|سەھەر\w*",
        "چۈشتە|چۈشتىن|چۈشكىچە",
        r"كەچ|كەچتە|كەچكى|كەچقۇرۇن|ئاخشام\w*",
        "كېچە|كېچىسى|كېچىدە|كېچىچە|كېچىلىك",
    ),
    sayings=(
        r"دې(?:دى|گەن|مەكتە|يىش|يىشىچە)\w*|دەيدۇ|دەپ|دەيدىغان",
        r"ئېيت(?:تى|قان|ىدۇ|ىپ|ىشىچە|قىنى)\w*",
        r"بىلدۈر(?:دى|گەن|ىدۇ|ۈپ|ۈشىچە)\w*",
        r"يەتكۈز(?:دى|گەن|ىدۇ)|خەۋەر",
        r"قوشۇمچە",
        r"جاكارلى(?:دى|غان)|ئېلان",
        r"ئىنكار",
        r"تەكىتلى(?:دى|گەن)|تەكىتلەيدۇ",
        r"ئاگاھلاندۇر(?:دى|غان|ىدۇ)",
        r"چۈشەندۈر(?:دى|گەن|ىدۇ)",
        r"سورى(?:دى|غان)|سورايدۇ",
        r"ئەيىبلى(?:دى|گەن)|ئەيىبلەيدۇ",
        r"يېزىشىچە",
        r"ئەسلە(?:يدۇ|پ)|ئەسلى(?:دى|گەن|تىشىچە)",
        r"كۆرسەت(?:تى|كەن)|كۆرسىت(?:ىدۇ|ىشىچە)",
        r"سۆزلە(?:يدۇ|پ)|سۆزلى(?:دى|گەن)",
        r"جاۋاب",
        r"ۋەدە",
        r"تەلەپ",
        r"چاقىر(?:دى|غان|ىدۇ)|چاقىرىق",
        r"ئېتىراپ",
        r"دەلىللى(?:دى|گەن)|دەلىللەيدۇ|جەزملەشتۈر(?:دى|گەن)",
        r"ھېسابلايدۇ|ھېسابلى(?:دى|غان)",
        r"تەنقىد(?:لى(?:دى|گەن)|لەيدۇ)?",
        r"رەت",
        r"نەقىل",
        r"مۆلچەر\w*",
        r"گويا|ئىمىش|مىش",
        r"قارىشىچە|مەلۇماتىچە|بايانىچە|ئاساسلانغاندا|قارىغاندا",
    ),
    limits=words(
        "ئارتۇق|كۆپ|ئاشقان|ئاشتى|ئاشىدۇ|يۇقىرى كەم|ئاز|تۆۋەن يېقىن|ئەتراپىدا|تەخمىنەن|چامىسىدا دېگۈدەك"
        " پەقەت|پەقەتلا|خالاس|ئاران|ئارانلا كەمىدە دەل"
    ),
    units=words(
        r"پىرسەنت\w*|پرسەنت\w* كىلومېتىر\w* مېتىر\w* گىكتار\w* كىلوگرام\w* توننا\w* لىتىر\w*"
        r" يىل(?:دا|دىن|غا|نىڭ|لىق|ى|دىكى)?"
        r" ياش(?:تا|تىكى|قا|تىن|لىق)? ئاي(?:دا|دىن|غا|لىق|نىڭ)? ھەپت[ەى]\w* كۈن(?:دە|گە|دىن|لۈك|نىڭ)? ئەسىر\w*"
        r" قېتىم\w* ھەسس[ەى]\w* گرادۇس\w* گرام\w* سېكۇنت\w* سائەت\w*"
        r" مىنۇت\w* دوللار\w* تەڭگە\w* رۇبلى\w* يۈەن\w* ياۋرو\w*"
    ),
)

LANGUAGE = Language(
    tag="ug",
    name="Uyghur",
    own_name="ئۇيغۇرچە",
    script="Arab",
    direction="rtl",
    og_locale=None,
    plural_forms="nplurals=1; plural=0;",
    quotes=("«", "»"),
    inner_quotes=("‹", "›"),
    decimal=".",
    group=",",
    months=MONTHS,
    months_in_text=MONTHS,
    weekdays=words("دۈشەنبە سەيشەنبە چارشەنبە پەيشەنبە جۈمە شەنبە يەكشەنبە"),
    sentences=SENTENCES,
    facts=FACTS,
)

SCRIPTS = {
    "Cyrl": {
        "facts": FactWords(),
        "own_name": "уйғурчә",
        "months": MONTHS_CYRL,
        "months_in_text": MONTHS_CYRL,
        "weekdays": words("дүшәнбә сәйшәнбә чаршәнбә пәйшәнбә җүмә шәнбә йәкшәнбә"),
    },
    "Latn": {
        "facts": FactWords(),
        "own_name": "uyghurche",
        "months": MONTHS_LATN,
        "months_in_text": MONTHS_LATN,
        "weekdays": words("düshenbe seyshenbe charshenbe peyshenbe jüme shenbe yekshenbe"),
    },
}
"""Fields that differ in another script."""

SPELLINGS = {
    "Latn-x-yeziq": {
        "own_name": "uyƣurqə",
        "months": MONTHS_YEZIQ,
        "months_in_text": MONTHS_YEZIQ,
        "weekdays": words("düxənbə səyxənbə qarxənbə pəyxənbə jümə xənbə yəkxənbə"),
    },
}
"""Fields that differ in another spelling of a script: the Yëngi Yëziq of 1965 to 1982."""
