"""What the worker is asked: the same row is the same work, and a failure is tried again, not for ever."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from survey.services.lost_links import KEPT
from survey.work.orders import CLOSE_ROUND, LOST_LINK, ROUND_MAILS, WAITS, Order, anew, next_try

ROW = UUID("12345678-1234-5678-1234-567812345678")


def test_the_id_of_work_is_made_from_its_row() -> None:
    assert Order(LOST_LINK, ROW).workflow_id == "lost-link-12345678-1234-5678-1234-567812345678"


def test_work_is_tried_again_after_longer_and_longer_and_then_given_up() -> None:
    ids, waits = [Order(LOST_LINK, ROW).workflow_id], list[timedelta]()
    while following := next_try(ids[-1]):
        ids.append(following[0])
        waits.append(following[1])

    assert tuple(waits) == WAITS
    assert waits == sorted(set(waits))
    assert ids[1:3] == [f"{ids[0]}-try-2", f"{ids[0]}-try-3"]
    assert len(set(ids)) == len(WAITS) + 1


def test_all_tries_fit_in_the_time_that_a_request_is_kept() -> None:
    assert sum(WAITS, timedelta()) < KEPT


def test_asked_for_anew_it_is_other_work_in_each_stretch_of_time() -> None:
    order, quarter = Order(CLOSE_ROUND, ROW), timedelta(minutes=15)
    at = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)

    first, same, next_one = (anew(order, at + timedelta(minutes=later), every=quarter) for later in (0, 14, 15))

    assert first.workflow_id == same.workflow_id
    assert len({order.workflow_id, first.workflow_id, next_one.workflow_id}) == 3
    assert anew(Order(CLOSE_ROUND, ROW, "7"), at, every=quarter).turn.startswith("7-")
    assert {first.row_id, next_one.row_id} == {ROW}


def test_only_mails_of_rounds_wait_in_the_queue_of_mails() -> None:
    assert Order(ROUND_MAILS, ROW).queue != Order(CLOSE_ROUND, ROW).queue == Order(LOST_LINK, ROW).queue
