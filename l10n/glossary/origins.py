"""Languages that names come from, by ISO 639-3 code.

Those with an ISO 639-1 code stand here with it (macrolanguages by their own code: `zho`, `ara`, `fas`, `mon`), then
languages of the region that have none. Others are known where CLDR names them.
Source: ISO 639-3 code tables, ISO 639-1 column.
"""

from __future__ import annotations

from functools import cache

from l10n.phrases import phrase

_TWO_LETTERS = """
aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze ba bak be bel bg bul bi bis bm bam
bn ben bo bod br bre bs bos ca cat ce che ch cha co cos cr cre cs ces cu chu cv chv cy cym da dan de deu dv div dz dzo
ee ewe el ell en eng eo epo es spa et est eu eus fa fas ff ful fi fin fj fij fo fao fr fra fy fry ga gle gd gla gl glg
gn grn gu guj gv glv ha hau he heb hi hin ho hmo hr hrv ht hat hu hun hy hye hz her ia ina id ind ie ile ig ibo ii iii
ik ipk io ido is isl it ita iu iku ja jpn jv jav ka kat kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor kr kau
ks kas ku kur kv kom kw cor ky kir la lat lb ltz lg lug li lim ln lin lo lao lt lit lu lub lv lav mg mlg mh mah mi mri
mk mkd ml mal mn mon mr mar ms msa mt mlt my mya na nau nb nob nd nde ne nep ng ndo nl nld nn nno no nor nr nbl nv nav
ny nya oc oci oj oji om orm or ori os oss pa pan pi pli pl pol ps pus pt por qu que rm roh rn run ro ron ru rus rw kin
sa san sc srd sd snd se sme sg sag si sin sk slk sl slv sm smo sn sna so som sq sqi sr srp ss ssw st sot su sun sv swe
sw swa ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi ty tah ug uig uk ukr
ur urd uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor za zha zh zho zu zul
"""

_REGION = (
    "alt cjs crh dng gag kaa kdr kim kjh krc kum nog prs sah slr tyv uum ybe yue lez dar lbe inh kbd ady nan wuu hak"
)
"""Turkic languages without a two-letter code, Dungan, Dari, languages of the Caucasus, Sinitic ones."""

_words = _TWO_LETTERS.split()
OF_TWO_LETTERS = dict(zip(_words[::2], _words[1::2], strict=True))
"""ISO 639-1 ▸ 639-3."""

_TWO_OF = {three: two for two, three in OF_TWO_LETTERS.items()}
_KNOWN = {*_TWO_OF, *_REGION.split()}
_INSTEAD = {
    "cmn": "zho",
    "arb": "ara",
    "pes": "fas",
    "khk": "mon",
    "uzn": "uzb",
    "chi": "zho",
    "ger": "deu",
    "fre": "fra",
}
"""Codes of one language in a macrolanguage, and old ones, ▸ the code that is meant here."""


def is_known(code: str) -> bool:
    """Whether that is the code of a language."""
    return code in _KNOWN or (len(code) == 3 and code not in _INSTEAD and code in _named())


def hint(code: str) -> str:
    """The remedy for a code that is none."""
    meant = OF_TWO_LETTERS.get(code.lower()) or _INSTEAD.get(code.lower())
    if meant is None and is_known(code.lower()):
        meant = code.lower()
    if meant:
        return phrase("write `{code}`", code=meant)
    return phrase("give the three letters of ISO 639-3: `uig`, `kaz`, `rus`, `zho`, `eng` …")


def tag(code: str) -> str:
    """The BCP 47 tag of a language, `ug` of `uig`; "" for none."""
    return _TWO_OF.get(code, code)


@cache
def said(code: str) -> str:
    """A language in English words: `Uyghur (uig)`."""
    name = _named().get(_TWO_OF.get(code, code), "")
    return f"{name} ({code})" if name else code


@cache
def _named() -> dict[str, str]:
    """The languages that CLDR names, in English."""
    from babel import Locale

    return {str(code): str(name) for code, name in Locale("en").languages.items()}
