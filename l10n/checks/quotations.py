"""Quotations: what somebody said between marks in the source stands between marks in the target, unchanged once read.

ITS 2.0 type: mistranslation.  Quiet on purpose: names of organisations, newspapers and films, which Russian, Kazakh and
Uyghur quote and English does not; single words that English holds at arm's length, and jargon; halves of a quotation
that the translator joins (“…,” he said, “…”), or a quotation that he parts; speech that a dash opens, or that nothing
marks but its speaker (`Yes, he joked.`); names that stay in Latin letters; marks of whatever kind and their balance,
which are the business of `typographical`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.checks.speech import SPOKEN_WORDS, Speech, is_said, read
from l10n.checks.wording import not_in_target
from l10n.facts.quoting import Quotation
from l10n.model import Finding
from l10n.phrases import Phrase, listed, phrase
from l10n.text import word_diff

RULES = {
    "lost": Rule("error", "The source quotes what somebody said, and the target has no quotation there."),
    "name": Rule("note", "The source has a name or a few words between marks, and the target has no marks there."),
    "marks": Rule("warning", "The target lacks marks that a translator keeps around a name or a few words."),
    "gained": Rule("note", "The target quotes somebody, and the source has no quotation marks."),
    "elision": Rule("error", "The source says `[…]` where words were left out, and the target does not."),
    "inserted": Rule(
        "note", "Words in brackets, which the writer put into a quotation, have no brackets in the target."
    ),
    "changed": Rule("error", "A quotation was approved, and its words were changed since."),
    "speaker": Rule("note", "The source says who speaks beside a quotation; nothing in the target does."),
}
_say = partial(finding, "quotations", RULES)

_ELISION = re.compile(r"[\[(]\s?(?:…|\.{3})\s?[\])]|(?:&lt;|‹|<)\s?(?:…|\.{3})\s?(?:&gt;|›|>)")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_INSERTED = re.compile(r"\[[^\W\d_][^\[\]]*\]")
COVERED = 0.6
"""Share of the source's quoted words, as parts of their texts, below which a joined quotation lacks a half."""
SCARCE = 0.3
"""The same for quotations of which the target has as many, but of names."""
LONG = 6
"""Words of speech, of which a share says something."""
DEEP = 3
"""Words of a quotation inside another, of which a shorter one is a name."""
NEAR = 50
"""Similarity (0–100) from which one quotation is another one that was changed."""
PIECES = 4
"""Changed pieces of a quotation that a message shows."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.quotations, pair.target.quotations
    if "…" in pair.source.bare or "..." in pair.source.bare:
        yield from _elided(pair)
    if source:
        yield from _missing(pair, read(pair.source), read(pair.target))
        yield from _brackets(pair, source)
    elif target:
        yield from _gained(pair, target)
    if pair.approved and target:
        yield from _changed(pair, target)


def _missing(pair: Pair, source: Speech, target: Speech) -> Iterator[Finding]:
    """Quotations that are not in the target; where all are, what says whose they are."""
    groups, there = source.groups, target.most
    worth = [one for one in groups if _rule(pair, one)]
    short = len(groups) - there
    kept = target.covered / source.covered if source.covered else 1.0
    if short > len(groups) - len(worth):
        one = worth[-1] if there else worth[0]
    elif worth and ((there < len(source.quoted) and kept < COVERED) or _only_names(source, target, kept)):
        one = worth[-1]
    else:
        yield from _speaker(pair, source, target)
        yield from _inner(pair)
        return
    rule = _rule(pair, one)
    span = (one.start, one.end)
    said = pair.source.text[slice(*span)]
    if rule == "lost":
        yield _say("lost", _unquoted(said), None, span)
    else:
        rule = "marks" if short > 0 and not _NICKNAME.fullmatch(said[1:-1]) and _is_kept(pair, one) else rule
        message = phrase("`{said}` stands between marks in the source, and not in the target", said=said)
        yield _say(rule, message, None, span)


def _unquoted(said: str) -> Phrase:
    return phrase("the source quotes `{said}`, the target does not", said=said)


def _is_kept(pair: Pair, one: Quotation) -> bool:
    """A translator of news keeps the marks of these words, or uses none at all, which is wrong.

    One word in small letters is jargon (`«скорая»`), one that opens a text may be; English quotes fewer names.
    """
    if len(one.words) < 2:
        is_name = one.start > 0 and pair.source.bare[one.start + 1 : one.start + 2].isupper()
        return is_name and not _is_english(pair.source) and not _has_more_latin(pair)
    return not pair.target.quotations or not (_is_english(pair.source) or _is_english(pair.target))


def _is_english(text: Text) -> bool:
    return text.locale.partition("-")[0] == "en"


def _has_more_latin(pair: Pair) -> bool:
    """A name stands in Latin letters in the target, and needs no marks there."""
    return len(_LATIN.findall(pair.target.bare)) > len(_LATIN.findall(pair.source.bare))


def _only_names(source: Speech, target: Speech, kept: float) -> bool:
    said = sum(len(one.words) for one in source.quoted if not one.is_title)
    return said >= LONG and kept < SCARCE and not target.is_dialogue


def _rule(pair: Pair, one: Quotation) -> str:
    """What a quotation without marks in the target is: lost, name, or "" where nothing is wrong."""
    words = pair.source.text[one.start + 1 : one.end - 1].strip(" ,.!?;:…")
    if one.is_dash or (one.words and words.isascii() and words in pair.target.text):
        return ""
    of, locale = (text.locale.partition("-")[0] for text in (pair.source, pair.target))
    if of != "en" and locale == "en":
        return "lost" if Speech(pair.source).introduces(one) else ""
    if is_said(pair.source, one) and not _NICKNAME.fullmatch(words):
        return "lost"
    if not one.is_whole or _is_so_called(pair.source, one):
        return ""
    if of != "en":
        return "name"
    if len(one.words) > 1 and not pair.target.quotations:
        return "name"
    is_work = _WORKS.search(pair.source.bare, max(0, one.start - _NEAR_WORK), one.start) is not None
    return "name" if is_work or (one.is_title and len(one.words) > 1) else ""


_NICKNAME = re.compile(r"the [A-Z][a-z]+(?: [A-Z][a-z]+)?")
"""What somebody is called: “the Wall”."""
_SO_CALLED = re.compile(r"so-called|so called|known as|dubbed|называ\w+|прозва\w+|аталатын|атанған|دېيىلگەن|ئاتالغان")
_NEAR_CALLED = 40
"""Characters beside a quotation."""
_WORKS = re.compile(
    r"\b(?:films?|movies?|songs?|albums?|newspapers?|magazines?|novels?|books?|series|plays?|exhibitions?|documentary|poem)\b"
)
"""English words before the title of a work."""
_NEAR_WORK = 20
"""Characters before a quotation."""


def _is_so_called(text: Text, one: Quotation) -> bool:
    """Words say that the quoted ones are only called so, and marks may be left out."""
    around = text.bare[max(0, one.start - _NEAR_CALLED) : one.start] + text.bare[one.end : one.end + _NEAR_CALLED]
    return _SO_CALLED.search(around) is not None


def _inner(pair: Pair) -> Iterator[Finding]:
    """A quotation inside a quotation, where the target has none inside."""
    deep = [span for one in pair.source.quotations for span in one.inner]
    if not deep or any(one.inner for one in pair.target.quotations):
        return
    if len(pair.target.quotations) > len(pair.source.quotations):
        return
    for span in deep:
        said = pair.source.text[slice(*span)]
        if len(said.split()) >= (DEEP if _is_english(pair.source) else DEEP - 1):
            yield _say("lost", _unquoted(said), None, span)
            return


def _speaker(pair: Pair, source: Speech, target: Speech) -> Iterator[Finding]:
    """Nobody says what somebody says in the source."""
    if not pair.target.language.facts.sayings or not target.quoted or target.says or target.is_dialogue:
        return
    for one in source.quoted:
        if one.is_whole and not one.is_title and len(one.words) >= SPOKEN_WORDS and source.attributes(one):
            span = (one.start, one.end)
            message = phrase("the source says whose words these are, the target does not")
            yield _say("speaker", message, None, span)
            return


def _gained(pair: Pair, target: Sequence[Quotation]) -> Iterator[Finding]:
    speech = read(pair.target)
    if read(pair.source).ends_with_speaker:
        return
    for one in target:
        if one.is_whole and not one.is_dash and not one.is_title and len(one.words) > 1 and speech.introduces(one):
            span = (one.start, one.end)
            said = pair.target.text[slice(*span)]
            yield _say("gained", phrase("`{said}` is no quotation in the source", said=said), span)


def _elided(pair: Pair) -> Iterator[Finding]:
    """Marks of left-out words, in a quotation or in what is quoted as a whole."""
    wanted, there = [*_ELISION.finditer(pair.source.bare)], len(_ELISION.findall(pair.target.bare))
    if len(wanted) > there:
        match = wanted[there]
        yield _say("elision", not_in_target(match[0]), None, match.span())


def _brackets(pair: Pair, source: Sequence[Quotation]) -> Iterator[Finding]:
    """Words that were put in."""
    text, other = pair.source.bare, pair.target.bare
    if "[" in text and "[" not in other and "(" not in other:
        for match in _INSERTED.finditer(text):
            if any(one.start < match.start() and match.end() < one.end for one in source):
                message = phrase("`{said}` has no brackets in the target", said=match[0])
                yield _say("inserted", message, None, match.span())
                return


def _changed(pair: Pair, target: Sequence[Quotation]) -> Iterator[Finding]:
    """Quotations of the text that was approved, which stand there in other words."""
    from rapidfuzz.fuzz import ratio

    before = Text(pair.approved, pair.target.locale)
    now = {one.words for one in target}
    for one in before.quotations:
        if one.words in now or not is_said(before, one):
            continue
        other = max(target, key=lambda two: ratio(one.words, two.words))
        was, here = " ".join(one.words), " ".join(other.words)
        if ratio(was, here) >= NEAR:
            message = phrase(
                "a quotation was approved and is changed: {pieces}; approved was `{said}`",
                pieces=listed(islice(_pieces(was, here), PIECES)),
                said=before.text[one.start : one.end],
            )
            yield _say("changed", message, (other.start, other.end))


def _pieces(was: str, here: str) -> Iterator[Phrase]:
    """What went and what came, in the order of the text."""
    for sign, piece in word_diff(was, here):
        said = piece.strip()
        if sign != "=" and said:
            yield phrase("`{said}` went", said=said) if sign == "-" else phrase("`{said}` came", said=said)
