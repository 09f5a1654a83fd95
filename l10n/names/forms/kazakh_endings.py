"""Kazakh endings: which there are, in which order, after which sounds.

Sounds, by the last letter: V a vowel, N м н ң, R р й у, L л, Z з ж, T a voiceless one.  A loan word in б в г д takes
the endings of T (`Бағдадқа`, `Тоқаевтың`); real text has those of a voiced sound, too, which are read and not written.
Slots: `stem`; `many` after the plural; `mine` after the possessives in м and ң, `ours` after those in з, `his` after
the third person; `place` after the locative, `from` after the ablative; `local` and `people` are words made of words
(`Алматыдағы`, `алматылық`), which take endings again; `halt` waits for a vowel.

Sources: grammars of modern Kazakh; checked against the names of UD Kazakh, whose 161 inflected names the table of
cases accounts for but for one spelling variant.  A native reader has still to confirm the derivations as names take
them, and the vowels that `settled` gives to names in -и and -ев.
"""

from __future__ import annotations

from l10n.names.forms.chains import ANY, BACK, FRONT, Row, endings, reader, writer

NOUN = "stem many ours people local"
"""The slots of a noun whose case endings follow its last sound alone."""

ROWS: tuple[Row, ...] = (
    ("stem people local", "plural", "VR лар/лер; NLZ дар/дер; T тар/тер", "many"),
    (f"{NOUN} mine his", "genitive", "VN ның/нің; RLZ дың/дің; T тың/тің", "end"),
    (NOUN, "dative", "VNRLZ ға/ге; T қа/ке", "end"),
    (f"{NOUN} mine", "accusative", "V ны/ні; NRLZ ды/ді; T ты/ті", "end"),
    (f"{NOUN} mine", "locative", "VNRLZ да/де; T та/те", "place"),
    (f"{NOUN} mine", "ablative", "N нан/нен; VRLZ дан/ден; T тан/тен", "from"),
    (f"{NOUN} mine his", "instrumental", "VNRL мен; Z бен; T пен", "end"),
    ("mine", "dative", "* а/е", "end"),
    ("his", "dative", "* на/не", "end"),
    ("his", "accusative", "* н", "end"),
    ("his", "locative", "* нда/нде", "place"),
    ("his", "ablative", "* нан/нен", "from"),
    ("stem many people local", "possessive 3", "V сы/сі; NRLZT ы/і", "his"),
    ("stem many people", "possessive 1sg", "V м; NRLZT ым/ім", "mine"),
    ("stem many people", "possessive 2sg", "V ң; NRLZT ың/ің", "mine"),
    ("stem many people", "possessive 2sg polite", "V ңыз/ңіз; NRLZT ыңыз/іңіз", "ours"),
    ("stem many people", "possessive 1pl", "V мыз/міз; NRLZT ымыз/іміз", "ours"),
    ("halt", "possessive 3", "* ы/і", "his"),
    ("halt", "possessive 1sg", "* ым/ім", "mine"),
    ("halt", "possessive 2sg", "* ың/ің", "mine"),
    ("halt", "possessive 2sg polite", "* ыңыз/іңіз", "ours"),
    ("halt", "possessive 1pl", "* ымыз/іміз", "ours"),
    ("place", "adjectival", "* ғы/гі", "local"),
    (f"{NOUN} mine his", "belonging", "VN нікі; RLZ дікі; T тікі", "local"),
    (f"{NOUN} mine", "likeness", "VNRLZ дай/дей; T тай/тей", "end"),
    ("his", "likeness", "* ндай/ндей", "end"),
    ("his", "equative", "* нша/нше", "end"),
    (f"{NOUN} mine", "equative", "* ша/ше", "end"),
    ("stem", "abessive", "* сыз/сіз", "people"),
    ("stem many people local place from", "predicative 1sg", "VNRL мын/мін; Z бын/бін; T пын/пін", "end"),
    ("stem many people local place from", "predicative 2sg", "* сың/сің", "end"),
    ("stem many people local place from", "predicative 2sg polite", "* сыз/сіз", "end"),
    ("stem many people local place from", "predicative 1pl", "VNRL мыз/міз; Z быз/біз; T пыз/піз", "end"),
    ("stem many people local place from", "predicative 2pl", "* сыңдар/сіңдер сыздар/сіздер", "end"),
)

DERIVED: tuple[Row, ...] = (
    ("stem", "derived", "VR лық/лік; NLZ дық/дік; T тық/тік", "people"),
    ("stem", "derived", "VR лығ/ліг; NLZ дығ/діг; T тығ/тіг", "halt"),
    ("stem", "derived", "* шы/ші шыл/шіл", "people"),
)
"""What places take besides; of a common noun or a person's name they make another word (`еркіндік`, freedom).

-лы is left out: it makes new names (`Алмалы`).
"""

SOUNDS = {
    letter: sound
    for letters, sound in (
        ("аәеёоөұүыіэюя", "V"),
        ("мнң", "N"),
        ("рй", "R"),
        ("л", "L"),
        ("зж", "Z"),
        ("кқпсфтхһцчшщ", "T"),
        ("бвгғд", "TZ"),
        ("иу", "RV"),
    )
    for letter in letters
}
EVERY = "VNRLZT"
"""The sounds of a word that is not read as it is written: an acronym, a word in Latin letters."""
VOWELS = frozenset("аәеёиоөуұүыіэюя")
BACK_VOWELS, FRONT_VOWELS = frozenset("аоұыёя"), frozenset("әөүіеэи")
VOICED = {"п": "б", "к": "г", "қ": "ғ"}
"""What a last consonant becomes before a vowel: `кітап`, `кітабы`."""


def sounds(word: str) -> str:
    """The sounds that the end of a word in small letters can be for its endings."""
    end = word.rstrip("ьъ")
    if not end:
        return EVERY
    if end[-1] == "у" and end[-2:-1] and end[-2] in VOWELS:
        return "R"
    return SOUNDS.get(end[-1], EVERY)


def vowels(word: str) -> str:
    """Whether a word in small letters takes back or front vowels: its last vowel decides.

    A soft sign makes front ones (`Гогольдің`); у goes with what stands before it, and ю settles nothing.
    """
    if word.endswith("ь"):
        return FRONT
    for letter in reversed(word):
        if letter == "ю":
            return ANY
        if letter in BACK_VOWELS:
            return BACK
        if letter in FRONT_VOWELS:
            return FRONT
    return BACK if "у" in word else ANY


TABLE = endings(ROWS)
UNFINISHED = frozenset(["halt"])
read_word = reader(TABLE, sounds, UNFINISHED)
read_place = reader(endings(DERIVED + ROWS), sounds, UNFINISHED)
write = writer(TABLE, sounds, UNFINISHED)
