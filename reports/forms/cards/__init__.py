"""Action cards to lay on the table: A6, one on a page or four on a sheet, filled or with lines to write on."""

from reports.forms.cards.document import card_sheets, cards
from reports.forms.cards.filling import cards_to_work_with, empty_cards

__all__ = ["card_sheets", "cards", "cards_to_work_with", "empty_cards"]
