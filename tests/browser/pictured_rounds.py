"""Networks with rounds that look like real ones, for the handbook's pictures; every name in them is invented."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from survey import clock
from survey.database import writing
from survey.models import (
    Account,
    Contact,
    Invitation,
    Network,
    PartnerOrganisation,
    Reminding,
    Response,
    Round,
    RoundMail,
)
from survey.models.round import REMINDER_MOMENTS
from survey.services import contacts, networks, organisations, round_mail
from survey.services.contacts import Details
from survey.services.round_mail import About
from tests.factories import OpenRound, answer, key_of, open_next_round, statements
from tests.two_organisations import World

#: How many people work where; the names are given out from the first on.
MEMBERS: Final[Mapping[tuple[str, str], int]] = {
    ("Bibliotheek", "library"): 7,
    ("Welzijn", "welfare"): 7,
    ("Gemeente", "municipality"): 2,
    ("Taalschool", "formal-provider"): 3,
    ("Taalmaatjes", "volunteer-provider"): 3,
}
PEOPLE: Final = (
    "Noor Smit", "Ali Vos", "Ida Bakker", "Bilal Nguyen", "Petra Scholten", "Wiebe van Leeuwen", "Chantal Lim",
    "Samira el Idrissi", "Bo de Wit", "Tess Mulder", "Kees Dijkstra", "Fatma Yilmaz", "Rik Hofman", "Anouk Prins",
    "Hanna Bos", "Omar Haddad", "Ilse Postma", "Daan Kuiper", "Lieke Visser", "Joke Brouwer", "Emre Kaya", "Mia Post",
)  # fmt: skip


def make_network(app: Flask, world: World, place: str) -> UUID:
    """Make a network of the adviser who visits, with people who have names."""
    with app.app_context(), writing() as session:
        adviser = session.get_one(Account, world.midden.accounts["adviser"])
        adviser.name, name = "Joris Veenstra", f"Taalpact {place}"
        made = networks.add_network(session, adviser=adviser, name=name, province="Utrecht", coordinator="Hanna Bos")
        names = iter(PEOPLE)
        for (called, kind), number in MEMBERS.items():
            where = organisations.add_organisation(session, network=made, name=f"{called} {place}", kind=kind)
            for _ in range(number):
                contacts.add(session, organisation=where, details=_details(next(names), place))
        return made.id


def _details(name: str, place: str) -> Details:
    return Details(name, f"{name.lower().replace(' ', '.')}@{place.lower()}.example", names_profile=True)


def begin_round(app: Flask, network_id: UUID, sent_in: Mapping[str, int], *, days_ago: int = 9) -> OpenRound:
    """Open a round some days ago, whose mails went; so many people of each group sent in, hours ago."""
    at = clock.now() - timedelta(days=days_ago)
    with app.app_context(), writing() as session:
        opened = open_next_round(session, network=session.get_one(Network, network_id), key=key_of(app), at=at)
        row = session.get_one(Round, opened.id)
        row.reminds_on, row.releases_at_once = [*REMINDER_MOMENTS], False
        row.meeting_place = "13.30 uur, in de bibliotheek"
        _mail(app, session, row)
    left = Counter(sent_in)
    for token, group in zip(opened.tokens, opened.groups, strict=True):
        if left[str(group)] > 0:
            answer(app, token, statements(4))
            left[str(group)] -= 1
    send_in_before_the_hour(app, opened.id)
    return opened


def _mail(app: Flask, session: Session, opened: Round) -> None:
    ids = session.scalars(select(Invitation.id).where(Invitation.round_id == opened.id)).all()
    sender, at = app.extensions["netwerkspiegel"].mail_from, opened.opened_at_utc
    round_mail.put_out(session, About(opened.id, "invitation"), invitation_ids=ids, sender=sender, at=at)
    for mail_id in session.scalars(select(RoundMail.id).where(RoundMail.round_id == opened.id)).all():
        round_mail.settle(session, mail_id=mail_id, outcome="sent", at=at)


def send_in_before_the_hour(app: Flask, round_id: UUID) -> None:
    """Let answers have been sent in before the last full hour: staff see those only."""
    ours = Response.round_id == round_id, Response.sent_in_at_utc.is_not(None)
    with app.app_context(), writing() as session:
        session.execute(update(Response).where(*ours).values(sent_in_at_utc=clock.now() - timedelta(hours=3)))


def let_things_happen(app: Flask, opened: OpenRound) -> None:
    """Let an address not exist, somebody refuse, a reminder have gone, somebody have no address and one be new."""
    now = clock.now()
    with app.app_context(), writing() as session:
        _change(session, opened, "Chantal Lim", bounced_at_utc=now - timedelta(days=9), bounce_code=550)
        _change(session, opened, "Ali Vos", refused_at_utc=now - timedelta(days=5))
        reminded_at = now - timedelta(days=2)
        session.add(Reminding(id=uuid4(), round_id=opened.id, number=1, moment="7", at_utc=reminded_at, told=11))
        network = session.get_one(Network, opened.network_id)
        ours = PartnerOrganisation.network_id == network.id, PartnerOrganisation.kind == "library"
        library = session.scalars(select(PartnerOrganisation).where(*ours)).one()
        without = contacts.add(session, organisation=library, details=Details("Joke Aalders", None))
        contacts.invite_if_open(session, network=network, contact=without, kind=library.kind, key=key_of(app))
        contacts.add(session, organisation=library, details=Details("Sem Zuidema", "sem.zuidema@merenland.example"))


def _change(session: Session, opened: OpenRound, name: str, **values: Any) -> None:
    """Change the invitation of who has this name."""
    whose = select(Contact.id).where(Contact.network_id == opened.network_id, Contact.name == name)
    session.execute(update(Invitation).where(Invitation.contact_id.in_(whose)).values(**values))


def give_to_adviser(app: Flask, world: World, network_id: UUID) -> None:
    """Give a network to the adviser who visits."""
    values = {"adviser_id": world.midden.accounts["adviser"], "support_organisation_id": world.midden.id}
    with app.app_context(), writing() as session:
        session.execute(update(Network).where(Network.id == network_id).values(**values))
