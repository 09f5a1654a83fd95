"""The memory of a project in a running workbench: opened once, brought up to date beside those who ask.

Nobody waits for it: who asks gets what is there, and hears whether more is being read.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from l10n import files
from l10n.errors import L10nError, MemoryFileError
from l10n.memory import Memory
from l10n.phrases import phrase
from l10n.project import Project
from l10n.workflow import remembering

PAUSE_S = 3.0
"""Between two looks at what changed."""
REST = 10
"""So many times as long as a look took nobody looks again: an archive of 10,000 articles has many files."""


@dataclass
class Recollection:
    """Holds the memory of one project."""

    _memory: Memory | None = None
    _file: tuple[int, int] = (0, 0)
    _thread: threading.Thread | None = None
    _next: float = 0.0
    _is_read: bool = False
    _error: L10nError | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def ask(self, project: Project) -> tuple[Memory, bool]:
        """The memory, and whether it has been read whole since the server runs.

        L10nError where it cannot be read or written.
        """
        with self._lock:
            if self._memory is not None and self._file != _file_of(project):
                self.close()  # before anybody makes it anew: its journal goes with it
            self._look(project)
            if self._error is not None:
                raise self._error
            if self._memory is None:
                self._memory = remembering.held(project)
                self._file = _file_of(project)
            return self._memory, self._is_read

    def _look(self, project: Project) -> None:
        """Bring it up to date beside, unless somebody is at it or was just now."""
        busy = self._thread is not None and self._thread.is_alive()
        if not busy and time.monotonic() >= self._next:
            self._thread = threading.Thread(target=self._update, args=(project,), daemon=True)
            self._thread.start()

    def _update(self, project: Project) -> None:
        started, is_read = time.monotonic(), False
        error: L10nError | None = None
        try:
            with remembering.opened(project):
                pass
            is_read = True
        except L10nError as caught:
            error = caught
        except OSError as caught:
            what = phrase("the memory cannot be written: {why}", why=str(caught.strerror))
            error = MemoryFileError(what, hint=files.remedy(caught))
        finally:  # where something else failed, too: the thread dies of it aloud, and the next one rests before
            with self._lock:
                self._error, self._is_read = error, is_read
                took = time.monotonic() - started
                self._next = time.monotonic() + max(PAUSE_S, REST * took)

    def settle(self, seconds: float) -> None:
        """Wait for a look that is going on, so long at most."""
        if self._thread is not None:
            self._thread.join(seconds)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._memory is not None:
                self._memory.close()
            self._memory, self._is_read = None, False


def _file_of(project: Project) -> tuple[int, int]:
    """Which file it is; zeros where there is none."""
    try:
        status = remembering.path_of(project).stat()
    except OSError:
        return (0, 0)
    return status.st_dev, status.st_ino
