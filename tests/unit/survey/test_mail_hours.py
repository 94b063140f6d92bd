"""A reminder that has to wait waits until it is day, by the clock in the Netherlands."""

from datetime import datetime

import pytest

from survey.clock import DUTCH_TIME
from survey.services.mail_hours import by_day


def dutch(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DUTCH_TIME)


@pytest.mark.parametrize(
    ("moment", "goes"),
    [
        ("2026-11-27 09:00", "2026-11-27 09:00"),
        ("2026-11-27 16:59", "2026-11-27 16:59"),
        ("2026-11-27 08:59", "2026-11-27 09:00"),
        ("2026-11-27 17:00", "2026-11-28 09:00"),
        ("2026-11-28 17:00", "2026-11-30 09:00"),
        ("2026-11-29 12:00", "2026-11-30 09:00"),
        ("2027-03-27 23:00", "2027-03-29 09:00"),
    ],
)
def test_by_day_and_not_on_a_sunday(moment: str, goes: str) -> None:
    assert by_day(dutch(moment)) == dutch(goes)
