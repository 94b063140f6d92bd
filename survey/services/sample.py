"""The sample report that everybody may read: an invented network, published by the same rules as any other."""

from datetime import date
from functools import cache

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from reports.answers import answer_frame
from reports.report import Meeting, Report, build
from reports.results import ClosedRound, PlanGroup, Results, publish
from survey.demo.patterns import Pattern, generate
from survey.demo.people import Person
from survey.services.planning import DEFAULT_QUESTIONNAIRE, default_plan, group_of

NETWORK = "Taalnetwerk Voorbeeldstad"

#: How many people of each kind sent in to both rounds; how many were invited, and how many of them also before.
_SENT_IN = {"library": 9, "welfare": 9, "municipality": 3, "volunteer-provider": 4, "formal-provider": 3}
_INVITED, _INVITED_BEFORE = 34, 29
_BEFORE, _NOW = (date(2025, 9, 29), date(2025, 10, 24)), (date(2026, 9, 28), date(2026, 10, 23))
_MEETING = Meeting(date(2026, 11, 5), "13.30 uur, Bibliotheek Voorbeeldstad")
_SEED = 2026
_PATTERN = Pattern(
    level=3.5,
    shifts={"contact-trust": 0.6, "shared-purpose": 0.4, "municipality": -0.7, "learning-action": -0.5},
    views={
        "library": {"roles": 0.7, "joint-reach": 0.4},
        "welfare": {"roles": -0.9, "joint-reach": -0.5, "differences": -0.5},
    },
    drift={"learning-action": 0.9, "conditions": -0.3},
)


@cache
def report(language: str) -> Report:
    """Return the sample report in one language: its second round, with the first to compare with."""
    questionnaire = catalogue.latest(DEFAULT_QUESTIONNAIRE)
    before, now = results(questionnaire)
    return build(
        now, questionnaire=questionnaire, network=NETWORK, language=language, previous=before, meeting=_MEETING
    )


def results(questionnaire: Questionnaire) -> tuple[Results, Results]:
    """Publish both rounds, the earlier one first; the same people answered both."""
    people = [Person(f"{kind} {number}", None, kind) for kind, size in _SENT_IN.items() for number in range(size)]
    plan = default_plan(person.kind for person in people)
    groups, kinds = tuple(PlanGroup(group["id"]) for group in plan), tuple(_SENT_IN)

    def published(number: int, period: tuple[date, date], invited_before: int | None) -> Results:
        answers = generate(_PATTERN, people, questionnaire, round_number=number, seed=(_SEED,))
        rows = [(group_of(plan, person.kind), answer) for person, answer in zip(people, answers, strict=True)]
        closed = ClosedRound(*period, plan=groups, invited=_INVITED, invited_before=invited_before, kinds=kinds)
        return publish(answer_frame(rows, questionnaire, kinds), questionnaire=questionnaire, closed=closed)

    return published(1, _BEFORE, None), published(2, _NOW, _INVITED_BEFORE)
