"""Broken and hostile files, one a row: where it is put, what is put there, and what the refusal says."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.workflow.newsroom import SETTINGS

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><article>\n{}\n</article></body></html>'
EN, RU, KK = (f"locales/{locale}/ferry.po" for locale in ("en", "ru", "kk"))
LEDGER = "locales/ru/ferry.reviews.jsonl"

Change = Callable[[Path], object]


@dataclass(frozen=True)
class Bad:
    """One broken project."""

    name: str
    change: Change
    """What is done to the folder of a good one."""
    says: str
    where: str
    line: int | str = 0
    """The line that is named, as a number, or as the last one that holds these words; 0 where none can be."""
    verbs: tuple[str, ...] = ("sync", "build", "report", "review")
    """The commands that meet it."""

    def number(self, folder: Path) -> int:
        """The line that is named in the broken project."""
        if isinstance(self.line, int):
            return self.line
        lines = (folder / self.where).read_text(encoding="utf-8", errors="replace").split("\n")
        return max(number for number, said in enumerate(lines, 1) if self.line in said)


def put(place: str, content: bytes | str) -> Change:
    """This content in that place."""

    def change(folder: Path) -> None:
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    return change


def swap(place: str, old: bytes | str, new: bytes | str) -> Change:
    """The first of these replaced by those in a file that is there."""
    before, after = (one.encode("utf-8") if isinstance(one, str) else one for one in (old, new))

    def change(folder: Path) -> None:
        data = (folder / place).read_bytes()
        assert before in data, "the fixture says something else"
        (folder / place).write_bytes(data.replace(before, after, 1))

    return change


def add(place: str, content: bytes | str) -> Change:
    """This content at the end of a file that is there."""
    return lambda folder: put(place, (folder / place).read_bytes() + content.encode("utf-8"))(folder)  # type: ignore[union-attr]


def cut(place: str, mark: str) -> Change:
    """A file that ends in the middle of these words."""

    def change(folder: Path) -> None:
        data = (folder / place).read_bytes()
        (folder / place).write_bytes(data[: data.index(mark.encode("utf-8")) + 3])

    return change


def recoded(place: str, charset: str) -> Change:
    """A file in another charset than it says."""
    return lambda folder: (folder / place).write_bytes((folder / place).read_text(encoding="utf-8").encode(charset))


def folder_instead(place: str) -> Change:
    """A folder where a file belongs."""

    def change(folder: Path) -> None:
        (folder / place).unlink(missing_ok=True)
        (folder / place).mkdir()

    return change


def file_instead(place: str) -> Change:
    """A file where a folder belongs."""

    def change(folder: Path) -> None:
        (folder / place).rename(folder / ".was there")
        (folder / place).write_bytes(b"")

    return change


def link_out(place: str) -> Change:
    """A file or folder moved out of the project, and a link to it in its place."""

    def change(folder: Path) -> None:
        outside = folder.with_name(f"{folder.name} outside")
        (folder / place).rename(outside)
        (folder / place).symlink_to(outside)

    return change


def link(place: str, to: str) -> Change:
    """A link in this place."""

    def change(folder: Path) -> None:
        (folder / place).unlink(missing_ok=True)
        (folder / place).symlink_to(to)

    return change


def pipe(place: str) -> Change:
    """A pipe, at whose other end nobody ever writes."""

    def change(folder: Path) -> None:
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).unlink(missing_ok=True)
        os.mkfifo(folder / place)

    return change


def named(name: str) -> Change:
    """A good article under a bad name."""
    return put(f"source/{name}", PAGE.format("<p>The bridge is open again.</p>"))


def settings(more: str) -> Change:
    return put("l10n.toml", f"{SETTINGS}{more}\n")


ARTICLES = [
    Bad("no UTF-8", put("source/b.html", PAGE.format("<p>Привет</p>").encode("cp1251")), "not UTF-8", "b.html", 2),
    Bad("half UTF-16", put("source/b.html", "<p>Привет</p>".encode("utf-16")[:-1]), "not UTF-16", "b.html", 1),
    Bad("a NUL", put("source/b.html", PAGE.format("<p>One\0two</p>")), "NUL", "b.html", 2),
    Bad("no text", put("source/b.md", bytes(range(256))), "not UTF-8", "b.md", 2),
    Bad("no encoding", put("source/b.html", '<meta charset="klingon"><p>Hello there</p>'), "no encoding", "b.html", 1),
    Bad("100,000 tags", put("source/b.html", PAGE.format("<p>" + "<b>" * 100_000 + "x")), "20000 tags", "b.html", 2),
    Bad("no TOML", put("source/b.md", "+++\ntitle = " + "[" * 100_000 + "\n+++\nText here.\n"), "no TOML", "b.md", 1),
    Bad("deep quotations", put("source/b.md", ">" * 100_000 + " text\n"), "inside one another", "b.md", 1),
    Bad("many brackets", put("source/b.md", "[" * 100_000), "more than 2,000", "b.md", 1),
    Bad("a long line", put("source/b.md", "<" * 2_000_000), "1,000,000 characters", "b.md"),
    Bad("other language", put("source/b.html", '<html lang="fr"><p>Bonjour à tous.</p>'), "`fr`", "b.html"),
    Bad("half a letter", put("source/b.md", '---\ntitle: "A \\ud800"\n---\nHello there.\n'), "half a char", "b.md", 2),
    Bad("an EOT", put("source/b.html", PAGE.format("<p>One\4two</p>")), "EOT", "b.html", 2),
    Bad("two of a name", named("ferry.htm"), "one article", "ferry.htm"),
    Bad("reserved", named("glossary.html"), "reserved", "glossary.html"),
    Bad("too long", named("x" * 242 + ".html"), "too long by 1 bytes", "x.html"),
    Bad("a line end", named("a\nb.html"), "not seen", "a\\u000ab.html"),
    Bad("an escape", named("a\x1b[31mb.html"), "not seen", "a\\u001b[31mb.html"),
    Bad("turned round", named("a\u202elmth.html"), "turns the others", "a\\u202elmth.html"),
    Bad("a backslash", named("a\\b.html"), "backslash", "a\\b.html"),
    Bad("no name", named(b"\xff.html".decode("utf-8", "surrogateescape")), "not UTF-8", ".html"),
    Bad("a link out", link_out("source/ferry.html"), "leads out", "ferry.html"),
    Bad("a folder out", link_out("source/img"), "leads out", "source/img"),
    Bad("all out", link_out("source"), "leads out", "source"),
    Bad("a link to itself", link("source/b.html", "b.html"), "leads nowhere", "b.html"),
    Bad("a link to nothing", link("source/b.html", "c.html"), "leads nowhere", "b.html"),
]

NAMES = "source/glossary.toml"
READ_NAMES = ("sync", "report", "review", "names")


def glossary(text: bytes | str) -> Change:
    """A glossary that says this."""
    return put(NAMES, text)


GLOSSARIES = [
    Bad("no UTF-8", glossary("[[name]]\nform = 'Или'\n".encode("cp1251")), "not UTF-8", NAMES, 2, READ_NAMES),
    Bad("UTF-16", glossary("[[name]]\nform = 'Или'\n".encode("utf-16")), "not UTF-8", NAMES, 1, READ_NAMES),
    Bad("no TOML", glossary("[[name]]\nform = Или\n"), "no TOML", NAMES, 2, READ_NAMES),
    Bad("a NUL", glossary("[[name]]\nform = 'I\0le'\n"), "glossary.toml", NAMES, 2, READ_NAMES),
    Bad("100,000 brackets", glossary("[[name]]\nform = " + "[" * 100_000), "no TOML", NAMES, 0, READ_NAMES),
    Bad("a number", glossary("name = 7\n"), "no list of entries", NAMES, 1, READ_NAMES),
    Bad("a control", glossary('[[name]]\nform = "I\\u001ble"\n'), "not seen", NAMES, 2, READ_NAMES),
    Bad("turned round", glossary('[[name]]\nform = "\u202eelI"\n'), "mark of direction", NAMES, 2, READ_NAMES),
    Bad("two alphabets", glossary('[[name]]\nform = "Аlmaty"\n'), "mixes alphabets", NAMES, 2, READ_NAMES),
    Bad("10,000 letters", glossary(f'[[name]]\nform = "{"a" * 10_000}"\n'), "10,000", NAMES, 2, READ_NAMES),
    Bad("twice", glossary("[[name]]\nform = 'Ile'\n" * 2), "has two entries", NAMES, 4, READ_NAMES),
    Bad("no form", glossary("[[name]]\nkind = 'place'\n"), "no form", NAMES, 1, READ_NAMES),
    Bad(
        "a circle",
        glossary("[[name]]\nform = 'A'\nalso = ['B']\n[[name]]\nform = 'B'\nalso = ['A']\n"),
        "aliases of one another",
        NAMES,
        3,
        READ_NAMES,
    ),
    Bad("a link out", link(NAMES, "../l10n.toml"), "leads out", "glossary.toml", 0, READ_NAMES),
    Bad("small letters", put("source/Glossary.toml", ""), "small letters", "Glossary.toml"),
]

CATALOGS = [
    Bad("no quote", swap(RU, '12 машин."', "12 машин."), "msgstr is not closed", RU, "12 машин."),
    Bad("no comma", swap(RU, 'msgstr "Паром"', "msgstr Паром"), "neither a keyword nor a string", RU, "msgstr Паром"),
    Bad("an escape", add(RU, "\n\x1b]0;mine\x07\x1b[2J\n"), "␛]0;mine␇␛[2J", RU, "mine"),
    Bad("cut off", cut(RU, "Он берёт"), "msgstr is not closed", RU, "msgstr"),
    Bad("twice", add(RU, '\nmsgctxt "alt"\nmsgid "A ferry"\nmsgstr ""\n'), "stands here and in", RU, 'msgctxt "alt"'),
    Bad("target first", add(RU, '\nmsgstr "Паром"\nmsgid "A ferry"\n'), "before its `msgid`", RU, "msgstr"),
    Bad("no target", add(RU, '\nmsgid "A bridge"\n'), "no `msgstr`", RU, "A bridge"),
    Bad("bytes", put(RU, bytes(range(256))), "NUL", RU, 1),
    Bad("UTF-16", recoded(RU, "utf-16"), "UTF-16", RU, 1),
    Bad("no UTF-8", recoded(RU, "cp1251"), "a letter is not utf-8", RU, 16),
    Bad("no charset", swap(RU, "charset=UTF-8", "charset=KLINGON"), "`KLINGON` is not known", RU, 1),
    Bad("half a conflict", add(RU, "<<<<<<< HEAD\n"), "no end", RU, "<<<<<<<"),
    Bad("the last one", add(KK, '\nmsgid "A bridge"\nmsgstr "\n'), "not closed", KK, "msgstr"),
    Bad("no template", put("locales/ferry.pot", "<html>"), "neither a keyword nor a string", "locales/ferry.pot", 1),
    Bad("a folder", folder_instead(RU), "Is a directory", RU),
    Bad("a pipe", pipe(RU), "no file", RU),
    Bad("a link out", link_out(RU), "leads out", RU),
    Bad("a link to itself", link(RU, "ferry.po"), "Too many levels", RU),
    Bad("a locale out", link_out("locales/ru"), "leads out", "locales/ru"),
    Bad("all out", link_out("locales"), "leads out", "locales"),
    Bad("a file for a locale", file_instead("locales/ru"), "", "locales/ru"),
]

RECORD = '{"digest":"%s","verb":"translate","when":"2026-11-22T07:30:00Z","who":"aigul"}' % ("0" * 64)

LEDGERS = [
    Bad("garbage", swap(LEDGER, "\n", "\n{garbage\n"), "not a JSON object", LEDGER, 2),
    Bad("another text", swap(LEDGER, '"target":"Паром"', '"target":"Пором"'), "contradicts", LEDGER, "Пором"),
    Bad("no UTF-8", put(LEDGER, b"\xff\n"), "not UTF-8", LEDGER, 1),
    Bad("NULs", put(LEDGER, b"\0" * 512 + b"\n"), "not a JSON object", LEDGER, 1),
    Bad("deep", put(LEDGER, "[" * 100_000 + "\n"), "not a JSON object", LEDGER, 1),
    Bad("a number", put(LEDGER, f"{RECORD}\n5\n"), "not a JSON object", LEDGER, 2),
    Bad("a new key", put(LEDGER, RECORD.replace("verb", "mood") + "\n"), "`mood` is no key", LEDGER, 1),
    Bad("twice a key", put(LEDGER, RECORD.replace("{", '{"who":"timur",') + "\n"), "twice", LEDGER, 1),
    Bad("half a letter", put(LEDGER, RECORD.replace("aigul", "\\ud83d") + "\n"), "half a character", LEDGER, 1),
    Bad("a folder", folder_instead(LEDGER), "Is a directory", LEDGER),
    Bad("a link out", link_out(LEDGER), "leads out", LEDGER),
]

TOML = "l10n.toml"

OTHERS = [
    Bad("no TOML", put(TOML, 'locales = ["en"]\n[gate\n'), "cannot be read", TOML, 2),
    Bad("no end", put(TOML, 'locales = ["en"'), "cannot be read", TOML),
    Bad("deep", put(TOML, "a = " + "[" * 100_000), "cannot be read", TOML),
    Bad("no UTF-8", put(TOML, '# Қ\nlocales = ["en"] # Ғ'.encode("utf-16")), "not UTF-8", TOML, 1),
    Bad("a pipe", pipe(TOML), "no project", ""),
    Bad("a number", put(TOML, "segment = 5\n"), "`segment`", TOML, 1),
    Bad("no word", put(TOML, 'segmnt = "sentence"\n'), "segmnt", TOML, 1),
    Bad("no language", put(TOML, 'locales = ["en", "../../x"]\n'), "no language tag", TOML, 1),
    Bad("no pattern", settings('[text]\nfurniture = ["(("]'), "no regular expression", TOML, "furniture"),
    Bad("a slug out", settings('[article.ferry]\nslugs = {ru = "../x"}'), "no slug", TOML, "slugs"),
    Bad("no selector", settings('[html]\nselector = "p[["'), "no selector", ""),
    Bad("no template", settings('[article.ferry]\ndeadline = "soon"'), "no date", TOML, "deadline"),
    Bad("somebody's build", put("build/thesis.txt", "mine"), "no build of ours", "build", verbs=("build",)),
    Bad("a file", put("build", "mine"), "it is a file", "build", verbs=("build",)),
    Bad("a manifest", put("build/manifest.json", "[" * 100_000), "no JSON", "manifest.json", verbs=("build", "report")),
    Bad(
        "an entry",
        put("build/manifest.json", '{"tool": "l10n 1", "files": {"x": {"article": "ferry", "locale": ["ru"]}}}'),
        "damaged",
        "manifest.json",
        verbs=("build", "report"),
    ),
    Bad(
        "a manifest that is a pipe", pipe("build/manifest.json"), "no file", "manifest.json", verbs=("build", "report")
    ),
    Bad("a listing that is a pipe", pipe(".l10n/listed.json"), "no file", "listed.json", verbs=("review",)),
    Bad("a lock that is a pipe", pipe(".l10n/lock"), "No such device", "lock", verbs=("sync",)),
    Bad(
        "a listing in a circle",
        link(".l10n/listed.json", "listed.json"),
        "Too many levels",
        "listed.json",
        verbs=("review",),
    ),
    Bad("a cache", file_instead(".l10n"), "File exists", ".l10n", verbs=("sync", "build")),
    Bad(
        "no articles", lambda folder: (folder / "source/ferry.html").unlink(), "no article", "source", verbs=("build",)
    ),
]

PARAGRAPH = "Paragraph {} tells of {} horses. They came at dawn.\n\n"

ODD = {
    "no text at all": put("source/b.html", b""),
    "no text, Markdown": put("source/b.md", b""),
    "no text, plain": put("source/b.txt", b"\n\n\n"),
    "no unit": put("source/b.html", PAGE.format('<img src="img/ferry.jpg">')),
    "only a title": put("source/b.html", "<title>The bridge is open</title>"),
    "10 MB of <": put("source/b.html", b"<" * 10_000_000),
    "100,000 blocks": put("source/b.html", PAGE.format("<div>" * 100_000 + "<p>Open." + "</div>" * 100_000)),
    "5,000 lists": put("source/b.html", PAGE.format("<ul><li>" * 5_000 + "The bridge is open.")),
    "an entity bomb": put(
        "source/b.xhtml",
        '<?xml version="1.0"?>\n<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>\n'
        '<html lang="en"><body><p>The bridge &c; is open.</p></body></html>',
    ),
    "an entity from outside": put(
        "source/b.xhtml",
        '<?xml version="1.0"?>\n<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
        '<html lang="en"><body><p>The bridge &a; is open.</p></body></html>',
    ),
    "a comment without end": put("source/b.html", PAGE.format("<p>The bridge is open.</p>" + "<!--" * 100_000)),
    "100,000 attributes": put("source/b.html", PAGE.format("<p " + 'a="b" ' * 100_000 + ">The bridge is open.</p>")),
    "ampersands": put("source/b.html", PAGE.format("<p>" + "&" * 1_000_000 + "</p>")),
    "deep JSON": put("source/b.html", PAGE.format('<script type="application/ld+json">' + "[" * 100_000 + "</script>")),
    "stars": put("source/b.md", b"*" * 100_000),
    "deep YAML": put("source/b.md", "---\ntitle: " + "[" * 100_000 + "\n---\nThe bridge is open.\n"),
    "blanks": put("source/b.html", PAGE.format("<p>a" + "&nbsp;" * 200_000 + "b</p>")),
    "10,000 sentences": put("source/b.html", PAGE.format("<p>" + "It is open. It rains. " * 5_000 + "</p>")),
    "backticks": put("source/b.md", " `" * 5_000),
    "half a letter elsewhere": put("source/b.md", '---\nauthor: "A \\ud800"\n---\nHello there.\n'),
    "an orphan that cannot be read": put("locales/gone.pot", b"\xff"),
    "200 paragraphs": put("source/b.md", "".join(PARAGRAPH.format(n, 7 * n) for n in range(200))),
    "a name with blanks and quotes": named("a 'b' \"c\" & <d> %41 #e?.html"),
    "a Kazakh name": named("қазақ/Өзен үстіндегі көпір.html"),
    "the longest name": named("x" * 241 + ".html"),
}
"""What is merely strange: it is done, quickly, and the page comes out as it went in."""
