"""Answers to one theme for attackers to try: tiny ones that can be enumerated, and ones that are hard to protect."""

from collections.abc import Sequence
from dataclasses import replace
from math import lcm
from random import Random

from reports.disclosure.policy import HIGHEST
from reports.disclosure.theme_answers import Own, ThemeAnswers
from reports.scoring import NO_NUMBER

#: Ways in which a group answers an item: which answers, and how often each.
MOODS = {
    "unanimous": [([value], [1]) for value in range(1, 6)],
    "nearly": [([5, 4, 1], [12, 2, 1]), ([1, 2, 5], [12, 2, 1]), ([4, 1], [9, 1]), ([1, 5], [1, 4])],
    "two minds": [([1, 5], [1, 1]), ([2, 4], [1, 1]), ([4, 1], [3, 1])],
    "side by side": [([1, 2], [1, 1]), ([2, 3], [1, 1]), ([3, 4], [1, 1]), ([4, 5], [1, 1])],
    "mixed": [([1, 2, 3, 4, 5], [1, 1, 1, 1, 1])],
}

#: People per group, where averages and shares are shown: of each group, of some, or of all together.
SIZES = [(10,), (12,), (10, 10), (5, 5), (6, 5), (7, 6), (10, 5, 5), (11, 5, 5), (10, 6, 5), (10, 10, 5, 5)]

#: Items, and people per group, that can be tried one by one.
TINY = [(2, (4,)), (2, (5,)), (2, (2, 2)), (2, (3, 2)), (2, (2, 1, 1)), (3, (2,)), (3, (3,)), (3, (2, 1))]

Person = tuple[int, ...]


def theme_of(groups: Sequence[Sequence[Person]], outside: Sequence[Person] = ()) -> ThemeAnswers:
    """Return the answers of groups a, b and so on to a theme with no reversed items."""
    items = len(groups[0][0])
    plan = tuple("abcd"[: len(groups)])
    empty = ThemeAnswers("t", tuple("xyzuvwq"[:items]), (False,) * items, plan, (), lcm(*range(1, items + 1)))
    people = [
        (group, own_of(empty, person))
        for group, persons in [*zip(plan, groups, strict=True), (None, outside)]
        for person in persons
    ]
    return replace(empty, people=tuple(people))


def own_of(theme: ThemeAnswers, answers: Person) -> Own:
    """Put the score beside somebody's answers."""
    answered = len(answers) - answers.count(NO_NUMBER)
    return answers, sum(answers) * theme.unit // answered if answered >= theme.required else None


def targeted(seed: int) -> ThemeAnswers:
    """Return a hostile theme: every group of one mind, nearly so or of two minds, by item; some with don't-knows."""
    random = Random(seed)  # noqa: S311 - reproducible answers, not secrets
    unknown, alike = random.choice([0, 0, 0, 0.05]), random.random() < 0.7
    items, sizes = random.choice([3, 3, 3, 4]), random.choice(SIZES)
    return theme_of([_group(random, items, size, unknown, alike) for size in sizes])


def _group(random: Random, items: int, size: int, unknown: float, alike: bool) -> list[Person]:
    moods = [random.choice(random.choice(list(MOODS.values()))) for _ in range(items)]
    if alike:
        moods = moods[:1] * items
    return [
        tuple(NO_NUMBER if random.random() < unknown else random.choices(*mood)[0] for mood in moods)
        for _ in range(size)
    ]


def tiny(seed: int) -> ThemeAnswers:
    """Return a theme of a few people, some with don't-knows, reversed items, or people outside the groups."""
    random = Random(seed)  # noqa: S311 - idem
    items, sizes = random.choice(TINY)
    unknown, alike = random.choice([0, 0, 0.15, 0.3]), random.random() < 0.4
    groups = [_group(random, items, size, unknown, alike) for size in sizes]
    outside = [tuple(random.randint(NO_NUMBER, HIGHEST) for _ in range(items)) for _ in range(random.choice([0, 0, 2]))]
    flipped = tuple(random.random() < 0.3 for _ in range(items))
    return replace(theme_of(groups, outside), is_reversed=flipped)
