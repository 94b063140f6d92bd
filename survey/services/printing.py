"""Print questionnaires: for who holds a personal link, and for an operator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.respondent import Respondent
from reports.forms.paper import Asker, Occasion, ReturnTo, make_form
from reports.forms.paper.parts import Form
from survey.errors import Refused
from survey.models import Network, Round
from survey.queries import printing
from survey.queries.visits import Visit
from survey.services import answering
from survey.services.rounds import find_open_round


@dataclass(frozen=True, slots=True)
class Copy:
    """In which language and for which kind of organisation is printed, and where it goes back to."""

    language: str | None = None
    kind: str | None = None
    return_to: Sequence[str] = ()


def form_of_visit(visit: Visit) -> Form:
    """Return the form of a personal link's round, the same for everybody in the network who reads this language.

    What is answered on paper has no kind of organisation, so the form has no wording for one either.
    """
    asker = Asker(visit.adviser_name, visit.support_name, visit.coordinator_name)
    to = ReturnTo(visit.adviser_name, (visit.support_name, visit.adviser_address))
    occasion = Occasion(visit.network_name, visit.round_number, visit.closes_on, asker, to)
    respondent = Respondent(visit.language, kinds=tuple(visit.kinds))
    return make_form(answering.questionnaire_of(visit), respondent, occasion)


def form_of_version(questionnaire_id: str, version: str | None, copy: Copy) -> Form:
    """Return the form of a questionnaire for whatever network.

    Raises
    ------
    Refused
        When there is no such questionnaire, or not in this language, or no such kind of organisation.
    """
    questionnaire = _find(questionnaire_id, version)
    return make_form(questionnaire, _respondent(questionnaire, copy), Occasion(return_to=_return_to(copy)))


def form_of_network(session: Session, *, network: Network, questionnaire_id: str, copy: Copy) -> Form:
    """Return the form of what a network's open round asks of persons, or of organisations.

    Raises
    ------
    Refused
        As ``form_of_version``, and when no round is open or it asks something else.
    """
    opened = find_open_round(session, network=network)
    questionnaire = _asked_in(opened, questionnaire_id, network)
    asker = printing.find_asker(session, network_id=network.id)
    occasion = Occasion(
        network=network.name,
        round_number=opened.number,
        closes_on=opened.closes_on,
        asked_by=Asker(asker.adviser_name, asker.support_name, asker.coordinator_name),
        return_to=_return_to(copy) or ReturnTo(asker.adviser_name, (asker.support_name, asker.adviser_address)),
    )
    members = printing.list_members(session, network_id=network.id)
    respondent = replace(_respondent(questionnaire, copy), kinds=tuple(opened.kinds), organisations=members)
    return make_form(questionnaire, respondent, occasion)


def _find(questionnaire_id: str, version: str | None) -> Questionnaire:
    try:
        return catalogue.find(questionnaire_id, version) if version else catalogue.latest(questionnaire_id)
    except UnknownQuestionnaire:
        known = ", ".join(f"{each} {of}" for each, of in catalogue.catalogue())
        asked = f"'{questionnaire_id}' {version}" if version else f"'{questionnaire_id}'"
        raise Refused(f"There is no questionnaire {asked} here. There are: {known}.") from None


def _asked_in(opened: Round, questionnaire_id: str, network: Network) -> Questionnaire:
    """Return what a round asks, without the blocks that it leaves out."""
    if questionnaire_id == opened.questionnaire_id:
        return answering.asked(
            opened.questionnaire_id,
            opened.questionnaire_version,
            opened.questionnaire_hash,
            opened.left_out,
            opened.languages,
        )
    found = _find(questionnaire_id, opened.profile_version)
    if found.answered_by != "organisation":
        raise Refused(f"The open round of '{network.name}' asks '{opened.questionnaire_id}', not '{questionnaire_id}'.")
    return found.without(opened.profile_left_out)


def _respondent(questionnaire: Questionnaire, copy: Copy) -> Respondent:
    language = copy.language or questionnaire.languages[0]
    if language not in questionnaire.languages:
        known = ", ".join(questionnaire.languages)
        raise Refused(f"'{questionnaire.id}' is not there in the language '{language}'. It is there in: {known}.")
    if copy.kind is not None and copy.kind not in partner_kinds():
        raise Refused(f"'{copy.kind}' is no kind of partner. Choose one of: {', '.join(partner_kinds())}.")
    return Respondent(language, copy.kind)


def _return_to(copy: Copy) -> ReturnTo | None:
    return ReturnTo(copy.return_to[0], tuple(copy.return_to[1:])) if copy.return_to else None
