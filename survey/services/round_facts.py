"""What the mails of a round tell of it: the same for one that is open and for one that is planned."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from questionnaires.showing import Facts, showing
from survey.i18n import LANGUAGES
from survey.models import Account, Network, PlannedRound, Round, SupportOrganisation
from survey.queries import networks, rounds
from survey.services import planning
from survey.services.planning import Plan, group_of
from survey.services.profile_planning import planned_profile

#: By its id, its version, and what is left out.
Asked = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose round it is: what its mails say of who asks."""

    network: Network
    adviser: Account
    support: SupportOrganisation


@dataclass(frozen=True, slots=True)
class Group:
    """A reporting group: how many are invited, and whether a result of its own is possible (rule R13)."""

    id: str
    invited: int
    is_possible: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is invited, and what can be shown of them."""

    number: int
    groups: tuple[Group, ...]
    any_average: bool


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What a mail can tell of a round."""

    whose: Whose
    #: The round, or what is planned for it.
    terms: Round | PlannedRound
    asked: Asked
    number: int
    closes_on: date
    asks_profile: bool
    invited: Invited
    #: The round's own texts, where somebody looks at what they would be.
    typed: Mapping[str, Any] | None = None

    @property
    def sender_name(self) -> str:
        """Who its mails are from, as people see it."""
        return self.terms.sender_name or self.whose.support.sender_name or self.whose.support.name

    @property
    def texts(self) -> tuple[Mapping[str, Any], ...]:
        """Its own texts, and those of the support organisation, which stand in for what it has none of."""
        own = self.terms.texts if self.typed is None else self.typed
        return own, self.whose.support.texts

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the round in which there are mails; those of the mails where there would be none."""
        try:
            offered = catalogue.find(*self.asked[:2]).offered_in(self.terms.languages).languages
        except UnknownQuestionnaire:
            offered = ()
        return tuple(code for code in offered if code in LANGUAGES) or tuple(LANGUAGES)

    def spoken_to(self, language: str) -> str:
        """Return in which language somebody is written to who reads this one."""
        return language if language in self.languages else self.languages[0]

    def minutes(self, kind: str | None) -> str | None:
        """Return about how long it takes somebody of this kind; ``None`` when nobody knows any more."""
        return _minutes(self.asked, kind, self.number)


def facts_of_round(opened: Round, whose: Whose, invited: Mapping[str | None, int]) -> RoundFacts:
    """Return what mails tell of a round that was opened, with so many invited in each group."""
    return RoundFacts(
        whose=whose,
        terms=opened,
        asked=(opened.questionnaire_id, opened.questionnaire_version, tuple(opened.left_out)),
        number=opened.number,
        closes_on=opened.closes_on,
        asks_profile=opened.profile_version is not None,
        invited=_invited(opened.plan, invited),
    )


def facts_of_plan(session: Session, *, plan: PlannedRound, closes_on: date, whose: Whose) -> RoundFacts:
    """Return what mails would tell of a planned round, with whom it would invite now.

    Raises
    ------
    Refused
        When its questionnaire is gone.
    """
    questionnaire = planning.planned_questionnaire(plan)
    return RoundFacts(
        whose=whose,
        terms=plan,
        asked=(questionnaire.id, questionnaire.version, tuple(planning.own_blocks(plan))),
        number=rounds.newest_number(session, network_id=plan.network_id) + 1,
        closes_on=closes_on,
        asks_profile=planned_profile(plan.left_out) is not None,
        invited=_expected(session, plan),
    )


def whose_rounds(session: Session, *, network: Network) -> Whose:
    """Return whose rounds those of a network are."""
    adviser = session.get_one(Account, network.adviser_id)
    return Whose(network, adviser, session.get_one(SupportOrganisation, network.support_organisation_id))


def _invited(plan: Plan, counted: Mapping[str | None, int]) -> Invited:
    possible = planning.can_be_shown(plan, counted)
    groups = tuple(Group(name, counted.get(name, 0), is_possible) for name, is_possible in possible.items())
    return Invited(sum(counted.values()), groups, planning.total_can_be_shown(counted))


def _expected(session: Session, plan: PlannedRound) -> Invited:
    """Count who would be invited; who has no address of their own joins the total only (rule R3)."""
    contacts = networks.list_contacts(session, network_id=plan.network_id)
    groups = plan.plan or planning.default_plan(contact.kind for contact in contacts if contact.address_key)
    counted: Counter[str | None] = Counter(
        group_of(groups, contact.kind) if contact.address_key else None for contact in contacts
    )
    return _invited(groups, counted)


@lru_cache(maxsize=500)
def _minutes(asked: Asked, kind: str | None, number: int) -> str | None:
    try:
        questionnaire = catalogue.asked(*asked)
    except UnknownQuestionnaire:
        return None
    facts = Facts(kind, number, tuple(block.id for block in questionnaire.blocks))
    shown = showing(questionnaire, {}, facts).shown
    return str(max(1, round(sum(questionnaire.minutes.get(part, 0.0) for part in shown))))
