"""What stands on the cards that a meeting works with, and how many empty ones there are."""

from datetime import date
from typing import Any

import pytest

from reports.forms.cards import cards_to_work_with, empty_cards
from reports.report import ActionCards, AgreedAction
from reports.wording import words
from tests.unit.reports.networks import report_of

NL = words("nl")
NEW = ["Nieuwe actie"] * 3
THEMES = {"roles": "Rollen en taken"}
FIELDS = [
    "Onderwerp", "Organisatie", "Wie", "Wie helpt", "Eerste stap, binnen twee weken", "Klaar op",
    "Zo zien we dat het lukte", "Hoe het gaat na 6 en 12 weken",
]  # fmt: skip


def action(status: Any = "open", **more: Any) -> AgreedAction:
    return AgreedAction("a", "Maak een kaart", status, date(2026, 5, 1), **more)


def test_a_card_has_all_that_is_agreed_and_lines_for_what_is_not() -> None:
    agreed = action(
        "busy", theme="roles", owner="Bibliotheek", person="Fatima", helpers="Jan", first_step="Bel maandag",
        due_on=date(2027, 1, 15), proof="Bij elke taak staat een naam", note="Het loopt",
    )  # fmt: skip
    (card, *_), (bare, *_) = (cards_to_work_with([each], THEMES, NL) for each in (agreed, action()))

    assert (card.title, card.status) == ("Maak een kaart", "bezig")
    assert [(fact.term, fact.value) for fact in card.fields] == list(
        zip(
            FIELDS,
            ["Rollen en taken", "Bibliotheek", "Fatima", "Jan", "Bel maandag", "15 januari 2027",
             "Bij elke taak staat een naam", "Het loopt"],
            strict=True,
        )
    )  # fmt: skip
    assert [(fact.term, fact.value) for fact in bare.fields] == [(term, "") for term in FIELDS]


def test_an_empty_card_asks_for_what_is_going_to_happen_too() -> None:
    card, *_ = empty_cards([action(), action()], NL)

    assert [fact.term for fact in card.fields] == ["Wat", *FIELDS]
    assert not any(fact.value for fact in card.fields)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], ["Actie 1", "Actie 2", "Actie 3"]),
        (["open"], ["Maak een kaart", *NEW]),
        (["open", "busy", "busy"], ["Maak een kaart"] * 3 + NEW),
        (["done", "stopped", "busy"], ["Maak een kaart", *NEW]),
    ],
)
def test_there_are_always_three_empty_cards(statuses: list[Any], expected: list[str]) -> None:
    """Also where three actions run: a meeting finishes some of them, and agrees on others."""
    agreed = [action(each) for each in statuses]

    assert [card.title for card in cards_to_work_with(agreed, THEMES, NL)] == expected


@pytest.mark.parametrize(
    ("open_ones", "language", "said"),
    [
        (0, "nl", "Kies samen één tot drie acties."),
        (1, "nl", "Er loopt al één actie. Kies samen één of twee nieuwe acties."),
        (2, "nl", "Er lopen al twee acties. Kies samen één nieuwe actie."),
        (3, "nl", "Er lopen al drie acties. Rond er eerst een af, of stop ermee."),
        (0, "en", "Choose one to three actions together."),
        (1, "en", "One action runs already. Choose one or two new ones together."),
        (2, "en", "Two actions run already. Choose one new one together."),
        (3, "en", "Three actions run already. Finish or stop one first."),
    ],
)
def test_a_report_says_how_many_actions_can_be_added(open_ones: int, language: str, said: str) -> None:
    report = report_of("small", language, actions=tuple(action() for _ in range(open_ones)))
    (section,) = (each for each in report.sections if each.id == "actions")
    first, *cards = section.blocks

    assert first.text.startswith(said)  # type: ignore[union-attr]  # a card has fields
    assert [len(each.cards) for each in cards if isinstance(each, ActionCards)] == [3]


def test_cards_that_are_filled_in_another_language_keep_what_was_typed() -> None:
    (card, *_) = cards_to_work_with([action(helpers="Jan")], {}, words("en"))

    assert card.status == "open"
    assert ("Who helps", "Jan") in [(fact.term, fact.value) for fact in card.fields]
