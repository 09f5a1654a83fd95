"""Every way in which the program can fail to do its work.

L10nError
├── ProjectError          settings or folders that cannot be used
│   └── NotAllowed        a person who may not do that, by the settings
├── FormatError           an article that cannot be read or written
├── CatalogError          a PO file that cannot be read or written
├── LedgerError           a ledger of review records that cannot be trusted
├── GlossaryError         a glossary, or a table of names, that cannot be read or written
├── MemoryFileError       a translation memory, or a TMX file, that cannot be read or written
├── TransliterationError  a name that no table can write in another script
├── EngineError           a machine translator that gave no answer, or one that cannot be used
│   ├── Unavailable       it cannot be reached, or has no time: later it may
│   └── Refused           it says no, or is not to be trusted: the settings must change first
└── NotReady              a target that must not be published as it is

A bad translation is not an error: it is a finding.  Each error says what, where and the remedy;
the command line prints them as `error: …` and `hint: …` and leaves with status 2 (NotReady: 1).
"""

from __future__ import annotations

from l10n.phrases import phrase


class L10nError(Exception):
    """Root of the tree.

    what: one sentence that names the thing and the fault.
    where: path of the file, or "".
    line: 1-based, 0 when no line is to blame.
    hint: the remedy, one sentence, or "".
    """

    exit_status = 2

    def __init__(self, what: str, *, where: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What, and where."""
        if self.where and self.line:
            return phrase("`{file}` line {line}: {what}", file=self.where, line=self.line, what=self.what)
        if self.where:
            return phrase("`{file}`: {what}", file=self.where, what=self.what)
        return phrase("line {line}: {what}", line=self.line, what=self.what) if self.line else self.what


class ProjectError(L10nError):
    """Settings or folders that cannot be used."""


class NotAllowed(ProjectError):
    """A person may not do that, by the settings."""


class FormatError(L10nError):
    """An article that cannot be read, or a page that cannot be written."""


class CatalogError(L10nError):
    """A PO file that cannot be read or written."""


class LedgerError(L10nError):
    """A ledger of review records that cannot be trusted."""


class GlossaryError(L10nError):
    """A glossary, or a table of names, that cannot be read or written."""


class MemoryFileError(L10nError):
    """A translation memory, or a TMX file, that cannot be read or written."""


class TransliterationError(L10nError):
    """A name that no table can write in another script."""


class EngineError(L10nError):
    """A machine translator that gave no answer, or one that cannot be used."""


class Unavailable(EngineError):
    """A machine translator that cannot be reached, or has no time: later it may."""


class Refused(EngineError):
    """A machine translator that says no, or is not to be trusted: the settings must change first."""


class NotReady(L10nError):
    """A target that must not be published as it is."""

    exit_status = 1
