"""One request of a program: who calls, what was sent, and the answer, or what is wrong.

@resource(Operation("fetchVariant", "A variant as readers get it.", "document"))
def variant(call: Call) -> Response: …
"""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from l10n.ledger import people
from l10n.web import accounts, guard
from l10n.web.bench import Bench, Missing
from l10n.web.openapi import Operation
from l10n.web.schemas import PARAMETERS
from l10n.web.visit import NOBODY, Visit, Wrong, fault

PERSON = "x-l10n-person"


class Unknown(Exception):
    """Nobody whom we know is asking."""


class TooOften(Exception):
    """Somebody tries tokens; str() is the number of seconds to wait."""


@dataclass
class Call(Visit):
    """A request of a program."""

    body: bytes = b""

    @cached_property
    def who(self) -> str:
        """The id of the person in whose name it is made; Unknown for nobody, TooOften for one who guesses."""
        if self.bench.accounts is None:
            said = self.request.headers.get(PERSON, "")
        else:
            scheme, _, token = self.request.headers.get("authorization", "").partition(" ")
            if scheme.lower() != "bearer" or not token.strip():
                raise Unknown
            said = self.bench.accounts.who(token.strip(), accounts.TOKEN, self.bench.now())
        if people.may(said, self.project.settings.people):
            return said
        address = guard.peer(self.request, is_proxied=self.bench.is_proxied)
        if wait := self.bench.attempts.take(address) if self.bench.accounts is not None else 0:
            raise TooOften(wait)
        raise Unknown

    def sent(self, required: Mapping[str, type], optional: Mapping[str, type]) -> dict[str, Any]:
        """The JSON object that was sent; Wrong for another one."""
        known = {**required, **optional}
        try:
            data = json.loads(self.body.decode("utf-8"))
            json.dumps(data, ensure_ascii=False).encode("utf-8")  # no halves of characters
        except (ValueError, RecursionError):
            raise Wrong("the body is no JSON in UTF-8") from None
        if not isinstance(data, dict):
            raise Wrong("the body is no JSON object")
        for name in required.keys() - data.keys():
            raise Wrong(f"`{name}` is missing")
        for name, value in data.items():
            if name not in known:
                raise Wrong(f"`{name[:100]}` is nothing that is known here: {', '.join(known)}")
            if type(value) is not known[name]:
                raise Wrong(f"`{name}` is of the wrong type")
        return data

    def number(self, name: str, usual: int, most: int) -> int:
        """A number of the address."""
        said = self.asked(name)
        if said and not (said.isascii() and said.isdecimal() and len(said) < 9 and 1 <= int(said) <= most):
            raise Wrong(f"`{name}` is a number from 1 to {most}")
        return int(said or usual)

    def tag(self, name: str) -> str | None:
        """A locale of the address; None where none is asked for."""
        said = self.asked(name)
        if said and said not in self.project.settings.tags:
            raise Missing(said)
        return said or None


def resource(operation: Operation) -> Callable[[Callable[[Call], Response]], Callable[[Request], Awaitable[Response]]]:
    """Make an endpoint of a handler."""

    def made(handler: Callable[[Call], Response]) -> Callable[[Request], Awaitable[Response]]:
        @functools.wraps(handler)
        async def endpoint(request: Request) -> Response:
            body = b"" if request.method in guard.SAFE else await request.body()
            return await run_in_threadpool(_answer, handler, request, body, operation)

        endpoint.operation = operation  # type: ignore[attr-defined]
        endpoint.role = operation.role  # type: ignore[attr-defined]
        return endpoint

    return made


def _answer(handler: Callable[[Call], Response], request: Request, body: bytes, operation: Operation) -> Response:
    bench: Bench = request.app.state.bench
    call, role = Call(request, bench, bench.last_project(), {}, body), operation.role
    try:
        call.project = bench.project()
        if role != NOBODY:
            locale = call.locale if role and "locale" in request.path_params else ""
            assert call.who
            if role:
                call.require(role, locale)
        _check(call, operation)
        return handler(call)
    except Unknown:
        scheme = "Bearer" if bench.accounts is not None else "X-L10n-Person"
        says = f"send `{'Authorization: Bearer TOKEN' if bench.accounts is not None else 'X-L10n-Person: ID'}`"
        return guard.problem(401, "nobody whom we know is asking", says, {"www-authenticate": f'{scheme} realm="l10n"'})
    except TooOften as wait:
        return guard.problem(429, "too many tokens that are none", headers={"retry-after": str(wait)})
    except Exception as error:
        return guard.problem(*fault(call, error))


def _check(call: Call, operation: Operation) -> None:
    """Wrong for a word in the address that the description does not name."""
    for parameter in map(PARAMETERS.__getitem__, operation.asked):
        name, words = parameter["name"], parameter["schema"].get("enum")
        if words and parameter["in"] == "query" and call.asked(name) not in ("", *words):
            raise Wrong(f"`{name}` is one of: {', '.join(words)}")
