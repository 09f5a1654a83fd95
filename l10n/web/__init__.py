"""The workbench: one local web page on the same files as the command line, through the same calls.

    application   the workbench for a server; `server.serve` runs it

The storeys inside, each of which knows only those above it:

    words     speech in the reader's language: catalogs, figures, dates
    labels    names of states, roles and kinds in it
    guard     who may speak to it: hosts, cookies, tokens, sizes, and what a page may load
    accounts  who may come in from beyond this machine
    recollection   the memory of the project, opened once, brought up to date beside those who ask
    undoing   what a session did and took back
    bench     what a running server knows: articles as they are on disk, who is where, what can be undone
    visit     one request: who asks, in which language, and the page that answers
    reasons  speech   what the rooms below say in English, in the language of the reader
    shelf     what editors look at, kept as long as the files are the same
    pieces    texts with names and codes in them
    tally  asking   open findings, counted once; what the newsroom is asked for
    steps     what an edit changed, and how it is taken back
    newsroom  desk  panels  checking  concordance  replacing  publish  …    the pages, a module each
    api       the same for programs, described by openapi
    app       which address leads where
    server    where it listens, and to whom its door is open

Nothing that matters is kept in it: a saved text is in the catalog before the page says so, and a server that is killed
loses who looked at what, and what could have been undone.
"""

from __future__ import annotations

from l10n.web.app import application

__all__ = ["application"]
