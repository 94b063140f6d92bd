"""Import partners from a file: give it, see row by row what would happen, say yes or no."""

from io import BytesIO
from typing import Any, Final
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.file import FileField
from werkzeug.exceptions import RequestEntityTooLarge

from survey import clock, i18n
from survey.access import access, person, signed_in
from survey.advise.import_pages import say
from survey.advise.import_template import template_workbook
from survey.database import reading, writing
from survey.forms import StaffForm, one_line
from survey.i18n import LANGUAGES, _, use_language
from survey.importing.files import too_big
from survey.importing.limits import MAX_BYTES
from survey.importing.reading import ReadFile, read_file
from survey.importing.sentences import Unreadable, later
from survey.models import Network
from survey.queries import people
from survey.services.importing import staging

blueprint = Blueprint("importing", __name__)

#: The file itself, and what a browser writes around it.
_MAX_REQUEST: Final = MAX_BYTES + 100_000
#: So much of a file that is too large is read and thrown away: else a browser shows a broken connection, no sentence.
_MAX_THROWN_AWAY: Final = 100_000_000


class GiveForm(StaffForm):
    """The file."""

    file: Any = FileField(i18n.later("The file"))


@blueprint.url_value_preprocessor
def allow_files(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Take more than other pages do, from who is signed in; before anything reads the request."""
    if signed_in() is not None:
        request.max_content_length = _MAX_REQUEST


@blueprint.errorhandler(RequestEntityTooLarge)
def too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say that a file is too large, to who is still sending it."""
    _throw_away()
    sentences = [say(too_big()), _("Nothing was read, and nothing was changed.")]
    return render_template("public/error.html", title=_("This file is too large"), sentences=sentences), 413


def _throw_away() -> None:
    left = min(request.content_length or 0, _MAX_THROWN_AWAY)
    stream = request.environ["wsgi.input"]
    while left > 0 and (chunk := stream.read(min(left, 1 << 16))):
        left -= len(chunk)


@blueprint.route("/importeren", methods=["GET", "POST"])
@access("adviser")
def import_many() -> ResponseReturnValue:
    """Take a file in which each row names its network."""
    return _give(None)


@blueprint.route("/netwerken/<uuid:network_id>/importeren", methods=["GET", "POST"])
@access("coordinator")
def import_one(network_id: UUID) -> ResponseReturnValue:
    """Take a file with the partners of one network."""
    with reading() as session:
        network = people.find_network(session, reach=person().reach, network_id=network_id)
    return _give(network or abort(404))


def _give(network: Network | None) -> ResponseReturnValue:
    form = GiveForm()
    if form.validate_on_submit():
        try:
            staged_id = _stage(form.file.data, network)
        except Unreadable as unreadable:
            form.refuse("file", say(unreadable.sentence))
        else:
            return redirect(url_for("importing.preview", staged_id=staged_id), 303)
    page = render_template("advise/import_give.html", form=form, network=network)
    return page, 422 if form.is_submitted() else 200


def _stage(given: Any, network: Network | None) -> UUID:
    """Read a file and keep its rows; raises ``Unreadable`` when it is no list of partners."""
    if given is None or not given.filename:
        raise Unreadable(later("Choose a file first."))
    read = read_file(given.read(MAX_BYTES + 1))
    _check_columns(read, network)
    with writing() as session:
        return staging.stage(
            session,
            read,
            account_id=person().account_id,
            network_id=network.id if network else None,
            file_name=one_line(given.filename),
            at=clock.now(),
        )


def _check_columns(read: ReadFile, network: Network | None) -> None:
    """Refuse a file without what every row needs; say which columns are of no use here."""
    if "organisation" not in read.columns:
        raise Unreadable(later("There is no column “Organisatie”. Each row has to say where somebody works."))
    if network is None and "network" not in read.columns:
        raise Unreadable(
            later("There is no column “Netwerk”. Add it; or open one network, and import its partners there.")
        )
    if network is not None and read.columns & {"province", "municipalities"}:
        read.remarks.append(later("Province and municipalities are read only when you import more networks at once."))


@blueprint.get("/importeren/sjabloon.xlsx")
@access("coordinator")
def template() -> ResponseReturnValue:
    """Return a workbook to fill in; an adviser's has the columns for more networks when that is asked."""
    asked = request.args.get("taal", "")
    if asked in LANGUAGES:
        use_language(asked)
    has_networks = person().may("adviser") and "netwerken" in request.args
    return send_file(
        BytesIO(template_workbook(with_networks=has_networks)),
        mimetype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_attachment=True,
        download_name=_("partners.xlsx"),
    )
