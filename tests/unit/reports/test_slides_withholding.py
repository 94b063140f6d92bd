"""What slides leave out of actions: every name of a person, and every text in which one can be typed."""

from dataclasses import fields
from datetime import date

import pytest

from reports.report import ActionCards, AgreedAction
from tests.unit.reports.networks import report_of
from tests.unit.reports.slides_reading import everything, made

#: What was typed or chosen in each field, to be found again by.
TYPED = {
    "person": "Anneke de Vries",
    "helpers": "Samen met Bilal Aydin",
    "first_step": "Chantal belt de gemeente",
    "proof": "Dirk heeft twintig mensen gesproken",
    "note": "Els werd ziek",
}
CHOSEN = {"id": "a", "what": "Maak een kaart", "status": "busy", "agreed_on": date(2026, 5, 1)}
SHOWN = {"theme": "roles", "owner": "Bibliotheek Waterdam", "due_on": date(2027, 3, 1)}
ACTION = AgreedAction(**CHOSEN, **SHOWN, **TYPED)

both_languages = pytest.mark.parametrize("language", ["nl", "en"])


def test_every_field_of_an_action_is_looked_for_here() -> None:
    assert {field.name for field in fields(AgreedAction)} == {*CHOSEN, *SHOWN, *TYPED}


@both_languages
def test_what_was_typed_with_an_action_is_in_no_part_of_the_slides(language: str) -> None:
    report = report_of("small", language, actions=(ACTION,))
    assert all(text in str(report) for text in TYPED.values())

    found = everything(made(report))

    assert [text for text in TYPED.values() if text in found] == []


@both_languages
def test_what_was_agreed_by_which_organisation_and_when_stays(language: str) -> None:
    found = everything(made(report_of("small", language, actions=(ACTION,))))

    ready = {"nl": "1 maart 2027", "en": "1 March 2027"}[language]
    status = {"nl": "bezig", "en": "in progress"}[language]
    assert all(text in found for text in ("Maak een kaart", "Bibliotheek Waterdam", ready, status))


def test_empty_cards_keep_the_fields_to_fill_in() -> None:
    report = report_of("small", "nl", actions=(ACTION,))
    empty = [card for section in report.sections for block in section.blocks if isinstance(block, ActionCards)
             for card in block.cards if card.kind == "empty"]  # fmt: skip
    found = everything(made(report))

    assert empty
    assert all(field.term in found for card in empty for field in card.fields)
