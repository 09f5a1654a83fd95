"""align: a translation that is published already becomes drafts in a catalog, or a part of the memory.

    source article ── segments ─┐
                                ├─ l10n.alignment ─► proposals ─► fuzzy drafts, `# l10n-origin: alignment 93`
    published page ── segments ─┘                              └► memory/aligned/<article>.<locale>.tmx

A proposal is no translation until somebody confirms it: a draft stands where the segment is empty and nowhere else, and
in the memory its origin is `alignment`, which the penalties of the settings know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from l10n import alignment, assembly, codes, comments, files, formats, ledger, origins, text
from l10n.alignment import Bead, Block, Evidence
from l10n.alignment.fitting import fitted, text_of
from l10n.assembly import Assembly
from l10n.errors import FormatError, ProjectError
from l10n.ledger import Ledger
from l10n.model import JOINED, Catalog, Entry, Key, Record, Segment
from l10n.project import Article, Project
from l10n.project.tables import ALIGNMENT
from l10n.workflow import syncing, view
from l10n.workflow.entering import props
from l10n.workflow.writing import alone, locked

LEAST = 70
"""Trust below which nothing is proposed, in hundredths: of beads above it 97 in a hundred are right."""
_ADDRESS = re.compile(r"""(?:href|src)\s*=\s*["']?([^"'\s>]+)|\]\(([^)\s]+)""")
"""In markup: where a link or a picture leads."""

DRAFTED, SAME, OTHER, WAITS = "drafted", "the same is there", "another text is there", "another draft is there"
"""What became of a proposal in a catalog."""


@dataclass(frozen=True, slots=True)
class Document:
    """One side."""

    name: str
    locale: str
    assembly: Assembly

    def blocks(self) -> list[Block]:
        """Its units as the alignment takes them."""
        return [
            Block([piece.source for piece in pieces], unit.kind, _addresses(raw for _, raw in unit.codes))
            for unit, pieces in zip(self.assembly.units, self.assembly.pieces, strict=True)
        ]

    def places(self) -> list[tuple[int, Key]]:
        """For each sentence the number of its unit, and its key."""
        return [(number, key) for number, keys in enumerate(self.assembly.keys) for key in keys]


def _addresses(native: Iterator[str]) -> list[str]:
    return [match[1] or match[2] for raw in native for match in _ADDRESS.finditer(raw)]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Sentences of one unit of the article, and what stands for them in the translation."""

    keys: tuple[Key, ...]
    source: str
    target: str
    """With the codes of the source, as far as the translation has them."""
    score: int
    """Trust, 0–100."""
    fault: str
    """What is wrong with its codes, or ""."""
    evidence: tuple[Evidence, ...]
    before: str = ""
    after: str = ""

    @property
    def targets(self) -> tuple[str, ...]:
        """The target of each key: all stands in the first one."""
        return (self.target, *(JOINED for _ in self.keys[1:]))


@dataclass(frozen=True, slots=True)
class Aligned:
    """A translation beside its source."""

    source: Document
    target: Document
    proposals: tuple[Proposal, ...]
    weak: tuple[Proposal, ...]
    """Those that nobody should trust."""
    alone: tuple[int, int]
    """How many sentences have no counterpart, on each side; those across paragraphs are among them."""
    warnings: tuple[str, ...] = ()


def read(project: Project, article: Article | Path, locale: str, file: Path, *, least: int = LEAST,
         source_locale: str = "", selector: str = "") -> Aligned:  # fmt: skip
    """Align a published translation with its source: an article of the project, or any file.

    source_locale: of a file that does not say it itself. selector: what is the article in the published page.
    FormatError for a file that cannot be read.
    """
    if isinstance(article, Article):
        found = view.source(project, article)
        source = Document(article.name, found.locale, found.assembly)
    else:
        tag = source_locale or _stated(article) or project.settings.source_locale
        source = _document(project, article, tag, selector)
    if source.locale == locale:
        hint = "name the locale that it was translated into"
        raise ProjectError(f"`{source.name}` itself is in `{locale}`", hint=hint)
    target = _document(project, file, locale, selector)
    said = _stated(file)
    warnings = [f"`{file}` says that it is in `{said}`"] if said and said != locale.partition("-")[0] else []
    beads = alignment.align_units(source.blocks(), target.blocks(), source.locale, locale)
    return replace(_aligned(source, target, beads, least), warnings=tuple(warnings))


def _stated(file: Path) -> str:
    """The language that a file states, without its region; "" where it states none."""
    data, name = _bytes(file)
    with view.named(str(file)):
        return formats.language(data, name).partition("-")[0].lower()


def _bytes(file: Path) -> tuple[bytes, str]:
    """A file and the name of its format."""
    name = formats.of(file)
    if name is None or name == "glossary":
        known = ", ".join(f"`{suffix}`" for one in formats.FORMATS for suffix in one.suffixes)
        raise FormatError("its suffix is that of no article", where=str(file), hint=f"suffixes are {known}")
    try:
        return files.read(file)[0], name
    except OSError as error:
        raise FormatError(f"cannot be read: {error.strerror}", where=str(file), hint=files.remedy(error)) from None


def _document(project: Project, file: Path, locale: str, selector: str) -> Document:
    """A page that is none of the project's articles, cut as they are."""
    data, name = _bytes(file)
    settings: dict[str, Any] = dict(project.settings.formats.get(name, {}))
    if name == "html":
        settings["selector"] = selector
    with view.named(str(file)):
        units = formats.units(data, name, **settings)
    return Document(file.stem, locale, assembly.article(units, view.cut_of(project, locale)))


def _aligned(source: Document, target: Document, beads: Sequence[Bead], least: int) -> Aligned:
    made = _Making(source, target)
    proposals, weak = [], []
    alone = [0, 0]
    best: dict[Key, int] = {}
    for bead in beads:
        proposal = made.proposal(bead)
        if proposal is None:
            alone[0] += len(bead.source)
            alone[1] += len(bead.target)
        elif proposal.score < least:
            weak.append(proposal)
        else:
            proposals.append(proposal)
            for key in proposal.keys:
                best[key] = max(best.get(key, 0), proposal.score)
    kept: dict[tuple[Key, ...], Proposal] = {}
    for one in proposals:  # a sentence that stands in several places: the surest of its translations
        if all(one.score == best[key] for key in one.keys):
            kept.setdefault(one.keys, one)
    return Aligned(source, target, tuple(kept.values()), tuple(weak), (alone[0], alone[1]))


class _Making:
    """Makes proposals of beads."""

    def __init__(self, source: Document, target: Document) -> None:
        self.source, self.target = source, target
        self.ours, self.theirs = source.places(), target.places()

    def proposal(self, bead: Bead) -> Proposal | None:
        """None for a bead with one side, or with sentences of several units of the article."""
        units = {self.ours[number][0] for number in bead.source}
        if len(units) != 1 or not bead.target:
            return None
        ours = text_of(self._segments(self.source, self.ours, bead.source))
        target = fitted(ours, text_of(self._segments(self.target, self.theirs, bead.target)))
        first, last = bead.source[0] - 1, bead.source[-1] + 1
        return Proposal(
            tuple(self.ours[number][1] for number in bead.source),
            ours.text,
            target,
            round(bead.score * 100),
            codes.fault(ours.text, target),
            bead.evidence,
            self.ours[first][1][1] if first >= 0 else "",
            self.ours[last][1][1] if last < len(self.ours) else "",
        )

    def _segments(
        self, document: Document, places: Sequence[tuple[int, Key]], numbers: Sequence[int]
    ) -> Iterator[Segment]:
        for number in numbers:
            yield document.assembly.by_key[places[number][1]]


@dataclass
class Drafting:
    """Puts proposals into the catalog of one locale: a view.Fill."""

    aligned: Aligned
    when: str = ""
    outcome: dict[int, str] = field(default_factory=dict)
    """What became of each proposal, by its number."""

    def fill(self, locale: str, catalog: Catalog, known: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        """The catalog with drafts where segments are empty, and their records; nothing that is there is touched."""
        if locale != self.aligned.target.locale:
            return catalog, ()
        entries = catalog.by_key()
        drafts: dict[Key, Entry] = {}
        for number, one in enumerate(self.aligned.proposals):
            held = [entries[key] for key in one.keys if key in entries and key not in drafts]
            if len(held) < len(one.keys):
                continue
            self.outcome[number] = _outcome(held, one)
            if self.outcome[number] == DRAFTED:
                drafts |= {
                    entry.key: _draft(entry, said, one.score) for entry, said in zip(held, one.targets, strict=True)
                }
        new = tuple(entry if entry.obsolete else drafts.get(entry.key, entry) for entry in catalog.entries)
        records = (ledger.drafted(entry, known, self.when) for entry in drafts.values() if entry.target != JOINED)
        return (catalog.replace(entries=new) if drafts else catalog), tuple(filter(None, records))

    def count(self, outcome: str) -> int:
        """How many proposals became this."""
        return sum(one == outcome for one in self.outcome.values())


def _outcome(held: Sequence[Entry], proposal: Proposal) -> str:
    if all(entry.empty for entry in held):
        return DRAFTED
    if all(text.nfc(entry.target) == text.nfc(said) for entry, said in zip(held, proposal.targets, strict=True)):
        return SAME
    return WAITS if any(entry.fuzzy for entry in held) else OTHER


def _draft(entry: Entry, target: str, score: int) -> Entry:
    said = comments.with_origin(entry.comments, origins.alignment(score))
    return entry.replace(targets=(target,), comments=said).flagged(True)


def draft(project: Project, article: Article, aligned: Aligned, options: syncing.Options) -> Drafting:
    """Put the proposals into the catalogs of an article, which are brought up to date at once."""
    drafting = Drafting(aligned, options.when)
    if options.dry_run:
        syncing.plan_article(project, article, options, drafting.fill)
        return drafting
    with alone(project):
        planned = syncing.plan_article(project, article, options, drafting.fill)
        list(syncing.put(project, planned, options, drafting.fill))
    return drafting


def place_of(project: Project, aligned: Aligned) -> Path:
    """The TMX file of an alignment."""
    return project.inside(project.aligned(aligned.source.name, aligned.target.locale))


def keep(project: Project, aligned: Aligned, when: str) -> Path:
    """Write the proposals as TMX into the project, from where they enter its memory."""
    from l10n.memory import tmx
    from l10n.memory.tmx import Said, Unit, Variant

    path = place_of(project, aligned)
    path.parent.mkdir(parents=True, exist_ok=True)
    source, target = aligned.source.locale, aligned.target.locale
    units = (
        Unit(
            (Variant(source, one.source), Variant(target, one.target)),
            source,
            said=Said(
                props=props(origin=ALIGNMENT, article=aligned.source.name, context=one.keys[0][0],
                            before=one.before, after=one.after),
            ),
        )
        for one in aligned.proposals
        if one.source.strip() and one.target.strip()
    )  # fmt: skip
    with locked(project):
        files.sweep(project.memory)
        tmx.write(units, path, source=source, when=when, segtype=project.settings.segment)
    return path
