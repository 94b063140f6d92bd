"""What programs read of organisations: what they chose, by name, and no sentence that anybody typed."""

import json
from hashlib import sha256

import pytest
from flask import Flask
from sqlalchemy import Connection

from reports.profile import ProfileResults
from survey import clock
from survey.api.openapi import document
from tests.endings import set_round
from tests.factories import ADVISER_ADDRESS, OpenRound, close_round
from tests.pages import PageClient
from tests.reading_programs import Program, make_program
from tests.speaking import CAS, DIRK, say, speaking_round

WHY, OTHER = "Vraag Anneke maar.", "Bilal weet het."


@pytest.fixture
def released(app: Flask, client: PageClient, connection: Connection) -> OpenRound:
    opened = speaking_round(app)
    say(client, opened, CAS, voice_first={"vo-1": "stuck", "vo-1-why": WHY})
    say(client, opened, DIRK, voice_first={"vo-1-why": OTHER})
    close_round(app, opened.id)
    set_round(app, opened.id, released_at_utc=clock.now())
    return opened


@pytest.fixture
def program(app: Flask, released: OpenRound) -> Program:
    return make_program(app, address=ADVISER_ADDRESS)


def test_a_choice_is_given_without_its_sentence(program: Program, released: OpenRound) -> None:
    text = program.get(f"/rounds/{released.id}/profile").get_data(as_text=True)

    (voice,) = ProfileResults.from_json(text).voices
    assert (voice.theme, voice.choice, voice.sentence) == ("shared-purpose", "stuck", None)
    assert WHY not in text
    assert OTHER not in text


def test_its_mark_is_the_hash_of_what_is_given(program: Program, released: OpenRound) -> None:
    answer = program.get(f"/rounds/{released.id}/profile")
    mark = answer.headers["ETag"]

    assert mark.strip('"') == sha256(answer.get_data()).hexdigest()
    again = program.get(f"/rounds/{released.id}/profile", **{"If-None-Match": mark})
    assert (again.status_code, again.get_data()) == (304, b"")


def test_the_description_has_no_place_for_a_sentence() -> None:
    schemas = document()["components"]["schemas"]

    assert set(schemas["ProfileResults.Voice"]["properties"]) == {"theme", "organisation", "choice"}
    assert "sentence" not in json.dumps(schemas["ProfileResults.Voice"])
