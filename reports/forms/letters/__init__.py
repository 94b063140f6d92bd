"""Personal links on paper, for people without e-mail: a letter each, or a card each with eight on a sheet.

``letter`` turns a person and a link into what is said; ``document`` has the templates (``*.typ``) draw it.
"""

from reports.forms.letters.document import cards, letters
from reports.forms.letters.letter import Inviter, Letter, Reader, make_letter

__all__ = ["Inviter", "Letter", "Reader", "cards", "letters", "make_letter"]
