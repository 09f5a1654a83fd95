"""Tongues: which of two languages that share a script a text is in, by words and endings that only one of them has.

Sources: endings of adjectives and verbs of Russian that no word of Kazakh has; letters of Kazakh; endings of number
and case of Kazakh.  Loans (`музей`, `компания`, `цунами`, `доллар`) are of neither.  A native reader has still to
confirm: the endings of Kazakh that no word of Russian has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from l10n.languages import lexicon

OWN = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
"""Letters of Kazakh that Russian has not."""
LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
QUOTED = re.compile('«[^«»]{1,400}»|"[^"]{1,400}"|“[^“”]{1,400}”')

WORDS = {
    "en": lexicon(
        "the of and to in is was that for on with by from at as it be has have are were he she they his her their not",
        "this but or an who which been after said its will had would more about when than into over",
    ),
    "ru": lexicon(
        "и в на не что с по как из у за от к для это при до был была были его её их он она они также после во со об",
        "под над между через или но а же который которые которая будет чтобы если ещё уже только более о",
    ),
    "kk": lexicon(
        "және мен үшін бұл деп бойынша туралы болып болды болған керек жоқ емес бір осы сол кейін дейін бірақ олар ол",
        "оның",
    ),
}
"""Words that most sentences of a language have."""

MEET = lexicon("не на да де а о он бар ал")
"""Words of Russian that are words of Kazakh, too: `не` asks what, `он` is ten."""

NEVER = lexicon(
    "почему зачем когда сколько который которые которая которого чтобы потому поэтому только также теперь сейчас перед",
    "через вместо несмотря однако если этого этот эта это был была было были будет для или что где кто кого уже ещё",
    "очень нужно нельзя его её есть сегодня завтра вчера эти тоже спустя архивное архивная",
)
"""Words of Russian that stand in no Kazakh sentence outside quotation marks."""
SHARED = lexicon(
    "фото видео аудио коллаж скриншот архив инфографика автор редактор продюсер оператор режиссер режиссёр карта",
    "интервью портал сайт министр президент депутат директор спорт футбол экономика политика доллар рубль",
    "редакция реклама кино театр концерт аналитика подкаст репортаж комментарий блог онлайн",
)
"""Words that both languages have."""

SENTENCE = 4
"""Words of which one is Kazakh by its letters or its ending, in a text that is Kazakh."""
_RUSSIAN_END = re.compile(
    "(?:ого|ому|ему|ый|ая|яя|ое|ые|[^с]ие|ой|ых|ыми|ими|ться|ится|тся|ние|ения|нии|ению|ости|ями|ию|ии|ился|ила|или|ило"
    "|ются|ается|ают|яют|уют|ите|ках|ков|ском|ским|ений|йти|щик[а-я]{0,4})$"
)
_KAZAKH_END = re.compile(
    "(?:лары|тары|дары|лардан|ларда|тарда|дарда|рды|нды|лды|тты|йды|ушы|шысы|атын|ынан|ында|сында|лып|рып|тып|мен|пен"
    "|лерден|лерде|асы|уы|лар|тар|дар|сты)$"
)


_ADJECTIVE = re.compile("(?:ск|ческ|нн|льн|чн|стн)(?:ий|ая|ое|ие|ого|ому|ой|ую|их|им|ими|ый|ые|ых|ым|ыми)$")
"""Endings of adjectives of Russian."""


@cache
def telling(language: str) -> frozenset[str]:
    """Words of a language that its neighbours have not."""
    others = frozenset().union(*(words for other, words in WORDS.items() if other != language))
    return WORDS[language] - others - MEET


@lru_cache(maxsize=1 << 14)
def is_russian(word: str) -> bool:
    """A word in small letters with an ending that only Russian has."""
    return len(word) > 4 and _RUSSIAN_END.search(word) is not None and OWN.search(word) is None


@lru_cache(maxsize=1 << 14)
def is_adjective(word: str) -> bool:
    """A Russian adjective in small letters."""
    return len(word) > 6 and word.islower() and _ADJECTIVE.search(word) is not None and OWN.search(word) is None


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
    if len(words) >= SENTENCE and any(
        word.islower() and (word in telling or word in NEVER or is_russian(word)) for word in words
    ):
        return True
    left = sum(word in source and len(word) > 2 and word.islower() and word not in SHARED for word in words)
    return clear > 0 and clear + left > 2 and (clear + left) * 2 >= len(words)


def kazakh(words: Sequence[str], telling: Collection[str], known: Collection[str]) -> bool:
    """Words are Kazakh: some with letters of their own, and none that only Russian has; known: words of Kazakh."""
    said = [word.lower() for word in words]
    if any(word in telling or word in NEVER or is_russian(word) for word in said):
        return False
    own = sum(OWN.search(word) is not None or word in known for word in said)
    return own > 0 and own + sum(map(is_kazakh, said)) >= max(4, len(said) * 0.8)
