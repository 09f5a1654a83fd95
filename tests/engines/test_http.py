"""The door to the network: whatever a server does, there is an answer in time, or one clear error."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from l10n.engines import http
from l10n.engines.contract import Garbled, Passing
from l10n.engines.keys import Key
from l10n.errors import EngineError, ProjectError, Refused, Unavailable
from tests.engines.server import Said, Service, serving
from tests.programs import need

KEY = Key("TEST_API_KEY", "geheim-1234")


def ask(service: Service, seconds: float = 5, key: Key | None = None) -> Any:
    headers = {"Authorization": f"Bearer {key.reveal()}"} if key else {}
    return http.ask_json(http.Question("steppe", f"{service.url}/x", seconds, headers=headers, key=key), {"q": "сұрақ"})


def error_of(said: Said, seconds: float = 5) -> EngineError:
    with serving(lambda _: said) as service, pytest.raises(EngineError) as caught:
        ask(service, seconds, KEY)
    assert KEY.reveal() not in f"{caught.value} {caught.value.hint} {caught.value!r}"
    return caught.value


def test_there_and_back() -> None:
    """JSON goes and comes in UTF-8."""
    with serving(lambda asked: {"heard": asked.json["q"]}) as service:
        assert ask(service) == {"heard": "сұрақ"}
        assert service.asked[0].headers["content-type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        (Said("<!doctype html><p>Sign in"), Garbled, "with a page instead of data"),
        (Said("nothing of the kind"), Garbled, "no JSON"),
        (Said('{"a": 1, "a": 2}'), Garbled, "no JSON"),
        (Said('{"a": NaN}'), Garbled, "no JSON"),
        (Said("[" * 100_000), Garbled, "no JSON"),
        (Said('{"a": "мектеп"}'.encode("cp1251")), Garbled, "another encoding than UTF-8"),
        (Said(b"{}", headers={"Content-Encoding": "gzip"}), Garbled, "compressed"),
        (Said(b"{", headers={"Content-Length": "100", "Connection": "close"}), Garbled, "breaks off"),
        (Said({"message": "key geheim-1234 is old"}, 401), Refused, "does not accept the key (401): key … is old"),
        (Said({"error": {"message": "no\u202e such\nmodel"}}, 404), Refused, "nothing at this address (404): no  such"),
        (Said({"message": "Quota exceeded"}, 456), Refused, "quota is used up (456): Quota exceeded"),
        (Said("<html>", 403), Refused, "refuses access (403)"),
        (Said({"error": "kk is not supported"}, 400), Garbled, "does not take the request (400): kk is not supported"),
        (Said("", 413), Garbled, "(413)"),
        (Said("", 418), Refused, "refuses (418)"),
        (Said("", 429), Passing, "too many requests (429)"),
        (Said("x" * 10_000, 503), Passing, "has trouble of its own (503)"),
        (
            Said("", 302, {"Location": "https://evil.example/login?next=geheim-1234"}),
            Refused,
            "`https://evil.example/login`",
        ),
        (Said("", 308, {"Location": "/elsewhere"}), Refused, "`/elsewhere`"),
        (Said(raw=lambda out: out.write(b"SSH-2.0-OpenSSH\r\n\r\n")), Garbled, "does not answer as HTTP does"),
        (Said(raw=lambda out: None), Passing, "closes the connection"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_answers_that_are_none(said: Said, kind: type[EngineError], words: str) -> None:
    """One clear error of our tree, with what the server says where it says something; never the key."""
    error = error_of(said, 1)

    assert isinstance(error, kind)
    assert words in error.what


def test_a_redirect_is_not_followed() -> None:
    """The texts and the key reach nobody but the address of the settings."""
    with serving(lambda _: {"translatedText": []}) as other:
        error = error_of(Said("", 307, {"Location": f"{other.url}/x"}))
        assert other.asked == []
    assert "another address" in error.what


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Thu, 26 Nov 2026 10:00:30 GMT", "Date": "Thu, 26 Nov 2026 10:00:00 GMT"}, 30.0),
        ({"Retry-After": "Thu, 26 Nov 2026 10:00:30 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-3"}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, or a date by the server's own clock; nonsense is nothing."""
    error = error_of(Said("", 429, headers))

    assert isinstance(error, Passing)
    assert error.after_s == seconds


def drip(out: Any, head: bytes, drop: bytes) -> None:
    out.write(head)
    try:
        while True:
            out.write(drop)
            out.flush()
            time.sleep(0.02)
    except OSError:
        pass


@pytest.mark.parametrize(
    "said",
    [
        Said(raw=lambda out: time.sleep(1)),
        Said(raw=lambda out: drip(out, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b" ")),
        Said(raw=lambda out: drip(out, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n")),
        Said(raw=lambda out: drip(out, b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a")),
    ],
    ids=["silent", "drips", "drips in chunks", "drips its headers"],
)
def test_a_server_that_hangs(said: Said) -> None:
    """It is left when the time is over, however it passes that."""
    start = time.monotonic()
    error = error_of(said, 0.2)

    assert isinstance(error, Unavailable)
    assert error.what == "`steppe` gave no answer in 0.2 s"
    assert time.monotonic() - start < 3


def test_nobody_stays_with_a_server_that_drips() -> None:
    """The thread that read its answer ends, too."""
    before = threading.enumerate()
    error_of(Said(raw=lambda out: drip(out, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b" ")), 0.2)
    for thread in threading.enumerate():
        if thread not in before and thread.name == "l10n steppe":
            thread.join(3)
            assert not thread.is_alive()


def test_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the environment is asked for what lies outside of this machine, and for nothing else."""
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serving(lambda _: {"heard": "there"}) as service, serving(lambda _: {"heard": "proxy"}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert ask(service) == {"heard": "there"}
        assert http.ask_json(http.Question("steppe", "http://nobody.invalid/x", 5)) == {"heard": "proxy"}
        assert [one.headers["host"] for one in proxy.asked] == ["nobody.invalid"]


def test_a_hundred_megabytes() -> None:
    """No more is read than an answer can have."""
    block = b" " * (1 << 20)

    def pour(out: Any) -> None:
        out.write(b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n")
        for _ in range(100):
            out.write(block)

    assert error_of(Said(raw=pour), 10).what == "`steppe` answered more than 16 MB"


def test_a_refused_connection() -> None:
    """Nobody listens: it passes, perhaps."""
    with serving(lambda _: "") as service:
        pass
    with pytest.raises(Passing, match="closes the connection"):
        ask(service)


def test_an_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nobody has is not asked for again and again."""

    def unknown(*args: object, **named: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unavailable) as caught:
        http.ask_json(http.Question("steppe", "http://nobody.invalid/x", 5))
    assert not isinstance(caught.value, Passing)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody but this machine has signed."""
    openssl = need("openssl")
    folder = tmp_path_factory.mktemp("certificate")
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=localhost", "-days", "2", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def test_a_certificate_that_nobody_trusts(certificate: Path) -> None:
    """It is refused before anything is sent, and not asked again."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with (
        serving(lambda _: {}, lambda sock: context.wrap_socket(sock, server_side=True)) as service,
        pytest.raises(Refused, match="is not trusted: self-signed certificate"),
    ):
        ask(service, key=KEY)
    assert service.asked == []
    shutil.rmtree(certificate)


def test_tls_with_one_who_has_none() -> None:
    """`https` in the settings, and a server that speaks plainly."""
    with serving(lambda _: {}) as service, pytest.raises(Refused, match="speaks no TLS"):
        http.ask_json(http.Question("steppe", service.url.replace("http:", "https:"), 2))


@pytest.mark.parametrize("host", ["translate.example", "8.8.8.8", "api.deepl.com"])
def test_a_key_goes_encrypted(host: str) -> None:
    """A key is not sent through the net in the open."""
    with pytest.raises(Refused, match="unencrypted"):
        http.ask(http.Question("steppe", f"http://{host}/x", 1, key=KEY))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "::1", "localhost", "192.168.1.20", "10.0.0.3", "translator", "mt.local"]
)
def test_within_the_house(host: str) -> None:
    """There a key may go as it is."""
    assert http._near(host)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example",
        "a.example",
        "file:///etc/passwd",
        "https://u:p@a.example",
        "http://a.example/?k=1",
        "http://a b",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    """Only http and https, no passwords, no query; the message does not repeat what might be a secret."""
    with pytest.raises(ProjectError) as caught:
        http.checked(url, "steppe")
    assert "u:p" not in str(caught.value)
