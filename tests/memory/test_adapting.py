"""Figures and dates are put into the target where nothing can go wrong; else the match stays fuzzy."""

from __future__ import annotations

import pytest

from l10n.memory import Memory

CLOSED = ("The school was closed on May 5, 2024.", "Школу закрыли 5 мая 2024 года.", "ru")
LEFT = ("Some 1,250 people left the town.", "Город покинули около 1 250 человек.", "ru")
PLAIN = (LEFT[0], "Город покинули около 1250 человек.", "ru")
SHARE = ("The share rose to 3.5 per cent.", "Доля выросла до 3,5 процента.", "ru")
TALKS = ("Talks begin at 10:30 in the town hall.", "Переговоры начнутся в 10:30 в ратуше.", "ru")
SCORE = ("Group 3 met group 4 in the hall.", "Группа 3 встретила группу 4 в зале.", "ru")
YEAR = ("It was built in 2019 by the council.", "Совет построил его в 2019 году.", "ru")
KAZAKH = ("They met on 5 May at the school.", "Олар 5 мамыр күні мектепте кездесті.", "kk")
UYGHUR = (YEAR[0], "كېڭەش ئۇنى 2019-يىلى قۇرغان.", "ug")
ZERO = ("The talks of 5 May 2024 failed.", "Переговоры 05 мая 2024 года провалились.", "ru")
ROAD = ("They closed road 5 in the winter.", "Зимой закрыли дорогу А5.", "ru")
ORDINAL = ("Pupils of class 5 won the game.", "Ойында 5-сынып оқушылары жеңді.", "kk")


@pytest.mark.parametrize(
    ("pair", "asked", "target"),
    [
        (CLOSED, "The school was closed on June 17, 2025.", "Школу закрыли 17 июня 2025 года."),
        (CLOSED, "The school was closed on May 6, 2024.", "Школу закрыли 6 мая 2024 года."),
        (LEFT, "Some 12,345 people left the town.", "Город покинули около 12 345 человек."),
        (LEFT, "Some 700 people left the town.", "Город покинули около 700 человек."),
        (PLAIN, "Some 5,600 people left the town.", "Город покинули около 5600 человек."),
        (PLAIN, "Some 15,600 people left the town.", "Город покинули около 15\u00a0600 человек."),
        (SHARE, "The share rose to 4.25 per cent.", "Доля выросла до 4,25 процента."),
        (TALKS, "Talks begin at 9:15 in the town hall.", "Переговоры начнутся в 9:15 в ратуше."),
        (SCORE, "Group 12 met group 11 in the hall.", None),
        (SCORE, "Group 2 met group 4 in the hall.", "Группа 2 встретила группу 4 в зале."),
        (YEAR, "It was built in 2023 by the council.", "Совет построил его в 2023 году."),
        (KAZAKH, "They met on 7 June at the school.", "Олар 7 маусым күні мектепте кездесті."),
        (UYGHUR, "It was built in 2023 by the council.", "كېڭەش ئۇنى 2023-يىلى قۇرغان."),
        (ZERO, "The talks of 7 June 2024 failed.", "Переговоры 07 июня 2024 года провалились."),
        (ZERO, "The talks of 17 May 2024 failed.", "Переговоры 17 мая 2024 года провалились."),
        # one person is another form, and so are three
        (LEFT, "Some 1,251 people left the town.", None),
        (LEFT, "Some 1,253 people left the town.", None),
        # a whole number beside a part of one
        (SHARE, "The share rose to 4 per cent.", None),
        # an ending hangs on the number
        (ORDINAL, "Pupils of class 6 won the game.", None),
        (ROAD, "They closed road 7 in the winter.", None),
        # another unit, another weekday are other words
        (TALKS, "Talks begin at 9:15 in the village hall.", None),
    ],
)
def test_adapted(pair: tuple[str, str, str], asked: str, target: str | None) -> None:
    """With 99, and the text as it would have been translated; None: not adapted."""
    with Memory(":memory:") as memory:
        memory.add(pair[0], pair[1], target_locale=pair[2])
        found = memory.search(asked)

    adapted = [(match.score, match.target) for match in found if match.kind == "adapted"]
    assert adapted == ([] if target is None else [(99, target)])
    assert [match.kind for match in found] == (["fuzzy"] if target is None else ["adapted"])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("From 5 to 5 people came.", "Пришли от 5 до 5 человек."),  # one value twice: which is which?
        ("Some 25 people came.", "Пришли двадцать пять человек."),  # in words
        ("Some 25 people came.", "Пришли 25 человек из 100."),  # a figure more
        ("He came on May 5.", "Он пришёл 5.05."),
        ("He came on 5 May.", "Он пришёл в мае."),
    ],
)
def test_not_adapted(source: str, target: str) -> None:
    """What does not stand in the target once, and alone, is left as it is."""
    asked = source.replace("25", "35").replace("May", "June").replace("From 5", "From 8")
    with Memory(":memory:") as memory:
        memory.add(source, target)

        assert {match.kind for match in memory.search(asked, least=50)} <= {"fuzzy"}


def test_adapted_beats_fuzzy_and_yields_to_exact() -> None:
    """Of one text with many figures, the one with the same comes first."""
    with Memory(":memory:") as memory:
        memory.add_many(
            (f"Some {count} people left the town.", f"Город покинули {count} человек.") for count in (5, 6, 7)
        )
        found = memory.search("Some 7 people left the town.")

    assert [(match.score, match.kind) for match in found] == [(100, "exact"), (99, "adapted"), (99, "adapted")]
    assert {match.target for match in found} == {"Город покинули 7 человек."}


@pytest.mark.parametrize("text", ["25", "1,250.50", "5 May 2024", "<a1>25</a1>"])
def test_figures_alone_have_no_skeleton(text: str) -> None:
    """Where nothing else is said, nothing is adapted."""
    with Memory(":memory:") as memory:
        memory.add(text, text)
        assert not [match for match in memory.search(text.replace("5", "6"), least=0) if match.kind == "adapted"]
