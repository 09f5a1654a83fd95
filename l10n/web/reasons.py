"""Why a verb left a segment alone, in the language of who reads it; workflow says it in English."""

from __future__ import annotations

from collections.abc import Callable

from l10n.web.words import N_

REASONS = (
    ("it is empty", N_("It is empty.")),
    ("its codes are broken", N_("Its codes are broken: {rest}")),
    ("it is a draft: translate it", N_("It is a draft: somebody has to stand for it first.")),
    (
        "it is an unchanged draft",
        N_("A machine wrote it and nobody changed it; the settings bar that: its translator revises it first."),
    ),
    ("you translated it", N_("You translated it: four eyes need another editor.")),
    ("four eyes are asked for", N_("Nobody knows who translated it: whoever it is accepts the claim first.")),
    ("you approved it already", N_("You approved it already.")),
    ("it is a draft that nobody handed in", N_("It is a draft that nobody handed in.")),
    ("it was sent back for that reason already", N_("It was sent back for that reason already.")),
    ("nobody approved it or sent it back", N_("Nobody approved it or sent it back.")),
    ("only an editor may take back", N_("Only an editor may take back what somebody else said.")),
    ("only an editor may accept it", N_("Only an editor may accept that.")),
    ("it claims nothing", N_("It claims nothing.")),
    ("its text changed after it was listed", N_("Its text changed since this page showed it: read it anew.")),
    ("it is no longer in the catalog", N_("The article has it no more.")),
)
"""How a reason begins, and what the workbench says; `{rest}` is what stands behind the first colon."""

GONE = "it is no longer in the catalog"
CHANGED = "its text changed after it was listed"


def said(why: str, translate: Callable[[str], str]) -> str:
    """A reason as the workbench says it."""
    for begins, message in REASONS:
        if why.startswith(begins):
            return translate(message).format(rest=why.partition(": ")[2])
    return why
