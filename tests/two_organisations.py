"""Two support organisations with everything in them twice: what belongs to somebody, and what does not.

Everything that an address can name is in ``World.values``, by the name that the address gives it: add a line there for
a new one. All of it belongs to the first network of the first support organisation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey import clock
from survey.access import SESSION_KEY
from survey.database import writing
from survey.models import (
    Account,
    Action,
    ApiToken,
    Contact,
    HandOver,
    Invitation,
    Network,
    NetworkCoordinator,
    PartnerOrganisation,
    Passkey,
    ReportBatch,
    SavedView,
    StagedImport,
    SupportOrganisation,
)
from survey.models.account import Role
from survey.services import api_tokens, audit, logos, networks, sessions
from survey.services.audit import COMMAND_LINE, Actor, What
from survey.services.contacts import add_contact
from survey.services.organisations import add_organisation
from survey.services.pictures import Picture
from survey.services.sessions import Signs
from tests.factories import OpenRound, key_of, open_next_round
from tests.joining import make_code
from tests.pages import HOST, PageClient

#: Who visits, in the order of the columns of tables about them; none: nobody is signed in.
VISITORS: Final = (
    "nobody",
    "coordinator",
    "coordinator of another network",
    "adviser",
    "adviser elsewhere",
    "administrator",
    "administrator elsewhere",
)
_SUPPORT: Final = ("Taalsteun Midden", "Taalsteun Noord")
_NETWORKS: Final = (("Taalnetwerk Waterland", "Taalnetwerk Bergen"), ("Taalnetwerk Eems", "Taalnetwerk Wad"))


@dataclass(frozen=True, slots=True)
class One:
    """One support organisation: its two networks, the round of the first, and an account for each kind of visitor."""

    id: UUID
    networks: tuple[UUID, UUID]
    round: OpenRound
    accounts: Mapping[str, UUID]


@dataclass(frozen=True, slots=True)
class World:
    """Both, with a session for each visitor, and what addresses name."""

    midden: One
    noord: One
    sessions: Mapping[str, UUID]
    values: Mapping[str, Any]


def make_world(app: Flask) -> World:
    """Make all of it, through the same services as real use."""
    with app.app_context(), writing() as session:
        midden, noord = (_make_one(app, session, place) for place in (0, 1))
        begun = {visitor: _sign_in(session, account_id) for visitor, account_id in _accounts(midden, noord).items()}
        values = _values(session, midden, noord, begun)
    code = make_code(app, midden.round)
    return World(midden, noord, begun, {**values, "code": code.token})


def enter(client: PageClient, world: World, visitor: str) -> None:
    """Be this visitor from now on; forms that were fetched before can still be sent."""
    with client.http.session_transaction(base_url=HOST) as cookie:
        cookie.pop(SESSION_KEY, None)
        if visitor != "nobody":
            cookie[SESSION_KEY] = str(world.sessions[visitor])


def add_account(session: Session, support: SupportOrganisation, role: Role, address: str) -> Account:
    """Add somebody who joined, with a second factor."""
    account = networks.add_adviser(session, support=support, name=f"{role} {address}", address=address)
    account.role, account.joined_at_utc = role, clock.now()
    session.flush()
    return account


def add_passkey(session: Session, account_id: UUID) -> Passkey:
    """Give an account a passkey; nobody can sign in by it."""
    passkey = Passkey(
        id=uuid4(),
        account_id=account_id,
        credential_id=uuid4().bytes,
        public_key=b"key",
        sign_count=0,
        transports=[],
        backup_state=False,
        device_type="single_device",
        lastuse_datetime=clock.now(),
        name="Telefoon",
        usage="secondary",
    )
    session.add(passkey)
    session.flush()
    return passkey


def _make_one(app: Flask, session: Session, place: int) -> One:
    support = networks.add_support_organisation(session, name=_SUPPORT[place])
    domain = ("midden.example", "noord.example")[place]
    accounts = {
        "adviser": add_account(session, support, "adviser", f"adviseur@{domain}").id,
        "administrator": add_account(session, support, "administrator", f"beheerder@{domain}").id,
        "coordinator": add_account(session, support, "coordinator", f"een@{domain}").id,
        "coordinator of another network": add_account(session, support, "coordinator", f"twee@{domain}").id,
    }
    adviser = session.get_one(Account, accounts["adviser"])
    first, second = (_make_network(session, adviser, name) for name in _NETWORKS[place])
    for network, who in ((first, "coordinator"), (second, "coordinator of another network")):
        session.add(NetworkCoordinator(network_id=network.id, account_id=accounts[who]))
    opened = open_next_round(session, network=first, key=key_of(app))
    picture = Picture(f"PNG of {support.name}".encode(), 40, 20)
    logos.keep(session, support_id=support.id, picture=picture, by=COMMAND_LINE, at=clock.now())
    return One(support.id, (first.id, second.id), opened, accounts)


def _make_network(session: Session, adviser: Account, name: str) -> Network:
    network = networks.add_network(session, adviser=adviser, name=name, province="Utrecht")
    for kind in ("library", "municipality"):
        organisation = add_organisation(session, network=network, name=f"{kind} {name}", kind=kind)
        address = f"{kind}@{network.id.hex[:8]}.example"
        add_contact(session, organisation=organisation, name=f"Contact {kind} {name}", address=address)
    return network


def _accounts(midden: One, noord: One) -> dict[str, UUID]:
    elsewhere = {f"{role} elsewhere": noord.accounts[role] for role in ("adviser", "administrator")}
    return {**midden.accounts, **elsewhere}


def _sign_in(session: Session, account_id: UUID) -> UUID:
    signs = Signs("192.0.2.0/24", "Firefox", "passkey")
    return sessions.add(session, account_id=account_id, at=clock.now(), signs=signs).id


def _values(session: Session, midden: One, noord: One, begun: Mapping[str, UUID]) -> dict[str, Any]:
    network_id, adviser_id = midden.networks[0], midden.accounts["adviser"]
    ours = PartnerOrganisation.network_id == network_id
    organisation = session.scalars(select(PartnerOrganisation).where(ours).order_by(PartnerOrganisation.name)).first()
    assert organisation is not None
    contact = session.scalars(select(Contact).where(Contact.partner_organisation_id == organisation.id)).one()
    invitation = session.scalars(select(Invitation.id).where(Invitation.contact_id == contact.id)).one()
    return {
        "network_id": network_id,
        "action_id": _agree(session, network_id, organisation.id),
        "token_id": _give_token(session, midden.id, adviser_id),
        "view_id": _keep_view(session, adviser_id),
        "batch_id": _ask_for_reports(session, adviser_id),
        "organisation_id": organisation.id,
        "contact_id": contact.id,
        "invitation_id": invitation,
        "round_id": midden.round.id,
        "support_id": midden.id,
        "account_id": adviser_id,
        "coordinator": midden.accounts["coordinator"],
        "session_id": begun["adviser"],
        "passkey_id": add_passkey(session, adviser_id).id,
        "event_id": _erase(session),
        "staged_id": _stage(session, network_id, adviser_id),
        "offer_id": _offer(session, noord, to=adviser_id),
        "content_hash": Picture(b"PNG of Taalsteun Midden", 40, 20).content_hash,
        "token": midden.round.tokens[0],
        "report": midden.round.report_token,
        "page_id": "roles",
        "questionnaire_id": "quick-scan",
        "version": "1.0.0",
        "year": 2025,
        "spoken": "nl",
    }


def _agree(session: Session, network_id: UUID, owner_id: UUID) -> UUID:
    """Let the network agree to do something."""
    values: dict[str, Any] = {"network_id": network_id, "owner_id": owner_id, "slot": 1, "agreed_at_utc": clock.now()}
    agreed = Action(id=uuid4(), what="Nodig de taalaanbieder uit.", due_on=clock.dutch_day(clock.now()), **values)
    session.add(agreed)
    session.flush()
    return agreed.id


def _give_token(session: Session, support_id: UUID, account_id: UUID) -> UUID:
    """Let the programs of a support organisation read along."""
    made_by = Actor(account_id, support_id, "nowhere")
    api_tokens.make(session, support_organisation_id=support_id, name="Kaart", by=made_by, at=clock.now())
    return session.scalars(select(ApiToken.id)).one()


def _keep_view(session: Session, account_id: UUID) -> UUID:
    """Let the adviser have kept a choice."""
    view = SavedView(
        id=uuid4(), account_id=account_id, name="Utrecht", page="vergelijken", chosen="wie=", saved_at_utc=clock.now()
    )
    session.add(view)
    session.flush()
    return view.id


def _ask_for_reports(session: Session, account_id: UUID) -> UUID:
    """Let the adviser have had all reports made."""
    batch = ReportBatch(
        id=uuid4(),
        asked_by_id=account_id,
        asked_at_utc=clock.now(),
        language="nl",
        forms=["pdf"],
        finished_at_utc=clock.now(),
    )
    session.add(batch)
    session.flush()
    return batch.id


def _stage(session: Session, network_id: UUID, account_id: UUID) -> UUID:
    staged = StagedImport(
        id=uuid4(),
        account_id=account_id,
        network_id=network_id,
        file_name="partners.csv",
        rows=[],
        given_at_utc=clock.now(),
    )
    session.add(staged)
    session.flush()
    return staged.id


def _erase(session: Session) -> UUID:
    """Note that somebody was erased: the proof is made from that."""
    numbers = {"deleted": 1, "emptied": 0, "networks": 1, "accounts": 0}
    what = What("person.erased", "person", uuid4(), details=numbers)
    return audit.note(session, what, by=COMMAND_LINE, at=clock.now())


def _offer(session: Session, giver: One, *, to: UUID) -> UUID:
    """Offer a network of the other support organisation to our adviser."""
    offer = HandOver(
        id=uuid4(),
        network_id=giver.networks[1],
        from_account_id=giver.accounts["adviser"],
        to_account_id=to,
        offered_at_utc=clock.now() - timedelta(days=1),
    )
    session.add(offer)
    session.flush()
    return offer.id
