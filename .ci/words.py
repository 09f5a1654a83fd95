"""What the workbench says: its words go from templates and modules into catalogs, and from catalogs into the package.

    python .ci/words.py             after a word was added, changed or translated
    python .ci/words.py --check     says what is out of date, and changes nothing

l10n/web/**.{py,html} ──────┐
`phrase(…)` in l10n/**.py ── Babel ──► locales/workbench.pot ── l10n sync ──► locales/<locale>/workbench.po
`word(…)` in l10n/**.py ─────┘                      l10n/web/words/<locale>.mo ◄── what is not fuzzy ──┘
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir

from l10n import files, po
from l10n.model import Entry
from l10n.project import Project
from l10n.web.app import utc_now
from l10n.workflow import Options, sync_articles

HOME = Path(__file__).resolve().parents[1]
HOUSE, WEB = "l10n", "l10n/web"
NAME = "workbench"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "many": (1, 2),
    "pgettext": ((1, "c"), 2),
    "N_": None,
    "NN_": (1, 2),
    "NC_": ((1, "c"), 2),
    "count": (2, 3),
    "phrase": None,
}
ELSEWHERE = {"phrase": None}
"""What is looked for in the rooms below: they say it in English, and pages in the language of their readers."""
MARK = "i18n:"
"""How a comment begins that goes to translators: `# i18n: …`, `{# i18n: … #}`."""
BRACES = re.compile(r"\{[a-z_]+(:[^{}]*)?\}")


def entries(home: Path = HOME) -> tuple[Entry, ...]:
    """What is said anywhere, each once, by the first file that says it and then in its order."""
    found: dict[tuple[str, str], Entry] = {}
    for place, _, said, notes, context in sorted(
        _extracted(home), key=lambda one: (not one[0].startswith(WEB), one[:2])
    ):
        source, plural = said if isinstance(said, tuple) else (said, None)
        known = found.get((context or "", source))
        if known is None:
            flags = [
                *(["python-format"] if "%(" in source + (plural or "") else []),
                *(["python-brace-format"] if BRACES.search(source) else []),
            ]
            targets = ("",) if plural is None else ("", "")
            known = Entry(context, source, targets, plural, extracted=tuple(notes), flags=tuple(flags))
        references = tuple(dict.fromkeys((*known.references, place)))
        found[context or "", source] = known.replace(references=references, plural=known.plural or plural)
    return tuple(found.values())


def _extracted(home: Path) -> Iterator[tuple[str, int, object, list[str], str | None]]:
    for folder, keywords in ((WEB, KEYWORDS), (HOUSE, ELSEWHERE)):
        extracted = extract_from_dir(
            home / folder,
            METHODS,
            OPTIONS,
            keywords=keywords,
            comment_tags=[MARK],
            strip_comment_tags=True,
            directory_filter=lambda path: Path(path) != home / WEB,
        )
        for place, *rest in extracted:
            yield f"{folder}/{place}".replace("\\", "/"), *rest
    yield from _words(home)


def _words(home: Path) -> Iterator[tuple[str, int, object, list[str], str | None]]:
    """`word("weekday", "Monday")`: Babel would take any variable of that name for a call."""
    for path in sorted((home / HOUSE).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "word(" in text else ():
            match node:
                case ast.Call(
                    func=ast.Name(id="word"), args=[ast.Constant(value=str(context)), ast.Constant(value=str(said))]
                ):
                    yield path.relative_to(home).as_posix(), node.lineno, said, [], context


def template(home: Path = HOME) -> bytes:
    """The POT as it should be; places name files without lines, so that it changes when words do."""
    path = home / "locales" / f"{NAME}.pot"
    old = po.read(path) if path.exists() else po.new(project="l10n")
    known = old.by_key()
    fresh = (
        known.get(one.key, one).replace(**_content(one)) if known.get(one.key) != one else known[one.key]
        for one in entries(home)
    )
    return po.dumps(old.replace(entries=tuple(fresh)))


def _content(one: Entry) -> dict[str, object]:
    names = ("plural", "targets", "extracted", "references", "flags")
    return {name: getattr(one, name) for name in names}


def compiled(catalog: Path) -> bytes:
    """The `.mo` of a catalog: what is translated, and no draft."""
    return polib.pofile(str(catalog)).to_binary()


def stale(home: Path = HOME) -> list[str]:
    """Files that are not what the words say now."""
    project = Project.load(home)
    found = [f"locales/{NAME}.pot"] if project.template(NAME).read_bytes() != template(home) else []
    synced = sync_articles(project, project.chosen([NAME]), Options(when=utc_now(), dry_run=True))
    found += [f"locales/{one.locale}/{NAME}.po" for one in synced if one.told()]
    for locale in project.settings.locales:
        mo = home / WEB / "words" / f"{locale}.mo"
        if not mo.exists() or mo.read_bytes() != compiled(project.catalog(NAME, locale)):
            found.append(f"{WEB}/words/{locale}.mo")
    return found


def renew(home: Path = HOME) -> None:
    """Bring all of them up to date."""
    project = Project.load(home)
    files.replace(project.template(NAME), template(home))
    for one in sync_articles(project, project.chosen([NAME]), Options(when=utc_now())):
        print(f"{one.locale}: {one.told() or 'nothing new'}")
    for locale in project.settings.locales:
        files.replace(home / WEB / "words" / f"{locale}.mo", compiled(project.catalog(NAME, locale)))


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit("".join(f"{one} is out of date: run `python .ci/words.py`\n" for one in stale()) or None)
    renew()
