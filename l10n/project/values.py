"""Values of settings, each of its type: a wrong one is refused with the line it stands in and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from l10n import languages
from l10n.errors import L10nError, ProjectError
from l10n.phrases import alternatives, phrase

T = TypeVar("T")


class Values:
    """Reads values of one settings file; knows the file for its error messages."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def table(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        return self.as_table(table.get(key, {}), key)

    def as_table(self, value: Any, key: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self.refuse(
                key, phrase("`{key}` is no table", key=key), phrase("write `[{key}]` and its settings below", key=key)
            )
        return value

    def string(self, value: Any, key: str) -> str:
        if not isinstance(value, str):
            self.wrong(key, value, phrase("give a text in quotes"))
        return value

    def strings(self, value: Any, key: str) -> dict[str, str]:
        return {name: self.string(text, name) for name, text in self.as_table(value, key).items()}

    def words(self, value: Any, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self.wrong(key, value, phrase('give a list of texts: `["…"]`'))
        return tuple(value)

    def paths(self, value: Any, key: str) -> tuple[str, ...]:
        paths = self.words(value, key)
        for path in paths:
            if not path.strip() or "\0" in path:
                self.refuse(
                    key,
                    phrase("`{key}` names no path: {path}", key=key, path=repr(path)),
                    phrase("give paths from the folder of the project"),
                )
        return tuple(dict.fromkeys(paths))

    def points(self, value: Any, key: str) -> int:
        if type(value) is not int or not 0 <= value <= 100:
            self.wrong(key, value, phrase("give a whole number from 0 to 100"))
        return value

    def flag(self, value: Any, key: str) -> bool:
        if not isinstance(value, bool):
            self.wrong(key, value, phrase("write `true` or `false`"))
        return value

    def choice(self, value: Any, key: str, choices: Iterable[str]) -> str:
        if value not in choices:
            self.wrong(key, value, phrase("choose {words}", words=alternatives(f"`{one}`" for one in choices)))
        return str(value)

    def by_locale(self, table: Mapping[str, T], key: str, tags: tuple[str, ...]) -> dict[str, T]:
        """A table whose keys are among these tags of the project."""
        found = {self.locale(tag, tag): value for tag, value in table.items()}
        for tag in found:
            if tag not in tags:
                self.refuse(
                    tag,
                    phrase("`{key}` names `{tag}`, which is not among `locales`", key=key, tag=tag),
                    phrase("correct it, or add it there"),
                )
        return found

    def locale(self, value: Any, key: str) -> str:
        tag = self.string(value, key)
        try:
            return languages.get(tag).tag
        except L10nError as error:
            self.refuse(key, error.what, error.hint)

    def locales(self, value: Any, key: str) -> tuple[str, ...]:
        tags = tuple(self.locale(tag, key) for tag in self.words(value, key))
        if not tags or len(set(tags)) < len(tags):
            self.refuse(
                key, phrase("`{key}` is empty or names a locale twice", key=key), phrase("name each locale once")
            )
        return tags

    # refusals

    def only(self, table: Mapping[str, Any], name: str, known: Iterable[str]) -> None:
        """Refuse a key that no setting has."""
        known = tuple(known)
        for key in table:
            if key not in known:
                close = get_close_matches(key, known, 1)
                hint = phrase("settings there: {words}", words=", ".join(known))
                if close:
                    hint = phrase("did you mean `{word}`?", word=close[0])
                what = phrase("`{key}` is no setting", key=key)
                if name:
                    what = phrase("`{key}` is no setting in `[{table}]`", key=key, table=name)
                self.refuse(key, what, hint)

    def refuse(self, key: str, what: str, hint: str) -> NoReturn:
        """ProjectError at the line that sets the key."""
        raise ProjectError(what, where=str(self.path), line=line_of(self.lines, key), hint=hint)

    def wrong(self, key: str, value: Any, hint: str) -> NoReturn:
        """Refuse a value that its key cannot have."""
        self.refuse(key, phrase("`{key}` is {value}", key=key, value=repr(value)), hint)


def line_of(lines: Sequence[str], key: str) -> int:
    """1-based number of the first of these lines that sets a key; 0 where none does."""
    word = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*[=\]]|[\[.]\"?{re.escape(key)}\"?\]")
    return next((n for n, line in enumerate(lines, 1) if word.search(line)), 0)


def meant(word: str, known: Iterable[str], shown: Iterable[str]) -> str:
    """The hint that names the known word that was meant; else those that are shown."""
    close = get_close_matches(word, tuple(known), 1)
    if close:
        return phrase("did you mean `{word}`?", word=close[0])
    return phrase("there are: {words}", words=", ".join(shown))
