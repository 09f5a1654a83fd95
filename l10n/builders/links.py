"""References that still resolve from the new place of a page.

Everything under source/ keeps its path in a build, but for articles, which move to the place of their variant.
A relative reference is resolved from the old place and written anew from the new one; one that leads to an
article leads to its variant in the page's locale, else in the article's source locale.  Queries and fragments stay.
Law: resolve(new place, move(r)) is resolve(old place, r), or the variant of the article found there.
Source: RFC 3986 §5.2; HTML Standard (srcset §4.8.4.2.1), CSS Syntax 3 (url()).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote, urlsplit

from l10n.builders.site import Article, Site, address

_WHITE = " \t\n\f\r"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_BEFORE_URL = re.compile(r"[\s,]*+")
_URL = re.compile(r"\S*+")
_DESCRIPTORS = re.compile(r"[^,(]*+(?>(?:\([^)]*+\)?[^,(]*+)*)")
_CSS_URL = re.compile(
    r"""url\(\s*+(?:"(?P<a>[^"\n]*+)"|'(?P<b>[^'\n]*+)'|(?P<c>[^)\s"'(]*+))\s*+\)"""
    r"""|@import\s++(?:"(?P<d>[^"\n]*+)"|'(?P<e>[^'\n]*+)')""",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Archive:
    """All articles of a project, found by the path that a link names."""

    site: Site = field(default_factory=Site)
    articles: Mapping[str, Article] = field(default_factory=dict)
    """By path: "2026/border.html", and "notes/steppe.md" as well as "notes/steppe.html"."""

    @classmethod
    def of(cls, site: Site, articles: Iterable[Article]) -> Archive:
        by_path: dict[str, Article] = {}
        for one in articles:
            by_path[one.name + one.suffix] = one
            by_path.setdefault(one.name + ".html", one)
        return cls(site, by_path)

    def find(self, path: str) -> Article | None:
        """The article at a path; a folder leads to its index.html."""
        return self.articles.get(path + "index.html" if path.endswith("/") or not path else path)


@dataclass(frozen=True)
class Links:
    """The references of one page: where it stood, where it goes, in which locale."""

    archive: Archive
    old: str
    """Path under source/: "2026/border.html"."""
    new: str
    """Its place."""
    locale: str
    own: bool = False
    """The page is built in its own format: links to `.md` stay links to `.md`."""
    elsewhere: bool = False
    """The page has a `<base>` on another site, so relative references lead there."""

    def move(self, reference: str, locale: str = "") -> str:
        """The reference, as it must read in the new place; unchanged where it means the same there.

        locale: of the reader it is for, where that is not the page's own (a link with `hreflang`).
        """
        trimmed = reference.strip(_WHITE)
        if not trimmed or trimmed[0] in "?#":
            return reference
        path, rest = _split(trimmed)
        host, absolute = self._absolute(path)
        if not absolute:
            return reference
        target = path
        place = self._variant(absolute, locale or self.locale)
        here = self._here
        if path.startswith("/") or host:
            target = host + self._root + place if place else path
        elif place:
            target = relative(here, place)
        elif here != self._there:
            target = relative(here, joined(self._there, path))
        return reference if target == path else target + rest

    def to(self, place: str) -> str:
        """The relative reference to a place of the build."""
        return relative(address_folder(self.new), address(place))

    def based(self, href: str) -> Links:
        """The links of the page once a `<base>` says where relative references start."""
        _, absolute = self._absolute(_split(href.strip(_WHITE))[0])
        if not absolute.startswith(self._root):
            return replace(self, elsewhere=True)
        inside = unquote(absolute[len(self._root) :])
        return replace(self, old=inside, new=inside)

    @cached_property
    def _here(self) -> str:
        """The folder of the new place."""
        return address_folder(self.new)

    @cached_property
    def _there(self) -> str:
        """The folder of the old place."""
        return address_folder(self.old)

    @cached_property
    def _root(self) -> str:
        """The path of the site's base URL."""
        return urlsplit(self.archive.site.base_url).path or "/"

    def _absolute(self, path: str) -> tuple[str, str]:
        """(scheme and host as written, path from the root of the host); no path where it leads to another site."""
        if _SCHEME.match(path) or path.startswith("//"):
            length = _host_length(path, self.archive.site.base_url)
            return (path[:length], _clamped(path[length:])) if length else ("", "")
        if path.startswith("/"):
            return "", _clamped(path)
        return "", "" if self.elsewhere else _clamped(self._root + self._there + path)

    def _variant(self, absolute: str, locale: str) -> str:
        """Place of the variant that a path of the old site leads to, as in a URL; "" where it leads to no article."""
        if not absolute.startswith(self._root):
            return ""
        path = unquote(absolute[len(self._root) :])
        if path == self.old and locale == self.locale:
            return address(self.new)
        found = self.archive.find(path)
        return address(found.best(locale, self.own and path.endswith(found.suffix))) if found else ""


def _split(reference: str) -> tuple[str, str]:
    match = _PARTS.match(reference)
    return (match[1], match[2]) if match else (reference, "")


def _host_length(url: str, base: str) -> int:
    """How much of an absolute URL is scheme and host, where the host is that of the base URL; 0 where it is another."""
    host = "//" + urlsplit(base).netloc.lower()
    at = 0 if url.startswith("//") else url.find(":") + 1
    scheme, end = url[:at].lower(), at + len(host)
    ours = (
        base and scheme in ("", "http:", "https:") and url[at:end].lower() == host and url[end : end + 1] in ("", "/")
    )
    return end if ours else 0


def _clamped(path: str) -> str:
    """A path from the root of a host, its dots resolved; `..` does not lead above the root."""
    inside = joined("", path[1:])
    while inside.startswith("../"):
        inside = inside[3:]
    return "/" + inside


def address_folder(place: str) -> str:
    """The folder of a place as it stands in a URL, "" or with its slash."""
    return address(place.rpartition("/")[0] + "/") if "/" in place else ""


def joined(folder: str, path: str) -> str:
    """A relative path from that folder; `..` that lead above the root stay in front."""
    done: list[str] = folder.split("/")[:-1]
    *parts, last = path.split("/")
    for part in parts:
        if part == "..":
            done.append("..") if not done or done[-1] == ".." else done.pop()
        elif part != ".":
            done.append(part)
    if last == "..":
        done.append("..") if not done or done[-1] == ".." else done.pop()
    tail = "" if last in (".", "..") else last
    return "/".join([*done, tail])


def relative(folder: str, path: str) -> str:
    """The reference that leads from a folder to a path of the same root."""
    here, there = folder.split("/")[:-1], path.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same] != "..":
        same += 1
    target = "/".join([".."] * (len(here) - same) + there[same:])
    if not target:
        return "./"
    return "./" + target if ":" in target.split("/")[0] or target.startswith("/") else target


def srcset(value: str, move: Callable[[str], str]) -> str:
    """The candidates of a srcset with their URLs moved; descriptors and white space stay."""
    pieces: list[str] = []
    at = 0
    while at < len(value):
        start = _end(_BEFORE_URL, value, at)
        end = _end(_URL, value, start)
        url = value[start:end].rstrip(",")
        pieces += [value[at:start], move(url) if url else ""]
        at = start + len(url)
        if at == end:
            end = _end(_DESCRIPTORS, value, at)
        pieces.append(value[at:end])
        at = end
    return "".join(pieces)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def css(text: str, move: Callable[[str], str]) -> str:
    """A style sheet or style attribute with the URLs of `url()` and `@import` moved."""

    def moved(match: re.Match[str]) -> str:
        start, end = match.span(match.lastgroup or 0)
        before, after = match[0][: start - match.start()], match[0][end - match.start() :]
        return before + move(text[start:end]) + after

    lower = text.lower()
    return _CSS_URL.sub(moved, text) if "url(" in lower or "@import" in lower else text
