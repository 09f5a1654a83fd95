"""Effort: what the drafts of an engine were worth to those who had to mend them.

Measured where a draft has become an approved text: how many stayed as they were, and how far the others had to be
moved, by chrF (letters; high is near) and TER (words; low is near).  Inline codes are no words: they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from l10n import codes, text
from l10n.engines.chrf import chrf
from l10n.engines.ter import ter


@dataclass(frozen=True, slots=True)
class Effort:
    """Of one engine and locale."""

    drafts: int = 0
    unchanged: int = 0
    """Approved as they were drafted."""
    words: int = 0
    """Of the approved texts."""
    chrf: float = 0.0
    """0–100 over all of them, as sacrebleu's corpus score."""
    ter: float = 0.0
    """0 and more, in a hundred words."""


def is_unchanged(draft: str, approved: str) -> bool:
    """The approved text is the draft, after NFC and but for white space at its edges."""
    return text.nfc(draft).strip() == text.nfc(approved).strip()


def effort(pairs: Iterable[tuple[str, str]]) -> Effort:
    """The measures of drafts with the texts that were approved in their place."""
    kept = list(pairs)
    bare = [(_bare(draft), _bare(approved)) for draft, approved in kept]
    return Effort(
        drafts=len(kept),
        unchanged=sum(is_unchanged(*pair) for pair in kept),
        words=sum(text.word_count(approved) for _, approved in kept),
        chrf=chrf(bare),
        ter=ter(bare),
    )


def _bare(said: str) -> str:
    return text.nfc(codes.unescape(codes.ANY.sub(" ", said) if "<" in said else said))
