"""What is measured: sentences, pages, catalogs and archives, made from word lists; the same on every machine.

A page is one of a news site: about nine tenths of it are scripts, styles, navigation and cards of other articles.
It is well-formed XML besides, because po4a takes no other.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from pathlib import Path

from words import WORDS, Words

SHARE_RARE = 0.35
"""Of the words of a sentence, how many come from the tail of the vocabulary."""

NAMES, FIGURES, SHORTENED, QUOTED = 0.30, 0.18, 0.05, 0.08
"""Of sentences, how many hold a name, a figure, an abbreviation, and are said by somebody."""

ENDS = (0.030, 0.045, 0.052, 1.0)
"""So often, added up, a sentence ends in a question mark, an exclamation mark, an ellipsis, a full stop.
Both as in some 3,000 sentences of news, encyclopaedias and prose in the four languages."""


class Writer:
    """Writes sentences of one language; the same ones for the same seed."""

    def __init__(self, language: str, seed: int = 0) -> None:
        self.words: Words = WORDS[language]
        self._random = random.Random(f"{language} {seed}")
        self._ranks = list(accumulate(1 / rank for rank in range(1, len(self.words.frequent) + 1)))
        self._tail = [stem + ending for stem in self.words.stems for ending in ("", *self.words.endings)]
        self._names = [name + ending for name in self.words.names for ending in self.words.name_endings]

    def sentence(self) -> str:
        """One sentence of 8 to 28 words: names, figures, abbreviations and quotations as often as news have them."""
        rnd = self._random
        length = rnd.randint(8, 28)
        said = rnd.choices(self.words.frequent, cum_weights=self._ranks, k=length)
        for place in range(length):
            if rnd.random() < SHARE_RARE:
                said[place] = rnd.choice(self._tail)
        said[-1] = rnd.choice(self._tail)  # no sentence ends in a preposition
        if length > 14:
            said[rnd.randrange(4, length - 4)] += self.words.comma
        lottery = rnd.random()
        if lottery < NAMES:
            said[rnd.randrange(1, length)] = rnd.choice(self._names)
        elif lottery < NAMES + FIGURES:
            said[rnd.randrange(1, length)] = str(rnd.choice((rnd.randint(2, 99), rnd.randint(1990, 2030))))
        elif lottery < NAMES + FIGURES + SHORTENED:
            said[rnd.randrange(1, length - 1)] = rnd.choice(self.words.shortened)
        text = " ".join(said)
        text = text[0].upper() + text[1:]
        if rnd.random() < QUOTED:
            return f"{self.words.quotes[0]}{text}{self.words.comma}{self.words.quotes[1]} {self.words.saying}."
        return text + rnd.choices((self.words.question, "!", "…", "."), cum_weights=ENDS)[0]

    def sentences(self, count: int) -> list[str]:
        """So many sentences, each another one."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.sentence()] = None
        return list(found)

    def paragraph(self) -> str:
        """Two to seven sentences."""
        return " ".join(self.sentence() for _ in range(self._random.randint(2, 7)))

    def title(self) -> str:
        """A headline."""
        said = self._random.choices(self._tail, k=self._random.randint(4, 9))
        return " ".join([said[0].capitalize(), *said[1:]])

    def number(self) -> int:
        """One of four digits."""
        return self._random.randint(1000, 9999)

    def edited(self, sentence: str) -> str:
        """The sentence with one word changed."""
        said = sentence.split(" ")
        place = self._random.randrange(len(said) - 1)
        said[place] = self._random.choice(self._tail) if place else self._random.choice(self._tail).capitalize()
        return " ".join(said)

    def marked(self, text: str) -> str:
        """The text as HTML, a few of its words in links, emphasis or strong print."""
        said = [escape(word, quote=False) for word in text.split(" ")]
        for _ in range(len(said) // 40):
            place = self._random.randrange(len(said))
            if said[place][0] != "<":
                tag = self._random.choice(('a href="/2026/{0}.html?from=text&amp;id={0}"', "em", "strong"))
                name = tag.split(" ")[0]
                said[place] = f"<{tag.format(self.number())}>{said[place]}</{name}>"
        return " ".join(said)


# --- pages


def page(number: int = 0, size: int = 200_000, language: str = "en") -> str:
    """A page of a news site of about this many characters; nine tenths of them are not the article."""
    writer = Writer(language, number)
    article = _article(writer, size // 10)
    title, deck = writer.title(), writer.sentence()
    head = _head(writer, title, deck, language, size // 3)
    around = [_navigation(writer), article]
    length = len(head) + sum(map(len, around))
    while length < size:
        card = _card(writer) if length % 3 else _script(writer, 4000)
        around.append(card)
        length += len(card)
    around.append(_footer(writer))
    body = "\n".join(around)
    start = f'<!DOCTYPE html>\n<html lang="{language}">\n{head}<body class="article article--news">\n'
    return f"{start}{body}\n</body>\n</html>\n"


def _head(writer: Writer, title: str, deck: str, language: str, size: int) -> str:
    shown, said = escape(title), escape(deck)
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "description": deck,
        "inLanguage": language,
        "datePublished": "2026-03-14T09:30:00+06:00",
        "author": {"@type": "Person", "name": writer.title()},
        "image": [{"@type": "ImageObject", "url": "https://example.org/photo.jpg", "caption": writer.sentence()}],
    }
    linked = json.dumps(data, ensure_ascii=False).replace("&", "\\u0026").replace("<", "\\u003c")
    scripts = "".join(_script(writer, 8000) for _ in range(size // 16_000))
    rules = (f"color: #{n * 977 % 0xFFFFFF:06x}; margin: 0 {n % 9}px" for n in range(size // 130))
    style = "\n".join(f".card-{n} > .title:hover {{ {rule} }}" for n, rule in enumerate(rules))
    return f"""<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{shown}</title>
<meta name="description" content="{said}" />
<link rel="canonical" href="https://example.org/2026/article.html" />
<meta property="og:title" content="{shown}" />
<meta property="og:description" content="{said}" />
<meta property="og:locale" content="en_US" />
<meta name="twitter:title" content="{shown}" />
<meta name="twitter:description" content="{said}" />
<script type="application/ld+json">{linked}</script>
<style type="text/css">/*<![CDATA[*/
{style}
/*]]>*/</style>
{scripts}</head>
"""


def _script(writer: Writer, size: int) -> str:
    """A script as sites have them: long lines, and signs that would be markup elsewhere."""
    lines = []
    length = 0
    while length < size:
        title = writer.title().replace("'", " ")
        line = f"window.items.push({{id:{length},title:'{title}',html:'<b>'+(a<b&&c>d?1:0)+'<\\/b>',seen:!0}});"
        lines.append(line)
        length += len(line)
    return "<script>//<![CDATA[\n" + "".join(lines) + "\n//]]></script>\n"


def _navigation(writer: Writer) -> str:
    links = "\n".join(
        f'<li class="menu__item menu__item--{n}"><a class="menu__link" href="/section/{n}/" data-track="menu-{n}">'
        f"{escape(writer.title())}</a></li>"
        for n in range(60)
    )
    return f'<header class="site"><nav class="menu" aria-label="Sections"><ul>\n{links}\n</ul></nav></header>'


def _article(writer: Writer, size: int) -> str:
    """The article itself: paragraphs, sub-headings, a figure, a list, a quotation, a table."""
    parts = [f"<h1>{escape(writer.title())}</h1>", f'<p class="deck">{escape(writer.sentence())}</p>']
    length = 0
    while length < size:
        parts.append(f"<p>{writer.marked(writer.paragraph())}</p>")
        length += len(parts[-1])
        extra = len(parts) % 12
        if extra == 3:
            parts.append(f"<h2>{escape(writer.title())}</h2>")
        elif extra == 6:
            parts.append(
                f'<figure class="photo"><img src="photo-{length}.jpg" alt="{escape(writer.title())}" width="960" />'
                f"<figcaption>{escape(writer.sentence())}</figcaption></figure>"
            )
        elif extra == 8:
            items = "".join(f"<li>{writer.marked(writer.sentence())}</li>\n" for _ in range(5))
            parts.append(f"<ul>\n{items}</ul>")
        elif extra == 10:
            parts.append(f"<blockquote><p>{escape(writer.sentence())}</p></blockquote>")
        elif extra == 11:
            rows = "".join(f"<tr><th>{escape(writer.title())}</th><td>{n * 17}</td></tr>\n" for n in range(4))
            parts.append(f"<table><tbody>\n{rows}</tbody></table>")
    body = "\n".join(parts)
    return f'<main><article itemprop="articleBody" id="content">\n{body}\n</article></main>'


def _card(writer: Writer) -> str:
    number = writer.number()
    return f"""<div class="card card--related" data-id="{number}"><a class="card__link" href="/2026/{number}.html">
<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 2 7l10 5 10-5-10-5Zm0 9-8-4 8-4 8 4-8 4Z" />
</svg><img class="card__image" loading="lazy" src="/t/{number}.webp" srcset="/t/{number}@2x.webp 2x" alt="" />
<span class="card__title">{escape(writer.title())}</span><time datetime="2026-03-14">14 March 2026</time></a></div>"""


def _footer(writer: Writer) -> str:
    links = "".join(f'<a href="/about/{n}/">{escape(writer.title())}</a>\n' for n in range(30))
    return f'<footer class="site"><form action="/search"><input type="search" name="q" /></form>\n{links}</footer>'


def short_page(number: int, sentences: Sequence[str] = ()) -> str:
    """A page of about 5 kB with little around its article; of these sentences, where they are given."""
    writer = Writer("en", number)
    said = list(sentences) or [writer.sentence() for _ in range(30)]
    title = writer.title()
    parts = [" ".join(said[n : n + 4]) for n in range(0, len(said), 4)]
    body = "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in parts)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="description" content="{escape(writer.sentence())}">\n</head>\n<body>\n'
        f"<article>\n<h1>{escape(title)}</h1>\n{body}\n</article>\n</body>\n</html>\n"
    )


# --- catalogs

HEADER = """msgid ""
msgstr ""
"Project-Id-Version: bench\\n"
"PO-Revision-Date: 2026-01-02 10:00+0000\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) "
"? 1 : 2);\\n"
"""
WIDTH = 77
"""Columns at which gettext wraps."""


def pairs(count: int) -> list[tuple[str, str]]:
    """English sentences with Russian ones in their place."""
    return list(zip(Writer("en").sentences(count), Writer("ru").sentences(count), strict=True))


def catalog(texts: Sequence[tuple[str, str]]) -> str:
    """A Russian PO file in gettext's layout, with comments, references, flags; one in 20 fuzzy, one in 20 empty."""
    rnd = random.Random(7)
    parts = [HEADER.replace("{language}", "ru")]
    for n, (source, target) in enumerate(texts):
        lottery = rnd.random()
        fuzzy, empty = lottery < 0.05, lottery > 0.95
        lines = [f"# Seen by editor {n % 7}\n"] if n % 5 == 0 else []
        lines.append(f"#. p {n // 4 + 1}, sentence {n % 4 + 1} of 4\n#: source/2026/{n // 30:05d}.html:{n % 30 + 1}\n")
        lines.append("#, fuzzy\n" if fuzzy else "#, no-wrap\n" if n % 11 == 0 else "")
        if fuzzy:
            lines.append(_wrapped("#| msgid", f"{source} Before.", '#| "'))
        lines.append(f'msgctxt "{"p" if n % 9 else "headline"}"\n')
        lines.append(_wrapped("msgid", source))
        lines.append('msgstr ""\n' if empty else _wrapped("msgstr", target))
        parts.append("".join(lines))
    return "\n".join(parts)


def template(sources: Sequence[str]) -> str:
    """A POT with these sources."""
    parts = [HEADER.replace("{language}", "")]
    for n, source in enumerate(sources):
        place = f"#. p {n // 4 + 1}, sentence {n % 4 + 1} of 4\n#: source/2026/{n // 30:05d}.html:{n % 30 + 1}\n"
        parts.append(f'{place}msgctxt "{"p" if n % 9 else "headline"}"\n{_wrapped("msgid", source)}msgstr ""\n')
    return "\n".join(parts)


def _wrapped(keyword: str, text: str, quote: str = '"') -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    if len(keyword) + len(text) + 3 <= WIDTH:
        return f'{keyword} "{text}"\n'
    lines, line = [f'{keyword} ""\n'], ""
    for word in text.split(" "):
        if len(line) + len(word) + 1 > WIDTH:
            lines.append(f'{quote}{line} "\n')
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "".join(lines) + f'{quote}{line}"\n'


def edited(sources: Sequence[str], share: float = 0.1) -> list[str]:
    """The sources with a word changed in each of this share of them; among 100 more one is new and one is gone."""
    writer, rnd = Writer("en", 99), random.Random(11)
    changed = []
    for source in sources:
        lottery = rnd.random()
        if lottery < share:
            changed.append(writer.edited(source))
        elif lottery < share + 0.01:
            changed += [source, writer.sentence()]
        elif lottery > 0.99:
            continue
        else:
            changed.append(source)
    return list(dict.fromkeys(changed))


# --- archives


def archive(folder: Path, articles: int, locales: Sequence[str] = ("en", "ru", "kk", "ug")) -> None:
    """A project with so many short pages, in folders of a hundred; nothing is synced."""
    tags = ", ".join(f'"{tag}"' for tag in locales)
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_text(
        f'source-locale = "en"\nlocales = [{tags}]\n\n[gate]\nstate = "translated"\nshare = 0.9\n'
        'fallback = {default = "source"}\n\n[build]\nbase-url = "https://example.org/"\n',
        encoding="utf-8",
    )
    for n in range(articles):
        path = folder / "source" / f"{n // 100:03d}" / f"article-{n:05d}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(short_page(n), encoding="utf-8")


def paragraphs(language: str, characters: int) -> Iterator[str]:
    """Running text, a paragraph at a time."""
    writer = Writer(language)
    length = 0
    while length < characters:
        text = writer.paragraph()
        length += len(text)
        yield text


# --- newsrooms

_GIVEN = {
    "Ash": "Аш",
    "Bek": "Бек",
    "Dar": "Дар",
    "Eld": "Эльд",
    "Fer": "Фер",
    "Gul": "Гуль",
    "Har": "Хар",
    "Kar": "Кар",
    "Lin": "Лин",
    "Mar": "Мар",
    "Nur": "Нур",
    "Ros": "Рос",
    "Sar": "Сар",
    "Tal": "Тал",
    "Yar": "Яр",
}
_TAILS = {
    "ambar": "амбар",
    "bolat": "болат",
    "dulat": "дулат",
    "gazy": "газы",
    "kamal": "камал",
    "lasan": "ласан",
    "mirza": "мирза",
    "nazar": "назар",
    "rasul": "расул",
    "sultan": "султан",
    "tolkyn": "толкын",
    "zhanar": "жанар",
}
"""Beginnings of names and of the rest of surnames, English and Russian."""


def people(count: int) -> dict[str, str]:
    """So many persons, made of syllables: their English names with the Russian ones."""
    given = {en + tail: ru + end for en, ru in _GIVEN.items() for tail, end in (("zhan", "жан"), ("bek", "бек"))}
    family = {en + tail + "ov": ru + end + "ов" for en, ru in _GIVEN.items() for tail, end in _TAILS.items()}
    every = [(f"{a} {b}", f"{given[a]} {family[b]}") for b in family for a in given]
    return dict(every[:: len(every) // count][:count])


def newsroom(folder: Path, articles: int, segments: int, names: int) -> None:
    """A project with a glossary of persons, and articles in English and Russian; every third segment names one."""
    from l10n import po, workflow
    from l10n.project import Project

    known = people(names)
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_text('source-locale = "en"\nlocales = ["en", "ru"]\n', encoding="utf-8")
    entries = (f'[[name]]\nform = "{name}"\nkind = "person"\nsex = "male"\n' for name in known)
    (folder / "source" / "glossary.toml").write_text("\n".join(entries), encoding="utf-8")
    (folder / "locales" / "ru").mkdir(parents=True)
    drafts = "".join(f'\nmsgctxt "person"\nmsgid "{name}"\nmsgstr "{known[name]}"\n' for name in known)
    (folder / "locales" / "ru" / "glossary.po").write_text(
        HEADER.replace("{language}", "ru") + drafts, encoding="utf-8"
    )
    rnd, english, russian = random.Random(5), Writer("en").sentences(2000), Writer("ru").sentences(2000)
    said: dict[str, str] = {}
    for number in range(articles):
        chosen = []
        for _ in range(segments):
            source, target = rnd.choice(english), rnd.choice(russian)
            if rnd.random() < 1 / 3:
                name = rnd.choice(list(known))
                source, target = f"{name}: {source}", f"{known[name]}: {target}"
            said.setdefault(source, target)
            chosen.append(source)
        body = "\n".join(f"<p>{escape(source, quote=False)}</p>" for source in chosen)
        (folder / "source" / f"{number:05d}.html").write_text(f"<html><body>{body}</body></html>\n", encoding="utf-8")
    project = Project.load(folder)
    workflow.sync_articles(project, project.articles(), workflow.Options(when="2026-03-14T09:30:00Z"), None)
    for path in (folder / "locales" / "ru").glob("[0-9]*.po"):
        catalog = po.read(path)
        typed = tuple(entry.replace(targets=(said.get(entry.source, ""),)) for entry in catalog.entries)
        po.write(catalog.replace(entries=typed), path)
