"""The start page, the privacy page, the health check, and the doors of a demo."""

from datetime import date

from flask import Blueprint, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from survey import schema_version
from survey.access import access, config
from survey.account.signing_in import begin
from survey.database import reading
from survey.extensions import without_csrf
from survey.queries import networks
from survey.services import doors
from survey.version import VERSION

blueprint = Blueprint("public", __name__)

#: When the accessibility statement was last looked over; renew it with the text.
_STATEMENT_OF = date(2026, 11, 26)


@blueprint.get("/")
@access("public")
def start() -> ResponseReturnValue:
    """Say what this is; in a demo, open three doors."""
    if not config().is_demo:
        return render_template("public/start.html", doors=None)
    with reading() as db_session:
        found = doors.find_doors(db_session, key=config().instance_key)
    return render_template("public/start.html", doors=found)


@blueprint.get("/antwoorden")
@access("public")
def privacy() -> ResponseReturnValue:
    """Say what happens with answers."""
    return render_template("public/privacy.html")


@blueprint.get("/toegankelijkheid")
@access("public")
def accessibility() -> ResponseReturnValue:
    """Say how accessible the pages are, in the form that Dutch public bodies use."""
    return render_template("public/accessibility.html", drawn_up=_STATEMENT_OF)


@blueprint.get("/healthz")
@access("public")
def health() -> ResponseReturnValue:
    """Answer with version, database and migration state; 503 when something is wrong."""
    try:
        with reading() as db_session:
            connection = db_session.connection()
            engine, revision = connection.dialect.name, schema_version.current(connection)
    except SQLAlchemyError:
        return jsonify(version=VERSION, database="unreachable", migration=None), 503
    newest = schema_version.newest()
    state = {"current": revision, "newest": newest, "up_to_date": revision == newest}
    return jsonify(version=VERSION, database=engine, migration=state), 200 if revision == newest else 503


@blueprint.get("/demo/adviseur")
@access("demo")
def demo_adviser() -> ResponseReturnValue:
    """Show the door for advisers by itself, for who has its address."""
    return render_template("public/demo_adviser.html")


@blueprint.post("/demo/adviseur")
@access("demo")
@without_csrf  # it signs in a fixed, invented adviser: nobody gains by forging it
def sign_in_demo_adviser() -> ResponseReturnValue:
    """Sign in the fixed adviser of a demo."""
    with reading() as db_session:
        adviser = networks.get_demo_adviser(db_session)
    if adviser is None:
        return redirect(url_for("public.start"), 303)
    begin(adviser, method="demo")
    return redirect(url_for("advise.enter"), 303)
