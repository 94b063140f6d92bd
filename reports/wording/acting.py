"""Which sentence the actions of a network get."""

from collections.abc import Sequence

from reports.wording.organisations import of_all
from reports.wording.words import Words


def previous_answer(words: Words, statuses: Sequence[str]) -> str:
    """Say how many of the actions that were agreed before are done."""
    done = statuses.count("done")
    if len(statuses) == 1:
        return words.say(f"previous.one.{'done' if done else 'not'}")
    return of_all(words, "previous.done", done, len(statuses))
