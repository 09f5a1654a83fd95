"""Uyghur endings in Arabic script: which there are, in which order, after which sounds.

Sounds, by the last letter: V a vowel, D a voiced consonant, T a voiceless one.  Letters are compared by the EQUALS of
`uyghur`: ى stands for the vowel ى and for the consonant ي, which real text confuses.
Slots: `stem`; `raised` for a stem whose last ا or ە has become ى; `halt` for one that waits for a vowel; `many` after
the plural, `owned` where a possessive follows it; `mine`, `ours`, `his` after possessives; `people` and `local` are
words made of words, which take endings again; `low` waits for a clitic, before which ا and ە rise (`ئۇيغۇرغىمۇ`);
`end` takes clitics only.  After a long vowel some put ي before a possessive (`دۇنيايىمىز`).

Sources: grammars of modern Uyghur; the tables account for all inflected words of UD Uyghur.  A native reader has still
to confirm which derivations and predicative endings names take.
"""

from __future__ import annotations

from l10n.names.forms.chains import ANY, BACK, FRONT, Row, endings, reader, writer

NOUN = "stem raised many mine ours his people local"
WHOLE = "stem raised many people local"
CLITIC = f"{NOUN} end like"

ROWS: tuple[Row, ...] = (
    ("stem raised people local", "plural", "* لار/لەر", "many"),
    ("stem raised people local", "plural", "* لىر", "owned"),
    ("stem", "possessive 1sg", "V م; DT ىم ۇم/ۈم", "mine"),
    ("stem", "possessive 2sg", "V ڭ; DT ىڭ ۇڭ/ۈڭ", "mine"),
    ("stem", "possessive 1sg", "V ىىم ىۇم/ىۈم", "mine"),
    ("stem", "possessive 2sg", "V ىىڭ ىۇڭ/ىۈڭ", "mine"),
    ("stem", "possessive 2sg polite", "V ىىڭىز ىۇڭىز/ىۈڭىز", "ours"),
    ("stem", "possessive 1pl", "V ىىمىز", "ours"),
    ("people", "possessive 1sg", "V م; DT ىم", "mine"),
    ("people", "possessive 2sg", "V ڭ; DT ىڭ", "mine"),
    ("stem raised people", "possessive 2sg polite", "V ڭىز; DT ىڭىز ۇڭىز/ۈڭىز", "ours"),
    ("stem raised people", "possessive 1pl", "V مىز; DT ىمىز ۇمىز/ۈمىز", "ours"),
    ("stem raised people", "possessive 2pl", "V ڭلار/ڭلەر; DT ىڭلار/ىڭلەر ۇڭلار/ۈڭلەر", "ours"),
    ("stem raised people local", "possessive 3", "V سى; DT ى", "his"),
    ("halt owned", "possessive 3", "* ى", "his"),
    ("halt owned", "possessive 1sg", "* ىم", "mine"),
    ("halt owned", "possessive 2sg", "* ىڭ", "mine"),
    ("halt owned", "possessive 2sg polite", "* ىڭىز", "ours"),
    ("halt owned", "possessive 1pl", "* ىمىز", "ours"),
    ("halt owned", "possessive 2pl", "* ىڭلار/ىڭلەر", "ours"),
    ("halt", "possessive 1sg", "* ۇم/ۈم", "mine"),
    ("halt", "possessive 2sg", "* ۇڭ/ۈڭ", "mine"),
    ("halt", "possessive 2sg polite", "* ۇڭىز/ۈڭىز", "ours"),
    ("halt", "possessive 1pl", "* ۇمىز/ۈمىز", "ours"),
    ("halt", "possessive 2pl", "* ۇڭلار/ۈڭلەر", "ours"),
    (NOUN, "genitive", "* نىڭ", "end"),
    (NOUN, "accusative", "* نى", "end"),
    (NOUN, "dative", "VD غا/گە; T قا/كە", "end"),
    (NOUN, "locative", "VD دا/دە; T تا/تە", "end"),
    (NOUN, "ablative", "VD دىن; T تىن", "end"),
    (NOUN, "dative", "VD غى/گى; T قى/كى", "low"),
    (NOUN, "locative", "VD دى; T تى", "low"),
    (NOUN, "adjectival", "VD دىكى; T تىكى", "local"),
    (NOUN, "belonging", "* نىڭكى", "local"),
    (NOUN, "limit", "VD غىچە/گىچە; T قىچە/كىچە", "end"),
    (NOUN, "limit", "VD غىچى/گىچى; T قىچى/كىچى", "low"),
    (NOUN, "likeness", "VD دەك; T تەك", "like"),
    (WHOLE, "equative", "* چە", "like"),
    (CLITIC, "clitic", "* مۇ لا چۇ دۇر", "end"),
    ("low", "clitic", "* مۇ لا چۇ غۇ", "end"),
    (CLITIC, "clitic", "VD غۇ; T قۇ", "end"),
)

PREDICATIVE: tuple[Row, ...] = ((WHOLE, "predicative", "* مەن سەن سىز مىز", "end"),)
"""What names take besides; `ئادەمسەن` is left to the verbs."""

DERIVED: tuple[Row, ...] = (
    ("stem raised", "derived", "* لىق/لىك لۇق/لۈك", "people"),
    ("stem raised", "derived", "* لىغ/لىگ لۇغ/لۈگ", "halt"),
    ("stem raised", "derived", "* چى", "people"),
    ("people", "derived", "V لىق/لىك", "people"),
    ("stem raised", "abessive", "* سىز", "people"),
)
"""What places take besides; of a common noun or a person's name they make another word (`ئەركىنلىك`, freedom)."""

VOWELS = frozenset("اەوۇۆۈېى")
BACK_VOWELS, FRONT_VOWELS = frozenset("اوۇ"), frozenset("ەۆۈ")
VOICELESS = frozenset("پتچخسشفقك")
EITHER = frozenset("بدگغجژۋھ")
"""Voiced letters at the end of loan words, which many speak and write with the endings of voiceless ones."""
EVERY = "VDT"


def is_vowel(word: str, place: int) -> bool:
    """ى is a consonant after a vowel, and before one; of two ى the first is the vowel, but not where a word starts."""
    if word[place] != "ى":
        return word[place] in VOWELS
    start = place
    while start and word[start - 1] == "ى":
        start -= 1
    vowel = start > 0 and word[start - 1] in VOWELS
    for here in range(start, place + 1):
        following = word[here + 1 : here + 2]
        vowel = not vowel and (following not in VOWELS or (following == "ى" and here > 0))
    return vowel


def sounds(word: str) -> str:
    """The sounds that the end of a word can be for its endings."""
    if not word or not ("\u0620" <= word[-1] <= "\u06d5"):
        return EVERY
    if is_vowel(word, len(word) - 1):
        return "V"
    return "T" if word[-1] in VOICELESS else "DT" if word[-1] in EITHER else "D"


def vowels(word: str) -> str:
    """Whether a word takes back or front vowels: its last ا و ۇ or ە ۆ ۈ decides; ى and ې do not.

    A last -لىك makes front ones and a last -لىق back ones, whatever stands before (`ئالاھىدىلىككە`).
    """
    if word.endswith(("لىك", "لىق")):
        return FRONT if word[-1] == "ك" else BACK
    for letter in reversed(word):
        if letter in BACK_VOWELS:
            return BACK
        if letter in FRONT_VOWELS:
            return FRONT
    return ANY


TABLE = endings(ROWS)
UNFINISHED = frozenset(["halt", "owned", "low"])
write = writer(TABLE, sounds, UNFINISHED)
read_word = reader(TABLE, sounds, UNFINISHED)
read_name = reader(endings(ROWS + PREDICATIVE), sounds, UNFINISHED)
read_place = reader(endings(DERIVED + ROWS + PREDICATIVE), sounds, UNFINISHED)
