"""Agreeing on actions: add one, from a suggestion or blank, change it, settle it; three at most at the same time."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import update

from survey import clock
from survey.database import writing
from survey.models import Contact, Network
from tests.agreeing import WHAT, action, agree, every_action
from tests.factories import NETWORK, close_round, make_round, sign_in
from tests.networks import audit_rows, audited, contact, make_network, organisation
from tests.pages import Page, PageClient

SOON = clock.dutch_day(clock.now()) + timedelta(days=30)


@pytest.fixture
def network(app: Flask, client: PageClient) -> Network:
    """A network whose coordinator is signed in."""
    network = make_network(app)
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    return network


def of(network: Network, *more: object) -> str:
    return "/".join(map(str, (f"/netwerken/{network.id}/acties", *more)))


def add(client: PageClient, network: Network, status: int = 303, **values: Any) -> Page:
    typed = {"what": WHAT, "person": "Hanna", "due_on": SOON.isoformat()} | values
    return client.submit(client.get(of(network, "nieuw")), {key: str(each) for key, each in typed.items()}, status)


def test_an_action_is_added_with_everything_in_it(app: Flask, client: PageClient, network: Network) -> None:
    owner, who = organisation(app, "library").id, contact(app, "library 001").id
    texts = {"helpers": "De gemeente", "first_step": "Bel  dinsdag.", "proof": "Er zijn twee groepen."}

    told = add(client, network, owner_id=owner, contact_id=who, person="", theme="roles", **texts)

    assert told.location == of(network)
    (row,) = every_action(app)
    assert (row.what, row.theme, row.owner_id, row.contact_id, row.person) == (WHAT, "roles", owner, who, "")
    assert (row.helpers, row.first_step, row.proof) == ("De gemeente", "Bel dinsdag.", "Er zijn twee groepen.")
    assert (row.due_on, row.status, row.slot, row.suggestion_id, row.round_id) == (SOON, "open", 1, None, None)
    page = client.get(of(network))
    for said in (
        WHAT,
        f"library van {NETWORK}, library 001",
        "Rollen en taken",
        "Bel dinsdag.",
        "De actie staat erbij",
    ):
        assert said in page.words
    assert audit_rows(app) == [("action.added", {})]


def test_what_is_sent_twice_is_added_once(app: Flask, client: PageClient, network: Network) -> None:
    page = client.get(of(network, "nieuw"))
    for _twice in range(2):
        client.submit(page, {"what": WHAT, "person": "Hanna", "due_on": SOON.isoformat()})

    assert len(every_action(app)) == 1
    add(client, network)
    assert len(every_action(app)) == 2


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"what": " \u200f\n"}, "Zeg wat er gaat gebeuren."),
        ({"what": "x" * 301}, "Er passen hoogstens 300 tekens."),
        ({"proof": "x" * 100_000}, "Er passen hoogstens 300 tekens."),
        ({"person": "x" * 201}, "hoogstens 200 tekens"),
        ({"person": ""}, "Zeg wie ervoor zorgt"),
        ({"due_on": ""}, "Kies de dag waarop het klaar is."),
        ({"due_on": "2026-02-30"}, "Dit is geen datum."),
        ({"due_on": "01-01-2020"}, "Deze dag is voorbij."),
        ({"due_on": "01-01-20226"}, "Dit is geen datum."),
        ({"due_on": "2126-01-01"}, "Klopt het jaartal?"),
        ({"theme": "weather"}, "Dit klopt nog niet"),
        ({"owner_id": "x"}, "Dit klopt nog niet"),
        ({"owner_id": uuid4()}, "Dit klopt nog niet"),
        ({"contact_id": uuid4(), "person": ""}, "Dit klopt nog niet"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    app: Flask, client: PageClient, network: Network, values: dict[str, Any], sentence: str
) -> None:
    page = client.get(of(network, "nieuw"))
    typed = {"what": WHAT, "person": "Hanna", "due_on": SOON.isoformat(), "helpers": "Drie vrijwilligers"}

    told = client.post(of(network, "nieuw"), _fields(page) | typed | values, 422)

    assert sentence in told.words
    assert _fields(told)["helpers"] == "Drie vrijwilligers"
    assert told.text.index("<title>Fout:") > 0
    assert every_action(app) == []
    assert audited(app) == []


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({"person": "", "due_on": "2020-01-01"}, ("Zeg wie ervoor zorgt", "Deze dag is voorbij.")),
        ({"what": "", "person": ""}, ("Zeg wat er gaat gebeuren.", "Zeg wie ervoor zorgt")),
        ({"what": "x" * 301, "due_on": "2020-01-01"}, ("Er passen hoogstens 300 tekens.", "Deze dag is voorbij.")),
        (
            {"what": "", "person": "", "due_on": "30-02-2026", "proof": "x" * 301},
            ("Zeg wat", "Zeg wie", "Dit is geen datum.", "Er passen hoogstens 300 tekens."),
        ),
    ],
)
def test_everything_that_is_wrong_is_said_at_once(
    client: PageClient, network: Network, values: dict[str, Any], sentences: tuple[str, ...]
) -> None:
    told = add(client, network, 422, **values)

    above = "".join(told.one("div", id="mistakes").itertext())
    assert [sentence for sentence in sentences if sentence not in above] == []
    assert len(told.one("div", id="mistakes").findall(".//li")) == len(sentences)


def test_an_action_needs_an_organisation_or_a_person_as_the_page_says(
    app: Flask, client: PageClient, network: Network
) -> None:
    assert "wie ervoor zorgt, een organisatie of een persoon" in client.get(of(network)).words
    add(client, network, person="", owner_id=organisation(app, "library").id)
    assert len(every_action(app)) == 1


def _fields(page: Page) -> dict[str, Any]:
    return {key: value or "" for key, value in page.form(id="answers").fields.items()}


def test_a_new_action_is_open_whatever_is_sent(app: Flask, client: PageClient, network: Network) -> None:
    page = client.get(of(network, "nieuw"))
    typed = {"what": WHAT, "person": "Hanna", "due_on": SOON.isoformat(), "status": "done", "note": "x"}

    client.post(of(network, "nieuw"), _fields(page) | typed, 303)

    assert [(row.status, row.note) for row in every_action(app)] == [("open", "")]


def test_one_person_does_it(app: Flask, client: PageClient, network: Network) -> None:
    told = add(client, network, 422, contact_id=contact(app, "library 000").id)

    assert "Kies iemand of typ een naam, niet allebei" in told.words
    assert every_action(app) == []


@pytest.mark.parametrize("field", ["owner_id", "contact_id"])
def test_an_organisation_and_a_person_are_of_this_network(
    app: Flask, client: PageClient, network: Network, field: str
) -> None:
    elsewhere = make_network(app, {"welfare": 1}, name="Elders")
    other = {"owner_id": organisation(app, "welfare", elsewhere.id).id, "contact_id": contact(app, "welfare 000").id}
    page = client.get(of(network, "nieuw"))

    given = _fields(page) | {"what": WHAT, "person": "", "due_on": SOON.isoformat(), field: str(other[field])}

    assert "Dit klopt nog niet" in client.post(of(network, "nieuw"), given, 422).words
    assert every_action(app) == []


def test_hostile_texts_are_shown_as_they_are(app: Flask, client: PageClient, network: Network) -> None:
    what = "<b>Bel</b> \u202e=1+1 😀 عربي & {{ 7 * 7 }}"
    add(client, network, what=what, person="<script>alert(1)</script>")

    for page in (client.get(of(network)), client.get(f"/netwerken/{network.id}")):
        assert "<b>Bel</b> =1+1 😀 عربي & {{ 7 * 7 }}" in page.words
        assert "<script>alert" not in page.text


def test_the_fourth_is_refused_and_what_was_typed_stays(app: Flask, client: PageClient, network: Network) -> None:
    page = client.get(of(network, "nieuw"))
    for _three in range(3):
        add(client, network)

    told = client.submit(page, {"what": "Een vierde.", "person": "Hanna", "due_on": SOON.isoformat()}, 422)

    assert "Er lopen al drie acties" in told.words
    assert _fields(told)["what"] == "Een vierde."
    assert [row.slot for row in every_action(app)] == [1, 2, 3]
    assert "Kies een voorstel" not in client.get(of(network)).words
    assert "Er lopen drie acties." in client.get(of(network, "nieuw")).words


def test_what_is_done_makes_room(app: Flask, client: PageClient, network: Network) -> None:
    ids = [agree(app, network.id, slot=slot, person="Hanna", due_on=SOON) for slot in (1, 2, 3)]

    press(client, network, ids[1], "done")

    done = action(app, ids[1])
    assert (done.status, done.slot, done.settled_at_utc is not None) == ("done", None, True)
    add(client, network)
    assert sorted(row.slot or 0 for row in every_action(app)) == [0, 1, 2, 3]
    assert audited(app) == ["action.moved", "action.added"]
    assert "Klaar en gestopt" in client.get(of(network)).words


def press(client: PageClient, network: Network, which: UUID, status: str, page: Page | None = None) -> Page:
    """Press a button beside an action, and come back to the list."""
    shown = page or client.get(of(network))
    form = {"action": of(network, which, "stand")}
    return client.follow(client.submit(shown, {"status": status}, form=form))


@pytest.mark.parametrize(("status", "word"), [("busy", "bezig"), ("done", "klaar"), ("stopped", "gestopt")])
def test_one_press_says_how_far_it_is(app: Flask, client: PageClient, network: Network, status: str, word: str) -> None:
    which = agree(app, network.id, person="Hanna", due_on=SOON)

    page = press(client, network, which, status)

    assert action(app, which).status == status
    assert word in page.words


def test_a_press_on_an_old_page_changes_nothing(app: Flask, client: PageClient, network: Network) -> None:
    which = agree(app, network.id, person="Hanna", due_on=SOON)
    old = client.get(of(network))
    press(client, network, which, "busy")

    told = press(client, network, which, "stopped", old)

    assert "Iemand anders heeft deze actie intussen veranderd." in told.words
    assert action(app, which).status == "busy"


def test_a_state_that_there_is_not_is_refused(app: Flask, client: PageClient, network: Network) -> None:
    which = agree(app, network.id, person="Hanna", due_on=SOON)

    assert "Kies hoe ver de actie is." in press(client, network, which, "lost").words
    assert action(app, which).status == "open"


def test_what_was_agreed_can_be_changed(app: Flask, client: PageClient, network: Network) -> None:
    which = agree(app, network.id, person="Hanna", due_on=SOON)
    page = client.get(of(network, which))

    client.submit(page, {"what": "Bel de taalaanbieder.", "status": "busy", "note": "Na zes weken: het loopt."})

    row = action(app, which)
    assert (row.what, row.status, row.note, row.version) == (
        "Bel de taalaanbieder.", "busy", "Na zes weken: het loopt.", 2,
    )  # fmt: skip
    assert audit_rows(app) == [("action.changed", {"fields": ["note", "status", "what"]})]
    client.submit(client.get(of(network, which)), {})
    assert (action(app, which).version, len(audited(app))) == (2, 1)


def test_what_was_stopped_can_begin_again_while_there_is_room(app: Flask, client: PageClient, network: Network) -> None:
    stopped = agree(app, network.id, person="Hanna", due_on=SOON, status="stopped")
    ids = [agree(app, network.id, slot=slot, person="Hanna", due_on=SOON) for slot in (1, 2, 3)]
    page = client.get(of(network, stopped))

    assert "Er lopen al drie acties" in client.submit(page, {"status": "open"}, 422).words
    press(client, network, ids[0], "done")
    client.submit(page, {"status": "open"})

    row = action(app, stopped)
    assert (row.status, row.slot, row.settled_at_utc) == ("open", 1, None)


def test_a_note_on_what_is_done_leaves_when_it_was_done(app: Flask, client: PageClient, network: Network) -> None:
    when = clock.now() - timedelta(days=40)
    which = agree(app, network.id, due_on=SOON, status="done", settled_at_utc=when, agreed_at_utc=when)

    client.submit(client.get(of(network, which)), {"note": "Het hielp."})

    assert (action(app, which).settled_at_utc, action(app, which).note) == (when, "Het hielp.")


def test_what_is_late_can_be_changed_without_another_day(app: Flask, client: PageClient, network: Network) -> None:
    late = date(2026, 1, 5)
    which = agree(app, network.id, person="Hanna", due_on=late)
    assert "te laat" in client.get(of(network)).words

    client.submit(client.get(of(network, which)), {"note": "Nog even."})
    told = client.submit(client.get(of(network, which)), {"due_on": "2026-01-06"}, 422)

    assert "Deze dag is voorbij." in told.words
    assert (action(app, which).note, action(app, which).due_on) == ("Nog even.", late)


def test_of_two_people_at_the_same_time_the_second_is_asked(app: Flask, client: PageClient, network: Network) -> None:
    which = agree(app, network.id, person="Hanna", due_on=SOON)
    mine, theirs = client.get(of(network, which)), client.get(of(network, which))
    client.submit(theirs, {"what": "Schrijf de taalaanbieder.", "due_on": (SOON + timedelta(days=1)).isoformat()})

    asked = client.submit(mine, {"what": "Bel de taalaanbieder."}, 422)

    assert "Nu staat er: Schrijf de taalaanbieder." in asked.words
    assert _fields(asked)["what"] == "Bel de taalaanbieder."
    client.submit(asked, {})
    assert action(app, which).what == "Bel de taalaanbieder."


def test_a_person_who_was_archived_stays_with_the_action(app: Flask, client: PageClient, network: Network) -> None:
    who = contact(app, "library 000")
    which = agree(app, network.id, contact_id=who.id, due_on=SOON)
    with app.app_context(), writing() as session:
        session.execute(update(Contact).values(archived_at_utc=clock.now()))

    client.submit(client.get(of(network, which)), {"note": "Blijft."})

    assert (action(app, which).contact_id, action(app, which).note) == (who.id, "Blijft.")
    assert "library 000" not in client.get(of(network, "nieuw")).words


def test_in_an_archived_network_nothing_changes(app: Flask, client: PageClient, network: Network) -> None:
    which = agree(app, network.id, person="Hanna", due_on=SOON)
    shown, edited, blank = client.get(of(network)), client.get(of(network, which)), client.get(of(network, "nieuw"))
    with app.app_context(), writing() as session:
        session.get_one(Network, network.id).archived_at_utc = clock.now()

    assert "gearchiveerd" in press(client, network, which, "done", shown).words
    assert "gearchiveerd" in client.submit(edited, {"what": "Anders."}, 422).words
    given = {"what": "Nieuw.", "person": "Hanna", "due_on": SOON.isoformat()}
    assert "gearchiveerd" in client.submit(blank, given, 422).words
    assert [(row.what, row.status) for row in every_action(app)] == [(WHAT, "open")]
    assert client.get(of(network)).all("form", method="post", action=of(network, which, "stand")) == []


@pytest.mark.parametrize("address", ["", "voorstellen", "nieuw", "{id}"])
def test_a_network_of_another_support_organisation_does_not_exist(
    app: Flask, client: PageClient, network: Network, address: str
) -> None:
    which = agree(app, network.id)
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")

    client.get(of(network, address.format(id=which)).rstrip("/"), 404)


def test_an_action_is_found_in_its_own_network_only(app: Flask, client: PageClient, network: Network) -> None:
    other = make_network(app, name="Elders")
    which = agree(app, other.id)
    sign_in(app, client)

    client.get(of(network, which), 404)
    client.get(of(other, which))


def test_the_page_of_the_network_says_what_is_to_be_done(app: Flask, client: PageClient, network: Network) -> None:
    assert "Er loopt geen actie." in client.get(f"/netwerken/{network.id}").words
    agree(app, network.id, slot=1, what="Later.", person="Hanna", due_on=SOON + timedelta(days=9))
    agree(app, network.id, slot=2, what="Eerder.", person="Joris", due_on=SOON)
    agree(app, network.id, slot=3, what="Ooit.", status="busy")
    agree(app, network.id, what="Gedaan.", status="done")

    page = client.get(f"/netwerken/{network.id}")

    places = [
        page.words.index(each) for each in ("Eerder. Joris , klaar op", "Later. Hanna , klaar op", "Ooit. nog niemand")
    ]
    assert places == sorted(places)
    assert "Gedaan." not in page.words
    assert of(network) in page.links()


def test_the_newest_of_what_is_settled_stands_first(app: Flask, client: PageClient, network: Network) -> None:
    for days, what in ((9, "Lang geleden."), (1, "Pas nog."), (5, "Daartussen.")):
        when = clock.now() - timedelta(days=days)
        agree(app, network.id, what=what, status="done", agreed_at_utc=when, settled_at_utc=when)

    words = client.get(of(network)).words
    places = [words.index(each) for each in ("Pas nog.", "Daartussen.", "Lang geleden.")]
    assert places == sorted(places)


def test_the_log_has_no_word_of_what_was_agreed(app: Flask, client: PageClient, network: Network) -> None:
    add(client, network, what="Geheime afspraak.", person="Mevrouw Geheim")
    (row,) = every_action(app)
    client.submit(client.get(of(network, row.id)), {"what": "Geheime wijziging."})

    assert "Gehei" not in repr(audit_rows(app))


def test_it_is_what_it_was_agreed_after(app: Flask, client: PageClient) -> None:
    opened = make_round(app)
    sign_in(app, client)
    with app.app_context():
        network = make_network(app, name="Nog geen ronde")
    add(client, network)
    close_round(app, opened.id)
    with app.app_context(), writing() as session:
        closed = session.get_one(Network, opened.network_id)
    add(client, closed)

    assert {row.round_id for row in every_action(app)} == {None, opened.id}
