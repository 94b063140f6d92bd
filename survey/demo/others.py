"""The networks that the demo is compared with: invented, published by the same rules, and nothing else of them kept.

The demo's own networks are too few for an edition: many of them show only a range for the network as a whole.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from numpy.random import default_rng
from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from reports.answers import answer_frame
from reports.benchmark import Made, Member, NetworkRound, latest_cut_off, make_edition
from reports.results import ClosedRound, PlanGroup, Results, publish
from survey.clock import dutch_day
from survey.demo.patterns import generate
from survey.demo.periods import DAYS_OPEN, WEEKS_SINCE
from survey.demo.places import Place, measured_places
from survey.services.benchmarks import store_edition
from survey.services.planning import DEFAULT_QUESTIONNAIRE, default_plan, group_of

#: How many there are, how many people answer in each, and how long before the cut-off they closed.
NETWORKS, FEWEST, MOST = 16, 8, 16
CLOSED_BEFORE = timedelta(weeks=10)


def add_edition(session: Session, *, at: datetime, seed: int) -> None:
    """Store an edition of invented networks that the newest reports of a demo loaded at ``at`` will take."""
    newest = dutch_day(at) - timedelta(weeks=WEEKS_SINCE, days=7)
    store_edition(session, edition_of_others(latest_cut_off(newest), seed=seed), at=at)


def edition_of_others(cut_off: date, *, seed: int) -> Made:
    """Return the edition; it keeps no networks, for they are none that could change."""
    made = make_edition(cut_off, _rounds(cut_off - CLOSED_BEFORE, seed), invented=True)
    return Made(made.edition, {})


def _rounds(closed_on: date, seed: int) -> Iterator[NetworkRound]:
    questionnaire, rng = catalogue.latest(DEFAULT_QUESTIONNAIRE), default_rng([seed, NETWORKS])
    for number in range(NETWORKS):
        *_, place = measured_places(number + 1, int(rng.integers(FEWEST, MOST)))
        member = Member(UUID(int=number), UUID(int=number))
        yield NetworkRound(member, _results(place, questionnaire, closed_on, (seed, NETWORKS, number)))


def _results(place: Place, questionnaire: Questionnaire, closed_on: date, seed: tuple[int, ...]) -> Results:
    invited = [person for organisation in place.organisations() for person in organisation.people]
    plan = default_plan(person.kind for person in invited)
    people = [person for number, person in enumerate(invited) if number % 5]  # one in five does not answer
    answers = generate(place.pattern, people, questionnaire, round_number=1, seed=seed)
    rows = [(group_of(plan, person.kind), answer) for person, answer in zip(people, answers, strict=True)]
    groups = tuple(PlanGroup(group["id"]) for group in plan)
    closed = ClosedRound(closed_on - timedelta(days=DAYS_OPEN), closed_on, groups, len(invited))
    return publish(answer_frame(rows, questionnaire), questionnaire=questionnaire, closed=closed)
