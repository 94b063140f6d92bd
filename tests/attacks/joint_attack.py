"""The attacker of the gate once more, with the exact model in place of intervals: slow, and overlooks nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice

from reports.disclosure.attacker import Violation
from reports.disclosure.policy import OPEN_ANSWERS, OPEN_POINTS, K
from reports.disclosure.reading import Groups, Reading
from reports.disclosure.theme_answers import Insider, Own, ThemeAnswers
from reports.results.cells import Cell
from reports.scoring import NO_NUMBER
from tests.attacks.joint_model import JointModel


def attack_jointly(cells: Iterable[Cell], theme: ThemeAnswers, insiders: Iterable[Insider]) -> set[Violation]:
    """Find what the cells about one theme give away to any of these insiders (``None``: to everybody)."""
    reading = Reading.of(cells, theme)
    return {found for insider in insiders for found in _attack(reading, insider)}


def every_insider(theme: ThemeAnswers) -> list[Insider]:
    """Return nobody, and each different person of the groups."""
    return [None, *dict.fromkeys((group, own) for group, own in theme.people if group is not None)]


def telling_insiders(theme: ThemeAnswers) -> list[Insider]:
    """Return nobody, and of each group those of whom there are fewest, and the lowest and the highest."""
    found: list[Insider] = [None]
    for group in theme.plan:
        people = Counter(own for name, own in theme.people if name == group)
        by_sum = sorted(people, key=lambda own: (sum(own[0]), own[0]))
        rarest = min(by_sum, key=lambda own: people[own], default=None)
        found += [(group, own) for own in (*by_sum[:1], *by_sum[-1:], rarest) if own is not None]
    return list(dict.fromkeys(found))


def _attack(reading: Reading, insider: Insider) -> Iterator[Violation]:
    for group in reading.theme.plan:
        if persons := others(reading.theme, group, insider):
            yield from _narrowed(JointModel(reading, group, insider), persons)
    yield from _small_sums(reading, insider)


def others(theme: ThemeAnswers, group: str, insider: Insider) -> list[Own]:
    """Return the people of a group beside the insider."""
    people = [own for name, own in theme.people if name == group]
    if insider is not None and insider[0] == group:
        people.remove(insider[1])
    return people


def _narrowed(model: JointModel, persons: list[Own]) -> Iterator[Violation]:
    """What they really have is possible for each of them; only beyond that the model is asked."""
    theme, insider = model.theme, model.insider is not None
    model.seen |= {(place, value) for answers, _ in persons for place, value in enumerate(answers) if value}
    for place, item in enumerate(theme.items):
        answered = any(answers[place] != NO_NUMBER for answers, _ in persons)
        if answered and len(list(islice(model.answers(place), OPEN_ANSWERS))) < OPEN_ANSWERS:
            yield Violation("answer", item, insider)
    scores = [score for _, score in persons if score is not None]
    if scores and max(scores) - min(scores) < OPEN_POINTS * theme.unit:
        low, high = model.scores() or (0, 0)
        if high - low < OPEN_POINTS * theme.unit:
            yield Violation("score", theme.id, insider)


def _small_sums(reading: Reading, insider: Insider) -> Iterator[Violation]:
    """A sum over fewer than 5 people, with an insider fewer than 4 others, that can be one thing only."""
    theme = reading.theme
    for place, subject in [(None, theme.id), *enumerate(theme.items)]:
        table = reading.scores if place is None else reading.totals[place]
        for groups in _unions(theme):
            n = sum(table.sizes[group] for group in groups) - _adds(insider, groups, place)
            if 0 < n < K - (insider is not None) and _determined(reading, groups, place, insider):
                yield Violation("sum", subject, insider is not None)


def _adds(insider: Insider, groups: Groups, place: int | None) -> bool:
    if insider is None or insider[0] not in groups:
        return False
    answers, score = insider[1]
    return score is not None if place is None else answers[place] != NO_NUMBER


def _unions(theme: ThemeAnswers) -> list[Groups]:
    sizes = range(1, len(theme.plan) + 1)
    return [frozenset(each) for each in chain.from_iterable(combinations(theme.plan, size) for size in sizes)]


def _determined(reading: Reading, groups: Groups, place: int | None, insider: Insider) -> bool:
    asked = next(group for group in reading.theme.plan if group in groups and others(reading.theme, group, insider))
    low, high = JointModel(reading, asked, insider).spread(groups, place)
    return low == high
