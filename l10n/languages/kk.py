"""Kazakh: Cyrillic in Kazakhstan, Arabic script in China, a Latin alphabet under way.

Sources: CLDR 48 (months, weekdays, separators, quotation marks; kk-Arab for the Arabic script); GNOME and
KDE for the single plural form: a noun after a numeral stays singular, so CLDR's two forms hold the same text.
Latin letters follow the project of 2021.
A native reader has still to confirm: the month names in Latin script.
"""

from __future__ import annotations

from l10n.languages import Language, words

MONTHS = words("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")
MONTHS_ARAB = words("قاڭتار اقپان ناۋرىز ءساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان")
MONTHS_LATN = words("qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan")

LANGUAGE = Language(
    tag="kk",
    name="Kazakh",
    own_name="қазақ тілі",
    script="Cyrl",
    direction="ltr",
    og_locale="kk_KZ",
    plural_forms="nplurals=1; plural=0;",
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    decimal=",",
    group="\u00a0",
    months=MONTHS,
    months_in_text=MONTHS,
    weekdays=words("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"),
)

SCRIPTS = {
    "Arab": {
        "own_name": "قازاق ءتىلى",
        "decimal": ".",
        "group": ",",
        "months": MONTHS_ARAB,
        "months_in_text": MONTHS_ARAB,
        "weekdays": words("دۇيسەنبى سەيسەنبى سارسەنبى بەيسەنبى جۇما سەنبى جەكسەنبى"),
    },
    "Latn": {
        "own_name": "qazaq tılı",
        "months": MONTHS_LATN,
        "months_in_text": MONTHS_LATN,
        "weekdays": words("düisenbı seisenbı särsenbı beisenbı jūma senbı jeksenbı"),
    },
}
"""Fields that differ in another script."""
