"""Names that nobody registered: how many an article's sentences give away, how many are right, and in which nominative.

Beside it: every word with a capital in the middle of a sentence, what most editors' searches come to.

Arguments: annotated sentences, one JSON object a line: `lang`, `text`, and `names`, a list of `lemma`, `form` as in the
text, `start` in characters and `upos`; what is no PROPN is left aside.  A name of adjective and noun (`Османская
империя`) is marked in no treebank, so that the share of right ones is a lower bound.  Without any argument a few
sentences of our own show the tables; their figures say nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import measure
from measure import Options, Report, figure

from l10n.names.discovery import Passage, discover
from l10n.names.discovery.collecting import parts_of
from l10n.names.discovery.sequences import Evidence

OWN = [
    ("ru", "В Алматы говорили о Синьцзяне.", [("Алматы", "Алматы"), ("Синьцзян", "Синьцзяне")]),
    ("kk", "Жиналысқа Шыңжаңнан келді.", [("Шыңжаң", "Шыңжаңнан")]),
    ("ug", "ئالمۇتىدا شىنجاڭدىن كەلگەنلەر يىغىلدى.", [("ئالمۇتا", "ئالمۇتىدا"), ("شىنجاڭ", "شىنجاڭدىن")]),
]
LANGUAGES = ("ru", "kk", "ug")
_CAPITAL = re.compile(r"(?<=[\w,] )[^\W\d_]\w*")

Span = tuple[int, int]


def run(options: Options) -> Report:
    """Three tables: what is found, by language; its nominatives; the speed."""
    report = Report("Names that nobody registered")
    rows = list(_rows(options))
    found, nominatives, speed = [], [], []
    for language in LANGUAGES:
        own = [row for row in rows if row["lang"] == language]
        if own:
            found += _found(language, own)
            nominatives.append(_nominatives(language, own))
            speed.append(_speed(language, own, options))
    report.table("What is found", ["", "names", "found", "right at least"], found)
    report.table("Nominatives of names in other cases", ["", "in other cases", "right", "made wrong"], nominatives)
    report.table("Speed, all sentences as one article", ["", "sentences", "time", "each"], speed)
    return report


def _rows(options: Options) -> Iterator[dict[str, Any]]:
    for path in options.paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)
    if not options.paths:
        for language, text, names in OWN:
            marked = [{"lemma": a, "form": b, "start": text.index(b), "upos": "PROPN"} for a, b in names]
            yield {"lang": language, "text": text, "names": marked}


def _names(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [name for name in row["names"] if name["upos"] == "PROPN"]


def _spans(row: dict[str, Any]) -> list[Span]:
    return [(name["start"], name["start"] + len(name["form"])) for name in _names(row)]


def _ours(row: dict[str, Any]) -> list[Span]:
    passage = Passage(row["text"], "")
    return [(part.start, part.end) for part in parts_of(passage, Evidence([passage], row["lang"]))]


def _capitals(row: dict[str, Any]) -> list[Span]:
    return [match.span() for match in _CAPITAL.finditer(row["text"]) if match[0][0].isupper()]


def _found(language: str, rows: Sequence[dict[str, Any]]) -> Iterator[list[str]]:
    for way, look in (("l10n", _ours), ("capitals", _capitals)):
        names = hit = shown = right = 0
        for row in rows:
            marked, spans = _spans(row), look(row)
            names += len(marked)
            hit += sum(any(_meet(one, other) for other in spans) for one in marked)
            shown += len(spans)
            right += sum(any(_meet(one, other) for other in marked) for one in spans)
        yield [f"{language} {way}", str(names), f"{_share(hit, names)}%", f"{_share(right, shown)}%"]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(part: int, whole: int) -> str:
    return figure(100 * part / whole) if whole else "0"


def _nominatives(language: str, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Word by word, each sentence by itself; what was not found is left aside, ё is е."""
    other = right = wrong = 0
    for row in rows:
        listed = discover([Passage(row["text"], "")], language).names
        for name in _names(row):
            form, lemma = name["form"], _folded(name["lemma"])
            pairs = ((form_of, one.form) for one in listed for form_of in (one.form, *one.forms))
            said = next((_word_at(form, *pair) for pair in pairs if form in pair[0].split()), "")
            if said:
                other += _folded(form) != lemma
                right += _folded(form) != lemma == _folded(said)
                wrong += said != form and _folded(said) != lemma
    return [language, str(other), f"{_share(right, other)}%", str(wrong)]


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е")


def _word_at(word: str, mentioned: str, listed: str) -> str:
    """The word of the listed form in the place where the mention has this one; "" where they differ in length."""
    own, other = mentioned.split(), listed.split()
    return other[own.index(word)] if len(own) == len(other) else ""


def _speed(language: str, rows: Sequence[dict[str, Any]], options: Options) -> list[str]:
    passages = [Passage(row["text"], str(number)) for number, row in enumerate(rows)]
    timing = measure.rounds({"l10n": lambda: discover(passages, language)}, options.runs)["l10n"]
    each = measure.milliseconds(timing.median / len(passages))
    return [language, str(len(passages)), measure.milliseconds(timing.median), each]


if __name__ == "__main__":
    measure.main(run)
