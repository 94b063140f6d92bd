"""What organisations say of their networks, over the networks that somebody chose."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.dashboards import Named, said_sections
from reports.profile.asked import LEVEL, SEES, TASKS
from reports.report import Section
from reports.report.labels import Labels
from survey.queries.people import Person
from survey.queries.standings import counting
from survey.queries.standings.choosing import Chosen

#: The questionnaire of the organisation profile, in whose newest version things have their names.
PROFILE = "organisatieprofiel"


def said_of(session: Session, somebody: Person, chosen: Chosen, *, language: str) -> Sequence[Section]:
    """Return commitment, roles and reach of the networks that fit."""
    counted = counting.count_facts(session, somebody, chosen)
    summed = counting.add_numbers(session, somebody, chosen)
    return said_sections(language, counted, summed, names_of_what_is_said(language))


def names_of_what_is_said(language: str) -> Named:
    """Return the words for tasks, groups of people and steps of commitment."""
    labels = Labels(catalogue.latest(PROFILE), language)
    return Named(labels.parts(TASKS), labels.options(SEES), labels.options(f"{LEVEL}.now"))
