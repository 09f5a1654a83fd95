"""How the letters of a Kazakh name, or of one that Kazakhs spell as Russians do, are written in another language.

A table gives for each letter (or letters) of the name the spellings that are met, each with its cost: 0 for the
commonest one, 1 for one in three or so, 3 for one in twenty (a natural logarithm, rounded).
Source: Russian, English and Uyghur usage in the press of Kazakhstan, from general knowledge; the letters of
BGN/PCGN 1979 and of the Kazakh Latin projects of 2017–2021 are among the English spellings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Spelling(NamedTuple):
    """One spelling of one letter, or of two."""

    spelt: str
    letters: str
    cost: float


class Spellings:
    """The spellings of one language, as a reader looks for them."""

    def __init__(self, ways: Iterable[Spelling]) -> None:
        self.ways = tuple(ways)
        self.silent = tuple(way for way in self.ways if not way.spelt)
        """Letters that may not be written at all."""
        self.by_first: dict[str, list[Spelling]] = {}
        """The others by the first sign that is written."""
        for way in self.ways:
            if way.spelt:
                self.by_first.setdefault(way.spelt[0], []).append(way)


def _table(text: str) -> Spellings:
    """`letter spelling=cost …` on each line; `-` is the empty spelling; letters are set apart by `|`."""
    rows = (line.split() for line in text.strip().splitlines())
    cells = ((row[0].replace("|", ""), *cell.partition("=")) for row in rows for cell in row[1:])
    return Spellings(Spelling(spelt.replace("-", ""), letters, float(cost)) for letters, spelt, _, cost in cells)


RUSSIAN = _table("""
а а=0
ә а=0.2 я=2.5 е=2.5 э=2.5
б б=0
в в=0
г г=0
ғ г=0.1 х=4
д д=0
е е=0.1 э=2.5 и=3.5
ё ё=0 е=1
ж ж=0.1 дж=2.2
з з=0
и и=0.1 ий=1 й=4
й й=0
к к=0
қ к=0.1 х=3
л л=0.1 ль=1
м м=0
н н=0 нь=4
ң н=0.3 нг=1.2
о о=0
ө о=0.4 у=1.2 е=2.5 ё=3 ю=4 э=3.5
п п=0 б=4
р р=0
с с=0
т т=0
у у=0 в=3
ұ у=0.1 о=3.5 ы=4
ү у=0.3 ю=2 и=4
ф ф=0
х х=0
һ х=0.5 г=1.5 -=3
ц ц=0
ч ч=0
ш ш=0
щ щ=0
ъ ъ=0
ы ы=0.4 и=1.2 е=3.5 -=3.5
і и=0.2 ы=2 е=2.5 -=4
ь ь=0
э э=0 е=2
ю ю=0
я я=0
й|ы и=1.5 й=3 ы=4
й|і и=1.5 й=3
ы|й и=1.5
і|й и=1.5
й|е е=1
н|б мб=2
""")

ENGLISH = _table("""
а a=0 ā=3
ә a=0.3 ä=0.5 ae=2.5 e=2.5 ə=1 á=1
б b=0
в v=0 w=2
г g=0
ғ g=0.2 gh=0.8 ğ=0.8 ǵ=1.5
д d=0
е e=0.1 ye=1.8 ie=3 je=3
ё yo=0.5 e=1 io=2 ë=1 ё=1
ж zh=0.4 j=0.8 dzh=2.5
з z=0
и i=0.1 iy=1.5 ii=2 y=2 ee=3 ī=1 ı=2
й y=0.3 i=0.9 j=2.5
к k=0 c=3 ck=3
қ k=0.2 q=0.8 kh=3.5
л l=0
м m=0
н n=0
ң n=0.7 ng=0.7 ñ=0.5 ń=1.5
о o=0
ө o=0.4 ö=0.5 u=1.8 oe=2.5 ó=1.5 e=3
п p=0
р r=0
с s=0
т t=0
у u=0.3 w=1 v=3
ұ u=0.2 ū=1
ү u=0.3 ü=0.5 yu=3 ú=1.5
ф f=0
х kh=0.4 h=0.8 x=1.5
һ h=0.5 kh=1.2 -=3
ц ts=0 c=2
ч ch=0 ç=1
ш sh=0 ş=0.5
щ shch=0.3 sch=1.5
ъ -=0.3 '=1
ы y=0.4 i=1.2 ı=0.5 -=3.5
і i=0.3 y=2 e=3 -=4
ь -=0.3 '=1
э e=0.2 é=2
ю yu=0.3 iu=1.2 u=3
я ya=0.2 ia=0.9 ja=3 a=4
й|е ye=0.5 e=2
й|ы y=2.5 i=1.8 yi=0.5
й|і i=1.8 y=2.5 yi=0.5
и|я iya=0.2 ia=0.5 ya=3
н|б mb=2
""")

ENGLISH_PRESS = _table("""
а a=0 á=1 ā=1
б b=0
в v=0 w=1.5
г g=0 h=5 gu=3 gh=2.5
д d=0
е e=0.2 ye=1 ie=2 je=3 é=1 ey=4
ё yo=1 e=3 ë=1 io=2 eo=3
ж zh=0.3 j=1.5 g=3
з z=0
и i=0.2 y=1 ee=2 ea=3 í=1 ey=1.5 ie=2.5
й y=0.4 i=0.8 j=2
и|й y=2 iy=0.7 ii=1.2 ij=3 i=3 yi=1
ы|й y=1.2 yy=1 iy=1.5
к k=0.2 c=1 ck=2 ch=3.5 q=3
к|с x=0 ks=1
к|в qu=0.5
л l=0 ll=2.5
м m=0
н n=0
н|г ng=0
о o=0.1 ó=1 au=4 aw=3
п p=0
р r=0
с s=0.1 ss=2 c=3
т t=0 th=1.5
у u=0.1 oo=1.5 ou=1.5 w=1 ú=1
ф f=0 ph=1
х kh=0.2 h=0.4 ch=3 x=2 j=3
ц ts=0.2 c=2 z=5 tz=2
ч ch=0 cz=3 c=3
ш sh=0 sch=1.5 ch=2.5 sz=3
щ shch=0 sch=1.5
ъ -=0.3
ы y=0.6 i=2.5
ь -=0.2 '=0.5
э e=1.2 ae=2
ю yu=0.3 iu=1 u=3 ju=2 ew=2
я ya=0.2 ia=0.7 ja=2
и|я ia=0.2 iya=0.5 ya=1.5
ь|я ia=1 ya=0.4
ь|е ie=1 ye=0.4
ь|ё yo=0.8 ye=0.8 ie=1.5 ev=5
д|ж j=0.2 g=3 dzh=0.5
э|й a=5 ei=2 ay=1
а|й ay=0.5 ai=0.3
л|ь l=1
и|э ie=1 ye=2
у|э ue=0.5
ь|ю yu=1 iu=1.5 u=3
к|к c=3
а|э ae=0.5
с|с s=2.5
а|у ou=2 ow=1.5 au=0.3
к|а ca=0
к|о co=0
к|у cu=0
к|р cr=0
к|л cl=0
к|т ct=0
с|е ce=1
с|и ci=1
""")

UYGHUR = _table("""
а ا=0
ә ە=0.3 ا=1
б ب=0
в ۋ=0
г گ=0 غ=2.5
ғ غ=0
д د=0
е ې=0.3 ە=0.7 ى=2
ж ج=0.1 ژ=1
з ز=0
и ى=0.2 ىي=1
й ي=0
к ك=0 ق=2.5
қ ق=0 خ=2.5
л ل=0
м م=0
н ن=0 ڭ=2
ң ڭ=0
о و=0
ө ۆ=0 و=3
п پ=0
р ر=0
с س=0
т ت=0
у ۋ=0.1 ۇ=0.7 ۈ=2
ұ ۇ=0
ү ۈ=0 ۇ=1.5
ф ف=0 پ=2
х خ=0.1 ھ=1
һ ھ=0.1
ц س=1 تس=0.5
ч چ=0
ш ش=0 چ=2
ы ى=0.5 ۇ=2.5
і ى=0.5 ې=2.5 ۈ=2.5
э ې=0.5
ю يۇ=0.3 يۈ=0.5
я يا=0.1
""")
"""Uyghur in Arabic script without its ئ: letters of the same sound; ى stands for и, ы and і alike."""

UYGHUR_PRESS = _table("""
а ا=0 ە=2
б ب=0
в ۋ=0
г گ=0 غ=1
д د=0
е ې=0.1 ە=1 يې=0.5
ё يو=0.5 و=2 ۆ=1
ж ژ=0.2 ج=0.7
з ز=0
и ى=0
и|й ىي=0.5 ى=1
и|я ىيە=0.2 ىيا=0.3
ы|й ى=1
й ي=0
к ك=0 ق=1
л ل=0
л|ь ل=0.5
м م=0
н ن=0
н|ь ن=2
н|г ڭ=0.3 نگ=0.5
о و=0
п پ=0
р ر=0
с س=0
т ت=0
у ۇ=0.1 ۈ=1.5 ۋ=2
ф ف=0 پ=2.5
х خ=0.2 ھ=0.5
ц تس=0.3 س=1.5
ч چ=0
ш ش=0
щ ش=1
ъ -=0.3
ы ى=0.5
ь -=0.3
э ې=0.7 ە=1.5
ю يۇ=0.3 ۈ=0.7 يۈ=0.7
я يا=0.1 يە=1
д|ж ج=0.3
б|л بىل=1
б|р بىر=1
г|л گىل=1
г|р گىر=1
д|р دىر=1
к|л كىل=1
к|р كىر=1
п|л پىل=1
п|р پىر=1
т|р تىر=1
ф|л فىل=1
ф|р فىر=1
""")
"""Russian letters in Uyghur, which parts consonants at the start of a word by ى: Brussels is بىريۇسسېل."""
