"""Given names, and family names that everybody knows, whose spelling is fixed by use: `people.txt`, English, Russian.

Source: general knowledge of an editor; no list was copied.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.names.candidates import fixed
from l10n.names.candidates.asking import Ask, Candidate, base
from l10n.phrases import phrase

FILE = "people.txt"

PARTICLES = {
    "al": ("аль", "эль"), "el": ("эль",), "bin": ("бин",), "ibn": ("ибн",), "bint": ("бинт",), "abu": ("абу",),
    "von": ("фон",), "van": ("ван",), "der": ("дер",), "den": ("ден",), "ten": ("тен",), "zu": ("цу",),
    "de": ("де",), "del": ("дель",), "della": ("делла",), "di": ("ди",), "da": ("да",), "do": ("ду",),
    "dos": ("душ", "дос"), "du": ("дю",), "la": ("ла",), "le": ("ле",), "ould": ("ульд",), "ogly": ("оглы",),
    "oglu": ("оглу",), "uly": ("улы",), "kyzy": ("кызы",), "qyzy": ("кызы",), "zade": ("заде",),
}  # fmt: skip
"""Words in small letters that stand within names, in English and Russian: `bin Salman`."""


def forms(name: str, source: str, target: str) -> tuple[str, ...]:
    """How the target writes this one name, the usual spelling first; () for a name that is not listed."""
    return fixed.forms(name, source, target, FILE)


def propose(ask: Ask) -> Iterator[Candidate]:
    """The name of a person whom everybody knows, first name and surname together."""
    if " " in ask.name:
        for form in forms(ask.name, base(ask.source), ask.target):
            yield Candidate(form, phrase("usual form"), phrase("well-known person, from the list of the newsroom"))
