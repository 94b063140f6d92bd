"""The report as staff of the network read it: the same numbers, with guidance to lead the conversation."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from reports.forms.kinds import FORMS, FormName
from survey.access import access, config, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.saving import noted
from survey.advise.within import own_round
from survey.database import reading, writing
from survey.handing_out import Address, draw_page, hand_out
from survey.i18n import LANGUAGES, language, use_language
from survey.queries import published
from survey.services.audit import What
from survey.services.reporting import Found, report_of
from survey.tokens import make_token

_AUDIENCE: Final = "adviser"


@dataclass(frozen=True, slots=True)
class Beside:
    """Where staff go from a report: back, to what participants see, and to passing it on."""

    back: str
    as_participants: str
    sharing: str


@blueprint.get("/rondes/<uuid:round_id>/rapport")
@access("coordinator")
def show_report(round_id: UUID) -> ResponseReturnValue:
    """Show a round's report with guidance."""
    found = _opened(round_id, "page")
    return draw_page(found, addresses(round_id), audience=_AUDIENCE, beside=_beside(found))


@access("coordinator")
def send_report(round_id: UUID, name: FormName) -> ResponseReturnValue:
    """Send a round's report with guidance in one of its forms."""
    found = _opened(round_id, name)
    page = url_for("rounds.show_report", round_id=round_id, taal=language())
    return hand_out(found, FORMS[name], addresses(round_id), audience=_AUDIENCE, page=page)


for _form in FORMS.values():
    blueprint.add_url_rule(
        f"/rondes/<uuid:round_id>/rapport/{_form.file}",
        view_func=send_report,
        defaults={"name": _form.name},
        methods=["GET"],
    )


def addresses(round_id: UUID) -> Address:
    """Return where each form of a round's report with guidance is, in the language of the page."""
    return lambda name: url_for("rounds.send_report", round_id=round_id, name=name, taal=language())


def _beside(found: Found) -> Beside:
    """Return where staff go from a report; as long as participants cannot read it, there is nothing to pass on."""
    with reading() as session:
        of = own_round(session, found.round_id).round
        token = make_token(config().instance_key, "report", of.id, of.report_generation)
    return Beside(
        back=url_for("advise.show_network", network_id=found.network_id),
        as_participants=url_for("respond.report", token=token, taal=language()),
        sharing=url_for("rounds.show_sharing", round_id=of.id) if of.released_at_utc else "",
    )


def _opened(round_id: UUID, form: str) -> Found:
    """Return what a report is made of, and note who opens it, before it is shown.

    To an administrator who is not its adviser there is no report (disclosure rule R10). It is in the language of its
    address, where that names one: staff print it for others.
    """
    with reading() as session:
        network, of = own_round(session, round_id)
        is_there = published.has_results(session, round_id=of.id)
        if not (is_there and person().reads_reports(adviser_id=network.adviser_id)):
            abort(404)
        found = report_of(session, of=of)
    with writing() as session:
        about = (network.id, network.id, network.support_organisation_id)
        noted(session, What("report.read", "network", *about, details={"form": form}))
    if (asked := request.args.get("taal")) in LANGUAGES:
        use_language(asked)
    return found
