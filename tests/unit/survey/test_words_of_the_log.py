"""Whatever is noted in the audit log is said in words, and can be asked for; and no word is there for nothing."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from flask import Flask

from survey import i18n
from survey.administer import event_words
from survey.services import audit_actions, audit_words, retention
from survey.services.importing import plans
from survey.services.supports import Settings
from tests.noted import Noted, read

#: Numbers that are counted elsewhere, and what they are called there.
COUNTED = {
    "plan.counts": {*plans.OUTCOMES, "refused", *(f"{what}s_added" for what in get_args(plans.Added))},
    "found.counts": set(retention.Due((), {each.name: 0 for each in retention.TERMS} | {"sealed_rounds": 0}).counts),
    "support.counts": set(retention.Due((), {}).counts),
}
#: What people change of a network, an organisation, a contact, an account and a round.
CHANGED = {
    *("name", "province", "region", "coordinator_name", "notes", "municipalities", "kind"),
    *("closes_on", "meeting_on", "meeting_place"),
    *(
        "what",
        "theme",
        "owner_id",
        "contact_id",
        "person",
        "helpers",
        "first_step",
        "proof",
        "note",
        "due_on",
        "status",
    ),
    *("address", "language", "job", "names_profile", "partner_organisation_id", "gets_overview", "pace"),
    *(each.name for each in fields(Settings)),
}


@pytest.fixture(scope="module")
def noted() -> Noted:
    return read()


@pytest.fixture
def speaking() -> Flask:
    app = Flask("survey")
    i18n.init_app(app)
    return app


def test_everything_that_is_noted_could_be_read_from_the_source(noted: Noted) -> None:
    assert noted.unread == []
    assert noted.elsewhere == set(COUNTED)


def test_every_action_has_its_words_and_every_word_its_action(noted: Noted) -> None:
    assert len(noted.actions) > 50
    assert sorted(noted.actions - set(audit_actions.ACTIONS)) == []
    assert sorted(set(audit_actions.ACTIONS) - noted.actions) == []


def test_every_action_can_be_chosen(speaking: Flask) -> None:
    with speaking.test_request_context("/?taal=en"):
        chosen = audit_actions.choices()

    assert sorted(action for actions in chosen.values() for action in actions) == sorted(audit_actions.ACTIONS)


def test_everything_that_something_is_noted_about_has_its_words(noted: Noted) -> None:
    assert noted.kinds == set(event_words.KINDS)


def test_every_detail_has_its_words(noted: Noted) -> None:
    assert noted.keys | set().union(*COUNTED.values()) == set(event_words.KEYS)
    assert set(event_words.WORDS) == audit_words.WORDS
    assert set(event_words.FIELDS) == audit_words.FILTERS | CHANGED


def test_a_row_is_said_in_words(speaking: Flask) -> None:
    with speaking.test_request_context("/?taal=nl"):
        assert event_words.details({"filters": ["wat", "zoek"], "rows": 12}) == "gefilterd op: wat, zoek; regels: 12"
        assert event_words.details({"filters": [], "rows": 0}) == "regels: 0"
        assert event_words.details({"contacts": 0, "accounts": 2, "networks": 0}) == "accounts: 2"
        assert event_words.details({"fields": ["name", "notes"]}) == "veranderd: naam, aantekeningen"
        assert event_words.details({"method": "openid+totp"}) == (
            "manier van inloggen: account van de eigen organisatie + code van een app"
        )
        assert event_words.details({"role": "adviser", "reason": None}) == "rol: adviseur"
        assert event_words.kind("support_organisation") == "een ondersteuningsorganisatie"
        assert [event_words.place(each) for each in ("worker", "192.0.2.0/24")] == [
            "door het platform zelf",
            "192.0.2.0/24",
        ]


def test_what_is_noted_no_more_keeps_its_name(speaking: Flask) -> None:
    with speaking.test_request_context("/?taal=nl"):
        assert audit_actions.in_words("account.joined") == "account.joined"
        assert event_words.details({"old_key": "old_word", "fields": ["old_field"]}) == (
            "old_key: old_word; veranderd: old_field"
        )
        assert [event_words.kind(each) for each in ("old_kind", None)] == ["old_kind", ""]


def test_the_reader_of_the_source_follows_an_action_that_is_passed_on_and_tells_what_it_cannot_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "code.py").write_text(
        """
def one(session):
    _note(session, "a.one", rows=1)
    note(session, What("a.two", "thing", details={"left": 1}))
    note(session, What(f"a.{session}"))
    Listing(exported="a.three")

def _note(session, action, **details):
    note(session, What(action, details=details))

def send(listing):
    numbers = {"year": 1}
    note(listing, What(listing.exported, details=numbers))
    note(listing, What("a.four", details=listing.counts))
""",
        "utf-8",
    )

    found = read(tmp_path)

    assert found.actions == {"a.one", "a.two", "a.three", "a.four"}
    assert (found.kinds, found.keys, found.elsewhere) == ({"thing"}, {"rows", "left", "year"}, {"listing.counts"})
    assert found.unread == ["code.py:5"]
