"""Literals: what stands in a text as it is in every language: addresses, and the placeholders of programs.

Sources: RFC 3986 and RFC 5322 as far as newsrooms write them; printf as in C and Python, braces of Python and ICU.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KINDS = ("address", "mail", "site", "handle", "placeholder")
DOMAINS = "kz|ru|kg|uz|tj|tm|mn|cn|tr|ua|ge|az|by|eu|uk|de|fr|com|org|net|info|edu|gov|int|biz|news|media|example|test"
"""Top-level domains of the region and of its news, by which a site without `www.` is known."""
SHORT = "me|be|ly|io|tv|co|cc|gg|to|am|in|is"
"""Others, which are words, too; a path tells them: `t.me/steppe`."""

_ENDS = ".,;:!?'\"»”’›)]}،؛؟…*_"
"""Marks at the end of an address that belong to the sentence."""

_LITERAL = re.compile(
    r"(?P<address>(?:https?://|ftp://|www\.)[^\s<>\"«»“”‹›\u2066-\u2069]+)"
    r"|(?P<mail>(?<![\w.+%-])[A-Za-z0-9][A-Za-z0-9.+_%-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,24}(?![\w-]))"
    r"|(?P<site>(?<![\w@./-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?\.){0,3}[A-Za-z0-9-]{0,40}[A-Za-z][A-Za-z0-9-]?\."
    rf"(?:(?:{DOMAINS})(?![A-Za-z0-9_@]|[.-][A-Za-z0-9])|(?:{SHORT})(?=/[\w]))(?:/[^\s<>\"«»“”‹›\u2066-\u2069]*)?)"
    r"|(?P<handle>(?<![\w@/])@[A-Za-z_][A-Za-z0-9_.]{1,40})"
    r"|(?P<placeholder>%\([A-Za-z_]\w{0,40}\)[#0 +-]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]"
    r"|(?<![\d%])%(?:\d{1,2}\$)?[#0+-]*\d{0,3}(?:\.\d{1,3})?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGcrsa](?![^\W\d_])"
    r"|\$?\{\{? ?[A-Za-z_][\w.]{0,60} ?(?:[:!][^{}<>]{0,60})?\}?\}|\{\d{1,2}(?:[:!][^{}<>]{0,60})?\})"
)
_MAY_BE = re.compile(r"[@%{:w](?:(?<=[@%{])|(?<=:)//|(?<=w)ww\.)")
_MAY_BE_SITE = re.compile(rf"\.(?:{DOMAINS}|{SHORT})(?![a-z])")
_ICU = re.compile(r"\{ ?([A-Za-z_]\w{0,60}|\d{1,2}) ?, ?(?:plural|select|selectordinal) ?,")


class Literal(NamedTuple):
    """One of them in its place."""

    kind: str
    """One of KINDS."""
    text: str
    start: int
    end: int


def literals(text: str) -> tuple[Literal, ...]:
    """The literals of a text without inline codes, in order of their places; of an ICU choice its name alone."""
    if _MAY_BE.search(text) is None and _MAY_BE_SITE.search(text) is None:
        return ()
    found = [Literal("placeholder", f"{{{match[1]}}}", *match.span()) for match in _ICU.finditer(text)]
    for match in _LITERAL.finditer(text):
        kind = match.lastgroup or ""
        said = match[0].rstrip(_ENDS) if kind in ("address", "site", "handle") else match[0]
        if (
            kind in ("address", "site")
            and said.count("(") > said.count(")")
            and match[0][len(said) : len(said) + 1] == ")"
        ):
            said += ")"
        found.append(Literal(kind, said, match.start(), match.start() + len(said)))
    return tuple(sorted(found, key=lambda one: one.start))
