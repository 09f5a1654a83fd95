"""What the parser of XML calls while a TMX file is read. Texts are gathered where they count, and nowhere else.

It is expat: nothing is loaded from outside, no entity can be declared, each error has its line.
"""

from __future__ import annotations

import codecs
from typing import Protocol
from xml.parsers import expat

from l10n.errors import MemoryFileError
from l10n.memory.tmx.inline import NATIVE, Inline, Piece, texts
from l10n.memory.tmx.model import NOTHING, OURS, Header, Said, Unit, Variant, canonical, said_of

_PREDEFINED = frozenset({"lt", "gt", "amp", "apos", "quot"})
_LONGEST_DEFAULT = 256
"""Characters of the default of an attribute in a DOCTYPE: longer ones would swell every element."""
_CUT_OFF = frozenset({3, 5, 6, 20})  # no element, unclosed token, partial character, unclosed CDATA section (expat.h)
_INVALID_TOKEN = 4


class Told(Protocol):
    """Who is told of the header and of what is left out."""

    header: Header

    def error(self, what: str, line: int, hint: str = "") -> MemoryFileError:
        """An error in this file."""

    def leave_out(self, line: int, what: str) -> None:
        """Count and tell something that is left out."""


class Parser:
    """Units from pieces of a file."""

    def __init__(self, reader: Told, encoding: str | None) -> None:
        self.reader = reader
        self.decoder = codecs.getincrementaldecoder(encoding)() if encoding else None
        self.encoding = encoding or ""
        parser = self.parser = expat.ParserCreate("utf-8" if encoding else None)
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self.root
        parser.EndElementHandler = self.end
        parser.EntityDeclHandler = self.entity
        parser.AttlistDeclHandler = self.attribute
        parser.SkippedEntityHandler = self.skipped
        self.units: list[Unit] = []
        self.ours = False
        self.text: list[str] = []
        self.unit: dict[str, str] | None = None
        self.own: dict[str, str] = {}
        """Attributes of the variant, the unit or the header that is open."""
        self.props: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.around: tuple[list[tuple[str, str]], list[str]] = ([], [])
        """Properties and notes of the unit while those of a variant are read."""
        self.in_variant = False
        self.variants: list[_Variant] = []
        self.in_segment = False
        self.pieces: list[Piece] = []
        """Of the segment that is open."""
        self.prop = ""
        self.depth = self.sub_depth = self.sub_start = self.length = 0
        self.attributes: dict[str, str] = {}
        """Of the inline element that is open."""
        self.native: list[str] = []
        self.subs: list[tuple[int, int]] = []
        self.segment: str | list[Piece] | None = None

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def take(self) -> list[Unit]:
        """The units that are complete."""
        units, self.units = self.units, []
        return units

    def feed(self, data: bytes) -> MemoryFileError | None:
        """Parse a piece of the file, b"" at its end; what is wrong with it."""
        try:
            text = self.decoder.decode(data, final=not data).encode("utf-8", "surrogatepass") if self.decoder else data
            self.parser.Parse(text, False)
            if not data:
                self.parser.Parse(b"", True)
        except UnicodeDecodeError:
            what = f"there are bytes that are no {self.encoding}"
            return self.reader.error(what, self.line, "save the file in the encoding that its first line names")
        except expat.ExpatError as error:
            return self._fault(error, text, is_end=not data)
        except MemoryFileError as error:
            return error
        return None

    def _fault(self, error: expat.ExpatError, data: bytes, *, is_end: bool) -> MemoryFileError:
        if is_end and error.code in _CUT_OFF:
            if self.parser.StartElementHandler == self.root:
                return self.reader.error("it is no TMX file: there is no `<tmx>` in it", error.lineno)
            hint = "take the whole file again from where it came; the units before this line are complete"
            return self.reader.error("it ends before `</tmx>`: it was cut off", error.lineno, hint)
        if error.code == _INVALID_TOKEN and not _is_utf8(data) and not self.encoding:
            what = "there are bytes that are no UTF-8" if b"\0" not in data else "there are bytes that are no text"
            return self.reader.error(what, error.lineno, "let the first line name the encoding of the file")
        what = expat.ErrorString(error.code)
        return self.reader.error(f"it is no well-formed XML: {what}", error.lineno, "`xmllint --noout` shows the place")

    # --- what is refused

    def entity(self, name: str, is_parameter: bool, value: str | None, *rest: object) -> None:
        """Entities are what bombs are made of, and no TMX needs any."""
        if name not in _PREDEFINED or is_parameter:
            hint = "take the declaration out, and write the characters themselves"
            raise self.reader.error(f"it declares the entity `{name[:40]}`, which is not allowed", self.line, hint)

    def attribute(self, element: str, name: str, kind: str, default: str | None, required: bool) -> None:
        """Defaults of attributes as the DTD of TMX has them are short."""
        if default is not None and len(default) > _LONGEST_DEFAULT:
            raise self.reader.error(f"the default of `{name[:40]}` is too long", self.line, "take out the DOCTYPE")

    def skipped(self, name: str, is_parameter: bool) -> None:
        """An entity that only an outer file could know."""
        if not is_parameter:
            what = f"the entity `&{name[:40]};` is not declared"
            raise self.reader.error(what, self.line, "write the character itself")

    # --- elements

    def root(self, name: str, attributes: dict[str, str]) -> None:
        if name != "tmx":
            raise self.reader.error(f"it is no TMX file: its root is `<{name[:40]}>`", self.line)
        self.parser.StartElementHandler = self.start

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.in_segment:
            self.start_inline(name, attributes)
        elif name == "seg":
            if self.in_variant:
                self.in_segment, self.pieces = True, []
                self.collect()
        elif name == "tuv":
            if self.unit is not None and not self.in_variant:
                self.in_variant, self.segment = True, None
                self.around, self.props, self.notes = (self.props, self.notes), [], []
                self.own = attributes
        elif name == "prop" or name == "note":
            self.prop = attributes.get("type", "")
            self.collect()
        elif name == "tu" or name == "header":
            self.unit = attributes
            self.props, self.notes, self.variants, self.in_variant = [], [], [], False

    def collect(self) -> None:
        self.text = []
        self.parser.CharacterDataHandler = self.text.append

    def flush(self) -> str:
        """The text since the last element."""
        text = "".join(self.text)
        self.text.clear()
        return text

    def end(self, name: str) -> None:
        if self.in_segment:
            self.end_inline(name)
        elif name == "tuv":
            if self.in_variant:
                self.end_variant()
        elif name == "prop" or name == "note":
            self.parser.CharacterDataHandler = None
            if name == "note":
                self.notes.append("".join(self.text))
            else:
                self.props.append((self.prop, "".join(self.text)))
        elif name == "tu":
            self.end_unit()
        elif name == "header" and self.unit is not None:
            self.end_header(self.unit)

    def end_header(self, attributes: dict[str, str]) -> None:
        tool, version = attributes.pop("creationtool", ""), attributes.pop("creationtoolversion", "")
        self.ours = tool == OURS
        segtype, source = attributes.pop("segtype", ""), canonical(attributes.pop("srclang", ""))
        self.reader.header = Header(tool, version, source, segtype, said_of(attributes, self.props, self.notes))
        self.unit = None

    def end_variant(self) -> None:
        attributes, props, notes = self.own, self.props, self.notes
        self.in_variant = False
        self.props, self.notes = self.around
        old = attributes.pop("lang", "")
        tag = attributes.pop("xml:lang", "") or old
        if self.segment is None:
            self.reader.leave_out(self.line, "a variant without `<seg>`")
            return
        said = said_of(attributes, props, notes) if attributes or props or notes else NOTHING
        self.variants.append((tag, canonical(tag), self.segment, said))

    def end_unit(self) -> None:
        attributes, self.unit = self.unit, None
        if attributes is None:
            return
        tag = attributes.pop("srclang", "")
        source = canonical(tag) if tag else self.reader.header.source
        variants = self.variants
        if not all(one[1] for one in variants):
            variants = self.with_language(variants, source)
        if not variants:
            self.reader.leave_out(self.line, "a unit without a text that has a language")
            return
        for one in variants:
            if not isinstance(one[2], str):
                found = self.with_codes(variants, source)
                break
        else:
            found = tuple([Variant(locale, text, (), said) for _, locale, text, said in variants])  # type: ignore[arg-type]
        number = attributes.pop("tuid", "")
        self.units.append(Unit(found, source, number, said_of(attributes, self.props, self.notes)))

    def with_language(self, variants: list[_Variant], source: str) -> list[_Variant]:
        """The one without a language is the source, where no other is; otherwise it is left out."""
        found = []
        is_there = any(one[1] == source for one in variants)
        for tag, locale, segment, said in variants:
            if not locale and source and not is_there and not tag:
                locale, is_there = source, True
            if locale:
                found.append((tag, locale, segment, said))
            else:
                what = f"`{tag[:40]}` is no language tag" if tag else "a text without a language"
                self.reader.leave_out(self.line, what)
        return found

    def with_codes(self, variants: list[_Variant], source: str) -> tuple[Variant, ...]:
        """Variants some of which have inline elements."""
        first = next((place for place, one in enumerate(variants) if one[1] == source), 0)
        pieces = [[one[2]] if isinstance(one[2], str) else one[2] for one in variants]
        found = texts(pieces, first, ours=self.ours)
        return tuple(
            Variant(locale, text, codes, said)
            for (_, locale, _, said), (text, codes) in zip(variants, found, strict=True)
        )

    # --- inside a segment

    def start_inline(self, name: str, attributes: dict[str, str]) -> None:
        if self.depth:
            if name in NATIVE:
                self.depth += 1
            elif name == "sub":
                if not self.sub_depth:
                    self.take_native()
                    self.sub_start = self.length
                self.sub_depth += 1
        elif name in NATIVE:
            self.take_text()
            self.attributes, self.native, self.subs = attributes, [], []
            self.depth, self.sub_depth, self.length = 1, 0, 0
        elif name == "hi":
            self.take_text()
            self.pieces.append(Inline("hi", attributes))

    def end_inline(self, name: str) -> None:
        if self.depth:
            if name in NATIVE:
                self.depth -= 1
                if not self.depth:
                    self.take_native()
                    native = "".join(self.native)
                    self.pieces.append(Inline(name, self.attributes, native, tuple(self.subs)))
            elif name == "sub":
                self.sub_depth -= 1
                if not self.sub_depth:
                    self.take_native()
                    self.subs.append((self.sub_start, self.length))
        elif name == "hi":
            self.take_text()
            self.pieces.append(Inline("/hi", {}))
        elif name == "seg":
            self.parser.CharacterDataHandler = None
            self.in_segment = False
            text = self.flush()
            self.segment = [*self.pieces, text] if self.pieces else text

    def take_text(self) -> None:
        if self.text:
            self.pieces.append(self.flush())

    def take_native(self) -> None:
        text = self.flush()
        self.native.append(text)
        self.length += len(text)


_Variant = tuple[str, str, str | list[Piece], Said]
"""Its language as it stands there and in canonical case, its segment, what it says of itself."""


def _is_utf8(data: bytes) -> bool:
    """Whether a piece of a file is UTF-8, but for a character that is cut at its ends."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data.lstrip(bytes(range(0x80, 0xC0))))
    except UnicodeDecodeError:
        return False
    return True
