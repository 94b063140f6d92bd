"""What the pages of accounts share: this instance's post and address, who acts, and where a page leads."""

from typing import Any
from uuid import UUID

from flask import Response, abort, current_app, request
from sqlalchemy.orm import Session

from survey.access import config, person
from survey.database import reading
from survey.models import Account
from survey.queries import account_mails
from survey.queries import accounts as queries
from survey.services.account_mail import Post
from survey.services.audit import Actor
from survey.services.passkeys import Site
from survey.services.throttling import neighbourhood
from survey.work.client import hand_over
from survey.work.orders import ACCOUNT_MAIL, Order


def post() -> Post:
    """Return how this instance mails."""
    return Post(config().instance_key, config().mail_from)


def site() -> Site:
    """Return for which place passkeys are."""
    return Site(config().instance_key, config().base_url)


def place() -> str:
    """Return from where this request comes: the neighbourhood, never the address."""
    return neighbourhood(request.remote_addr)


def acting(account: Account) -> Actor:
    """Return an account's owner as the audit log names it, also before signing in."""
    return Actor(account.id, account.support_organisation_id, place())


def own(session: Session) -> Account:
    """Return the account of who is signed in."""
    account = session.get(Account, person().account_id)
    return account if account is not None else abort(404)


def send_soon(response: Response) -> Response:
    """Tell the worker of the mails that wait, after the answer is out; it looks by itself every minute."""
    app: Any = current_app
    within = app._get_current_object()

    def tell() -> None:
        with within.app_context():
            for mail_id in _waiting():
                hand_over(Order(ACCOUNT_MAIL, mail_id), config())

    response.call_on_close(tell)
    return response


def _waiting() -> list[UUID]:
    with reading() as session:
        return account_mails.list_waiting(session)


def begun_at_of(session: Session) -> Any:
    """Return when the session of who is signed in began."""
    row = queries.find_session(session, account_id=person().account_id, session_id=person().session_id)
    return row.begun_at_utc if row else None
