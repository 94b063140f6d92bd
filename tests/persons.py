"""Somebody who is everywhere: a contact in two networks of two support organisations, and a coordinator of a third."""

from typing import Final
from uuid import uuid4

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey import clock
from survey.database import writing
from survey.models import (
    Account,
    AccountSession,
    Contact,
    LinkRequest,
    Network,
    NetworkCoordinator,
    OpenIdIdentity,
    Passkey,
)
from survey.services import contacts, networks, organisations
from tests.factories import add_adviser, add_network, key_of, open_next_round

ADDRESS: Final = "hanna.bos@everywhere.example"
NAME: Final = "Hanna Bos-Everywhere"
JOB: Final = "taalcoach van alles"
#: What signs somebody in, and may stand in no file and in no log.
SECRETS: Final = ("$argon2id$secret", "JBSWY3DPEHPK3PXP", "one-time-code", "subject-of-elsewhere")


def be_everywhere(app: Flask) -> None:
    """Add the person: invited to an open round in one network, never invited in another, coordinator of a third."""
    with app.app_context(), writing() as session:
        first = add_network(session, members={"library": 2}, name="Taalnetwerk Een")
        second = _elsewhere(session)
        for network in (first, second):
            _add_contact(session, network)
        open_next_round(session, network=first, key=key_of(app))
        _add_account(session)
        asked = LinkRequest(id=uuid4(), address_key=ADDRESS, language="nl", asked_at_utc=clock.now())
        session.add(asked)
        first.coordinator_name = NAME


def _elsewhere(session: Session) -> Network:
    adviser = add_adviser(session, support="Taalsteun Noord", address="ida@noord.example")
    return networks.add_network(session, adviser=adviser, name="Taalnetwerk Twee", province="Drenthe")


def _add_contact(session: Session, network: Network) -> None:
    organisation = organisations.add_organisation(
        session, network=network, name=f"Buurt {network.name}", kind="welfare"
    )
    added = contacts.add_contact(session, organisation=organisation, name=NAME, address=ADDRESS.replace("@", "+x@"))
    added.job = JOB


def _add_account(session: Session) -> None:
    account = add_adviser(session, address=ADDRESS)
    account.name, account.role = NAME, "coordinator"
    account.password, account.tf_primary_method, account.tf_totp_secret = SECRETS[0], "authenticator", SECRETS[1]
    account.mf_recovery_codes, account.fs_webauthn_user_handle = [SECRETS[2]], "handle"
    session.flush()
    network = networks.add_network(session, adviser=add_adviser(session), name="Taalnetwerk Drie", province="Drenthe")
    now, of = clock.now(), {"account_id": account.id}
    session.add_all(
        [
            NetworkCoordinator(network_id=network.id, **of),
            AccountSession(
                **of, begun_at_utc=now, seen_at_utc=now, place="192.0.2.0/24", browser="Firefox", method="link",
            ),
            OpenIdIdentity(**of, issuer="https://elsewhere.example", subject=SECRETS[3]),
            Passkey(
                **of, credential_id=b"1", public_key=b"1", sign_count=0, backup_state=False, device_type="x",
                lastuse_datetime=now, name="Telefoon", usage="first",
            ),
        ]
    )  # fmt: skip


def held(session: Session) -> tuple[list[str | None], list[str]]:
    """Return the addresses of all contacts and of all accounts."""
    contacts = session.scalars(select(Contact.address).order_by(Contact.id)).all()
    return list(contacts), list(session.scalars(select(Account.address).order_by(Account.id)))
