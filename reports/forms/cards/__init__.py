"""Action cards to lay on the table: A6, one on a page, filled from a network's actions or with lines to write on."""

from reports.forms.cards.document import cards

__all__ = ["cards"]
