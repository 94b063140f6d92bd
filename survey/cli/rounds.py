"""``round`` and ``invitation``: open a round, hand out its links, follow it, close it."""

from datetime import date
from uuid import UUID

import click
from sqlalchemy.orm import Session

from survey import clock
from survey.access import config
from survey.cli.common import Day, command, say_forgotten
from survey.cli.planned import what_is_asked
from survey.database import forget_deleted, reading, writing
from survey.errors import Refused
from survey.models import Round
from survey.queries import invited, published
from survey.queries import rounds as queries
from survey.services import planning, releasing, round_mail
from survey.services import rounds as services
from survey.services.audit import COMMAND_LINE, What, note
from survey.services.cancelling import cancel_round
from survey.services.forgetting import forget_everywhere
from survey.services.networks import find_network
from survey.services.planning import GROUPS, can_be_shown, make_plan
from survey.services.retention import delete_old_answers
from survey.tokens import make_token
from survey.work.client import hand_over
from survey.work.orders import ROUND_MAILS, Order
from survey.work.rounds import tell


@click.group("round")
def round_() -> None:
    """Rounds: plan, open, follow, close."""


@round_.command("plan")
@click.argument("network")
@click.option("--questionnaire", help="What is asked: taalnetwerkspiegel, or its short version.")
@click.option(
    "--without",
    multiple=True,
    help="A block to leave out; may be given more than once. All of the profile: organisation-profile.",
)
@click.option("--with", "again", multiple=True, help="A block to ask after all.")
@command
def plan_round(network: str, questionnaire: str | None, without: tuple[str, ...], again: tuple[str, ...]) -> None:
    """Settle what the next round of NETWORK asks, and show it; without options, only show it.

    The statements are always asked; what organisations say on their own behalf can be left out, too. A round that is
    open keeps asking what it was opened with.
    """
    with writing() as session:
        found = find_network(session, name=network)
        plan = planning.plan_round(session, network=found, questionnaire_id=questionnaire, without=without, again=again)
    for line in what_is_asked(plan):
        click.echo(line)


@round_.command("open")
@click.argument("network")
@click.option("--closes", required=True, type=Day(), help="Last day to fill in, such as 2026-12-11.")
@click.option("--groups", help=f"Reporting groups in order, from: {', '.join(GROUPS)}. Default: what can be shown.")
@click.option("--meeting", type=Day(), help="Day on which the network talks about the report.")
@click.option("--place", help="Where, and at what time: '13.30 uur, bibliotheek Waterdam'.")
@click.option("--mail", is_flag=True, help="Have the worker mail the invitations.")
@command
def open_round(
    network: str, closes: date, groups: str | None, meeting: date | None, place: str | None, mail: bool
) -> None:  # fmt: skip
    """Open the next round of NETWORK and make a personal link for each contact."""
    if place and not meeting:
        raise click.UsageError("--place needs --meeting.")
    plan = make_plan([name.strip() for name in groups.split(",")]) if groups else None
    with writing() as session:
        made = services.open_round(
            session,
            network=find_network(session, name=network),
            terms=services.Terms(closes, plan, meeting, place),
            at=clock.now(),
            key=config().instance_key,
        )
        batches = _put_out(session, made) if mail else []
        lines = _what_can_be_shown(session, made)
    _tell_worker(batches)
    following = "The worker mails the invitations." if mail else "Next: invitation links."
    click.echo(f"Round {made.number} of '{network}' is open until {made.closes_on}. {following}")
    for line in lines:
        click.echo(line)


@round_.command("cancel")
@click.argument("network")
@click.option("--yes", is_flag=True, help="Do not ask.")
@command
def cancel(network: str, yes: bool) -> None:
    """Cancel the open round of NETWORK: erase everything that was filled in. This cannot be undone."""
    if not yes:
        click.confirm("Everything that was filled in is erased, and nothing is published. Cancel?", abort=True)
    with writing() as session:
        found = services.find_open_round(session, network=find_network(session, name=network))
        ours = config().mail_from
        batches = cancel_round(session, round_id=found.id, sender=ours, by=COMMAND_LINE, at=clock.now())
    say_forgotten(forget_deleted())
    _tell_worker(batches)
    click.echo(f"Round {found.number} of '{network}' is cancelled. Who was mailed an invitation is told so.")


@round_.command("status")
@click.argument("network")
@command
def status(network: str) -> None:
    """Show the response of the newest round of NETWORK, in total and by the full hour."""
    hour = clock.full_hour(clock.now())
    with reading() as session:
        found = queries.newest_round(session, network_id=find_network(session, name=network).id)
        if found is None:
            click.echo(f"'{network}' has no round yet. Open one with 'round open'.")
            return
        invited = queries.count_invited(session, round_id=found.id)
        sent_in = queries.count_sent_in(session, round_id=found.id, until=hour)
        by_code = queries.count_sent_in(session, round_id=found.id, until=hour, by_code=True)
    if found.closed_at_utc is not None:
        click.echo(f"Round {found.number} closed on {clock.dutch_day(found.closed_at_utc)}. See: results show.")
        return
    told = hour.astimezone(clock.DUTCH_TIME)
    click.echo(f"Round {found.number} is open until {found.closes_on}.")
    click.echo(f"By {told:%H:%M} {sent_in} of the {invited} invited had sent in. The count moves by the hour.")
    if by_code:
        click.echo(f"{by_code} more had sent in by a code or on paper.")


@round_.command("close")
@click.argument("network")
@click.option("--yes", is_flag=True, help="Do not ask.")
@command
def close_round(network: str, yes: bool) -> None:
    """Close the open round of NETWORK and publish its results. This cannot be undone."""
    if not yes:
        click.confirm(_what_becomes_final(network), abort=True)
    from survey.services.closing import cut, publish_round  # pandas is slow to load, and only closing needs it

    at = clock.now()
    with writing() as session:
        closing = _closable(session, network)
        cut(session, round_id=closing.id, at=at, by=COMMAND_LINE)
        delete_old_answers(session, at=at)
    with writing() as session:
        publish_round(session, round_id=closing.id, at=at)
    say_forgotten(forget_everywhere())
    token = make_token(config().instance_key, "report", closing.id, closing.report_generation)
    click.echo(f"Round {closing.number} of '{network}' is closed and published.")
    click.echo(f"Report: {config().base_url}/rapport/{token}")
    if not closing.releases_at_once:
        click.echo("Participants cannot read it yet. Let them, and mail them, with 'round release'.")


@round_.command("release")
@click.argument("network")
@command
def release_round(network: str) -> None:
    """Let the participants of NETWORK read the report of its newest round, and have them mailed."""
    with writing() as session:
        found = find_network(session, name=network)
        newest = queries.newest_round(session, network_id=found.id)
        if newest is None or not published.has_results(session, round_id=newest.id):
            raise Refused(f"The newest round of '{network}' has no report yet. Close it first with 'round close'.")
        released = releasing.release_report(
            session, network=found, closed=newest, sender=config().mail_from, by=COMMAND_LINE, at=clock.now()
        )
    if released is None:
        click.echo(f"Participants can read the report of round {newest.number} of '{network}' already.")
        return
    tell(released)
    click.echo(f"Participants can read the report of round {newest.number} of '{network}'. The worker mails them.")


@click.group()
def invitation() -> None:
    """Invitations: the personal links of a round."""


@invitation.command("links")
@click.argument("network")
@command
def links(network: str) -> None:
    """Print the personal link of everybody invited to the open round of NETWORK; but for those that went by mail.

    Hand each to its own person only. Who opens a link first gets a code, which another device is asked for: so its
    person notices when somebody else was there before.
    """
    with writing() as session:
        found_network = find_network(session, name=network)
        found = services.find_open_round(session, network=found_network)
        rows = queries.list_invitations(session, round_id=found.id)
        mailed = invited.list_sent(session, round_id=found.id)
        printed = [row.id for row in rows if row.id not in mailed]
        invited.mark_through_staff(session, invitation_ids=printed)
        what = What("links.listed", "round", found.id, network_id=found_network.id, details={"people": len(printed)})
        note(session, what, by=COMMAND_LINE, at=clock.now())
    for row in rows:
        token = make_token(config().instance_key, "invitation", row.id, row.generation)
        link = "went by mail" if row.id in mailed else f"{config().base_url}/v/{token}"
        click.echo(f"{row.contact_name} ({row.organisation_name})\t{row.address or '-'}\t{link}")


def _put_out(session: Session, made: Round) -> list[UUID]:
    """Leave the invitations for the worker, and return their batches."""
    people = queries.list_mailable(session, round_id=made.id)
    about = round_mail.About(made.id, "invitation")
    return round_mail.put_out(session, about, invitation_ids=people, sender=config().mail_from, at=clock.now())


def _tell_worker(batches: list[UUID]) -> None:
    for batch_id in batches:
        hand_over(Order(ROUND_MAILS, batch_id), config())


def _closable(session: Session, network: str) -> Round:
    """Return the open round, or one whose publishing was interrupted."""
    found = find_network(session, name=network)
    newest = queries.newest_round(session, network_id=found.id)
    if newest is not None and newest.closed_at_utc and not published.has_results(session, round_id=newest.id):
        return newest
    return services.find_open_round(session, network=found)


def _what_becomes_final(network: str) -> str:
    with reading() as session:
        closes_on = _closable(session, network).closes_on
    promise = f"Partners were told that they can fill in until {closes_on}. " if closes_on > _today() else ""
    return f"{promise}Drafts are erased, and answers are cut loose from people for good. Close?"


def _today() -> date:
    return clock.dutch_day(clock.now())


def _what_can_be_shown(session: Session, made: Round) -> list[str]:
    invited = queries.count_per_group(session, round_id=made.id)
    lines = [f"Invited: {sum(invited.values())}."]
    for group, possible in can_be_shown(made.plan, invited).items():
        number = invited.get(group, 0)
        lines.append(f"{group}: {number} invited, a result of its own is {'possible' if possible else 'not possible'}.")
    return lines
