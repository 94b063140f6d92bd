"""Commitment, roles and reach over many networks: numbers of networks, in words and tables."""

import pytest

from reports.dashboards import Counted, Named, Summed, said_sections
from reports.report import Paragraph, Section, Table

NAMED = Named(
    tasks={"find": "Merken", "teach": "Les geven"},
    groups={"older": "Ouderen", "young": "Jongeren"},
    steps={"none": "De gemeente doet niet mee.", "pays": "De gemeente betaalt."},
)


def sections(*said: Counted | Summed, language: str = "nl") -> dict[str, Section]:
    counted = [each for each in said if isinstance(each, Counted)]
    summed = [each for each in said if isinstance(each, Summed)]
    return {each.id: each for each in said_sections(language, counted, summed, NAMED)}


def table(section: Section) -> list[list[str]]:
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in found.rows]


def texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def summed(**known: int) -> Summed:
    whole = {"networks": 2, "total": 30, "organisations": 4, "left_out": 0, "unknown": 0, "silent": 0}
    return Summed("rn-found", **{**whole, **known})


def test_tasks_that_ask_for_a_talk_in_most_networks_come_first() -> None:
    found = sections(
        Counted("task", "find", "clear", 9),
        Counted("task", "teach", "open", 2),
        Counted("task", "teach", "leaderless", 1),
        Counted("task", "find", "contested", 1),
    )["said-tasks"]

    assert [row[0] for row in table(found)] == ["Les geven", "Merken"]
    assert table(found)[0][1:] == ["2", "1", "0", "0", "0", "0"]
    assert texts(found)[0].endswith("leiding: ‘Les geven’ en ‘Merken’.")


def test_as_urgent_tasks_stay_in_the_order_of_the_questionnaire() -> None:
    found = sections(Counted("task", "teach", "open", 2), Counted("task", "find", "open", 2))["said-tasks"]

    assert [row[0] for row in table(found)] == ["Merken", "Les geven"]


def test_where_every_task_is_clear_it_says_so() -> None:
    found = sections(Counted("task", "find", "clear", 9))["said-tasks"]

    assert texts(found)[0] == "Elke taak is in elk netwerk verdeeld, met één leiding."


def test_blind_spots_come_first() -> None:
    found = sections(
        Counted("group", "older", "chance", 9), Counted("group", "young", "blind_spot", 1)
    )["said-groups"]  # fmt: skip

    assert table(found) == [["Jongeren", "1", "0", "0"], ["Ouderen", "0", "0", "9"]]
    assert texts(found) == ["Het vaakst een blinde vlek: ‘Jongeren’."]


def test_the_steps_of_commitment_stand_in_their_order_for_both_who_say_them() -> None:
    found = sections(
        Counted("municipality", "now", "none", 3),
        Counted("municipality", "needed", "pays", 2),
        Counted("everyone", "now", "pays", 1),
    )["said-commitment"]

    assert table(found) == [
        ["De gemeente doet niet mee.", "3", "0", "0", "0"],
        ["De gemeente betaalt.", "0", "2", "1", "0"],
    ]


def test_it_says_of_how_many_networks_tasks_and_groups_are() -> None:
    found = sections(
        Counted("task", "", "", 5),
        Counted("task", "find", "open", 2),
        Counted("group", "", "", 1),
        Counted("group", "older", "blind_spot", 1),
    )

    assert "Dit gaat over 5 netwerken: daar vulden genoeg organisaties dit in." in texts(found["said-tasks"])
    assert "Dit gaat over één netwerk: daar vulden genoeg organisaties dit in." in texts(found["said-groups"])


@pytest.mark.parametrize(
    ("each", "total", "note"),
    [
        (summed(), "30", "van 4 organisaties"),
        (summed(left_out=1), "minstens 30", "van 4 organisaties; 1 organisatie telt niet mee"),
        (summed(unknown=1, silent=2), "minstens 30", "van 4 organisaties; 3 organisaties tellen niet mee"),
        (summed(total=0, organisations=1, left_out=1), "–", "van 1 organisatie; 1 organisatie telt niet mee"),
        (summed(total=0), "0", "van 4 organisaties"),
    ],
)
def test_a_sum_says_what_is_left_out_of_it(each: Summed, total: str, note: str) -> None:
    found = sections(each)["said-numbers"]

    ((_what, shown, networks, said),) = table(found)
    assert (shown, networks, said) == (total, "2", note)
    assert any("dubbel" in text for text in texts(found))


def test_a_number_that_nobody_gave_is_no_line() -> None:
    assert texts(sections(summed(total=0, organisations=0))["said-numbers"]) == [
        "In deze netwerken vulden te weinig organisaties hierover iets in."
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_of_what_nobody_said_there_is_a_sentence(language: str) -> None:
    for section in sections(language=language).values():
        assert len(section.blocks) == 1
        assert isinstance(section.blocks[0], Paragraph)
