"""Records ⇄ JSON lines.

One UTF-8 JSON object a line, keys sorted, no spaces, absent keys left out; the id of a record is the first
16 hex digits of SHA-256 of that line without its newline.  So two people who write the same write one record.

Keys: verb, who, when, digest, msgctxt, source, plural, target (a string; a list where there is a plural),
state, note, ends (ids), after (pairs of msgctxt and msgid), origin, finding (check.rule).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from l10n import text
from l10n.errors import LedgerError
from l10n.model import Record, State
from l10n.phrases import phrase

PROGRAM = "l10n"
"""Who a record names where the program itself wrote it; never a person."""

MARKERS = (b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> ")
"""How the lines start that git leaves in a file it could not merge."""

_ID_LENGTH = 16
_FINDING = re.compile(r"[a-z][a-z0-9-]*\.[a-z][a-z0-9 -]*")
_ID = re.compile(r"[0-9a-f]{16}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TYPED = re.compile(
    rb'\{"digest":"([0-9a-f]{64})",'
    rb'(?:"origin":"((?:[ !#-\[\]-~]|[\xc3-\xdf][\x80-\xbf]|[\xe1-\xec][\x80-\xbf]{2})+)",)?'  # no escape, whole UTF-8
    rb'"verb":"translate","when":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)","who":"([\w.-]*)"\}'
)
"""Most lines of a ledger say who typed a text, or what drafted it, and nothing else; one that looks so is canonical."""
_BOM = b"\xef\xbb\xbf"


def canonical(record: Record) -> bytes:
    """The line of a record without its newline."""
    return _ENCODER.encode(_plain(record)).encode("utf-8")


def identity(record: Record) -> str:
    """What `ends` of another record calls it: 16 hex digits."""
    return hashlib.sha256(canonical(record)).hexdigest()[:_ID_LENGTH]


def lines(records: tuple[Record, ...], where: str = "") -> bytes:
    """Whole lines for these records; LedgerError for one that could not be read back."""
    written = []
    for record in records:
        try:
            line = canonical(record)
        except UnicodeEncodeError:
            raise LedgerError(
                phrase("a record by `{who}` holds half a character", who=record.who), where=where
            ) from None
        if parse(line, where, 0) != record:
            raise LedgerError(
                phrase("a record `{verb}` by `{who}` cannot be written as it is", verb=record.verb, who=record.who),
                where=where,
            )
        written.append(line + b"\n")
    return b"".join(written)


def is_whole(tail: bytes) -> bool:
    """A last line without newline that lacks nothing but the newline."""
    try:
        parse(tail, "", 0)
    except LedgerError:
        return False
    return True


def parse_all(data: bytes, where: str) -> tuple[dict[str, Record], tuple[str, ...]]:
    """The records of a ledger by id, and warnings; LedgerError for a line inside that cannot be trusted."""
    *whole, tail = data.removeprefix(_BOM).split(b"\n")
    warnings = []
    records: dict[str, Record] = {}
    conflicts = 0
    for number, line in enumerate(whole, 1):
        if not line.strip():
            continue
        if line.startswith(MARKERS):
            conflicts += 1
            continue
        typed = _TYPED.fullmatch(line)
        if typed:
            digest, origin, when, who = (some.decode() for some in typed.groups(b""))
            name = hashlib.sha256(line).hexdigest()[:_ID_LENGTH]
            records[name] = Record("translate", who, when, digest=digest, origin=origin)
        else:
            record = parse(line, where, number)
            records[identity(record)] = record
    if conflicts:
        warnings.append(
            f"`{where}` holds {conflicts} conflict lines of git; both sides count. "
            "Delete the lines that start with <<<<<<<, ======= and >>>>>>>, "
            "and put `*.reviews.jsonl merge=union` in `.gitattributes`"
        )
    if tail.strip():
        warnings.append(
            f"`{where}` line {len(whole) + 1} has no newline: it was never finished and is not counted; "
            "the command that was writing it must be given again"
        )
    return records, tuple(warnings)


def parse(line: bytes, where: str, number: int) -> Record:
    """The record of one line; LedgerError with the line number where it is not one."""
    refuse = _Refusal(where, number)
    try:
        fields = _DECODER.decode(line.decode("utf-8").strip())
        if b"\\u" in line:
            _ENCODER.encode(fields).encode("utf-8")
    except UnicodeDecodeError:
        refuse(phrase("this line is not UTF-8"))
    except UnicodeEncodeError:
        refuse(phrase("a text holds half a character"))
    except _Twice as twice:
        refuse(phrase("the key `{key}` stands there twice", key=str(twice)))
    except (ValueError, RecursionError):
        refuse(phrase("this line is not a JSON object"))
    if not isinstance(fields, dict):
        refuse(phrase("this line is not a JSON object"))
    for key, value in fields.items():
        is_right = _KEYS.get(key)
        if is_right is None:
            refuse(
                phrase("`{key}` is no key of a record", key=key),
                phrase("a newer `l10n` may have written it: update this one"),
            )
        if not is_right(value):
            refuse(
                phrase(
                    "`{key}` has a value that no record has: {value}",
                    key=key,
                    value=json.dumps(value, ensure_ascii=False)[:60],
                )
            )
    for key in ("verb", "who", "when"):
        if key not in fields:
            refuse(phrase("`{key}` is missing", key=key))
    record = _record(fields)
    _check(record, refuse)
    return record


class _Refusal:
    """Raises LedgerError at one line."""

    def __init__(self, where: str, number: int) -> None:
        self.where = where
        self.number = number

    def __call__(self, what: str, hint: str = "") -> NoReturn:
        restore = phrase("restore the line from git; if it was cut off in a crash, delete it: it was never finished")
        raise LedgerError(what, where=self.where, line=self.number, hint=hint or restore)


class _Twice(Exception):
    """A key that a JSON object names twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return fields


_DECODER = json.JSONDecoder(object_pairs_hook=_once)
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(record: Record) -> dict[str, Any]:
    """The fields as JSON values, empty ones left out; `who` stays, since "" says that nobody knows."""
    target: Any = None
    if record.targets is not None:
        single = record.plural is None and len(record.targets) == 1
        target = record.targets[0] if single else list(record.targets)
    fields = {
        "digest": record.digest or None,
        "msgctxt": record.context or None,
        "source": record.source or None,
        "plural": record.plural,
        "target": target,
        "state": None if record.state is None else str(record.state),
        "note": record.note or None,
        "ends": list(record.ends) or None,
        "after": [list(key) for key in record.after] or None,
        "origin": record.origin or None,
        "finding": record.finding or None,
    }
    present = {key: value for key, value in fields.items() if value is not None}
    return {"verb": record.verb, "who": record.who, "when": record.when, **present}


def _record(fields: dict[str, Any]) -> Record:
    target = fields.get("target")
    return Record(
        verb=fields["verb"],
        who=fields["who"],
        when=fields["when"],
        context=fields.get("msgctxt", ""),
        source=fields.get("source", ""),
        plural=fields.get("plural"),
        targets=(target,) if isinstance(target, str) else None if target is None else tuple(target),
        digest=fields.get("digest", ""),
        state=State.parse(fields["state"]) if "state" in fields else None,
        note=fields.get("note", ""),
        ends=tuple(fields.get("ends", ())),
        after=tuple((context, source) for context, source in fields.get("after", ())),
        origin=fields.get("origin", ""),
        finding=fields.get("finding", ""),
    )


NEEDS: dict[str, tuple[str, ...]] = {
    "translate": ("digest",),
    "approve": ("digest", "state"),
    "send back": ("digest", "note"),
    "withdraw": ("ends",),
    "carry": ("digest", "state", "source", "targets", "after"),
    "follow": ("source", "after"),
    "waive": ("digest",),
    "displace": ("digest", "source", "targets"),
}
"""Every verb, and the fields without which it says nothing."""

_GIVES_STATE = ("approve", "carry")


def _check(record: Record, refuse: _Refusal) -> None:
    """What a record must hold so that it can be believed."""
    for name in NEEDS[record.verb]:
        if getattr(record, name) in ("", (), None):
            refuse(
                phrase("a record `{verb}` needs `{key}`", verb=record.verb, key="target" if name == "targets" else name)
            )
    if record.state is not None and record.verb not in _GIVES_STATE:
        refuse(phrase("a record `{verb}` gives no state", verb=record.verb))
    if record.verb == "approve":
        if record.who in ("", PROGRAM):
            refuse(phrase("an approval names the person who gave it"))
        if record.state is not None and record.state < State.REVIEWED:
            refuse(phrase("an approval gives `reviewed` or `final`"))
    if record.finding:
        if record.verb != "waive":
            refuse(phrase("a record `{verb}` ends no finding", verb=record.verb))
        if record.who in ("", PROGRAM):
            refuse(phrase("a waiver names the person who gave it"))
        if not record.note.strip():
            refuse(phrase("a waiver has a reason: its `note` is missing"))
    if record.targets is not None:
        if not record.source:
            refuse(phrase("a record with a target needs its `source`"))
        if record.digest != text.digest(record.context, record.source, record.plural, record.targets):
            refuse(
                phrase("the digest contradicts the texts: somebody changed one of them by hand"),
                phrase("restore the line from git, or delete it and review the segment again"),
            )


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_list(value: Any, is_right: Callable[[Any], object]) -> bool:
    return isinstance(value, list) and all(map(is_right, value))


def _is_key(value: Any) -> bool:
    return _is_list(value, _is_text) and len(value) == 2


_STATES = frozenset(map(str, State))

_KEYS: dict[str, Callable[[Any], object]] = {
    "verb": lambda value: isinstance(value, str) and value in NEEDS,
    "who": _is_text,
    "when": lambda value: isinstance(value, str) and _WHEN.fullmatch(value),
    "digest": lambda value: isinstance(value, str) and _DIGEST.fullmatch(value),
    "msgctxt": _is_text,
    "source": _is_text,
    "plural": _is_text,
    "target": lambda value: isinstance(value, str) or _is_list(value, _is_text),
    "state": lambda value: isinstance(value, str) and value in _STATES,
    "note": _is_text,
    "ends": lambda value: _is_list(value, lambda one: isinstance(one, str) and _ID.fullmatch(one)),
    "after": lambda value: _is_list(value, _is_key),
    "origin": _is_text,
    "finding": lambda value: isinstance(value, str) and _FINDING.fullmatch(value),
}
"""Every key of a record, and whether a value can be its."""
