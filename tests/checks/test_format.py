"""What `msgfmt -c` refuses is found, and nothing that it accepts."""

from __future__ import annotations

import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import po
from l10n.checks import format as check
from l10n.model import Catalog, Entry
from tests.checks.wording import english
from tests.programs import need

RU = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
KDE = (
    "nplurals=4; plural=(n==1 ? 3 : n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)

ENTRIES = [
    Entry(None, "Border", ("Граница",)),
    Entry(None, "A line\n", ("Строка\n",)),
    Entry(None, "A line\n", ("Строка",)),
    Entry(None, "A line", ("Строка\n",)),
    Entry(None, "\nA line", ("Строка",)),
    Entry(None, "A line", ("\nСтрока",)),
    Entry(None, "5% of it", ("5% этого",)),
    *(
        Entry(None, source, (target,), flags=(flag,))
        for flag, (source, target) in product(
            ("c-format", "python-format", "python-brace-format"),
            [
                ("%d of %s", "%d из %s"),
                ("%d of %s", "%s из %d"),
                ("%d of %s", "%2$s из %1$d"),
                ("%d readers", "читатели"),
                ("%d readers", "%d читателей за %d дней"),
                ("%d readers", "%u читателей"),
                ("%d readers", "%ld читателей"),
                ("%d readers", "%f читателей"),
                ("%(name)s wrote", "%(name)s писал"),
                ("%(name)s wrote", "%(имя)s писал"),
                ("%(name)s wrote", "%(name)d писал"),
                ("%(name)s wrote", "%(name)s писал %s"),
                ("%(name)s wrote", "%s писал %(name)s"),
                ("%1$s wrote %2$s", "%1$s писал %s"),
                ("{name} wrote", "{name} писал"),
                ("{name} wrote", "писал"),
                ("{name} wrote", "{other} писал"),
                ("{0} of {1}", "{1} из {0}"),
                ("{0} of {1}", "{0} из"),
                ("{} of {}", "{} из {}"),
                ("{name} wrote", "{name писал"),
                ("{name} wrote", "{name} }писал"),
                ("{{name}} {x}", "{{имя}} {x}"),
                ("100%% of %s", "100%% от %s"),
                ("100%% of %s", "100% от %s"),
                ("%.2f tonnes", "%.1f тонны"),
                ("%-5s", "%5s"),
                ("%*d", "%d"),
            ],
        )
    ),
    *(
        Entry(None, "%d reader", targets, "%d readers", flags=("c-format",))
        for targets in (
            ("%d a", "%d b", "%d c"),
            ("a", "%d b", "%d c"),
            ("%d a", "b", "%d c"),
            ("%d a", "%d b"),
            ("%d a", "%d b", "%d c", "d"),
            ("%d a", "%d b", "%d c", "%d %s d"),
            ("%d a\n", "%d b", "%d c"),
            ("%d a", "", "%d c"),
        )
    ),
    *(
        Entry(None, source, ("%d a", "%d b", "%d c"), "%d readers", flags=("c-format",))
        for source in ("%d reader\n", "\n%d reader")
    ),
]


def catalog(entry: Entry, forms: str = RU) -> Catalog:
    return po.new("ru", plural_forms=forms).replace(entries=(entry,))


def refused(folder: Path, one: Catalog) -> bool:
    """What msgfmt says."""
    path = folder / "one.po"
    path.write_bytes(po.dumps(one))
    done = subprocess.run([need("msgfmt"), "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True)
    return done.returncode != 0


@pytest.mark.parametrize("forms", [RU, KDE, ""], ids=["three forms", "four forms", "no forms"])
def test_as_msgfmt(tmp_path: Path, forms: str) -> None:
    """It refuses what has a finding, and accepts what has none."""
    wrong = []
    for entry in ENTRIES:
        one = catalog(entry, forms)
        found = list(check.check_catalog(one))
        if refused(tmp_path, one) != bool(found):
            wrong.append((entry, found))
        assert not any(english(said.message) for _, said in found)
    assert wrong == []


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["c-format", "python-format", "python-brace-format"]),
    st.lists(st.sampled_from(["%d", "%s", "%1$s", "%(a)s", "{a}", "{0}", "{}", "%%", "%", "{", "x", " "]), max_size=5),
    st.lists(st.sampled_from(["%d", "%s", "%2$d", "%(a)s", "{a}", "{b}", "{0}", "{}", "%%", "}", "x"]), max_size=5),
)
def test_as_msgfmt_by_chance(tmp_path_factory: pytest.TempPathFactory, flag: str, one: list, other: list) -> None:
    """Directives in any order."""
    entry = Entry(None, "x" + "".join(one), ("x" + "".join(other),), flags=(flag,))
    made = catalog(entry)

    assert refused(tmp_path_factory.mktemp("po"), made) == bool(list(check.check_catalog(made)))


def test_what_msgfmt_leaves_out() -> None:
    """Fuzzy, empty and obsolete entries are nobody's business."""
    wrong = Entry(None, "%d readers", ("читатели",), flags=("c-format",))
    quiet = [wrong.flagged(True), wrong.replace(obsolete=True), wrong.replace(targets=("",))]

    assert list(check.check_catalog(Catalog(tuple(quiet)))) == []
    assert [one.rule for _, one in check.check_catalog(Catalog((wrong,)))] == ["directive"]
