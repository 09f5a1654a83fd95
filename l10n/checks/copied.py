"""Copied: whether a target that is its source, word for word, was left, or says but names.

Left alone: names, brands, agencies, scores; words that both languages have (`Фото: архив`); titles in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.checks import tongues
from l10n.languages import lexicon

SMALL_IN_NAMES = lexicon(
    "of the and for in on a an to de la le les du des von van der den di da del al el bin ibn",
    "via dpa epa pool picture alliance",
)
"""Words in small letters that stand in names and credits."""
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?:")
LABEL = re.compile(
    r"(?<![\w-])(?<![A-Za-z] )(?:"
    r"(?:Illustrations?|Photos?|Photographs?|Video|Infographic|Collage|Text|Sources?|Graphic|Map|Author|Translation"
    r"|Translated by|Photo by|Edited by)(?= ?:)"
    r"|(?:Press Service|Press Office|Photo [Cc]ourtesy|Courtesy) of(?![\w-])"
    r"|(?:Family|Personal|Private) [Aa]rchive(?![\w-]))"
)
"""What a credit says beside names."""
PAGE = lexicon(
    "yes no photo photos video details courtesy illustration source sources infographic chart map graphic",
    "screenshot page weather sport sports opinion culture economy society final finals semi-final semi-finals",
    "quarter-finals team by total share comments subscribe search contact contacts news home more read about author",
    "editor translation photograph photographs text illustrations graphics collage words exclusive analysis",
    "explainer interview podcast timeline factbox commentary watch listen written edited translated part chapter",
    "section breaking update updated follow join click learn send write support donate",
)
"""Words of captions, credits and pages, with which no name begins."""
SAYS = lexicon(
    "how why what whose near after before amid against without despite during until since than still yet already",
    "again two three four five six seven eight nine ten dozens hundreds thousands million millions killed dead dies",
    "die injured wounded wins win won loses lose lost returns return returned crosses cross crossed goes go gone",
    "comes come came gets get takes take taken gives give given says said tells told calls call called asks ask",
    "asked seeks seek sought finds find found leaves leave keeps keep kept holds hold held builds build built buys",
    "buy bought sells sell sold pays pay paid faces face faced fears fear rises rise rose falls fall fell grows",
    "grew begins begin began ends ended starts started stops stopped opens opened closes closed detained detains",
    "arrested arrests arrest jailed sentenced freed frees released releases charged accused accuses fined banned",
    "bans ban blocked blocks rejects rejected rejecting approves approved signs signed votes voted elected elects",
    "appointed dismissed resigns resigned warns warned urges urged vows denies denied admits admitted demands",
    "demanded protests protested rallies rally strikes struck hits hit kills kill shows showed launches launched",
    "plans planned wants want needs need becomes become became makes make made brings bring brought moves moved",
    "turns turned waits wait waiting lives live living works dying rising falling growing turning missing leaving",
    "returning fighting struggling facing killing is are was were be been has have had will would can could should",
    "must may not no nobody nothing never their his her its our your they he she we you who which first second",
    "third brief week year years month months people villagers residents migrants",
)
"""Words of headlines, which names have seldom."""
TITLES = frozenset(["title", "headline", "h1", "h2", "h3"])
"""Kinds of units where a name does not stand alone, if it is long."""
COUNTRIES = lexicon(
    "kazakhstan kyrgyzstan uzbekistan tajikistan turkmenistan russia china mongolia afghanistan iran turkey germany",
    "france ukraine belarus georgia armenia azerbaijan slovenia poland italy spain japan korea india pakistan",
)
"""Countries of the region, and some others: every language of its own script writes them in it."""
OFFICES = lexicon("пресс-служба пресс-службы пресс-центр фотослужба собкор")
"""Words of Russian credits."""
RUSSIAN_PAGE = lexicon("да нет контакты поиск подробнее далее главная новости погода содержание итого всего источник")
"""Words of Russian pages and tables that say nothing in Kazakh when they stand alone."""
RUN = 4
"""Words of a name at most."""


def is_same(source: str, target: str) -> bool:
    """Two texts say the same words, whatever the marks and the figures between them."""
    if source == target:
        return True
    if source[:2] != target[:2]:
        return False
    return tongues.LETTERS.findall(source) == tongues.LETTERS.findall(target)


def is_left(bare: str, script: str, language: str, is_title: bool = False) -> bool:
    """Whether a text, which is source and target alike, was left in the language of its source.

    script: of the source; language: that of the target, which has another script or other words.
    """
    return _left_latin(bare, is_title) if script == "Latn" else _left_cyrillic(bare, language)


def _left_latin(bare: str, is_title: bool) -> bool:
    """Words that are no name: in small letters, or words of pages, or of sentences among capitals (`To Be Built`)."""
    words = tongues.LETTERS.findall(bare)
    said = [word.lower() for word in words]
    if said[0] in PAGE and (len(said) == 1 or _LABEL.match(bare) or words[1].islower()):
        return True
    if all(word in COUNTRIES for word in said):
        return True
    if len(said) >= RUN and _is_said(said, is_title):
        return True
    if len(said) > RUN and any(word in tongues.WORDS["en"] and word not in SMALL_IN_NAMES for word in said):
        return True
    return any(word.islower() and len(word) > 2 and word not in SMALL_IN_NAMES for word in words) or (
        said[0] in tongues.WORDS["en"] and said[0] not in SMALL_IN_NAMES and len(words) > 1
    )


def _is_said(words: Sequence[str], is_title: bool) -> bool:
    """Two words of headlines, or one beside a word of grammar in more than RUN; in a title one."""
    telling = sum(word in SAYS for word in words)
    has_grammar = len(words) > RUN and any(word in SMALL_IN_NAMES for word in words)
    return telling > 1 or (telling > 0 and (is_title or has_grammar))


def _left_cyrillic(bare: str, language: str) -> bool:
    """A word in small letters, outside quotation marks, that Kazakh does not have, too; Uyghur has none of them."""
    if language == "ug":
        return True
    outside = tongues.QUOTED.sub(" ", bare)
    if tongues.OWN.search(outside):
        return language == "ru" and ordinary(outside) >= 2
    words = tongues.LETTERS.findall(outside)
    if len(words) == 1 and words[0].lower() in RUSSIAN_PAGE:
        return language == "kk"
    small = [word for word in words if word.islower() and word not in tongues.SHARED]
    return any(word in tongues.telling("ru") or word in OFFICES or tongues.is_russian(word) for word in small) or (
        sum(len(word) > 2 and not tongues.is_kazakh(word) for word in small) > 1
    )


def ordinary(run: str) -> int:
    """Words in small letters that are not those of names."""
    return sum(word.islower() and len(word) > 1 and word not in SMALL_IN_NAMES for word in tongues.LETTERS.findall(run))
