"""Spellings that disagree: one name in two forms, a hyphen in the wrong place, a text in another script.

What is compared are the words of names.  Two words are near when a slip of the fingers makes one of the other, or when
both are romanisations of one word (`Dzhalilova`, `Jalilova`); of two near ones the rarer is doubtful.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from l10n import codes, text
from l10n.model import Term
from l10n.names.discovery import knowledge, places
from l10n.names.discovery.knowledge import Knowledge
from l10n.names.discovery.listing import Disagreement, Found, Passage
from l10n.names.discovery.places import scripts
from l10n.phrases import phrase

MIN_LETTERS = 5
"""Shorter words have too many neighbours."""
NEAR = 80
"""Similarity (0–100) from which a name in another script, romanised, is one of the article's."""
DERIVED = 3
"""Letters by which the longer of two near words may go on, as another form of the first: Kazakh, Kazakhs."""
LONGEST = 30
"""Letters of a word that is compared letter by letter."""
CROWD = 6
"""Words that have one neighbour in common; more are numbered (`Unit-1a`, `Unit-1b`), not misspelt."""
NAME_WORDS = 4
"""Words of a name in another script; more are a sentence."""

_ROMANISED = (
    ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yo", "o"), ("ye", "e"), ("ya", "a"), ("yu", "u"), ("y", "i"), ("x", "ks"),
)  # fmt: skip
_NOT_LETTERS = re.compile(r"[^\w]|_")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What romanisations of one name have in common, in small letters."""
    plain = _NOT_LETTERS.sub("", text.unmarked(word.lower()))
    for spelling, sound in _ROMANISED:
        plain = plain.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", plain)


def disagreements(
    passages: Sequence[Passage], language: str, found: Sequence[Found], terms: Sequence[Term] = ()
) -> Iterator[Disagreement]:
    """What an editor should look at, the surest first. terms: names of the glossary, in the article or not."""
    here = {one.term.id for one in found if one.term is not None}
    absent = [Found(term.form, term.kind, 0, (), "", term.also, term) for term in terms if term.id not in here]
    everything = [*found, *absent]
    yield from _mixed(found)
    yield from _forbidden(found)
    yield from _recased(found)
    yield from _hyphens(everything)
    yield from _other_script(passages, everything)
    yield from _one_word_off(everything)
    yield from _near(everything, language)


def _forms(one: Found) -> tuple[str, ...]:
    return (one.form, *one.forms)


def _mixed(found: Iterable[Found]) -> Iterator[Disagreement]:
    """Letters of two scripts in one word."""
    for one in found:
        for form in _forms(one):
            if any(len(scripts(part)) > 1 for word in text.WORD.findall(form) for part in re.split(r"[-'’.]", word)):
                reason = phrase("letters of two scripts in one word")
                yield Disagreement((form,), one.places, reason, one.term.form if one.term else "")


def _forbidden(found: Iterable[Found]) -> Iterator[Disagreement]:
    """Forms of a known name that the glossary forbids, or calls former ones."""
    for one in found:
        if one.term is None:
            continue
        for form in one.forms:
            if any(form.startswith(never) for never in one.term.never):
                reason = phrase("forbidden by the glossary")
                yield Disagreement((form, one.term.form), one.places, reason, one.term.form)


def _recased(found: Iterable[Found]) -> Iterator[Disagreement]:
    """Other capitals inside a known name: `Whatsapp`. A line of capitals says nothing of them."""
    for one in found:
        right = one.term.form if one.term else ""
        if any(letter.islower() and other.isupper() for letter, other in pairwise(right)):
            for form in one.forms:
                if form.casefold() == right.casefold() and form != right and not form.isupper():
                    reason = phrase("other capitals than `{right}`", right=right)
                    yield Disagreement((form, right), one.places, reason, right)


def _one_word_off(found: Sequence[Found]) -> Iterator[Disagreement]:
    """A name of several words that differs from a known one in a letter of one of them: `Human Right Watch`."""
    from rapidfuzz.distance.OSA import distance

    known: dict[tuple[int, str], list[Found]] = defaultdict(list)
    for one in found:
        if one.term is not None and one.kind != "person" and " " in one.form:
            for key in _without_each(one.form):
                known[key].append(one)
    for one in found:
        if one.term is None and one.kind != "person" and " " in one.form:
            near = (other for key in _without_each(one.form) for other in known.get(key, ()))
            right = next(
                (other.form for other in near if distance(one.form.casefold(), other.form.casefold()) == 1), ""
            )
            if right:
                reason = phrase("looks like a misspelling of `{right}`", right=right)
                yield Disagreement((one.form, right), one.places, reason, right)


def _without_each(form: str) -> Iterator[tuple[int, str]]:
    """The other words of a name for each of its words."""
    words = form.casefold().split()
    return ((at, " ".join([*words[:at], *words[at + 1 :]])) for at in range(len(words)))


def _joined(form: str) -> str:
    return re.sub(r"[\s\u00a0\u2010-\u2015-]", "", form).casefold()


def _hyphens(found: Sequence[Found]) -> Iterator[Disagreement]:
    """The same letters with hyphens and spaces elsewhere; a hyphen between what stands alone elsewhere."""
    by_letters: dict[str, list[tuple[str, Found]]] = defaultdict(list)
    for one in found:
        for form in dict.fromkeys(_forms(one)):
            by_letters[_joined(form)].append((form, one))
    for same in by_letters.values():
        same.sort(key=lambda pair: (pair[1].term is not None, pair[1].count))
        best = same[-1][0]
        for form, one in same[:-1]:
            if one.term is None and form.casefold() != best.casefold():
                reason = phrase("the same letters, with a hyphen or space elsewhere")
                yield Disagreement((form, best), one.places, reason, best)
    for one in found:
        words = one.form.split()
        given, hyphen, surname = words[-1].partition("-")
        if hyphen and len(words) > 1 and one.term is None and one.kind == "person" and surname in one.forms:
            better = " ".join([*words[:-2], f"{words[-2]}-{given}", surname])
            reason = phrase(
                "`{surname}` stands alone elsewhere: the hyphen seems to be in the wrong place", surname=surname
            )
            yield Disagreement((one.form, surname), one.places, reason, better)


def _other_script(passages: Sequence[Passage], found: Sequence[Found]) -> Iterator[Disagreement]:
    """A passage whose letters are of another script than the article's, and the name in it where that is known."""
    usual = places.usual_script(passages)
    for passage in (one for one in passages if not (usual == "LATIN" and one.text.isascii())):
        for run in _runs(passage.text, usual):
            name = _romanised_as(run, found)
            if not name and " " not in run:
                continue
            reason = phrase("in another script than the article")
            yield Disagreement((run, name) if name else (run,), (passage.place,), reason, name)


_RUN = re.compile(r"[^\W\d_]+(?:[ \u00a0-][^\W\d_]+)*")


def _runs(passage: str, usual: str) -> Iterator[str]:
    """The names of a passage that are in another script than the article: words with capitals that stand together."""
    for match in _RUN.finditer(codes.ANY.sub(" ", passage)):
        foreign = [word for word in match[0].split() if places.is_foreign(word, usual)]
        if 0 < len(foreign) <= NAME_WORDS and all(word[0].isupper() or not word[0].islower() for word in foreign):
            yield " ".join(foreign)


def _romanised_as(run: str, found: Sequence[Found]) -> str:
    """The name of the article that this one is in another script, or ""."""
    from rapidfuzz.fuzz import ratio

    from l10n.errors import L10nError
    from l10n.names.standards import transliterate

    if "CYRILLIC" not in scripts(run):
        return ""
    try:
        latin = skeleton(transliterate(run, "ru", "ru-Latn"))
    except L10nError:
        return ""
    best = max(found, key=lambda one: ratio(skeleton(one.form), latin), default=None)
    return best.form if best and ratio(skeleton(best.form), latin) >= NEAR else ""


def _near(found: Sequence[Found], language: str) -> Iterator[Disagreement]:
    """Pairs of words of which one seems to be a misspelling, or another romanisation, of the other."""
    owners: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        for word in dict.fromkeys(each for form in _forms(one) for each in _words(form)):
            if len(word) >= MIN_LETTERS and not any(map(str.isdigit, word)):
                owners[word].append(one)
    counts = {word: sum(one.count for one in ones) for word, ones in owners.items()}
    known = knowledge.of(language)

    def weight(word: str) -> tuple[bool, bool, int, str]:
        return known.is_listed(word), _is_known(owners[word]), counts[word], word

    def rank(word: str) -> tuple[bool, tuple[bool, bool, int, str]]:
        return _is_known(owners[word]), weight(word)

    usual_of: dict[str, str] = {}
    for pair in _pairs(sorted(owners)):
        rare, usual = sorted(pair, key=weight)
        same = skeleton(rare) == skeleton(usual)
        if _is_known(owners[rare]) or _derived(rare, usual, same):
            continue
        if _are_forms(owners[rare], owners[usual]) or (not same and _is_sure(rare, known)):
            continue
        if not _are_other_people(owners[rare], rare, owners[usual], usual):
            usual_of[rare] = max(usual_of.get(rare, usual), usual, key=rank)
    for rare, usual in usual_of.items():
        if "-" in rare and not usual_of.keys().isdisjoint(rare.split("-")):
            continue
        reason = (
            phrase("another romanisation of `{right}`", right=usual)
            if skeleton(rare) == skeleton(usual)
            else phrase("looks like a misspelling of `{right}`", right=usual)
        )
        spots = tuple(dict.fromkeys(place for one in owners[rare] for place in one.places))
        yield Disagreement((rare, usual), spots, reason, usual)


def _are_other_people(ones: Sequence[Found], word: str, others: Sequence[Found], other: str) -> bool:
    """Whether the names with one word are of people whose other names are far from those with the other."""
    from rapidfuzz.fuzz import ratio

    if any(one.kind != "person" for one in (*ones, *others)):
        return False
    rests = [_rest(one.form, word) for one in ones]
    theirs = [_rest(one.form, other) for one in others]
    return all(
        mine and yours and all(ratio(a, b) < NEAR for a in mine for b in yours) for mine in rests for yours in theirs
    )


def _rest(form: str, word: str) -> list[str]:
    """The skeletons of the other words of a name."""
    return [skeleton(one) for one in form.split() if word != one and word not in one.split("-")]


def _are_forms(rare: Sequence[Found], usual: Sequence[Found]) -> bool:
    """Both words were joined to one name already, as its forms."""
    return set(map(id, rare)) <= set(map(id, usual)) and any(len(one.forms) for one in rare)


def _is_sure(word: str, known: Knowledge) -> bool:
    """A word of lists and dictionaries is no slip of the fingers, however near another one is: Iran, Iraq."""
    return known.is_listed(word) or known.is_people(word) or known.is_given(word) or known.is_word(word)


def _words(form: str) -> Iterator[str]:
    """The words of a name, and the parts of those with a hyphen; an acronym has none."""
    words = form.split()
    for word in words if len(words) > 1 or not form.isupper() else ():
        yield from dict.fromkeys((word, *word.split("-")))


def _is_known(ones: Iterable[Found]) -> bool:
    return any(one.term is not None for one in ones)


_SUFFIX = re.compile(
    r"(?:s|n|i|an|ian|ese|ish|er|a|ov|ev|in|ova|eva|ina|sky|skaya|ов|ев|ин|ова|ева|ина|[а-яәғқңөұүһі]{1,3})"
)
"""What makes another name or another form of a name: Kazakh, Kazakhs; Ivanov, Ivanova."""


def _derived(word: str, other: str, same: bool) -> bool:
    """Whether one only goes on after the other; same: both sound alike, as `Gebeily` and `Gebeilly` do."""
    short, long = sorted((word.casefold(), other.casefold()), key=len)
    if _gender(short) != _gender(long) and long.startswith(short[:-2]):
        return True
    if long.startswith(short) and _SUFFIX.fullmatch(long[len(short) :]):
        return not same or long[len(short) :] == "s"
    stem = short[:-1] if short[-1] in "aeiouаеиоуыяійью" else short
    if long.isascii():
        return (
            not same and len(long) > len(short) and long.startswith(stem) and bool(_SUFFIX.fullmatch(long[len(stem) :]))
        )
    return not same and long.startswith(stem) and len(long) - len(stem) <= DERIVED


def _gender(word: str) -> str:
    """The sex that a Slavic surname shows; a man and a woman of one family are no misspelling."""
    return "female" if word.endswith(("ova", "eva", "ina", "aya", "ова", "ева", "ёва", "ина", "ая")) else ""


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of near words: one skeleton, the same letters in another order, or one letter more, less or other.

    Two words whose only difference is one letter in the same place have the word without it in common.
    """
    buckets: dict[str, list[str]] = defaultdict(list)
    for word in words:
        small = word.casefold()
        keys = {f"={skeleton(word)}", f"~{''.join(sorted(small))}"}
        if len(small) <= LONGEST:
            keys |= {f"-{small}", *(f"-{small[:at]}{small[at + 1 :]}" for at in range(1, len(small)))}
        for key in keys:
            buckets[key].append(word)
    for key, near in buckets.items():
        for at, word in enumerate(near if len(near) <= CROWD else ()):
            for other in near[at + 1 :]:
                if word.casefold() != other.casefold() and _is_near(word, other, key[0]):
                    yield word, other


def _is_near(word: str, other: str, how: str) -> bool:
    """Of a pair that has a key in common: the sounds always; letters only where one slip makes one of the other."""
    from rapidfuzz.distance.OSA import distance

    if how == "=":
        return True
    return distance(word.casefold(), other.casefold(), score_cutoff=1) <= 1 or _moved(word, other)


def _moved(word: str, other: str) -> bool:
    """One letter stands elsewhere: Xingjian, Xinjiang."""
    a, b = word.casefold(), other.casefold()
    if sorted(a) != sorted(b):
        return False
    start = next(at for at, pair in enumerate(zip(a, b, strict=True)) if pair[0] != pair[1])
    end = next(at for at, pair in enumerate(zip(reversed(a), reversed(b), strict=True)) if pair[0] != pair[1])
    one, two = a[start : len(a) - end], b[start : len(b) - end]
    return one[1:] + one[0] == two or one[-1] + one[:-1] == two
