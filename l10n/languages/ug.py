"""Uyghur: Arabic script (UEY) by default, Cyrillic (USY) in Kazakhstan, Latin (ULY).

Corrections to CLDR 48, from running text (UD Uyghur: 128 « before a letter against 11 »; 265 ASCII digits
and no Arabic ones) and from the GNOME and Xfce catalogs: quotations open with U+00AB and close with U+00BB,
inner ones with ‹ ›, and digits are ASCII.  CLDR has the marks reversed and Arabic digits by default.
Plural: one form, as GNOME and KDE write it (a noun after a numeral stays singular).
Facebook's list of locales has no Uyghur: the Open Graph locale is the project's to set.
The words of saying: UD Uyghur, grammars.  Initials: a vowel is written with its hemze (`ئا.`); `ئۇ` is left out,
for it is also "he, she" and ends sentences.
A native reader has still to confirm: the lists of SENTENCES (few abbreviations were found in running text); month
and weekday names in Cyrillic and Latin script, which follow the letter tables (Kazakhstan's papers also print
the Russian names of the months).
"""

from __future__ import annotations

from collections.abc import Mapping

from l10n.languages import FactWords, Language, Sentences, lexicon, words

MONTHS = words("يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر")
MONTHS_CYRL = words("январ феврал март апрел май июн июл авғуст сентәбир өктәбир ноябир декабир")
MONTHS_LATN = words("yanwar féwral mart aprél may iyun iyul awghust séntebir öktebir noyabir dékabir")

SAID = lexicon(
    "دەپ دەپتۇ دەپتىكەن دەپلا دەپمۇ دەيدۇ دەيتتى دەيدىغان دەيدىكەن دەيمەن دەيمىز دەۋاتىدۇ دەۋاتقان دەۋەتتى دەۋەتتىم",
    "دېدى دېدىم دېدۇق دېدىلەر دېگىنىدە دېگىنىچە",
    "دېيىشتى دېيىشىپ دېيىشىپتۇ دېيىشەتتى دېيىشىدۇ دېيىلگەن دېيىلىدۇ",
    "سورىدى سوراپتۇ سورايدۇ سوردى ۋارقىرىدى ۋارقىراپتۇ توۋلىدى توۋلاپتۇ ئويلىدى ئويلاپتۇ بىلدۈردى پىچىرلىدى",
)
"""Forms of saying, asking, shouting and thinking."""
SUFFIXES = words("نى نىڭ گىمۇ نىمۇ دە دىن گە لەر لەرنى لەرنىڭ لىك لىكى لىكىنى ىدى ىكەن چە دى")
NAMED = frozenset(f"دېگەن{suffix}" for suffix in ("", *SUFFIXES))
"""`«…» دېگەن`, "the said, called", with its suffixes; the likeness `دېگەندەك` opens sentences and is left out."""

SENTENCES = Sentences(
    terminators=".!?…؟۔",
    never_final=lexicon("ئا ئە ئو ئۆ ئۈ ئې ئى پروف دوك دوت ئاكاد"),
    saying=SAID | NAMED,
)

_CASE = r"(?:نىڭ|نى|غا|گە|قا|كە|دا|دە|تا|تە|دىن|تىن|دىكى|تىكى|سى)?"
"""Case endings that a number, a month or a weekday takes in running text."""


def _numbers(forms: Mapping[int, str]) -> dict[int, str]:
    """Numbers with their ordinals (-ىنچى), collectives (-ەيلەن) and case endings."""
    return {value: f"(?:{form})(?:ى?نچى|ەيلەن|ىسى)?{_CASE}" for value, form in forms.items()}


FACTS = FactWords(
    negations=(
        "ئەمەس",
        "يوق",
        "ھېچكىم ھېچكىمنى ھېچكىمگە",
        "ھېچنېمە",
        "ھېچقاچان",
        "ھېچقانداق ھېچبىر",
        "ھېچيەر ھېچيەردە",
    ),
    negative=(
        r"ئەمەس\w+|يوق\w+|\w{2,}(?:مى(?:دى|دىم|دۇق|غان|گەن|سۇن|سا|سە|غۇچە|گۈچە|پ)|ما(?:يدۇ|يمەن|يمىز|ي|س|سلىق)|مە(?:يدۇ|يمەن|يمىز|ي|س|سلىك))\w{0,5}"
        r"|\w{2,}سىز(?:لىق)?\w{0,4}"
    ),
    negating_prefixes=("بى", "نا"),
    numbers=_numbers(
        {
            0: "نۆل",
            1: "بىر",
            2: "ئىككى|قوش",
            3: "ئۈچ",
            4: "تۆت",
            5: "بەش",
            6: "ئالتە|ئالتى",
            7: "يەتتە|يەتتى",
            8: "سەككىز",
            9: "توققۇز",
            10: "ئون",
            20: "يىگىرمە|يىگىرمى",
            30: "ئوتتۇز",
            40: "قىرىق",
            50: "ئەللىك|يېرىم",
            60: "ئاتمىش",
            70: "يەتمىش",
            80: "سەكسەن",
            90: "توقسان",
            100: "يۈز|يۈزلىگەن",
            1_000: "مىڭ|مىڭلىغان",
            1_000_000: "مىليون",
            1_000_000_000: "مىليارد",
            1_000_000_000_000: "تىرىليون",
        }
    ),
    months=tuple(f"{month}{_CASE}" for month in MONTHS),
    weekdays=tuple(f"{day}{_CASE}" for day in words("دۈشەنبە سەيشەنبە چارشەنبە پەيشەنبە جۈمە شەنبە يەكشەنبە")),
    days=(r"تۈنۈگۈن\w*", r"بۈگۈن\w*", r"ئەتە", r"ھازىر\w*", "ئىلگىرى|بۇرۇن|بۇرۇنقى", "كېيىن|كېيىنكى", "ئاۋۋال"),
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
        r"قارىشىچە|مەلۇماتىچە|ئاساسلانغاندا",
    ),
    limits=words("ئارتۇق|كۆپ كەم|ئاز يېقىن|ئەتراپىدا|تەخمىنەن پەقەت كەمىدە"),
    units=words(
        r"پىرسەنت\w*|پرسەنت\w* كىلومېتىر\w* مېتىر\w* گىكتار\w* كىلوگرام\w* توننا\w* لىتىر\w* يىل\w*|ياش\w*"
        r" ئاي\w* ھەپتە\w* كۈن\w* سائەت\w* مىنۇت\w* دوللار\w* تەڭگە\w* رۇبلى\w* يۈەن\w* ياۋرو\w*"
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
