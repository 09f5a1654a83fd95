"""Untranslated: a text left in the language of its source, or written in another language than its locale.

ITS 2.0 type: untranslated.  By scripts, by letters that one language has and its neighbours have not, by the words that
every sentence needs, and by words of the source that were left in the midst of a target (`remnants`).  Quiet on
purpose: names, brands, titles, acronyms and addresses in Latin letters; credits that are not those of the source, or
name nothing but names; names of newspapers in Kazakh letters inside Russian.

A native reader has still to confirm: the words of WORDS for Kazakh and Uyghur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from l10n.checks import copied, remnants, tongues
from l10n.checks.copied import ordinary
from l10n.checks.pairs import Pair, Rule, Span, Text, finding
from l10n.checks.tongues import LETTERS, QUOTED, WORDS, telling
from l10n.checks.wording import ANOTHER, letters_of, written_in
from l10n.languages import lexicon
from l10n.model import Finding
from l10n.phrases import Phrase, phrase

RULES = {
    "whole": Rule("error", "The target says what the source says, in the language of the source."),
    "other": Rule("error", "The target is in another language than that of its locale."),
    "part": Rule("warning", "A part of the target was left in the language of the source, or is in a third one."),
}
_say = partial(finding, "untranslated", RULES)

_LATIN_RUN = re.compile(
    r"(?<![^\W_])[A-Za-z][A-Za-z'\u2019-]*+(?>(?:[,]? (?:[A-Za-z][A-Za-z'\u2019-]*+|\d++(?=,? [A-Za-z])))*)"
)
"""A lone word is a run, too, so that no letter is read twice."""
_LATIN = re.compile(r"[A-Za-z]{2}")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_CYRILLIC = re.compile(r"(?<![^\W_])[\u0400-\u04ff\u0500-\u052f]{2,}(?:[ ,.-]{1,2}[\u0400-\u052f]+)*")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d5]{2,}(?:[ ،.-]{1,2}[\u0620-\u064a\u066e-\u06d5]+)*")
_KAZAKH = tongues.OWN
_UYGHUR = re.compile("[ېۇۆۈەڭۋ]")
_OF_NEIGHBOURS = re.compile("[ўӯҳҷӣїєґ]")
"""Letters of Uzbek, Tajik, Ukrainian and Belarusian that neither Russian nor Kazakh has."""
_NOT_UYGHUR = re.compile("[آأإؤةثحذصضطظعهیک]")
"""Letters of Arabic and Persian that Uyghur does not have."""

_RUSSIAN = frozenset(
    form
    for word in (*tongues.NEVER, *lexicon("и в что с по из от к как при их"))
    for form in (word, f"{word},", word.capitalize(), f"{word.capitalize()},")
)
"""Words of which a Russian text of some length has one."""
_ADJECTIVE = re.compile(r"(?:ск|н)[иаоы][йяегх]")
"""Where a Russian adjective may end."""
_BETWEEN = re.compile(r"[^\W\d_] [а-я]{1,2} [^\W_]")
"""A word of one or two letters between others."""

_CITING = frozenset(':(«“"')

FEW = 3
"""Words in small letters that no name has."""
RUN = 4
"""Words in a row from which a part of a text is in another language."""
NAME_WORDS = 4
"""Words of a name at most."""
SHARE = 0.6
"""Of the letters of a text: from which all of it is in another script."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target; after one of the whole text nothing else is worth saying of it."""
    found = list(_found(pair))
    yield from found
    span = None if found else remnants.left(pair)
    if span is not None:
        yield _say("part", _left(pair.target.text[slice(*span)], written_in(pair.source.locale)), span)


def _found(pair: Pair) -> Iterator[Finding]:
    text = pair.target
    script = text.language.script
    if script != "Latn" and copied.is_same(pair.source.bare, text.bare):
        found = _same(pair)
        if found is not None:
            yield found
            return
    label = copied.LABEL.search(text.bare) if script != "Latn" and pair.source.language.script == "Latn" else None
    if label is not None and label[0] in pair.source.bare:
        yield _say("part", _left(label[0], written_in(pair.source.locale)), label.span())
        return
    if pair.kind in ("credit", "byline"):
        return
    if script == "Latn":
        yield from _foreign_script(text, pair.source)
        return
    if _LATIN.search(text.bare):
        found = _in_latin(pair)
        if found is not None:
            yield found
            return
    yield from (_in_cyrillic if script == "Cyrl" else _in_arabic)(pair)


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original; a name in another script is the business of `entities`."""
    if kind not in ("credit", "byline"):
        yield from (one for one in _foreign_script(text) if one.span and not _is_name(text.text[slice(*one.span)]))


def _is_name(words: str) -> bool:
    said = LETTERS.findall(words)
    return len(said) <= NAME_WORDS and not any(map(str.islower, said))


def _foreign_script(text: Text, source: Text | None = None) -> Iterator[Finding]:
    """Words in a script that the language is not written in; Latin letters stand in every language.

    source: what it shows in a script of neither language may be shown here, too.
    """
    if text.text.isascii() or (text.language.script == "Arab" and _CYRILLIC_LETTER.search(text.text) is None):
        return
    for script, pattern in (("Cyrl", _CYRILLIC), ("Arab", _ARABIC)):
        if script == text.language.script:
            continue
        shown = source.bare if source and source.language.script != script else ""
        for match in pattern.finditer(text.bare):
            if sum(map(str.isalpha, match[0])) > FEW and match[0] not in shown:
                language = letters_of(text.locale)
                message = phrase(
                    "`{said}` is not written in the letters of {language}", said=match[0], language=language
                )
                yield _say("part", message, match.span())
                break


def _in_latin(pair: Pair) -> Finding | None:
    """Latin words in a target of another script."""
    bare = pair.target.bare
    runs = [match for match in _LATIN_RUN.finditer(bare) if " " in match[0] and ordinary(match[0]) >= 2]
    if len(runs) == 1 and _is_cited(runs[0][0], pair.source.bare):
        return None
    if not runs:
        return None
    letters = sum(map(str.isalpha, bare))
    latin = sum(sum(map(str.isalpha, match[0])) for match in runs)
    language = written_in(pair.source.locale) if pair.source.language.script == "Latn" else ANOTHER
    if latin > SHARE * letters:
        return _say("whole", _all_left(language), (0, len(pair.target.text)))
    longest = max(runs, key=lambda match: len(match[0]))
    return _say("part", _left(longest[0], language), longest.span())


def _is_cited(words: str, source: str) -> bool:
    """The source, too, cites the words behind a colon or a mark, and none of them is a word that English needs."""
    place = source.find(words)
    before = source[max(0, place - 2) : max(0, place)].strip()[-1:]
    return place > 0 and before in _CITING and tongues.WORDS["en"].isdisjoint(words.lower().split())


def _same(pair: Pair) -> Finding | None:
    """A target that is its source, word for word, and has an ordinary one."""
    source, language = pair.source.locale.partition("-")[0], pair.target.locale.partition("-")[0]
    bare = pair.target.bare.strip()
    if source == language or not any(map(str.isalpha, bare)):
        return None
    is_left = copied.is_left(bare, pair.source.language.script, language, pair.kind in copied.TITLES)
    if is_left:
        return _say("whole", _all_left(written_in(pair.source.locale)), (0, len(pair.target.text)))
    return None


def _in_cyrillic(pair: Pair) -> Iterator[Finding]:
    """Russian in Kazakh, Kazakh in Russian."""
    text = pair.target
    yield from _foreign_script(text, pair.source)
    if len(_OF_NEIGHBOURS.findall(text.bare)) > 1:
        outside = LETTERS.findall(QUOTED.sub(" ", text.bare))
        foreign = [word for word in outside if word.islower() and _OF_NEIGHBOURS.search(word)]
        if len(foreign) > 1:
            message = phrase("`{word}` has a letter that neither Russian nor Kazakh has", word=foreign[0])
            yield _say("other", message, (0, len(text.text)))
            return
    language = text.locale.partition("-")[0]
    is_kazakh = _KAZAKH.search(text.bare) is not None
    if language == "kk" and not (
        is_kazakh and _ADJECTIVE.search(text.bare) is None and _RUSSIAN.isdisjoint(text.bare.split())
    ):
        other = "ru"
    elif language == "ru" and is_kazakh:
        other = "kk"
    else:
        return
    words = [(match.start(), match.end(), match[0]) for match in LETTERS.finditer(text.bare)]
    is_word = len(words) == 1 and other == "ru" and words[0][2].lower() in copied.RUSSIAN_PAGE
    if is_word or _is_other(pair, words, other):
        rule = "whole" if pair.source.locale == other else "other"
        message = phrase(
            "the text is in {other}, not in {language}", other=written_in(other), language=written_in(language)
        )
        yield _say(rule, message, (0, len(text.text)))
        return
    span = _run(words, other) or (_never(text.bare, words) if other == "ru" else None)
    if span is not None:
        message = phrase("`{said}` is in {language}", said=text.text[slice(*span)], language=written_in(other))
        yield _say("part", message, span)


def _is_other(pair: Pair, words: Sequence[tuple[int, int, str]], other: str) -> bool:
    """All of a text in Cyrillic letters is in the other language."""
    small = [word[2] for word in words if word[2].islower()]
    said = [word[2] for word in words]
    if len(small) >= FEW and (_is_russian if other == "ru" else _is_kazakh)(small):
        return True
    if other == "kk":
        outside = LETTERS.findall(QUOTED.sub(" ", pair.target.bare))
        return len(outside) > FEW and tongues.kazakh(outside, telling("ru"), WORDS["kk"])
    source = set(LETTERS.findall(pair.source.bare.lower())) if pair.source.locale == other else set()
    return len(small) > 1 and tongues.russian(said, telling("ru"), WORDS["kk"], source)


def _never(bare: str, words: Sequence[tuple[int, int, str]]) -> Span | None:
    """A word that no Kazakh sentence has outside quotation marks."""
    quoted = [match.span() for match in QUOTED.finditer(bare)] if '"' in bare or "«" in bare or "“" in bare else []
    for start, end, word in words:
        is_one = word in tongues.NEVER or (word.lower() in tongues.NEVER and _opens(bare, start))
        is_one = is_one or tongues.is_adjective(word)
        is_one = is_one or (word in ("в", "из") and _BETWEEN.match(bare, max(0, start - 2)) is not None)
        if is_one and not any(begin < start < close for begin, close in quoted):
            return start, end
    return None


def _opens(bare: str, start: int) -> bool:
    """A sentence opens there."""
    return bare[max(0, start - 3) : start].strip()[-1:] in ("", ".", "!", "?", "…")


def _is_russian(words: Sequence[str]) -> bool:
    """No word is Kazakh by its letters or its sense, and one or two are words that only Russian has."""
    if any(_KAZAKH.search(word) or word in WORDS["kk"] for word in words):
        return False
    count = len(telling("ru").intersection(words))
    return count >= 2 or (count == 1 and len(words) > RUN) or len(words) > 3 * RUN


def _is_kazakh(words: Sequence[str]) -> bool:
    if any(word in telling("ru") for word in words):
        return False
    own = sum(_KAZAKH.search(word) is not None for word in words)
    return own >= 2 and own * 5 >= len(words) * 2


def _run(words: Sequence[tuple[int, int, str]], other: str) -> Span | None:
    """RUN words or more in a row that are of the other language, one of them beyond doubt."""
    best: Span | None = None
    start = 0
    for number in range(len(words) + 1):
        if number < len(words) and _may_be(words[number][2], other):
            continue
        run = words[start:number]
        sure = sum(word in telling(other) if other == "ru" else _KAZAKH.search(word) is not None for *_, word in run)
        small = sum(word.islower() for *_, word in run)
        if small >= RUN and sure >= 2 and (best is None or run[-1][1] - run[0][0] > best[1] - best[0]):
            best = (run[0][0], run[-1][1])
        start = number + 1
    return best


def _may_be(word: str, language: str) -> bool:
    if language == "ru":
        return _KAZAKH.search(word) is None and word not in WORDS["kk"]
    return _KAZAKH.search(word) is not None or word in WORDS["kk"]


def _in_arabic(pair: Pair) -> Iterator[Finding]:
    """Arabic or Persian in Uyghur; Cyrillic in it."""
    text = pair.target
    has_some = _CYRILLIC_LETTER.search(text.bare) is not None
    cyrillic = sum(len(match[0]) for match in _CYRILLIC.finditer(text.bare)) if has_some else 0
    if cyrillic > SHARE * sum(map(str.isalpha, text.bare)):
        rule = "whole" if pair.source.language.script == "Cyrl" else "other"
        yield _say(rule, phrase("the text is in Cyrillic letters"), (0, len(text.text)))
        return
    yield from _foreign_script(text, pair.source)
    if _UYGHUR.search(text.bare) is None:
        words = [word for word in LETTERS.findall(text.bare) if _NOT_UYGHUR.search(word)]
        if len(words) >= 2:
            message = phrase(
                "no letter is one that only Uyghur has, and some are none of it: it may be Arabic or Persian"
            )
            yield _say("other", message, (0, len(text.text)))


def _left(said: str, language: str) -> Phrase:
    return phrase("`{said}` was left in {language}", said=said, language=language)


def _all_left(language: str) -> Phrase:
    return phrase("the text was left in {language}", language=language)
