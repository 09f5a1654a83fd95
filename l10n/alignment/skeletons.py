"""Skeletons: the consonants of a word after a rough romanisation, so that a name looks alike in every script.

    Tokayev · Токаев · Тоқаев · توقايېۋ  ▸ tkv      president · президент · پرېزىدېنت  ▸ prsdnt

Vowels, soft and hard signs, y and doubled letters go; a vowel at the start stays as `a`.  z is s, as English writes
many an s of others with z; h, kh and q are k, because one name has all of them (Kazakh, қазақ).
Sources: BGN/PCGN for Russian and Kazakh, ULY for Uyghur, what newsrooms write besides (Dzh and J, Kh and H).
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.languages import words
from l10n.text import UNSEEN, unmarked

LEAST = 3
"""Consonants, the vowel at the start among them, of a skeleton that says something."""
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_{UNSEEN}]|['\u2019\u02bc`\u00ad\u200c\u200d](?=[^\W\d_]))+")
_LETTERS = words(
    "аa әa бb вv гg ғg дd еa ёa жj җj зs иa йy кk қk лl мm нn ңn оa өa пp рr сs тt уa ұa үa фf хh һh цts чch шsh щsh"
    " ъ ыa ь іa эa юa яa"
)
_ARABIC = words(
    "اa ەa ﺎa بb پp تt جj چch خh دd رr زs ژj سs شsh غg فf قk كk کk گg ڭn لl مm نn ھh هa ةa وa ۇa ۆa ۈa ۋv ېa ىa يy یy"
    " ئ ء ع حh طt ظs صs ضd ثs ذs أa آa إa ؤa"
)
"""A letter and its romanisation; nothing behind a sign that has no sound of its own."""
_ROMAN = str.maketrans({one[0]: one[1:] for one in (*_LETTERS, *_ARABIC)})
_SOUNDS = (
    ("tch", "ch"), ("sch", "sh"), ("shch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("dg", "j"), ("kh", "k"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ("ts", "s"), ("tz", "s"), ("x", "ks"), ("w", "v"), ("q", "k"), ("z", "s"), ("ng", "n"),
)  # fmt: skip
_K = re.compile("c(?!h)")
_VOWELS = re.compile("[aeiouy\u0131]+")
_NOT_LETTERS = re.compile("[^a-z]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What a word has in common with its kin in other scripts, "" where that is too little."""
    plain = word.lower().translate(_ROMAN)
    if not plain.isascii():
        plain = unmarked(plain)
    plain = _NOT_LETTERS.sub("", plain)
    if len(plain) < LEAST:
        return ""
    for spelling, sound in _SOUNDS:
        if spelling in plain:
            plain = plain.replace(spelling, sound)
    plain = _K.sub("k", plain).replace("ch", "c").replace("sh", "x").replace("h", "k")
    first = "a" if plain[:1] in "aeiouy" else ""
    bones = _DOUBLE.sub(r"\1", first + _VOWELS.sub("", plain))
    return bones if len(bones) >= LEAST else ""
