"""``account``: who signs in. The first administrator is added here, and invites the others on the pages."""

from collections.abc import Sequence
from typing import Final, cast

import click
from sqlalchemy.orm import Session

from survey import clock
from survey.access import config
from survey.cli.common import command
from survey.database import reading, writing
from survey.errors import Refused
from survey.i18n import LANGUAGES
from survey.models import Account
from survey.models.account import Role
from survey.queries import accounts as queries
from survey.queries.people import ROLES
from survey.services import account_links, accounts, networks, staffing
from survey.services.account_mail import Post
from survey.services.audit import COMMAND_LINE

#: So many networks are named.
_NAMED: Final = 5


@click.group()
def account() -> None:
    """Accounts: add and invite people, close accounts."""


@account.command("add")
@click.argument("name")
@click.option("--email", required=True, help="The address by which this person signs in.")
@click.option("--support", required=True, help="Support organisation that the person belongs to; added when new.")
@click.option("--role", type=click.Choice(ROLES), default="administrator", show_default=True)
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="nl", show_default=True)
@command
def add(name: str, email: str, support: str, role: str, language: str) -> None:
    """Add an account for NAME, in quotes, and invite this person."""
    with writing() as session:
        kind = "demo" if config().is_demo else "production"
        networks.mark_instance(session, kind=kind, at=clock.now())
        organisation = networks.add_support_organisation(session, name=support)
        made = accounts.add_account(
            session,
            support_id=organisation.id,
            name=name,
            address=email,
            role=cast(Role, role),
            language=language,
            by=COMMAND_LINE,
            at=clock.now(),
        )
        accounts.invite(session, made, post=_post(), by=COMMAND_LINE, at=clock.now())
    click.echo(f"Added the account of {made.name}.")
    _say_link(made)


@account.command("list")
@command
def list_all() -> None:
    """List all accounts."""
    with reading() as session:
        rows = queries.list_accounts(session)
    if not rows:
        click.echo("There are no accounts yet. Add one with 'account add'.")
    for row, support in rows:
        state = "closed" if not row.active else "in use" if row.joined_at_utc else "invited"
        click.echo(f"{row.name}  ({row.address})  {row.role}  {support}  {state}")


@account.command("close")
@click.argument("email")
@click.option("--anyway", is_flag=True, help="Also when it looks after networks; they keep its name for now.")
@command
def close(email: str, anyway: bool) -> None:
    """Close the account with the address EMAIL, end its sessions, and every offer from and to it."""
    try:
        with writing() as session:
            account_id = _find(session, email).id
            staffing.close(session, account_id=account_id, anyway=anyway, by=COMMAND_LINE, at=clock.now())
    except staffing.LooksAfterNetworks as refusal:
        raise Refused(_looks_after(refusal.names)) from None
    except staffing.LastAdministrator:
        raise Refused("This is the last administrator: make somebody else administrator first.") from None
    click.echo("Closed. Nobody can sign in by this account any more.")


@account.command("invite")
@click.argument("email")
@command
def invite(email: str) -> None:
    """Invite the owner of the account with the address EMAIL once more."""
    with writing() as session:
        found = _find(session, email)
        accounts.invite(session, found, post=_post(), by=COMMAND_LINE, at=clock.now())
    _say_link(found)


@account.command("reset-second-factor")
@click.argument("email")
@command
def reset_second_factor(email: str) -> None:
    """Take the second factor of the account with the address EMAIL away, with passkeys and recovery codes."""
    with writing() as session:
        accounts.reset_second_factor(session, _find(session, email), post=_post(), by=COMMAND_LINE, at=clock.now())
    click.echo("Taken away. An adviser or administrator sets up a new one when signing in.")


def _looks_after(names: Sequence[str]) -> str:
    told, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return (
        f"This account still looks after networks: {told}{f' and {more} more' if more > 0 else ''}. "
        "Hand them over on their pages first, or add --anyway."
    )


def _find(session: Session, email: str) -> Account:
    found = queries.find_account(session, address=email.strip().casefold())
    if found is None:
        raise Refused("There is no account with this address. 'flask --app wsgi account list' shows them all.")
    return found


def _post() -> Post:
    return Post(config().instance_key, config().mail_from)


def _say_link(made: Account) -> None:
    """Say where the invitation is: in the mail, or here, where no mail is sent."""
    if config().mail_server is not None:
        click.echo("The worker mails the invitation. Is it running? See docs/running.md.")
        return
    token = account_links.make(made, "invitation", key=config().instance_key, at=clock.now())
    click.echo("No mail server is set up. Give this link to its owner, and to nobody else; it works for 7 days:")
    click.echo(f"{config().base_url}{account_links.PATHS['invitation']}{token}")
