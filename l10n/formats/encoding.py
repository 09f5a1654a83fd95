"""Encodings: bytes to text and back, the same bytes where nothing changed.

A byte order mark decides first; in HTML then `<meta charset>`, `http-equiv`, or an XML declaration, as far as it
stands in the first bytes; otherwise UTF-8. Labels mean what browsers take them for (`iso-8859-1` is windows-1252).
What cannot be read and written back unchanged is refused with the line and the remedy.
Source: WHATWG Encoding Standard §4.2 (labels), HTML Standard §13.2.3 (sniffing).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from l10n.errors import FormatError
from l10n.phrases import phrase

PRESCAN = 8192
"""How far a declaration is looked for, in bytes. The standard asks for 1,024 at least; browsers look on."""

SAVE_AS_UTF8 = phrase("save the article as UTF-8, and let its declaration say so")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a document was written."""

    codec: str = "utf-8"
    """Name of Python's codec."""
    bom: bytes = b""
    """The byte order mark it starts with."""


_MARKS = (
    Encoding("utf-8", codecs.BOM_UTF8),
    Encoding("utf-16-le", codecs.BOM_UTF16_LE),
    Encoding("utf-16-be", codecs.BOM_UTF16_BE),
)

_KNOWN = """
utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14
iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256
cp1257 cp1258 gbk gb18030 big5 euc_jp iso2022_jp cp932 cp949 kz1048 ptcp154
"""
_ENCODINGS = frozenset(_KNOWN.split())
"""Codecs of the encodings that browsers know, and the two 8-bit ones made for Kazakh."""

_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 unicode unicodefeff unicodefffe"
    " csunicode ucs-2 iso-10646-ucs-2",
    "koi8-r": "koi koi8",
    "koi8-u": "koi8-ru",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "mac-roman": "mac x-mac-roman csmacintosh",
    "cp874": "windows-874 dos-874 iso885911",
    "cp1252": "iso88591",
    "cp1254": "iso88599",
    "iso8859-6": "csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i",
    "iso8859-7": "sun_eu_greek",
    "iso8859-8": "csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i visual logical",
    "iso8859-15": "csisolatin9",
    "gbk": "csgb2312 gb_2312 gb_2312-80 x-gbk",
    "big5": "big5-hkscs big5hkscs cn-big5 x-x-big5",
    "cp932": "x-sjis windows-31j",
    "euc_jp": "x-euc-jp cseucpkdfmtjapanese",
    "cp949": "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601 windows-949",
}
"""Labels of the Encoding Standard that Python does not know, by codec."""

_BROWSERS_READ = {
    **{label: codec for codec, labels in _LABELS.items() for label in labels.split()},
    **{f"x-cp125{number}": f"cp125{number}" for number in range(9)},
    **{f"iso8859{number}": f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15)},
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gbk",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What browsers take declared codecs for, and labels that Python does not know."""

_DECLARED = re.compile(
    rb"<(?:!--.*?-->"
    rb"|\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)"
    rb"|meta\b[^>]*?[\s;\"']charset\s*=\s*[\"']?\s*([\w.:-]+))",
    re.IGNORECASE | re.DOTALL,
)


def decode(document: bytes, format: str) -> tuple[str, Encoding]:
    """The text of a document without its byte order mark, and how it was written."""
    how = _encoding(document, format)
    body = document[len(how.bom) :]
    try:
        text = body.decode(how.codec)
    except UnicodeDecodeError as error:
        line = _line(body, how.codec, error.start)
        what = phrase("byte {number} is not {encoding}", number=error.start + len(how.bom), encoding=_spelt(how))
        raise FormatError(what, line=line, hint=SAVE_AS_UTF8) from None
    if b"\0" in body and "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        hint = phrase("take it out; where the file is UTF-16, save it as UTF-8")
        raise FormatError(phrase("a NUL character stands in the text"), line=line, hint=hint)
    if how.codec != "utf-8" and _back(text, how) != body:
        raise FormatError(
            phrase("its {encoding} cannot be written back unchanged", encoding=_spelt(how)), hint=SAVE_AS_UTF8
        )
    return text, how


def encode(text: str, how: Encoding) -> bytes:
    """The bytes of a text, written as the document was."""
    try:
        return how.bom + text.encode(how.codec)
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        what = phrase("{encoding} has no `{letter}`", encoding=_spelt(how), letter=text[error.start])
        raise FormatError(what, line=line, hint=SAVE_AS_UTF8) from None


def _encoding(document: bytes, format: str) -> Encoding:
    for how in _MARKS:
        if document.startswith(how.bom):
            return how
    return Encoding(_declared(document[:PRESCAN])) if format == "html" else Encoding()


def _declared(head: bytes) -> str:
    """Codec that the first declaration outside a comment names; UTF-8 where there is none."""
    for match in _DECLARED.finditer(head):
        label = match[1] or match[2]
        if label:
            return _codec(label.decode("ascii", "replace"), head.count(b"\n", 0, match.start()) + 1)
    return "utf-8"


def _codec(label: str, line: int) -> str:
    try:
        found = codecs.lookup(label).name
    except LookupError:
        found = label.lower()
    name = _BROWSERS_READ.get(found, found)
    if name not in _ENCODINGS:
        raise FormatError(
            phrase("`{label}` is no encoding that browsers know", label=label), line=line, hint=SAVE_AS_UTF8
        )
    return name


def _back(text: str, how: Encoding) -> bytes | None:
    try:
        return text.encode(how.codec)
    except UnicodeEncodeError:
        return None


def _line(body: bytes, codec: str, at: int) -> int:
    """1-based line of a byte: what stands before it could be read."""
    return body[:at].decode(codec, "replace").count("\n") + 1


def _spelt(how: Encoding) -> str:
    return {"utf-8": "UTF-8"}.get(how.codec, how.codec.upper() if how.codec.startswith("utf") else how.codec)
