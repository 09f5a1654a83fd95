"""The templates of the pages, speaking a language, and the addresses that they link to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from l10n import codes, languages
from l10n.web import labels, words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


@functools.cache
def environment(tongue: str) -> Environment:
    """The templates, speaking a language."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.filters |= {name: _spoken(call, tongue) for name, call in {**words.FILTERS, **labels.FILTERS}.items()}
    made.install_gettext_translations(words.translations(tongue), newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {
        "direction_of": lambda tag: languages.get(tag).direction,
        "url": address,
        "tokens": codes.parted,
        "is_code": lambda piece: bool(codes.ANY.fullmatch(piece)),
        "label": lambda piece: piece.strip("<>"),
        "plain": codes.unescape,
        "said": "",
    }
    return made


def _spoken(call: Callable[..., str], tongue: str) -> Callable[..., str]:
    """A filter in this language: `{{ since|waiting(now) }}` is `waiting(since, tongue, now)`."""
    return lambda value, *more: call(value, tongue, *more)


def address(*parts: str, **asked: str) -> str:
    """A path of the workbench: `address("desk", "ru", "2026/border")`."""
    path = "/" + "/".join(quote(part, safe="/") for part in parts)
    told = "&".join(f"{name}={quote(value, safe='')}" for name, value in asked.items() if value)
    return f"{path}?{told}" if told else path
