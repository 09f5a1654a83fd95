"""What words and marks say about a block of plain text, in English, Russian, Kazakh and Uyghur.

Source: the house styles of news pages in these languages; the article whose furniture they name is not assumed.
"""

from __future__ import annotations

import re

_END = r"[.!?…؟۔]"
_CLOSERS = r"[\"'”’»)\]]*"

ENDS = re.compile(rf"{_END}{_CLOSERS}\Z")
"""The block ends as a sentence does."""

STOPS = re.compile(rf"[.!?…:;,،؛؟۔]{_CLOSERS}\Z")
"""The block ends with a mark with which no sub-heading ends."""

NEXT_SENTENCE = re.compile(rf"\w\w{_END}{_CLOSERS}\s+[\"'“‘«(\[]*(?=[^\W\d_a-zа-яәғқңөұүһі])")
"""A sentence ends and another starts. One letter before the point is an initial."""

MARKER = re.compile(r"([•‣◦▪·●*+-]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
"""The marker of a list item. A long dash is none: it opens direct speech."""

_PICTURE = (
    r"(?:[Pp]hotos?|[Pp]hotograph|[Ii]mages?|[Pp]icture|[Ii]llustration|[Ii]nfographics?|[Ss]creenshot|[Vv]ideo"
    r"|[Фф]ото|[Фф]отографи[яи]|[Сс]ним(?:ок|ки)|[Ии]ллюстрация|[Ии]нфографика|[Сс]криншот|[Вв]идео"
    r"|[Фф]отосурет|[Сс]урет(?:тер)?|[Бб]ейне|سۈرەت(?:لەر)?|فوتو|فوتوسۈرەت|رەسىم|سىن)"
)
_BY = (
    r"(?:\s*(?:[:/|]|©)|\s+(?:by|courtesy|credits?:?|from|автора?|авторы?:?|из|с\s+сайта|предоставлен[оаы]?"
    r"|авторынан)\b:?)"
)
LABEL = re.compile(rf"{_PICTURE}{_BY}\s*")
"""`Photo:`, `Фото автора`, `Сурет:`, `سۈرەت:`"""

_SHOWN = (
    r"(?:Pictured|In the (?:photo|picture)|На (?:фото|снимке|снимках)|Суретте|Фотода|سۈرەتتە|فوتودا)(?:\s*:|\s+[—–-])"
)
SHOWN = re.compile(_SHOWN)
"""What opens a caption: `На фото:`, `Суретте:`"""

SOURCE = re.compile(r"(?:Source|Credit|Image credit|Источник|Дереккөз(?:і)?|Дерек|مەنبە|مەنبەسى)\s*:\s*\S")

LABELLED = re.compile(rf"\(?(?:{LABEL.pattern}|{_SHOWN}|{SOURCE.pattern})")

BYLINE = re.compile(
    r"(?:By|Text by|Words by|Story by|Written by|Reporting by)\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
    r"|(?:Authors?|Text|Автор(?:ы|лары)?|Авторы?\s+текста|Автор\s+статьи|Текст|Подготовил[аи]?|Мәтін|Дайындаған"
    r"|Әзірлеген|Мақала\s+авторы|Жазған|ئاپتور(?:ى)?|مۇئەللىپ|تەييارلىغۇچى|يازغۇچى|مۇخبىر(?:ى)?|تېكىست)\s*[:—–-]\s*\S"
)

_NAME = r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'.-]*|de|van|von|al|бин|ибн|оғлы|қызы|улы|кызы)"
NAMES = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}(?:(?:,|\s+(?:and|и|және|мен|пен))\s+{_NAME}(?:\s+{_NAME}){{0,3}}){{0,2}}\Z"
)
"""Nothing but names of people, and perhaps a place: two words or more, each with a capital."""

ARABIC_NAMES = re.compile(r"[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+){1,2}\Z")
"""As short as names of people; the script has no capitals."""

DATE = re.compile(r"(?=.*(?:\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b)).*\d.*")

_OPENS_FURNITURE = (
    r"©|\(c\)|copyright\b|all rights reserved|follow us\b|subscribe\b|sign up\b|share (?:this|on)\b",
    r"read (?:also|more)\b|see also\b|related\s*:|advertisement\b|print this\b|tags\s*:",
    r"подписывайтесь|подпишитесь|следите за (?:нами|нашими)|читайте (?:также|нас)|поделит(?:ь|есь)",
    r"реклама\b|теги\s*:|все права защищены|по теме\s*:",
    r"жазылыңыз|бізге жазыл|бізді оқы|бөліс(?:у|іңіз)|тағы оқыңыз|сондай-ақ оқыңыз|оқи отырыңыз",
    r"жарнама\b|тегтер\s*:|барлық құқық(?:тар)? қорғалған",
    r"بىزگە ئەگىشىڭ|مۇشتەرى بولۇڭ|ھەمبەھىرلەڭ|ئورتاقلىشىڭ|بارلىق ھوقۇق|نەشر ھوقۇقى|ئېلان\b",
)
_NAMES_FURNITURE = (
    r"\bctrl\s*\+\s*enter\b|\bspelling error|\bactive links? to\b",
    r"орфографическ|опечатк|активн\w+ (?:гипер)?ссылк",
    r"(?:гипер)?сілтеме (?:жаса|міндетті|берілуі)",
)
FURNITURE = re.compile(rf"^(?:{'|'.join(_OPENS_FURNITURE)})|{'|'.join(_NAMES_FURNITURE)}", re.IGNORECASE)
"""What a page says around an article: rights, invitations to follow and share, forms to report errors."""
