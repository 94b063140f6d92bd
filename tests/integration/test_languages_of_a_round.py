"""A round is offered in the languages that were chosen for it, and in no others."""

from flask import Flask

from survey.database import writing
from survey.models import Round
from tests.factories import make_round
from tests.pages import PageClient


def test_a_language_that_the_round_does_not_offer_cannot_be_chosen(app: Flask, client: PageClient) -> None:
    opened = make_round(app)
    assert client.get(opened.link).all("button", name="lang")
    with app.app_context(), writing() as session:
        session.get_one(Round, opened.id).languages = ["nl"]

    page = client.get(opened.link)
    client.post(opened.link, {"lang": "en"})

    assert not page.all("button", name="lang")
    assert client.get(opened.link).one("html").get("lang") == "nl"
