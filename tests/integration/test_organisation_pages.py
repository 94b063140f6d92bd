"""On behalf of an organisation: its pages say that it is by name, ask what fits, and lose nothing that was typed."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, update
from sqlalchemy.exc import OperationalError

from questionnaires.definition import Questionnaire
from survey import clock
from survey.database import writing
from survey.models import Network, Round
from survey.services import profiles
from survey.services.organisations import add_organisation
from survey.services.sheets import moment
from survey.tokens import hash_token
from tests.factories import OpenRound
from tests.pages import HOST, Page, PageClient
from tests.speaking import ADA, BEA, CAS, DIRK, organisation_ids, profile_of, say, speaking_round

BY_NAME = (
    "Dit is niet vertrouwelijk. De andere partners zien het na de sluiting, met de naam van jullie organisatie erbij."
)


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    """A round in which everybody but the one of welfare has sent in."""
    return speaking_round(app, but=(DIRK,))


def ticked(page: Page, name: str) -> list[str | None]:
    return [each.get("value") for each in page.all("input", name=name, checked=None)]


def test_every_page_says_above_the_questions_that_it_is_shown_by_name(client: PageClient, opened: OpenRound) -> None:
    overview = client.get(profile_of(opened, CAS))
    pages = [link for link in dict.fromkeys(overview.links()) if link.startswith(f"{profile_of(opened, CAS)}/")]

    assert len(pages) == 8
    for page in [overview, *map(client.get, pages)]:
        said, questions = page.text.index(BY_NAME), page.text.index("<h1")
        assert said < questions
        assert "municipality van Taalnetwerk Waterdam" in page.words


def test_only_the_municipality_gets_its_own_check(client: PageClient, opened: OpenRound) -> None:
    assert f"{profile_of(opened, CAS)}/municipal-check" in client.get(profile_of(opened, CAS)).links()
    assert f"{profile_of(opened, ADA)}/municipal-check" not in client.get(profile_of(opened, ADA)).links()
    before = client.get(f"{profile_of(opened, ADA)}/contact-details")

    assert client.submit(before, {}).location == f"{profile_of(opened, ADA)}/voice-first"
    before = client.get(f"{profile_of(opened, CAS)}/contact-details")
    assert client.submit(before, {}).location == f"{profile_of(opened, CAS)}/municipal-check"


def test_every_page_can_be_saved_on_the_way_to_the_overview(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{profile_of(opened, CAS)}/contact-details")

    assert client.submit(page, {"go": "check"}).location == profile_of(opened, CAS)


def test_the_partners_are_the_other_organisations_in_dutch_order(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        for name in ("Élan", "de Brug"):
            add_organisation(session, network=network, name=name, kind="work")

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


def keep(client: PageClient, address: str, unit: str, value: str, *, before: int = 0) -> dict[str, Any]:
    """Send one choice as a page's script does; it was made so many milliseconds ago."""
    fields = {"chosen": f"{unit}:{moment(clock.now()) - before}", unit: value}
    response = client.http.post(f"{address}/bewaar", data=fields, base_url=HOST)
    assert response.status_code == 200
    return response.get_json()


def test_every_choice_is_kept_as_it_is_made(client: PageClient, opened: OpenRound) -> None:
    page = f"{profile_of(opened, ADA)}/voice-first"

    said = keep(client, page, "vo-1", "well")

    assert said["saved"].startswith("Bewaard om ")
    assert (said["heard"], said["wrong"], said["elsewhere"]) == (["vo-1"], {}, [])
    assert client.get(f"{profile_of(opened, BEA)}/voice-first").form().fields["vo-1"] == "well"
    assert client.get(page).one("input", name="basis").get("value") == said["basis"]


def test_of_two_colleagues_the_newest_choice_wins_whatever_arrives_first(client: PageClient, opened: OpenRound) -> None:
    keep(client, f"{profile_of(opened, ADA)}/voice-first", "vo-1", "well")
    keep(client, f"{profile_of(opened, BEA)}/voice-first", "vo-1", "stuck", before=60_000)

    assert client.get(f"{profile_of(opened, BEA)}/voice-first").form().fields["vo-1"] == "well"
    assert "Het laatst veranderd door library 000" in client.get(profile_of(opened, BEA)).words


def test_a_choice_that_cannot_be_kept_is_told_why(client: PageClient, opened: OpenRound) -> None:
    said = keep(client, f"{profile_of(opened, ADA)}/reach-numbers", "rn-found", "heel veel")

    assert said["wrong"] == {"rn-found": "Schrijf een heel getal in cijfers, zoals 120."}
    assert client.get(f"{profile_of(opened, BEA)}/reach-numbers").form().fields["rn-found"] == ""


def test_choices_are_taken_of_nobody_who_may_not_fill_in(client: PageClient, opened: OpenRound) -> None:
    fields = {"chosen": "vo-1:1", "vo-1": "well"}
    for address, status in ((profile_of(opened, DIRK), 403), (f"/v/{'A' * 43}/organisatie", 404)):
        client.post(f"{address}/voice-first/bewaar", fields, status)
    client.post(f"{profile_of(opened, ADA)}/nergens/bewaar", fields, 404)


def test_a_page_carries_what_its_script_needs_to_keep_choices(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{profile_of(opened, ADA)}/voice-first")

    assert page.one("form", id="answers").get("data-keeps") is not None
    assert page.one("p", id="keeping").get("data-link") == hash_token(opened.tokens[ADA])[:16]


def test_a_page_that_cannot_be_written_is_shown_as_it_was_typed(
    app: Flask, client: PageClient, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = client.get(f"{profile_of(opened, ADA)}/voice-first")
    with monkeypatch.context() as patch:
        patch.setattr(profiles.profiles, "keep_profile", _is_busy)
        shown = client.submit(page, {"vo-1": "well", "vo-1-why": "Wij bellen."}, 503)

    assert (shown.form().fields["vo-1"], shown.form().fields["vo-1-why"]) == ("well", "Wij bellen.")
    assert BY_NAME in shown.words
    client.submit(shown, {})
    assert client.get(f"{profile_of(opened, BEA)}/voice-first").form().fields["vo-1"] == "well"


def _is_busy(*arguments: Any, **options: Any) -> None:
    raise OperationalError("UPDATE", {}, Exception("database is locked"))
