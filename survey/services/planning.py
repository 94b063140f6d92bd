"""What a network's next round asks, and its reporting groups, fixed before opening (disclosure rules R2, R3, R13)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from questionnaires.definition import Questionnaire
from questionnaires.sentences import did_you_mean
from questionnaires.types.statement import Statement
from reports.disclosure.policy import K
from reports.disclosure.rules import shown_groups
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, PlannedRound
from survey.queries import rounds
from survey.services.profile_planning import WHOLE_PROFILE, profile_blocks
from survey.services.questionnaires import refuse_unavailable

Plan = list[dict[str, Any]]

DEFAULT_QUESTIONNAIRE = "taalnetwerkspiegel"

#: Which kinds of partner each group takes; "rest" takes every kind that no other group of the plan names.
GROUPS: dict[str, list[str]] = {"library": ["library"], "welfare": ["welfare"], "rest": []}
REST = "rest"


def default_plan(kinds: Iterable[str]) -> Plan:
    """Return library, welfare, rest where each could have a result of its own; else library, rest."""
    three = make_plan(("library", "welfare", REST))
    sizes = Counter(group_of(three, kind) for kind in kinds)
    return three if all(sizes[group["id"]] >= K for group in three) else make_plan(("library", REST))


def make_plan(names: Sequence[str]) -> Plan:
    """Return the plan with these groups, in this order.

    Raises
    ------
    Refused
        When a name is unknown or given twice, when there are not 2 to 4 groups, or when none takes the rest.
    """
    unknown = [name for name in names if name not in GROUPS]
    if unknown:
        raise Refused(f"'{unknown[0]}' is no reporting group. Choose from: {', '.join(GROUPS)}.")
    if not 2 <= len(names) <= 4 or len(set(names)) != len(names) or REST not in names:
        raise Refused("A plan has 2 to 4 different groups, and one of them is 'rest'.")
    return [{"id": name, "kinds": GROUPS[name]} for name in names]


def group_of(plan: Plan, kind: str) -> str:
    """Return the reporting group that a kind of organisation belongs to."""
    return next((group["id"] for group in plan if kind in group["kinds"]), REST)


def can_be_shown(plan: Plan, invited: Mapping[str | None, int]) -> dict[str, bool]:
    """Say per group whether a result of its own is possible if everybody invited answers (rules R3, R4, R13)."""
    shown = shown_groups({group["id"]: invited.get(group["id"], 0) for group in plan}, K) or ()
    return {group["id"]: group["id"] in shown for group in plan}


def total_can_be_shown(invited: Mapping[str | None, int]) -> bool:
    """Say whether any average is possible at all: only answers that count in a group make it so (rule R3)."""
    return sum(number for group, number in invited.items() if group is not None) >= K


def planned_questionnaire(plan: PlannedRound | None) -> Questionnaire:
    """Return what the next round asks: the newest version of what is planned, without the blocks left out.

    Raises
    ------
    Refused
        When the questionnaire or a block is gone since it was planned.
    """
    if plan is None:
        return catalogue.latest(DEFAULT_QUESTIONNAIRE)
    try:
        newest = catalogue.latest(plan.questionnaire_id)
        return catalogue.asked(newest.id, newest.version, tuple(own_blocks(plan)))
    except UnknownQuestionnaire as unknown:
        sentence = gettext_noop("What was planned cannot be asked any more (%(reason)s). Plan the round anew.")
        raise Refused(sentence, reason=str(unknown).rstrip(".")) from None


def own_blocks(plan: PlannedRound) -> list[str]:
    """Return what the next round leaves out of its questionnaire; the rest of the plan is about the profile alone."""
    known = [block.id for block in catalogue.latest(plan.questionnaire_id).blocks]
    of_profile = _names_of_profile()
    return [name for name in plan.left_out if name in known or name not in of_profile]


def _names_of_profile() -> list[str]:
    return [*(block.id for block in profile_blocks()), WHOLE_PROFILE]


def plan_round(
    session: Session, *, network: Network, questionnaire_id: str | None, without: Sequence[str], again: Sequence[str]
) -> PlannedRound:  # fmt: skip
    """Settle what a network's next round asks; what is not said stays as it was planned.

    A name that the questionnaire and the organisation profile share stands for both of their blocks.

    Raises
    ------
    Refused
        When the questionnaire cannot be asked in a round, is not available to the network's support organisation, or
        has no such block.
    """
    if questionnaire_id:
        can_be_asked(questionnaire_id)
        refuse_unavailable(session, network=network, questionnaire_id=questionnaire_id)
    plan = rounds.find_plan(session, network_id=network.id)
    if plan is None:
        plan = PlannedRound(network_id=network.id, questionnaire_id=DEFAULT_QUESTIONNAIRE, left_out=[])
        session.add(plan)
    if questionnaire_id and questionnaire_id != plan.questionnaire_id:
        plan.questionnaire_id, plan.left_out = questionnaire_id, []
    asked = can_be_asked(plan.questionnaire_id)
    known = can_be_left_out(asked)
    for name in (*without, *again):
        if name not in known:
            raise Refused(_no_block(name, asked, known))
    left_out = (set(plan.left_out) | set(without)) - set(again)
    plan.left_out = [name for name in known if name in left_out]
    session.flush()
    return plan


def _no_block(name: str, asked: Questionnaire, known: Sequence[str]) -> str:
    if name == "statements" or name in {theme.id for theme in asked.themes}:
        return "The statements are always asked: they are what networks and rounds are compared by."
    blocks = f"Its blocks, and those of the organisation profile, are: {', '.join(known)}."
    return f"'{asked.id}' has no block '{name}'. {blocks}{did_you_mean(name, known)}"


def can_be_asked(questionnaire_id: str) -> Questionnaire:
    """Return the newest version of a questionnaire that a round can ask.

    Raises
    ------
    Refused
        With those that can.
    """
    can = {known.id for known in catalogue.catalogue().values() if is_for_rounds(known)}
    if questionnaire_id not in can:
        raise Refused(
            gettext_noop("'%(questionnaire)s' cannot be asked in a round. Choose from: %(known)s."),
            field="questionnaire",
            questionnaire=questionnaire_id,
            known=", ".join(sorted(can)),
        )
    return catalogue.latest(questionnaire_id)


def is_for_rounds(known: Questionnaire) -> bool:
    """Say whether a round can be about a questionnaire: people answer it, and it has statements, in themes or not."""
    return known.answered_by == "person" and any(isinstance(each, Statement) for each in known.questions.values())


def can_be_left_out(asked: Questionnaire) -> list[str]:
    """Return the names of what a round can leave out: blocks of what it asks, and of the profile."""
    return list(dict.fromkeys([*(block.id for block in asked.blocks), *_names_of_profile()]))
