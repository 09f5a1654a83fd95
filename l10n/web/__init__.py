"""The workbench: one local web page on the same files as the command line, through the same calls.

    serve         runs it; application gives it to another server

The storeys inside, each of which knows only those above it:

    words     speech in the reader's language: catalogs, figures, dates
    labels    names of states, roles and kinds in it
    guard     who may speak to it: hosts, cookies, tokens, sizes, and what a page may load
    bench     what a running server knows: articles as they are on disk, who is where, what can be undone
    visit     one request: who asks, in which language, and the page that answers
    reasons  speech   what the rooms below say in English, in the language of the reader
    shelf     what editors look at, kept as long as the files are the same
    newsroom  desk  …    the pages, a module each
    app       which address leads where

Nothing that matters is kept in it: a saved text is in the catalog before the page says so, and a server that is killed
loses who looked at what, and what could have been undone.
"""

from __future__ import annotations

from l10n.web.app import application, serve

__all__ = ["application", "serve"]
