"""What a round could show with the people who are there now, said before it opens (disclosure rules R3, R4 and R13)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from questionnaires.definition import Questionnaire
from reports.disclosure.policy import K_ITEM, K
from reports.disclosure.rules import shown_groups
from survey.errors import Refused
from survey.models.folding import folded
from survey.queries.networks import ContactRow
from survey.services.distances import is_scan
from survey.services.openable import Dates, Standing, refuse_unopenable
from survey.services.planning import Plan, can_be_shown, default_plan, group_of, planned_questionnaire

#: How many of a hundred answer: few, as usual, many.
RATES: Final = (60, 75, 90)


@dataclass(frozen=True, slots=True)
class Chance:
    """What so many answers out of a hundred people make possible, if nobody leaves anything out."""

    rate: int
    #: Rounded down: it is no promise.
    answers: int
    #: An average; in a quick scan, which has none, a word.
    average: bool
    #: How the answers are spread.
    spread: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can become of one reporting group, or of the whole network (``group`` is ``None``)."""

    group: str | None
    invited: int
    chances: tuple[Chance, ...]
    #: What participants are told: whether anything at all is possible if everybody answers.
    is_possible: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a network's next round can open, whom it invites, and what it could show."""

    standing: Standing
    questionnaire: Questionnaire | None
    dates: Dates | None
    outlooks: tuple[Outlook, ...]
    refusal: Refused | None

    @property
    def people(self) -> int:
        """How many can be invited."""
        return len(self.standing.people)

    @property
    def with_address(self) -> int:
        """How many of them have an address of their own: only those count towards a minimum (R3)."""
        return sum(each.address_key is not None for each in self.standing.people)

    @property
    def is_scan(self) -> bool:
        """Whether it is a quick scan, which has no averages."""
        return self.questionnaire is not None and is_scan(self.questionnaire)

    @property
    def twice(self) -> list[str]:
        """The people who seem to be listed at two organisations: they would be invited twice."""
        return twice(self.standing.people)


def outlooks(plan: Plan, invited: Mapping[str | None, int], *, scan: bool) -> tuple[Outlook, ...]:
    """Return what can be shown of the whole network and of each group, in plan order, at each rate."""
    sizes = {str(group["id"]): invited.get(group["id"], 0) for group in plan}
    everybody = sum(sizes.values())
    whole = tuple(_of_the_whole(rate, everybody) for rate in RATES)
    possible = can_be_shown(plan, invited)
    by_rate = [_of_groups(rate, sizes, scan) for rate in RATES]
    groups = (Outlook(id, size, tuple(each[id] for each in by_rate), possible[id]) for id, size in sizes.items())
    return (Outlook(None, everybody, whole, everybody >= K), *groups)


def _of_the_whole(rate: int, invited: int) -> Chance:
    answers = invited * rate // 100
    return Chance(rate, answers, answers >= K, answers >= K_ITEM)


def _of_groups(rate: int, invited: Mapping[str, int], scan: bool) -> dict[str, Chance]:
    answers = {group: size * rate // 100 for group, size in invited.items()}
    averages = () if scan else shown_groups(answers, K) or ()
    spreads = shown_groups(answers, K_ITEM) or ()
    return {group: Chance(rate, number, group in averages, group in spreads) for group, number in answers.items()}


def counted(plan: Plan, people: Iterable[ContactRow]) -> Counter[str | None]:
    """Count who would be invited in each group; who has no own address joins the total only (rule R3)."""
    return Counter(group_of(plan, each.kind) if each.address_key else None for each in people)


def readiness(
    standing: Standing, *, dates: Dates | None, at: datetime, questionnaire: Questionnaire | None = None,
    groups: Plan | None = None,
) -> Readiness:  # fmt: skip
    """Return whether a round can open on these dates: what its plan asks, or a questionnaire, in these groups."""
    try:
        asked = questionnaire or planned_questionnaire(standing.plan)
    except Refused as gone:
        return Readiness(standing, None, dates, (), gone)
    plan = groups or default_plan(each.kind for each in standing.people if each.address_key)
    seen = outlooks(plan, counted(plan, standing.people), scan=is_scan(asked))
    return Readiness(standing, asked, dates, seen, _refusal(standing, asked, dates, at))


def _refusal(standing: Standing, asked: Questionnaire, dates: Dates | None, at: datetime) -> Refused | None:
    if dates is None:
        return None
    try:
        refuse_unopenable(standing, questionnaire=asked, dates=dates, at=at)
    except Refused as refusal:
        return refusal
    return None


def twice(people: Iterable[ContactRow]) -> list[str]:
    """Return the names that are listed at more than one organisation, by name."""
    places: dict[str, set[object]] = {}
    names: dict[str, str] = {}
    for each in people:
        key = folded(each.name)
        names.setdefault(key, each.name)
        places.setdefault(key, set()).add(each.organisation_id)
    return [names[key] for key in sorted(places) if len(places[key]) > 1]
