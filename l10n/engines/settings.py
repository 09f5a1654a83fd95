"""Engines from the settings of a project: nothing is asked that is not named there.

    [tool.l10n.engines.deepl]      # the name that stands in the origin of its drafts
    engine = "deepl"               # one of ENGINES; the name itself where it is one
    locales = ["ru", "kk"]         # for which it may be asked
    ceiling = 200000               # characters in one run
    key = "DEEPL_API_KEY"          # the variable of the environment that holds the key
    url = "https://…"              # another address than the usual one
    batch = 20                     # texts at once, fewer than the service takes
    deadline = 600                 # seconds for one article in one locale
    timeout = 60                   # seconds for one request
    show = ["figures"]             # what it may see: "names", "figures"; all else is marked

Some have options of their own (`model`, `pair`, `region` …), named beside them in ENGINES.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from l10n import languages
from l10n.engines import http, keys
from l10n.engines.contract import FIGURES, NAMES, Engine, Policy, Service
from l10n.errors import L10nError, ProjectError, Refused
from l10n.phrases import phrase

COMMON = ("engine", "locales", "ceiling", "key", "url", "batch", "deadline", "timeout", "show")
SHOWABLE = (NAMES, FIGURES)
"""Codes and placeholders are for no engine to see."""


class Options:
    """The table of one engine, read with care."""

    def __init__(self, name: str, table: Mapping[str, Any], environ: Mapping[str, str]) -> None:
        self.name, self.table, self.environ = name, table, environ

    def wrong(self, key: str, wanted: str) -> ProjectError:
        return ProjectError(
            phrase("`{key}` of the engine `{engine}` must be {wanted}", key=key, engine=self.name, wanted=wanted),
            hint=phrase("mend the settings"),
        )

    def text(self, key: str, usual: str = "") -> str:
        """A text; `usual` where it is not named. One that is named is not empty."""
        said = self.table.get(key, usual)
        if not isinstance(said, str) or (key in self.table and not said.strip()):
            raise self.wrong(key, phrase("a text"))
        return said

    def number(self, key: str, usual: float, least: float, most: float) -> float:
        said = self.table.get(key, usual)
        if isinstance(said, bool) or not isinstance(said, int | float) or not least <= said <= most:
            raise self.wrong(key, phrase("a number from {least:g} to {most:g}", least=least, most=most))
        return said

    def whole(self, key: str, usual: int, least: int, most: int) -> int:
        said = self.number(key, usual, least, most)
        if not isinstance(said, int):
            raise self.wrong(key, phrase("a whole number"))
        return said

    def truth(self, key: str, usual: bool) -> bool:
        said = self.table.get(key, usual)
        if not isinstance(said, bool):
            raise self.wrong(key, phrase("true or false"))
        return said

    def texts(self, key: str, among: Collection[str] = ()) -> tuple[str, ...]:
        said = self.table.get(key, [])
        if not isinstance(said, list | tuple) or not all(isinstance(one, str) for one in said):
            raise self.wrong(key, phrase("a list of texts"))
        for one in said:
            if among and one not in among:
                raise self.wrong(key, phrase("a list of {words}", words=", ".join(among)))
        return tuple(said)

    def url(self, usual: str = "") -> str:
        """The address without its last slash; ProjectError where there is none."""
        said = self.text("url", usual)
        if not said:
            raise ProjectError(
                phrase("the engine `{engine}` needs a `url`", engine=self.name),
                hint=phrase("name the address of the service"),
            )
        return http.checked(said, self.name)

    def key(self, usual: str) -> keys.Key | None:
        """The key in the variable of the settings, else in the usual one; None where there is none."""
        return keys.find(self.environ, self.text("key", usual), self.name)

    def needed_key(self, usual: str = "") -> keys.Key:
        """The same; Refused where there is none."""
        found = self.key(usual)
        if found is None:
            variable = self.text("key", usual)
            hint = phrase("put it into the variable `{variable}`, or name another with `key`", variable=variable)
            raise Refused(phrase("`{name}` needs a key", name=self.name), hint=hint)
        return found


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the registry."""

    name: str
    build: Callable[[Options], Engine]
    options: tuple[str, ...] = ()
    """What it has beside COMMON."""


def configured(settings: Mapping[str, Any], environ: Mapping[str, str], kinds: Sequence[Kind]) -> tuple[Service, ...]:
    """The services that the settings name, in their order.

    settings: tables by name. ProjectError for a wrong word or type; Refused where a key is needed that the environment
    does not have. Nobody is asked anything.
    """
    return tuple(_service(name, table, environ, kinds) for name, table in settings.items())


def _service(name: str, table: Any, environ: Mapping[str, str], kinds: Sequence[Kind]) -> Service:
    if not isinstance(table, Mapping):
        raise ProjectError(
            phrase("`{name}` of the engines must be a table", name=name),
            hint=phrase("write `[tool.l10n.engines.NAME]`"),
        )
    if not name.isprintable() or not name.strip() or any(one.isspace() for one in name):
        raise ProjectError(
            phrase("the name of an engine is one word"), hint=phrase("it stands in the origin of its drafts")
        )
    options = Options(name, table, environ)
    kind = _kind(options, kinds)
    _known(table, (*COMMON, *kind.options), name)
    policy = Policy(
        deadline_s=options.number("deadline", Policy().deadline_s, 1, 86400),
        timeout_s=options.number("timeout", Policy().timeout_s, 1, 3600),
        ceiling=options.whole("ceiling", 0, 0, 10**12),
    )
    locales = _locales(options)
    engine = kind.build(options)
    engine.name = name
    if "batch" in table:
        engine.limits = replace(engine.limits, texts=options.whole("batch", 1, 1, engine.limits.texts))
    if "show" in table:
        engine.shows = frozenset(options.texts("show", among=SHOWABLE))
    return Service(name, engine, locales, policy)


def _kind(options: Options, kinds: Sequence[Kind]) -> Kind:
    wanted = options.text("engine", options.name)
    for kind in kinds:
        if kind.name == wanted:
            return kind
    raise _unknown(phrase("`{said}` is no engine", said=wanted), wanted, [kind.name for kind in kinds])


def _known(said: Mapping[str, Any], known: Collection[str], engine: str) -> None:
    for one in said:
        if one not in known:
            what = phrase("`{said}` is no option of the engine `{engine}`", said=str(one), engine=engine)
            raise _unknown(what, str(one), known)


def _unknown(what: str, said: str, known: Collection[str]) -> ProjectError:
    near = get_close_matches(said, known, 1)
    hint = (
        phrase("did you mean `{word}`?", word=near[0])
        if near
        else phrase("there are {words}", words=", ".join(f"`{one}`" for one in known))
    )
    return ProjectError(what, hint=hint)


def _locales(options: Options) -> tuple[str, ...]:
    locales = options.texts("locales")
    if not locales:
        raise ProjectError(
            phrase("the engine `{engine}` names no `locales`", engine=options.name),
            hint=phrase("list the target locales for which it may be asked"),
        )
    try:
        return tuple(languages.get(one).tag for one in locales)
    except L10nError as error:
        raise ProjectError(
            phrase("`locales` of the engine `{engine}`: {what}", engine=options.name, what=error.what), hint=error.hint
        ) from None
