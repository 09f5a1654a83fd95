"""Records and JSON lines: the way there and back, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import ledger
from l10n.errors import LedgerError
from l10n.ledger.records import NEEDS, canonical, identity, parse, parse_all
from l10n.model import Record, State
from l10n.text import digest

WHEN = "2026-11-22T07:30:00Z"
SOURCE = "The road to the pass is closed."
TARGET = "Асуға апаратын жол жабық."
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
IDS = st.text("0123456789abcdef", min_size=16, max_size=16)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that says what its verb needs."""
    verb = draw(st.sampled_from(sorted(NEEDS)))
    context, source = draw(TEXTS), draw(TEXTS.filter(bool))
    plural = draw(st.none() | TEXTS)
    targets = tuple(draw(st.lists(TEXTS, min_size=1, max_size=3)))
    with_texts = "targets" in NEEDS[verb] or draw(st.booleans())
    fields = {
        "context": context if with_texts or verb == "follow" else "",
        "source": source if with_texts or verb == "follow" else "",
        "plural": plural if with_texts else None,
        "targets": targets if with_texts else None,
        "digest": digest(context, source, plural, targets),
        "note": draw(TEXTS.filter(bool)) if verb == "send back" else draw(TEXTS),
        "ends": tuple(draw(st.lists(IDS, min_size=verb == "withdraw", max_size=3))),
        "after": tuple(draw(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=2))),
        "origin": draw(st.sampled_from(["", "machine", "memory 92"])),
    }
    if verb in ("approve", "carry"):
        fields["state"] = draw(st.sampled_from([State.REVIEWED, State.FINAL]))
    if verb == "waive" and fields["note"].strip():
        fields["finding"] = draw(st.sampled_from(["", "numbers.missing", "terminology.two spellings"]))
    return Record(verb, draw(st.sampled_from(["aigul", "bolat.k"])), WHEN, **fields)


@settings(max_examples=40)
@given(st.lists(records(), max_size=5))
def test_round_trip(tmp_path_factory: pytest.TempPathFactory, some: list[Record]) -> None:
    """What is appended is what is read, as a set."""
    path = tmp_path_factory.mktemp("ledger") / "a.reviews.jsonl"
    ledger.append(path, some)
    ledger.append(path, some[:2])
    assert ledger.read(path).records == {identity(record): record for record in some}


@pytest.mark.parametrize("who", ["aigul", "bolat.k", "", "l10n", "Айгүл", 'a"b', "a b"])
@pytest.mark.parametrize(
    "origin", ["", "machine", "stems гүлнар; letters …", "ئۇيغۇر", 'a "b"', "a\\b", "a\tb", "\x7f\xa0", "😀"]
)
def test_the_commonest_line_is_read_as_any_other(who: str, origin: str) -> None:
    """Who typed a text, or what drafted it: such a line is taken at one look, and says what it says at the longer."""
    record = Record("translate", who, WHEN, digest=digest("p", SOURCE, None, (TARGET,)), origin=origin)
    line = canonical(record)
    assert parse_all(line + b"\n", "")[0] == {identity(record): parse(line, "", 1)} == {identity(record): record}


@given(records())
def test_a_record_is_one_line_of_plain_json(record: Record) -> None:
    """A line holds no newline, and its keys stand in order."""
    line = canonical(record)
    assert b"\n" not in line
    keys = list(json.loads(line))
    assert keys == sorted(keys)


def test_a_waiver_of_before_says_nothing() -> None:
    """One that names no finding is read, and ends none."""
    old = parse(waiver(finding=None, note=None), "", 1)

    assert old.finding == ""
    assert ledger.waivers(ledger.Ledger.of([old]), old.digest) == {}
    assert set(ledger.waivers(ledger.Ledger.of([parse(waiver(), "", 1)]), old.digest)) == {"numbers.missing"}


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    """A project that was never reviewed has no ledgers; appending nothing makes none."""
    path = tmp_path / "kk" / "a.reviews.jsonl"
    ledger.append(path, ())
    assert ledger.read(path).records == {}
    assert not path.parent.exists()


def line(**changes: object) -> bytes:
    """An approval as a line, with keys changed or (None) taken out."""
    fields: dict[str, object] = {
        "verb": "approve",
        "who": "aigul",
        "when": WHEN,
        "msgctxt": "p",
        "source": SOURCE,
        "target": TARGET,
        "state": "reviewed",
        "digest": digest("p", SOURCE, None, (TARGET,)),
    }
    fields |= changes
    return json.dumps({key: value for key, value in fields.items() if value is not None}).encode()


def waiver(**changes: object) -> bytes:
    """A waiver as a line."""
    fields = {"verb": "waive", "state": None, "note": "The source is wrong.", "finding": "numbers.missing", **changes}
    return line(**fields)


REFUSED = {
    "cut off": (line()[:40], "not a JSON object"),
    "no object": (b'["approve"]', "not a JSON object"),
    "prose": (b"approved by Aigul", "not a JSON object"),
    "not UTF-8": (b'{"verb": "\xff"}', "not UTF-8"),
    "nested without end": (b"[" * 100_000, "not a JSON object"),
    "key twice": (line()[:-1] + b', "who": "bolat"}', "`who` stands there twice"),
    "unknown key": (line(mood="good"), "`mood` is no key"),
    "unknown verb": (line(verb="bless"), "`verb` has a value"),
    "unknown state": (line(state="perfect"), "`state` has a value"),
    "approval as translated": (line(state="translated"), "`reviewed` or `final`"),
    "approval without state": (line(state=None), "needs `state`"),
    "approval without digest": (line(digest=None), "needs `digest`"),
    "approval by nobody": (line(who=""), "names the person"),
    "approval by the program": (line(who="l10n"), "names the person"),
    "state of a translation": (line(verb="translate"), "gives no state"),
    "target changed by hand": (line(target="Асуға апаратын жол ашық."), "digest contradicts"),
    "source changed by hand": (line(source="The road to the pass is open."), "digest contradicts"),
    "target without source": (line(source=None), "needs its `source`"),
    "number for a name": (line(who=7), "`who` has a value"),
    "local time": (line(when="2026-11-22 07:30"), "`when` has a value"),
    "short digest": (line(digest="5fc100462ce4"), "`digest` has a value"),
    "ends no id": (line(ends=["first"]), "`ends` has a value"),
    "after no pair": (line(after=[["p"]]), "`after` has a value"),
    "half a character": (line(note="\ud83d"), "half a character"),
    "without time": (line(when=None), "`when` is missing"),
    "withdraws nothing": (line(verb="withdraw", state=None), "needs `ends`"),
    "sent back without reason": (line(verb="send back", state=None), "needs `note`"),
    "carry of nothing": (line(verb="carry"), "needs `after`"),
    "waived by nobody": (waiver(who=""), "names the person"),
    "waived by the program": (waiver(who="l10n"), "names the person"),
    "waived without reason": (waiver(note=None), "has a reason"),
    "waived with a blank": (waiver(note=" "), "has a reason"),
    "waived for no text": (waiver(digest=None), "needs `digest`"),
    "waives everything": (waiver(finding="numbers"), "`finding` has a value"),
    "waives a pattern": (waiver(finding="*.*"), "`finding` has a value"),
    "waives a number": (waiver(finding=5), "`finding` has a value"),
    "an approval that waives": (line(finding="numbers.missing"), "ends no finding"),
}


@pytest.mark.parametrize(("bad", "what"), REFUSED.values(), ids=REFUSED.keys())
def test_refused_with_line_and_remedy(tmp_path: Path, bad: bytes, what: str) -> None:
    """A line that cannot be trusted is named, with the file and a remedy, and the file stays as it is."""
    path = tmp_path / "a.reviews.jsonl"
    path.write_bytes(line() + b"\n" + bad + b"\n" + line() + b"\n")
    before = path.read_bytes()
    with pytest.raises(LedgerError) as caught:
        ledger.read(path)
    assert what in caught.value.what
    assert (caught.value.where, caught.value.line) == (str(path), 2)
    assert caught.value.hint
    assert path.read_bytes() == before


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    """What is no file is refused as an error of ours."""
    with pytest.raises(LedgerError, match="cannot be read"):
        ledger.read(tmp_path)


def test_what_read_would_refuse_is_not_written(tmp_path: Path) -> None:
    """An approval by nobody never gets into a ledger."""
    path = tmp_path / "a.reviews.jsonl"
    text = digest("p", SOURCE, None, (TARGET,))
    with pytest.raises(LedgerError, match="names the person"):
        ledger.append(path, [Record("approve", "", WHEN, digest=text, state=State.REVIEWED)])
    with pytest.raises(LedgerError):
        ledger.append(path, [Record("translate", "aigul", WHEN, digest=text, note="\udc80")])
    assert not path.exists()


@pytest.mark.parametrize("cut", [1, 2, 40, len(line()) // 2, len(line()) - 1, len(line())])
def test_unfinished_last_line(tmp_path: Path, cut: int) -> None:
    """A last line without newline is not counted and said to be so; the next append leaves no broken line inside."""
    path = tmp_path / "a.reviews.jsonl"
    first = line(who="bolat") + b"\n"
    path.write_bytes(first + line()[:cut])
    book = ledger.read(path)
    assert [record.who for record in book.records.values()] == ["bolat"]
    assert len(book.warnings) == 1
    assert "line 2 has no newline" in book.warnings[0]

    text = digest("p", SOURCE, None, (TARGET,))
    ledger.append(path, [Record("translate", "dina", WHEN, digest=text)])
    book = ledger.read(path)
    whole = cut == len(line())
    assert {record.who for record in book.records.values()} == {"bolat", "dina"} | ({"aigul"} if whole else set())
    assert not book.warnings


def test_an_unfinished_line_longer_than_a_block(tmp_path: Path) -> None:
    """However long the rest of a crash is, it is cut off whole."""
    path = tmp_path / "a.reviews.jsonl"
    path.write_bytes(line() + b"\n" + b'{"verb": "' + b"x" * 200_000)
    text = digest("p", SOURCE, None, (TARGET,))
    ledger.append(path, [Record("translate", "dina", WHEN, digest=text)])
    assert path.read_bytes().startswith(line() + b'\n{"digest"')
    assert len(ledger.read(path).records) == 2


def test_what_editors_and_git_do_to_a_file(tmp_path: Path) -> None:
    """A BOM, CRLF, empty lines and keys in another order change no record."""
    path = tmp_path / "a.reviews.jsonl"
    path.write_bytes(line() + b"\n" + line(who="bolat") + b"\n")
    was = ledger.read(path).records
    turned = json.dumps(dict(reversed(json.loads(line()).items())), ensure_ascii=False).encode()
    path.write_bytes(b"\xef\xbb\xbf" + turned + b"\r\n\r\n" + line(who="bolat") + b"\r\n")
    assert ledger.read(path).records == was


def test_conflict_lines_of_git(tmp_path: Path) -> None:
    """Where git left a conflict, both sides count, and a warning says what to do."""
    path = tmp_path / "a.reviews.jsonl"
    mine, theirs = line(who="aigul") + b"\n", line(who="bolat") + b"\n"
    path.write_bytes(b"<<<<<<< HEAD\n" + mine + b"||||||| 7e0f0e0\n=======\n" + theirs + b">>>>>>> review-kk\n")
    book = ledger.read(path)
    assert {record.who for record in book.records.values()} == {"aigul", "bolat"}
    assert "merge=union" in book.warnings[0]
