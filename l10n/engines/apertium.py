"""Apertium, a program on this machine: `apertium -f html -u PAIR`. Free, offline, nothing leaves the house.

Debian has rus-ukr, bel-rus, eng-spa and others.  A batch goes as one page of paragraphs.  A pipeline of Apertium that
breaks gives nothing, with status 0: then the batch is halved, until the text is found that it cannot take.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Sequence
from functools import lru_cache

from l10n import languages
from l10n.engines.contract import Engine, Garbled, Limits, Piece, Route
from l10n.engines.settings import Kind, Options
from l10n.engines.worker import late
from l10n.errors import Refused, Unavailable
from l10n.phrases import phrase

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_MODE = re.compile(r"([a-z]{2,3})(?:_[A-Za-z]+)?-([a-z]{2,3})(?:_[A-Za-z]+)?")
_LISTING_S = 10.0


class Apertium(Engine):
    """The pairs of languages that are installed here."""

    limits = Limits(texts=200, characters=50_000)
    patience = 1_000_000
    """It costs nothing to ask once more, and a pipeline breaks at single texts only."""

    def __init__(self, program: str, pair: str) -> None:
        self.program, self.pair = program, pair

    def settings(self) -> dict[str, object]:
        return {"pair": self.pair}

    def route(self, source: str, target: str) -> Route:
        if self.pair:
            return Route(self.pair, "", source, target)
        wanted = languages.get(source).tag.partition("-")[0], languages.get(target).tag.partition("-")[0]
        there = _pairs(self.program)
        for mode in there:
            match = _MODE.fullmatch(mode)
            if match and (_two_letters(match[1]), _two_letters(match[2])) == wanted:
                return Route(mode, "", source, target)
        pairs = ", ".join(f"`{one}`" for one in there)
        hint = phrase("there are none; `pair` names another")
        if pairs:
            hint = phrase("there are {pairs}; `pair` names another", pairs=pairs)
        raise Refused(
            phrase("`{name}` has no pair from `{source}` to `{target}`", name=self.name, source=source, target=target),
            hint=hint,
        )

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        page = "".join(f"<p>{piece.wire}</p>\n" for piece in batch)
        said = _run([self.program, "-f", "html", "-u", route.source], page, seconds, self.name)
        found = _PARAGRAPH.findall(said)
        if not found:
            raise Garbled(phrase("`{name}` gave nothing for {n} texts", name=self.name, n=len(batch)))
        return found


def _run(command: Sequence[str], given: str, seconds: float, who: str) -> str:
    """What a program says; its whole group ends with the time it has. No key of the environment reaches it."""
    environ = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    environ["LC_ALL"] = "C.UTF-8"  # without it the pipeline reads octets for letters
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environ,
            start_new_session=True,
        )
    except OSError:
        raise Unavailable(
            phrase("the program `{command}` cannot be run", command=command[0]),
            hint=phrase("install it: in Debian, `apertium` and a pair of languages"),
        ) from None
    with process:
        try:
            said, complaint = process.communicate(given.encode("utf-8", "replace"), timeout=max(seconds, 0.001))
        except BaseException as error:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise late(who, seconds) from None
            raise
    if process.returncode:
        line = complaint.decode("utf-8", "replace").strip().partition("\n")[0][:200].replace("`", "'")
        raise Refused(
            phrase(
                "`{command}` leaves with {status}: {line}", command=command[0], status=process.returncode, line=line
            ),
            hint=phrase("see `apertium -l`"),
        )
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        raise Garbled(phrase("`{who}` answered in another encoding than UTF-8", who=who)) from None


@lru_cache(maxsize=8)
def _pairs(program: str) -> tuple[str, ...]:
    return tuple(_run([program, "-l"], "", _LISTING_S, "apertium").split())


def _two_letters(code: str) -> str:
    """`ru` for `rus`, as BCP 47 has it (CLDR languageAlias); the code itself where it has no shorter one."""
    from babel.core import get_global

    aliases = get_global("language_aliases")
    return str(aliases.get(code, code)).partition("_")[0]


def build(options: Options) -> Apertium:
    pair = options.text("pair")
    if pair and not re.fullmatch(r"[A-Za-z][A-Za-z_@]{0,30}-[A-Za-z_@]{1,30}", pair):
        raise options.wrong("pair", phrase("a pair of languages as `apertium -l` lists it"))
    return Apertium(options.text("program", "apertium"), pair)


KIND = Kind("apertium", build, ("pair", "program"))
