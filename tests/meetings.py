"""A round by code alone, in tests: nobody is invited, and everybody answers in a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from flask import Flask
from werkzeug.datastructures import MultiDict

from survey import clock
from survey.database import writing
from survey.models import PlannedRound, Round
from survey.services import codes
from survey.services.answering import save_page, send_in
from survey.services.code_page import questionnaire_of
from survey.services.codes import MadeCode
from survey.services.rounds import Terms, open_round
from survey.tokens import make_token
from tests.factories import NETWORK, add_network, in_days, key_of
from tests.joining import begin_quietly

QUICK_SCAN: Final = "quick-scan"
SENTENCES: Final = ("ct-1", "ro-1", "sp-1", "jr-1", "mu-1", "co-1", "di-1", "la-1")


@dataclass(frozen=True, slots=True)
class Meeting:
    """An open round by code alone, with the code that opened with it."""

    id: UUID
    network_id: UUID
    code: MadeCode
    report_token: str

    @property
    def codes(self) -> str:
        """Return where its staff see its codes."""
        return f"/rondes/{self.id}/codes"


def planned(network_id: UUID, **more: Any) -> PlannedRound:
    """Return the plan of a meeting that fills in the quick scan."""
    scan_of = {"questionnaire_id": QUICK_SCAN, "closes_on": in_days(7), "is_by_code": True}
    return PlannedRound(network_id=network_id, **(scan_of | more))


def open_meeting(app: Flask, *, name: str = NETWORK, **more: Any) -> Meeting:
    """Open a round by code alone, in a network that has contacts as well."""
    key, now = key_of(app), clock.now()
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 2, "welfare": 1}, name=name)
        session.add(planned(network.id, **more))
        session.flush()
        opened = open_round(session, network=network, terms=Terms(in_days(7)), at=now, key=key)
        code = codes.show_code(session, round_id=opened.id, purpose="meeting", key=key)
        assert code is not None
        return Meeting(opened.id, network.id, code, make_token(key, "report", opened.id, 1))


def join(app: Flask, meeting: Meeting, people: Iterable[dict[str, str]]) -> list[str]:
    """Have people join by the code and send in, each with a device of their own; return their tokens."""
    tokens: list[str] = []
    for person, form in enumerate(people):
        tokens.append(begin_quietly(app, meeting.code, person))
        with app.app_context(), writing() as session:
            opened = session.get_one(Round, meeting.id)
            of: dict[str, Any] = {"token": tokens[-1], "key": key_of(app), "at": clock.now() - timedelta(seconds=1)}
            for page in questionnaire_of(opened).pages:
                save_page(session, page_id=page.id, form=MultiDict(form), **of)
            send_in(session, **of)
    return tokens


def scan(value: int, *, topic: str = "roles", grade: int = 7) -> dict[str, str]:
    """Return one person's quick scan."""
    return {**dict.fromkeys(SENTENCES, str(value)), "qs-topic": topic, "ov-grade": str(grade)}
