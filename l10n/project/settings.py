"""Settings, read and checked: a wrong word is refused with the line it stands in and the word that was meant.

They stand in `[tool.l10n]` of pyproject.toml, or at the top of l10n.toml:

    name = "Steppe News"                     # of the newsroom, on pages and in PO headers
    source-locale = "en"                     # language of the articles that say nothing else
    locales = ["en", "ru", "kk", "ug"]       # every article exists in these
    variants = ["kk-Arab", "ug-Cyrl"]        # converted at build from the locale of their language, never translated
    segment = "sentence"                     # or "paragraph"
    catalogs = ["workbench"]                 # `locales/workbench.pot` is an extractor's, and belongs to no article
    [html]       selector = "article", exclude = [".share"], whole-page = false
    [markdown]   keys = {standfirst = "deck"}, definition-lists = true
    [text]       furniture = ["^Follow us"]
    [abbreviations]  ru = ["обл."]           # these never end a sentence
    [gate]       state = "reviewed", share = 1.0, four-eyes = true, withdraw-stale = false
                 fallback = {default = "approved", credit = "source"}, findings = "error"
    [checks]     fail = "error", severity = {numbers = "warning", "typographical.hyphen" = "off"}
                 kinds = {credit = {untranslated = "off"}}, limits = {title = 70, description = 160}
    [build]      base-url = "https://example.org/", layout = "{locale}/{path}", x-default = "en"
                 template = "page.html", byline = {ru = "Перевод: {translator}"}, correction = {ru = "…"}
    [memory]     tmx = ["../agency.tmx"], projects = ["../sports-desk"], penalties = {alignment = 5}, least = 70
    [pretranslate]   least = 75, bar-unchanged-drafts = false
    [engines.deepl]  locales = ["ru"], ceiling = 200000, key = "DEEPL_API_KEY"   # nothing is sent to any other
    [people.aigul]   names = ["Aigul S."], mails = ["aigul@example.org"], roles = ["editor"], locales = ["kk"]
    [article."2026/border"]  source-locale = "ru", selector = "main", deadline = 2026-12-01,
                             slugs = {ru = "granitsa"}, split = ["3f2a91bc"],
                             correction = {date = 2026-12-02, ru = "…"}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from l10n import languages
from l10n.model import Person, State
from l10n.model.findings import SEVERITIES
from l10n.phrases import phrase
from l10n.project.tables import (
    PENALTIES,
    ArticleSettings,
    Checks,
    Correction,
    Gate,
    Pretranslating,
    Publishing,
    Remembered,
    Settings,
)
from l10n.project.values import Values

FALLBACKS = ("approved", "source", "none")
ROLES = ("translator", "editor", "publisher")
NONE, OFF = "none", "off"
"""No severity is bad enough; a check that is not asked."""


def parse(table: Mapping[str, Any], path: Path, text: str) -> Settings:
    """The settings of a table; ProjectError names the file, the line and the remedy."""
    return _Reader(path, text).settings(table)


class _Reader(Values):
    """Walks one settings table."""

    def settings(self, table: Mapping[str, Any]) -> Settings:
        self.only(table, "", (*_TOP, "html", "markdown", "text", *_TABLES))
        locales = self.locales(table.get("locales", ["en", "ru", "kk", "ug"]), "locales")
        source = self.locale(table.get("source-locale", locales[0]), "source-locale")
        if source not in locales:
            self.refuse(
                "source-locale",
                phrase("`source-locale` is `{source}`, which is not among `locales`", source=source),
                phrase("add it there"),
            )
        variants = self.variants(table.get("variants", []), locales)
        tags = (*locales, *variants)
        return Settings(
            name=self.string(table.get("name", ""), "name"),
            source_locale=source,
            locales=locales,
            variants=variants,
            segment=self.choice(table.get("segment", "sentence"), "segment", ("sentence", "paragraph")),
            catalogs=self.catalogs(table.get("catalogs", [])),
            formats={
                "html": self.html(self.table(table, "html")),
                "markdown": self.markdown(self.table(table, "markdown")),
                "text": self.furniture(self.table(table, "text")),
            },
            abbreviations={
                tag: self.words(words, tag)
                for tag, words in self.by_locale(self.table(table, "abbreviations"), "abbreviations", locales).items()
            },
            gate=self.gate(self.table(table, "gate")),
            checks=self.checks(self.table(table, "checks")),
            publishing=self.publishing(self.table(table, "build"), tags),
            memory=self.memory(self.table(table, "memory")),
            pretranslating=self.pretranslating(self.table(table, "pretranslate")),
            engines={name: self.as_table(one, name) for name, one in self.table(table, "engines").items()},
            people={name: self.person(name, one) for name, one in self.table(table, "people").items()},
            articles={
                name: self.article(name, one, locales, tags) for name, one in self.table(table, "article").items()
            },
        )

    def catalogs(self, value: Any) -> tuple[str, ...]:
        names = self.words(value, "catalogs")
        for name in names:
            if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*", name) or name == "glossary":
                hint = phrase("use small ASCII letters; `glossary` is taken")
                self.refuse("catalogs", phrase("`{name}` is no name for a catalog", name=name), hint)
        if len(set(names)) < len(names):
            self.refuse("catalogs", phrase("`catalogs` names a catalog twice"), phrase("name each once"))
        return names

    def html(self, table: Mapping[str, Any]) -> dict[str, Any]:
        self.only(table, "html", ("selector", "exclude", "whole-page"))
        return {
            "selector": self.string(table.get("selector", ""), "selector"),
            "exclude": self.words(table.get("exclude", []), "exclude"),
            "whole_page": self.flag(table.get("whole-page", False), "whole-page"),
        }

    def markdown(self, table: Mapping[str, Any]) -> dict[str, Any]:
        self.only(table, "markdown", ("keys", "definition-lists"))
        return {
            "keys": self.strings(table.get("keys", {}), "keys"),
            "definition_lists": self.flag(table.get("definition-lists", False), "definition-lists"),
        }

    def furniture(self, table: Mapping[str, Any]) -> dict[str, Any]:
        self.only(table, "text", ("furniture",))
        patterns = self.words(table.get("furniture", []), "furniture")
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                self.refuse(
                    "furniture",
                    phrase("`{pattern}` is no regular expression: {why}", pattern=pattern, why=str(error)),
                    phrase("correct the pattern"),
                )
        return {"furniture": patterns}

    def gate(self, table: Mapping[str, Any]) -> Gate:
        self.only(table, "gate", ("state", "share", "four-eyes", "withdraw-stale", "fallback", "findings"))
        share = table.get("share", 1.0)
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
            self.wrong("share", share, phrase("give a number between 0 and 1, 1.0 for all words"))
        fallback = self.strings(table.get("fallback", {}), "fallback")
        for kind, way in fallback.items():
            self.choice(way, kind, FALLBACKS)
        try:
            state = State.parse(self.string(table.get("state", "reviewed"), "state"))
        except ValueError as error:
            self.refuse("state", error.args[0], phrase("choose one of these"))
        return Gate(
            state,
            float(share),
            self.flag(table.get("four-eyes", False), "four-eyes"),
            self.flag(table.get("withdraw-stale", False), "withdraw-stale"),
            fallback,
            self.choice(table.get("findings", SEVERITIES[0]), "findings", (*SEVERITIES, NONE)),
        )

    def checks(self, table: Mapping[str, Any]) -> Checks:
        self.only(table, "checks", ("fail", "severity", "kinds", "limits"))
        kinds = self.as_table(table.get("kinds", {}), "kinds")
        limits = self.as_table(table.get("limits", {}), "limits")
        for kind, most in limits.items():
            if type(most) is not int or most < 1:
                self.wrong(kind, most, phrase("give a number of characters: `title = 70`"))
        return Checks(
            self.choice(table.get("fail", SEVERITIES[0]), "fail", (*SEVERITIES, NONE)),
            self.severities(table.get("severity", {}), "severity"),
            {kind: self.severities(one, kind) for kind, one in kinds.items()},
            limits,
        )

    def severities(self, value: Any, key: str) -> dict[str, str]:
        """Severities by check, or check.rule."""
        found = self.as_table(value, key)
        for name, one in found.items():
            if isinstance(one, dict):
                rule = next(iter(one), "rule")
                hint = phrase('put check and rule in quotes: `"{name}.{rule}" = …`', name=name, rule=rule)
                self.refuse(f"{name}.{rule}", phrase("`{name}` is no severity", name=name), hint)
            self.choice(one, name, (*SEVERITIES, OFF))
        return dict(found)

    def publishing(self, table: Mapping[str, Any], tags: tuple[str, ...]) -> Publishing:
        self.only(table, "build", ("base-url", "layout", "x-default", "template", "byline", "correction"))
        base = self.string(table.get("base-url", ""), "base-url")
        if base and not re.fullmatch(r"https?://[^\s/?#\"<>@]+(/[^\s?#\"<>]*)?", base):
            self.refuse(
                "base-url",
                phrase("`{key}` is `{value}`", key="base-url", value=base),
                phrase("give an absolute address, `https://example.org/`"),
            )
        default = self.string(table.get("x-default", ""), "x-default")
        if default and default not in tags:
            self.refuse(
                "x-default",
                phrase("`x-default` is `{default}`, which is not among `locales` or `variants`", default=default),
                phrase("name one"),
            )
        layout = self.choice(table.get("layout", "{locale}/{path}"), "layout", ("{locale}/{path}", "{path}.{locale}"))
        template = self.string(table.get("template", ""), "template")
        if template and (Path(template).is_absolute() or ".." in Path(template).parts or "\0" in template):
            self.refuse(
                "template",
                phrase("`{template}` leads out of the project", template=template),
                phrase("name a file in it: `page.html`"),
            )
        return Publishing(
            base if not base or base.endswith("/") else base + "/",
            layout,
            default,
            template,
            self.by_locale(self.strings(table.get("byline", {}), "byline"), "byline", tags),
            self.by_locale(self.strings(table.get("correction", {}), "correction"), "correction", tags),
        )

    def memory(self, table: Mapping[str, Any]) -> Remembered:
        self.only(table, "memory", ("tmx", "projects", "penalties", "least"))
        penalties = self.as_table(table.get("penalties", {}), "penalties")
        for origin, points in penalties.items():
            self.choice(origin, origin, PENALTIES)
            self.points(points, origin)
        return Remembered(
            self.paths(table.get("tmx", []), "tmx"),
            self.paths(table.get("projects", []), "projects"),
            {**PENALTIES, **penalties},
            self.points(table.get("least", Remembered().least), "least"),
        )

    def pretranslating(self, table: Mapping[str, Any]) -> Pretranslating:
        self.only(table, "pretranslate", ("least", "bar-unchanged-drafts"))
        return Pretranslating(
            self.points(table.get("least", Pretranslating().least), "least"),
            self.flag(table.get("bar-unchanged-drafts", False), "bar-unchanged-drafts"),
        )

    def person(self, name: str, table: Any) -> Person:
        if not re.fullmatch(r"[a-z][a-z0-9._-]*", name) or name == "l10n":
            self.refuse(
                name,
                phrase("`{who}` is no id of a person", who=name),
                phrase("use lower-case ASCII letters, `l10n` is taken"),
            )
        table = self.as_table(table, name)
        self.only(table, f"people.{name}", ("names", "mails", "roles", "locales"))
        roles = self.words(table.get("roles", []), "roles")
        for role in roles:
            self.choice(role, "roles", ROLES)
        return Person(
            id=name,
            names=self.words(table.get("names", []), "names"),
            mails=self.words(table.get("mails", []), "mails"),
            roles=roles,
            locales=self.locales(table["locales"], "locales") if "locales" in table else (),
        )

    def article(self, name: str, table: Any, locales: tuple[str, ...], tags: tuple[str, ...]) -> ArticleSettings:
        table = self.as_table(table, name)
        self.only(table, f'article."{name}"', ("source-locale", "selector", "deadline", "slugs", "split", "correction"))
        deadline = table.get("deadline")
        if deadline is not None and type(deadline) is not date:
            self.refuse(
                "deadline",
                phrase("the deadline of `{name}` is no date", name=name),
                phrase("write it bare: `deadline = 2026-12-01`"),
            )
        source = self.locale(table["source-locale"], "source-locale") if "source-locale" in table else ""
        if source and source not in locales:
            self.refuse(
                "source-locale", phrase("`{source}` is not among `locales`", source=source), phrase("add it there")
            )
        slugs = self.by_locale(self.strings(table.get("slugs", {}), "slugs"), "slugs", tags)
        for slug in slugs.values():
            if not slug.isprintable() or not re.fullmatch(r"[^\s/\\?#%\"<>.][^\s/\\?#%\"<>]*", slug):
                self.refuse(
                    "slugs",
                    phrase("`{slug}` is no slug", slug=slug),
                    phrase("use one path segment without spaces, `/`, `?`, `#`, `%`"),
                )
        return ArticleSettings(
            source,
            self.string(table.get("selector", ""), "selector"),
            deadline,
            slugs,
            self.words(table.get("split", []), "split"),
            self.correction(table["correction"], tags) if "correction" in table else None,
        )

    def correction(self, table: Any, tags: tuple[str, ...]) -> Correction:
        table = self.as_table(table, "correction")
        self.only(table, "correction", ("date", *tags))
        if type(table.get("date")) is not date:
            self.refuse("correction", phrase("a correction has no date"), phrase("write `date = 2026-12-01` in it"))
        return Correction(table["date"], self.strings({k: v for k, v in table.items() if k != "date"}, "correction"))

    def variants(self, value: Any, locales: tuple[str, ...]) -> dict[str, str]:
        """Script variants, each with the first locale of its language."""
        found: dict[str, str] = {}
        for tag in (self.locale(one, one) for one in self.words(value, "variants")):
            if tag in found or tag in locales:
                what = phrase("`{tag}` stands among `locales`, and what is translated stays so", tag=tag)
                if tag in found:
                    what = phrase("`{tag}` stands twice in `variants`", tag=tag)
                self.refuse(tag, what, phrase("name it once"))
            base = next((one for one in locales if _language(one) == _language(tag)), "")
            script = languages.get(tag).script
            if not base:
                self.refuse(
                    tag, phrase("`{tag}` has no locale that it could be converted from", tag=tag), _possible(locales)
                )
            if script == languages.get(base).script:
                self.refuse(
                    tag, phrase("`{tag}` is written in the script of `{base}`", tag=tag, base=base), _possible(locales)
                )
            if languages.get(base).script == "Latn":
                what = phrase(
                    "`{tag}` cannot be converted from `{base}`: nobody could tell its words from Latin names",
                    tag=tag,
                    base=base,
                )
                self.refuse(tag, what, phrase("name a locale in the other script, and this one as its variant"))
            if script not in languages.scripts(tag):
                self.refuse(
                    tag,
                    phrase("no letters are known to write `{base}` as `{tag}`", base=base, tag=tag),
                    _possible(locales),
                )
            found[tag] = base
        return found


def _language(tag: str) -> str:
    """The language of a tag without script and region."""
    return tag.partition("-")[0]


def _possible(locales: Iterable[str]) -> str:
    """The hint that names what can be converted."""
    found = [
        f"`{_language(base)}-{script}`"
        for base in locales
        for script in languages.scripts(base)
        if script != languages.get(base).script != "Latn"
    ]
    return (
        phrase("variants here can be {tags}", tags=", ".join(found))
        if found
        else phrase("no locale here has letters of another script")
    )


_TOP = ("name", "source-locale", "locales", "variants", "segment", "catalogs")
_TABLES = ("abbreviations", "gate", "checks", "build", "memory", "pretranslate", "engines", "people", "article")
