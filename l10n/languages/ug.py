"""Uyghur: Arabic script (UEY) by default, Cyrillic (USY) in Kazakhstan, Latin (ULY).

Corrections to CLDR 48, from running text (UD Uyghur: 128 « before a letter against 11 »; 265 ASCII digits
and no Arabic ones) and from the GNOME and Xfce catalogs: quotations open with U+00AB and close with U+00BB,
inner ones with ‹ ›, and digits are ASCII.  CLDR has the marks reversed and Arabic digits by default.
Plural: one form, as GNOME and KDE write it (a noun after a numeral stays singular).
Facebook's list of locales has no Uyghur: the Open Graph locale is the project's to set.
A native reader has still to confirm: month and weekday names in Cyrillic and Latin script, which follow the
letter tables (Kazakhstan's papers also print the Russian names of the months).
"""

from __future__ import annotations

from l10n.languages import Language, words

MONTHS = words("يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر")
MONTHS_CYRL = words("январ феврал март апрел май июн июл авғуст сентәбир өктәбир ноябир декабир")
MONTHS_LATN = words("yanwar féwral mart aprél may iyun iyul awghust séntebir öktebir noyabir dékabir")

LANGUAGE = Language(
    tag="ug",
    name="Uyghur",
    own_name="ئۇيغۇرچە",
    script="Arab",
    direction="rtl",
    og_locale=None,
    plural_forms="nplurals=1; plural=0;",
    quotes=("«", "»"),
    inner_quotes=("‹", "›"),
    decimal=".",
    group=",",
    months=MONTHS,
    months_in_text=MONTHS,
    weekdays=words("دۈشەنبە سەيشەنبە چارشەنبە پەيشەنبە جۈمە شەنبە يەكشەنبە"),
)

SCRIPTS = {
    "Cyrl": {
        "own_name": "уйғурчә",
        "months": MONTHS_CYRL,
        "months_in_text": MONTHS_CYRL,
        "weekdays": words("дүшәнбә сәйшәнбә чаршәнбә пәйшәнбә җүмә шәнбә йәкшәнбә"),
    },
    "Latn": {
        "own_name": "uyghurche",
        "months": MONTHS_LATN,
        "months_in_text": MONTHS_LATN,
        "weekdays": words("düshenbe seyshenbe charshenbe peyshenbe jüme shenbe yekshenbe"),
    },
}
"""Fields that differ in another script."""
