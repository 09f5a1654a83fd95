"""What is true of one entry by its ledger."""

from __future__ import annotations

from typing import NamedTuple

from l10n.model import State

EMPTY = "empty"
DRAFT = "draft"
SOURCE_CHANGED = "source changed"
SENT_BACK = "sent back"
CLAIM = "claim"
OBSOLETE = "obsolete"
"""Why a segment is `initial`: one of these."""


class Status(NamedTuple):
    """What is true of one entry by its ledger."""

    state: State
    digest: str = ""
    """Of exactly this text, 64 hex digits; "" for an empty or obsolete entry."""
    reason: str = ""
    """Why it is `initial`; "" for any other state."""
    translators: tuple[str, ...] = ()
    """Everybody who typed this text or stood for it, sorted; "" among them is somebody unknown."""
    reviewers: tuple[str, ...] = ()
    """Whose approvals count, sorted."""
    since: str = ""
    """When the first record was made that gives this state; "" where none does."""
    note: str = ""
    """Why it was sent back."""
    origin: str = ""
    """"machine", "memory 92" …: what made the draft that this text is, or was."""
    claim: State | None = None
    """What a comment says without any record."""
    unchanged_draft: bool = False
    """`translated`, and letter for letter a draft: a person let it stand, and no editor has read it yet."""
    resubmitted: bool = False
    """Sent back, and handed in again unchanged: the editor decides."""
    four_eyes: bool = False
    """Approved by another person than everyone who translated it; an unknown translator fails."""

    @property
    def who(self) -> str:
        """The last person in the chain that is known: a reviewer, else a translator, else ""."""
        return next((name for name in (*self.reviewers, *self.translators) if name), "")

    @property
    def is_kept_draft(self) -> bool:
        """Somebody stands for a text that is letter for letter a draft of a known origin, approved or not."""
        return self.state >= State.TRANSLATED and bool(self.origin)

    @property
    def waits_for(self) -> str:
        """The role whose turn it is: translator, editor, or "" (reviewed, final, obsolete)."""
        if self.state >= State.REVIEWED or self.reason == OBSOLETE:
            return ""
        return "editor" if self.state == State.TRANSLATED or self.resubmitted else "translator"
