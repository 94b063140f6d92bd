"""Make the weekly overview when it is time."""

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.queries import overviews as queries
from survey.services import weekly_overview
from survey.services.account_mail import Post


def make_due() -> None:
    """Leave the week's mails, if that was not done; whoever hands over what lies there finds them."""
    now, ours = clock.now(), config()
    if not weekly_overview.is_time(now):
        return
    with reading() as session:
        if queries.was_made(session, week=weekly_overview.week_of(now)):
            return
    with writing() as session:
        weekly_overview.make_overviews(session, post=Post(ours.instance_key, ours.mail_from), at=now)
