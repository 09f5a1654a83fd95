"""Selectors: the part of CSS that settings need to name places in a page.

`article`, `.story`, `#main`, `[itemprop]`, `[itemprop=articleBody]`, `[class~=x]`, `[href^="/tag"]`, several of them on
one element (`div.story[lang]`), descendants (`main .body p`), children (`ul > li`) and lists (`article, main`).
No pseudo-classes. Names of elements and attributes fit in any case, values exactly.
Source: Selectors Level 4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from l10n.errors import ProjectError
from l10n.formats.html.page import Element, attributes
from l10n.phrases import phrase

Fits = Callable[[Element, str], bool]
"""Whether an element of a page with this text is meant."""

_TOKEN = re.compile(
    r"""(?P<join>\s*[>,]\s*|\s+) | (?P<name>\*|[a-zA-Z][\w-]*) | \#(?P<id>[\w-]+) | \.(?P<word>[\w-]+)
    | \[\s*(?P<attribute>[\w:-]+)\s*(?:(?P<how>[~^$*|]?=)\s*
      (?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s\]]+))\s*)?\]""",
    re.VERBOSE,
)

_HOW: dict[str, Callable[[str, str], bool]] = {
    "": lambda value, wanted: True,
    "=": lambda value, wanted: value == wanted,
    "~=": lambda value, wanted: wanted in value.split(),
    "^=": lambda value, wanted: bool(wanted) and value.startswith(wanted),
    "$=": lambda value, wanted: bool(wanted) and value.endswith(wanted),
    "*=": lambda value, wanted: bool(wanted) and wanted in value,
    "|=": lambda value, wanted: value == wanted or value.startswith(wanted + "-"),
}


@dataclass(frozen=True, slots=True)
class _Compound:
    """Conditions on one element."""

    name: str
    conditions: tuple[tuple[str, str, str], ...]
    """Attribute, how it is compared, with what."""
    child: bool
    """The element before it in the chain is its parent, not just around it."""

    def fits(self, element: Element, text: str) -> bool:
        if not element.name or self.name not in ("*", element.name):
            return False
        if not self.conditions:
            return True
        values = attributes(element.tag(text))
        return all(name in values and _HOW[how](values[name], wanted) for name, how, wanted in self.conditions)


@lru_cache(maxsize=64)
def compile(selectors: tuple[str, ...]) -> Fits:
    """A test whether one of these selectors means an element. ProjectError: a selector that is not understood."""
    chains = [chain for selector in selectors for chain in _chains(selector)]

    def fits(element: Element, text: str) -> bool:
        return any(_fits(chain, element, text) for chain in chains)

    return fits


def _fits(chain: Sequence[_Compound], element: Element, text: str) -> bool:
    """The last compound fits the element, and those before it fit what it stands in."""
    if not chain[-1].fits(element, text):
        return False
    if len(chain) == 1:
        return True
    around = element.parent
    while around is not None:
        if _fits(chain[:-1], around, text):
            return True
        around = None if chain[-1].child else around.parent
    return False


def _chains(selector: str) -> list[tuple[_Compound, ...]]:
    """A list of selectors, each as its compounds from the outside in."""
    text = selector.strip()
    chains: list[list[_Compound]] = [[]]
    at, child = 0, False
    while True:
        compound, at = _compound(text, at, child)
        if compound is None:
            raise ProjectError(
                phrase("`{selector}` is no selector", selector=selector),
                hint=phrase(
                    "name an element, .class, #id, [attribute] or [attribute=value]; join them by a space, `>` or `,`"
                ),
            )
        chains[-1].append(compound)
        join = _TOKEN.match(text, at)
        if join is None and at == len(text):
            return [tuple(chain) for chain in chains]
        if join is None or join["join"] is None:
            at = len(text)
            continue
        at = join.end()
        child = ">" in join["join"]
        if "," in join["join"]:
            chains.append([])


def _compound(text: str, at: int, child: bool) -> tuple[_Compound | None, int]:
    """The conditions that stand at an offset, and where they end; None where there are none."""
    name, conditions, start = "*", [], at
    while (match := _TOKEN.match(text, at)) and match["join"] is None:
        if match["name"]:
            if at != start:
                return None, at
            name = match["name"].lower()
        elif match["id"]:
            conditions.append(("id", "=", match["id"]))
        elif match["word"]:
            conditions.append(("class", "~=", match["word"]))
        else:
            wanted = next((match[group] for group in ("double", "single", "bare") if match[group] is not None), "")
            conditions.append((match["attribute"].lower(), match["how"] or "", wanted))
        at = match.end()
    return (_Compound(name, tuple(conditions), child), at) if at > start else (None, at)
