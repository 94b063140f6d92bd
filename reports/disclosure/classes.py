"""The three classes in which answers to a statement are counted (R5): 1 and 2, 3, 4 and 5."""

from typing import Final

#: Their names, as the answers were given.
CLASSES: Final = ("disagree", "neither", "agree")

#: The answers of each class, from low to high, and the place of each answer's class.
ANSWERS: Final = ((1, 2), (3,), (4, 5))
PLACE: Final = {answer: place for place, answers in enumerate(ANSWERS) for answer in answers}
