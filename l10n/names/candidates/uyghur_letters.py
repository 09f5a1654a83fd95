"""Spellings of a name in Uyghur, weighed: each letter of the other language has its ways, each way a weight.

A line of a table: what stands before | the letters | what stands after | ways and weights.  `^` is the start of the
word, `$` its end, V a vowel, K a consonant, nothing anything.  The first line that fits is taken, so the special ones
come first.  `-` is a way that writes nothing.  Vowels stand without hemze here; the engine sets it.

Source: Uyghur practice with foreign names, which goes by the Russian form (`گېرمانىيە`, `پارىژ`) and in younger texts
by the English one, as described in grammars and visible in any Uyghur paper; written by hand.  The weights are
estimates of how common a way is.  A native reader must still confirm the rarer ways.
"""

from __future__ import annotations

from l10n.names.candidates.uyghur_letters_english import FROM_ENGLISH, FROM_ENGLISH_TURKIC

FROM_RUSSIAN = """
^ |уа| | ۋا 8 ۇئا 2
^ |уо| | ۋو 5 ۋا 3 ۇئو 2
^ |уэ| | ۋې 7 ۇئې 3
^ |уе| | ۋې 8 ۇئې 2
^ |уи| | ۋى 8 ۇئى 2
 |ии| | ىئى 5 ى 5
 |уу| | ۇ 7 ۇئۇ 3
 |таун|$| توۋن 5 تاۋن 5
 |вилл|$| ۋىللې 6 ۋىل 4
 |дейл|$| دالې 6 دېيل 4
 |дэйл|$| دالې 6 دېيل 4
 |ленд|$| لاند 7 لېند 3
 |бери|$| بۇرى 7 بېرى 3
 |берри|$| بۇرى 5 بېررى 5
 |вуд|$| ۋۇد 10
 |мэн|$| مان 6 مېن 4
 |ов|$| وۋ 7 وف 3
 |ова|$| وۋا 10
 |аев|$| ايېۋ 8 ايېف 2
 |аева|$| ايېۋا 10
 |оев|$| ويېۋ 8 ويېف 2
 |оева|$| ويېۋا 10
 |уев|$| ۇيېۋ 8 ۇيېف 2
 |уева|$| ۇيېۋا 10
 |еев|$| ېيېۋ 8 ېيېف 2
 |еева|$| ېيېۋا 10
 |иев|$| ىيېۋ 8 ىيېف 2
 |иева|$| ىيېۋا 10
 |ев|$| ېۋ 8 ېف 2
 |ева|$| ېۋا 10
^ |шт| | شت 10
^ |ск|V| سك 10
 |бург|$| بۇرگ 9 بۇرغ 1
 |ия|$| ىيە 7 ىيا 3
 |ия| | ىيا 9 ىيە 1
 |ья|$| يا 6 يە 3 ىيە 1
 |ья| | يا 10
 |ье| | يې 7 ې 2 يە 1
 |ьо| | يو 10
 |ьё| | يو 10
 |ью| | يۇ 10
 |ьи| | ى 7 يى 3
 |ий|$| ىي 6 ى 4
 |ый|$| ىي 6 ى 4
 |ио| | ىئو 5 ىيو 5
 |иа| | ىئا 5 ىيا 5
 |иу| | ىيۇ 7 ىئۇ 3
 |ие| | ىيې 6 ىئې 4
 |иэ| | ىيې 5 ىئې 5
 |дж| | ج 10
 |дз| | دز 8 ز 2
 |тч| | چ 8 تچ 2
 |тц| | تس 8 س 2
 |тс| | تس 10
 |чж| | ج 10
 |нг|V| نگ 6 ڭ 4
 |нг|$| ڭ 8 نگ 2
 |нг| | نگ 5 ڭ 5
 |ай| | اي 8 ەي 2
 |ей| | ېي 8 ەي 1 ې 1
 |эй| | ېي 8 ەي 2
 |аи| | ائى 5 اي 5
 |ау| | اۋ 45 ائۇ 55
 |оу| | وۋ 4 و 3 وئۇ 3
 |еу| | ېۋ 5 ېئۇ 5
 |эу| | ېۋ 5 ېئۇ 5
 |уа| | ۇئا 6 ۋا 3 ۇۋا 1
 |уо| | ۇئو 5 ۋو 5
 |уэ| | ۇئې 6 ۋې 4
 |уе| | ۇئې 6 ۋې 3 ۇيې 1
 |уи| | ۇئى 5 ۋى 3 ۇي 2
 |ае| | ائې 5 ايې 4 اې 1
 |оэ| | وئې 10
 |ое| | ويې 5 وئې 5
 |ее| | ېيې 5 ېئې 5
 |аэ| | ائې 10
^ |а|н| ا 9 ە 1
 |а|$| ا 88 ە 12
 |а| | ا 99 ە 1
^ |е| | يې 6 ې 4
V |е| | يې 5 ې 5
 |е|$| ې 9 ى 1
 |е| | ې 95 ى 2 ە 3
 |э| | ې 9 ە 1
^ |и|V| ي 6 ى 4
 |и| | ى 99 ې 1
 |о| | و 97 ۇ 2 ۆ 1
 |ы| | ى 10
 |у|$| ۇ 6 و 4
 |у| | ۇ 97 ۈ 2 و 1
V |я| | يا 10
^ |я| | يا 10
 |я|$| يا 7 ىيا 1 ا 2
 |я| | يا 7 ا 3
V |ю| | يۇ 10
^ |ю| | يۇ 8 يۈ 1 ۇ 1
 |ю| | يۇ 40 ىيۇ 25 ۇ 20 ۈ 15
V |ё| | يو 10
^ |ё| | يو 8 ۆ 2
 |ё| | يو 5 ۆ 3 ې 2
 |ь| | - 10
 |ъ| | - 10
 |й| | ي 10
 |в|$| ۋ 8 ف 2
 |в| | ۋ 10
 |г| | گ 96 خ 3 غ 1
^ |х| | خ 6 ھ 4
 |х| | خ 7 ھ 3
 |ж|$| ژ 8 ج 2
 |ж| | ژ 6 ج 4
^ |ц| | س 6 تس 4
K |ц| | س 6 تس 4
 |ц| | تس 6 س 4
 |щ| | ش 6 شچ 4
 |ф| | ف 98 پ 2
 |к| | ك 98 ق 2
 |ч| | چ 10
 |ш| | ش 10
 |з| | ز 99 س 1
 |с| | س 99 ز 1
 |б| | ب 10
 |д| | د 10
 |л| | ل 10
 |м| | م 10
 |н| | ن 10
 |п| | پ 10
 |р| | ر 10
 |т| | ت 10
"""

FROM_RUSSIAN_TURKIC = """
 |баев|$| بايېۋ 8 بايېف 2
 |баева|$| بايېۋا 10
 |ау| | اۋ 10
 |еу| | ەۋ 8 ېۋ 2
 |уа| | ۋا 7 ۇئا 3
 |гуль|$| گۈل 10
 |кул| | قۇل 6 كۇل 2 كۆل 2
 |бек|$| بېك 6 بەك 4
 |хан|$| خان 10
 |жан|$| جان 10
 |джан|$| جان 10
 |берды|$| بەردى 7 بېردى 3
 |берди|$| بەردى 7 بېردى 3
 |мурат|$| مۇرات 10
 |ьк| | لق 5 لك 5
^ |а| | ا 6 ە 4
 |а|$| ا 6 ە 4
 |а| | ا 7 ە 3
 |э| | ە 6 ې 4
^ |е| | يې 6 ې 4
 |е| | ې 5 ە 5
 |у| | ۇ 8 ۈ 2
 |о| | و 8 ۆ 2
 |к|[аоуы]| ق 7 ك 3
 |к|$| ق 6 ك 4
 |к| | ك 7 ق 3
 |г|[аоуы]| غ 6 گ 4
 |г| | گ 7 غ 3
 |х| | خ 5 ھ 5
 |ж| | ج 10
 |ф| | پ 5 ف 5
 |нг| | ڭ 8 نگ 2
"""

FROM_KAZAKH = """
 |ия|$| ىيە 5 ىيا 5
 |ия| | ىيا 10
 |дж| | ج 10
 |жан|$| جان 10
 |хан|$| خان 10
 |ж| | ج 97 ژ 3
 |ау| | اۋ 10
 |әу| | ەۋ 10
 |еу| | ەۋ 7 ېۋ 3
 |оу| | وۋ 10
 |уа| | ۋا 7 ۇئا 3
 |ә| | ە 9 ا 1
 |а|$| ا 9 ە 1
 |а| | ا 97 ە 3
^ |е| | ې 6 ە 4
V |е| | يې 6 ې 4
 |е| | ې 6 ە 4
 |і| | ى 10
 |ы| | ى 10
 |и| | ى 9 ىي 1
 |ұ| | ۇ 9 و 1
 |ү| | ۈ 10
 |ө| | ۆ 10
V |у| | ۋ 10
 |у|V| ۋ 6 ۇ 4
 |у| | ۇ 9 ۈ 1
 |қ| | ق 10
 |ғ| | غ 10
 |ң| | ڭ 10
 |һ| | ھ 9 خ 1
 |г| | گ 98 غ 2
 |к| | ك 98 ق 2
 |х| | خ 7 ھ 3
"""

DOUBLED = 0.65
"""How often a doubled consonant is doubled in Uyghur."""

BROKEN = 0.55
"""How often a vowel is set into two consonants at the start of a word: `فىرانسىيە`."""

BREAKABLE = (
    {first + second for first in "بپتدكگفسش" for second in "رل"}
    | {first + second for first in "تدكگسش" for second in "ۋ"}
    | {"مب", "مپ", "ند", "نج"}
)

SOUNDS = {
    "ru": ("аеёиоуыэюя", "бвгджзйклмнпрстфхцчшщ"),
    "kk": ("аәеёиоөуұүыіэюя", "бвгғджзйкқлмнңпрстфхһцчшщ"),
    "en": ("aeiouyéöüø", "bcdfghjklmnpqrstvwxz"),
}
"""Vowels and consonants of a language, for the contexts."""

TABLES = {
    "ru": (FROM_RUSSIAN,),
    "ru-turkic": (FROM_RUSSIAN_TURKIC, FROM_RUSSIAN),
    "kk": (FROM_KAZAKH, FROM_RUSSIAN),
    "en": (FROM_ENGLISH,),
    "en-turkic": (FROM_ENGLISH_TURKIC, FROM_ENGLISH),
}
"""The tables of a language; what the first does not say, the second does."""
