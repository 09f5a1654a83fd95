"""Accounts: who may come in from beyond this machine, in one file that holds no secret.

    {"version": 1, "accounts": {"aigul": [{"kind": "session", "digest": "9f86d0…", "until": "2026-12-22T07:30:00Z"}]}}

invitation   given to a person, good once and for INVITED: it is exchanged for a session
session      what a browser has in its cookie
token        what a program sends as `Authorization: Bearer …`

Of each the file has the SHA-256, the secret itself has 256 random bits, so that a slow hash would add nothing. What
somebody may do stands in `[people]` of the settings, and nowhere else. The file is read anew at every request: who is
revoked there is out at once. Deleting it signs everybody out.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from l10n import files
from l10n.errors import ProjectError
from l10n.model import Person
from l10n.phrases import phrase
from l10n.project import Project

INVITATION, SESSION, TOKEN = "invitation", "session", "token"
LIVES = {INVITATION: timedelta(days=7), SESSION: timedelta(days=30), TOKEN: timedelta(days=365)}
MOST = {INVITATION: 1, SESSION: 20, TOKEN: 10}
"""Of one account; the oldest goes."""
FILE = "accounts.json"
"""Below `.l10n/`, where no other place is given."""
VERSION = 1
_DIGEST = re.compile("[0-9a-f]{64}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Secret:
    """What is known of a secret that somebody was given."""

    kind: str
    digest: str
    """SHA-256, 64 hex digits."""
    until: str
    """UTC, ISO 8601: the last instant at which it is good."""

    def fits(self, digest: str, kind: str, now: str) -> bool:
        """Whether it is the one with this digest, and good; compared in constant time."""
        return hmac.compare_digest(self.digest, digest) and self.kind == kind and now <= self.until


Table = Mapping[str, tuple[Secret, ...]]
"""By id of the person."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts in a file."""

    path: Path

    @classmethod
    def of(cls, project: Project, given: Path | None = None) -> Accounts:
        """Those of a project; ProjectError for a file that would be committed with it."""
        path = files.real(given) if given else project.cache / FILE
        if path.is_relative_to(project.folder) and not path.is_relative_to(project.cache):
            hint = phrase("put it outside of the project, or below `{folder}/`", folder=project.shown(project.cache))
            raise ProjectError(phrase("accounts lie where they would be committed"), where=str(path), hint=hint)
        return cls(path)

    def read(self) -> Table:
        """Everybody who has one; nobody where there is no file.  ProjectError where it cannot be read."""
        try:
            data, _ = files.read(self.path)
            return _parsed(data)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
            hint = phrase("put back a copy, or delete it and invite everybody again")
            raise ProjectError(phrase("the accounts cannot be read"), where=str(self.path), hint=hint) from None

    def who(self, said: str, kind: str, now: str) -> str:
        """The id of the person to whom a secret of this kind was given; "" for none that is good."""
        digest = _digest(said)
        found = ""
        for who, known in self.read().items():
            for one in known:
                if one.fits(digest, kind, now):
                    found = who
        return found

    def give(self, who: str, kind: str, now: str) -> str:
        """A new secret for a person, which nobody can read anywhere afterwards."""
        said = secrets.token_urlsafe(32)
        with self._changing(now) as table:
            table[who] = _with(table.get(who, ()), kind, said, now)
        return said

    def enter(self, invitation: str, now: str) -> tuple[str, str]:
        """Exchange an invitation for a session: the person and its secret; ("", "") for one that is not good."""
        if not self.who(invitation, INVITATION, now):
            return "", ""
        digest, said = _digest(invitation), secrets.token_urlsafe(32)
        with self._changing(now) as table:
            for who, known in table.items():
                if any(one.fits(digest, INVITATION, now) for one in known):
                    left = tuple(one for one in known if one.digest != digest)
                    table[who] = _with(left, SESSION, said, now)
                    return who, said
        return "", ""

    def leave(self, session: str, now: str) -> None:
        """End a session."""
        digest = _digest(session)
        with self._changing(now) as table:
            for who, known in table.items():
                table[who] = tuple(one for one in known if one.kind != SESSION or one.digest != digest)

    def revoke(self, who: str, now: str) -> bool:
        """Take everything back that a person was given; False where there was nothing."""
        with self._changing(now) as table:
            return table.pop(who, None) is not None

    @contextmanager
    def _changing(self, now: str) -> Iterator[dict[str, tuple[Secret, ...]]]:
        """The table while nobody else changes it; written where the block ends well."""
        shelter(self.path.parent)
        with files.lock(self.path.with_name(f"{self.path.name}.lock")):
            table = dict(self.read())
            yield table
            files.replace(self.path, _dumped(table, now), private=True)


def shelter(folder: Path) -> None:
    """Make a folder for what no commit may hold; where it is `.l10n/`, git passes it over from now on."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.name == ".l10n" and not (folder / ".gitignore").exists():
        files.replace(folder / ".gitignore", b"*\n")


def _with(known: tuple[Secret, ...], kind: str, said: str, now: str) -> tuple[Secret, ...]:
    until = (datetime.strptime(now, _TIME) + LIVES[kind]).strftime(_TIME)
    same = [one for one in known if one.kind == kind][-MOST[kind] + 1 :] if MOST[kind] > 1 else []
    return (*(one for one in known if one.kind != kind), *same, Secret(kind, _digest(said), until))


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def _parsed(data: bytes) -> Table:
    table = json.loads(data)
    if table["version"] != VERSION:
        raise ValueError(table["version"])
    return {who: tuple(_secret(one) for one in known) for who, known in table["accounts"].items()}


def _secret(one: Mapping[str, Any]) -> Secret:
    found = Secret(one["kind"], one["digest"], one["until"])
    if found.kind not in LIVES or not _DIGEST.fullmatch(found.digest) or not isinstance(found.until, str):
        raise ValueError(found.kind)
    return found


def _dumped(table: Table, now: str) -> bytes:
    """The file, without what is good no more."""
    living = {who: [asdict(one) for one in known if now <= one.until] for who, known in sorted(table.items())}
    accounts = {who: known for who, known in living.items() if known}
    return json.dumps({"version": VERSION, "accounts": accounts}, indent=1).encode("ascii")


@dataclass(frozen=True, slots=True)
class Row:
    """A person of the settings, or of the accounts, and what they were given."""

    who: str
    person: Person | None
    """None for somebody whom the settings do not name: they come in nowhere."""
    invited_until: str
    """UTC, or "" where no invitation is open."""
    sessions: int
    tokens: int


def listing(accounts: Accounts, project: Project, now: str) -> list[Row]:
    """Everybody, by id."""
    table, people = accounts.read(), project.settings.people
    return [_row(who, people.get(who), table.get(who, ()), now) for who in sorted({*people, *table})]


def _row(who: str, person: Person | None, known: tuple[Secret, ...], now: str) -> Row:
    living = [one for one in known if now <= one.until]
    count = Counter(one.kind for one in living)
    invited = max((one.until for one in living if one.kind == INVITATION), default="")
    return Row(who, person, invited, count[SESSION], count[TOKEN])
