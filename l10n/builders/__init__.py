"""Builders: what a publisher gets.

    candidates ── gate.decide ──► texts ── formats.rewrite ──► page ── html · markdown · plain .dress ──► files
                                                               └─► page.render through a template
    files + manifest + listing ── folder.swap ──► build/

Everything is a pure function but `read_manifest` and `swap`, which touch the folder they are given.
"""

from __future__ import annotations

from l10n.builders import credits, folder, gate, html, isolates, listing, markdown, matter, plain, showing, site, words
from l10n.builders.credits import Link, Note
from l10n.builders.folder import recover, swap
from l10n.builders.gate import Blocked, Candidate, Decision, decide
from l10n.builders.links import Archive, Links
from l10n.builders.listing import Listed, ListedVariant
from l10n.builders.manifest import Made, Manifest, digest
from l10n.builders.manifest import parse as parse_manifest
from l10n.builders.manifest import read as read_manifest
from l10n.builders.page import Document, Reading, render
from l10n.builders.site import Article, Site, alternates, article, check
from l10n.builders.variant import Conversion, Page

__all__ = [
    "Archive",
    "Article",
    "Blocked",
    "Candidate",
    "Conversion",
    "Decision",
    "Document",
    "Link",
    "Links",
    "Listed",
    "ListedVariant",
    "Made",
    "Manifest",
    "Note",
    "Page",
    "Reading",
    "Site",
    "alternates",
    "article",
    "check",
    "credits",
    "decide",
    "digest",
    "folder",
    "gate",
    "html",
    "isolates",
    "listing",
    "markdown",
    "matter",
    "parse_manifest",
    "plain",
    "read_manifest",
    "recover",
    "render",
    "showing",
    "site",
    "swap",
    "words",
]
