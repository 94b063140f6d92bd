"""On behalf of an organisation: who may fill in, and what its people, and others, see of it."""

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import writing
from survey.models import Base, Invitation, Network, Response, Round
from survey.queries import networks as network_queries
from survey.services import rounds
from survey.services.contacts import add_contact
from survey.services.sheets import moment
from survey.tokens import hash_token, make_token
from tests.factories import OpenRound, answer, close_round, key_of, statements
from tests.pages import HOST, Page, PageClient
from tests.speaking import ADA, BEA, CAS, DIRK, profile_of, say, speaking_round

PROFILES = Base.metadata.tables["organisation_profile"]


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    """A round in which everybody but the one of welfare has sent in."""
    return speaking_round(app, but=(DIRK,))


def ticked(page: Page, name: str) -> list[str | None]:
    return [each.get("value") for each in page.all("input", name=name, checked=None)]


def test_the_own_part_comes_first_and_the_page_says_so(
    client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    link = f"/v/{opened.tokens[DIRK]}"
    for address in (profile_of(opened, DIRK), f"{profile_of(opened, DIRK)}/first"):
        page = client.get(address, 403)
        assert "Heb je je eigen antwoorden verstuurd? Dan kun je ook namens je organisatie invullen." in page.words
        assert link in page.links()

    client.post(f"{profile_of(opened, DIRK)}/first", {"rf-tasks.intake": "do"}, 403)
    client.post(f"{profile_of(opened, DIRK)}/wissen", {}, 403)

    assert connection.execute(select(PROFILES)).all() == []


def test_who_has_not_sent_in_is_offered_nothing(client: PageClient, opened: OpenRound) -> None:
    for rest in ("", "/nakijken"):
        assert profile_of(opened, DIRK) not in client.get(f"/v/{opened.tokens[DIRK]}{rest}").links()


@pytest.mark.parametrize("rest", ["", "/nakijken", "/klaar"])
def test_who_has_sent_in_is_led_there_and_sees_who_began(client: PageClient, opened: OpenRound, rest: str) -> None:
    link = f"/v/{opened.tokens[BEA]}{rest}"
    assert profile_of(opened, BEA) in client.get(link).links()
    assert "Het laatst veranderd" not in client.get(link).words

    say(client, opened, ADA, first={"rf-tasks.intake": "do"})

    assert "Het laatst veranderd door library 000, op " in client.get(link).words


def test_people_of_one_organisation_see_the_same_profile_with_its_last_editor(
    client: PageClient, opened: OpenRound
) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": ["do", "lead"]})
    say(client, opened, BEA, reach_groups={"we-see": ["older", "parents"]})

    page = client.get(f"{profile_of(opened, ADA)}?alles=1")

    assert "Het laatst veranderd door library 001" in page.words
    assert "doen we, daarin hebben wij de leiding" in page.words
    assert "Ouders van jonge kinderen, Ouderen" in page.words
    assert ticked(client.get(f"{profile_of(opened, BEA)}/first"), "rf-tasks.intake") == ["do", "lead"]
    (saved,) = client.get(f"{profile_of(opened, ADA)}/first").all("p", class_="saved")
    assert "Het laatst veranderd door library 001" in "".join(saved.itertext())


def test_another_organisation_sees_nothing_of_it_while_the_round_is_open(client: PageClient, opened: OpenRound) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"}, voice_first={"vo-1-why": "Wij missen de gemeente."})

    pages = [client.get(f"{profile_of(opened, CAS)}{rest}") for rest in ("", "?alles=1", "/first", "/voice-first")]

    assert "Nog niemand van jullie organisatie is begonnen." in pages[0].words
    assert not [page for page in pages if "Wij missen" in page.text or "library 000" in page.text]
    assert ticked(pages[2], "rf-tasks.intake") == []
    client.get(f"{opened.report}/organisaties", 404)


@pytest.mark.parametrize("rest", ["", "/klaar"])
def test_who_erases_the_own_answers_is_told_that_the_profile_stays(
    client: PageClient, opened: OpenRound, rest: str
) -> None:
    link = f"/v/{opened.tokens[ADA]}"
    assert "van jou en je collega’s samen" not in client.get(link + rest).words

    say(client, opened, BEA, first={"rf-tasks.intake": "do"})

    dialog = client.get(link + rest).one("details", class_="ask")
    said = " ".join("".join(dialog.itertext()).split())
    assert "Wat namens library van Taalnetwerk Waterdam is ingevuld, blijft staan: dat is van jou" in said
    assert [each.get("href") for each in dialog.iter("a")] == [profile_of(opened, ADA)]


def test_who_changed_the_profile_last_can_undo_it_after_erasing_the_own_answers(
    client: PageClient, opened: OpenRound
) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})

    client.post(f"/v/{opened.tokens[ADA]}/wissen")

    assert profile_of(opened, ADA) in client.get(f"/v/{opened.tokens[ADA]}").links()
    say(client, opened, ADA, first={"rf-tasks.intake": "lead"})
    assert ticked(client.get(f"{profile_of(opened, BEA)}/first"), "rf-tasks.intake") == ["lead"]


def test_who_erased_the_own_answers_and_did_not_change_it_last_is_kept_out(
    client: PageClient, opened: OpenRound
) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    say(client, opened, BEA, first={"rf-tasks.intake": "lead"})

    client.post(f"/v/{opened.tokens[ADA]}/wissen")

    assert profile_of(opened, ADA) not in client.get(f"/v/{opened.tokens[ADA]}").links()
    client.get(profile_of(opened, ADA), 403)
    client.post(f"{profile_of(opened, ADA)}/wissen", {}, 403)
    assert ticked(client.get(f"{profile_of(opened, BEA)}/first"), "rf-tasks.intake") == ["lead"]


def test_erasing_the_profile_takes_everything_of_everybody_and_says_who_did_it(
    client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    assert "Wis alles namens deze organisatie" not in client.get(profile_of(opened, BEA)).words
    say(client, opened, ADA, first={"rf-tasks.intake": "do"}, voice_first={"vo-1": "well"})
    say(client, opened, CAS, first={"rf-tasks.intake": "do"})
    overview = client.get(profile_of(opened, BEA))
    before = moment(clock.now())

    done = client.follow(client.submit(overview, {}, form={"action": f"{profile_of(opened, BEA)}/wissen"}))

    assert "Alles is gewist" in done.words
    assert "Het laatst veranderd door library 001" in done.words
    assert "Wis alles namens" not in done.words
    rows = {row.answers == {}: row for row in connection.execute(select(PROFILES))}
    assert list(rows[True].choice_times) == [""]
    assert rows[True].choice_times[""] >= before
    assert rows[False].answers["rf-tasks"] == {"intake": ["do"]}
    assert ticked(client.get(f"{profile_of(opened, CAS)}/first"), "rf-tasks.intake") == ["do"]


def test_what_was_chosen_before_the_profile_was_erased_does_not_come_back(
    client: PageClient, opened: OpenRound
) -> None:
    page = f"{profile_of(opened, ADA)}/voice-first"
    before = moment(clock.now())
    say(client, opened, ADA, voice_first={"vo-2": "well"})
    client.post(f"{profile_of(opened, BEA)}/wissen")

    client.http.post(f"{page}/bewaar", data={"chosen": f"vo-1:{before}", "vo-1": "well"}, base_url=HOST)

    assert "vo-1" not in client.get(page).form().fields


def test_who_changes_nothing_is_not_the_one_who_changed_it_last(client: PageClient, opened: OpenRound) -> None:
    say(client, opened, BEA, first={}, reach_groups={})
    assert "Nog niemand van jullie organisatie is begonnen." in client.get(profile_of(opened, ADA)).words
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})

    say(client, opened, BEA, first={}, voice_first={}, voice_second={})

    assert "Het laatst veranderd door library 000" in client.get(profile_of(opened, BEA)).words
    say(client, opened, BEA, first={"rf-tasks.intake": ""})
    assert "Het laatst veranderd door library 001" in client.get(profile_of(opened, BEA)).words


def test_who_was_added_late_speaks_for_the_organisation_all_the_same(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        library = network_queries.find_organisation(
            session, network_id=network.id, name="library van Taalnetwerk Waterdam"
        )
        assert library is not None
        add_contact(session, organisation=library, name="Laat", address="laat@library.example")
        late = [each for each in network_queries.list_contacts(session, network_id=network.id) if each.name == "Laat"]
        invitation = rounds.invite_late(session, network=network, contact=late[0], key=key_of(app))
        assert invitation is not None
    token = make_token(key_of(app), "invitation", invitation.id, 1)
    answer(app, token, statements(3))

    page = client.get(f"/v/{token}/organisatie/first")

    assert ticked(page, "rf-tasks.intake") == ["do"]


def test_a_round_without_a_profile_offers_none(client: PageClient, opened: OpenRound, connection: Connection) -> None:
    connection.execute(update(Round).values(profile_version=None, profile_hash=None))

    for rest in ("", "/nakijken", "/klaar"):
        assert profile_of(opened, ADA) not in client.get(f"/v/{opened.tokens[ADA]}{rest}").links()
    for person in (ADA, DIRK):
        client.get(profile_of(opened, person), 404)
        client.get(f"{profile_of(opened, person)}/first", 404)
    client.post(f"{profile_of(opened, ADA)}/first", {"rf-tasks.intake": "do"}, 404)
    assert connection.execute(select(PROFILES)).all() == []


def test_who_came_in_by_a_code_has_no_organisation_to_speak_for(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    hashed = {"token_hash": hash_token("C" * 43), "device_hash": "d" * 64}
    with writing() as session:
        invitation = Invitation(round_id=opened.id, channel="meeting", contact_id=None, generation=1, **hashed)
        session.add(invitation)
        session.flush()
        session.add(Response(round_id=opened.id, invitation_id=invitation.id, answers={}, language="nl"))
    answer(app, "C" * 43, statements(4))

    for rest in ("/organisatie", "/organisatie/first"):
        client.get(f"/v/{'C' * 43}{rest}", 404)
    client.post(f"/v/{'C' * 43}/organisatie/first", {"rf-tasks.intake": "do"}, 404)

    assert "/organisatie" not in "".join(client.get(f"/v/{'C' * 43}/klaar").links())
    assert connection.execute(select(PROFILES)).all() == []


def test_after_the_closing_it_came_too_late_and_leads_to_the_report(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    page = client.get(f"{profile_of(opened, ADA)}/first")
    close_round(app, opened.id)

    client.post(f"{profile_of(opened, ADA)}/wissen", {}, 410)
    late = client.submit(page, {"rf-tasks.intake": "do"}, 410)

    assert "Wat je net wilde versturen, kwam te laat." in late.words
    assert client.get(profile_of(opened, ADA), 303).location.startswith(opened.report)
    assert connection.execute(select(PROFILES)).all() == []


@pytest.mark.parametrize("token", ["x", "A" * 43])
def test_an_unknown_link_opens_nothing(client: PageClient, opened: OpenRound, token: str) -> None:
    for rest in ("", "/first"):
        client.get(f"/v/{token}/organisatie{rest}", 404)
    client.post(f"/v/{token}/organisatie", {"lang": "en"}, 404)
    client.post(f"/v/{token}/organisatie/first", {"rf-tasks.intake": "do"}, 404)
