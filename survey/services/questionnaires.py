"""The questionnaires of this installation: what there is, who can choose it, and refusing what somebody cannot."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network
from survey.queries import availability


@dataclass(frozen=True, slots=True)
class Known:
    """One version of a questionnaire, as a list shows it."""

    questionnaire: Questionnaire
    is_newest: bool
    is_published: bool
    #: The support organisations whose advisers can choose it; none: nobody chooses it, it belongs to every round.
    available_to: tuple[str, ...] | None
    is_for_all: bool

    @property
    def minutes(self) -> int:
        """About how long filling it in takes."""
        return round(self.questionnaire.minutes_of(self.questionnaire.pages))


def list_known(session: Session) -> list[Known]:
    """Return every version of every questionnaire, with who can choose it."""
    choices = availability.list_choices(session)
    return [_known(questionnaire, choices) for questionnaire in catalogue.catalogue().values()]


def _known(questionnaire: Questionnaire, choices: list[tuple[str, Collection[str] | None]]) -> Known:
    names = tuple(name for name, chosen in choices if chosen is None or questionnaire.id in chosen)
    return Known(
        questionnaire,
        is_newest=catalogue.latest(questionnaire.id) is questionnaire,
        is_published=catalogue.is_published(questionnaire),
        available_to=names if _is_chosen(questionnaire) else None,
        is_for_all=len(names) == len(choices),
    )


def list_available(session: Session, *, support_organisation_id: UUID) -> list[Questionnaire]:
    """Return the newest version of every questionnaire that somebody of a support organisation has to do with."""
    available = availability.find_available(session, support_organisation_id=support_organisation_id)
    newest = {known.id: catalogue.latest(known.id) for known in catalogue.catalogue().values()}
    return [each for each in newest.values() if available is None or each.id in available or not _is_chosen(each)]


def refuse_unavailable(session: Session, *, network: Network, questionnaire_id: str) -> None:
    """Refuse a questionnaire for a round of a network whose support organisation does not have it.

    Raises
    ------
    Refused
        With what can be chosen instead.
    """
    available = availability.find_available(session, support_organisation_id=network.support_organisation_id)
    refuse_unlisted(available, network=network, questionnaire_id=questionnaire_id)


def refuse_unlisted(available: Collection[str] | None, *, network: Network, questionnaire_id: str) -> None:
    """Refuse a questionnaire that is not among the available ones; raises as ``refuse_unavailable`` does."""
    if available is not None and questionnaire_id not in available:
        raise Refused(
            gettext_noop(
                "'%(questionnaire)s' is not available to the support organisation of '%(network)s'. "
                "Available: %(available)s."
            ),
            field="questionnaire",
            questionnaire=questionnaire_id,
            network=network.name,
            available=", ".join(sorted(available)) or "none",
        )


def _is_chosen(questionnaire: Questionnaire) -> bool:
    """Whether a round can be about it; what organisations say of themselves goes with any round."""
    return questionnaire.answered_by == "person"
