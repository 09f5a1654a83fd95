"""A word is found in source and target, in all its forms, with its context."""

from __future__ import annotations

import pytest

from l10n.memory import Memory, Row


@pytest.mark.parametrize(
    ("locale", "word", "found", "others"),
    [
        ("kk", "мектеп", "мектептің мектебі мектептерде Мектеп мектебімізден", "мектебшілдік мек"),
        ("kk", "мектептің", "мектеп мектебі мектептер", "мекен"),
        ("kk", "бала", "балалар баланың балаға балам", "балық"),
        ("ru", "школа", "школы школами школ Школе", "школьник школяр"),
        ("ru", "школами", "школа школу", "школьник"),
        ("ru", "отец", "отца отцу отцами отец", "отчество"),
        ("ru", "дом", "дома домами домов", "домна"),
        ("ru", "новый", "нового новая новыми", "новость"),
        ("en", "school", "schools School school's", "scholar"),
        ("en", "plan", "plans planned planning", "plant platform"),
        ("en", "city", "cities city", "citizen"),
        ("ug", "مەكتەپ", "مەكتەپنىڭ مەكتىپى مەكتەپلەر مەكتىپىدە", "مەكتۇپ"),
        ("de", "Haus", "Haus Hause", "Mausoleum"),
    ],
)
def test_forms(locale: str, word: str, found: str, others: str) -> None:
    """These forms of a word, and not those words."""
    with Memory(":memory:") as memory:
        memory.add_many(((f"{form} + x", f"{number}") for number, form in enumerate(found.split())), locale, "nl")
        memory.add_many(((f"{form} + x", "1") for form in others.split()), locale, "nl")
        passages = memory.concordance(word)

    said = {passage.source[slice(*passage.spans[0])] for passage in passages}
    assert said >= set(found.split())
    assert {passage.source.partition(" ")[0] for passage in passages} & set(others.split()) == set()


def test_sides_and_context() -> None:
    """Found in the target too; with where it stands, and what stands around it."""
    rows = [
        Row("The head spoke.", "Директор сөйледі.", article="a", after="The school was closed."),
        Row("The school was closed.", "Мектеп жабылды, мектебі жоқ.", article="a", who="w", before="The head spoke."),
    ]
    with Memory(":memory:") as memory:
        memory.add_many(rows, "en", "kk")

        (passage,) = memory.concordance("мектеп")
        assert (passage.side, passage.spans, passage.article) == ("target", ((0, 6), (16, 23)), "a")
        assert (passage.before, passage.who, passage.target_locale) == ("The head spoke.", "w", "kk")
        (passage,) = memory.concordance("schools")
        assert (passage.side, passage.spans) == ("source", ((4, 10),))
        assert memory.concordance("schools", sides=["target"]) == memory.concordance("schools", target="ru") == []
        assert len(memory.concordance("жабылды", source="en", target="kk")) == 1


def test_several_words() -> None:
    """Behind one another, each in any form."""
    with Memory(":memory:") as memory:
        memory.add("Орта мектептің директоры", "x", source_locale="kk")
        memory.add("Мектеп орта емес", "y", source_locale="kk")

        assert [passage.target for passage in memory.concordance("орта мектеп")] == ["x"]


def test_limit_and_frequent_words() -> None:
    """Of a word that stands everywhere so many as are asked for; of one beside it every one."""
    with Memory(":memory:") as memory:
        memory.add_many((f"The president spoke {number} times", "x") for number in range(3000))
        memory.add("The presidium met", "y")

        assert len(memory.concordance("president", limit=7)) == 7
        assert [passage.target for passage in memory.concordance("presidium")] == ["y"]
        assert memory.concordance("(") == memory.concordance("president (", limit=0) == []
