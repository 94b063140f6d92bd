"""What is kept for a while is deleted after it: counters of tries and requests for links, not only answers."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import LinkRequest, Throttle
from tests.commands import Run

TABLES = (LinkRequest.__table__, Throttle.__table__)


def test_what_is_over_is_deleted_and_what_is_not_stays(run: Run, connection: Connection) -> None:
    now = clock.now()
    with writing() as session:
        for number, age in enumerate((timedelta(hours=23), timedelta(hours=25))):
            asked = LinkRequest(id=uuid4(), address_key=f"p{number}@x.example", language="nl", asked_at_utc=now - age)
            ends = now + timedelta(days=1) - age
            session.add_all([asked, Throttle(id=uuid4(), bucket=f"{number:064}", tries=1, ends_at_utc=ends)])

    run("database", "forget")

    left = [connection.execute(select(table)).mappings().all() for table in TABLES]
    assert [row["address_key"] for row in left[0]] == ["p0@x.example"]
    assert [row["bucket"] for row in left[1]] == [f"{0:064}"]
