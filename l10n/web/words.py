"""What the workbench says, in the language of who reads it: gettext catalogs, compiled beside this file.

Figures, dates and spans of days are written as the language writes them.  Source: l10n.languages, CLDR through Babel
where it knows nothing; CLDR is wrong for Uyghur, which writes ASCII digits and the decimal point.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from markupsafe import Markup

from l10n import languages, phrases
from l10n.builders.words import long_date

FOLDER = Path(__file__).parent / "words"
"""Holds `<locale>.mo`."""
SOURCE = "en"
"""What templates and modules are written in."""
TONGUES = (SOURCE, "ru", "kk", "ug")
"""Languages of the interface, and the order in which they are offered."""
NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша", "ug": "ئۇيغۇرچە"}
"""What each is called by those who read it."""


def N_(message: str) -> str:  # noqa: N802  # what gettext calls it
    """Mark a message for the catalogs, where `_` is said of it elsewhere."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a message with a number in it, for `ngettext`."""
    return one, many


def NC_(context: str, message: str) -> str:  # noqa: N802  # what GLib calls it
    """Mark a message that means something else elsewhere, for `pgettext`."""
    return message


@cache
def translations(tongue: str) -> gettext.NullTranslations:
    """The catalog of a language; where it says nothing, what the templates say."""
    path = FOLDER / f"{tongue}.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def preferred(accepted: str, wanted: Iterable[str] = ()) -> str:
    """The language to speak: the first that is wanted, else the best of an Accept-Language header."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:20]):
        tag, _, weight = part.partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, tag.strip().lower()))
        except ValueError:
            continue
    asked = (*wanted, *(tag for _, _, tag in sorted(weighed)))
    return next((base for tag in asked if (base := tag.partition("-")[0]) in TONGUES), SOURCE)


def direction(tongue: str) -> str:
    """`ltr` or `rtl`."""
    return languages.get(tongue).direction


# --- what the rooms below say

_QUOTED = re.compile(r"`([^`\n]*)`")
"""What a sentence of theirs quotes: a text of somebody else, or a word to type."""


def told(message: str, tongue: str) -> Markup:
    """A sentence of theirs in this language; each text that it quotes has its own direction, whatever stands beside."""
    parts = enumerate(_QUOTED.split(phrases.again(message, translations(tongue))))
    return Markup("").join(Markup("<bdi><q>{}</q></bdi>").format(part) if n % 2 else part for n, part in parts)


def plainly(message: str, tongue: str) -> str:
    """The same without markup, for data and for what is read aloud."""
    first, last = languages.get(tongue).quotes
    said = phrases.again(message, translations(tongue))
    return _QUOTED.sub(lambda quoted: f"\u2068{first}{quoted[1]}{last}\u2069", said)


# --- as the language writes them


def number(value: float, tongue: str, digits: int = 0) -> str:
    """A number, thousands set apart: "1,234.5"."""
    language = languages.get(tongue)
    said = f"{value:,.{digits}f}"
    return said.translate({ord(","): language.group, ord("."): language.decimal})


def percent(share: float, tongue: str) -> str:
    """A share, 0–1; "100%" only where nothing is missing, "0%" only where nothing is there."""
    whole = round(share * 100)
    whole = min(99, max(1, whole)) if 0 < share < 1 else whole
    return f"{whole}\u00a0%" if tongue == "ru" else f"{whole}%"


def date(when: str, tongue: str) -> str:
    """The day of a time of the ledger, "2026-11-22T07:30:00Z" or "2026-11-22", in words."""
    return long_date(when, tongue)


def waiting(since: str, tongue: str, now: str) -> str:
    """How long something waits by now: "for 3 days"; a day at the most exact, as deadlines are."""
    days = max(0, (datetime.fromisoformat(now[:10]) - datetime.fromisoformat(since[:10])).days)
    if not days:
        return translations(tongue).gettext("since today")
    return translations(tongue).ngettext("for %(num)s day", "for %(num)s days", days) % {"num": number(days, tongue)}


@cache
def language(tag: str, tongue: str) -> str:
    """What a language is called in another one, its script beside it where it is named: "Kazakh (Arabic)"."""
    from babel import Locale, UnknownLocaleError

    known = languages.get(tag)
    try:
        names = Locale.parse(tongue)
    except UnknownLocaleError:
        return known.name
    base, *rest = known.tag.split("-")
    name = names.languages.get(base, known.name)
    scripts = [names.scripts.get(one, one) for one in rest if len(one) == 4]
    said = f"{name} ({scripts[0]})" if scripts else name
    return said[:1].upper() + said[1:]


FILTERS: dict[str, Callable[..., str]] = {
    "number": number,
    "percent": percent,
    "date": date,
    "waiting": waiting,
    "language": language,
    "told": told,
}
"""By the name that templates call them; each takes what is before the bar, then the language."""
