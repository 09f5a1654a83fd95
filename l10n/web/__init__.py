"""The workbench: one local web page on the same files as the command line, through the same calls.

    application   the workbench for a server; `server.serve` runs it

The storeys inside, each of which knows only those above it:

    words     speech in the reader's language: catalogs, figures, dates
    labels    names of states, roles, kinds and cases in it
    templating  the templates in it, and addresses
    guard     who may speak to it: hosts, cookies, tokens, sizes, and what a page may load
    accounts  limits   who may come in from beyond this machine, and how often somebody may try
    recollection   the memory of the project, opened once, brought up to date beside those who ask
    undoing   what a session did and took back
    bench     what a running server knows: articles as they are on disk, who is where, what can be undone
    shelf  tally   what editors look at, and open findings, kept as long as the files are the same
    visit     one request: who asks, in which language, and the page that answers
    speech    the words of labels for templates, and names of people
    pieces    texts with names and codes in them
    asking    what the newsroom is asked for
    steps     what an edit changed, and how it is taken back
    newsroom  history  publish  people    pages of articles, and who reads them
    panels  checking  concordance  replacing  desk    the translator's page, and what stands beside a text
    review  verdicts    the editor's page, and what is said there
    namecard  namesteps  renderings  newnames  names    the glossary's pages, and how they are taken back
    openapi  schemas   what the API says of itself
    api       the same for programs
    app       which address leads where
    server    where it listens, and to whom its door is open

Nothing that matters is kept in it: a saved text is in the catalog before the page says so, and a server that is killed
loses who looked at what, and what could have been undone.
"""

from __future__ import annotations

from l10n.web.app import application

__all__ = ["application"]
