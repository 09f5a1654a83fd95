"""Tongues: which of two languages that share a script a text is in, by words and endings that only one of them has.

Sources: endings of adjectives and verbs of Russian that no word of Kazakh has; letters of Kazakh; endings of number
and case of Kazakh.  Loans (`музей`, `цунами`, `доллар`) are of neither.  A native reader has still to confirm: the
endings of Kazakh that no word of Russian has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from l10n.languages import lexicon

OWN = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
"""Letters of Kazakh that Russian has not."""
CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*")

NEVER = lexicon(
    "почему зачем когда сколько который которые которая которого чтобы потому поэтому только также теперь сейчас перед",
    "через вместо несмотря однако если этого этот эта это был была было были будет для или что где кто кого уже ещё",
    "очень нужно нельзя его её есть",
)
"""Words of Russian that stand in no Kazakh sentence outside quotation marks."""
SHARED = lexicon(
    "фото видео аудио коллаж скриншот архив инфографика автор редактор продюсер оператор режиссер режиссёр карта",
    "интервью портал сайт министр президент депутат директор спорт футбол экономика политика доллар рубль",
    "редакция реклама кино театр концерт аналитика подкаст репортаж комментарий блог онлайн",
)
"""Words that both languages have."""

_RUSSIAN_END = re.compile(
    "(?:ого|ому|ему|ый|ая|яя|ое|ые|ие|ой|ых|ыми|ими|ться|ится|тся|ние|ния|нии|ению|ости|ями|ию|ии|ился|ила|или|ило"
    "|ются|ается|ет|ают|яют|уют|ите|ках|ков|ском|ским|ений|йти|щик[а-я]{0,4})$"
)
_KAZAKH_END = re.compile(
    "(?:лары|тары|дары|лардан|ларда|тарда|дарда|рды|нды|лды|тты|йды|ушы|шысы|атын|ынан|ында|сында|лып|рып|тып|мен|пен"
    "|лерден|лерде|асы|уы|лар|тар|дар|сты)$"
)


@lru_cache(maxsize=1 << 14)
def is_russian(word: str) -> bool:
    """A word in small letters with an ending that only Russian has."""
    return len(word) > 4 and _RUSSIAN_END.search(word) is not None and OWN.search(word) is None


@lru_cache(maxsize=1 << 14)
def is_kazakh(word: str) -> bool:
    """A word in small letters with a letter or an ending of Kazakh."""
    if OWN.search(word):
        return True
    return len(word) > 4 and word not in SHARED and _KAZAKH_END.search(word) is not None


def russian(words: Sequence[str], telling: Collection[str], kazakh: Collection[str], source: Collection[str]) -> bool:
    """Words of a text without a letter of Kazakh are Russian.

    telling, kazakh: words of either language; source: words of the source in small letters, where that is Russian.
    """
    said = [word.lower() for word in words]
    if any(word in kazakh or is_kazakh(word) for word in said):
        return False
    clear = sum(word in telling or word in NEVER or is_russian(word) for word in said)
    left = sum(word in source and len(word) > 2 and word.islower() and word not in SHARED for word in words)
    return clear > 0 and clear + left > 2 and (clear + left) * 2 >= len(words)


def kazakh(words: Sequence[str], telling: Collection[str], known: Collection[str]) -> bool:
    """Words are Kazakh: some with letters of their own, and none that only Russian has; known: words of Kazakh."""
    said = [word.lower() for word in words]
    if any(word in telling or word in NEVER or is_russian(word) for word in said):
        return False
    own = sum(OWN.search(word) is not None or word in known for word in said)
    return own > 0 and own + sum(map(is_kazakh, said)) >= max(4, len(said) * 0.8)
