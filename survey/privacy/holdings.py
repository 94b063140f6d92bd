"""Everything that is stored, in kinds: what it is, why, on what ground, how long, who sees it, in which tables.

A test holds that every table is in one kind, and that every column that can hold a text is told apart: does it say
something about a person, or not.
"""

from typing import Final

from survey.privacy.of_rounds import OF_ROUNDS
from survey.privacy.of_staff import OF_STAFF

HOLDINGS: Final = (*OF_ROUNDS, *OF_STAFF)
