"""Format: what `msgfmt -c` refuses in a catalog, said so that a translator can mend it.

ITS 2.0 type: pattern-problem.  Reads entries, not segments: their flags, plural forms and line ends are gettext's.
Quiet on purpose: empty, fuzzy and obsolete entries, which `msgfmt` leaves out; flags of languages other than C and
Python, in which no article is written; header fields that are empty, of which `msgfmt -c` only warns.

Source: GNU gettext 0.21, msgl-check.c, plural-distrib.c, format-c.c, format-python.c, format-python-brace.c.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from gettext import c2py
from typing import NamedTuple

from l10n.checks.pairs import Rule, finding
from l10n.model import Catalog, Entry, Finding

RULES = {
    "newline": Rule("error", "The source begins or ends with a line break and the target does not, or the reverse."),
    "plural": Rule("error", "There are not as many plural forms as the header of the catalog says."),
    "blank": Rule("error", "A plural form is empty and another is not."),
    "directive": Rule("error", "A directive (`%d`, `{name}`) is missing, of another type, or not one of the source."),
}
_say = partial(finding, "format", RULES)

OFTEN = 5
"""A plural form for so many numbers up to LARGEST has to show the number (plural-distrib.c)."""
LARGEST = 1000

_NPLURALS = re.compile(r"nplurals\s{0,9}=\s{0,9}(\d{1,3})\s{0,9};\s{0,9}plural\s{0,9}=([^;]{1,1000})")
_C = re.compile(r"%(?:(\d{1,9})\$)?([-+ #0'I]*)(\*|\d*)(?:\.(\*|\d*))?(hh?|ll?|[Lqjzt])?(.?)", re.DOTALL)
_PYTHON = re.compile(r"%(?:\(([^()]{0,200})\))?([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?[hlL]?(.?)", re.DOTALL)
_BRACE = re.compile(r"\{\{|\}\}|\{([A-Za-z_]\w*|\d+)((?:\.[A-Za-z_]\w*|\[[^\[\]{}]*\])*)(?:![rsa])?(?::[^{}]*)?\}|[{}]")
_CLASSES = {
    **dict.fromkeys("di", "an integer"),
    **dict.fromkeys("ouxX", "an integer without sign"),
    **dict.fromkeys("eEfFgGaA", "a number"),
    "c": "a character",
    "s": "a text",
}


class Plurals(NamedTuple):
    """The plural forms of a catalog."""

    forms: int
    often: tuple[bool, ...]
    """By form: it serves OFTEN numbers or more."""


def check_catalog(catalog: Catalog) -> Iterator[tuple[Entry, Finding]]:
    """The findings of the active entries of a catalog, in file order."""
    plurals = _plurals(catalog.header.target if catalog.header else "")
    for entry in catalog.entries:
        if not (entry.obsolete or entry.empty or entry.fuzzy) and (
            entry.flags or entry.plural is not None or "\n" in entry.source or "\n" in entry.target
        ):
            for one in _of(entry, plurals):
                yield entry, one


def _of(entry: Entry, plurals: Plurals | None) -> Iterator[Finding]:
    yield from _newlines(entry)
    if entry.plural is not None:
        if plurals is None:
            yield _say("plural", "the entry has plural forms, and the header of the catalog no `Plural-Forms`")
        elif len(entry.targets) != plurals.forms:
            message = f"the entry has {len(entry.targets)} plural forms, the header says {plurals.forms}"
            yield _say("plural", message)
        for number, said in enumerate(entry.targets):
            if not said:
                yield _say("blank", f"the plural form {number} is empty: a program would say nothing there")
    for flag, read in _READERS.items():
        if flag in entry.flags:
            yield from _directives(entry, read, plurals)


def _newlines(entry: Entry) -> Iterator[Finding]:
    others = ((f"the plural form {n}", one) for n, one in enumerate(entry.targets)) if entry.plural is not None else ()
    texts = [("the plural source", entry.plural), *others] if others else [("the target", entry.target)]
    for name, said in texts:
        for ends, where in ((str.startswith, "begin"), (str.endswith, "end")):
            if said and ends(entry.source, "\n") != ends(said, "\n"):
                has = "with" if ends(entry.source, "\n") else "without"
                yield _say("newline", f"{name} must {where} {has} a line break, as the source does")


def _directives(
    entry: Entry, read: Callable[[str], Mapping[str, str] | str], plurals: Plurals | None
) -> Iterator[Finding]:
    source = entry.source if entry.plural is None else entry.plural
    wanted = read(source)
    if isinstance(wanted, str):
        return
    for number, target in enumerate(entry.targets):
        found = read(target)
        if not target:
            continue
        if isinstance(found, str):
            yield _say("directive", found)
            continue
        may_lack = entry.plural is not None and plurals is not None and number < plurals.forms
        may_lack = may_lack and plurals is not None and not plurals.often[number]
        for name, kind in wanted.items():
            if name not in found:
                if not may_lack:
                    yield _say("directive", f"{_named(name)}, {kind}, is missing in the target")
            elif found[name] != kind:
                yield _say("directive", f"{_named(name)} is {kind} in the source, {found[name]} in the target")
        for name in found.keys() - wanted.keys():
            yield _say("directive", f"{_named(name)} is not in the source")


def _named(name: str) -> str:
    return f"the directive number {name[1:]}" if name.startswith("#") else f"the directive `{name}`"


def _read_c(text: str) -> Mapping[str, str] | str:
    """The arguments of a C format by number, with what each is; what is wrong with one that is none."""
    return _printf(text, _C, "c")


def _read_python(text: str) -> Mapping[str, str] | str:
    """The same for Python's `%`, by name where directives have names."""
    return _printf(text, _PYTHON, "python")


def _printf(text: str, pattern: re.Pattern[str], language: str) -> Mapping[str, str] | str:
    found: dict[str, str] = {}
    count = 0
    named = set()
    for match in pattern.finditer(text):
        name, _, wide, precise, *length, letter = match.groups()
        if letter == "%" and match[0] == "%%":
            continue
        kind = _CLASSES.get(letter) or ("any value" if letter in ("r" if language == "python" else "pm") else "")
        if not letter or not kind:
            return f"`{match[0]}` is no directive: write `%%` for a percent sign"
        for star in (wide, precise):
            if star == "*":
                count += 1
                found[f"#{count}"] = "an integer"
        if language == "python":
            kind = "any value" if letter == "s" else kind.removesuffix(" without sign")
        elif length and length[0]:
            kind = f"{kind} of size `{length[0]}`"
        named.add(name is not None)
        if len(named) > 1:
            return (
                f"`{match[0]}` has a {'name' if name else 'number'}, and others have none"
                if name
                else f"`{match[0]}` has no name or number, and others have"
            )
        if name is not None and language == "python":
            found[name] = kind
        else:
            count += 1
            found[f"#{name or count}"] = kind
    return found


def _read_braces(text: str) -> Mapping[str, str] | str:
    """The arguments of a Python brace format."""
    found: dict[str, str] = {}
    for match in _BRACE.finditer(text):
        if match[0] in ("{{", "}}", "}"):
            continue
        if match[0] == "{":
            return "`{` begins no field with a name or a number: write it twice where a brace is meant"
        name = match[1]
        found[f"#{int(name) + 1}" if name.isdecimal() else name] = "a value"
    return found


_READERS: dict[str, Callable[[str], Mapping[str, str] | str]] = {
    "c-format": _read_c,
    "python-format": _read_python,
    "python-brace-format": _read_braces,
}


@lru_cache(maxsize=64)
def _plurals(header: str) -> Plurals | None:
    """The plural forms that a header names; None where it names none that can be used."""
    line = next((one for one in header.split("\n") if one.lower().startswith("plural-forms:")), "")
    match = _NPLURALS.search(line)
    if not match:
        return None
    count = int(match[1])
    try:
        form = c2py(match[2].strip())
        used = [form(number) for number in range(LARGEST + 1)]
    except (ValueError, ZeroDivisionError, RecursionError):
        return None
    if not all(0 <= one < count for one in used):
        return None
    return Plurals(count, tuple(used.count(one) >= OFTEN for one in range(count)))
