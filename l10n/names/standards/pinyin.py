"""Chinese names in pinyin written in Russian, Kazakh and Uyghur.

Sources: the system of Palladius (syllables as in ICU's zh_Latn_PINYIN-ru) for Russian; Kazakhstan's press takes the
Russian form letter by letter; for Uyghur the usage of two free software translations, China's own in its table.
Not attested and to be confirmed by a native reader: the Uyghur finals ie, iu, iong, uo, ua, uai, ü, üan, üe, ün,
which are made by analogy.
Places with names of their own (Beijing, Harbin, Kashi, Yining) are no matter of a table: a gazetteer holds them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial

from l10n.languages import words
from l10n.names.standards.scripts import APOSTROPHES, WORD, cased
from l10n.names.standards.table import Standard, column, pairs
from l10n.phrases import phrase

INITIALS = tuple(words("zh ch sh b p m f d t n l g k h j q x r z c s y w"))
SYLLABLES = frozenset(
    words(
        """
    a ai an ang ao e ei en eng er o ou ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
    pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu ma mai man mang mao me mei men
    meng mi mian miao mie min ming miu mo mou mu fa fan fang fei fen feng fo fou fu da dai dan dang dao
    de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo ta tai tan tang tao te
    teng ti tian tiao tie ting tong tou tu tuan tui tun tuo na nai nan nang nao ne nei nen neng ni nian
    niang niao nie nin ning niu nong nou nu nü nuan nüe nuo la lai lan lang lao le lei leng li lia lian
    liang liao lie lin ling liu lo long lou lu lü luan lüe lun luo ga gai gan gang gao ge gei gen geng
    gong gou gu gua guai guan guang gui gun guo ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan
    kuang kui kun kuo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji
    jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun qi qia qian qiang qiao qie qin qing qiong
    qiu qu quan que qun xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun zha zhai zhan zhang
    zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo cha chai chan
    chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo sha shai shan
    shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo ran rang rao re
    ren reng ri rong rou ru ruan rui run ruo za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui
    zun zuo ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo sa sai san sang sao se sen
    seng si song sou su suan sui sun suo ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun wa
    wai wan wang wei wen weng wo wu
    """
    )
)
_LONGEST = max(map(len, SYLLABLES))

_RUSSIAN_INITIALS = column(INITIALS, "чж ч ш б п м ф д т н л г к х цз ц с ж цз ц с й в")
_RUSSIAN_FINALS = pairs("""
    a=а ai=ай an=ань ang=ан ao=ао e=э ei=эй en=энь eng=эн er=эр o=о ong=ун ou=оу i=и ia=я ian=янь iang=ян
    iao=яо ie=е in=инь ing=ин iong=юн iu=ю u=у ua=уа uai=уай uan=уань uang=уан ui=уй un=унь uo=о ü=юй
    üan=юань üe=юэ ün=юнь
    """)
_RUSSIAN_WHOLE = pairs("""
    hui=хуэй wu=у ya=я yan=янь yang=ян yao=яо ye=е yi=и yin=инь ying=ин yo=йо yong=юн you=ю zhi=чжи
    chi=чи shi=ши ri=жи zi=цзы ci=цы si=сы
    """)
_UYGHUR_INITIALS = column(INITIALS, "ج چ ش ب پ م ف د ت ن ل گ ك خ ج چ ش ر ز س س ي ۋ")
_UYGHUR_FINALS = pairs("""
    a=ا ai=ەي an=ەن ang=اڭ ao=اۋ e=ې ei=ېي en=ېن eng=ېڭ er=ېر o=و ong=وڭ ou=و i=ى ia=يا ian=يەن iang=ياڭ
    iao=ياۋ ie=يې in=ىن ing=ىڭ iong=يۇڭ iu=يۇ u=ۇ ua=ۇا uai=ۇەي uan=ۈەن uang=ۇاڭ ui=ۈي un=ۇن uo=ۇو ü=ۈ
    üan=ۈەن üe=ۈې ün=ۈن
    """)
_UYGHUR_WHOLE = pairs("jiang=جاڭ yan=يەن ye=يې yi=يى yin=يىن ying=يىڭ you=يۇ yu=يۈ wu=ۋۇ")

_TONES = re.compile("[\u0300\u0301\u0304\u030c]")


def plain(word: str) -> str:
    """Pinyin in small letters without tones: `Lǚ` is `lü`, so are `lv` and `lu:`."""
    small = unicodedata.normalize("NFD", word.lower().replace("u:", "ü").replace("v", "ü"))
    return unicodedata.normalize("NFC", _TONES.sub("", small))


def syllables(word: str) -> list[str]:
    """The syllables of a word of joined pinyin; none where it is no pinyin.

    A syllable that starts with a vowel stands first or after an apostrophe, as the rules of pinyin have it; where
    the apostrophe was forgotten, the division with the fewest such syllables is taken, then the shortest one.
    """
    found: list[str] = []
    for part in re.split(f"[{APOSTROPHES}]", plain(word)):
        split = _split(part)
        if not split:
            return []
        found += split
    return found


def _split(part: str) -> list[str]:
    best: list[tuple[int, int, int] | None] = [(0, 0, 0), *[None] * len(part)]
    for end in range(1, len(part) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            if before is None or part[start:end] not in SYLLABLES:
                continue
            cost = (before[0] + (start > 0 and part[start] in "aoe"), before[1] + 1, start)
            if best[end] is None or cost < (best[end] or cost):
                best[end] = cost
    found: list[str] = []
    end = len(part)
    while end and (last := best[end]):
        found.append(part[last[2] : end])
        end = last[2]
    return found[::-1]


def _rounded(syllable: str) -> tuple[str, str]:
    """Initial and final; u after j q x y is ü."""
    initial = next((one for one in INITIALS if syllable.startswith(one)), "")
    final = syllable[len(initial) :]
    return initial, "ü" + final[1:] if initial in {"j", "q", "x", "y"} and final[:1] == "u" else final


@cache
def russian_syllable(syllable: str) -> str:
    """One syllable by Palladius."""
    if syllable in _RUSSIAN_WHOLE:
        return _RUSSIAN_WHOLE[syllable]
    initial, final = _rounded(syllable)
    if initial == "y":
        return _RUSSIAN_FINALS[final]
    return _RUSSIAN_INITIALS.get(initial, "") + _RUSSIAN_FINALS[final]


def _russian(parts: list[str]) -> list[str]:
    written = [russian_syllable(part) for part in parts]
    for place in range(len(parts) - 1):
        if parts[place].endswith("ng") and written[place + 1][0] in "аеиоуэюя":
            written[place] += "ъ"
    return written


@cache
def uyghur_syllable(syllable: str) -> str:
    """One syllable in Uyghur, as inside a word: without ئ."""
    if syllable in _UYGHUR_WHOLE:
        return _UYGHUR_WHOLE[syllable]
    initial, final = _rounded(syllable)
    return _UYGHUR_INITIALS.get(initial, "") + _UYGHUR_FINALS[final]


def _uyghur(parts: list[str]) -> list[str]:
    return [f"ئ{one}" if one[0] in "اەوۇۆۈېى" else one for one in map(uyghur_syllable, parts)]


Writer = Callable[[list[str]], list[str]]


def _apply(write: Writer, cases: bool, name: str) -> str:
    return WORD.sub(partial(_word, write, cases), unicodedata.normalize("NFC", name.replace("u:", "ü")))


def _word(write: Writer, cases: bool, found: re.Match[str]) -> str:
    word = found[0]
    parts = syllables(word)
    if not parts:
        return word
    written = write(parts)
    if cases and word[0].isupper():
        shout = len(word) > 1 and word.isupper()
        written = [one.upper() for one in written] if shout else [cased(written[0], True, False, {}), *written[1:]]
    return "".join(written)


STANDARDS = (
    Standard(
        phrase("Palladius"),
        (("zh-Latn", "ru"),),
        "Palladius, as in ICU zh_Latn_PINYIN-ru",
        partial(_apply, _russian, True),
    ),
    Standard(
        phrase("Palladius, letter by letter"),
        (("zh-Latn", "kk-Cyrl"),),
        "usage of Kazakhstan's press",
        partial(_apply, _russian, True),
    ),
    Standard(
        phrase("Uyghur press usage for pinyin"),
        (("zh-Latn", "ug-Arab"),),
        "pairs seen in translations of free software; some finals by analogy",
        partial(_apply, _uyghur, False),
    ),
)
