"""The attacker's second look: what is left possible for everybody, knowing that something was dropped (R12).

A drop tells that the answers were such that something had to be dropped. How much that gives away is answered by
example: other answers that would be printed the same, would be dropped the same, and that an insider could not tell
from the real ones. What somebody has in such an example stays possible; what no example shows is taken as given away.
"""

from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import Final

from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS, OPEN_POINTS
from reports.disclosure.theme_answers import Insider, Own, ThemeAnswers
from reports.results.cells import Cell

#: How many changes are tried, and of how many that print the same it is asked whether they would be dropped too.
MOST_CHANGES: Final = 600
MOST_EXAMPLES: Final = 40


def still_open(
    theme: ThemeAnswers, printed: Callable[[ThemeAnswers], tuple[Cell, ...]], dropped: Callable[[ThemeAnswers], bool]
) -> bool:
    """Whether enough stays possible for everybody, for each insider, by examples.

    Parameters
    ----------
    theme
        The real answers.
    printed
        What would be printed of some answers, after the drop.
    dropped
        Whether the same would have been dropped of them.
    """
    told = printed(theme)
    alike = (each for each in islice(_examples(theme), MOST_CHANGES) if printed(each) == told)
    examples = [theme, *(each for each in islice(alike, MOST_EXAMPLES) if dropped(each))]
    return all(
        _open(theme, group, [each for each in examples if insider is None or insider in each.people], insider)
        for insider in (None, *_insiders(theme))
        for group in theme.plan
    )


def _insiders(theme: ThemeAnswers) -> set[tuple[str, Own]]:
    return {(group, own) for group in theme.plan for own in theme.insiders([group])}


def _open(theme: ThemeAnswers, group: str, examples: list[ThemeAnswers], insider: Insider) -> bool:
    """People of one group can change places: each may be anybody of the group in any example."""
    others = [own for each in examples for own in _others(each, group, insider)]
    for place in range(len(theme.items)):
        answers = {given[place] for given, _ in others} - {0}
        if answers and len(answers) < OPEN_ANSWERS:
            return False
    scores = [score for _, score in others if score is not None]
    return not scores or max(scores) - min(scores) >= OPEN_POINTS * theme.unit


def _others(theme: ThemeAnswers, group: str, insider: Insider) -> list[Own]:
    people = [own for name, own in theme.people if name == group]
    if insider is not None and insider[0] == group:
        people.remove(insider[1])
    return people


def _examples(theme: ThemeAnswers) -> Iterator[ThemeAnswers]:
    """Change one answer of one person; then also another answer the other way, so that sums stay the same."""
    places = [(person, item) for item in range(len(theme.items)) for person in range(len(theme.people))]
    given = [place for place in places if theme.answer(*place)]
    values = [
        (value, place) for value, place in product(range(LOWEST, HIGHEST + 1), given) if theme.answer(*place) != value
    ]
    for value, place in values:
        yield theme.changed({place: value})
    for (value, one), other in product(values, given):
        opposite = theme.answer(*other) + theme.answer(*one) - value
        if one != other and LOWEST <= opposite <= HIGHEST:
            yield theme.changed({one: value, other: opposite})
