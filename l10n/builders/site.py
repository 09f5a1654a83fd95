"""Where everything lies: files of a build, their addresses, and what is published of each article.

A *place* is a path under build/, which is also the path under the site's base URL: `kk/2026/border.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote

from l10n.errors import ProjectError
from l10n.phrases import phrase

RESERVED = frozenset({"index.html", "manifest.json"})
"""Places that the build itself writes."""

SAFE_IN_PATH = "/-._~!$&'()*+,;=:@"
"""What stands in the path of an address as it is (RFC 3986, pchar)."""


@dataclass(frozen=True, slots=True)
class Site:
    """How variants are laid out."""

    base_url: str = ""
    """"https://example.org/news/", with its slash; "" where none is known, then no address is absolute."""
    layout: str = "{locale}/{path}"
    x_default: str = ""
    """The locale for readers whose language is none of the variants; "" for the source locale."""
    bases: Mapping[str, str] = field(default_factory=dict)
    """By tag of a script variant, the locale that it is converted from."""

    def place(self, article: str, locale: str, suffix: str, slug: str = "") -> str:
        """The place of a file; a slug takes the place of the last part of the article's name."""
        folder, _, name = article.rpartition("/")
        path = f"{folder}/{slug or name}" if folder else slug or name
        return self.layout.replace("{locale}", locale).replace("{path}", path) + suffix

    def slug(self, locale: str, slugs: Mapping[str, str]) -> str:
        """The slug of an article; a script variant has that of its locale, whose address no letter table changes."""
        return slugs.get(locale) or slugs.get(self.bases.get(locale, ""), "")

    def url(self, place: str) -> str:
        """Absolute address of a place, "" where no base URL is known."""
        return self.base_url + address(place) if self.base_url else ""


def address(place: str) -> str:
    """A place as it stands in a URL."""
    return quote(place, safe=SAFE_IN_PATH)


@dataclass(frozen=True, slots=True)
class Article:
    """An article and its published variants."""

    name: str
    """Path under source/ without suffix."""
    suffix: str
    """".html", ".md", ".txt"."""
    locale: str
    """Its source locale."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """By locale, the place of the HTML page; published variants alone."""
    files: Mapping[str, str] = field(default_factory=dict)
    """By locale, the place of the file in its own format; the same as `pages` for an HTML article."""
    bases: Mapping[str, str] = field(default_factory=dict)
    """As in Site."""

    def best(self, locale: str, own: bool = False) -> str:
        """The place for a reader of that locale: in it, else in what it is converted from, else in the source locale;
        "" where none is published."""
        places = self.files if own else self.pages
        choices = (locale, self.bases.get(locale, ""), self.locale)
        return next((places[one] for one in choices if one in places), "")


def article(
    site: Site, name: str, suffix: str, source_locale: str, published: Iterable[str], slugs: Mapping[str, str]
) -> Article:
    """The places of an article's variants in these locales; Markdown and text have a page beside their own file."""
    locales = sorted(published)
    is_page = suffix.lower() in (".html", ".htm", ".xhtml")
    files = {locale: site.place(name, locale, suffix, site.slug(locale, slugs)) for locale in locales}
    pages = files if is_page else {loc: site.place(name, loc, ".html", site.slug(loc, slugs)) for loc in locales}
    return Article(name, suffix, source_locale, pages, files, site.bases)


def check(articles: Iterable[Article], assets: Iterable[str] = ()) -> None:
    """ProjectError where two files of a build would take one place, or one that is reserved."""
    owners = dict.fromkeys(RESERVED, "the build itself")
    taken = [(path, f"`{path}`") for path in assets]
    for one in articles:
        for locale, file in one.files.items():
            owner = f"`{one.name}` in `{locale}`"
            taken += [(place, owner) for place in dict.fromkeys((file, one.pages[locale]))]
    for place, owner in taken:
        if place in owners:
            hint = phrase("give one of them another name, or a slug in the settings")
            raise ProjectError(
                phrase("{one} and {other} would both be `{place}`", one=owner, other=owners[place], place=place),
                hint=hint,
            )
        owners[place] = owner
    for place in owners:
        for parent in PurePosixPath(place).parents:
            if str(parent) in owners:
                what = phrase(
                    "{one} would be `{place}`, inside `{file}`, which is a file",
                    one=owners[place],
                    place=place,
                    file=str(parent),
                )
                raise ProjectError(what, hint=phrase("give one of them another name"))


def alternates(site: Site, one: Article) -> tuple[tuple[str, str], ...]:
    """(hreflang, absolute URL) of every published variant, sorted, x-default last; empty without a base URL.

    x-default is the locale of the settings where published, else the source locale, else the first.
    Source: RFC 8288; Google Search Central on localized versions (each page lists all, itself included).
    """
    if not site.base_url or not one.pages:
        return ()
    found = [(locale, site.url(one.pages[locale])) for locale in sorted(one.pages)]
    choices = [locale for locale in (site.x_default, one.locale, found[0][0]) if locale in one.pages]
    return (*found, ("x-default", site.url(one.pages[choices[0]])))
