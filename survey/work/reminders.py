"""Put out the reminders that are due by plan: a round at a time, each in a transaction of its own."""

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.services import reminder_moments, reminding
from survey.work.rounds import tell


def put_out_due() -> None:
    """Put out what is due, and have the mails sent."""
    now = clock.now()
    if not reminder_moments.may_go(now):
        return
    with reading() as session:
        found = reminding.list_due(session, at=now)
    for round_id in found:
        with writing() as session:
            batches = reminding.remind_by_plan(session, round_id=round_id, sender=config().mail_from, at=now)
        tell(batches)
