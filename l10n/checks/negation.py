"""Negation: a source that denies has a target that denies somehow, and the reverse.

ITS 2.0 type: mistranslation.  Presence is held against complete absence: polarity moves about (`remain free`, не
арестован), so every word that may carry a denial counts, prefixes, refusals, exceptions and bans too, unless a word
of its meaning is in the other text: закрытую answers жабық.  Where two verbs are denied, two words must; and behind
ешкім or ھېچكىم the verb does; a verb that one text denies and the other affirms is named (`verbs.toml`).  What others
turn round (`not easy`, қиын; `no doctor`) is sure only where the target affirms the very thing.  A text of
as many sentences as the other is read sentence by sentence.  Quiet on purpose: `not only`, не менее, numbers after
`No.`, `under 30` for жасқа толмаған.

What denies in a language is data of `l10n.languages`, the fields from `denies` to `shades`; a language without is left
alone.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from l10n.checks import verbs
from l10n.checks.pairs import Pair, Rule, Span, finding
from l10n.languages import get
from l10n.model import Finding
from l10n.phrases import Phrase, phrase
from l10n.text import WORD, small

RULES = {
    "lost": Rule("warning", "The source denies something, and no word of the target does."),
    "absence": Rule("note", "The source denies what others turn round (no time, not easy), the target nothing."),
    "reversed": Rule("note", "The target denies the very verb that the source affirms, or answers no to its yes."),
    "gained": Rule("note", "The target denies something, and no word of the source does."),
}
_say = partial(finding, "negation", RULES)

_END = re.compile(
    r"(?<=\w[\w»”\"’)])[.!?؟…]+[»”\"’)\]]*\s+(?=(?:[—–-]\s?)?[«“„\"(\[]*\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9\u0620-\u06d5])"
)
_CLAUSE = re.compile(r"[,،;؛:.!?؟—–…()]| (?:and|but|or|и|но|или) ")
_PAUSE = re.compile(r"[,،;؛:.!?؟…]")
_UNREAL = re.compile(r"\?|\b(?:(?:could|would|should|might) have|yet to|бы|if|если)\b")
"""A question, or what did not happen: `has yet to agree`."""
_OTHERWISE = re.compile(r"\b(?:than|but|except|other|doubt\w*|кроме|как|иначе|сомн\w+)\b")
_EDGES = re.compile(r"^\W+|\W+$")
_ONLY = frozenset(["only"])
_DESPITE = frozenset(["despite"])
_BUT = frozenset(["else", "until", "despite"])
"""Meanings beside which `only` may be a denial: nobody except him."""
_ONE_OF_ALL = frozenset(["only", "else", "until"])
"""Meanings beside which a denied verb may be affirmed in other languages: nobody came except him, only he came."""
_FIRST = frozenset(["first"])
"""Who has never seen it sees it for the first time."""
_SILENT = frozenset(["credit", "byline"])
LONGEST_STEM = 30
"""Letters."""
LONGEST_ANSWER = 12
"""Characters."""
FEW = 2
"""Words of a text that says something."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    if pair.kind in _SILENT:
        return
    source, target = _patterns(pair.source.locale), _patterns(pair.target.locale)
    if source is None or target is None:
        return
    said, here = small(pair.source.bare), small(pair.target.bare)
    if len(said) < LONGEST_ANSWER and (asked := _answer(said, pair.source.locale)):
        if (answered := _answer(here, pair.target.locale)) and answered != asked:
            yield _say("lost" if asked == "no" else "reversed", phrase("the answer is `{said}`", said=here.strip()))
        return
    if told := _answers_differ(said, pair.source.locale, here, pair.target.locale):
        yield told
        return
    if source.denies.search(said) or source.lacks.search(said) or target.denies.search(here):
        yield from _compared(
            pair,
            _Side(pair.source.bare, said, source, pair.source.locale),
            _Side(pair.target.bare, here, target, pair.target.locale),
        )


def _answer(text: str, locale: str) -> str:
    """What a text answers that is nothing but an answer."""
    word = _EDGES.sub("", text)
    return next((name for name, one in zip(("yes", "no"), _answers(locale), strict=True) if one.fullmatch(word)), "")


def _answers_differ(said: str, source: str, here: str, target: str) -> Finding | None:
    """A speech that is but yes or no in both texts, and another answer: “No,” he said; «Да», — сказал он."""
    yes, no = _spoken(source)
    if bool(yes.search(said)) == bool(no.search(said)):
        return None
    asked, (right, wrong) = ("no", _spoken(target)[::-1]) if no.search(said) else ("yes", _spoken(target))
    if right.search(here) or not (found := wrong.search(here)):
        return None
    message = phrase("the answer is `{said}`", said=found[0].strip())
    return _say("lost" if asked == "no" else "reversed", message, found.span())


def _compared(pair: Pair, source: _Side, target: _Side) -> Iterator[Finding]:
    """What one sentence denies and the other does not; one finding is enough for a person to look, a warning best."""
    note = None
    for ours, theirs in _sentences(source.text, target.text):
        one, other = source.denials(ours), target.denials(theirs)
        if one and (told := _half_denied(pair, source, ours, one, target, theirs)):
            yield told
            return
        lack = None if one or other else source.lack(ours)
        place = one[0] if one else lack
        if place and not other and not _may(target, theirs, source, ours, place):
            word = pair.source.text[slice(*place)]
            told = _there(pair, source, ours, place, target, theirs)
            sure = any(source.is_sure(denial, ours) for denial in one)
            message = phrase("the source denies (`{word}`), and no word of the target does", word=word)
            told = told or _say("lost" if sure else "absence", message, None, place)
            if told.rule == "lost":
                yield told
                return
            note = note or told
        if other and not one and not _may(source, ours, target, theirs, other[0]):
            word = pair.target.text[slice(*other[0])]
            if _reversed(source, ours, target, theirs, other):
                message = phrase("the target denies (`{word}`) the verb that the source affirms", word=word)
                yield _say("reversed", message, other[0])
                return
            message = phrase("the target denies (`{word}`), and no word of the source does", word=word)
            note = note or _say("gained", message, other[0])
    if note:
        yield note


def _half_denied(
    pair: Pair, source: _Side, ours: Span, denials: list[Span], target: _Side, theirs: Span
) -> Finding | None:
    """Two verbs denied and fewer words that may deny; or `ешкім`, nobody, without a verb that denies."""
    if place := target.bereft(theirs):
        word = pair.target.text[slice(*place)]
        return _say("lost", phrase("no word that denies is behind `{word}`", word=word), place, denials[0])
    if len(denials) > 1 and (times := source.denied_verbs(ours, denials)) > 1:
        found = len(target.may_deny(theirs))
        if 0 < found < times and not target.patterns.shares_denial.search(target.small, *theirs):
            message = phrase(
                "verbs that the source denies: {n}, words of the target that may deny: {found}", n=times, found=found
            )
            return _say("lost", message, None, denials[0])
    if both := _affirmed(source, ours, denials, target, theirs):
        said, here = pair.source.text[slice(*both[0])], pair.target.text[slice(*both[1])]
        return _say("lost", _affirms(said, here), both[1], both[0])
    return None


def _there(pair: Pair, source: _Side, ours: Span, denial: Span, target: _Side, theirs: Span) -> Finding | None:
    """The source says that something is not there or not so, by whatever word, and the target that it is."""
    place = source.denied_being(ours, denial) and target.being(theirs)
    if place:
        said, here = pair.source.text[slice(*denial)], pair.target.text[slice(*place)]
        return _say("lost", _affirms(said, here), place, denial)
    told = verbs.told(source.small, ours, source.locale)
    denied = [(meaning, denial) for meaning in verbs.denied(source.small, denial, ours, source.locale)]
    if verbs.is_focused(source.small, denial, ours, source.locale):
        denied = []
    unlike = [one for one in verbs.without(source.small, ours, source.locale) if one[0] not in told]
    for meaning, word in (*(one for one in denied if told.count(one[0]) == 1), *unlike):
        if place := target.affirms(meaning, theirs):
            said, here = pair.source.text[slice(*word)], pair.target.text[slice(*place)]
            return _say("lost", _affirms(said, here), place, word)
    return None


def _affirms(said: str, here: str) -> Phrase:
    return phrase("the source denies (`{said}`) what the target affirms (`{here}`)", said=said, here=here)


def _affirmed(source: _Side, ours: Span, denials: list[Span], target: _Side, theirs: Span) -> tuple[Span, Span] | None:
    """Where the source denies a verb and where the target affirms it, which has it nowhere denied."""
    first: dict[str, Span] = {}
    silent = not target.denials(theirs)
    for denial in denials:
        if verbs.is_focused(source.small, denial, ours, source.locale):
            continue
        for meaning in verbs.denied(source.small, denial, ours, source.locale):
            first.setdefault(meaning, denial)
        if silent and verbs.denies_noun(source.small, denial):
            for meaning in verbs.beside_noun(source.small, denial, ours, source.locale):
                first.setdefault(meaning, denial)
    if not first or _FIRST in target.meanings(theirs, (theirs[0], theirs[0])):
        return None
    told = verbs.told(source.small, ours, source.locale)
    for meaning, denial in first.items():
        if verbs.is_predicate(meaning) or (verbs.is_raised(meaning) and not silent):
            continue
        if told.count(meaning) > 1 or any(one & _ONE_OF_ALL for one in source.meanings(ours, denial)):
            continue
        if place := target.affirms(meaning, theirs):
            return denial, place
    return None


def _reversed(source: _Side, ours: Span, target: _Side, theirs: Span, denials: list[Span]) -> bool:
    """The one denial of the target is that of a verb which the source affirms."""
    if len(denials) > 1 or _UNREAL.search(source.small, *ours):
        return False
    for meaning in dict.fromkeys(verbs.told(source.small, ours, source.locale)):
        found = [(verb, around) for verb, around, _ in verbs.standing(target.small, theirs, meaning, target.locale)]
        if len(found) == 1 and verbs.is_of(target.small, denials[0], *found[0]):
            return True
    return False


def _may(side: _Side, within: Span, other: _Side, beside: Span, denial: Span) -> bool:
    """Some word may deny, those left out to which a word of one meaning on the other side answers."""
    words = side.may_deny(within)
    if not words:
        return False
    meant = other.meanings(beside, denial)
    for word in words:
        own = _shades(word, side.locale)
        answer = next((one for one in meant if one & own), None)
        if answer is not None:
            meant.remove(answer)
        elif own != _ONLY or any(one & _BUT for one in meant):
            return True
    return False


class _Patterns(NamedTuple):
    denies: re.Pattern[str]
    lacks: re.Pattern[str]
    absent: re.Pattern[str]
    turned: re.Pattern[str]
    exists: re.Pattern[str]
    may_deny: re.Pattern[str]
    denied_verbs: re.Pattern[str]
    wants_denial: re.Pattern[str]
    shares_denial: re.Pattern[str]


class _Side(NamedTuple):
    """A text, the same in small letters, and what denies in its language."""

    text: str
    small: str
    patterns: _Patterns
    locale: str

    def denials(self, within: Span) -> list[Span]:
        """The words that deny beyond doubt, in a part of more than a word; names are passed over."""
        if len(self.text[slice(*within)].split(None, FEW)) < FEW:
            return []
        words = (_whole(self.small, match.span()) for match in self.patterns.denies.finditer(self.small, *within))
        return [word for word in words if not self._is_name(word[0], within[0])]

    def lack(self, within: Span) -> Span | None:
        """The first word that says that something is not there."""
        match = self.patterns.lacks.search(self.small, *within)
        return (match.start(), match.end()) if match else None

    def is_sure(self, denial: Span, within: Span) -> bool:
        """It denies what others deny, too: neither `no doctor` nor `not easy`."""
        if self.patterns.absent.fullmatch(self.small, *denial):
            return False
        return not self.patterns.turned.match(self.small, denial[0], within[1])

    def denied_being(self, within: Span, denial: Span) -> bool:
        """Something is denied to be there, and nothing is said to be, nor all but something denied."""
        if not self.patterns.absent.fullmatch(self.small, *denial) or _OTHERWISE.search(self.small, *within):
            return False
        found = [match.end() for match in self.patterns.exists.finditer(self.small, *within)]
        return all(self.small[end : denial[0]].isspace() for end in found)

    def being(self, within: Span) -> Span | None:
        """Where something is said to be there; no question."""
        match = self.patterns.exists.search(self.small, *within)
        return (match.start(), match.end()) if match and "?" not in self.small[slice(*within)] else None

    def affirms(self, meaning: str, within: Span) -> Span | None:
        """Where a verb is affirmed that is nowhere denied."""
        found = list(verbs.standing(self.small, within, meaning, self.locale))
        place = next((place for place, _, affirms in found if affirms), None)
        return place if place and not any(self._denied_in(around, verb) for verb, around, _ in found) else None

    def _denied_in(self, around: Span, verb: Span) -> bool:
        """A word may deny, other than the verb itself that is a kind of denial (отменили)."""
        for match in self.patterns.may_deny.finditer(self.small, *around):
            if match.start() >= verb[1] or match.end() <= verb[0] or self.patterns.denies.search(self.small, *verb):
                return True
            if _denying(self.locale).fullmatch(self.small[slice(*verb)].split()[-1]):
                return True
        return False

    def may_deny(self, within: Span) -> list[str]:
        """The words that may carry a denial."""
        words = (_word(self.small, match.span()) for match in self.patterns.may_deny.finditer(self.small, *within))
        return [self.small[slice(*word)] for word in words if not self._is_name(word[0], within[0])]

    def denied_verbs(self, within: Span, denials: list[Span]) -> int:
        """How many verbs are denied, at most one in a clause."""
        ends = {end for _, end in denials}
        verbs = [match for match in self.patterns.denied_verbs.finditer(self.small, *within) if match.end() in ends]
        if len(verbs) < FEW:
            return 0
        clauses = [match.end() for match in _CLAUSE.finditer(self.small, *within)]
        apart = {bisect(clauses, match.start()) for match in verbs if not match.groupdict().get("once")}
        once = [bisect(clauses, match.start()) for match in verbs if match.groupdict().get("once")]
        return len(apart) + any(clause not in apart for clause in once)

    def bereft(self, within: Span) -> Span | None:
        """The first word that wants a denial and has none up to the next such word or the end."""
        wanting = [match.span() for match in self.patterns.wants_denial.finditer(self.small, *within)]
        for place, (following, _) in pairwise([*wanting, (within[1], within[1])]):
            rest = self.small[place[1] : following].strip()
            lone = not rest or not rest[0].isalpha() or (following < within[1] and not _PAUSE.search(rest))
            if not lone and not self.patterns.may_deny.search(self.small, place[1], following):
                return place
        return None

    def meanings(self, within: Span, denial: Span) -> list[frozenset[str]]:
        """Those of the words that have some, that of the denial left out."""
        words = (
            _shades(match[0], self.locale)
            for match in WORD.finditer(self.small, *within)
            if match.end() <= denial[0] or match.start() >= denial[1]
        )
        return [word for word in words if word]

    def _is_name(self, start: int, first: int) -> bool:
        """A Kazakh word with a capital in the midst of a sentence, as Керімбайды; an acronym with an ending is none."""
        if not self.locale.startswith("kk"):
            return False
        if not self.text[start : start + 1].isupper() or self.text[start : start + 2].isupper():
            return False
        before = self.text[max(first, start - 3) : start].rstrip()[-1:]
        return before.isalnum() or before in (",", ";", ")")


def _sentences(source: str, target: str) -> Iterator[tuple[Span, Span]]:
    """The sentences of both, where there are as many; the two texts where there are not."""
    ones, others = [m.end() for m in _END.finditer(source)], [m.end() for m in _END.finditer(target)]
    if len(ones) != len(others):
        ones = others = []
    yield from zip(
        zip([0, *ones], [*ones, len(source)], strict=True),
        zip([0, *others], [*others, len(target)], strict=True),
        strict=True,
    )


@cache
def _patterns(locale: str) -> _Patterns | None:
    """What denies in a language; None where nothing is known of it."""
    words = get(locale).facts
    if not words.denies:
        return None
    patterns = (words.denies, words.lacks, words.absent, words.turned, words.exists)
    others = (words.may_deny, words.denied_verbs, words.wants_denial, words.shares_denial)
    return _Patterns(*(re.compile(one or "(?!)") for one in (*patterns, *others)))


@cache
def _answers(locale: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one or "(?!)") for one in get(locale).facts.answers)


@cache
def _spoken(locale: str) -> tuple[re.Pattern[str], ...]:
    """Answers, yes and no, that are all that stands in quotation marks."""
    marks = '«“„"‘‹', '»”“"’›'
    return tuple(
        re.compile(rf"(?<=[{marks[0]}])(?:{one or '(?!)'})(?=[.,،!]?[{marks[1]}])") for one in get(locale).facts.answers
    )


def _whole(text: str, span: Span) -> Span:
    """The word of which the suffix is a part."""
    start = span[0]
    while start and span[0] - start < LONGEST_STEM and text[start - 1].isalpha():
        start -= 1
    return start, span[1]


def _word(text: str, span: Span) -> Span:
    """The word in which a match lies, to its end."""
    start, end = _whole(text, span)
    while end < len(text) and end - span[1] < LONGEST_STEM and text[end].isalpha():
        end += 1
    return start, end


@lru_cache(65536)
def _shades(word: str, locale: str) -> frozenset[str]:
    """What a word means; a word that denies by itself denies, whatever it means, but for қарамастан, in spite of."""
    if _despite(locale).fullmatch(word):
        return _DESPITE
    if _denying(locale).fullmatch(word):
        return frozenset()
    return frozenset(shade for shade, pattern in _meanings(locale) if pattern.fullmatch(word))


@cache
def _despite(locale: str) -> re.Pattern[str]:
    return re.compile(get(locale).facts.shades.get("despite", "(?!)"))


@cache
def _denying(locale: str) -> re.Pattern[str]:
    return re.compile(get(locale).facts.negative or "(?!)")


@cache
def _meanings(locale: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((shade, re.compile(pattern)) for shade, pattern in get(locale).facts.shades.items())
