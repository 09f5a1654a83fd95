"""What a capitalised sequence names: titles are taken off, neighbours that only stand together are parted, and each
part is a person, a place, an organisation, a work, or a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.languages import lexicon
from l10n.names.discovery import adjectives, endings
from l10n.names.discovery.knowledge import Knowledge
from l10n.names.discovery.lexicon import PARTICLES, Around
from l10n.names.discovery.sequences import ROMAN, Sequence, bare, heads
from l10n.phrases import phrase

PREFIXES = lexicon("san santa saint st mount mt lake fort port cape el los las bad nizhny new north south east west")
"""First words of places, in English: `San Diego`, `New Mexico`."""
SURE_PREFIXES = PREFIXES - lexicon("new north south east west")
"""Those that no other name begins with."""
ARTICLES = lexicon("a an the")
SURNAMES = lexicon("hill park beach church forest banks lake press post court street house")
"""Nouns of places and organisations that are family names, too, behind a given name."""

_FINAL = r"(?:i?a(?:ng?|o|i)?|u(?:ang?|an|ai|i|n|o)?|i(?:u|e|ng?|ong)?|e(?:i|ng?|r)?|o(?:u|ng)?|ü[en]?)"
_PINYIN = re.compile(rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}){{1,2}}", re.IGNORECASE)
_CHINESE_SURNAMES = lexicon(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han",
    "feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lü ding ren yao shen zhong cui",
    "tan fan wen xi hua",
)
"""The commonest family names of China in pinyin: one of them stands first in a name of two words."""


class Part(NamedTuple):
    """One name of a sequence."""

    words: tuple[str, ...]
    start: int
    """Offset in the text of its first word."""
    end: int
    kind: str
    """One of names.KINDS; "" where nothing tells."""
    why: str

    near: tuple[str, ...] = ()
    """Up to two words before it, in small letters; "," for anything else than words."""

    @property
    def form(self) -> str:
        """Its words, one space apart."""
        return " ".join(self.words)


class _Piece(NamedTuple):
    """Some words of a sequence with their places and what stands around them."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def cut(self, start: int, end: int | None = None) -> _Piece:
        """Some of its words; what was cut off before them is no context."""
        stop = len(self.words) if end is None else end
        before = () if start else self.before
        after = self.after if stop == len(self.words) else ()
        return _Piece(self.words[start:stop], self.spans[start:stop], before, after)

    def part(self, kind: str, why: str) -> Part:
        """All of it, of this kind."""
        return Part(self.words, self.spans[0][0], self.spans[-1][1], kind, why, self.before)


def parts(text: str, sequence: Sequence, known: Knowledge) -> Iterator[Part]:
    """The names of a sequence, in order."""
    whole = _Piece(sequence.words, tuple(_spans(text, sequence)), sequence.before, sequence.after)
    if whole.words[0].lower() in ARTICLES and len(whole.words) > 1 and not known.is_listed(sequence.form):
        whole = whole.cut(1)._replace(before=(*whole.before, whole.words[0].lower())[-2:])
    inner = _inner_title(whole.words, known)
    if inner:
        yield from _parts(whole.cut(0, inner), known)
        whole = whole.cut(inner)
    yield from _parts(whole, known)


def _parts(piece: _Piece, known: Knowledge) -> Iterator[Part]:
    around = known.around
    title, cut = _title(piece.words, piece.before, around)
    if not cut and len(piece.words) > 1 and _is_acronym(piece.words[0]):  # `US Secretary of State`
        title, cut = _title(piece.words[1:], (), around)
        cut += bool(cut)
    if not cut and _is_credit(piece.words, known):  # `AFP Phil Carter`
        yield piece.cut(0, 1).part("organisation", phrase("acronym"))
        cut = 1
    if cut:
        near = piece.words[cut - 1].lower()
        piece = piece.cut(cut)._replace(before=(near,) if title else ())
    while len(piece.words) > 1 and known.is_people(piece.words[0]) and not _has_head(piece.words, around):
        yield piece.cut(0, 1).part("term", phrase("people or language"))
        piece = piece.cut(1)
    while place := _leading_place(piece.words, known, piece.before):
        yield piece.cut(0, place).part("place", phrase("known place"))
        title = title or next((word for word in piece.before if _is_title(word, around)), "")
        piece = piece.cut(place)
    stop = _inner_place(piece.words, known)
    if piece.words[:stop] and not (stop == 1 and _names_nothing(piece.words[0], known)):
        first = piece.cut(0, stop)
        yield first.part(*_kind(first, title, known))
    for at in range(stop, len(piece.words)):
        if known.is_place(piece.words[at]):
            yield piece.cut(at, at + 1).part("place", phrase("known place"))


def _names_nothing(word: str, known: Knowledge) -> bool:
    """Nouns of organisations and places, titles, single letters and figures of centuries alone are no names."""
    if known.is_listed(word) or known.is_organisation(word):
        return False
    small = word.lower()
    return (
        len(word) < 2
        or ROMAN.fullmatch(word) is not None
        or _is_generic(word, known.around)
        or small in known.around.openers
        or (known.around.declined and not _is_acronym(word) and heads(word, known.around.titles, known.around))
    )


def _inner_title(words: tuple[str, ...], known: Knowledge) -> int:
    """Where a title with a name begins inside a sequence: `Steppe Watch Director Aida Ospanova`; 0 for none."""
    if _title(words, (), known.around)[1]:
        return 0
    for at in range(1, len(words) - 1):
        _, cut = _title(words[at:], (), known.around)
        rest = words[at + cut :]
        if cut and 0 < len(rest) <= 4 and not _has_head(rest, known.around) and not _has_works(rest, known.around):
            return at
    return 0


def _is_credit(words: tuple[str, ...], known: Knowledge) -> bool:
    """An acronym that only stands before a person's name."""
    rest = words[1:]
    return (
        len(rest) in (2, 3)
        and _is_acronym(words[0])
        and known.is_given(rest[0])
        and not _has_head(rest, known.around)
        and not any(map(_is_acronym, rest))
    )


def _spans(text: str, sequence: Sequence) -> list[tuple[int, int]]:
    found, at = [], sequence.start
    for word in sequence.words:
        at = text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def _title(words: tuple[str, ...], before: tuple[str, ...], around: Around) -> tuple[str, int]:
    """The title that a sequence begins with or follows, and how many of its words belong to it."""
    cut, title = 0, ""
    for size in range(min(3, len(words)), 0, -1):
        own = [bare(word).lower().rstrip(".") for word in words[:size]]
        for taken in (2, 1, 0):
            if taken <= len(before) and _are_title([*before[len(before) - taken :], *own], around):
                cut, title = size, " ".join([*before[len(before) - taken :], *words[:size]])
                break
        if cut:
            break
    if cut and cut < len(words):
        more, further = _title(words[cut:], (), around)
        return (more or title), cut + further
    if not cut and before and _is_title(before[-1], around):
        return before[-1], 0
    return title, cut


def _are_title(words: list[str], around: Around) -> bool:
    """Whether these words are an office; where titles are declined, one word in any case."""
    return " ".join(words) in around.titles or (len(words) == 1 and _is_title(words[0], around))


def _is_title(word: str, around: Around) -> bool:
    small = word.rstrip(".").lower()
    return small in around.titles or (
        around.declined and not endings.SURNAME.search(small) and heads(small, around.titles, around)
    )


def _is_acronym(word: str) -> bool:
    letters = word.replace("-", "").replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _is_generic(word: str, around: Around) -> bool:
    """A noun of organisations or places alone names nothing: `outside School`."""
    return not _is_acronym(word) and (heads(word, around.organisations, around) or heads(word, around.places, around))


def _has_head(words: tuple[str, ...], around: Around) -> bool:
    return any(heads(word, around.organisations, around) or heads(word, around.places, around) for word in words)


def _has_works(words: tuple[str, ...], around: Around) -> bool:
    return any(heads(word, around.works, around) for word in words)


def _leading_place(words: tuple[str, ...], known: Knowledge, before: tuple[str, ...]) -> int:
    """How many words at the beginning are a place that only stands beside the name: `of Kazakhstan Zhang Xiao`."""
    around = known.around
    if len(words) < 2 + (not around.declined) or _has_head(words, around) or known.is_listed(" ".join(words)):
        return 0
    if not around.declined and (not before or before[-1] not in around.into | around.joints):
        return 0
    return next((size for size in (3, 2, 1) if size < len(words) and known.is_place(" ".join(words[:size]))), 0)


def _inner_place(words: tuple[str, ...], known: Knowledge) -> int:
    """Where a place begins that only stands behind the name, with its ending: `Ерлан Сәрсенбаев Алматыда`."""
    if not known.around.declined or _has_head(words, known.around) or known.is_listed(" ".join(words)):
        return len(words)
    behind = (
        at for at in range(1, len(words)) if known.is_place(words[at]) and not adjectives.is_before(words[at - 1])
    )
    return next(behind, len(words))


Told = tuple[str, str]
"""A kind and what tells it; ("", "") where nothing does."""
UNTOLD: Told = "", ""


def _kind(piece: _Piece, title: str, known: Knowledge) -> Told:
    """The kind of a name: what it is called in the lists, by its own nouns, by what stands beside it, by its form."""
    return (
        _listed(piece, title, known)
        or _by_noun(piece, known)
        or _by_context(piece, title, known)
        or _by_form(piece, known)
    )


def _listed(piece: _Piece, title: str, known: Knowledge) -> Told | None:
    """A place or an organisation of the lists, but for a place that is said to be a person (`Mr Jordan`)."""
    form = " ".join(piece.words)
    follows = piece.after[0] if piece.after else ""
    if known.is_place(form) and not title:
        return "place", phrase("known place")
    if known.is_organisation(form):
        return "organisation", phrase("known organisation")
    if known.is_listed(form) and not title and follows not in known.around.saying:
        return "place", phrase("known place")
    return None


def _by_noun(piece: _Piece, known: Knowledge) -> Told | None:
    """What a noun in the name says: `Rights Watch`, `Yarkand Region`."""
    words, around = piece.words, known.around
    if len(words) < 2:
        return None
    if len(words) == 2 and words[1].lower() in SURNAMES and known.is_given(words[0]):
        return None
    noun = next((word for word in words if heads(word, around.organisations, around)), "")
    place = next((word for word in words if heads(word, around.places, around)), "")
    if place and not noun:
        return "place", f"`{place}`"
    if noun:
        return "organisation", f"`{noun}`"
    if _has_works(words, around):
        return "work", phrase("the name of a work")
    return None


def _by_context(piece: _Piece, title: str, known: Knowledge) -> Told | None:
    """What the words beside a name say: titles, verbs of saying, generic nouns."""
    words, around = piece.words, known.around
    near, follows = piece.before[-1] if piece.before else "", piece.after[0] if piece.after else ""
    if title:
        return "person", phrase("title `{title}`", title=title)
    if len(words) == 1 and known.is_people(words[0]):
        return "term", phrase("people or language")
    award = next((word for word in piece.after if heads(word, around.works, around)), "")
    if award and len(words) > 1:
        return "person", phrase("`{word}` follows", word=award)
    if follows and heads(follows, around.places, around) and not adjectives.is_one(words[-1]):
        return "place", phrase("`{word}` follows", word=follows)
    if near in ARTICLES:
        return "", phrase("`{word}` before it", word=near)
    if any(map(_is_acronym, words)):
        return None
    if follows in around.saying:
        return "person", phrase("`{word}` follows", word=follows)
    if near in around.saying and (len(words) > 1 or follows in ("", ",")):
        return "person", phrase("`{word}` before it", word=near)
    return None


def _by_form(piece: _Piece, known: Knowledge) -> Told:
    """What the words themselves look like."""
    words = piece.words
    if len(words) == 1:
        return _single(words[0], piece.before[-1] if piece.before else "", known)
    small = [word.lower() for word in words]
    if (
        _is_chinese(words)
        or PARTICLES & set(words)
        or any(word[:-1].isalpha() and word.endswith(".") for word in words)
    ):
        return "person", phrase("pattern of a personal name")
    if known.around.into and not known.around.declined and small[0] in SURE_PREFIXES and len(words) == 2:
        return "place", phrase("`{word}` begins it", word=words[0])
    if adjectives.is_before(words[0]):
        return ("place", phrase("region of a known place")) if known.is_place(words[-1]) else UNTOLD
    return _person(words, known)


def _person(words: tuple[str, ...], known: Knowledge) -> Told:
    """Two to four words, of which one is a given name or ends as family names do, or none is an ordinary word."""
    if len(words) > 4 or any(_is_brand(word) or _is_acronym(word) or word[-1:].isdigit() for word in words):
        return UNTOLD
    given = next((word for word in words[:-1] if any(map(known.is_given, (word, *word.split("-"))))), "")
    if not given and known.is_given(words[-1]) and not known.is_word(words[0]):
        given = words[-1]
    if given and not words[-1].isdigit():
        return "person", phrase("given name `{name}`", name=given)
    if known.is_surname(words[-1]) and not known.is_word(words[0]):
        return "person", phrase("family name `{name}`", name=words[-1])
    if endings.PERSON.search(words[-1]) and not known.is_word(words[-1]):
        return "person", phrase("ending of a personal name")
    if known.is_word(words[-1]) or known.is_word(words[0]) or words[0].lower() in PREFIXES:
        return UNTOLD
    return "person", phrase("words with capitals")


def _is_brand(word: str) -> bool:
    """A capital inside: `WhatsApp`, but not `McDonald` or `al-Assad`."""
    bare_word = word.removeprefix("Mc").removeprefix("Mac").removeprefix("O’").removeprefix("O'")
    return "-" not in word and "’" not in bare_word and any(letter.isupper() for letter in bare_word[1:])


def of_form(form: str, known: Knowledge) -> Told:
    """The kind of a name of which only the form is known."""
    words = tuple(form.split())
    return _by_form(_Piece(words, (), (), ()), known) if words else UNTOLD


def _single(word: str, near: str, known: Knowledge) -> Told:
    """The kind of a name of one word that nothing beside it tells."""
    if _is_acronym(word):
        return "organisation", phrase("acronym")
    if _is_brand(word):
        return "organisation", phrase("capital inside: a brand")
    if adjectives.is_before(word):
        return UNTOLD
    if known.is_given(word):
        return "person", phrase("given name")
    if known.is_surname(word):
        return "person", phrase("family name")
    if known.around.declined and word.isascii():
        return UNTOLD
    if endings.PLACE.search(word) and not known.is_word(word):
        return "place", phrase("ending of a place")
    if near in known.around.into and not known.is_word(word):
        return "place", phrase("`{word}` before it", word=near)
    if endings.PERSON.search(word) and not known.is_word(word):
        return "person", phrase("ending of a personal name")
    return UNTOLD


def _is_chinese(words: tuple[str, ...]) -> bool:
    """Family name and given name in pinyin: `Zhang Xiao`, `Xi Jinping`."""
    return (
        len(words) == 2
        and words[0].lower() in _CHINESE_SURNAMES
        and all(len(word) <= 9 and _PINYIN.fullmatch(word) for word in words)
    )
