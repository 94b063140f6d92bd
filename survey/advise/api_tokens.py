"""Tokens for a support organisation's own programs: list them, make one, take one back."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, StringField

from survey import clock
from survey.access import access, actor, person
from survey.account.fields import at_most, required, trimmed, visible
from survey.advise.views import blueprint
from survey.database import reading, writing
from survey.forms import StaffForm
from survey.i18n import _, later
from survey.queries import api_tokens as queries
from survey.services import api_tokens


class TokenForm(StaffForm):
    """What a token is for."""

    name = StringField(later("What is it for?"), filters=[trimmed], validators=[required, at_most(100), visible])
    #: Made for one showing of the form: what is sent twice makes one token.
    once = HiddenField(default=lambda: str(uuid4()))

    def new_id(self, support_organisation_id: UUID) -> UUID:
        """Return what the token is known by: the same for the same form with the same in it."""
        fields: Any = self
        return uuid5(support_organisation_id, repr((fields.once.data, fields.name.data)))


@blueprint.get("/koppelingen")
@access("adviser")
def list_tokens() -> ResponseReturnValue:
    """Show the tokens of the support organisation."""
    return _draw()


@blueprint.post("/koppelingen")
@access("adviser")
def make_token() -> ResponseReturnValue:
    """Make a token and show it, once; the same form once more, as by loading the page again, makes no second one."""
    if not _reads_reports():
        abort(404)
    form: Any = TokenForm()
    if not form.validate():
        return _draw(form), 422
    support_id = person().support_organisation_id
    with writing() as session:
        token = api_tokens.make_once(
            session,
            id=form.new_id(support_id),
            support_organisation_id=support_id,
            name=form.name.data,
            by=actor(),
            at=clock.now(),
        )
    if token is None:
        flash(_("This token was made already, and is shown once. Did you not copy it? Revoke it, and make another."))
        return redirect(url_for("advise.list_tokens"), 303)
    return _draw(made=token)


@blueprint.post("/koppelingen/<uuid:token_id>/intrekken")
@access("adviser")
def revoke_token(token_id: UUID) -> ResponseReturnValue:
    """Take a token back."""
    with writing() as session:
        is_ours = api_tokens.revoke(
            session,
            token_id=token_id,
            support_organisation_id=person().support_organisation_id,
            by=actor(),
            at=clock.now(),
        )
    if not is_ours:
        abort(404)
    flash(_("Revoked. It opens nothing any more."))
    return redirect(url_for("advise.list_tokens"), 303)


def _reads_reports() -> bool:
    """Whether who is signed in reads all reports of the organisation: a token opens no more than its maker may."""
    return person().role == "adviser"


def _draw(form: TokenForm | None = None, made: str = "") -> str:
    with reading() as session:
        tokens = queries.list_tokens(session, support_organisation_id=person().support_organisation_id)
    return render_template(
        "advise/api_tokens.html",
        tokens=tokens,
        form=form or TokenForm(formdata=None),
        may_make=_reads_reports(),
        made=made,
    )
