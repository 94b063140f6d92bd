"""Look once an hour, by day, what there is to tell advisers: each account in a transaction of its own."""

import logging

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.queries import alerts as queries
from survey.services import alerts
from survey.services.account_mail import Post

_logger = logging.getLogger("netwerkspiegel")


def make_due() -> None:
    """Leave the mails of this hour; whoever hands over what lies there finds them.

    Broken off, it goes on with the accounts that were not looked at; one at which something is wrong keeps nobody else
    waiting.
    """
    now, ours = clock.now(), config()
    if not alerts.is_time(now):
        return
    post = Post(ours.instance_key, ours.mail_from)
    with reading() as session:
        due = queries.list_due(session, hour=clock.full_hour(now))
    for account_id in due:
        try:
            with writing() as session:
                alerts.look(session, account_id=account_id, post=post, at=now)
        except Exception:
            _logger.exception("It could not be looked up what there is to tell an adviser.")
