"""Laws of a catalog that follows a template: nothing typed is lost, and a second time changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import po
from l10n.model import Catalog, Entry
from l10n.sync.messages import follow

WHEN = "2026-11-22T07:30:00Z"
FORMS = "nplurals=2; plural=(n != 1);"
WORDS = ["Save", "Save it", "Save the text", "Close", "Open the segment", "Open this segment", "Word"]

messages = st.tuples(st.sampled_from([None, "state"]), st.sampled_from(WORDS), st.booleans())
templates = st.lists(messages, max_size=6, unique_by=lambda one: one[:2]).map(
    lambda some: Catalog(tuple(entry(*one) for one in some))
)
typed = st.tuples(messages, st.sampled_from(["", "Сакта", "Жап"]), st.booleans(), st.booleans())


def entry(context: str | None, source: str, is_plural: bool, target: str = "") -> Entry:
    plural = f"{source} (many)" if is_plural else None
    return Entry(context, source, (target, target and f"{target}тар") if is_plural else (target,), plural)


def catalog(rows: list) -> Catalog:
    """Entries of one key each, some fuzzy, some obsolete."""
    made: dict = {}
    for message, target, fuzzy, obsolete in rows:
        one = entry(*message, target).flagged(fuzzy and bool(target))
        made.setdefault(one.key, one.replace(obsolete=obsolete and bool(target)))
    active = [one for one in made.values() if not one.obsolete]
    return po.new("tr", plural_forms=FORMS).replace(entries=(*active, *(one for one in made.values() if one.obsolete)))


@settings(deadline=None)
@given(templates, st.lists(typed, max_size=8).map(catalog))
def test_laws(template: Catalog, old: Catalog) -> None:
    """The new catalog says what the template says; every old target is in it, or in the ledger; gettext can hold it."""
    done = follow(template, old, when=WHEN)
    new = done.catalog
    active = [one for one in new.entries if not one.obsolete]

    assert [(one.key, one.plural) for one in active] == [(one.key, one.plural) for one in template.entries]
    kept = {text for one in new.entries for text in one.targets} | {
        text for one in done.records if one.verb == "displace" for text in one.targets or ()
    }
    assert all(one.targets[0] in kept for one in old.entries if not one.empty)
    again = follow(template, new, when=WHEN)
    assert again.catalog is new
    assert not again.records
    assert po.loads(po.dumps(new)) == new


def test_places_and_flags() -> None:
    """They are the template's; an entry that has them already is the same object."""
    wanted = Entry(None, "Save", references=("a.html",), flags=("python-format",), extracted=("a button",))
    old = po.new("tr").replace(entries=(Entry(None, "Save", ("Сакта",), flags=("fuzzy", "c-format")),))
    (found,) = follow(Catalog((wanted,)), old, when=WHEN).catalog.entries

    assert (found.references, found.extracted, found.flags) == (("a.html",), ("a button",), ("fuzzy", "python-format"))
    assert found.targets == ("Сакта",)
