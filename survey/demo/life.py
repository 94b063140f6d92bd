"""What makes the demo's pages look lived in: municipalities, notes, jobs, a coordinator who can sign in."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.demo.periods import planned_from
from survey.demo.places import PLACES
from survey.models import Account, Network, NetworkCoordinator
from survey.models.network import PROVINCES
from survey.queries import members
from survey.services import contacts, municipalities
from survey.services.municipality_table import Row
from survey.services.openable import Dates
from survey.services.planning import DEFAULT_QUESTIONNAIRE
from survey.services.settling import Settings, settle

#: The first code of the invented municipalities: no real one is so high.
FIRST_CODE: Final = 9001
COORDINATOR_ADDRESS: Final = "coordinator@taalsteun-midden.example"
NOTES: Final = (
    "De vergadering is op de eerste dinsdag van de maand, om en om bij de bibliotheek en het buurthuis.\n"
    "De wethouder komt graag bij de bespreking van het rapport.",
    "Nieuwe coördinator sinds september. Wil hulp bij het uitnodigen van de taalaanbieders.",
)
JOBS: Final = ("", "taalcoach", "beleidsmedewerker", "", "coördinator vrijwilligers", "teamleider", "docent Nederlands")


def invented_municipalities() -> list[Row]:
    """Return one municipality for each place of the demo, and one labour-market region for each province."""
    provinces = list(PROVINCES)
    return [
        Row(
            code=f"GM{FIRST_CODE + number}",
            name=place.name,
            province=place.province,
            region=f"AM{80 + provinces.index(place.province)}",
            region_name=f"Regio {PROVINCES[place.province]} (verzonnen)",
        )
        for number, place in enumerate(PLACES)
    ]


def load_municipalities(session: Session, *, year: int) -> None:
    """Load the invented municipalities."""
    municipalities.load(session, rows=invented_municipalities(), year=year)


def give_place(session: Session, *, network: Network, name: str) -> None:
    """Say in which municipality a network of the demo works, if it is one of the invented ones."""
    row = next((each for each in invented_municipalities() if each.name == name), None)
    if row is not None:
        municipalities.settle(session, network=network, typed=[row.code])
        network.region = row.region


def give_life(session: Session, *, network: Network, number: int, at: datetime) -> None:
    """Give people a job, have one of each organisation speak for it, and archive somebody who left."""
    if number < len(NOTES):
        network.notes = NOTES[number]
    spoken_for: set[UUID] = set()
    everybody = members.list_contacts(session, network_id=network.id)
    for place, contact in enumerate(everybody):
        contact.job = JOBS[place % len(JOBS)]
        contact.names_profile = contact.partner_organisation_id not in spoken_for
        spoken_for.add(contact.partner_organisation_id)
    contacts.archive(session, contact=everybody[-1], at=at)


def plan_ahead(session: Session, *, network: Network, at: datetime) -> None:
    """Settle when a network's next round opens and closes; nobody asked to open it."""
    opens_on, closes_on, meeting_on = planned_from(at)
    dates = Dates(closes_on, opens_on, meeting_on)
    settle(session, network=network, settings=Settings(DEFAULT_QUESTIONNAIRE, dates), seen="", at=at)


def add_coordinator(session: Session, *, network: Network, adviser: Account) -> None:
    """Give the demo's first network a coordinator with an account."""
    account = Account(
        id=uuid4(),
        support_organisation_id=adviser.support_organisation_id,
        name=network.coordinator_name or "Coördinator",
        address=COORDINATOR_ADDRESS,
        role="coordinator",
    )
    session.add(account)
    session.flush()
    session.add(NetworkCoordinator(network_id=network.id, account_id=account.id))
