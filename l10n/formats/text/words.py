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
_AGENCY = r"(?:REUTERS|AFP|EPA|TASS|ТАСС)/(?=\S)"
LABEL = re.compile(rf"(?:\b[A-Z]{{2,6}}\s+)?{_PICTURE}{_BY}\s*|\b{_AGENCY}")
"""`Photo:`, `AP Photo/`, `Фото автора`, `Сурет:`, `سۈرەت:`"""

_SHOWN = (
    r"(?:Pictured|In the (?:photo|picture)|На (?:фото|снимке|снимках)|Суретте|Фотода|سۈرەتتە|فوتودا)(?:\s*:|\s+[—–-])"
)
SHOWN = re.compile(_SHOWN)
"""What opens a caption: `На фото:`, `Суретте:`"""

SOURCE = re.compile(r"(?:Source|Credit|Image credit|Источник|Дереккөз(?:і)?|Дерек|مەنبە|مەنبەسى)\s*:\s*\S")

LABELLED = re.compile(rf"\(?(?:{LABEL.pattern}|{_SHOWN}|{SOURCE.pattern})")

BYLINE = re.compile(
    r"\(?(?:By|(?:Text|Words|Story|Written|Editing|(?:Additional\s+r|R)eporting)\s+by)\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
    r"|(?:Authors?|Text|Редакторы?|Автор(?:ы|лары)?|Авторы?\s+текста|Автор\s+статьи|Текст|Подготовил[аи]?|Мәтін|Дайындаған"
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

_PLACE = r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ .’'-]*)"
DATELINE = re.compile(
    rf"{_PLACE}(?:,[^—–]{{1,30}})?(?:\s*[(/][^()/]{{2,30}}[)/])?\s+[—–-]+\s(?=.*[a-zа-яәғқңөұүһі])"
    rf"|{_PLACE},\s+\d{{1,2}}\s+[a-zа-яәғқңөұүһі]+\.\s"
    r"|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^.!?()]{1,30}\([^()]{2,30}\)\s*[—–-]+\s"
    r"|[\u0600-\u06ff ]{2,30}[،,]\s*\d{1,2}-[\u0600-\u06ff]+\s*[.—–(/]"
)
"""`RIVERTON, March 2 — `, `Riverton (AP) - `, `АСТАНА, 2 наурыз. `: the first paragraph of the article opens so."""

_OPENS_FURNITURE = (
    r"embargo(?:ed)?(?:\s+(?:un)?til\b|\s*:)|(?:strictly )?not for (?:publication|release) (?:until|before)\b",
    r"for (?:immediate )?release\s*(?::|\Z)|эмбарго(?:\s*:|\s+до\s+\d)|не для (?:печати|публикации) до\b|ئېمبارگو\s*:",
    r"\W*(?:ends?|more(?: to come| follows)?|конец|соңы|تۈگىدى|ئاخىرى)\W*\Z|[-–—*#]+\s*30\s*[-–—*#]+\Z",
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
"""What stands around an article: rights, invitations to follow and share, forms to report errors, what a news desk
says to editors: until when it is held back, where it ends."""
