"""Who is named in an action: erased with the person, moved by a merger, gone after the term, told to who asks."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.errors import Refused
from survey.models import Action, Contact, Network, PartnerOrganisation
from survey.services import erasing, merging, organisations, person_file, persons, retention
from survey.services.audit import COMMAND_LINE
from tests.agreeing import action, agree
from tests.factories import OpenRound, key_of
from tests.networks import contact, make_network, organisation
from tests.persons import ADDRESS, NAME, be_everywhere

LONG_AGO = clock.months(30)
TEXTS = ("what", "person", "helpers", "first_step", "proof", "note")


@pytest.fixture
def network(app: Flask, connection: Connection) -> Network:
    return make_network(app)


def erase(app: Flask, who: UUID) -> str | None:
    with app.app_context(), writing() as session:
        return erasing.erase_contact(session, contact_id=who, by=COMMAND_LINE, at=clock.now())


def texts_of(row: Action) -> dict[str, str]:
    return {name: getattr(row, name) for name in TEXTS}


def test_who_is_erased_does_no_action_any_more(app: Flask, network: Network) -> None:
    who = contact(app, "library 000").id
    done = agree(app, network.id, contact_id=who)

    assert erase(app, who) == "deleted"

    row = action(app, done)
    assert (row.contact_id, row.person, row.status) == (None, "", "open")


def test_so_it_is_for_who_is_invited_to_an_open_round(app: Flask, opened: OpenRound) -> None:
    who = contact(app, "library 000").id
    done = agree(app, opened.network_id, contact_id=who)

    assert erase(app, who) == "emptied"

    row = action(app, done)
    assert (row.contact_id, row.version) == (None, 2)


def test_the_name_of_who_is_erased_goes_from_every_text(app: Flask, network: Network) -> None:
    who = contact(app, "library 000").id
    named = agree(
        app, network.id, **dict.fromkeys(TEXTS, "Library 000 en library 0001, met LIBRARY 000; geen sublibrary 000.")
    )
    other = agree(app, make_network(app, name="Elders").id, person="library 000")

    erase(app, who)

    assert set(texts_of(action(app, named)).values()) == {"– en library 0001, met –; geen sublibrary 000."}
    assert action(app, other).person == "library 000"


def test_a_name_with_signs_of_a_pattern_is_a_name(app: Flask, network: Network) -> None:
    with writing() as session:
        row = session.scalars(select(Contact).where(Contact.name == "library 000")).one()
        row.name, who = "J. (Jo) *", row.id
    named = agree(app, network.id, person="J. (Jo) *", helpers="Jan (Jo) *")

    erase(app, who)

    assert (action(app, named).person, action(app, named).helpers) == ("–", "Jan (Jo) *")


def test_a_person_who_is_erased_everywhere_goes_from_the_actions_of_all_networks(
    app: Flask, connection: Connection
) -> None:
    be_everywhere(app)
    with reading() as session:
        ids = list(session.scalars(select(Network.id).order_by(Network.name)))
    named = [agree(app, each, person=NAME) for each in ids]

    with writing() as session:
        person = persons.find_person(session, key=ADDRESS)
        assert person is not None
        persons.erase_person(session, person=person, key=key_of(app), by=COMMAND_LINE, at=clock.now())

    assert len(ids) == 3
    assert [action(app, each).person for each in named] == ["–"] * 3


def test_a_merged_organisation_brings_its_actions(app: Flask, network: Network) -> None:
    kept, other = organisation(app, "library").id, organisation(app, "municipality").id
    moved = agree(app, network.id, owner_id=other)

    with writing() as session:
        network = session.get_one(Network, network.id)
        pair = [session.get_one(PartnerOrganisation, each) for each in (kept, other)]
        merging.merge_organisations(session, network=network, kept=pair[0], other=pair[1])

    row = action(app, moved)
    assert (row.owner_id, row.version) == (kept, 2)


def test_a_merged_contact_brings_the_actions(app: Flask, network: Network) -> None:
    kept, other = contact(app, "library 000").id, contact(app, "library 001").id
    moved = agree(app, network.id, contact_id=other)

    with writing() as session:
        network = session.get_one(Network, network.id)
        pair = [session.get_one(Contact, each) for each in (kept, other)]
        merging.merge_contacts(session, network=network, kept=pair[0], other=pair[1])

    row = action(app, moved)
    assert (row.contact_id, row.version) == (kept, 2)


@pytest.mark.parametrize("status", ["open", "done"])
def test_an_organisation_that_sees_to_an_action_is_not_deleted(app: Flask, network: Network, status: str) -> None:
    with writing() as session:
        network = session.get_one(Network, network.id)
        desk = organisations.add_organisation(session, network=network, name="Taalpunt", kind="welfare")
    agree(app, network.id, owner_id=desk.id, status=status)

    with writing() as session:
        network, desk = session.get_one(Network, network.id), session.get_one(PartnerOrganisation, desk.id)
        with pytest.raises(Refused, match=r"'Taalpunt' sees to actions of the network \(1,"):
            organisations.delete_organisation(session, network=network, organisation=desk)


def forget(app: Flask) -> Any:
    with app.app_context(), writing() as session:
        return retention.forget(session, at=clock.now()).counts["actions"]


@pytest.mark.parametrize(
    ("values", "goes"),
    [
        ({"status": "done", "settled_at_utc": -LONG_AGO}, True),
        ({"status": "stopped", "settled_at_utc": -LONG_AGO}, True),
        ({"status": "done", "settled_at_utc": -clock.months(23)}, False),
        ({"agreed_at_utc": -LONG_AGO}, True),
        ({"agreed_at_utc": -LONG_AGO, "due_on": -LONG_AGO + timedelta(days=30)}, True),
        ({"agreed_at_utc": -LONG_AGO, "due_on": -clock.months(23)}, False),
        ({"agreed_at_utc": -clock.months(23)}, False),
    ],
)
def test_names_go_a_term_after_an_action_was_over(
    app: Flask, network: Network, values: dict[str, Any], goes: bool
) -> None:
    now = clock.now()
    at = {name: now + value if isinstance(value, timedelta) else value for name, value in values.items()}
    if "due_on" in at:
        at["due_on"] = clock.dutch_day(at["due_on"])
    who = contact(app, "library 000").id
    typed = agree(app, network.id, **at, person="Hanna", helpers="Joris")
    chosen = agree(app, network.id, **at | {"slot": 2}, contact_id=who)

    assert forget(app) == (2 if goes else 0)

    kept = action(app, typed)
    assert (kept.person, kept.helpers) == (("", "") if goes else ("Hanna", "Joris"))
    assert (kept.what, kept.version) == ("Nodig de taalaanbieder uit.", 2 if goes else 1)
    assert action(app, chosen).contact_id == (None if goes else who)
    assert forget(app) == 0


def test_the_term_of_an_action_is_that_of_its_support_organisation(app: Flask, network: Network) -> None:
    agree(app, network.id, person="Hanna", status="done", settled_at_utc=clock.now() - LONG_AGO)
    with writing() as session:
        be = session.get_one(Network, network.id)
        for support in retention.queries.list_support_organisations(session):
            assert support.id == be.support_organisation_id
            support.contact_months = 36

    assert forget(app) == 0


def test_the_file_of_a_person_has_the_actions_with_the_name(app: Flask, connection: Connection) -> None:
    be_everywhere(app)
    with reading() as session:
        ids = {each.name: each.id for each in session.scalars(select(Network))}
        who = session.scalars(select(Contact.id).where(Contact.name == NAME)).first()
    agree(app, ids["Taalnetwerk Een"], what="Doet het zelf.", contact_id=who)
    agree(app, ids["Taalnetwerk Twee"], what="Helpt mee.", helpers=f"Joris en {NAME.upper()}")
    agree(app, ids["Taalnetwerk Drie"], what="Iemand anders.", person="Hanna Bos")

    with reading() as session:
        person = persons.find_person(session, key=ADDRESS)
        assert person is not None
        (found,) = [each for each in person_file.sections(session, person=person) if each.title == "Actions"]

    assert {row[0]: row[2] for row in found.rows} == {
        "Taalnetwerk Een": "Doet het zelf.",
        "Taalnetwerk Twee": f"Joris en {NAME.upper()} / Helpt mee.",
    }
