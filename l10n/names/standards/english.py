"""English names in Russian: practical transcription as far as letters show the sound.

Sources: Ermolovich, Imena sobstvennye na styke yazykov i kultur (appendix, by phonemes), and the letter rules of
Gilyarevsky and Starostin, shortened to what can be told without the pronunciation: th т, w у, h х, sh ш, ch ч, j дж,
ph ф, x кс, qu кв, ck к, ee ea и, oo у, ou ow ау, igh ай, er ir ur ер, a before a silent e ей, final y и.
By letters alone a third of the names comes out right, and names that only wear English letters (Tokayev, Zhang) none:
`candidates` goes back to their own language first, and offers more than one reading.
"""

from __future__ import annotations

from l10n.names.standards.table import Rule, Standard, Table, pairs
from l10n.phrases import phrase

_LETTERS = pairs("""
    a=а b=б c=к d=д e=е f=ф g=г h=х i=и j=дж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=у x=кс y=и z=з
    ch=ч sh=ш th=т ph=ф ck=к qu=кв tch=тч dge=дж sch=ш rh=р wh=у ee=и ea=и oo=у ou=ау ow=ау oa=о oi=ой oy=ой au=о aw=о
    ai=ей ay=ей ei=ей ew=ью eau=о igh=ай eigh=ей er=ер ir=ер ur=ер air=эр
""")
_LETTER = "[^\\W\\d_]"
_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
_SILENT = f"{_CONSONANT}e(?!{_LETTER})"
"""A consonant and a final e that is not heard."""

_STARTS = pairs("""
    kn=н wr=р gn=н ai=эй ay=эй ei=эй er=эр ee=и ea=и eu=ю ew=ью eigh=эй e=э mc=мак y=й yo=йо ya=я yu=ю new=нью
""")
_ENDS = pairs("""
    ville=вилл burgh=бург bury=бери ford=форд field=филд wood=вуд land=ленд shire=шир mouth=мут stone=стон dale=дейл
    borough=боро worth=уэрт ridge=ридж stead=стед gate=гейт house=хаус water=уотер well=уэлл town=таун castle=касл
    chester=честер cester=стер beach=бич hill=хилл lake=лейк wich=идж wick=уик ham=ем ton=тон son=сон man=ман
    ley=ли ey=и y=и ie=и tion=шен ge=дж ce=с le=л ow=оу ia=ия all=олл
""")
_RULES = (
    *(Rule(letters, written, after="^") for letters, written in _STARTS.items()),
    *(Rule(letters, written, after=_LETTER, before="$") for letters, written in _ENDS.items()),
    *(Rule(vowel, written, before=_SILENT) for vowel, written in pairs("a=ей i=ай o=о u=ю").items()),
    *(Rule("c", "с", before=letter) for letter in "eiy"),
    Rule("gh", "", after=_LETTER, before="$"),
    Rule("e", "", after=_CONSONANT, before="$"),
    Rule("g", "дж", before="[ey]"),
    Rule("wa", "уо"),
    Rule("we", "уэ"),
    Rule("y", "й", after="[aeiou]"),
    Rule("ya", "я", after="[aeiou]"),
)

PRACTICAL = Table(_LETTERS | {"'": "’"}, tuple(sorted(_RULES, key=lambda rule: len(rule.letters), reverse=True)))

STANDARDS = (
    Standard(
        phrase("practical transcription"),
        (("en", "ru"),),
        "Ermolovich; Gilyarevsky and Starostin; letters only, no pronunciation",
        PRACTICAL.apply,
    ),
)
