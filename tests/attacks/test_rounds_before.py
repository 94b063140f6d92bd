"""Attack 13: what an earlier round adds to what can be found out about a later one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from random import Random

import pytest
from flask import Flask

from reports.disclosure.coded import code_mean
from reports.disclosure.inference import MEANS
from reports.disclosure.policy import HIGHEST, LOWEST, OPEN_POINTS
from reports.results import Results
from survey import clock
from survey.database import writing
from survey.models import Network
from tests.attacks.every_form import said_in_forms
from tests.attacks.harvesting import averages, denominators, shares
from tests.attacks.published_numbers import parts, printed, sizes
from tests.attacks.report_files import rows_of_csv
from tests.factories import OpenRound, add_network, answer, close_round, coded_answers, key_of, open_next_round
from tests.pages import PageClient

#: Of a theme with five items, everybody having answered all: scores in fifths.
UNIT = 5


def confined(scores: list[int], joiner: int) -> bool:
    """Whether the joiner's score is confined to less than two points, if all others answered the same twice."""
    before, after = (
        MEANS.bounds(code_mean(Fraction(sum(people), UNIT * len(people)), len(people)), len(people), UNIT)
        for people in (scores, [*scores, joiner])
    )
    low, high = max(after[0] - before[1], LOWEST * UNIT), min(after[1] - before[0], HIGHEST * UNIT)
    assert low <= joiner <= high
    return high - low < OPEN_POINTS * UNIT


def rate(n: int, networks: int = 400) -> float:
    """Return in which part of networks of ``n`` the one who joined is found out, under that assumption."""
    random = Random(n)  # noqa: S311 - reproducible scores, not secrets
    people = ([round(random.triangular(UNIT, 5 * UNIT, 3.5 * UNIT)) for _ in range(n)] for _ in range(networks))
    return sum(confined(others, joiner) for *others, joiner in people) / networks


#: Measured; for docs/privacy.md, which says what the rules cannot cover.
FOUND_OUT = {6: (0.9, 1), 8: (0.95, 1), 11: (0.95, 1), 12: (0.5, 0.75), 15: (0.2, 0.4), 20: (0.15, 0.35)}


@pytest.mark.parametrize("n", FOUND_OUT)
def test_13_who_joins_is_found_out_where_all_others_answer_the_same_twice(n: int) -> None:
    """Not covered: nobody knows that the others did, but it can be assumed; with 11 people it is enough."""
    least, most = FOUND_OUT[n]
    assert least <= rate(n) <= most


#: What the figures as CSV call the round of a report, and the one before it.
ROUNDS = ("this", "previous")


@dataclass(frozen=True, slots=True)
class TwoRounds:
    """What was published of two rounds, and what the report of the second one says."""

    before: Results
    results: Results
    said: str
    #: Of its figures as CSV: what is told of this round, and of the one before.
    rows: dict[str, list[dict[str, str]]]
    second: OpenRound


def two_rounds(app: Flask, network: str, earlier: int) -> TwoRounds:
    """Have the same people fill in a round, in a way of their own, and half a year later another."""
    at = clock.now() - timedelta(days=180)
    with app.app_context(), writing() as session:
        asked = add_network(session, members={"library": 6, "welfare": 6}, name=network)
        first = open_next_round(session, network=asked, key=key_of(app), at=at - timedelta(days=1))
    before = answered(app, first, shift=earlier, at=at)
    with app.app_context(), writing() as session:
        second = open_next_round(session, network=session.get_one(Network, first.network_id), key=key_of(app))
    results = answered(app, second, shift=0, at=clock.now())
    told = [nameless(row, network) for row in rows_of_csv(app, second.report)]
    rows = {which: [row for row in told if row["round"] == which] for which in ROUNDS}
    said = PageClient(app).get(f"{second.report}?taal=nl").words
    return TwoRounds(before, results, said, rows, second)


def nameless(row: dict[str, str], network: str) -> dict[str, str]:
    """Return a row without the network that organisations are named after."""
    return {name: value.removesuffix(f" van {network}") for name, value in row.items()}


def answered(app: Flask, opened: OpenRound, *, shift: int, at: datetime) -> Results:
    for person, token in enumerate(opened.tokens):
        answer(app, token, coded_answers(person + shift))
    results = close_round(app, opened.id, at=at)
    assert results is not None
    return results


def test_13_what_is_published_of_a_round_does_not_depend_on_the_round_before(committed_app: Flask) -> None:
    """Nothing is known of anybody that the later round alone does not tell: without the assumption there is no link."""
    one, other = (two_rounds(committed_app, network, earlier) for network, earlier in (("Een", 0), ("Twee", 60)))

    assert one.before.cells != other.before.cells
    assert one.results.to_json() == other.results.to_json()
    assert one.results.response.invited_before == one.results.response.invited


def test_13_the_figures_hold_of_the_round_before_what_it_released_and_nothing_else(committed_app: Flask) -> None:
    one, other = (two_rounds(committed_app, network, earlier) for network, earlier in (("Een", 0), ("Twee", 60)))

    assert one.rows["this"] == other.rows["this"]
    assert one.rows["previous"] != other.rows["previous"]
    for each in (one, other):
        told = [row for row in each.rows["previous"] if row["source"] != "round"]
        assert {row["source"] for row in told} == {"people"}
        assert [ends(row) for row in told] == [
            tuple("" if end is None else str(end) for end in (cell.low, cell.high)) for cell in each.before.cells
        ]


def ends(row: dict[str, str]) -> tuple[str, str]:
    return row["low"].replace(",", "."), row["high"].replace(",", ".")


def test_13_side_by_side_two_rounds_say_published_numbers_only(committed_app: Flask) -> None:
    found = two_rounds(committed_app, "Een", 60)
    said, before, now = averages(found.said), printed(found.before), printed(found.results)

    assert said & before - now
    assert said <= before | now


#: Forms with the round before beside this one; programs ask for each round by itself, and cards hold no figure.
COMPARING = ("page", "pdf", "slides", "workbook", "csv", "json", "dataset")


def test_13_in_every_form_two_rounds_side_by_side_say_published_numbers_only(committed_app: Flask) -> None:
    found = two_rounds(committed_app, "Een", 60)
    before, now = printed(found.before), printed(found.results)
    shared = parts(found.before) | parts(found.results) | {str(cell.step) for cell in found.results.cells}

    for form, texts in said_in_forms(committed_app, found.second, "Een").items():
        said = "\n".join(texts)
        assert averages(said) <= before | now, form
        assert shares(said) <= shared, form
        assert denominators(said) <= sizes(found.before) | sizes(found.results), form
        assert bool(averages(said) & before - now) == form.endswith(COMPARING), form


def test_13_what_programs_read_of_a_round_does_not_depend_on_the_round_before(committed_app: Flask) -> None:
    one, other = (
        said_in_forms(committed_app, two_rounds(committed_app, network, earlier).second, network)
        for network, earlier in (("Een", 0), ("Twee", 60))
    )

    for form in ("api: results", "api: profile"):
        assert one[form] == other[form] != []
    for form in ("participant: json", "staff: json"):
        assert of_this_round(one[form]) == of_this_round(other[form]) != []
        assert one[form] != other[form]


def of_this_round(texts: Sequence[str]) -> list[str]:
    """Return what figures as JSON say of everything but the round before."""
    return [text for text in texts if not text.startswith(".previous")]
