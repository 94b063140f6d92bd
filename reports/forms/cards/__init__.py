"""Action cards on A6, one a page: filled in from what was agreed, or with lines to write on.

``document`` has the template ``cards.typ`` drawn.
"""

from reports.forms.cards.document import cards

__all__ = ["cards"]
