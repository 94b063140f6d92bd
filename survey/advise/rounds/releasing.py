"""Let participants read a report, and have them told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, actor, config, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.previewing import INVENTED, Preview, preview
from survey.advise.saving import Confirmation, saved
from survey.advise.within import locked_round, own_round
from survey.database import forget_deleted, reading
from survey.errors import Refused
from survey.i18n import _, gettext_noop, language
from survey.models import Network, Round
from survey.models.campaign import MailPurpose
from survey.queries import own_words, rounds
from survey.services.overview import report_token
from survey.services.releasing import release_report, told_by
from survey.services.round_facts import facts_of_round, whose_rounds
from survey.services.round_page import stage_of
from survey.work.rounds import tell


@blueprint.get("/rondes/<uuid:round_id>/vrijgeven")
@access("adviser")
def ask_release(round_id: UUID) -> ResponseReturnValue:
    """Say what participants get to read, and ask."""
    return _draw(round_id, Confirmation())


@blueprint.post("/rondes/<uuid:round_id>/vrijgeven")
@access("adviser")
def release(round_id: UUID) -> ResponseReturnValue:
    """Let participants read the report, and have them told; pressed twice, once."""
    with reading() as session:
        network_id = own_round(session, round_id).network.id
    form: Any = Confirmation()
    batches: list[UUID] = []

    def do(session: Session) -> None:
        network, closed = locked_round(session, round_id)
        if stage_of(session, closed, clock.now()) not in ("published", "released"):
            raise Refused(gettext_noop("There is no report yet. Wait until the round is closed and it is made."))
        sender = config().mail_from
        given: dict[str, Any] = {"sender": sender, "by": actor(), "at": clock.now()}
        batches.extend(release_report(session, network=network, closed=closed, **given) or ())

    if not (form.validate() and saved(form, do)):
        return _draw(round_id, form), 422
    forget_deleted()
    tell(batches)
    flash(_("Participants can read the report now. Their mails are on their way."))
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page says."""

    network: Network
    round: Round
    is_ready: bool
    told_by: str
    people: int
    #: What they get; none: nobody does.
    mail: Preview | None
    report_token: str | None
    #: Texts in own words that nobody decided on; told to who may read them only.
    undecided: int
    #: Whether there are texts in own words at all; told to who may read them only.
    has_words: bool


def _draw(round_id: UUID, form: Any) -> str:
    with reading() as session:
        shown = _shown(session, *own_round(session, round_id))
    return render_template("advise/round/release.html", form=form, network=shown.network, shown=shown)


def _shown(session: Session, network: Network, of: Round) -> _Shown:
    is_reader = person().reads_own_words(adviser_id=network.adviser_id)
    told, people = told_by(session, round_id=of.id), rounds.count_mailable(session, round_id=of.id)
    counted = own_words.count_by_state(session, round_id=of.id) if is_reader else {}
    of_network = {"network_id": network.id, "adviser_id": network.adviser_id}
    return _Shown(
        network,
        of,
        is_ready=stage_of(session, of, clock.now()) == "published",
        told_by=told,
        people=people,
        mail=_mail(session, network, of, told) if people else None,
        report_token=report_token(session, reader=person(), **of_network, key=config().instance_key),
        undecided=counted.get("new", 0),
        has_words=bool(counted),
    )


def _mail(session: Session, network: Network, of: Round, purpose: MailPurpose) -> Preview:
    """Return the mail as somebody invented would get it."""
    whose = whose_rounds(session, network=network)
    facts = facts_of_round(of, whose, rounds.count_per_group(session, round_id=of.id))
    return preview(facts, purpose, INVENTED, language=facts.spoken_to(language()))
