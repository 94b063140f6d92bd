"""The answer generator: sound answers, the same for the same seed, and each network with its own character."""

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from questionnaires import catalogue
from questionnaires.types.parts import Answer
from questionnaires.types.statement import DONT_KNOW, Statement
from reports.answers import answer_frame
from reports.gap import GapWord, gap
from reports.results import ClosedRound, PlanGroup, Results, publish
from reports.trend import TrendOutcome, compare_rounds
from survey.demo.patterns import ALL, Pattern, generate
from survey.demo.people import Person
from survey.demo.places import PLACES, Place
from survey.services.planning import DEFAULT_QUESTIONNAIRE, default_plan, group_of

QUESTIONNAIRE = catalogue.latest(DEFAULT_QUESTIONNAIRE)
THEMES = [theme.id for theme in QUESTIONNAIRE.themes]


def people_of(place: Place, *, round_number: int) -> list[tuple[int, Person]]:
    """Return who is in a network in a round, each with a place in the list of all who ever are."""
    everybody = [(person, organisation) for organisation in place.organisations() for person in organisation.people]
    return [
        (number, person)
        for number, (person, organisation) in enumerate(everybody)
        if organisation.since <= round_number
    ]


@cache
def published(name: str, round_number: int = 1, *, seed: int = 1) -> Results:
    """Publish a round of a demo network in which everybody sent in."""
    place = next(place for place in PLACES if place.name == name)
    everybody = [person for _, person in people_of(place, round_number=2)]
    answers = generate(place.pattern, everybody, QUESTIONNAIRE, round_number=round_number, seed=(seed, len(name)))
    present = people_of(place, round_number=round_number)
    plan = default_plan(person.kind for _, person in present if person.address)
    rows = [(group_of(plan, person.kind) if person.address else None, answers[number]) for number, person in present]
    closed = ClosedRound(
        opened_on=date(2026, 9, 28),
        closed_on=date(2026, 10, 23),
        plan=tuple(PlanGroup(group["id"]) for group in plan),
        invited=len(present),
        invited_before=len(people_of(place, round_number=round_number - 1)) if round_number > 1 else None,
    )
    return publish(answer_frame(rows, QUESTIONNAIRE), questionnaire=QUESTIONNAIRE, closed=closed)


def lowest(results: Results) -> str:
    means = {theme: results.cell("theme_mean", theme) for theme in THEMES}
    return min(THEMES, key=lambda theme: means[theme].low or means[theme].high or Decimal(9))


def answers_of(pattern: Pattern, *, people: int = 400, round_number: int = 1, seed: int = 7) -> list[dict[str, Answer]]:
    everybody = [Person(str(number), None, "library") for number in range(people)]
    return generate(pattern, everybody, QUESTIONNAIRE, round_number=round_number, seed=(seed,))


def numbers(documents: list[dict[str, Answer]], *, theme: str) -> list[list[int]]:
    """Return each person's favourable answers to a theme."""
    items = QUESTIONNAIRE.theme(theme).items
    return [
        [6 - answer if item.reversed else answer for item in items if isinstance(answer := document[item.id], int)]
        for document in documents
    ]


def mean(values: list[list[int]]) -> float:
    flat = [value for row in values for value in row]
    return sum(flat) / len(flat)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_answer_is_sound_and_every_question_is_there(place: Place) -> None:
    everybody = [person for _, person in people_of(place, round_number=2)]
    for round_number in (1, 2, 3):
        for document in generate(place.pattern, everybody, QUESTIONNAIRE, round_number=round_number, seed=(3,)):
            assert document.keys() == QUESTIONNAIRE.questions.keys()
            sound = [question.is_sound(document[key]) for key, question in QUESTIONNAIRE.questions.items()]
            assert all(sound)


def test_same_seed_same_answers_and_another_seed_others() -> None:
    assert answers_of(Pattern(), seed=5) == answers_of(Pattern(), seed=5)
    assert answers_of(Pattern(), seed=5) != answers_of(Pattern(), seed=6)


def test_people_answer_anew_each_round_but_stay_who_they_are() -> None:
    first = answers_of(Pattern(), round_number=1)
    second = answers_of(Pattern(), round_number=2)
    assert first != second
    means = [[mean([row]) for row in numbers(answers, theme="roles") if row] for answers in (first, second)]
    mild_then = [now for then, now in zip(*means, strict=False) if then >= 4.2]
    strict_then = [now for then, now in zip(*means, strict=False) if then <= 3.0]
    assert sum(mild_then) / len(mild_then) > sum(strict_then) / len(strict_then) + 0.3


def test_nobody_answers_an_empty_network() -> None:
    assert answers_of(Pattern(), people=0) == []


def test_reversed_statements_are_turned_round() -> None:
    content = answers_of(Pattern(level=4.6))
    given = [document["ro-4"] for document in content if isinstance(document["ro-4"], int)]
    assert sum(given) / len(given) < 2.5


def test_some_do_not_know_some_skip_some_write_and_tick() -> None:
    documents = answers_of(Pattern(dont_know={ALL: 0.1}))
    statements = [key for key, question in QUESTIONNAIRE.questions.items() if isinstance(question, Statement)]
    given = [document[key] for document in documents for key in statements]
    assert 0.07 < given.count(DONT_KNOW) / len(given) < 0.13
    assert 0.005 < given.count(None) / len(given) < 0.03
    words = [
        answer
        for document in documents
        for answer in document.values()
        if isinstance(answer, dict) and "share" in answer
    ]
    assert {answer["share"] for answer in words} == {True, False}


def test_a_theme_with_sides_has_more_spread_than_one_without() -> None:
    rows = answers_of(Pattern(level=3.0, sides={"roles": 2.4}))
    far = {theme: sum(abs(value - 3) >= 2 for row in numbers(rows, theme=theme) for value in row) for theme in THEMES}
    assert far["roles"] > 3 * far["differences"]


def test_drift_moves_a_theme_from_round_to_round() -> None:
    pattern = Pattern(level=3.0, drift={"learning-action": 0.6})
    first, third = (numbers(answers_of(pattern, round_number=n), theme="learning-action") for n in (1, 3))
    assert 0.9 < mean(third) - mean(first) < 1.4


def test_heidebeek_is_divided_between_library_and_welfare() -> None:
    results = published("Heidebeek")
    words = {theme: gap(results, theme, "library", "welfare") for theme in ("roles", "contact-trust")}
    assert {theme: found.word for theme, found in words.items()} == dict.fromkeys(words, GapWord.DIFFERENT)
    assert {found.higher for found in words.values()} == {"library"}


def test_bloemendrecht_finds_its_municipality_weak() -> None:
    results = published("Bloemendrecht")
    assert lowest(results) == "municipality"
    assert (results.cell("theme_mean", "municipality").high or 0) < 3


def test_zilverwolde_hardly_knows_itself() -> None:
    results = published("Zilverwolde")
    sizes = [results.cell("theme_mean", theme).n or 0 for theme in THEMES]
    assert sum(sizes) < 0.6 * len(THEMES) * results.response.sent_in
    assert (results.cell("theme_mean", "municipality").n or 0) < results.response.sent_in / 2


def test_grutterveen_is_too_small_for_groups() -> None:
    results = published("Grutterveen")
    assert all(not cell.shown for cell in results.cells if cell.group != "total")
    assert any(cell.shown for cell in results.cells)


def test_lindenhaven_is_seen_differently_by_the_organisation_that_dominates_it() -> None:
    results = published("Lindenhaven")
    found = gap(results, "contact-trust", "library", "rest")
    assert (found.word, found.higher) == (GapWord.DIFFERENT, "library")


def test_hazelmonde_rises_and_wilgerdam_falls() -> None:
    for name, outcome in (("Hazelmonde", TrendOutcome.RISE), ("Wilgerdam", TrendOutcome.FALL)):
        trend = compare_rounds(before=published(name, 1), now=published(name, 2))
        found = {theme.outcome for theme in trend.themes}
        assert outcome in found
        assert found <= {outcome, TrendOutcome.UNCLEAR, TrendOutcome.NOT_SHOWN}


def test_boterwoude_is_hardly_the_same_network_any_more() -> None:
    trend = compare_rounds(before=published("Boterwoude", 1), now=published("Boterwoude", 2))
    assert trend.composition_changed


@pytest.mark.parametrize("seed", range(5))
def test_waterdam_shows_every_group_whatever_the_seed(seed: int) -> None:
    results = published("Waterdam", 2, seed=seed)
    assert all(cell.shown for cell in results.cells if cell.measure == "theme_mean")
    library, welfare = (results.cell("theme_mean", "roles", group) for group in ("library", "welfare"))
    assert (library.low or 0) > (welfare.high or 5)
