"""HTML as found in the wild, and XHTML: texts are spliced into the page, everything else stays as it is.

Supported: omitted end tags and wrong ones, unquoted attributes, upper case, comments, references with and without a
semicolon, scripts and styles, conditional comments, CRLF; headings, paragraphs, lists, tables, figures, quotations, and
text that stands bare in a `<div>` or beside blocks in a `<li>`; alt, title, aria-label and placeholder; `<title>`,
descriptions, Open Graph, Twitter and Dublin Core texts; JSON-LD (see jsonld.py). What kind a text is: kinds.py. What
is left alone: scope.py. How inline tags become codes: tokens.py. What of a page is the article: article.py. What a
built page says of its languages: spoken.py.

Unsupported: text in scripts, styles, `<pre>`, `<template>`, `<textarea>`, `<noscript>`, `<svg>`, `<math>`, `<iframe>`,
`<object>`, `<video>`, `<audio>` and CDATA sections; values of form controls; `<base>`; the name of the site
(`og:site_name`); `articleBody` and names in JSON-LD; rules of ITS kept outside `translate`.

Laws: those of every format. Which part of a page is the article depends on the length of its texts, so the second law
holds where an article is marked up or selected, and for translations of ordinary length elsewhere. An answer equal to
the source keeps the text as it was written; another one is written in plain characters, `&`, `<` and `>` escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from l10n import markup
from l10n.errors import FormatError
from l10n.formats.answer import Translate, ask
from l10n.formats.html import around, kinds, places, scope, selectors, spoken, tokens, writing
from l10n.formats.html.around import Spoken
from l10n.formats.html.page import Page, Run, attributes
from l10n.formats.html.places import Place
from l10n.formats.html.reading import read
from l10n.formats.html.tokens import LeftOut
from l10n.model import Unit
from l10n.phrases import phrase


def rewrite(
    text: str,
    translate: Translate,
    *,
    selector: str = "",
    exclude: Sequence[str] = (),
    whole_page: bool = False,
    lang: str = "",
    dir: str = "",
    foreign_lang: str = "",
    foreign_dir: str = "",
    encoding: str = "utf-8",
    **_: Any,
) -> str:
    """The page with translate's answer in the place of each unit.

    NotReady: an answer whose inline codes are not those of its unit.

    selector: what the article is, where the default does not find it; several are joined by a comma.
    exclude: selectors of what is left alone inside it.
    whole_page: everything is taken, navigation and all.
    foreign_lang, foreign_dir: language and direction of a passage that an answer marks as `<foreign>…</foreign>`.
    lang, dir: language and direction of the answers; given with those, what is translated and what is left says so.
    encoding: what it cannot hold is written as a character reference.
    """
    found = _places((text, selector, tuple(exclude), whole_page))
    answers = [ask(translate, place.unit) for place in found]
    manner = writing.Manner(encoding, foreign_lang, foreign_dir, lang, dir)
    if lang and foreign_lang:
        said = spoken.edits(text, found, manner)
        text, found = markup.splice(text, said), spoken.shifted(found, said)
    return markup.splice(text, writing.edits(text, found, answers, manner))


def language(text: str) -> str:
    """What `<html lang>` says, or `xml:lang`, or `http-equiv=content-language`; otherwise ""."""
    for tag in markup.tags(text, ("html", "meta", "body")):
        found = {each.name: each.value.strip() for each in reversed(markup.attributes(text, tag.start, tag.end))}
        if tag.name == "body":
            break
        said = found.get("lang") or found.get("xml:lang") if tag.name == "html" else ""
        if found.get("http-equiv", "").lower() == "content-language":
            said = found.get("content", "")
        if said:
            return said
    return ""


def stated(
    text: str,
    units: Sequence[Unit],
    *,
    selector: str = "",
    exclude: Sequence[str] = (),
    whole_page: bool = False,
    **_: Any,
) -> list[Spoken]:
    """For each unit of the page the element around it that states a language, and that language; see around.py."""
    return around.stated(text, _places((text, selector, tuple(exclude), whole_page)))


TOO_MANY = 100_000
"""Texts from which a page is no article; a novel has some thousand paragraphs."""

Asked = tuple[str, str, tuple[str, ...], bool]
"""A page and the settings that decide which texts of it are units."""

_latest: tuple[Asked, list[Place]] | None = None
"""The last page that was read: an article is usually rebuilt, in each locale, right after that."""


def _places(asked: Asked) -> list[Place]:
    """The units of a page in document order."""
    global _latest
    known = _latest
    if known is None or known[0] != asked:
        known = _latest = (asked, _looked_for(*asked))
    return known[1]


def _looked_for(text: str, selector: str, exclude: tuple[str, ...], whole_page: bool) -> list[Place]:
    page = read(text, skim=not selector and not whole_page)
    spans = scope.spans(page, selector, whole_page)
    if not spans:
        page = read(text)
        spans = [(0, len(text))]
    left_out = _left_out(page, exclude)
    elements, runs = scope.taken(page, spans, left_out)
    if len(runs) > TOO_MANY:
        raise FormatError(
            phrase("more than {most} texts on one page", most=TOO_MANY),
            hint=phrase("select the article in the settings"),
        )
    found = list(places.head(page))
    for element in elements:
        found += places.of_tag(page, element.name, element.start, element.end)
    for run in runs:
        found += _of_run(page, run, left_out)
    found.sort(key=lambda place: (place.start, -place.end))
    return found


def _left_out(page: Page, exclude: tuple[str, ...]) -> LeftOut | None:
    if not exclude:
        return None
    fits = selectors.compile(exclude)
    return lambda element: fits(element, page.text)


def _of_run(page: Page, run: Run, left_out: LeftOut | None) -> list[Place]:
    """The units of a run: its texts, and attributes of its tags."""
    element = run.element
    kind = kinds.of(element, page)
    tag = element.tag(page.text)
    id = attributes(tag).get("id", "") if tag else ""
    words = tokens.words_end(page.text, run)
    if words:
        return places.plain(page, run.start, words, kind, id)
    found: list[Place] = []
    groups, tags = tokens.read(page.text, run, kind == "figcaption", left_out)
    for group, stated in groups:
        found += places.marked(page, group, stated if stated and kind in kinds.GENERAL else kind, id)
    for token in tags:
        found += places.of_tag(page, token.name, token.start, token.start + len(token.tag))
    return found
