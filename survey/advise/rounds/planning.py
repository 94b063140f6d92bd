"""Plan a network's next round, and throw a plan away."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from reports.wording import words
from survey import clock
from survey.access import access, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.plan_form import PlanForm, default_choice, shared_blocks, usual_values, values_of
from survey.advise.saving import changed, done, noted, saved
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.errors import Refused
from survey.i18n import _, language
from survey.models import PlannedRound
from survey.services import settling
from survey.services.openable import Standing, standing_of
from survey.services.planning import is_for_rounds, make_plan
from survey.services.questionnaires import list_available
from survey.services.readiness import Readiness, readiness


@blueprint.get("/netwerken/<uuid:network_id>/ronde/plannen")
@access("coordinator")
def plan_round(network_id: UUID) -> ResponseReturnValue:
    """Show what is planned for a network's next round, to change it."""
    with reading() as session:
        network = own_network(session, network_id)
        known = list_askable(session, network.support_organisation_id)
        standing = standing_of(session, network=network)
    form = _filled(known, standing.plan)
    return _draw(form, standing, known)


@blueprint.post("/netwerken/<uuid:network_id>/ronde/plannen")
@access("coordinator")
def keep_plan(network_id: UUID) -> ResponseReturnValue:
    """Settle what a network's next round will be."""
    with reading() as session:
        network = own_network(session, network_id)
        known = list_askable(session, network.support_organisation_id)
        standing = standing_of(session, network=network)
    form: Any = PlanForm(known)

    def settle(session: Session) -> None:
        current = locked_network(session, network_id)
        settings, seen = form.settings(), form.version.data or ""
        plan = settling.settle(session, network=current, settings=settings, seen=seen, at=clock.now())
        if plan is not None:
            noted(session, changed("round.planned", plan.id, current))

    if form.validate_on_submit() and saved(form, settle):
        flash(
            _("The plan is kept. Nothing opens by itself: look at it below, and open the round.")
            if person().may("adviser")
            else _("The plan is kept. Nothing opens by itself: your adviser opens the round.")
        )
        return redirect(url_for("rounds.show_round", network_id=network_id), 303)
    return _draw(form, standing, known), 422


@blueprint.post("/netwerken/<uuid:network_id>/ronde/plan-weg")
@access("coordinator")
def discard_plan(network_id: UUID) -> ResponseReturnValue:
    """Throw away what was planned."""

    def discard(session: Session) -> None:
        network = locked_network(session, network_id)
        plan = settling.discard(session, network=network)
        if plan is not None:
            noted(session, changed("round.plan_discarded", plan.id, network))

    done(discard, _("The plan is thrown away. You can make another one."))
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)


def list_askable(session: Session, support_id: UUID) -> list[Questionnaire]:
    """Return the questionnaires that advisers of a support organisation can choose for a round."""
    found = list_available(session, support_organisation_id=support_id)
    return [each for each in found if is_for_rounds(each)]


def _filled(known: list[Questionnaire], plan: PlannedRound | None) -> PlanForm:
    form: Any = PlanForm(known)
    usual = default_choice(known)
    form.fill(usual_values(clock.dutch_day(clock.now()), usual) if usual else {})
    if plan is not None:
        form.version.data = str(plan.version)
        form.fill(_kept(plan))
    return form


def _kept(plan: PlannedRound) -> dict[str, Any]:
    """Return what was planned, as far as it was; what nobody said yet stays as the form begins."""
    try:
        values = values_of(plan)
    except Refused:  # the questionnaire is gone since: the form begins anew
        return {}
    return values if plan.closes_on else {name: value for name, value in values.items() if value}


def _draw(form: Any, standing: Standing, known: list[Questionnaire]) -> str:
    return render_template(
        "advise/round/plan.html",
        form=form,
        network=standing.network,
        plan=standing.plan,
        known=known,
        places=shared_blocks(known),
        outlooks=[(names, _with_groups(standing, names)) for names in _two_plans()],
        groups=words(language()),
    )


def _two_plans() -> tuple[tuple[str, ...], ...]:
    return ("library", "rest"), ("library", "welfare", "rest")


def _with_groups(standing: Standing, names: tuple[str, ...]) -> Readiness:
    return readiness(standing, dates=None, at=clock.now(), groups=make_plan(names))
