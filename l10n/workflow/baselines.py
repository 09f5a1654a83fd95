"""A baseline: findings that are known, and left out until their texts change. One line for each, sorted.

    2f1c0a9be3d45b77 numbers.missing ru border 3f2a91bc

The first word counts, the others are for people.  A line that two branches add is there once or twice and says the
same; where git leaves its marks, both sides stay and the marks go.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n import files
from l10n.errors import ProjectError
from l10n.workflow.inspecting import Found

LENGTH = 16
"""Hex digits of a fingerprint: enough for an archive."""
_LINE = re.compile(rf"([0-9a-f]{{{LENGTH}}})(?:\s.*)?")


def fingerprints(found: Sequence[Found]) -> list[str]:
    """What each finding is known by, as long as its two texts are the same; not by line, place or message.

    Two of one rule at the same words of one text are counted, in their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    return [_fingerprint(one, seen) for one in found]


def _fingerprint(one: Found, seen: Counter[tuple[str, ...]]) -> str:
    spot, finding = one.spot, one.finding
    words = spot.target[slice(*finding.span)] if finding.span else ""
    said = spot.source[slice(*finding.source_span)] if finding.source_span else ""
    parts = (spot.locale, spot.digest, one.code, words, said)
    key = (spot.article, *parts)
    seen[key] += 1
    return hashlib.sha256("\0".join((*parts, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def read(path: Path) -> frozenset[str]:
    """The fingerprints in a file; ProjectError where it cannot be read, or is no baseline."""
    try:
        text = files.read(path)[0].decode("utf-8")
    except OSError as error:
        hint = files.remedy(error) or "`l10n check --write-baseline FILE` makes one"
        raise ProjectError(f"cannot be read: {error.strerror}", where=str(path), hint=hint) from None
    except UnicodeDecodeError:
        raise ProjectError("it is no baseline: it is not UTF-8", where=str(path), hint="name another file") from None
    found = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            hint = (
                "both sides stay; delete git's marks" if line[:7] in _MARKS else "restore it from git, or write it anew"
            )
            raise ProjectError("this line begins with no fingerprint", where=str(path), line=number, hint=hint)
        found.add(match[1])
    return frozenset(found)


_MARKS = ("<" * 7, "=" * 7, ">" * 7)


def lines(found: Sequence[Found]) -> bytes:
    """The baseline that holds these findings."""
    rows = {
        " ".join((mark, one.code.replace(" ", "-"), one.spot.locale, one.spot.article, one.spot.id))
        for mark, one in zip(fingerprints(found), found, strict=True)
    }
    return "".join(f"{row}\n" for row in sorted(rows)).encode("utf-8")


def without(found: Sequence[Found], known: Iterable[str]) -> tuple[tuple[Found, ...], int]:
    """The findings that are not known, and how many are."""
    known = frozenset(known)
    new = tuple(one for mark, one in zip(fingerprints(found), found, strict=True) if mark not in known)
    return new, len(found) - len(new)
