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
from l10n.phrases import Phrase, phrase

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
_INTEGER, _ANY = phrase("an integer"), phrase("any value")
_CLASSES = {
    **dict.fromkeys("di", _INTEGER),
    **dict.fromkeys("ouxX", phrase("an integer without sign")),
    **dict.fromkeys("eEfFgGaA", phrase("a number")),
    **dict.fromkeys("pm", _ANY),
    "c": phrase("a character"),
    "s": phrase("a text"),
}
_PYTHON_CLASSES = {
    **dict.fromkeys("diouxX", _INTEGER),
    **dict.fromkeys("eEfFgGaA", _CLASSES["f"]),
    **dict.fromkeys("sr", _ANY),
    "c": _CLASSES["c"],
}
Wanted = Mapping[str, Phrase]
"""What a text takes, each by its name or, behind `#`, its number, with what it is."""


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
            message = phrase("the entry has plural forms, and the header of the catalog no `Plural-Forms`")
            yield _say("plural", message)
        elif len(entry.targets) != known.forms:
            message = phrase(
                "plural forms in the entry: {n}, by the header: {wanted}", n=len(entry.targets), wanted=known.forms
            )
            yield _say("plural", message)
        for number, said in enumerate(entry.targets):
            if not said:
                message = phrase("the plural form {number} is empty: a program would say nothing there", number=number)
                yield _say("blank", message)
    for flag, read in _READERS.items():
        if flag in entry.flags:
            yield from _directives(entry, read, known)


def _newlines(entry: Entry) -> Iterator[Finding]:
    source = entry.source
    if entry.plural is None:
        yield from (_say("newline", one) for one in _ends(source, entry.target))
        return
    if entry.plural and source.startswith("\n") != entry.plural.startswith("\n"):
        yield _say("newline", phrase("the source and its plural must both begin with a line break, or neither"))
    if entry.plural and source.endswith("\n") != entry.plural.endswith("\n"):
        yield _say("newline", phrase("the source and its plural must both end with a line break, or neither"))
    for number, target in enumerate(entry.targets):
        for one in _ends(source, target):
            yield _say("newline", phrase("plural form {number}: {said}", number=number, said=one))


def _ends(source: str, target: str) -> Iterator[Phrase]:
    """What is wrong with the line breaks at the ends of a target."""
    if target and source.startswith("\n") != target.startswith("\n"):
        if source.startswith("\n"):
            yield phrase("the target must begin with a line break, as the source does")
        else:
            yield phrase("the target must begin without a line break, as the source does")
    if target and source.endswith("\n") != target.endswith("\n"):
        if source.endswith("\n"):
            yield phrase("the target must end with a line break, as the source does")
        else:
            yield phrase("the target must end without a line break, as the source does")


def _directives(entry: Entry, read: Callable[[str], Wanted | Phrase], known: Plurals | None) -> Iterator[Finding]:
    source = entry.source if entry.plural is None else entry.plural
    wanted = read(source)
    if isinstance(wanted, Phrase):
        return
    for number, target in enumerate(entry.targets):
        found = read(target)
        if not target:
            continue
        if isinstance(found, Phrase):
            yield _say("directive", found)
            continue
        may_lack = entry.plural is not None and known is not None and number < known.forms
        may_lack = may_lack and known is not None and not known.often[number]
        for name, kind in wanted.items():
            if name not in found:
                if not may_lack:
                    yield _say("directive", _missing(_named(name), kind))
            elif found[name] != kind:
                yield _say("directive", _another(_named(name), kind, found[name]))
        for name in found.keys() - wanted.keys():
            yield _say("directive", phrase("{directive} is not in the source", directive=_named(name)))


def _missing(directive: Phrase, kind: Phrase) -> Phrase:
    return phrase("{directive}, {kind}, is missing in the target", directive=directive, kind=kind)


def _another(directive: Phrase, kind: Phrase, other: Phrase) -> Phrase:
    return phrase(
        "{directive} is {kind} in the source, {other} in the target", directive=directive, kind=kind, other=other
    )


def _named(name: str) -> Phrase:
    if name.startswith("#"):
        return phrase("the directive number {number}", number=name[1:])
    return phrase("the directive `{name}`", name=name)


def _read_c(text: str) -> Wanted | Phrase:
    """The arguments of a C format by number, with what each is; what is wrong with one that is none."""
    return _printf(text, _C, _CLASSES, "#")


def _read_python(text: str) -> Wanted | Phrase:
    """The same for Python's `%`, by name where directives have names."""
    return _printf(text, _PYTHON, _PYTHON_CLASSES, "")


def _printf(text: str, pattern: re.Pattern[str], classes: Wanted, before: str) -> Wanted | Phrase:
    """before: what a name has before it; of a number that is `#`."""
    found: dict[str, Phrase] = {}
    count = 0
    named = set()
    for match in pattern.finditer(text):
        name, _, wide, precise, *length, letter = match.groups()
        if letter == "%" and match[0] == "%%":
            continue
        kind = classes.get(letter)
        if kind is None:
            return phrase("`{said}` is no directive: write `%%` for a percent sign", said=match[0])
        for star in (wide, precise):
            if star == "*":
                count += 1
                found[f"#{count}"] = _INTEGER
        if length and length[0]:
            kind = phrase("{kind} of size `{size}`", kind=kind, size=length[0])
        named.add(name is not None)
        if len(named) > 1:
            return _lone(match[0], name)
        count += 1
        found[f"#{count}" if name is None else f"{before}{name}"] = kind
    return found


def _lone(said: str, name: str | None) -> Phrase:
    """Of a directive that has a name or a number though others have none, or the reverse."""
    if not name:
        return phrase("`{said}` has no name or number, and others have", said=said)
    return phrase("`{said}` has a name or number, and others have none", said=said)


def _read_braces(text: str) -> Wanted | Phrase:
    """The arguments of a Python brace format."""
    found: dict[str, Phrase] = {}
    for match in _BRACE.finditer(text):
        if match[0] in ("{{", "}}", "}"):
            continue
        if match[0] == "{":
            return phrase(
                "`{brace}` begins no field with a name or a number: write it twice where a brace is meant", brace="{"
            )
        name = match[1]
        found[f"#{int(name) + 1}" if name.isdecimal() else name] = phrase("a value")
    return found


_READERS: dict[str, Callable[[str], Wanted | Phrase]] = {
    "c-format": _read_c,
    "python-format": _read_python,
    "python-brace-format": _read_braces,
}
