"""Format: what `msgfmt -c` refuses in a catalog, said so that a translator can mend it.

ITS 2.0 type: pattern-problem.  Reads entries, not segments: their flags, plural forms and line ends are gettext's.
Quiet on purpose: empty, fuzzy and obsolete entries, which `msgfmt` leaves out; flags of languages other than C and
Python, in which no article is written; header fields that are empty, of which `msgfmt -c` only warns.

Source: GNU gettext 0.21, msgl-check.c, plural-distrib.c, format-c.c, format-python.c, format-python-brace.c.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from l10n.checks.pairs import Rule, finding
from l10n.languages import plurals
from l10n.languages.plurals import Plurals
from l10n.model import Catalog, Entry, Finding

RULES = {
    "newline": Rule("error", "The source begins or ends with a line break and the target does not, or the reverse."),
    "plural": Rule("error", "There are not as many plural forms as the header of the catalog says."),
    "blank": Rule("error", "A plural form is empty and another is not."),
    "directive": Rule("error", "A directive (`%d`, `{name}`) is missing, of another type, or not one of the source."),
}
_say = partial(finding, "format", RULES)

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


def check_catalog(catalog: Catalog) -> Iterator[tuple[Entry, Finding]]:
    """The findings of the active entries of a catalog, in file order."""
    known = plurals.of(catalog.header.target if catalog.header else "")
    for entry in catalog.entries:
        if not (entry.obsolete or entry.empty or entry.fuzzy) and (
            entry.flags or entry.plural is not None or "\n" in entry.source or "\n" in entry.target
        ):
            for one in _of(entry, known):
                yield entry, one


def _of(entry: Entry, known: Plurals | None) -> Iterator[Finding]:
    yield from _newlines(entry)
    if entry.plural is not None:
        if known is None:
            yield _say("plural", "the entry has plural forms, and the header of the catalog no `Plural-Forms`")
        elif len(entry.targets) != known.forms:
            message = f"the entry has {len(entry.targets)} plural forms, the header says {known.forms}"
            yield _say("plural", message)
        for number, said in enumerate(entry.targets):
            if not said:
                yield _say("blank", f"the plural form {number} is empty: a program would say nothing there")
    for flag, read in _READERS.items():
        if flag in entry.flags:
            yield from _directives(entry, read, known)


def _newlines(entry: Entry) -> Iterator[Finding]:
    others = ((f"the plural form {n}", one) for n, one in enumerate(entry.targets)) if entry.plural is not None else ()
    texts = [("the plural source", entry.plural), *others] if others else [("the target", entry.target)]
    for name, said in texts:
        for ends, where in ((str.startswith, "begin"), (str.endswith, "end")):
            if said and ends(entry.source, "\n") != ends(said, "\n"):
                has = "with" if ends(entry.source, "\n") else "without"
                yield _say("newline", f"{name} must {where} {has} a line break, as the source does")


def _directives(
    entry: Entry, read: Callable[[str], Mapping[str, str] | str], known: Plurals | None
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
        may_lack = entry.plural is not None and known is not None and number < known.forms
        may_lack = may_lack and known is not None and not known.often[number]
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
