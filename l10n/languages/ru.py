"""Russian.

Sources: CLDR 48 (months, weekdays, separators, quotation marks „“ inside «»); GNU gettext and GNOME for the
three plural forms of whole numbers (Transifex and KDE write four: a fourth form would stay empty here).
"""

from __future__ import annotations

from l10n.languages import Language, words

LANGUAGE = Language(
    tag="ru",
    name="Russian",
    own_name="русский",
    script="Cyrl",
    direction="ltr",
    og_locale="ru_RU",
    plural_forms=(
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
    quotes=("«", "»"),
    inner_quotes=("„", "“"),
    decimal=",",
    group="\u00a0",
    months=words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    months_in_text=words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    weekdays=words("понедельник вторник среда четверг пятница суббота воскресенье"),
)
