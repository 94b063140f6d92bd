"""The attacker's second look: what is left possible for everybody, knowing that something was dropped (R12).

A drop tells that the answers were such that something had to be dropped. How much that gives away is answered by
example: other answers that would be printed the same, would be dropped the same, and that an insider could not tell
from the real ones. What somebody has in such an example stays possible; what no example shows is taken as given away.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Final

from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_ANSWERS, OPEN_POINTS
from reports.disclosure.theme_answers import Insider, Own, ThemeAnswers
from reports.results.cells import Cell

#: How many changes an example is made of; each is printed to see that it would be printed the same.
STEPS: Final = 60


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
    examples = [theme, *examples_of(theme, printed)]
    return _all_open(theme, examples) and _all_open(theme, [theme, *filter(dropped, examples[1:])])


def _all_open(theme: ThemeAnswers, examples: Sequence[ThemeAnswers]) -> bool:
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


def examples_of(theme: ThemeAnswers, printed: Callable[[ThemeAnswers], tuple[Cell, ...]]) -> Iterator[ThemeAnswers]:
    """Mix the answers of half of a group, step by step, so that the same is printed.

    Of an insider in the group the own answers are left alone in one of the two examples, and so are all other groups:
    what was dropped because of them is dropped again.
    """
    random, told = Random(0), printed(theme)  # noqa: S311 - the same examples each time, not a secret
    for group in theme.plan:
        people = [number for number, (name, _) in enumerate(theme.people) if name == group]
        for half in (people[::2], people[1::2]):
            example = theme
            for _ in range(STEPS if half else 0):
                step = step_from(example, half, random)
                if printed(step) == told:
                    example = step
            yield example


def step_from(theme: ThemeAnswers, people: Sequence[int], random: Random) -> ThemeAnswers:
    """Change one answer anyhow, and another one the other way, as far as the scale goes."""
    one, other = random.choice(people), random.choice(people)
    place, opposite = random.randrange(len(theme.items)), random.randrange(len(theme.items))
    old, against, new = theme.answer(one, place), theme.answer(other, opposite), random.randint(LOWEST, HIGHEST)
    if not old or not against or (one, place) == (other, opposite):
        return theme
    back = min(max(against + old - new, LOWEST), HIGHEST)
    return theme.changed({(one, place): new, (other, opposite): back})
