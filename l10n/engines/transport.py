"""Connections that end in time: http and https and nothing else, no redirect, no certificate waved through.

The standard library watches each read from a socket alone, so a server that drips an octet now and then would hold it
for ever; here the whole answer, its headers too, is read until one moment.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from http.client import HTTPConnection, HTTPResponse
    from socket import socket
    from urllib.request import OpenerDirector
    from urllib.request import Request as UrlRequest


def opener(until: float, *, direct: bool) -> OpenerDirector:
    """What opens http and https and nothing else, follows no redirect, and reads until a moment."""
    from http.client import HTTPConnection, HTTPSConnection
    from urllib import request

    class Plain(request.HTTPHandler):
        def http_open(self, asked: UrlRequest) -> HTTPResponse:
            return self.do_open(_timed(HTTPConnection, until), asked)

    class Secure(request.HTTPSHandler):
        def https_open(self, asked: UrlRequest) -> HTTPResponse:
            return self.do_open(_timed(HTTPSConnection, until), asked, context=_trust())

    made = request.OpenerDirector()
    if not direct:
        made.add_handler(request.ProxyHandler())
    for handler in (Plain(), Secure(), request.HTTPDefaultErrorHandler(), request.HTTPErrorProcessor()):
        made.add_handler(handler)
    return made


@cache
def _trust() -> ssl.SSLContext:
    import ssl

    return ssl.create_default_context()


def _timed(connection: type[HTTPConnection], until: float) -> Callable[..., HTTPConnection]:
    """Connections whose answers are read until a moment, however slowly they drip."""
    from http.client import HTTPResponse

    class Response(HTTPResponse):
        def __init__(self, sock: socket, *args: Any, **named: Any) -> None:
            super().__init__(sock, *args, **named)
            self.fp.close()
            self.fp = io.BufferedReader(_Until(sock, until))

    def make(*args: Any, **named: Any) -> HTTPConnection:
        made = connection(*args, **named)
        made.response_class = Response
        return made

    return make


class _Until(io.RawIOBase):
    """What a socket gives until a moment."""

    def __init__(self, sock: socket, until: float) -> None:
        self._sock, self._until = sock, until
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()
