"""The glossary: each entry of `source/glossary.toml` is a unit, its kind that of what it names.

Supported: entries that start with `[[name]]`; forms in strings of all four styles; an entry's `id`.
A form that changes stays in the quotes it had, as long as they can hold it; everything else stays as it is.
Refused: what is no TOML, entries without a form, or of no kind. What else must be true of a glossary says
glossary.reading.
Unsupported: inline codes; a form is plain text.
Laws: the answer `unit.source` changes no character; reading the result gives each answer as the source of its unit.
"""

from __future__ import annotations

from l10n import codes, glossary, markup, toml
from l10n.errors import GlossaryError
from l10n.formats.answer import HAS_WORDS, Translate, ask, plain
from l10n.model import KINDS, Unit
from l10n.phrases import alternatives, phrase


def rewrite(text: str, translate: Translate, **others: object) -> str:
    """The document with translate's answer in the place of each form.

    others: settings of other formats, of no concern here.
    GlossaryError: it is no glossary. NotReady: an answer with inline codes.
    """
    edits: list[tuple[int, int, str]] = []
    for place in glossary.scan(text):
        start, end = place.spans.get("form", (0, 0))
        raw = toml.string(text, start, end)
        kind = place.values.get("kind", "term")
        if raw is None or kind not in KINDS:
            raise GlossaryError(phrase("an entry has no form, or is of no kind"), line=place.line, hint=HINT)
        source = codes.escape(" ".join(place.values["form"].split()))
        if not HAS_WORDS.search(source):
            raise GlossaryError(
                phrase("a form holds no letter and no digit"), line=place.at("form"), hint=phrase("write the name")
            )
        answer = ask(translate, Unit(kind, source, place.at("form"), str(place.values.get("id", ""))))
        if answer is not None:
            edits.append((start, start + len(raw), toml.restyled(toml.style(raw), plain(answer))))
    return markup.splice(text, edits)


HINT = phrase('write `form = "…"` and `kind = "…"`: {kinds}', kinds=alternatives(KINDS))


def language(text: str) -> str:
    """The forms of a glossary are English."""
    return "en"
