"""Whose name that is."""

from __future__ import annotations

import pytest

from l10n.ledger import identify
from l10n.model import Person

PEOPLE = [
    Person("aigul", names=("Aigül Sadyk", "Айгүл Садық"), mails=("aigul@example.org", "a.sadyk@example.net")),
    Person("bolat", names=("Bolat Omar",), mails=("bolat@example.org", "desk@example.org")),
    Person("bolat.k", names=("Bolat  Omar",), mails=("desk@example.org",)),
]

NAMES = {
    "aigul@example.org": "aigul",
    "A.Sadyk@Example.NET": "aigul",
    "Айгүл Садық": "aigul",
    "айгүл  садық": "aigul",
    "Aigu\u0308l Sadyk": "aigul",
    "aigul": "aigul",
    "Somebody Else <aigul@example.org>": "aigul",
    "Айгүл Садық <laptop@localhost>": "aigul",
    "Bolat Omar <bolat@example.org>": "bolat",
    "Bolat Omar": "",
    "desk@example.org": "",
    "Bolat Omar <desk@example.org>": "",
    "Not Committed Yet": "",
    "FULL NAME <EMAIL@ADDRESS>": "",
    "": "",
    "<>": "",
}


@pytest.mark.parametrize(("name", "who"), NAMES.items())
def test_identify(name: str, who: str) -> None:
    """A mail address decides before a name; whoever could be two people is nobody."""
    assert identify(name, PEOPLE) == who
