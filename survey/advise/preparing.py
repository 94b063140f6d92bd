"""One screen that prepares a conversation with a network: its report in short, what it agreed, where it is now."""

from dataclasses import dataclass
from uuid import UUID

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, person
from survey.advise.dashboards.choices import version_name
from survey.advise.rounds.reports import addresses
from survey.advise.saving import noted
from survey.advise.views import blueprint
from survey.advise.within import own_network
from survey.database import reading, writing
from survey.handing_out import downloads
from survey.i18n import _, day, language
from survey.models import Network
from survey.queries.released import EarlierRound
from survey.services.audit import What
from survey.services.dashboards.happening import happening
from survey.services.dashboards.needs import Urgency, dates
from survey.services.dashboards.reasons import reason
from survey.services.preparing import Prepared, prepare
from survey.services.reporting import talk_of


#: What happens on a day.
@dataclass(frozen=True, slots=True)
class Reason:
    """What a network needs in words, and where something can be done about it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A released round in the list of those before: ``answers`` is empty where they are not kept in a line."""

    number: int
    closed_on: str
    asked: str
    answers: str
    href: str


@blueprint.get("/netwerken/<uuid:network_id>/gesprek")
@access("coordinator")
def prepare_conversation(network_id: UUID) -> ResponseReturnValue:
    """Show what prepares a conversation with a network."""
    with reading() as session:
        network = own_network(session, network_id)
        shown = prepare(session, network=network, reader=person(), at=clock.now())
    if shown.found:
        _note_reading(network)
    may_edit = network.archived_at_utc is None
    return render_template(
        "advise/conversation.html",
        network=network,
        shown=shown,
        talk=talk_of(shown.found, language=language()) if shown.found else None,
        downloads=downloads(addresses(shown.found.round_id)) if shown.found else [],
        history=[_line(each) for each in shown.history],
        reasons=_reasons(shown),
        dates=[(day(when), happening(what)) for when, what in dates(shown.facts)] if may_edit else [],
        today=shown.facts.today,
        may_edit=may_edit,
        is_adviser=person().may("adviser"),
    )


def _note_reading(network: Network) -> None:
    """Note that somebody opened the report: its sentences stand on this page."""
    about = (network.id, network.id, network.support_organisation_id)
    with writing() as session:
        noted(session, What("report.read", "network", *about, details={"form": "conversation"}))


def _reasons(shown: Prepared) -> list[Reason]:
    found: list[Reason] = []
    for need in shown.needs:
        place = "actions.list_actions" if need.urgency == Urgency.LATE_ACTIONS else "rounds.show_round"
        is_others = need.urgency == Urgency.TO_RELEASE and not person().may("adviser")
        said = _("The report waits until the adviser releases it") if is_others else reason(need, shown.facts)
        found.append(Reason(said, url_for(place, network_id=shown.facts.moment.id)))
    return found


def _line(of: EarlierRound) -> Line:
    return Line(
        number=of.round.number,
        closed_on=day(clock.dutch_day(of.round.closed_at_utc)) if of.round.closed_at_utc else "",
        asked=version_name(of.round.questionnaire_id, of.round.questionnaire_version),
        answers=_answers(of),
        href=url_for("rounds.show_report", round_id=of.round.id),
    )


def _answers(of: EarlierRound) -> str:
    """Say how many answered; where nobody was invited, or nothing is kept in a line, the report tells."""
    return _("%(sent_in)s of %(invited)s", sent_in=of.sent_in, invited=of.invited) if of.invited else ""
