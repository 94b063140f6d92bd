"""The attacker's second look: what is left possible for everybody, knowing that something was dropped (R12).

A drop tells that the answers were such that something had to be dropped. How much that gives away is answered by
example: other answers that would be printed the same, would be dropped the same, and that an insider could not tell
from the real ones. What somebody has in such an example stays possible; what no example shows is taken as given away.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from random import Random
from typing import Final

from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS, OPEN_POINTS
from reports.disclosure.theme_answers import Insider, Own, ThemeAnswers
from reports.results.cells import Cell
from reports.scoring import NO_NUMBER

#: After how many steps of a walk an example is taken; each step is printed to see that it would be printed the same.
TAKEN_AFTER: Final = (8, 32)


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
        Whether the same would have been dropped of them, for certain.
    """
    examples = [theme, *examples_of(theme, printed)]
    return _all_open(theme, examples) and _all_open(theme, [theme, *filter(dropped, examples[1:])])


def _all_open(theme: ThemeAnswers, examples: Sequence[ThemeAnswers]) -> bool:
    return all(
        _open(theme, group, [each for each in examples if insider is None or insider in each.people], insider)
        for insider in (None, *theme.insiders())
        for group in theme.plan
    )


def _open(theme: ThemeAnswers, group: str, examples: Sequence[ThemeAnswers], insider: Insider) -> bool:
    """People of one group can change places: each may be anybody of the group in any example."""
    others = [own for each in examples for own in _others(each, group, insider)]
    for place in range(len(theme.items)):
        answers = {given[place] for given, _ in others} - {NO_NUMBER}
        if answers and len(answers) < OPEN_ANSWERS:
            return False
    scores = [score for _, score in others if score is not None]
    return not scores or max(scores) - min(scores) >= OPEN_POINTS * theme.unit


def _others(theme: ThemeAnswers, group: str, insider: Insider) -> list[Own]:
    people = [own for name, own in theme.people if name == group]
    if insider is not None and insider[0] == group:
        people.remove(insider[1])
    return people


def examples_of(theme: ThemeAnswers, printed: Callable[[ThemeAnswers], tuple[Cell, ...]]) -> Iterator[ThemeAnswers]:
    """Change the answers of half of a group, so that the same is printed.

    Of an insider in the group the own answers are left alone in one of the two halves, and so are all other groups.
    """
    random, told = Random(0), printed(theme)  # noqa: S311 - the same examples each time, not a secret
    for group in theme.plan:
        people = [number for number, (name, _) in enumerate(theme.people) if name == group]
        for half in filter(None, (people[::2], people[1::2])):
            for end in (LOWEST, HIGHEST):
                yield from (each for each in [_pushed(theme, half, end)] if printed(each) == told)
            example = theme
            for steps in range(1, max(TAKEN_AFTER) + 1):
                further = step_from(example, half, random)
                example = further if printed(further) == told else example
                if steps in TAKEN_AFTER:
                    yield example


def _pushed(theme: ThemeAnswers, people: Sequence[int], end: int) -> ThemeAnswers:
    """Put the first person at one end on every item, and the others as far the other way as makes up for it."""
    first, *others = people
    places = range(len(theme.items))
    changed = {(first, place): end for place in places if theme.answer(first, place)}
    left = sum(theme.answer(*place) - end for place in changed)
    for person, place in product(others, places):
        old = theme.answer(person, place)
        new = min(max(old + left, LOWEST), HIGHEST)
        if old and new != old:
            changed[person, place] = new
            left -= new - old
    return theme.changed(changed)


def step_from(theme: ThemeAnswers, people: Sequence[int], random: Random) -> ThemeAnswers:
    """Change one answer anyhow, and another one the other way, as far as the scale goes."""
    one, other = random.choice(people), random.choice(people)
    place, opposite = random.randrange(len(theme.items)), random.randrange(len(theme.items))
    old, against, new = theme.answer(one, place), theme.answer(other, opposite), random.randint(LOWEST, HIGHEST)
    if not old or not against or (one, place) == (other, opposite):
        return theme
    back = min(max(against + old - new, LOWEST), HIGHEST)
    return theme.changed({(one, place): new, (other, opposite): back})
