"""serve: the workbench, and who may come in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.shared import Grouped, load
from l10n.cli.talk import now, say

if TYPE_CHECKING:
    from l10n.project import Project
    from l10n.web.accounts import Row
    from l10n.web.server import Door

PEOPLE = ("invite", "token", "revoke", "people")
"""What is done to accounts, one at a time, instead of serving."""


@click.command(
    cls=Grouped,
    groups={
        "Beyond this machine": ["host", "names", "cert", "key", "is_proxied", "accounts"],
        "Who may come in": PEOPLE,
    },
    short_help="Open the workbench: the day of a newsroom on one page.",
)
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="0: any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Listen there.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="It is reached under this name; repeatable.")
@click.option("--cert", type=click.Path(path_type=Path), metavar="FILE", help="Certificate with its chain, for TLS.")
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE", help="Its key, as PEM without a password.")
@click.option("--behind-proxy", "is_proxied", is_flag=True, help="A proxy in front of it does TLS; say --name, too.")
@click.option("--accounts", type=click.Path(path_type=Path), metavar="FILE", help="Not .l10n/accounts.json.")
@click.option("--invite", metavar="ID", help="Make an invitation, good once and for a week.")
@click.option("--token", metavar="ID", help="Make a token for a program, good for a year.")
@click.option("--revoke", metavar="ID", help="End invitations, sessions and tokens, at once.")
@click.option("--people", is_flag=True, help="Show who may come in.")
@click.pass_context
def serve(context: click.Context, /, **given: Any) -> None:
    """Open the workbench: the day of translators, editors and publishers on one page.

    It works on the same files as every other command and as Poedit, and keeps nothing of its own.  Ctrl+C stops it;
    what the page said is saved, is in the catalogs.

    On 127.0.0.1 it needs nothing.  Beyond this machine it needs accounts, and TLS or a proxy that does it. What
    somebody may do says `[people]` in the settings: their roles and locales.

    \b
    l10n serve --invite aigul --name news.example
    l10n serve --host 0.0.0.0 --name news.example --cert chain.pem --key key.pem
    l10n serve --behind-proxy --name news.example
    """
    from l10n.web import server

    project = load(context)
    asked = [name for name in PEOPLE if given[name]]
    if len(asked) > 1:
        raise click.UsageError(f"one at a time: {', '.join(f'--{name}' for name in asked)}")
    names = tuple(name.lower() for name in given["names"])
    places = (given["cert"], given["key"], given["is_proxied"], given["accounts"])
    door = server.Door(given["host"], given["port"], names, *places)
    if asked:
        _manage(project, door, asked[0], given[asked[0]])
        return
    server.serve(project.folder, door, lambda address: say(f"the workbench is at {address}"))


def _manage(project: Project, door: Door, verb: str, who: Any) -> None:
    from l10n.web import accounts, server

    known = accounts.Accounts.of(project, door.accounts)
    if verb == "people":
        for row in accounts.listing(known, project, now()):
            click.echo(_told(row))
    elif verb == "revoke":
        was_there = known.revoke(who, now())
        say(f"`{who}` is out" if was_there else f"`{who}` had no account")
        if not was_there:
            raise SystemExit(1)
    elif verb == "token":
        click.echo(server.invite(project, known, who, accounts.TOKEN, now()))
        say("a program sends it as `Authorization: Bearer TOKEN`; nobody can read it again")
    else:
        said = server.invite(project, known, who, accounts.INVITATION, now())
        click.echo(f"{door.address()}sign-in#{said}" if door.names else said)
        where = "" if door.names else "; it is typed at /sign-in, or say --name HOST for a link"
        say(f"give it to {who} alone; it is good once, and for a week{where}")


def _told(row: Row) -> str:
    """A person in one line."""
    if row.person is None:
        return f"{row.who}: the settings do not name them, and they come in nowhere"
    can = (", ".join(row.person.roles) or "every role", ", ".join(row.person.locales) or "every locale")
    has = (
        f"invited until {row.invited_until[:10]}" if row.invited_until else "",
        f"signed in on {row.sessions}" if row.sessions else "",
        f"tokens: {row.tokens}" if row.tokens else "",
    )
    return f"{row.who}: {', '.join(can)}; {', '.join(filter(None, has)) or 'no account'}"
