"""On behalf of an organisation: who may fill in, what its people see of each other, and that nothing is lost."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from questionnaires.definition import Questionnaire
from survey.database import writing
from survey.models import Base, Invitation, Network, Response, Round
from survey.queries import networks as network_queries
from survey.services import networks, profiles, rounds
from survey.tokens import hash_token, make_token
from tests.factories import OpenRound, answer, close_round, key_of, statements
from tests.pages import Page, PageClient
from tests.speaking import ADA, BEA, CAS, DIRK, organisation_ids, profile_of, say, speaking_round

PROFILES = Base.metadata.tables["organisation_profile"]
BY_NAME = (
    "Dit is niet vertrouwelijk. De andere partners zien het na de sluiting, met de naam van jullie organisatie erbij."
)


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


def test_every_page_says_above_the_questions_that_it_is_shown_by_name(client: PageClient, opened: OpenRound) -> None:
    overview = client.get(profile_of(opened, CAS))
    pages = [link for link in dict.fromkeys(overview.links()) if link.startswith(f"{profile_of(opened, CAS)}/")]

    assert len(pages) == 8
    for page in [overview, *map(client.get, pages)]:
        said, questions = page.text.index(BY_NAME), page.text.index("<h1")
        assert said < questions
        assert "municipality van Taalnetwerk Waterdam" in page.words


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


def test_only_the_municipality_gets_its_own_check(client: PageClient, opened: OpenRound) -> None:
    assert f"{profile_of(opened, CAS)}/municipal-check" in client.get(profile_of(opened, CAS)).links()
    assert f"{profile_of(opened, ADA)}/municipal-check" not in client.get(profile_of(opened, ADA)).links()
    before = client.get(f"{profile_of(opened, ADA)}/contact-details")

    assert client.submit(before, {}).location == f"{profile_of(opened, ADA)}/voice-first"
    before = client.get(f"{profile_of(opened, CAS)}/contact-details")
    assert client.submit(before, {}).location == f"{profile_of(opened, CAS)}/municipal-check"


def test_the_partners_are_the_other_organisations_in_dutch_order(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        for name in ("Élan", "de Brug"):
            networks.add_organisation(session, network=network, name=name, kind="work")

    page = client.get(f"{profile_of(opened, ADA)}/contact-partners")

    labels = [" ".join("".join(label.itertext()).split()) for label in page.all("label", class_="tile")]
    network_name = "van Taalnetwerk Waterdam"
    assert labels == ["de Brug", "Élan", f"municipality {network_name}", f"welfare {network_name}"]


def test_the_cards_of_the_relation_map_unfold_for_who_was_ticked(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    welfare, town = (str(organisation_ids(app, opened)[kind]) for kind in ("welfare", "municipality"))
    say(client, opened, ADA, contact_partners={"rel-partners": welfare})

    page = client.get(f"{profile_of(opened, ADA)}/contact-details")

    shown = {each.get("name") for each in page.all("input", type="radio") if not _is_hidden(page, each)}
    assert f"rel-map.{welfare}.rel-freq" in shown
    assert f"rel-map.{town}.rel-freq" not in shown
    client.submit(page, {f"rel-map.{welfare}.rel-freq": "weekly"})
    assert "ongeveer elke week" in client.get(f"{profile_of(opened, BEA)}?alles=1").words


def _is_hidden(page: Page, control: object) -> bool:
    return any(control in list(card.iter()) for card in page.all("fieldset", hidden=None))


def test_a_profile_in_the_contact_step_of_a_bookmark_starts_again_where_it_was(
    client: PageClient, opened: OpenRound
) -> None:
    say(client, opened, ADA, first={}, reach_groups={"we-see": "older"})

    page = client.get(profile_of(opened, BEA))

    assert f"{profile_of(opened, BEA)}/reach-numbers" in page.links()
    assert "Ga verder met ‘Hoeveel mensen?’" in page.words


def test_what_cannot_be_stored_is_said_and_the_rest_is_kept(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{profile_of(opened, ADA)}/reach-numbers")

    refused = client.submit(page, {"rn-found": "veel", "rn-intake": "12", "rn-intake.how": "counted"}, 422)

    assert refused.form().fields["rn-found"] == "veel"
    assert BY_NAME in refused.words
    assert [link.get("href") for link in refused.one("div", role="alert").iter("a")] == ["#rn-found"]
    again = client.get(f"{profile_of(opened, BEA)}/reach-numbers")
    assert (again.form().fields["rn-found"], again.form().fields["rn-intake"]) == ("", "12")


def test_what_is_wrong_with_a_question_that_is_not_asked_stops_nobody(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    welfare = organisation_ids(app, opened)["welfare"]

    gone_on = client.post(f"{profile_of(opened, ADA)}/contact-details", {f"rel-map.{welfare}.rel-freq": "soms"})

    assert gone_on.location == f"{profile_of(opened, ADA)}/voice-first"


@pytest.fixture
def one_contact_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the profile ask about contacts on the page on which partners are ticked."""
    asked = profiles.asked

    def on_one_page(*arguments: Any) -> Questionnaire:
        whole = asked(*arguments)
        settings = {name: getattr(whole, name) for name in type(whole).model_fields}
        both = [page for page in whole.pages if page.id.startswith("contact-")]
        together = both[0].only(part for page in both for part in page.parts)
        return Questionnaire.model_validate(settings | {"pages": (together,)})

    monkeypatch.setattr(profiles, "asked", on_one_page)


def test_what_an_answer_brings_up_on_the_same_page_is_asked_before_going_on(
    app: Flask, client: PageClient, opened: OpenRound, one_contact_page: None
) -> None:
    page = client.get(f"{profile_of(opened, ADA)}/contact-partners")
    ticks = {"rel-partners": str(organisation_ids(app, opened)["welfare"])}

    stayed = client.submit(page, ticks)

    assert stayed.location == f"{profile_of(opened, ADA)}/contact-partners?meer=1#rel-map"
    assert "Er is een vraag bij gekomen" in client.get(stayed.location.split("#")[0]).words
    assert client.submit(client.get(page.address), ticks).location == profile_of(opened, ADA)


def test_two_colleagues_on_one_page_are_told_of_each_other(client: PageClient, opened: OpenRound) -> None:
    say(client, opened, ADA, voice_first={"vo-1": "well"})
    first, second = (client.get(f"{profile_of(opened, person)}/voice-first") for person in (ADA, BEA))
    client.submit(first, {"vo-1": "stuck", "vo-2": "better"})

    asked = client.submit(second, {"vo-1": "better", "vo-3": "well"}, 422)

    assert [link.get("href") for link in asked.one("div", role="alert").iter("a")] == ["#vo-1"]
    assert "knelt. Bewaar opnieuw" in asked.words
    kept = client.get(f"{profile_of(opened, ADA)}/voice-first").form().fields
    assert (kept["vo-1"], kept["vo-2"], kept["vo-3"]) == ("stuck", "better", "well")
    client.submit(asked, {})
    assert client.get(f"{profile_of(opened, ADA)}/voice-first").form().fields["vo-1"] == "better"


def test_a_choice_can_be_taken_back_and_the_way_goes_back_too(client: PageClient, opened: OpenRound) -> None:
    say(client, opened, ADA, voice_first={"vo-1": "well"})
    page = client.get(f"{profile_of(opened, ADA)}/voice-first")

    taken = client.submit(page, {"clear_field": "vo-1"})

    assert taken.location == f"{profile_of(opened, ADA)}/voice-first#vo-1"
    page = client.get(f"{profile_of(opened, ADA)}/first")
    assert "vo-1" not in client.get(f"{profile_of(opened, ADA)}/voice-first").form().fields
    assert client.submit(page, {"go": "back"}).location == profile_of(opened, ADA)


@pytest.mark.parametrize("rest", ["", "/first"])
def test_every_page_switches_its_language_and_keeps_what_was_typed(
    client: PageClient, opened: OpenRound, rest: str
) -> None:
    page = client.get(profile_of(opened, ADA) + rest)
    button = page.one("button", name="lang", value="en")

    switched = client.follow(
        client.submit(page, {"rf-tasks.intake": "do", "lang": "en"}, form={"id": button.get("form")})
    )

    assert switched.address == profile_of(opened, ADA) + rest
    assert "This is not confidential" in switched.words
    assert ticked(switched, "rf-tasks.intake") == (["do"] if rest else [])


def test_erasing_the_own_answers_leaves_the_profile_to_the_colleagues(client: PageClient, opened: OpenRound) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})

    client.post(f"/v/{opened.tokens[ADA]}/wissen")

    client.get(profile_of(opened, ADA), 403)
    assert ticked(client.get(f"{profile_of(opened, BEA)}/first"), "rf-tasks.intake") == ["do"]


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
        networks.add_contact(session, organisation=library, name="Laat", address="laat@library.example")
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


@pytest.mark.parametrize("page", ["nergens", "roles", "municipal-check-2", "a" * 300])
def test_a_page_that_is_not_there_is_not_found(client: PageClient, opened: OpenRound, page: str) -> None:
    client.get(f"{profile_of(opened, ADA)}/{page}", 404)
    client.post(f"{profile_of(opened, ADA)}/{page}", {}, 404)


def test_blocks_that_were_left_out_are_not_asked(client: PageClient, opened: OpenRound, connection: Connection) -> None:
    connection.execute(update(Round).values(profile_left_out=["reach-numbers", "voice"]))

    page = client.get(profile_of(opened, ADA))

    assert "Hoeveel mensen?" not in page.words
    client.get(f"{profile_of(opened, ADA)}/reach-numbers", 404)
    assert f"{profile_of(opened, ADA)}/contact-details" in page.links()


def test_after_the_closing_it_came_too_late_and_leads_to_the_report(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    page = client.get(f"{profile_of(opened, ADA)}/first")
    close_round(app, opened.id)

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
