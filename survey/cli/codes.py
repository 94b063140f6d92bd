"""``round code``: six digits and a QR code by which people come into an open round."""

from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import click
import segno
from sqlalchemy.orm import Session

from survey import clock
from survey.access import config
from survey.cli.common import Day, command
from survey.database import writing
from survey.errors import Refused
from survey.models import Network, Round
from survey.models.code import Purpose
from survey.services import audit, codes
from survey.services.audit import COMMAND_LINE, What
from survey.services.codes import CodeTerms, MadeCode
from survey.services.networks import find_network
from survey.services.rounds import find_open_round

_WHO = {"meeting": "the people in a meeting", "paper": "who types over paper forms"}

#: A file for a QR code.
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("code")
@click.argument("network")
@click.option("--purpose", type=click.Choice(list(_WHO)), default="meeting", show_default=True, help="For whom.")
@click.option("--until", type=Day(), help="Last day on which it works, such as 2026-12-11. Default: as the round.")
@click.option("--hours", type=click.IntRange(1, 1000), help="For how many hours from now it works.")
@click.option("--new", "change", flag_value="new", help="Make another code; the one before no longer works.")
@click.option("--stop", "change", flag_value="stop", help="End the code now.")
@click.option("--svg", "--png", "files", multiple=True, type=_FILE, help="Write the QR code to this file as well.")
@command
def code(
    network: str, purpose: Purpose, until: date | None, hours: int | None, change: str | None, files: tuple[Path, ...]
) -> None:
    """Show the code of the open round of NETWORK; make it when there is none.

    Answers that come in by a code join the result of the whole network only, and never count towards a minimum.
    """
    if until and hours:
        raise click.UsageError("Give --until or --hours, not both.")
    if other := [path.name for path in files if path.suffix not in (".svg", ".png")]:
        raise Refused(f"A QR code is written as .svg or .png, and not as '{other[0]}'.")
    if change == "stop":
        _stop(network, purpose)
        return
    terms = CodeTerms(purpose, _end(until, hours), anew=change == "new")
    with writing() as session:
        found = find_open_round(session, network=find_network(session, name=network))
        made = codes.make_code(session, round=found, terms=terms, key=config().instance_key, at=clock.now())
        _note(session, "code.made", found, purpose)
    _show(made, purpose, network)
    for path in files:
        _write(made, path)


def _stop(network: str, purpose: Purpose) -> None:
    with writing() as session:
        found = find_open_round(session, network=find_network(session, name=network))
        codes.stop_code(session, round=found, purpose=purpose, at=clock.now())
        _note(session, "code.stopped", found, purpose)
    click.echo("The code no longer works. Who began by it can still go on.")


def _note(session: Session, action: str, found: Round, purpose: Purpose) -> None:
    network = session.get_one(Network, found.network_id)
    details = {"purpose": purpose}
    what = What(action, "round", found.id, network.id, network.support_organisation_id, details)
    audit.note(session, what, by=COMMAND_LINE, at=clock.now())


def _end(until: date | None, hours: int | None) -> datetime | None:
    if hours:
        return clock.now() + timedelta(hours=hours)
    return clock.end_of(until) if until else None


def _show(made: MadeCode, purpose: Purpose, network: str) -> None:
    until = made.last_minute.astimezone(clock.DUTCH_TIME)
    click.echo(f"Code of '{network}' for {_WHO[purpose]}: {made.in_groups}")
    click.echo(f"It works until {until:%Y-%m-%d %H:%M}. Type it at {config().base_url}/meedoen")
    click.echo(f"Or scan: {_address(made)}")
    drawn = StringIO()
    _qr(made).terminal(drawn, compact=True)
    click.echo(drawn.getvalue())


def _write(made: MadeCode, path: Path) -> None:
    try:
        _qr(made).save(str(path), scale=12)
    except OSError as error:
        raise Refused(f"The QR code could not be written to {path}: {error.strerror}.") from None
    click.echo(f"QR code: {path}")


def _qr(made: MadeCode) -> segno.QRCode:
    return segno.make_qr(_address(made), error="m")


def _address(made: MadeCode) -> str:
    return f"{config().base_url}/meedoen/{made.token}"
