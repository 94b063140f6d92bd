"""What the worker is asked: the same row is the same work, and a failure is tried again, not for ever."""

from datetime import timedelta
from uuid import UUID

from survey.services.lost_links import KEPT
from survey.work.orders import LOST_LINK, WAITS, Order, next_try

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
