"""What many networks are doing now: open rounds with everybody invited, reports to release, plans, actions.

Half of the networks have an open round: in autumn they fill in at the same time.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

from bench import many
from bench.many import Rows, Write, hashed
from questionnaires import catalogue
from survey import clock
from survey.models import Action, Contact, Invitation, PartnerOrganisation, PlannedRound, Response, Round
from survey.services.planning import DEFAULT_QUESTIONNAIRE

#: As many organisations as a network has, and contacts as each of them has.
ORGANISATIONS_EACH, CONTACTS_EACH = 5, 4
#: What a network is doing after its released rounds, by turns.
_OPEN, _TO_RELEASE, _PLANNED = (0, 1, 2), 3, 4
_TURNS: Final = 6


@cache
def asked() -> tuple[str, str, str]:
    """Return the questionnaire that every round asks: its name, version and hash."""
    newest = catalogue.latest(DEFAULT_QUESTIONNAIRE)
    return newest.id, newest.version, newest.content_hash


def round_row(network_id: UUID, number: int, opened: datetime, closes_on: date) -> dict[str, Any]:
    """Return the row of a round that asks the newest questionnaire."""
    questionnaire, version, questionnaire_hash = asked()
    return {
        "network_id": network_id,
        "number": number,
        "questionnaire_id": questionnaire,
        "questionnaire_version": version,
        "questionnaire_hash": questionnaire_hash,
        "plan": [],
        "opened_at_utc": opened,
        "closes_on": closes_on,
        "report_token_hash": hashed(f"round {number}", network_id.int),
    }


def write_now(write: Write, network_ids: Sequence[UUID], number: int) -> list[UUID]:
    """Write what networks are doing now, by a round of this number; return those that are closed and not released."""
    now = clock.now()
    is_open = [(place, each) for place, each in enumerate(network_ids) if place % _TURNS in _OPEN]
    closed = [each for place, each in enumerate(network_ids) if place % _TURNS == _TO_RELEASE]
    planned = [(place, each) for place, each in enumerate(network_ids) if place % _TURNS == _PLANNED]
    today, opened = clock.dutch_day(now), now - timedelta(days=14)
    open_rounds = write(
        Round, (round_row(each, number, opened, today + timedelta(days=place % 20)) for place, each in is_open)
    )
    _write_invited(write, [each for _, each in is_open], open_rounds)
    write(
        PlannedRound,
        (
            {
                "network_id": each,
                "questionnaire_id": DEFAULT_QUESTIONNAIRE,
                "opens_on": today + timedelta(days=place % 30),
                "closes_on": today + timedelta(days=place % 30 + 25),
            }
            for place, each in planned
        ),
    )
    write(Action, _actions(network_ids))
    return write(Round, ({**round_row(each, number, opened, today), "closed_at_utc": now} for each in closed))


def _write_invited(write: Write, network_ids: Sequence[UUID], round_ids: Sequence[UUID]) -> None:
    """Invite everybody of these networks; of one in three few sent in, of the others half."""
    belongs = [each for each in network_ids for _ in range(ORGANISATIONS_EACH)]
    organisations = write(PartnerOrganisation, many.organisations_of(belongs))
    pairs = list(zip(organisations, belongs, strict=True))
    contacts = write(Contact, many.contacts_of([each for each in pairs for _ in range(CONTACTS_EACH)]))
    people = ORGANISATIONS_EACH * CONTACTS_EACH
    invited = [(round_ids[place // people], contact) for place, contact in enumerate(contacts)]
    ids = write(
        Invitation,
        (
            {"round_id": round_id, "contact_id": contact, "token_hash": hashed("invitation", number)}
            for number, (round_id, contact) in enumerate(invited)
        ),
    )
    at = clock.now() - timedelta(hours=3)
    answered = [
        (round_ids[place // people], each)
        for place, each in enumerate(ids)
        if place % people < (4 if place // people % 3 == 0 else people // 2)
    ]
    write(
        Response,
        (
            {"round_id": round_id, "invitation_id": each, "language": "nl", "sent_in_at_utc": at}
            for round_id, each in answered
        ),
    )


def _actions(network_ids: Sequence[UUID]) -> Rows:
    """Agree three actions with most networks, of which some are late."""
    now = clock.now()
    today = clock.dutch_day(now)
    for place, network_id in enumerate(network_ids):
        for slot in range(1, 4 if place % 4 else 1):
            yield {
                "network_id": network_id,
                "what": "Een afspraak maken met de gemeente",
                "due_on": today + timedelta(days=place % 50 - 9 + 10 * slot),
                "slot": slot,
                "agreed_at_utc": now - timedelta(days=200),
            }
