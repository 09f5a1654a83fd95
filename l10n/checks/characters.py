"""Characters: letters of another alphabet inside a word, wrong code points, and what no reader sees.

ITS 2.0 type: characters.  Look-alikes are those of `letters`, Uyghur letters those of `uyghur_letters`, texts that were
read in the wrong encoding those of `mojibake`.  Quiet on purpose: words in Latin letters alone, endings after a hyphen,
an apostrophe or a whole Latin word (`COVID-19-ға`, `UNESCOنىڭ`); isolates that close (UAX 9), single marks of
direction; joiners in Uyghur and in emoji; what the source has, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial

from l10n.checks import letters, mojibake, uyghur_letters
from l10n.checks.pairs import Pair, Rule, Span, Text, finding
from l10n.model import Finding
from l10n.phrases import Phrase, phrase

RULES = {
    "mixed": Rule("error", "A word has letters of two alphabets that look alike: searches do not find it."),
    "letter": Rule("error", "A letter has the code point of another language: ه for ە, ي for ى, ѳ for ө."),
    "hemze": Rule("warning", "A word of Uyghur begins with a vowel without ئ."),
    "form": Rule("error", "Letters stand as presentation forms of old fonts."),
    "kashida": Rule("warning", "A word is stretched with U+0640, and searches do not find it."),
    "digits": Rule("warning", "Digits are those of Arabic, where Uyghur writes 0 to 9."),
    "mojibake": Rule("error", "The text was read in the wrong encoding."),
    "control": Rule("error", "A control character or half of a surrogate pair stands in the text."),
    "direction": Rule("error", "Marks of direction are open, stray, or turn the text over."),
    "invisible": Rule("warning", "A character that nobody sees stands inside the text."),
    "private": Rule("warning", "A character has no meaning but in one font."),
    "composed": Rule(
        "warning",
        "Letters and marks are apart where one character has both (not NFC), or a letter bears a strange mark.",
    ),
}
_say = partial(finding, "characters", RULES)

_MARKS = r" !-~\n\t\u00a0«»\u2010-\u2026\u2030\u2039\u203a„№−×°§©®±·\u2009\u202f€₽₸\ufffc"
_KAZAKH = (
    "\u0401\u0410-\u044f\u0451\u04d8\u04d9\u0492\u0493\u049a\u049b\u04a2\u04a3\u04e8\u04e9\u04ae-\u04b1"
    "\u04ba\u04bb\u0406\u0456"
)
_ODD = {
    "Cyrl": re.compile(f"[^{_MARKS}{_KAZAKH}]"),
    "Arab": re.compile(f"[^{_MARKS}{uyghur_letters.LETTERS}،؛؟]"),
    "Latn": re.compile(f"[^{_MARKS}\\u00a1-\\u00a9\\u00ab\\u00ae-\\u024f]"),
}
"""What an ordinary text has not; ASCII letters are ordinary here, and have their own search."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufdd0-\ufdef]+")
_TURNING = re.compile("[\u202a-\u202e]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u180e\u115f\u1160\u3164]+")
_TWICE = re.compile("([\u200e\u200f\u061c])\\1+")
_INSIDE = re.compile(
    "(?<=[\u0400-\u052f])[\u200e\u200f](?=[\u0400-\u052f])|(?<=[\u0620-\u06d5])[\u200e\u200f](?=[\u0620-\u06d5])"
)
_MARK = re.compile("[\u200e\u200f\u061c]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_KASHIDA = re.compile("(?<![\u0620-\u06ff])[\u0640\u0620-\u06ff]*\u0640[\u0640\u0620-\u06ff]*")
_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]+(?:[\u066b\u066c.,/:-]?[\u0660-\u0669\u06f0-\u06f9]+)*")
_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
_COMPATIBLE = re.compile("[\ufb00-\ufb06\uff01-\uff5e\u3300-\u33ff]+")
"""ﬀ to ﬆ, wide letters and digits, ㎏ and its like: of fonts, of PDFs, of Chinese keyboards."""
_COMBINED = re.compile(r"\S+")


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    yield from _read(pair.target, pair.source.text)
    if pair.target.language.script == "Cyrl" and pair.source.text != pair.target.text:
        for span, meant in letters.copied(pair.source.bare, pair.target.bare):
            word = pair.target.text[slice(*span)]
            message = phrase(
                "`{word}` has Cyrillic letters, the source `{meant}` has Latin ones", word=word, meant=meant
            )
            yield _say("mixed", message, span, None, meant)


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    return _read(text, "")


def _read(text: Text, source: str) -> Iterator[Finding]:
    body, script = text.text, text.language.script
    if body.isascii():
        if not body.isprintable():
            yield from _control(body)
        return
    is_odd = _ODD.get(script, _ODD["Latn"]).search(body) is not None
    if is_odd:
        yield from _control(body)
        yield from _direction(body, source)
        yield from _unseen(body, source, script)
        yield from _composed(body)
        yield from _compatible(body, source)
        broken = list(mojibake.found(body))
    elif script == "Arab":
        broken = list(mojibake.found(body)) if "??" in body else []
    else:
        broken = list(mojibake.found(body)) if script == "Latn" or mojibake.may_be(body) else []
    for span in (span for span in broken if not source or body[slice(*span)] not in source):
        word = body[slice(*span)]
        yield _say("mojibake", phrase("`{word}` was read in the wrong encoding", word=word), span)
    if not broken:
        yield from _mixed(text)
        if script == "Cyrl" and (is_odd or ("і" in body and text.locale.startswith("ru"))):
            yield from _neighbours(text, source)
        if script == "Arab" and text.locale.partition("-")[0] == "ug":
            yield from _uyghur(text)


def _mixed(text: Text) -> Iterator[Finding]:
    for span, meant in letters.mixed(text.bare):
        word = text.text[slice(*span)]
        if word == meant:
            continue
        message = phrase(
            "`{word}` has letters of two alphabets: {letters}", word=word, letters=_shown(letters.foreign(word, meant))
        )
        yield _say("mixed", message, span, replacement=meant)


def _neighbours(text: Text, source: str) -> Iterator[Finding]:
    language = text.locale.partition("-")[0]
    found = (
        letters.neighbours(text.bare) if language == "kk" else letters.strange(text.bare) if language == "ru" else ()
    )
    for span, meant in found:
        word = text.text[slice(*span)]
        if word in source:
            continue
        if len(meant) < len(word):
            message = phrase("`{word}` has a mark that no letter of Kazakh bears", word=word)
            yield _say("composed", message, span, None, meant)
        else:
            foreign = _shown(letters.foreign(word, meant))
            message = phrase("`{word}` has a letter of another language: {letters}", word=word, letters=foreign)
            yield _say("letter", message, span, None, meant)


def _shown(signs: Iterable[str]) -> str:
    return ", ".join(f"`{one}` ({_codes(one)})" for one in signs)


def _codes(signs: Iterable[str]) -> str:
    return ", ".join(f"U+{ord(one):04X}" for one in signs)


def _control(body: str) -> Iterator[Finding]:
    for match in _CONTROL.finditer(body):
        codes = _codes(match[0][:3])
        broken = any("\ud800" <= one <= "\udfff" for one in match[0])
        message = (
            phrase("half of a surrogate pair stands here: {codes}", codes=codes)
            if broken
            else phrase("a control character stands here: {codes}", codes=codes)
        )
        yield _say("control", message, match.span(), replacement=None if broken else "")


def _direction(body: str, source: str) -> Iterator[Finding]:
    """Embeddings and overrides in one finding; isolates, each that does not close or open."""
    turning = [match.start() for match in _TURNING.finditer(body)]
    if turning and not _TURNING.search(source):
        span = (turning[0], turning[-1] + 1)
        codes = _codes(dict.fromkeys(body[place] for place in turning))
        message = phrase("what turns a text over stands here: {codes}", codes=codes)
        yield _say("direction", message, span, None, _TURNING.sub("", body[slice(*span)]))
    open_ones: list[int] = []
    for match in _ISOLATE.finditer(body):
        if match[0] != "\u2069":
            open_ones.append(match.start())
        elif open_ones:
            open_ones.pop()
        else:
            message = phrase("an isolate (U+2069) closes here that did not open")
            yield _say("direction", message, match.span(), replacement="")
    for place in open_ones:
        code = _codes(body[place])
        message = phrase("an isolate ({code}) opens here and does not close: write U+2069 at its end", code=code)
        yield _say("direction", message, (place, place + 1))


def _unseen(body: str, source: str, script: str) -> Iterator[Finding]:
    for match in _UNSEEN.finditer(body):
        if match[0] in source or _joins(body, match.span(), script):
            continue
        message = phrase("nobody sees what stands here: {codes}", codes=_codes(dict.fromkeys(match[0])))
        yield _say("invisible", message, match.span(), replacement="")
    for match in _TWICE.finditer(body):
        message = phrase("marks of direction where one is meant: {n}", n=len(match[0]))
        yield _say("invisible", message, match.span(), replacement=match[1])
    for match in _INSIDE.finditer(body):
        yield _say("invisible", phrase("a mark of direction stands inside a word"), match.span(), replacement="")
    if script == "Cyrl" and not _RIGHT_TO_LEFT.search(body):
        for match in _MARK.finditer(body):
            if match[0] not in source and not _INSIDE.match(body, match.start()):
                message = phrase("a mark of direction stands in a text of one direction")
                yield _say("invisible", message, match.span(), replacement="")
    for match in _PRIVATE.finditer(body):
        if match[0] not in source:
            message = phrase("{code} has no meaning but in one font", code=_codes(match[0][0]))
            yield _say("private", message, match.span())


def _joins(body: str, span: Span, script: str) -> bool:
    """A joiner or non-joiner in its place: between Arabic letters, or in an emoji."""
    mark = body[span[0] : span[1]]
    if mark not in ("\u200c", "\u200d"):
        return False
    return script == "Arab" or any(
        "\u2190" <= one <= "\u2bff" or one >= "\ufe0f"
        for one in (body[span[0] - 1 : span[0]], body[span[1] : span[1] + 1])
    )


def _composed(body: str) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", body):
        return
    for match in _COMBINED.finditer(body):
        if not unicodedata.is_normalized("NFC", match[0]):
            made = unicodedata.normalize("NFC", match[0])
            message = phrase("`{word}` is written with its marks apart", word=made)
            yield _say("composed", message, match.span(), replacement=made)


def _compatible(body: str, source: str) -> Iterator[Finding]:
    for match in _COMPATIBLE.finditer(body):
        if match[0] not in source:
            meant = unicodedata.normalize("NFKC", match[0])
            code = _codes(match[0][0])
            message = phrase(
                "`{word}` ({code} …) is another character than `{meant}`", word=match[0], code=code, meant=meant
            )
            yield _say("form", message, match.span(), None, meant)


def _uyghur(text: Text) -> Iterator[Finding]:
    body = text.bare
    for rule, span, meant in uyghur_letters.wrong(body):
        yield _say(rule, _strange(rule, body[slice(*span)], meant), span, replacement=meant)
    if "\u0640" in body:
        for match in _KASHIDA.finditer(body):
            if len(match[0]) > 1:
                message = phrase("`{word}` is stretched with U+0640", word=match[0])
                yield _say("kashida", message, match.span(), None, match[0].replace("\u0640", ""))
    for match in _DIGITS.finditer(body):
        digits = match[0].translate(_ASCII)
        message = phrase("`{said}` is `{better}` in Uyghur", said=match[0], better=digits)
        yield _say("digits", message, match.span(), replacement=digits)


def _strange(rule: str, word: str, meant: str | None) -> Phrase:
    if rule == "hemze":
        return phrase("`{word}` begins with a vowel without ئ", word=word)
    codes = _codes(uyghur_letters.strange(word, meant))
    if rule == "form":
        return phrase("`{word}` stands in presentation forms: {codes}", word=word, codes=codes)
    return phrase("`{word}` has letters that Uyghur writes otherwise: {codes}", word=word, codes=codes)
