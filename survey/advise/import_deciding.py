"""See what an import would do, row by row, and say yes or no."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, actor, person
from survey.advise.import_pages import field_name, plan_page, say, shown_value, told_counts
from survey.advise.importing import blueprint
from survey.database import reading, writing
from survey.i18n import _
from survey.models import Network, StagedImport
from survey.queries import people
from survey.services.importing import carrying_out, planning, staging
from survey.services.importing.carrying_out import Giver, Overtaken
from survey.services.importing.planning import Target
from survey.services.importing.plans import Plan


@blueprint.get("/importeren/<uuid:staged_id>")
@access("coordinator")
def preview(staged_id: UUID) -> ResponseReturnValue:
    """Show what carrying out would do now, row by row."""
    with reading() as session:
        staged = _find(session, staged_id)
        return _gone() if staged is None else _plan_page(session, staged)


@blueprint.post("/importeren/<uuid:staged_id>")
@access("coordinator")
def decide(staged_id: UUID) -> ResponseReturnValue:
    """Carry out what was shown, or forget the file; when something else would happen by now, show that first."""
    try:
        with writing() as session:
            staged = _find(session, staged_id, lock=True)
            if staged is None:
                return _gone()
            if request.form.get("go") != "confirm":
                return _cancel(session, staged)
            network_id = staged.network_id
            if _carry_out(session, staged):
                return redirect(_way_back(network_id), 303)
    except (Overtaken, IntegrityError):
        pass  # somebody was faster: nothing of it was written, and the plan is another one now
    with reading() as session:
        staged = _find(session, staged_id)
        return _gone() if staged is None else _plan_page(session, staged, is_new=True)


def _find(session: Session, staged_id: UUID, *, lock: bool = False) -> StagedImport | None:
    """Return a file of who is signed in, as long as this person may still import into what it is for."""
    found = staging.find(session, staged_id=staged_id, account_id=person().account_id, at=clock.now(), lock=lock)
    if found is None or (found.network_id is None and not person().may("adviser")):
        return None
    if found.network_id is not None and not _reaches(session, found.network_id):
        return None
    return found


def _reaches(session: Session, network_id: UUID) -> bool:
    return people.find_network(session, reach=person().reach, network_id=network_id) is not None


def _plan(session: Session, staged: StagedImport, *, lock: bool = False) -> Plan:
    target = Target(person().reach, staged.network_id)
    return planning.plan(session, staging.rows_of(staged), target=target, lock=lock)


def _carry_out(session: Session, staged: StagedImport) -> bool:
    """Carry out the plan that was shown; ``False`` when it is another one by now."""
    plan = _plan(session, staged, lock=True)
    if plan.digest != request.form.get("plan"):
        return False
    giver = Giver(person().account_id, person().support_organisation_id, actor())
    carrying_out.carry_out(session, plan, giver=giver, network_id=staged.network_id, at=clock.now())
    staging.drop(session, staged)
    flash(_("The import is done: %(told)s.", told=told_counts(plan)))
    return True


def _cancel(session: Session, staged: StagedImport) -> ResponseReturnValue:
    network_id = staged.network_id
    staging.drop(session, staged)
    flash(_("The import is cancelled. Nothing was changed."))
    return redirect(_way_back(network_id), 303)


def _plan_page(session: Session, staged: StagedImport, *, is_new: bool = False) -> ResponseReturnValue:
    """Draw the plan as it is now; ``is_new``: what was said yes to was another one."""
    shown = plan_page(
        _plan(session, staged), asked=request.args.get("groep", ""), number=request.args.get("pagina", "")
    )
    network = session.get(Network, staged.network_id) if staged.network_id else None
    page = render_template(
        "advise/import_preview.html",
        shown=shown,
        staged=staged,
        network=network,
        remarks=staging.remarks_of(staged),
        counts=told_counts(shown.plan),
        is_new=is_new,
        say=say,
        field_name=field_name,
        shown_value=shown_value,
    )
    return page, 409 if is_new else 200


def _gone() -> ResponseReturnValue:
    """Say that a file does not wait here: to who gave it and is too late as to anybody else."""
    return render_template("advise/import_gone.html"), 404


def _way_back(network_id: UUID | None) -> str:
    return url_for("advise.show_network", network_id=network_id) if network_id else url_for("advise.list_networks")
