"""Judging: what is no draft although its protected parts are all there.

Cheap and certain alone: a draft that is only bad is for the translator and for the checks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from l10n import codes, languages
from l10n.engines import figures
from l10n.engines.contract import FIGURES, Route
from l10n.engines.protection import Protected
from l10n.engines.restoring import Restored
from l10n.phrases import phrase

LONGER, SHORTER, SLACK = 5, 8, 100
"""A draft is at most so many times longer or shorter than its source, give or take so many characters."""
ENOUGH = 60
"""Letters from which a Kazakh or Uyghur text has at least one that its neighbours do not have."""
OWN_LETTERS = {"kk": "әғқңөұүһі", "ug": "ەېۇۆۈۋڭ"}
"""Letters that neither Russian nor Arabic and Persian have (Kazakh law of 1940; Uyghur orthography of 1983)."""
SAME = 4
"""Words from which a draft that is its own source is no translation."""

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffd-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, overrides of direction, what stands for a letter that was lost, halves of characters, tags."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BLOCKS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC"}
"""ISO 15924, and how the names of its letters begin (UCD)."""


def fault(
    protected: Protected, restored: Restored, route: Route, *, shows: frozenset[str], translated: bool = True
) -> str:
    """The reason why a restored draft is none; "" where there is no reason.

    translated: it is in the language of the target, and not in a pseudo-locale.
    """
    if restored.reason:
        return restored.reason
    source, draft = protected.text.source.strip(), restored.text.strip()
    if not draft:
        return phrase("the engine gave nothing")
    if (unseen := _UNSEEN.search(draft)) and unseen[0] not in source:
        return phrase("the engine put in U+{code:04X}, which no reader sees", code=ord(unseen[0]))
    if len(draft) > LONGER * len(source) + SLACK or len(source) > SHORTER * len(draft) + SLACK:
        return phrase("the engine gave {given} characters for {asked}", given=len(draft), asked=len(source))
    if not translated:
        return ""
    bare = codes.ANY.sub(" ", source)
    if wrong := _language(bare, restored.said, route):
        return wrong
    if FIGURES in shows and (gone := figures.lost(bare, draft, route.source_locale, route.target_locale)):
        return phrase("the engine lost the figure `{figure}`", figure=gone)
    return ""


def _language(source: str, said: str, route: Route) -> str:
    """What shows that a draft is in another language than the target."""
    target = languages.get(route.target_locale)
    block = _BLOCKS.get(target.script)
    words = _LETTERS.findall(said)
    if not words or block is None:
        return ""
    known = set(_LETTERS.findall(source))
    new = [word for word in words if word not in known]
    if not new:
        same = len(words) >= SAME and route.source != route.target
        return phrase("the engine gave the source back") if same else ""
    own = sum(len(word) for word in new if _is_of(word[0], block))
    if own * 2 < sum(map(len, new)):
        return phrase("the engine answered in other letters than {language} is written in", language=target.name)
    language = target.tag.partition("-")[0]
    letters = OWN_LETTERS.get(language, "") if target.script == languages.get(language).script else ""
    if letters and own >= ENOUGH and not set(letters) & set(said.lower()):
        return phrase("the engine answered in another language than {language}", language=target.name)
    return ""


@cache
def _is_of(letter: str, block: str) -> bool:
    return unicodedata.name(letter, "").startswith(block)
