"""Support organisations: add one, look at it, change, archive and bring it back."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, actor, person
from survey.administer.blueprint import blueprint
from survey.administer.logo_form import LogoForm
from survey.administer.support_form import SupportForm, values_of
from survey.database import reading, writing
from survey.i18n import _, gettext_noop
from survey.models import SupportOrganisation
from survey.queries import logos
from survey.queries import supports as queries
from survey.services import supports

#: How large, in pixels, a logo is drawn on the page where it is looked after.
_SPACE: Final = (400, 200)
_REFUSALS: Final[dict[type[Exception], str]] = {
    supports.OwnOrganisation: gettext_noop("This is your own support organisation: you could not sign in any more."),
    supports.LastAdministrators: gettext_noop("All administrators belong to it: nobody could bring it back."),
    supports.HasOpenRounds: gettext_noop("A round is open in one of its networks. Archive it after the closing."),
}


@blueprint.get("/beheer/ondersteuningsorganisaties/nieuw")
@access("administrator")
def new_support() -> ResponseReturnValue:
    """Show the empty form."""
    return _draw_new(SupportForm(data={"all_questionnaires": True, "contact_months": 24, "audit_months": 24}))


@blueprint.post("/beheer/ondersteuningsorganisaties/nieuw")
@access("administrator")
def add_support() -> ResponseReturnValue:
    """Add a support organisation."""
    form = SupportForm()
    if not form.validate():
        return _draw_new(form), 422
    try:
        with writing() as session:
            made = supports.add(session, form.settings(), by=actor(), at=clock.now())
    except supports.NameTaken:
        _refuse_name(form)
        return _draw_new(form), 422
    flash(_("The support organisation was added. Now invite its advisers."))
    return _to(made.id)


@blueprint.get("/beheer/ondersteuningsorganisaties/<uuid:support_id>")
@access("administrator")
def support(support_id: UUID) -> ResponseReturnValue:
    """Show a support organisation with its form."""
    return draw_support(support_id)


@blueprint.post("/beheer/ondersteuningsorganisaties/<uuid:support_id>")
@access("administrator")
def change_support(support_id: UUID) -> ResponseReturnValue:
    """Change a support organisation."""
    form = SupportForm()
    is_right = form.validate()
    with reading() as session:
        known = _found(queries.find(session, support_id=support_id))
    if is_right:
        try:
            with writing() as session:
                _change(session, form, support_id)
        except supports.NameTaken:
            _refuse_name(form)
        except supports.ChangedMeanwhile:
            _tell_changes(form, known)
        else:
            flash(_("Saved."))
            return _to(support_id)
    return draw_support(support_id, form=form), 422


@blueprint.post("/beheer/ondersteuningsorganisaties/<uuid:support_id>/archiveren")
@access("administrator")
def archive_support(support_id: UUID) -> ResponseReturnValue:
    """Archive a support organisation."""
    return _do(support_id, supports.archive, _("Archived. Its accounts cannot sign in until you bring it back."))


@blueprint.post("/beheer/ondersteuningsorganisaties/<uuid:support_id>/terughalen")
@access("administrator")
def bring_support_back(support_id: UUID) -> ResponseReturnValue:
    """Bring an archived support organisation back."""
    return _do(support_id, supports.bring_back, _("It is back. Its accounts can sign in again."))


def draw_support(support_id: UUID, *, form: SupportForm | None = None, logo_form: LogoForm | None = None) -> str:
    """Draw a support organisation's page; the forms as they were sent, where something is wrong with one."""
    with reading() as session:
        known = _found(queries.find(session, support_id=support_id))
        logo = logos.find_logo(session, support_id=support_id)
        shown = {
            "staff": queries.list_staff(session, support_id=support_id),
            "networks": queries.count_networks(session, support_id=support_id),
            "open_rounds": queries.count_open_rounds(session, support_id=support_id),
        }
    return render_template(
        "administer/support.html",
        support=known,
        is_own=known.id == person().support_organisation_id,
        form=form or SupportForm(formdata=None, data=values_of(known)),
        logo_form=logo_form or LogoForm(formdata=None),
        logo=logo,
        logo_size=logo.within(*_SPACE) if logo else None,
        **shown,
    )


def _draw_new(form: SupportForm) -> str:
    return render_template("administer/support_new.html", form=form)


def _change(session: Session, form: SupportForm, support_id: UUID) -> None:
    fields: Any = form
    known = _found(queries.lock(session, support_id=support_id))
    version = int(fields.version.data) if str(fields.version.data).isdecimal() else 0
    supports.change(session, form.settings(), organisation=known, version=version, by=actor(), at=clock.now())


def _tell_changes(form: SupportForm, known: SupportOrganisation) -> None:
    """Say at each field what it became meanwhile; who saves once more has seen it."""
    fields: Any = form
    for name, value in values_of(known).items():
        if name not in ("version", "questionnaires", "all_questionnaires") and (fields[name].data or "") != value:
            form.refuse(name, _("Meanwhile this became: “%(value)s”.", value=value))
    if known.questionnaires != form.settings().questionnaires:
        form.refuse("questionnaires", _("Meanwhile other questionnaires were chosen."))
    fields.form_errors.append(
        _("Somebody else changed this meanwhile. Nothing of yours is lost: look at what differs, and save again.")
    )
    fields.version.data = known.version


def _refuse_name(form: SupportForm) -> None:
    form.refuse("name", _("There is a support organisation with this name already."))


def _do(support_id: UUID, change: Callable[..., None], done: str) -> ResponseReturnValue:
    with reading() as session:
        _found(queries.find(session, support_id=support_id))
    try:
        with writing() as session:
            change(session, support_id=support_id, by=actor(), at=clock.now())
    except tuple(_REFUSALS) as refusal:
        flash(_(_REFUSALS[type(refusal)]), "alert")
    else:
        flash(done)
    return _to(support_id)


def _to(support_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("administer.support", support_id=support_id), 303)


def _found(known: SupportOrganisation | None) -> SupportOrganisation:
    if known is None:
        abort(404)
    return known
