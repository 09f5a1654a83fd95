"""What is asked of the modules that know a target language, and what they answer.

A module of a target language has one function, `propose(ask: Ask) -> Iterable[Candidate]`, best first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from l10n import text
from l10n.errors import TransliterationError
from l10n.names.standards import transliterate
from l10n.names.standards.scripts import OTHER, script, scripts
from l10n.phrases import together

LONGEST = 100
"""Letters of the longest name that is rendered: with more it is a sentence or an attack, and costs time for nothing."""

SCRIPTS = {"ru": "Cyrl", "en": "Latn", "kk": "Cyrl", "ug": "Arab"}
"""ISO 15924: the script in which a language of the newsroom is written where its tag names none."""

APOSTROPHES = re.compile("[’ʼ‘`´ʹʺ\u02bb\u02bf\u02be]")
"""What is written in names for an apostrophe."""

PUNCTUATION = frozenset(" -'’ʼ‘`´ʹʺ.,·()‑–—\u02bb\u02bf\u02be")
"""What stands in names beside letters and marks: apostrophes of every make, hyphens, points, brackets, a dash."""

SPACES = re.compile("[\u00a0\u202f]")
"""No-break spaces: editors set them between initials and surname."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rendering of a name."""

    text: str
    """The name in the target, NFC."""
    standard: str
    """What it follows: `CLDR 48`, `BGN/PCGN 1947`, `Palladius`, `practical transcription`."""
    reason: str
    """One line for a translator: from which form, by which rule, and which origin was assumed (`guessed`)."""

    @property
    def said(self) -> str:
        """The standard and the reason, which may begin with it."""
        return self.reason if self.reason.startswith(self.standard) else together((self.standard, self.reason))


@dataclass(frozen=True, slots=True)
class Ask:
    """A name to be rendered; it has passed `clean`."""

    name: str
    """NFC, words one space apart."""
    source: str
    """BCP 47."""
    target: str
    """BCP 47: `ru`, `en`, `kk`, `ug`, without a script; the other scripts are made by the standards."""
    origin: str = ""
    """ISO 639-3 code of the language that the name comes from, or "" where that cannot be said."""
    guessed: bool = False
    """The origin was guessed from the letters."""
    known: Mapping[str, str] = field(default_factory=dict)
    """Renderings that somebody has approved, by BCP 47 tag."""


def base(tag: str) -> str:
    """The language of a BCP 47 tag."""
    return tag.replace("_", "-").partition("-")[0].lower()


def script_of(tag: str) -> str:
    """ISO 15924: the script that a BCP 47 tag names or its language is written in; "" where we do not know it."""
    for part in tag.replace("_", "-").split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    return SCRIPTS.get(base(tag), "")


def clean(name: str, tag: str) -> str:
    """The name in NFC with its words one space apart; "" for what cannot be rendered.

    That is: no letter at all, a letter of another script than the tag's, a digit, a control or bidi character,
    a sign that stands in no name, more than LONGEST letters.
    """
    if len(name) > 4 * LONGEST:
        return ""
    name = SPACES.sub(" ", text.nfc(name)).strip()
    if len(name) > LONGEST or not is_written_in(name, script_of(tag)):
        return ""
    return " ".join(name.split())


def is_written_in(name: str, wanted: str) -> bool:
    """Nothing but letters of this script (any one script where it is ""), their marks and the PUNCTUATION of names."""
    found = scripts(name)
    others = (letter for letter in name if not script(letter) and letter not in PUNCTUATION)
    return (
        len(found) == 1
        and OTHER not in found
        and found <= {wanted or next(iter(found))}
        and all(unicodedata.category(letter) == "Mn" for letter in others)
    )


def split(name: str) -> tuple[list[str], list[str]]:
    """The words of a name, and what stands between them: spaces and hyphens."""
    tokens = re.findall(r"[^\s-]+|[\s-]+", name.strip(" -"))
    return tokens[::2], tokens[1::2]


def cased(form: str, word: str) -> str:
    """The form with a capital where the word has one, and with a point where it is an initial."""
    point = "." if word.endswith(".") and not form.endswith(".") else ""
    return f"{form[:1].upper()}{form[1:]}{point}" if word[:1].isupper() else form + point


def in_cyrillic(ask: Ask) -> str:
    """The name; a Uyghur or Kazakh one in Cyrillic letters, with capitals where its script has none."""
    language = base(ask.source)
    if language in ("kk", "ug"):
        with suppress(TransliterationError):
            name = transliterate(ask.name, ask.source, f"{language}-Cyrl")
            return name.title() if script_of(ask.source) == "Arab" else name
    return ask.name
