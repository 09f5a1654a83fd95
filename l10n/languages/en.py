"""English: source language of most articles.

Sources: CLDR 48 (months, separators, quotation marks); GNU gettext (plural forms).
"""

from __future__ import annotations

from l10n.languages import Language, words

MONTHS = words("January February March April May June July August September October November December")

LANGUAGE = Language(
    tag="en",
    name="English",
    own_name="English",
    script="Latn",
    direction="ltr",
    og_locale="en_US",
    plural_forms="nplurals=2; plural=(n != 1);",
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    decimal=".",
    group=",",
    months=MONTHS,
    months_in_text=MONTHS,
    weekdays=words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
)
