"""A round that was opened by mistake: everything goes, who was invited is told, and it counts nowhere."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select

from survey import clock
from survey.advise.rounds import cancelling as views
from survey.database import reading, writing
from survey.models import (
    Base,
    Invitation,
    Network,
    OrganisationProfile,
    OwnWords,
    PublishedResults,
    Response,
    Round,
    RoundCode,
    RoundMail,
    SealedResponse,
)
from survey.models.campaign import MailState
from survey.queries import lost_links, planned
from survey.queries.lists import networks as lists
from survey.queries.networks import list_networks
from survey.queries.profiles import begin_profile
from survey.services import erasing, round_mail
from survey.services.answering import find_visit
from survey.services.audit import COMMAND_LINE
from survey.services.round_letters import letter
from survey.services.round_mail import About
from survey.work.orders import ROUND_MAILS, Order
from tests.commands import Run
from tests.factories import OpenRound, close_round, coded_answers, fill_in, key_of, make_round, open_next_round, sign_in
from tests.joining import make_code
from tests.networks import audited, contact
from tests.pages import PageClient
from tests.planning import handed_over, plan, send

GONE = (Response, OrganisationProfile, RoundCode, SealedResponse, OwnWords, PublishedResults)


def where(opened: OpenRound) -> str:
    return f"/rondes/{opened.id}/annuleren"


def how_many(app: Flask, *tables: type[Base]) -> list[int]:
    with app.app_context(), reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def put_out(app: Flask, opened: OpenRound, *states: MailState | str) -> list[UUID]:
    """Leave an invitation to each person, and say how far it is; "taken": a worker is sending it just now."""
    with app.app_context(), writing() as session:
        ids = list(session.scalars(select(Invitation.id).where(Invitation.round_id == opened.id).order_by("id")))
        sender, now = app.extensions["netwerkspiegel"].mail_from, clock.now()
        round_mail.put_out(session, About(opened.id, "invitation"), invitation_ids=ids, sender=sender, at=now)
        for mail, state in zip(
            session.scalars(select(RoundMail).order_by(RoundMail.invitation_id)), states, strict=True
        ):
            if state == "taken":
                mail.taken_at_utc, mail.taken_by = now, "worker"
            elif state != "waiting":
                mail.state, mail.done_at_utc = state, now  # type: ignore[assignment]  # a state of the model
    return ids


def mails(app: Flask) -> list[tuple[UUID, str, str]]:
    with app.app_context(), reading() as session:
        found = session.scalars(select(RoundMail).order_by(RoundMail.purpose, RoundMail.invitation_id))
        return [(each.invitation_id, each.purpose, each.state) for each in found]


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    return handed_over(monkeypatch, views)


def test_the_page_says_first_what_happens(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)
    words = client.get(where(opened)).words

    assert "Dit kun je niet terugdraaien" in words
    assert "Ook wat al is ingestuurd" in words
    assert how_many(app, Response) == [3]


def test_everything_that_was_filled_in_goes_at_once(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    fill_in(client, opened.tokens[0], coded_answers(1))
    make_code(app, opened)
    with app.app_context(), writing() as session:
        visit = find_visit(session, token=opened.tokens[0])
        assert visit.organisation_id is not None
        begin_profile(session, round_id=opened.id, organisation_id=visit.organisation_id)
    assert how_many(app, Response, RoundCode, OrganisationProfile) == [3, 1, 1]
    sign_in(app, client)

    send(client, where(opened))

    assert how_many(app, *GONE) == [0] * len(GONE)
    with app.app_context(), reading() as session:
        cancelled = session.scalars(select(Round)).one()
        assert cancelled.cancelled_at_utc == cancelled.closed_at_utc is not None
        assert planned.list_to_publish(session, closed_before=clock.now() + timedelta(days=1)) == []
    assert audited(app)[-1] == "round.cancelled"
    words = client.get(f"/netwerken/{opened.network_id}/ronde").words
    assert "De ronde is geannuleerd" in words
    assert "nog geen ronde gepland" in words


def test_those_whose_invitation_went_are_told_and_nobody_else(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    sent, waiting, under_way = put_out(app, opened, "sent", "waiting", "taken")
    sign_in(app, client)

    send(client, where(opened))

    assert mails(app) == [
        *sorted([(sent, "cancelled", "waiting"), (under_way, "cancelled", "waiting")]),
        (sent, "invitation", "sent"),
    ]
    assert waiting not in {each[0] for each in mails(app)}
    assert [order.workflow for order in orders] == [ROUND_MAILS]


def test_who_is_told_does_not_depend_on_who_answered(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    ids = put_out(app, opened, "sent", "sent", "sent")
    fill_in(client, opened.tokens[0], coded_answers(1))
    sign_in(app, client)

    send(client, where(opened))

    assert [each[0] for each in mails(app) if each[1] == "cancelled"] == sorted(ids)


def test_who_refused_bounced_or_wants_no_mail_gets_none(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    put_out(app, opened, "sent", "sent", "sent")
    with app.app_context(), writing() as session:
        one, two, three = session.scalars(select(Invitation).order_by(Invitation.id))
        one.refused_at_utc, two.bounced_at_utc, three.wants_no_mail = clock.now(), clock.now(), True
    sign_in(app, client)

    send(client, where(opened))

    assert [each for each in mails(app) if each[1] == "cancelled"] == []
    assert orders == []


def test_nothing_is_left_on_an_invitation_of_who_opened_the_link_or_answered(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    fill_in(client, opened.tokens[0], coded_answers(1))
    with app.app_context(), writing() as session:
        answered, refused, by_letter = session.scalars(select(Invitation).order_by(Invitation.id))
        answered.wants_no_mail = refused.wants_no_mail = True
        refused.refused_at_utc = clock.now()
        by_letter.through_staff, by_letter.resume_hash = True, "0" * 64
    sign_in(app, client)

    send(client, where(opened))

    with app.app_context(), reading() as session:
        left = session.scalars(select(Invitation).order_by(Invitation.id)).all()
        assert [(each.wants_no_mail, each.refused_at_utc, each.resume_hash) for each in left] == [
            (True, None, None),
            (True, None, None),
            (False, None, None),
        ]


def test_the_mail_is_written_and_says_that_the_round_was_stopped(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    put_out(app, opened, "sent", "sent", "sent")
    sign_in(app, client)
    send(client, where(opened))

    config = app.extensions["netwerkspiegel"]
    with app.app_context(), writing() as session:
        first = session.scalars(select(RoundMail.id).where(RoundMail.purpose == "cancelled")).first()
        assert first is not None
        addressed = round_mail.take(session, mail_id=first, worker="one", at=clock.now())
        assert addressed is not None
        made = letter(addressed, sender=config.mail_from, base_url=config.base_url, key=key_of(app))
    assert made is not None
    assert made.wording.template == "cancelled"


def test_every_link_says_that_the_round_was_stopped(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    partner, token = PageClient(app), opened.tokens[0]
    fill_in(partner, token, coded_answers(1), send=False)
    sign_in(app, client)
    send(client, where(opened))

    for address in (f"/v/{token}", f"/v/{token}/roles", f"/v/{token}/nakijken", f"/v/{token}/klaar"):
        assert "Deze ronde is gestopt" in partner.get(address, 410).words
    late = partner.post(f"/v/{token}/roles", {"go": "next"}, 410)
    assert "Wat je net wilde versturen, is niet bewaard" in late.words
    assert "telt mee" not in late.words
    assert "Deze ronde is gestopt" in partner.get(f"/v/{token}/organisatie", 410).words
    partner.get(opened.report, 404)
    assert how_many(app, Response) == [0]


def test_who_came_in_by_a_code_reads_the_same(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    code, partner = make_code(app, opened), PageClient(app)
    partner.get(f"/meedoen/{code.token}")
    link = partner.post(f"/meedoen/{code.token}", {}).location
    sign_in(app, client)
    send(client, where(opened))

    assert "Deze ronde is gestopt" in partner.get(link, 410).words
    partner.get(f"/meedoen/{code.token}", 404)


def test_a_closed_round_cannot_be_cancelled(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    close_round(app, opened.id)
    sign_in(app, client)

    assert not client.get(where(opened)).all("button", class_="button danger")
    assert "annuleren kan niet meer" in send(client, where(opened), {}, 422).words
    assert how_many(app, PublishedResults) == [1]
    assert "round.cancelled" not in audited(app)


def test_once_cancelled_it_is_not_there_any_more(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    sign_in(app, client)
    send(client, where(opened))

    client.get(where(opened), 404)
    send(client, where(opened), {}, 404)


def test_a_cancelled_round_counts_nowhere(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    sign_in(app, client)
    send(client, where(opened))

    plan(app, client, opened.network_id)
    assert "Open nu, en nodig 3 mensen uit" in client.get(f"/netwerken/{opened.network_id}/ronde").text
    with app.app_context(), reading() as session:
        assert lost_links.find_links(session, address_key="p0@library.example") == []
        assert [row.round_number for row in list_networks(session)] == [None]
        [line] = lists.list_lines(session, [opened.network_id], until=clock.now())
        assert (line.newest, line.report) == (None, None)
    assert "nog geen ronde" in client.get("/netwerken?ronde=geen").words


def test_the_link_of_the_round_before_is_the_lost_one_after_a_cancelled_one(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    close_round(app, opened.id, at=clock.now())
    with app.app_context(), writing() as session:
        network = session.get_one(Network, opened.network_id)
        second = open_next_round(session, network=network, key=key_of(app), at=clock.now() + timedelta(days=91))
        newest = session.get_one(Round, second.id)
        newest.closed_at_utc = newest.cancelled_at_utc = newest.opened_at_utc
        session.flush()
        [found] = lost_links.find_links(session, address_key="p0@library.example")
        mine = select(Invitation.round_id).where(Invitation.id == found.invitation_id)
        assert session.scalar(mine) == opened.id


def test_a_contact_of_a_cancelled_round_can_be_erased_for_good(
    app: Flask, client: PageClient, opened: OpenRound, orders: list[Order]
) -> None:
    sign_in(app, client)
    send(client, where(opened))
    somebody = contact(app, "library 000")

    with app.app_context(), writing() as session:
        fate = erasing.erase_contact(session, contact_id=somebody.id, by=COMMAND_LINE, at=clock.now())

    assert fate == "deleted"


def test_a_command_cancels_and_asks_first(run: Run, network: str, app: Flask, connection: Connection) -> None:
    run("round", "open", network, "--closes", (clock.dutch_day(clock.now()) + timedelta(days=9)).isoformat(), "--mail")
    assert {purpose for _, purpose, _ in mails(app)} == {"invitation"}

    said = run("round", "cancel", network, "--yes")

    assert said[-1].startswith(f"Round 1 of '{network}' is cancelled.")
    assert mails(app) == []
    assert audited(app)[-1] == "round.cancelled"


def test_two_rounds_later_numbers_go_on(app: Flask, client: PageClient, orders: list[Order]) -> None:
    opened = make_round(app)
    sign_in(app, client)
    send(client, where(opened))

    with app.app_context(), writing() as session:
        open_next_round(session, network=session.get_one(Network, opened.network_id), key=key_of(app))
        assert list(session.scalars(select(Round.number).order_by(Round.number))) == [1, 2]
