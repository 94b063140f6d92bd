"""What can be shown with so many invited: rounded down, by the same rules that publishing follows."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from survey.errors import Refused
from survey.queries.networks import ContactRow
from survey.services.distances import Before, days_between, is_scan, refuse_too_soon
from survey.services.planning import make_plan
from survey.services.readiness import RATES, Outlook, counted, outlooks, twice

TWO, THREE = make_plan(("library", "rest")), make_plan(("library", "welfare", "rest"))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def seen(outlook: Outlook) -> list[tuple[int, bool, bool]]:
    return [(chance.answers, chance.average, chance.spread) for chance in outlook.chances]


def test_numbers_are_rounded_down_at_every_rate() -> None:
    whole, library, rest = outlooks(TWO, {"library": 8, "rest": 9}, scan=False)

    assert RATES == (60, 75, 90)
    assert seen(whole) == [(10, True, True), (12, True, True), (15, True, True)]
    assert seen(library) == [(4, False, False), (6, True, False), (7, True, False)]
    assert seen(rest) == [(5, False, False), (6, True, False), (8, True, False)]


def test_a_group_is_not_shown_where_it_would_give_the_others_away() -> None:
    """At 75 the library has 7 answers; the rest, with 3, would follow from it and the total (rule R4)."""
    whole, library, rest = outlooks(TWO, {"library": 10, "rest": 4}, scan=False)

    assert seen(library)[1] == (7, False, False)
    assert (library.is_possible, rest.is_possible) == (False, False)
    assert seen(whole)[1] == (10, True, True)


def test_how_answers_are_spread_needs_ten_in_a_group_and_in_what_is_left() -> None:
    _, library, welfare, rest = outlooks(THREE, {"library": 14, "welfare": 14, "rest": 14}, scan=False)

    assert [seen(each)[1] for each in (library, welfare, rest)] == [(10, True, True)] * 3
    assert seen(library)[0] == (8, True, False)


def test_a_scan_has_a_word_for_the_whole_and_no_averages_of_groups() -> None:
    whole, library, _ = outlooks(TWO, {"library": 8, "rest": 2}, scan=True)

    assert seen(whole)[1] == (7, True, False)
    assert seen(library)[2] == (7, False, False)


def test_who_joins_the_total_only_makes_nothing_possible() -> None:
    whole, *_ = outlooks(TWO, {"library": 2, "rest": 2, None: 40}, scan=False)

    assert (whole.invited, whole.is_possible) == (4, False)


def person(name: str, kind: str = "library", place: object = None, address: str | None = "a@b.example") -> ContactRow:
    return ContactRow(uuid4(), name, address, "nl", kind, place or uuid4())  # type: ignore[arg-type]  # an id


def test_people_are_counted_in_their_group_if_they_have_an_own_address() -> None:
    people = [person("A"), person("B", address=None), person("C", "municipality"), person("D", "welfare")]

    assert counted(TWO, people) == {"library": 1, "rest": 2, None: 1}
    assert counted(THREE, people) == {"library": 1, "welfare": 1, "rest": 1, None: 1}


def test_a_name_at_two_organisations_is_found_however_it_is_written() -> None:
    one = uuid4()
    people = [
        person("Jörg  Smit", place=one),
        person("jorg smit"),
        person("Anna", place=one),
        person("Anna", place=one),
    ]

    assert twice(people) == ["Jörg  Smit"]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("taalnetwerkspiegel", "taalnetwerkspiegel", 90),
        ("taalnetwerkspiegel", "taalnetwerkspiegel-kort", 90),
        ("quick-scan", "taalnetwerkspiegel", 30),
        ("taalnetwerkspiegel-kort", "quick-scan", 30),
        ("quick-scan", "quick-scan", 90),
        ("quick-scan", "another", 0),
        ("taalnetwerkspiegel", "another", 0),
    ],
)
def test_days_between_rounds(one: str, other: str, days: int) -> None:
    assert days_between(one, other) == days
    assert days_between(other, one) == days


def test_an_older_round_holds_longer_than_a_scan_after_it() -> None:
    full, scan = Before("taalnetwerkspiegel", NOON), Before("quick-scan", NOON + timedelta(days=40))
    soon = NOON + timedelta(days=75)

    with pytest.raises(Refused, match=r"closed on 2026-03-02.* can open from 2026-05-31, 90 days later"):
        refuse_too_soon("Waterdam", "taalnetwerkspiegel", [full, scan], at=soon)
    refuse_too_soon("Waterdam", "taalnetwerkspiegel", [scan], at=soon)
    refuse_too_soon("Waterdam", "taalnetwerkspiegel", [full, scan], at=NOON + timedelta(days=90))


def test_a_scan_waits_thirty_days_after_a_round_and_a_round_after_a_scan() -> None:
    for first, second in (("taalnetwerkspiegel", "quick-scan"), ("quick-scan", "taalnetwerkspiegel")):
        with pytest.raises(Refused, match="30 days later"):
            refuse_too_soon("Waterdam", second, [Before(first, NOON)], at=NOON + timedelta(days=29, hours=23))
        refuse_too_soon("Waterdam", second, [Before(first, NOON)], at=NOON + timedelta(days=30))


def test_beside_an_open_round_nothing_opens_whatever_it_asks() -> None:
    with pytest.raises(Refused, match="has an open round already"):
        refuse_too_soon("Waterdam", "another", [Before("taalnetwerkspiegel", None)], at=NOON)


def test_the_scan_of_this_installation_is_one() -> None:
    from questionnaires import catalogue

    assert [is_scan(catalogue.latest(each)) for each in ("quick-scan", "taalnetwerkspiegel-kort")] == [True, False]
