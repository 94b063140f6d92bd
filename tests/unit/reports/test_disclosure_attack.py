"""An attacker on the averages of random hostile networks, and policies weak enough that it must find something.

It knows who is in which group, everything that is printed, what the people outside the groups answered, and the
answers of any one participant. It looks at averages only: sums over fewer than five, and theme scores narrowed to
less than two points.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations
from random import Random

import numpy as np
import pytest

from reports.disclosure.averages import AverageTable, Printed, Tally, average_table
from reports.disclosure.coded import Coded, code_mean
from reports.disclosure.grid import half_up
from reports.disclosure.policy import K
from reports.disclosure.rules import shown_groups
from reports.scoring import score_theme

NETWORKS = 400


# --- the networks ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Network:
    """Valid theme scores per reporting group, and of the people who are in none."""

    groups: dict[str, list[Fraction]]
    extras: list[Fraction]

    @property
    def personal(self) -> list[Fraction]:
        return list(chain.from_iterable(self.groups.values()))


def _answers(random: Random, mood: str) -> int:
    """One answer of one person, in a group that is of one mind, nearly so, of two minds, or anything."""
    match mood:
        case "high":
            return 5
        case "low":
            return 1
        case "nearly high":
            return random.choices([5, 4, 1], [12, 2, 1])[0]
        case "nearly low":
            return random.choices([1, 2, 5], [12, 2, 1])[0]
        case "polarised":
            return random.choice([1, 5])
        case _:
            return random.randint(1, 5)


def _scores(random: Random, size: int) -> list[Fraction]:
    mood = random.choice(["high", "low", "nearly high", "nearly low", "polarised", "mixed"])
    items, dont_know = random.randint(3, 7), random.choice([0, 0, 0.1, 0.4])
    rows = [[_answers(random, mood) * (random.random() >= dont_know) for _ in range(items)] for _ in range(size)]
    scores = score_theme(np.array(rows, np.int8).reshape(size, items), np.zeros(items, dtype=bool))
    return [Fraction(int(number), scores.denominator) for number in scores.numerators[scores.valid]]


def hostile(seed: int) -> Network:
    random = Random(seed)  # noqa: S311 - reproducible networks, not secrets
    sizes = [random.choice([0, 1, 2, 3, 4, 5, 6, 7, 8, 11]) for _ in range(random.randint(1, 4))]
    groups = {name: _scores(random, size) for name, size in zip("abcd", sizes, strict=False)}
    return Network(groups, _scores(random, random.choice([0, 0, 1, 3, 8])))


# --- the attacker ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Known:
    """That the scores of these people add up to something between ``low`` and ``high``."""

    scores: tuple[Fraction, ...]
    low: Fraction
    high: Fraction

    def without(self, others: "Known") -> "Known":
        """Subtract what is known of some of these people."""
        rest = list(self.scores)
        for score in others.scores:
            rest.remove(score)
        return Known(tuple(rest), self.low - others.high, self.high - others.low)

    @property
    def is_true(self) -> bool:
        return self.low <= sum(self.scores) <= self.high

    @property
    def says_something(self) -> bool:
        people = len(self.scores)
        return people > 0 and (self.low > people or self.high < 5 * people)

    @property
    def one_person(self) -> tuple[Fraction, Fraction]:
        """Between which scores each of these people must be, whatever the others answered."""
        others = len(self.scores) - 1
        return max(Fraction(1), self.low - 5 * others), min(Fraction(5), self.high - others)


def exactly(*scores: Fraction) -> Known:
    return Known(scores, sum(scores, Fraction(0)), sum(scores, Fraction(0)))


def printed(scores: list[Fraction], coded: Coded, slack: Fraction) -> Known:
    low = 1 if coded.low is None else Fraction(coded.low) - slack
    high = 5 if coded.high is None else Fraction(coded.high) + slack
    return Known(tuple(scores), len(scores) * Fraction(low), len(scores) * Fraction(high))


def everything_known(network: Network, policy: "Policy") -> Iterator[Known]:
    """What follows about groups, and about everybody minus any of the shown groups."""
    table, slack = policy.publish(network), policy.slack
    groups = {name: printed(network.groups[name], cell.coded, slack) for name, cell in table.groups.items()}
    yield from groups.values()
    if table.total is None:
        return
    joined = table.total.n > len(network.personal)
    everybody = network.personal + (network.extras if joined else [])
    total = printed(everybody, table.total.coded, Fraction(0) if policy.total_is_bounds(table) else slack)
    if joined:
        total = total.without(exactly(*network.extras))
    for known in chain.from_iterable(combinations(groups.values(), count) for count in range(len(groups) + 1)):
        rest = total
        for group in known:
            rest = rest.without(group)
        yield rest


def _breaks(known: Known, least: int) -> str | None:
    if not known.says_something:
        return None
    if len(known.scores) < least:
        return "sum"
    low, high = known.one_person
    return "narrowed" if high - low < 2 else None


def attack(network: Network, policy: "Policy") -> set[str]:
    """Return the kinds of violation found, without and with one participant's own score."""
    found: set[str | None] = set()
    for known in everything_known(network, policy):
        assert known.is_true  # an attacker who reasons from untruths proves nothing
        found.add(_breaks(known, K))
        found.update(_breaks(known.without(exactly(own)), K - 1) for own in set(known.scores))
    return {kind for kind in found if kind}


# --- the policies ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Policy:
    """A way to publish averages, and what its printed numbers stand for."""

    publish: Callable[[Network], AverageTable]
    #: How far an average may be from what is printed: half of the last digit.
    slack: Fraction = Fraction(1, 20)
    #: Whether a coded total follows from its parts; then its bounds are true as they stand.
    total_from_parts: bool = False

    def total_is_bounds(self, table: AverageTable) -> bool:
        if table.total is None or table.total.coded.kind == "exact":
            return False
        return self.total_from_parts and [cell.n for cell in table.groups.values()] not in ([], [table.total.n])


def _tally(scores: list[Fraction]) -> Tally:
    return Tally(len(scores), sum(scores, Fraction(0)))


def ours(network: Network) -> AverageTable:
    return average_table({name: _tally(scores) for name, scores in network.groups.items()}, _tally(network.extras))


def uncoded(mean: Fraction, n: int) -> Coded:
    return Coded("exact", half_up(mean))


def two_digits(mean: Fraction, n: int) -> Coded:
    return Coded("exact", half_up(mean * 10).scaleb(-1))


def _plainly(network: Network, shown: tuple[str, ...] | None, say: Callable[[Fraction, int], Coded]) -> AverageTable:
    """Print the total and the shown groups, each by itself."""
    if shown is None:
        return AverageTable()
    means = {name: _tally(network.groups[name]) for name in shown}
    total = _tally(network.personal)
    groups = {name: Printed(tally.n, say(tally.mean, tally.n)) for name, tally in means.items()}
    return AverageTable(Printed(total.n, say(total.mean, total.n)), groups)


def _sizes(network: Network) -> dict[str, int]:
    return {name: len(scores) for name, scores in network.groups.items()}


def three_is_enough(network: Network) -> AverageTable:
    return _plainly(network, shown_groups(_sizes(network), 3), code_mean)


def no_remainder_rule(network: Network) -> AverageTable:
    big = tuple(name for name, size in _sizes(network).items() if size >= K)
    return _plainly(network, big if len(network.personal) >= K else None, code_mean)


def exact_total(network: Network) -> AverageTable:
    return _plainly(network, shown_groups(_sizes(network), K), code_mean)


def no_edges(network: Network) -> AverageTable:
    return _plainly(network, shown_groups(_sizes(network), K), uncoded)


def hundredths(network: Network) -> AverageTable:
    return _plainly(network, shown_groups(_sizes(network), K), two_digits)


def extras_help(network: Network) -> AverageTable:
    everyone = _tally(network.personal + network.extras)
    if everyone.n < K:
        return AverageTable()
    return AverageTable(Printed(everyone.n, code_mean(everyone.mean, everyone.n)))


OURS = Policy(ours, total_from_parts=True)


def found_by(policy: Policy, networks: range = range(NETWORKS)) -> set[str]:
    return {kind for seed in networks for kind in attack(hostile(seed), policy)}


# --- the tests ------------------------------------------------------------------------------------------------


def test_the_rules_hold():
    assert found_by(OURS) == set()


@pytest.mark.audit
def test_the_rules_hold_for_many_networks():
    assert found_by(OURS, range(NETWORKS, 5_000)) == set()


@pytest.mark.parametrize(
    ("policy", "kinds"),
    [
        (Policy(three_is_enough), {"sum", "narrowed"}),
        (Policy(no_remainder_rule), {"sum", "narrowed"}),
        (Policy(exact_total), {"narrowed"}),
        (Policy(no_edges), {"narrowed"}),
        (Policy(hundredths, slack=Fraction(1, 200)), {"narrowed"}),
        (Policy(extras_help), {"sum", "narrowed"}),
    ],
    ids=lambda value: value.publish.__name__ if isinstance(value, Policy) else "",
)
def test_weaker_policies_are_found_out(policy: Policy, kinds: set[str]):
    assert found_by(policy) == kinds


def test_the_networks_exercise_every_way_to_print():
    """Otherwise 'nothing found' could mean that nothing was printed."""
    tables = [ours(hostile(seed)) for seed in range(NETWORKS)]
    totals = [table.total.coded.kind if table.total else "withheld" for table in tables]
    assert min(map(totals.count, ("exact", "at_least", "at_most", "between", "withheld"))) >= 5
    assert sum(bool(table.groups) for table in tables) > NETWORKS / 4


def test_the_hidden_remainder_of_an_exact_total_and_an_exact_group():
    """disclosure.md section 6, attack 25: five unanimous people beside a group of eight."""
    network = Network({"a": [Fraction(3)] * 8, "b": [Fraction(5)] * 3, "c": [Fraction(5)] * 2}, [])
    assert attack(network, Policy(exact_total)) == {"narrowed"}
    assert attack(network, OURS) == set()
    assert ours(network).total == Printed(13, Coded("between", Decimal("3.2"), Decimal("3.8")))


def test_invented_respondents_learn_nothing():
    """disclosure.md section 6, attack 23: one who fills in ten open codes knows ten answers, and still only a band."""
    network = Network({"a": [Fraction(5)] * 3, "b": [Fraction(5)] * 2}, [Fraction(1)] * 10)
    assert attack(network, Policy(extras_help)) == {"narrowed"}
    assert attack(network, OURS) == set()
    assert ours(network).total == Printed(5, Coded("at_least", Decimal("3.8")))


def test_what_is_hidden_depends_on_sizes_alone():
    """disclosure.md section 6, attack 19: other answers, the same cells."""
    for seed in range(100):
        network = hostile(seed)
        flat = Network({name: [Fraction(3)] * len(scores) for name, scores in network.groups.items()}, network.extras)
        assert list(ours(network).groups) == list(ours(flat).groups)
        assert (ours(network).total is None) == (ours(flat).total is None)
