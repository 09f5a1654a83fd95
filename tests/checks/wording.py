"""What every message of a finding has to be, so that a page can say it in the language of its reader."""

from __future__ import annotations

import re
from gettext import NullTranslations

from l10n.phrases import Phrase, again

_FIELD_OR_WORD = re.compile(r"(\{[^{}]*\})|[A-Za-z]+")
_QUOTED_OR_CODE = re.compile(r"`[^`]*`|U\+[0-9A-F]{4,6}")


class Wordless(NullTranslations):
    """A language in which nothing has letters."""

    def gettext(self, message: str) -> str:
        return _FIELD_OR_WORD.sub(lambda match: match[1] or "", message)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


def english(message: str) -> list[str]:
    """The English words of a message that no translation can reach: what is put in is quoted, or said again itself."""
    assert isinstance(message, Phrase), message
    assert message == again(message, NullTranslations())
    return re.findall("[A-Za-z]{2,}", _QUOTED_OR_CODE.sub("", again(message, Wordless())))
