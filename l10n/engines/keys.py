"""Keys: from the environment into a header, and nowhere else.

A key is shown by no message, log, repr or URL; what a server says is searched for it before anybody reads that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import quote

from l10n.errors import ProjectError, Refused
from l10n.phrases import phrase
from l10n.text import UNSEEN

VARIABLE = re.compile(r"(?:[A-Z][A-Z0-9]{0,40}_){0,6}API_KEY")
"""What may be named in settings, which travel with a project: no other secret of a machine is sent anywhere."""
HIDDEN = "…"
LEAST = 8
"""Characters of a key that no text has by chance."""
_QUOTED = 200
"""Characters that a message repeats of what somebody else said."""
_UNSEEN = re.compile(rf"[\x00-\x1f\x7f-\x9f{UNSEEN}\ud800-\udfff\U000e0000-\U000e007f]+")


class Key:
    """A secret that says where it comes from, and nothing else."""

    __slots__ = ("_value", "variable")

    def __init__(self, variable: str, value: str) -> None:
        self.variable = variable
        self._value = value

    def reveal(self) -> str:
        """The key itself, for the one place where it is sent."""
        return self._value

    def hide(self, text: str) -> str:
        """The text without the key, as it is or as it stands in an address."""
        return text.replace(self._value, HIDDEN).replace(quote(self._value, safe=""), HIDDEN)

    def is_in(self, text: str) -> bool:
        """Whether a text tells the key; one of a few letters may stand there by chance."""
        return len(self._value) >= LEAST and self.hide(text) != text

    def __repr__(self) -> str:
        return f"<key from {self.variable}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not written down")


def quoted(said: str, key: Key | None = None) -> str:
    """What somebody else said, for a message: one short line without the key, and without what no reader sees."""
    said = _UNSEEN.sub(" ", key.hide(said) if key else said).replace("`", "'").strip()
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"


def find(environ: Mapping[str, str], variable: str, service: str) -> Key | None:
    """The key in a variable of the environment; None where there is none.

    ProjectError for what is no name of a variable: a key, perhaps, which the message does not repeat.
    """
    if VARIABLE.fullmatch(variable) is None:
        raise ProjectError(
            phrase(
                "`key` of the engine `{service}` does not name a variable for keys of such services", service=service
            ),
            hint=phrase("keep the key itself out of the settings: put it into a variable such as `NEWSROOM_API_KEY`"),
        )
    value = environ.get(variable, "").strip()
    if not value:
        return None
    if not value.isascii() or not value.isprintable():
        raise Refused(
            phrase("the key in `{variable}` has characters that no key has", variable=variable),
            hint=phrase("copy it again: ASCII, one line"),
        )
    return Key(variable, value)
