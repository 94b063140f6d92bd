"""Answers to a theme that are hard to protect, of any size: for properties that must hold whatever people answer."""

from dataclasses import replace

from hypothesis import strategies as st

from reports.disclosure.leaver import Leaver
from reports.disclosure.theme_answers import Insider, Own, ThemeAnswers
from reports.scoring import NO_NUMBER
from tests.attacks.themes import MOODS, Person, theme_of

#: People per group; none at all, too few for anything, enough for averages, enough for shares.
SIZES = (0, 1, 3, 4, 5, 6, 8, 10, 12)

_MOODS = [mood for moods in MOODS.values() for mood in moods]


@st.composite
def themes(draw: st.DrawFn, items: int | None = None) -> ThemeAnswers:
    """Draw a theme of which each group has a mind of its own, with don't-knows, reversed items and people outside."""
    count = items or draw(st.integers(1, 6))
    unknown = draw(st.sampled_from([0, 0, 0.1, 0.4]))
    random = draw(st.randoms(use_true_random=False))
    sizes = draw(st.lists(st.sampled_from(SIZES), min_size=1, max_size=4))

    def person(mood: tuple[list[int], list[int]]) -> Person:
        given = random.choices(*mood, k=count)
        return tuple(NO_NUMBER if random.random() < unknown else answer for answer in given)

    groups = [[person(mood) for _ in range(size)] for size in sizes for mood in [random.choice(_MOODS)]]
    outside = [person(MOODS["mixed"][0]) for _ in range(draw(st.sampled_from([0, 0, 1, 8])))]
    flipped = tuple(random.random() < 0.3 for _ in range(count))
    return replace(_theme_of(groups, outside, count), is_reversed=flipped)


def _theme_of(groups: list[list[Person]], outside: list[Person], items: int) -> ThemeAnswers:
    """The number of items is read off the first person; put one there, and take that one away again."""
    made = theme_of([[(NO_NUMBER,) * items, *groups[0]], *groups[1:]], outside)
    return replace(made, people=made.people[1:])


def others(theme: ThemeAnswers, groups: frozenset[str], insider: Insider = None) -> list[Own]:
    """Return the people of some groups beside an insider."""
    people = [own for group, own in theme.people if group in groups]
    if insider is not None and insider[0] in groups:
        people.remove(insider[1])
    return people


def leaver(insider: tuple[str, Own]) -> Leaver:
    answers, score = insider[1]
    return Leaver(score, answers)
