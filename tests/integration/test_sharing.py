"""Share a report by a link that can be withdrawn, and give it another link of its own."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from reports.forms.kinds import FORMS
from survey import clock
from survey.database import writing
from survey.models import Base, Network
from survey.models.account import Role
from survey.tokens import make_token
from tests.editions import let_read
from tests.endings import published_unreleased
from tests.factories import OpenRound, close_round, key_of, open_next_round, sign_in
from tests.pages import Page, PageClient

EVENTS = Base.metadata.tables["audit_event"]
SHARES = Base.metadata.tables["report_share"]


@pytest.fixture
def released(app: Flask, connection: Connection) -> OpenRound:
    opened = published_unreleased(app)
    let_read(app, opened)
    return opened


def round_page(client: PageClient, opened: OpenRound) -> Page:
    return client.get(f"/netwerken/{opened.network_id}/ronde")


def press(client: PageClient, opened: OpenRound, what: str) -> Page:
    address = f"/rondes/{opened.id}/rapport/{what}"
    return client.submit(round_page(client, opened), {}, form={"action": address})


def shared(client: PageClient, opened: OpenRound) -> str:
    """Return the address by which a report is shared, as the page shows it to copy."""
    (field,) = round_page(client, opened).all("input", id="share-1")
    return (field.get("value") or "").removeprefix("https://spiegel.example")


def actions(connection: Connection) -> list[str]:
    made = select(EVENTS.c.action).where(EVENTS.c.action.like("report.%"), EVENTS.c.action != "report.read")
    return list(connection.scalars(made.order_by(EVENTS.c.at_utc)))


def test_a_link_opens_the_report_as_participants_read_it(app: Flask, client: PageClient, released: OpenRound) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    address = shared(client, released)
    assert address != released.report

    anybody = PageClient(app)

    passed_on, own = (anybody.get(each).all("section", class_="part flow") for each in (address, released.report))
    assert ["".join(each.itertext()) for each in passed_on] == ["".join(each.itertext()) for each in own]
    for form in FORMS.values():
        if not form.is_for_partners:
            assert anybody.get(f"{address}/{form.file}").body == anybody.get(f"{released.report}/{form.file}").body


def test_what_each_organisation_said_stays_with_the_partners(
    app: Flask, client: PageClient, released: OpenRound
) -> None:
    sign_in(app, client)
    assert "Er staan organisaties met naam in" in round_page(client, released).words
    press(client, released, "delen")
    address, anybody = shared(client, released), PageClient(app)

    assert not [link for link in anybody.get(address).links() if "/organisaties" in link]
    anybody.get(f"{address}/organisaties", 404)
    assert [link for link in anybody.get(released.report).links() if "/organisaties" in link]
    anybody.get(f"{released.report}/organisaties")


def test_data_with_all_that_each_organisation_said_open_by_no_link_that_was_passed_on(
    app: Flask, client: PageClient, released: OpenRound
) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    address, anybody = shared(client, released), PageClient(app)
    offered = " ".join(anybody.get(address).links())

    for form in FORMS.values():
        assert (f"/{form.file}" in offered) == (not form.is_for_partners), form.name
        anybody.get(f"{address}/{form.file}", 404 if form.is_for_partners else 200)
    assert [form.name for form in FORMS.values() if form.is_for_partners] == ["csv", "json"]


def test_at_the_report_of_an_earlier_round_it_is_offered_while_the_next_is_open(
    app: Flask, client: PageClient, released: OpenRound
) -> None:
    with app.app_context(), writing() as session:
        network = session.get_one(Network, released.network_id)
        open_next_round(session, network=network, key=key_of(app), at=clock.now() + timedelta(days=100))
    sign_in(app, client, role="coordinator", address="hanna@x.example")
    report = client.get(f"/rondes/{released.id}/rapport")
    (link,) = [link for link in report.links() if link.endswith("/delen")]

    offered = client.get(link)
    page = client.follow(client.submit(offered, {}, form={"action": link}))

    assert "Er staan organisaties met naam in" in offered.words
    (field,) = page.all("input", id="share-1")
    PageClient(app).get((field.get("value") or "").removeprefix("https://spiegel.example"))


def test_a_withdrawn_link_says_so_and_opens_nothing(app: Flask, client: PageClient, released: OpenRound) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    address = shared(client, released)

    press(client, released, "delen-intrekken")

    anybody = PageClient(app)
    for form in ("", "/organisaties", *(f"/{form.file}" for form in FORMS.values())):
        gone = anybody.get(f"{address}{form}", 404)
        assert "Deze link is ingetrokken" in gone.words
        assert "Vraag het degene die je de link gaf" in gone.words
        assert "Open de link uit je e-mail" in anybody.get(f"/rapport/{'A' * 43}{form}", 404).words
    anybody.get(released.report)
    assert not round_page(client, released).all("input", id="share-1")


def test_made_anew_it_is_another_one(app: Flask, client: PageClient, released: OpenRound) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    first = shared(client, released)
    press(client, released, "delen-intrekken")
    press(client, released, "delen")

    assert shared(client, released) != first
    PageClient(app).get(first, 404)


def test_pressed_twice_there_is_one(
    app: Flask, client: PageClient, released: OpenRound, connection: Connection
) -> None:
    sign_in(app, client)
    page = round_page(client, released)
    for _ in range(2):
        client.submit(page, {}, form={"action": f"/rondes/{released.id}/rapport/delen"})
    page = round_page(client, released)
    for _ in range(2):
        client.submit(page, {}, form={"action": f"/rondes/{released.id}/rapport/delen-intrekken"})

    assert actions(connection) == ["report.shared", "report.share_withdrawn"]
    assert len(connection.execute(select(SHARES)).all()) == 1


def test_no_token_is_stored(app: Flask, client: PageClient, released: OpenRound, connection: Connection) -> None:
    sign_in(app, client)
    press(client, released, "delen")

    token = shared(client, released).removeprefix("/rapport/")
    assert token == make_token(key_of(app), "share", released.id, 1)
    assert token not in repr(connection.execute(select(SHARES)).all())


def test_before_the_release_there_is_nothing_to_share(app: Flask, client: PageClient, connection: Connection) -> None:
    opened = published_unreleased(app)
    sign_in(app, client)
    page = round_page(client, opened)
    assert "Het rapport doorgeven" not in page.words

    for what in ("delen", "andere-link"):
        client.post(f"/rondes/{opened.id}/rapport/{what}", {"csrf_token": _csrf(client, opened)})
        assert "nog niet lezen" in round_page(client, opened).words
    assert actions(connection) == []
    assert connection.execute(select(SHARES)).all() == []
    assert "Het rapport komt nog." in PageClient(app).get(opened.report, 404).words


def _csrf(client: PageClient, opened: OpenRound) -> str:
    return (
        client.get(f"/rondes/{opened.id}/vrijgeven").form(action=f"/rondes/{opened.id}/vrijgeven").fields["csrf_token"]
    )


def test_another_link_ends_the_one_that_went_around(
    app: Flask, client: PageClient, released: OpenRound, connection: Connection
) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    other = shared(client, released)

    press(client, released, "andere-link")

    anybody = PageClient(app)
    anybody.get(released.report, 404)
    anybody.get(f"{released.report}/rapport.pdf", 404)
    led = anybody.get(released.link, 303).location.partition("?")[0]
    assert led not in (released.report, other)
    anybody.get(led)
    anybody.get(other)
    assert actions(connection) == ["report.shared", "report.link_renewed"]


@pytest.mark.parametrize("what", ["delen", "delen-intrekken", "andere-link"])
@pytest.mark.parametrize(
    ("role", "given"),
    [
        ("administrator", {"address": "beheer@x.example"}),
        ("adviser", {"address": "noord@x.example", "support": "Taalsteun Noord"}),
    ],
)
def test_who_does_not_read_it_does_not_share_it(
    app: Flask,
    client: PageClient,
    released: OpenRound,
    connection: Connection,
    role: Role,
    given: dict[str, str],
    what: str,
) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    address = shared(client, released)
    sign_in(app, client, role=role, **given)
    token = client.get("/account").all("input", name="csrf_token")[0].get("value")

    client.post(f"/rondes/{released.id}/rapport/{what}", {"csrf_token": token}, 404)

    PageClient(app).get(address)
    assert actions(connection) == ["report.shared"]
    if not given.get("support"):
        assert "Het rapport doorgeven" not in round_page(client, released).words


def test_a_coordinator_shares_it_as_well(app: Flask, client: PageClient, released: OpenRound) -> None:
    sign_in(app, client, role="coordinator", address="hanna@x.example")
    press(client, released, "delen")

    PageClient(app).get(shared(client, released))


def test_in_the_archive_the_link_stays_and_nothing_is_changed(
    app: Flask, client: PageClient, released: OpenRound
) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    address = shared(client, released)
    with app.app_context(), writing() as session:
        session.get_one(Network, released.network_id).archived_at_utc = clock.now()

    page = round_page(client, released)

    assert shared(client, released) == address
    assert not [form for form in page.all("form") if "/rapport/" in (form.get("action") or "")]
    PageClient(app).get(address)


def test_the_report_of_an_earlier_round_is_shared_and_taken_back_while_the_next_is_open(
    app: Flask, client: PageClient, released: OpenRound
) -> None:
    with app.app_context(), writing() as session:
        network = session.get_one(Network, released.network_id)
        open_next_round(session, network=network, key=key_of(app), at=clock.now() + timedelta(days=100))
    sign_in(app, client)
    press(client, released, "delen")
    address = shared(client, released)
    PageClient(app).get(address)

    press(client, released, "delen-intrekken")

    PageClient(app).get(address, 404)


def test_of_two_reports_each_has_its_own_link(app: Flask, client: PageClient, released: OpenRound) -> None:
    sign_in(app, client)
    press(client, released, "delen")
    with app.app_context(), writing() as session:
        network = session.get_one(Network, released.network_id)
        at = clock.now() + timedelta(days=100)
        later = open_next_round(session, network=network, key=key_of(app), at=at)
    close_round(app, later.id, at=at + timedelta(days=30))

    page = round_page(client, released)
    labels = [label for label in ("van ronde 1, voor", "een link naar het rapport van ronde 2") if label in page.words]

    assert len(labels) == 2
    press(client, later, "delen")
    both = [field.get("value") for field in round_page(client, later).all("input", type="text")]
    assert len(set(both)) == 2
    press(client, released, "delen-intrekken")
    assert not round_page(client, released).all("input", id="share-1")
    assert round_page(client, released).all("input", id="share-2")
