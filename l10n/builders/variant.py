"""What is true of a page that is being built: every builder dresses it by this."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.builders import words
from l10n.builders.credits import Note
from l10n.builders.links import Links


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a script variant is made."""

    base: str
    """The locale that its texts are those of."""
    convert: words.Convert

    def long_date(self, iso: str, tag: str) -> str:
        """A date of the locale it comes from, in its own letters; as ever where it has words of its own."""
        own = words.long_date(iso, tag)
        return own if own != iso else self.convert(words.long_date(iso, self.base))


@dataclass(frozen=True, slots=True)
class Page:
    """What is true of a variant."""

    lang: str
    """BCP 47."""
    dir: str
    """"ltr" or "rtl"."""
    source_lang: str
    """Language of the source page; equal to `lang` in the source locale's own variant."""
    source_dir: str = "ltr"
    links: Links | None = None
    """None: references stay as they are."""
    url: str = ""
    """Its absolute address, "" where the site's base URL is not known."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(hreflang, absolute URL) of all published variants, itself and x-default included."""
    og_locale: str = ""
    og_alternates: tuple[str, ...] = ()
    """Open Graph locales of the other published variants."""
    notes: tuple[Note, ...] = ()
    """Added at the end of the article, each in a paragraph of class `l10n-byline` or `l10n-correction`."""
    conversion: Conversion | None = None
    """None: its texts are those of its own catalog."""
    encoding: str = "utf-8"
    """What the page will be written in; letters that it lacks are spelt as character references."""

    @property
    def translated(self) -> bool:
        return self.lang != self.source_lang

    @property
    def words(self) -> words.Words:
        """What it says for itself."""
        if self.conversion is None:
            return words.of(self.lang)
        return words.converted(self.lang, self.conversion.base, self.conversion.convert)

    def long_date(self, iso: str) -> str:
        """A date as it stands in running text."""
        return self.conversion.long_date(iso, self.lang) if self.conversion else words.long_date(iso, self.lang)

    def keeps(self, stated: str) -> bool:
        """The original knows its own language more closely: it is `en-GB`, or `en_US`, where the locale is `en`."""
        closer = stated.strip().lower().replace("_", "-").startswith(self.lang.lower() + "-")
        return closer and not self.translated
