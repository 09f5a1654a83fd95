"""Front matter of a Markdown article: its top-level texts, and the key that states its language.

What a page shows of it is read here: plain, quoted and block texts; lists and tables are left to the site's own
programs.  YAML 1.2 between `---` lines, TOML 1.0 between `+++` lines.
"""

from __future__ import annotations

import json
import re

from l10n.edits import newline
from l10n.matter import find

_YAML = re.compile(
    r"^([A-Za-z_][\w-]*+)[ \t]*+:((?:[ \t][^\r\n]*+)?)\r?\n((?>(?:(?:[ \t][^\r\n]*+)?\r?\n)*))", re.MULTILINE
)
_STATED = {
    "---": re.compile(r"^((?:lang|language|locale)[ \t]*:[ \t]*)((['\"]).*?\3|[^\s#]+)", re.MULTILINE),
    "+++": re.compile(r"^((?:lang|language|locale)[ \t]*=[ \t]*)((['\"]).*?\3)", re.MULTILINE),
}


def read(text: str) -> dict[str, str]:
    """The texts of the front matter by key; empty where there is none or it cannot be read."""
    found = find(text)
    data = text[found.start : found.stop]
    if found.form == "+++":
        import tomllib

        try:
            table = tomllib.loads(data)
        except tomllib.TOMLDecodeError:
            return {}
        return {key: str(value) for key, value in table.items() if not isinstance(value, dict | list)}
    return {match[1]: _text(match[2].strip(), match[3]) for match in _YAML.finditer(data)}


def end(text: str) -> int:
    """Where the article starts."""
    return find(text).end


def state_language(text: str, lang: str) -> str:
    """The document with this language in its front matter; unchanged where it has no front matter."""
    found = find(text)
    if not found.form:
        return text
    line = newline(text[: found.end])
    stated = _STATED[found.form].search(text[found.start : found.stop])
    if stated:
        start, end = (found.start + at for at in stated.span(2))
        value = f"{stated[3]}{lang}{stated[3]}" if stated[3] else lang
        return text[:start] + value + text[end:]
    new = f"lang: {lang}" if found.form == "---" else f'lang = "{lang}"'
    at = found.stop if found.form == "---" else found.start
    return text[:at] + new + line + text[at:]


def _text(first: str, more: str) -> str:
    """A YAML text: its first line, and the indented lines below it."""
    lines = [line.strip() for line in more.splitlines()]
    if re.fullmatch(r"[>|][+-]?\d?", first):
        return ("\n" if first[0] == "|" else " ").join(lines).strip()
    whole = " ".join([first, *lines]).strip()
    if whole[:1] == '"':
        try:
            said = str(json.loads(whole[: whole.rindex('"') + 1]))
            return said.encode("utf-8", "replace").decode("utf-8")
        except ValueError:
            return whole.strip('"')
    if whole[:1] == "'":
        return whole[1 : whole.rindex("'")].replace("''", "'") if whole.count("'") > 1 else whole[1:]
    if whole[:1] in ("[", "{", "&", "*", "!"):
        return ""
    return re.sub(r"(?:^|\s)#.*", "", whole).strip()
