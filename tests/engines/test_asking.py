"""Asking: as many results as texts, whatever the engine does; what is finished stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines.asking import cost, translate
from l10n.engines.cache import Cache
from l10n.engines.contract import (
    CEILING,
    ERROR,
    FIGURES,
    Draft,
    Engine,
    Garbled,
    Limits,
    Name,
    Pair,
    Passing,
    Piece,
    Policy,
    Reply,
    Request,
    Route,
    Service,
    Text,
)
from l10n.engines.retrying import Clock
from l10n.errors import EngineError, Refused, Unavailable
from tests.engines.server import FakeClock, russian


class Scripted(Engine):
    """An engine whose answers the test writes."""

    limits = Limits(texts=3, characters=40)

    def __init__(
        self, answer: Callable[[list[str]], Sequence[str | None]] = lambda wires: list(map(russian, wires))
    ) -> None:
        self.name = "scripted"
        self.answer = answer
        self.sent: list[list[str]] = []
        self.pieces: list[Piece] = []
        self.seconds: list[float] = []

    def route(self, source: str, target: str) -> Route:
        if target == "xx":
            raise Refused("`scripted` does not have `xx`")
        return Route(source, target, source, target)

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        self.sent.append([piece.wire for piece in batch])
        self.pieces += batch
        self.seconds.append(seconds)
        return self.answer(self.sent[-1])


class Moody(Scripted):
    steady = False
    reads_context = True


def ask(
    engine: Engine, *sources: str, cache: Cache | None = None, clock: FakeClock | None = None, **policy: float
) -> Reply:
    time = clock or FakeClock()
    service = Service("scripted", engine, ("ru",), Policy(**policy))  # type: ignore[arg-type]
    request = Request(tuple(Text(source) for source in sources), "en", "ru")
    return translate(service, request, cache, Clock(time.now, time.sleep, lambda: 1.0))


def texts(reply: Reply) -> list[str]:
    return [one.text or f"({one.reason})" for one in reply.results]


def test_batches_stay_below_the_limits() -> None:
    """In texts and in characters; equal texts go once, their edges never."""
    engine = Scripted()
    reply = ask(engine, "One", " Two ", "Three", "Four", "One", "x" * 39 + " y", "Two")

    assert engine.sent[0] == ["One", "Two", "Three"]
    assert all(len(batch) <= 3 and sum(map(len, batch)) <= 40 for batch in engine.sent)
    assert texts(reply)[:5] == ["слово", " слово ", "слово", "слово", "слово"]
    assert reply.requests == len(engine.sent)
    assert reply.characters == sum(len(wire) for batch in engine.sent for wire in batch)


@given(
    st.lists(st.sampled_from(["", " ", "One two.", "A {b} c", "<a1>x</a1> y", "5", "w " * 30]), max_size=12),
    st.lists(
        st.sampled_from(["good", "none", "empty", "few", "many", "garbled", "passing", "lost", "refused"]), max_size=40
    ),
)
def test_as_many_out_as_in(sources: list[str], moods: list[str]) -> None:
    """Law: each text has a draft or a reason, never both, never None, and never a damaged draft."""
    left = iter(moods)

    def answer(wires: list[str]) -> Sequence[str | None]:
        mood = next(left, "good")
        if mood == "garbled":
            raise Garbled("a page")
        if mood == "passing":
            raise Passing("too many requests")
        if mood == "refused":
            raise Refused("the key is old")
        said: list[str | None] = [russian(wire) for wire in wires]
        changes: dict[str, list[str | None]] = {
            "none": [None] * len(wires),
            "empty": [" "] * len(wires),
            "few": said[1:],
            "many": [*said, "слово"],
            "lost": ["слово"] * len(wires),
        }
        return changes.get(mood, said)

    reply = ask(Scripted(answer), *sources)

    assert len(reply.results) == len(sources)
    for source, draft in zip(sources, reply.results, strict=True):
        assert isinstance(draft, Draft)
        assert bool(draft.text) != bool(draft.reason)
        if draft:
            assert (
                draft.text[: len(draft.text) - len(draft.text.lstrip())] == source[: len(source) - len(source.lstrip())]
            )
            assert ("{b}" in source, "<a1>" in source) == ("{b}" in draft.text, "<a1>" in draft.text)


def failing(times: int, after_s: float | None = None) -> Callable[[list[str]], Sequence[str | None]]:
    left = [times]

    def answer(wires: list[str]) -> Sequence[str | None]:
        left[0] -= 1
        if left[0] >= 0:
            raise Passing("`scripted` has too many requests (429)", after_s=after_s)
        return list(map(russian, wires))

    return answer


def test_back_off() -> None:
    """What passes is asked again, each time later, with a share of chance; then the work is done."""
    clock = FakeClock()
    reply = ask(Scripted(failing(3)), "One", clock=clock)

    assert texts(reply) == ["слово"]
    assert clock.slept == [1.0, 2.0, 4.0]
    assert reply.requests == 4


def test_jitter() -> None:
    """Between half of the wait and all of it."""
    clock = FakeClock()
    request = Request((Text("One"),), "en", "ru")
    service = Service("scripted", Scripted(failing(3)), ("ru",))
    translate(service, request, None, Clock(clock.now, clock.sleep, lambda: 0.0))

    assert clock.slept == [0.5, 1.0, 2.0]


def test_no_more_attempts() -> None:
    """After the last attempt the work ends with the error, and each text has it as its reason."""
    reply = ask(Scripted(failing(99)), "One", "Two", attempts=3)

    assert isinstance(reply.error, Unavailable)
    assert texts(reply) == ["(`scripted` has too many requests (429))"] * 2
    assert reply.requests == 3


def test_retry_after() -> None:
    """The wait that the server asks for is kept within the deadline, and given up at once beyond it."""
    clock = FakeClock()
    assert texts(ask(Scripted(failing(1, after_s=40)), "One", clock=clock, deadline_s=60)) == ["слово"]
    assert clock.slept == [40]

    clock = FakeClock()
    reply = ask(Scripted(failing(1, after_s=3600)), "One", clock=clock, deadline_s=60)
    assert clock.slept == []
    assert isinstance(reply.error, Unavailable)
    assert "asked again in 3600 s, beyond the deadline" in reply.error.what


@pytest.mark.parametrize("error", [Refused("the key is old"), Unavailable("no answer in 60 s"), EngineError("unknown")])
def test_what_does_not_pass_is_not_asked_again(error: EngineError) -> None:
    """One request; what was finished before it stays."""
    done: list[int] = []

    def answer(wires: list[str]) -> Sequence[str | None]:
        if done:
            raise error
        done.append(1)
        return list(map(russian, wires))

    engine = Scripted(answer)
    reply = ask(engine, *(f"Text {chr(97 + n)}" for n in range(9)))

    assert texts(reply) == ["слово слово"] * 3 + [f"({error.what})"] * 6
    assert reply.error is error
    assert len(engine.sent) == 2


def test_the_deadline_is_for_all() -> None:
    """When it is over, the rest is left; each request gets no more than what is left of it."""
    clock = FakeClock()

    def slow(wires: list[str]) -> Sequence[str | None]:
        clock.time += 25
        return list(map(russian, wires))

    engine = Scripted(slow)
    reply = ask(engine, *(f"Text {chr(97 + n)}" for n in range(12)), clock=clock, deadline_s=60, timeout_s=40)

    assert [bool(one) for one in reply.results] == [True] * 9 + [False] * 3
    assert engine.seconds == [40, 35, 10]
    assert reply.characters == 9 * len("Text a")
    assert reply.results[-1].reason == "`scripted` was not done within 60 s"


def test_one_bad_text_does_not_spoil_its_batch() -> None:
    """A garbled batch is halved until the text is found."""

    def answer(wires: list[str]) -> Sequence[str | None]:
        if "poison" in wires:
            raise Garbled("`scripted` answered with a page")
        return list(map(russian, wires))

    reply = ask(Scripted(answer), "One", "poison", "Three")

    assert texts(reply) == ["слово", "(`scripted` answered with a page)", "слово"]
    assert not any(one.left for one in reply.results), "it is that text's own reason"
    assert reply.error is None


def test_a_broken_service_is_left() -> None:
    """After so many garbled answers in a row nobody is asked any more."""
    engine = Scripted(lambda wires: [])
    reply = ask(engine, *(f"Text {chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200)))

    assert len(engine.sent) == engine.patience
    assert isinstance(reply.error, Garbled)
    assert not any(reply.results)
    assert {one.left for one in reply.results} == {ERROR}, "no text is blamed"


def test_a_broken_service_is_left_in_small_requests() -> None:
    """The row goes on from one article to the next, until an answer can be used."""
    engine = Scripted(lambda wires: [])
    service = Service("scripted", engine, ("ru",))

    def ask_one(n: int) -> Reply:
        return translate(service, Request((Text(f"Text {chr(97 + n)}"),), "en", "ru"))

    assert [ask_one(n).error is None for n in range(5)] == [True] * 5
    engine.answer = lambda wires: list(map(russian, wires))
    assert ask_one(5).results[0]
    engine.answer = lambda wires: []
    replies = [ask_one(n) for n in range(6, 6 + engine.patience)]
    assert [one.error is None for one in replies] == [True] * (engine.patience - 1) + [False]


def test_bad_texts_here_and_there() -> None:
    """A service that cannot take some texts, each in its place, is not broken."""

    def answer(wires: list[str]) -> Sequence[str | None]:
        if any(wire.startswith("poison") for wire in wires):
            raise Garbled("`scripted` answered with a page")
        return list(map(russian, wires))

    sources = [f"{'poison' if n % 4 == 1 else 'Text'} {chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    reply = ask(Scripted(answer), *sources)

    assert reply.error is None
    assert [bool(one) for one in reply.results] == [one.startswith("Text") for one in sources]


def test_languages_that_it_does_not_have() -> None:
    """Nothing is sent, and every text has the reason."""
    engine = Scripted()
    reply = translate(Service("scripted", engine, ()), Request((Text("One"), Text("Two")), "en", "xx"))

    assert [one.reason for one in reply.results] == ["`scripted` does not have `xx`"] * 2
    assert isinstance(reply.error, Refused)
    assert engine.sent == []


def test_the_ceiling() -> None:
    """Texts go in their order while they fit; what was not sent is given back to the next article."""
    engine = Scripted()
    service = Service("scripted", engine, ("ru",), Policy(ceiling=10))
    request = Request((Text("Four five"), Text("Seven"), Text("A")), "en", "ru")

    reply = translate(service, request)
    assert texts(reply) == ["слово слово", "(the ceiling of 10 characters for `scripted` is reached)", "слово"]
    assert [one.left for one in reply.results] == ["", CEILING, ""]
    assert service.meter.characters == 10
    assert not any(translate(service, Request((Text("More"),), "en", "ru")).results)

    refusing = Service("scripted", Scripted(failing(99)), ("ru",), Policy(ceiling=10, attempts=1))
    translate(refusing, Request((Text("Four"), Text("Fiver")), "en", "ru"))
    assert refusing.meter.characters == 9


def test_progress() -> None:
    """Told after each batch."""
    told: list[tuple[int, int]] = []
    request = Request(tuple(Text(f"Text {chr(97 + n)}") for n in range(7)), "en", "ru")
    service = Service("scripted", Scripted(), ("ru",))
    translate(service, request, progress=lambda done, every: told.append((done, every)))

    assert told == [(3, 7), (6, 7), (7, 7)]


def test_cost_sends_nothing(tmp_path: Path) -> None:
    """Texts and characters as they would go, equal ones once; what the cache has costs nothing."""
    engine = Scripted()
    service = Service("scripted", engine, ("ru",))
    request = Request(tuple(map(Text, ["One {a}", "One {a}", "Two", "— 5 —", "w" * 50])), "en", "ru")
    with Cache(tmp_path / "engines.sqlite") as cache:
        before = cost(service, request, cache)
        assert (before.texts, before.cached, before.impossible) == (2, 1, 1)
        assert before.characters == len('One <x id="0"/>') + len("Two")
        assert engine.sent == []
        translate(service, request, cache)
        after = cost(service, request, cache)
        assert (after.texts, after.characters, after.cached) == (0, 0, 4)


def test_a_second_run_asks_nothing(tmp_path: Path) -> None:
    """The same texts for the same engine, settings and languages are in the cache; others are not."""
    engine = Scripted()
    with Cache(tmp_path / "engines.sqlite") as cache:
        first = ask(engine, "One", "A {b} c", cache=cache)
    with Cache(tmp_path / "engines.sqlite") as cache:
        second = ask(engine, "One", "A {b} c", cache=cache)
        assert texts(second) == texts(first)
        assert (second.requests, len(engine.sent)) == (0, 1)

        other = Scripted()
        other.settings = lambda: {"model": "larger"}  # type: ignore[method-assign]
        assert ask(other, "One", cache=cache).requests == 1
        assert ask(type("Another", (Scripted,), {})(), "One", cache=cache).requests == 1
        kazakh = Request((Text("One"),), "en", "kk")
        assert translate(Service("scripted", engine, ()), kazakh, cache).requests == 1


def test_what_was_finished_is_kept(tmp_path: Path) -> None:
    """An error in the third batch: the first two are not asked again."""
    engine = Scripted()
    sources = [f"Text {chr(97 + n)}" for n in range(9)]

    def broken(wires: list[str]) -> Sequence[str | None]:
        if len(engine.sent) == 3:
            raise Unavailable("no answer")
        return list(map(russian, wires))

    engine.answer = broken
    with Cache(tmp_path / "engines.sqlite") as cache:
        assert [bool(one) for one in ask(engine, *sources, cache=cache).results] == [True] * 6 + [False] * 3
        again = Scripted()
        assert all(ask(again, *sources, cache=cache).results)
        assert again.sent == [sources[6:]]


KILLED = """
import sys, time
from tests.engines.server import russian
from tests.engines.test_asking import Scripted, ask
from l10n.engines.cache import Cache
engine = Scripted()
def answer(wires):
    if len(engine.sent) == 3:
        print("killed here", flush=True)
        time.sleep(60)
    return list(map(russian, wires))
engine.answer = answer
ask(engine, *(f"Text {chr(97 + n)}" for n in range(9)), cache=Cache(sys.argv[1]))
"""


def test_killed_midway(tmp_path: Path) -> None:
    """SIGKILL in the third batch: the first two are on the disk."""
    place = tmp_path / "engines.sqlite"
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", KILLED, str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environ, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "killed here\n"
        process.send_signal(signal.SIGKILL)
    engine = Scripted()
    with Cache(place) as cache:
        assert all(ask(engine, *(f"Text {chr(97 + n)}" for n in range(9)), cache=cache).results)
    assert engine.sent == [["Text g", "Text h", "Text i"]]


def test_an_engine_of_moods_is_asked_again_for_what_was_no_draft(tmp_path: Path) -> None:
    """A steady one would say the same: there the reason comes from the cache."""
    for kind, requests in ((Scripted, 0), (Moody, 1)):
        with Cache(tmp_path / f"{kind.__name__}.sqlite") as cache:
            engine = kind(lambda wires: ["слово"] * len(wires))
            assert texts(ask(engine, "A {b} c", "Two", cache=cache)) == ["(the engine lost `{b}`)", "слово"]
            assert ask(engine, "A {b} c", "Two", cache=cache).requests == requests


def test_terms_that_a_text_has() -> None:
    """An engine that is told of them gets those of its texts; another rendering is another question."""
    engine = Moody()
    engine.shows = frozenset([FIGURES, "names"])
    glossary = (Pair("Xinjiang", "Синьцзян"), Pair("World Uyghur Congress", "Всемирный уйгурский конгресс"))
    text = Text("Tohti left Xinjiang.", (Name(0, 5, "Тохти"),))
    translate(Service("moody", engine, ()), Request((text, Text("No terms.")), "en", "ru", glossary))

    assert [piece.terms for piece in engine.pieces] == [(Pair("Tohti", "Тохти"), Pair("Xinjiang", "Синьцзян")), ()]
    route = Route("en", "ru", "en", "ru")
    one = engine.pieces[0]
    assert engine.identity(one, route) != engine.identity(Piece(one.wire, one.text), route)


def test_long_texts() -> None:
    """They go in pieces, and one with a sentence that is too long has that as its reason."""
    engine = Scripted()
    source = "The school is closed today. The teachers wait. Snow."
    reply = ask(engine, source, "word " * 20)

    assert engine.sent == [["The school is closed today."], ["The teachers wait. Snow."]]
    assert texts(reply) == [
        "слово слово слово слово слово. слово слово слово. слово.",
        "(a sentence of more than 40 characters is too long for this engine)",
    ]
