"""What a network's next round asks on behalf of its organisations: the newest profile, without what is left out."""

from collections.abc import Iterable
from typing import Final

from questionnaires import catalogue
from questionnaires.definition import Block, Questionnaire
from survey.queries.profiles import PROFILE

#: The name by which all of it is left out.
WHOLE_PROFILE: Final = "organisation-profile"


def profile_blocks() -> tuple[Block, ...]:
    """Return the parts of the newest profile that can be left out: all that ask something.

    The part that only says that answers are shown by name stays, whatever is asked.
    """
    blocks = catalogue.latest(PROFILE).blocks
    return tuple(block for block in blocks if any(question.takes_answer for question in block.questions))


def left_out_of_profile(left_out: Iterable[str]) -> list[str]:
    """Return the parts of the profile among what a round leaves out, in the order of the profile."""
    names = set(left_out)
    return [block.id for block in profile_blocks() if block.id in names or WHOLE_PROFILE in names]


def planned_profile(left_out: Iterable[str]) -> Questionnaire | None:
    """Return what a round asks of organisations that leaves this out; ``None`` when nothing is left to ask."""
    without = left_out_of_profile(left_out)
    newest = catalogue.latest(PROFILE)
    return None if len(without) == len(profile_blocks()) else catalogue.asked(newest.id, newest.version, tuple(without))
