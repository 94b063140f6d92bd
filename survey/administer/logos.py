"""A support organisation's logo: give one, and take it away."""

from typing import Final
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from survey import clock
from survey.access import access, actor
from survey.administer.blueprint import blueprint
from survey.administer.logo_form import LogoForm
from survey.administer.supports import draw_support
from survey.database import reading, writing
from survey.i18n import _, gettext_noop
from survey.queries import supports
from survey.services import logos
from survey.services.pictures import MOST_BYTES, NotAPicture, redraw
from survey.uploads import takes_file

_REFUSALS: Final = {
    "kind": gettext_noop("This is no picture that we can use. Choose a PNG, JPEG, WebP or GIF; an SVG cannot be used."),
    "broken": gettext_noop("This picture is damaged. Save it once more in the program it comes from."),
    "too many pixels": gettext_noop("This picture is too large: at most 8,000 pixels wide and 16 million in all."),
    "too heavy": gettext_noop("This file is too large: at most 2 MB."),
}


@blueprint.post("/beheer/ondersteuningsorganisaties/<uuid:support_id>/logo")
@access("administrator")
@takes_file(5 * MOST_BYTES)  # somewhat too large is told at the field; what is far too large is not taken in
def give_logo(support_id: UUID) -> ResponseReturnValue:
    """Make a logo of the picture that was given."""
    _check(support_id)
    form = LogoForm()
    given = form.given()
    if not given:
        return _refused(support_id, form, _("Choose a picture first."))
    try:
        picture = redraw(given)
    except NotAPicture as refusal:
        return _refused(support_id, form, _(_REFUSALS[refusal.reason]))
    with writing() as session:
        logos.keep(session, support_id=support_id, picture=picture, by=actor(), at=clock.now())
    flash(_("The logo is there. Partners see it on the first page."))
    return _to(support_id)


@blueprint.post("/beheer/ondersteuningsorganisaties/<uuid:support_id>/logo/weghalen")
@access("administrator")
def remove_logo(support_id: UUID) -> ResponseReturnValue:
    """Take the logo away."""
    _check(support_id)
    with writing() as session:
        logos.take_away(session, support_id=support_id, by=actor(), at=clock.now())
    flash(_("The logo is gone."))
    return _to(support_id)


@blueprint.errorhandler(RequestEntityTooLarge)
def too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say that a file is far too large; it was not taken in."""
    sentences = [_("A logo is a file of at most 2 MB."), _("Nothing was changed. Go back and choose another file.")]
    return render_template("public/error.html", title=_("This is too large"), sentences=sentences), 413


def _check(support_id: UUID) -> None:
    with reading() as session:
        if supports.find(session, support_id=support_id) is None:
            abort(404)


def _refused(support_id: UUID, form: LogoForm, sentence: str) -> ResponseReturnValue:
    form.refuse("file", sentence)
    return draw_support(support_id, logo_form=form), 422


def _to(support_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("administer.support", support_id=support_id) + "#logo", 303)
