"""Count over many networks what each published: networks, and never people (R2, R7); a row for each thing said."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, exists, func, select
from sqlalchemy.orm import Session, aliased

from reports.regional import ActionTally, SaidTally
from survey.models import Action, Network, RoundStanding
from survey.queries.people import Person
from survey.queries.standings import said
from survey.queries.standings.choosing import Chosen, about, about_networks
from survey.queries.standings.outcomes import Tallied


@dataclass(frozen=True, slots=True)
class Listed:
    """A network by its newest released round, as the report of an area names it."""

    name: str
    closed_on: date
    invited: int
    sent_in: int
    questionnaire: str
    version: str


@dataclass(frozen=True, slots=True)
class Found:
    """The networks of an area, and of how many of them each thing is published and said."""

    networks: list[Listed]
    tallied: Tallied
    said: list[SaidTally]


def find(session: Session, somebody: Person, chosen: Chosen) -> Found:
    """Return the networks that fit, in the order of their names, and what they published, counted by one walk."""
    each, earlier = RoundStanding, aliased(RoundStanding)
    had_earlier = exists().where(earlier.network_id == each.network_id, earlier.number < each.number)
    named = Network.name, each.closed_on, each.invited, each.sent_in, each.questionnaire_id, each.questionnaire_version
    statement = (
        select(*named, each.outcomes, each.said, had_earlier.correlate(each))
        .join(each, each.network_id == Network.id)
        .where(*about(somebody, chosen))
        .order_by(Network.sort_name, Network.id)
    )
    networks, tallied, texts = list[Listed](), Tallied(), list[str]()
    for name, closed_on, invited, sent_in, questionnaire, version, outcomes, told, had in session.execute(statement):
        networks.append(Listed(name, closed_on, invited, sent_in, questionnaire, version))
        tallied.add(outcomes, closed_on=closed_on, had_earlier=had)
        texts.append(told)
    return Found(networks, tallied, [SaidTally(*words, number) for words, number in said.counted(texts).items()])


def count_actions(session: Session, somebody: Person, chosen: Chosen, *, today: date) -> list[ActionTally]:
    """Return the actions of the networks that fit, by theme; those that were stopped are not in it."""
    to_do = Action.slot.is_not(None)
    networks = select(Network.id).where(*about_networks(somebody, chosen))
    statement = (
        select(
            Action.theme,
            func.count(case((to_do, 1))),
            func.count(case((to_do & (Action.due_on < today), 1))),
            func.count(case((Action.status == "done", 1))),
        )
        .where(Action.network_id.in_(networks), Action.status != "stopped")
        .group_by(Action.theme)
    )
    return [ActionTally(*row) for row in session.execute(statement)]
